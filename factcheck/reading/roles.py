"""Who does what in a sentence: which subject is only compared with, held or acted on.

In go the mentions of a sentence, out come the same with their roles. A room of its own because these rules of word
order are many, and know nothing of the lexicon but kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.language.tokens import Words
from factcheck.named import CARRY, OF_SKIN
from factcheck.reading.acting import acts, serves_another
from factcheck.reading.clauses import RELATIVES
from factcheck.reading.mentions import COORDINATE, SUBJECTS, TIMES, CueHit, Mention

_MEANS = frozenset("with by using via through thanks from containing in that which who when how".split())
_WHILE, _USING = frozenset({"when", "while", "if"}), frozenset({"using", "taking", "applying", "wearing"})
_BEHIND = frozenset({"after", "following"})
_PROMPTLY = frozenset("immediately straight directly right shortly soon just both".split())
_USED = frozenset(
    """used use applied apply worn layered given smoothed massaged recommended ideal perfect great best suitable
    suited designed""".split()
)
"""Words of what is done with a thing after something else: "ideal after", "applied right after"."""
_POINTING = frozenset({"this", "it", "these", "they"})
_AFTER = frozenset({":", "-", "–", "—", "after", "following", "when", "during", "once", "for"})
"""Words that end what is compared with: "better than PRP after needling"."""
_ONE = frozenset({"a", "an", "one", "two", "the", "this"})
"""Words with which "in" tells where it was compared: "than with saline in a needling trial"."""
_EXCHANGE = frozenset("replace replaces replacing swap swaps swapping trade trading exchange switch".split())
"""Verbs behind which one thing goes and another comes: "replace retinol with bakuchiol"."""
_MAKING = frozenset("production synthesis formation secretion biosynthesis levels loss breakdown".split())
"""What is of a substance that the body makes itself."""
_NAMED = 3
"""Words of an "of" with what describes the thing named: "effect of daily topical exosomes"."""


def with_roles(
    mentions: list[Mention], sentence: Words, cues: Sequence[CueHit], clauses: tuple[int, ...]
) -> list[Mention]:
    """Subjects that are only compared with, or only acted on, marked as such; without others' and what skin makes."""
    compared = {i for cue in cues if cue.rule.kind == "comparison" for i in _reach(cue, mentions, sentence, clauses)}
    unlike = _unlike(sentence)
    compared.update(unlike)
    roles = []
    told = (m for m in mentions if m.first not in unlike or m.kind in SUBJECTS)
    for mention in (m for m in told if not _is_grown(m, mentions, sentence)):
        if mention.kind not in SUBJECTS:
            roles.append(mention)
        elif mention.first in compared:
            roles.append(replace(mention, role="comparator"))
        elif (
            _is_cargo(mention, mentions, clauses)
            or _is_made(mention, mentions, sentence)
            or _is_beside(mention, mentions, sentence)
            or _came_before(mention, mentions, sentence)
            or _is_object(mention, mentions, sentence, clauses)
        ):
            roles.append(replace(mention, role="object"))
        else:
            roles.append(mention)
    return roles


def _unlike(sentence: Words) -> range:
    """What a sentence names first to set the rest beside it: "Unlike creams that only hydrate, …", "Like X, …"."""
    folds = sentence.folds
    start = folds[0] in {"just", "much"}
    beside = folds[start] in {"unlike", "like"} or folds[start : start + 2] == ("as", "with")
    if not beside or "," not in folds:
        return range(0)
    end = folds.index(",")
    goes_on = not RELATIVES.isdisjoint(folds[end + 1 : end + 2]) and "," in folds[end + 1 :]
    return range(1, folds.index(",", end + 1) if goes_on else end)


