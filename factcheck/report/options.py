"""What a caller may choose of a report's looks; values only.

In: nothing. Out: `Options`, `Format` and `Stream`, which every format file takes or fills in. A file of its own because
the format files need these types and the table in `__init__` needs the format files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.model import Checked, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices that change how a report looks, never what it says; a format ignores those it has no use for."""

    colour: bool = False
    """Terminal colours (text, compact)."""
    width: int = 80
    """Columns to fill (text); running text stops at 110 however wide the terminal."""
    show: Literal["flagged", "all"] = "flagged"
    """flagged: supported claims take one line each; all: every claim in full."""
    markets: tuple[str, ...] = ()
    """Markets whose rules are shown ("us", "eu"); empty: all."""
    verbose: bool = False
    """Everything at every claim (text, markdown): all sources, and how it was linked: phrasing, score, runners-up."""
    author: str | None = None
    """Who publishes the review (claimreview)."""
    max_findings: int | None = None
    """At most so many findings where they are listed (text, compact, markdown, github, sarif); the rest is counted."""
    base_url: str | None = None
    """Address under which the HTML report is published (claimreview), without an anchor."""
    fail_on: Literal["contradicted", "unsupported", "never"] = "contradicted"
    """What counts as a failed test (junit), as for the exit code."""
    root: str = ""
    """Folder that services count paths from (github, sarif), with forward slashes; empty: names stay as they are."""
    here: str = ""
    """Folder that the names of documents start at, if it is not the root."""
    to_file: bool = False
    """The report becomes a file (csv: marked as UTF-8, or spreadsheets garble every quotation mark)."""
    strict: bool = False
    """Not covered counts as unsupported for `fail_on`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """The same format document by document: head, the rows of each document, tail."""

    head: Callable[[Options], str]
    """What stands before the first document."""
    rows: Callable[[Checked, Options], Iterator[str]]
    """The lines of one document, each with its line end."""
    tail: Callable[[Report, Options], str]
    """What stands after the last: errors and date; reads no documents, so the report may hold none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a report."""

    name: str
    """As given to --format."""
    extension: str
    """Of a file that holds it, without the dot."""
    render: Callable[[Report, Options], str]
    """The whole report as one string, ending in a line end."""
    stream: Stream | None = None
    """For formats that can be written while documents are still being checked."""


def streamed(name: str, extension: str, stream: Stream) -> Format:
    """A format whose whole report is its stream written at once."""

    def render(report: Report, options: Options) -> str:
        rows = [row for document in report.documents for row in stream.rows(document, options)]
        return "".join([stream.head(options), *rows, stream.tail(report, options)])

    return Format(name=name, extension=extension, render=render, stream=stream)
