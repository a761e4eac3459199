"""Blocks to parts: each block's sentences read, and what the block is once the lexicon has seen it.

In goes a document with its blocks, out come the parts that hold words: a bare line turns out to be a heading, an item
or a shop's fixture. A room of its own because layout alone cannot tell these apart, and all that is taken over from
around a sentence hangs on them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.language.tokens import Sentence, sentences
from factcheck.model import Block, Document
from factcheck.read import spot, without_marks
from factcheck.read.tags import hung_on
from factcheck.reading.mentions import ACTIVES
from factcheck.reading.naming import closes_title, names_class
from factcheck.reading.reader import SUBJECTS, Mention, Reader, Reading
from factcheck.segment.audience import entries as wishes
from factcheck.segment.crossed import crossed_out
from factcheck.segment.fixtures import divides, ends_in_price, ends_in_size, is_fixture, names_price, titles_part
from factcheck.segment.references import entries
from factcheck.segment.surroundings import LIGHT, NAME_LEVEL, Context

_ADDED = frozenset({"added", "included", "joins", "chosen"})
"""Words behind an ingredient that say why it is there: "Niacinamide is added for …"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its kind as the lexicon sees it and its sentences."""

    block: Block
    kind: str
    contexts: tuple[Context, ...]
    spans: tuple[Sentence, ...]
    leads: bool = False
    """Whether a list stands right below it, so that it says what the list's items are about."""
    wished: bool = False
    """Whether it is an entry of a list of whom or what something is for."""
    crossed: tuple[Context | None, ...] = ()
    """Of each sentence, what crosses it out: "FDA approved: | no"."""
    below: tuple[Context, ...] = ()
    """Of a title that names nothing, the sentence below it that says of an ingredient what the title promises."""


def parts_of(document: Document, reader: Reader) -> list[Part]:
    """The blocks that hold words, each read."""
    plain = without_marks(document.text)
    listed = entries(document.blocks, document.text)
    parts: list[Part] = []
    for number, block in enumerate(document.blocks):
        spans = tuple(
            piece for whole in sentences(plain, block.start, block.end) for piece in _apart(whole, document.text)
        )
        contexts = tuple(
            Context("sentence", spot(document, s.start), document.text[s.start : s.end], reader.read(s.words))
            for s in spans
        )
        if spans:
            bare = block.kind in {"line", "stat", "item"}
            fixed = block.start in listed or (bare and is_fixture([context.reading for context in contexts]))
            before = document.text[document.text.rfind("\n", 0, block.start) + 1 : block.start]
            fixed = fixed or (bare and closes_title(contexts[0].reading, before))
            crossed = tuple(
                _crossed(document, context, span, number) for context, span in zip(contexts, spans, strict=True)
            )
            parts.append(Part(block, "fixture" if fixed else block.kind, contexts, spans, crossed=crossed))
    priced = _priced(parts)
    wished = set(wishes([(part.block, [c.reading for c in part.contexts]) for part in parts], document.text))
    following = iter([*(part.kind for part in parts if part.kind != "fixture")][1:])
    found: list[Part] = []
    for part in parts:
        if part.kind == "fixture":
            found.append(part)
            continue
        below = next(following, None)
        leads = below == "item" and part.block.kind in {"line", "paragraph"}
        wish = part.block.start in wished
        kind = "item" if wish and part.kind == "line" else _kind(part, below)
        kind = "heading" if kind == "item" and _ends_advice(part, found) else kind
        known = replace(part, kind=kind, leads=leads, wished=wish)
        bare = part.kind == "line" or (part.kind == "paragraph" and not _runs_on(part.contexts[-1].reading))
        above = bare and part.contexts[0].spot.order in priced
        found.append(_above_price(part, found) if above else known)
    return _with_those_below(found, reader)


def _crossed(document: Document, context: Context, sentence: Sentence, number: int) -> Context | None:
    """What crosses a sentence out, as a context of it: its place and its words; two denials are none."""
    found = crossed_out(document.text, (sentence.start, sentence.end), document.blocks[number:])
    denials = [cue for cue in context.reading.cues if cue.rule.kind == "negation"]
    starts = context.reading.words.starts
    if found is None or any(not found[0] <= starts[cue.first] < found[1] for cue in denials):
        return None
    return replace(context, spot=spot(document, found[0]), text=document.text[slice(*found)].strip(" |\t\n"))


def _with_those_below(parts: Sequence[Part], reader: Reader) -> list[Part]:
    """The parts, titles with what the text right below them begins with."""
    under = [*parts[1:], None][: len(parts)]
    return [
        replace(part, below=text.contexts[:1]) if text and _is_of(part, text, reader) else part
        for part, text in zip(parts, under, strict=True)
    ]


