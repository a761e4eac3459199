"""A line on standard error that says how far a long run has come.

In go results as they come, out go the same results. A file of its own because it is drawn only for a person who waits:
on a terminal, when more than a second has passed, and never into the report.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is drawn."""
EVERY = 0.2
MANY = 50
"""Files from which the first result can take so long that something is said before it."""
WIDE = 24


def watched(results: Iterable[T], total: int | None) -> Iterator[T]:
    """The results, with a line that is drawn over itself; `total`: how many there will be, if that is known."""
    begun = drawn = time.monotonic()
    shown = total is not None and total >= MANY
    if shown:
        _draw(f"factcheck: {total:,} files to check")
    try:
        for done, result in enumerate(results, 1):
            now = time.monotonic()
            if now - begun > PATIENCE and now - drawn > EVERY:
                drawn, shown = now, True
                _draw(line(done, total, now - begun))
            yield result
    finally:
        if shown:
            _draw("")


def line(done: int, total: int | None, seconds: float) -> str:
    """How far, how fast, and how much longer."""
    rate = done / seconds if seconds > 0 else 0.0
    fast = f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    if not total or done > total:
        return f"factcheck: {done:,} checked, {fast}"
    full = done * WIDE // total
    left = _in_words((total - done) / rate) if rate else "?"
    return f"factcheck: [{'#' * full}{'.' * (WIDE - full)}] {done:,}/{total:,}, {fast}, {left} left"


def _in_words(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60:02} s" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60:02} min"


def wanted() -> bool:
    """Whether there is a person to show it to."""
    return sys.stderr is not None and sys.stderr.isatty()


def _draw(text: str) -> None:
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()
