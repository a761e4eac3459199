"""Sentences with words of claims in them that claim nothing: bookings, directions, offers, who it is for, news.

In goes a reading, out comes yes or no. A room of its own because what is no claim is a matter of wording alone, and
because these few words are looked for in every sentence of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.reading.reader import SUBJECTS, Reading

_PEOPLE = frozenset(
    """individuals people men women anyone anybody those patients clients adults persons somebody someone teenagers
    mothers beginners""".split()
)
_HAVING = frozenset(
    """with who seeking looking experiencing suffering concerned struggling dealing wanting wishing whose prone
    noticing showing""".split()
)
_WISHING = frozenset("seek seeking want wanting wish wishing hope hoping desire desiring looking".split())
"""What comes after is what people would like, and promises nothing."""
_AS_NEEDED = frozenset(
    {("as", "needed"), ("as", "directed"), ("as", "desired"), ("as", "required"), ("when", "needed")}
)
_BOOKING = frozenset({"schedule", "book", "call", "contact", "visit", "arrange", "request"})
_APPOINTMENT = frozenset({"consultation", "appointment", "visit", "assessment", "call", "consult"})
_NEWS = frozenset(
    "developing launching formulating planning introducing expanding preparing working hiring raising".split()
)
_SAYING_WHAT = frozenset("that which to for because so".split())
_MISSION = frozenset(
    {("mission", ":"), ("mission", "is"), ("mission", "to"), ("vision", "is"), ("vision", "to"), ("philosophy", "is"),
     ("believe", "in"), ("we", "strive"), ("i", "strive"), ("committed", "to"), ("dedicated", "to"),
     ("passionate", "about")}
)  # fmt: skip
_TOPICS = frozenset(
    "safety benefits effectiveness efficacy risks results uses science overview understanding history".split()
)
"""First words of headings that name what follows and say nothing yet."""
_STANDINGS = frozenset("approval approvals clearance status regulation regulations".split())
"""What an authority grants, named as a topic: "FDA approval:"."""
_TEXTS = frozenset("post article guide blog video episode section page piece review newsletter".split())
_WRITINGS = (_TEXTS - {"review"}) | frozenset(
    "posts articles guides blogs videos episodes sections pages handbook faq faqs overview comparison".split()
)
_INQUIRIES = frozenset(
    "assessment comparison evaluation investigation review study trial analysis effect effects efficacy role".split()
)
_DESIGNS = frozenset(
    {("double", "blind"), ("double-blind",), ("randomized",), ("randomised",), ("split-face",), ("split", "face"),
     ("pilot", "study"), ("systematic", "review"), ("clinical", "trial"), ("prospective",), ("retrospective",),
     ("meta-analysis",), ("controlled", "trial"), ("controlled", "study"), ("case", "series"), ("in", "vitro")}
)  # fmt: skip
"""What the title of a study says of how it was done."""
_TELLING = frozenset(
    """is are was were has have had can will do does did show shows showed shown find finds found confirm confirms
    confirmed prove proves proved proven demonstrate demonstrates demonstrated reveal reveals revealed report
    reports reported suggest suggests suggested our your we you us""".split()
)
"""Words that stand in a sentence about a study and hardly in its title."""
_WITHIN = frozenset("in after during from".split())
"""Words before a study that something is told of: "better skin in a trial of"."""
_TELLERS = frozenset({"i", "we", "you", "us"})
_REBATES = frozenset({("%", "off"), ("percent", "off"), ("free", "shipping"), ("free", "delivery"), ("free", "gift")})
_ABOUT = {("the", "truth", "about"), ("the", "truth", "on"), ("the", "facts", "about"), ("the", "facts", "on"),
          ("facts", "about"), ("truth", "about"), ("all", "about"), ("everything", "about"), ("the", "lowdown", "on"),
          ("the", "science", "of"), ("myths", "about"), ("a", "guide", "to"), ("the", "history", "of")}  # fmt: skip
"""How titles begin that name what follows: "The truth about anti-ageing creams"."""
_JOINED = {("and",), ("&",)}
_GOING_TO = frozenset("addressing understanding exploring explaining examining unpacking navigating managing".split())
LEAD = 8
"""Words before "see", as in "For more on aftercare, see"."""
TITLE = 9
"""Words of a title that sets two things beside each other."""
NEAR = 4
"""Words between people and what is said of them."""


def names_audience(reading: Reading) -> bool:
    """Whether a fragment says for whom something is: "Individuals with hair thinning"."""
    folds = reading.words.folds
    wished = next((i for i, word in enumerate(folds) if word in _WISHING), len(folds))
    acting = any(
        m.kind in {"effect", "relation"} and folds[m.first] != "for" for m in reading.mentions if m.first < wished
    )
    stated = folds[-1] == "." and (wished == len(folds) or any(m.kind in SUBJECTS for m in reading.mentions))
    return folds[0] in _PEOPLE and not _HAVING.isdisjoint(folds[1:NEAR]) and not acting and not stated


def directs(reading: Reading) -> bool:
    """Whether an imperative says how something is used or booked, whatever it is used or booked for."""
    folds = reading.words.folds
    if any(pair in _AS_NEEDED for pair in pairwise(folds)):
        return True
    return not _BOOKING.isdisjoint(folds[:2]) and not _APPOINTMENT.isdisjoint(folds[1 : 2 * NEAR])


def tells_aside(reading: Reading) -> bool:
    """Whether a sentence tells what the firm or the text is about to do, strives for or takes off a price."""
    return any(told(reading) for told in (_news, _mission, _offer, _announcement, _reference, _study))


def _reference(reading: Reading) -> bool:
    """Whether a sentence sends the reader to other texts: "For more, see our guide Exosomes for Scars"."""
    folds = reading.words.folds
    seen = next((i for i, word in enumerate(folds[:LEAD]) if word in {"see", "read"} and _opens(folds, i)), None)
    named = seen is not None and not _WRITINGS.isdisjoint(folds[seen + 1 :])
    return named and ";" not in folds and _TELLERS.isdisjoint(folds[:seen])


def _opens(folds: Sequence[str], at: int) -> bool:
    """Whether a word opens its sentence, or comes right behind the first comma."""
    return at == 0 or (folds[at - 1] == "," and "," not in folds[: at - 1])


def _study(reading: Reading) -> bool:
    """Whether a sentence is the title of a study: "Efficacy of serums in dry skin: a randomized trial"."""
    folds = reading.words.folds
    of = next((i for i, word in enumerate(folds) if word == "of"), 0)
    named = folds[folds.index(":") :] if ":" in folds else folds
    designed = any(pair in _DESIGNS or pair[:1] in _DESIGNS for pair in pairwise((*named, "")))
    return (
        of > 0
        and folds[of - 1] in _INQUIRIES
        and designed
        and (_TELLING | _WITHIN).isdisjoint(folds[:of])
        and _TELLING.isdisjoint(folds)
    )


def _news(reading: Reading) -> bool:
    """Whether a firm tells what it is about to do: "We are developing a night cream"."""
    folds = reading.words.folds
    return folds[0] in {"we", "our"} and not _NEWS.isdisjoint(folds[1:NEAR]) and _SAYING_WHAT.isdisjoint(folds)


def _announcement(reading: Reading) -> bool:
    """Whether a sentence tells what a text is going to speak of: "In this post I look at the evidence for creams"."""
    folds = reading.words.folds
    return folds[:2] == ("in", "this") and not _TEXTS.isdisjoint(folds[2 : 2 + NEAR]) and not _TELLERS.isdisjoint(folds)


def _mission(reading: Reading) -> bool:
    """Whether a firm tells what it strives for: "Our mission is to bring proven care to all", "we believe in"."""
    folds = reading.words.folds
    ours = not {"we", "our", "us", "i", "my", "mission"}.isdisjoint(folds)
    told = next((i for i, pair in enumerate(pairwise(folds)) if pair in _MISSION), None)
    return ours and told is not None and {":", ";"}.isdisjoint(folds[told + 2 :])  # ": our serum erases wrinkles"


def _offer(reading: Reading) -> bool:
    """Whether a sentence is about a price and states no effect: "30 % off our anti-wrinkle creams"."""
    folds = reading.words.folds
    saves = folds[0] == "save" and any(word[:1].isdigit() for word in folds[1:NEAR])
    rebate = saves or any(pair in _REBATES for pair in pairwise(folds))
    stated = (m for m in reading.mentions if m.kind == "effect" or (m.form == "does" and folds[m.first].endswith("s")))
    return rebate and not any(m.first > 0 and not reading.words.texts[m.first].istitle() for m in stated)


def names_topic(reading: Reading) -> bool:
    """Whether a heading only names what follows: "Safety of exosomes", "Benefits and risks"."""
    folds = reading.words.folds
    named = folds[0] in _TOPICS and (len(folds) == 1 or folds[1] in {"of", "and", "&", "for", "in", "with"})
    return named or _names_two(reading)


def _names_two(reading: Reading) -> bool:
    """Whether a heading sets a thing beside what it may bear on: "Exosomes and hair growth"."""
    folds = _before_gloss(reading.words.folds)
    named = [m for m in reading.mentions if m.first < len(folds)]
    things = [m for m in named if m.kind in SUBJECTS]
    alone = len(things) == 1 and things[0].first == 0 and not any(m.kind == "status" for m in named)
    return alone and folds[things[0].last : things[0].last + 1] in _JOINED and len(folds) <= things[0].last + NEAR


def _before_gloss(folds: Sequence[str]) -> Sequence[str]:
    """The words of a heading without what it says it is going to do: "Urea and eczema | : addressing dryness"."""
    colon = folds.index(":") if ":" in folds else len(folds)
    return folds[:colon] if _GOING_TO.intersection(folds[colon + 1 : colon + 2]) else folds


def titles_guide(reading: Reading) -> bool:
    """Whether a line is the title of a guide: "What to know about exosomes", "Zinc vs copper", "Urea and Eczema: …"."""
    folds = reading.words.folds
    if len(glossed := _before_gloss(folds)) < len(folds) and folds[-1].isalpha():
        return _names_two(reading) and reading.words.texts[len(glossed) + 1].istitle()
    if not {"vs", "versus"}.isdisjoint(folds) and len(folds) <= TITLE and folds[-1].isalpha():
        return not any(m.kind in {"effect", "relation"} or m.change for m in reading.mentions)
    if folds[:3] == ("the", "role", "of"):
        return _TELLING.isdisjoint(folds)
    if folds[:2] in _ABOUT or folds[:3] in _ABOUT:
        stated = any(m.kind in {"effect", "relation", "status", "authority"} for m in reading.mentions)
        return _TELLING.isdisjoint(folds) and ":" not in folds[:-1] and not stated
    opens = folds[:2] == ("how", "to") or any(pair == ("to", "know") for pair in pairwise(folds))
    return opens and folds[-1].isalpha()


def names_standing(reading: Reading) -> bool:
    """Whether a line only names what an authority may have granted: "2. FDA approval:"."""
    words = [word for word in reading.words.folds if word.isalpha()]
    named = {m.kind for m in reading.mentions}
    return len(words) <= NEAR and words[-1:] != [] and words[-1] in _STANDINGS and named <= {"authority", "status"}
