"""`factcheck PATHS…`: judge documents and report.

In go paths or standard input, out go a report and the exit code. A file of its own as each command has; it unpacks the
options, `running.py` does what they say.
"""

from __future__ import annotations

from factcheck.cli.options import (
    AllowEmpty,
    Author,
    Baseline,
    BaseUrl,
    Cache,
    Cluster,
    Color,
    Exclude,
    ExitZero,
    FailOn,
    FileList,
    ForceExclude,
    Format,
    IdColumn,
    Ignore,
    Jobs,
    Market,
    MaxCopy,
    MaxFindings,
    MaxSize,
    Output,
    Paths,
    Quiet,
    Select,
    Show,
    StdinFilename,
    Strict,
    Suppressions,
    TextColumn,
    Verbose,
    WriteBaseline,
)
from factcheck.cli.shared import ConfigOption, DbOption, IsolatedOption


def check(
    paths: Paths = None, format: Format = None, output: Output = None, db: DbOption = None, fail_on: FailOn = None,
    strict: Strict = None, exit_zero: ExitZero = None, allow_empty: AllowEmpty = None, select: Select = None,
    ignore: Ignore = None, suppressions: Suppressions = None, baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
    show: Show = None, max_findings: MaxFindings = None, market: Market = None, author: Author = None,
    base_url: BaseUrl = None, exclude: Exclude = None, force_exclude: ForceExclude = None,
    file_list: FileList = None, stdin_filename: StdinFilename = None, text_column: TextColumn = None,
    id_column: IdColumn = None, max_size: MaxSize = None, max_copy: MaxCopy = None, jobs: Jobs = None,
    cluster: Cluster = None, cache: Cache = None, color: Color = None, quiet: Quiet = None, verbose: Verbose = None,
    config: ConfigOption = None, isolated: IsolatedOption = False,
) -> int:  # fmt: skip
    """Judge the marketing claims of files, folders or standard input.

    Labels: supported, unsupported, contradicted; claims that the base does not know are counted as not covered.
    """
    flags: dict[str, object] = {
        "format": format, "db": db, "fail_on": fail_on, "strict": strict, "exit_zero": exit_zero,
        "allow_empty": allow_empty, "select": select, "ignore": ignore, "suppressions": suppressions,
        "baseline": baseline, "show": show, "market": market,
        "max_findings": max_findings, "author": author, "base_url": base_url, "exclude": exclude, "jobs": jobs,
        "force_exclude": force_exclude, "stdin_filename": stdin_filename, "text_column": text_column,
        "id_column": id_column, "max_size": max_size, "max_copy": max_copy, "cache": cache, "color": color,
        "quiet": quiet, "verbose": verbose,
    }  # fmt: skip
    from factcheck.cli.running import checked
    from factcheck.cli.shared import settings_of

    force = settings_of(flags, config, isolated=isolated)
    return checked(
        force, paths or [], file_list=file_list, output=output, write_baseline=write_baseline, cluster=cluster
    )
