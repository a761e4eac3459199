"""`factcheck eval`: how far to trust the tool on labelled copy of your own.

In goes a folder of labelled rows, out come the figures. A file of its own as each command has.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.output import Exit, say, tell
from factcheck.cli.shared import DbOption, load_base

if TYPE_CHECKING:
    from factcheck.evaluate import Figures, Outcome


def evaluation(
    gold: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Folder with labelled *.jsonl and, for rows that name a file, pages/."),
    ],
    half: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only rows of this half, as they say themselves.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each miss with the stage that lost it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    db: DbOption = None,
) -> int:
    """Measure precision, recall, F1, flips, false alarms and coverage on labelled copy."""
    from factcheck.engine import Checker
    from factcheck.evaluate import evaluate, figures, load_rows

    try:
        rows = load_rows(gold, half)
        outcomes = evaluate(rows, gold, Checker(load_base(db)))
    except (OSError, ValueError) as error:
        tell(f"factcheck: {error}")
        return Exit.USAGE
    if not rows:
        tell(f"factcheck: {gold}: no labelled row" + (f" of half {half!r}" if half else ""))
        return Exit.USAGE
    found = figures(outcomes)
    if errors:
        say("".join(f"{line}\n" for outcome in outcomes if not outcome.right for line in _miss(outcome)) + "\n")
    say(json.dumps(_plain(found), indent=2) + "\n" if as_json else "".join(f"{line}\n" for line in _table(found)))
    return Exit.CLEAN


def _miss(outcome: Outcome) -> Iterator[str]:
    named = ", ".join(claim.assertion.id for claim in outcome.claims if claim.assertion) or "-"
    yield f"{outcome.row.id}: wanted {outcome.row.label}, got {outcome.got} ({outcome.stage}) [{named}]"
    yield f"    {outcome.row.text}"


def _plain(found: Figures) -> dict[str, object]:
    """The figures in a form that JSON can hold."""
    flat = asdict(found)
    flat["confusion"] = {f"{want} -> {got}": count for (want, got), count in found.confusion.items()}
    return flat


def _table(found: Figures) -> Iterator[str]:
    from factcheck.evaluate import LABELS

    for name in (
        "sentences",
        "accuracy",
        "macro_f1",
        "link_recall",
        "harmful_flips",
        "false_accusations",
        "non_claims_flagged",
    ):
        yield f"{name:20} {getattr(found, name)}"
    if found.not_found:
        yield f"{'not in their page':20} {found.not_found}"
    yield from ("", f"{'label':14}{'precision':>10}{'recall':>8}{'F1':>8}{'rows':>6}")
    for label, (precision, recall, f1, rows) in found.per_label.items():
        yield f"{label:14}{precision:>10}{recall:>8}{f1:>8}{rows:>6}"
    yield from ("", "wanted \\ got   " + "".join(f"{label:>14}" for label in LABELS))
    yield from (_confusion_row(want, LABELS, found) for want in LABELS)
    if found.stages:
        yield from (
            "",
            "misses by the stage that lost them:",
            *(f"  {n:4}  {stage}" for stage, n in found.stages.items()),
        )


def _confusion_row(want: str, labels: Sequence[str], found: Figures) -> str:
    return f"{want:15}" + "".join(f"{found.confusion.get((want, got), 0):>14}" for got in labels)
