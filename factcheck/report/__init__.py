"""A checked `Report` becomes a string: one file per format, one line per format in the table.

In: `Report` and `Options`. Out: text in the format asked for; nothing is printed here. Formats that have a `stream` can
also be written document by document, so that a table of a million rows needs no memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.report import (
    as_claimreview,
    as_compact,
    as_csv,
    as_github,
    as_html,
    as_json,
    as_jsonl,
    as_junit,
    as_markdown,
    as_sarif,
    as_text,
)
from factcheck.report.options import Format, Options, Stream

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": as_text.FORMAT,
        "compact": as_compact.FORMAT,
        "json": as_json.FORMAT,
        "jsonl": as_jsonl.FORMAT,
        "csv": as_csv.FORMAT,
        "markdown": as_markdown.FORMAT,
        "html": as_html.FORMAT,
        "sarif": as_sarif.FORMAT,
        "github": as_github.FORMAT,
        "junit": as_junit.FORMAT,
        "claimreview": as_claimreview.FORMAT,
    }
)

__all__ = ["FORMATS", "Format", "Options", "Stream"]
