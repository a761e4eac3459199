"""Options and steps that several commands share."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from factcheck.model import ClaimsDB

DbOption = Annotated[
    list[Path] | None,
    typer.Option("--db", metavar="DIR", help="Add this evidence base to the shipped one (repeatable)."),
]


def folders(added: list[Path] | None) -> list[Path]:
    """The shipped base, then the added ones."""
    from factcheck.db.folder import find_base

    return [find_base(), *(added or [])]


def load_base(added: list[Path] | None) -> ClaimsDB:
    """The base in force, from the cache where it can be; raises InvalidBase."""
    from factcheck.db.compile import load_cached

    return load_cached(folders(added), cache_folder())


def cache_folder() -> Path:
    """The user's cache folder for this program; FACTCHECK_CACHE_DIR overrides."""
    if given := os.environ.get("FACTCHECK_CACHE_DIR"):
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "factcheck"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "factcheck" / "Cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factcheck"
