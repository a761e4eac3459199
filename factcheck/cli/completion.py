"""What a shell offers when Tab is pressed.

In go the words so far, out go words that fit. A file of its own because the shell does not know that `check` may be
left out, and because ids must be offered without loading more than the base.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping

from factcheck.cli import COMMANDS

WORDS = {"complete_bash": "COMP_WORDS", "complete_zsh": "_TYPER_COMPLETE_ARGS", "complete_fish": "_TYPER_COMPLETE_ARGS"}
"""The variables in which the shells hand over the line."""


def with_command_completed(environ: MutableMapping[str, str]) -> None:
    """Put `check` into the line that a shell wants completed, where it is left out as on the command line."""
    variable = WORDS.get(environ.get("_FACTCHECK_COMPLETE", ""), "")
    line = environ.get(variable, "")
    words = line.split()
    begun = len(words) > 2 or line[-1:].isspace() or (words[-1:] and words[-1].startswith("-"))
    if len(words) < 2 or not begun or words[1] in COMMANDS:
        return
    environ[variable] = re.sub(r"^(\s*\S+)(\s+)", r"\1\2check\2", line, count=1)
    if environ.get("COMP_CWORD", "").isdecimal():
        environ["COMP_CWORD"] = str(int(environ["COMP_CWORD"]) + 1)


def choices(name: str) -> Callable[[str], list[str]]:
    """Completion for a setting whose values are fixed."""

    def fitting(incomplete: str) -> list[str]:
        from factcheck.config import choices_of

        return [choice for choice in choices_of(name) if choice.startswith(incomplete)]

    return fitting


def formats(incomplete: str) -> list[str]:
    """The report formats that fit."""
    from factcheck.report import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def ids(incomplete: str) -> list[str]:
    """Assertions, reasons and sources that fit."""
    from factcheck.cli.shared import readable_base
    from factcheck.judge import REASONS

    base = readable_base(None)
    known = [*(a.id for a in base.assertions), *REASONS, *(s.id for s in base.sources)]
    return [name for name in known if name.startswith(incomplete)]
