"""The words of a wording that nobody knows, and the wordings that are about such a word.

Comes in: wordings as they were read. Goes out: words; problems, each at its place. A file of its own because this is
what makes a base say more than its writer meant: a wording is what the lexicon knows of it, so that "Clascoterone
reduces acne", with no word for clascoterone, says of everything that it reduces acne.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.db.lint_wording import TO_FILL_IN
from factcheck.db.load import Loaded
from factcheck.db.problems import Problem
from factcheck.db.spots import assertions
from factcheck.language.normalise import quantities
from factcheck.named import UMBRELLA

if TYPE_CHECKING:
    from factcheck.match.phrasing import Phrasing
    from factcheck.reading.reader import Reading

GOODS = "product"
"""Kind of concept that names no more than a form of goods: "cream", "shampoo"."""
NAMING = ("NN", "VB", "JJ")
"""How the tags of nouns, verbs and adjectives begin: of a fragment the parser takes the one for the other."""
NOUN, FINITE = "NN", ("VBZ", "VBP", "VBD", "MD")
"""How the tag of a noun begins; tags of verbs that have a subject."""
LIGHT = frozenset(
    "is are was were be been being am has have had having do does did done get gets got go goes make makes made "
    "give gives take takes keep keeps come comes see sees saw say says let lets will can may might could would "
    "should must seen shown show shows feel feels felt look looks looked notice noticed noticeable visible appear "
    "appears work works worked result results effect effects difference start starts begin begins use used one "
    "thing things way ways lot".split()
)
"""Of these, words that say nothing by themselves."""
DETERMINERS = frozenset("the a an this that these those our your its their".split())
"""Before an unknown word they make it some product ("this tonic")."""
INTRODUCING = frozenset("in under by for from with on at".split())
"""What opens a circumstance that stands before the subject."""
DOING = frozenset({"by", "with"})
"""Words before who does it, where that stands last."""


def unknown_words(text: str, reading: Reading) -> tuple[str, ...]:
    """The nouns, verbs and adjectives of a wording that the lexicon knows nothing of, in order."""
    tags = tags_of(text)
    return tuple(reading.words.folds[i] for i in _unknown(text, reading) if _tag(i, reading, tags).startswith(NAMING))


def tags_of(text: str) -> dict[int, str]:
    """The part of speech of each word by its first character."""
    from factcheck.language.tokens import grammar

    parsed = grammar(text)
    return dict(zip(parsed.starts, parsed.tags, strict=True))


def unnamed_subjects(loaded: Loaded, phrasings: Iterable[Phrasing]) -> Iterator[Problem]:
    """Wordings about something that no word of the lexicon names."""
    found = {(p.assertion.id, p.text): words for p in phrasings if (words := unnamed(p))}
    for spot in assertions(loaded):
        for number, text in enumerate(spot.value.phrasings):
            if about := found.get((spot.value.id, text)):
                route = ("also", number - 1) if number else ("says",)
                yield spot.problem(route, _about(about), _hint(about))


def advice(words: tuple[str, ...]) -> str:
    """What is wrong with a wording whose subject is unknown, and what mends it."""
    return f"{_about(words)}: {_hint(words)}"


def unnamed(phrasing: Phrasing) -> tuple[str, ...]:
    """The unknown words that a wording is about; none if a known subject or a thing of its own is asked for as well."""
    asked = (phrasing.anchor, *phrasing.others)
    known = any(r.kind != GOODS for r in phrasing.subjects) or any(r.kind == "other" for r in asked)
    places = () if known or TO_FILL_IN in phrasing.text else tuple(_leading(phrasing))
    if not places:
        return ()
    tags, reading = tags_of(phrasing.text), phrasing.reading
    naming = {i for i in places if _tag(i, reading, tags).startswith(NAMING)}
    some = all(r.concept == UMBRELLA for r in phrasing.subjects)
    found = {i for i in naming if _names_goods(i, reading) or (some and _is_subject(i, reading, tags))}
    found |= {i - 1 for i in found if i - 1 in naming}
    return tuple(reading.words.folds[i] for i in sorted(found))


def _leading(phrasing: Phrasing) -> Iterator[int]:
    """The places of unknown words where a wording names what it is about."""
    reading, folds = phrasing.reading, phrasing.reading.words.folds
    said = (m.first for m in reading.mentions if m.kind != GOODS)
    first = 0 if folds[0] in INTRODUCING else min(said, default=len(folds))
    main = phrasing.text == phrasing.assertion.says
    unknown = _unknown(phrasing.text, reading)
    return (i for i in unknown if i < first or (main and i and folds[i - 1] in DOING))


def _is_subject(place: int, reading: Reading, tags: dict[int, str]) -> bool:
    """Whether an unknown word is a thing that something is said of, and not some product ("this tonic")."""
    tag, behind = _tag(place, reading, tags), _tag(place + 1, reading, tags)
    some = place > 0 and reading.words.folds[place - 1] in DETERMINERS
    return not some and (tag.startswith(NOUN) or behind in FINITE)


def _names_goods(place: int, reading: Reading) -> bool:
    """Whether an unknown word says of which kind goods are: "moonwort cream"."""
    return any((m.first, m.last, m.kind) == (place + 1, place + 2, GOODS) for m in reading.mentions)


def _unknown(text: str, reading: Reading) -> Iterator[int]:
    """The places of the words that the lexicon does not know and that say something."""
    covered = {i for m in reading.mentions for i in range(m.first, m.last)}
    covered |= {i for cue in reading.cues for i in range(cue.first, cue.last)}
    amounts, words = quantities(text), reading.words
    for i in sorted(set(range(len(words))) - covered):
        counted = any(q.start <= words.starts[i] < q.end for q in amounts)
        if words.folds[i].isalpha() and words.folds[i] not in LIGHT and not counted:
            yield i


def _tag(place: int, reading: Reading, tags: dict[int, str]) -> str:
    """The part of speech of a word; nothing behind the last one."""
    return tags.get(reading.words.starts[place], "") if place < len(reading.words) else ""


def _about(words: tuple[str, ...]) -> str:
    """What is wrong, in words."""
    return f"no word of the lexicon names {_quoted(words)}, so this would hold of any product that claims the same"


def _hint(words: tuple[str, ...]) -> str:
    """What mends it."""
    name = "-".join(words)
    return (
        f"add to lexicon/ what it is: - {{id: {name}, kind: ingredient, isa: [{UMBRELLA}], forms: [{' '.join(words)}]}}"
    )


def _quoted(words: tuple[str, ...]) -> str:
    return f'"{" ".join(words)}"'
