"""What is said and crossed out on the same line: "FDA approved: no", "❌ clinically proven", a table's "No".

In go a sentence's place and its block, out comes where it is crossed out, if it is. A room of its own because such
answers are signs of layout as often as words, and what they deny would else be read as claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model import Block

_SIGN = "[✗✘❌❎🚫⨯]\ufe0f?"
_NO = rf"(?:no|nope|not yet|not (?:currently|at present)|false|untrue|wrong|myth|fiction|busted|pending|n/?a|{_SIGN})"
_FIELD = re.compile(rf"(?:\s[–—-]\s+|:\s*|\s(?={_SIGN}))({_NO})\s*[.!]*$", re.IGNORECASE)
"""The answer that ends a line: "FDA approved: no", "FDA approved ❌"."""
_MARK = re.compile(_SIGN)
_CELLS = re.compile(rf"(?:[\s|]*{_NO}[.!]*)+[\s|:-]*", re.IGNORECASE)
"""A row's other cells that all say no: who is set beside the thing may be the one that has it."""

Place = tuple[int, int]
"""Character offsets in the document's text."""


def crossed_out(text: str, sentence: Place, blocks: Sequence[Block]) -> Place | None:
    """Where the first block's sentence is denied: by the answer that ends it, by its bullet, by its row's cells."""
    block, (start, end) = blocks[0], sentence
    if field := _FIELD.search(text[start:end]):
        return start + field.start(1), start + field.end(1)
    line = text.rfind("\n", 0, start) + 1
    if start == block.start and (mark := _MARK.search(text, line, start)):
        return mark.span()
    row_end = next((b.start for b in blocks[1:] if b.kind != "cell" or not b.column), len(text))
    heads_row = block.kind == "cell" and block.column == 0
    cells = _CELLS.fullmatch(text, block.end, row_end) if heads_row else None
    return cells and (block.end, row_end)
