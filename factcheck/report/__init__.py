"""A checked `Report` becomes a string: one file per format, one line per format in the table.

In: `Report` and `Options`. Out: text in the format asked for; nothing is printed here. Formats that have a `stream` can
also be written document by document, so that a table of a million rows needs no memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from factcheck.report.options import Format, Options, Stream

NAMES = ("text", "compact", "json", "jsonl", "csv", "markdown", "html", "sarif", "github", "junit", "claimreview")


class _Formats(Mapping[str, Format]):
    """The formats by name; a run reads in the one that it writes, for all of them would take as long as a page does."""

    def __getitem__(self, name: str) -> Format:
        if name not in NAMES:
            raise KeyError(name)
        made: Format = import_module(f"factcheck.report.as_{name}").FORMAT
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


FORMATS: Mapping[str, Format] = _Formats()

__all__ = ["FORMATS", "Format", "Options", "Stream"]
