"""The numbers of a claim against those of the evidence: which are doses, which results, which the evidence knows.

In goes a claim with its assertion, out comes whether a dose or a time lies outside its bounds, and which numbers
nobody has measured. A room of its own because "5 %" is a dose, "by 5 %" a change and "5 % of women" a share of people,
and only the words beside it tell which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import isinf

from factcheck.language.normalise import Quantity, dimension, quantities
from factcheck.match.phrasing import Match
from factcheck.model import Assertion
from factcheck.reading.reader import SUBJECTS, Reading

TELLING = frozenset("% fold day week month year hour minute count billion million trillion nm kda da".split())
"""Units that make a claim stronger; volumes, sessions and numbers of people do not."""
TIMES = frozenset("day week month year hour minute".split())
FAR = 5
"""Times the least amount that was tried: so much more is another dose, or another time."""
NEAR = 5
"""Words after a percentage in which those stand whose share it is."""
GAINS = frozenset(
    "off discount more less fewer increase improvement reduction drop rise gain decrease higher lower".split()
)
"""Words after a percentage that is no dose."""
BEFORE, BEHIND = 2, 6
"""Words up to a claim's figure and its sign: "20% fewer lines", "smaller pores, by as much as 20%"."""
_CHANGED = frozenset(
    """by rose rises risen fell falls fallen dropped drops grew grown climbed gained improved improves increased
    decreased reduced scored difference gap rise drop fall gain up down against versus""".split()
)
"""Words before a percentage of which it says how much."""
_ABOUT = frozenset("of about around some roughly nearly almost over only just an a the".split())
"""Words that may stand between those and it."""
_PEOPLE = frozenset(
    """women men people patients participants subjects volunteers users adults individuals those them respondents
    testers panellists panelists cases clients customers""".split()
)
_OF_THESE = frozenset({"of", "in", "on", "with", "given", "under", "for", "among", "using"})
_ARMS = frozenset("vehicle placebo control controls comparator saline group arm side half against versus vs".split())
"""Sides of a comparison: what stands by them is a result."""
_REPORTED = frozenset("reported said saw noticed rated agreed felt experienced against versus vs".split())
_OF_A_DOSE = frozenset("a an at of the in dose strength concentration solution ( : - ,".split())
"""Words and marks that may stand between an ingredient and its percentage."""
_RATED = frozenset("rated stood stands put estimated set fell rose remained satisfaction".split())
"""Words before "at" with which a percentage is a result."""
_WHOLLY = frozenset(
    """proven safe effective natural guaranteed satisfied sure real vegan vegetarian organic recycled recyclable
    biodegradable compostable plant-based plant cruelty cruelty-free clean authentic genuine""".split()
)
"""Words after "100 %" with which it is no amount."""
_WEIGHTS = frozenset({"mg", "ug"})
GOODS = frozenset("solution serum cream gel lotion toner concentrate suspension peel emulsion ampoule".split())
"""Last words of a product's name: "a 7 % toning solution", "azelaic acid serum"."""


# ------------------------------------------------------------------ what a percentage measures


def is_dose(quantity: Quantity, reading: Reading, start: int) -> bool:
    """Whether a percentage is how much of an ingredient there is ("5% niacinamide"), not how much it does."""
    folds, starts = reading.words.folds, reading.words.starts
    held = [i for i, at in enumerate(starts) if quantity.start <= at - start < quantity.end]
    gaps = [
        folds[m.last : held[0]] if m.last <= held[0] else folds[held[-1] + 1 : m.first]
        for m in reading.mentions
        if held and m.kind in SUBJECTS
    ]
    behind = folds[held[-1] + 1 : held[-1] + NEAR] if held else ()
    of_goods = not GOODS.isdisjoint(behind) and (_OF_THESE | GAINS).isdisjoint(behind)  # "a 7 % toning solution"
    if quantity.unit != "%" or not GAINS.isdisjoint(behind[:1]):  # "retinol: 80 % more collagen"
        return False
    stands_at = bool(held) and folds[held[0] - 1 : held[0]] == ("at",) and folds[held[0] - 2] not in _RATED
    used_at = stands_at and bool(gaps) and (_OF_THESE | _PEOPLE).isdisjoint(behind)  # "softens lines at 0.5 %"
    return of_goods or used_at or any(_OF_A_DOSE.issuperset(gap) for gap in gaps)


def is_gain(quantity: Quantity, claim: str) -> bool:
    """Whether a percentage is how much something changes and no dose: "rose by 80 %", "80 % more collagen"."""
    before, after = _around(quantity, claim)
    while before and before[-1] in _ABOUT:
        before = before[:-1]
    return quantity.unit == "%" and (not _CHANGED.isdisjoint(before[-1:]) or not GAINS.isdisjoint(after[:1]))


def is_share(quantity: Quantity, claim: str) -> bool:
    """Whether a percentage is a share of people: "27 % of women", "39 % with the vehicle"."""
    before, after = _around(quantity, claim)
    if quantity.unit != "%":
        return False
    told = _PEOPLE if after[:1] == ["of"] else _ARMS
    counted = not _OF_THESE.isdisjoint(after[:1]) and not told.isdisjoint(after[1:NEAR])
    within = before[-1:] == ["in"]  # "in 62 % with retinol", "with the vehicle in 39 %"
    armed = within and (not {"with", "on"}.isdisjoint(after[:1]) or not _ARMS.isdisjoint(before[-NEAR:]))
    return counted or armed or not _REPORTED.isdisjoint(after[:1])


