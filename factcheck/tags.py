"""Questions hung onto a statement, which want no answer: "Our cream melts creases – why wait?".

In goes a stretch of text, out comes where such a question begins. A room of its own because the layout and the
sentences both ask: the mark at the end makes no question of what stands before it.
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
STATED = 3
"""Words of a statement, at least."""


def hung_on(text: str) -> int | None:
    """Offset in characters of the question at the end of a statement, if there is one."""
    found = None if _OPENING.match(text) else _HUNG_ON.search(text)
    return found.end() if found and len(text[: found.start()].split()) >= STATED else None
