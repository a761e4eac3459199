"""Which of several subjects named in one clause something is said of.

In go a subject, an outcome and the other subjects, out comes whether it is another's: "retinol smooths wrinkles, and
niacinamide fades spots". A room of its own because this is told by verbs and commas alone, and knows of no kinds.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.named import UMBRELLA
from factcheck.reading.mentions import BE, Mention
from factcheck.reading.reader import Reader, Reading

TOGETHER = frozenset({",", "and", "&", "plus", "or"})
"""What stands between subjects of one verb, and before one that has its own."""
OF = "of"
OWNED = 5
"""Words from what is told to the one whose it is: "collagen-boosting benefits of professional | microneedling"."""
NEXT = 2
"""Words behind a subject among which its verb stands."""


def is_of_another(subject: Mention, anchor: Mention, others: Sequence[Mention], reading: Reading) -> bool:
    """Whether one of the others is nearer to the anchor, each of them with a verb of its own."""
    return _overtaken(subject, anchor, others, reading) or _comes_later(subject, anchor, others, reading)


def has_owner(subject: Mention, anchor: Mention, others: Sequence[Mention], reading: Reading) -> bool:
    """Whether "of" gives it to another one: "the smoothing power of retinol and the moisture of hyaluronic acid"."""
    folds = reading.words.folds
    between = (m for m in others if anchor.last <= m.first <= anchor.last + OWNED and m.last <= subject.first)
    owner = next((m for m in between if OF in folds[anchor.last : m.first]), None)
    return owner is not None and OF in folds[owner.last : subject.first]


def rows_of(subjects: Sequence[Mention], reading: Reading) -> list[list[Mention]]:
    """The subjects, those together that one verb is said of: "retinol and panthenol" smooth."""
    rows: list[list[Mention]] = []
    for mention in subjects:
        between = reading.words.folds[rows[-1][-1].last : mention.first] if rows else ()
        if between and TOGETHER.issuperset(between):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def leading(subjects: Sequence[Mention], reading: Reading, reader: Reader) -> list[Mention]:
    """The subjects of which something said further down is said: in a row, the first of a class answers for it.

    Below "retinol & retinyl palmitate" a claim is one for the blend, and no accusation of its lesser half.
    """
    first: list[Mention] = []
    for row in rows_of(subjects, reading):
        for i, mention in enumerate(row):
            kind = reader.closure(mention.concept) - {UMBRELLA}
            if all(kind.isdisjoint(reader.closure(m.concept)) for m in row[:i]):
                first.append(mention)
    return first


def _overtaken(subject: Mention, anchor: Mention, others: Sequence[Mention], reading: Reading) -> bool:
    """Whether another one with its verb stands nearer: "retinol smooths, and vitamin C brightens"."""
    nearer = [m for m in others if subject.last <= m.first and m.last <= anchor.first]
    joined = (m for m in nearer if _joins(m, reading) and _acts(subject.last, m.first, reading))
    return any(anchor.form != "names" or _acts(m.last, anchor.first, reading) for m in joined)


def _comes_later(subject: Mention, anchor: Mention, others: Sequence[Mention], reading: Reading) -> bool:
    """Whether it only comes in what is told next, or of others: "without the peeling that retinol users get"."""
    if subject.first < anchor.last or not any(m.last <= anchor.first for m in others):
        return False
    told_next = _joins(subject, reading) and _acts(subject.last, subject.last + NEXT, reading)
    return told_next or not {"that", "which"}.isdisjoint(reading.words.folds[anchor.last : subject.first])


def _joins(subject: Mention, reading: Reading) -> bool:
    return reading.words.folds[subject.first - 1] in TOGETHER


def _acts(start: int, end: int, reading: Reading) -> bool:
    """Whether a verb stands between two words: no "for", and no noun of action ("rejuvenation")."""
    doing = (m for m in reading.mentions if m.kind in {"effect", "relation"} or m.form != "names")
    verbs = (
        m
        for m in doing
        if reading.words.folds[m.first] != "for" and not reading.words.folds[m.last - 1].endswith("tion")
    )
    return any(start <= m.first < end for m in verbs) or not BE.isdisjoint(reading.words.folds[start:end])
