"""Document to candidates: sentences with the layout around them, and the subjects that they may inherit.

In goes a document with its blocks, out come its sentences in order, each read by the lexicon and each with its
contexts, nearest first. A room of its own because on real pages nearly half of the claims do not name their subject,
and many sentences claim nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from factcheck.about import page_subject
from factcheck.aside import (
    directs,
    heads_audience,
    names_audience,
    names_standing,
    names_topic,
    tells_aside,
    titles_guide,
)
from factcheck.distance import completes, denies_its_list, disputes, is_fact, is_myth, is_rival, states_myth
from factcheck.language import Sentence
from factcheck.model import Document
from factcheck.naming import is_trade_name
from factcheck.normalise import Quantity
from factcheck.parts import NAME_LEVEL, Part, parts_of
from factcheck.reading import SUBJECTS, CueHit, Reader, Reading
from factcheck.replies import reply
from factcheck.surroundings import PRONOUNS, Context, Surroundings

Skip = Literal["question", "instruction", "panel", "label", "rival"]
_OPENERS = frozenset("please then simply just gently to always now first next finally do - –".split())
"""Words that may stand before an imperative; "we use" is none."""
_HEEDS = frozenset({"note", "remember", "know", "beware", "understand"})
"""What introduces a statement: "please note that exosomes are …"."""
_LEADING = frozenset({"to", "will", "watch", "see", "wake"})
"""Words by which an instruction goes on to what comes of it: "apply to smooth lines", "wear it and lines will fade"."""
_JOINING = frozenset("and : ; - – —".split())
_TELLING = frozenset("it they your this these the".split())
"""Words with which, after one that joins, it tells what comes of it: "massage in and your lines fade"."""
_BELOW = frozenset({"both", "forward"})
"""Reaches of what makes all below a heading advice."""
_GAINS = frozenset({"less", "more", "reduced", "improved", "visibly", "visible"})
"""Words behind "for" that set a gain as the aim of use: "apply for less redness", "for firmer skin"."""
_REASONS = _TELLING | frozenset("our we the that all every".split())
"""Words with which a statement begins behind an imperative and a colon: "Rest easy: our cream is tested"."""
OURS = 5
"""Words after the verb of "choose our FDA-approved serum" among which the product is praised."""
SHORT, BARE = 7, 4  # words and marks of a rejection: "No, they cannot.", "Untrue."
NAME = 8
"""Words; a product's name is hardly longer."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may hold claims, with all that it stands among."""

    start: int
    end: int
    text: str
    line: int
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
    stat: tuple[Quantity, int] | None = None
    """A number tile on the line before, with its line."""
    testimonial: bool = False
    under_denial: Context | None = None
    """A heading or stem above it that denies what it goes on to say: "What it does not do"."""
    disputed: bool = False
    """Reported only to be disputed: under a myth heading, or turned down by the next sentence."""
    quoted: bool = False
    """Quotes somebody's claims: a regulator's letter."""
    section: Context | None = None
    """What its section opened with, where that says how the skin is opened."""
    asked: Context | None = None
    """The question or the myth right before it."""
    skip: Skip | None = None


def candidates(document: Document, reader: Reader) -> tuple[Candidate, ...]:
    """All sentences of a document in order, skipped ones marked."""
    parts = parts_of(document, reader)
    page = page_subject(((part.kind, part.contexts) for part in parts), reader)
    around = Surroundings(reader, page)
    found = [candidate for part in parts for candidate in _of_part(part, around, document.text)]
    return tuple(_turned_down(_named(found)))


def _of_part(part: Part, around: Surroundings, text: str) -> Iterator[Candidate]:
    """The candidates of one block; the surroundings go on to the next."""
    whole = text[part.block.start : part.block.end].strip()
    around.enter(part.kind, part.block, part.contexts[0], whole)
    for sentence, context in zip(part.spans, part.contexts, strict=True):
        yield _candidate(part, sentence, context, around)
        if part.kind not in {"panel", "fixture"} and not (part.kind == "cell" and part.block.level):
            around.passed(context)
    around.leave(part.kind, part.block, part.contexts[-1], whole, leads=part.leads)


def _candidate(part: Part, sentence: Sentence, context: Context, around: Surroundings) -> Candidate:
    """One sentence with the contexts that hold at this point."""
    folds = context.reading.words.folds
    contexts = around.contexts(part.kind, folds[0], part.block.column)
    said = reply(context.reading)
    answers = around.inquiry(part.kind) if said else None
    above = [c for c in contexts if c.via in {"stem", "heading"}]
    return Candidate(
        start=sentence.start,
        end=sentence.end,
        text=context.text,
        line=context.line,
        kind=part.kind,
        reading=context.reading,
        contexts=contexts,
        answers=answers,
        denies=answers is not None and said in {"no", "unproven"},
        doubts=answers is not None and said in {"open", "unproven"},
        stat=around.stat if part.kind != "stat" else None,
        testimonial=around.testimonial or context.has_cue("testimonial"),
        under_denial=_denial_above(part.kind, above, context.reading),
        disputed=is_myth(folds[:2]) or (any(disputes(c) for c in above) and not is_fact(folds)),
        quoted=context.has_cue("quotation") or any(c.has_cue("quotation") for c in contexts if c.via != "page"),
        section=around.section,
        asked=around.asked,
        skip=_skip(part.kind, context.text, context.reading)
        or (
            _skip_below(contexts, context.reading) if around.stat is None else None
        )  # a figure is no part of directions
        or _not_of_ours(part, around),
    )


