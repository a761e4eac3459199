"""Which reader a file goes to, and what happens when it cannot be read.

In: an open file and its name. Out: its documents, or InputErrors. A room file of its own so that every library's
exceptions end at one place: whatever goes wrong with one file is a value, and the next file is still read.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, Literal, assert_never

from factcheck.model import Document, InputError
from factcheck.read.options import ReadOptions, too_long
from factcheck.read.text import decode
from factcheck.read.unpack import GZIP, BombError, check_zip, unpacked

Result = Document | InputError
Format = Literal["text", "html", "pdf", "docx", "csv", "tsv", "json", "jsonl", "parquet"]
ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".mdx": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}
BEGINNINGS: tuple[tuple[bytes, Format], ...] = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"), (b"PK\x03\x04", "docx"))
PAGE_BEGINNINGS = (b"<!doctype html", b"<html")
OTHER_FORMATS = {
    ".doc": "old Word format: save it as .docx",
    ".rtf": "rich text: save it as .docx",
    ".odt": "OpenDocument text: save it as .docx",
    ".xls": "spreadsheet: save it as .csv",
    ".xlsx": "spreadsheet: save it as .csv",
}
TABLES = frozenset({"csv", "tsv", "json", "jsonl", "parquet"})
HEAD = 1024
PAGE_SHARE = 5
"""How much longer the source of a web page may be than the copy in it."""


def is_readable(name: str) -> bool:
    """Whether a file's ending is one that folders are searched for."""
    return _ending(name) in ENDINGS


def is_table(path: PurePath) -> bool:
    """Whether a file's ending is one of tables, which are read row by row."""
    return ENDINGS.get(_ending(path.name)) in TABLES


def read_file(file: BinaryIO, name: str, options: ReadOptions) -> Iterator[Result]:
    """Read the documents of an open file; whatever goes wrong is the last of them."""
    try:
        yield from _unpacked(file, name, options)
    except BombError as error:
        yield InputError(name=name, message=str(error))
    except (EOFError, zlib.error):
        yield InputError(name=name, message="damaged compressed data")
    except RecursionError:
        yield InputError(name=name, message="nested too deeply")
    # Each library has its own exceptions, and hostile files find those that nobody documented.
    except Exception as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        yield InputError(name=name, message=f"cannot be read: {reason}")


def _unpacked(file: BinaryIO, name: str, options: ReadOptions) -> Iterator[Result]:
    """Take a gzip wrapping off."""
    if file.read(len(GZIP)) == GZIP:
        with unpacked(file) as inner:
            yield from _read(inner, name, options)
    else:
        file.seek(0)
        yield from _read(file, name, options)


def _read(file: BinaryIO, name: str, options: ReadOptions) -> Iterator[Result]:
    """Hand a table to its reader as it is, anything else as a whole."""
    head = file.read(HEAD)
    file.seek(0)
    if _ending(name) in OTHER_FORMATS and not head.startswith(b"%PDF-"):
        yield InputError(name=name, message=OTHER_FORMATS[_ending(name)])
        return
    match _format(name, head):
        case "csv" | "tsv" | "jsonl" | "json" | "parquet" as table:
            yield from _read_table(file, name, options, table)
        case page:
            yield _read_page(file, name, options, page)


def _read_table(
    file: BinaryIO, name: str, options: ReadOptions, table: Literal["csv", "tsv", "jsonl", "json", "parquet"]
) -> Iterator[Result]:
    """Read a table; each reader is loaded by the first file that needs it."""
    from factcheck.read import tables

    match table:
        case "csv":
            yield from tables.read_delimited(file, name, options)
        case "tsv":
            yield from tables.read_delimited(file, name, options, "\t")
        case "jsonl":
            yield from tables.read_json_lines(file, name, options)
        case "json":
            yield from tables.read_json(file, name, options)
        case "parquet":
            yield from tables.read_parquet(file, name, options)
        case _ as never:
            assert_never(never)


def _read_page(file: BinaryIO, name: str, options: ReadOptions, page: Literal["text", "html", "pdf", "docx"]) -> Result:
    """Read a document that is one page of copy."""
    data = file.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        return InputError(name=name, message=f"larger than {options.max_bytes // 1_000_000} MB")
    found = _read_whole(data, name, options, page)
    if isinstance(found, Document) and len(found.text) > options.max_text:
        return InputError(name=name, message=too_long(options))
    return found


def _read_whole(data: bytes, name: str, options: ReadOptions, page: Literal["text", "html", "pdf", "docx"]) -> Result:
    """Hand the bytes to the reader of their format."""
    match page:
        case "text" | "html":
            return _read_text(data, name, page, options)
        case "pdf":
            from factcheck.read.pdf import read_pdf

            return read_pdf(data, name)
        case "docx":
            return _read_docx(data, name, options)
        case _ as never:
            assert_never(never)


def _read_text(data: bytes, name: str, page: Literal["text", "html"], options: ReadOptions) -> Result:
    """Decode a text or a web page and lay it out, unless that alone would take too long."""
    decoded = decode(data)
    if isinstance(decoded, str):
        return InputError(name=name, message=decoded)
    if len(decoded.text) > options.max_text * (PAGE_SHARE if page == "html" else 1):
        return InputError(name=name, message=too_long(options))
    if page == "html":
        from factcheck.read.html import read_html

        return read_html(decoded.text, name, decoded.notes)
    from factcheck.read.layout import blocks_of  # its patterns take longer to make than an unchanged page to look up

    return Document(name=name, text=decoded.text, blocks=blocks_of(decoded.text), notes=decoded.notes)


def _read_docx(data: bytes, name: str, options: ReadOptions) -> Result:
    """Look into the package before opening it: it may be another format, or a bomb."""
    if not data.startswith(b"PK"):
        return InputError(name=name, message="no Word document")
    if wrong := check_zip(data, options.max_bytes):
        return InputError(name=name, message=wrong)
    from factcheck.read.docx import read_docx

    return read_docx(data, name)


def _format(name: str, head: bytes) -> Format:
    """Tell the format by how the file begins where that is certain, else by its ending, else by a look at the text."""
    for beginning, format_ in BEGINNINGS:
        if head.startswith(beginning):
            return format_
    if known := ENDINGS.get(_ending(name)):
        return known
    return "html" if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(PAGE_BEGINNINGS) else "text"


def _ending(name: str) -> str:
    """Give a name's ending in lower case, that of the packing left off."""
    path = PurePath(name)
    return (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower()
