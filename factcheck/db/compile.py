"""The base from its cache: folders -> `ClaimsDB` without YAML, validator or language model.

Comes in: the folders and a cache folder. Goes out: the base. A file of its own because reading and checking two
hundred files takes half a second, and one run in a hundred finds them changed. Typed decoding keeps a damaged or
forged cache file from being anything but ignored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from factcheck import model
from factcheck.db.folder import digest_of, yaml_files
from factcheck.db.problems import InvalidBase
from factcheck.files import put
from factcheck.model import ClaimsDB

ASKED = ("grounds/citing.py", "judge.py", "language/normalise.py", "named.py")
"""Modules of other rooms that say what may stand in a base. Not all of the program: that would cost each short command
a tenth of its time."""


def load_cached(folders: Sequence[Path], cache_dir: Path | None) -> ClaimsDB:
    """The base that the folders make together; raises `InvalidBase` if anything is wrong with it."""
    path = _cache_file(folders, cache_dir) if cache_dir else None
    held = _read(path) if path else None
    if held is not None:
        return held
    db = checked(folders)
    if path and _cache_file(folders, path.parent) == path:
        put(path, msgspec.msgpack.encode(db))
    return db


def checked(folders: Sequence[Path]) -> ClaimsDB:
    """The base read anew, in form and in meaning; raises `InvalidBase` with all problems."""
    from factcheck.db.lint import check
    from factcheck.db.load import read_base

    loaded = read_base(folders)
    problems = check(loaded)
    if loaded.db is None or problems:
        raise InvalidBase(problems)
    return loaded.db


def _cache_file(folders: Sequence[Path], cache_dir: Path) -> Path | None:
    """The cache file for this state of the folders and of the code that reads them; None: read them and see."""
    if not all(map(yaml_files, folders)):  # adds nothing to the digest, so a misspelt --db would pass as no --db
        return None
    try:
        state = f"{digest_of(folders)} {_code_digest()}"
    except OSError:
        return None
    return cache_dir / f"base-{hashlib.sha256(state.encode()).hexdigest()[:32]}.msgpack"


def _code_digest() -> str:
    """sha256 over the types, this room and what it asks, so that a change makes old cache files worthless."""
    total, here = hashlib.sha256(), Path(__file__).parent
    rooms = (path for room in (Path(model.__file__).parent, here) for path in sorted(room.glob("*.py")))
    for path in (*rooms, *(here.parent / name for name in ASKED)):
        total.update(path.read_bytes())
    return total.hexdigest()


def _read(path: Path) -> ClaimsDB | None:
    """The base in the cache file, or nothing if there is none that can be trusted."""
    with suppress(OSError, msgspec.MsgspecError, RecursionError):
        return msgspec.msgpack.decode(path.read_bytes(), type=ClaimsDB)
    return None
