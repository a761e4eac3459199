"""Bytes put in place in one step, and the oldest of their kind thrown away.

In go a path and bytes, out comes a file that other runs see whole or not at all. A room of its own because the base as
read and the base made ready are kept in the same way.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

KEPT = 8
"""How many files of a kind a folder holds before the oldest goes."""


def put(path: Path, data: bytes) -> None:
    """Keeps the bytes in a cache, with the newest of its kind ("base-…"); where nothing can be written is no fault."""
    import tempfile  # costs 20 ms, and is needed only when something has changed

    kind = path.name.partition("-")[0]
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{kind}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        for old in sorted(path.parent.glob(f"{kind}-*{path.suffix}"), key=_age, reverse=True)[KEPT:]:
            old.unlink(missing_ok=True)


def _age(path: Path) -> float:
    """When it was written; another run may have thrown it away."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
