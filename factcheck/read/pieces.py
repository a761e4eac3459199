"""Pieces -> Blocks: what each stretch of a page is, once its format's own marks are known.

In: stretches in reading order, each with the kind that the format gave it (a heading, an item, a cell) or none.
Out: the document's Blocks: unmarked stretches are told apart by their shape alone (number tile, ingredient panel,
question, answer, short line, paragraph). A room file of its own so that the same copy gives the same blocks from a
text file, a web page and an office document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Block, BlockKind
from factcheck.read.panel import is_panel, is_panel_label
from factcheck.read.tags import hung_on, presumes

FAINT_HEADING = 7
"""Rank of headings without a rank of their own (capitals, bold lines): below all that have one."""

LINE_WORDS = 12
QUESTION_LENGTH = 300
ACRONYM = 4
"""Letters; a line of so few capitals is a name and ranks like the names around it."""
LINE_LENGTH = 240

AMOUNT = r"(?:[A-Z]{3} ?)?[$€£₩¥₹~≈<>+±−-]{0,2} ?\d[\d.,  ]*"
UNIT = (
    r"(?:%|[x×+★]|[km]\b|(?:second|sec|minute|min|hour|hr|day|night|week|month|year|yr|session|use|star)s?|ml|m?g|oz|h)"
)
STAT = re.compile(
    rf"(?:up to |over |more than |nearly |almost |from |about )?{AMOUNT} ?{UNIT}?"
    rf"(?: ?(?:[-–—/]|to|of|out of) ?{AMOUNT} ?{UNIT}?)?\*?",
    re.IGNORECASE,
)
STAT_LENGTH = 40
FINAL = re.compile(r"[.!?…。！？][\"'”’»)\]*]*$")
INNER_END = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]?[A-Z0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that its format sets apart."""

    start: int
    end: int
    kind: BlockKind | None = None
    """What the format says it is; None: its shape decides."""
    level: int = 0
    column: int | None = None


def to_blocks(text: str, pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Give every piece its kind; the first unmarked block after a question is its answer."""
    return tuple(_blocks(text, pieces))


def is_finished(text: str) -> bool:
    """Whether the text ends like a sentence."""
    return FINAL.search(text[-8:]) is not None


def is_short(text: str) -> bool:
    """Whether the text has the length of a heading or a label."""
    return len(text) <= LINE_LENGTH and len(text.split(None, LINE_WORDS)) <= LINE_WORDS


def is_question(text: str) -> bool:
    """Whether the text is one sentence that asks, and states nothing by it or before it."""
    asks = len(text) <= QUESTION_LENGTH and text.rstrip("\"'”’»)*").endswith(("?", "？"))
    return asks and not INNER_END.search(text) and hung_on(text) is None and not presumes(text)


def is_stat(text: str) -> bool:
    """Whether the text is only a number with its unit."""
    return len(text) <= STAT_LENGTH and STAT.fullmatch(text) is not None


def is_capitals(text: str) -> bool:
    """Whether the text is a short line of capitals that ends like a heading, and no acronym ("DMAE", "PRP")."""
    return text.isupper() and is_short(text) and sum(map(str.isalpha, text)) > ACRONYM and not is_finished(text)


def _blocks(text: str, pieces: Iterable[Piece]) -> Iterator[Block]:
    """Walk the pieces with what has to be remembered of the block before and the one after."""
    before: BlockKind | None = None
    listed = False
    seen = (piece for piece in pieces if any(map(str.isalnum, text[piece.start : piece.end])))
    for piece, after in _pairs(seen):
        own = text[piece.start : piece.end]
        kind, level = _kind(piece, own, listed=listed)
        if before == "question" and piece.kind is None and _answers(kind, after):
            kind = "answer"
        yield Block(kind=kind, start=piece.start, end=piece.end, level=level, column=piece.column)
        before = kind
        listed = kind in ("heading", "line") and is_panel_label(own)


def _answers(kind: BlockKind, after: Piece | None) -> bool:
    """Whether a block below a question answers it; a line above a list is the list's heading."""
    return kind == "paragraph" or (kind == "line" and (after is None or after.kind != "item"))


def _pairs(pieces: Iterator[Piece]) -> Iterator[tuple[Piece, Piece | None]]:
    """Yield every piece with the one after it."""
    piece = next(pieces, None)
    for after in pieces:
        if piece:
            yield piece, after
        piece = after
    if piece:
        yield piece, None


def _kind(piece: Piece, own: str, *, listed: bool) -> tuple[BlockKind, int]:
    """Decide the kind by the format's word first, then by shape."""
    if piece.kind in (None, "heading") and is_stat(own):
        return "stat", 0
    if piece.kind in ("heading", "item") and is_question(own):
        return "question", piece.level
    if piece.kind in (None, "item") and is_panel(own, listed=listed):
        return "panel", piece.level
    return (piece.kind, piece.level) if piece.kind else _shape(own)


def _shape(own: str) -> tuple[BlockKind, int]:
    """Tell an unmarked stretch by its shape."""
    if is_question(own):
        return "question", 0
    if is_capitals(own):
        return "heading", FAINT_HEADING
    return ("line", 0) if is_short(own) and not is_finished(own) else ("paragraph", 0)
