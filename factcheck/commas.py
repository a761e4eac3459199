"""What a comma or an "and" does to a denial: ends it, lists what is denied, or sets one word beside another.

In go a negation and the words up to a claim, out comes whether it holds behind it. A room of its own because one
sign does all three, and a denial read as a promise accuses whoever denies: "no genuine, proven treatment".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.clauses import AUXILIARIES, DOERS, RELATIVES
from factcheck.mentions import BE
from factcheck.reading import SUBJECTS, CueHit, Mention, Reading
from factcheck.surroundings import PRONOUNS

AND = frozenset({"and", "&", "plus", "then", ","})
OR = frozenset({"or", "nor"})
_DETERMINERS = frozenset({"no", "without", "zero"})
"""Negations that go with a noun and not with what a comma sets apart."""
DESCRIBING = 4
"""Words and marks from a denial to the last of several that describe one thing."""


def describes_with(cue: CueHit, between: Sequence[str], end: int, reading: Reading) -> bool:
    """Whether a status stands beside what is denied, before the thing of both: "is no genuine, proven treatment"."""
    folds = reading.words.folds
    if len(between) > DESCRIBING or list(between[-1:]) != [","] or between.count(",") > 1:
        return False
    status = _status(end, reading)
    thing = status is not None and any(m.first == status.last and m.kind in SUBJECTS for m in reading.mentions)
    return thing and cue.first > 0 and folds[cue.first - 1] in BE


def set_apart(cue: CueHit, between: Sequence[str], end: int, reading: Reading) -> bool:
    """Whether a comma ends what the cue is said of: "Without parabens, …", "…, which is no drug, …"."""
    if not OR.isdisjoint(_after_comma(between)):
        return False
    if between[-1] == "," and OR.isdisjoint(reading.words.folds[end:]) and _status(end, reading) is not None:
        return True  # "is not sticky, clinically proven": what is praised next
    opens = cue.first == 0 or reading.words.folds[cue.first] in _DETERMINERS
    inserted = _after_comma(reading.words.folds[: cue.first])
    return opens or (len(inserted) < cue.first and not RELATIVES.isdisjoint(inserted[:1]))


def _status(at: int, reading: Reading) -> Mention | None:
    """A status named at a word: "clinically proven"."""
    return next((m for m in reading.mentions if m.kind == "status" and m.first == at), None)


def _after_comma(words: Sequence[str]) -> Sequence[str]:
    """The words after the last comma; all of them if there is none."""
    return words[max((i + 1 for i, word in enumerate(words) if word == ","), default=0) :]


def lacks_only(cue: CueHit, between: Sequence[int], end: int, reading: Reading) -> bool:
    """Whether a thing is lacking, or is not so, and "and" goes on to what it does: "has no scent and keeps skin"."""
    folds = reading.words.folds
    verbs = {m.first for m in reading.mentions if m.kind == "effect" or m.form != "names"} | {
        i for i, word in enumerate(folds) if word in AUXILIARIES
    }
    after = [i + 1 for i in between if folds[i] == "and" and i < end]
    anew = any(folds[i] in DOERS and i + 1 in verbs for i in after)  # "is no magic and it erases lines"
    acting = anew or any(i in verbs and (folds[i].endswith("s") or folds[i] in AUXILIARIES) for i in after)
    plain = folds[cue.first] == "not" and (RELATIVES | PRONOUNS).isdisjoint(folds[i] for i in between if i not in after)
    return (plain or folds[cue.first] in {"no", "zero"}) and cue.first > 0 and acting


def one_list(start: int, end: int, reading: Reading) -> bool:
    """Whether the claim is an item of a list under the negation: "does not firm, lift or smooth"."""
    folds = reading.words.folds
    between, verb = folds[start:end], folds[end]
    if not AND.isdisjoint(set(between) - {","}) or (verb.endswith("s") and not verb.endswith("ss")):
        return False
    item = range(end - len(_after_comma(between)), end)
    if not PRONOUNS.isdisjoint(between) or any(m.kind in SUBJECTS and m.first in item for m in reading.mentions):
        return False
    following = list(folds[end:])
    ends = min((following.index(word) for word in (AND - {","}) & set(following)), default=len(following))
    return not OR.isdisjoint(_after_comma(between)) or not OR.isdisjoint(following[:ends])
