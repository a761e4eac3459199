"""Words of a claim as a report quotes them: a fair quotation, whole words, nothing cut that the claim hangs on.

In go matches whose spans do not overlap, out come the words to quote. A room of its own because what
decides a claim and what a reader needs to see of it are two things: "penetrate" decides, "can't penetrate" is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from factcheck.match.phrasing import Match
from factcheck.qualify.granted import said_of_all, taken_back
from factcheck.reading.clauses import AUXILIARIES
from factcheck.reading.mentions import SUBJECTS, TIMES, Mention
from factcheck.reading.owners import TOGETHER

_LEADING = frozenset({"and", "or", "for", "its", "their", ",", "&"})
_FROM_ON = frozenset("in for to with than by on from as at without into about like including and or that which".split())
_BEFORE_NOUNS = frozenset({"of", "the", "a", "an", "its", "your", "our", "their"})
_OPEN = _FROM_ON | _BEFORE_NOUNS
"""Words with which no claim ends: what they lead to belongs to it."""
_ENDING = _FROM_ON | {"but", "is", "are", "was", "can", "who", "when", "while", "if", "so"}
_LOOKS = frozenset({"appearance", "look", "complexion", "skin", "finish", "glow"})
_HEADS = _LOOKS | frozenset(
    """signs process processes effect effects action properties power results benefits response properties agents
    recurrence efficacy capacity levels concerns symptoms vesicles performance potential treatment treatments reaction
    reactions system cells platelets""".split()
)
"""Nouns that close what a claim's last word opens: "anti-inflammatory | properties", "from your own blood | cells"."""
_BODY = frozenset({"skin", "face", "complexion", "hair", "scalp"})
_DETERMINERS = frozenset({"the", "your", "our", "their", "my"})
_DEGREES = frozenset(
    """very highly extremely completely deeply intensely
    deep lasting long-lasting intense intensive advanced overall improved better greater visible natural maximum
    superior profound full enhanced increased optimal complete faster younger skin facial cellular tissue scalp
    hair dermal effective powerful potent strong excellent good healthy healthier the best most first finest leading
    ultimate""".split()
)
"""What stands before a claim's word and tells of what kind, or how much, of it: "deep, lasting | hydration"."""
_FITTED = frozenset("suitable ideal recommended perfect safe formulated designed great suited effective good".split())
_MULTIPLE = re.compile(r"\d+(?:x|-fold)")
_ARTICLES = frozenset({"a", "an"})
_MEASURING = frozenset({"at", "by"})
MEASURE = 4
"""Words up to the number that tells how much: "by an additional 25"."""
_UNITS = TIMES | {"%", "percent", "times"}
_OUTDOING = frozenset("exceeds exceed surpasses surpass outperforms outperform outdoes outdo beats rivals".split())
"""Verbs that say nothing yet without what they are measured by."""
_APART = frozenset({"for", "with", "(", ")", "–", "—", ":", ";"})
"""Words and marks behind which a list is none of what the verb before acts on."""
LIST = 10
"""Words from a list's verb to an item of it."""
_WHEN = frozenset({"over", "within", "in", "after", "for"})
LONG_TIME = 6
"""Words of a time: "within the first 2-3 weeks"."""
FITTING = 4
"""Words from "ideal" to what it is ideal for."""
_RANKED = frozenset({"best", "most", "only", "first", "finest", "leading", "ultimate"})
"""What "the" before it is quoted with."""
_NEXT = frozenset({"and", "so", "but", "which", "or", "while"})
_BY = frozenset({"to", "that", "which", "using", "help", "helps", "with"})
"""Before a verb that goes on to something else: "a lifting therapy to | stimulate"."""
OBJECT = 7
"""Words of what a claim's last preposition leads to, at most."""
SHORT = 2
"""Words of a quotation that is widened by what tells how much of it."""
BESIDE = 4
"""Words between a bracket's signs."""


