"""Whether copy is English at all: everything after this reads nothing else.

In goes a text, out comes a note for the reader of the report, or none. A room of its own because a word of another
language may look like one of the lexicon ("hydrate"), and a verdict on it must not pass without a word.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("the and of to with for is are your our you this that it by from has on not be can will".split())
_OTHERS = frozenset(
    """le la les des du et une est pour avec dans sur vous votre notre nous qui que aux el los las una con para por del
    su sus es y der die das und ist mit für von den dem ein eine auf nicht il gli che di per della delle sono het een
    van voor met niet uw o os uma com não mais seu sua i w na jest dla och att för med som är""".split()
)
"""Commonest words of French, Spanish, German, Italian, Dutch, Portuguese, Polish and Swedish that are not English."""
FEWEST = 4
"""Words of another language before anything is said; brands and ingredients have a few."""
TIMES = 3
"""How many times the English ones they must be."""
READ = 20_000
"""Characters that are looked at."""
NOTE = "does not look like English, the only language that is read: verdicts may be wrong or missing"


def language_notes(text: str) -> tuple[str, ...]:
    """A note where the text seems to be in another language, judged by its commonest words and its script."""
    words = [word.casefold() for word in _WORD.findall(text[:READ])]
    foreign = sum(word in _OTHERS for word in words)
    other_script = sum(word[0] > "\u024f" for word in words)
    english = sum(word in _ENGLISH for word in words)
    found = max(foreign, other_script)
    return (NOTE,) if found >= FEWEST and found > TIMES * english else ()
