"""All commands in one application, and what becomes of anything that goes wrong in them.

In go arguments, out comes the exit code. A file of its own so that each command file stays about its command.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from errno import ENOSPC
from typing import Any

import typer

from factcheck import __version__
from factcheck.cli.help import Check, Root
from factcheck.cli.output import ClosedPipe, Exit, OutputError, drop, encode, flush, say, tell
from factcheck.config import ConfigError
from factcheck.db.problems import InvalidBase

SHOWN = 5
"""Problems of the base that a run names before it points to `factcheck db check`."""


EPILOG = (
    "Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 usage or input that was not checked, "
    "3 invalid evidence base, 4 internal or output error, 130 interrupted. A file named like a command is reached as "
    "./NAME."
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"factcheck {__version__}\n")
        raise typer.Exit


def about(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Judge the marketing claims of files, folders or standard input against an evidence base, offline."""


def _add_check(app: typer.Typer) -> None:
    from factcheck.cli.check import check

    app.command("check", cls=Check, short_help="Judge marketing claims (the default).")(check)


def _add_explain(app: typer.Typer) -> None:
    from factcheck.cli.explain import explain

    app.command("explain", short_help="Explain an id, a reason, a source or a verdict.")(explain)


def _add_eval(app: typer.Typer) -> None:
    from factcheck.cli.evaluation import evaluation

    app.command("eval", short_help="Measure it on labelled copy of your own.")(evaluation)


def _add_db(app: typer.Typer) -> None:
    from factcheck.cli.base import app as base_app

    app.add_typer(base_app, name="db", short_help="Look after the evidence base.")


def _add_config(app: typer.Typer) -> None:
    from factcheck.cli.setup import settings

    app.command("config", short_help="Print the settings in force.")(settings)


def _add_cache(app: typer.Typer) -> None:
    from factcheck.cli.setup import app as cache_app

    app.add_typer(cache_app, name="cache", short_help="Look at or clear what is kept.")


ADDING: dict[str, Callable[[typer.Typer], None]] = {
    "check": _add_check,
    "explain": _add_explain,
    "eval": _add_eval,
    "db": _add_db,
    "config": _add_config,
    "cache": _add_cache,
}


def application(named: str | None) -> typer.Typer:
    """The application with the command that is named, or with all: making all takes as long as a short command runs."""
    app = typer.Typer(
        cls=Root,
        add_completion=named is None,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(epilog=EPILOG)(about)
    for add in ADDING.values() if named is None else (ADDING[named],):
        add(app)
    return app


def run_help() -> int:
    """No argument and nobody to read from: the help, and the exit code of wrong usage."""
    with redirect_stdout(sys.stderr):
        return max(run(["--help"]), Exit.USAGE)


def run(arguments: list[str]) -> int:
    """The exit code of one run; nothing escapes but what the operating system insists on."""
    encode(exactly=False)
    try:
        status = _run(arguments)
        flush()
        return status
    except ClosedPipe:
        drop()
        return Exit.CLEAN
    except OutputError as error:
        drop()
        tell(f"factcheck: {error}")
        return Exit.INTERNAL


def _run(arguments: list[str]) -> int:
    try:
        completing = "_FACTCHECK_COMPLETE" in os.environ
        app = application(arguments[0] if arguments[0] in ADDING and not completing else None)
        status = int(app(arguments, prog_name="factcheck", standalone_mode=False) or 0)
        if status == Exit.INTERRUPTED:
            tell("factcheck: interrupted")
        return status
    except (ClosedPipe, OutputError):
        raise
    except (KeyboardInterrupt, typer.Abort):  # older versions of the library; newer ones return the code themselves
        tell("factcheck: interrupted")
        return Exit.INTERRUPTED
    except InvalidBase as invalid:
        return _invalid(invalid)
    except ConfigError as error:
        tell(f"factcheck: {error}")
        return Exit.USAGE
    except typer.Exit as stop:
        return stop.exit_code
    except SystemExit as ended:
        # The library's answer to a help page that nobody reads to its end.
        if isinstance(ended.__context__, BrokenPipeError):
            raise ClosedPipe from None
        raise
    except Exception as error:
        return _failed(error)


def _invalid(invalid: InvalidBase) -> int:
    """The first problems of the base; an expert's tool for all of them is `db check`."""
    for problem in invalid.problems[:SHOWN]:
        tell(problem.render())
    count = len(invalid.problems)
    rest = f"; the first {SHOWN} are above, for all of them: factcheck db check" if count > SHOWN else ""
    tell(f"factcheck: the evidence base is not valid: {count:,} problem{'s' if count != 1 else ''}{rest}")
    return Exit.BASE


def _failed(error: Exception) -> int:
    """Usage errors carry their own message; anything else is ours, in one line."""
    if type(error).__name__ == "NoArgsIsHelpError":
        tell(str(error).rstrip())
        return Exit.USAGE
    if hasattr(error, "format_message"):
        tell(f"factcheck: {_in_one_line(error)}")
        return Exit.USAGE
    if os.environ.get("FACTCHECK_DEBUG"):
        import traceback  # takes longer to import than a short command's first steps

        tell("".join(traceback.format_exception(error)).rstrip())
        return Exit.INTERNAL
    if isinstance(error, OSError):
        what = error.filename or ("standard output" if error.errno == ENOSPC else type(error).__name__)
        tell(f"factcheck: {what}: {(error.strerror or str(error)).lower()}")
        return Exit.INTERNAL
    said = " ".join(str(error).split())[:300]
    tell(f"factcheck: internal error: {type(error).__name__}: {said} (set FACTCHECK_DEBUG=1 to see where)")
    return Exit.INTERNAL


def _in_one_line(error: Any) -> str:  # noqa: ANN401  (typer's own, which it does not export)
    """What was wrong with the command line, and what may have been meant."""
    name = getattr(error, "option_name", None)
    if type(error).__name__ == "NoSuchOption" and name:
        near = [each for each in error.possibilities or () if each.startswith("--")]
        return f"no such option: {name}" + (f"; did you mean {near[0]}?" if near else " (see: factcheck --help)")
    said = " ".join(error.format_message().split()).rstrip(".")
    return said[:1].lower() + said[1:]
