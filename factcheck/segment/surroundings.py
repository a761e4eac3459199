"""What stands around a sentence: headings, list stems, questions, table heads, the sentence before, the page.

In go blocks in order, out come the contexts from which each sentence may inherit, nearest first. A room of its own
because a page is walked once, and what a heading or a stem hands on ends at well-defined places that all stand here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from factcheck.language.normalise import Quantity, fold, quantities
from factcheck.language.tokens import known_words
from factcheck.model import Block, Spot
from factcheck.named import SWALLOWED
from factcheck.reading.general import pronoun
from factcheck.reading.mentions import ruled_out, set_against
from factcheck.reading.reader import SUBJECTS, Mention, Reader, Reading
from factcheck.segment.fixtures import divides, lists_ingredients, opens_praise, titles_part, titles_review

Via = Literal["sentence", "stem", "question", "heading", "page"]
PRONOUNS = frozenset({"they", "it", "this", "these", "its", "their", "that", "those", "such", "them", "both"})
LIGHT = frozenset(
    """a an the and or so also then thus which who that to of in on at by for with from as is are was were be been being
    has have had do does did can will would should may might could it its they their them this these those such our your
    my his her we you i he she not no only just even very more most all both each every any some there here when where
    while if how why what than""".split()
)
"""Words that name nothing."""
_POINTING = frozenset({"this", "these", "such"})
_WITH = frozenset({"with", "plus", "+", "and", "&", "containing", "featuring"})
"""First words of a line that goes on with the title above it."""
_SERVICES = frozenset(
    """facial facials massage massages extensions sculpting contouring waxing threading tattoo tattoos tanning
    piercing manicure pedicure sauna yoga acupuncture cupping""".split()
)
"""Last words of a tile that opens another service ("Body Sculpting")."""
OPENING = frozenset({"after-needling", "after-laser", "injected"})
"""Settings in which a product gets under the skin's surface."""
_OF_BRAND = frozenset({"why", "meet", "introducing", "discover"})
"""First words of a heading that names a brand or a product, and no substance: "Why GLOWCO"."""
_ABSTRACT = ("tion", "sis", "ment", "ments", "ity", "ism", "ness", "ology", "ancy", "ency")
"""Ends of words that name what happens and no substance: "Vasodilation mechanism"."""
_EARLY = 5
"""Words before what the lead of a list is about: "A generous dose of niacinamide"."""
NAME_LEVEL = 8
"""Rank of a product's name above its price: bare lines do not end what it opens, the next name does."""
_LAST_LEVEL = 9
"""Rank of a bare line that serves as a heading."""


@dataclass(frozen=True, slots=True)
class Context:
    """A place from which a claim may inherit what it does not say itself."""

    via: Via
    spot: Spot
    text: str
    reading: Reading
    foreign: bool = False
    """A heading that names something the lexicon does not know: what follows is about that."""
    later: bool = False
    """A drug that the page is about, where it has not named it yet: it is not taken over, but rules out cosmetics."""

    def subjects(self) -> tuple[Mention, ...]:
        """The things it is about; a procedure that is not done is none, nor a drug that is not taken: "no steroids"."""
        named = [m for m in self.reading.mentions if m.kind in SUBJECTS and m.role == "main"]
        about = (m for m in named if not set_against(m, named, self.reading))
        return tuple(m for m in about if m.kind not in {"procedure", "drug"} or not ruled_out(m, self.reading))

    def has_cue(self, kind: str) -> bool:
        """Whether a cue of this kind stands in it."""
        return any(cue.rule.kind == kind for cue in self.reading.cues)