def whole(match: Match, found: Sequence[Match]) -> tuple[int, int]:
    """A claim's words as they are quoted: not from a preposition on, nor up to one ("alternative to fillers")."""
    folds = match.reading.words.folds
    first, last = _own_verb(match)
    free_from = max([other.last for other in found if other.last <= first], default=0)
    free = min([other.first for other in found if other.first >= last], default=len(folds))
    last = _with_object(folds[:free], last, _doing(match))
    while last - first > 1 and (folds[last - 1] in _OPEN or not _is_word(folds[last - 1])):
        last -= 1
    first = _after_bracket(folds, first, last)
    while last - first > 1 and folds[first] in _LEADING:
        first += 1
    last = _with_noun(match, _with_head(match, _with_named(match, last, free), free), free)
    last = _with_measure(folds[:free], _with_bearer(match, first, last, free))
    last = _with_time(folds[:free], last)
    if last - first <= SHORT:
        first = _with_degree(match, free_from, first)
    first = _with_fitness(folds, free_from, _with_verb(match, free_from, first))
    works = said_of_all(match) if taken_back(match) else None
    last = works.last if works and last <= works.first < works.last <= free else last
    return first, _closed(folds[:free], first, last)


def _doing(match: Match) -> set[int]:
    """Words of effects, wherever they stand."""
    return {i for m in match.reading.mentions if m.kind == "effect" for i in range(m.first, m.last)}


def _own_verb(match: Match) -> tuple[int, int]:
    """The stretch without a verb at its end or its beginning that goes on to, or closes, something else."""
    first, last, anchor, folds = match.first, match.last, match.anchor, match.reading.words.folds
    for effect in (m for m in match.reading.mentions if m.kind == "effect"):
        if effect.last == last and anchor.last < effect.first and folds[effect.first - 1] in _BY:
            last = _without(effect, match)
        cut = folds[effect.last : effect.last + 1] == (",",) and folds[effect.last + 1] in _NEXT
        if effect.first == first and effect.last < anchor.first and cut:
            first = effect.last + 2
    return first, last


def _without(effect: Mention, match: Match) -> int:
    """The end of what is left of a claim, the verb taken away."""
    inside = (m for m in match.mentions if m.kind not in SUBJECTS and match.first <= m.first and m.last < effect.first)
    return max([match.anchor.last, *(m.last for m in inside)])


def _with_object(folds: Sequence[str], last: int, doing: Set[int]) -> int:
    """The end of what the last preposition leads to, or of what a last adjective describes: "young and toned skin"."""
    last += last - 1 in doing and folds[last : last + 1] == ("by",)
    if folds[last - 1] in _OUTDOING and folds[last : last + 1] == ("what",):
        return next((i for i in range(last, len(folds)) if not _is_word(folds[i])), len(folds))
    if folds[last - 1] in _OPEN or folds[last - 1] in _OUTDOING:
        ends = min(last + OBJECT, len(folds))
        return next((i for i in range(last, ends) if folds[i] in _ENDING or not _is_word(folds[i])), ends)
    return _described(folds, last, last, doing) or last


def _described(folds: Sequence[str], at: int, last: int, doing: Set[int]) -> int | None:
    """The end of the noun to which a row of adjectives leads: "calms dry | , red or sensitive skin"."""
    adjective = next((i for i in range(at, len(folds)) if folds[i] not in TOGETHER), at)
    adjective += folds[adjective : adjective + 1] == ("more",)
    ends = adjective == at or adjective + 1 >= len(folds) or adjective in doing or folds[adjective] in _ENDING
    if ends or adjective - last > OBJECT:
        return None
    return adjective + 2 if folds[adjective + 1] in _LOOKS else _described(folds, adjective + 1, last, doing)


def _with_head(match: Match, last: int, free: int) -> int:
    """The end with the noun that a last adjective or verb needs ("smooths | the skin"), and the adverb of a verb."""
    folds = match.reading.words.folds
    verbs = {m.last for m in match.reading.mentions if m.kind == "effect" or m.form != "names"}
    theirs = last in verbs and last + 1 < free and folds[last] in _DETERMINERS and folds[last + 1] in _BODY
    last += 2 if theirs and AUXILIARIES.isdisjoint(folds[last + 2 : last + 3]) else 0
    last = next((i for i in range(last, free) if folds[i] not in _HEADS), free)
    ended = last + 1 >= len(folds) or not _is_word(folds[last + 1]) or folds[last + 1] in _ENDING
    return last + 1 if last < free and ended and folds[last].endswith("ly") else last


def _with_bearer(match: Match, first: int, last: int, free: int) -> int:
    """The end with the thing of which there is none that has a standing: "no FDA-approved | exosome products"."""
    if match.anchor.kind != "status" or match.reading.words.folds[max(0, first - 1)] != "no":
        return last
    return next((m.last for m in match.reading.mentions if m.kind in SUBJECTS and m.first == last <= free), last)


