"""A folder of the base -> its files as values with places.

Comes in: the path of one base. Goes out: a `Base`: topics, sources and lexicon files as read, and their problems. A
file of its own because here, and here alone, the three kinds of file meet their types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from factcheck.db.folder import FOLDERS, entries, is_yaml, shown, yaml_files, yaml_in
from factcheck.db.form import form_faults
from factcheck.db.nodes import MAX_BYTES, Page, Route, read_yaml
from factcheck.db.problems import Problem
from factcheck.db.shape import shaped
from factcheck.model import LexiconFile, Source, Topic

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[T]):
    """One file as a value, with the way back to its lines."""

    name: str
    """File name without its ending."""
    page: Page
    value: T

    def problem(self, route: Route, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem at the end of a route in this file."""
        return self.page.problem(route, message, hint, key=key)

    def where(self, route: Route) -> str:
        """The place in words, for hints."""
        return f"{self.page.file}:{self.page.place(route)[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """One folder as read."""

    folder: str
    topics: tuple[Read[Topic], ...] = ()
    sources: tuple[Read[Source], ...] = ()
    lexicon: tuple[Read[LexiconFile], ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    """Files that have problems, as "sources/bos-2000": what they hold is not known, so nobody may miss it."""


def read_folder(folder: Path) -> Base:
    """Everything that the folder holds, and everything that is wrong with the form of its files."""
    name = shown(folder)
    if not folder.is_dir():
        return _refused(name, "no folder of this name" if not folder.exists() else "this is a file, not a folder")
    if not any((folder / each).is_dir() for each in FOLDERS):
        return _refused(name, "no evidence base: it has no folder topics/, sources/ or lexicon/")
    topics, topic_problems = _values(folder / "topics", Topic)
    sources, source_problems = _values(folder / "sources", Source)
    lexicon, lexicon_problems = _values(folder / "lexicon", LexiconFile)
    return Base(
        folder=name,
        topics=topics,
        sources=sources,
        lexicon=lexicon,
        problems=(*stray(folder), *topic_problems, *source_problems, *lexicon_problems),
        unread=_missed(folder, {page.file for page in _pages(topics, sources, lexicon)}),
    )


def stray(folder: Path) -> Iterator[Problem]:
    """Files that look as if they belonged to the base and would never be read."""
    for path in (path for each in FOLDERS for path in entries(folder / each)):
        if path.suffix.lower() in (".yml", ".yaml", ".json") and not is_yaml(path):
            yield Problem(file=shown(path), message="this file is not read", hint="only files named *.yaml are")
        elif path.is_dir():
            hint = f"put the files directly into {path.parent.name}/"
            yield Problem(file=shown(path), message="folders inside are not read", hint=hint)


def _pages(*groups: tuple[Read[Any], ...]) -> Iterator[Page]:
    """The pages of files of any sort."""
    return (read.page for group in groups for read in group)


def _missed(folder: Path, read: set[str]) -> tuple[str, ...]:
    """The files of the folder that gave no value."""
    missed = (path for path in yaml_files(folder) if shown(path) not in read)
    return tuple(f"{path.parent.name}/{path.stem}" for path in missed)


def _refused(name: str, message: str) -> Base:
    """A base that is none."""
    hint = "a base is a folder with topics/*.yaml, sources/*.yaml and lexicon/*.yaml"
    return Base(folder=name, problems=(Problem(file=name, message=message, hint=hint),))


def _values(folder: Path, kind: type[T]) -> tuple[tuple[Read[T], ...], tuple[Problem, ...]]:
    """The files of one folder as values, and their problems."""
    read = [_value(path, kind) for path in yaml_in(folder)]
    values = tuple(value for value, _ in read if value)
    return values, tuple(problem for _, problems in read for problem in problems)


def _value(path: Path, kind: type[T]) -> tuple[Read[T] | None, tuple[Problem, ...]]:
    """One file as a value, or why not."""
    text, problem = _text(path)
    if problem:
        return None, (problem,)
    page, syntax = read_yaml(text, shown(path))
    value, faults = shaped(page, kind)
    read = Read(name=path.stem, page=page, value=value) if value is not None else None
    return read, (*syntax, *form_faults(page), *faults)


def _text(path: Path) -> tuple[str, Problem | None]:
    """The file's text, or why it cannot be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return "", Problem(file=shown(path), message="larger than 2 MB", hint="split it into several files")
        return path.read_bytes().decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        message = f"not UTF-8 text (at byte {error.start})"
        return "", Problem(file=shown(path), message=message, hint="save the file as UTF-8 in your editor")
    except OSError as error:
        return "", Problem(file=shown(path), message=f"cannot be read: {error.strerror or error}")
