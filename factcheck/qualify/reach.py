"""How far a cue reaches: whether "not", "proven" or "may" is said of this claim or of something beside it.

In go cues and the words of a claim, out comes yes or no. A room of its own because negation decides most verdicts, and
because copy and phrasings must be read by the same rules: a negation is only ever compared with another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.match.phrasing import Match, Phrasing
from factcheck.qualify.commas import (
    AND,
    NAMING,
    OR,
    describes_with,
    glossed,
    goes_on_under_that,
    lacks_only,
    lacks_thing,
    one_list,
    set_apart,
    speaks_anew,
    walled,
)
from factcheck.qualify.doubts import reason_sought
from factcheck.reading.clauses import AUXILIARIES, RELATIVES
from factcheck.reading.mentions import holds
from factcheck.reading.reader import SUBJECTS, CueHit, Mention, Reading
from factcheck.segment.surroundings import PRONOUNS

NEGATIONS = frozenset({"negation", "no-proof", "unsaid"})
_PUNCTUATION = frozenset({",", "-", "–", "—", "(", ")", ":", '"'})
_ENDS = frozenset(". ; ! ?".split())
_COMPARING = frozenset("than as what like while but if whether".split())
_THE_ONE = frozenset({"one", "ones", "effect", "mechanism", "reason", "way", "point", "aim", "case"})
"""What a thing "is not the": "fading spots is not the reason"."""
NONE = 4
"""Words between a verb and the "none" that it acts on."""
DOUBLE = 3
"""Words between two negations of one thing: "is not without risk"."""
_WITHIN = frozenset({"in", "at", "from"})


def reaches(cue: CueHit, anchor: Mention, reading: Reading) -> bool:
    """Whether the cue's scope holds the anchor."""
    if cue.rule.reaches == "sentence" or (anchor.first <= cue.first and cue.last <= anchor.last):
        return True
    if anchor.last < cue.first and cue.last < anchor.closing and _denies_verb(cue, reading):
        return True  # in the gap of one wording: "SPF is | not | essential"
    first = min(anchor.first, reading.mentions[anchor.by].first) if anchor.by is not None else anchor.first
    last = max(anchor.last, reading.mentions[anchor.by].last) if anchor.by is not None else anchor.last
    if reading.clauses[cue.first] != reading.clauses[anchor.first] or _proves_another(cue, first, reading):
        return False
    if first <= cue.first and cue.last <= last and cue.rule.reaches in {"forward", "both"}:
        # "scars are not reduced": between the outcome and what is said of it; "scars that no cream shifts melt away"
        return cue.first == 0 or reading.words.folds[cue.first - 1] not in RELATIVES
    before = cue.first <= first or cue.last <= anchor.first
    if before and cue.rule.reaches in {"forward", "both"}:
        return _within(cue, cue.last, first, reading)
    if not before and cue.rule.reaches in {"backward", "both"}:
        joined = cue.rule.kind == "no-proof" and AND.intersection(reading.words.folds[last : cue.first])
        return not joined and _within(cue, last, cue.first, reading)
    if cue.rule.reaches == "both" or (not before and _ends_clause(cue, last, reading)):
        return True
    return not before and (_denies_object(cue, last, reading) or _denies_what_stands_before(cue, anchor, reading))


def turning(match: Match) -> list[CueHit]:
    """The negations of a match: those that reach any of the concepts by which it was found."""
    cues = [cue for cue in match.reading.cues if cue.rule.kind in NEGATIONS and not silent(cue, match)]
    return _turning(cues, [match.anchor, *match.mentions], match.reading)


def polarity(phrasing: Phrasing) -> bool:
    """Whether a phrasing is itself negative ("No exosome product is approved")."""
    reading = phrasing.reading
    asked = {requirement.concept for requirement in phrasing.others}
    mentions = [phrasing.anchor_mention, *(m for m in reading.mentions if m.concept in asked)]
    cues = [cue for cue in reading.cues if cue.rule.kind in NEGATIONS and not inside_mention(cue, reading)]
    cues = [cue for cue in cues if not _asked_for(cue, mentions)]
    return len(_turning(cues, mentions, reading)) % 2 == 1


def denied(cue: CueHit, reading: Reading) -> bool:
    """Whether a proof or absolute word stands under a negation: "cannot be guaranteed" is modest."""
    stand_in = Mention("", "cue", cue.first, cue.last)
    return any(
        other.rule.kind in NEGATIONS and not cue.first <= other.first < cue.last and reaches(other, stand_in, reading)
        for other in reading.cues
    )


