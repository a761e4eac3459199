"""Misspelt words to the words they were meant to be: the only room with rapidfuzz.

Whole sentences are never compared by edit distance ("not FDA approved" would score 100 against "FDA approved");
single words are, and that is what forgives "colagen" and "clinicaly". A room of its own because both reading and
matching ask it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from factcheck.language.normalise import stem

SHORTEST = 5
"""Characters; of words this short only two letters in the wrong order are put right: "sopts"."""

STEM = 5
"""Characters of a known word, at least, whose inflections are known with it."""
RIVALS = 6
"""Words equally near that are looked at."""


_ENDINGS = tuple(map(re.compile, (r"(?<!s)s$", r"(?<=[sxzoh])es$", r"(?<=e)d$", r"(?<!e)ed$", r"ing$")))
"""What may be hung onto a known word: "minces", "pinches", "pinched"."""


def is_form(word: str, known: Collection[str]) -> bool:
    """Whether a word is one of those known or an inflection of one, and so is not misspelt."""
    bases = (ending.sub("", word) for ending in _ENDINGS)
    return word in known or any(len(base) >= STEM and base in known for base in bases)


def correct(word: str, vocabulary: Collection[str]) -> str | None:
    """The one word of the vocabulary that is a single slip away (or two in a long word), else None.

    Forms of one word count as one: "hydratd" is "hydrate" or "hydrated".
    """
    if len(word) < SHORTEST or not word.isalpha():
        return None
    slips = 1 if len(word) < 10 else 2
    short = len(word) == SHORTEST
    alike = sorted(known for known in vocabulary if known[0] == word[0] and (len(known) == SHORTEST) == short)
    if short:
        alike = [known for known in alike if sorted(known) == sorted(word)]
    nearest = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=RIVALS)
    meant = [str(known) for known, slips, _ in nearest if slips == nearest[0][1]]
    return meant[0] if len(set(map(stem, meant))) == 1 else None


def similarity(left: str, right: str) -> float:
    """How alike two short wordings are as bags of words, 0 to 1 (token sort ratio)."""
    return fuzz.token_sort_ratio(left, right) / 100
