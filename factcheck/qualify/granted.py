"""What a sentence grants at first and then takes back: "loved for smoothing lines, but no study shows that it works".

In go the words of a claim and its sentence, out come the words that deny it from another clause. A room of its own
because a denial otherwise ends with its clause: only that a thing works at all reaches back to what it is loved for.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.match.phrasing import Match
from factcheck.match.spans import same_clause
from factcheck.named import EFFICACY
from factcheck.qualify.reach import NEGATIONS, reaches, worded
from factcheck.reading.clauses import CONTRAST
from factcheck.reading.mentions import SUBJECTS, CueHit, Mention
from factcheck.reading.reader import Reading
from factcheck.segment.surroundings import PRONOUNS

_LIMITING = frozenset(
    """if when unless until alone without always everyone everybody only why how all instantly overnight did
    was were""".split()
)
"""Words that set a limit, or ask for the reason: "but it does not always work", "but nobody knows how it works"."""
_CLOSING = frozenset(". ! ; ) , at".split())
"""What may stand behind a "works" of which nothing more is told; "at" as in "at all"."""
NEAR = 3
"""Words from a pronoun to what it does."""


def taken_back(match: Match) -> list[CueHit]:
    """The denial in a later clause that what the claim is about works at all.

    "Loved for softer skin, but there is no proof that it works": not "it does not work alone".
    """
    works = said_of_all(match)
    return _denials(works, match.reading) if works else []


def without_echoes(found: Sequence[Match]) -> tuple[Match, ...]:
    """The claims without the "works" that only takes one of them back."""
    retold = [said_of_all(match) for match in found if taken_back(match)]
    return tuple(match for match in found if match.anchor not in retold)


def said_of_all(match: Match) -> Mention | None:
    """The "works" of a later, opposed clause that is said of all that the claim's subject does."""
    anchor, reading = match.anchor, match.reading
    folds, clauses = reading.words.folds, reading.clauses
    for works in (m for m in reading.mentions if m.concept in EFFICACY and clauses[m.first] > clauses[anchor.first]):
        words = {folds[i] for i in range(clauses.index(clauses[works.first]), works.first)}
        opposed = not CONTRAST.isdisjoint(words | {folds[0]})
        ends = works.last == len(folds) or folds[works.last] in _CLOSING
        if opposed and ends and _LIMITING.isdisjoint(words) and _same_thing(works, match):
            return works
    return None


def _same_thing(works: Mention, match: Match) -> bool:
    """Whether it is said of what the claim is about: of "it", or of the same thing by its name."""
    reading, about = match.reading, {m.concept for m in match.mentions}
    named = {m.concept for m in reading.mentions if m.kind in SUBJECTS and same_clause(m, works, reading)}
    pointed = not PRONOUNS.isdisjoint(reading.words.folds[max(0, works.first - NEAR) : works.last])
    return named <= about and (pointed or bool(named))


def _denials(works: Mention, reading: Reading) -> list[CueHit]:
    """The one denial that it works; two of them deny nothing."""
    denying = [cue for cue in reading.cues if cue.rule.kind in NEGATIONS and not worded(cue, reading)]
    found = [cue for cue in denying if reaches(cue, works, reading)]
    return found if len(found) == 1 else []
