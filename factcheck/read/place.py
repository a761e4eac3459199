"""Offsets -> places: the line and column in the source, or the page or row.

In: a Document and an offset into its text. Out: what a reader can go to. A room file of its own because every report
asks it for every claim, so lines are counted once per document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from factcheck.model import Anchor, Document, Place, Spot

BREAK = re.compile(r"\r\n|\r|\n")


def locate(document: Document, offset: int) -> tuple[int, int, Place | None]:
    """Say on which line and column an offset stands, and on which page or in which row."""
    index = bisect_right(document.anchors, offset, key=_start) - 1
    if index < 0:
        return (*_in_text(document.text, offset), None)
    anchor = document.anchors[index]
    place = Place(page=anchor.page, row=anchor.row, id=anchor.id)
    known = place if place != Place() else None
    if anchor.line is None:
        return (*_in_text(document.text, offset), known)
    # One anchor per stretch of source: behind it the text runs on along the same source line.
    return anchor.line, (anchor.column or 1) + offset - anchor.start, known


def spot(document: Document, offset: int) -> Spot:
    """Say where an offset stands, and after what: rows and pages have places, and no order of their own."""
    line, _, place = locate(document, offset)
    return Spot(order=_in_text(document.text, offset)[0], line=line, place=place)


def in_row(document: Document) -> str:
    """Say before a message which row of a table it speaks of; nothing where the document is no row."""
    row = document.anchors[0].row if document.anchors else None
    return f"row {row}: " if row is not None else ""


def _start(anchor: Anchor) -> int:
    return anchor.start


def _in_text(text: str, offset: int) -> tuple[int, int]:
    """Count lines and columns of the text itself."""
    starts = _line_starts(text)
    index = bisect_right(starts, offset) - 1
    return index + 1, offset - starts[index] + 1


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    """Say where each line begins."""
    return (0, *(found.end() for found in BREAK.finditer(text)))
