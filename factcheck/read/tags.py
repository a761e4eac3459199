"""Questions that want no answer: hung onto a statement ("Our cream melts creases – why wait?"), or making one.

In goes a stretch of text, out comes where such a question begins, or whether it takes for granted what it says ("Did
you know that exosomes melt creases?"). A room of its own because the layout and the sentences both ask: the mark at
the end makes no question of what stands before it.
"""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"(?:who|what|why|where|when|how|which|is|are|was|were|do|does|did|can|could|will|would|should|have|has|had|tired"
    r"|ready|fed|worried|bored|sick|want|need|if|whether|or|and|not|\w+ing)\b",
    re.I,
)
"""With these the whole is a question, or waits for its end."""
_HUNG_ON = re.compile(
    r"(?:(?:[;…–—]|\s-+|,?\s(?:so|and))\s+(?=(?:who|what|why|where|how)\b)|,\s+(?=(?:why|what|how)\b))"
    r"(?=[^?.!;–—]{1,45}\?[\s\"'”’)*]*$)",
    re.I,
)
_ASKED = re.compile(
    r"(?:(?<=\w):|,?\sbut)\s+(?=(?:who|what|why|where|when|how|which)\b[^?.!:;–—]{1,60}\?[\s\"'”’)*]*$)", re.I
)
"""A question behind a colon or a "but"."""
_STATING = re.compile(r"\sbut\s*$|\b(?:is|are|has|have|had|can|will|does|do|remains?|our|we|it|they|\w{3,}ed)\b", re.I)
"""What makes a statement of the words before it, up to and with the "but", and no title: "one thing remains: …"."""
_REPORTED = re.compile(
    r"\b(?:claim(?:s|ed)?|say|says|said|told|heard|called|talk(?:s|ing)?|hype|promise[sd]?|supposed(?:ly)?|wonders?"
    r"|ask(?:s|ed)?|believed?|thinks?|thought|rumou?rs?)\b",
    re.I,
)
_DOUBTING = re.compile(r"\b(?:true|truth|really|actually|evidence|proof|proven|stand|wrong)\b", re.I)
"""Words by which the question is about what stands before it: "they say that it works, but what is the proof?"."""
_PRESUMING = re.compile(
    r"\W*(?:did(?:n['’]t)?\s+(?:you|ya)\s+know\b(?!\s+(?:if|whether|what|how|why|who|where|when|which|about)\b)"
    r"|(?:are|were|aren['’]t)\s+you\s+aware\s+that\b"
    r"|(?:so\s+)?why\s+(?:bother|choose|endure|go|hide|keep|live|pay|put|resort|risk|settle|spend|suffer|use|wait|waste)\b"
    r".*\s(?:when|if)\s+\w"
    r"|(?:(?:are\s+you\s+)?ready\s+(?:for|to)|have\s+you\s+(?:met|tried)|isn['’]t\s+it\s+time|why\s+not|want\s+to\s+try)\b"
    r".*\s(?:our|this|these)\s)",
    re.I | re.S,
)
"""Openings of questions that state: "Did you know that …?", "Why wait when …?", "Ready to try our …?"."""
STATED = 3
"""Words of a statement, at least."""


def hung_on(text: str) -> int | None:
    """Offset in characters of the question at the end of a statement, if there is one."""
    if _OPENING.match(text):
        return None
    found = _HUNG_ON.search(text) or _behind_a_statement(text)
    return found.end() if found and len(text[: found.start()].split()) >= STATED else None


def presumes(text: str) -> bool:
    """Whether a question takes for granted what it says: "Why use creams when our patch melts creases?"."""
    return _PRESUMING.match(text) is not None


def _behind_a_statement(text: str) -> re.Match[str] | None:
    """A question behind a colon or "but" that puts what stands before it in no doubt."""
    asked = _ASKED.search(text)
    if asked is None or _REPORTED.search(text, 0, asked.start()) or _DOUBTING.search(text, asked.end()):
        return None
    return asked if _STATING.search(text, 0, asked.end()) else None
