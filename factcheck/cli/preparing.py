"""What is decided and refused before a run begins.

In go settings and paths, out come the format, the baseline and doubts, or a ConfigError. A file of its own because
hours of work must not end in something that could be seen at the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import OutputError, unwritable
from factcheck.config import ConfigError, InForce, Settings, nearest
from factcheck.report import FORMATS, Format
from factcheck.report.parquet import has_parquet
from factcheck.waive import unmatched

if TYPE_CHECKING:
    from factcheck import baseline as accepted


def format_of(force: InForce, output: Path | None) -> Format:
    """The format asked for; if none is, the one that the ending of the report's file tells."""
    name = force.settings.format
    if output is not None and output.suffix.lower() == ".parquet":
        return _for_parquet(force)
    if force.origins["format"] == "default" and output is not None:
        ending = output.suffix.lstrip(".").lower()
        name = next((made.name for made in FORMATS.values() if made.extension == ending), name)
    if name not in FORMATS:
        raise ConfigError(
            f"{force.origins['format']}: {name!r} is not one of {', '.join(FORMATS)}{nearest(name, FORMATS)}"
        )
    return FORMATS[name]


def _for_parquet(force: InForce) -> Format:
    """A Parquet file holds what jsonl holds, one claim a row; raises ConfigError if it is to hold something else."""
    if force.origins["format"].startswith("-") and force.settings.format != "jsonl":
        raise ConfigError(f"{force.origins['format']}: a .parquet file can only hold jsonl; leave the format out")
    if not has_parquet():
        raise ConfigError("writing Parquet needs the extra factcheck-claims[parquet]")
    return FORMATS["jsonl"]


def refuse(
    settings: Settings, made: Format, targets: Sequence[Path], output: Path | None, write_baseline: Path | None
) -> None:
    """Everything that would make the run's work useless, before it begins; raises ConfigError."""
    if made.name == "claimreview" and not (settings.author or "").strip():
        raise ConfigError("claimreview needs --author: a review names who answers for it")
    if write_baseline is not None and output is not None:
        raise ConfigError("--write-baseline writes no report: leave out --output, or run again with --baseline")
    for path in (output, write_baseline):
        if path is not None and path.resolve() in {target.resolve() for target in targets}:
            raise ConfigError(f"{path} is an input; writing the report there would destroy it")
        streamed = made.stream is not None and path is output
        if path is not None and (wrong := unwritable(path, streamed=streamed)):
            raise OutputError(wrong)


def refuse_selectors(selectors: Sequence[str], known: set[str]) -> None:
    """Selectors that fit nothing are misspelt, and would make a run look clean."""
    if not selectors:
        return
    from factcheck.judge import REASONS

    names = known | set(REASONS)
    for selector in unmatched(selectors, names):
        hint = nearest(selector, names | {name.partition(".")[0] for name in names})
        raise ConfigError(f"no assertion, topic or reason begins with {selector!r}{hint}")


def doubts(force: InForce, made: Format, *, accepting: bool) -> Iterator[str]:
    """What was said and has no effect: misspelt variables, strictness about what does not fail a run."""
    yield from force.doubts
    settings = force.settings
    if settings.strict and settings.fail_on == "contradicted" and not accepting and made.name != "junit":
        yield f"{force.origins['strict']}: strict changes nothing without --fail-on unsupported"


def baseline_in(path: Path | None) -> accepted.Baseline | None:
    """The baseline in a file; raises ConfigError."""
    if path is None:
        return None
    from factcheck import baseline as accepted

    try:
        return accepted.read(path)
    except OSError as error:
        raise ConfigError(f"--baseline {path}: {(error.strerror or str(error)).lower()}") from None
    except accepted.BaselineError as error:
        raise ConfigError(str(error)) from None
