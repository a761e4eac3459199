"""Whether a file is one that this program wrote: a report, or a baseline.

Comes in: a path. Goes out: yes or no. A file of its own because a report left in the folder that is judged quotes every
claim of its pages, and would be judged as copy the next time.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from factcheck.report.as_csv import COLUMNS
from factcheck.report.parquet import MARK
from factcheck.report.words import ADVICE

ENDS = 2_000
"""Bytes at either end of a file that are looked at."""
OF_TABLE = 64_000
"""The same of a Parquet table, which says at its end what it holds."""
BEGINNINGS = re.compile(
    rb'(?:\xef\xbb\xbf)?%b|\{\s*"schema": \d+,\s*"tool": \{\s*"name": "factcheck"|\{\s*"factcheck-baseline":'
    rb'|\{"document":"(?:[^"\\]|\\.)*","text":"(?:[^"\\]|\\.)*","start":\d+,"end":\d+'
    rb"|<!doctype html>(?s:.*?) \xe2\x80\x93 factcheck</title>" % ",".join(COLUMNS).encode()
)
"""How CSV, JSON, a baseline, lines of JSON and the page begin."""
ENDINGS = re.compile(
    r"\s+".join([r"Evidence (?:as of \d{4}-\d\d|without a date)\.", *map(re.escape, ADVICE.split())]).encode()
)
"""What stands at the end of the others."""


def is_own(path: Path) -> bool:
    """Whether the file begins or ends as a report does; a file that cannot be read is none."""
    try:
        with path.open("rb") as file:
            first = file.read(ENDS)
            file.seek(-min(OF_TABLE if path.suffix == ".parquet" else ENDS, file.seek(0, os.SEEK_END)), os.SEEK_END)
            last = file.read()
    except OSError:
        return False
    return bool(BEGINNINGS.match(first) or ENDINGS.search(last)) or (path.suffix == ".parquet" and MARK in last)
