"""Words of a claim: the smallest stretch that says it, claims of one sentence apart.

In go matches, out come the same with spans that do not overlap. A file beside `match` because where a claim stands is
another question than which claim it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from factcheck.normalise import Quantity, dimension
from factcheck.phrasing import Match
from factcheck.reading import SUBJECTS, Mention, Reading

_CUT_BEFORE = re.compile(r"(?:\w+['’‑-])*\w*$")
_CUT_BEHIND = re.compile(r"\w*(?:[‑-]\w+)*")
"""The rest of a word whose other part is quoted; hyphens stand in it, apostrophes before its end ("n’t")."""
WIDEST = 14
"""Words; a span that would be wider is cut down to the anchor and its effect."""
FREE = "free"
_FREE_OF = frozenset({"from", "of"})
_LEADING = frozenset({"and", "or", "for", "its", "their", ",", "&"})
_FROM_ON = frozenset("in for to with than by on from as at without into about like including and or that which".split())
_BEFORE_NOUNS = frozenset({"of", "the", "a", "an", "its", "your", "our", "their"})
_OPEN = _FROM_ON | _BEFORE_NOUNS
"""Words with which no claim ends: what they lead to belongs to it."""
_ENDING = _FROM_ON | {"but", "is", "are", "was", "can", "who", "when", "while", "if", "so"}
_LOOKS = frozenset({"appearance", "look", "complexion", "skin", "finish", "glow"})
OBJECT = 7
"""Words of what a claim's last preposition leads to, at most."""
BESIDE = 4
"""Words between a claim and its number: "results you can see in just 14 days"."""


def span(anchor: Mention, mentions: Sequence[Mention], reading: Reading) -> tuple[int, int]:
    """The smallest stretch of words with effect and object; a shared subject stays outside."""
    effect = [reading.mentions[anchor.by]] if anchor.by is not None else []
    if effect and _shared(effect[0], anchor, reading):
        effect = []
    for parts in ([*(m for m in mentions if m.kind not in SUBJECTS or m is anchor), *effect], [anchor, *effect]):
        first, last = min(m.first for m in parts), max(max(m.last, m.closing) for m in parts)
        if last - first <= WIDEST:
            return _with_what_is_left_out(first, last, reading)
    return anchor.first, anchor.last


def _with_what_is_left_out(first: int, last: int, reading: Reading) -> tuple[int, int]:
    """A stretch with what stands before its "free" or behind its "free from": the thing that is left out."""
    folds = reading.words.folds
    before = {m.last: m.first for m in reading.mentions if m.kind in SUBJECTS and folds[first] == FREE}
    behind = {m.first: m.last for m in reading.mentions if m.kind in SUBJECTS and folds[last - 1] in _FREE_OF}
    return before.get(first, first), behind.get(last, last)


def with_numbers(
    stretch: tuple[int, int], asked: Iterable[Quantity], stated: Iterable[Quantity], reading: Reading
) -> tuple[int, int]:
    """The stretch with the numbers that its phrasing asks for: they are what the claim says ("lasts 6-12 months")."""
    first, last = stretch
    kinds = {dimension(quantity.unit) for quantity in asked}
    begins = reading.words.starts[0]
    for quantity in (each for each in stated if dimension(each.unit) in kinds):
        held = [i for i, at in enumerate(reading.words.starts) if quantity.start <= at - begins < quantity.end]
        if held and _adjoins(held, first, last, reading):
            first, last = min(first, held[0]), max(last, held[-1] + 1)
    return first, last


def _adjoins(held: Sequence[int], first: int, last: int, reading: Reading) -> bool:
    """Whether a number stands in a stretch or right by it, with no other claim between."""
    between = range(last, held[0]) if held[0] >= last else range(held[-1] + 1, first)
    return len(between) <= BESIDE and not any(m.first in between for m in reading.mentions)


def _shared(effect: Mention, anchor: Mention, reading: Reading) -> bool:
    """Whether the effect belongs to an earlier item of the list, whose span it stands in."""
    between = range(effect.last, anchor.first)
    return any(
        m.first in between and m.kind in {"outcome", "disease"} and m.first != anchor.first for m in reading.mentions
    )


def whole(match: Match, found: Sequence[Match]) -> tuple[int, int]:
    """A claim's words as they are quoted: not from a preposition on, nor up to one ("alternative to fillers")."""
    folds, first = match.reading.words.folds, match.first
    free = min([other.first for other in found if other.first >= match.last], default=len(folds))
    doing = {i for m in match.reading.mentions if m.kind == "effect" for i in range(m.first, m.last)}
    last = _with_object(folds[:free], match.last, doing)
    while last - first > 1 and (folds[last - 1] in _OPEN or not folds[last - 1][:1].isalnum()):
        last -= 1
    while last - first > 1 and folds[first] in _LEADING:
        first += 1
    return first, _closed(folds[:free], first, last)


