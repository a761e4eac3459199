"""One claim a row, for spreadsheets: nothing in a cell can act as a formula.

In: a Report, or its documents one by one. Out: comma-separated rows with a header; what could not be checked is a row
labelled "error". Cells hold one line each, with active characters written out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from factcheck.model import Checked, Citation, Claim, Place, Report
from factcheck.report.options import Options, Stream, streamed
from factcheck.report.safe import visible
from factcheck.report.words import SIDE, gathered, rules, sided

COLUMNS = (
    "document",
    "page",
    "row",
    "id",
    "line",
    "column",
    "start",
    "end",
    "label",
    "reason",
    "text",
    "sentence",
    "assertion",
    "says",
    "strength",
    "explanation",
    "instead",
    "citations",
    "policy",
    "possible",
    "suppressed",
)
FORMULA = "=+-@|＝＋－＠"
"""First characters that spreadsheets take for a formula or a command, the wide forms too."""


def head(options: Options) -> str:
    """The names of the columns; in a file behind the mark by which spreadsheets know UTF-8."""
    return ("\ufeff" if options.to_file else "") + _row(COLUMNS)


def rows(document: Checked, options: Options) -> Iterator[str]:
    """The claims of one document."""
    for claim in document.claims:
        yield _row(_cells(document.name, claim, options))


def tail(report: Report, _options: Options) -> str:
    """What could not be checked, in the columns for document, label and explanation."""
    blank = dict.fromkeys(COLUMNS, "")
    filled = ({**blank, "document": e.name, "label": "error", "explanation": e.message} for e in report.errors)
    return "".join(_row(row.values()) for row in filled)


def _cells(document: str, claim: Claim, options: Options) -> tuple[object, ...]:
    place = claim.place or Place()
    found = claim.assertion
    return (
        document,
        *(place.page, place.row, place.id),
        *(claim.line, claim.column, claim.start, claim.end),
        *(claim.label, claim.reason, claim.text, claim.sentence),
        *((found.id, found.says, found.strength) if found else (None, None, None)),
        *(claim.explanation, claim.instead),
        " | ".join(_cited(cited.citation, claim) for cited in gathered(claim.citations)),
        " | ".join(f"{policy.market}: {policy.status}: {policy.note}" for policy in rules(claim, options.markets)),
        " | ".join(f"{rival.id} {rival.score:.3f}" for rival in claim.possible),
        claim.suppressed,
    )


def _cited(citation: Citation, claim: Claim) -> str:
    parts = (
        f"{SIDE[sided(citation.shows, claim.agrees)]}: {citation.citation}",
        citation.url,
        f"[{citation.verification}]",
    )
    return " ".join(part for part in parts if part)


def _row(cells: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else visible(str(value))
    return f"'{text}" if text.lstrip().startswith(tuple(FORMULA)) else text


FORMAT = streamed("csv", "csv", Stream(head=head, rows=rows, tail=tail))
