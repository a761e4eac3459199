"""The lexicon's wordings by their words, and where they stand in a sentence.

In goes a lexicon, out comes what finds its wordings. A room of its own because making it takes long and is kept from
run to run, and because finding must cost the same however many wordings there are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, pairwise, product
from typing import Any, Generic, TypeVar

from factcheck.language.normalise import fold, stem
from factcheck.language.spelling import SHORTEST
from factcheck.language.tokens import Words, words
from factcheck.model import MOST_SPELLINGS, Lexicon, spelled

FormEntry = tuple[tuple[str, ...], str, str]
"""Keys of a wording, concept id, form."""
CueEntry = tuple[tuple[str, ...], int]
"""Keys of a wording, number of its rule."""
Entry = TypeVar("Entry", FormEntry, CueEntry)
Slots = list[list[tuple[str, ...]]]
"""What may stand at each place of a wording with choices, as keys."""
FormWording = tuple[Slots, str, str]
CueWording = tuple[Slots, int]

GAP = fold("…")
"""Stands in a wording for words between: "data … remain sparse"."""
WIDEST = 9
"""Words that may stand there."""
_CLOSED = frozenset({";", "|", ":", "•", GAP})
"""What no wording goes on across."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of a lexicon."""

    forms: Mapping[str, Sequence[FormWording]]
    """By the keys of the two words that they open with: only what a text holds is ever looked at."""
    cues: Mapping[str, Sequence[CueWording]]
    vocabulary: tuple[str, ...]
    """Every word of them that is long enough to be misspelt safely; in order: of two equally near the same wins."""
    stems: dict[str, str]
    """Of every word in them, by its folded form."""


def wordings(lexicon: Lexicon) -> Wordings:
    """The wordings of a lexicon, made ready to be found; choices are only written out where a text may hold them."""
    forms: dict[str, list[FormWording]] = defaultdict(list)
    cues: dict[str, list[CueWording]] = defaultdict(list)
    pieces: set[str] = set()
    for concept in lexicon.concepts:
        for form, texts in (("names", concept.forms), ("does", concept.does), ("worsens", concept.worsens)):
            for opening, slots in chain.from_iterable(map(_by_opening, texts)):
                forms[opening].append((slots, concept.id, form))
            pieces.update(chain.from_iterable(map(_pieces, texts)))
    for number, rule in enumerate(lexicon.cues):
        for opening, slots in chain.from_iterable(map(_by_opening, rule.forms)):
            cues[opening].append((slots, number))
        pieces.update(chain.from_iterable(map(_pieces, rule.forms)))
    parts = {part for piece in pieces for part in fold(piece).replace("-", " ").split()}
    vocabulary = sorted(part for part in parts if len(part) >= SHORTEST)
    every = {*vocabulary, *(word for piece in pieces for word in _words(piece).folds)}
    return Wordings(dict(forms), dict(cues), tuple(vocabulary), {word: stem(word) for word in sorted(every)})


_PLACE = re.compile(r"(?:\[[^\]]*\]|[^\s\[]|\[)+")
"""What stands between the spaces of a wording, a choice with its spaces."""
_words = lru_cache(maxsize=65536)(words)
"""The tokenizer looks at what stands between spaces by itself, and wordings share most of it."""


def _pieces(text: str) -> Iterator[str]:
    """Every stretch without a space in a wording and its choices."""
    for place in _places(text):
        for choice in spelled([place]):
            yield from choice.split()


def _places(text: str) -> list[str]:
    """The stretches of a wording that stay together; one without choices stays whole."""
    bare = text.lstrip("=")
    return _PLACE.findall(bare) if "[" in bare else [bare]


def _by_opening(text: str) -> Iterator[tuple[str, Slots]]:
    """A wording once for each way in which its first two words may stand, with its further places."""
    slots = [_choices(place, text[:1] == "=") for place in _places(text)]
    for n in range(1, len(slots) + 1):
        heads = list(_written_out(slots[:n]))
        if n == len(slots) or all(len(_from_first_word(head)) > 1 for head in heads):
            yield from ((_opening(head), [[head], *slots[n:]]) for head in heads)
            return


def _choices(place: str, as_written: bool) -> list[tuple[str, ...]]:
    """What may stand at a place, as the keys of its words: stems, or "=folded" where it is to be matched as written."""
    parsed = ([_words(piece) for piece in choice.split()] for choice in spelled([place]))
    if as_written:
        return [tuple(f"={fold}" for each in choice for fold in each.folds) for choice in parsed]
    return [tuple(stem for each in choice for stem in each.stems) for choice in parsed]


