"""Words to meaning: which lexicon entries a sentence names, in which role, and what happens to each outcome.

In go the words of a sentence (or of a phrasing: both pass here, so that they can be compared), out comes a `Reading`:
mentions of concepts with their roles, cues, and clauses. A room of its own because segmenting, matching and
qualifying all stand on it, and because everything an expert writes into the lexicon takes effect here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from factcheck.language.normalise import learn, stem
from factcheck.language.spelling import SHORTEST, correct, is_form
from factcheck.language.tokens import Words, known_words
from factcheck.model import Concept, Lexicon
from factcheck.named import LESS, MORE, PURPOSE
from factcheck.reading.acting import acting, fewer_mended, serves_another
from factcheck.reading.clauses import clauses_of
from factcheck.reading.mentions import OUTCOMES, SUBJECTS, CueHit, Mention, Reading, denies_doer, rules_out_thing
from factcheck.reading.naming import gloss_of, glosses, in_product_name, in_running_name, made_by, only_names
from factcheck.reading.roles import with_roles
from factcheck.reading.wordings import CueEntry, Finder, FormEntry, Wordings, longest, rest, wordings

__all__ = ["SUBJECTS", "CueHit", "Mention", "Reader", "Reading"]

_TRENDS = {"down": LESS, "up": MORE}
"""Concepts that a word between an outcome and a number stands for: "wrinkles down 30 %"."""
_CARE = frozenset({"treatment", "treatments", "therapy", "therapies", "remedy", "remedies"})
"""Words that promise an effect on the disease right before them."""
_DENYING = frozenset({"no", "never", "not", "cannot", "ever", "possibly"})
"""Last words of sure wordings that deny what follows: "can never"; "no risk" does not."""
_IMPROVES = {("up", "good"): True, ("up", "bad"): False, ("down", "good"): False, ("down", "bad"): True}


class Reader:
    """The lexicon, indexed for reading; built once per base."""

    def __init__(self, lexicon: Lexicon, held: Wordings | None = None) -> None:
        self.concepts: dict[str, Concept] = {concept.id: concept for concept in lexicon.concepts}
        self.wordings = held if held is not None else wordings(lexicon)
        learn(self.wordings.stems)
        self._stems = frozenset(map(stem, self.wordings.vocabulary))
        self._forms: Finder[FormEntry] = Finder(self.wordings.forms)
        self._cues: Finder[CueEntry] = Finder(self.wordings.cues)
        self._meant = lru_cache(maxsize=65536)(self._nearest)
        self._closure: dict[str, frozenset[str]] = {}
        self._rules = lexicon.cues
        injected = (each for each in lexicon.concepts if each.setting == "injected" and each.kind in SUBJECTS)
        self._injected = frozenset(each.id for each in injected if each.kind != "procedure")

    def closure(self, concept: str) -> frozenset[str]:
        """The concept with everything that it is a kind of."""
        if concept not in self._closure:
            wider = self.concepts[concept].isa if concept in self.concepts else ()
            self._closure[concept] = frozenset({concept}).union(*(self.closure(up) for up in wider))
        return self._closure[concept]

    def meant_by(self, concepts: Set[str]) -> frozenset[str]:
        """All that concepts can stand for together: what they are kinds of, and beside a needle the injected forms."""
        needled = any(self.concepts[concept].setting == "injected" for concept in concepts)
        named = concepts | self._injected if needled else concepts
        return frozenset[str]().union(*map(self.closure, named))

    def isa(self, concept: str, wanted: str) -> bool:
        """Whether a concept is the wanted one or a kind of it."""
        return concept == wanted or wanted in self.closure(concept)

    def read(self, sentence: Words) -> Reading:
        """Everything the lexicon sees in the words of one sentence."""
        sentence = self._corrected(sentence)
        mentions = list(dict.fromkeys(self._find_mentions(sentence)))
        cues = tuple(self._find_cues(sentence, mentions))
        clauses = clauses_of(sentence)
        gloss = {*gloss_of(mentions, sentence), *glosses(mentions, sentence.folds)}
        mentions = [m for m in mentions if m.first not in gloss]
        mentions = self._with_trends(self._with_purposes(mentions, sentence), sentence)
        mentions = with_roles(mentions, sentence, cues, clauses)
        naming = [cue for cue in cues if cue.rule.kind == "naming"]
        mentions = [
            mention
            if only_names(mention, naming, mentions, sentence.folds)
            else self._with_change(i, mentions, sentence, clauses)
            for i, mention in enumerate(mentions)
        ]
        mentions = [self._of_fewer(mention, mentions, sentence) for mention in mentions]
        return Reading(sentence, _acted_on(mentions), cues, clauses)

    # -------------------------------------------------------------- spelling

    def _corrected(self, sentence: Words) -> Words:
        """The words with misspellings of lexicon words put right; offsets stay."""
        fixes = {
            i: fixed
            for i, fold_ in enumerate(sentence.folds)
            if (fixed := self._fix(fold_, sentence.stems[i])) and not in_running_name(i, sentence)
        }
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
        if is_form(word, known_words()):
            return None
        return correct(word, self.wordings.vocabulary) or (
            correct(word[:-1], self.wordings.vocabulary) if word.endswith("s") else None
        )

    # -------------------------------------------------------------- finding

    def _find_mentions(self, sentence: Words) -> Iterator[Mention]:
        """Concepts named, the longest wording first; a wording inside a longer one is not read again."""
        hits = self._forms.hits(sentence)
        deeds = {first for first, _, entry in hits if self.concepts[entry[1]].kind == "effect"}
        for first, last, entry in longest([hit for hit in hits if not denies_doer(*hit[:2], deeds, sentence.folds)]):
            _, concept, form = entry
            if not in_product_name(kind := self.concepts[concept].kind, first, last, sentence):
                yield Mention(concept, kind, first, last, form, rest=rest(entry, sentence, last))

    def _with_purposes(self, mentions: list[Mention], sentence: Words) -> list[Mention]:
        """The mentions, with the "for" of "serum for wrinkles" read as an effect: it promises one.

        So does the "treatment" of "exosome eczema treatment", with its means and its disease right before it.
        """
        if PURPOSE not in self.concepts:
            return mentions
        makers = {"people"} if made_by(sentence.folds) else set()
        ends = {m.last for m in mentions if m.kind in SUBJECTS | makers}
        means = {m.last for m in mentions if m.kind in SUBJECTS and not self.concepts[m.concept].generic}
        cared_for = {m.last for m in mentions if m.kind == "disease" and m.first in means}
        promising = [
            i
            for i, word in enumerate(sentence.folds)
            if (word == "for" and i in ends and not _counts(i + 1, sentence)) or (word in _CARE and i in cared_for)
        ]
        added = [Mention(PURPOSE, self.concepts[PURPOSE].kind, i, i + 1) for i in promising]
        return sorted([*mentions, *added], key=lambda m: (m.first, m.last)) if added else mentions

    def _with_trends(self, mentions: list[Mention], sentence: Words) -> list[Mention]:
        """The mentions, with the "down" of "wrinkles down 30 %" read as an effect."""
        taken = {i for m in mentions for i in range(m.first, m.last)}
        trends = [i for i, word in enumerate(sentence.folds) if word in _TRENDS and i not in taken and i > 0]
        added = [
            Mention(concept, self.concepts[concept].kind, i, i + 1)
            for i in trends
            if (concept := _TRENDS[sentence.folds[i]]) in self.concepts and _measured(i + 1, sentence)
        ]
        return sorted([*mentions, *added], key=lambda m: (m.first, m.last)) if added else mentions

    def _find_cues(self, sentence: Words, mentions: Sequence[Mention]) -> Iterator[CueHit]:
        deeds = {m.first for m in mentions if m.kind == "effect"}
        hits = [hit for hit in self._cues.hits(sentence) if not denies_doer(*hit[:2], deeds, sentence.folds)]
        kept = longest(hits)
        sure = [hit[:2] for hit in kept if self._rules[hit[2][1]].kind == "absolute"]
        sure = [span for span in sure if sentence.folds[span[1] - 1] in _DENYING or _runs_into(span, mentions)]
        inside = [h for h in hits if any(s <= h[0] < h[1] <= e and (s, e) != h[:2] for s, e in sure)]
        denying = [hit for hit in longest(inside) if self._rules[hit[2][1]].kind == "negation"]
        found = sorted([*kept, *denying], key=lambda hit: hit[:2])  # the "never" in "can never" denies, however sure
        # "isn't" and "is not" are two wordings and one cue.
        for number, first, last in dict.fromkeys((number, first, last) for first, last, (_, number) in found):
            cue = CueHit(self._rules[number], first, last)
            if cue.rule.kind != "negation" or not rules_out_thing(cue, self._bad(mentions), mentions, sentence):
                yield cue

    def _bad(self, mentions: Sequence[Mention]) -> list[Mention]:
        """What is said to somebody's or something's discredit: "toxic"."""
        return [m for m in mentions if m.kind == "status" and self.concepts[m.concept].valence == "bad"]

    # -------------------------------------------------------------- outcomes

    def _with_change(self, i: int, mentions: list[Mention], sentence: Words, clauses: tuple[int, ...]) -> Mention:
        """An outcome with what is said to happen to it; other mentions as they are."""
        mention = mentions[i]
        if mention.kind not in OUTCOMES:
            return mention
        effect = acting(i, mentions, sentence, clauses)
        full = effect is not None and self.concepts[mentions[effect].concept].degree == "full"
        if mention.form != "names":  # it says itself what happens; a verb that has its own object before it does not
            other = effect is not None and (
                mentions[effect].kind in OUTCOMES or serves_another(mentions[effect], mention, mentions)
            )
            told = "better" if mention.form == "does" else "worse"
            return replace(mention, change=told, by=None if other else effect, full=full and not other)
        if effect is None:
            return mention
        if mentions[effect].form != "names":
            return replace(mention, change="better" if mentions[effect].form == "does" else "worse", by=effect)
        doing = self.concepts[mentions[effect].concept]
        change = self.change(doing, self.concepts[mention.concept])
        if change == "worse" and self._has_better(mentions[effect].last, mention.first, doing, mentions):
            return mention  # "increases regrowth in hair loss": the second is the setting, not what is increased
        return replace(mention, change=change, by=effect, full=full)

    def _of_fewer(self, mention: Mention, mentions: Sequence[Mention], sentence: Words) -> Mention:
        """A trouble of which fewer got better, said to be for the worse: "fewer scars improved with needling"."""
        few = fewer_mended(mention, mentions, sentence) if mention.change == "better" else None
        bad = self.concepts[mention.concept].valence == "bad"
        return replace(mention, change="worse", by=few, full=False) if few is not None and bad else mention

    def _has_better(self, start: int, end: int, effect: Concept, mentions: Sequence[Mention]) -> bool:
        """Whether an outcome that the effect makes better stands between two words."""
        between = (m for m in mentions if start <= m.first and m.last <= end and m.kind in OUTCOMES)
        return any(self.change(effect, self.concepts[m.concept]) == "better" for m in between)

    def change(self, effect: Concept, outcome: Concept) -> str | None:
        """Whether the effect makes the outcome better or worse for the person."""
        if effect.direction in {"better", "worse"}:
            return effect.direction
        improves = _IMPROVES.get((effect.direction or "", outcome.valence or "bad"))
        return None if improves is None else "better" if improves else "worse"


# ------------------------------------------------------------------ steps


def _runs_into(span: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Whether a wording's last words begin what is named: the "zero risk" of "zero risk of sunburn"."""
    return any(span[0] < m.first < span[1] < m.last for m in mentions)


def _acted_on(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions; a word that names an outcome and can state it states nothing where a verb acts on it.

    "Moisture" promises some, "strips moisture" does not. They stay as many as they were: effects are found by index.
    """
    worse = {(m.concept, m.first) for m in mentions if m.form == "names" and m.change == "worse"}
    stating = (m.form == "does" and (m.concept, m.first) in worse for m in mentions)
    return tuple(replace(m, change="worse") if doubled else m for m, doubled in zip(mentions, stating, strict=True))


def _counts(i: int, sentence: Words) -> bool:
    """Whether a number stands there: "microneedling for 24 hours" promises nothing."""
    return i < len(sentence) and sentence.folds[i][:1].isdigit()


def _measured(i: int, sentence: Words) -> bool:
    """Whether a number, or what it comes by, stands there: "down 30 %", "down by a third"."""
    return _counts(i, sentence) or sentence.folds[i : i + 1] == ("by",)
