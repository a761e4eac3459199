"""`factcheck PATHS…`: judge documents and report.

In go paths or standard input, out go a report and the exit code. A file of its own as each command has; it unpacks the
options, `running.py` does what they say.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.completion import choices, formats
from factcheck.cli.shared import ConfigOption, DbOption, IsolatedOption

Flag = bool | None
Words = list[str] | None
Word = str | None


def check(
    paths: Annotated[Words, typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")] = None,
    format: Annotated[
        Word,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            autocompletion=formats,
            help="text (default), compact, json, jsonl, csv, markdown, html, sarif, github, junit or claimreview; "
            "else told by the ending of --output.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the report here.")
    ] = None,
    db: DbOption = None,
    fail_on: Annotated[
        Word,
        typer.Option(
            metavar="LABEL",
            autocompletion=choices("fail_on"),
            help="Exit code 1 from this label on: contradicted (default), unsupported or never.",
        ),
    ] = None,
    strict: Annotated[
        Flag, typer.Option("--strict/--no-strict", help="Not covered counts as unsupported for --fail-on.")
    ] = None,
    exit_zero: Annotated[
        Flag, typer.Option("--exit-zero/--no-exit-zero", help="Findings do not change the exit code.")
    ] = None,
    select: Annotated[
        Words, typer.Option(metavar="ID,…", help="Report only claims whose id or topic begins so.")
    ] = None,
    ignore: Annotated[Words, typer.Option(metavar="ID,…", help="Leave out claims whose id or topic begins so.")] = None,
    suppressions: Annotated[
        Flag,
        typer.Option(
            "--suppressions/--no-suppressions", help="Pay no heed to “factcheck: ignore ID: reason” in the copy."
        ),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Do not report the findings that this file holds.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write today's findings to this file.")
    ] = None,
    show: Annotated[
        Word,
        typer.Option(
            metavar="WHICH", autocompletion=choices("show"), help="Claims shown in full: flagged (default) or all."
        ),
    ] = None,
    max_findings: Annotated[
        Word, typer.Option(metavar="N", help="List at most N findings (text, compact, markdown, github, sarif).")
    ] = None,
    market: Annotated[
        Words,
        typer.Option(metavar="us,eu,…", autocompletion=choices("market"), help="Show the rules of these markets only."),
    ] = None,
    author: Annotated[Word, typer.Option(metavar="NAME", help="Who answers for the review (claimreview).")] = None,
    base_url: Annotated[
        Word, typer.Option(metavar="URL", help="Where the HTML report is published (claimreview).")
    ] = None,
    exclude: Annotated[
        Words, typer.Option(metavar="GLOB", help="Leave out paths in folders that fit (repeatable).")
    ] = None,
    force_exclude: Annotated[
        Flag, typer.Option("--force-exclude/--no-force-exclude", help="Leave them out even where named outright.")
    ] = None,
    file_list: Annotated[
        Word, typer.Option(metavar="FILE", help="Also check the paths in this file, one a line (-: standard input).")
    ] = None,
    stdin_filename: Annotated[
        Word, typer.Option(metavar="NAME", help="What standard input is called; its ending tells its format.")
    ] = None,
    text_column: Annotated[Word, typer.Option(metavar="NAME", help="Column of a table that holds the copy.")] = None,
    id_column: Annotated[Word, typer.Option(metavar="NAME", help="Column of a table that names its rows.")] = None,
    max_size: Annotated[Word, typer.Option(metavar="MB", help="Largest document that is read (default 100).")] = None,
    jobs: Annotated[
        Word, typer.Option("-j", "--jobs", metavar="N", help="Processes (default 0: as many as help).")
    ] = None,
    cluster: Annotated[
        Word, typer.Option(metavar="ADDRESS", help="Judge on the workers of this Dask scheduler (tcp://HOST:PORT).")
    ] = None,
    cache: Annotated[
        Flag, typer.Option("--cache/--no-cache", help="Neither use nor keep results of earlier runs.")
    ] = None,
    color: Annotated[
        Word, typer.Option(metavar="WHEN", autocompletion=choices("color"), help="auto (default), always or never.")
    ] = None,
    quiet: Annotated[
        Flag, typer.Option("-q", "--quiet/--no-quiet", help="Print the report and errors, nothing else.")
    ] = None,
    verbose: Annotated[
        Flag,
        typer.Option(
            "-v", "--verbose/--no-verbose", help="Say everything at every claim: all sources, how it was linked."
        ),
    ] = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> int:
    """Judge the marketing claims of files, folders or standard input.

    Labels: supported, unsupported, contradicted; claims that the base does not know are counted as not covered.
    """
    flags: dict[str, object] = {
        "format": format, "db": db, "fail_on": fail_on, "strict": strict, "exit_zero": exit_zero, "select": select,
        "ignore": ignore, "suppressions": suppressions, "baseline": baseline, "show": show, "market": market,
        "max_findings": max_findings, "author": author, "base_url": base_url, "exclude": exclude, "jobs": jobs,
        "force_exclude": force_exclude, "stdin_filename": stdin_filename, "text_column": text_column,
        "id_column": id_column, "max_size": max_size, "cache": cache, "color": color, "quiet": quiet,
        "verbose": verbose,
    }  # fmt: skip
    from factcheck.cli.running import checked
    from factcheck.cli.shared import settings_of

    force = settings_of(flags, config, isolated=isolated)
    return checked(
        force, paths or [], file_list=file_list, output=output, write_baseline=write_baseline, cluster=cluster
    )
