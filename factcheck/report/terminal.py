"""Text laid out for a terminal: display width, wrapping, colour.

In: words that are already harmless (`safe.visible`). Out: lines. A file of its own because the standard library wraps
by number of characters, which is wrong for emoji, accents and East Asian words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

PLAIN = "\x1b[0m"
STYLE = {
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
    "mark": "\x1b[1;4m",
    "supported": "\x1b[32m",
    "unsupported": "\x1b[33m",
    "contradicted": "\x1b[1;31m",
    "not_covered": "\x1b[2m",
}


def painted(text: str, style: str, colour: bool) -> str:
    """The text in a style, word by word, so that a wrapped line never carries colour over its end."""
    if not colour or not text:
        return text
    return " ".join(f"{STYLE[style]}{word}{PLAIN}" if word else "" for word in text.split(" "))


def width(text: str) -> int:
    """Columns that the text takes up; escape sequences of `painted` take none."""
    if "\x1b" in text:
        for code in (*STYLE.values(), PLAIN):
            text = text.replace(code, "")
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in indented lines of at most `columns`, the indent counted; an address is never broken."""
    return [indent + line for line in _lines(text, columns - len(indent))]


@lru_cache(maxsize=4096)
def _lines(text: str, room: int) -> tuple[str, ...]:
    """The lines of a text; remembered, for in a folder the same evidence is cited page after page."""
    lines: list[str] = []
    line, used = "", 0
    for word in (piece for long in text.split(" ") if long for piece in _pieces(long, room)):
        wide = width(word)
        if line and used + 1 + wide > room:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word that fits no line cut into some that do."""
    if width(word) <= room or "://" in word or "\x1b" in word:
        yield word
        return
    start, ends = 0, list(accumulate(_columns(character) for character in word))
    while start < len(word):
        gone = ends[start - 1] if start else 0
        end = next((at for at in range(start + 1, len(word)) if ends[at] - gone > room), len(word))
        yield word[start:end]
        start = end


def hung(lead: str, text: str, indent: int, columns: int) -> list[str]:
    """Lines whose text begins at column `indent`, the first after `lead`; a lead too long for that has its own line."""
    lines = wrapped(text, max(columns, indent + 20), " " * indent) or [""]
    if width(lead) >= indent > 0:
        return [lead, *lines]
    first = lead + " " * (indent - width(lead)) + lines[0][indent:]
    return [first.rstrip(), *lines[1:]]


def rule(title: str, columns: int, colour: bool) -> str:
    """A title followed by a line to the right margin."""
    fill = "─" * max(columns - width(title) - 1, 3)
    return f"{painted(title, 'bold', colour)} {painted(fill, 'dim', colour)}"
