"""What the command line and the environment say.

In: flags as they were given, variables as they stand. Out: their settings. A file of its own because both arrive as
bare words, which a file's own grammar has sorted into types already.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import get_args, get_origin

from factcheck.config.settings import Layer, checked, key_of, kinds

PREFIX = "FACTCHECK_"
OTHER_VARIABLES = frozenset({"FACTCHECK_CACHE_DIR", "FACTCHECK_DEBUG", "FACTCHECK_CONFIG"})
"""Variables that are no settings of a run."""
YES, NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


def from_environment(environ: Mapping[str, str]) -> Layer:
    """The settings of the environment; an empty variable sets nothing."""
    values, origins = {}, {}
    for name in kinds():
        variable = PREFIX + name.upper()
        if given := environ.get(variable):
            values[name] = checked(name, _spelt_out(name, given), variable)
            origins[name] = variable
    return Layer(values=values, origins=origins)


def _spelt_out(name: str, given: str) -> object:
    """A variable's words as the value that a file would hold."""
    kind = kinds()[name]
    if kind is bool:
        return given.lower() in YES if given.lower() in YES | NO else given
    if kind in (int, int | None):
        return int(given) if given.strip().isdecimal() else given
    if get_origin(kind) is tuple:
        parts = given.split(os.pathsep) if Path in get_args(kind) else given.split(",")
        return [part.strip() for part in parts if part.strip()]
    return given


def doubts_in(environ: Mapping[str, str]) -> Iterator[str]:
    """Variables with our prefix that nothing reads, where they look like a slip of the pen."""
    known = {PREFIX + name.upper() for name in kinds()} | OTHER_VARIABLES
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable not in known:
            near = get_close_matches(variable, sorted(known), n=1, cutoff=0.8)
            if near:
                yield f"{variable} is not read; did you mean {near[0]}?"


def from_flags(flags: Mapping[str, object]) -> Layer:
    """The settings of the command line; None: not given."""
    values, origins = {}, {}
    for name, value in flags.items():
        if value is not None:
            words = list(value) if isinstance(value, (list, tuple)) else value
            if isinstance(words, str):
                words = _spelt_out(name, words)
            if isinstance(words, list) and Path not in get_args(kinds()[name]) and name != "exclude":
                words = [part.strip() for each in words for part in str(each).split(",") if part.strip()]
            flag = f"--no-{key_of(name)}" if value is False else f"--{key_of(name)}"
            values[name] = checked(name, words, flag)
            origins[name] = flag
    return Layer(values=values, origins=origins)
