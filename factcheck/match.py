"""Candidates to matches: which assertions a sentence makes, and where.

In goes a candidate, out come its matches: a gate first (every concept of a phrasing stands in the clause or is
inherited, no `unless` concept does), then a score, then the most specific assertion for each stretch of words. A room
of its own because this is the only step that compares copy with the evidence base.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.index import Index
from factcheck.inherit import Subjects, effect_from_stem, left_out, stem_change
from factcheck.means import own_means
from factcheck.model import Assertion, Carried, Rival
from factcheck.normalise import quantities
from factcheck.phrasing import UMBRELLA, Match, Phrasing, Requirement, closeness, fits, opposite, weight
from factcheck.reading import SUBJECTS, Mention, Reading
from factcheck.segment import Candidate
from factcheck.spans import apart, merged, same_clause, span

LOWEST = 0.5
"""Score below which a phrasing that passed the gate is not taken for a match."""
INHERITED = 0.8
"""What an inherited subject counts for in the score, against 1 for a named one."""
ABSENCE = frozenset({"without", "free", "no", "not"})
"""Words of phrasings that speak of what is not there."""
LOOSE = 0.15
"""What a content word outside the lexicon weighs in the score, against about 2 to 6 for a concept."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A phrasing that could be anchored here and did not pass, and what stopped it."""

    phrasing: Phrasing
    anchor: Mention
    gate: str
    """anchor, unless, authority, quantity, setting, concept, subject, direction or score."""
    missing: str = ""
    """What was asked for and not found."""


@dataclass(slots=True)
class _Found:
    """A phrasing at an anchor, with what the gate has collected on the way through."""

    phrasing: Phrasing
    anchor: Mention
    mentions: list[Mention] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    inherited: str = ""
    """A subject that the sentence does not name."""
    covered: float = 0.0
    specific: float = 1.0
    score: float = 0.0
    rank: tuple[float, float] = (0.0, 0.0)


# ------------------------------------------------------------------ matching


def matches(candidate: Candidate, index: Index) -> tuple[Match, ...]:
    """The claims of one candidate, left to right, their spans apart; empty if it is skipped or none is known."""
    if candidate.skip is not None:
        return ()
    found = _best_by_anchor(candidate, candidate.reading, index, from_question=False)
    if not found and candidate.answers is not None:
        found = _best_by_anchor(candidate, candidate.answers.reading, index, from_question=True)
    return apart(merged(found))


def attempts(candidate: Candidate, index: Index) -> Iterator[Match | Refusal]:
    """Every phrasing that can be anchored in a candidate's own words, with what becomes of it."""
    case = _Case(candidate, candidate.reading, index, False)
    for mention in case.mentions:
        for concept in sorted(index.reader.closure(mention.concept)):
            tried = (case.attempt(phrasing, mention) for phrasing in index.by_anchor.get(concept, ()))
            yield from (case.match([each]) if isinstance(each, _Found) else each for each in tried)


def _best_by_anchor(candidate: Candidate, reading: Reading, index: Index, *, from_question: bool) -> list[Match]:
    """The most specific match at each mention that a phrasing can be anchored on."""
    case = _Case(candidate, reading, index, from_question)
    best = []
    for mention in case.mentions:
        concepts = sorted(index.reader.closure(mention.concept))
        phrasings = [phrasing for concept in concepts for phrasing in index.possible(concept, case.present)]
        tried = [case.attempt(phrasing, mention) for phrasing in phrasings]
        hits = [attempt for attempt in tried if isinstance(attempt, _Found)]
        if hits:
            ordered = sorted(hits, key=_order)
            best.append(case.match(ordered))
            best += case.beside(best[-1], ordered)
    return best


def _order(found: _Found) -> tuple[float, float, bool, float, str]:
    """The most specific first, then what says the same and not the opposite, then the nearest; the name at the end.

    "Less irritation" is what is said of gentleness before it is a denial that something irritates.
    """
    turned = opposite(found.phrasing, found.mentions[0])
    return -found.rank[0], -found.rank[1], turned, -found.score, found.phrasing.assertion.id


def _rivals(ordered: Sequence[_Found]) -> tuple[Rival, ...]:
    """The runners-up behind the first, each assertion once."""
    rivals: dict[str, float] = {}
    for found in ordered:
        rivals.setdefault(found.phrasing.assertion.id, found.score)
    return tuple(Rival(id=name, score=score) for name, score in list(rivals.items())[1:4])


def _conflict(ordered: Sequence[_Found]) -> Assertion | None:
    """An assertion as specific as the first whose evidence disagrees with it."""
    top = ordered[0]
    equals = (found.phrasing.assertion for found in ordered if (found.rank, found.score) == (top.rank, top.score))
    return next((other for other in equals if _disagree(other, top.phrasing.assertion)), None)


