"""Phrasings found by what they ask for: few are tried, however many there are.

In go phrasings, out come those that the concepts of a sentence leave possible. A room of its own because this is what
keeps the cost of a claim from growing with the base: a phrasing whose rarest concept is not there is never looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from factcheck.match.phrasing import Phrasing, Phrasings
from factcheck.model import ClaimsDB
from factcheck.named import UMBRELLA
from factcheck.reading.reader import Reader


class Entry:
    """A phrasing in the index, with what is asked of it before it is looked at more closely."""

    def __init__(self, number: int, needs: tuple[str, ...], load: Callable[[], Phrasing]) -> None:
        self.number = number
        """Place among all phrasings of the base."""
        self.needs = needs
        """Concepts, besides the anchor, without which it cannot match, the rarest first."""
        self.all_needs = frozenset(needs)
        self._load = load

    @cached_property
    def phrasing(self) -> Phrasing:
        """The phrasing itself; out of a cache it is only read when a claim may be it."""
        return self._load()


Groups = Mapping[str, Sequence[Entry]]
"""The phrasings of one anchor by the rarest concept that they need besides; "": those that need none."""


@dataclass(frozen=True, slots=True)
class Held:
    """What an index consists of."""

    anchors: Mapping[str, Groups]
    empty: tuple[tuple[str, str], ...]


class Index:
    """All phrasings of a base by their anchor concept, and below that by the rarest concept that they need besides."""

    def __init__(self, db: ClaimsDB, reader: Reader, held: Held | None = None) -> None:
        self.reader = reader
        held = held if held is not None else _built(Phrasings(db, reader))
        self.anchors = held.anchors
        self.empty = list(held.empty)
        """Phrasings that name nothing but their subject, and so can match nothing: assertion id and text."""

    @cached_property
    def by_anchor(self) -> dict[str, list[Phrasing]]:
        """All phrasings, in order."""
        return {anchor: [entry.phrasing for entry in self.entries(anchor)] for anchor in self.anchors}

    def entries(self, anchor: str) -> list[Entry]:
        """Everything anchored on a concept, in order."""
        return sorted((entry for group in self.anchors[anchor].values() for entry in group), key=_number)

    def possible(self, anchor: str, present: frozenset[str]) -> list[Phrasing]:
        """The phrasings anchored on a concept whose needs are all among the concepts present, in order."""
        groups = self.anchors.get(anchor)
        if not groups:
            return []
        # Whichever is the smaller: neither a large base nor a long sentence may cost more than what both share.
        rarest = groups.keys() & present if len(groups) > len(present) else [key for key in groups if key in present]
        found = [entry for key in (*rarest, "") for entry in groups.get(key, ()) if entry.all_needs <= present]
        return [entry.phrasing for entry in sorted(found, key=_number)]


def grouped(entries: Iterable[Entry]) -> Groups:
    """The phrasings of one anchor by their rarest need."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.needs[0] if entry.needs else ""].append(entry)
    return groups


def _built(phrasings: Phrasings) -> Held:
    """The index of phrasings that are at hand."""
    by_anchor: dict[str, list[Entry]] = defaultdict(list)
    for number, phrasing in enumerate(phrasings.all):
        by_anchor[phrasing.anchor.concept].append(Entry(number, _needs(phrasing), partial(_itself, phrasing)))
    anchors = {anchor: grouped(entries) for anchor, entries in by_anchor.items()}
    return Held(anchors, tuple(phrasings.empty))


def _needs(phrasing: Phrasing) -> tuple[str, ...]:
    """The concepts without which a phrasing cannot match, the rarest first; a cosmetic need not be named."""
    further = {r.concept: r.weight for r in (*phrasing.others, *phrasing.subjects) if r.concept != UMBRELLA}
    return tuple(sorted(further, key=lambda concept: (-further[concept], concept)))


def _number(entry: Entry) -> int:
    return entry.number


def _itself(phrasing: Phrasing) -> Phrasing:
    return phrasing
