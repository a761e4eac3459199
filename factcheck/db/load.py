"""Folders -> `ClaimsDB`, or all problems of all files at once.

Comes in: paths of bases, the shipped one first. Goes out: the base as values, the files it was read from, and what is
wrong with their form. What is wrong with their meaning is for `lint.py` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.db import merge
from factcheck.db.files import Base, read_folder
from factcheck.db.folder import digest_of, distinct, find_base
from factcheck.db.problems import InvalidBase, Problem, in_order
from factcheck.model import ClaimsDB

__all__ = ["InvalidBase", "Loaded", "find_base", "load", "read_base"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A base as far as it could be read."""

    db: ClaimsDB | None
    """None if any file has a problem."""
    problems: tuple[Problem, ...] = ()
    bases: tuple[Base, ...] = ()
    """The files with their places, for the cross checks."""


def read_base(folders: Sequence[Path]) -> Loaded:
    """The base that the folders make together, and all problems of its form."""
    bases = tuple(read_folder(folder) for folder in distinct(folders))
    problems = [problem for base in bases for problem in base.problems]
    problems += merge.clashes(bases)
    if not problems and not any(read.value.assertions for base in bases for read in base.topics):
        where = bases[0].folder if bases else "(no folder)"
        problems.append(Problem(file=where, message="no assertions", hint="topics/*.yaml hold them"))
    db = None if problems else _assembled(bases, digest_of(folders))
    return Loaded(db=db, problems=in_order(problems), bases=bases)


def load(folders: Sequence[Path]) -> ClaimsDB:
    """The base that the folders make together; raises `InvalidBase` with all problems of its form."""
    loaded = read_base(folders)
    if loaded.db is None:
        raise InvalidBase(loaded.problems)
    return loaded.db


def _assembled(bases: tuple[Base, ...], digest: str) -> ClaimsDB:
    """One base of several."""
    held = merge.assertions(bases)
    months = [each.as_of for each in held if each.as_of]
    return ClaimsDB(
        assertions=held,
        sources=merge.sources(bases),
        lexicon=merge.lexicon(bases),
        topics=merge.topics(bases),
        digest=digest,
        as_of=max(months, default=None),
    )
