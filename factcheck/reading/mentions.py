"""What the lexicon sees in words: mentions of concepts, cues, and the reading that holds them.

Only types: what is read stands apart from how it is read. A room of its own because every later room holds them in its
hands, and most need nothing else of reading.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from factcheck.language.tokens import Words
from factcheck.model import CueRule

SUBJECTS = frozenset({"ingredient", "procedure", "drug", "device", "product"})
"""Kinds of concept that a claim can be about."""
ACTIVES = frozenset({"ingredient", "drug"})
"""Kinds of concept that name a substance."""
OUTCOMES = frozenset({"outcome", "disease"})
"""Kinds of concept that something can be said to change."""
COORDINATE = frozenset({",", "and", "or", "&", "plus", "/"})
"""Words between things of one rank."""
TIMES = frozenset("weeks week months month days day years year".split())
"""Units in which copy tells how long something takes."""
BE = frozenset({"is", "are", "was", "were", "be", "been"})
_POINTING = frozenset({"a", "any", "single", "of", "the", "those", "these", "such", "our"})
_JOINING = frozenset({",", "and", "or", "&"})
_CONTRASTING = frozenset({"while", "whereas"})
_NAMED = ("tion", "ment", "ments", "ing", "ance", "ence")
"""Ends of effects that are named: "no downtime treatments"."""
BETWEEN = 1
"""Words from a negation to what describes a thing: "no scary | toxic parabens", "never use | toxic parabens"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named by the words `first` to `last` (one past the end)."""

    concept: str
    kind: str
    first: int
    last: int
    form: str = "names"
    """names, or for outcomes does and worsens: the wording states the change by itself; class: one kind for several."""
    role: str = "main"
    """main; comparator: what it is compared with; object: what an effect verb acts on."""
    change: str | None = None
    """Of an outcome: better, worse, or None if no effect is stated."""
    full: bool = False
    """Of an outcome: the effect is said to be complete (erase, reverse, cure)."""
    by: int | None = None
    """Of an outcome: index in `mentions` of the effect that acts on it."""
    rest: tuple[int, ...] = ()
    """Of a wording in parts: the words of all but the first, others between; empty if it is in one."""

    @property
    def closing(self) -> int:
        """One past the last word of a wording in parts; 0 if it is in one."""
        return self.rest[-1] + 1 if self.rest else 0


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue's wording at the words `first` to `last`."""

    rule: CueRule
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the lexicon sees in a sentence."""

    words: Words
    mentions: tuple[Mention, ...]
    cues: tuple[CueHit, ...]
    clauses: tuple[int, ...]
    """Clause number of each word."""

    def text(self, first: int, last: int, source: str) -> str:
        """The words `first` to `last` as they stand in the source text."""
        return source[self.words.starts[first] : self.words.ends[last - 1]]


def holds(mention: Mention, cue: CueHit) -> bool:
    """Whether a cue is part of a mention's wording, whichever part: "areas | that are | not suitable"."""
    inside = mention.first <= cue.first and cue.last <= mention.last
    return inside or (cue.first in mention.rest and cue.last - 1 in mention.rest)


def ruled_out(mention: Mention, reading: Reading) -> bool:
    """Whether a negation stands before it in its clause: "exosomes cannot be injected"."""
    before = (cue for cue in reading.cues if cue.rule.kind == "negation" and cue.last <= mention.first)
    return any(reading.clauses[cue.first] == reading.clauses[mention.first] for cue in before)


def denies_doer(first: int, last: int, acting: Set[int], folds: Sequence[str]) -> bool:
    """Whether a wording that opens a sentence with "no" denies who does what follows: "no laser | cures all scars".

    "No laser" by itself says how a thing is done. The verb tells: it agrees with its noun ("no needles | erase").
    """
    opens = first == 0 and folds[0] == "no" and last > 1 and last in acting
    return opens and folds[last].endswith("s") != folds[last - 1].endswith("s") and not folds[last].endswith(_NAMED)


def rules_out_thing(cue: CueHit, bad: Sequence[Mention], mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether a negation says that a thing is not there, and not that it is bad: "no toxic parabens".

    A verb denies the word itself: "they are no toxic preservatives".
    """
    folds = sentence.folds
    if folds[cue.first - 1] in BE and cue.first > 0 and folds[cue.first - 2 : cue.first - 1] != ("there",):
        return False
    first = next((m.first for m in bad if m.first >= cue.last), len(folds))
    between = [word for word in folds[cue.last : first] if word not in _POINTING]
    if len(between) > BETWEEN:
        return False
    described = {i for m in bad for i in range(m.first, m.last)}
    last = first
    while last in described or (last > first and last < len(folds) and folds[last] in _JOINING):
        last += 1
    return any(m.first == last and m.kind in SUBJECTS for m in mentions)


def set_against(mention: Mention, named: Sequence[Mention], reading: Reading) -> bool:
    """Whether it is only told of for contrast: "a gentle ester at the surface, while retinol works deeper"."""
    opened = reading.words.folds[max(0, mention.first - 1) : mention.first]
    return not _CONTRASTING.isdisjoint(opened) and any(m.last < mention.first for m in named)
