"""Document to candidates: sentences with the layout around them, and the subjects that they may inherit.

In goes a document with its blocks, out come its sentences in order, each read by the lexicon and each with its
contexts, nearest first: the sentence before, the list's stem, the question answered, the headings above, the page. A
room of its own because on real pages nearly half of the claims do not name their subject.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from factcheck.language import MAX_PARSED, Sentence, grammar, sentences
from factcheck.model import Block, Document
from factcheck.normalise import Quantity, fold, quantities
from factcheck.reading import SUBJECTS, CueHit, Mention, Reader, Reading

Skip = Literal["question", "instruction", "panel"]
Via = Literal["sentence", "stem", "question", "heading", "page"]
_PRONOUNS = frozenset({"they", "it", "this", "these", "its", "their", "that", "those", "such", "them", "both"})
_LIGHT = frozenset(
    """a an the and or so also then thus which who that to of in on at by for with from as is are was were be been being
    has have had do does did can will would should may might could it its they their them this these those such our your
    my his her we you i he she not no only just even very more most all both each every any some there here when where
    while if how why what than""".split()
)
"""Words that name nothing."""
_YES = frozenset({"yes", "absolutely", "certainly", "definitely", "indeed"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PERSONAL = frozenset({"i", "my", "i've", "i'm", "i'd", "me"})


@dataclass(frozen=True, slots=True)
class Context:
    """A place from which a claim may inherit what it does not say itself."""

    via: Via
    line: int
    text: str
    reading: Reading
    foreign: bool = False
    """A heading that names something the lexicon does not know: what follows is about that."""

    def subjects(self) -> tuple[Mention, ...]:
        """The things it is about."""
        return tuple(m for m in self.reading.mentions if m.kind in SUBJECTS and m.role == "main")


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
    """The question to which it says yes or no."""
    denies: bool = False
    """It answers that question with no."""
    stat: tuple[Quantity, int] | None = None
    """A number tile on the line before, with its line."""
    testimonial: bool = False
    disputed: bool = False
    """Stands in a section that reports claims to dispute them."""
    quoted: bool = False
    """Stands in a section that quotes somebody's claims: a regulator's letter."""
    skip: Skip | None = None


@dataclass
class _State:
    """What has been seen so far on the page."""

    headings: list[tuple[int, Context]] = field(default_factory=list)
    stem: Context | None = None
    question: Context | None = None
    sentence: Context | None = None
    stat: tuple[Quantity, int] | None = None
    testimonial: bool = False


def candidates(document: Document, reader: Reader) -> tuple[Candidate, ...]:
    """All sentences of a document in order, skipped ones marked."""
    lines = _LineCounter(document)
    read = [(block, _read(document, block, reader)) for block in document.blocks]
    page = _page_subject(read, lines, document.text, reader)
    state = _State()
    found: list[Candidate] = []
    for i, (block, sents) in enumerate(read):
        following = read[i + 1][0].kind if i + 1 < len(read) else None
        found.extend(_of_block(block, sents, state, document, reader, lines, page, following))
    return tuple(found)


def _read(document: Document, block: Block, reader: Reader) -> list[tuple[Sentence, Reading]]:
    return [(s, reader.read(s.words)) for s in sentences(document.text, block.start, block.end)]


class _LineCounter:
    """Lines of a text by offset."""

    def __init__(self, document: Document) -> None:
        self._starts = [0] + [i + 1 for i, c in enumerate(document.text) if c == "\n"]
        self._anchors = document.anchors
        self._offsets = [anchor.start for anchor in document.anchors]

    def line(self, offset: int) -> int:
        """Line of a character, from 1; in documents with anchors, the source's line."""
        if self._anchors:
            anchor = self._anchors[max(0, bisect_right(self._offsets, offset) - 1)]
            return anchor.line or anchor.row or anchor.page or 1
        return bisect_right(self._starts, offset)


