"""A base made ready for judging, kept from run to run.

In: a base and the cache folder. Out: the base ready to judge with. A file of its own because this is what makes one
page quick: bytes are read in a few hundredths of a second, making them takes a hundred times that.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from factcheck.cache.state import state_of
from factcheck.engine import Checker
from factcheck.files import put
from factcheck.match.prepared import Ready, made, packed, unpacked
from factcheck.model import ClaimsDB


def checker(db: ClaimsDB, folder: Path | None) -> Checker:
    """The base ready to judge with."""
    return Checker(db, _ready(db, folder)[0])


def shipment(db: ClaimsDB, folder: Path | None) -> bytes:
    """The base ready to judge with, as bytes for another process."""
    ready, data = _ready(db, folder)
    return msgspec.msgpack.encode((db, data if data is not None else packed(ready, db)))


def arrived(data: bytes) -> Checker:
    """A shipment, unpacked."""
    db, held = msgspec.msgpack.decode(data, type=tuple[ClaimsDB, bytes])
    return Checker(db, unpacked(held, db))


def _ready(db: ClaimsDB, folder: Path | None) -> tuple[Ready, bytes | None]:
    """The base made ready, with its bytes if they are at hand; kept for the next run if there is a folder."""
    path = _file(db, folder)
    if path is None:
        return made(db), None
    with suppress(OSError, ValueError):
        data = path.read_bytes()
        return unpacked(data, db), data
    ready = made(db)
    data = packed(ready, db)
    put(path, data)
    return ready, data


def _file(db: ClaimsDB, folder: Path | None) -> Path | None:
    state = state_of(db) if folder is not None else None
    return folder / f"index-{state.hex()[:32]}.msgpack" if folder is not None and state is not None else None