def _is_of(title: Part, text: Part, reader: Reader) -> bool:
    """Whether a title promises what a text then says of one ingredient: "Less redness" / "Niacinamide calms redness".

    A text that names another one besides ("…, and so do exosomes"), or tells of harm, leaves it to the page.
    """
    head, opens = title.contexts[0].reading, text.contexts[0].reading
    told = [m for context in text.contexts for m in context.reading.mentions]
    named = [m for m in told if m.kind in SUBJECTS and not _is_generic(m, reader)]
    titled = any(m.kind in SUBJECTS and not _is_generic(m, reader) for m in head.mentions)
    if title.block.kind not in {"line", "heading"} or titled or not named or named[0] not in opens.mentions:
        return False
    first = named[0]
    alone = all(m.role == "main" and reader.isa(m.concept, first.concept) for m in named)
    done = [m.concept for m in opens.mentions if m.change == "better" and m.first >= first.last]
    promised = [m.concept for m in head.mentions if m.change == "better"]
    same = any(reader.isa(a, b) or reader.isa(b, a) for a in done for b in promised)
    harmless = all(m.change != "worse" for m in told)
    added = not _ADDED.isdisjoint(opens.words.folds[first.last : first.last + 2])
    return first.kind in ACTIVES and first.first <= 1 and alone and (same or added) and harmless


def _is_generic(mention: Mention, reader: Reader) -> bool:
    return reader.concepts[mention.concept].generic


def _apart(whole: Sentence, text: str) -> tuple[Sentence, ...]:
    """A statement and the question hung onto it are two sentences."""
    at = hung_on(text[whole.start : whole.end])
    cut = 0 if at is None else bisect_left(whole.words.starts, whole.start + at)
    return (whole.part(0, cut), whole.part(cut, len(whole.words))) if cut else (whole,)


def _priced(parts: Sequence[Part]) -> set[int]:
    """The lines that end in a price or a size, or below which nothing but fixtures stands down to a price."""
    lines: set[int] = set()
    above = None
    for part in parts:
        if part.kind != "fixture":
            above = part.contexts[0].spot.order
            readings = [context.reading for context in part.contexts]
            if ends_in_price(readings) or ends_in_size(readings):
                lines.add(above)
        elif above is not None and names_price([context.reading for context in part.contexts]):
            lines.add(above)
    return lines


def _above_price(part: Part, before: Sequence[Part]) -> Part:
    """A bare line above a price: a product's name, whatever it promises besides; items are what a bar sets apart."""
    if before and before[-1].contexts[0].spot.order == part.contexts[0].spot.order:
        return replace(part, kind="item")
    return replace(part, kind="heading", block=replace(part.block, level=NAME_LEVEL))


def _kind(part: Part, following: str | None) -> str:
    """What the block is, once the lexicon has seen it: a bare line is a heading or an item."""
    if part.kind != "line":
        return part.kind
    reading = part.contexts[0].reading
    if divides(reading) or (titles_part(reading) and following is not None):
        return "heading"
    if following == "paragraph" and names_class(reading):
        return "heading"
    changes = any(m.change or m.form != "names" for m in reading.mentions)
    begins = any(m.kind in {"effect", "relation"} and m.first <= 1 for m in reading.mentions)
    return "item" if changes or begins or following in {None, "stat"} or _runs_on(reading) else "heading"


def _ends_advice(part: Part, before: Sequence[Part]) -> bool:
    """Whether a bare line below directions opens another part: "Apply daily." / "Younger Skin From Plants"."""
    above = next((each for each in reversed(before) if each.kind == "heading"), None)
    advised = above is not None and above is not before[-1] and any(map(_heads_advice, above.contexts))
    reading = part.contexts[0].reading
    words = [word for word in reading.words.texts if word.isalpha() and word.casefold() not in LIGHT]
    titled = len(words) > 1 and all(word[0].isupper() for word in words) and reading.words.texts[-1].isalpha()
    promises = any(m.change == "better" for m in reading.mentions)
    orders = reading.words.folds[0] in LIGHT or any(cue.rule.kind == "instruction" for cue in reading.cues)
    return part.block.kind == "line" and advised and titled and promises and not orders


def _heads_advice(context: Context) -> bool:
    """Whether a heading says that directions follow."""
    return any(c.rule.kind == "instruction" and c.rule.reaches == "forward" for c in context.reading.cues)


def _runs_on(reading: Reading) -> bool:
    """Whether a bare line is worded as a sentence: four words or more, few of them capitals."""
    pairs = zip(reading.words.texts, reading.words.folds, strict=True)
    worded = [(word, folded) for word, folded in pairs if word.isalpha()]  # "Salicylic acid 2 % gel" is a name
    telling = [word for word, folded in worded if folded not in LIGHT]
    return len(worded) >= 4 and sum(word[0].isupper() for word in telling) * 2 <= len(telling)
