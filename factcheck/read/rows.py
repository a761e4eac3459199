"""Rows of a table -> Documents.

In: the fields of one row, whatever format they came from. Out: the Document of its copy with a row Anchor, an
InputError if the row is broken, nothing if its copy is empty. A room file of its own because a product table means
the same in every format, and the choice of its columns must not depend on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.model import Anchor, Document, InputError
from factcheck.read.layout import blocks_of
from factcheck.read.options import ReadOptions, too_long
from factcheck.read.text import NO_ROW, is_blank

Row = Mapping[str, object] | str
"""The fields of a row by name; a string: what is wrong with it."""

TEXT_COLUMNS = (
    "text",
    "copy",
    "body",
    "body (html)",
    "content",
    "description",
    "product description",
    "product_description",
    "long description",
    "long_description",
    "body html",
    "body_html",
    "claim",
    "claims",
)
ID_COLUMNS = ("id", "sku", "asin", "ean", "gtin", "handle", "product_id", "product id", "url", "link")
SHOWN_COLUMNS = 12
BLOCKS = "p|div|ul|ol|li|h[1-6]|table|section|article|main|details|dl|blockquote"
BEGINS_AS_PAGE = re.compile(rf"\s*<(?:!doctype|html|body|span|b|strong|{BLOCKS})\b[^<>]*>", re.IGNORECASE)
HOLDS_TAGS = re.compile(rf"</(?:{BLOCKS})>|<br\s*/?>", re.IGNORECASE)


def documents(
    rows: Iterable[Row], name: str, options: ReadOptions, notes: tuple[str, ...] = ()
) -> Iterator[Document | InputError]:
    """Make a document of every row that holds copy."""
    found = False
    for number, row in enumerate(rows, start=1):
        made = _made(row, number, name, options, notes)
        found = found or made is not None
        if made is not None:
            yield made
    if not found:
        yield InputError(name=name, message=NO_ROW)


def choose_column(names: Sequence[str], wanted: str | None, usual: Sequence[str]) -> str | None:
    """Find the wanted column, or the first usual one, whatever its capitals; None: there is none."""
    known = {name.strip().casefold(): name for name in reversed(names)}
    if wanted is not None:
        return wanted if wanted in names else known.get(wanted.strip().casefold())
    return next((known[name] for name in usual if name in known), None)


def text_column(names: Sequence[str], options: ReadOptions) -> str | None:
    """Choose the column of the copy; the only one is it, whatever it is called."""
    chosen = choose_column(names, options.text_column, TEXT_COLUMNS)
    return names[0] if chosen is None and options.text_column is None and len(names) == 1 else chosen


def no_text_column(names: Sequence[str], options: ReadOptions) -> str:
    """Say that no column could be chosen, and which there are."""
    shown = ", ".join(names[:SHOWN_COLUMNS]) + (", …" if len(names) > SHOWN_COLUMNS else "")
    if options.text_column is not None:
        return f'no column "{options.text_column}" (columns: {shown})'
    return f"cannot tell which column holds the text: name it with --text-column (columns: {shown})"


def _made(
    row: Row, number: int, name: str, options: ReadOptions, notes: tuple[str, ...]
) -> Document | InputError | None:
    """Make the document of one row, or say what is wrong with the row."""
    if isinstance(row, str):
        return InputError(name=name, message=f"row {number}: {row}")
    return _document(row, number, name, options, notes)


def _document(
    row: Mapping[str, object], number: int, name: str, options: ReadOptions, notes: tuple[str, ...]
) -> Document | InputError | None:
    """Make the document of one row."""
    column = text_column(tuple(row), options)
    if column is None:
        return InputError(name=name, message=f"row {number}: {no_text_column(tuple(row), options)}")
    text = row[column]
    if text is None or (isinstance(text, str) and is_blank(text)):
        return None
    if not isinstance(text, str):
        return InputError(name=name, message=f'row {number}: "{column}" holds no text')
    identity = choose_column(tuple(row), options.id_column, ID_COLUMNS)
    own = None if identity is None or row[identity] in (None, "") else str(row[identity])
    if len(text) > options.max_text:
        return InputError(name=name, message=f"row {number}: {too_long(options)}")
    if is_web_page(text):
        return _of_page(text, name, Anchor(start=0, row=number, id=own), notes)
    anchors = (Anchor(start=0, row=number, id=own),)
    return Document(name=name, text=text, blocks=blocks_of(text), anchors=anchors, notes=notes)


def is_web_page(text: str) -> bool:
    """Whether a field holds a piece of a web page, as shops export them, not text with a tag or two left in it."""
    if "<" not in text or HOLDS_TAGS.search(text) is None:
        return False
    return BEGINS_AS_PAGE.match(text) is not None or "\n" not in text.strip()


def _of_page(source: str, name: str, row: Anchor, notes: tuple[str, ...]) -> Document | None:
    """Make the document of a piece of a web page, its places inside the field; None: it shows no words."""
    from factcheck.read.html import read_html

    found = read_html(source, name, notes)
    if isinstance(found, InputError):
        return None
    anchors = tuple(replace(anchor, row=row.row, id=row.id) for anchor in found.anchors)
    return replace(found, anchors=anchors)
