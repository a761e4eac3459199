"""Yes, no, nobody knows: what a sentence says of the question before it, in however few words.

In go the words of a sentence, out comes whether it affirms, denies or leaves open what was asked ("No.", "Not one of
them.", "They can.", "Too early to say."), if it does. A room of its own because an answer without a claim of its own
makes that of the question, and because the words that open a sentence so often open another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from factcheck.reading.mentions import SUBJECTS, Reading
from factcheck.segment.surroundings import PRONOUNS

Reply = Literal["yes", "no", "open", "unproven"]
_YES = frozenset({"yes", "yep", "yeah", "absolutely", "certainly", "definitely", "indeed"})
_NO = frozenset({"no", "nope"})
_SURELY = frozenset({("of", "course"), ("for", "sure"), ("you", "bet"), ("it", "sure")})
_FULLY = frozenset({"completely", "totally", "entirely", "perfectly", "very"})
"""Words that affirm by themselves: "Is it safe? Completely."."""
_DENIAL = frozenset({"not", "never", "none", "neither", "nobody", "hardly", "nothing"})
_NO_DENIAL = frozenset({"to", "only", "just", "every", "everyone", "necessarily", "surprisingly", "always"})
"""Words after "not" that turn no question down: "Not to worry", "Not every one"."""
_ACCORDING = frozenset({"in", "on", "according", "as", "from", "if", "by", "when", "where"})
"""Words after "not" that go on to say by whom or where: "Not in the one trial that there is"."""
_OURS = frozenset({"our", "my", "ours", "mine", "this", "these"})
_AUXILIARIES = frozenset("is are was were do does did can could will would has have may might should".split())
_LABELS = frozenset({"fact", "truth", "reality", "answer", "a"})
"""What an answer may be headed with: "Fact: not one is"."""
_BREAKS = frozenset("; — – :".split())
_CLOSING = frozenset({":", ",", "is", "so", "say"})
"""Words and marks right before a last "yes" or "no" that answers: "Short answer: yes.", "So the answer is no."."""
ELLIPTIC = 6
"""Words and marks of an answer that goes without the question's words."""
LONGEST = 14
"""The same of one that says besides where that was seen, or that nobody knows."""


def reply(reading: Reading) -> Reply | None:
    """What a sentence says to what stands before it; None if it answers nothing."""
    first, last = _opening(reading.words.folds)
    folds = reading.words.folds[first:last]
    if not folds:
        return None
    if folds[0] in _YES or tuple(folds[:2]) in _SURELY:
        return None if "please" in folds else "yes"  # "Yes, please!" wishes for it
    if said := _said_last(reading.words.folds):
        return said
    kinds = {cue.rule.kind for cue in reading.cues}
    bare = len(reading.words) <= LONGEST and not _states(reading, len(reading.words))
    if bare and "no-proof" in kinds:
        return "unproven"
    if bare and any(cue.rule.kind == "status" and cue.first <= first < cue.last for cue in reading.cues):
        return "open"
    if folds[0] in _NO or _denied_verb(folds):
        return "no"
    short = None if _states(reading, last) else _elliptic(folds)
    return short or ("open" if bare and "status" in kinds else None)


def _opening(folds: Sequence[str]) -> tuple[int, int]:
    """First word, and one past the last, of what answers: behind a label, up to a semicolon or a dash."""
    first = 2 if folds[0] in _LABELS and folds[1:2] == (":",) else 0
    return first, next((i for i in range(first, len(folds)) if folds[i] in _BREAKS), len(folds))


def _said_last(folds: Sequence[str]) -> Reply | None:
    """The "yes" or "no" in which a short answer ends."""
    words = [word for word in folds if word not in {".", "!", "…"}]
    both = not (_YES | _NO).isdisjoint(words[:-1])
    if both or not 1 < len(words) <= LONGEST or words[-2] not in _CLOSING:
        return None
    return "yes" if words[-1] in _YES else "no" if words[-1] in _NO else None


def _states(reading: Reading, last: int) -> bool:
    """Whether the words up to one name a thing or an effect of their own."""
    return any(m.first < last and (m.kind in SUBJECTS or m.change) for m in reading.mentions)


def _denied_verb(folds: Sequence[str]) -> bool:
    """Whether words break off at a verb that they deny, the subject named or not: "Not one product is"."""
    words = [word for word in folds if word.isalpha()]
    return 0 < len(words) <= ELLIPTIC and words[0] in _DENIAL and words[-1] in _AUXILIARIES


def _elliptic(folds: Sequence[str]) -> Reply | None:
    """The answer of a few words: "Not yet.", "None of them is.", "They do not."."""
    following = folds[1:2]
    if folds[0] in _FULLY and not any(word.isalpha() for word in folds[1:]):
        return "yes"
    if folds[0] == "not" and not _ACCORDING.isdisjoint(following):
        return "no" if _OURS.isdisjoint(folds[2:3]) and len(folds) <= LONGEST else None
    if len(folds) > ELLIPTIC:
        return None
    if folds[0] in _DENIAL:
        return None if folds[0] == "not" and not _NO_DENIAL.isdisjoint(following) else "no"
    auxiliary = (folds[0] in PRONOUNS or folds[0] == "there") and not _AUXILIARIES.isdisjoint(following)
    rest = [word for word in folds[2:] if word.isalpha()]
    if not auxiliary:
        return None
    if folds[0] == "there":
        return "no" if not {"no", "not", "none"}.isdisjoint(rest[:1]) else None
    return {(): "yes", ("not",): "no"}.get(tuple(rest))  # type: ignore[return-value]