def _with_named(match: Match, last: int, free: int) -> int:
    """The end with the thing that it is claimed of: "stabilises | vitamins C and E", "firming | PDRN gel"."""
    things = {m.first: m.last for m in match.reading.mentions if m.kind in SUBJECTS and m.last <= free}
    if not any(m.kind in SUBJECTS and m.first == last for m in match.mentions):
        return last
    while last in things:
        last = things[last]
    return last


def _with_noun(match: Match, last: int, free: int) -> int:
    """The end with the noun that an adjective behind an article leads to: "a hydrating | complex of glycerin"."""
    folds = match.reading.words.folds
    adjective = folds[last - 1].endswith(("ing", "er"))
    article = not _ARTICLES.isdisjoint(folds[max(0, last - OBJECT) : last - 1])
    if not adjective or not article or last >= free or not _is_word(folds[last]) or folds[last] in _ENDING:
        return last
    of = folds[last + 1 : last + 2] == ("of",)
    made = (m.last for m in match.reading.mentions if m.kind in SUBJECTS and m.first == last + 2 and m.last <= free)
    return max(made, default=last + 1) if of else last + 1


def _with_measure(folds: Sequence[str], last: int) -> int:
    """The end with the number that tells how much, or at what: "stabilised | at pH 3.2", "stronger | by 25%"."""
    if _MEASURING.isdisjoint(folds[last : last + 1]):
        return last
    near = folds[last : last + 1 + MEASURE]
    number = next((i for i, fold in enumerate(near) if fold[:1].isdigit() or not _is_word(fold)), 0)
    if not number or not near[number][:1].isdigit():
        return last
    ends = last + number + 1
    return ends + (not _UNITS.isdisjoint(folds[ends : ends + 1]))


def _with_verb(match: Match, free_from: int, first: int) -> int:
    """The beginning with the verb of a list whose items before this one are no claims: "resists | wind and redness"."""
    by, folds = match.anchor.by, match.reading.words.folds
    effect = match.reading.mentions[by] if by is not None and match.anchor.form == "names" else None
    if effect is None or not max(free_from, first - LIST) <= effect.first < effect.last <= first:
        return first
    nothing = folds[effect.last] == "," or folds[effect.first] in _FROM_ON
    return first if nothing or not _APART.isdisjoint(folds[effect.last : first]) else effect.first


def _with_time(folds: Sequence[str], last: int) -> int:
    """The end with how long it takes or lasts: "results develop | over 2-3 months"."""
    ends = (i + 1 for i, fold in enumerate(folds[last : last + LONG_TIME], last) if fold in TIMES)
    told = not _WHEN.isdisjoint(folds[last : last + 1])
    return next(ends, last) if told else last


def _is_word(fold: str) -> bool:
    """Whether it is no punctuation; "%" ends a number."""
    return fold[:1].isalnum() or fold == "%"


def _with_degree(match: Match, free_from: int, first: int) -> int:
    """The beginning with what tells how much of it: "deep, lasting | hydration"; a subject stays outside."""
    folds, at = match.reading.words.folds, first
    while at > free_from and (folds[at - 1] in _DEGREES or folds[at - 1] == ","):
        at -= 1
    while at < first and (folds[at] == "," or (folds[at] == "the" and folds[at + 1] not in _RANKED)):
        at += 1
    return at


def _with_fitness(folds: Sequence[str], free_from: int, first: int) -> int:
    """The beginning with a multiple, or with what says that it suits: "8x | stronger", "ideal for | sensitive skin"."""
    while first > free_from and _MULTIPLE.fullmatch(folds[first - 1]):
        first -= 1
    near = range(max(free_from, first - FITTING), first)
    return next((i for i in near if folds[i] in _FITTED and folds[first - 1] == "for"), first)


def _after_bracket(folds: Sequence[str], first: int, last: int) -> int:
    """The beginning behind a bracket that was opened before it."""
    held = folds[first:last]
    closing = held.index(")") if ")" in held else -1
    opened = "(" in held[: max(closing, 0)]
    return first + closing + 1 if 0 <= closing < len(held) - 1 and not opened else first


def _closed(folds: Sequence[str], first: int, last: int) -> int:
    """The end with the bracket closed that was opened; before it, where it goes on for long."""
    held = folds[first:last]
    if held.count("(") <= held.count(")"):
        return last
    closing = next((i for i in range(last, min(last + BESIDE, len(folds))) if folds[i] == ")"), None)
    opening = last - 1 - held[::-1].index("(")
    return closing + 1 if closing is not None else max(opening, first + 1)
