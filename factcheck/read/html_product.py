"""Product descriptions in a page's structured data, where the page itself does not print them.

In: a page's tokens and the copy found so far. Out: the descriptions that are missing from it, with their places. A
room file of its own because this is copy that shops and search engines show, in another language than the page's.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.read.html_tokens import attribute
from factcheck.read.html_tree import Tree

TAG = re.compile(r"<[^<>]*>")
BREAK_TAG = re.compile(r"</?(?:p|br|li|div|ul|ol|h[1-6])\b[^<>]*>", re.IGNORECASE)
DESCRIPTION = re.compile(r"\"description\"\s*:\s*\"")
ENOUGH = 500_000_000
"""Characters to look through for lines that the page prints; those after them are given again."""


@dataclass(slots=True)
class _Printed:
    """What the page prints already."""

    letters: str
    given: set[str]
    searched: int = 0

    def lacks(self, line: str) -> bool:
        """Whether a line is new, which it is but once."""
        own = _letters(line)
        if own in self.given:
            return False
        self.given.add(own)
        self.searched += len(self.letters)
        return self.searched > ENOUGH or own not in self.letters


def product_descriptions(tree: Tree, copy: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the offset and name of every product with the lines of its description that the copy lacks."""
    printed = _Printed(_letters(copy), set())
    for index in tree.places.get("script", []):
        if "ld+json" not in attribute(tree.source, tree.tokens[index], "type").lower():
            continue
        start, end = tree.tokens[index].end, tree.tokens[tree.ends[index] - 1].start
        at = DESCRIPTION.search(tree.source, start, end)
        for name, description in _descriptions(tree.source[start:end]):
            if lines := [line for line in _lines(description) if printed.lacks(line)]:
                yield at.end() if at else start, " ".join(_lines(name)), lines


def _descriptions(data: str) -> Iterator[tuple[str, str]]:
    """Find the names and descriptions of products anywhere in structured data; broken data holds none."""
    try:
        waiting = deque([json.loads(data)])
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            description = node.get("description")
            if "product" in str(node.get("@type")).lower() and isinstance(description, str):
                name = node.get("name")
                yield name if isinstance(name, str) else "", description
            waiting.extend(node.values())


def _lines(description: str) -> list[str]:
    """Cut a description at its line ends and block tags, and take the other tags out."""
    lines = BREAK_TAG.sub("\n", html.unescape(description)).splitlines()
    folded = (" ".join(TAG.sub(" ", line).split()) for line in lines)
    return [line for line in folded if line]


def _letters(text: str) -> str:
    """Keep letters and digits only: what two renderings of the same copy share."""
    return "".join(filter(str.isalnum, text.lower()))
