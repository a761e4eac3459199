"""One claim a line as JSON, with the document's name: for pipes, and for runs too long to hold in memory.

In: a Report, or its documents one by one. Out: the claim objects of the JSON report after a key "document"; what could
not be checked is an object with "document" and "error".
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from factcheck.model import Checked, Report
from factcheck.report.as_json import claim_data
from factcheck.report.options import Options, Stream, streamed
from factcheck.report.safe import for_json


def head(_options: Options) -> str:
    """Nothing stands before the first line."""
    return ""


def rows(document: Checked, options: Options) -> Iterator[str]:
    """The claims of one document."""
    for claim in document.claims:
        yield _line({"document": document.name, **claim_data(claim, options)})


def tail(report: Report, _options: Options) -> str:
    """What could not be checked."""
    return "".join(_line({"document": error.name, "error": error.message}) for error in report.errors)


def _line(data: dict[str, object]) -> str:
    try:
        # Six times as fast as the standard library, whose encoder takes a seventh of a run from the cache.
        return f"{msgspec.json.encode(data).decode()}\n"
    except UnicodeEncodeError:  # halves of surrogate pairs
        return for_json(json.dumps(data, ensure_ascii=False, separators=(",", ":"))) + "\n"


FORMAT = streamed("jsonl", "jsonl", Stream(head=head, rows=rows, tail=tail))
