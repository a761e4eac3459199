"""The way in: a path, standard input or a text -> Documents with their layout and the way back to the source.

In: what a user names. Out: Documents (one a page, one a row of a table) and InputErrors for what cannot be read. A room
of its own because nothing after it may know where a text came from: one file per input format, text kept as it is.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from factcheck.model import Document, InputError
from factcheck.read.folders import STDIN, problem, walk
from factcheck.read.formats import read_file
from factcheck.read.inline import without_marks
from factcheck.read.options import ReadOptions
from factcheck.read.place import in_row, locate, spot

__all__ = ["ReadOptions", "from_text", "in_row", "locate", "read_bytes", "read_path", "spot", "walk", "without_marks"]


def from_text(text: str, name: str = "<text>") -> Document:
    """Lay out a plain text or light Markdown."""
    from factcheck.read.layout import blocks_of  # a run whose results are all known lays nothing out

    return Document(name=name, text=text, blocks=blocks_of(text))


def read_bytes(data: bytes, name: str, options: ReadOptions) -> Iterator[Document | InputError]:
    """Read bytes as if they were a file of this name."""
    return read_file(io.BytesIO(data), name, options)


def read_path(path: Path, options: ReadOptions) -> Iterator[Document | InputError]:
    """Read a file, or standard input for "-"."""
    if path == STDIN:
        yield from read_bytes(sys.stdin.buffer.read(), options.stdin_name, options)
    elif wrong := problem(path) or ("a folder, not a file" if path.is_dir() else None):
        yield InputError(name=str(path), message=wrong)
    else:
        try:
            with path.open("rb") as file:
                yield from read_file(file, str(path), options)
        except OSError as error:
            yield InputError(name=str(path), message=(error.strerror or str(error)).lower())
