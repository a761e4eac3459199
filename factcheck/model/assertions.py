"""An assertion as the base holds it: what it says, what the evidence says of it, and how that was weighed.

A file of its own because this is what an expert writes; the field docstrings are what the editor shows beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from factcheck.model.terms import STRICT, Basis, EvidenceSays, Market, Setting, Shows, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one source shows about an assertion, relative to `says`."""

    __pydantic_config__: ClassVar[object] = STRICT
    source: str
    """Id of a file in sources/."""
    shows: Shows
    """Whether the source supports or contradicts `says`, is mixed, or gives context only."""
    quote: str | None = None
    """Which of the source's checked quotations bears on it."""
    note: str | None = None
    """In one sentence: what it found, in which setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a rule says of making the claim in one market; shown beside the label, never part of it."""

    __pydantic_config__: ClassVar[object] = STRICT
    market: Market
    """Where the rule holds."""
    status: Literal["drug-claim", "not-cosmetic", "prohibited", "needs-substantiation", "restricted", "permitted"]
    """What the rule makes of the claim."""
    note: str
    """The rule in one plain sentence."""
    source: str
    """Id of the source that states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLacking:
    """A review or an authority that says in so many words that proof is lacking."""

    __pydantic_config__: ClassVar[object] = STRICT
    source: str
    """Id of the source."""
    quote: str
    """Its words, as they stand among the source's checked quotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The bounds inside which the evidence holds; a claim outside them is unsupported."""

    __pydantic_config__: ClassVar[object] = STRICT
    setting: tuple[Setting, ...] = ()
    """Settings in which it holds; empty: any. A claim of unknown setting counts as outside if this is not empty."""
    dose: str | None = None
    """Amounts, as a number or range with a unit: ">= 0.4 %", "30-150 nm". An unstated dose counts as inside."""
    time: str | None = None
    """Duration, as a range with a unit: "12-24 weeks". An unstated time counts as inside."""
    population: str | None = None
    """In whom, in words; shown to the reader, not checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Sentences that are run against the whole base: right label and right assertion."""

    __pydantic_config__: ClassVar[object] = STRICT
    supported: tuple[str, ...] = ()
    """Must come out as supported by this assertion."""
    unsupported: tuple[str, ...] = ()
    """Must come out as unsupported by this assertion."""
    contradicted: tuple[str, ...] = ()
    """Must come out as contradicted by this assertion."""
    not_this: tuple[str, ...] = ()
    """Near misses: must not be matched by this assertion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One statement that the evidence base can speak about, with what the evidence says of it."""

    __pydantic_config__: ClassVar[object] = STRICT
    id: str
    """topic.slug; the part before the dot is the topic."""
    says: str
    """The assertion as one plain sentence."""
    also: tuple[str, ...] = ()
    """Other wordings of the same assertion: active, passive, noun phrase, label fragment."""
    evidence_says: EvidenceSays
    """supported, contradicted or unsettled, for `says` as worded, in the settings of `within`."""
    strength: Strength
    """GRADE's four words: how sure the evidence makes us."""
    because: str
    """Why not higher or lower."""
    basis: Basis = "studies"
    """What the verdict rests on. rule, definition: no hedge softens it; own-evidence: only the firm can settle it."""
    as_of: str | None = None
    """Month (2025-05) up to which it was checked, where it can change."""
    review_by: str | None = None
    """Month by which it should be looked at again."""
    within: Within = field(default_factory=Within)
    """Setting, dose, time and population in which it holds."""
    proof_lacking: ProofLacking | None = None
    """A review that says that proof is lacking: makes "proven" contradicted."""
    stands_behind: str | None = None
    """What else cites its sources: a reason of the judge ("testimonial"), `proof` (or a figure, such as no evidence
    has), or an ingredient's concept, where a claim about it that the base does not hold is judged as any cosmetic's."""
    unless: tuple[str, ...] = ()
    """Concepts (lexicon ids) whose presence makes it another claim."""
    explains: str | None = None
    """One or two sentences for the reader, in place of the ones made from `because`."""
    evidence: tuple[Evidence, ...]
    """What each source shows."""
    policy: tuple[Policy, ...] = ()
    """What rules say of making the claim, by market."""
    instead: str | None = None
    """Wording that the evidence does carry."""
    examples: Examples
    """Sentences with the verdicts they must get."""
    known_misses: tuple[str, ...] = ()
    """Sentences that should match and do not yet; when one passes, it must move up."""
    withdrawn: str | None = None
    """Why the assertion no longer holds; it stays in the file and is not matched."""

    @property
    def topic(self) -> str:
        return self.id.partition(".")[0]

    @property
    def firm(self) -> bool:
        """Whether it rests on enough to call its opposite contradicted."""
        return self.basis in ("rule", "definition") or self.strength in ("high", "moderate")

    @property
    def phrasings(self) -> tuple[str, ...]:
        return (self.says, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How an added base (`--db`) withdraws or narrows a shipped assertion."""

    __pydantic_config__: ClassVar[object] = STRICT
    id: str
    """Id of the assertion in a base loaded before."""
    reason: str
    """Why; shown wherever the assertion would have spoken."""
    withdraw: bool = False
    """Stop matching it."""
    within: Within | None = None
    """Narrower bounds to judge it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One file of assertions."""

    __pydantic_config__: ClassVar[object] = STRICT
    topic: str
    """Name of the topic; also the file's name and the part of each id before the dot."""
    title: str | None = None
    """What the topic is called in lists."""
    changes: tuple[Change, ...] = ()
    """Shipped assertions that this base withdraws or narrows."""
    assertions: tuple[Assertion, ...] = ()
    """The assertions."""
