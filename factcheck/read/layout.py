"""Plain text and light Markdown -> pieces -> Blocks.

In: the text of a page, often scraped: bare headings, bullets with and without marks, tables, leftovers of code. Out:
its Blocks in order, offsets exact, each once. A room file of its own because every later step is only as good as its
cuts; it walks the lines once and hands each to the file that knows its kind of mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from factcheck.model import Block
from factcheck.read.marks import DEEPEST, INDENT, NUMBER, after_bullet, asks, is_mark, line_pieces, trimmed
from factcheck.read.markup import COMMENT, SUPPRESSION, Stretch, begun_tag, between_tags, is_code
from factcheck.read.pieces import Piece, is_finished, is_question, to_blocks
from factcheck.read.skipped import without_code
from factcheck.read.table import table_end, table_pieces, written_pieces

Span = tuple[int, int]
BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
SETEXT = re.compile(r"(?:={3,}|-{3,})")
DRAWN = re.compile(r"[-*_=~·•. ]{3,}")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
WRAPPED_LENGTH = 50
HEADING_LENGTH = 200
LONE_MARK_LENGTH = 4
CUT_QUESTION_WORDS = 5
ASKING = re.compile(
    r"(?:what|who|why|how|when|where|which|is|are|am|was|were|can|could|do|does|did|will|would|should|have|has|ready)\b",
    re.IGNORECASE,
)
JOINING = re.compile(r"(?:,|\b(?:and|or|of|the|a|an|to|for|with|in|by|from|on|at|your|our|its|their))$")


@dataclass(slots=True)
class Walk:
    """What the walk over the lines has to remember."""

    text: str
    done: list[Piece] = field(default_factory=list)
    around: Stretch | None = None
    """The tag left open by the lines before."""
    bullet: bool = False
    """The line before was a lone list mark."""
    line: Span | None = None
    """The line before, if this one can continue it."""
    code: bool = False
    """The line before was program text."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Lay out a plain text."""
    return to_blocks(text, pieces_of(text))


def pieces_of(text: str) -> list[Piece]:
    """Cut a plain text into pieces: tables whole, everything else line by line."""
    lines = without_code(text, list(split_lines(text)))
    walk = Walk(text)
    at = 0
    while at < len(lines):
        at += _step(walk, lines, at)
    return walk.done


def split_lines(text: str) -> Iterator[Span]:
    """Yield the bounds of every line without the white space around it."""
    start = 0
    for found in BREAK.finditer(text):
        yield _stripped(text, start, found.start())
        start = found.end()
    yield _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Span:
    """Take the white space off both ends."""
    body = text[start:end].lstrip()
    start = end - len(body)
    return start, start + len(body.rstrip())


def _step(walk: Walk, lines: Sequence[Span], at: int) -> int:
    """Read what begins at line `at` and say how many lines that took."""
    start, end = lines[at]
    if start == end:
        walk.line, walk.around = None, None
        return 1
    after = table_end(walk.text, lines, at)
    if after > at:
        walk.done.extend(table_pieces(walk.text, lines[at:after]))
        walk.line = None
        return after - at
    if at + 1 < len(lines) and (rank := _underlined(walk.text, lines[at], lines[at + 1])):
        walk.done.extend(trimmed(walk.text, start, end, "heading", rank))
        walk.line = None
        return 2
    _read_line(walk, start, end)
    return 1


def _underlined(text: str, line: Span, below: Span) -> int:
    """Say which rank of heading an underline makes of a line; 0: there is no underline."""
    if not SETEXT.fullmatch(text, *below) or DRAWN.fullmatch(text, *line) or line[1] - line[0] > HEADING_LENGTH:
        return 0
    return 1 if text[below[0]] == "=" else 2


