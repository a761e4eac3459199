"""stub"""

from __future__ import annotations

from pathlib import Path

import msgspec

from factcheck.engine import Checker
from factcheck.model import ClaimsDB


def checker(db: ClaimsDB, folder: Path | None) -> Checker:
    """The base made ready for judging."""
    return Checker(db)


def parcel(db: ClaimsDB, folder: Path | None) -> bytes:
    """stub"""
    return msgspec.msgpack.encode(db)


def unwrapped(data: bytes) -> Checker:
    """stub"""
    return Checker(msgspec.msgpack.decode(data, type=ClaimsDB))
