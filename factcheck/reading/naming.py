"""Words that name something and state nothing: in a product's name, a trade's, a gloss on what collagen is.

In go a sentence's words, its mentions and cues, out comes what is only named. A room of its own because the lexicon
finds its words wherever they stand, and these are no claims however often they stand on a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.tokens import Words
from factcheck.named import OF_SKIN, STANDINGS
from factcheck.reading.mentions import ACTIVES, SUBJECTS, CueHit, Mention, Reading

_PROTEINS = frozenset({"protein", "proteins", "fibre", "fibres", "fiber", "fibers"})
_TELLING = frozenset({"that", "which", "responsible", "found", "giving", "keeping"})
_LISTING = frozenset({",", "and", "or", "the", "skin"})
GLOSS = 6
"""Words between collagen and the word that says what it is."""
SHORT = 3
"""Letters of words that titles write small."""
_AT = frozenset({"in", "at", "near"})
_AROUND = frozenset("the our central north south east west greater downtown clinic clinics studio".split())
"""Words of a place besides its name: "in central York", "at our Bath clinic"."""
_NO_PLACE = frozenset(
    """women men adults teens weeks days minutes hours months years sessions summer winter autumn spring skin type
    types results clinical studies trials research""".split()
)
"""Words that titles write large, and no places: "for Thin Hair in Women"."""
_NOUNS = ("tion", "ment", "growth", "therapy", "care", "for")
"""Ends of words that name an effect and do not state one."""
_NAMING = frozenset({"relation", "other", "mask"})
_DASHES = frozenset({"–", "—", "-"})
NEXT = 3
"""Words from a thing to the "for" that tells what it is used for: "exosome treatment for"."""
PLACE = 5
"""Words of a place at a line's end, or of a name's gloss."""


def in_product_name(kind: str, first: int, last: int, sentence: Words) -> bool:
    """Whether a word is part of a name with a number: "Revive B5" revives nothing; "Retinol H10" is retinol."""
    named = kind not in ACTIVES and last == first + 1 and sentence.texts[first][0].isupper() and last < len(sentence)
    return named and numbers_name(sentence.texts[last])


def made_by(folds: Sequence[str]) -> bool:
    """Whether a sentence says first who made what was named before it: "Formulated by doctors for …"."""
    return folds[1:2] == ("by",) and (folds[0] == "made" or folds[0].endswith("ed"))


def numbers_name(text: str) -> bool:
    """Whether a text is the number of a product's name: "B5", "C20"."""
    return re.fullmatch(r"[A-Z]{1,3}-?\d{1,3}", text) is not None


def only_names(mention: Mention, naming: Sequence[CueHit], mentions: Sequence[Mention], folds: Sequence[str]) -> bool:
    """Whether an effect in one noun is part of a trade's name: "rejuvenation centre", "the field of scar reduction"."""
    acted_on = any(m.kind == "effect" and 0 <= m.first - mention.last <= 1 for m in mentions)
    return (mention.form == "does" or acted_on) and any(
        0 <= (mention.first - cue.last if cue.rule.reaches == "forward" else cue.first - mention.last) <= cue.rule.scope
        for cue in naming
        if cue.rule.scope is not None and ":" not in folds[cue.last : mention.first]
    )


def gloss_of(mentions: Sequence[Mention], sentence: Words) -> range:
    """The words that tell what collagen is: "collagen, the protein that keeps skin firm" promises no firmness."""
    folds = sentence.folds
    said = (i for i in range(1, len(folds) - 1) if folds[i] in _PROTEINS and folds[i + 1] in _TELLING)
    for i in said:
        before = [m for m in mentions if m.last <= i and m.kind != "effect"]
        if before and before[-1].concept in OF_SKIN and i - before[-1].last <= GLOSS:
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


