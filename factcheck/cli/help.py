"""The help page: the options of `check` in groups, before the commands, because its name may be left out.

In go the commands as typer has built them, out go lines. A file of its own because typer lists options in one long row,
each switch twice.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

GROUPS = {
    "Report": "format output show max_findings market author base_url color quiet verbose",
    "Verdicts": "db fail_on strict exit_zero allow_empty select ignore suppressions baseline write_baseline",
    "What to check": "exclude force_exclude file_list stdin_filename text_column id_column max_size max_copy",
    "Run": "jobs cluster cache config isolated",
}
CLOSING = (
    "PATH is a file, a folder, or - for standard input, which is also read when no PATH is given and something is "
    "piped in. Each switch has its opposite (--no-strict), for what a configuration file turns on."
)
OFF = ("suppressions", "cache")
"""Switches that are on: the help shows how to turn them off."""


class Check(TyperCommand):
    """The command that may be left out."""

    def format_usage(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        formatter.write_usage("factcheck", "[OPTIONS] PATH… | -")

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        known = {parameter.name: parameter for parameter in self.params}
        for title, names in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([_row(known[name], ctx) for name in names.split()])
        formatter.write_paragraph()
        formatter.write_text(CLOSING)


class Root(TyperGroup):
    """All commands."""

    def format_usage(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        formatter.write_usage("factcheck", "[OPTIONS] PATH… | -")
        formatter.write_usage("factcheck", "COMMAND …", prefix="       ")

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401
        self.commands["check"].format_options(ctx, formatter)
        super().format_options(ctx, formatter)


def _row(parameter: Any, ctx: typer.Context) -> tuple[str, str]:  # noqa: ANN401  (typer's own, which it does not export)
    """The flags and the help of one option; of a switch only the side that changes something."""
    flags, help_text = parameter.get_help_record(ctx)
    if " / " in flags:
        flags = flags.split(" / ")[parameter.name in OFF]
    return flags, help_text
