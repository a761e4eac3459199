"""Misspelt words to the words they were meant to be: the only room with rapidfuzz.

Whole sentences are never compared by edit distance ("not FDA approved" would score 100 against "FDA approved");
single words are, and that is what forgives "colagen" and "clinicaly". A room of its own because both reading and
matching ask it.
"""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

SHORTEST = 6
"""Characters; shorter words have too many neighbours one letter away."""


def correct(word: str, vocabulary: Collection[str]) -> str | None:
    """The one word of the vocabulary that is a single slip away (or two in a long word), else None."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    slips = 1 if len(word) < 10 else 2
    alike = sorted(known for known in vocabulary if known[0] == word[0])
    nearest = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=2)
    if not nearest or (len(nearest) > 1 and nearest[0][1] == nearest[1][1]):
        return None
    return str(nearest[0][0])


def similarity(left: str, right: str) -> float:
    """How alike two short wordings are as bags of words, 0 to 1 (token sort ratio)."""
    return fuzz.token_sort_ratio(left, right) / 100
