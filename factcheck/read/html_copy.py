"""The text of a web page as it grows, with the way back to the source.

In: stretches of source, piece by piece. Out: the text with white space folded and entities resolved, its pieces, and
an Anchor wherever text and source stop running side by side. A room file of its own so that the walk over the tags
need not count a single character.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field

from factcheck.model import Anchor, BlockKind
from factcheck.read.pieces import Piece

BREAK = re.compile(r"\r\n|\r|\n")
RUN = re.compile(r"\s+|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[^\s&]+|&")
SEPARATOR = "\n"


@dataclass(slots=True)
class Copy:
    """Text under way."""

    source: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)
    """Offsets in text and source from which both run side by side."""
    begun: int | None = None
    """Start of the piece under way."""
    first: int = 0
    """Index of its first part."""
    space: bool = False
    """White space was met that only counts if words follow."""
    broken: bool = False
    """A line of the source ended: text and source no longer share a line, even where they run side by side."""

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def write(self, start: int, end: int, *, words: str | None = None) -> None:
        """Add a stretch of source to the piece under way; `words`: to be written in its place."""
        if words is not None:
            self._add(words, start)
            return
        for run in RUN.finditer(self.source, start, end):
            own = run[0] if run[0][0] != "&" else html.unescape(run[0])
            if own.isspace():
                self.space = True
                self.broken = self.broken or BREAK.search(run[0]) is not None
            elif own:
                self._add(own, run.start())

    def ending(self) -> str:
        """Give the last few characters of the piece under way; none if white space was met behind them."""
        return "" if self.begun is None or self.space else "".join(self.parts[-3:])[-3:]

    def current(self) -> str:
        """Give the piece under way."""
        return "" if self.begun is None else "".join(self.parts[self.first :])

    def cut(self, kind: BlockKind | None = None, level: int = 0, column: int | None = None) -> None:
        """End the piece under way, if it has begun."""
        if self.begun is not None:
            self.pieces.append(Piece(start=self.begun, end=self.length, kind=kind, level=level, column=column))
            self.parts.append(SEPARATOR)
            self.length += len(SEPARATOR)
        self.begun, self.space = None, False

    def anchors(self) -> tuple[Anchor, ...]:
        """Say for every step on which line and column of the source it stands."""
        starts = [0, *(found.end() for found in BREAK.finditer(self.source))]
        made = []
        for here, there in self.steps:
            line = bisect_right(starts, there)
            made.append(Anchor(start=here, line=line, column=there - starts[line - 1] + 1))
        return tuple(made)

    def _add(self, words: str, origin: int) -> None:
        """Write words, with one space before them where there was any."""
        if self.begun is None:
            self.begun, self.first = self.length, len(self.parts)
        elif self.space:
            self.parts.append(" ")
            self.length += 1
        self.space = False
        if self.broken or not self.steps or origin - self.steps[-1][1] != self.length - self.steps[-1][0]:
            self.steps.append((self.length, origin))
            self.broken = False
        self.parts.append(words)
        self.length += len(words)
