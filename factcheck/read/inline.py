"""Marks inside a line: emphasis, links, tags. They are blanked, so that every offset stays as it is.

In: a text (or any part of one). Out: a text of the same length in which inline Markdown and tags are spaces. A room
file of its own because blocks are cut from the text as written, while sentences have to be read without its marks.
"""

from __future__ import annotations

import re

LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\([^()\s]{0,500}\)")
SIGNS = re.compile(
    r"\*{1,3}(?=[^\s\d])|(?<=[^\s\d])\*{1,3}|__|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)|~~|`|<!--|-->"
    r"|</?(?![A-Z][a-z][\w.]*\s[^<>]{0,300}=)[A-Za-z][^<>]{0,300}>"
)
"""A component's tag is none of them: its properties hold copy (`<Hero title="Firms the skin" />`)."""
ENTITY = re.compile(r"&(amp|nbsp|lt|gt|quot|#160|#38);")
ENTITIES = {"amp": "&", "#38": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": " ", "#160": " "}


def without_marks(text: str) -> str:
    """Blank the inline marks of a text; its length and all offsets stay the same."""
    if "](" in text:
        text = LINK.sub(_only_words, text)
    if "&" in text:
        text = ENTITY.sub(lambda found: ENTITIES[found[1]].ljust(len(found[0])), text)
    return SIGNS.sub(lambda found: " " * len(found[0]), text)


def _only_words(found: re.Match[str]) -> str:
    """Keep a link's words at their place."""
    before = found.start(1) - found.start()
    return " " * before + found[1] + " " * (len(found[0]) - before - len(found[1]))
