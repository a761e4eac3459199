"""What a user can say about reading; one value that travels to every format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How inputs are to be read."""

    text_column: str | None = None
    """Column of a table that holds the copy; None: the one with a usual name."""
    id_column: str | None = None
    """Column that names the rows; None: the one with a usual name, if there is one."""
    max_bytes: int = 100_000_000
    """Largest document that is read, unpacked; tables of any size are read row by row."""
    max_text: int = 2_000_000
    """Characters of copy that one document may hold: a picture needs megabytes, copy does not.

    The usual limit is a book of a thousand pages; judging it takes a minute or two and a gigabyte."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths to leave out of folders: "drafts/*", "*.md"."""
    stdin_name: str = "<stdin>"
    """What standard input is called; its ending says the format."""


def too_long(options: ReadOptions) -> str:
    """Say that a document holds more copy than one may."""
    return f"more than {options.max_text // 1_000_000} MB of text: split it, or raise --max-copy"
