"""`factcheck config` and `factcheck cache`: what is in force, and what is kept.

In go nothing or a file's name, out go settings with their origins, or the state of the cache. A file of its own because
neither looks at any copy.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import typer

from factcheck.cli.output import Exit, OutputError, encode, say, tell
from factcheck.cli.shared import ConfigOption, IsolatedOption, cache_folder, settings_of
from factcheck.config import InForce, key_of, kinds, shortened

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at or clear the results that are kept.")


def settings(config: ConfigOption = None, isolated: IsolatedOption = False) -> int:
    """Print the settings in force and where each comes from; the output is a valid factcheck.toml."""
    force = settings_of({}, config, isolated=isolated)
    encode(exactly=True)  # TOML is UTF-8
    say("".join(f"{line}\n" for line in _lines(force)))
    for doubt in force.doubts:
        tell(f"factcheck: {doubt}")
    return Exit.CLEAN


def _lines(force: InForce) -> Iterator[str]:
    yield f"# settings from {shortened(force.file)}" if force.file else "# no configuration file holds here"
    values = {name: getattr(force.settings, name) for name in kinds()}
    rows = [(_written(key_of(name), value), force.origins[name]) for name, value in values.items()]
    wide = min(max(len(row) for row, _origin in rows), 48)
    yield from (f"{row:{wide}}  # {origin}" for row, origin in rows)


def _written(key: str, value: object) -> str:
    """A setting as the file would hold it; one without a value as a comment."""
    if value is None:
        return f"# {key} ="
    if isinstance(value, tuple):
        return f"{key} = [{', '.join(_quoted(each) for each in value)}]"
    return f"{key} = {_quoted(value)}"


def _quoted(value: object) -> str:
    if isinstance(value, (bool, int)):
        return str(value).lower()
    return json.dumps(str(value), ensure_ascii=False)


@app.command("show")
def show_cache() -> int:
    """Say where results are kept, how many, and how much room they take."""
    from factcheck.cache import held

    now = held(cache_folder())
    say(f"{cache_folder()}: {now.results:,} results, {now.size / 1e6:.1f} MB\n")
    return Exit.CLEAN


@app.command("clear")
def clear_cache() -> int:
    """Throw away what is kept; the next run works everything out anew."""
    from factcheck.cache import clear

    try:
        freed = clear(cache_folder())
    except OSError as error:
        raise OutputError(f"{error.filename or cache_folder()}: {(error.strerror or str(error)).lower()}") from None
    say(f"{cache_folder()}: {freed / 1e6:.1f} MB freed\n")
    return Exit.CLEAN
