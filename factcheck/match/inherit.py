"""What a sentence takes over from its surroundings: the subject that it is about.

In go a candidate and its reading, out come the subjects that it names or inherits, each with the line it was carried
from. A room of its own because inheriting too little loses half of the claims on real pages, and inheriting too much
accuses the wrong ingredient; all the rules that keep the balance stand here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from factcheck.match import foreign
from factcheck.match.pairs import both_of
from factcheck.model import Carried
from factcheck.named import CARRY, UMBRELLA
from factcheck.reading.general import begins, of_bystander, of_staff, of_the_world, opens_with_circumstance, pronoun
from factcheck.reading.mentions import ACTIVES, BE, SUBJECTS, Mention
from factcheck.reading.owners import has_owner, is_of_another, leading, rows_of
from factcheck.reading.reader import Reader, Reading
from factcheck.segment.about import CLASS, by_needles, is_of_needle, settings_of, taken_from, tells_of_needles
from factcheck.segment.candidates import Candidate
from factcheck.segment.distance import left_out
from factcheck.segment.surroundings import OPENING, Context

SLOTS = (frozenset({"ingredient", "drug", "product", "device"}), frozenset({"procedure"}))
"""What is applied, and how: a claim may name one and inherit the other."""


class Subjects:
    """Who a sentence speaks of: its own subjects first, inherited ones where it has none."""

    def __init__(self, candidate: Candidate, reading: Reading, reader: Reader) -> None:
        self._candidate, self._reading, self._reader = candidate, reading, reader
        self._own = [m for m in reading.mentions if m.kind in SUBJECTS]
        self.both = both_of(candidate, reader)
        """The two that it says something of each of, where it only calls them "both"."""
        self._pronoun = pronoun(reading)
        behind = self._pronoun or 0
        self._named = [
            m for m in self._own if m.role == "main" and not reader.concepts[m.concept].generic and m.first >= behind
        ]

    def own(self, concept: str, anchor: Mention) -> Mention | None:
        """The sentence's own mention of a subject, of which the words at the anchor can be said."""
        here = (m for m in self._named if self._reader.isa(m.concept, concept))
        return next((m for m in here if not self._outdone(m, anchor)), None)

    def elsewhere(self, anchor: Mention) -> frozenset[str]:
        """What the clause names and gives something else to: "the power of lasers with the glow of exosomes"."""
        given = (m for m in self._named if has_owner(m, anchor, self._named, self._reading))
        return frozenset[str]().union(*(self._reader.closure(m.concept) for m in given))

    def qualified(self, anchor: Mention) -> Mention | None:
        """The thing that a status right before it is said of: "FDA-approved lasers"."""
        behind = (m for m in self._own if m.first == anchor.last and not self._reader.concepts[m.concept].generic)
        return next(behind, None) if anchor.kind == "status" else None

    def _outdone(self, mention: Mention, anchor: Mention) -> bool:
        """Whether they are said of another thing: "FDA-approved lasers", "Botox is approved; exosomes are not"."""
        clauses, folds = self._reading.clauses, self._reading.words.folds
        behind = self.qualified(anchor)
        apart = clauses[mention.first] != clauses[anchor.first]
        before = mention.last < anchor.first and BE.isdisjoint(folds[mention.last : anchor.first])
        if behind is not None and (apart or before):
            return not self._reader.isa(behind.concept, mention.concept)
        if not apart:
            others = [m for m in self._named if m.kind in self._slot(mention.concept)]
            others = [m for m in others if not self._reader.isa(m.concept, mention.concept)]
            return mention.concept in self.elsewhere(anchor) or is_of_another(mention, anchor, others, self._reading)
        there = (m for m in self._named if clauses[m.first] == clauses[anchor.first] and m.last <= anchor.first)
        return any(m.kind in self._slot(mention.concept) for m in there)

    def inherit(self, concept: str) -> Carried | None:
        """The subject as inherited from the nearest place that names one of its sort, if the sentence may inherit.

        A foreign subject forbids it; that is asked last, of what has passed everything else: it may need the parser.
        """
        if self.both:
            return next((each for each in self.both if self._reader.isa(each.concept, concept)), None)
        slot = self._slot(concept)
        if self._general or self._at_large or (slot is SLOTS[0] and self._compared(concept)):
            return None
        if self._reader.concepts[concept].setting == "injected":
            return self._injected_form(concept)
        if self._fills_other_slot(slot) or (any(m.kind in slot for m in self._named) and not self._of_pronoun):
            return None
        for context in self._candidate.contexts:
            if context.foreign or context.later or (slot is SLOTS[0] and foreign.of_procedure(context, self._reader)):
                return None
            if context.via == "sentence" and self._named and not (self._of_pronoun or self._goes_on(context)):
                continue  # a sentence with another subject takes no procedure from the one before
            here = [m for m in context.subjects() if m.kind in slot and not self._reader.concepts[m.concept].generic]
            firsts = leading(here, context.reading, self._reader)
            fitting = [m for m in firsts if self._reader.isa(m.concept, concept)]
            if fitting:
                return taken_from(fitting[0], context)
            if here or (slot is SLOTS[0] and tells_of_needles(context, self._candidate.reading, self._reader)):
                return None
        return None

    def beside(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Ingredients, or procedures, that share the verb with some of the mentions: "retinol and panthenol smooth"."""
        named = [m for m in self._named if not left_out(m, self._reading)]
        rows = [row for slot in SLOTS for row in rows_of([m for m in named if m.kind in slot], self._reading)]
        return [m for row in rows if any(m in mentions for m in row) for m in row if m not in mentions]

    def may_be_cosmetic(self) -> bool:
        """Whether the sentence can be about a cosmetic: it names one, inherits one, or names nothing else."""
        if self._named:
            return any(self._reader.isa(m.concept, UMBRELLA) for m in self._named)
        if self._general:
            return False
        own = [m for m in self._own if m.role == "main"]  # "this treatment" alone may be anything
        cosmetic = any(self._reader.isa(m.concept, UMBRELLA) for m in own)
        if not cosmetic and is_of_needle(self._candidate.contexts, self._reader):
            return False
        if self._nearest is None:
            return not own or cosmetic
        drugs = any(self._reader.concepts[m.concept].kind == "drug" for m in self._nearest.subjects())
        if cosmetic and self._nearest.via == "page" and not drugs:
            return True  # "this cream" on a page that is more about a device
        return any(self._reader.isa(m.concept, UMBRELLA) for m in self._nearest.subjects())

    def carried_cosmetic(self) -> Carried | None:
        """The cosmetic that the sentence inherits, if it names none itself."""
        inherited = None if self._named else self._nearest
        if inherited is None or inherited.later or self._other_goods:
            return None
        named = (m for m in inherited.subjects() if not self._reader.concepts[m.concept].generic)
        fitting = [m for m in named if self._reader.isa(m.concept, UMBRELLA)]
        return taken_from(fitting[0], inherited) if fitting else None

    def are_people(self) -> bool:
        """Whether the firm's people do it and no product: "We treat all forms of eczema"."""
        goods = any(self._reader.isa(m.concept, UMBRELLA) for m in self._own)
        return self._candidate.reading.words.folds[0] == "we" and not goods and self.carried_cosmetic() is None

    def ingredient(self, anchor: Mention) -> Carried | None:
        """The ingredient or drug that the words at the anchor are about: named (best in their clause), or inherited."""
        if self._named:
            here = Context("sentence", self._candidate.spot, self._candidate.text, self._reading)
            clause = self._reading.clauses[anchor.first]
            nearest = sorted(self._named, key=lambda m: self._reading.clauses[m.first] != clause)
            held = (m for m in nearest if m.kind in ACTIVES and not left_out(m, self._reading))
            return next((taken_from(m, here) for m in held), None)
        if (unknown := foreign.unknown_above(self._candidate, self._reader)) is not None:
            return unknown
        carried = self.carried_cosmetic()
        active = carried is not None and self._reader.concepts[carried.concept].kind in ACTIVES
        return (replace(carried, text="") if self._of_many else carried) if carried and active else None

    @property
    def _of_many(self) -> bool:
        """Whether what stands above names several actives of different kinds, and none in particular is meant."""
        active = [m for m in (self._nearest.subjects() if self._nearest else ()) if m.kind in ACTIVES]
        first, isa = active[0].concept, self._reader.isa
        return any(m.form == CLASS or not (isa(m.concept, first) or isa(first, m.concept)) for m in active)

    @cached_property
    def inherited_concepts(self) -> frozenset[str]:
        """Concepts that are present by inheritance alone."""
        if self._named or self._nearest is None:
            return frozenset()
        return frozenset(c for m in self._nearest.subjects() for c in self._reader.closure(m.concept))

    @cached_property
    def _nearest(self) -> Context | None:
        """The nearest context that names a subject which is more than a generic word."""
        for context in () if self._at_large else self._candidate.contexts:
            if any(not self._reader.concepts[m.concept].generic for m in context.subjects()):
                return context
        return None

    @cached_property
    def _at_large(self) -> bool:
        """Whether it is about goods of whichever sort, and so not about what stands above it."""
        return not self._named and self._pronoun is None and foreign.at_large(self._reading, self._reader)

    @cached_property
    def _of_pronoun(self) -> bool:
        """Whether all is said of "it" or "they", and nothing of what these contain ("…, which smooths lines").

        What vesicles carry is part of what they do; what a cream contains does it in the cream's stead.
        """
        mentions = self._candidate.reading.mentions
        more = any(m.change for m in mentions) and any(m.concept == CARRY for m in mentions)
        goods = self._nearest is None or any(m.kind not in ACTIVES for m in self._nearest.subjects())
        return self._pronoun is not None and not (more and goods)

    @cached_property
    def foreign(self) -> bool:
        """Whether the sentence is about something that the lexicon does not know, and so inherits no subject."""
        strange = not self._named and (self._other_goods or foreign.foreign_subject(self._candidate, self._reader))
        return strange and not self._of_needles

    @cached_property
    def _other_goods(self) -> bool:
        """Whether it is about goods of another name than what stands above it."""
        return foreign.of_another_house(self._candidate, self._reader)

    @cached_property
    def _general(self) -> bool:
        """Whether it is about the world, the staff or a thing of another name, and not what the page sells."""
        goods = any(self._reader.isa(m.concept, UMBRELLA) for m in self._own)
        reading, elsewhere = self._candidate.reading, not goods and foreign.named_otherwise(self._candidate)
        elsewhere = not self._named and (elsewhere or of_bystander(reading))
        world = (elsewhere or (not self._own and of_the_world(reading))) and not self._of_needles
        return world or (of_staff(reading) and not goods)

    @property
    def _of_needles(self) -> bool:
        return by_needles(self._candidate.contexts, self._candidate.reading, self._reader)

    def _injected_form(self, concept: str) -> Carried | None:
        """The needle that was spoken of, where the sentence or what it goes on from names what is injected."""
        said = [] if self._of_pronoun else [m for m in self._named if m.kind in SLOTS[0]]
        for context in (
            () if "intact-skin" in settings_of(self._candidate.reading, self._reader) else self._candidate.contexts
        ):
            here = [m for m in context.subjects() if not self._reader.concepts[m.concept].generic]
            said = said or [m for m in here if m.kind in SLOTS[0]]
            akin = (self._reader.isa(concept, m.concept) or self._reader.isa(m.concept, concept) for m in said)
            if context.foreign or context.later or not all(akin):
                return None
            ways = [m for m in here if self._reader.concepts[m.concept].setting in OPENING]
            if said and ways and all(self._reader.concepts[m.concept].setting == "injected" for m in ways):
                return replace(taken_from(ways[0], context), concept=concept)
        return None

    def _goes_on(self, context: Context) -> bool:
        """Whether a sentence says more of what another one spoke of: "PDRN is injected. PDRN firms skin."."""
        there = [m.concept for m in context.subjects() if m.kind in SLOTS[0]]
        return any(self._reader.isa(concept, m.concept) for m in self._named for concept in there)

    def _slot(self, concept: str) -> frozenset[str]:
        return next((slot for slot in SLOTS if self._reader.concepts[concept].kind in slot), SLOTS[0])

    def _compared(self, concept: str) -> bool:
        """Whether a sentence without a pronoun sets what it is about beside the thing: "alternatives to exosomes"."""
        beside = [m for m in self._own if m.role == "comparator"]
        return self._pronoun is None and any(self._reader.isa(m.concept, concept) for m in beside)

    def _fills_other_slot(self, slot: frozenset[str]) -> bool:
        """A procedure that stands alone as the subject is what the sentence is about ("Microneedling smooths skin")."""
        if slot is not SLOTS[0] or opens_with_circumstance(self._candidate.reading):
            return False
        return any(m.kind in SLOTS[1] and m.first <= begins(self._reading) + 1 for m in self._named)
