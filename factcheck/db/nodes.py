"""YAML text -> plain data, with the place of every value.

Comes in: the text of one file. Goes out: a `Page` (data and places), or the fault of its syntax. Scalars stay text,
for the types of `model.py` resolve them and not YAML 1.1 (`market: no` is Norway). Read by events and not composed:
the C composer overruns its stack on deep nesting, and events let us stop before it costs anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from factcheck.db.problems import Problem
from factcheck.db.syntax import explained, never_closed

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 12
MAX_BYTES = 2_000_000
LINE_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")

Route = Sequence[str | int]
Data = dict[str, "Data"] | list["Data"] | str | None


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text; `null` when it stands for nothing."""

    line: int
    column: int
    text: str
    quoted: bool = True
    comment: bool = False
    """A comment follows on the same line."""
    odd: str = ""
    """What is written on it that is not allowed here: a tag, an anchor or an alias."""

    @property
    def null(self) -> bool:
        """Whether it is an empty value."""
        return not self.quoted and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class List:
    """A sequence of values."""

    line: int
    column: int
    items: tuple[Node, ...]
    odd: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """Keys with their values, in the order of the file, doubles kept."""

    line: int
    column: int
    pairs: tuple[tuple[Node, Node], ...]
    odd: str = ""


Node = Scalar | List | Map


@dataclass(frozen=True, slots=True)
class Page:
    """One file: its lines, its values and where each of them stands."""

    file: str
    lines: tuple[str, ...] = ()
    root: Node | None = field(default=None, repr=False)

    @property
    def data(self) -> Data:
        """The values as plain data."""
        return plain(self.root) if self.root else None

    def place(self, route: Route, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value (or of its key) at the end of a route, or of the last step that exists."""
        node = self.root
        spot: Node | None = node
        for step in route:
            pair = _step(node, step)
            if pair is None:
                break
            spot, node = (pair[0] if key else pair[1]), pair[1]
        return (spot.line, spot.column) if spot else (1, 1)

    def problem(self, route: Route, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem at the end of a route."""
        return self.at(*self.place(route, key=key), message, hint)

    def at(self, line: int, column: int, message: str, hint: str = "") -> Problem:
        """A problem at a place, with the source line."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(file=self.file, line=line, column=column, message=message, hint=hint, text=text)


class SecondDocumentError(Exception):
    """A file that holds more than one document; carries the event that begins the second."""


class TooDeepError(Exception):
    """More nesting than any file of the base needs; carries the place."""


def read_yaml(text: str, file: str) -> tuple[Page, tuple[Problem, ...]]:
    """The file's values with their places, or why it cannot be read as YAML."""
    page = Page(file, tuple(LINE_BREAK.split(text)))
    try:
        root = _document(yaml.parse(text, Loader=LOADER), page.lines)
    except yaml.MarkedYAMLError as error:
        return page, (_syntax(page, error),)
    except SecondDocumentError as second:
        line, column = _start(second.args[0])
        return page, (page.at(line, column, "a line of three hyphens begins a second document", "keep one to a file"),)
    except yaml.YAMLError as error:
        return page, (_unreadable(page, text, error),)
    except TooDeepError as deep:
        line, column = deep.args
        return page, (page.at(line, column, f"nested deeper than {MAX_DEPTH} levels", "check the indentation"),)
    if root is None or (isinstance(root, Scalar) and root.null):
        return page, (page.at(1, 1, "the file is empty"),)
    return Page(file, page.lines, root), ()


def _syntax(page: Page, error: yaml.MarkedYAMLError) -> Problem:
    """The parser's complaint at the place where the writer has to look."""
    found, opened = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    if found is None or opened is None:
        return page.at(1, 1, *explained(error.problem or "", error.context or ""))
    line = page.lines[found.line] if found.line < len(page.lines) else ""
    before, at = line[: found.column], line[found.column : found.column + 1]
    mark = opened if never_closed(error.problem or "") else found
    message, hint = explained(error.problem or "", error.context or "", before, at)
    return page.at(mark.line + 1, mark.column + 1, message, hint)


def plain(node: Node) -> Data:
    """The node as dicts, lists and texts; of a key given twice the first holds; empty values are left out."""
    if isinstance(node, Scalar):
        return None if node.null else node.text
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    pairs = {key.text: plain(value) for key, value in reversed(node.pairs) if isinstance(key, Scalar)}
    return {key: value for key, value in reversed(pairs.items()) if value is not None}


def _step(node: Node | None, step: str | int) -> tuple[Node, Node] | None:
    """The key and the value one step further down, if there is such a step."""
    if isinstance(node, Map):
        return next((pair for pair in node.pairs if isinstance(pair[0], Scalar) and pair[0].text == step), None)
    if isinstance(node, List) and isinstance(step, int) and step < len(node.items):
        return node.items[step], node.items[step]
    return None


def _document(events: Iterator[yaml.Event], lines: tuple[str, ...]) -> Node | None:
    """The one document of a file as nodes."""
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise SecondDocumentError(event)
        if isinstance(event, yaml.NodeEvent):
            root = _node(event, events, lines, 0)
    return root


def _node(event: yaml.Event, events: Iterator[yaml.Event], lines: tuple[str, ...], depth: int) -> Node:
    """The node that begins with this event, taking from the stream what belongs to it."""
    (line, column), odd = _start(event), _odd(event)
    if depth > MAX_DEPTH:
        raise TooDeepError(line, column)
    if isinstance(event, yaml.ScalarEvent):
        quoted = event.style not in (None, "")
        return Scalar(line, column, event.value, quoted, not quoted and _comment_after(event, lines), odd)
    if isinstance(event, yaml.SequenceStartEvent):
        items = tuple(_node(each, events, lines, depth + 1) for each in _until(events, yaml.SequenceEndEvent))
        return List(line, column, items, odd)
    if isinstance(event, yaml.MappingStartEvent):
        pairs = tuple(
            (_node(key, events, lines, depth + 1), _node(next(events), events, lines, depth + 1))
            for key in _until(events, yaml.MappingEndEvent)
        )
        return Map(line, column, pairs, odd)
    return Scalar(line, column, "*", False, False, odd)


def _until(events: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[yaml.Event]:
    """Events up to the closing one, which is taken off the stream."""
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column at which the event begins, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _odd(event: yaml.Event) -> str:
    """What the event carries beyond plain data."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if getattr(event, "anchor", None):
        return "&"
    return "!" if getattr(event, "tag", None) else ""


def _comment_after(event: yaml.Event, lines: tuple[str, ...]) -> bool:
    """Whether a comment follows the scalar on its last line."""
    mark = event.end_mark
    rest = lines[mark.line][mark.column :] if mark and mark.line < len(lines) else ""
    return rest.lstrip().startswith("#")


def _unreadable(page: Page, text: str, error: yaml.YAMLError) -> Problem:
    """A character that YAML does not allow."""
    position = getattr(error, "position", 0) or 0
    before = LINE_BREAK.split(text[:position])
    message = "an invisible control character, which a text may not hold"
    return page.at(len(before), len(before[-1]) + 1, message, "delete it and type the text anew")
