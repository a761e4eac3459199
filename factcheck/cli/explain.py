"""`factcheck explain`: what stands behind an assertion, a reason, a source, or the verdict on one sentence.

In goes a name or a sentence, out comes an explanation. A file of its own as each command has.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from factcheck.cli.output import Exit, columns, say, tell, wants_colour
from factcheck.cli.shared import DbOption, load_base


def explain(
    name: Annotated[
        str | None, typer.Argument(metavar="ID|REASON|SOURCE", help="An assertion, a reason or a source.")
    ] = None,
    text: Annotated[str | None, typer.Option(help="Show how one sentence is read, matched and judged.")] = None,
    db: DbOption = None,
) -> int:
    """Explain an assertion (with its evidence), a reason, a source, or with --text the judging of a sentence."""
    from factcheck.report.explain import about_assertion, about_reason, about_source

    base = load_base(db)
    width, colour = columns(), wants_colour()
    if text is not None:
        from factcheck.engine import Checker
        from factcheck.trace import trace

        say(trace(text, Checker(base)))
        return Exit.CLEAN
    if name is None:
        raise typer.BadParameter("name an assertion, a reason or a source, or give --text", param_hint="NAME")
    from factcheck.judge import REASONS

    assertion = next((a for a in base.assertions if a.id == name), None)
    source = next((s for s in base.sources if s.id == name), None)
    if assertion is not None:
        say(about_assertion(assertion, base, width=width, colour=colour))
    elif source is not None:
        say(about_source(source, base, width=width, colour=colour))
    elif name in REASONS:
        say(about_reason(name, REASONS[name], width=width, colour=colour))
    else:
        known = [*REASONS, *(a.id for a in base.assertions), *(s.id for s in base.sources)]
        near = get_close_matches(name, known, n=3, cutoff=0.5)
        tell(f"factcheck: nothing is called {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))
        return Exit.USAGE
    return Exit.CLEAN
