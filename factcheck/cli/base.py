"""`factcheck db …`: the expert's verbs.

In go names and folders, out go problems with their places, test outcomes, templates, counts. A file of its own as each
command has.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.completion import ids
from factcheck.cli.output import Exit, encode, say, tell
from factcheck.cli.shared import DbOption, cache_folder, folders, readable_base
from factcheck.config import nearest

if TYPE_CHECKING:
    from factcheck.db.load import Loaded
    from factcheck.db.problems import Problem

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look after the evidence base; no Python needed.")
Only = Annotated[str | None, typer.Argument(metavar="ID|TOPIC", autocompletion=ids, help="One assertion or one topic.")]


@app.command("check", short_help="Check every file: all problems at once, with a hint.")
def check_base(db: DbOption = None) -> int:
    """Check form and meaning of every file, all problems at once."""
    from factcheck.db.lint import check
    from factcheck.db.listing import overdue, totals
    from factcheck.db.load import read_base

    loaded = read_base(folders(db))
    problems = check(loaded) or _unnamed(loaded)
    for problem in problems:
        tell(problem.render())
    if problems or loaded.db is None:
        tell(f"factcheck: {len(problems):,} problem{'s' if len(problems) != 1 else ''} in the evidence base")
        return Exit.BASE
    say("The evidence base is in order.\n" + "\n".join(totals(loaded.db)) + "\n")
    say("".join(f"{line}\n" for line in overdue(loaded.db, _this_month())))
    return Exit.CLEAN


def _unnamed(loaded: Loaded) -> tuple[Problem, ...]:
    """Wordings whose subject no word names: seen only in a base that is right in all else, as it has to be read."""
    from factcheck.cache.ready import checker
    from factcheck.db.problems import in_order
    from factcheck.db.unknown import unnamed_subjects

    if loaded.db is None:
        return ()
    index = checker(loaded.db, cache_folder()).index
    return in_order(unnamed_subjects(loaded, (each for held in index.by_anchor.values() for each in held)))


@app.command("test", short_help="Judge every example: right label, right assertion.")
def test_base(
    only: Only = None,
    db: DbOption = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Show the examples that pass, too.")] = False,
) -> int:
    """Run every example against the whole base: right label and right assertion.

    A draft may be tested: only the form of the files must be right, what `db check` finds beyond that may wait.
    """
    from factcheck.db.examples import render_outcome, run_examples
    from factcheck.db.lint_wording import TO_FILL_IN
    from factcheck.db.load import load
    from factcheck.db.readings import readings, wording_faults
    from factcheck.engine import Checker

    base = load(folders(db))
    names = {name for assertion in base.assertions for name in (assertion.id, assertion.topic)}
    if only is not None and only not in names:
        tell(
            f"factcheck: no assertion or topic is called {only!r}{nearest(only, names) or ' (see: factcheck db list)'}"
        )
        return Exit.USAGE
    wanted = next((each for each in base.assertions if each.id == only), None)
    if wanted is not None and wanted.withdrawn:
        say(f"{only} is withdrawn: {wanted.withdrawn} It is not matched, so there is nothing to test.\n")
        return Exit.CLEAN
    if wanted is not None and TO_FILL_IN in wanted.says:
        tell(f"factcheck: {only} is an empty template: fill it in first (factcheck db check names every gap)")
        return Exit.BASE
    checker, passed, failed = Checker(base), 0, 0
    faults = list(wording_faults(checker, only))
    say("".join(f"{each}\n" for each in (*readings(checker, only or ""), *faults)))
    for outcome in run_examples(checker, only):
        passed, failed = passed + outcome.passed, failed + (not outcome.passed)
        if verbose or not outcome.passed or only is not None:
            say(render_outcome(outcome) + "\n")
    at_fault = f", {len(faults)} wording{'s' if len(faults) > 1 else ''} at fault" if faults else ""
    say(f"{passed:,} passed, {failed:,} failed{at_fault}\n")
    return Exit.BASE if failed or faults else Exit.CLEAN


@app.command("new")
def new_in_base(
    name: Annotated[str, typer.Argument(metavar="ID", help="topic.slug, for example exosomes.calms-redness")],
    db: Annotated[Path, typer.Option("--db", metavar="DIR", help="The base to write to.")] = Path("claims_db"),
) -> int:
    """Write a commented template for a new assertion."""
    from factcheck.db.new import NotWrittenError, new_assertion

    try:
        path = new_assertion(db, name, _this_month(), _shipped())
    except NotWrittenError as refusal:
        tell(f"factcheck: {refusal}")
        return Exit.USAGE
    say(f"{path}: fill in the template, then: factcheck db check --db {db} and factcheck db test {name} --db {db}\n")
    return Exit.CLEAN


def _shipped() -> frozenset[str]:
    """The ids of the shipped base; none while it has faults, which must not keep anybody from mending them."""
    from factcheck.db.problems import InvalidBase

    try:
        return frozenset(each.id for each in readable_base([]).assertions)
    except InvalidBase:
        return frozenset()


def _this_month() -> str:
    return date.today().strftime("%Y-%m")


@app.command("list", short_help="Count topics, assertions, sources and examples.")
def list_base(
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="The assertions of one topic.")] = None,
    db: DbOption = None,
) -> int:
    """Count topics, assertions, sources, phrasings and examples."""
    from factcheck.db.listing import listing, listing_of_topic, overdue

    base = readable_base(db)
    names = [name for name, _title in base.topics]
    if topic is not None and topic not in names:
        hint = nearest(topic, names) or f"; there are {', '.join(names)}"
        tell(f"factcheck: no topic is called {topic!r}{hint}")
        return Exit.USAGE
    say(listing(base) if topic is None else listing_of_topic(base, topic))
    for line in overdue(base, _this_month()):  # not on standard output: the list is the same whatever the date
        tell(f"factcheck: {line}")
    return Exit.CLEAN


@app.command("schema", short_help="Print the JSON Schemas for your editor.")
def schema_of_base(
    write: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the schemas into DIR/schema.")] = None,
) -> int:
    """Print the JSON Schemas that give completion and hover text in an editor."""
    from factcheck.db.schema import schemas, write_schemas

    if write is None:
        encode(exactly=True)
        say("\n".join(schemas().values()))
    else:
        say("".join(f"{path}\n" for path in write_schemas(write)) or "nothing changed\n")
    return Exit.CLEAN
