"""Who does what in a sentence: which mention is only compared with or acted on, and which effect acts on an outcome.

In go the mentions of a sentence, out come the same with their roles, and the effect of each outcome. A room of its own
because these rules of word order are many, and know nothing of the lexicon but kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.language import Words
from factcheck.mentions import SUBJECTS, CueHit, Mention

_MEANS = frozenset("with by using via through thanks from containing in that which who when how".split())
_CAUSES = frozenset({"due", "caused", "responsible", "because", "causes", "without", "associated"})
"""Words after which an outcome is a cause, a culprit or an absence, not what the effect acts on."""
_FORWARD = frozenset({"more", "less", "fewer", "higher", "lower", "greater", "better"})
"""Effects that act only on what follows them: in "lines more than saline" nothing is increased."""
_EVALUATING = frozenset(
    "important common popular likely relevant expensive complex difficult demanding necessary crucial".split()
)
_WHILE, _USING = frozenset({"when", "while", "if"}), frozenset({"using", "taking", "applying", "wearing"})
_LITTLE = frozenset({"minimal", "little", "low", "mild"})
_AFTER = frozenset({":", "-", "–", "—", "after", "following", "when", "during", "once", "for"})
"""Words that end what is compared with: "better than PRP after needling"."""
_ONE = frozenset({"a", "an", "one", "two", "the", "this"})
"""Words with which "in" tells where it was compared: "than with saline in a needling trial"."""
_EXCHANGE = frozenset("replace replaces replacing swap swaps swapping trade trading exchange switch".split())
"""Verbs behind which one thing goes and another comes: "replace retinol with bakuchiol"."""
CARRY = "carry"
"""Concept of holding something inside."""
_RELATIVE = {("which",), ("who",)}
_TIMES = frozenset("weeks week months month days day years year".split())
_MAKING = frozenset("production synthesis formation secretion biosynthesis levels loss breakdown".split())
"""What is of a substance that the body makes itself."""
_NAMED = 3
"""Words of an "of" with what describes the thing named: "effect of daily topical exosomes"."""
_POINTING_ON = frozenset({",", ":", "-", "–", "—", "..."})
_GONE = frozenset({"gone", "undone", "beaten", "rebuilt", "shrunk", "begone", "regrown"})
OPENING = 3
"""Words before an outcome that a line opens with, and after a participle that may act on another one."""
_COORDINATE = frozenset({",", "and", "or", "&", "plus", "/"})


def with_roles(
    mentions: list[Mention], sentence: Words, cues: Sequence[CueHit], clauses: tuple[int, ...]
) -> list[Mention]:
    """Subjects that are only compared with, or only acted on, marked as such; without what is said of others."""
    compared = {i for cue in cues if cue.rule.kind == "comparison" for i in _reach(cue, mentions, sentence, clauses)}
    unlike = _unlike(sentence)
    compared.update(unlike)
    roles = []
    for mention in (m for m in mentions if m.first not in unlike or m.kind in SUBJECTS):
        if mention.kind not in SUBJECTS:
            roles.append(mention)
        elif mention.first in compared:
            roles.append(replace(mention, role="comparator"))
        elif (
            _is_cargo(mention, mentions, clauses)
            or _is_made(mention, mentions, sentence)
            or _is_beside(mention, mentions, sentence)
            or _is_object(mention, mentions, sentence, clauses)
        ):
            roles.append(replace(mention, role="object"))
        else:
            roles.append(mention)
    return roles


def _unlike(sentence: Words) -> range:
    """What a sentence says first of something else: "Unlike creams that only hydrate, …", "Unlike X, which …, …"."""
    folds = sentence.folds
    if folds[0] != "unlike" or "," not in folds:
        return range(0)
    end = folds.index(",")
    goes_on = folds[end + 1 : end + 2] in _RELATIVE and "," in folds[end + 1 :]
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
    while first and (first - 1 in listed or sentence.folds[first - 1] in _COORDINATE):
        first -= 1
    return sentence.folds[max(0, first - 1) : first] == ("of",) and sentence.folds[first - 2] in _MAKING


def _is_beside(mention: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether it is only in use at the time: "sunscreen is a must when using retinol products"."""
    before = sentence.folds[max(0, mention.first - 2) : mention.first]
    used = len(before) == 2 and before[0] in _WHILE and before[1] in _USING
    return used and any(m.kind in SUBJECTS and m.last <= mention.first - 2 for m in mentions)


