"""Which words of a sentence belong together: its clauses, by punctuation and words of contrast.

In go the words of a sentence, out comes the number of each word's clause. A room of its own because negation, proof
and comparison end where a clause ends, and because a clause goes on behind what is inserted into it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.language.tokens import Words

_BREAKS = frozenset({";", "|", "…", "•"})
CONTRAST = frozenset({"but", "while", "whereas", "although", "though", "however", "yet", "despite"})
_ANEW = frozenset({"made", "manufactured", "produced", "bottled", "packed", "filled", "will"})
"""Verbs with which "and" says another thing than before: "approved and made in a plant", "did well and will firm"."""
_GRANTED = frozenset(
    "approved authorised authorized cleared registered licensed certified endorsed fda ema mhra ce us".split()
)
"""Words behind "and is" that tell of a standing: "cures acne and | is FDA approved"."""
_NOBODY = frozenset({"no", "none", "neither", "not"})
"""Words that deny all that a sentence goes on to: "No serum cures acne and is FDA approved"."""
_SPEAKERS = frozenset({"our", "we", "it", "they", "i", "you"})
"""Words with which ", and" begins another statement: ", and our serum lifts"."""
DOERS = frozenset({"we", "it", "they"})
_ON = {("and", "it"), ("and", "they")}
_EXPECTING = frozenset({"pregnant", "breastfeeding", "nursing", "expecting"})
"""States in which something is used: "is safe while | pregnant"."""
_ELSE = {("the",), ("our",), ("your",), ("we",)}
_IS = frozenset({"is", "are"})
"""Words with which "or" names what follows if a thing is not so: "works, or | the science is wrong"."""
_BECAUSE = {("is", "because"), ("'s", "because")}
"""What stands behind the "it" that accounts for something: "if skin glows, it | is because of acids"."""
_OFFERING = frozenset(
    """represent represents offer offers provide provides hold holds carry carries contain contains deliver delivers
    show shows""".split()
)
"""What only the thing that is told of does: in "and they never come back" the lines are meant."""
_DENYING = frozenset({"not", "never", "cannot"})
_YET = frozenset(
    """not never has have had is are was were as evidence proof data trial trials study studies research nothing
    nobody none""".split()
)
"""Words after which "yet" is no word of contrast: "is not yet approved", "no proof yet that …"."""
_INSERTING = frozenset(
    """whether whatever whichever however as contrary unlike like regardless including even to according in by at
    no so for""".split()
)
"""Words with which something inserted begins: "whether from plants or people", "to date", "as the agency says"."""
RELATIVES = frozenset({"which", "who", "that", "where"})
"""Words with which more is told of what stands before."""
WALLS = frozenset({":", "–", "—", "--"})
"""What parts one statement from another."""
AUXILIARIES = frozenset(
    """is are was were be been has have had do does did can could will would should may might must""".split()
)
_AWAITING = AUXILIARIES | {"cannot", "not", "never", "remain", "remains"}
"""Words that begin a predicate and wait for its end."""
LONGEST = 12
"""Words of what is inserted."""


def clauses_of(sentence: Words) -> tuple[int, ...]:
    """Clause number of each word: a new one at strong punctuation and at words of contrast.

    What is inserted has a number of its own; the clause goes on behind it.
    """
    insertions = list(_insertions(sentence))
    inside = {i: n for n, insertion in enumerate(insertions, 1) for i in insertion}
    numbers, clause = [], 0
    conceded = _concession_ends(sentence.folds)
    for i, word in enumerate(sentence.folds):
        contrast = word in CONTRAST and not _still(i, sentence)
        anew = i > 0 and (i == conceded or _predicates_anew(i, sentence) or _speaks_anew(i, sentence))
        clause += i not in inside and (anew or (i > 0 and (word in _BREAKS or contrast)))
        numbers.append(clause)
    return tuple(clause + inside[i] if i in inside else number for i, number in enumerate(numbers))


def _concession_ends(folds: tuple[str, ...]) -> int | None:
    """Where what a sentence opens by conceding gives way to what it says: "While that may sound odd, it works"."""
    if not CONTRAST.isdisjoint(folds[:1]) or folds[:2] == ("even", "though"):
        return next((i + 1 for i, word in enumerate(folds) if word == "," and i > 2), None)
    return None


def _insertions(sentence: Words) -> Iterator[range]:
    """What stands between two commas, with them, in the middle of a statement: "is not, whatever clinics say, safe"."""
    folds = sentence.folds
    commas = [i for i, word in enumerate(folds) if word == ","]
    end = 0
    for opening, closing in pairwise(commas):
        within = folds[opening + 1 : closing]
        if opening < end or not 0 < len(within) <= LONGEST or not _inserted(within):
            continue
        if folds[opening - 1] in _AWAITING or _goes_on(folds[:opening], folds[closing + 1 :]):
            end = closing + 1
            yield range(opening, end)


def _inserted(words: tuple[str, ...]) -> bool:
    return words[0] in _INSERTING | CONTRAST or words[-1] in {"included", "excepted"}


def _goes_on(before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether the words behind give a subject its verb: "no serum …" "has been approved"."""
    return not _AWAITING.isdisjoint(behind[:1]) and _AWAITING.isdisjoint(before)


def _predicates_anew(i: int, sentence: Words) -> bool:
    """Whether "and" goes on to another predicate: "and made in a plant", "and will firm", "and is FDA approved"."""
    folds = sentence.folds
    if folds[i - 1] != "and":
        return False
    standing = folds[i] in _IS and not _GRANTED.isdisjoint(folds[i + 1 : i + 2]) and folds[0] not in _NOBODY
    return standing or folds[i] in _ANEW


def _speaks_anew(i: int, sentence: Words) -> bool:
    """Whether "and" goes on to another statement (", and our serum lifts", "and they offer"), or "not this, we do"."""
    folds = sentence.folds
    if folds[i : i + 2] in _ON and not _OFFERING.isdisjoint(folds[i + 2 : i + 3]):
        return True
    if folds[i] == "or" and folds[i + 1 : i + 2] in _ELSE and not _IS.isdisjoint(folds[i + 2 : i + 4]):
        return True
    if folds[i : i + 2] == ("and", "i") or (folds[i - 1] == "," and folds[i + 1 : i + 3] in _BECAUSE):
        return True
    if folds[i - 1 : i + 1] == (",", "and"):
        return not _SPEAKERS.isdisjoint(folds[i + 1 : i + 2])
    return folds[i - 1] == "," and folds[i] in DOERS and not _DENYING.isdisjoint(folds[1 : i - 1])


def _still(i: int, sentence: Words) -> bool:
    """Whether a "yet" says that something has not come about so far, or "while" when it holds, and turns nothing."""
    if sentence.folds[i] == "while":
        return sentence.folds[i - 1] != "," and not _EXPECTING.isdisjoint(sentence.folds[i + 1 : i + 4])
    return sentence.folds[i] == "yet" and (
        sentence.folds[i + 1 : i + 2] == ("to",) or not _YET.isdisjoint(sentence.folds[max(0, i - 1) : i])
    )