def _of_block(
    block: Block,
    sents: list[tuple[Sentence, Reading]],
    state: _State,
    document: Document,
    reader: Reader,
    lines: _LineCounter,
    page: tuple[Context, ...],
    following: str | None,
) -> Iterator[Candidate]:
    """The candidates of one block; the state goes on to the next."""
    if not sents:
        return
    kind = _kind(block, sents, document.text, following)
    _enter(kind, block, document.text, state)
    if kind == "stat":
        state.stat = _stat(document.text[block.start : block.end], lines.line(block.start))
    for sentence, reading in sents:
        context = Context("sentence", lines.line(sentence.start), _cut(document.text, sentence), reading)
        yield _candidate(kind, sentence, context, state, page)
        state.sentence = context if context.subjects() or state.sentence is None else state.sentence
    _leave(kind, block, sents, state, document.text, reader, lines)


def _candidate(kind: str, sentence: Sentence, context: Context, state: _State, page: tuple[Context, ...]) -> Candidate:
    """One sentence with the contexts that hold at this point."""
    folds = context.reading.words.folds
    answers = state.question if kind == "answer" and folds and folds[0] in _YES | {"no"} else None
    return Candidate(
        start=sentence.start,
        end=sentence.end,
        text=context.text,
        line=context.line,
        kind=kind,
        reading=context.reading,
        contexts=_contexts(kind, folds, state, page),
        answers=answers,
        denies=answers is not None and folds[0] == "no",
        stat=state.stat if kind != "stat" else None,
        testimonial=state.testimonial or bool(_PERSONAL.intersection(folds)),
        skip=_skip(kind, context.text, context.reading),
    )


def _contexts(kind: str, folds: Sequence[str], state: _State, page: tuple[Context, ...]) -> tuple[Context, ...]:
    """Where this sentence may inherit from, nearest first."""
    chain: list[Context | None] = []
    if kind not in {"item", "cell", "line", "heading"} or (folds and folds[0] in _PRONOUNS):
        chain.append(state.sentence)
    chain.append(state.stem if kind in {"item", "line", "cell"} else None)
    chain.append(replace(state.question, via="question") if state.question else None)
    chain += [context for _, context in reversed(state.headings)]
    return (*(c for c in chain if c is not None), *page)


def _kind(block: Block, sents: list[tuple[Sentence, Reading]], text: str, following: str | None) -> str:
    """What the block is, once the lexicon has seen it: a bare line is a heading or an item."""
    if block.kind != "line":
        return block.kind
    reading = sents[0][1]
    states_change = any(m.change or m.form != "names" for m in reading.mentions) or _starts_with_effect(reading)
    return "item" if states_change or following in {None, "stat"} else "heading"


def _starts_with_effect(reading: Reading) -> bool:
    return (
        bool(reading.mentions) and reading.mentions[0].kind in {"effect", "relation"} and reading.mentions[0].first <= 1
    )


def _enter(kind: str, block: Block, text: str, state: _State) -> None:
    """What a new block ends."""
    if kind == "heading":
        level = block.level or 9
        while state.headings and state.headings[-1][0] >= level:
            state.headings.pop()
        state.stem = state.question = state.sentence = None
        state.testimonial = False
    if kind == "question":
        state.sentence = None
    if kind not in {"answer", "item", "line", "cell"}:
        state.question = None if kind != "paragraph" else state.question
    if kind == "paragraph" and not _is_stem(text[block.start : block.end]):
        state.stem = None


def _leave(
    kind: str,
    block: Block,
    sents: list[tuple[Sentence, Reading]],
    state: _State,
    text: str,
    reader: Reader,
    lines: _LineCounter,
) -> None:
    """What a block hands on to those after it."""
    whole = text[block.start : block.end].strip()
    last = sents[-1]
    context = Context("heading", lines.line(block.start), _cut(text, last[0]), last[1])
    if kind == "heading":
        state.headings.append((block.level or 9, replace(context, foreign=_foreign_heading(last[1], reader))))
        state.stem = replace(context, via="stem")
        state.testimonial = _is_testimonial_heading(whole)
    elif kind == "question":
        state.question = replace(context, via="question")
    elif _is_stem(whole):
        state.stem = replace(context, via="stem")
    if kind != "stat":
        state.stat = None


def _is_stem(text: str) -> bool:
    return text.rstrip().endswith(":")


