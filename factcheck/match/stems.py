"""What a list's stem or a question states for what stands below it: "Helps to reduce:", and then "wrinkles".

In go a candidate and its reading, out comes the effect, or the outcome, that it takes over. A room of its own because
these are taken over by other rules than a subject: only by what states none itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.model import Concept, Spot
from factcheck.reading.acting import is_participle
from factcheck.reading.general import of_the_world
from factcheck.reading.mentions import OUTCOMES
from factcheck.reading.reader import SUBJECTS, Mention, Reader, Reading
from factcheck.segment.candidates import Candidate

_POINTING = frozenset({"it", "them", "these", "this"})
_MEANT = frozenset({"it", "them"})
_AT_MOST = frozenset({"only", "merely", "just"})
"""Words that make an effect the most there is: "no cream erases wrinkles, it can only soften them"."""
ASKED = 8
"""Words of a question that names a trouble which the next sentence speaks of as "it"."""
_DOING = frozenset({"do", "does", "did"})
_THAT = frozenset({"that", "this", "so"})
SHORT = 10
"""Words of a sentence that says only who does the same, or does not."""
NEAR = 4
"""Words after an effect among which "it" stands."""
_ENDING = frozenset(". ! , - – — … in within by away for at after overnight with thanks from once".split())
"""What follows a participle that acts on nothing behind it: "Gone in days", and not "Reduced prices"."""
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "can", "will", "should", "does", "do"})


@dataclass(frozen=True, slots=True)
class StemEffect:
    """An effect stated by a list's stem for all its items."""

    concept: str
    spot: Spot
    text: str


def effect_from_stem(candidate: Candidate, reading: Reading, reader: Reader) -> StemEffect | None:
    """The effect that a list's stem or the question states for an item that states none."""
    stated = of_the_world(reading) or any(m.kind == "effect" for m in reading.mentions)
    if candidate.kind not in {"item", "cell", "line", "answer"} or stated:
        return None
    for context in candidate.contexts:
        if context.via == "question" and not _VERBS.isdisjoint(reading.words.folds):
            return None  # an answer that is a sentence says itself what happens
        if context.via in {"stem", "question"}:
            effects = [m for m in context.reading.mentions if m.kind == "effect"]
            if effects:
                effect = effects[-1]
                text = " ".join(context.reading.words.texts[effect.first : effect.last])
                return StemEffect(effect.concept, context.spot, text)
    return None


def stem_change(mention: Mention, stem: StemEffect, reader: Reader) -> Mention:
    """An outcome without an effect of its own, with the stem's."""
    if mention.kind not in {"outcome", "disease"} or mention.change is not None:
        return mention
    effect = reader.concepts[stem.concept]
    return replace(
        mention, change=reader.change(effect, reader.concepts[mention.concept]), full=effect.degree == "full"
    )


def outcomes_taken(candidate: Candidate, reading: Reading, reader: Reader) -> list[Mention]:
    """The outcomes that a sentence takes over: those of a question, of "them", and of the sentence before."""
    asked = [*outcomes_asked(candidate, reading, reader), *outcomes_meant(reading, reader)]
    return [*asked, *outcomes_done(candidate, reading)]


def outcomes_asked(candidate: Candidate, reading: Reading, reader: Reader) -> list[Mention]:
    """The outcomes of a short question that the sentence after it speaks of: "Melasma? We erase it.", "Gone."."""
    asked = candidate.asked
    if asked is None or not asked.text.endswith("?") or len(asked.reading.words) > ASKED:
        return []
    if any(m.kind in OUTCOMES for m in reading.mentions):
        return []
    for i, effect in enumerate(reading.mentions):
        at = _points(effect, reading) if effect.kind == "effect" else None
        if at is not None:
            named = [m for m in asked.reading.mentions if m.kind in OUTCOMES]
            return [_pointed_at(m, at, i, reader.concepts[effect.concept], reader) for m in named]
    return []


def _points(effect: Mention, reading: Reading) -> int | None:
    """The word by which an effect acts on what was asked: "it" soon after, or its own if it opens the sentence."""
    after = range(effect.last, min(effect.last + NEAR, len(reading.words)))
    it = next((j for j in after if reading.words.folds[j] in _POINTING), None)
    folds = reading.words.folds
    opens = effect.first == 0 and is_participle(folds[0]) and _ENDING.issuperset(folds[effect.last : effect.last + 1])
    return it if it is not None or not opens else 0


def outcomes_meant(reading: Reading, reader: Reader) -> list[Mention]:
    """The outcomes that "them" stands for in their own sentence: "We do not hide wrinkles, we erase them."."""
    found = []
    for i, effect in enumerate(reading.mentions):
        folds, at = reading.words.folds, effect.last
        if effect.kind != "effect" or _MEANT.isdisjoint(folds[at : at + 1]) or folds[effect.first - 1] in _AT_MOST:
            continue
        named = [m for m in reading.mentions if m.kind in OUTCOMES and m.last <= effect.first]
        found += [_pointed_at(m, at, i, reader.concepts[effect.concept], reader) for m in named[-1:]]
    return [mention for mention in found if mention.change == "better"]


def outcomes_done(candidate: Candidate, reading: Reading) -> list[Mention]:
    """What the sentence before tells, for one that says of something else that it does that: "Retinol can't do that".

    Not if it goes on to tell what happens: "The serum does this by boosting collagen".
    """
    folds, named = reading.words.folds, [m for m in reading.mentions if m.kind in SUBJECTS]
    at = next((i + 1 for i, pair in enumerate(pairwise(folds)) if pair[0] in _DOING and pair[1] in _THAT), None)
    before = next((context for context in candidate.contexts if context.via == "sentence"), None)
    told = any(m.change or m.kind in {"effect", "relation"} for m in reading.mentions)
    if at is None or before is None or before.has_cue("dispute") or told or not named or len(folds) > SHORT:
        return []
    stated = (m for m in before.reading.mentions if m.change or m.kind in {"relation", "other"})
    return [replace(m, first=at, last=at + 1, form="names", by=None, rest=()) for m in stated]


def _pointed_at(outcome: Mention, at: int, by: int, effect: Concept, reader: Reader) -> Mention:
    """The question's outcome where the sentence points at it, with what the effect does to it."""
    change = reader.change(effect, reader.concepts[outcome.concept])
    full = effect.degree == "full"
    return replace(outcome, first=at, last=at + 1, form="names", change=change, by=by, full=full, rest=())
