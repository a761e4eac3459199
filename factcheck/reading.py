"""Words to meaning: which lexicon entries a sentence names, in which role, and what happens to each outcome.

In go the words of a sentence (or of a phrasing: both pass here, so that they can be compared), out comes a `Reading`:
mentions of concepts with their roles, cues, and clauses. A room of its own because segmenting, matching and
qualifying all stand on it, and because everything an expert writes into the lexicon takes effect here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.language import Words, known_words
from factcheck.model import Concept, CueRule, Lexicon
from factcheck.normalise import learn, stem
from factcheck.spelling import SHORTEST, correct
from factcheck.wordings import Finder, Wordings, longest, wordings

SUBJECTS = frozenset({"ingredient", "procedure", "drug", "device", "product"})
"""Kinds of concept that a claim can be about."""
_BREAKS = frozenset({";", "|", "…", "•"})
PURPOSE = "improve"
"""Concept that "for" stands for between a product and an outcome."""
_CONTRAST = frozenset({"but", "while", "whereas", "although", "though", "however", "yet", "despite"})
_MAKING = frozenset({"made", "manufactured", "produced", "bottled", "packed", "filled"})
"""Verbs after which another thing is said than before: "FDA approved and made in a registered facility"."""
_YET = frozenset({"not", "never", "has", "have", "had", "is", "are", "was", "were", "as"})
"""Words after which "yet" is no word of contrast: "is not yet approved"."""
_MEANS = frozenset(
    {
        "with",
        "by",
        "using",
        "via",
        "through",
        "thanks",
        "from",
        "containing",
        "in",
        "that",
        "which",
        "who",
        "when",
        "how",
    }
)
_CAUSES = frozenset({"due", "caused", "responsible", "because", "causes", "without"})
"""Words after which an outcome is a cause, a culprit or an absence, not what the effect acts on."""
_FORWARD = frozenset({"more", "less", "fewer", "higher", "lower", "greater", "better"})
"""Effects that act only on what follows them: in "lines more than saline" nothing is increased."""
_DENYING = frozenset({"no", "never", "not", "cannot", "ever", "possibly"})
"""Last words of sure wordings that deny what follows: "can never"; "no risk" does not."""
_EVALUATING = frozenset(
    "important common popular likely relevant expensive complex difficult demanding necessary crucial".split()
)
_LITTLE = frozenset({"minimal", "little", "low", "minimum", "mild"})
_COORDINATE = frozenset({",", "and", "or", "&", "plus", "/"})
_IMPROVES = {("up", "good"): True, ("up", "bad"): False, ("down", "good"): False, ("down", "bad"): True}


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named by the words `first` to `last` (one past the end)."""

    concept: str
    kind: str
    first: int
    last: int
    form: str = "names"
    """names, or for outcomes does and worsens: the wording states the change by itself."""
    role: str = "main"
    """main; comparator: what it is compared with; object: what an effect verb acts on."""
    change: str | None = None
    """Of an outcome: better, worse, or None if no effect is stated."""
    full: bool = False
    """Of an outcome: the effect is said to be complete (erase, reverse, cure)."""
    by: int | None = None
    """Of an outcome: index in `mentions` of the effect that acts on it."""


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue's wording at the words `first` to `last`."""

    rule: CueRule
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the lexicon sees in a sentence."""

    words: Words
    mentions: tuple[Mention, ...]
    cues: tuple[CueHit, ...]
    clauses: tuple[int, ...]
    """Clause number of each word."""

    def text(self, first: int, last: int, source: str) -> str:
        """The words `first` to `last` as they stand in the source text."""
        return source[self.words.starts[first] : self.words.ends[last - 1]]


class Reader:
    """The lexicon, indexed for reading; built once per base."""

    def __init__(self, lexicon: Lexicon, held: Wordings | None = None) -> None:
        self.concepts: dict[str, Concept] = {concept.id: concept for concept in lexicon.concepts}
        self.wordings = held if held is not None else wordings(lexicon)
        learn(self.wordings.stems)
        self._stems = frozenset(map(stem, self.wordings.vocabulary))
        self._forms, self._cues = Finder(self.wordings.forms), Finder(self.wordings.cues)
        self._meant = lru_cache(maxsize=65536)(self._nearest)
        self._closure: dict[str, frozenset[str]] = {}
        self._rules = lexicon.cues

    def closure(self, concept: str) -> frozenset[str]:
        """The concept with everything that it is a kind of."""
        if concept not in self._closure:
            wider = self.concepts[concept].isa if concept in self.concepts else ()
            self._closure[concept] = frozenset({concept}).union(*(self.closure(up) for up in wider))
        return self._closure[concept]

    def isa(self, concept: str, wanted: str) -> bool:
        """Whether a concept is the wanted one or a kind of it."""
        return concept == wanted or wanted in self.closure(concept)

    def read(self, sentence: Words) -> Reading:
        """Everything the lexicon sees in the words of one sentence."""
        sentence = self._corrected(sentence)
        cues = tuple(self._find_cues(sentence))
        clauses = _clauses(sentence)
        mentions = list(dict.fromkeys(self._find_mentions(sentence)))
        mentions = self._with_purposes(mentions, sentence)
        mentions = _with_roles(mentions, sentence, cues, clauses)
        mentions = [self._with_change(i, mentions, sentence, clauses) for i in range(len(mentions))]
        return Reading(sentence, tuple(mentions), cues, clauses)

    # -------------------------------------------------------------- spelling

    def _corrected(self, sentence: Words) -> Words:
        """The words with misspellings of lexicon words put right; offsets stay."""
        fixes = {i: fixed for i, fold_ in enumerate(sentence.folds) if (fixed := self._fix(fold_, sentence.stems[i]))}
        if not fixes:
            return sentence
        folds = tuple(fixes.get(i, word) for i, word in enumerate(sentence.folds))
        stems = tuple(stem(fixes[i]) if i in fixes else word for i, word in enumerate(sentence.stems))
        return replace(sentence, folds=folds, stems=stems)

    def _fix(self, word: str, stemmed: str) -> str | None:
        if len(word) < SHORTEST or stemmed in self._stems or not word.isalpha():
            return None
        return self._meant(word)

    def _nearest(self, word: str) -> str | None:
        """The lexicon's word that was meant; it need not hold the plural."""
        if word in known_words():
            return None
        return correct(word, self.wordings.vocabulary) or (
            correct(word[:-1], self.wordings.vocabulary) if word.endswith("s") else None
        )

    # -------------------------------------------------------------- finding

    def _find_mentions(self, sentence: Words) -> Iterator[Mention]:
        """Concepts named, the longest wording first; a wording inside a longer one is not read again."""
        for first, last, (_, concept, form) in longest(self._forms.hits(sentence)):
            if not _in_name(first, last, sentence):
                yield Mention(concept, self.concepts[concept].kind, first, last, form)

    def _with_purposes(self, mentions: list[Mention], sentence: Words) -> list[Mention]:
        """The mentions, with the "for" of "serum for wrinkles" read as an effect: it promises one."""
        if PURPOSE not in self.concepts:
            return mentions
        ends = {m.last for m in mentions if m.kind in SUBJECTS}
        fors = [
            i for i, word in enumerate(sentence.folds) if word == "for" and i in ends and not _counts(i + 1, sentence)
        ]
        added = [Mention(PURPOSE, self.concepts[PURPOSE].kind, i, i + 1) for i in fors]
        return sorted([*mentions, *added], key=lambda m: (m.first, m.last)) if added else mentions

    def _find_cues(self, sentence: Words) -> Iterator[CueHit]:
        hits = list(self._cues.hits(sentence))
        kept = longest(hits)
        sure = [hit[:2] for hit in kept if self._rules[hit[2][1]].kind == "absolute"]
        sure = [(first, last) for first, last in sure if sentence.folds[last - 1] in _DENYING]
        inside = [h for h in hits if any(s <= h[0] < h[1] <= e and (s, e) != h[:2] for s, e in sure)]
        denying = [hit for hit in longest(inside) if self._rules[hit[2][1]].kind == "negation"]
        found = sorted([*kept, *denying], key=lambda hit: hit[:2])  # the "never" in "can never" denies, however sure
        # "isn't" and "is not" are two wordings and one cue.
        for number, first, last in dict.fromkeys((number, first, last) for first, last, (_, number) in found):
            yield CueHit(self._rules[number], first, last)

    # -------------------------------------------------------------- outcomes

    def _with_change(self, i: int, mentions: list[Mention], sentence: Words, clauses: tuple[int, ...]) -> Mention:
        """An outcome with what is said to happen to it; other mentions as they are."""
        mention = mentions[i]
        if mention.kind not in {"outcome", "disease"}:
            return mention
        effect = _acting(i, mentions, sentence, clauses)
        full = effect is not None and self.concepts[mentions[effect].concept].degree == "full"
        if mention.form == "does":
            return replace(mention, change="better", by=effect, full=full)
        if mention.form == "worsens":
            return replace(mention, change="worse", by=effect, full=full)
        if effect is None:
            return mention
        if mentions[effect].form != "names":
            return replace(mention, change="better" if mentions[effect].form == "does" else "worse", by=effect)
        acting = self.concepts[mentions[effect].concept]
        change = self.change(acting, self.concepts[mention.concept])
        if change == "worse" and self._has_better(mentions[effect].last, mention.first, acting, mentions):
            return mention  # "increases regrowth in hair loss": the second is the setting, not what is increased
        return replace(mention, change=change, by=effect, full=full)

    def _has_better(self, start: int, end: int, effect: Concept, mentions: Sequence[Mention]) -> bool:
        """Whether an outcome that the effect makes better stands between two words."""
        between = (m for m in mentions if start <= m.first and m.last <= end and m.kind in {"outcome", "disease"})
        return any(self.change(effect, self.concepts[m.concept]) == "better" for m in between)

    def change(self, effect: Concept, outcome: Concept) -> str | None:
        """Whether the effect makes the outcome better or worse for the person."""
        if effect.direction in {"better", "worse"}:
            return effect.direction
        improves = _IMPROVES.get((effect.direction or "", outcome.valence or "bad"))
        return None if improves is None else "better" if improves else "worse"


