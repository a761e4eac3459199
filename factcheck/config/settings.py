"""The one definition of every setting, and what may stand in it.

In: a value from anywhere, with its place. Out: the value in its type, or a `ConfigError` that names the place. A file
of its own because flags, variables and files must be held to the same types by the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from factcheck.model import Market

POSITIVE = ("max_size", "max_copy")
"""Settings with which 0 would refuse everything."""


class ConfigError(Exception):
    """A setting that cannot be used; one line with its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set in a file, by a variable or by a flag; the names are the flags'."""

    format: str = "text"
    """Report format."""
    db: tuple[Path, ...] = ()
    """Evidence bases added to the shipped one."""
    fail_on: Literal["contradicted", "unsupported", "never"] = "contradicted"
    """From which label on the exit code is 1."""
    strict: bool = False
    """Not covered counts as unsupported for fail-on."""
    exit_zero: bool = False
    """Findings do not change the exit code."""
    allow_empty: bool = False
    """Empty and binary files are reported and do not change the exit code."""
    select: tuple[str, ...] = ()
    """Report only claims whose id begins so; empty: all."""
    ignore: tuple[str, ...] = ()
    """Leave out claims whose id begins so."""
    suppressions: bool = True
    """Heed "factcheck: ignore" notes in the copy."""
    baseline: Path | None = None
    """File of findings that are known and not reported."""
    market: tuple[Market, ...] = ()
    """Markets whose rules are shown; empty: all."""
    show: Literal["flagged", "all"] = "flagged"
    """Claims shown in full."""
    max_findings: int | None = None
    """At most so many findings are listed; the rest is counted."""
    author: str | None = None
    """Who publishes the review (claimreview)."""
    base_url: str | None = None
    """Address of the published HTML report (claimreview)."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths to leave out."""
    force_exclude: bool = False
    """Leave them out even where they are named outright."""
    text_column: str | None = None
    """Column of a table that holds the copy."""
    id_column: str | None = None
    """Column that names the rows."""
    max_size: int = 100
    """Largest document that is read, in MB."""
    max_copy: int = 2
    """Most copy that one document may hold, in MB."""
    stdin_filename: str = "<stdin>"
    """What standard input is called; its ending says the format."""
    jobs: int = 0
    """Processes; 0: one for each core, as soon as there is work for them."""
    cache: bool = True
    """Keep results, and use those that are kept."""
    color: Literal["auto", "always", "never"] = "auto"
    """Colour on a terminal."""
    quiet: bool = False
    """Print only the report and errors."""
    verbose: bool = False
    """Everything at every claim: all sources, and how it was linked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What one place says."""

    values: Mapping[str, object] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)


def key_of(name: str) -> str:
    """A field's name as it is written in a file: fail_on -> fail-on."""
    return name.replace("_", "-")


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at what may have been meant, or nothing."""
    near = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


@cache
def kinds() -> Mapping[str, Any]:
    """The settings with their types; `Settings` is the one definition."""
    hints = get_type_hints(Settings)
    return {each.name: hints[each.name] for each in fields(Settings)}


def checked(name: str, value: object, place: str) -> object:
    """The value in its type; raises ConfigError."""
    kind = kinds()[name]
    if get_origin(kind) is tuple:
        given = [value] if isinstance(value, (str, Path)) else value
        if not isinstance(given, list) or not all(isinstance(each, (str, Path)) for each in given):
            raise ConfigError(f"{place} wants a list of texts, not {_named(value)}")
        return tuple(_one(get_args(kind)[0], each, place) for each in given)
    if name in POSITIVE and value == 0:
        raise ConfigError(f"{place} wants a whole number from 1 on, not 0")
    plain = next((each for each in get_args(kind) if each is not type(None)), kind) if _is_optional(kind) else kind
    return _one(plain, value, place)


def _is_optional(kind: object) -> bool:
    return type(None) in get_args(kind)


def _one(kind: Any, value: object, place: str) -> object:  # noqa: ANN401  (a type, whatever it is)
    """A single value in its type."""
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        if value not in choices:
            raise ConfigError(
                f"{place}: {_named(value)} is not one of {', '.join(choices)}{nearest(str(value), choices)}"
            )
        return value
    if kind is Path and isinstance(value, (str, Path)) and str(value):
        return Path(value)
    if kind is int and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if kind in (bool, str) and isinstance(value, kind):
        return value
    wanted = {bool: "true or false", int: "a whole number from 0 on", str: "a text", Path: "a path"}[kind]
    raise ConfigError(f"{place} wants {wanted}, not {_named(value)}")


def _named(value: object) -> str:
    """A wrong value as the file would write it."""
    return {"True": "true", "False": "false"}.get(repr(value), repr(value))


def choices_of(name: str) -> tuple[str, ...]:
    """The words that a setting may be, if they are fixed."""
    kind = kinds()[name]
    inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return get_args(inner) if get_origin(inner) is Literal else ()
