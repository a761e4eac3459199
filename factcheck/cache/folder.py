"""The cache folder as its owner sees it: what lies in it, and away with it.

In: the folder. Out: counts. A file of its own because it must know the files of every room that keeps something there,
and touch no other: the folder may have been set to one that holds the user's own things.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from factcheck.cache.store import FILES, NAME

OURS = ("base-*.msgpack", ".base-*", "index-*.msgpack", ".index-*", *FILES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a cache folder holds."""

    results: int
    """Documents whose results are kept."""
    size: int
    """Bytes, of everything."""


def held(folder: Path) -> Held:
    """What the folder holds now."""
    results, size = _results(folder / NAME), 0  # counting makes a file of its own, which is then part of the size
    for path in _files(folder):
        with suppress(OSError):
            size += path.stat().st_size
    return Held(results=results, size=size)


def clear(folder: Path) -> int:
    """Remove everything that the cache put into the folder; the bytes that were freed. Raises OSError."""
    freed = 0
    for path in _files(folder):
        with suppress(FileNotFoundError):  # another run has just replaced it
            size = path.stat().st_size
            path.unlink()
            freed += size
    return freed


def _files(folder: Path) -> list[Path]:
    return sorted({path for pattern in OURS for path in folder.glob(pattern) if path.is_file()})


def _results(path: Path) -> int:
    """How many results are kept; none if the file cannot be read."""
    with suppress(sqlite3.Error):
        if path.is_file():
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)) as base:
                return int(base.execute("SELECT count(*) FROM results").fetchone()[0])
    return 0