def _disagree(left: Assertion, right: Assertion) -> bool:
    return {left.evidence_says, right.evidence_says} == {"supported", "contradicted"}


class _Case:
    """One reading of one candidate, ready to be tried against phrasings."""

    def __init__(self, candidate: Candidate, reading: Reading, index: Index, from_question: bool) -> None:
        self.candidate, self.reading, self.reader, self.from_question = candidate, reading, index.reader, from_question
        self.subjects = Subjects(candidate, reading, index.reader)
        self.stem = effect_from_stem(candidate, reading, index.reader)
        self.mentions = [stem_change(m, self.stem, self.reader) if self.stem else m for m in reading.mentions]
        text = candidate.answers.text if from_question and candidate.answers else candidate.text
        self.stated = quantities(text) + ((candidate.stat[0],) if candidate.stat else ())
        self.by_clause: dict[int, set[str]] = {}
        for mention in reading.mentions:
            here = self.by_clause.setdefault(reading.clauses[mention.first], set())
            here |= index.reader.closure(mention.concept)
        self.concepts = frozenset[str]().union(*self.by_clause.values())

    @cached_property
    def present(self) -> frozenset[str]:
        """Every concept that can be named or inherited here: a phrasing that needs another is not worth trying."""
        around = (m for context in self.candidate.contexts for m in context.reading.mentions if m.kind in SUBJECTS)
        mentions = {m.concept for m in (*self.candidate.reading.mentions, *around)}
        return self.concepts.union(*(self.reader.closure(concept) for concept in mentions))

    def attempt(self, phrasing: Phrasing, anchor: Mention) -> _Found | Refusal:
        """One phrasing at one anchor: the gate, then the score."""
        found = _Found(phrasing, anchor, [anchor])
        found.covered = phrasing.anchor.weight * closeness(anchor, phrasing.anchor)
        stopped = self._gate(phrasing, anchor, found)
        if stopped is not None:
            return Refusal(phrasing, anchor, *stopped)
        found.score = round(_score(phrasing, self.reading, found), 3)
        if found.score < LOWEST:
            return Refusal(phrasing, anchor, "score", str(found.score))
        if found.inherited and self.subjects.foreign:
            return Refusal(phrasing, anchor, "subject", found.inherited)
        found.rank = (found.specific, weight(phrasing, anchor))
        return found

    def _gate(self, phrasing: Phrasing, anchor: Mention, found: _Found) -> tuple[str, str] | None:
        """What stops the phrasing, if anything does; what passes is collected in `found`."""
        if not fits(phrasing.anchor, anchor, self.reader):
            return "anchor", phrasing.anchor.concept
        if blocked := self._blocking(phrasing.assertion, anchor):
            return "unless", blocked
        if other := self._other_authority(phrasing, anchor):
            return "authority", other
        if absent := next(
            (q.text for q in phrasing.quantities if not any(q.overlaps(have) for have in self.stated)), None
        ):
            return "quantity", absent
        if phrasing.settings and not phrasing.settings & self.subjects.settings:
            return "setting", ", ".join(sorted(phrasing.settings))
        if concept := self._missing_concept(phrasing, anchor, found):
            return "concept", concept
        if subject := self._missing_subject(phrasing, found):
            return "subject", subject
        turned = opposite(phrasing, anchor)
        if turned and (self._by_stem(anchor) or not self._said_of_own(anchor, found.mentions)):
            return "direction", anchor.concept  # "collagen declines with age" is not about the product named above
        return None

    def _blocking(self, assertion: Assertion, anchor: Mention) -> str:
        """A concept that stands here and makes it another claim."""
        here = self.by_clause[self.reading.clauses[anchor.first]]
        inherited = frozenset[str]() if self._of_own_means(anchor) else self.subjects.inherited_concepts
        return next((c for c in assertion.unless if c in here or c in inherited), "")

    def _of_own_means(self, anchor: Mention) -> bool:
        """Whether a proof is said of the firm's formula or protocol, and not of what the page is about."""
        proofs = [cue for cue in self.reading.cues if cue.rule.kind == "proof"]
        within = (cue for cue in proofs if cue.first < anchor.last and anchor.first < cue.last)
        return any(own_means(cue.first, cue.last, self.reading) for cue in within)

    def _other_authority(self, phrasing: Phrasing, anchor: Mention) -> str:
        """An authority of the anchor's clause, if the assertion knows authorities and none of those named there."""
        if not phrasing.authorities:
            return ""
        named = [m for m in self.mentions if m.kind == "authority" and same_clause(m, anchor, self.reading)]
        known = any(phrasing.authorities & self.reader.closure(m.concept) for m in named)
        return named[0].concept if named and not known else ""

    def _missing_concept(self, phrasing: Phrasing, anchor: Mention, found: _Found) -> str:
        """The first further concept missing from the anchor's clause; of each the nearest mention is taken."""
        for wanted in phrasing.others:
            here = [m for m in self.mentions if fits(wanted, m, self.reader) and same_clause(m, anchor, self.reading)]
            if not here:
                return wanted.concept
            nearest = min(here, key=lambda m: abs(m.first - anchor.first))
            found.mentions.append(nearest)
            found.covered += wanted.weight * closeness(nearest, wanted)
        return ""

    def _missing_subject(self, phrasing: Phrasing, found: _Found) -> str:
        """The first subject that is neither named nor inherited."""
        for wanted in phrasing.subjects:
            is_cosmetic = wanted.concept == UMBRELLA
            if not (self._umbrella(wanted, found) if is_cosmetic else self._subject(wanted, phrasing, found)):
                return wanted.concept
        return ""

    def _umbrella(self, wanted: Requirement, found: _Found) -> bool:
        """Whether the sentence can be about a cosmetic, whichever."""
        if not self.subjects.may_be_cosmetic() and not self._of_own_means(found.anchor):
            return False
        found.specific = 0.0
        found.covered += wanted.weight * INHERITED
        if not self._of_own_means(found.anchor):
            found.carried += [carried] if (carried := self.subjects.carried_cosmetic()) else []
        return True

    def _subject(self, wanted: Requirement, phrasing: Phrasing, found: _Found) -> bool:
        """Whether the subject is named, or inherited."""
        own = self.subjects.own(wanted.concept)
        carried = None if own or self._of_own_means(found.anchor) else self.subjects.inherit(wanted.concept)
        if own is None and carried is None:
            return False
        if own is not None and left_out(own, self.reading) and ABSENCE.isdisjoint(phrasing.reading.words.folds):
            return False
        named = own.concept if own else carried.concept if carried else ""
        found.specific = max(found.specific, 3.0 if named == wanted.concept else 2.0)
        found.covered += wanted.weight * (closeness(own, wanted) if own else INHERITED)
        found.mentions += [own] if own else []
        found.carried += [carried] if carried else []
        found.inherited = found.inherited if own else wanted.concept
        return True

    def beside(self, top: Match, ordered: Sequence[_Found]) -> Iterator[Match]:
        """What is said of other subjects with the same verb: evidence for retinol is none for what stands by it."""
        if top.assertion.evidence_says != "supported":
            return
        for subject in self.subjects.beside(top.mentions):
            own = [found for found in ordered if subject in found.mentions or not found.rank[0]]
            if own and own[0].phrasing.assertion.id != top.assertion.id:
                yield replace(self.match(own), first=subject.first, last=subject.last)

    def _said_of_own(self, anchor: Mention, mentions: Sequence[Mention]) -> bool:
        """Whether the subject stands in the anchor's clause: "UV ages skin; SPF protects" turns nothing against SPF."""
        return any(m.kind in SUBJECTS and m.role == "main" and same_clause(m, anchor, self.reading) for m in mentions)

    def _by_stem(self, anchor: Mention) -> bool:
        """Whether the effect on the outcome was taken over: that may bear a claim out, but turns none round."""
        return bool(self.stem and anchor.change and anchor.by is None and anchor.form == "names")

    def match(self, ordered: Sequence[_Found]) -> Match:
        """The first of those that passed at one anchor, with the others as its rivals."""
        found = ordered[0]
        phrasing, anchor, carried = found.phrasing, found.anchor, list(found.carried)
        if self.stem and self._by_stem(anchor):
            carried.append(
                Carried(concept=self.stem.concept, role="effect", from_line=self.stem.line, text=self.stem.text)
            )
        first, last = span(anchor, found.mentions, self.reading)
        return Match(
            phrasing.assertion, phrasing, self.reading, anchor, tuple(found.mentions), first, last, found.score,
            found.rank, tuple(carried), opposite=opposite(phrasing, anchor),
            full=anchor.full and not phrasing.anchor.full, from_question=self.from_question,
            rivals=_rivals(ordered), conflict=_conflict(ordered),
        )  # fmt: skip


def _score(phrasing: Phrasing, reading: Reading, found: _Found) -> float:
    """Share of the phrasing that the claim covers, rare concepts weighing more; other content words count a little."""
    total = sum(r.weight for r in (phrasing.anchor, *phrasing.others, *phrasing.subjects))
    loose = LOOSE * len(phrasing.loose)
    shared = LOOSE * len(phrasing.loose.intersection(reading.words.stems))
    return (found.covered + shared) / (total + loose)
