"""Several bases -> one: later folders add to, withdraw from and narrow earlier ones.

Comes in: the bases as read, in order. Goes out: the parts of one `ClaimsDB`, and a problem for everything that cannot
stand twice. A file of its own because the order of folders matters here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from factcheck.db.bounds import narrowed
from factcheck.db.files import Base, Read
from factcheck.db.problems import Problem, did_you_mean
from factcheck.model import Assertion, Change, Concept, CueRule, Lexicon, Source, Topic, Within


def assertions(bases: Sequence[Base]) -> tuple[Assertion, ...]:
    """All assertions in order, as the later bases leave them; of an id given twice the first stands."""
    held: dict[str, Assertion] = {}
    for base in bases:
        for change in (change for topic in base.topics for change in topic.value.changes):
            if change.id in held:
                held[change.id] = changed(held[change.id], change)
        for each in (each for topic in base.topics for each in topic.value.assertions):
            held.setdefault(each.id, each)
    return tuple(held.values())


def changed(assertion: Assertion, change: Change) -> Assertion:
    """The assertion withdrawn or narrowed, with the reason where a reader will see it."""
    if change.withdraw:
        return replace(assertion, withdrawn=change.reason)
    if change.within is None:
        return assertion
    because = f"{assertion.because} Narrowed: {change.reason}"
    return replace(assertion, within=narrowed(assertion.within, change.within), because=because)


def sources(bases: Sequence[Base]) -> tuple[Source, ...]:
    """All sources in order; of an id given twice the first stands."""
    held: dict[str, Source] = {}
    for read in (read for base in bases for read in base.sources):
        held.setdefault(read.value.id, read.value)
    return tuple(held.values())


def lexicon(bases: Sequence[Base]) -> Lexicon:
    """All concepts, those of one id joined, and all cues."""
    held: dict[str, Concept] = {}
    cues: list[CueRule] = []
    for read in (read for base in bases for read in base.lexicon):
        for concept in read.value.concepts:
            held[concept.id] = joined(held[concept.id], concept) if concept.id in held else concept
        cues.extend(read.value.cues)
    return Lexicon(concepts=tuple(held.values()), cues=tuple(cues))


def joined(held: Concept, added: Concept) -> Concept:
    """One concept with the wordings of both; what only one of them says holds."""
    return replace(
        held,
        isa=_union(held.isa, added.isa),
        forms=_union(held.forms, added.forms),
        does=_union(held.does, added.does),
        worsens=_union(held.worsens, added.worsens),
        valence=held.valence or added.valence,
        direction=held.direction or added.direction,
        degree="full" if "full" in (held.degree, added.degree) else "ordinary",
        generic=held.generic or added.generic,
        setting=held.setting or added.setting,
    )


def _union(held: tuple[str, ...], added: tuple[str, ...]) -> tuple[str, ...]:
    """Both in order, each once."""
    return tuple(dict.fromkeys((*held, *added)))


def topics(bases: Sequence[Base]) -> tuple[tuple[str, str], ...]:
    """Topic names with the first title that is given for each."""
    held: dict[str, str] = {}
    for topic in (read.value for base in bases for read in base.topics):
        held[topic.topic] = held.get(topic.topic) or topic.title or ""
    return tuple((name, title or name.replace("-", " ")) for name, title in held.items())


def clashes(bases: Sequence[Base]) -> Iterator[Problem]:
    """Everything that cannot stand twice, or that changes what is not there."""
    yield from _doubled(
        (each.id, read, ("assertions", number, "id"))
        for read in _topic_files(bases)
        for number, each in enumerate(read.value.assertions)
    )
    yield from _doubled((read.value.id, read, ("id",)) for base in bases for read in base.sources)
    for number, base in enumerate(bases):
        yield from _concepts_doubled(base)
        yield from _changes(base, bases[:number])
    yield from _concepts_at_odds(bases)


def _topic_files(bases: Iterable[Base]) -> Iterator[Read[Topic]]:
    """The topic files of all bases in order."""
    return (read for base in bases for read in base.topics)


def _doubled(entries: Iterable[tuple[str, Read[Any], tuple[str | int, ...]]]) -> Iterator[Problem]:
    """Ids given twice, with the place of the first."""
    first: dict[str, str] = {}
    for name, read, route in entries:
        if name in first:
            hint = "give it another id; a later base changes a shipped assertion under `changes`"
            yield read.problem(route, f"the id {name!r} is taken, at {first[name]}", hint)
        else:
            first[name] = read.where(route)


def _concepts_doubled(base: Base) -> Iterator[Problem]:
    """Concepts given twice in one base (a later base may add to a concept, the same base has no need to)."""
    return _doubled(
        (each.id, read, ("concepts", number, "id"))
        for read in base.lexicon
        for number, each in enumerate(read.value.concepts)
    )


def _concepts_at_odds(bases: Sequence[Base]) -> Iterator[Problem]:
    """Concepts that a later base gives another kind, valence, direction or setting."""
    first: dict[str, tuple[Concept, str]] = {}
    for read in (read for base in bases for read in base.lexicon):
        for number, added in enumerate(read.value.concepts):
            held, place = first.setdefault(added.id, (added, read.where(("concepts", number, "id"))))
            for key in ("kind", "valence", "direction", "setting"):
                old, new = getattr(held, key), getattr(added, key)
                if old and new and old != new:
                    message = f"{added.id!r} has {key} {new!r} here and {old!r} at {place}"
                    yield read.problem(("concepts", number, key), message, "a later base can only add wordings")


def _changes(base: Base, before: Sequence[Base]) -> Iterator[Problem]:
    """Changes that change nothing, or nothing that is there, or what this base changes already."""
    known = {each.id for read in _topic_files(before) for each in read.value.assertions}
    first: dict[str, str] = {}
    for read in base.topics:
        for number, change in enumerate(read.value.changes):
            if change.id not in known:
                hint = did_you_mean(change.id, known) or "`changes` reach only bases that are named before this one"
                message = f"no assertion {change.id!r} in a base loaded before"
                yield read.problem(("changes", number, "id"), message, hint)
            elif change.id in first:
                message = f"{change.id!r} is changed already, at {first[change.id]}"
                yield read.problem(("changes", number, "id"), message, "write both into one change")
            elif not change.withdraw and change.within in (None, Within()):
                message = "this change changes nothing"
                yield read.problem(("changes", number), message, "write `withdraw: true` or bounds under `within`")
            first.setdefault(change.id, read.where(("changes", number, "id")))
