"""What a run reads: paths, folders, lists of paths, standard input.

In go the words of the command line, out come the files to read, in order. A file of its own because what must never be
read (the report itself, the baseline) and what is left out is decided before anything is opened.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from factcheck.cli import COMMANDS
from factcheck.config import ConfigError, Settings, nearest
from factcheck.model import InputError
from factcheck.read.folders import STDIN, fits, from_root, walk
from factcheck.read.options import ReadOptions
from factcheck.report.own import is_own
from factcheck.report.safe import visible

NO_ENDING = ": not read: without an ending its format is not known; name the file itself to have it read"
OWN = ": not read: a report or baseline of this program; name the file itself to have it read"


def named(paths: Sequence[str], file_list: str | None) -> Iterator[Path]:
    """The paths of the command line, then those of the list; standard input where neither names any."""
    if not paths and file_list is None:
        if sys.stdin is not None and sys.stdin.isatty():
            raise ConfigError("no path given; name files or folders, or - to read what you type")
        yield STDIN
    yield from map(_path, paths)
    if file_list is not None:
        if file_list == "-" and "-" in paths:
            raise ConfigError("--file-list - and the path - both want standard input")
        yield from _listed(file_list)


def _path(word: str) -> Path:
    """A word as a path; in "./-", a file of that name, the library would see standard input."""
    path = Path(word)
    return path.absolute() if path == STDIN and word != "-" else path


def _listed(file_list: str) -> Iterator[Path]:
    """The paths of a list: one a line, or parted by NUL characters as `find -print0` does."""
    try:
        data = _bytes_of(file_list)
    except OSError as error:
        raise ConfigError(f"--file-list {file_list}: {(error.strerror or str(error)).lower()}") from None
    separator = b"\0" if b"\0" in data else b"\n"
    for line in data.split(separator):
        if path := line.rstrip(b"\r"):
            yield _path(os.fsdecode(path))


def _bytes_of(file_list: str) -> bytes:
    if file_list != "-":
        return Path(file_list).read_bytes()
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def files(
    paths: Sequence[Path], settings: Settings, root: Path, apart: Sequence[Path | None], passed: list[str]
) -> Iterator[Path | InputError]:
    """The files to read, each once; those set apart (the report, the baseline) are passed over in folders.

    passed: gets a line on every other file in folders that is not read though its name does not show it.
    """
    found = _files(paths, settings, root, apart, passed)
    return _once(found) if len(paths) > 1 else found


def _once(files: Iterable[Path | InputError]) -> Iterator[Path | InputError]:
    """Each file once, by the name that it was first given."""
    seen: set[Path] = set()
    for file in files:
        own = file.resolve() if isinstance(file, Path) and file != STDIN else None
        if own is None or own not in seen:
            yield file
        if own is not None:
            seen.add(own)


def _files(
    paths: Sequence[Path], settings: Settings, root: Path, apart: Sequence[Path | None], passed: list[str]
) -> Iterator[Path | InputError]:
    """Those that the paths lead to."""
    never = {path.resolve() for path in apart if path is not None}
    reading = reading_of(settings)
    for path in paths:
        if settings.force_exclude and path != STDIN and _is_excluded(path, settings.exclude, root):
            continue
        if path == STDIN and sys.stdin is None:
            yield InputError(name=settings.stdin_filename, message="there is no standard input")
            continue
        for found in walk([path], reading, root, lambda each: passed.append(f"{visible(str(each))}{NO_ENDING}")):
            if isinstance(found, InputError):
                yield _hinted(found, path)
            elif found != path and never and found.resolve() in never:
                continue
            elif found != path and is_own(found):
                passed.append(f"{visible(str(found))}{OWN}")
            else:
                yield found


def _hinted(error: InputError, path: Path) -> InputError:
    """A path that is missing and looks like a command may have been meant as one."""
    if "no such file" not in error.message or path.name != str(path) or path.suffix:
        return error
    return InputError(
        name=error.name, message=error.message + nearest(str(path), COMMANDS).replace("mean", "mean the command")
    )


def _is_excluded(path: Path, patterns: Sequence[str], root: Path) -> bool:
    """Whether a pattern fits a path that was named outright, or a folder above it."""
    written = (PurePosixPath(path.as_posix()), PurePosixPath(from_root(path, root)))
    names = {str(each) for way in written for each in (way, *way.parents)}
    return fits(patterns, {path.name, *names} - {"."})


def reading_of(settings: Settings) -> ReadOptions:
    """The settings that concern reading."""
    return ReadOptions(
        text_column=settings.text_column,
        id_column=settings.id_column,
        max_bytes=settings.max_size * 1_000_000,
        max_text=settings.max_copy * 1_000_000,
        exclude=settings.exclude,
        stdin_name=settings.stdin_filename,
    )
