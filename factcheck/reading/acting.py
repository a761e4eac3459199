"""Which effect acts on an outcome: the "reduces" of "reduces wrinkles", and not that of the clause before.

In go the mentions of a sentence, out comes the index of an effect. A room of its own beside `roles` because the one
asks who does a thing, and the other what is done to what.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.tokens import Words
from factcheck.named import MORE, WORSEN
from factcheck.reading.clauses import RELATIVES, WALLS
from factcheck.reading.mentions import COORDINATE, Mention

_CAUSES = frozenset({"due", "caused", "responsible", "because", "causes", "without", "associated"})
"""Words after which an outcome is a cause, a culprit or an absence, not what the effect acts on."""
_FORWARD = frozenset({"more", "less", "fewer", "higher", "lower", "greater", "better"})
"""Effects that act only on what follows them: in "lines more than saline" nothing is increased."""
_EVALUATING = frozenset(
    "important common popular likely relevant expensive complex difficult demanding necessary crucial".split()
)
_LITTLE = frozenset({"minimal", "little", "low", "mild"})
_POINTING_ON = frozenset({",", ":", "-", "–", "—", "..."})
_GONE = frozenset({"gone", "undone", "beaten", "rebuilt", "shrunk", "begone", "regrown"})
_FEWER = frozenset({"fewer", "less"})
_MENDS = frozenset("heal close improve fade clear shrink disappear vanish respond".split())
_BETWEEN = frozenset("were are was is have has had been that which to fully completely".split())
"""What may stand between a trouble and what became of it: "scars that faded"."""
_BEHIND = frozenset(". ; , ! ? – — - ) with by under on after than in at when using through during if".split())
"""What follows a verb that acts on nothing: "fewer scars faded with …", and not "fewer spots, improved skin"."""
_RESULTS = frozenset({"result", "results", "outcomes", "success"})
OPENING = 3
"""Words before an outcome that a line opens with, and after a participle that may act on another one."""


def acting(i: int, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> int | None:
    """Index of the effect that acts on outcome i: right after it in a compound, else the nearest before, else after."""
    here = mentions[i]
    if _told_as_cause(here, mentions, sentence) or _heads_item(here, mentions, sentence):
        return None
    near = [j for j, m in enumerate(mentions) if acts(m) and clauses[m.first] == clauses[here.first]]
    near = [j for j in near if mentions[j].first != here.first]
    if here.form != "names":  # it tells itself what happens: "It mends the base: PDRN repairs your DNA"
        near = [j for j in near if not _parted(here, mentions[j], sentence)]
    after = [j for j in near if mentions[j].first >= here.last]
    if after and mentions[after[0]].first == here.last and _is_compound(mentions[after[0]], sentence):
        return after[0]
    before = [j for j in near if mentions[j].last <= here.first]
    before = [j for j in before if not _names_culprit(mentions[j], sentence)]
    before = [j for j in before if not _bracketed(mentions[j], here, sentence)]
    before = [j for j in before if not _yields_for(mentions[j], here, sentence)]
    stating = [j for j in before if here.first - mentions[j].last <= _span_of(mentions[j], sentence)]
    if stating and not _CAUSES.intersection(sentence.folds[mentions[stating[-1]].last : here.first]):
        return stating[-1]
    after = [j for j in after if mentions[j].kind == "effect" and not _ranks(mentions[j], sentence)]
    after = [j for j in after if not _names_culprit(mentions[j], sentence)]
    after = [j for j in after if not _acts_onward(here, mentions[j], sentence)]
    if after and not COORDINATE.intersection(sentence.folds[here.last : mentions[after[0]].first]):
        return after[0]
    if after and (
        _passive(sentence, here.last, mentions[after[0]].first) or _apposed(here, after[0], mentions, sentence)
    ):
        return after[0]
    return None


def _parted(outcome: Mention, effect: Mention, sentence: Words) -> bool:
    """Whether a colon or a dash stands between the two."""
    first, last = sorted((outcome.first, effect.first))
    return not WALLS.isdisjoint(sentence.texts[first:last])


def serves_another(effect: Mention, later: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an effect has its object before something named later: the "erases" of "erases lines and brightens"."""
    between = (m for m in mentions if effect.last <= m.first and m.last <= later.first)
    return any(m.kind in {"outcome", "disease"} for m in between)


