"""The lexicon's wordings by their words, and where they stand in a sentence.

In goes a lexicon, out comes what finds its wordings. A room of its own because making it takes long and is kept from
run to run, and because finding must cost the same however many wordings there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.language import Words, words
from factcheck.model import Lexicon, spelled
from factcheck.normalise import fold, stem
from factcheck.spelling import SHORTEST

FormEntry = tuple[tuple[str, ...], str, str]
"""Keys of a wording, concept id, form."""
CueEntry = tuple[tuple[str, ...], int]
"""Keys of a wording, number of its rule."""
Entry = TypeVar("Entry", FormEntry, CueEntry)

GAP = fold("…")
"""Stands in a wording for words between: "data … remain sparse"."""
WIDEST = 9
"""Words that may stand there."""
_CLOSED = frozenset({";", "|", ":", "•", GAP})
"""What no wording goes on across."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of a lexicon."""

    forms: Mapping[str, Sequence[FormEntry]]
    """By the key of the word that they open with: only those of a text's words are ever looked at."""
    cues: Mapping[str, Sequence[CueEntry]]
    vocabulary: tuple[str, ...]
    """Every word of them that is long enough to be misspelt safely; in order: of two equally near the same wins."""
    stems: dict[str, str]
    """Of every word in them, by its folded form."""


def wordings(lexicon: Lexicon) -> Wordings:
    """The wordings of a lexicon, made ready to be found."""
    parsed = {text: words(text.lstrip("=")) for text in _texts(lexicon)}
    forms: dict[str, list[FormEntry]] = defaultdict(list)
    cues: dict[str, list[CueEntry]] = defaultdict(list)
    for concept in lexicon.concepts:
        for form, texts in (("names", concept.forms), ("does", concept.does), ("worsens", concept.worsens)):
            for text in spelled(texts):
                key = _key(text, parsed[text])
                forms[_opening(key)].append((key, concept.id, form))
    for number, rule in enumerate(lexicon.cues):
        for text in spelled(rule.forms):
            key = _key(text, parsed[text])
            cues[_opening(key)].append((key, number))
    parts = {part for text in parsed for part in fold(text.lstrip("=")).replace("-", " ").split()}
    vocabulary = sorted(part for part in parts if len(part) >= SHORTEST)
    every = {*vocabulary, *(word for each in parsed.values() for word in each.folds)}
    return Wordings(dict(forms), dict(cues), tuple(vocabulary), {word: stem(word) for word in sorted(every)})


def _texts(lexicon: Lexicon) -> list[str]:
    """Every wording, its alternatives written out."""
    texts = [text for concept in lexicon.concepts for text in (*concept.forms, *concept.does, *concept.worsens)]
    return list(spelled([*texts, *(text for rule in lexicon.cues for text in rule.forms)]))


def _key(text: str, parsed: Words) -> tuple[str, ...]:
    """A wording as the keys of its words: stems, or "=folded" where it is to be matched as written."""
    return tuple(f"={part}" for part in parsed.folds) if text.startswith("=") else parsed.stems


def _opening(key: tuple[str, ...]) -> str:
    """The first key that is no gap; "" if there is none."""
    return next((part for part in key if part.lstrip("=") != GAP), "")


