"""Words that name something and state nothing: in a product's name, a trade's, a gloss on what collagen is.

In go a sentence's words, its mentions and cues, out comes what is only named. A room of its own because the lexicon
finds its words wherever they stand, and these are no claims however often they stand on a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language import Words
from factcheck.mentions import CueHit, Mention, Reading

_PROTEINS = frozenset({"protein", "proteins", "fibre", "fibres", "fiber", "fibers"})
_TELLING = frozenset({"that", "which", "responsible", "found", "giving", "keeping"})
_OF_SKIN = frozenset({"collagen", "elastin", "keratin"})
"""Concepts of what skin is made of, which texts explain."""
GLOSS = 6
"""Words between collagen and the word that says what it is."""
SHORT = 3
"""Letters of words that titles write small."""


def in_product_name(first: int, last: int, sentence: Words) -> bool:
    """Whether a word is part of a product's name with a number: "Revive B5" does not revive."""
    named = last == first + 1 and sentence.texts[first][0].isupper() and last < len(sentence)
    return named and numbers_name(sentence.texts[last])


def numbers_name(text: str) -> bool:
    """Whether a text is the number of a product's name: "B5", "C20"."""
    return re.fullmatch(r"[A-Z]{1,3}-?\d{1,3}", text) is not None


def only_names(mention: Mention, naming: Sequence[CueHit]) -> bool:
    """Whether an effect in one word is part of a trade's name: "rejuvenation centre", "the field of anti-ageing"."""
    return mention.form == "does" and any(
        0 <= (mention.first - cue.last if cue.rule.reaches == "forward" else cue.first - mention.last) <= cue.rule.scope
        for cue in naming
        if cue.rule.scope is not None
    )


def gloss_of(mentions: Sequence[Mention], sentence: Words) -> range:
    """The words that tell what collagen is: "collagen, the protein that keeps skin firm" promises no firmness."""
    folds = sentence.folds
    said = (i for i in range(1, len(folds) - 1) if folds[i] in _PROTEINS and folds[i + 1] in _TELLING)
    for i in said:
        before = [m for m in mentions if m.last <= i and m.kind != "effect"]
        if before and before[-1].concept in _OF_SKIN and i - before[-1].last <= GLOSS:
            ends = (j for j in range(i, len(folds)) if folds[j] in {",", ";", ")", "–", "—"})
            return range(i, next(ends, len(folds)))
    return range(0)


def in_running_name(i: int, sentence: Words) -> bool:
    """Whether a word is part of a name in running text: "Luxe Organix is packed with algae" misspells nothing."""
    running = sum(word.islower() and len(word) > SHORT for word in sentence.texts) > 1
    beside = (*sentence.texts[max(0, i - 1) : i], *sentence.texts[i + 1 : i + 2])
    return running and sentence.texts[i].istitle() and any(word.istitle() for word in beside)


def is_trade_name(reading: Reading) -> bool:
    """Whether a line is a registered name and nothing else: "LUX® Skin Revitalising Complex"."""
    texts = reading.words.texts
    signed = any(sign in text for text in texts for sign in "®™")
    stands = any(m.kind in {"status", "authority", "relation", "disease"} for m in reading.mentions)
    return signed and not stands and all(text[:1].isupper() for text in texts if text.isalpha() and len(text) > SHORT)


def names_class(reading: Reading) -> bool:
    """Whether a line is the name of a class of ingredients, behind what it is for: "Firming Peptides"."""
    last = reading.mentions[-1:]
    named = any(m.kind == "ingredient" and m.last == len(reading.words) for m in last)
    return named and all(mention.kind == "outcome" for mention in reading.mentions[:-1])
