"""HTML source -> tokens with their places.

In: the source of a web page, however broken. Out: tags, text and comments in order, each with its offsets. A room
file of its own, and written here, because of the parsers at hand none says where in the source a text stood, which
every report has to; it follows the standard's tokeniser as far as copy is concerned, in one pass.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["open", "close", "text", "comment"]

TAG_START = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?")
TAG_END = re.compile(r"[\s/=\"']*>")
DECLARATION = re.compile(r"<[!?/][^>]*>?")
COMMENT_END = re.compile(r"--!?>")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"})
"""Elements whose text holds no tags."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, a stretch of text or a comment."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    """Of a tag: its name in lower case."""
    attributes: tuple[tuple[str, int, int], ...] = ()
    """Of an opening tag: names in lower case, with the bounds of their values in the source."""


def tokens(source: str) -> Iterator[Token]:
    """Cut a source into tokens."""
    at = 0
    while at < len(source):
        token = _next(source, at)
        yield token
        at = token.end
        if token.kind == "open" and token.name in RAW:
            end = _raw_end(source, at, token.name)
            if at < end:
                yield Token("text", at, end)
            at = end


def attribute(source: str, token: Token, name: str) -> str:
    """Give the value of an attribute, entities resolved; empty if the tag has none."""
    for known, start, end in token.attributes:
        if known == name:
            return html.unescape(source[start:end])
    return ""


def _next(source: str, at: int) -> Token:
    """Read the token that begins at an offset."""
    if source[at] != "<":
        end = source.find("<", at)
        return Token("text", at, end if end >= 0 else len(source))
    if source.startswith("<!--", at):
        return _comment(source, at)
    if tag := TAG_START.match(source, at):
        return _tag(source, at, tag)
    if declaration := DECLARATION.match(source, at):
        return Token("comment", at, declaration.end())
    end = source.find("<", at + 1)
    return Token("text", at, end if end >= 0 else len(source))


def _comment(source: str, at: int) -> Token:
    """Read a comment; one without an end takes the rest, as in a browser."""
    end = COMMENT_END.search(source, at + 2)
    return Token("comment", at, end.end() if end else len(source))


def _tag(source: str, at: int, tag: re.Match[str]) -> Token:
    """Read a tag with its attributes, quoted angle brackets included."""
    name, end = tag[2].lower(), tag.end()
    found: list[tuple[str, int, int]] = []
    while True:
        if closed := TAG_END.match(source, end):
            return Token("close" if tag[1] else "open", at, closed.end(), name, tuple(found))
        pair = ATTRIBUTE.match(source, end)
        if pair is None:
            break
        found.append((pair[1].lower(), *pair.span(pair.lastindex or 1)))
        end = pair.end()
    # Neither an attribute nor an end: a stray sign, or a tag that the source breaks off in.
    end = source.find(">", end)
    return Token("close" if tag[1] else "open", at, end + 1 if end >= 0 else len(source), name, tuple(found))


def _raw_end(source: str, at: int, name: str) -> int:
    """Find the closing tag of an element without inner tags."""
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return closing.start() if closing else len(source)
