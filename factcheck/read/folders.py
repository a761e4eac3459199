"""Paths as a user names them -> the files to read.

In: files, folders and "-". Out: paths in a fixed order, and InputErrors for what is not there or cannot be entered. A
room file of its own because folders hold what nobody meant: hidden files, loops of links, devices, other formats.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from factcheck.model import InputError
from factcheck.read.formats import is_readable
from factcheck.read.options import ReadOptions

STDIN = Path("-")


def walk(paths: Iterable[Path], options: ReadOptions) -> Iterator[Path | InputError]:
    """Yield every file to read: files as named, folders searched in sorted order."""
    for path in paths:
        if path == STDIN:
            yield path
        elif wrong := problem(path):
            yield InputError(name=str(path), message=wrong)
        elif path.is_dir():
            yield from _folder(path, options)
        else:
            yield path


def problem(path: Path) -> str | None:
    """Say what keeps a path from being read, if anything does."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return "no such file or folder" if isinstance(error, FileNotFoundError) else _reason(error)
    except ValueError:
        return "no valid path"
    if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
        return None
    return "neither a file nor a folder"


def _folder(top: Path, options: ReadOptions) -> Iterator[Path | InputError]:
    """Yield the readable files of a folder and those below it; none at all is an error."""
    found = False
    for path in _below(top, top, options, frozenset()):
        found = True
        yield path
    if not found:
        yield InputError(name=str(top), message="no readable file in this folder")


def _below(folder: Path, top: Path, options: ReadOptions, above: frozenset[Path]) -> Iterator[Path | InputError]:
    """Search a folder; `above`: the folders it was reached by, which a link may lead back to."""
    try:
        here = folder.resolve()
        entries = sorted(folder.iterdir())
    except (OSError, RuntimeError) as error:
        yield InputError(name=str(folder), message=_reason(error))
        return
    if here in above:
        return
    for entry in entries:
        if entry.name.startswith(".") or _is_excluded(entry, top, options):
            continue
        if entry.is_dir():
            yield from _below(entry, top, options, above | {here})
        elif entry.is_file() and is_readable(entry.name):
            yield entry


def _is_excluded(path: Path, top: Path, options: ReadOptions) -> bool:
    """Whether a pattern fits the file's name, its path below the folder, or the whole path."""
    if not options.exclude:
        return False
    names = (path.name, path.relative_to(top).as_posix(), path.as_posix())
    return any(fnmatchcase(name, pattern.rstrip("/")) for pattern in options.exclude for name in names)


def _reason(error: Exception) -> str:
    """Say in one line what the system said."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason[:1].lower() + reason[1:]
