"""Options and steps that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.config import InForce, in_force

if TYPE_CHECKING:
    from factcheck.model import ClaimsDB

DbOption = Annotated[
    list[Path] | None,
    typer.Option("--db", metavar="DIR", help="Add this evidence base to the shipped one (repeatable)."),
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Read settings from this file, not the nearest one.")
]
IsolatedOption = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]


def settings_of(flags: Mapping[str, object], config: Path | None = None, *, isolated: bool = False) -> InForce:
    """What is in force for this run; raises ConfigError."""
    return in_force(flags, os.environ, Path.cwd(), file=config, isolated=isolated)


def folders(added: list[Path] | None) -> list[Path]:
    """The shipped base, then the added ones: those of the flag, else those of the settings."""
    from factcheck.db.folder import find_base

    return [find_base(), *(added if added is not None else settings_of({}).settings.db)]


def load_base(added: list[Path] | None) -> ClaimsDB:
    """The base in force, from the cache where it can be; raises InvalidBase."""
    from factcheck.db.compile import load_cached

    return load_cached(folders(added), cache_folder())


def readable_base(added: list[Path] | None) -> ClaimsDB:
    """The base as far as its form goes: enough to look things up in one that is being written; raises InvalidBase."""
    from factcheck.db.problems import InvalidBase

    try:
        return load_base(added)
    except InvalidBase:
        from factcheck.db.load import load

        return load(folders(added))


def cache_folder() -> Path:
    """The user's cache folder for this program; FACTCHECK_CACHE_DIR overrides."""
    if given := os.environ.get("FACTCHECK_CACHE_DIR"):
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "factcheck"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "factcheck" / "Cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factcheck"
