"""Paths as a user names them -> the files to read.

In: files, folders and "-". Out: paths in a fixed order, and InputErrors for what is not there or cannot be entered. A
room file of its own because folders hold what nobody meant: hidden files, loops of links, devices, other formats.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from factcheck.model import InputError
from factcheck.read.formats import is_readable
from factcheck.read.options import ReadOptions

STDIN = Path("-")
Excluded = Callable[[Path], bool]


def walk(
    paths: Iterable[Path], options: ReadOptions, root: Path | None = None, passed: Callable[[Path], None] | None = None
) -> Iterator[Path | InputError]:
    """Yield every file to read: files as named, folders searched in sorted order; patterns may start at `root`.

    passed: is told of each file in folders whose name has no ending to know its format by.
    """
    for path in paths:
        if path == STDIN:
            yield path
        elif wrong := problem(path):
            yield InputError(name=str(path), message=wrong)
        elif path.is_dir():
            excluded = partial(_is_excluded, patterns=options.exclude, top=path, root=root)
            yield from _folder(path, excluded, passed or _unheard)
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


def from_root(path: Path, root: Path | None) -> str:
    """A path as somebody in the folder `root` writes it; one outside of it as it was given."""
    full = path.resolve()
    return (full.relative_to(root) if root is not None and full.is_relative_to(root) else path).as_posix()


def fits(patterns: Sequence[str], names: Iterable[str]) -> bool:
    """Whether one of the patterns fits one of the names; a folder's may end in a slash."""
    return any(fnmatchcase(name, pattern.rstrip("/")) for name in names for pattern in patterns)


def _folder(top: Path, excluded: Excluded, passed: Callable[[Path], None]) -> Iterator[Path | InputError]:
    """Yield the readable files of a folder and those below it; none at all is an error."""
    found = False
    for path in _below(top, excluded, passed, frozenset(top.resolve().parents)):
        found = True
        yield path
    if not found:
        yield InputError(name=str(top), message="no readable file in this folder")


def _below(
    folder: Path, excluded: Excluded, passed: Callable[[Path], None], above: frozenset[Path]
) -> Iterator[Path | InputError]:
    """Search a folder; `above`: those that it lies in or was reached by, which a link may lead back to."""
    try:
        here = folder.resolve()
        entries = sorted(folder.iterdir())
    except (OSError, RuntimeError) as error:
        yield InputError(name=str(folder), message=_reason(error))
        return
    if here in above:
        return
    for entry in entries:
        if entry.name.startswith(".") or excluded(entry):
            continue
        if entry.is_dir():
            yield from _below(entry, excluded, passed, above | {here})
        elif entry.is_file() and is_readable(entry.name):
            yield entry
        elif not entry.suffix and entry.is_file():
            passed(entry)


def _unheard(_path: Path) -> None:
    """Where nobody wants to be told."""


def _is_excluded(path: Path, *, patterns: Sequence[str], top: Path, root: Path | None) -> bool:
    """Whether a pattern fits the file's name, its path below the folder, the whole path, or that from the root."""
    if not patterns:
        return False
    return fits(patterns, (path.name, path.relative_to(top).as_posix(), path.as_posix(), from_root(path, root)))


def _reason(error: Exception) -> str:
    """Say in one line what the system said."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason[:1].lower() + reason[1:]
