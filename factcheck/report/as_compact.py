"""One line per finding, for editors and logs: `file:line:col: label id: message`.

In: a Report, or its documents one by one. Out: lines. Only contradicted and unsupported claims unless all are asked
for; what carries no assertion shows the reason in its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Checked, Claim, Place, Report
from factcheck.report.options import Options, Stream, streamed
from factcheck.report.safe import clipped, visible
from factcheck.report.terminal import painted
from factcheck.report.words import ADVICE, WORD, at, dated, flagged, idle, in_order, position, told


def head(_options: Options) -> str:
    """Nothing stands before the first line."""
    return ""


def rows(document: Checked, options: Options) -> Iterator[str]:
    """The lines of one document."""
    wanted = in_order(document.claims if options.show == "all" else flagged(document.claims))
    name = visible(document.name)
    for claim in wanted[: options.max_findings]:
        yield f"{name}{_at(position(claim), claim.place)} {_label(claim, options)} {_message(claim)}\n"
    for note in idle(document):
        yield f"{name}{_at(at(note.line, note.column, note.place), note.place)} {told(note)}\n"


def tail(report: Report, _options: Options) -> str:
    """What could not be checked, and the date of the evidence."""
    lines = [f"{visible(error.name)}: could not be checked: {visible(error.message)}" for error in report.errors]
    return "\n".join([*lines, f"{dated(report)} {ADVICE}"]) + "\n"


def _at(where: str, place: Place | None) -> str:
    return f":{visible(where)}:" if place is None else f": {visible(where)}:"


def _label(claim: Claim, options: Options) -> str:
    word = WORD[claim.label] if claim.suppressed is None else f"suppressed {WORD[claim.label]}"
    return painted(word, claim.label, options.colour)


def _message(claim: Claim) -> str:
    identity = visible(claim.assertion.id) if claim.assertion else claim.reason
    said = f"“{clipped(visible(claim.text), 120)}”"
    why = claim.explanation if claim.suppressed is None else claim.suppressed
    return f"{identity}: {said} {visible(why)}".rstrip()


FORMAT = streamed("compact", "txt", Stream(head=head, rows=rows, tail=tail))