# ------------------------------------------------------------------ steps


def _in_name(first: int, last: int, sentence: Words) -> bool:
    """Whether a word is part of a product's name with a number: "Revive B5" does not revive."""
    named = last == first + 1 and sentence.texts[first][0].isupper() and last < len(sentence)
    return named and re.fullmatch(r"[A-Z]{1,3}-?\d{1,3}", sentence.texts[last]) is not None


def _counts(i: int, sentence: Words) -> bool:
    """Whether a number stands there: "microneedling for 24 hours" promises nothing."""
    return i < len(sentence) and sentence.folds[i][0].isdigit()


def _clauses(sentence: Words) -> tuple[int, ...]:
    """Clause number of each word: a new one at strong punctuation and at words of contrast."""
    numbers, clause = [], 0
    for i, word in enumerate(sentence.folds):
        contrast = word in _CONTRAST and not _still(i, sentence)
        clause += i > 0 and (word in _BREAKS or contrast or (word in _MAKING and sentence.folds[i - 1] == "and"))
        numbers.append(clause)
    return tuple(numbers)


def _still(i: int, sentence: Words) -> bool:
    """Whether a "yet" says that something has not come about so far, and turns nothing."""
    return sentence.folds[i] == "yet" and (
        sentence.folds[i + 1 : i + 2] == ("to",) or not _YET.isdisjoint(sentence.folds[max(0, i - 1) : i])
    )


