"""Yes and no: what a sentence says of the question before it, in however few words.

In go the words of a sentence, out comes whether it affirms or denies what was asked ("No.", "Not one of them.", "They
can."), if it does. A room of its own because an answer without a claim of its own makes that of the question, and
because the words that open a sentence so often open another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from factcheck.mentions import SUBJECTS, Reading
from factcheck.surroundings import PRONOUNS

Reply = Literal["yes", "no"]
_YES = frozenset({"yes", "absolutely", "certainly", "definitely", "indeed"})
_NO = frozenset({"no", "nope"})
_SURELY = frozenset({("of", "course"), ("for", "sure")})
_DENIAL = frozenset({"not", "never", "none", "neither", "nobody", "hardly", "nothing"})
_NO_DENIAL = frozenset({"to", "only", "just", "every", "everyone", "necessarily", "surprisingly", "always"})
"""Words after "not" that turn no question down: "Not to worry", "Not every one"."""
_AUXILIARIES = frozenset("is are was were do does did can could will would has have".split())
_LABELS = frozenset({"fact", "truth", "reality", "answer", "a"})
"""What an answer may be headed with: "Fact: not one is"."""
ELLIPTIC = 6
"""Words and marks of an answer that goes without the question's words."""


def reply(reading: Reading) -> Reply | None:
    """Whether a sentence says yes or no to what stands before it; None if it answers nothing."""
    folds = _unlabelled(reading.words.folds)
    if not folds:
        return None
    if folds[0] in _NO:
        return "no"
    if folds[0] in _YES or tuple(folds[:2]) in _SURELY:
        return "yes"
    if len(folds) > ELLIPTIC or any(m.kind in SUBJECTS or m.change for m in reading.mentions):
        return None
    return _elliptic(folds)


def _unlabelled(folds: Sequence[str]) -> Sequence[str]:
    return folds[2:] if folds[0] in _LABELS and folds[1:2] == (":",) else folds


def _elliptic(folds: Sequence[str]) -> Reply | None:
    """The answer of a few words: "Not yet.", "None of them is.", "They do not."."""
    if folds[0] in _DENIAL:
        return None if folds[0] == "not" and not _NO_DENIAL.isdisjoint(folds[1:2]) else "no"
    auxiliary = folds[0] in PRONOUNS and folds[1:2] and folds[1] in _AUXILIARIES
    rest = [word for word in folds[2:] if word.isalpha()]
    if not auxiliary or rest not in ([], ["not"]):
        return None
    return "no" if rest else "yes"
