"""The way in: a path, standard input or a text -> Documents with their layout and the way back to the source."""

from __future__ import annotations

from factcheck.model import Document
from factcheck.read.layout import blocks_of
from factcheck.read.place import locate

__all__ = ["from_text", "locate"]


def from_text(text: str, name: str = "<text>") -> Document:
    """Lay out a plain text or light Markdown."""
    return Document(name=name, text=text, blocks=blocks_of(text))
