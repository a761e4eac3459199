"""What a page as a whole is about: the subject that it names most, if one stands out.

In go all contexts of a page, out comes that subject with its first place. A room of its own because the page is counted
before it is walked, and because what it is about is the last thing that a sentence may take over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from factcheck.model import Carried
from factcheck.named import SWALLOWED, UMBRELLA
from factcheck.reading.general import of_process
from factcheck.reading.mentions import SUBJECTS, Mention
from factcheck.reading.reader import Reader, Reading
from factcheck.segment.fixtures import lists_ingredients, titles_part
from factcheck.segment.surroundings import Context

CLASS = "class"
"""Form of a mention whose words name one kind of several: the first, where their class is meant."""
DOMINANT = 3
"""Times that a page names what it is about, where it names many things."""
MEDICAL = 3
"""Sorts of drugs that a page tells of, before what it does not say of anything is what a doctor does."""
ORAL = "oral"
"""Setting of what is eaten or drunk."""
_EITHER = frozenset(
    "product products formula formulation complex blend regimen routine system treatment drops elixir".split()
)
"""Goods of which no word says whether they are swallowed."""
_NEEDLED = frozenset("needle needles injury injuries wound wounds puncture punctures channels".split())
OPENS = 9
"""Words of a sentence among which it names what it tells of."""
INJECTED = 2
"""Times that a page says how its subject is brought in, before that holds of all that it tells."""


def page_subject(blocks: Sequence[tuple[str, Sequence[Context]]], reader: Reader) -> tuple[Context, ...]:
    """What the page as a whole is about: the subject that it names most, if it names one clearly most.

    Once is enough for the only one named if the page's first paragraph does so; what a heading names is its own matter.
    """
    named: Counter[str] = Counter()
    first: dict[str, Context] = {}
    mentions = 0
    told = list(_telling(blocks))
    for context in told:
        for mention in context.subjects():
            if not reader.concepts[mention.concept].generic:
                mentions += 1
                only = _alone(context, mention)
                for concept in _subjects_among(reader.closure(mention.concept), reader):
                    named[concept] += 1
                    first.setdefault(concept, only)
    if not named:
        return ()
    concept, count = named.most_common(1)[0]
    clearly = count >= DOMINANT and count >= 2 * _runner_up(concept, named, reader)
    if (medical := _medical(told, reader)) is not None:
        return (medical,)
    about = _of_several(first[concept], concept, named, reader)
    told_first = blocks[0][0] == "paragraph" and first[concept].spot.order == told[0].spot.order
    enough = count >= 2 or (told_first and count == mentions)
    main = (*_injected(told, reader), about) if enough and (clearly or count * 2 >= mentions) else ()
    return (*_swallowed(told, reader), *main)


def _of_several(first: Context, concept: str, named: Mapping[str, int], reader: Reader) -> Context:
    """What a page of several kinds of a thing is about, so marked that none of them is named for all."""
    (mention,) = first.reading.mentions
    if named[mention.concept] == named[concept]:
        return first
    return replace(first, reading=replace(first.reading, mentions=(replace(mention, form=CLASS),)))


def kinds_named(blocks: Iterable[tuple[str, Sequence[Context]]], reader: Reader) -> Mapping[str, Carried]:
    """Of each class of ingredients the kind of it that the page names, where it first does, if it is the only one."""
    kinds: dict[str, dict[str, Carried]] = {}
    for context in _telling(blocks):
        for mention in (m for m in context.subjects() if m.kind == "ingredient"):
            text = " ".join(context.reading.words.texts[mention.first : mention.last])
            first = Carried(concept=mention.concept, role="subject", spot=context.spot, text=text)
            for whole in _subjects_among(reader.closure(mention.concept) - {mention.concept}, reader):
                kinds.setdefault(whole, {}).setdefault(mention.concept, first)
    return {whole: next(iter(named.values())) for whole, named in kinds.items() if len(named) == 1}


def taken_from(mention: Mention, context: Context) -> Carried:
    """What is taken over from where it is named, in the words used there."""
    role: Literal["setting", "subject"] = "setting" if mention.kind == "procedure" else "subject"
    text = " ".join(context.reading.words.texts[mention.first : mention.last]).replace(" ,", ",")
    return Carried(concept=mention.concept, role=role, spot=context.spot, text=text)


def is_of_needle(contexts: Iterable[Context], reader: Reader) -> bool:
    """Whether a page is about what is injected, and so no cosmetic where it names none."""
    pages = (mention for context in contexts if context.via == "page" for mention in context.subjects())
    return any(reader.concepts[mention.concept].setting == "injected" for mention in pages)


def taken_in(contexts: Iterable[Context], reading: Reading, reader: Reader) -> frozenset[str]:
    """What a page that tells how to swallow its product sells, for a sentence that names no goods for the skin."""
    if _names_topical(reading, reading.mentions, reader):
        return frozenset()
    pages = (m for context in contexts if context.via == "page" for m in context.subjects())
    swallowed = (m.concept for m in pages if reader.concepts[m.concept].setting == ORAL)
    return frozenset[str]().union(*map(reader.closure, swallowed))


def _names_topical(reading: Reading, mentions: Iterable[Mention], reader: Reader) -> bool:
    """Whether goods are named that go onto the skin: "our serum", and not "our formula"."""
    goods = (m for m in mentions if m.kind == "product" and reader.isa(m.concept, UMBRELLA))
    return any(reading.words.folds[m.last - 1] not in _EITHER for m in goods)


def _swallowed(told: Iterable[Context], reader: Reader) -> Iterator[Context]:
    """That the page's product is swallowed, if it tells how, and not more often what is done to the skin."""
    onto, orders = 0, []
    for context in told:
        onto += any(m.kind == "procedure" for m in context.subjects())
        onto += _names_topical(context.reading, context.subjects(), reader)
        orders += [_alone(context, m) for m in context.subjects() if m.concept == SWALLOWED]
    yield from orders[:1] if len(orders) > onto else ()