def _reach(cue: CueHit, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> range:
    """The words that a comparison covers: up to the next comma, effect or clause end."""
    if cue.rule.reaches == "backward":
        return range(max(0, cue.first - (cue.rule.scope or 2)), cue.first)
    stops = {m.first for m in mentions if m.kind in {"effect", "relation"} and m.first >= cue.last}
    end = cue.last
    while end < len(sentence) and clauses[end] == clauses[cue.first]:
        word, following = sentence.folds[end], sentence.folds[end + 1 : end + 2]
        told_where = word == "in" and not _ONE.isdisjoint(following)
        given = word == "with" and sentence.folds[cue.first] in _EXCHANGE
        if word == "," or end in stops or word in _AFTER or told_where or given:
            break
        end += 1
    return range(cue.last, end)


def _is_cargo(mention: Mention, mentions: Sequence[Mention], clauses: tuple[int, ...]) -> bool:
    """Whether an ingredient carries it, and does what it does; what a product holds does it in the product's stead."""
    before = [m for m in mentions if m.last <= mention.first and clauses[m.first] == clauses[mention.first]]
    verb = next((m for m in reversed(before) if m.concept == CARRY or m.kind == "effect"), mention)
    carriers = [m for m in before if m.kind in SUBJECTS and m.last <= verb.first]
    return verb.concept == CARRY and bool(carriers) and all(m.kind == "ingredient" for m in carriers)


def _is_made(mention: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether it is what the body makes: "the production of collagen and hyaluronic acid"."""
    listed = {i for m in mentions for i in range(m.first, m.last)}
    first = mention.first
    while first and (first - 1 in listed or sentence.folds[first - 1] in COORDINATE):
        first -= 1
    return sentence.folds[max(0, first - 1) : first] == ("of",) and sentence.folds[first - 2] in _MAKING


def _is_beside(mention: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether it is only in use at the time: "sunscreen is a must when using retinol products"."""
    before = sentence.folds[max(0, mention.first - 2) : mention.first]
    used = len(before) == 2 and before[0] in _WHILE and before[1] in _USING
    added = sentence.folds[0] in _POINTING and "alongside" in sentence.folds[: mention.first]
    return (used or added) and any(m.kind in SUBJECTS and m.last <= mention.first - 2 for m in mentions)


def _came_before(mention: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether it is only what something else is used after: "Applied after needling and PRP for faster healing"."""
    listed = {i for m in mentions if m.kind in SUBJECTS for i in range(m.first, m.last)}
    first = mention.first
    while first and (first - 1 in listed or sentence.folds[first - 1] in COORDINATE):
        first -= 1
    used = next((word for word in reversed(sentence.folds[: max(first - 1, 0)]) if word not in _PROMPTLY), "")
    return mention.kind != "procedure" and sentence.folds[first - 1] in _BEHIND and used in _USED


def _is_object(mention: Mention, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> bool:
    """Whether an effect verb before it acts on it, with no "with" or "by" between."""
    before = [m for m in mentions if m.last <= mention.first and clauses[m.first] == clauses[mention.first]]
    verbs = [m for m in before if m.kind == "effect" and not _in_compound(m, before)]
    if not verbs:
        return False
    between = sentence.folds[verbs[-1].last : mention.first]
    if mention.kind == "product" and _is_named_for(mention, verbs[-1], sentence):
        return False
    if sentence.folds[verbs[-1].first] == "for" and any(sentence.folds[m.first] in _EXCHANGE for m in before):
        return False
    if _has_verb_of_its_own(mention, verbs[-1], mentions, sentence):
        return False
    if _treated_with(sentence, verbs[-1], between):
        return False
    if between[:1] == ("of",) and len(between) <= _NAMED:  # "the effect of exosomes on wrinkles": they have it
        return False
    if mention.kind != "procedure" and between[-1:] == ("after",) and serves_another(verbs[-1], mention, mentions):
        return any(m.kind in SUBJECTS for m in before)  # "more hair after exosomes": they gave it
    return not _MEANS.intersection(between) and not {",", ":", "-", "."}.intersection(between)


def _is_grown(mention: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether it ends a list of what skin makes more of, and so is no ingredient: "boosts collagen and ceramides"."""
    folds, listed = sentence.folds, [m for m in mentions if m.form == "names" and m.kind in {"outcome", "ingredient"}]
    within = {i for m in listed for i in range(m.first, m.last)}
    first = mention.first
    while first and (first - 1 in within or folds[first - 1] in COORDINATE):
        first -= 1
    made = {m.concept for m in listed if first <= m.first < mention.first and m.concept in OF_SKIN}
    if not made or mention.kind != "ingredient" or (folds[mention.first - 1] == "," and len(made) == 1):
        return False  # "peptides boost collagen, ceramides …"
    if _acts_next(mention, mentions) and (folds[mention.last] != "for" or len(made) == 1):
        return False  # "boosts collagen, and hyaluronic acid for moisture"
    return any(m.kind == "effect" and m.last in {first, first - 1} for m in mentions)


def _acts_next(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether what is named does something itself: "… and hyaluronic acid plumps"."""
    return any(m.first == mention.last and acts(m) for m in mentions)


def _is_named_for(goods: Mention, verb: Mention, sentence: Words) -> bool:
    """Whether a verb is part of what goods are called: "Replenishing Rich Moisturiser", "our repairing cream"."""
    name = sentence.texts[verb.first : goods.last]
    titled = all(word[:1].isupper() for word in name)
    return len(name) <= _NAMED and (titled or (len(name) == 2 and name[0].endswith("ing")))


def _has_verb_of_its_own(mention: Mention, verb: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether the verb has its object before the "and", and another one follows: "… and vitamin C brightens skin"."""
    joined = sentence.folds[mention.first - 1] in {"and", "while"}
    return joined and serves_another(verb, mention, mentions) and _acts_next(mention, mentions)


def _treated_with(sentence: Words, verb: Mention, between: Sequence[str]) -> bool:
    """Whether it is what was used meanwhile: "lightened under tretinoin", "after 12 weeks on bakuchiol"."""
    if not between:
        return False
    ended = sentence.folds[verb.last - 1].endswith("ed") and between[0] in {"on", "under"}
    return ended or any(word in TIMES and after in {"on", "of"} for word, after in pairwise(between))


def _in_compound(effect: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an effect belongs to the outcome right before it: "collagen-boosting peptides"."""
    return any(m.last == effect.first and m.kind in {"outcome", "disease"} for m in mentions)
