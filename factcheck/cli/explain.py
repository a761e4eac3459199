"""`factcheck explain`: what stands behind an assertion, a reason, a source, a word, or the verdict on one sentence.

In goes a name or a sentence, out comes an explanation. A file of its own as each command has.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from factcheck.cli.completion import ids
from factcheck.cli.output import Exit, columns, say, tell, wants_colour
from factcheck.cli.shared import DbOption, cache_folder, readable_base, settings_of
from factcheck.config import ConfigError
from factcheck.model.terms import Setting

if TYPE_CHECKING:
    from factcheck.model import ClaimsDB

SHORTEST = 6
"""Letters of a part by which a name is offered."""
NEAR = 0.8
"""How like a name must be to be offered for another; ids of one topic are all a little alike."""


def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="ID|REASON|SOURCE|WORD",
            autocompletion=ids,
            help="An assertion, a reason, a label, a source, or a word of the lexicon.",
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="SENTENCE", help="Show how one sentence is read, matched and judged.")
    ] = None,
    db: DbOption = None,
) -> int:
    """Explain an assertion (with its evidence), a reason, a label, a source or a word of the lexicon.

    With --text: the judging of a sentence.
    """
    if (name is None) == (text is None):
        raise ConfigError("explain wants the name of an assertion, a reason or a source, or --text SENTENCE")
    if text is not None and not text.strip():
        raise ConfigError("--text is empty: it wants a sentence")
    colour = wants_colour(settings_of({}).settings.color)
    base = readable_base(db)
    if text is not None:
        from factcheck.engine import Checker
        from factcheck.trace import trace

        say(trace(text, Checker(base)))
        return Exit.CLEAN
    assert name is not None
    said = _said(name, base, columns(), colour)
    if said is None:
        tell(f"factcheck: nothing is called {name!r}{_near(name, base)}")
        return Exit.USAGE
    say(said.rstrip("\n") + "\n")
    return Exit.CLEAN


def _said(name: str, base: ClaimsDB, width: int, colour: bool) -> str | None:
    """What stands behind a name; none if nothing is called so."""
    from factcheck.report.explain import about_assertion, about_label, about_reason, about_source
    from factcheck.report.words import LABELS

    assertion = next((a for a in base.assertions if a.id == name), None)
    if assertion is not None:
        return about_assertion(assertion, base, width=width, colour=colour)
    source = next((s for s in base.sources if s.id == name), None)
    if source is not None:
        return about_source(source, base, width=width, colour=colour)
    label = next((each for each in LABELS if each == name.lower().replace("-", "_").replace(" ", "_")), None)
    if label is not None:
        return about_label(label, width=width, colour=colour)
    from factcheck.judge import REASONS  # brings the rooms before it along, which the others do not need

    if name in REASONS:
        return about_reason(name, REASONS[name], width=width, colour=colour)
    return "\n".join((*_setting(name, base, width), *_concepts(name, base, width, colour))) or None


def _setting(name: str, base: ClaimsDB, width: int) -> Iterator[str]:
    """What names a setting, if it is one."""
    from factcheck.report.explain import about_setting

    if name in get_args(Setting):
        concepts = [each.id for each in base.lexicon.concepts if each.setting == name]
        cues = [form.lstrip("=") for rule in base.lexicon.cues if rule.setting == name for form in rule.forms]
        yield about_setting(name, concepts, cues, width=width)


def _concepts(word: str, base: ClaimsDB, width: int, colour: bool) -> Iterator[str]:
    """The concepts that a word names, each with the assertions that ask for it."""
    from factcheck.cache.ready import checker
    from factcheck.db.lookup import excluding, named, narrower, users
    from factcheck.report.explain import about_concept

    found = named(word, base.lexicon)
    index = checker(base, cache_folder()).index if found else None
    for concept in found:
        asking = users(concept.id, index) if index else ()
        kinds, barred = narrower(concept.id, base.lexicon), excluding(concept.id, base)
        yield about_concept(concept, kinds, asking, barred, width=width, colour=colour)


def _near(name: str, base: ClaimsDB) -> str:
    """What may have been meant; a topic has its own command."""
    from factcheck.db.lookup import holding
    from factcheck.judge import REASONS

    if name in {topic for topic, _title in base.topics}:
        return f"; for the assertions of a topic: factcheck db list --topic {name}"
    known = [*REASONS, *(a.id for a in base.assertions), *(s.id for s in base.sources)]
    part_of = [each for each in known if len(name) >= SHORTEST and name in each]
    if near := part_of[:3] or get_close_matches(name, known, n=3, cutoff=NEAR):
        return f"; did you mean {', '.join(near)}?"
    held = ", ".join(f'"{form}" ({concept})' for form, concept in holding(name, base.lexicon))
    return f"; wordings with it in them: {held}" if held else "; the lexicon does not know the word either"
