"""Documents and files -> tasks.

In: what the reading room hands out. Out: tasks, and InputErrors in their places. A file of its own because a page can
be known by its bytes before it is read, while a table may be larger than memory and is read row by row.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.batch.tasks import Task
from factcheck.model import Document, InputError
from factcheck.read.folders import STDIN
from factcheck.read.formats import is_table
from factcheck.read.options import ReadOptions

SMALL = 1_000_000
"""Bytes up to which a file travels whole."""
_HALF = re.compile("[\ud800-\udfff]")


def of_documents(documents: Iterable[Document | InputError]) -> Iterator[Task | InputError]:
    """A task for each document."""
    for document in documents:
        if isinstance(document, InputError):
            yield document
        else:
            yield Task(name=document.name, document=_encodable(document))


def of_files(files: Iterable[Path | InputError], reading: ReadOptions) -> Iterator[Task | InputError]:
    """A task for each page, and for each row of a table."""
    for file in files:
        if isinstance(file, InputError):
            yield file
        elif (data := _page(file)) is not None:
            yield Task(name=str(file), data=data, reading=reading)
        else:
            from factcheck.read import read_path

            yield from of_documents(read_path(file, reading))


def _page(path: Path) -> bytes | None:
    """The bytes of a small file that is no table; None for standard input, any other, and where anything is wrong."""
    if path == STDIN or is_table(path):
        return None
    try:
        # A device or a pipe would be waited for: only plain files are opened.
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            data = file.read(SMALL + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= SMALL else None


def _encodable(document: Document) -> Document:
    """The document without the halves of characters that JSON can hold and no file, terminal or report can."""
    anchors = tuple(replace(anchor, id=_mended(anchor.id)) if anchor.id else anchor for anchor in document.anchors)
    text = _mended(document.text)
    return (
        document
        if (text, anchors) == (document.text, document.anchors)
        else replace(document, text=text, anchors=anchors)
    )


def _mended(text: str) -> str:
    return text if text.isascii() else _HALF.sub("\ufffd", text)
