"""Settings: what is in force for a run, and which flag, variable or file said so.

In: the flags that were given, the environment, and the nearest configuration file at or above a folder. Out: `InForce`,
every value with its origin, or a `ConfigError` that names the place. A room of its own because all commands must agree
on what is in force, and `factcheck config` must tell the truth about it.

A flag overrules a variable (FACTCHECK_FAIL_ON), that overrules the file (fail-on = "never"), that the default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.config.files import find_file, from_file, shortened
from factcheck.config.given import doubts_in, from_environment, from_flags
from factcheck.config.settings import ConfigError, Layer, Settings, choices_of, key_of, kinds, nearest

__all__ = ["ConfigError", "InForce", "Settings", "choices_of", "in_force", "key_of", "kinds", "nearest", "shortened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The settings of a run."""

    settings: Settings
    origins: Mapping[str, str]
    """Field -> "--fail-on", "FACTCHECK_FAIL_ON", "factcheck.toml:3" or "default"."""
    root: Path
    """Where the patterns of `exclude` start: the folder of the file that gives them, else the one of the run."""
    file: Path | None = None
    """The configuration file that was read."""
    doubts: tuple[str, ...] = ()
    """Variables that look like misspelt settings."""


def in_force(
    flags: Mapping[str, object],
    environ: Mapping[str, str],
    folder: Path,
    *,
    file: Path | None = None,
    isolated: bool = False,
) -> InForce:
    """The settings of a run in `folder`; `file` is read instead of the nearest one, `isolated` reads none at all."""
    if file is None and (named := environ.get("FACTCHECK_CONFIG")):
        file = Path(named)
    path = None if isolated else file or find_file(folder)
    layers = [from_file(path) if path else Layer(), from_environment(environ), from_flags(flags)]
    values = {name: value for layer in layers for name, value in layer.values.items()}
    origins = dict.fromkeys(kinds(), "default") | {n: o for layer in layers for n, o in layer.origins.items()}
    root = path.parent if path and origins["exclude"] == layers[0].origins.get("exclude") else folder
    return InForce(
        settings=Settings(**values),  # type: ignore[arg-type]
        origins=origins,
        root=root.resolve(),
        file=path,
        doubts=tuple(doubts_in(environ)),
    )
