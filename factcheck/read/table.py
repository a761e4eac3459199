"""Tables in plain text: rows of pipes or tabs, and rows that a program writes.

In: a text and its lines. Out: where a table ends, and its cells as pieces with their columns. A room file of its own
because a row is only known by its neighbours: the same bars in a single line are a page title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import COMPARED
from factcheck.read.marks import trimmed
from factcheck.read.markup import Stretch, quoted_values
from factcheck.read.pieces import Piece, is_finished

Span = tuple[int, int]
RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*")
BAR = re.compile(r"(?<!\\)\|")
TAB = re.compile(r"\t")
HEADER_WORDS = 5
HEADERS = re.compile(r"\bheaders=\{\[.*?\]\}")
OPTION = re.compile(r"[{,]\s*[\"']?(?:feature|option(\d{1,2}))[\"']?\s*:\s*[\"']$")
"""What stands before a value of such a row: "{ feature: 'Goal', option1: 'Repair' }"."""


def table_end(text: str, lines: Sequence[Span], first: int) -> int:
    """Say which line is the first after the table that begins at line `first`; `first` itself if none does."""
    sign = _sign(text, lines[first])
    if sign is None:
        return first
    last, bars = first, _bars(text, lines[first])
    while last < len(lines) and _belongs(text, lines[last], sign, bars):
        last += 1
    # One line with bars inside is a title ("Serum | Brand"); two, or bars at both ends, are rows.
    lone = last == first + 1 and sign is BAR and not _is_framed(text, lines[first])
    return first if lone else last


def table_pieces(text: str, lines: Sequence[Span]) -> Iterator[Piece]:
    """Yield the cells of a table row by row; those of the heading row have level 1."""
    sign = _sign(text, lines[0]) or TAB
    rows = [line for line in lines if not is_rule(text, *line)]
    ruled = len(lines) > 1 and is_rule(text, *lines[1])
    for number, row in enumerate(rows):
        cells = list(_cells(text, row, sign))
        heading = number == 0 and len(rows) > 1 and (ruled or _is_heading(text, cells))
        for column, (start, end) in enumerate(cells):
            for piece in trimmed(text, start, end):
                yield Piece(start=piece.start, end=piece.end, kind="cell", level=int(heading), column=column)


def is_rule(text: str, start: int, end: int) -> bool:
    """Whether the line only draws the border of a table."""
    return text[start] in "|:-+ " and "-" in text[start : start + 9] and RULE.fullmatch(text, start, end) is not None


def _sign(text: str, line: Span) -> re.Pattern[str] | None:
    """Say what parts the cells of a line, if anything does."""
    start, end = line
    if text.find("\t", start, end) >= 0:
        return TAB
    if text.find("|", start, end) < 0 or is_rule(text, start, end):
        return None
    return BAR if _is_framed(text, line) or text.find(" | ", start, end) >= 0 else None


def _is_framed(text: str, line: Span) -> bool:
    """Whether the line begins and ends with a bar."""
    start, end = line
    return end - start > 2 and text[start] == "|" and text[end - 1] == "|"


def _belongs(text: str, line: Span, sign: re.Pattern[str], bars: int) -> bool:
    """Whether the line is a row of the same table."""
    start, end = line
    if start == end:
        return False
    if sign is BAR and is_rule(text, start, end):
        return "|" in text[start:end]
    # Rows without a frame are told from a run of page titles by their number of bars.
    return _sign(text, line) is sign and (sign is TAB or _is_framed(text, line) or _bars(text, line) == bars)


def _bars(text: str, line: Span) -> int:
    """Count the bars of a line."""
    return text.count("|", *line)


def _cells(text: str, row: Span, sign: re.Pattern[str]) -> Iterator[Span]:
    """Cut a row at its bars or tabs."""
    start, end = row
    if _is_framed(text, row) and sign is BAR:
        start, end = start + 1, end - 1
    for bar in sign.finditer(text, start, end):
        yield start, bar.start()
        start = bar.end()
    yield start, end


def _is_heading(text: str, cells: Sequence[Span]) -> bool:
    """Whether all cells of a first row are short names."""
    owns = [text[start:end].strip(" *_") for start, end in cells]
    named = [own for own in owns[1:] if own]
    return len(named) == len(owns) - 1 and all(
        len(own) <= 60 and len(own.split()) <= HEADER_WORDS and not is_finished(own) and not own[0].isdigit()
        for own in owns
        if own
    )


def written_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the quoted values of a line of program text; those of a comparison are cells of its table."""
    heads = HEADERS.search(text, start, end)
    first, last = heads.span() if heads else (end, end)
    column = 0
    for value in quoted_values(text, start, end):
        if first < value.start < last:
            yield Piece(start=value.start, end=value.end, kind="cell", level=1, column=column)
            column += 1
        else:
            yield _option(value, text[start : value.start])


def _option(value: Stretch, before: str) -> Piece:
    """The cell that a row's key makes of a value, or the value alone."""
    key = OPTION.search(before)
    if key is None:
        return Piece(start=value.start, end=value.end)
    level, column = (COMPARED, int(key[1])) if key[1] else (0, 0)
    return Piece(start=value.start, end=value.end, kind="cell", level=level, column=column)
