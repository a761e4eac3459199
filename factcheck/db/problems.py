"""A fault in the evidence base as a value: where it stands, what is wrong, what would mend it.

Comes in: nothing. Goes out: `Problem`, which every step of this room hands on and only the command line prints.
A file of its own because reading, checking and testing the base all speak through it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 100
"""Longest piece of a source line that is shown."""
NEAR = 0.7
"""How like a word must be to be offered for another; below that a hint leads astray."""
MEANT = {
    "words": "forms", "word": "forms", "wordings": "forms", "synonyms": "forms", "names": "forms", "labels": "forms",
    "improves": "does", "opposites": "worsens", "harms": "worsens", "parents": "isa", "is_a": "isa", "parent": "isa",
    "type": "kind", "name": "id", "place": "body", "area": "body", "site": "body", "organ": "body", "anatomy": "body",
    "condition": "disease", "indication": "disease", "verb": "effect", "action": "effect", "benefit": "outcome",
    "result": "outcome", "active": "ingredient", "substance": "ingredient", "audience": "people", "group": "people",
    "agency": "authority", "duration": "time", "claim": "says", "statement": "says", "synonym": "also",
    "phrasings": "also", "verdict": "evidence_says", "reason": "because", "concentration": "dose", "amount": "dose",
    "references": "evidence", "sources": "evidence", "quotation": "quote", "comment": "note",
    "pseudo-negation": "mask",
}  # fmt: skip
"""What experts write for a key or a kind, and what it is called here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault with its place; line 0 means the file or folder as a whole."""

    file: str
    line: int = 0
    column: int = 0
    message: str
    hint: str = ""
    text: str = ""
    """The source line at that place."""

    def render(self) -> str:
        """The fault as it is printed: place and message, the line with a caret, the hint."""
        head = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        shown = _pointed(self.text, self.column) if self.line and self.text.strip() else ()
        hint = (f"  hint: {visible(self.hint)}",) if self.hint else ()
        return "\n".join((f"{visible(head)}: {visible(self.message)}", *shown, *hint))


class InvalidBase(Exception):  # noqa: N818  (a state of the base, reported as its problems)
    """The base cannot be used; holds what is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"the evidence base has {len(problems)} problem{'s' if len(problems) != 1 else ''}")
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join((super().__str__(), *(problem.render() for problem in self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file and place."""
    return tuple(sorted(set(problems), key=lambda each: (each.file, each.line, each.column, each.message)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or else all of them when they are few."""
    from difflib import get_close_matches  # not on the way of a base without faults

    words = sorted(set(known))
    if (meant := MEANT.get(word.lower())) in words:
        return f"that is called {meant!r} here"
    near = get_close_matches(word.lower(), words, n=1, cutoff=NEAR)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"one of: {', '.join(words)}" if 0 < len(words) <= 20 else ""


def visible(text: str) -> str:
    """The text with control characters spelt out, so that a file cannot steer the terminal."""
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    """The character, or its number where it is invisible or steers."""
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"
    return character


def _pointed(text: str, column: int) -> tuple[str, str]:
    """The source line, cut to fit, and a caret under the column."""
    start = max(0, column - 1 - WIDTH // 2) if len(text) > WIDTH else 0
    before, after = text[start : column - 1], text[column - 1 : start + WIDTH]
    lead = "…" if start else ""
    before = visible(lead + before.replace("\t", " "))
    tail = "…" if len(text) > start + WIDTH else ""
    return f"    {before}{visible(after.replace(chr(9), ' '))}{tail}", f"    {' ' * len(before)}^"
