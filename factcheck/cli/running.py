"""One run of `check`: from the settings in force to the report, what is said beside it, and the exit code.

In go settings and the words of the command line, out comes the code. A file of its own so that the command's long list
of options and the course of a run can each be read alone.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli import inputs, progress
from factcheck.cli.outcome import Outcome, listed
from factcheck.cli.output import (
    Write,
    columns,
    encode,
    flush,
    on_terminal,
    save,
    tell,
    wants_colour,
    written,
)
from factcheck.cli.preparing import baseline_in, doubts, format_of, refuse, refuse_selectors
from factcheck.cli.shared import cache_folder, load_base
from factcheck.config import ConfigError, InForce, Settings
from factcheck.model import Checked, ClaimsDB, InputError
from factcheck.read.formats import is_table
from factcheck.report import Format, Options
from factcheck.report.safe import visible
from factcheck.report.whole import report_of
from factcheck.report.words import counted, flagged
from factcheck.waive import chosen, is_chosen, without_waivers

if TYPE_CHECKING:
    from factcheck import baseline as accepted

Result = Checked | InputError
FOR_PEOPLE = ("text", "compact", "markdown")
"""Formats that say themselves what could not be checked, in words."""


def checked(
    force: InForce,
    paths: Sequence[str],
    *,
    file_list: str | None,
    output: Path | None,
    write_baseline: Path | None,
    cluster: str | None = None,
) -> int:
    """Judge everything and report."""
    settings = force.settings
    made = format_of(force, output)
    targets = list(inputs.named(paths, file_list))
    refuse(settings, made, targets, output, write_baseline)
    held = baseline_in(settings.baseline) if write_baseline is None else None
    base = load_base(list(settings.db))
    known = {assertion.id for assertion in base.assertions}
    refuse_selectors([*settings.select, *settings.ignore], known)
    _begin(force, base, doubts(force, made, accepting=write_baseline is not None))
    outcome, apart = Outcome(), (output, write_baseline, settings.baseline)
    found = inputs.files(targets, settings, force.root, apart, outcome.passed)
    drawn = not (made.stream and output is None and on_terminal())
    results = _results(found, settings, base, drawn=drawn, cluster=cluster)
    if write_baseline is not None:
        return _accepted(results, settings, write_baseline, outcome)
    begun = time.monotonic()
    with closing(results):
        told = (_kept(result, settings, held) for result in results)
        _report(told, outcome, made, settings, base, output)
    in_sight = output is None and on_terminal() and made.name in FOR_PEOPLE
    noted = in_sight and made.stream is None  # a line a finding leaves no room for them
    _end(outcome, settings, held, in_sight=in_sight, noted=noted, seconds=time.monotonic() - begun)
    return outcome.code(settings)


# ------------------------------------------------------------------ on the way


def _begin(force: InForce, base: ClaimsDB, doubts: Iterable[str]) -> None:
    """What a reader of the log wants to know first."""
    if force.settings.quiet:
        return
    for doubt in doubts:
        tell(f"factcheck: {doubt}")
    if force.settings.verbose:
        tell(f"factcheck: settings from {force.file or 'no file'}; evidence base {base.digest[:19]}")


def _results(
    found: Iterable[Path | InputError], settings: Settings, base: ClaimsDB, *, drawn: bool, cluster: str | None
) -> Generator[Result, None, None]:
    """Every result in order; for a person who waits, with a line that says how far it has come."""
    from factcheck.batch import check_files

    total = None
    if drawn := drawn and progress.wanted() and not settings.quiet:
        found = list(found)
        tables = any(isinstance(path, Path) and is_table(path) for path in found)
        total = None if tables else len(found)
    reading, kept = inputs.reading_of(settings), cache_folder()
    if cluster is None:
        results = check_files(found, reading, base, jobs=settings.jobs, cache=kept, results=settings.cache)
    else:
        try:
            from factcheck.cluster import check_on_cluster
        except ImportError:
            raise ConfigError("--cluster needs the extra factcheck-claims[cluster]") from None
        results = check_on_cluster(found, reading, base, cluster, cache=kept, results=settings.cache)
    yield from progress.watched(results, total) if drawn else results


def _kept(result: Result, settings: Settings, held: accepted.Baseline | None) -> Result:
    """A result with only the claims that this run reports."""
    if isinstance(result, InputError):
        return result
    document = result if settings.suppressions else without_waivers(result)
    document = chosen(document, settings.select, settings.ignore)
    return held.without_known(document) if held is not None else document


def _report(
    results: Iterable[Result], outcome: Outcome, made: Format, settings: Settings, base: ClaimsDB, output: Path | None
) -> None:
    """Write the report, document by document where the format can."""
    options = _options(settings, output)
    if output is None and made.name not in ("text", "compact"):
        encode(exactly=True)
    documents: list[Checked] = []
    results = _begun(results)
    with written(output, streamed=made.stream is not None) as write:
        keep = _streaming(made, options, write) if made.stream else documents.append
        for result in results:
            outcome.add(result)
            if isinstance(result, Checked):
                keep(result)
        report = report_of(documents, outcome.errors, base)
        write(made.stream.tail(report, options) if made.stream else made.render(report, options))


def _begun(results: Iterable[Result]) -> Iterator[Result]:
    """The results with the first at hand: a run that cannot even begin leaves the last report as it is."""
    rest = iter(results)
    return chain(list(islice(rest, 1)), rest)


def _streaming(made: Format, options: Options, write: Write) -> Callable[[Checked], None]:
    """A way to write one document after the other; the limit on findings is that of the whole run."""
    stream, left = made.stream, options.max_findings
    assert stream is not None
    write(stream.head(options))

    def keep(document: Checked) -> None:
        nonlocal left
        rows = "".join(stream.rows(document, replace(options, max_findings=left)))
        left = None if left is None else max(left - len(flagged(document.claims)), 0)
        if rows:
            write(rows)
            flush()

    return keep


def _options(settings: Settings, output: Path | None) -> Options:
    return Options(
        colour=settings.color == "always" or (output is None and wants_colour(settings.color)),
        width=columns() if output is None else 100,
        show=settings.show,
        markets=settings.market,
        verbose=settings.verbose,
        author=settings.author,
        max_findings=settings.max_findings,
        base_url=settings.base_url,
        fail_on=settings.fail_on,
        strict=settings.strict,
        root=Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).as_posix(),
        here=Path.cwd().as_posix(),
        to_file=output is not None,
    )


def _accepted(results: Generator[Result, None, None], settings: Settings, path: Path, outcome: Outcome) -> int:
    """Write what a run finds as a baseline instead of reporting it."""
    from factcheck import baseline as accepted

    collected = accepted.Collected(path.resolve().parent, strict=settings.strict)
    with closing(results):
        for result in (_kept(each, settings, None) for each in results):
            outcome.add(result)
            if isinstance(result, Checked):
                collected.add(result)
    save(collected.text(), path)
    _tell_all([f"{visible(error.name)}: {visible(error.message)}" for error in outcome.errors])
    if not settings.quiet:
        _tell_all([*outcome.read, *outcome.passed])
        sums = f"{counted(len(collected), 'finding')} of {counted(outcome.documents, 'document')}"
        tell(f"factcheck: {sums} written to {path}")
    return outcome.code(replace(settings, exit_zero=True))


# ------------------------------------------------------------------ after


def _end(
    outcome: Outcome,
    settings: Settings,
    held: accepted.Baseline | None,
    *,
    in_sight: bool,
    noted: bool,
    seconds: float,
) -> None:
    """What stands beside the report: entries and notes that are out of date, what could not be checked, the sum.

    in_sight: the one who waits sees in the report what could not be checked; noted: and what was noted while reading.
    """
    flush()
    if not in_sight:
        _tell_all([f"{visible(error.name)}: {visible(error.message)}" for error in outcome.errors])
    if settings.quiet:
        return
    if not noted:
        _tell_all([*outcome.read])
    _tell_all(outcome.passed)
    if not in_sight:
        _tell_all(outcome.notes)
    if held is not None:
        _tell_all([_stale(each) for each in held.stale(lambda name: is_chosen(name, settings.select, settings.ignore))])
    tell(f"factcheck: {outcome.summary(settings)}" + (f" in {seconds:.1f} s" if settings.verbose else ""))


def _stale(stale: accepted.Stale) -> str:
    """An entry of the baseline that nothing answers to any more."""
    entry = stale.entry
    times = f" ({stale.times} times)" if stale.times > 1 else ""
    said = f"{visible(stale.name)}: {entry.id}: “{visible(stale.sentence)}”"
    return f"the baseline holds what is not found any more: {said}{times}"


def _tell_all(lines: list[str]) -> None:
    for line in listed(lines):
        tell(f"factcheck: {line}")
