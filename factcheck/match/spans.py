"""Words of a claim: the smallest stretch that says it, claims of one sentence apart.

In go matches, out come the same with spans that do not overlap. A file beside `match` because where a claim stands is
another question than which claim it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.language.normalise import Quantity, dimension
from factcheck.match.phrasing import Match
from factcheck.reading.acting import is_participle
from factcheck.reading.clauses import WALLS
from factcheck.reading.mentions import BE, OUTCOMES
from factcheck.reading.owners import TOGETHER
from factcheck.reading.reader import SUBJECTS, Mention, Reading

WIDEST = 14
"""Words; a span that would be wider is cut down to the anchor and its effect."""
FREE = "free"
_FREE_OF = frozenset({"from", "of"})
_LISTING = frozenset({",", "and", "or", "&"})
_MEANS = frozenset({"with", "by", "using", "at"})
_DASHES = WALLS - {":"}
_ONWARD = frozenset("and but yet so ideal perfect suitable great they it we this these".split())
"""Words with which another statement begins behind a dash."""
APART = 8
"""Words between two neighbours that are quoted as one claim: "lines, crow's feet and other wrinkles"."""
BESIDE = 4
"""Words between a claim and its number: "results you can see in just 14 days"."""


def span(anchor: Mention, mentions: Sequence[Mention], reading: Reading) -> tuple[int, int]:
    """The smallest stretch of words with effect and object; a shared subject, and what a wall parts, stay outside."""
    effect = [reading.mentions[anchor.by]] if anchor.by is not None else []
    if effect and (_shared(effect[0], anchor, reading) or _describes(effect[0], anchor, reading)):
        effect = []
    told = (m for m in mentions if m.kind not in SUBJECTS or m.role != "main")
    near = [m for m in told if _on_one_side(m, anchor, reading) and not _past_another(m, anchor, mentions, reading)]
    for parts in ([*near, anchor, *effect], [anchor, *effect]):
        first, last = min(m.first for m in parts), max(max(m.last, m.closing) for m in parts)
        if last - first <= WIDEST:
            return _with_what_is_left_out(first, _list_end(last, parts, reading), reading)
    return anchor.first, anchor.last


def _on_one_side(mention: Mention, anchor: Mention, reading: Reading) -> bool:
    """Whether no colon and no dash parts the two ("It fixes the base: it repairs your DNA"), nor another verb.

    What one claim is measured by stays with it: "shows sooner than PRP and lasts longer".
    """
    first, last = sorted((mention.first, anchor.first))
    if mention.role == "comparator" and "and" in reading.words.folds[mention.last : anchor.first]:
        return False
    return WALLS.isdisjoint(reading.words.texts[first:last])


def _past_another(mention: Mention, anchor: Mention, mentions: Sequence[Mention], reading: Reading) -> bool:
    """Whether another item of a list stands between: "renewal, | lighter circles | and regeneration"."""
    first, last = sorted((mention, anchor), key=lambda m: m.first)
    between = range(first.last, last.first)
    items = (m for m in reading.mentions if m.kind in OUTCOMES and m.first in between)
    listed = mention.kind == "outcome" and reading.words.folds[first.last : first.last + 1] == (",",)
    return listed and any(all(m.first != own.first for own in mentions) for m in items)


def _list_end(last: int, parts: Sequence[Mention], reading: Reading) -> int:
    """The end with further items of one kind: "carry proteins | , lipids and RNA"."""
    asked = {m.concept for m in parts if m.kind in {"other", "ingredient"}}
    for mention in reading.mentions:
        between = reading.words.folds[last : mention.first]
        if mention.first > last and mention.concept in asked and TOGETHER.issuperset(between):
            last = mention.last
    return last


def _with_what_is_left_out(first: int, last: int, reading: Reading) -> tuple[int, int]:
    """A stretch with what stands before its "free" or behind its "free from": the thing that is left out."""
    folds = reading.words.folds
    before = {m.last: m.first for m in reading.mentions if m.kind in SUBJECTS and folds[first] == FREE}
    behind = {m.first: m.last for m in reading.mentions if m.kind in SUBJECTS and folds[last - 1] in _FREE_OF}
    return before.get(first, first), behind.get(last, last)


def numbers(asked: Iterable[Quantity], stated: Iterable[Quantity], reading: Reading) -> tuple[tuple[int, int], ...]:
    """The words of the numbers that a phrasing asks for."""
    kinds = {dimension(quantity.unit) for quantity in asked}
    begins = reading.words.starts[0]
    held = (
        [i for i, at in enumerate(reading.words.starts) if quantity.start <= at - begins < quantity.end]
        for quantity in stated
        if dimension(quantity.unit) in kinds
    )
    return tuple((words[0], words[-1] + 1) for words in held if words)


def with_numbers(stretch: tuple[int, int], asked: Iterable[tuple[int, int]], reading: Reading) -> tuple[int, int]:
    """The stretch with the numbers that its phrasing asks for: they are what the claim says ("lasts 6-12 months")."""
    first, last = stretch
    for begins, ends in asked:
        if _adjoins(begins, ends, first, last, reading):
            first, last = min(first, begins), max(last, ends)
    return first, last


def _adjoins(begins: int, ends: int, first: int, last: int, reading: Reading) -> bool:
    """Whether a number stands in a stretch or right by it, with no other claim between."""
    between = range(last, begins) if begins >= last else range(ends, first)
    return len(between) <= BESIDE and not any(m.first in between for m in reading.mentions)


def _shared(effect: Mention, anchor: Mention, reading: Reading) -> bool:
    """Whether the effect belongs to an earlier item of the list, whose span it stands in, or is that item."""
    between = range(effect.last, anchor.first)
    if effect.kind == "outcome" and not _LISTING.isdisjoint(reading.words.folds[effect.last : anchor.first]):
        return True  # "for oil control and barrier repair"
    return any(
        m.first in between and m.kind in {"outcome", "disease"} and m.first != anchor.first for m in reading.mentions
    )


def _describes(effect: Mention, anchor: Mention, reading: Reading) -> bool:
    """Whether a participle only describes what the claim is told of: "skin treated with retinol is smoother"."""
    folds = reading.words.folds
    by_means = is_participle(folds[effect.last - 1]) and not _MEANS.isdisjoint(folds[effect.last : effect.last + 1])
    return anchor.form == "does" and by_means and not BE.isdisjoint(folds[effect.last : anchor.first])


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
    """Neighbouring matches of one assertion as one claim ("lines and wrinkles"); of distant ones the better stays.

    Two items of a list with another between are two claims, and none is passed over: "lines, | pores | and wrinkles".
    """
    kept: list[Match] = []
    plain = {m.assertion.id for m in found if not m.opposite}
    for match in sorted((m for m in found if not _outdone(m, found)), key=lambda m: (m.first, m.last)):
        # Copy does not say a thing and its opposite: "protects from sunburn-causing rays" names what it protects from.
        if match.opposite and match.assertion.id in plain:
            continue
        twin = next((m for m in reversed(kept) if m.assertion.id == match.assertion.id), None)
        if twin is None or _lists_another(twin, match):
            kept.append(match)
            continue
        better = twin if twin.rank >= match.rank else match
        beside = match.first - twin.last <= APART
        beside = beside and not _says_more(twin, match)
        neighbours = beside and twin is kept[-1] and same_clause(twin.anchor, match.anchor, match.reading)
        kept[kept.index(twin)] = _joined(better, twin, match) if neighbours else better
    return kept


def _says_more(left: Match, right: Match) -> bool:
    """Whether a dash between two goes on to another statement: "FDA-approved — and none of the others are approved"."""
    words, between = left.reading.words, range(left.last, right.first)
    return any(words.texts[i - 1] in _DASHES and words.folds[i] in _ONWARD for i in between if i > left.last)


def _lists_another(left: Match, right: Match) -> bool:
    """Whether an item of another kind stands between two of a list: "brighter, | less oily | and more radiant skin"."""
    between, own = range(left.last, right.first), {m.concept for each in (left, right) for m in each.mentions}
    items = (m for m in left.reading.mentions if m.kind in OUTCOMES and m.first in between)
    return {left.anchor.kind, right.anchor.kind} <= OUTCOMES and any(m.concept not in own for m in items)


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
    """Matches whose spans do not overlap: the more specific keeps its words, the other shrinks or goes.

    One that gives a number keeps at least that: "tiny vesicles wrapped in a membrane | (30-150 nm)".
    """
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (tuple(-r for r in m.rank), m.first)):
        for first, last in ((match.first, match.last), *match.numbers, (match.anchor.first, match.anchor.last)):
            if any(_says_again(match, other) for other in kept):
                break
            if all(last <= other.first or other.last <= first for other in kept):
                same = (first, last) == (match.first, match.last)
                kept.append(match if same else replace(match, first=first, last=last))
                break
    return tuple(sorted(kept, key=lambda m: m.first))
