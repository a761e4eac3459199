"""Whether words of research status doubt a claim, or something that stands beside it in its sentence.

In go such a cue and the words of a claim, out comes yes or no. A room of its own because "still being studied" is
modest of an effect and nothing of the kind where the effect is taken for granted: "researchers study why it works".
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.reading.clauses import RELATIVES
from factcheck.reading.mentions import SUBJECTS, CueHit, Mention
from factcheck.reading.reader import Reading

_REASONS = frozenset({"why", "how"})
_BY_WHICH = frozenset(
    {("by", "which"), ("through", "which"), ("what", "makes"), ("what", "lets"), ("the", "ways"), ("the", "way")}
)
_MEASURED = frozenset(
    """well much far long effective effectively safe safely often many good useful strong strongly reliably deep deeply
    to or and quickly fast soon""".split()
)
"""Words behind a "how" that leaves open whether: "how well it smooths lines"."""
_MODAL = frozenset("may might can could would will should cannot not possibly perhaps potentially whether if".split())
_BREAKS = frozenset(", ; : ( ) - – — but so while though although whereas".split())
_DETAILS = frozenset(
    """mechanism mechanisms dose doses dosage dosing protocol protocols pathway pathways schedule regimen formulation
    formulations""".split()
)
"""What may be unknown of an effect that is taken for granted."""
_MORE = frozenset({"other", "further", "additional", "new", "wider", "broader"})
_USES = frozenset({"uses", "applications", "indications", "benefits", "properties"})
_WHOLE = frozenset("efficacy effectiveness effect whether if value evidence proof safety".split())
"""What is unknown of an effect that is in doubt: "its mechanism and effectiveness are unclear"."""
_ABOUT = frozenset("for of to about on whether if in that into with no not nobody nothing".split())
"""Words between a status and a thing that make it a status of evidence on that thing."""
_STUDYING = frozenset(
    """studied studying investigated investigating tested testing explored exploring evaluated evaluating examined
    researched researching trialled""".split()
)
_JOINING = frozenset({"and", "so", ";", "—", "–"})
_THINGS = frozenset("treatment therapy approach option solution technique technology method ingredient".split())
"""What may end a word of hope: "a promising treatment"."""
_GROUNDS = frozenset({"because", "since", "due", "thanks"})
"""Words that open the reason for a hope."""
_PASSING = frozenset({"a", "an", "the", "this", "our", "now", "currently", "already"})
"""First words of what is said in passing: "exosomes, | now being studied, will rebuild collagen"."""
NEAR = 3
"""Words before a verb among which its auxiliary stands."""


def doubts(cue: CueHit, anchor: Mention, reading: Reading) -> bool:
    """Whether a word of research status is said of what stands at the anchor."""
    first, last = _told(anchor, reading)
    if first < cue.last and cue.first < last:
        return True
    beside = (_detail_open, _praises_thing, _gives_reason, _other_use_studied)
    return not reason_sought(cue, first, reading) and not any(rule(cue, first, last, reading) for rule in beside)


def reason_sought(cue: CueHit, first: int, reading: Reading) -> bool:
    """Whether only the reason or the way of what happens is unknown: "nobody knows why exosomes rebuild collagen"."""
    folds = reading.words.folds
    asked = max((i for i in range(first) if folds[i] in _REASONS or folds[i - 1 : i + 1] in _BY_WHICH), default=None)
    if asked is None or asked <= cue.first < first or folds[asked + 1] in _MEASURED or folds[asked - 1] == "not":
        return False
    return (_BREAKS | _MODAL).isdisjoint(folds[asked + 1 : first])


def _told(anchor: Mention, reading: Reading) -> tuple[int, int]:
    """The words of an outcome with those of what happens to it."""
    both = [anchor] if anchor.by is None else [anchor, reading.mentions[anchor.by]]
    return min(m.first for m in both), max(m.last for m in both)


def _detail_open(cue: CueHit, first: int, last: int, reading: Reading) -> bool:
    """Whether a detail is unknown, and the claim stands beside it: "the dose is unclear, but it regrows hair"."""
    around = _statement(cue, first, last, reading)
    words = reading.words.folds[around.start : around.stop]
    more = any(a in _MORE and b in _USES for a, b in pairwise(words))
    asked = around.stop != first and not _REASONS.isdisjoint(words)  # "how it works is unclear, but …"
    return _WHOLE.isdisjoint(words) and (more or asked or not _DETAILS.isdisjoint(words))


def _statement(cue: CueHit, first: int, last: int, reading: Reading) -> range:
    """The words around a cue, up to the next mark or word of contrast, or to the claim."""
    folds = reading.words.folds
    lower, upper = (last if last <= cue.first else 0), (first if first >= cue.last else len(folds))
    start = max((i + 1 for i in range(lower, cue.first) if folds[i] in _BREAKS), default=lower)
    end = min((i for i in range(cue.last, upper) if folds[i] in _BREAKS), default=upper)
    return range(start, end)


def _praises_thing(cue: CueHit, first: int, last: int, reading: Reading) -> bool:
    """Whether it describes a thing that is told to do it: "a promising serum that erases wrinkles"."""
    folds = reading.words.folds
    if cue.last > first or not _ABOUT.isdisjoint(folds[cue.first : cue.last]):
        return False
    that = max((i for i in range(cue.last, first) if folds[i] in RELATIVES), default=None)
    if that is None:
        return _is_inserted(cue, first, reading)
    plainly = (_MODAL | _STUDYING | _ABOUT - {"to"}).isdisjoint(folds[that + 1 : first])
    things = {m.last for m in reading.mentions if m.kind in SUBJECTS or m.kind == "status"}  # "experimental drug"
    named = that in things or (that == cue.last and folds[that - 1] in _THINGS)
    return plainly and named and _ABOUT.isdisjoint(folds[cue.last : that])


def _gives_reason(cue: CueHit, first: int, last: int, reading: Reading) -> bool:
    """Whether the claim is the reason for the hope: "promising, as it rebuilds collagen", "…, stimulating collagen"."""
    folds = reading.words.folds
    means = (i for i in range(cue.last, first) if folds[i] == "by" and folds[i + 1].endswith("ing"))
    at = next((i for i in range(cue.last, first) if folds[i] in _GROUNDS), next(means, None))
    if at is None:
        return folds[first - 1] == "," and folds[first].endswith("ing") and cue.last < first
    return _MODAL.isdisjoint(folds[at:first])


def _is_inserted(cue: CueHit, first: int, reading: Reading) -> bool:
    """Whether it only says in passing what a thing is: "exosomes, a promising new therapy, rebuild collagen"."""
    folds = reading.words.folds
    opening = max((i for i in range(1, cue.first) if folds[i] == ","), default=None)
    if opening is None or folds[opening + 1] not in _PASSING or "," not in folds[cue.last : first]:
        return False
    return (_MODAL - {"will"}).isdisjoint(folds[max(cue.last, first - NEAR) : first])


def _other_use_studied(cue: CueHit, first: int, last: int, reading: Reading) -> bool:
    """Whether something else is under study: "it regrows hair, and is being tested for wrinkles"."""
    folds = reading.words.folds
    if cue.first < last or _STUDYING.isdisjoint(folds[cue.first : cue.last]):
        return False
    stated = _MODAL.isdisjoint(folds[max(0, first - NEAR) : first]) and folds[first - 1] not in _ABOUT
    others = any(m.kind in {"outcome", "disease"} and m.first >= cue.last for m in reading.mentions)
    return stated and others and not _JOINING.isdisjoint(folds[last : cue.first])
