"""The lexicon as the base holds it: concepts and cues with the wordings that name them.

A file of its own because copy and phrasings are read by it alike, and it knows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from typing import ClassVar, Literal

from factcheck.model.terms import STRICT, ConceptKind, CueKind, Setting

MOST_SPELLINGS = 300
"""Of one wording with choices: each is held in memory, and choices multiply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A thing that copy speaks of, with the wordings that name it."""

    __pydantic_config__: ClassVar[object] = STRICT
    id: str
    """Lower case with hyphens."""
    kind: ConceptKind
    """What sort of thing it is."""
    isa: tuple[str, ...] = ()
    """Wider concepts: a serum is a cosmetic."""
    forms: tuple[str, ...] = ()
    """Wordings, matched by word stem; "=word" is matched as written (any case), "…" stands for words between."""
    does: tuple[str, ...] = ()
    """For outcomes: wordings that state the change by themselves ("firmer", "hydrates", "anti-wrinkle")."""
    worsens: tuple[str, ...] = ()
    """For outcomes: wordings that state the opposite change ("dries out", "irritates")."""
    valence: Literal["good", "bad"] | None = None
    """For outcomes: whether more of it is wanted (collagen) or not (wrinkles); bad, for a status: runs a thing down."""
    direction: Literal["up", "down", "better", "worse"] | None = None
    """For effects: what happens to the outcome."""
    degree: Literal["ordinary", "full"] = "ordinary"
    """For effects: "full" for erase, eliminate, reverse, cure."""
    generic: bool = False
    """Too general to be a subject ("serum", "treatment", "results"): inherits one instead."""
    setting: Setting | None = None
    """The setting that its mention implies ("microneedling" implies after-needling)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule:
    """A wording that qualifies a claim, and how far it reaches."""

    __pydantic_config__: ClassVar[object] = STRICT
    kind: CueKind
    """What it says of the claim."""
    forms: tuple[str, ...]
    """Wordings, matched by word stem; "=word" is matched as written (any case)."""
    reaches: Literal["forward", "backward", "both", "sentence"] = "forward"
    """Where the words that it qualifies stand."""
    scope: int | None = None
    """Reach in words; null: to the end of the clause."""
    setting: Setting | None = None
    """For setting cues: which."""
    outdoes: bool = False
    """For absolute cues: sets a thing above all others or leaves nothing out ("unmatched", "all"), as no rule does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconFile:
    """One file of lexicon/."""

    __pydantic_config__: ClassVar[object] = STRICT
    concepts: tuple[Concept, ...] = ()
    """Things, effects and outcomes."""
    cues: tuple[CueRule, ...] = ()
    """Wordings that qualify a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All concepts and cues of a base."""

    concepts: tuple[Concept, ...] = ()
    cues: tuple[CueRule, ...] = ()


def spelled(texts: Iterable[str]) -> Iterator[str]:
    """Wordings with their alternatives written out: "[study|trial] is small" is two."""
    for text in texts:
        yield from islice(map("".join, product(*_choices(text))), MOST_SPELLINGS)


def spellings(text: str) -> int:
    """How many wordings one with choices stands for."""
    return prod(map(len, _choices(text)))


def _choices(text: str) -> list[Sequence[str]]:
    """What may stand at each place of a wording."""
    first, *rest = text.split("[")
    found: list[Sequence[str]] = [(first,)]
    for part in rest:
        inside, closed, after = part.partition("]")
        found += [inside.split("|"), (after,)] if closed else [(f"[{part}",)]
    return found
