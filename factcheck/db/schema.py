"""JSON Schemas of the base's files, made of the types: what editors complete, check and explain.

Comes in: the types of `model.py`. Goes out: the text of each schema, and whether the files in `schema/` still agree
with it. A file of its own because the schemas are a copy for editors; the types stay the definition.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.db.shape import adapter
from factcheck.model import LexiconFile, Source, Topic

KINDS: dict[str, type] = {"topic": Topic, "source": Source, "lexicon": LexiconFile}
TEXT_OR_NUMBER = ("pmid", "letter", "dose", "time", "as_of", "review_by")
"""Texts that an editor takes for numbers or dates if they stand without quotes; the loader does not."""


def schemas() -> dict[str, str]:
    """File names with the text of the schemas."""
    return {f"{name}.json": _text(name, kind) for name, kind in KINDS.items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes the schemas into `schema/` of a base and says which files changed."""
    changed = tuple(folder / "schema" / name for name in stale(folder))
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(schemas()[path.name], encoding="utf-8", newline="\n")
    return changed


def stale(folder: Path) -> tuple[str, ...]:
    """The schema files of a base that are missing or no longer agree with the types."""
    return tuple(name for name, text in schemas().items() if _held(folder / "schema" / name) != text)


def _held(path: Path) -> str | None:
    """The file's text, if there is one."""
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _text(name: str, kind: type) -> str:
    """One schema, with a head, without the titles that only repeat the keys."""
    body = _loosened(adapter(kind).json_schema())
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"factcheck {name} file"}
    return json.dumps({**head, **body}, indent=2, ensure_ascii=False, sort_keys=False) + "\n"


def _loosened(node: Any, key: str = "") -> Any:  # noqa: ANN401  (JSON has no narrower type)
    """The schema without made-up titles, and with numbers allowed where people leave out the quotes."""
    if isinstance(node, list):
        return [_loosened(each, key) for each in node]
    if not isinstance(node, dict):
        return node
    names = key == "properties"
    kept = {name: _loosened(each, name) for name, each in node.items() if names or name != "title"}
    if kept.get("properties"):
        kept["properties"] = {name: _number_too(name, each) for name, each in kept["properties"].items()}
    return kept


def _number_too(name: str, about: dict[str, Any]) -> dict[str, Any]:
    """A field of `TEXT_OR_NUMBER` with numbers beside texts."""
    if name not in TEXT_OR_NUMBER:
        return about
    options = [{"type": ["string", "number"]} if each == {"type": "string"} else each for each in about["anyOf"]]
    return {**about, "anyOf": options}
