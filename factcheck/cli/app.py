"""All commands in one application, and what becomes of anything that goes wrong in them.

In go arguments, out comes the exit code. A file of its own so that each command file stays about its command.
"""

from __future__ import annotations

import os
import sys

import typer

from factcheck import __version__
from factcheck.cli.base import app as base_app
from factcheck.cli.check import check
from factcheck.cli.evaluation import evaluation
from factcheck.cli.explain import explain
from factcheck.cli.output import Exit, say, tell
from factcheck.db.problems import InvalidBase

app = typer.Typer(
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check)
app.command("explain")(explain)
app.command("eval")(evaluation)
app.add_typer(base_app, name="db")


def _version(wanted: bool) -> None:
    if wanted:
        say(f"factcheck {__version__}\n")
        raise typer.Exit


@app.callback(
    epilog="`factcheck PATHS…` is short for `factcheck check PATHS…`; `factcheck check --help` shows its options. "
    "A file named like a command is reached as ./NAME."
)
def about(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Judge the marketing claims of a page against an evidence base, offline, with citations."""


def run(arguments: list[str]) -> int:
    """The exit code of one run; nothing escapes but what the operating system insists on."""
    try:
        status = app(arguments, standalone_mode=False)
        sys.stdout.flush()
        return int(status or 0)
    except KeyboardInterrupt:
        tell("factcheck: interrupted")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.CLEAN
    except InvalidBase as invalid:
        for problem in invalid.problems:
            tell(problem.render())
        tell(f"factcheck: the evidence base is not valid ({len(invalid.problems)} problems)")
        return Exit.BASE
    except OSError as error:
        tell(f"factcheck: {error.filename or 'output'}: {error.strerror or error}")
        return Exit.INTERNAL
    except typer.Exit as stop:
        return stop.exit_code
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> int:
    """Usage errors carry their own message and code; anything else is ours, in one line."""
    show = getattr(error, "show", None)
    if callable(show):
        show()
        return Exit.USAGE
    if type(error).__name__ == "Abort":
        return Exit.INTERRUPTED
    if os.environ.get("FACTCHECK_DEBUG"):
        raise error
    tell(f"factcheck: internal error: {type(error).__name__}: {error} (set FACTCHECK_DEBUG=1 to see where)")
    return Exit.INTERNAL
