"""A document as read: its text, its layout, and the way back to its source.

A file of its own because it stands before anything is known of claims.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.terms import BlockKind

COMPARED = 2
"""Level of a cell that tells of what its column's head names: a row of options in a comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document that layout sets apart."""

    kind: BlockKind
    start: int
    """First character."""
    end: int
    """One past the last character."""
    level: int = 0
    """Rank: of a heading (1 is the highest), of an item its depth; of a cell 1 in the heading row, or `COMPARED`."""
    column: int | None = None
    """Of a cell: its column, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """From `start` on, the text stands at this place of the source."""

    start: int
    line: int | None = None
    """Line in the source file, from 1; None where lines mean nothing."""
    column: int | None = None
    """Column in that line of the character at `start`, from 1."""
    page: int | None = None
    """Page of a PDF, from 1."""
    row: int | None = None
    """Row of a table, from 1, the heading row not counted."""
    id: str | None = None
    """The row's own id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text to check, with its layout and the way back to its source."""

    name: str
    text: str
    blocks: tuple[Block, ...] = ()
    """Layout in reading order."""
    anchors: tuple[Anchor, ...] = ()
    """Way back to the source, by start; empty: lines and columns of `text` itself."""
    notes: tuple[str, ...] = ()
    """What happened while reading: "read as Windows-1252"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputError:
    """A document that could not be checked: a result, not an exception."""

    name: str
    message: str
