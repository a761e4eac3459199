"""What of a plain text is no copy: front matter, fenced code, comments, scripts.

In: a text and its lines. Out: the same lines, those parts emptied. A room file of its own because these are the only
stretches that are told by their two ends; one without its end hides nothing, since hidden copy goes unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]
CLOSERS = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}
OPENER = re.compile(r"<!--(?!\s*factcheck:)|<script\b|<style\b")
FRONT_MATTER_LINE = re.compile(r"[\w\"'-][\w\"' -]{0,40}\s*[:=]|- |[\[\]{}#\"']")
FRONT_MATTER_LINES = 200


def without_code(text: str, lines: Sequence[Span]) -> list[Span]:
    """Empty the lines that are no copy and clip those that are so in part."""
    left = _without_regions(list(lines), _regions(text)) if "<" in text else list(lines)
    _empty(left, 0, _front_matter(text, left))
    for first, last in _fences(text, left):
        _empty(left, first, last + 1)
    return left


def _empty(lines: list[Span], first: int, after: int) -> None:
    """Make blank lines of a range."""
    for at in range(first, after):
        lines[at] = (lines[at][0], lines[at][0])


def _front_matter(text: str, lines: Sequence[Span]) -> int:
    """Count the lines of the metadata block that opens the text; none if it is not closed or reads like prose."""
    if not lines or text[slice(*lines[0])] not in ("---", "+++"):
        return 0
    fence = text[slice(*lines[0])]
    for at, (start, end) in enumerate(lines[1:FRONT_MATTER_LINES], start=1):
        if text[start:end] == fence:
            return at + 1
        if start < end and not FRONT_MATTER_LINE.match(text, start, end):
            return 0
    return 0


def _fences(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Pair the lines that open and close fenced code."""
    opened: int | None = None
    sign = ""
    for at, (start, end) in enumerate(lines):
        if not text.startswith(("```", "~~~"), start, end):
            continue
        if opened is None:
            opened, sign = at, text[start : start + 3]
        elif text[start:end].rstrip(sign[0]) == "" and text.startswith(sign, start):
            yield opened, at
            opened = None


def _regions(text: str) -> Iterator[Span]:
    """Find comments, scripts and style sheets that are closed; comments that speak to this program are kept."""
    after = 0
    # One look for the last end keeps a text full of open comments from being searched again for each of them.
    last = {opener: text.rfind(closer) for opener, closer in CLOSERS.items()}
    for opener in OPENER.finditer(text):
        if opener.start() < after or last[opener[0]] < opener.end():
            continue
        closer = CLOSERS[opener[0]]
        closed = text.find(closer, opener.end())
        if closed >= 0:
            after = closed + len(closer)
            yield opener.start(), after


def _without_regions(lines: list[Span], regions: Iterator[Span]) -> list[Span]:
    """Clip the lines by the regions that reach over more than one of them."""
    at = 0
    for start, end in regions:
        while at < len(lines) and lines[at][1] <= start:
            at += 1
        first = at
        while at < len(lines) and lines[at][0] < end:
            at += 1
        _clip(lines, first, at, start, end)
        at = max(first, at - 1)
    return lines


def _clip(lines: list[Span], first: int, after: int, start: int, end: int) -> None:
    """Take a region out of the lines it touches; inside a single line the line's own reader does that."""
    if after - first < 2:
        return
    lines[first] = (lines[first][0], max(lines[first][0], start))
    _empty(lines, first + 1, after - 1)
    last_start, last_end = lines[after - 1]
    lines[after - 1] = (min(max(last_start, end), last_end), last_end)
