"""Annotations for GitHub's checks: contradicted as errors, unsupported as warnings, at their lines.

In: a Report. Out: workflow commands. GitHub shows at most ten of each level per step and drops the rest silently, so
the rest is counted in one notice. A claim in a page or a table row has no line, and is set on the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Checked, Claim, Report
from factcheck.report.options import Format, Options
from factcheck.report.paths import from_root
from factcheck.report.safe import clipped, visible
from factcheck.report.words import ADVICE, WORD, dated, idle, in_order, noted, position, tally, told

MOST = 10
NOTES = MOST - 1
"""Notices beside the one that sums up."""
LEVEL = {"contradicted": "error", "unsupported": "warning"}


def render(report: Report, options: Options) -> str:
    """The whole report."""
    most = min(MOST, options.max_findings if options.max_findings is not None else MOST)
    errors = [*_claims(report, "contradicted", options), *_unchecked(report, options)]
    warnings = list(_claims(report, "unsupported", options))
    shown = [*errors[:most], *warnings[:most]]
    hidden = len(errors) + len(warnings) - len(shown)
    notes = list(_notes(report, options))
    hidden += max(len(notes) - NOTES, 0)
    return "".join(f"{line}\n" for line in (*shown, *notes[:NOTES], _notice(report, hidden)))


def _claims(report: Report, label: str, options: Options) -> Iterator[str]:
    for document in report.documents:
        for claim in in_order(document.claims):
            if claim.label == label and claim.suppressed is None:
                yield _command(LEVEL[label], _properties(document, claim, options), _message(claim))


def _unchecked(report: Report, options: Options) -> Iterator[str]:
    for error in report.errors:
        properties = {"file": _path(error.name, options), "title": "could not be checked"}
        yield _command("error", properties, visible(error.message))


def _notes(report: Report, options: Options) -> Iterator[str]:
    """What was noted while reading, and notes in the copy that do nothing."""
    for name, said in noted(report.documents):
        yield _command("notice", {"file": _path(name, options), "title": "as read"}, visible(said))
    for document in report.documents:
        for note in idle(document):
            properties = {"file": _path(document.name, options)}
            if note.place is None:
                properties |= {"line": str(note.line), "col": str(note.column)}
            yield _command("notice", {**properties, "title": f"{note.state} suppression"}, told(note))


def _properties(document: Checked, claim: Claim, options: Options) -> dict[str, str]:
    identity = claim.assertion.id if claim.assertion else claim.reason
    properties = {"file": _path(document.name, options)}
    if claim.place is None:
        properties |= {"line": str(claim.line), "col": str(claim.column)}
        if "\n" not in claim.text:
            properties["endColumn"] = str(claim.column + len(claim.text))
    return {**properties, "title": f"{WORD[claim.label]}: {visible(identity)}"}


def _message(claim: Claim) -> str:
    where = "" if claim.place is None else f"{visible(position(claim))}: "
    links = "".join(f"\n{citation.url}" for citation in claim.citations if citation.url)
    return f"{where}“{clipped(visible(claim.text), 200)}” {visible(claim.explanation)}{links}"


def _notice(report: Report, hidden: int) -> str:
    rest = f"{hidden:,} more not annotated here. " if hidden else ""
    message = f"{', '.join(tally(report.documents))}. {rest}{dated(report)} {ADVICE}"
    return _command("notice", {"title": "factcheck"}, message)


def _path(name: str, options: Options) -> str:
    return visible(from_root(name, options))


def _command(level: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(
        f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items()
    )
    return f"::{level} {listed}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMAT = Format(name="github", extension="txt", render=render)