def silent(cue: CueHit, match: Match) -> bool:
    """Whether a cue is part of a wording and so says nothing of this claim; lack of proof is that of all others."""
    own = (match.anchor, *match.mentions)
    if _asked_for(cue, own):
        return True
    inside = any(holds(m, cue) for m in own)
    return worded(cue, match.reading) and (cue.rule.kind == "negation" or inside)


def _asked_for(cue: CueHit, mentions: Iterable[Mention]) -> bool:
    """Whether what is not said is what a claim is about: "registration does not mean that it is approved"."""
    inside = (m for m in mentions if m.kind == "other" and cue.first <= m.first and m.last <= cue.last)
    return cue.rule.kind == "unsaid" and any(inside)


def worded(cue: CueHit, reading: Reading) -> bool:
    """Whether a negation is part of a concept's own wording ("no downtime"), and so no negation of it."""
    return cue.rule.kind in NEGATIONS and inside_mention(cue, reading)


def inside_mention(cue: CueHit, reading: Reading) -> bool:
    """Whether a cue is part of a concept's wording: "cell-free" is one word, "no side effects" states a negation."""
    holding = [m for m in reading.mentions if holds(m, cue)]
    return any(m.kind != "status" or cue.rule.reaches == "backward" for m in holding)


# ------------------------------------------------------------------ parts of a reach


def _turning(cues: Iterable[CueHit], mentions: Sequence[Mention], reading: Reading) -> list[CueHit]:
    """The cues that reach the anchor or a concept beside it; "nor" goes on with a negation and is none of its own."""
    beside = [m for m in mentions if m.kind not in SUBJECTS]
    hits = [
        cue
        for cue in cues
        if reaches(cue, mentions[0], reading)
        or any(reaches(cue, m, reading) and not m.first <= cue.first < m.last for m in beside)
    ]
    hits = [cue for cue in hits if not any(_outdone(cue, other, mentions[0], reading) for other in hits)]
    return [cue for cue in hits if reading.words.folds[cue.first] != "nor"] or hits[:1]


def _outdone(cue: CueHit, nearer: CueHit, anchor: Mention, reading: Reading) -> bool:
    """Whether a nearer negation denies the claim, and this one something before it: "unproven and without approval"."""
    if not cue.last <= nearer.first <= anchor.first:
        return False
    between = reading.words.folds[cue.last : nearer.first]
    return len(between) > DOUBLE or not AND.isdisjoint(between)


def _within(cue: CueHit, start: int, end: int, reading: Reading) -> bool:
    """Whether nothing between a cue and the claim ends the cue's scope; what is inserted there does not count."""
    clause = [i for i in range(start, end) if reading.clauses[i] == reading.clauses[cue.first]]
    if cue.rule.scope is not None and len(clause) > cue.rule.scope:
        return False
    if any(stop.rule.kind == "terminator" and stop.first in clause for stop in reading.cues):
        return False
    if cue.rule.kind not in {*NEGATIONS, "proof"}:
        return True
    between = [reading.words.folds[i] for i in clause]
    if cue.rule.kind != "proof" and (walled(clause, reading) or reason_sought(cue, end, reading)):
        return False
    if cue.rule.kind in NEGATIONS and (speaks_anew(cue, clause, end, reading) or glossed(clause, end, reading)):
        return False
    if cue.rule.scope is not None and _PUNCTUATION.intersection(between):
        return False
    if cue.rule.kind == "negation" and (lacks_only(cue, clause, end, reading) or lacks_thing(cue, end, reading)):
        return False
    if cue.rule.kind == "negation" and describes_with(cue, between, end, reading):
        return True
    if cue.rule.kind == "negation" and "," in between and set_apart(cue, between, end, reading):
        return False
    joined = not AND.isdisjoint(between) and _governs_another(clause, reading) and not _denies_doer(cue, end, reading)
    joined = joined and not goes_on_under_that(cue, clause, reading)
    return not joined or (cue.rule.kind == "negation" and one_list(start, end, reading))


def _denies_verb(cue: CueHit, reading: Reading) -> bool:
    """Whether a plain "not" stands behind an auxiliary: "is not", "are no longer"."""
    folds = reading.words.folds
    return folds[cue.first] in {"not", "no"} and folds[cue.first - 1] in AUXILIARIES


