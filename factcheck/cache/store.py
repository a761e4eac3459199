"""Keys -> bytes, on disk: bounded in size, shared by all runs of a user.

In: a folder. Out: what was stored under a key, or nothing. A file of its own because it is the only one that touches
the disk. SQLite does what a cache of one's own gets wrong: two runs at once, a run that is killed, a full disk, the
least recently used going first. Whatever it complains about, the cache only falls silent.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

NAME = "results-1.sqlite3"
"""The number goes up when the tables change."""
FILES = (NAME, f"{NAME}-wal", f"{NAME}-shm", f"{NAME}-journal")
LIMIT = 200_000_000
"""Bytes that the results of a user may take up."""
PAGE = 4096
HELD_BACK = 1_000_000
"""Bytes of results that wait to be written together; of a small cache less, for small results fill pages badly."""
SECONDS_BACK = 2.0
"""How long they may wait: what a killed run loses."""
PATIENCE = 2.0
"""Seconds to wait for another run that is writing."""
LATELY = 86_400
"""Seconds within which a use is not noted again: reading should not cost writing."""
_TABLE = """
    CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, used INTEGER NOT NULL, data BLOB NOT NULL);
    CREATE INDEX IF NOT EXISTS by_use ON results (used);
"""


class Store:
    """The results kept in a folder; use as a context manager, what is put in is written at the latest at its end."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._path = folder / NAME
        self._limit = limit
        self._waiting: dict[bytes, bytes] = {}
        self._size = 0
        self._used: list[bytes] = []
        self._since = time.monotonic()
        self._base: sqlite3.Connection | None = None
        with self._guarded():
            self._base = _opened(self._path, limit)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.write()
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None

    def get(self, key: bytes) -> bytes | None:
        """What is kept under the key."""
        if key in self._waiting:
            return self._waiting[key]
        row: tuple[bytes, int] | None = None
        with self._guarded() as base:
            if base is not None:
                row = base.execute("SELECT data, used FROM results WHERE key = ?", (key,)).fetchone()
        if row is None or not (isinstance(row[0], bytes) and isinstance(row[1], int)):
            return None
        if row[1] < time.time() - LATELY:
            self._used.append(key)
        return row[0]

    def put(self, key: bytes, data: bytes) -> None:
        """Keep the data under the key, sooner or later; what would fill a tenth of the cache is not kept."""
        if self._base is None or len(data) > self._limit // 10:
            return
        self._waiting[key] = data
        self._size += len(data)
        if self._size >= min(HELD_BACK, self._limit // 40) or time.monotonic() - self._since > SECONDS_BACK:
            self.write()

    def write(self) -> None:
        """Write what waits, in one step that other runs see whole or not at all."""
        waiting, used, now = self._waiting, self._used, int(time.time())
        self._waiting, self._size, self._used, self._since = {}, 0, [], time.monotonic()
        if not waiting and not used:
            return
        with self._guarded() as base:
            if base is None:
                return
            with _transaction(base):
                _make_room(base, sum(map(len, waiting.values())), self._limit)
                base.executemany("UPDATE results SET used = ? WHERE key = ?", [(now, key) for key in used])
                rows = [(key, now, data) for key, data in waiting.items()]
                base.executemany("INSERT OR REPLACE INTO results (key, used, data) VALUES (?, ?, ?)", rows)

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection | None]:
        """The open file; what goes wrong with it ends the use of it, and a damaged one is thrown away."""
        try:
            yield self._base
        except (sqlite3.OperationalError, OSError):
            # Locked for too long, disk full, not writable: leave it alone. A read is not worth stopping for.
            self._waiting, self._size = {}, 0
        except sqlite3.DatabaseError:
            self._base = None
            for name in FILES:
                with suppress(OSError):
                    self._path.with_name(name).unlink(missing_ok=True)


def _opened(path: Path, limit: int) -> sqlite3.Connection:
    """The file, made if there is none."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    base = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        base.execute(f"PRAGMA page_size = {PAGE}")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        base.execute("PRAGMA journal_size_limit = 1000000")
        base.execute(f"PRAGMA max_page_count = {max(limit // PAGE, 16)}")
        base.executescript(_TABLE)
    except BaseException:
        base.close()
        raise
    return base


@contextmanager
def _transaction(base: sqlite3.Connection) -> Iterator[None]:
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
        base.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            base.execute("ROLLBACK")
        raise


def _make_room(base: sqlite3.Connection, wanted: int, limit: int) -> None:
    """Take out what was used longest ago until the wanted bytes fit, with a tenth to spare for the edges of pages."""
    while _in_use(base) + wanted > limit * 0.9:
        count = base.execute("SELECT count(*) FROM results").fetchone()[0]
        if not count:
            return
        oldest = "SELECT rowid FROM results ORDER BY used, rowid LIMIT ?"
        base.execute(f"DELETE FROM results WHERE rowid IN ({oldest})", (count // 5 + 1,))


def _in_use(base: sqlite3.Connection) -> int:
    """Bytes of the pages that hold something."""
    pages, free = (int(base.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count"))
    return (pages - free) * PAGE
