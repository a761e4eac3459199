"""A sentence about something that the lexicon does not know, and which therefore inherits no subject.

In go a candidate and the lexicon's reader, out comes whether it has such a subject, or stands below another service.
A room of its own because here alone the judging asks the parser, the slowest thing there is: words decide wherever
they can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.language.tokens import MAX_PARSED, grammar
from factcheck.model import Carried
from factcheck.reading.mentions import SUBJECTS, Mention, Reading
from factcheck.reading.naming import made_by
from factcheck.reading.reader import Reader
from factcheck.segment.candidates import Candidate
from factcheck.segment.fixtures import divides
from factcheck.segment.surroundings import LIGHT, PRONOUNS, Context

_WHICHEVER = frozenset("any some many most no other few several certain".split())
"""Words with which goods at large are meant, and none in particular."""
_NOT_ALL = {("not", "every"), ("not", "all")}
_SHOPS = frozenset("drugstore pharmacy otc shop-bought store-bought high-street supermarket over-the-counter".split())
_HERE = frozenset("our my your this these the those".split())
_LAID = frozenset("under over with in to from than like unlike as of on by for before after into onto beneath".split())
"""Words before goods that something is done with: "layer it under any cream"."""
SORT = 4
"""Words from "any" to the goods: "any well known brand | cream"."""
NAMED = 2
"""Words of a name before what it is the name of."""
LABEL = 3
"""Words of a name before its colon."""
_INNER_CAPITAL = re.compile(r"[a-z][A-Z][a-z]")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENING = frozenset(", ; : because when where while since as if that and but so".split())
"""Words behind which another statement may begin."""
_ADVERBS = frozenset("often sometimes still always soon first instead again".split())
_TOLD = frozenset({"outcome", "disease", "body", "effect", "relation"})
TILE = 6
"""Words of a heading that may be the name of another service."""


def foreign_subject(candidate: Candidate, reader: Reader) -> bool:
    """Whether the sentence has a subject of its own that the lexicon does not know; if in doubt the parser is asked."""
    reading = candidate.reading
    doing = [m.first for m in reading.mentions if m.kind in {"effect", "relation"} or m.change]
    if not doing or doing[0] == 0 or not PRONOUNS.isdisjoint(reading.words.folds):
        return False  # "… demonstrates their ability to" points back, whoever demonstrates
    if reading.words.folds[0] == "the" or made_by(reading.words.folds):
        return False  # "The changes are long-lasting": changes that were spoken of
    generic = {i for m in reading.mentions if reader.concepts[m.concept].generic for i in range(m.first, m.last)}
    before = [w for i, w in enumerate(reading.words.folds[: doing[0]]) if i not in generic and w.isalpha()]
    before = [w for w in before if w not in LIGHT and not w.endswith("ly")]
    return bool(before) and len(candidate.text) <= MAX_PARSED and _subject_unknown(candidate, generic)


def named_otherwise(candidate: Candidate) -> bool:
    """Whether a trade name that nothing above it knows opens the line: "CoolSculpting: FDA-cleared fat removal"."""
    words = candidate.reading.words
    if not candidate.contexts:
        return False  # nothing above that it could be taken for
    covered = {i for m in candidate.reading.mentions for i in range(m.first, m.last)}
    opening = words.folds.index(":") if ":" in words.folds[1 : LABEL + 1] else 1
    label = (i for i in range(opening) if i not in covered)
    names = {words.folds[i] for i in label if _INNER_CAPITAL.search(words.texts[i])}
    return bool(names - _above(candidate))


def of_another_house(candidate: Candidate, reader: Reader) -> bool:
    """Whether goods of a name that nothing above it knows are spoken of: "soothing Lira Clinical products"."""
    texts, folds = candidate.reading.words.texts, candidate.reading.words.folds
    above = _above(candidate)
    goods = (m for m in candidate.reading.mentions if reader.concepts[m.concept].generic and m.first > NAMED)
    names = (range(m.first - NAMED, m.first) for m in goods)
    return any(all(texts[i].istitle() and folds[i] not in above for i in name) for name in names)


def at_large(reading: Reading, reader: Reader) -> bool:
    """Whether goods of whichever sort do it: "Some creams do nothing", "no guarantee that any shop product helps"."""
    doing = [m.first for m in reading.mentions if m.kind in {"effect", "relation"} or m.change]
    goods = (m for m in reading.mentions if reader.concepts[m.concept].generic and m.kind == "product")
    told = (m.first for m in goods if m.role == "main" and m.first <= min(doing, default=0))
    return any(_whichever(at, reading.words.folds) for at in told)


def _whichever(at: int, folds: Sequence[str]) -> bool:
    """Whether goods are meant at large: by a word before them, or by where such are sold."""
    opens = range(max(0, at - SORT), at)
    first = next((i for i in opens if folds[i] in _WHICHEVER or folds[i - 1 : i + 1] in _NOT_ALL), None)
    if first is None:
        return at == 1 and folds[0] in _SHOPS
    laid = first > 0 and folds[first - 1] in _LAID
    return not laid and _HERE.isdisjoint(folds[first:at]) and "," not in folds[first:at]


def unknown_above(candidate: Candidate, reader: Reader) -> Carried | None:
    """What the heading names that stands nearest, where the lexicon does not know it: "Luminase PX9", of no concept.

    "How Velora Compares" is no name.
    """
    for context in candidate.contexts:
        if context.foreign and LIGHT.isdisjoint(context.reading.words.folds) and not divides(context.reading):
            return Carried(concept="", role="subject", spot=context.spot, text=context.text.strip())
        if any(not reader.concepts[m.concept].generic for m in context.subjects()):
            return None
    return None


def done_by_another(outcome: Mention, reading: Reading) -> bool:
    """Whether a thing that is no subject does it in a statement of its own: "SPF matters because the sun ages skin"."""
    verb = reading.mentions[outcome.by].first if outcome.by is not None else outcome.first
    folds = reading.words.folds
    opens = max((i + 1 for i in range(verb) if folds[i] in _OPENING), default=verb)
    undone = folds[verb + 1 : verb + 2] == ("by",)  # "wrinkles caused by it" do nothing, "UV rays cause wrinkles" do
    told = {
        i for m in reading.mentions if m.kind in _TOLD and (m.last != verb or undone) for i in range(m.first, m.last)
    }
    if any(m.kind in SUBJECTS and m.first in range(opens, verb) for m in reading.mentions):
        return False
    doers = (folds[i] for i in range(opens, verb) if folds[i].isalpha() and i not in told)
    return any(word not in LIGHT | _ADVERBS and not word.endswith("ly") for word in doers)


def _above(candidate: Candidate) -> set[str]:
    """The words of what stands above a sentence: names among them are those of the page."""
    return {word for context in candidate.contexts for word in context.reading.words.folds}


def _subject_unknown(candidate: Candidate, generic: Iterable[int]) -> bool:
    """Whether the parsed subject of the main verb is a noun that no lexicon entry covers."""
    parsed = grammar(candidate.text)
    covered = {i for m in candidate.reading.mentions for i in range(m.first, m.last)}.union(generic)
    known = {candidate.reading.words.starts[i] - candidate.start for i in covered}
    roots = [i for i, head in enumerate(parsed.heads) if head == i]
    subjects = [i for i, dep in enumerate(parsed.deps) if dep in {"nsubj", "nsubjpass"} and parsed.heads[i] in roots]
    return any(parsed.tags[i] in _NOUNS and parsed.starts[i] not in known for i in subjects)


def of_procedure(context: Context, reader: Reader) -> bool:
    """ "Benefits of microneedling", or a tile such as "Facial Massage": what follows is about the procedure.

    A procedure that opens the skin for a product ("Microneedling") may be how the page's ingredient is brought in.
    """
    folds = context.reading.words.folds
    subjects = [m for m in context.subjects() if m.kind == "procedure" or not reader.concepts[m.concept].generic]
    alone = bool(subjects) and all(m.kind == "procedure" for m in subjects)
    tile = alone and len(folds) <= TILE and all(reader.concepts[m.concept].setting is None for m in subjects)
    named = alone and folds[max(0, subjects[0].first - 1)] == "of"
    return context.via in {"stem", "heading"} and (named or tile)
