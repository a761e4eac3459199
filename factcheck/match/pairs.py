"""The two things that "both" stands for: "Retinol and bakuchiol are often compared. Both smooth lines.".

In go a sentence and what stands above it, out come the two. A room of its own because such a sentence is about each of
them and about nothing else that the page names, whichever of the two was set beside the other.
"""

from __future__ import annotations

from factcheck.model import Carried
from factcheck.reading.reader import SUBJECTS, Reader
from factcheck.segment.about import taken_from
from factcheck.segment.candidates import Candidate

BOTH, TWO = "both", 2
_DRAWING = frozenset({"therefore", "hence", "thus", "so", "but", "yet", "and", "however"})
"""What may stand before it: "Therefore both treatments …"."""


def both_of(candidate: Candidate, reader: Reader) -> tuple[Carried, ...]:
    """The two things that a sentence that begins with "both" is about, if the nearest place to name any names two."""
    folds, own = candidate.reading.words.folds, candidate.reading.mentions
    specific = (m for m in own if m.kind in SUBJECTS and m.role == "main" and not reader.concepts[m.concept].generic)
    drawn = (folds[0] in _DRAWING) + (folds[0] in _DRAWING and folds[1:2] == (",",))
    begun = folds[drawn:]
    if begun[:1] != (BOTH,) or any(specific):
        return ()
    for context in candidate.contexts:
        things = (m for m in context.reading.mentions if m.kind in SUBJECTS and not reader.concepts[m.concept].generic)
        named = {mention.concept: taken_from(mention, context) for mention in things}
        if named:
            return tuple(named.values()) if len(named) == TWO else ()
    return ()
