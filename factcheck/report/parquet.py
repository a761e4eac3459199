"""The lines of jsonl as a Parquet table: one claim a row, for those who go on with a table of millions.

In: lines of the format jsonl, as they come. Out: a Parquet file, whole or not at all. A file of its own because the
other formats are text; the columns are those that one filters by, the last holds the whole line.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

GROUP = 20_000
"""Rows written together: the same wherever the lines come from, so that the same lines give the same bytes."""
MARK = b"factcheck-findings"
"""What tells such a table from copy."""
NUMBERS = ("page", "row", "line", "column", "start", "end")
TEXTS = (
    "document", "id", "label", "reason", "text", "sentence", "assertion", "evidence_says", "strength", "explanation",
    "instead", "suppressed", "error", "finding",
)  # fmt: skip


def has_parquet() -> bool:
    """Whether the library for it is installed."""
    return find_spec("pyarrow") is not None


@contextmanager
def parquet_table(path: Path) -> Iterator[Callable[[str], None]]:
    """A way to write lines into a table that takes its place when all have come. Raises OSError."""
    target = path.resolve()
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            table = _Table(file)
            yield table.add
            table.close()
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


class _Table:
    """Rows on their way into a file."""

    def __init__(self, file: object) -> None:
        self._arrow = import_module("pyarrow")
        texts = [(name, self._arrow.string()) for name in TEXTS]
        numbers = [(name, self._arrow.int64()) for name in NUMBERS]
        columns = [*texts, ("agrees", self._arrow.bool_()), *numbers]
        self._schema = self._arrow.schema(columns, metadata={MARK: b"1"})
        self._writer = import_module("pyarrow.parquet").ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[dict[str, object]] = []

    def add(self, lines: str) -> None:
        """Take up whole lines."""
        self._rows += [_row(line) for line in lines.split("\n") if line]
        while len(self._rows) >= GROUP:
            self._write(GROUP)

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self._write(len(self._rows))
        self._writer.close()

    def _write(self, count: int) -> None:
        rows, self._rows = self._rows[:count], self._rows[count:]
        if rows:
            self._writer.write_table(self._arrow.Table.from_pylist(rows, self._schema), row_group_size=GROUP)


def _row(line: str) -> dict[str, Any]:
    """The columns of one line."""
    held = json.loads(line)
    found, place = held.get("assertion") or {}, held.get("place") or {}
    of_assertion = {"assertion": found.get("id"), **{name: found.get(name) for name in ("evidence_says", "strength")}}
    return {**held, **place, **of_assertion, "finding": line}
