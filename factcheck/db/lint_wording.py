"""Checks of assertions as their writer words them: names, phrasings, examples, dates.

Comes in: a base as read. Goes out: problems. A file of its own because these are the rules that a newcomer trips over
first; their hints are written for that moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factcheck.db.bounds import AMOUNTS, fault
from factcheck.db.load import Loaded
from factcheck.db.problems import Problem
from factcheck.db.spots import Spot, all_assertions, assertions, concepts, folded, sources, topics
from factcheck.model import Assertion, Within

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
MONTH = r"(19|20)\d\d-(0[1-9]|1[0-2])"
FEWEST_PHRASINGS = 4
FEWEST_EXAMPLES = 2
TO_FILL_IN = "FILL IN"
"""What the template of `db new` writes where the expert has to write."""
AGREES = {"supported": "supported", "contradicted": "contradicted", "unsettled": "unsupported"}
"""The label of a claim that says what the assertion says, by `evidence_says`."""


def topic_is_its_file(loaded: Loaded) -> Iterator[Problem]:
    """A topic's name is its file's name."""
    for spot in topics(loaded):
        if spot.value.topic != spot.read.name:
            message = f"the topic {spot.value.topic!r} is not the file's name {spot.read.name!r}"
            yield spot.problem(("topic",), message, "rename one of them")


def id_in_topic(loaded: Loaded) -> Iterator[Problem]:
    """An assertion's id begins with its topic."""
    for topic in topics(loaded):
        for number, each in enumerate(topic.value.assertions):
            if each.topic != topic.value.topic:
                message = f"the id {each.id!r} does not begin with the topic"
                hint = f"write {topic.value.topic}.{_slug(each.id)}"
                yield topic.problem(("assertions", number, "id"), message, hint)


def id_in_form(loaded: Loaded) -> Iterator[Problem]:
    """Ids are lower-case words joined by hyphens."""
    named: list[tuple[Spot[Any], str, str]] = []
    named += [(spot, spot.value.id, rf"{SLUG}\.{SLUG}") for spot in all_assertions(loaded)]
    named += [(spot, spot.value.id, SLUG) for spot in sources(loaded)]
    named += [(spot, spot.value.id, SLUG) for spot in concepts(loaded)]
    for spot, name, form in named:
        if not re.fullmatch(form, name):
            hint = "lower-case letters and digits joined by single hyphens"
            yield spot.problem(("id",), f"{name!r} is not in the form of an id", hint)


def months_in_form(loaded: Loaded) -> Iterator[Problem]:
    """Months are written 2025-05, and a review follows the check."""
    for spot in all_assertions(loaded):
        for key in ("as_of", "review_by"):
            month = getattr(spot.value, key)
            if month and not re.fullmatch(MONTH, month):
                yield spot.problem((key,), f"{month!r} is no month", "write it like 2025-05")
        checked, again = spot.value.as_of, spot.value.review_by
        if checked and again and again <= checked:
            yield spot.problem(("review_by",), f"the review ({again}) is not after the check ({checked})")


def bounds_in_form(loaded: Loaded) -> Iterator[Problem]:
    """Doses and times are numbers with units, so that a claim's can be compared with them."""
    bounded: list[tuple[Spot[Any], Within | None, tuple[str | int, ...]]] = []
    bounded += [(spot, spot.value.within, ("within",)) for spot in assertions(loaded)]
    bounded += [
        (topic, change.within, ("changes", number, "within"))
        for topic in topics(loaded)
        for number, change in enumerate(topic.value.changes)
    ]
    for spot, within, route in bounded:
        for key in AMOUNTS:
            held = getattr(within, key, None)
            if held and (wrong := fault(key, held)):
                yield spot.problem((*route, key), *wrong)


def filled_in(loaded: Loaded) -> Iterator[Problem]:
    """Nothing of the template is left."""
    for read in (read for base in loaded.bases for read in base.topics):
        for number, line in enumerate(read.page.lines, start=1):
            column = line.partition(" #")[0].find(TO_FILL_IN)
            if column >= 0 and not line.lstrip().startswith("#"):
                yield read.page.at(number, column + 1, "this has still to be filled in")


