"""What is printed and how a run ends: exit codes, terminals, closed pipes, full disks.

In go texts and states, out go bytes on the standard streams or in a file. A file of its own because every command must
end by the same rules.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path
from typing import IO

Write = Callable[[str], None]


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


class OutputError(Exception):
    """A report that could not be written; one line that says why."""


class ClosedPipe(Exception):  # noqa: N818  (nothing is wrong: the reader has seen enough)
    """Nobody reads standard output any more."""


def tell(line: str) -> None:
    """One line on standard error, if there is anybody to read it."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(line, file=sys.stderr)


def say(text: str) -> None:
    """A piece of the report on standard output; raises ClosedPipe or OutputError."""
    if sys.stdout is None:
        raise OutputError("there is no standard output")
    with _explained("standard output"):
        sys.stdout.write(text)


def flush() -> None:
    """Hand on what was said; raises ClosedPipe or OutputError."""
    if sys.stdout is not None:
        with _explained("standard output"):
            sys.stdout.flush()


def drop() -> None:
    """Give up standard output: whatever is left in it must not fail once more when the program ends."""
    with suppress(OSError, ValueError, io.UnsupportedOperation, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def encode(exactly: bool) -> None:
    """Prepare standard output: UTF-8 and plain line ends for programs, what the terminal can show for people."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if exactly:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        else:
            sys.stdout.reconfigure(errors="replace")


# ------------------------------------------------------------------ files


@contextmanager
def written(path: Path | None, *, streamed: bool) -> Iterator[Write]:
    """A way to write a report: to standard output, into a file whole or not at all, or line by line as it comes."""
    if path is None:
        yield say
    elif is_table(path):
        from factcheck.report.parquet import parquet_table

        with _explained(str(path)), parquet_table(path) as write:
            yield write
    elif streamed:
        with _lines(path) as write:
            yield write
    else:
        parts: list[str] = []
        yield parts.append
        save("".join(parts), path)


def save(text: str, path: Path) -> None:
    """Write a file whole or not at all; raises OutputError."""
    with _explained(str(path)):
        target = path.resolve()
        if target.exists() and not target.is_file():  # a device, a pipe: nothing to replace
            target.write_text(text, "utf-8", newline="")
            return
        beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
        try:
            with beside.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def _lines(path: Path) -> Iterator[Write]:
    """A file that grows by whole lines: opened with the first, and cut back to the last whole one if the disk fills."""
    file: IO[bytes] | None = None

    def write(text: str) -> None:
        nonlocal file
        with _explained(str(path)):
            file = file or path.open("wb", buffering=0)
            data, at = text.encode("utf-8"), file.tell() if file.seekable() else None
            try:
                while data:
                    data = data[file.write(data) :]
            except OSError:
                with suppress(OSError):
                    file.truncate(at)
                raise

    try:
        yield write
    finally:
        if file is not None:
            file.close()


def is_table(path: Path) -> bool:
    """Whether a report file is to be a Parquet table."""
    return path.suffix.lower() == ".parquet"


def unwritable(path: Path, *, streamed: bool) -> str | None:
    """What will keep a report file from being written, where that can be seen before all the work is done."""
    target = path.resolve()
    if path.is_dir():
        return f"{path} is a folder"
    if not target.parent.is_dir():
        return f"{path}: there is no folder {target.parent}"
    # A file that is replaced whole is made anew beside the old one, which takes the right to change the folder.
    replaced = target.is_file() and (is_table(path) or not streamed)
    asked = {target if target.exists() else target.parent, *([target.parent] if replaced else [])}
    return None if all(os.access(each, os.W_OK) for each in asked) else f"{path}: permission denied"


@contextmanager
def _explained(what: str) -> Iterator[None]:
    """Turn the system's complaints into ours."""
    try:
        yield
    except BrokenPipeError:
        # Not passed on as it is: the library between here and `run` would end the program with a code of its own.
        raise ClosedPipe from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise OutputError(f"{what}: {reason[:1].lower()}{reason[1:]}") from error


# ------------------------------------------------------------------ terminals


def wants_colour(choice: str = "auto") -> bool:
    """Whether to colour standard output: the option first, then NO_COLOR, FORCE_COLOR, TERM, the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and on_terminal()


def on_terminal() -> bool:
    """Whether standard output is read by a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def columns() -> int:
    """Width of the terminal in characters; 80 where there is none."""
    if on_terminal():
        return shutil.get_terminal_size((80, 24)).columns
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdecimal() and int(given) else 80


def gravest(codes: Iterable[Exit]) -> Exit:
    """The code that a run ends with."""
    return max(codes, default=Exit.CLEAN)
