"""Why a claim got its label, in one to four plain sentences.

In go a match and the judge's row, out come the sentences: what it is judged as, what is known, and what decided. A room
of its own because a reader takes these sentences at their word, and each must be true of his.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judge import MODEST, OUTSIDE, Row
from factcheck.model import Assertion
from factcheck.phrasing import Match

AS_ANY_COSMETIC = "This is judged as a claim for any cosmetic, not for “{}”{} in particular."
NAMED_THERE = " (line {})"
NOT_ON_THIS = "What is cited of “{}” or its kind is not of this effect by itself."
NOT_FOR = "There is evidence, but not for {}."
OTHER_RULE = "The rule is for other amounts than {}."
NO_MORE = "The claim says no more than that."
"""Where what decides is a rule or the firm's own evidence, and no study could be thin."""
OF_THE_FIRM = frozenset({"needs-own-evidence", "testimonial"})
"""Reasons that hold for whatever a product is made of."""


def explanation(match: Match, row: Row, beyond: Sequence[str], *, cited: bool) -> str:
    """Why this label; `beyond`: amounts that nobody tried, `cited`: what is known of its ingredient is listed too."""
    assertion = match.assertion
    why = assertion.explains or (row.means if row.reason == "evidence-agrees" else assertion.because)
    means = "" if row.reason == "evidence-agrees" else _means(row, assertion, beyond)
    other = match.stands_for if row.reason not in OF_THE_FIRM else None
    there = NAMED_THERE.format(other.from_line) if other and other in match.carried else ""
    general = AS_ANY_COSMETIC.format(other.text, there) if other else ""
    aside = NOT_ON_THIS.format(other.text) if other and cited else ""
    return " ".join(part for part in (general, why, means, aside) if part)


def _means(row: Row, assertion: Assertion, beyond: Sequence[str]) -> str:
    """What the row's reason means here."""
    if row.reason == MODEST and assertion.basis != "studies":
        return NO_MORE
    if row.reason != OUTSIDE or not beyond:
        return row.means
    amounts = " and ".join(f"“{amount}”" for amount in dict.fromkeys(beyond))
    return (OTHER_RULE if assertion.basis == "rule" else NOT_FOR).format(amounts)