def _told_as_cause(outcome: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether it is what another trouble comes from: "treats hair loss from ageing"."""
    if outcome.first < 1 or sentence.folds[outcome.first - 1] != "from":
        return False
    return any(m.last == outcome.first - 1 and m.kind in {"outcome", "disease"} for m in mentions)


def _span_of(mention: Mention, sentence: Words) -> int:
    """How many words ahead a mention can act: a verb through its clause, "more" and "evens" on what is next to them."""
    if mention.kind == "effect":
        return 2 if sentence.folds[mention.first] in _FORWARD else len(sentence)
    return 1


def _is_compound(effect: Mention, sentence: Words) -> bool:
    """Whether an effect right after an outcome acts on it, and is no participle: "ageing caused by the sun"."""
    if effect.kind != "effect" or sentence.folds[effect.first] in _FORWARD:
        return False
    return not _names_culprit(effect, sentence)


def _names_culprit(effect: Mention, sentence: Words) -> bool:
    """Whether a harm is named as what something comes from: "ageing caused by the sun", "itching caused by eczema"."""
    follows = effect.last < len(sentence) and sentence.folds[effect.last] in {"by", "from"}
    return follows and effect.concept == WORSEN


def _ranks(effect: Mention, sentence: Words) -> bool:
    """Whether "more" makes an adjective that tells no change: "clarity is more important"."""
    following = sentence.folds[effect.last : effect.last + 1]
    return sentence.folds[effect.first] in _FORWARD and not _EVALUATING.isdisjoint(following)


def _acts_onward(outcome: Mention, effect: Mention, sentence: Words) -> bool:
    """Whether what is told behind an outcome is of something else: "cells that calm it", "hollows for more volume"."""
    relative = not RELATIVES.isdisjoint(sentence.folds[outcome.last : outcome.last + 1])
    ahead = sentence.folds[effect.first - 1] == "for"
    return (relative and not _passive(sentence, outcome.last, effect.first)) or ahead


def _bracketed(effect: Mention, outcome: Mention, sentence: Words) -> bool:
    """Whether an outcome in brackets tells what little of something there is: "minimal downtime (some redness)"."""
    return sentence.folds[effect.first] in _LITTLE and "(" in sentence.folds[effect.last : outcome.first]


def _yields_for(effect: Mention, outcome: Mention, sentence: Words) -> bool:
    """Whether more of something is to be had for it, and not more of it: "gives superior | results for | wrinkles"."""
    between = sentence.folds[effect.last : outcome.first]
    return effect.concept == MORE and "for" in between and not _RESULTS.isdisjoint(between)


def _heads_item(here: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether it heads an item behind a colon, and brackets tell of other things: "cells: fibroblasts (firm skin)"."""
    folds = sentence.folds
    if folds[here.last : here.last + 1] != ("(",) or ":" not in folds[: here.first]:
        return False
    ends = folds.index(")", here.last) if ")" in folds[here.last :] else len(folds)
    told = [m for m in mentions if here.last < m.first < ends]
    return acts(told[0]) and any(m.kind == "outcome" for m in told[1:]) if told else False


def fewer_mended(outcome: Mention, mentions: Sequence[Mention], sentence: Words) -> int | None:
    """Index of the "fewer" by which fewer of a trouble got better, and no less of it is there: "fewer scars faded"."""
    folds = sentence.folds
    few = [j for j, m in enumerate(mentions) if not _FEWER.isdisjoint(folds[m.first : m.last]) and m.kind == "effect"]
    few = [j for j in few if 0 <= outcome.first - mentions[j].last < OPENING]
    few = [j for j in few if COORDINATE.isdisjoint(folds[mentions[j].last : outcome.first])]
    verb = outcome.last - 1 if outcome.form == "does" else outcome.last
    while outcome.form == "names" and folds[verb : verb + 1] and folds[verb] in _BETWEEN:
        verb += 1
    told = outcome.form == "does" or any(
        m.first == verb and m.kind == "effect" and m.concept != WORSEN for m in mentions
    )
    mends = told and any(is_participle(word) or word in _MENDS for word in folds[verb : verb + 1])
    return few[0] if few and mends and _BEHIND.issuperset(folds[verb + 1 : verb + 2]) else None


def acts(mention: Mention) -> bool:
    """Whether a mention can act on an outcome: an effect, or a wording such as "evens" in "evens skin tone"."""
    return mention.kind == "effect" or mention.form != "names"


def _passive(sentence: Words, start: int, end: int) -> bool:
    """Whether an auxiliary stands between: "lines and wrinkles are reduced"."""
    return bool(
        {"is", "are", "was", "were", "be", "been", "gets", "get", "can", "will"}.intersection(sentence.folds[start:end])
    )


def _apposed(outcome: Mention, i: int, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether a participle tells what became of what a line opens with: "Dark spots, faded in a week"."""
    effect, between = mentions[i], sentence.folds[outcome.last : mentions[i].first]
    if len(between) != 1 or between[0] not in _POINTING_ON or outcome.first > OPENING:
        return False
    acts = any(effect.last <= m.first < effect.last + OPENING and m.kind in {"outcome", "disease"} for m in mentions)
    return is_participle(sentence.folds[effect.first]) and not acts


def is_participle(word: str) -> bool:
    """Whether a word tells what has been done to something: "faded", "gone"."""
    return word.endswith("ed") or word in _GONE
