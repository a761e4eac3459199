"""Assertions to phrasings: what a claim must hold to match each wording of the evidence base.

In goes the base, out come its wordings, each read by the same lexicon as the copy and turned into requirements. A
room of its own because it is done once per base, and because what an expert's wording comes to is decided here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.language.normalise import Quantity, quantities
from factcheck.language.tokens import words
from factcheck.model import Assertion, Carried, ClaimsDB, Rival
from factcheck.named import UMBRELLA
from factcheck.reading.mentions import SUBJECTS, Mention
from factcheck.reading.reader import Reader, Reading

ANCHORS = (
    "outcome",
    "disease",
    "status",
    "authority",
    "relation",
    "other",
    "people",
    "time",
    "body",
    "procedure",
)
"""Kinds by how much they say of what a phrasing is about; the first found is its anchor."""
LOOSE = 0.15
"""What a content word outside the lexicon weighs in the score, against about 2 to 6 for a concept."""
LONG = 4
"""Characters; only longer words that no lexicon entry covers count in the score."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A concept that a claim must hold to match a phrasing."""

    concept: str
    kind: str
    role: str
    change: str | None
    full: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A wording of an assertion, read by the lexicon."""

    assertion: Assertion
    text: str
    reading: Reading
    anchor: Requirement
    anchor_mention: Mention
    others: tuple[Requirement, ...]
    subjects: tuple[Requirement, ...]
    quantities: tuple[Quantity, ...]
    settings: frozenset[str]
    loose: frozenset[str]
    """Stems of content words that no lexicon entry covers."""
    authorities: frozenset[str]
    """Whom the assertion's phrasings name: a claim that names only others is another claim."""
    whole: bool
    """A phrasing of the assertion speaks of a whole effect ("removes dead cells"): such a verb overstates nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """A claim: an assertion found at some words of a candidate."""

    assertion: Assertion
    phrasing: Phrasing
    reading: Reading
    anchor: Mention
    mentions: tuple[Mention, ...]
    """All mentions that the phrasing's concepts were found in."""
    first: int
    last: int
    """Words of the claim's span."""
    score: float
    rank: tuple[float, ...]
    carried: tuple[Carried, ...]
    opposite: bool
    full: bool
    """The claim's effect is complete where the phrasing's is not."""
    rivals: tuple[Rival, ...] = ()
    conflict: Assertion | None = None
    """An equally specific assertion whose evidence disagrees."""
    from_question: bool = False
    stands_for: Carried | None = None
    """The ingredient that nothing is said of here, so that the claim is judged as any cosmetic's."""
    shared: tuple[tuple[str, Assertion], ...] = ()
    """Other subjects of the same verb, in the claim's words, each with what is said of it and not borne out either."""
    numbers: tuple[tuple[int, int], ...] = ()
    """Words of the numbers that its phrasing asks for."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A phrasing with its requirements, before these are weighed."""

    assertion: Assertion
    text: str
    reading: Reading
    requirements: tuple[Requirement, ...]


class Phrasings:
    """Every phrasing of a base, in order."""

    def __init__(self, db: ClaimsDB, reader: Reader) -> None:
        drafts = [draft for a in db.assertions if not a.withdrawn for draft in _drafts(a, reader)]
        seen = Counter(c for draft in drafts for c in {r.concept for r in draft.requirements})
        self.weights = {concept: math.log(1 + len(drafts) / count) for concept, count in seen.items()}
        self.empty: list[tuple[str, str]] = []
        """Phrasings that name nothing but their subject, and so can match nothing: assertion id and text."""
        self._authorities = _authorities(drafts)
        self._whole = {draft.assertion.id for draft in drafts if any(r.full for r in draft.requirements)}
        self.all = [phrasing for draft in drafts for phrasing in self._phrasing(draft)]

    def _phrasing(self, draft: _Draft) -> Iterator[Phrasing]:
        """The phrasing with its anchor chosen and its weights set; none if it names no concept to anchor on."""
        assertion, text, reading = draft.assertion, draft.text, draft.reading
        weighed = [_weighed(r, self.weights) for r in draft.requirements]
        subjects = tuple(r for r in weighed if r.kind in SUBJECTS and r.role == "main")
        rest = [r for r in weighed if r not in subjects]
        pool = rest or (list(subjects) if quantities(text) else [])
        if not pool:
            self.empty.append((assertion.id, text))
            return
        anchor = min(pool, key=lambda r: (ANCHORS.index(r.kind) if r.kind in ANCHORS else len(ANCHORS), -r.weight))
        mention = next((m for m in reading.mentions if m.concept == anchor.concept), None)
        if mention is None:
            return
        covered = {i for m in reading.mentions for i in range(m.first, m.last)}
        loose = {
            reading.words.stems[i]
            for i in range(len(reading.words))
            if i not in covered and len(reading.words.folds[i]) > LONG
        }
        settings = {c.rule.setting for c in reading.cues if c.rule.setting in {"in-vitro", "animal"}}
        others = tuple(r for r in rest if r is not anchor)
        subjects = tuple(r for r in subjects if r is not anchor)
        yield Phrasing(
            assertion, text, reading, anchor, mention, others, subjects,
            quantities(text), frozenset(s for s in settings if s), frozenset(loose), self._authorities[assertion.id],
            assertion.id in self._whole,
        )  # fmt: skip


