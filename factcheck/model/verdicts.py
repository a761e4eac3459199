"""What is said of a document: its claims with their verdicts, and everything a verdict rests on.

A file of its own because this is what every report is made of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from factcheck.model.assertions import Assertion
from factcheck.model.documents import InputError
from factcheck.model.sources import Citation
from factcheck.model.terms import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that made a qualifier true."""

    kind: str
    text: str
    start: int
    end: int
    outdoes: bool = False
    """Sets the subject above all others, or leaves nothing out: the lexicon says so of the wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """How the claim is made: each flag with the cues that decided."""

    negated: bool = False
    hedged: bool = False
    status: bool = False
    """Speaks of research status or denies proof: "is being studied", "not proven"."""
    appearance: bool = False
    absolute: bool = False
    """Claims a sure or whole effect, or one beyond a rival of which the evidence does not speak."""
    claims_proof: bool = False
    attributed: bool = False
    testimonial: bool = False
    disputed: bool = False
    full_effect: bool = False
    """A stronger verb than the assertion's: erases, reverses, cures."""
    opposite: bool = False
    """The outcome is said to go the other way than the assertion says."""
    setting: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to find a claim when lines mean nothing."""

    page: int | None = None
    row: int | None = None
    id: str | None = None

    @property
    def words(self) -> str:
        """The place in words: "page 2", "row 7 (SKU-9)"."""
        named = " ".join(f"{kind} {n}" for kind, n in (("page", self.page), ("row", self.row)) if n is not None)
        if self.id is None:
            return named
        return f"{named} ({self.id})" if named else f"id {self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a sentence stands: for people, and for what asks which of two comes first."""

    order: int
    """Line of the text itself, whatever its source: it tells what stands above what."""
    line: int
    """Line as a claim has it: of the file, of a table's field, of a PDF's text."""
    place: Place | None = None

    @property
    def words(self) -> str:
        """The spot in words: "line 3", "row 7 (SKU-9), line 1", "page 2"."""
        if self.place is None:
            return f"line {self.line}"
        return self.place.words if self.place.page is not None else f"{self.place.words}, line {self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A part of the claim that stands elsewhere."""

    concept: str
    role: Literal["subject", "setting", "comparator", "quantity", "polarity", "effect"]
    spot: Spot
    """Where it stands."""
    text: str = ""
    """The words it was carried from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchInfo:
    """How the claim was linked to its assertion; how sure, not how good the evidence is."""

    score: float
    level: Literal["exact", "close", "loose"]
    phrasing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A runner-up."""

    id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A span of the text with its verdict and everything the verdict rests on."""

    text: str
    start: int
    end: int
    line: int
    column: int
    place: Place | None
    sentence: str
    label: Label
    reason: str
    assertion: Assertion | None = None
    match: MatchInfo | None = None
    rivals: tuple[Rival, ...] = ()
    carried: tuple[Carried, ...] = ()
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    citations: tuple[Citation, ...] = ()
    rulings: tuple[Citation, ...] = ()
    """The texts of the rules that the assertion's `policy` names, each once."""
    explanation: str = ""
    instead: str | None = None
    agrees: bool = True
    """Whether the claim says what the assertion says; False: it says the opposite."""
    possible: tuple[Rival, ...] = ()
    """Of a claim that is not covered: assertions it may be about, for review; never a verdict."""
    suppressed: str | None = None
    """The reason that a note in the copy gives for not counting it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A note in the copy, "factcheck: ignore ID: reason", and what became of it."""

    id: str
    """The assertion (or, for claims without one, the reason) that it names; empty if it names none."""
    reason: str
    """Why, in its author's words."""
    line: int
    column: int
    place: Place | None = None
    state: Literal["used", "unused", "invalid"]
    message: str = ""
    """Of one without effect: why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document with its claims."""

    name: str
    notes: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: int = 0
    """Candidate sentences that hold no claim."""
    text: str = ""
    """The text the offsets count in, for reports that show it in place."""
    suppressions: tuple[Suppression, ...] = ()
    """Notes in the copy that take claims out of the findings, in order."""
    known: int = 0
    """Claims that a baseline holds already; they are not among `claims`."""

    def count(self, label: Label) -> int:
        """How many claims carry the label, suppressed ones left out."""
        return sum(claim.label == label and claim.suppressed is None for claim in self.claims)

    @property
    def suppressed(self) -> int:
        """How many claims a note in the copy takes out."""
        return sum(claim.suppressed is not None for claim in self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run says: documents in input order, and what could not be checked."""

    documents: tuple[Checked, ...]
    errors: tuple[InputError, ...]
    version: str
    model_name: str
    model_version: str
    digest: str
    assertions: int
    sources: int
    as_of: str | None