def _denies_doer(cue: CueHit, end: int, reading: Reading) -> bool:
    """Whether it denies the one who does all that follows: "No acid strips off dead cells and brightens"."""
    named = [m for m in reading.mentions if m.kind in SUBJECTS and cue.last <= m.first < end]
    return cue.first == 0 and len(named) == 1 and named[0].first == cue.last


def _governs_another(words: Sequence[int], reading: Reading) -> bool:
    """Whether a verb of its own stands among the words: "does not irritate, and it firms"."""
    stating = (m for m in reading.mentions if m.kind in {"effect", "relation", "status"} or m.form != "names")
    return any(m.first in words for m in stating)


def _ends_clause(cue: CueHit, last: int, reading: Reading) -> bool:
    """Whether a denied verb ends the clause that the claim opens: "Better than PRP the vesicles were not"."""
    folds = reading.words.folds
    opens = reading.clauses[last - 1] != reading.clauses[0] or cue.first == 0
    if cue.rule.kind != "negation" or opens or folds[cue.first - 1] not in AUXILIARIES:
        return False
    between = set(folds[last : cue.first])
    final = cue.last == len(folds) or folds[cue.last] in _ENDS
    return final and between.isdisjoint(AND | OR | RELATIVES | _COMPARING)


def _denies_object(cue: CueHit, last: int, reading: Reading) -> bool:
    """Whether a verb acts on nothing: "the FDA has approved no exosomes", "approval was given to none of them"."""
    if reading.words.folds[cue.first] == "none":
        between = reading.words.folds[last : cue.first]
        return len(between) <= NONE and (AND | {":", "-"}).isdisjoint(between)  # "-" is any dash, folded
    is_object = any(m.kind in SUBJECTS and m.first == cue.last for m in reading.mentions)
    return reading.words.folds[cue.first] in {"no", "zero", "neither"} and cue.first == last and is_object


def _denies_what_stands_before(cue: CueHit, anchor: Mention, reading: Reading) -> bool:
    """Whether a sentence's verb is denied whose subject the claim is: "granulomas have not been reported"."""
    folds = reading.words.folds
    if (
        cue.rule.kind not in NEGATIONS
        or anchor.kind not in {"outcome", "disease", "other", "status"}
        or (anchor.form != "names" and not _is_other(cue, folds))
    ):
        return False
    is_verb = folds[cue.first] == "cannot" or folds[cue.first - 1] in AUXILIARIES
    return is_verb and not _stated_before(cue, anchor, reading)


def _is_other(cue: CueHit, folds: tuple[str, ...]) -> bool:
    """Whether what stands before is said to be another thing: "is | not | the one that most gels have"."""
    the, one = folds[cue.first : cue.first + 2], folds[cue.last + 1 : cue.last + 2]
    return the == ("not", "the") and not _THE_ONE.isdisjoint(one)


def _stated_before(cue: CueHit, anchor: Mention, reading: Reading) -> bool:
    """Whether the claim stands in another clause than the verb, or is no subject of it: something acts on it."""
    folds, clause = reading.words.folds, reading.clauses[anchor.first]
    if folds[cue.first - 2 : cue.first - 1] == ("and",):  # "asks for evidence and does not accept less"
        return True
    if not (RELATIVES | PRONOUNS | {","}).isdisjoint(folds[anchor.last : cue.first]):
        return True
    verbs = [m for m in reading.mentions if m.kind in {"effect", "relation", "status"} or m.form != "names"]
    verbs = [m for m in verbs if m.first < cue.first and reading.clauses[m.first] == clause and m != anchor]
    modified = any(m.kind in SUBJECTS and m.first == anchor.last for m in reading.mentions)
    opening = [word for i, word in enumerate(folds[: anchor.first]) if reading.clauses[i] == clause]
    stating = any(not folds[m.last - 1].endswith(NAMING) for m in verbs)
    return stating or modified or not AUXILIARIES.isdisjoint(opening)


def _proves_another(cue: CueHit, first: int, reading: Reading) -> bool:
    """Whether a proof is that of something else: "unlike proven retinol, …", "made in a proven plant, and …"."""
    if cue.rule.kind != "proof":
        return False
    folds = reading.words.folds
    compared = any(m.role == "comparator" and m.first in {cue.last, cue.last + 1} for m in reading.mentions)
    place = folds[max(0, cue.first - 2)] in _WITHIN and not (AND - {","}).isdisjoint(folds[cue.last : first])
    return compared or place
