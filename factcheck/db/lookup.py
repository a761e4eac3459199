"""The lexicon by its words: which concepts a word names, and which assertions speak of a concept.

Comes in: a word and a base. Goes out: concepts, ids. A file of its own because it is how somebody who extends the base
finds out what is there already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.language.normalise import fold, stem
from factcheck.model import ClaimsDB, Concept, Lexicon, spelled

if TYPE_CHECKING:
    from factcheck.match.index import Index

MOST = 8
"""Wordings offered where none is the word itself."""


def named(word: str, lexicon: Lexicon) -> tuple[Concept, ...]:
    """The concepts of this id, or of which this is a wording; matched as in copy, by stem."""
    wanted, slug = _stems(word), fold(word).replace(" ", "-")
    return tuple(
        concept
        for concept in lexicon.concepts
        if concept.id == slug or any(_is(word, wanted, form) for form in _wordings(concept))
    )


def holding(word: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Wordings with the word in them and the concepts that they name, the shortest first."""
    wanted = _stems(word)
    found = [
        (form.lstrip("="), concept.id)
        for concept in lexicon.concepts
        for form in _wordings(concept)
        if set(wanted) <= set(_stems(form))
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (len(each[0]), each)))[:MOST]


def narrower(concept: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The concepts that are a kind of it, directly."""
    return tuple(each.id for each in lexicon.concepts if concept in each.isa)


def users(concept: str, index: Index) -> tuple[str, ...]:
    """The assertions with a wording that asks for the concept, in order."""
    asking = (
        entry.phrasing
        for anchor, groups in index.anchors.items()
        for entries in groups.values()
        for entry in entries
        if anchor == concept or concept in entry.needs
    )
    return tuple(sorted({phrasing.assertion.id for phrasing in asking}))


def excluding(concept: str, db: ClaimsDB) -> tuple[str, ...]:
    """The assertions that name the concept under `unless`."""
    return tuple(each.id for each in db.assertions if concept in each.unless)


def _wordings(concept: Concept) -> Iterator[str]:
    """Everything by which a concept is named."""
    yield from spelled((*concept.forms, *concept.does, *concept.worsens))


def _is(word: str, stems: Iterable[str], form: str) -> bool:
    """Whether a wording is the word: as written where it begins with "=", else by stem."""
    return fold(word) == fold(form[1:]) if form.startswith("=") else stems == _stems(form)


def _stems(text: str) -> tuple[str, ...]:
    """The stems of a wording's words, hyphens apart."""
    return tuple(stem(part) for part in re.split(r"[\s-]+", text.lstrip("=")) if part)
