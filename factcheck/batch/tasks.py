"""What is to be judged: a document, or the bytes of a file that holds one.

In: nothing. Out: `Task` and its measure. A file of its own because tasks travel to other processes, as bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.model import Checked, Document, InputError
from factcheck.read.options import ReadOptions

Result = Checked | InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One input; either `document` is set or `data`."""

    name: str
    """Name of the input in every result of it."""
    document: Document | None = None
    data: bytes = b""
    """A file as it is."""
    reading: ReadOptions = field(default_factory=ReadOptions)
    """How to read the file."""


def size_of(task: Task) -> int:
    """About how many characters there are to judge."""
    return len(task.document.text) if task.document is not None else len(task.data)


def endings(name: str) -> str:
    """The endings of a file's name, which say how it is read."""
    return "".join(Path(name).suffixes[-2:]).lower()


def without_names(task: Task) -> Task:
    """The task as it travels: names stay behind, they may hold what is no text."""
    if task.document is None:
        return replace(task, name=f"page{endings(task.name)}".encode("utf-8", "replace").decode())
    return replace(task, name="", document=replace(task.document, name=""))
