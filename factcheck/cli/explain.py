"""`factcheck explain`: what stands behind an assertion, a reason, a source, or the verdict on one sentence.

In goes a name or a sentence, out comes an explanation. A file of its own as each command has.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.completion import ids
from factcheck.cli.output import Exit, columns, say, tell, wants_colour
from factcheck.cli.shared import DbOption, readable_base, settings_of
from factcheck.config import ConfigError

if TYPE_CHECKING:
    from factcheck.model import ClaimsDB


def explain(
    name: Annotated[
        str | None,
        typer.Argument(metavar="ID|REASON|SOURCE", autocompletion=ids, help="An assertion, a reason or a source."),
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="SENTENCE", help="Show how one sentence is read, matched and judged.")
    ] = None,
    db: DbOption = None,
) -> int:
    """Explain an assertion (with its evidence), a reason, a source, or with --text the judging of a sentence."""
    if (name is None) == (text is None):
        raise ConfigError("explain wants the name of an assertion, a reason or a source, or --text SENTENCE")
    colour = wants_colour(settings_of({}).settings.color)
    base = readable_base(db)
    if text is not None:
        from factcheck.engine import Checker
        from factcheck.trace import trace

        say(trace(text, Checker(base)))
        return Exit.CLEAN
    assert name is not None
    return _said(name, base, columns(), colour)


def _said(name: str, base: ClaimsDB, width: int, colour: bool) -> int:
    """Print what stands behind a name."""
    from factcheck.report.explain import about_assertion, about_reason, about_source

    assertion = next((a for a in base.assertions if a.id == name), None)
    source = next((s for s in base.sources if s.id == name), None)
    if assertion is not None:
        said = about_assertion(assertion, base, width=width, colour=colour)
    elif source is not None:
        said = about_source(source, base, width=width, colour=colour)
    else:
        from factcheck.judge import REASONS  # brings the rooms before it along, which the others do not need

        if name not in REASONS:
            tell(f"factcheck: nothing is called {name!r}{_near(name, base, REASONS)}")
            return Exit.USAGE
        said = about_reason(name, REASONS[name], width=width, colour=colour)
    say(said.rstrip("\n") + "\n")
    return Exit.CLEAN


def _near(name: str, base: ClaimsDB, reasons: Iterable[str]) -> str:
    """What may have been meant; a topic has its own command."""
    if name in {topic for topic, _title in base.topics}:
        return f"; for the assertions of a topic: factcheck db list --topic {name}"
    known = [*reasons, *(a.id for a in base.assertions), *(s.id for s in base.sources)]
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"; did you mean {', '.join(near)}?" if near else ""
