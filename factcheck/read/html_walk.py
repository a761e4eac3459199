"""The walk over a web page: where it stands, and how a piece of text begins and ends.

In: stretches of text and the elements around them. Out: pieces with the kind that their element gives them. A room
file of its own so that the files that read elements and signs inside a line share one state and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.model import BlockKind
from factcheck.read.html_copy import Copy
from factcheck.read.html_tokens import Token
from factcheck.read.html_tree import Tree
from factcheck.read.pieces import FAINT_HEADING, is_finished, is_short


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """An element that says what the text in it is."""

    end: int
    """Index of the first token after it."""
    kind: BlockKind | None = None
    level: int = 0
    column: int | None = None


@dataclass(slots=True)
class Walk:
    """What the walk over the tokens has to remember."""

    tree: Tree
    copy: Copy
    all_copy: bool
    around: list[Around] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    """Where the open lists end."""
    column: int = 0
    """Of the next cell."""
    heading_row: bool = False
    cells: int = 0
    """How many the open row has."""
    frame: int = 0
    """Where the table ends that only places its text."""
    bold: int = 0
    """Where the bold text ends."""
    plain: bool = False
    """The piece under way holds text that is not bold."""


def leave(walk: Walk, index: int) -> None:
    """Leave the elements that end here."""
    while walk.around and walk.around[-1].end <= index:
        flush(walk)
        walk.around.pop()
    while walk.lists and walk.lists[-1] <= index:
        walk.lists.pop()


def flush(walk: Walk) -> None:
    """End the piece under way; a short bold one of no other kind is a heading."""
    around = walk.around[-1] if walk.around else Around(end=0)
    kind, level = around.kind, around.level
    if kind is None and not walk.plain and is_short(own := walk.copy.current()) and not is_finished(own):
        kind, level = "heading", FAINT_HEADING
    walk.copy.cut(kind, level, around.column)
    walk.plain = False


def write(walk: Walk, index: int, token: Token) -> None:
    """Write a stretch of text."""
    walk.plain = walk.plain or (index >= walk.bold and not walk.tree.source[token.start : token.end].isspace())
    walk.copy.write(token.start, token.end)