def _read_line(walk: Walk, start: int, end: int) -> None:
    """Hand a line to the file that knows its marks."""
    text = walk.text
    if DRAWN.fullmatch(text, start, end) or ADDRESS.fullmatch(text, start, end):
        walk.line = None
    elif is_code(text, start, end, inside=walk.code):
        walk.done.extend(written_pieces(text, start, end))
        walk.line, walk.code = None, True
        walk.around = begun_tag(text, start, end) or walk.around
        return
    elif walk.around or text.find("<", start, end) >= 0:
        _read_markup(walk, start, end)
    else:
        _read_prose(walk, start, end)
    walk.code = False


def _read_markup(walk: Walk, start: int, end: int) -> None:
    """Read a line with tags or comments in it; a comment that speaks to this program is a line of its own."""
    for comment in COMMENT.finditer(walk.text, start, end):
        _read_tags(walk, start, comment.start())
        if SUPPRESSION.fullmatch(walk.text, *comment.span()):
            walk.done.append(Piece(start=comment.start(), end=comment.end(), kind="line"))
        start = comment.end()
        walk.line = None
    _read_tags(walk, start, end)


def _read_tags(walk: Walk, start: int, end: int) -> None:
    """Read what stands between the tags of a line."""
    part = walk.around
    for number, part in enumerate(between_tags(walk.text, start, end, walk.around)):
        walk.line = None if number else walk.line
        first, last = _stripped(walk.text, part.start, part.end)
        if part.kind:
            body = after_bullet(walk.text, first, last)
            walk.done.extend(trimmed(walk.text, body, last, part.kind, part.level))
        elif first < last:
            _read_prose(walk, first, last)
    walk.around = part if part and part.kind else None


def _read_prose(walk: Walk, start: int, end: int) -> None:
    """Read a line of words: the rest of the line before, or pieces of its own."""
    before, walk.line = walk.line, (start, end)
    if before and walk.done and _continues(walk, before, start, end):
        last = walk.done.pop()
        walk.done.extend(replace(last, end=piece.end) for piece in trimmed(walk.text, last.start, end))
        return
    if _is_lone_mark(walk.text, start, end):
        walk.bullet, walk.line = True, None
        return
    asked = bool(walk.done) and asks(walk.text, walk.done[-1])
    pieces = list(line_pieces(walk.text, start, end, indent=_indent(walk.text, start), asked=asked))
    walk.done.extend(map(_as_item, pieces) if walk.bullet else pieces)
    walk.bullet = False


def _continues(walk: Walk, before: Span, start: int, end: int) -> bool:
    """Whether a line is the rest of the one before: text wrapped at a fixed width."""
    text, last = walk.text, walk.done[-1]
    if last.kind in ("heading", "cell", "line") or is_finished(text[before[0] : before[1]]):
        return False
    if last.kind is None and text[end - 1] == "?" and _asks(text[before[0] : before[1]]):
        return is_question(text[before[0] : end])
    if not text[start].islower():
        return before[1] - before[0] > WRAPPED_LENGTH and JOINING.search(text[before[1] - 5 : before[1]]) is not None
    wrapped = before[1] - before[0] > WRAPPED_LENGTH or (last.kind == "item" and _indent(text, start) > 0)
    return wrapped and NUMBER.match(text, start) is None


def _asks(line: str) -> bool:
    """Whether a few words begin a question that the next line may end: a heading cut in two."""
    return len(line.split(None, CUT_QUESTION_WORDS)) <= CUT_QUESTION_WORDS and ASKING.match(line) is not None


def _is_lone_mark(text: str, start: int, end: int) -> bool:
    """Whether the line holds nothing but a list mark, its words being on the next."""
    return end - start <= LONE_MARK_LENGTH and all(is_mark(sign) for sign in text[start:end])


def _as_item(piece: Piece) -> Piece:
    """Make an item of a piece that has no kind of its own."""
    return replace(piece, kind=piece.kind or "item")


def _indent(text: str, start: int) -> int:
    """Count the columns before the first character of a line, tabs as two."""
    width = 0
    while start > 0 and text[start - 1] in " \t" and width < DEEPEST * INDENT:
        width += 2 if text[start - 1] == "\t" else 1
        start -= 1
    return width
