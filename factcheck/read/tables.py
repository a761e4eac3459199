"""CSV, TSV, JSON, JSON Lines and Parquet -> rows.

In: an open table. Out: its rows one by one, never more than one in memory (a JSON array apart, which is one value).
A room file of its own because here the formats' own grammars end; what a row means is `rows.py`.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import BinaryIO

from factcheck.model import Document, InputError
from factcheck.read.options import ReadOptions
from factcheck.read.rows import Row, documents, no_text_column, text_column
from factcheck.read.text import BINARY, EMPTY, WIDE, decode, is_binary

ROW_BYTES = 10_000_000
CHUNK = 1 << 20
DELIMITERS = ",;\t|"
SURPLUS = "more fields than the heading names (is a separator in the copy unquoted?)"
"""A row that would lose copy if it were read: what stands behind its last field was most likely part of it."""


def read_delimited(
    file: BinaryIO, name: str, options: ReadOptions, delimiter: str | None = None
) -> Iterator[Document | InputError]:
    """Read CSV or TSV; the delimiter is told by the first line where the format leaves it open."""
    codec, note = _codec(file)
    if codec is None:
        yield InputError(name=name, message=note)
        return
    stream = io.TextIOWrapper(file, encoding=codec, newline="")
    try:
        yield from _delimited(stream, name, options, delimiter, (note,) if note else ())
    finally:
        # The file is its opener's to close; a wrapper left attached would do it at any time.
        stream.detach()


def read_json_lines(file: BinaryIO, name: str, options: ReadOptions) -> Iterator[Document | InputError]:
    """Read one JSON value per line."""
    yield from documents(_json_lines(file), name, options)


def read_json(file: BinaryIO, name: str, options: ReadOptions) -> Iterator[Document | InputError]:
    """Read a JSON array of rows, or an object that holds one."""
    data = file.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        yield InputError(name=name, message=f"larger than {options.max_bytes // 1_000_000} MB")
        return
    decoded = decode(data)
    if isinstance(decoded, str):
        yield InputError(name=name, message=decoded)
        return
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield InputError(name=name, message=f"no valid JSON: {error}")
        return
    yield from documents(map(_row, _json_rows(value)), name, options, decoded.notes)


def read_parquet(file: BinaryIO, name: str, options: ReadOptions) -> Iterator[Document | InputError]:
    """Read a Parquet table, if the library for it is installed."""
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        yield InputError(name=name, message="reading Parquet needs the extra factcheck-claims[parquet]")
        return
    table = parquet.ParquetFile(file)
    rows = (row for batch in table.iter_batches(batch_size=256) for row in batch.to_pylist())
    yield from documents(rows, name, options)


def _delimited(
    stream: io.TextIOWrapper, name: str, options: ReadOptions, delimiter: str | None, notes: tuple[str, ...]
) -> Iterator[Document | InputError]:
    """Read the heading row, then the others."""
    first = stream.readline(CHUNK)
    stream.seek(0)
    csv.field_size_limit(ROW_BYTES)
    reader = csv.reader(stream, delimiter=delimiter or max(DELIMITERS, key=first.count))
    header = next(reader, [])
    column = text_column(header, options)
    if column is None:
        yield InputError(name=name, message=no_text_column(header, options))
    elif header.count(column) > 1:
        yield InputError(name=name, message=f'{header.count(column)} columns are called "{column}"')
    else:
        yield from documents(_delimited_rows(reader, header), name, options, notes)


def _delimited_rows(reader: Iterator[list[str]], header: Sequence[str]) -> Iterator[Row]:
    """Yield rows by the names of their columns; a broken one ends the table, for nobody knows where it ends."""
    try:
        for fields in reader:
            if any(map(str.strip, fields[len(header) :])):
                yield SURPLUS
            else:
                yield dict(zip(header, fields, strict=False)) | dict.fromkeys(header[len(fields) :], "")
    except csv.Error as error:
        yield f"broken CSV: {error}"


def _json_lines(file: BinaryIO) -> Iterator[Row]:
    """Yield the values of the lines; empty lines are none."""
    while line := file.readline(ROW_BYTES + 1):
        if len(line) > ROW_BYTES:
            yield f"longer than {ROW_BYTES // 1_000_000} MB"
            return
        if not line.strip():
            continue
        decoded = decode(line)
        try:
            yield decoded if isinstance(decoded, str) else _row(json.loads(decoded.text))
        except (ValueError, RecursionError) as error:
            yield f"no valid JSON: {error}"


def _json_rows(value: object) -> Sequence[object]:
    """Find the rows of a JSON value: the array itself, the one that its object holds, or the object as a row."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        lists = [held for held in value.values() if isinstance(held, list) and held and isinstance(held[0], dict)]
        return lists[0] if len(lists) == 1 else [value]
    return [value]


def _row(value: object) -> Row:
    """Take an object for a row and a string for its text."""
    if isinstance(value, dict):
        return value
    return {"text": value} if isinstance(value, str) else "neither an object nor a text"


def _codec(file: BinaryIO) -> tuple[str | None, str]:
    """Find the encoding of a table in one pass without keeping it; the second value is a note, or what is wrong."""
    head = file.read(CHUNK)
    codec = next((codec for mark, codec in WIDE if head.startswith(mark)), "utf-8-sig")
    if codec == "utf-8-sig" and is_binary(head):
        return None, BINARY
    if not head.strip():
        return None, EMPTY
    fits = _decodes(file, head, codec)
    file.seek(0)
    if fits:
        return codec, ""
    return ("cp1252", "read as Windows-1252") if codec == "utf-8-sig" else (None, f"damaged {codec.upper()} text")


def _decodes(file: BinaryIO, head: bytes, codec: str) -> bool:
    """Whether all of the file is text in this encoding."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        decoder.decode(head)
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
