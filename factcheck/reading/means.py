"""Proof that is said of the firm's own means: its protocols, its formula, its results.

In go words of proof in their sentence, out comes whether they describe such a means. A room of its own because matching
and judging both ask it: "clinically validated protocols" on a page about exosomes says that the clinic's protocols are
proven, and no review of exosomes speaks of those.
"""

from __future__ import annotations

from factcheck.language.normalise import stem
from factcheck.reading.reader import Reading

_MEANS = frozenset(
    map(
        stem,
        """protocol approach formula formulation method methodology technique standard practice process procedure system
        equipment device product ingredient blend complex regimen programme program plan solution strategy care team
        result outcome""".split(),
    )
)
_SERVICES = frozenset({"treatments", "therapies", "options", "solutions", "services"})
"""What a clinic has many of: "clinically proven treatments" are all of its own, and not the one on the page."""
_POINTING = frozenset({"the", "this", "these", "that", "those", "its", "their"})
"""Words that point back to what the page is about: "the proven ingredient" is that one."""
_ENDS = frozenset(
    ", . : ; ( ) – — and or to for with by in of on at that which is are was were has have can will may".split()
)
NEAR = 4
"""Words between a proof and the noun that it describes."""


def own_means(first: int, last: int, reading: Reading) -> bool:
    """Whether words of proof describe a means of the firm's: "science-backed formula", "our protocols are proven"."""
    folds, stems = reading.words.folds, reading.words.stems
    if folds[max(0, first - 1) : first] and folds[first - 1] in _POINTING:
        return False
    for i in range(last, min(last + NEAR, len(folds))):
        if folds[i] in _ENDS:
            break
        if stems[i] in _MEANS or folds[i] in _SERVICES:
            return True
    said = first >= 3 and folds[first - 1] in {"is", "are"} and stems[first - 2] in _MEANS
    return said and "our" in folds[max(0, first - 5) : first - 2]


def proves_own_means(reading: Reading) -> bool:
    """Whether every proof that a sentence asserts is one of the firm's own means."""
    proofs = [cue for cue in reading.cues if cue.rule.kind == "proof"]
    return bool(proofs) and all(own_means(cue.first, cue.last, reading) for cue in proofs)
