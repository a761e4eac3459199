"""How the wordings of assertions are read, and those that do harm by what they are read as.

Comes in: a checker made of the base. Goes out: for each wording what it names and which of its words nobody knows;
and the wordings at fault. A file of its own because a wording matches by what the lexicon makes of it and by nothing
else: an expert must be able to see that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.db.lint_wording import TO_FILL_IN
from factcheck.db.unknown import advice, tags_of, unknown_words, unnamed
from factcheck.named import TIMING, UMBRELLA

if TYPE_CHECKING:
    from factcheck.engine import Checker
    from factcheck.match.phrasing import Phrasing, Requirement

NOTHING_NAMED = "the lexicon knows nothing in it but its subject, so it can match nothing: add its words to lexicon/"
BOTH_WAYS = "both name the same things and one denies them, so no claim can be told from its denial: word both one way"
BESIDE_THE_POINT = "what is known in it says only when, where or for whom, so it would match every claim that says so: "
TO_BE_FILLED_IN = "this has still to be filled in: write a wording over it"
CIRCUMSTANCES = ("time", "people", "body")
"""Kinds of concept that say when, for whom or where."""


def readings(checker: Checker, name: str) -> Iterator[str]:
    """The wordings of an assertion, each with the concepts that it is read as and the words that nobody knows."""
    held = {p.text: p for p in _phrasings(checker) if p.assertion.id == name}
    for assertion in (each for each in checker.db.assertions if each.id == name and not each.withdrawn):
        for text in assertion.phrasings:
            yield "\n".join((f"read  {name}  (wording)", *_lines(text, held.get(text), checker)))


def _lines(text: str, phrasing: Phrasing | None, checker: Checker) -> Iterator[str]:
    """A wording as it is shown: its text, what a claim must hold to match it, what else is known in it, what is not."""
    from factcheck.language.tokens import words

    reading = phrasing.reading if phrasing else checker.reader.read(words(text))
    asked = _requirements(phrasing) if phrasing else ()
    counted = {r.concept for r in asked}
    beside = [f"{m.concept} ({'effect' if m.kind == 'effect' else 'general'})" for m in reading.mentions]
    beside = [name for name, m in zip(beside, reading.mentions, strict=True) if m.concept not in counted]
    yield f"      phrasing  {text}"
    yield f"      read as   {' + '.join(dict.fromkeys(map(_named, asked))) or 'nothing that a claim is matched by'}"
    if beside:
        yield f"      beside    {', '.join(dict.fromkeys(beside))}"
    if unknown := unknown_words(text, reading):
        yield f"      unknown   {', '.join(unknown)}"


def _named(requirement: Requirement) -> str:
    """What a claim must hold, in words."""
    extras = [requirement.change] if requirement.change else []
    extras += ["in full"] if requirement.full else []
    extras += [requirement.role] if requirement.role != "main" else []
    extras += ["or no subject at all"] if requirement.concept == UMBRELLA else []
    return f"{requirement.concept} ({', '.join(extras)})" if extras else requirement.concept


# ------------------------------------------------------------------ wordings at fault


def wording_faults(checker: Checker, only: str | None = None) -> Iterator[str]:
    """Phrasings that can match nothing, that would match far too much, or that deny what another one says."""
    wanted = [p for p in _phrasings(checker) if _among(p.assertion.id, only)]
    for name, text in checker.index.empty:
        if _among(name, only):
            yield _fault(name, text, "", NOTHING_NAMED)
    for phrasing in wanted:
        if TO_FILL_IN in phrasing.text:
            yield _fault(phrasing.assertion.id, phrasing.text, "", TO_BE_FILLED_IN)
        elif words := unnamed(phrasing):
            yield _fault(phrasing.assertion.id, phrasing.text, "", advice(words))
        elif unknown := _missed(phrasing, checker):
            shown = ", ".join(f'"{word}"' for word in unknown)
            yield _fault(phrasing.assertion.id, phrasing.text, "", f"{BESIDE_THE_POINT}give the lexicon {shown}")
    yield from _denials(wanted)


def _denials(phrasings: list[Phrasing]) -> Iterator[str]:
    """Phrasings that name the same as another of their assertion and deny it."""
    from factcheck.qualify.reach import polarity

    signs: dict[object, tuple[bool, str]] = {}
    for phrasing in phrasings:
        parts = frozenset((r.concept, r.role, r.change) for r in _requirements(phrasing))
        sign, text = signs.setdefault((phrasing.assertion.id, parts), (polarity(phrasing), phrasing.text))
        if sign != polarity(phrasing):
            yield _fault(phrasing.assertion.id, phrasing.text, text, BOTH_WAYS)


def _missed(phrasing: Phrasing, checker: Checker) -> tuple[str, ...]:
    """The unknown words of a phrasing of which only circumstances are known; none if more is known."""
    if phrasing.quantities or not all(_may_be_circumstance(r) for r in (phrasing.anchor, *phrasing.others)):
        return ()
    if not all(_circumstance(r, phrasing, checker) for r in (phrasing.anchor, *phrasing.others)):
        return ()
    return unknown_words(phrasing.text, phrasing.reading)


def _may_be_circumstance(requirement: Requirement) -> bool:
    """What can be told without grammar, which is slow."""
    return requirement.change is None and requirement.kind in (*CIRCUMSTANCES, "other")


def _circumstance(requirement: Requirement, phrasing: Phrasing, checker: Checker) -> bool:
    """Whether a concept only says when, how soon, or (of any cosmetic whatever) where or for whom."""
    if requirement.kind in CIRCUMSTANCES:
        return requirement.kind == "time" or all(r.kind == "product" for r in phrasing.subjects)
    if not checker.reader.closure(requirement.concept).isdisjoint(TIMING):
        return True
    tags, words = tags_of(phrasing.text), phrasing.reading.words
    said = [m for m in phrasing.reading.mentions if m.concept == requirement.concept]
    spoken = [tags.get(words.starts[i], "") for m in said for i in range(m.first, m.last)]
    return bool(spoken) and all(tag.startswith("RB") for tag in spoken)


def _phrasings(checker: Checker) -> Iterator[Phrasing]:
    """All phrasings that can match."""
    return (phrasing for held in checker.index.by_anchor.values() for phrasing in held)


def _requirements(phrasing: Phrasing) -> tuple[Requirement, ...]:
    """Everything that a claim must hold."""
    return (*phrasing.subjects, phrasing.anchor, *phrasing.others)


def _among(name: str, only: str | None) -> bool:
    """Whether an assertion is the one, or of the topic, that was asked for; all are if none was."""
    return only in (None, name, name.partition(".")[0])


def _fault(name: str, text: str, beside: str, advice: str) -> str:
    """A wording at fault as an expert reads it."""
    lines = [f"FAIL  {name}  (wording)", f"      phrasing  {text}", f"      beside    {beside}", f"      → {advice}"]
    return "\n".join(line for line in lines if beside or not line.startswith("      beside"))
