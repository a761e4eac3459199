"""PDF -> Document, with a page Anchor for every page.                                   [the only file with pypdf]

In: the bytes of a PDF. Out: its text, lines that the page width broke put together again, laid out like plain text.
A room file of its own because a PDF knows glyphs and places, no lines or paragraphs: those have to be guessed.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from factcheck.model import Anchor, Document, InputError
from factcheck.read.layout import blocks_of
from factcheck.read.pieces import is_finished
from factcheck.read.text import is_blank

MARKED = re.compile(r"(?:[•·▪◦‣∙●○■□►➤✓✔*+–—-]|\(?\d{1,3}[.)])\s|Q:|A:")
SOFT_HYPHEN = "\u00ad"
PAGE_BREAK = "\n\n"
NARROWEST = 40


def read_pdf(data: bytes, name: str) -> Document | InputError:
    """Read the text of a PDF."""
    from pypdf import PdfReader

    # The library reports every oddity of a file to the log; what matters comes back as an exception.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return InputError(name=name, message="encrypted PDF: a password is needed")
    pages = [_unwrapped(page.extract_text()) for page in reader.pages]
    text = PAGE_BREAK.join(pages)
    if is_blank(text):
        return InputError(name=name, message="no text in this PDF (scanned pages?)")
    return Document(name=name, text=text, blocks=blocks_of(text), anchors=tuple(_anchors(pages)))


def _anchors(pages: list[str]) -> Iterator[Anchor]:
    """Say where each page begins."""
    start = 0
    for number, page in enumerate(pages, start=1):
        yield Anchor(start=start, page=number)
        start += len(page) + len(PAGE_BREAK)


def _unwrapped(page: str) -> str:
    """Put lines together that only the width of the page broke."""
    lines = [line.strip() for line in page.replace("\x00", "").splitlines()]
    width = max(map(len, lines), default=0)
    done: list[str] = []
    for line, before in zip(lines, ["", *lines], strict=False):
        if done and _goes_on(before, line, width):
            done[-1] = _joined(done[-1], line)
        else:
            done.append(line)
    return "\n".join(done)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line is the rest of the one before: that is full, and its first word had no room there."""
    if not line or not before or is_finished(before) or MARKED.match(line):
        return False
    full = len(before) + len(line.split(None, 1)[0]) >= width
    return width > NARROWEST and len(before) > width // 2 and (full or line[0].islower())


def _joined(before: str, line: str) -> str:
    """Join two lines; a hyphen at the end stays, since copy is full of words that are written with one."""
    if before.endswith(SOFT_HYPHEN):
        return before[:-1] + line
    return before + line if before.endswith("-") and not before.endswith(" -") else f"{before} {line}"
