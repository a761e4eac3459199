"""Whether copy is English at all: everything after this reads nothing else.

In goes a text, out comes whether it is in another language, or a note on what of it is. A room of its own because a
word of another language may look like one of the lexicon ("hydrate"): a page that was not read must not pass as one
without claims, nor as one that is borne out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    """the and of to with for is are our your you this that it by from has on not be can will without more no
    all free skin hair wrinkle wrinkles lines face eyes body cream moisturizer moisturiser moisturizing
    moisturising hydrating helps reduces reduce boosts improves repairs restores renews smooths soothes calms
    fades brightens firms treats cures approved proven clinically firmer smoother younger brighter healthy dry
    fine dark gentle daily apply use day night water ingredients treatment made""".split()
)
"""Commonest words of English, and of copy in English: a label in telegram style has few of the others."""
_OTHERS = frozenset(
    """le la les de des du et en une est pour avec dans sur vous votre notre nous qui que aux el los las una
    para por del su sus es der das und ist mit für von dem ein eine auf nicht il gli che di della delle sono het
    een van voor niet uw uma não mais seu sua jest dla się oraz och att för som og til ikke ja sekä ve için bir
    dan yang untuk dengan và của""".split()
)
"""Commonest words of other languages that are written in Latin letters and are not English: French, Spanish, German,
Italian, Dutch, Portuguese, Polish, Swedish and some more."""
_OF_SKIN = frozenset(
    """peau piel rostro haut gesicht pelle viso pele rosto huid gezicht skóra skóry skórę huden ihoa iho cilt
    cildi kulit arrugas falten rughe rugas rimpels zmarszczki zmarszczek rynkor""".split()
)
"""Their words for skin, face and wrinkles, of which no name is made up: each counts twice."""
FEWEST = 3
"""Words of another language before it is more than a name ("Crème de la Mer"), unless they are most of the text."""
TIMES = 3
"""How many times the English ones they must be: a label in two languages is read for its English."""
MANY = 6
"""From how many on a text that is read deserves a note."""
NOT_ENGLISH = "not English, the only language that is read"
PARTLY = "much of it does not look like English, the only language that is read"


@dataclass(frozen=True, slots=True)
class _Counts:
    """Words of a text by where they belong."""

    all: int
    english: int
    other: int
    script: int
    """In letters that are not Latin."""

    @property
    def foreign(self) -> bool:
        """Whether another language is seen at all; names and ingredients have a few of its words."""
        return self.other >= FEWEST or 2 * (self.other + self.script) > self.all


def in_another_language(text: str) -> bool:
    """Whether a text is in another language, judged by its commonest words and its script."""
    counts = _counts(text)
    return counts.foreign and counts.other + counts.script > TIMES * counts.english


def language_notes(text: str) -> tuple[str, ...]:
    """A note where much of a text that is read is in another language."""
    counts = _counts(text)
    found = counts.other + counts.script
    return (PARTLY,) if found >= MANY and found > counts.english else ()


@lru_cache(maxsize=1)
def _counts(text: str) -> _Counts:
    """Counted once for a text that is asked about twice."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return _Counts(
        all=len(words),
        english=sum(word in _ENGLISH for word in words),
        other=sum((word in _OTHERS) + 2 * (word in _OF_SKIN) for word in words),
        script=sum("\u024f" < word[0] < "\u1e00" or word[0] > "\u1eff" for word in words),
    )
