"""Document to candidates: sentences with the layout around them, and the subjects that they may inherit.

In goes a document with its blocks, out come its sentences in order, each read by the lexicon and each with its
contexts, nearest first. A room of its own because on real pages nearly half of the claims do not name their subject,
and many sentences claim nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from factcheck.language.normalise import Quantity
from factcheck.language.tokens import Sentence
from factcheck.model import COMPARED, Carried, Document, Spot
from factcheck.read.tags import presumes
from factcheck.reading.mentions import BE
from factcheck.reading.naming import is_trade_name, names_class, names_service, numbers_name
from factcheck.reading.reader import SUBJECTS, Reader, Reading
from factcheck.segment.about import kinds_named, page_subject
from factcheck.segment.advice import below_advice, instructs
from factcheck.segment.aside import names_audience, names_standing, names_topic, tells_aside, titles_guide
from factcheck.segment.audience import heads_audience, states_effect
from factcheck.segment.distance import (
    completes,
    denies_its_list,
    disputes,
    is_fact,
    is_myth,
    is_rival,
    reports_denied,
    states_myth,
)
from factcheck.segment.parts import Part, parts_of
from factcheck.segment.replies import reply
from factcheck.segment.surroundings import NAME_LEVEL, PRONOUNS, Context, Surroundings

Skip = Literal["question", "instruction", "panel", "label", "rival"]
SHORT, BARE = 7, 4  # words and marks of a rejection: "No, they cannot.", "Untrue."
NAME = 8
"""Words; a product's name is hardly longer."""
_STEPS = frozenset("cleanse moisturise moisturize absorb tone swipe rinse massage apply pat protect repeat".split())
"""What alone on its line is a step of how something is used."""
_SURVEYED = frozenset("saw noticed reported agreed said felt experienced observed agree say felt noted had".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may hold claims, with all that it stands among."""

    start: int
    end: int
    text: str
    spot: Spot
    kind: str
    """Kind of the block that it stands in."""
    reading: Reading
    contexts: tuple[Context, ...] = ()
    """Nearest first."""
    answers: Context | None = None
    """The question, or the myth, to which it says yes or no, or that nobody knows."""
    denies: bool = False
    """It answers that question with no, or says that nobody has shown it."""
    doubts: bool = False
    """It says that nobody knows, or has shown it."""
    stat: tuple[Quantity, Spot] | None = None
    """A number tile on the line before, with its place."""
    testimonial: bool = False
    under_denial: Context | None = None
    """What denies it: a heading or stem above it ("What it does not do"), its field's answer ("FDA approved: no")."""
    disputed: bool = False
    """Reported only to be disputed: under a myth heading, or turned down by the next sentence."""
    quoted: bool = False
    """Quotes somebody's claims: a regulator's letter."""
    section: Context | None = None
    """What its section opened with, where that says how the skin is opened."""
    asked: Context | None = None
    """The question or the myth right before it."""
    kinds: Mapping[str, Carried] = field(default_factory=dict)
    """Of each class of ingredients, the kind of it that its page names, if it names one."""
    skip: Skip | None = None

    @property
    def surveyed(self) -> bool:
        """Whether it is what a share of people saw or said, which stands above it: "77 %" / "Saw smaller pores"."""
        shared = self.stat is not None and self.stat[0].unit == "%"
        return shared and self.reading.words.folds[0] in _SURVEYED


def candidates(document: Document, reader: Reader) -> tuple[Candidate, ...]:
    """All sentences of a document in order, skipped ones marked."""
    parts = parts_of(document, reader)
    blocks = [(part.kind, part.contexts) for part in parts]
    around, kinds = Surroundings(reader, page_subject(blocks, reader)), kinds_named(blocks, reader)
    found = [candidate for part in parts for candidate in _of_part(part, around, document.text)]
    found = [replace(candidate, kinds=kinds) for candidate in found] if kinds else found
    return tuple(_turned_down(_named(found)))


def _of_part(part: Part, around: Surroundings, text: str) -> Iterator[Candidate]:
    """The candidates of one block; the surroundings go on to the next."""
    whole = text[part.block.start : part.block.end].strip()
    around.enter(part.kind, part.block, part.contexts[0], whole)
    for sentence, context, crossed in zip(part.spans, part.contexts, part.crossed, strict=True):
        yield _candidate(part, sentence, context, crossed, around)
        column = part.kind == "cell" and part.block.level == 1
        subtitle = part.kind == "heading" and around.adds_to_title(context)
        if part.kind not in {"panel", "fixture"} and not column and not subtitle:
            around.passed(context)
    around.leave(part.kind, part.block, part.contexts[-1], whole, leads=part.leads)


def _candidate(
    part: Part, sentence: Sentence, context: Context, crossed: Context | None, around: Surroundings
) -> Candidate:
    """One sentence with the contexts that hold at this point."""
    folds = context.reading.words.folds
    contexts = (*part.below, *around.contexts(part.kind, folds[0], part.block.column))
    said = reply(context.reading)
    answers = around.inquiry(part.kind) if said else None
    above = [c for c in contexts if c.via in {"stem", "heading"}]
    return Candidate(
        start=sentence.start,
        end=sentence.end,
        text=context.text,
        spot=context.spot,
        kind=part.kind,
        reading=context.reading,
        contexts=contexts,
        answers=answers,
        denies=answers is not None and said in {"no", "unproven"},
        doubts=answers is not None and said in {"open", "unproven"},
        stat=around.stat if part.kind != "stat" else None,
        testimonial=around.testimonial or context.has_cue("testimonial"),
        under_denial=crossed or _denial_above(part.kind, above, context.reading),
        disputed=is_myth(folds[:2]) or _disputed_above(part.kind, above, context.reading),
        quoted=context.has_cue("quotation") or any(c.has_cue("quotation") for c in contexts if c.via != "page"),
        section=around.section,
        asked=around.asked,
        skip=_skip(part.kind, context.text, context.reading)
        or ("instruction" if around.stat is None and below_advice(contexts, context.reading) else None)
        or ("label" if part.wished and not states_effect(context.reading, around.reader) else None)
        or _not_of_ours(part, around),
    )


def _denial_above(kind: str, above: Sequence[Context], reading: Reading) -> Context | None:
    """The heading or stem whose denial an item completes, if there is one right above it."""
    listed = kind in {"item", "line"} and above
    return above[0] if listed and denies_its_list(above[0]) and completes(reading) else None


def _disputed_above(kind: str, above: Sequence[Context], reading: Reading) -> bool:
    """Whether what stands above disputes it, or denies what it reports."""
    if any(disputes(context) for context in above):
        return not is_fact(reading.words.folds)
    return kind in {"item", "line"} and any(reports_denied(context, reading) for context in above[:1])


def _skip(kind: str, text: str, reading: Reading) -> Skip | None:
    """Why a sentence can hold no claim, if so."""
    if kind == "panel":
        return "panel"
    if kind == "fixture" or (kind == "heading" and any(told(reading) for told in (_is_word, names_topic, names_class))):
        return "label"
    if (
        titles_guide(reading)
        or names_service(reading)
        or (kind in {"heading", "line", "item"} and is_trade_name(reading))
    ):
        return "label"
    if len(reading.words) == 1 and reading.words.folds[0] in _STEPS:
        return "instruction"
    asks = text.rstrip(" \"'”’)*").endswith("?") and not presumes(text)
    if kind == "question" or states_myth(reading.words.folds) or asks:
        return "question"
    if any(instructs(cue, reading) for cue in reading.cues):
        return "instruction"
    aside = tells_aside(reading) or (kind != "paragraph" and (names_audience(reading) or names_standing(reading)))
    return "label" if aside else None


def _is_word(reading: Reading) -> bool:
    return len(reading.words) == 1


def _not_of_ours(part: Part, around: Surroundings) -> Skip | None:
    """Whether a cell stands in the column, or the row, of other people's goods, or says for whom something is."""
    column = around.columns.get(part.block.column or 0)
    if part.kind == "heading" and part.block.level == NAME_LEVEL and not _promises(part.contexts[0].reading):
        return "label"
    if part.kind != "cell":
        return None
    if any(head is not None and heads_audience(head.reading) for head in (column, around.row)):
        return "label"
    if part.block.level == COMPARED and column is not None and not column.subjects() and not _claims(part):
        return "rival"
    return "rival" if is_rival(around.row) or is_rival(column) else None


def _claims(part: Part) -> bool:
    """Whether a cell says more than how its column's thing ranks: "FDA-approved", and not "High (lab-grade)"."""
    readings = [context.reading for context in part.contexts]
    counted = any(word[:1].isdigit() for reading in readings for word in reading.words.folds)
    return counted or any(m.change or m.kind == "authority" for reading in readings for m in reading.mentions)


def _named(found: list[Candidate]) -> list[Candidate]:
    """The sentences, those that only name the product taken for that."""
    below = [*(each.text for each in found[1:]), ""][: len(found)]
    names = [_names(each, i == 0, under) for i, (each, under) in enumerate(zip(found, below, strict=True))]
    return [replace(each, skip=each.skip or "label") if name else each for each, name in zip(found, names, strict=True)]


def _names(candidate: Candidate, opens: bool, below: str) -> bool:
    """Whether a line is a name: a word over its number ("Revive" / "B5"), a short first line that states nothing."""
    if len(candidate.reading.words) == 1 and numbers_name(below):
        return True
    short = candidate.kind in {"heading", "line", "item"} and len(candidate.reading.words) <= NAME
    states = not BE.isdisjoint(candidate.reading.words.folds)  # "This serum is botox in a bottle!"
    return opens and below != "" and short and not states and not _promises(candidate.reading)


def _promises(reading: Reading) -> bool:
    """Whether a name says more than what the thing is called: "FDA-approved serum", "156 billion"."""
    return reading.words.folds[0][:1].isdigit() or any(
        m.kind in {"effect", "status", "authority", "relation"} for m in reading.mentions
    )


def _turned_down(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Sentences that the very next one calls untrue are disputed."""
    for i, candidate in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        yield replace(candidate, disputed=True) if after and _rejects(after) else candidate


def _rejects(candidate: Candidate) -> bool:
    """ "That is not true": points back, and denies or disputes without naming a claim of its own."""
    reading, folds = candidate.reading, candidate.reading.words.folds
    if reply(reading) == "no" and folds[0] in PRONOUNS and len(folds) <= BARE:
        return True  # "It cannot."
    refuses = folds[:2] == ("no", ",") and len(folds) <= SHORT and not PRONOUNS.isdisjoint(folds[2:3])
    pointing = not PRONOUNS.isdisjoint((*folds[:2], *folds[-3:]))
    untrue = any(cue.rule.kind in {"untrue", "no-proof"} for cue in reading.cues)
    names_nothing = not any(m.kind in SUBJECTS or m.change for m in reading.mentions)
    return names_nothing and (refuses or (untrue and (pointing or len(folds) <= BARE)))
