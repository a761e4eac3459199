"""The configuration file: which one holds, and what it says.

In: a folder, or a file that was named. Out: its settings with the line of each. A file of its own because looking for
the file and finding a key's line are no business of those who only want the values.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from factcheck.config.settings import ConfigError, Layer, checked, key_of, kinds, nearest

FILES = ("factcheck.toml", ".factcheck.toml", "pyproject.toml")
"""In the order in which they are looked for in a folder; the first that is there and speaks to us is taken."""


def find_file(folder: Path) -> Path | None:
    """The configuration file that holds in a folder: the nearest one at or above it."""
    here = folder.absolute()
    for above in (here, *here.parents):
        for name in FILES:
            path = above / name
            if path.is_file() and (name != "pyproject.toml" or _speaks_to_us(path)):
                return path
    return None


def _speaks_to_us(path: Path) -> bool:
    """Whether a pyproject.toml has our section; one that is none of ours may even be broken."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if "factcheck" not in text:
        return False
    import tomllib  # most projects say nothing to us

    try:
        return _section(tomllib.loads(text)) is not None
    except (tomllib.TOMLDecodeError, RecursionError):
        return re.search(r"^\s*\[\s*tool\s*\.\s*factcheck\s*\]", text, re.MULTILINE) is not None


def _section(table: dict[str, Any]) -> dict[str, Any] | None:
    """What a pyproject.toml says to us, however its section is written."""
    tool = table.get("tool")
    found = tool.get("factcheck") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def from_file(path: Path) -> Layer:
    """The settings of a file; relative paths in it start at its folder."""
    import tomllib  # most runs have no such file

    shown = shortened(path)
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{shown}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{shown}: not UTF-8 text") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{shown}: {str(error)[:1].lower()}{str(error)[1:]}") from None
    if path.name == "pyproject.toml":
        table = _section(table) or {}
    values, origins = {}, {}
    for key, value in table.items():
        place = f"{shown}:{_line_of(key, text, path.name == 'pyproject.toml')}"
        name = _known(key, place)
        values[name] = checked(name, _anchored(name, value, path.parent), f"{place}: {key}")
        origins[name] = place
    return Layer(values=values, origins=origins)


def shortened(path: Path) -> str:
    """The path from the current folder, as far as that is shorter."""
    below = os.path.relpath(path)
    return below if len(below) <= len(str(path)) else str(path)


def _line_of(key: str, text: str, in_section: bool) -> int:
    """The line on which a key is set; the standard library's reader does not say."""
    start = text.find("factcheck", text.find("[tool")) if in_section else 0
    found = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*[=.]|^\s*\[.*{re.escape(key)}", re.MULTILINE).search(
        text, start
    )
    return text.count("\n", 0, found.end() if found else 0) + 1


def _known(key: str, place: str) -> str:
    """The field that a key in a file means."""
    name = key.replace("-", "_")
    if name not in kinds():
        raise ConfigError(f"{place}: no setting is called {key}{nearest(key, map(key_of, kinds()))}")
    return name


def _anchored(name: str, value: object, folder: Path) -> object:
    """A path in a file starts at the file's folder, not at the folder that the command happens to run in."""
    if name not in ("db", "baseline"):
        return value
    if isinstance(value, list):
        return [str(folder / each) if isinstance(each, str) else each for each in value]
    return str(folder / value) if isinstance(value, str) else value