def _around(quantity: Quantity, claim: str) -> tuple[list[str], list[str]]:
    """The words before an amount and after it."""
    sides = claim[: quantity.start], claim[quantity.end :]
    before, after = ([word.strip(".,;:()") for word in side.lower().split()] for side in sides)
    return [word for word in before if word], [word for word in after if word]


# ------------------------------------------------------------------ against the bounds


def bounds_crossed(assertion: Assertion, claim: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The doses and the times of a claim that lie outside the assertion's bounds; unstated counts as inside."""
    return _crossed(assertion.within.dose, _doses(assertion, claim)), _crossed(assertion.within.time, quantities(claim))


def all_outside(assertion: Assertion, claim: str) -> bool:
    """Whether each dose that the claim states lies outside the assertion's, so that none of them can be meant by it."""
    limits = quantities(assertion.within.dose) if assertion.within.dose else ()
    units = {dimension(limit.unit) for limit in limits}
    doses = [q for q in _doses(assertion, claim) if dimension(q.unit) in units]
    return bool(doses) and all(_beyond(limit, q) for limit in limits for q in doses)


def _doses(assertion: Assertion, claim: str) -> list[Quantity]:
    """The amounts of a claim that are no results, unless it is a result that the assertion speaks of."""
    measured = any(quantity.unit == "%" for quantity in quantities(assertion.says))
    results = (is_gain, is_share, _is_wholly)
    return [q for q in quantities(claim) if measured or not any(is_result(q, claim) for is_result in results)]


def _is_wholly(quantity: Quantity, claim: str) -> bool:
    """Whether a percentage only says "wholly": "100 % proven"."""
    return quantity.unit == "%" and not _WHOLLY.isdisjoint(_around(quantity, claim)[1][:1])


def _crossed(bound: str | None, stated: Sequence[Quantity]) -> tuple[str, ...]:
    limits = quantities(bound) if bound else ()
    weighed = any(limit.unit == "%" for limit in limits) and _only_weighed(stated)
    return tuple(
        q.text for q in stated if any(_beyond(limit, q) for limit in limits) or (weighed and q.unit in _WEIGHTS)
    )


def _beyond(limit: Quantity, stated: Quantity) -> bool:
    """Whether an amount lies outside a bound, or so far above an open one that nobody has tried it."""
    if dimension(limit.unit) != dimension(stated.unit):
        return False
    return not stated.mostly_in(replace(limit, high=FAR * limit.low) if isinf(limit.high) else limit)


def _only_weighed(stated: Sequence[Quantity]) -> bool:
    """Whether the dose is a weight, which says nothing of a percentage ("5 mg niacinamide")."""
    units = {q.unit for q in stated}
    return "%" not in units and not units.isdisjoint(_WEIGHTS)


# ------------------------------------------------------------------ against what is known


def strays(
    stated: Iterable[Quantity], claim: str, assertion: Assertion, beside: Iterable[Assertion], *, account: bool
) -> tuple[str, ...]:
    """Numbers that no assertion found in the sentence knows: the evidence does not have them.

    The account of a study may tell how long it took, and what share of which group it helped.
    """
    known = [q for each in {a.id: a for a in (assertion, *beside)}.values() for q in _known(each)]
    known += _reported(assertion) if account else ()
    telling = TELLING | {q.unit for q in _known(assertion)}  # of a trial "of 60 people" the people count
    told = [q for q in stated if q.unit in telling and not _is_wholly(q, claim)]
    told = [q for q in told if not (account and (q.unit in TIMES or _in_arms(q, claim)))]
    return tuple(q.text for q in told if not any(q.overlaps(k) for k in known))


def _in_arms(quantity: Quantity, claim: str) -> bool:
    """Whether it is the share of one group beside that of another."""
    return is_share(quantity, claim) and not _ARMS.isdisjoint(claim.lower().replace(".", " ").split())


@lru_cache(maxsize=4096)
def _known(assertion: Assertion) -> tuple[Quantity, ...]:
    """The numbers that an assertion speaks of; what a rule allows is the rule itself."""
    allowed = assertion.within.dose if assertion.basis == "rule" else None
    bounds = (*assertion.phrasings, assertion.within.time or "", allowed or "")
    return tuple(quantity for text in bounds for quantity in quantities(text))


@lru_cache(maxsize=4096)
def _reported(assertion: Assertion) -> tuple[Quantity, ...]:
    """The numbers that its sources report."""
    texts = (text for each in assertion.evidence for text in (each.quote, each.note) if text)
    return tuple(quantity for text in texts for quantity in quantities(text))


def own_figure(match: Match, amounts: Iterable[str]) -> str:
    """The percentage of a change that a claim gives, in it or on the line before; none that studies found."""
    if match.anchor.change is None or any("%" in quantity.unit for quantity in match.phrasing.quantities):
        return ""
    words = match.reading.words.texts
    near, all_of_it = "".join(words[max(0, match.first - BEFORE) : match.last + BEHIND]), "".join(words)
    figures = ((amount, amount.replace(" ", "")) for amount in amounts if amount.endswith("%"))
    return next((amount for amount, bare in figures if bare in near or bare not in all_of_it), "")