def enough_phrasings(loaded: Loaded) -> Iterator[Problem]:
    """An assertion is worded in several ways."""
    for spot in assertions(loaded):
        held = len(spot.value.also)
        if held < FEWEST_PHRASINGS:
            message = f"`also` holds {held} phrasing{'s' if held != 1 else ''}; {FEWEST_PHRASINGS} are the fewest"
            hint = "add a passive, a noun phrase, a label fragment, a shop's wording"
            yield spot.problem(("also",) if held else ("id",), message, hint)


def phrasing_once(loaded: Loaded) -> Iterator[Problem]:
    """A phrasing stands once in the whole base."""
    first: dict[str, tuple[str, str]] = {}
    for spot in assertions(loaded):
        for number, text in enumerate(spot.value.phrasings):
            key = folded(text).rstrip(". ")
            route = ("also", number - 1) if number else ("says",)
            if key in first and TO_FILL_IN not in text:
                owner, place = first[key]
                yield spot.problem(route, f"{owner!r} has this phrasing already, at {place}", "take one of them out")
            first.setdefault(key, (spot.value.id, spot.where(route)))


def phrasing_states(loaded: Loaded) -> Iterator[Problem]:
    """A phrasing states something; a question claims nothing."""
    for spot in assertions(loaded):
        for number, text in enumerate(spot.value.phrasings):
            if text.rstrip(' "').endswith("?"):
                route = ("also", number - 1) if number else ("says",)
                yield spot.problem(
                    route, "a question claims nothing", "word it as the statement that a page would make"
                )


def enough_examples(loaded: Loaded) -> Iterator[Problem]:
    """An assertion is tried on claims that agree with it and on near misses."""
    for spot in assertions(loaded):
        label = AGREES[spot.value.evidence_says]
        for key, why in ((label, "claims that say the same"), ("not_this", "near misses that are other claims")):
            held = len(getattr(spot.value.examples, key))
            if held < FEWEST_EXAMPLES:
                message = f"{held} example{'s' if held != 1 else ''} under `{key}`; {FEWEST_EXAMPLES} are the fewest"
                yield spot.problem(("examples", key) if held else ("examples",), message, f"add {why}", key=True)


def example_once(loaded: Loaded) -> Iterator[Problem]:
    """A sentence stands once among the examples of an assertion."""
    for spot in assertions(loaded):
        first: dict[str, str] = {}
        for key, number, sentence in _examples(spot.value):
            held = first.setdefault(folded(sentence), f"{key} {number}")
            if held != f"{key} {number}" and TO_FILL_IN not in sentence:
                route = ("known_misses", number) if key == "known_misses" else ("examples", key, number)
                message = f"this example stands under `{held.partition(' ')[0]}` already"
                yield spot.problem(route, message, "one sentence can have one verdict")


def example_possible(loaded: Loaded) -> Iterator[Problem]:
    """No example wants a label that the assertion can never give."""
    for spot in assertions(loaded):
        if spot.value.examples.contradicted and not _can_contradict(spot.value):
            message = f"{spot.value.evidence_says} on {spot.value.strength} evidence contradicts nothing"
            hint = "move the sentence to `unsupported`; contradicted needs moderate strength, a rule or `proof_lacking`"
            yield spot.problem(("examples", "contradicted"), message, hint)


def _can_contradict(assertion: Assertion) -> bool:
    """Whether any claim can come out as contradicted."""
    return assertion.proof_lacking is not None or (assertion.firm and assertion.evidence_says != "unsettled")


def _examples(assertion: Assertion) -> Iterator[tuple[str, int, str]]:
    """All example sentences with their keys and numbers."""
    for key in ("supported", "unsupported", "contradicted", "not_this"):
        for number, sentence in enumerate(getattr(assertion.examples, key)):
            yield key, number, sentence
    for number, sentence in enumerate(assertion.known_misses):
        yield "known_misses", number, sentence


def _slug(name: str) -> str:
    """The part of an id after the topic."""
    return name.partition(".")[2] or name


WORDING_LINTS = (
    topic_is_its_file,
    id_in_topic,
    id_in_form,
    months_in_form,
    bounds_in_form,
    filled_in,
    enough_phrasings,
    phrasing_once,
    phrasing_states,
    enough_examples,
    example_once,
    example_possible,
)