def names_again(mention: Mention, reading: Reading, name: Reading) -> bool:
    """Whether words stand in a registered name that is said again: "Meet LUX®: a Skin Renewal Complex"."""
    texts, named = reading.words.texts, name.words.texts
    first, last = max(0, mention.first - 1), mention.last + 1
    around = (texts[first : mention.last], texts[mention.first : last])
    written = (words for words in around if len(words) > 1 and all(word[:1].isupper() for word in words))
    return any(words == named[i : i + len(words)] for words in written for i in range(len(named)))


def names_class(reading: Reading) -> bool:
    """Whether a line is the name of a class of ingredients, behind what it is for: "Firming Peptides"."""
    last = reading.mentions[-1:]
    named = any(m.kind == "ingredient" and m.last == len(reading.words) for m in last)
    return named and all(mention.kind == "outcome" for mention in reading.mentions[:-1])


def names_service(reading: Reading) -> bool:
    """Whether a line names what is done and where: "Exosome therapy for scar reduction in central York."."""
    folds, texts = reading.words.folds, reading.words.texts
    at = max((i for i, word in enumerate(folds) if word in _AT), default=0)
    place = [text for text in texts[at + 1 :] if text.isalpha()]
    names = [text for text in place if at and text[:1].isupper() and text.lower() not in _NO_PLACE]
    placed = names != [] and len(place) <= PLACE and all(text in names or text.lower() in _AROUND for text in place)
    things = [m for m in reading.mentions[:1] if m.kind in SUBJECTS and m.first == 0]
    purpose = any("for" in folds[m.last : m.last + NEXT] for m in things)
    return placed and purpose and _only_nouns(reading.mentions, folds)


def closes_title(reading: Reading, before: str) -> bool:
    """Whether a line's last piece ends the page's title with the firm's name: "… | Full Renewal — Skin House"."""
    texts = reading.words.texts
    dash = next((i for i, text in enumerate(texts) if text in _DASHES), 0)
    written = all(text[:1].isupper() for text in texts if text.isalpha() and len(text) > SHORT)
    promised = any(m.change for m in reading.mentions if m.first > dash)
    titled = before.rstrip(" ").endswith("|") and dash > 0 and written and not promised
    return titled and _only_nouns([m for m in reading.mentions if m.first < dash], reading.words.folds)


def _only_nouns(mentions: Sequence[Mention], folds: Sequence[str]) -> bool:
    """Whether none of these says that something happens or is so: "scar reduction", and not "reduces scars"."""
    stated = any(m.kind in {"status", "authority", "relation", "disease"} for m in mentions)
    acting = [(m, folds[m.last - 1]) for m in mentions if m.kind == "effect" or m.form == "does"]
    return not stated and all(
        word.endswith(_NOUNS) or (m.form == "does" and word.endswith("ing")) for m, word in acting
    )


def glosses(mentions: Sequence[Mention], folds: Sequence[str]) -> set[int]:
    """First words of what only explains the names of a list in brackets: "PDRN (salmon DNA), exosomes (messengers)"."""
    things = {m.last for m in mentions if m.kind in SUBJECTS}
    opened = [i for i, word in enumerate(folds) if word == "(" and i in things]
    spans = [range(i, folds.index(")", i)) for i in opened if ")" in folds[i : i + PLACE]]
    inside = [[m for m in mentions if m.first in span] for span in spans] if len(spans) > 1 else []
    naming = [held for held in inside if all(m.kind in _NAMING or m.kind in SUBJECTS for m in held)]
    return {m.first for held in naming for m in held if m.kind in _NAMING}


def is_indication(outcome: Mention, reading: Reading) -> bool:
    """Whether it is what something is approved for: "none is approved for wrinkles, ageing or scars"."""
    folds, mentions = reading.words.folds, reading.mentions
    listed = {i for m in mentions if m.kind in {"outcome", "disease", "body"} for i in range(m.first, m.last)}
    first = outcome.first
    while first and (first - 1 in listed or folds[first - 1] in _LISTING):
        first -= 1
    approved = any(m.concept in STANDINGS and m.last == first - 1 for m in mentions)
    return first > 1 and folds[first - 1] == "for" and approved
