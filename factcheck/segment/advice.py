"""Sentences that say how something is used or who should not, whatever words of claims they hold.

In go a sentence, and the headings above it, as the lexicon reads them, out comes whether it advises. A room of its own
because an instruction may go on to promise what comes of it, and a promise may stand among advice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.reading.reader import SUBJECTS, CueHit, Reading
from factcheck.segment.aside import directs
from factcheck.segment.surroundings import Context

_OPENERS = frozenset("please then simply just gently to always now first next finally do - –".split())
"""Words that may stand before an imperative; "we use" is none."""
_HEEDS = frozenset({"note", "remember", "know", "beware", "understand"})
"""What introduces a statement: "please note that exosomes are …"."""
_LEADING = frozenset({"to", "will", "watch", "see", "wake"})
"""Words by which an instruction goes on to what comes of it: "apply to smooth lines", "wear it and lines will fade"."""
_JOINING = frozenset("and : ; - – —".split())
_TELLING = frozenset("it they your this these the".split())
"""Words with which, after one that joins, it tells what comes of it: "massage in and your lines fade"."""
_ON = frozenset({"and", "then", ","})
_GAINING = frozenset(
    "achieve become discover enjoy experience feel get have look notice reveal say stay unveil".split()
)
"""Verbs of what whoever does as told comes to: "apply it and | enjoy younger skin"."""
_WARNING = frozenset("avoid ask click consult discontinue do read sign stop subscribe wait".split())
"""First words of orders that promise nothing of the goods: "avoid the sun and enjoy a healthy glow"."""
_WONDERING = frozenset("wonder wondered wondering ask asked asking think thought".split())
_STOPPING = frozenset({"stop", "stopped", "quit", "discontinue", "discontinued"})
"""What is left off, so that what follows tells what comes of that."""
_REASONED = re.compile(r"\b(?:it|that|this) (?:is|'s) (?:because|due|thanks|down)\b")
"""How what was wondered at is accounted for: "if you ever wondered why …, | it's because of …"."""
_BELOW = frozenset({"both", "forward"})
"""Reaches of what makes all below a heading advice."""
_GAINS = frozenset({"less", "more", "reduced", "improved", "visibly", "visible"})
"""Words behind "for" that set a gain as the aim of use: "apply for less redness", "for firmer skin"."""
_REASONS = _TELLING | frozenset("our we the that all every".split())
"""Words with which a statement begins behind an imperative and a colon: "Rest easy: our cream is tested"."""
_FORETELLING = frozenset("are 're will 'll wo never do can ca cannot".split())
"""Words behind "you" that tell what will be: "use it and you | will never burn", "if dark, you | 're immune"."""
_TOLD = frozenset({"status", "other"})
"""Kinds of what may be foretold, besides what gets better; "you will notice redness" warns."""
NEAR = 2
"""Words from the comma of "if you …, our cream cures it" to the goods."""
FAR = 5
"""Words from "and enjoy" to what is enjoyed."""
WONDERS = 6
"""First words of "if you have ever wondered" and the like."""
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
    promises = promises or _leads_to_gain(cue, reading)
    reasons = any(a == ":" and b in _REASONS for a, b in pairwise(before))
    if (before[:1] and before[0] in _HEEDS) or reasons or _concludes(reading) or _foretells(cue, reading):
        return False  # "please note that …" goes on to state something
    opens = cue.first == 0 or (cue.first == 1 and reading.words.folds[0] in _OPENERS)
    return opens and not _praises(cue.last, reading) and (directs(reading) or not promises)


def _leads_to_gain(cue: CueHit, reading: Reading) -> bool:
    """Whether an order goes on to what comes of it: "apply it and enjoy younger skin", "use it; fine lines vanish"."""
    folds, mentions = reading.words.folds, reading.mentions
    if not _WARNING.isdisjoint(folds[: cue.last]):
        return False
    told = [m for m in mentions if m.first >= cue.last and (m.change == "better" or m.kind == "status")]
    gained = (i + 1 for i, pair in enumerate(pairwise(folds)) if pair[0] in _ON and pair[1] in _GAINING)
    if any(at < m.first <= at + FAR for at in gained for m in told):
        return True
    acted = ((m, mentions[m.by]) for m in told if m.by is not None)
    return any(
        (by.last <= m.first and m.full and (by.first == cue.first or folds[by.first - 1] == "and"))
        or (by.first >= m.last and not {"and", ";"}.isdisjoint(folds[max(m.first - 2, 0) : m.first]))
        for m, by in acted
    )


def _concludes(reading: Reading) -> bool:
    """Whether an "if you …" ends in what goods do for the better: "If you have acne, our cream cures it".

    So it does where it says why: "If you ever wondered why skin glows after it, it's because it boosts collagen".
    """
    folds = reading.words.folds
    if folds[0] != "if" or "," not in folds:
        return False
    ends = len(folds) - folds[::-1].index(",")
    if not _WONDERING.isdisjoint(folds[:WONDERS]) and _REASONED.match(" ".join(folds[ends:])):
        return True
    if _tells_of_stopping(ends, reading):
        return True
    goods = [m.first for m in reading.mentions if m.kind in SUBJECTS and 0 <= m.first - ends < NEAR]
    told = (m for m in reading.mentions if m.kind in {"status", "effect"} or m.change == "better")
    return bool(goods) and any(m.first > goods[0] for m in told)


def _foretells(cue: CueHit, reading: Reading) -> bool:
    """Whether it goes on to what will be: "use it and you'll never burn again", "if you are dark, you're immune"."""
    folds = reading.words.folds
    if not _WARNING.isdisjoint(folds[: cue.last]) or _orders_more(cue, reading):
        return False
    starts = [i for i, (a, b) in enumerate(pairwise(folds)) if i >= cue.last and a == "you" and b in _FORETELLING]
    starts += [i for i, pair in enumerate(pairwise(folds)) if i >= cue.last and pair == ("and", "never")]
    start = starts[0] if starts else len(folds)
    warns = "never" not in folds[start:] and not {"will", "'ll"}.isdisjoint(folds[start : start + NEAR])
    told = (m for m in reading.mentions if m.change == "better" or (m.kind in _TOLD and not warns))
    return any(m.first >= start for m in told)


def _orders_more(cue: CueHit, reading: Reading) -> bool:
    """Whether another instruction stands behind it: "if you have eczema, you will need a doctor"."""
    return any(other.rule.kind == "instruction" and other.first >= cue.last for other in reading.cues)


def _tells_of_stopping(ends: int, reading: Reading) -> bool:
    """Whether it tells what comes of leaving goods off: "if you stop minoxidil, the new hair falls out"."""
    left = reading.words.folds[1] == "you" and reading.words.folds[2] in _STOPPING
    goods = any(m.kind in SUBJECTS and m.first < ends for m in reading.mentions)
    orders = any(cue.rule.kind == "instruction" and cue.first >= ends for cue in reading.cues)
    return left and goods and not orders  # "if you stop the cream, consult your doctor" orders


def _praises(start: int, reading: Reading) -> bool:
    """Whether an imperative tells on its way what the firm's own product is: "choose our FDA-approved serum"."""
    near = range(start, start + OURS)
    ours = "our" in reading.words.folds[start : start + 2]
    proven = any(cue.rule.kind == "proof" and cue.first in near for cue in reading.cues)
    return ours and (proven or any(m.kind == "status" and m.first in near for m in reading.mentions))