def _is_testimonial_heading(text: str) -> bool:
    words = set(fold(text).split())
    return bool(words & {"testimonials", "reviews", "review", "testimonial", "stories", "buyer", "feedback"})


def _foreign_heading(reading: Reading, reader: Reader) -> bool:
    """Whether a short heading names something unknown to the lexicon ("Dipalmitoyl Hydroxyproline")."""
    if any(m.kind in SUBJECTS for m in reading.mentions) or len(reading.words) > 4:
        return False
    covered = {i for m in reading.mentions for i in range(m.first, m.last)}
    loose = [w for i, w in enumerate(reading.words.folds) if i not in covered and w.isalpha() and w not in _LIGHT]
    return bool(loose) and not covered and all(len(w) > 7 for w in loose)


def _skip(kind: str, text: str, reading: Reading) -> Skip | None:
    """Why a sentence can hold no claim, if so."""
    if kind == "panel":
        return "panel"
    if kind == "question" or text.rstrip().endswith("?"):
        return "question"
    return "instruction" if any(_instructs(cue, reading) for cue in reading.cues) else None


def _instructs(cue: CueHit, reading: Reading) -> bool:
    """An imperative at the head of the sentence, unless it goes on to promise an outcome."""
    if cue.rule.kind != "instruction":
        return False
    if cue.rule.scope == 0:
        return True
    promises = any(
        m.change == "better" and m.first >= cue.last and "to" in reading.words.folds[: m.first]
        for m in reading.mentions
    )
    return cue.first <= 1 and not promises


def _stat(text: str, line: int) -> tuple[Quantity, int] | None:
    found = quantities(text)
    return (found[0], line) if found else None


def _cut(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end]


def _page_subject(
    read: list[tuple[Block, list[tuple[Sentence, Reading]]]], lines: _LineCounter, text: str, reader: Reader
) -> tuple[Context, ...]:
    """What the page as a whole is about: the subject that it names most, if it names one clearly most."""
    named: Counter[str] = Counter()
    first: dict[str, Context] = {}
    for _, sents in read:
        for sentence, reading in sents:
            for mention in reading.mentions:
                if mention.kind in SUBJECTS and mention.role == "main" and not reader.concepts[mention.concept].generic:
                    named[mention.concept] += 1
                    only = replace(reading, mentions=(mention,))
                    first.setdefault(
                        mention.concept, Context("page", lines.line(sentence.start), _cut(text, sentence), only)
                    )
    if not named:
        return ()
    concept, count = named.most_common(1)[0]
    return (first[concept],) if count >= 2 and count * 2 >= sum(named.values()) else ()


# ------------------------------------------------------------------ grammar, where it can decide


def foreign_subject(candidate: Candidate, reader: Reader) -> bool:
    """Whether the sentence has a subject of its own that the lexicon does not know; if in doubt the parser is asked."""
    reading = candidate.reading
    doing = [m.first for m in reading.mentions if m.kind in {"effect", "relation"} or m.change]
    if not doing or doing[0] == 0:
        return False
    generic = {i for m in reading.mentions if reader.concepts[m.concept].generic for i in range(m.first, m.last)}
    before = [
        w for i, w in enumerate(reading.words.folds[: doing[0]]) if i not in generic and w.isalpha() and w not in _LIGHT
    ]
    before = [w for w in before if not w.endswith("ly")]
    if not before or len(candidate.text) > MAX_PARSED:
        return False
    return _subject_unknown(candidate, generic)


def _subject_unknown(candidate: Candidate, generic: Iterable[int]) -> bool:
    """Whether the parsed subject of the main verb is a noun that no lexicon entry covers."""
    parsed = grammar(candidate.text)
    known = {
        candidate.reading.words.starts[i] - candidate.start
        for m in candidate.reading.mentions
        for i in range(m.first, m.last)
    }
    known |= {candidate.reading.words.starts[i] - candidate.start for i in generic}
    roots = [i for i, head in enumerate(parsed.heads) if head == i]
    subjects = [i for i, dep in enumerate(parsed.deps) if dep in {"nsubj", "nsubjpass"} and parsed.heads[i] in roots]
    return any(parsed.tags[i] in _NOUNS and parsed.starts[i] not in known for i in subjects)
