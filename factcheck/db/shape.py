"""Plain data -> values of the model, each fault at its place with a hint.

Comes in: a `Page` and a type of `model.py`. Goes out: the value, or problems. The only file that validates; the
type's fields are the one definition of the keys, and pydantic is imported here alone and late.
"""

from __future__ import annotations

import re
import types
from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from factcheck.db.nodes import Page
from factcheck.db.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")

NAMES = {
    "Topic": "a topic file",
    "Source": "a source",
    "LexiconFile": "a lexicon file",
    "Assertion": "an assertion",
    "Evidence": "an entry of evidence",
    "Policy": "an entry of policy",
    "Examples": "examples",
    "Within": "within",
    "ProofLacking": "proof_lacking",
    "Change": "a change",
    "Identifiers": "identifiers",
    "Study": "a study",
    "ArticleNote": "article",
    "Concept": "a concept",
    "CueRule": "a cue",
}
"""The types as the base's writers call them."""


def adapter(kind: type[T]) -> TypeAdapter[T]:
    """The validator of a type; made once, for making it costs more than using it."""
    return cast("TypeAdapter[T]", _adapter(cast(Hashable, kind)))


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    """The same, with types that a cache can hold."""
    from pydantic import TypeAdapter

    return TypeAdapter(cast(type, kind))


def shaped(page: Page, kind: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """The page's values as the type, or what keeps them from it."""
    from pydantic import ValidationError

    if page.root is None:
        return None, ()
    try:
        return adapter(kind).validate_python(page.data), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=True)
        return None, tuple(_problem(page, kind, fault) for fault in faults)


def _problem(page: Page, kind: type, fault: ErrorDetails) -> Problem:
    """One fault of the validator at its place, in plain words."""
    route, what = fault["loc"], fault["type"]
    last = str(route[-1]) if route else ""
    if what in ("unexpected_keyword_argument", "extra_forbidden"):
        owner = class_at(kind, route[:-1])
        hint = did_you_mean(last, keys(owner) if owner else ())
        return page.problem(route, f"{last!r} is no key of {_named(owner)}", hint, key=True)
    if what == "missing":
        owner = class_at(kind, route[:-1])
        hint = meaning(owner, last) if owner else ""
        return page.problem(route, f"{_named(owner)} needs the key {last!r}", hint)
    message, hint = _wording(fault)
    return page.problem(route, message, hint)


def _wording(fault: ErrorDetails) -> tuple[str, str]:
    """Message and hint for a value of the wrong sort."""
    what, given = fault["type"], fault["input"]
    shown = f"{given!r}" if isinstance(given, str) else _sort(given)
    if what == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(fault.get("ctx", {}).get("expected", "")))
        return f"{shown} is no value of {_last_key(fault)}", did_you_mean(str(given), allowed)
    if what == "string_type":
        return f"{_last_key(fault)} needs one text, this is {shown}", 'is a pair of double quotes missing? "…"'
    if what.startswith(("tuple", "list")):
        return f"{_last_key(fault)} needs a list, this is {shown}", "put it in square brackets: [ … ]"
    if what.startswith("dataclass"):
        return f"{_last_key(fault)} needs keys with values, this is {shown}", "write one `key: value` on each line"
    if what.startswith(("int", "float", "finite")):
        return f"{_last_key(fault)} needs a number, this is {shown}", "words belong into `note` or `outcomes`"
    if what.startswith("bool"):
        return f"{_last_key(fault)} needs true or false, this is {shown}", ""
    return f"{_last_key(fault)}: {fault['msg']}", ""


def _last_key(fault: ErrorDetails) -> str:
    """The last step of the route that is a word."""
    return next((f"'{step}'" for step in reversed(fault["loc"]) if isinstance(step, str)), "the file")


def _sort(given: object) -> str:
    """What sort of thing stands there."""
    if given is None:
        return "empty"
    return "a list" if isinstance(given, list) else "keys with values" if isinstance(given, dict) else repr(given)


def _named(owner: type | None) -> str:
    """The type's name for people."""
    return NAMES.get(owner.__name__, owner.__name__) if owner else "this entry"


def keys(owner: type) -> tuple[str, ...]:
    """The keys that a type has."""
    return tuple(each.name for each in fields(owner))


def class_at(kind: type, route: tuple[str | int, ...]) -> type | None:
    """The dataclass that stands at the end of a route, if one does."""
    found: object = kind
    for step in route:
        if isinstance(step, str):
            found = hints(found).get(step) if isinstance(found, type) and is_dataclass(found) else None
        else:
            found = next(iter(get_args(found)), None)
        found = _without_none(found)
    return found if isinstance(found, type) and is_dataclass(found) else None


@cache
def hints(kind: type) -> dict[str, Any]:
    """The types of a dataclass's fields."""
    return get_type_hints(kind)


def _without_none(found: object) -> object:
    """`Study | None` as `Study`."""
    if get_origin(found) in (Union, types.UnionType):
        return next((each for each in get_args(found) if each is not type(None)), None)
    return found


def meaning(owner: type, key: str) -> str:
    """The first sentence of a field's description."""
    return descriptions(owner).get(key, "").partition("\n")[0]


@cache
def descriptions(owner: type) -> dict[str, str]:
    """The docstrings under the fields of a type of the model."""
    schema = adapter(owner).json_schema()
    return dict(_described(schema.get("properties", {})))


def _described(properties: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Each property with its description."""
    for key, about in properties.items():
        yield key, str(about.get("description", ""))
