"""What a base holds, in counts: for `db list`.

Comes in: a `ClaimsDB`. Goes out: tables as plain text. A file of its own because counting is neither loading nor
checking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from factcheck.model import Assertion, ClaimsDB, Verification

Row = tuple[str, ...]


def listing(db: ClaimsDB) -> str:
    """Totals, then a row for each topic, then the sources by how they were verified."""
    return "\n".join((*totals(db), "", *topic_table(db), "", *source_table(db))) + "\n"


def listing_of_topic(db: ClaimsDB, topic: str) -> str:
    """A row for each assertion of one topic."""
    head = ("assertion", "evidence says", "strength", "phrasings", "examples", "sources")
    rows = [_assertion_row(each) for each in db.assertions if each.topic == topic]
    return "\n".join(table(head, rows, left=3)) + "\n"


def totals(db: ClaimsDB) -> tuple[str, ...]:
    """The counts of the whole base."""
    held = [each for each in db.assertions if each.withdrawn is None]
    pairs = (
        ("topics", len(db.topics)),
        ("assertions", len(held)),
        ("withdrawn", len(db.assertions) - len(held)),
        ("phrasings", sum(len(each.phrasings) for each in held)),
        ("examples", sum(examples(each) for each in held)),
        ("sources", len(db.sources)),
        ("concepts", len(db.lexicon.concepts)),
        ("cues", len(db.lexicon.cues)),
    )
    rows = [(name, str(number)) for name, number in pairs]
    return (*table((), rows), f"evidence up to {db.as_of or 'no date given'}", db.digest)


def overdue(db: ClaimsDB, month: str) -> tuple[str, ...]:
    """The assertions whose review date has passed in a month ("2026-11"), each with its date."""
    held = [each for each in db.assertions if each.withdrawn is None and each.review_by and each.review_by < month]
    return tuple(f"due for review since {each.review_by}: {each.id}" for each in held)


def topic_table(db: ClaimsDB) -> tuple[str, ...]:
    """A row for each topic."""
    head = ("topic", "title", "assertions", "supported", "contradicted", "unsettled", "phrasings", "examples")
    held: dict[str, list[Assertion]] = {name: [] for name, _ in db.topics}
    for each in db.assertions:
        if each.withdrawn is None:
            held.setdefault(each.topic, []).append(each)
    return table(head, [_topic_row(name, title, held[name]) for name, title in db.topics], left=2)


def source_table(db: ClaimsDB) -> tuple[str, ...]:
    """How many sources there are of each verification."""
    count = Counter(each.verification for each in db.sources)
    return table(("sources", "number"), [(name, str(count[name])) for name in get_args(Verification)])


def examples(assertion: Assertion) -> int:
    """How many example sentences an assertion has."""
    held = assertion.examples
    return sum(map(len, (held.supported, held.unsupported, held.contradicted, held.not_this)))


def table(head: Row, rows: Iterable[Row], left: int = 1) -> tuple[str, ...]:
    """Rows as aligned lines: the first `left` columns to the left, numbers to the right."""
    held = list(rows)
    every = [head, *held] if head else held
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    lines = [_line(row, widths, left) for row in every]
    rule = ["  ".join("─" * width for width in widths)] if head else []
    return tuple([lines[0], *rule, *lines[1:]] if head else lines)


def _line(row: Row, widths: Sequence[int], left: int) -> str:
    """One aligned line."""
    cells = zip(row, widths, strict=True)
    return "  ".join(c.ljust(w) if n < left else c.rjust(w) for n, (c, w) in enumerate(cells)).rstrip()


def _topic_row(name: str, title: str, held: Sequence[Assertion]) -> Row:
    """The counts of one topic."""
    says = Counter(each.evidence_says for each in held)
    numbers = (len(held), says["supported"], says["contradicted"], says["unsettled"])
    words = (sum(len(each.phrasings) for each in held), sum(map(examples, held)))
    return (name, title, *map(str, (*numbers, *words)))


def _assertion_row(each: Assertion) -> Row:
    """What one assertion says and rests on."""
    state = "withdrawn" if each.withdrawn else each.evidence_says
    numbers = (len(each.phrasings), examples(each), len(each.evidence))
    return (each.id, state, each.strength, *map(str, numbers))
