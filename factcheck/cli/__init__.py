"""The command line: the only room that prints and exits, and the only one with typer.

In go arguments, out go reports on standard output, summaries and faults on standard error, and an exit code. One file
per command; a command only unpacks its options, calls the rooms above, and hands what they return to `output`.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # `typing` takes longer to import than all else here, and until `main` nobody hears Ctrl-C
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("check", "explain", "eval", "db", "config", "cache")
_OWN = ("--help", "-h", "--version", "--install-completion", "--show-completion")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; `check` is put in front where no command is named. Always raises SystemExit."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # The base and the language model stay; looking through them for garbage as often as usual takes a tenth of a run.
    gc.set_threshold(50_000)
    try:
        # Also before typer is there: whoever presses Ctrl-C early wants no traceback either.
        from factcheck.cli.app import run, run_help
        from factcheck.cli.completion import with_command_completed

        with_command_completed(os.environ)
        if not given and sys.stdin is not None and sys.stdin.isatty():
            raise SystemExit(run_help())
        raise SystemExit(run(with_command(given)))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == __package__.partition(".")[0]:
            raise  # a fault of ours, and nobody's installation
        sys.stderr.write(
            f"factcheck: the package {error.name} is not installed; `pip install -e .` installs all it needs\n"
        )
        raise SystemExit(2) from None


def with_command(arguments: list[str]) -> list[str]:
    """The arguments with the default command in front, where the first names none."""
    if not arguments:
        return ["check", "-"]
    if arguments[0] in COMMANDS or arguments[0] in _OWN:
        return arguments
    return ["check", *arguments]
