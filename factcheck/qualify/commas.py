"""What a comma or an "and" does to a denial: ends it, lists what is denied, or sets one word beside another.

In go a negation and the words up to a claim, out comes whether it holds behind it. A room of its own because one
sign does all three, and a denial read as a promise accuses whoever denies: "no genuine, proven treatment".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.clauses import AUXILIARIES, DOERS, RELATIVES, WALLS
from factcheck.reading.mentions import BE
from factcheck.reading.reader import SUBJECTS, CueHit, Mention, Reading
from factcheck.segment.surroundings import PRONOUNS

AND = frozenset({"and", "&", "plus", "then", ","})
OR = frozenset({"or", "nor"})
_DETERMINERS = frozenset({"no", "without", "zero"})
"""Negations that go with a noun and not with what a comma sets apart."""
DESCRIBING = 4
"""Words and marks from a denial to the last of several that describe one thing."""
_OURS = frozenset({"our", "we", "this", "the", "my"})
_TELLING = frozenset({"that", "if", "whether", "how", "of", "about", "for", "between", "both"})
"""Words with which what a denial is said of goes on behind an "and": "no claim about acids and our serum"."""
NAMING = ("tion", "ment", "ing", "ance", "ence")
"""Ends of effects that are named and not stated: "the reduction of wrinkles"."""
_SAYING = frozenset({"claim", "claims", "promise", "guarantee"})
THAT = 3
"""Words from a denial to its "that": "no cream that"."""
_DENIED_IN = ("non", "hypo", "anti")
"""How words begin that deny something themselves: "non-greasy"."""
NEAR = 4
"""Words from "and our" to the verb: "and our new night serum | erases"; of a gloss in brackets."""


def walled(between: Sequence[int], reading: Reading) -> bool:
    """Whether a colon or a dash with spaces ends a denial: "does not sting - it firms"; what two dashes hold does not.

    "It does not – whatever brands say – erase lines" denies on; "it is no oil – it is a gel – and it firms" does not.
    """
    texts, folds = reading.words.texts, reading.words.folds
    walls = [i for i in between if texts[i] in WALLS or _is_spaced(i, reading)]
    paired = len(walls) == 2 and all(texts[i] == texts[walls[0]] != ":" for i in walls)
    return bool(walls) and not (paired and (AND | DOERS | _OURS).isdisjoint(folds[walls[1] + 1 : walls[1] + 2]))


def _is_spaced(i: int, reading: Reading) -> bool:
    """Whether a hyphen stands between spaces, and so is a dash."""
    starts, ends = reading.words.starts, reading.words.ends
    within = 0 < i < len(reading.words) - 1 and reading.words.texts[i] == "-"
    return within and ends[i - 1] < starts[i] and ends[i] < starts[i + 1]


def glossed(between: Sequence[int], end: int, reading: Reading) -> bool:
    """Whether brackets say in a word of its own what was denied: "does not cause spots (noncomedogenic)".

    Or what else the thing is: "no side effects (100 % natural)", but not "not approved (or cleared)".
    """
    folds = reading.words.folds
    opens = max((i for i in between if folds[i] == "("), default=None)
    if opens is None or ")" in folds[opens:end] or ")" not in folds[end:]:
        return False
    word = folds[opens + 1 : folds.index(")", end)]
    if word[0] not in AND | OR and any(m.kind == "status" and m.first == end for m in reading.mentions):
        return True
    return len(word) <= NEAR and ("free" in word[-1:] or word[0].startswith(_DENIED_IN))


def speaks_anew(cue: CueHit, between: Sequence[int], end: int, reading: Reading) -> bool:
    """Whether "and" goes on to what the firm's goods do: "We make no claims | and our serum erases wrinkles".

    Not under "no proof that …", nor where a verb in the plural takes what stands before "and" for its subject too:
    "no study shows retinol and our serum erase lines".
    """
    folds = reading.words.folds
    at = max((i for i in between if folds[i] == "and"), default=None)
    if at is None or folds[at + 1] not in _OURS or not _TELLING.isdisjoint(folds[cue.last : at]):
        return False
    if cue.first == 0 and AUXILIARIES.isdisjoint(folds[cue.last : at]):
        return False  # "no cream and our serum …"
    verbs = _deeds(reading, "effect", "relation") | _auxiliaries(folds)
    verb = next((i for i in range(at + 2, min(at + 2 + NEAR, end + 1)) if i in verbs), None)
    listed = any(m.kind in SUBJECTS and m.first in range(cue.last, at) for m in reading.mentions)
    return verb is not None and (not listed or folds[verb].endswith("s"))


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


def _deeds(reading: Reading, *kinds: str) -> set[int]:
    """First words of what is done: mentions of these kinds, and outcomes that state it themselves ("smooths")."""
    return {m.first for m in reading.mentions if m.kind in kinds or m.form != "names"}


def _auxiliaries(folds: Sequence[str]) -> set[int]:
    return {i for i, word in enumerate(folds) if word in AUXILIARIES}


def _status(at: int, reading: Reading) -> Mention | None:
    """A status named at a word: "clinically proven"."""
    return next((m for m in reading.mentions if m.kind == "status" and m.first == at), None)


def _after_comma(words: Sequence[str]) -> Sequence[str]:
    """The words after the last comma; all of them if there is none."""
    return words[max((i + 1 for i, word in enumerate(words) if word == ","), default=0) :]


def lacks_only(cue: CueHit, between: Sequence[int], end: int, reading: Reading) -> bool:
    """Whether a thing is lacking, or is not so, and "and" goes on to what it does: "has no scent and keeps skin"."""
    folds = reading.words.folds
    verbs = _deeds(reading, "effect") | _auxiliaries(folds)
    after = [i + 1 for i in between if folds[i] == "and" and i < end]
    anew = any(folds[i] in DOERS and i + 1 in verbs for i in after)  # "is no magic and it erases lines"
    acting = anew or any(i in verbs and (folds[i].endswith("s") or folds[i] in AUXILIARIES) for i in after)
    plain = folds[cue.first] == "not" and (RELATIVES | PRONOUNS).isdisjoint(folds[i] for i in between if i not in after)
    return (plain or folds[cue.first] in {"no", "zero"}) and cue.first > 0 and acting


def lacks_thing(cue: CueHit, end: int, reading: Reading) -> bool:
    """Whether "without" goes with a thing, and a verb behind it tells what else does: "gels without retinol firm skin".

    What is named and not stated is done without it all the same: "without retinol smoothing lines".
    """
    folds = reading.words.folds
    things = (m for m in reading.mentions if m.kind in SUBJECTS and cue.last <= m.first and m.last <= end)
    stated = end in _deeds(reading, "effect", "relation") and not folds[end].endswith(NAMING)
    mixed = "and" in folds[cue.last : end]  # "acids without urea and zinc": not the mixture that was tried
    return folds[cue.first] == "without" and cue.first > 0 and stated and not mixed and any(things)


def goes_on_under_that(cue: CueHit, between: Sequence[int], reading: Reading) -> bool:
    """Whether all verbs stand under one "that", said or not: "no proof that it smooths and firms"."""
    folds = reading.words.folds
    verbs = _deeds(reading, "effect")
    after = [i + 1 for i in between if folds[i] in AND and i + 1 < len(folds) and folds[i + 1] not in AND]
    told = folds[cue.last - 1] in _SAYING or "that" in folds[cue.last : cue.last + THAT]
    return told and bool(after) and verbs.issuperset(after)


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
