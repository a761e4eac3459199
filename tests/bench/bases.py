"""Evidence bases of any size, made of the shipped one: its assertions again and again, about made-up things.

Every second copy is about a made-up ingredient (or device, or procedure) in place of the real one, the others about a
made-up outcome; both get their concept in the lexicon. So what grows is what grows in reality: many things that are
said to do the same, and many effects of the same things.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice

from factcheck.language.tokens import words
from factcheck.model import Assertion, ClaimsDB, Concept, Examples, Lexicon
from factcheck.reading.reader import SUBJECTS, Mention, Reader

STARTS = "bal cor dex fen gal hel jor kel lum mar nev osm pel quin ros sel tor ulm vex wen xan yel zor".split()
MIDDLES = "abi eno ira olu umi ara eti ivo osa una ema ilo".split()
ENDS = "din lex mon nol pan quil rax sten tol vane wyn zide".split()
KINDS = (SUBJECTS, frozenset({"outcome", "disease"}))


def grown(db: ClaimsDB, count: int) -> ClaimsDB:
    """A base of so many assertions: the first of the shipped ones, then made-up ones."""
    reader = Reader(db.lexicon)
    names = coined()
    shipped = [assertion for assertion in db.assertions if not assertion.withdrawn]
    made = list(islice(_varied(shipped, reader, names), max(0, count - len(shipped))))
    return ClaimsDB(
        assertions=(*shipped[:count], *(assertion for assertion, _ in made)),
        sources=db.sources,
        lexicon=Lexicon(
            concepts=(*db.lexicon.concepts, *(concept for _, concept in made)),
            cues=db.lexicon.cues,
        ),
        topics=db.topics,
        as_of=db.as_of,
    )


def coined() -> Iterator[str]:
    """Words that nobody has used, no two alike."""
    every = [
        f"{start}{middle}{more}{end}" for start in STARTS for middle in MIDDLES for more in MIDDLES for end in ENDS
    ]
    random.Random(1).shuffle(every)
    return iter(dict.fromkeys(every))


def _varied(shipped: list[Assertion], reader: Reader, names: Iterator[str]) -> Iterator[tuple[Assertion, Concept]]:
    """Shipped assertions about something made up, with its concept; those that name nothing of the sort left out."""
    for turn in cycle(range(2)):
        for assertion in shipped:
            about = _about(assertion, reader, KINDS[turn])
            if about is not None:
                name = next(names)
                concept = replace(
                    reader.concepts[about], id=name, forms=(name,), does=(), worsens=(), generic=False, setting=None
                )
                yield _renamed(assertion, about, name, reader), concept


def _about(assertion: Assertion, reader: Reader, kinds: frozenset[str]) -> str | None:
    """The first concept of these kinds that an assertion names by a word of its own."""
    mentions = reader.read(words(assertion.says)).mentions
    fitting = (m.concept for m in mentions if _names(m, kinds) and not reader.concepts[m.concept].generic)
    return next(fitting, None)


def _names(mention: Mention, kinds: frozenset[str]) -> bool:
    return mention.kind in kinds and mention.form == "names"


def _renamed(assertion: Assertion, concept: str, name: str, reader: Reader) -> Assertion:
    """The assertion with its wordings and examples about something else."""

    def put(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_put(text, concept, name, reader) for text in texts)

    old = assertion.examples
    examples = Examples(
        supported=put(old.supported), unsupported=put(old.unsupported),
        contradicted=put(old.contradicted), not_this=put(old.not_this),
    )  # fmt: skip
    says, *also = put(assertion.phrasings)
    return replace(assertion, id=f"{assertion.id}-{name}", says=says, also=tuple(also), examples=examples)


def _put(text: str, concept: str, name: str, reader: Reader) -> str:
    """A text with every mention of a concept replaced by a name."""
    reading = reader.read(words(text))
    for mention in reversed([m for m in reading.mentions if m.concept == concept and m.form == "names"]):
        start, end = reading.words.starts[mention.first], reading.words.ends[mention.last - 1]
        text = text[:start] + name + text[end:]
    return text
