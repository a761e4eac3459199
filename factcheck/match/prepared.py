"""A base made ready for judging, as a value and as bytes.

In: a base. Out: `Ready`, everything that judging looks things up in; its bytes, and `Ready` out of them. A room of its
own because reading every wording of the base takes a second or two and one page a tenth of that: what is made here is
kept between runs and shipped to other processes. Out of bytes, a phrasing is only read when a claim may be it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import msgspec

from factcheck.language.normalise import Quantity
from factcheck.language.tokens import Words
from factcheck.match.index import Entry, Groups, Held, Index, grouped
from factcheck.match.nearby import Nearby, Postings
from factcheck.match.phrasing import Phrasing, Requirement
from factcheck.model import Assertion, ClaimsDB, CueRule
from factcheck.reading.reader import CueHit, Mention, Reader, Reading
from factcheck.reading.wordings import CueWording, FormWording, Wordings


@dataclass(frozen=True, slots=True)
class Ready:
    """A base made ready for judging."""

    reader: Reader
    index: Index
    nearby: Nearby


@dataclass(frozen=True, slots=True)
class _Phrasing:
    """A phrasing without what the base holds anyway: its assertion, and the rules of its cues."""

    assertion: str
    text: str
    words: Words
    mentions: tuple[Mention, ...]
    cues: tuple[tuple[int, int, int], ...]
    """Number of the rule, first word, last word."""
    clauses: tuple[int, ...]
    anchor: Requirement
    anchor_mention: Mention
    others: tuple[Requirement, ...]
    subjects: tuple[Requirement, ...]
    quantities: tuple[Quantity, ...]
    settings: frozenset[str]
    loose: frozenset[str]
    authorities: frozenset[str]
    whole: bool


T = TypeVar("T")
_Entry = tuple[int, tuple[str, ...], msgspec.Raw]
"""Number, needs, and the phrasing in its own bytes."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """All of it."""

    forms: dict[str, msgspec.Raw]
    cues: dict[str, msgspec.Raw]
    vocabulary: tuple[str, ...]
    stems: dict[str, str]
    anchors: dict[str, msgspec.Raw]
    """Entries of each anchor, in bytes of their own."""
    empty: tuple[tuple[str, str], ...]
    postings: Postings


def made(db: ClaimsDB) -> Ready:
    """The base made ready, from nothing."""
    reader = Reader(db.lexicon)
    index = Index(db, reader)
    return Ready(reader, index, Nearby(phrasing for held in index.by_anchor.values() for phrasing in held))


def packed(ready: Ready, db: ClaimsDB) -> bytes:
    """What was made, as bytes."""
    encode = msgspec.msgpack.encode
    rules = {rule: number for number, rule in enumerate(db.lexicon.cues)}
    anchors = {
        anchor: [
            (entry.number, entry.needs, encode(_bare(entry.phrasing, rules))) for entry in ready.index.entries(anchor)
        ]
        for anchor in ready.index.anchors
    }
    raw = {
        anchor: msgspec.Raw(encode([(number, needs, msgspec.Raw(data)) for number, needs, data in entries]))
        for anchor, entries in anchors.items()
    }
    held = ready.reader.wordings
    forms, cues = _raw(held.forms), _raw(held.cues)
    return encode(
        _Ready(forms, cues, held.vocabulary, held.stems, raw, tuple(ready.index.empty), ready.nearby.postings)
    )


def _raw(lists: Mapping[str, object]) -> dict[str, msgspec.Raw]:
    """Each list in bytes of its own."""
    return {key: msgspec.Raw(msgspec.msgpack.encode(held)) for key, held in lists.items()}


def unpacked(data: bytes, db: ClaimsDB) -> Ready:
    """The base made ready out of bytes that were made from it; raises ValueError if they are none."""
    try:
        held = msgspec.msgpack.decode(data, type=_Ready)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError("no prepared base") from error
    forms, cues = _Lists(held.forms, list[FormWording]), _Lists(held.cues, list[CueWording])
    reader = Reader(db.lexicon, Wordings(forms, cues, held.vocabulary, held.stems))
    index = Index(db, reader, Held(_Anchors(held.anchors, db), held.empty))
    return Ready(reader, index, Nearby(held=held.postings))


def _bare(phrasing: Phrasing, rules: Mapping[CueRule, int]) -> _Phrasing:
    reading = phrasing.reading
    return _Phrasing(
        phrasing.assertion.id, phrasing.text, reading.words, reading.mentions,
        tuple((rules[cue.rule], cue.first, cue.last) for cue in reading.cues), reading.clauses,
        phrasing.anchor, phrasing.anchor_mention, phrasing.others, phrasing.subjects, phrasing.quantities,
        phrasing.settings, phrasing.loose, phrasing.authorities, phrasing.whole,
    )  # fmt: skip


class _Lists(Mapping[str, list[T]]):
    """Lists of which each is read when it is asked for."""

    def __init__(self, raw: Mapping[str, msgspec.Raw], kind: type[list[T]]) -> None:
        self._raw, self._decoder = raw, msgspec.msgpack.Decoder(kind)

    def __getitem__(self, key: str) -> list[T]:
        return self._decoder.decode(self._raw[key])

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


class _Anchors(Mapping[str, Groups]):
    """The index read as far as it is asked for: the list of an anchor, then each phrasing that may fit."""

    def __init__(self, raw: Mapping[str, msgspec.Raw], db: ClaimsDB) -> None:
        self._raw = raw
        self._read: dict[str, Groups] = {}
        self._assertions: dict[str, Assertion] = {assertion.id: assertion for assertion in db.assertions}
        self._rules = db.lexicon.cues
        self._entries = msgspec.msgpack.Decoder(list[_Entry])
        self._phrasings = msgspec.msgpack.Decoder(_Phrasing)

    def __getitem__(self, anchor: str) -> Groups:
        if anchor not in self._read:
            entries = self._entries.decode(self._raw[anchor])
            self._read[anchor] = grouped(
                Entry(number, needs, partial(self._phrasing, raw)) for number, needs, raw in entries
            )
        return self._read[anchor]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def _phrasing(self, raw: msgspec.Raw) -> Phrasing:
        """One phrasing made whole."""
        held = self._phrasings.decode(raw)
        cues = tuple(CueHit(self._rules[number], first, last) for number, first, last in held.cues)
        return Phrasing(
            self._assertions[held.assertion], held.text, Reading(held.words, held.mentions, cues, held.clauses),
            held.anchor, held.anchor_mention, held.others, held.subjects, held.quantities, held.settings, held.loose,
            held.authorities, held.whole,
        )  # fmt: skip
