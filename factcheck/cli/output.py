"""What is printed and how a run ends: exit codes, terminals, closed pipes.

In go texts and states, out go bytes on the standard streams. A file of its own because every command must end by the
same rules.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path


class Exit(IntEnum):
    """How a run ends; where several apply, the gravest wins, and graver is greater."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    """Wrong usage, or input that was not checked."""
    BASE = 3
    """The evidence base is invalid."""
    INTERNAL = 4
    """Internal or output error."""
    INTERRUPTED = 130


def tell(line: str) -> None:
    """One line on standard error."""
    print(line, file=sys.stderr)


def say(text: str, *, end: str = "") -> None:
    """A piece of the report on standard output."""
    print(text, end=end)


def save(text: str, path: Path) -> None:
    """Write a report file whole or not at all; raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, "utf-8", newline="")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def wants_colour(choice: str = "auto") -> bool:
    """Whether to colour standard output: the option first, then NO_COLOR, FORCE_COLOR, TERM, the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def columns() -> int:
    """Width of the terminal in characters; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else int(os.environ.get("COLUMNS") or 80)


def gravest(codes: Iterable[Exit]) -> Exit:
    """The code that a run ends with."""
    return max(codes, default=Exit.CLEAN)