@dataclass
class Surroundings:
    """What has been seen of the page so far."""

    reader: Reader
    page: tuple[Context, ...] = ()
    headings: list[tuple[int, Context]] = field(default_factory=list)
    stem: Context | None = None
    question: Context | None = None
    sentence: Context | None = None
    section: Context | None = None
    """The sentence of the section's first paragraph that names a procedure opening the skin."""
    paragraphs: int = 0
    """Paragraphs of the section so far."""
    stat: tuple[Quantity, Spot] | None = None
    columns: dict[int, Context] = field(default_factory=dict)
    row: Context | None = None
    asked: Context | None = None
    """The sentence before, if it is a question or reports a myth: "Melasma?", "Myth: …"."""
    reached: int = 0
    """Line of the last sentence in the text: what the page is about is not known before it is named."""
    praised: int = 0
    """Rank of the heading under which customers speak; 0: there is none."""

    @property
    def testimonial(self) -> bool:
        """Whether customers speak."""
        return self.praised > 0

    def enter(self, kind: str, block: Block, first: Context, text: str) -> None:
        """What a new block ends."""
        if kind == "fixture" or (kind == "heading" and self.adds_to_title(first)):
            return
        if kind == "heading" or (kind == "question" and block.level):  # a bare question stands under the line above
            rank = self._rank(block, first)
            while self.headings and self.headings[-1][0] >= rank:
                self.headings.pop()
        if kind == "heading":
            self.stem = self.question = self.sentence = self.section = None
            self.praised = self.praised if self._titles_review(block, text) else 0
            self.paragraphs = 0
        if kind == "question":
            self.sentence = self.stem = None
        if kind == "item" and block.kind == "line" and any(m.change and m.by == 0 for m in first.reading.mentions):
            self.sentence = None  # "Protects collagen" is the title of what stands below it
        if kind not in {"answer", "item", "line", "cell", "paragraph"}:
            self.question = None
        if kind == "paragraph":
            self.paragraphs += 1
            self.stem = self.stem if is_stem(text) else None
        if kind != "cell":
            self.columns, self.row = {}, None
        elif block.level == 0 and block.column == 0:
            self.row = None
        if kind == "stat":
            found = quantities(text)
            self.stat = (found[0], first.spot) if found else None

    def _rank(self, block: Block, heading: Context) -> int:
        """How far out a heading stands; a bare title of a part stands under the bare name of the thing.

        The names under "Key ingredients" stand lower still: the next part of the page is not about the last of them.
        """
        if divides(heading.reading):
            return 1
        part = titles_part(heading.reading) or (is_stem(heading.text) and not heading.subjects())  # "Actions:"
        listed = not part and any(lists_ingredients(context.reading) for _, context in self.headings)
        bare = part and all(rank >= _LAST_LEVEL for rank, _ in self.headings)  # "Urea" / "**Benefits**"
        return (not bare and block.level) or _LAST_LEVEL + part + 2 * listed

    def adds_to_title(self, heading: Context) -> bool:
        """Whether it only goes on with what the heading above names: "… cream" / "with urea", "PRP | Rose Spa"."""
        above = self.headings[-1][1] if self.headings else heading
        beside = above.spot.order == heading.spot.order and not heading.subjects()
        return bool(above.subjects()) and (beside or heading.reading.words.folds[0] in _WITH) and above is not heading

    def _titles_review(self, block: Block, text: str) -> bool:
        """Whether a heading among testimonials is one of theirs: of lower rank, or worded as a customer's title."""
        if not self.testimonial or (block.level or _LAST_LEVEL) > self.praised:
            return self.testimonial
        return not block.level and titles_review(text)

    def leave(self, kind: str, block: Block, last: Context, text: str, *, leads: bool = False) -> None:
        """What a block hands on to those after it; one that leads a list hands its subject on to the list."""
        if kind == "fixture" or (kind == "heading" and self.adds_to_title(last)):
            return
        if kind == "heading":
            foreign = _is_foreign(last.reading, self.reader) or divides(last.reading)
            self.headings.append((self._rank(block, last), replace(last, via="heading", foreign=foreign)))
            self.stem = replace(last, via="stem")
            if opens_praise(fold(text)):
                self.praised = block.level or _LAST_LEVEL
                if self.page:  # customers speak of what the page is about, not of what else was priced above
                    self.headings = [(rank, above) for rank, above in self.headings if rank != NAME_LEVEL]
        elif kind == "question":
            self.question = replace(last, via="question")
        elif kind == "cell" and block.level == 1 and block.column is not None:
            self.columns[block.column] = replace(last, via="heading")
        elif kind == "cell" and block.column == 0:
            self.row = replace(last, via="stem")
        elif is_stem(text) or (leads and (last.reading.words.folds[0] == "what" or last.has_cue("dispute"))):
            self.stem = replace(last, via="stem")
        elif leads and ": " not in text and self._names_thing(last):
            # what it tells of that thing is its own, and no order to the list
            self.stem = replace(last, via="stem", reading=replace(last.reading, cues=()))
        if kind == "stat" and self.stat:
            self.stat = (self.stat[0], last.spot)
        elif kind != "stat":
            self.stat = None

    def passed(self, context: Context) -> None:
        """A sentence that the next ones may refer to."""
        self.reached = context.spot.order
        is_myth = "myth" in context.reading.words.folds[:2] or context.has_cue("dispute")
        self.asked = context if context.text.endswith("?") or is_myth else None
        if self.sentence is None or (context.subjects() and not self._goes_on(context, self.sentence)):
            self.sentence = context
        if self.paragraphs == 1 and self.section is None and self._opens_skin(context):
            self.section = context

    def _goes_on(self, context: Context, before: Context) -> bool:
        """Whether a sentence says more of "it" or "this treatment", and names only things of the same kind besides."""
        named = {m.kind for m in before.subjects() if not self.reader.concepts[m.concept].generic}
        more = (m.kind for m in context.subjects() if not self.reader.concepts[m.concept].generic)
        points = pronoun(context.reading) is not None or context.reading.words.folds[0] in _POINTING
        return points and named.issuperset(more)

    def _names_thing(self, context: Context) -> bool:
        """Whether a block names early what it is about, and no heading above it has done so."""
        if any(m.kind != "product" for _, heading in self.headings for m in heading.subjects()):
            return False
        return any(m.first <= _EARLY and not self.reader.concepts[m.concept].generic for m in context.subjects())

    def _opens_skin(self, context: Context) -> bool:
        """Whether a sentence names a procedure after which the skin is open."""
        return any(self.reader.concepts[m.concept].setting in OPENING for m in context.subjects())

    def inquiry(self, kind: str) -> Context | None:
        """What a sentence of a block of this kind can say yes or no to."""
        return (self.question if kind in {"answer", "paragraph"} else None) or self.asked

    def contexts(self, kind: str, first_word: str, column: int | None) -> tuple[Context, ...]:
        """Where a sentence of a block of this kind may inherit from, nearest first."""
        listed = kind in {"item", "cell", "line"}
        alone = (listed or kind == "heading") and first_word not in PRONOUNS
        chain = [(self.asked if listed else None) if alone else self.sentence]
        chain += [self.row, self.columns.get(column or 0)] if kind == "cell" else []
        chain += [self.stem if listed else None, self.question]
        chain += [context for _, context in reversed(self.headings)]
        ahead = (c.spot.order > self.reached and c.subjects()[0].concept != SWALLOWED for c in self.page)
        page = (replace(context, later=later) for context, later in zip(self.page, ahead, strict=True))
        page = (context for context in page if not context.later or context.subjects()[0].kind == "drug")
        return (*(context for context in chain if context is not None), *page)


def is_stem(text: str) -> bool:
    """Whether a block opens a list."""
    return text.rstrip().endswith(":")


def _is_foreign(heading: Reading, reader: Reader) -> bool:
    """Whether a short heading names something unknown to the lexicon: a substance, or another service of the house."""
    if len(heading.words) > 4 or heading.words.folds[0] in _OF_BRAND or titles_part(heading):
        return False
    if heading.words.folds[-1] in _SERVICES:
        return all(m.kind not in SUBJECTS or reader.concepts[m.concept].generic for m in heading.mentions)
    unknown = (word for word in heading.words.folds if word.isalpha() and word not in known_words())
    return not heading.mentions and any(len(word) > 3 and not word.endswith(_ABSTRACT) for word in unknown)
