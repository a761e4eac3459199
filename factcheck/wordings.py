"""The lexicon's wordings by their words, and where they stand in a sentence.

In goes a lexicon, out comes what finds its wordings. A room of its own because making it takes long and is kept from
run to run, and because finding must cost the same however many wordings there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.language import Words, words
from factcheck.model import Lexicon
from factcheck.normalise import fold, stem
from factcheck.spelling import SHORTEST

FormEntry = tuple[tuple[str, ...], str, str]
"""Keys of a wording, concept id, form."""
CueEntry = tuple[tuple[str, ...], int]
"""Keys of a wording, number of its rule."""
Entry = TypeVar("Entry", FormEntry, CueEntry)


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of a lexicon by their keys."""

    forms: dict[tuple[str, ...], list[FormEntry]]
    cues: dict[tuple[str, ...], list[CueEntry]]
    vocabulary: tuple[str, ...]
    """Every word of them that is long enough to be misspelt safely; in order: of two equally near the same wins."""
    stems: dict[str, str]
    """Of every word in them, by its folded form."""


def wordings(lexicon: Lexicon) -> Wordings:
    """The wordings of a lexicon, made ready to be found."""
    parsed = {text: words(text.lstrip("=")) for text in _texts(lexicon)}
    forms: dict[tuple[str, ...], list[FormEntry]] = defaultdict(list)
    cues: dict[tuple[str, ...], list[CueEntry]] = defaultdict(list)
    for concept in lexicon.concepts:
        for form, texts in (("names", concept.forms), ("does", concept.does), ("worsens", concept.worsens)):
            for text in texts:
                key = _key(text, parsed[text])
                forms[key].append((key, concept.id, form))
    for number, rule in enumerate(lexicon.cues):
        for text in rule.forms:
            key = _key(text, parsed[text])
            cues[key].append((key, number))
    parts = {part for text in parsed for part in fold(text.lstrip("=")).replace("-", " ").split()}
    vocabulary = sorted(part for part in parts if len(part) >= SHORTEST)
    every = {*vocabulary, *(word for each in parsed.values() for word in each.folds)}
    return Wordings(dict(forms), dict(cues), tuple(vocabulary), {word: stem(word) for word in sorted(every)})


def _texts(lexicon: Lexicon) -> list[str]:
    """Every wording as it is written."""
    texts = [text for concept in lexicon.concepts for text in (*concept.forms, *concept.does, *concept.worsens)]
    return texts + [text for rule in lexicon.cues for text in rule.forms]


def _key(text: str, parsed: Words) -> tuple[str, ...]:
    """A wording as the keys of its words: stems, or "=folded" where it is to be matched as written."""
    return tuple(f"={part}" for part in parsed.folds) if text.startswith("=") else parsed.stems


class Finder(Generic[Entry]):
    """Finds wordings in a sentence: at each word only those lengths are tried that some wording has from there."""

    def __init__(self, entries: Mapping[tuple[str, ...], list[Entry]]) -> None:
        self._entries: Mapping[tuple[str, ...], list[Entry]] = entries
        self._written: dict[tuple[str, ...], list[Entry]] = {
            tuple(word[1:] for word in key): held for key, held in entries.items() if key[0].startswith("=")
        }
        by_stem: dict[str, set[int]] = defaultdict(set)
        as_written: dict[str, set[int]] = defaultdict(set)
        for key in entries:
            if key[0].startswith("="):
                as_written[key[0][1:]].add(len(key))
            else:
                by_stem[key[0]].add(len(key))
        self._by_stem = {first: sorted(held) for first, held in by_stem.items()}
        self._as_written = {first: sorted(held) for first, held in as_written.items()}

    def hits(self, sentence: Words) -> list[tuple[int, int, Entry]]:
        """Every place where the keys of an entry stand in a row."""
        found: list[tuple[int, int, Entry]] = []
        stems, folds = sentence.stems, sentence.folds
        for i, lengths in enumerate(map(self._by_stem.get, stems)):
            for last in [i + length for length in lengths or () if i + length <= len(stems)]:
                found += [(i, last, entry) for entry in self._entries.get(stems[i:last], ())]
        for i, lengths in enumerate(map(self._as_written.get, folds)):
            for last in [i + length for length in lengths or () if i + length <= len(folds)]:
                found += [(i, last, entry) for entry in self._written.get(folds[i:last], ())]
        return found


def longest(hits: list[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    """Hits in order, those inside or across a longer one left out; of equal stretches those matched as written stay."""
    kept: list[tuple[int, int, Entry]] = []
    for hit in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0], not _as_written(hit[2]))):
        if all(hit[1] <= other[0] or other[1] <= hit[0] or _equals(hit, other) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[:2])


def _equals(hit: tuple[int, int, Entry], other: tuple[int, int, Entry]) -> bool:
    return hit[:2] == other[:2] and _as_written(hit[2]) == _as_written(other[2])


def _as_written(entry: Entry) -> bool:
    """Whether an entry's wording is matched as written, which is surer than by stem."""
    return entry[0][0].startswith("=")
