"""What a list's stem or a question states for the items below it: "Helps to reduce:", and then "wrinkles".

In go a candidate and its reading, out comes the effect that it takes over. A room of its own because an effect is taken
over by other rules than a subject: only by what states none itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.general import of_the_world
from factcheck.reading import Mention, Reader, Reading
from factcheck.segment import Candidate

_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "can", "will", "should", "does", "do"})


@dataclass(frozen=True, slots=True)
class StemEffect:
    """An effect stated by a list's stem for all its items."""

    concept: str
    line: int
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
                return StemEffect(effect.concept, context.line, text)
    return None


def stem_change(mention: Mention, stem: StemEffect, reader: Reader) -> Mention:
    """An outcome without an effect of its own, with the stem's."""
    if mention.kind not in {"outcome", "disease"} or mention.change is not None:
        return mention
    effect = reader.concepts[stem.concept]
    return replace(
        mention, change=reader.change(effect, reader.concepts[mention.concept]), full=effect.degree == "full"
    )
