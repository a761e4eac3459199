"""Whether a sentence measures its subject against another one that the evidence does not speak of.

In go a match and the lexicon, out comes whether the text makes it as good as a rival or better: "fades dark spots
better than hydroquinone". A room of its own because the effect may be borne out where the comparison is not.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.match.phrasing import Match
from factcheck.match.spans import same_clause
from factcheck.named import MEASURING
from factcheck.reading.reader import Mention, Reader, Reading
from factcheck.segment.candidates import Candidate

_MORE = frozenset("more better faster quicker sooner longer deeper greater stronger higher further safer".split())
_LISTED = frozenset({"item", "line", "cell"})
NEAR = 6
"""Words from "more" to "than"."""


def outdoes_rival(match: Match, beside: Iterable[Match], reader: Reader) -> bool:
    """Whether a rival is matched or beaten of which neither the assertion's phrasing nor a claim beside it speaks."""
    reading = match.reading
    if any(_compares(other, reader) for other in beside if other is not match):
        return False
    rivals = [m for m in reading.mentions if _is_rival(m, reader) and same_clause(m, match.anchor, reading)]
    rivals = [m for m in rivals if m not in match.mentions and not _is_known(m, match, reader)]
    return any(_is_measured(rival, reading, reader) for rival in rivals if not _set_apart(rival, match.anchor, reading))


def outdoes_above(match: Match, candidate: Candidate, reader: Reader) -> bool:
    """Whether a list's heading names the rival that an item outdoes: "Bakuchiol vs retinol" / "Softens lines better".

    It does not where the phrasing compares too: then the evidence does.
    """
    above = next((context for context in candidate.contexts if context.via in {"stem", "heading"}), None)
    folds = match.reading.words.folds
    if above is None or candidate.kind not in _LISTED or _MORE.isdisjoint(folds) or "than" in folds:
        return False
    rivals = (mention for mention in above.reading.mentions if _is_rival(mention, reader))
    return any(not _is_known(rival, match, reader) for rival in rivals)


def _compares(match: Match, reader: Reader) -> bool:
    """Whether the claim is the comparison."""
    return any(reader.isa(m.concept, concept) for m in match.mentions for concept in MEASURING)


def _is_rival(mention: Mention, reader: Reader) -> bool:
    return mention.role == "comparator" and not reader.concepts[mention.concept].generic


def _set_apart(rival: Mention, anchor: Mention, reading: Reading) -> bool:
    """Whether a comma ends what is compared before the effect is told: "comparable with retinol, with less scaling"."""
    return "," in reading.words.folds[rival.last : anchor.first]


def _is_known(rival: Mention, match: Match, reader: Reader) -> bool:
    """Whether the phrasing compares too, or names it."""
    phrased = match.phrasing.reading
    compares = any(cue.rule.kind == "comparison" for cue in phrased.cues)
    return compares or any(reader.isa(rival.concept, m.concept) for m in phrased.mentions)


def _is_measured(rival: Mention, reading: Reading, reader: Reader) -> bool:
    """Whether it is what something is better than, or as good as: "unlike" and "rather than" do not measure."""
    before = [c for c in reading.cues if c.rule.kind == "comparison" and c.last <= rival.first]
    if not before:
        return False
    cue, folds = max(before, key=lambda c: c.last), reading.words.folds
    if folds[cue.last - 1] == "than":
        return not _MORE.isdisjoint(folds[max(0, cue.last - NEAR) : cue.last])
    here = (m for m in reading.mentions if m.first < cue.last and cue.first < m.last)
    return any(reader.isa(m.concept, concept) for m in here for concept in MEASURING)
