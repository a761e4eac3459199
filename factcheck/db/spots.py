"""Every part of a base with its place: what the cross checks walk over.

Comes in: a `Loaded`. Goes out: `Spot`s. A file of its own so that each check is one loop and one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from factcheck.db.files import Read
from factcheck.db.load import Loaded
from factcheck.db.problems import Problem
from factcheck.model import Assertion, Concept, CueRule, Evidence, LexiconFile, Source, Topic

T = TypeVar("T")
Route = tuple[str | int, ...]
VERIFIED = ("verified", "corrected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Generic[T]):
    """A value and where it stands."""

    value: T
    read: Read[Any]
    route: Route = ()

    def problem(self, route: Route, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem at a route below this value, or at the key that names it."""
        return self.read.problem((*self.route, *route), message, hint, key=key)

    def where(self, route: Route = ()) -> str:
        """File and line, for hints that point elsewhere."""
        return self.read.where((*self.route, *route))


def topics(loaded: Loaded) -> Iterator[Spot[Topic]]:
    """The topic files."""
    return (Spot(value=read.value, read=read) for base in loaded.bases for read in base.topics)


def sources(loaded: Loaded) -> Iterator[Spot[Source]]:
    """The sources."""
    return (Spot(value=read.value, read=read) for base in loaded.bases for read in base.sources)


def lexicons(loaded: Loaded) -> Iterator[Spot[LexiconFile]]:
    """The lexicon files."""
    return (Spot(value=read.value, read=read) for base in loaded.bases for read in base.lexicon)


def all_assertions(loaded: Loaded) -> Iterator[Spot[Assertion]]:
    """The assertions, withdrawn ones too."""
    for topic in topics(loaded):
        for number, each in enumerate(topic.value.assertions):
            yield Spot(value=each, read=topic.read, route=("assertions", number))


def assertions(loaded: Loaded) -> Iterator[Spot[Assertion]]:
    """The assertions that are matched."""
    return (spot for spot in all_assertions(loaded) if spot.value.withdrawn is None)


def evidence(loaded: Loaded) -> Iterator[tuple[Spot[Assertion], Spot[Evidence]]]:
    """The evidence of the assertions that are matched."""
    for spot in assertions(loaded):
        for number, each in enumerate(spot.value.evidence):
            yield spot, Spot(value=each, read=spot.read, route=(*spot.route, "evidence", number))


def concepts(loaded: Loaded) -> Iterator[Spot[Concept]]:
    """The concepts of the lexicon."""
    for lexicon in lexicons(loaded):
        for number, each in enumerate(lexicon.value.concepts):
            yield Spot(value=each, read=lexicon.read, route=("concepts", number))


def cues(loaded: Loaded) -> Iterator[Spot[CueRule]]:
    """The cues of the lexicon."""
    for lexicon in lexicons(loaded):
        for number, each in enumerate(lexicon.value.cues):
            yield Spot(value=each, read=lexicon.read, route=("cues", number))


def source_by_id(loaded: Loaded) -> dict[str, Source]:
    """The sources by their ids."""
    return {spot.value.id: spot.value for spot in sources(loaded)}


def uses(loaded: Loaded) -> Iterator[tuple[str, Spot[Any], Route]]:
    """Every mention of a source, with its place."""
    for spot in all_assertions(loaded):
        for number, entry in enumerate(spot.value.evidence):
            yield entry.source, spot, ("evidence", number, "source")
        for number, rule in enumerate(spot.value.policy):
            yield rule.source, spot, ("policy", number, "source")
        if spot.value.proof_lacking:
            yield spot.value.proof_lacking.source, spot, ("proof_lacking", "source")
    for source in sources(loaded):
        if source.value.superseded_by:
            yield source.value.superseded_by, source, ("superseded_by",)


def unread(loaded: Loaded, folder: str) -> tuple[str, ...]:
    """Names of the files of a folder that could not be read."""
    missed = (name.partition("/") for base in loaded.bases for name in base.unread)
    return tuple(name for place, _, name in missed if place == folder)


def folded(text: str) -> str:
    """The text with its white space and case evened out, for comparisons of wording."""
    return " ".join(text.split()).casefold()