def _written_out(slots: Iterable[Iterable[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    """The keys of every spelling."""
    return islice((tuple(chain.from_iterable(each)) for each in product(*slots)), MOST_SPELLINGS)


def _opening(key: tuple[str, ...]) -> str:
    """The keys of the first two words in a row; of the first alone if a gap or nothing follows; "" if there is none."""
    parts = _from_first_word(key)
    return " ".join(parts[: 2 if len(parts) > 1 and parts[1].lstrip("=") != GAP else 1])


def _from_first_word(key: tuple[str, ...]) -> tuple[str, ...]:
    """Without the gaps that nothing opens: they leave nothing open."""
    return key[next((i for i, part in enumerate(key) if part.lstrip("=") != GAP), len(key)) :]


class Finder(Generic[Entry]):
    """Finds wordings in a sentence, from each word on as far as some wording goes.

    A wording with a gap is found where it opens; it has to be closed further on.
    """

    def __init__(self, held: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
        self._held = held
        self._openings = frozenset(held) - {""}
        self._trees: dict[str, _Tree[Entry]] = {}

    def hits(self, sentence: Words) -> list[tuple[int, int, Entry]]:
        """Every place where the keys of an entry stand in a row, or up to its gap."""
        found: list[tuple[int, int, Entry]] = []
        for keys, marked in ((sentence.stems, sentence.stems), (sentence.folds, [f"={k}" for k in sentence.folds])):
            for i, opening in _openings(marked):
                if opening in self._openings:
                    found += [(i, last, entry) for last, entry in self._tree(opening).hits(keys, i)]
        return found

    def _tree(self, opening: str) -> _Tree[Entry]:
        """The wordings that open so, made when a text holds that for the first time."""
        if opening not in self._trees:
            tree = self._trees[opening] = _Tree()
            for slots, *what in self._held[opening]:
                for key in _written_out(slots):
                    parts = _from_first_word(key)
                    tree.add([part[1:] for part in parts] if opening.startswith("=") else parts, (key, *what))
        return self._trees[opening]


def _openings(marked: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each word by itself and with the next one, as wordings may open."""
    yield from enumerate(marked)
    yield from enumerate(map(" ".join, pairwise(marked)))


class _Tree(Generic[Entry]):
    """Wordings by their words: the branches of a node are the words that may come next."""

    __slots__ = ("branches", "closings", "entries")

    def __init__(self) -> None:
        self.branches: dict[str, _Tree[Entry]] = {}
        self.closings: _Tree[Entry] | None = None
        """What may close the gap that stands here."""
        self.entries: list[Entry] = []
        """The wordings that end here."""

    def add(self, keys: Sequence[str], entry: Entry) -> None:
        """Holds an entry under its words."""
        node = self
        for key in keys:
            if key == GAP:
                node.closings = node.closings or _Tree()
                node = node.closings
            else:
                if key not in node.branches:
                    node.branches[key] = _Tree()
                node = node.branches[key]
        node.entries.append(entry)

    def hits(self, keys: Sequence[str], start: int) -> Iterator[tuple[int, Entry]]:
        """The entries whose words stand from `start` on, each with one past its last word, or its last before a gap."""
        node = self
        for i in range(start, len(keys) + 1):
            for entry in node.entries:
                yield i, entry
            if node.closings is not None:
                for entry in node.closings.closed(keys, i):
                    yield i, entry
            if i == len(keys) or keys[i] not in node.branches:
                return
            node = node.branches[keys[i]]

    def closed(self, keys: Sequence[str], start: int) -> Iterator[Entry]:
        """The entries whose words stand somewhere behind the gap that begins at `start`."""
        for i in range(start, min(start + _open(keys[start : start + WIDEST]), len(keys))):
            if keys[i] in self.branches:
                for _, entry in self.hits(keys, i):
                    yield entry


def _open(keys: Sequence[str]) -> int:
    """How many words of these the closing words of a gap may begin with."""
    return next((i for i, word in enumerate(keys[:WIDEST]) if word in _CLOSED), WIDEST) + 1


def rest(entry: Entry, sentence: Words, last: int) -> tuple[int, ...]:
    """The words behind the gaps of an entry that stands up to `last` before its first; none if it has no gap."""
    keys, written = entry[0], _as_written(entry)
    parts: tuple[str, ...] = tuple(key[1:] for key in keys) if written else keys
    words = sentence.folds if written else sentence.stems
    found: list[int] = []
    ends = [*(i for i, key in enumerate(parts) if key == GAP), len(parts)]
    for start, end in pairwise(ends):
        part = parts[start + 1 : end]
        at = next((i for i in range(last, len(words)) if words[i : i + len(part)] == part), last)
        last = at + len(part)
        found += range(at, last)
    return tuple(found)


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
