"""One phrasing against one sentence: the gate, then the score.

In goes a reading with a phrasing and the mention that it could be anchored on; out comes what was found on the way
through, or what stopped it: every concept of the phrasing stands in the clause or is inherited, no `unless` concept
does, numbers and settings fit. A room of its own beside `match`, which picks among what passed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.language.normalise import quantities
from factcheck.match.foreign import done_by_another
from factcheck.match.index import Index
from factcheck.match.inherit import Subjects
from factcheck.match.phrasing import Phrasing, Requirement, closeness, fits, opposite, share_covered, weight
from factcheck.match.spans import said_together, same_clause
from factcheck.match.stems import effect_from_stem, outcomes_taken, stem_change
from factcheck.model import Assertion, Carried
from factcheck.named import UMBRELLA
from factcheck.reading.means import own_means
from factcheck.reading.mentions import SUBJECTS, CueHit, Mention
from factcheck.reading.naming import is_indication
from factcheck.reading.reader import Reading
from factcheck.segment.about import settings_of, taken_in
from factcheck.segment.candidates import Candidate
from factcheck.segment.distance import does_without, left_out

LOWEST = 0.5
"""Score below which a phrasing that passed the gate is not taken for a match."""
INHERITED = 0.8
"""What an inherited subject counts for in the score, 1 being a named one."""
_PURPOSES = frozenset({"for", "treatment", "treatments", "treating", "therapy"})
_IS = frozenset(
    """is are was were has have remains remain costs cost takes take requires require begins begin starts start involves
    involve consists consist happens happen""".split()
)
_CLAIMING = frozenset({"proof", "no-proof", "status", "absolute"})
"""Kinds of cues that say something of the outcome itself."""
ABSENCE = frozenset({"without", "free", "no", "not"})
"""Words of phrasings that speak of what is not there."""


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
class Found:
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


class Case:
    """One reading of one candidate, ready to be tried against phrasings."""

    def __init__(self, candidate: Candidate, reading: Reading, index: Index, from_question: bool) -> None:
        self.candidate, self.reading, self.reader, self.from_question = candidate, reading, index.reader, from_question
        self.subjects = Subjects(candidate, reading, index.reader)
        self.stem = effect_from_stem(candidate, reading, index.reader)
        self.mentions = [stem_change(m, self.stem, self.reader) if self.stem else m for m in reading.mentions]
        self.asked = outcomes_taken(candidate, reading, index.reader)
        self.mentions += self.asked
        text = candidate.answers.text if from_question and candidate.answers else candidate.text
        self.counted = quantities(text)
        self.stated = self.counted + ((candidate.stat[0],) if candidate.stat else ())
        self.by_clause: dict[int, set[str]] = {}
        self._around: dict[Mention, set[str]] = {}
        for mention in (*reading.mentions, *self.asked):
            here = self.by_clause.setdefault(reading.clauses[mention.first], set())
            here |= index.reader.closure(mention.concept)
        self.concepts = frozenset[str]().union(*self.by_clause.values())

    @cached_property
    def proofs(self) -> tuple[CueHit, ...]:
        """The sentence's words of proof."""
        return tuple(cue for cue in self.reading.cues if cue.rule.kind == "proof")

    @cached_property
    def present(self) -> frozenset[str]:
        """Every concept that can be named or inherited here: a phrasing that needs another is not worth trying."""
        around = (m for context in self.candidate.contexts for m in context.reading.mentions if m.kind in SUBJECTS)
        mentions = {m.concept for m in (*self.candidate.reading.mentions, *around)}
        return self.concepts | self.reader.meant_by(mentions)

    def attempt(self, phrasing: Phrasing, anchor: Mention) -> Found | Refusal:
        """One phrasing at one anchor: the gate, then the score."""
        found = Found(phrasing, anchor, [anchor])
        found.covered = phrasing.anchor.weight * closeness(anchor, phrasing.anchor)
        stopped = self._gate(phrasing, anchor, found)
        if stopped is not None:
            return Refusal(phrasing, anchor, *stopped)
        found.score = round(share_covered(phrasing, self.reading, found.covered), 3)
        if found.score < LOWEST:
            return Refusal(phrasing, anchor, "score", str(found.score))
        if found.inherited and self.subjects.foreign:
            return Refusal(phrasing, anchor, "subject", found.inherited)
        found.rank = (found.specific, weight(phrasing, anchor, self.stated))
        return found

    def _gate(self, phrasing: Phrasing, anchor: Mention, found: Found) -> tuple[str, str] | None:
        """What stops the phrasing, if anything does; what passes is collected in `found`."""
        if not fits(phrasing.anchor, anchor, self.reader):
            return "anchor", phrasing.anchor.concept
        if self._only_named(anchor):
            return "anchor", phrasing.anchor.concept
        if blocked := self._blocking(phrasing.assertion, anchor):
            return "unless", blocked
        if other := self._other_authority(phrasing, anchor):
            return "authority", other
        if absent := next(
            (q.text for q in phrasing.quantities if not any(q.overlaps(have) for have in self.stated)), None
        ):
            return "quantity", absent
        if phrasing.settings and not phrasing.settings & settings_of(self.candidate.reading, self.reader):
            return "setting", ", ".join(sorted(phrasing.settings))
        if concept := self._missing_concept(phrasing, anchor, found):
            return "concept", concept
        if subject := self._missing_subject(phrasing, found):
            return "subject", subject
        if opposite(phrasing, anchor) and not self._turns(anchor, found.mentions):
            return "direction", anchor.concept  # "collagen declines with age" is not about the product named above
        return None

    def _only_named(self, anchor: Mention) -> bool:
        """Whether an outcome tells what a thing is used for, of which something else is then said.

        "Exosome treatment for hair loss is costly" is about the treatment; "… is proven" is about hair loss too.
        """
        folds = self.reading.words.folds
        if anchor.kind in {"outcome", "disease"} and is_indication(anchor, self.reading):
            return True
        if anchor.by is None or anchor.last >= len(folds) or folds[anchor.last] not in _IS:
            return False
        effect = self.reading.mentions[anchor.by]
        purpose = not _PURPOSES.isdisjoint(folds[effect.first : effect.last]) and effect.last <= anchor.first
        return purpose and _CLAIMING.isdisjoint(cue.rule.kind for cue in self.reading.cues)

    def _blocking(self, assertion: Assertion, anchor: Mention) -> str:
        """A concept that stands here and makes it another claim."""
        if anchor not in self._around:
            here = self.by_clause[self.reading.clauses[anchor.first]] - self.subjects.elsewhere(anchor)
            inherited = frozenset[str]() if self._of_own_means(anchor) else self.subjects.inherited_concepts
            taken = taken_in(self.candidate.contexts, self.reading, self.reader)
            self._around[anchor] = here | inherited | taken | self._people_asked_about()
        return next((c for c in assertion.unless if c in self._around[anchor]), "")

    def _people_asked_about(self) -> frozenset[str]:
        """Of whom the question is that it says yes or no to: "Is it safe in pregnancy? Yes, it is quite safe."."""
        asked = self.candidate.answers.reading.mentions if self.candidate.answers else ()
        return frozenset[str]().union(*(self.reader.closure(m.concept) for m in asked if m.kind == "people"))

    def _of_own_means(self, anchor: Mention) -> bool:
        """Whether a proof is said of the firm's formula or protocol, and not of what the page is about."""
        within = (cue for cue in self.proofs if cue.first < anchor.last and anchor.first < cue.last)
        return bool(self.proofs) and any(own_means(cue.first, cue.last, self.reading) for cue in within)

    def _other_authority(self, phrasing: Phrasing, anchor: Mention) -> str:
        """An authority of the anchor's clause, if the assertion knows authorities and none of those named there."""
        if not phrasing.authorities:
            return ""
        named = [m for m in self.mentions if m.kind == "authority" and same_clause(m, anchor, self.reading)]
        known = any(phrasing.authorities & self.reader.closure(m.concept) for m in named)
        return named[0].concept if named and not known else ""

    def _missing_concept(self, phrasing: Phrasing, anchor: Mention, found: Found) -> str:
        """The first further concept missing from the anchor's clause; of each the nearest mention is taken."""
        for wanted in phrasing.others:
            here = [m for m in self.mentions if fits(wanted, m, self.reader) and same_clause(m, anchor, self.reading)]
            if not here:
                return wanted.concept
            nearest = min(here, key=lambda m: abs(m.first - anchor.first))
            found.mentions.append(nearest)
            found.covered += wanted.weight * closeness(nearest, wanted)
        return ""

    def _missing_subject(self, phrasing: Phrasing, found: Found) -> str:
        """The first subject that is neither named nor inherited."""
        for wanted in phrasing.subjects:
            is_cosmetic = wanted.concept == UMBRELLA
            if not (self._umbrella(wanted, found) if is_cosmetic else self._subject(wanted, phrasing, found)):
                return wanted.concept
        return ""

    def _umbrella(self, wanted: Requirement, found: Found) -> bool:
        """Whether the sentence can be about a cosmetic, whichever."""
        if not self.subjects.may_be_cosmetic() and not self._of_own_means(found.anchor):
            return False
        if does_without(self.reading) or (found.anchor.kind == "disease" and self.subjects.are_people()):
            return False
        qualified = self.subjects.qualified(found.anchor)
        if qualified is not None and not self.reader.isa(qualified.concept, UMBRELLA):
            return False
        found.specific = 0.0
        found.covered += wanted.weight * INHERITED
        if not self._of_own_means(found.anchor):
            found.carried += [carried] if (carried := self.subjects.carried_cosmetic()) else []
        return True

    def _subject(self, wanted: Requirement, phrasing: Phrasing, found: Found) -> bool:
        """Whether the subject is named, or inherited."""
        own = self.subjects.own(wanted.concept, found.anchor)
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

    def _turns(self, anchor: Mention, mentions: Sequence[Mention]) -> bool:
        """Whether the subject that leads the clause does the opposite: not so in "UV ages skin, so wear SPF"."""
        if self.by_stem(anchor) or done_by_another(anchor, self.reading):
            return False
        subjects = (m for m in mentions if m.kind in SUBJECTS and m.role == "main" and m.first <= anchor.first)
        return any(said_together(m, anchor, self.reading) for m in subjects)

    def by_stem(self, anchor: Mention) -> bool:
        """Whether the effect on the outcome was taken over: that may bear a claim out, but turns none round."""
        return bool(self.stem and anchor.change and anchor.by is None and anchor.form == "names")
