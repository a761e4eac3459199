"""Amounts under `within`: whether one can be read, whether one is narrower than another, and what to write instead.

Comes in: the text of a bound ("0.05-0.1 %", ">= 12 weeks"). Goes out: what is wrong with it, or the amount. A file of
its own because a bound that is read otherwise than it was meant moves verdicts and shows nowhere: copy may say an
amount in many ways and be forgiven, a bound only as it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isinf

from factcheck.language.normalise import Quantity, dimension, quantities
from factcheck.model import Within

OPENS = frozenset({">", ">=", "≥", "<", "<=", "≤", "at least", "more than", "over", "less than", "under"})
"""What may stand before an amount, if it is read as open to one side."""
MOST = r"\b(up to|at most|or (less|fewer|below|lower|shorter)|(no|not) more than|max(imum)?|<)"
LEAST = r"\b(or (more|above|higher|longer)|and (more|above|up)|at least|from|min(imum)?|over|more than)\b|>|≥|\+"
AMOUNTS = ("dose", "time")


def amount(bound: str | None) -> Quantity | None:
    """The amount that a bound states; none if it states none, or more than is read."""
    found = quantities(bound) if bound else ()
    if not bound or len(found) != 1:
        return None
    held = found[0]
    beside = f"{bound[: held.start]}{bound[held.end :]}".strip().casefold()
    opened = isinf(held.low) != isinf(held.high)
    return held if (beside in OPENS and opened) or (not beside and not isinf(held.low)) else None


def fault(key: str, bound: str) -> tuple[str, str] | None:
    """What keeps a bound from being read as it is meant, and what to write; none if nothing does."""
    held, found = amount(bound), [each for each in quantities(bound) if not isinf(each.low) or not isinf(each.high)]
    if not found:
        return f"{bound!r} is no amount with a unit", 'like "0.05 %", ">= 0.4 %" or "12-24 weeks"'
    if held is None:
        return f"{bound!r} would be read as {found[0].text!r}", f"write the amount alone: {_instead(bound, found)}"
    if (dimension(held.unit) == "time") != (key == "time"):
        return f"{bound!r} is no {key}", f"write it under `{'dose' if key == 'time' else 'time'}`"
    return None


def _instead(bound: str, found: Sequence[Quantity]) -> str:
    """The bound in the one form, as far as it can be guessed."""
    plain = found[0].text.replace("+", "")
    if len(found) > 1 or found[0].unit == "spf":
        return 'one amount or one range, like "0.05-0.1 %" or "SPF 15-100"'
    if re.search(MOST, bound, re.IGNORECASE):
        return f'"<= {plain}"'
    return f'">= {plain}"' if re.search(LEAST, bound, re.IGNORECASE) else f'"{plain}"'


# ------------------------------------------------------------------ narrower and wider


def wider(given: Within, held: Within) -> Iterator[tuple[str, str]]:
    """By which keys the given bounds reach beyond those that they are to narrow, and what holds there."""
    beyond = sorted(set(given.setting) - set(held.setting)) if held.setting else []
    if beyond:
        yield "setting", f"{', '.join(beyond)} (it holds within {', '.join(held.setting)})"
    for key in AMOUNTS:
        new, old = getattr(given, key), getattr(held, key)
        mine, theirs = amount(new), amount(old)
        if mine and theirs and not mine.within(theirs):
            yield key, f"{new} (it holds {_said(old, theirs)})"


def _said(bound: str, held: Quantity) -> str:
    """Where a bound holds, in words."""
    plain = bound[held.start :]
    return f"from {plain}" if isinf(held.high) else f"up to {plain}" if isinf(held.low) else f"for {plain}"


def narrowed(held: Within, given: Within) -> Within:
    """The bounds with those that were given in place of those that were held."""
    return Within(
        setting=given.setting or held.setting,
        dose=given.dose or held.dose,
        time=given.time or held.time,
        population=given.population or held.population,
    )