class Finder(Generic[Entry]):
    """Finds wordings in a sentence: at each word only those lengths are tried that some wording has from there.

    A wording with a gap is found where it opens; it has to be closed further on.
    """

    def __init__(self, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._entries: Mapping[str, Sequence[Entry]] = entries
        self._made: dict[str, _Openings[Entry]] = {}

    def hits(self, sentence: Words) -> list[tuple[int, int, Entry]]:
        """Every place where the keys of an entry stand in a row, or up to its gap."""
        found = list(self._hits(sentence.stems, ""))
        found.extend(self._hits(sentence.folds, "="))
        return found

    def _hits(self, keys: tuple[str, ...], mark: str) -> Iterator[tuple[int, int, Entry]]:
        for i, key in enumerate(keys):
            if mark + key in self._entries:
                for first, last, entry in self._openings(mark + key).hits(keys[i:], 1):
                    yield i + first, i + last, entry

    def _openings(self, key: str) -> _Openings[Entry]:
        """The wordings that open with a word, made when a text holds it for the first time."""
        if key not in self._made:
            by_key: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
            for entry in self._entries[key]:
                by_key[entry[0]].append(entry)
            self._made[key] = _Openings()
            for keys, held in by_key.items():
                self._made[key].add(tuple(part.removeprefix("=") for part in keys) if key[:1] == "=" else keys, held)
        return self._made[key]


class _Openings(Generic[Entry]):
    """Wordings of one kind by how they open."""

    def __init__(self) -> None:
        self._lengths: dict[str, list[int]] = {}
        self._whole: dict[tuple[str, ...], list[Entry]] = {}
        self._gapped: dict[tuple[str, ...], _Openings[Entry]] = {}

    def add(self, parts: tuple[str, ...], entries: list[Entry]) -> None:
        """Holds entries under the words before their gap, and what follows it under these."""
        while parts[:1] == (GAP,):  # a gap that nothing opens leaves nothing open
            parts = parts[1:]
        if not parts:
            return
        opening = parts[: parts.index(GAP)] if GAP in parts else parts
        if opening == parts:
            self._whole[parts] = entries
        else:
            self._gapped.setdefault(opening, _Openings()).add(parts[len(opening) + 1 :], entries)
        lengths = self._lengths.setdefault(opening[0], [])
        if len(opening) not in lengths:
            lengths.append(len(opening))

    def hits(self, keys: tuple[str, ...], reach: int | None = None) -> list[tuple[int, int, Entry]]:
        """First word, one past the last before a gap, and the entry; of wordings that begin among the first words."""
        found: list[tuple[int, int, Entry]] = []
        for i, lengths in enumerate(map(self._lengths.get, keys[:reach])):
            for length in (length for length in lengths or () if i + length <= len(keys)):
                opening = keys[i : i + length]
                found += [(i, i + length, entry) for entry in self._whole.get(opening, ())]
                if opening in self._gapped:
                    rest = keys[i + length :]
                    found += [(i, i + length, entry) for _, _, entry in self._gapped[opening].hits(rest, _open(rest))]
        return found


def _open(keys: Sequence[str]) -> int:
    """How many words of these the closing words of a gap may begin with."""
    return next((i for i, word in enumerate(keys[:WIDEST]) if word in _CLOSED), WIDEST) + 1


def closing(entry: Entry, sentence: Words, last: int) -> int:
    """One past the last word of an entry that stands up to `last` before its gap; 0 if it has none."""
    keys = entry[0]
    if GAP not in {key.lstrip("=") for key in keys}:
        return 0
    written = _as_written(entry)
    parts = tuple(key[1:] for key in keys) if written else keys
    tail = parts[len(parts) - parts[::-1].index(GAP) :]
    words = sentence.folds if written else sentence.stems
    ends = (i + len(tail) for i in range(last, len(words)) if words[i : i + len(tail)] == tail)
    return next(ends, 0)


def longest(hits: list[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    """Hits in order, those inside or across a longer one left out; of equal stretches those matched as written stay.

    A wording with a gap is as long as its words: "no … has been shown" is more than "no".
    """
    kept: list[tuple[int, int, Entry]] = []
    for hit in sorted(hits, key=lambda hit: (-len(hit[2][0]), hit[0], not _as_written(hit[2]))):
        if all(hit[1] <= other[0] or other[1] <= hit[0] or _equals(hit, other) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[:2])


def _equals(hit: tuple[int, int, Entry], other: tuple[int, int, Entry]) -> bool:
    same = hit[:2] == other[:2] and len(hit[2][0]) == len(other[2][0])
    return same and _as_written(hit[2]) == _as_written(other[2])


def _as_written(entry: Entry) -> bool:
    """Whether an entry's wording is matched as written, which is surer than by stem."""
    return entry[0][0].startswith("=")
