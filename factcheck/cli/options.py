"""The options of `factcheck PATHS…`, each with its help: what a user may say on the command line.

A file of its own so that the command itself, in `check.py`, can be read at a glance.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.completion import choices, formats

Flag = bool | None
Words = list[str] | None
Word = str | None

Paths = Annotated[Words, typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")]
Format = Annotated[
    Word,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        autocompletion=formats,
        help="text (default), compact, json, jsonl, csv, markdown, html, sarif, github, junit or claimreview; "
        "else told by the ending of --output.",
    ),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the report here.")]
FailOn = Annotated[
    Word,
    typer.Option(
        metavar="LABEL",
        autocompletion=choices("fail_on"),
        help="Exit code 1 from this label on: contradicted (default), unsupported or never.",
    ),
]
Strict = Annotated[Flag, typer.Option("--strict/--no-strict", help="Not covered counts as unsupported for --fail-on.")]
ExitZero = Annotated[Flag, typer.Option("--exit-zero/--no-exit-zero", help="Findings do not change the exit code.")]
AllowEmpty = Annotated[
    Flag,
    typer.Option("--allow-empty/--no-allow-empty", help="Report empty and binary files without exit code 2."),
]
Select = Annotated[Words, typer.Option(metavar="ID,…", help="Report only claims whose id or topic begins so.")]
Ignore = Annotated[Words, typer.Option(metavar="ID,…", help="Leave out claims whose id or topic begins so.")]
Suppressions = Annotated[
    Flag,
    typer.Option("--suppressions/--no-suppressions", help="Pay no heed to “factcheck: ignore ID: reason” in the copy."),
]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Do not report the findings that this file holds.")]
WriteBaseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Write today's findings to this file.")]
Show = Annotated[
    Word,
    typer.Option(
        metavar="WHICH", autocompletion=choices("show"), help="Claims shown in full: flagged (default) or all."
    ),
]
MaxFindings = Annotated[
    Word, typer.Option(metavar="N", help="List at most N findings (text, compact, markdown, github, sarif).")
]
Market = Annotated[
    Words,
    typer.Option(metavar="us,eu,…", autocompletion=choices("market"), help="Show the rules of these markets only."),
]
Author = Annotated[Word, typer.Option(metavar="NAME", help="Who answers for the review (claimreview).")]
BaseUrl = Annotated[Word, typer.Option(metavar="URL", help="Where the HTML report is published (claimreview).")]
Exclude = Annotated[Words, typer.Option(metavar="GLOB", help="Leave out paths in folders that fit (repeatable).")]
ForceExclude = Annotated[
    Flag, typer.Option("--force-exclude/--no-force-exclude", help="Leave them out even where named outright.")
]
FileList = Annotated[
    Word, typer.Option(metavar="FILE", help="Also check the paths in this file, one a line (-: standard input).")
]
StdinFilename = Annotated[
    Word, typer.Option(metavar="NAME", help="What standard input is called; its ending tells its format.")
]
TextColumn = Annotated[Word, typer.Option(metavar="NAME", help="Column of a table that holds the copy.")]
IdColumn = Annotated[Word, typer.Option(metavar="NAME", help="Column of a table that names its rows.")]
MaxSize = Annotated[Word, typer.Option(metavar="MB", help="Largest document that is read (default 100).")]
MaxCopy = Annotated[Word, typer.Option(metavar="MB", help="Most copy that one document may hold (default 2).")]
Jobs = Annotated[Word, typer.Option("-j", "--jobs", metavar="N", help="Processes (default 0: as many as help).")]
Cluster = Annotated[
    Word, typer.Option(metavar="ADDRESS", help="Judge on the workers of this Dask scheduler (tcp://HOST:PORT).")
]
Cache = Annotated[Flag, typer.Option("--cache/--no-cache", help="Neither use nor keep results of earlier runs.")]
Color = Annotated[
    Word, typer.Option(metavar="WHEN", autocompletion=choices("color"), help="auto (default), always or never.")
]
Quiet = Annotated[Flag, typer.Option("-q", "--quiet/--no-quiet", help="Print the report and errors, nothing else.")]
Verbose = Annotated[
    Flag,
    typer.Option("-v", "--verbose/--no-verbose", help="Say everything at every claim: all sources, how it was linked."),
]