def _is_object(mention: Mention, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> bool:
    """Whether an effect verb before it acts on it, with no "with" or "by" between."""
    before = [m for m in mentions if m.last <= mention.first and clauses[m.first] == clauses[mention.first]]
    verbs = [m for m in before if m.kind == "effect" and not _in_compound(m, before)]
    if not verbs:
        return False
    between = sentence.folds[verbs[-1].last : mention.first]
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


def _has_verb_of_its_own(mention: Mention, verb: Mention, mentions: Sequence[Mention], sentence: Words) -> bool:
    """Whether the verb has its object before the "and", and another one follows: "… and vitamin C brightens skin"."""
    joined = sentence.folds[mention.first - 1] in {"and", "while"}
    return (
        joined
        and serves_another(verb, mention, mentions)
        and any(m.first == mention.last and _acts(m) for m in mentions)
    )


def _treated_with(sentence: Words, verb: Mention, between: Sequence[str]) -> bool:
    """Whether it is what was used meanwhile: "lightened under tretinoin", "after 12 weeks on bakuchiol"."""
    if not between:
        return False
    ended = sentence.folds[verb.last - 1].endswith("ed") and between[0] in {"on", "under"}
    return ended or any(word in _TIMES and after in {"on", "of"} for word, after in pairwise(between))


def _in_compound(effect: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an effect belongs to the outcome right before it: "collagen-boosting peptides"."""
    return any(m.last == effect.first and m.kind in {"outcome", "disease"} for m in mentions)


def acting(i: int, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> int | None:
    """Index of the effect that acts on outcome i: right after it in a compound, else the nearest before, else after."""
    here = mentions[i]
    if _told_as_cause(here, mentions, sentence):
        return None
    near = [j for j, m in enumerate(mentions) if _acts(m) and clauses[m.first] == clauses[here.first]]
    near = [j for j in near if mentions[j].first != here.first]
    after = [j for j in near if mentions[j].first >= here.last]
    if after and mentions[after[0]].first == here.last and _is_compound(mentions[after[0]], sentence):
        return after[0]
    before = [j for j in near if mentions[j].last <= here.first]
    before = [j for j in before if not _names_culprit(mentions[j], sentence)]
    before = [j for j in before if not _bracketed(mentions[j], here, sentence)]
    stating = [j for j in before if here.first - mentions[j].last <= _span_of(mentions[j], sentence)]
    if stating and not _CAUSES.intersection(sentence.folds[mentions[stating[-1]].last : here.first]):
        return stating[-1]
    after = [j for j in after if mentions[j].kind == "effect" and not _ranks(mentions[j], sentence)]
    after = [j for j in after if not _names_culprit(mentions[j], sentence)]
    if after and not _COORDINATE.intersection(sentence.folds[here.last : mentions[after[0]].first]):
        return after[0]
    if after and (
        _passive(sentence, here.last, mentions[after[0]].first) or _apposed(here, after[0], mentions, sentence)
    ):
        return after[0]
    return None


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
    return follows and effect.concept == "worsen"


def _ranks(effect: Mention, sentence: Words) -> bool:
    """Whether "more" makes an adjective that tells no change: "clarity is more important"."""
    following = sentence.folds[effect.last : effect.last + 1]
    return sentence.folds[effect.first] in _FORWARD and not _EVALUATING.isdisjoint(following)


def _bracketed(effect: Mention, outcome: Mention, sentence: Words) -> bool:
    """Whether an outcome in brackets tells what little of something there is: "minimal downtime (some redness)"."""
    return sentence.folds[effect.first] in _LITTLE and "(" in sentence.folds[effect.last : outcome.first]


def _acts(mention: Mention) -> bool:
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
