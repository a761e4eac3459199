"""Word documents -> Document.

In: the bytes of a .docx file. Out: its headings, lists, tables and paragraphs in order. A room file of its own, on the
standard library's zip and XML: the usual library leaves out tracked insertions and content controls, where edited copy
lives, so its tree would have to be walked by hand in any case. What would be printed is read, deletions are not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from factcheck.model import BlockKind, Document, InputError
from factcheck.read.marks import with_marks
from factcheck.read.pieces import FAINT_HEADING, Piece, is_finished, is_short, to_blocks
from factcheck.read.text import EMPTY

Look = tuple[BlockKind | None, int]
Stretch = tuple[str, BlockKind | None, int, int | None]

BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
GONE = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "sdtPr", "sectPr"})
WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "customXml"})
LIST = re.compile(r"list (?:bullet|number|paragraph|continue)(?: ([1-9]))?")
HEADING = re.compile(r"heading ([1-9])")
PLAIN: Look = (None, 0)
BODY_LEVEL = 9
"""Outline level that means body text."""
INHERITED_STYLES = 10


def read_docx(data: bytes, name: str) -> Document | InputError:
    """Read a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = set(package.namelist())
        if "word/document.xml" not in parts:
            return InputError(name=name, message="a zip file, but no Word document")
        looks = _looks(_xml(package, "word/styles.xml")) if "word/styles.xml" in parts else {}
        found = list(_stretches(_xml(package, "word/document.xml"), looks))
    if not found:
        return InputError(name=name, message=EMPTY)
    text = "\n".join(stretch[0] for stretch in found)
    return Document(name=name, text=text, blocks=to_blocks(text, with_marks(text, _pieces(found))))


def _xml(package: zipfile.ZipFile, part: str) -> Element:
    """Parse a part of the package; none has a document type, with which entities could be made to explode."""
    data = package.read(part)
    if b"<!DOCTYPE" in data:
        raise ValueError("document type in a Word document")
    return ElementTree.fromstring(data)


def _pieces(found: list[Stretch]) -> Iterator[Piece]:
    """Place the stretches one below the other."""
    start = 0
    for text, kind, level, column in found:
        yield Piece(start=start, end=start + len(text), kind=kind, level=level, column=column)
        start += len(text) + 1


def _stretches(parent: Element, looks: Mapping[str, Look]) -> Iterator[Stretch]:
    """Yield the paragraphs and cells of a part of the document in reading order."""
    for child in parent:
        tag = _tag(child)
        if tag == "p":
            yield from _paragraph(child, looks)
        elif tag == "tbl":
            yield from _table(child, looks)
        elif tag not in GONE:
            # A content control or a tracked insertion: a wrapper around more of the same.
            yield from _stretches(child, looks)


def _paragraph(paragraph: Element, looks: Mapping[str, Look]) -> Iterator[Stretch]:
    """Say what a paragraph's style makes of it, line by line."""
    look = _look(_child(paragraph, "pPr"), looks)
    bold = look == PLAIN and _is_bold(paragraph)
    for line in _lines(paragraph):
        heading = bold and is_short(line) and not is_finished(line)
        yield (line, "heading", FAINT_HEADING, None) if heading else (line, *look, None)


def _table(table: Element, looks: Mapping[str, Look]) -> Iterator[Stretch]:
    """Yield the cells of a table, the first row naming the columns; one column only frames what stands in it."""
    rows = list(_inside(table, "tr"))
    for number, row in enumerate(rows):
        cells = list(_inside(row, "tc"))
        for column, cell in enumerate(cells):
            for text, kind, level, own in _stretches(cell, looks):
                if kind is None and len(cells) > 1:
                    yield text, "cell", int(number == 0 and len(rows) > 1), column
                else:
                    yield text, kind, level, own


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Find the rows of a table or the cells of a row, content controls looked through."""
    for child in parent:
        if _tag(child) == tag:
            yield child
        elif _tag(child) in WRAPPERS:
            yield from _inside(child, tag)


def _looks(styles: Element) -> Mapping[str, Look]:
    """Say for every style of the document what it makes of a paragraph, by itself or by the style it builds on."""
    known = {_value(style, "styleId"): style for style in styles if _tag(style) == "style"}
    return {identity: _inherited(style, known) for identity, style in known.items()}


def _inherited(style: Element | None, known: Mapping[str, Element]) -> Look:
    """Go up the styles until one says what it is."""
    for _ in range(INHERITED_STYLES):
        if style is None:
            break
        look = _named(_value(_child(style, "name"), "val").lower())
        if look == PLAIN:
            look = _look(_child(style, "pPr"), {})
        if look != PLAIN:
            return look
        style = known.get(_value(_child(style, "basedOn"), "val"))
    return PLAIN


def _named(name: str) -> Look:
    """Tell headings and lists by the name of their style."""
    if heading := HEADING.fullmatch(name):
        return "heading", int(heading[1])
    if name == "title":
        return "heading", 1
    listed = LIST.fullmatch(name)
    return ("item", int(listed[1] or 1) - 1) if listed else PLAIN


def _look(properties: Element | None, looks: Mapping[str, Look]) -> Look:
    """Say what the properties of a paragraph make of it: its own numbering and outline before its style's."""
    style = looks.get(_value(_child(properties, "pStyle"), "val"), PLAIN)
    outline = _value(_child(properties, "outlineLvl"), "val")
    if outline.isdecimal() and int(outline) < BODY_LEVEL:
        return "heading", int(outline) + 1
    numbering = _child(properties, "numPr")
    if numbering is None or style[0] == "heading":
        return style
    depth = _value(_child(numbering, "ilvl"), "val")
    return "item", int(depth) if depth.isdecimal() else 0


def _lines(paragraph: Element) -> Iterator[str]:
    """Give the lines of a paragraph, white space folded."""
    for line in "".join(_text(paragraph)).split("\n"):
        if folded := " ".join(line.split()):
            yield folded


def _text(node: Element) -> Iterator[str]:
    """Collect the text that would be printed."""
    for child in node:
        tag = _tag(child)
        if tag == "t":
            yield child.text or ""
        elif tag in BREAKS:
            yield BREAKS[tag]
        elif tag not in GONE:
            # A paragraph inside a paragraph stands in a text box.
            yield from ("\n" if tag == "p" else "", *_text(child))


def _is_bold(paragraph: Element) -> bool:
    """Whether all words of a paragraph are bold."""
    runs = [child for child in paragraph.iter() if _tag(child) == "r" and "".join(_text(child)).strip()]
    marks = [_child(_child(run, "rPr"), "b") for run in runs]
    return bool(runs) and all(mark is not None and _value(mark, "val") not in ("0", "false") for mark in marks)


def _tag(node: Element) -> str:
    """Give the name of an element; the two editions of the format differ in the namespace alone."""
    return node.tag.rpartition("}")[2]


def _child(node: Element | None, tag: str) -> Element | None:
    """Find a direct child."""
    return None if node is None else next((child for child in node if _tag(child) == tag), None)


def _value(node: Element | None, name: str) -> str:
    """Give an attribute, whatever its namespace."""
    return "" if node is None else next((value for key, value in node.items() if key.rpartition("}")[2] == name), "")
