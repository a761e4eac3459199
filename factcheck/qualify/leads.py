"""What a list's lead says of all its items besides an effect: that they are hoped for, studied or reported.

In go the sentence above a list and the cues that stand in it, out come those that hold for what stands below:
"Researchers are studying whether it can:", and then "firm the skin". A room of its own because a claim is as modest as
the sentence that it completes, wherever the line breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.model import Carried
from factcheck.qualify.doubts import doubts
from factcheck.qualify.reach import denied, reaches
from factcheck.reading.clauses import AUXILIARIES
from factcheck.reading.mentions import CueHit, Mention
from factcheck.reading.reader import Reading
from factcheck.segment.candidates import Candidate
from factcheck.segment.distance import completes
from factcheck.segment.surroundings import PRONOUNS, Context, is_stem

_SOFTENING = frozenset({"status", "hedge"})
_OURS = frozenset({"our", "ours", "my"})
_HANDED_DOWN = _SOFTENING | {"attribution"}


def lead_above(candidate: Candidate) -> Context | None:
    """The sentence with a colon whose list a candidate is an item of."""
    stem = next((context for context in candidate.contexts if context.via == "stem"), None)
    return stem if stem is not None and is_stem(stem.text) else None


def handed_down(lead: Context | None, item: Reading) -> Sequence[CueHit]:
    """The cues of a lead that reach its end, and so its items; what softens reaches only what completes the sentence.

    "May help to:" softens "smooth skin", and nothing of "Our cream smooths skin".
    """
    if lead is None:
        return ()
    kinds = _HANDED_DOWN if completes(item) else _HANDED_DOWN - _SOFTENING
    return [cue for cue in lead.reading.cues if cue.rule.kind in kinds and _reaches_end(cue, lead.reading)]


def taken_from_lead(lead: Context | None, cues: Iterable[CueHit]) -> Iterator[Carried]:
    """What is taken over from a lead, in its words."""
    if lead is None:
        return
    for cue in cues:
        text = " ".join(lead.reading.words.texts[cue.first : cue.last])
        yield Carried(concept=cue.rule.kind, role="polarity", spot=lead.spot, text=text)


def _reaches_end(cue: CueHit, reading: Reading) -> bool:
    """Whether a cue's scope holds what a sentence goes on to say; no study softens what "our" goods are said to do."""
    end = Mention("", "cue", len(reading.words) - 1, len(reading.words))
    idle = cue.rule.kind == "status" and (not doubts(cue, end, reading) or not _OURS.isdisjoint(reading.words.folds))
    idle = idle or (cue.rule.kind in _SOFTENING and _speaks_anew(reading.words.folds[cue.last :]))
    return not idle and reaches(cue, end, reading) and not denied(cue, reading)


def _speaks_anew(behind: Sequence[str]) -> bool:
    """Whether a lead goes on to another statement: "is being studied for scars | and is known to:", "…, it will:"."""
    return any((a == "and" and b in AUXILIARIES) or (a == "," and b in PRONOUNS) for a, b in pairwise(behind))
