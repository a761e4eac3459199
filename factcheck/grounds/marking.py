"""Characters of a claim as a report marks them: with its denial, with what softens or turns it, no word cut.

In go the characters of the words to quote, the cues that decided and what other claims have taken; out come the
characters to mark. A room of its own because words are counted in a sentence and characters in a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.model import Cue, Qualifiers

_CUT_BEFORE = re.compile(r"(?:\w+['’‑-])*\w*$")
_CUT_BEHIND = re.compile(r"\w*(?:[‑-]\w+)*(?:['’]s \w+)?")
"""The rest of a word whose other part is quoted; hyphens stand in it, apostrophes before its end ("n’t")."""
LONGEST_WORD = 60
"""Characters of a word's rest that are looked at."""
_PARTED = frozenset(",;:–—()")
CLAUSE = 60
"""Characters from a claim to what softens or turns it, in one clause."""
CLOSE_BY, REACH = 12, 20
"""Characters between a claim and its denial, or a word in it that goes too far or softens it."""


def with_denial(span: tuple[int, int], qualifiers: Qualifiers) -> tuple[int, int]:
    """A claim's characters, from its denial on where that stands close before: "does not penetrate"."""
    start, end = span
    denying = [c.start for c in qualifiers.cues if c.kind == "negation" and 0 <= start - c.end <= CLOSE_BY]
    return (min(denying), end) if qualifiers.negated and denying else span


def with_words(span: tuple[int, int], cues: Iterable[Cue], taken: Sequence[range]) -> tuple[int, int]:
    """A claim's characters with words that stand close by, unless another claim lies between: "maximum … effect"."""
    for cue in cues:
        start, end = min(span[0], cue.start), max(span[1], cue.end)
        close = cue.end + REACH >= span[0] and cue.start <= span[1] + REACH
        if close and not any(each.start < end and start < each.stop for each in taken):
            span = start, end
    return span


def with_turn(
    span: tuple[int, int], cues: Sequence[Cue], sentence: str, begins: int, taken: Sequence[range]
) -> tuple[int, int]:
    """A claim's characters with what alone makes it modest, or turns it, in its clause: "no cream has been … approved".

    Where such a word is quoted already, or another claim or a comma lies between, they stay as they are.
    """
    wider = [(min(span[0], cue.start), max(span[1], cue.end)) for cue in cues]
    if not wider or any(cue.start < span[1] and span[0] < cue.end for cue in cues):
        return span
    start, end = min(wider, key=lambda each: each[1] - each[0])
    between = sentence[start - begins : span[0] - begins] + sentence[span[1] - begins : end - begins]
    free = not any(each.start < end and start < each.stop for each in taken)
    return (start, end) if free and len(between) <= CLAUSE and _PARTED.isdisjoint(between) else span


def unbroken(span: tuple[int, int], sentence: str, begins: int, taken: Sequence[range]) -> tuple[int, int]:
    """Characters of a claim with the rest of words that they cut ("moisture|-locking"), up to the next claim's.

    Offsets are the document's; the sentence begins at `begins`.
    """
    start, end = span
    free_from = max((other.stop for other in taken if other.stop <= start), default=begins)
    free_to = min((other.start for other in taken if other.start >= end), default=begins + len(sentence))
    before = sentence[max(free_from, start - LONGEST_WORD) - begins : start - begins]
    behind = sentence[end - begins : min(free_to, end + LONGEST_WORD) - begins]
    head, tail = _CUT_BEFORE.search(before), _CUT_BEHIND.match(behind)
    start, end = start - (len(head[0]) if head else 0), end + (len(tail[0]) if tail else 0)
    return start, end + _unquoted(sentence[start - begins : end - begins], sentence[end - begins : free_to - begins])


def _unquoted(words: str, behind: str) -> bool:
    """Whether a quotation that is opened in a claim's words is closed right behind them."""
    open_sign = {'"': words.count('"') % 2 == 1, "”": words.count("“") > words.count("”")}
    return open_sign.get(behind[:1], False)