def _drafts(assertion: Assertion, reader: Reader) -> list[_Draft]:
    """Each phrasing with its requirements; one without a subject takes over the subject of `says`."""
    readings = [(text, reader.read(words(text))) for text in assertion.phrasings]
    own = [(text, reading, _requirements(reading, reader)) for text, reading in readings]
    lead = tuple(r for r in own[0][2] if r.kind in SUBJECTS and r.role == "main")
    drafts = []
    change = next((r.change for r in own[0][2] if r.change), None)
    for text, reading, requirements in own:
        requirements = tuple(_directed(r, change) for r in requirements)
        if any(r.kind in SUBJECTS and r.role == "main" and r.concept != UMBRELLA for r in requirements):
            requirements = tuple(r for r in requirements if r.concept != UMBRELLA or r.role == "comparator")
        has_subject = any(r.kind in SUBJECTS and r.role == "main" for r in requirements)
        drafts.append(_Draft(assertion, text, reading, requirements if has_subject else (*lead, *requirements)))
    return drafts


def _authorities(drafts: Iterable[_Draft]) -> dict[str, frozenset[str]]:
    """The authorities that each assertion names in any of its phrasings."""
    named: dict[str, frozenset[str]] = {}
    for draft in drafts:
        here = {r.concept for r in draft.requirements if r.kind == "authority"}
        named[draft.assertion.id] = named.get(draft.assertion.id, frozenset()) | here
    return named


def _requirements(reading: Reading, reader: Reader) -> tuple[Requirement, ...]:
    """The concepts that a claim must hold; not masks, generic words, nor effects, which count through outcomes."""
    needed: dict[tuple[str, str], Requirement] = {}
    for mention in reading.mentions:
        concept = reader.concepts[mention.concept]
        if mention.kind in {"effect", "mask"} or (concept.generic and mention.concept != UMBRELLA):
            continue
        needed[mention.concept, mention.role] = Requirement(
            mention.concept, mention.kind, mention.role, mention.change, mention.full
        )
    return tuple(needed.values())


def _directed(requirement: Requirement, change: str | None) -> Requirement:
    """An outcome to which the phrasing's words state no change takes the one that `says` states."""
    if requirement.kind not in {"outcome", "disease"} or requirement.change is not None:
        return requirement
    return replace(requirement, change=change)


def _weighed(requirement: Requirement, weights: dict[str, float]) -> Requirement:
    """The requirement with its concept's weight: rare concepts say more."""
    return replace(requirement, weight=weights.get(requirement.concept, 1.0))


# ------------------------------------------------------------------ what a mention is to it


def fits(wanted: Requirement, mention: Mention, reader: Reader) -> bool:
    """Whether a mention is what the requirement asks for; the direction of an outcome is compared later."""
    if not reader.isa(mention.concept, wanted.concept) or mention.role != wanted.role:
        return False
    if wanted.change is None and mention.change == "worse":
        return False
    if wanted.change is not None and mention.change is None:
        return False
    return not wanted.full or mention.full


def closeness(mention: Mention, wanted: Requirement) -> float:
    """1 where the claim uses the phrasing's very concept, a little less for a kind of it."""
    return 1.0 if mention.concept == wanted.concept else 0.9


def weight(phrasing: Phrasing, anchor: Mention, stated: Iterable[Quantity]) -> float:
    """How specific the phrasing is: the weight of all it asks for, a little more where the very concept is named.

    A number that stands here goes before one that only overlaps it: "SPF 50+" is 50 and not the 100 that it lets in.
    """
    asked = (phrasing.anchor, *phrasing.others, *phrasing.subjects)
    named = [r.weight for r in asked if r.concept != UMBRELLA or r.role == "comparator"]
    extras = 1.5 * len(phrasing.quantities) + 1.5 * len(phrasing.settings) + 0.5 * phrasing.anchor.full
    here = {(have.unit, have.low) for have in stated}
    extras += 0.01 * sum((wanted.unit, wanted.low) in here for wanted in phrasing.quantities)
    return round(sum(named) + extras + (0.25 if phrasing.anchor.concept == anchor.concept else 0.0), 6)


def opposite(phrasing: Phrasing, anchor: Mention) -> bool:
    """Whether the claim's outcome goes the other way than the phrasing's."""
    wanted = phrasing.anchor.change
    return wanted is not None and anchor.change is not None and anchor.change != wanted


def share_covered(phrasing: Phrasing, reading: Reading, covered: float) -> float:
    """Share of the phrasing that the claim covers, rare concepts weighing more; other content words count a little."""
    total = sum(r.weight for r in (phrasing.anchor, *phrasing.others, *phrasing.subjects))
    loose = LOOSE * len(phrasing.loose)
    shared = LOOSE * len(phrasing.loose.intersection(reading.words.stems))
    return (covered + shared) / (total + loose)