def _with_roles(
    mentions: list[Mention], sentence: Words, cues: Sequence[CueHit], clauses: tuple[int, ...]
) -> list[Mention]:
    """Subjects that are only compared with, or only acted on, marked as such."""
    compared = {i for cue in cues if cue.rule.kind == "comparison" for i in _reach(cue, mentions, sentence, clauses)}
    roles = []
    for mention in mentions:
        if mention.kind not in SUBJECTS:
            roles.append(mention)
        elif mention.first in compared:
            roles.append(replace(mention, role="comparator"))
        elif _is_object(mention, mentions, sentence, clauses):
            roles.append(replace(mention, role="object"))
        else:
            roles.append(mention)
    return roles


def _reach(cue: CueHit, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> range:
    """The words that a comparison covers: up to the next comma, effect or clause end."""
    if cue.rule.reaches == "backward":
        return range(max(0, cue.first - (cue.rule.scope or 2)), cue.first)
    stops = {m.first for m in mentions if m.kind in {"effect", "relation"} and m.first >= cue.last}
    end = cue.last
    while (
        end < len(sentence) and sentence.folds[end] != "," and end not in stops and clauses[end] == clauses[cue.first]
    ):
        end += 1
    return range(cue.last, end)


def _is_object(mention: Mention, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> bool:
    """Whether an effect verb before it acts on it, with no "with" or "by" between."""
    before = [m for m in mentions if m.last <= mention.first and clauses[m.first] == clauses[mention.first]]
    verbs = [m for m in before if m.kind == "effect" and not _in_compound(m, before)]
    if not verbs:
        return False
    between = sentence.folds[verbs[-1].last : mention.first]
    return not _MEANS.intersection(between) and not {",", ":", "-", "."}.intersection(between)


def _in_compound(effect: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an effect belongs to the outcome right before it: "collagen-boosting peptides"."""
    return any(m.last == effect.first and m.kind in {"outcome", "disease"} for m in mentions)


def _acting(i: int, mentions: Sequence[Mention], sentence: Words, clauses: tuple[int, ...]) -> int | None:
    """Index of the effect that acts on outcome i: right after it in a compound, else the nearest before, else after."""
    here = mentions[i]
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
    if after and not _COORDINATE.intersection(sentence.folds[here.last : mentions[after[0]].first]):
        return after[0]
    return after[0] if after and _passive(sentence, here.last, mentions[after[0]].first) else None


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