def _injected(told: Iterable[Context], reader: Reader) -> Iterator[Context]:
    """That the page's subject is injected, if it says so often, and more often than it names goods for the skin."""
    goods, ways = 0, []
    for context in told:
        goods += any(m.kind == "product" and reader.isa(m.concept, UMBRELLA) for m in context.subjects())
        needles = [m for m in context.subjects() if reader.concepts[m.concept].setting == "injected"]
        ways += [_alone(context, needle) for needle in needles[:1]]
    yield from ways[:1] if len(ways) >= max(INJECTED, 2 * goods) else ()


def _medical(told: Iterable[Context], reader: Reader) -> Context | None:
    """The first of the drugs, on a page of many drugs and treatments: a doctor's, who sells no cosmetic."""
    named = [(context, mention) for context in told for mention in context.subjects()]
    drugs = [(context, m) for context, m in named if m.kind == "drug"]
    goods = sum(reader.isa(m.concept, UMBRELLA) for _, m in named)
    others = Counter(m.concept for _, m in named if m.kind != "drug" and not reader.concepts[m.concept].generic)
    sorts = len({m.concept for _, m in drugs})
    is_doctors = sorts >= MEDICAL and len(named) > 3 * goods and len(drugs) > max(others.values(), default=0)
    return _alone(*drugs[0]) if is_doctors else None


def _alone(context: Context, mention: Mention) -> Context:
    """What a page says once, as the page's own: one thing, with nothing that was said of it there."""
    return replace(context, via="page", reading=replace(context.reading, mentions=(mention,), cues=()))


def _telling(blocks: Iterable[tuple[str, Sequence[Context]]]) -> Iterator[Context]:
    """The sentences of blocks, each with its kind, but for panels and for what a list of ingredients names."""
    listed = False
    for kind, contexts in blocks:
        if kind == "heading" and titles_part(contexts[0].reading):
            listed = lists_ingredients(contexts[0].reading)
        if kind != "panel" and not listed:
            yield from contexts


def _subjects_among(concepts: Iterable[str], reader: Reader) -> list[str]:
    """The concepts that can be what a page is about: exosomes, for a page that names several sorts of them."""
    known = (reader.concepts[concept] for concept in sorted(concepts) if concept in reader.concepts)
    return [concept.id for concept in known if concept.kind in SUBJECTS and not concept.generic]


def _runner_up(concept: str, named: Counter[str], reader: Reader) -> int:
    """How often the page names the next most named subject: what is applied has no rival in how that is done."""
    procedure = reader.concepts[concept].kind == "procedure"
    rivals = (other for other in named if not reader.isa(other, concept) and not reader.isa(concept, other))
    return max((named[r] for r in rivals if (reader.concepts[r].kind == "procedure") is procedure), default=0)


def by_needles(contexts: Iterable[Context], reading: Reading, reader: Reader) -> bool:
    """Whether it tells of the needles, or their wounds, of the needling above it: "Micro-injuries boost collagen"."""
    above = (mention for context in contexts for mention in context.subjects())
    needled = any(reader.concepts[mention.concept].setting == "after-needling" for mention in above)
    return needled and not _NEEDLED.isdisjoint(reading.words.folds[:OPENS])


def tells_of_needles(context: Context, reading: Reading, reader: Reader) -> bool:
    """Whether "this process" is the needling that the sentence before spoke of, and nothing applied with it."""
    about = [m for m in context.subjects() if not reader.concepts[m.concept].generic]
    alone = bool(about) and all(m.kind == "procedure" for m in about)
    return context.via == "sentence" and alone and of_process(reading)


def settings_of(reading: Reading, reader: Reader) -> frozenset[str]:
    """Settings that a sentence states itself, by its cues or by what it names."""
    stated = {cue.rule.setting for cue in reading.cues} | {reader.concepts[m.concept].setting for m in reading.mentions}
    return frozenset(setting for setting in stated if setting)