def _denial_above(kind: str, above: Sequence[Context], reading: Reading) -> Context | None:
    """The heading or stem whose denial an item completes, if there is one right above it."""
    listed = kind in {"item", "line"} and above
    return above[0] if listed and denies_its_list(above[0]) and completes(reading) else None


def _skip(kind: str, text: str, reading: Reading) -> Skip | None:
    """Why a sentence can hold no claim, if so."""
    if kind == "panel":
        return "panel"
    if kind == "fixture" or (kind == "heading" and (len(reading.words) == 1 or names_topic(reading))):
        return "label"
    if titles_guide(reading) or (kind in {"heading", "line", "item"} and is_trade_name(reading)):
        return "label"
    if kind == "question" or states_myth(reading.words.folds) or text.rstrip(" \"'”’)*").endswith("?"):
        return "question"
    if any(_instructs(cue, reading) for cue in reading.cues):
        return "instruction"
    aside = tells_aside(reading) or (kind != "paragraph" and (names_audience(reading) or names_standing(reading)))
    return "label" if aside else None


def _skip_below(contexts: Sequence[Context], reading: Reading) -> Skip | None:
    """Whether the nearest heading or stem opens advice (contraindications, aftercare), and no question ends it."""
    above = next((context for context in contexts if context.via in {"stem", "heading", "question"}), None)
    cues = above.reading.cues if above and above.via != "question" else ()
    advises = any(c.rule.kind == "instruction" and c.rule.reaches in _BELOW for c in cues)
    return "instruction" if advises and not _promotes(reading) else None


def _promotes(reading: Reading) -> bool:
    """Whether a sentence among advice tells what a named thing is or does for the better: "PRP is FDA approved"."""
    things = [m.first for m in reading.mentions if m.kind in SUBJECTS and m.role == "main"]
    told = (m for m in reading.mentions if m.kind == "status" or m.change == "better")
    advised = any(cue.rule.kind == "instruction" for cue in reading.cues)
    return not advised and bool(things) and any(min(things) < m.first for m in told)


def _not_of_ours(part: Part, around: Surroundings) -> Skip | None:
    """Whether a cell stands in the column, or the row, of other people's goods, or says for whom something is."""
    column = around.columns.get(part.block.column or 0)
    if part.kind == "heading" and part.block.level == NAME_LEVEL and not _promises(part.contexts[0].reading):
        return "label"
    if part.kind != "cell":
        return None
    if column is not None and heads_audience(column.reading):
        return "label"
    return "rival" if is_rival(around.row) or is_rival(column) else None


def _instructs(cue: CueHit, reading: Reading) -> bool:
    """An imperative at the head of the sentence, or advice anywhere, unless it goes on to promise an outcome."""
    if cue.rule.kind != "instruction":
        return False
    if cue.rule.reaches == "both":
        return True
    before = reading.words.folds[cue.last :]
    better = any(m.change == "better" and m.first >= cue.last for m in reading.mentions)
    goes_on = any(a in _JOINING and b in _TELLING for a, b in pairwise(before))
    gains = any(a == "for" and (b.endswith("er") or b in _GAINS) for a, b in pairwise(before))
    promises = better and (goes_on or gains or not _LEADING.isdisjoint(before))
    reasons = any(a == ":" and b in _REASONS for a, b in pairwise(before))
    if (before[:1] and before[0] in _HEEDS) or reasons:
        return False  # "please note that …" goes on to state something
    opens = cue.first == 0 or (cue.first == 1 and reading.words.folds[0] in _OPENERS)
    return opens and not _praises(cue.last, reading) and (directs(reading) or not promises)


def _praises(start: int, reading: Reading) -> bool:
    """Whether an imperative tells on its way what the firm's own product is: "choose our FDA-approved serum"."""
    near = range(start, start + OURS)
    ours = "our" in reading.words.folds[start : start + 2]
    proven = any(cue.rule.kind == "proof" and cue.first in near for cue in reading.cues)
    return ours and (proven or any(m.kind == "status" and m.first in near for m in reading.mentions))


def _named(found: list[Candidate]) -> list[Candidate]:
    """The sentences, the first taken for the page's name where it is short and states nothing ("LIFT Eye Cream")."""
    if len(found) < 2 or len(found[0].reading.words) > NAME:
        return found
    first = found[0]
    is_name = first.kind in {"heading", "line", "item"} and not _promises(first.reading)
    return [replace(first, skip=first.skip or "label") if is_name else first, *found[1:]]


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
