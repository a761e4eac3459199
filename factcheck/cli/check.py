"""`factcheck PATHS…`: judge documents and report.

In go paths or standard input, out go a report and the exit code. A file of its own as each command has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from factcheck.cli.output import Exit, columns, gravest, save, say, tell, wants_colour
from factcheck.cli.shared import DbOption, load_base
from factcheck.model import Checked, ClaimsDB, Document, InputError, Report

FailOn = Literal["contradicted", "unsupported", "never"]


def check(
    paths: Annotated[list[str] | None, typer.Argument(help="Files, folders, or - for standard input.")] = None,
    format: Annotated[str, typer.Option("-f", "--format", help="Report format.")] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the report to this file.")] = None,
    db: DbOption = None,
    fail_on: Annotated[FailOn, typer.Option(help="From which label on the exit code is 1.")] = "contradicted",
    strict: Annotated[bool, typer.Option(help="Not covered counts as unsupported for --fail-on.")] = False,
    stdin_filename: Annotated[
        str, typer.Option(metavar="NAME", help="Name of standard input in the report.")
    ] = "<stdin>",
    exclude: Annotated[list[str] | None, typer.Option(metavar="GLOB", help="Leave out matching paths.")] = None,
    show: Annotated[Literal["flagged", "all"], typer.Option(help="Claims shown in full.")] = "flagged",
) -> int:
    """Judge the marketing claims of files, folders or standard input.

    Labels: supported, unsupported, contradicted; claims that the base does not know are counted as not covered.
    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 usage or input not checked, 3 invalid evidence base,
    4 internal or output error, 130 interrupted.
    """
    from factcheck.report import FORMATS, Options

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    base = load_base(db)
    report = _judged(_documents(paths or ["-"], exclude or [], stdin_filename), base)
    options = Options(
        colour=output is None and wants_colour(), width=columns(), show=show, fail_on=fail_on, strict=strict
    )
    text = FORMATS[format].render(report, options)
    if output is None:
        say(text)
    else:
        save(text, output)
    for error in report.errors:
        tell(f"factcheck: {error.name}: {error.message}")
    return exit_code(report, fail_on, strict)


def _documents(paths: Iterable[str], exclude: Iterable[str], stdin_name: str) -> Iterator[Document | InputError]:
    from factcheck.read import ReadOptions, read_all

    yield from read_all(tuple(paths), ReadOptions(exclude=tuple(exclude), stdin_name=stdin_name))


def _judged(documents: Iterable[Document | InputError], base: ClaimsDB) -> Report:
    """All documents judged, faults kept beside them."""
    from factcheck.engine import Checker, report_of

    checked: list[Checked] = []
    errors: list[InputError] = []
    checker: Checker | None = None
    for document in documents:
        if isinstance(document, InputError):
            errors.append(document)
            continue
        checker = checker or Checker(base)
        checked.append(checker.check(document))
    return report_of(checked, errors, base)


def exit_code(report: Report, fail_on: FailOn, strict: bool) -> Exit:
    """How the run ends: input not checked is graver than findings."""
    codes = [Exit.USAGE] if report.errors or not report.documents else []
    if any(_fails(document, fail_on, strict) for document in report.documents):
        codes.append(Exit.FINDINGS)
    return gravest(codes)


def _fails(document: Checked, fail_on: FailOn, strict: bool) -> bool:
    if fail_on == "never":
        return False
    grave = document.count("contradicted")
    if fail_on == "unsupported":
        grave += document.count("unsupported") + (document.count("not_covered") if strict else 0)
    return grave > 0
