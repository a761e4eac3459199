"""The doubtful band: assertions that an uncovered sentence may be about, for a person to look at; never a verdict.

In go the words of a sentence that passed no gate, out come a few assertion ids with scores: Okapi BM25 over word stems,
standardised over all phrasings so that one threshold serves long and short sentences, and a spelling-tolerant
comparison for fragments. A room of its own because similarity finds neighbours and decides nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from factcheck.language import Words
from factcheck.model import Rival
from factcheck.phrasing import Phrasing
from factcheck.spelling import similarity
from factcheck.surroundings import LIGHT

K1, B = 1.2, 0.6
"""BM25's saturation and length normalisation, at the values measured for short claims."""
FAR = 10.0
"""Standard deviations above the mean score from which a phrasing is worth a look. At this value three in ten sentences
that the gate wrongly kept out find their topic among the suggestions (working half of tests/wordings)."""
ALIKE = 0.75
"""Similarity from which a fragment is worth a look whatever its score."""
MOST = 3


class Nearby:
    """All phrasings, indexed by the stems in them."""

    def __init__(self, phrasings: Iterable[Phrasing]) -> None:
        self._phrasings = tuple({p.text: p for p in phrasings}.values())
        bags = [Counter(_telling(p.reading.words)) for p in self._phrasings]
        self._length = [sum(bag.values()) for bag in bags]
        self._mean = sum(self._length) / len(bags) if bags else 1.0
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, bag in enumerate(bags):
            for stem, count in bag.items():
                self._postings[stem].append((i, count))

    def to(self, words: Words) -> tuple[Rival, ...]:
        """The nearest assertions, best first, with standardised scores; empty if none stands out."""
        scores = self._scores(_telling(words))
        if not scores:
            return ()
        mean = sum(scores.values()) / len(self._phrasings)
        spread = math.sqrt(sum(s * s for s in scores.values()) / len(self._phrasings) - mean * mean) or 1.0
        text = " ".join(words.folds)
        best: dict[str, float] = {}
        for i, score in sorted(scores.items(), key=lambda item: -item[1])[: 4 * MOST]:
            far = (score - mean) / spread
            if far >= FAR or similarity(text, self._phrasings[i].text.casefold()) >= ALIKE:
                best.setdefault(self._phrasings[i].assertion.id, round(far, 3))
        return tuple(Rival(id=name, score=far) for name, far in list(best.items())[:MOST])

    def _scores(self, stems: Sequence[str]) -> dict[int, float]:
        """BM25 of each phrasing that shares a stem with the sentence."""
        scores: dict[int, float] = defaultdict(float)
        for stem in set(stems):
            held = self._postings.get(stem, ())
            rarity = math.log(1 + (len(self._phrasings) - len(held) + 0.5) / (len(held) + 0.5)) if held else 0.0
            for i, count in held:
                length = K1 * (1 - B + B * self._length[i] / self._mean)
                scores[i] += rarity * count * (K1 + 1) / (count + length)
        return scores


def _telling(words: Words) -> list[str]:
    """Stems of the words that name something."""
    return [s for s, w in zip(words.stems, words.folds, strict=True) if w not in LIGHT and any(map(str.isalnum, w))]
