"""The doubtful band: assertions that an uncovered sentence may be about, for a person to look at; never a verdict.

In go the words of a sentence that passed no gate, out come a few assertion ids with scores: Okapi BM25 over word stems,
standardised over all phrasings so that one threshold serves long and short sentences, and a spelling-tolerant
comparison for fragments. A room of its own because similarity finds neighbours and decides nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.language.spelling import similarity
from factcheck.language.tokens import Words
from factcheck.match.phrasing import Phrasing
from factcheck.model import Rival
from factcheck.segment.surroundings import LIGHT

K1, B = 1.2, 0.6
"""BM25's saturation and length normalisation, at the values measured for short claims."""
FAR = 10.0
"""Standard deviations above the mean score from which a phrasing is worth a look. At this value three in ten sentences
that the gate wrongly kept out find their topic among the suggestions (working half of tests/wordings)."""
ALIKE = 0.75
"""Similarity from which a fragment is worth a look whatever its score."""
MOST = 3
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Postings:
    """What a wording weighs in each phrasing: all that does not depend on the sentence."""

    texts: tuple[str, ...]
    names: tuple[str, ...]
    """Assertion of each text."""
    stems: dict[str, tuple[bytes, bytes]]
    """Where a stem stands (32-bit numbers of texts) and its BM25 there (64-bit floats): ready for numpy as they lie."""


def postings(phrasings: Iterable[Phrasing]) -> Postings:
    """The postings of some phrasings."""
    distinct = tuple({p.text: p for p in phrasings}.values())
    bags = [Counter(_telling(p.reading.words)) for p in distinct]
    mean = sum(sum(bag.values()) for bag in bags) / len(bags) if bags else 1.0
    held: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, bag in enumerate(bags):
        length = K1 * (1 - B + B * sum(bag.values()) / mean)
        for stem, count in bag.items():
            held[stem].append((i, count * (K1 + 1) / (count + length)))
    return Postings(
        tuple(p.text for p in distinct),
        tuple(p.assertion.id for p in distinct),
        {stem: _weighed(places, len(bags)) for stem, places in held.items()},
    )


def _weighed(places: Sequence[tuple[int, float]], total: int) -> tuple[bytes, bytes]:
    """Places and weights of one stem, the rarer the heavier."""
    rarity = math.log(1 + (total - len(places) + 0.5) / (len(places) + 0.5))
    numbers = np.array([i for i, _ in places], dtype=np.int32)
    return numbers.tobytes(), (rarity * np.array([weight for _, weight in places], dtype=np.float64)).tobytes()


class Nearby:
    """All phrasings, indexed by the stems in them."""

    def __init__(self, phrasings: Iterable[Phrasing] = (), held: Postings | None = None) -> None:
        self.postings = held if held is not None else postings(phrasings)

    def to(self, words: Words) -> tuple[Rival, ...]:
        """The nearest assertions, best first, with standardised scores; empty if none stands out."""
        held = self.postings
        scores = self._scores(_telling(words))
        if scores is None:
            return ()
        mean = float(scores.mean())
        spread = math.sqrt(max(float((scores * scores).mean()) - mean * mean, 0.0)) or 1.0
        text = " ".join(words.folds)
        best: dict[str, float] = {}
        for i in _highest(scores):
            far = (float(scores[i]) - mean) / spread
            if far >= FAR or similarity(text, held.texts[i].casefold()) >= ALIKE:
                best.setdefault(held.names[i], round(far, 3))
        return tuple(Rival(id=name, score=far) for name, far in list(best.items())[:MOST])

    def _scores(self, stems: Sequence[str]) -> Floats | None:
        """BM25 of every phrasing; None if none shares a stem with the sentence."""
        found = [self.postings.stems[stem] for stem in dict.fromkeys(stems) if stem in self.postings.stems]
        if not found:
            return None
        scores = np.zeros(len(self.postings.texts))
        for numbers, weights in found:
            scores[np.frombuffer(numbers, dtype=np.int32)] += np.frombuffer(weights)
        return scores


def _highest(scores: Floats) -> list[int]:
    """The phrasings with the highest scores, best first; of equals the first."""
    count = min(4 * MOST, len(scores))
    limit = max(float(np.partition(scores, -count)[-count]), 1e-9)
    return sorted(np.flatnonzero(scores >= limit).tolist(), key=lambda i: (-scores[i], i))[:count]


def _telling(words: Words) -> list[str]:
    """Stems of the words that name something."""
    return [s for s, w in zip(words.stems, words.folds, strict=True) if w not in LIGHT and any(map(str.isalnum, w))]