def _with_object(folds: Sequence[str], last: int, doing: Set[int]) -> int:
    """The end of what the last preposition leads to, or of what a last adjective describes: "young and toned skin"."""
    if folds[last - 1] in _OPEN:
        ends = min(last + OBJECT, len(folds))
        return next((i for i in range(last, ends) if folds[i] in _ENDING or not folds[i][:1].isalnum()), ends)
    second = last + 1 + (folds[last + 1 : last + 2] == ("more",))
    described = not _LEADING.isdisjoint(folds[last : last + 1]) and not _LOOKS.isdisjoint(
        folds[second + 1 : second + 2]
    )
    return second + 2 if described and second not in doing and folds[second] not in _ENDING else last


def _closed(folds: Sequence[str], first: int, last: int) -> int:
    """The end with the bracket closed that was opened; before it, where it goes on for long."""
    held = folds[first:last]
    if held.count("(") <= held.count(")"):
        return last
    closing = next((i for i in range(last, min(last + BESIDE, len(folds))) if folds[i] == ")"), None)
    opening = last - 1 - held[::-1].index("(")
    return closing + 1 if closing is not None else max(opening, first + 1)


def unbroken(span: tuple[int, int], sentence: str, begins: int, taken: Sequence[range]) -> tuple[int, int]:
    """Characters of a claim with the rest of words that they cut ("moisture|-locking"), up to the next claim's.

    Offsets are the document's; the sentence begins at `begins`.
    """
    start, end = span
    free_from = max((other.stop for other in taken if other.stop <= start), default=begins)
    free_to = min((other.start for other in taken if other.start >= end), default=begins + len(sentence))
    before, behind = sentence[free_from - begins : start - begins], sentence[end - begins : free_to - begins]
    head, tail = _CUT_BEFORE.search(before), _CUT_BEHIND.match(behind)
    return start - (len(head[0]) if head else 0), end + (len(tail[0]) if tail else 0)


def same_clause(mention: Mention, other: Mention, reading: Reading) -> bool:
    """Whether two mentions stand in one clause."""
    return reading.clauses[mention.first] == reading.clauses[other.first]


def said_together(mention: Mention, later: Mention, reading: Reading) -> bool:
    """Whether two mentions belong to one statement: one clause, the same brackets, and no ", which" between."""
    between = pairwise(reading.words.folds[mention.last : later.first])
    alike = same_clause(mention, later, reading) and same_brackets(mention, later, reading)
    return alike and (",", "which") not in between


def same_brackets(mention: Mention, other: Mention, reading: Reading) -> bool:
    """Whether none of two mentions stands in brackets that the other stands outside of."""
    first, last = sorted((mention.first, other.first))
    between = reading.words.folds[first:last]
    return between.count("(") == between.count(")")


def merged(found: list[Match]) -> list[Match]:
    """Neighbouring matches of one assertion as one claim ("lines and wrinkles"); of distant ones the better stays."""
    kept: list[Match] = []
    plain = {m.assertion.id for m in found if not m.opposite}
    for match in sorted((m for m in found if not _outdone(m, found)), key=lambda m: (m.first, m.last)):
        # Copy does not say a thing and its opposite: "protects from sunburn-causing rays" names what it protects from.
        if match.opposite and match.assertion.id in plain:
            continue
        twin = next((m for m in kept if m.assertion.id == match.assertion.id), None)
        if twin is None:
            kept.append(match)
            continue
        better = twin if (twin.rank, twin.score) >= (match.rank, match.score) else match
        neighbours = twin is kept[-1] and same_clause(twin.anchor, match.anchor, match.reading)
        kept[kept.index(twin)] = _joined(better, twin, match) if neighbours else better
    return kept


def _outdone(match: Match, found: list[Match]) -> bool:
    """Whether a more specific claim stands on the very words: what is said again elsewhere shall not go with it."""
    words = (match.anchor.first, match.anchor.last)
    beside = match.last <= words[0] or words[1] <= match.first  # said of another subject of the same verb
    return not beside and any((m.anchor.first, m.anchor.last) == words and m.rank > match.rank for m in found)


def _joined(better: Match, left: Match, right: Match) -> Match:
    return replace(
        better, first=min(left.first, right.first), last=max(left.last, right.last), full=left.full or right.full
    )


def _says_again(match: Match, other: Match) -> bool:
    """Whether a kept claim already says it of something narrower: one thing enters the skin once."""
    shared = {m for m in match.mentions if m.kind == "relation"} & set(other.mentions)
    overlap = match.first < other.last and other.first < match.last
    return bool(shared) and overlap and match.opposite == other.opposite


def apart(found: list[Match]) -> tuple[Match, ...]:
    """Matches whose spans do not overlap: the more specific keeps its words, the other shrinks or goes."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (tuple(-r for r in m.rank), m.first)):
        for first, last in ((match.first, match.last), (match.anchor.first, match.anchor.last)):
            if any(_says_again(match, other) for other in kept):
                break
            if all(last <= other.first or other.last <= first for other in kept):
                same = (first, last) == (match.first, match.last)
                kept.append(match if same else replace(match, first=first, last=last))
                break
    return tuple(sorted(kept, key=lambda m: m.first))
