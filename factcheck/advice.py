"""Sentences that say how something is used or who should not, whatever words of claims they hold.

In go a sentence, and the headings above it, as the lexicon reads them, out comes whether it advises. A room of its own
because an instruction may go on to promise what comes of it, and a promise may stand among advice.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.aside import directs
from factcheck.reading import SUBJECTS, CueHit, Reading
from factcheck.surroundings import Context

_OPENERS = frozenset("please then simply just gently to always now first next finally do - –".split())
"""Words that may stand before an imperative; "we use" is none."""
_HEEDS = frozenset({"note", "remember", "know", "beware", "understand"})
"""What introduces a statement: "please note that exosomes are …"."""
_LEADING = frozenset({"to", "will", "watch", "see", "wake"})
"""Words by which an instruction goes on to what comes of it: "apply to smooth lines", "wear it and lines will fade"."""
_JOINING = frozenset("and : ; - – —".split())
_TELLING = frozenset("it they your this these the".split())
"""Words with which, after one that joins, it tells what comes of it: "massage in and your lines fade"."""
_BELOW = frozenset({"both", "forward"})
"""Reaches of what makes all below a heading advice."""
_GAINS = frozenset({"less", "more", "reduced", "improved", "visibly", "visible"})
"""Words behind "for" that set a gain as the aim of use: "apply for less redness", "for firmer skin"."""
_REASONS = _TELLING | frozenset("our we the that all every".split())
"""Words with which a statement begins behind an imperative and a colon: "Rest easy: our cream is tested"."""
NEAR = 2
"""Words from the comma of "if you …, our cream cures it" to the goods."""
OURS = 5
"""Words after the verb of "choose our FDA-approved serum" among which the product is praised."""


def below_advice(contexts: Sequence[Context], reading: Reading) -> bool:
    """Whether the nearest heading or stem opens advice (contraindications, aftercare), and no question ends it."""
    above = next((context for context in contexts if context.via in {"stem", "heading", "question"}), None)
    cues = above.reading.cues if above and above.via != "question" else ()
    advises = any(c.rule.kind == "instruction" and c.rule.reaches in _BELOW for c in cues)
    return advises and not _promotes(reading)


def _promotes(reading: Reading) -> bool:
    """Whether a sentence among advice tells what a named thing is or does for the better: "PRP is FDA approved"."""
    things = [m.first for m in reading.mentions if m.kind in SUBJECTS and m.role == "main"]
    told = (m for m in reading.mentions if m.kind == "status" or m.change == "better")
    advised = any(cue.rule.kind == "instruction" for cue in reading.cues)
    return not advised and bool(things) and any(min(things) < m.first for m in told)


def instructs(cue: CueHit, reading: Reading) -> bool:
    """An imperative at the head of the sentence, or advice anywhere, unless it goes on to promise an outcome."""
    if cue.rule.kind != "instruction":
        return False
    if cue.rule.reaches == "both":
        return True
    before = reading.words.folds[cue.last :]
    better = any(m.change == "better" and m.first >= cue.last for m in reading.mentions)
    goes_on = any(a in _JOINING and b in _TELLING for a, b in pairwise(before))
    gains = any(a == "for" and (b.endswith("er") or b in _GAINS) for a, b in pairwise(before))
    promises = better and (goes_on or gains or not _LEADING.isdisjoint(before))
    reasons = any(a == ":" and b in _REASONS for a, b in pairwise(before))
    if (before[:1] and before[0] in _HEEDS) or reasons or _concludes(reading):
        return False  # "please note that …" goes on to state something
    opens = cue.first == 0 or (cue.first == 1 and reading.words.folds[0] in _OPENERS)
    return opens and not _praises(cue.last, reading) and (directs(reading) or not promises)


def _concludes(reading: Reading) -> bool:
    """Whether an "if you …" ends in what goods do for the better: "If you have acne, our cream cures it"."""
    folds = reading.words.folds
    if folds[0] != "if" or "," not in folds:
        return False
    ends = len(folds) - folds[::-1].index(",")
    goods = [m.first for m in reading.mentions if m.kind in SUBJECTS and 0 <= m.first - ends < NEAR]
    told = (m for m in reading.mentions if m.kind in {"status", "effect"} or m.change == "better")
    return bool(goods) and any(m.first > goods[0] for m in told)


def _praises(start: int, reading: Reading) -> bool:
    """Whether an imperative tells on its way what the firm's own product is: "choose our FDA-approved serum"."""
    near = range(start, start + OURS)
    ours = "our" in reading.words.folds[start : start + 2]
    proven = any(cue.rule.kind == "proof" and cue.first in near for cue in reading.cues)
    return ours and (proven or any(m.kind == "status" and m.first in near for m in reading.mentions))
