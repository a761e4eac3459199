"""What a shop or a page puts around its copy: prices, sizes, stock, buttons, and the titles of a product's parts.

In go the words of a line, out comes whether it is such a fixture. A room of its own because these lines stand between
a product's name and what is claimed of it on nearly every listing, and must not cut the one from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from factcheck.language.normalise import fold
from factcheck.reading.mentions import SUBJECTS, Reading

_PRICE = frozenset(
    """rs rs. inr usd eur gbp aed ttd aud cad sgd myr php thb krw jpy cny rm mrp price prices priced from only now was
    reg regular sale save off discount per each unit total vat incl excl tax taxes included ml l g gm gms kg oz fl
    fl. oz. min min. mins minute minutes hour hours hr hrs star stars rating ratings rated review reviews sold size pack
    packs pcs piece pieces qty quantity sku code item no free shipping delivery and or the of for""".split()
)
"""Words of a line that holds nothing but a price, a size, a duration or a rating."""
_MONEY = frozenset("rs rs. inr usd eur gbp aed ttd aud cad sgd myr php thb krw jpy cny rm mrp price prices off".split())
_BUTTONS = frozenset(
    """add to cart|add to bag|add to basket|add to wishlist|buy now|buy it now|shop now|order now|book now|
    book online|skip to content|skip to main content|home|shop|menu|search|cart|account|my account|log in|login|
    sign in|sign up|contact|contact us|blog|share|facebook|instagram|pinterest|twitter|tiktok|youtube|whatsapp|
    follow us|subscribe|newsletter|size|quantity|colour|color|shade|volume|price|rating|regular price|
    sale price|unit price|more payment options|shipping calculated at checkout|taxes included|tax included|
    in stock|out of stock|sold out|low stock|read more|learn more|find out more|view details|view product|
    view all|quick view|quick shop|quick add|write a review|notify me|select options|choose options|
    choose an option|free shipping|free delivery|best seller|bestseller|new in|new|sale|compare""".replace(
        "\n    ", ""
    ).split("|")
)
"""What a line says that is there to be clicked, or names a field."""
_SIGNS = frozenset("! . > → +".split())
"""What may stand beside a button's words."""
_DIVIDERS = frozenset(
    """you may also like|you might also like|related products|recommended for you|recommended products|
    similar products|customers also bought|customers also viewed|frequently bought together|recently viewed|
    pairs well with|complete the routine|more from this brand|shop the range""".replace("\n    ", "").split("|")
)
"""What opens the row of other goods."""
_PARTS = frozenset(
    """about action actions advantages aftercare afters areas before after benefit benefits bonus bottom candidacy
    candidates clinical cons contraindications debunked description detail details directions downtime efficacy
    entail entails evidence expect explainer fact facts factsheet faq faqs feature features final gist good
    highlights how hype included includes indications ingredient ingredients involves key know line love lowdown
    main matters mechanism more myth myth-busting myths need nitty-gritty nutshell other our overview perks points
    primary procedure process product pros questions quick recap recovery research result results rundown safety
    science selling sessions snapshot specifications specs standouts step steps summary takeaway takeaways
    technology thoughts timeline tips tl;dr top treatable treatment upsides usage use uses verdict what who why
    wrap-up work works the a it is to in of you your for do does behind at glance and & : - should will can""".split()
)
"""Words of titles that name a part of what is told and not what it is told of: "What it entails", "Key benefits"."""
_TITLE = re.compile(r"[!★⭐“”\"]|\b[1-5] ?/ ?5\b|\b[1-5](?:\.\d)? (?:out of 5|stars?)\b|^[—–-] ?\w")
"""Signs of a review's own title, or of its stars or its writer."""
_ACCLAIM = frozenset(
    """love loved amazing great best fantastic wonderful obsessed recommend recommended impressed disappointed
    incredible brilliant happy excellent holy favourite favorite perfect worth""".split()
)
"""Words of reviews' own titles."""
_GLUED = re.compile(r"^([a-z]{2,3}\.?)(\d[\d.,]*)$")
_FIGURES = frozenset("0123456789.,()/★☆⭐|")
"""Signs of a rating or a count that is said of nothing: "4.8", "(212)"."""
_SIZE = re.compile(
    r"\b\d+(?:\.\d+)? ?(?:ml|g|gm|gms|l|oz|fl ?\.? ?oz|ounce|ounces) ?\.? ?\)?(?: (?:jar|tube|bottle|pump|pack))?$"
)
"""How much is in a pack, at the end of a name: "30 ml", "(3.71 fl.oz.)"."""
CLOSING = 3
"""Words and signs at a line's end among which its price stands."""
LONGEST = 8
"""Words and marks of such a line."""
_STATING = frozenset({"effect", "outcome", "disease", "status", "relation"})
_PRAISE = frozenset({"testimonial", "testimonials", "review", "reviews", "stories", "buyer", "feedback"})
_PAPER = re.compile(
    r"^review( of|:)|\b(systematic|literature|narrative|scoping|evidence|peer|comprehensive) reviews?\b"
)


def is_fixture(readings: Sequence[Reading]) -> bool:
    """Whether a line holds a price, a size, a rating or a button and nothing else."""
    folds = _folds(readings)
    words = [word for word in folds if word.strip(".").isalpha()]
    if len(folds) > LONGEST:
        return False
    if " ".join(words) in _BUTTONS and _SIGNS.issuperset(set(folds) - set(words)):
        return True
    counted = any(word[:1].isdigit() or word[-1:].isdigit() for word in folds)
    bare = _FIGURES.issuperset("".join(folds))
    priced = bool(words or _has_money(folds)) and _PRICE.issuperset(words) and not _states(readings)
    return counted and (bare or priced)


def _states(readings: Sequence[Reading]) -> bool:
    """Whether a line says that something happens or is so."""
    return any(mention.kind in _STATING for reading in readings for mention in reading.mentions)


def divides(reading: Reading) -> bool:
    """Whether a line opens what a shop shows of its other goods: "You may also like"."""
    return " ".join(word for word in reading.words.folds if word.isalpha()) in _DIVIDERS


def names_price(readings: Sequence[Reading]) -> bool:
    """Whether a fixture tells what something costs."""
    folds = _folds(readings)
    return _has_money(folds) or not _MONEY.isdisjoint(folds)


def _folds(readings: Sequence[Reading]) -> list[str]:
    """The words of a line, a currency apart from its amount: "Rs.449"."""
    folds = chain.from_iterable(reading.words.folds for reading in readings)
    return [part for word in folds for part in ((word,) if word.isalpha() else _GLUED.sub(r"\1 \2", word).split())]


def ends_in_price(readings: Sequence[Reading]) -> bool:
    """Whether a line is closed by what it costs: "Dark spot removal $50+"."""
    folds = _folds(readings)
    return (
        LONGEST >= len(folds) > CLOSING
        and _has_money(folds[-CLOSING:])
        and any(w[:1].isdigit() for w in folds[-CLOSING:])
    )


def ends_in_size(readings: Sequence[Reading]) -> bool:
    """Whether a line names goods with how much of them there is: "Rich Cream (125 ml)"."""
    names_goods = any(mention.kind in SUBJECTS for reading in readings for mention in reading.mentions)
    return names_goods and _SIZE.search(" ".join(_folds(readings)[-CLOSING - 2 :])) is not None


def _has_money(folds: Iterable[str]) -> bool:
    return any(sign in word for word in folds for sign in "$€£₹¥")


def titles_part(reading: Reading) -> bool:
    """Whether a heading names a part of what is told: it stands under the name of the thing, and not in its place."""
    folds = reading.words.folds
    return len(folds) <= LONGEST and _PARTS.issuperset(folds)


def lists_ingredients(heading: Reading) -> bool:
    """Whether a part's title opens a list of what is in the product."""
    return titles_part(heading) and not {"ingredient", "ingredients"}.isdisjoint(heading.words.folds)


def opens_praise(heading: str) -> bool:
    """Whether customers speak below a heading: "Reviews", and not "Review: promise and limits of exosomes"."""
    return _PAPER.search(heading) is None and not _PRAISE.isdisjoint(re.findall(r"\w+", heading))


def titles_review(heading: str) -> bool:
    """Whether a line is worded as a customer's own title: "Love it!", "Best cream ever"."""
    return _TITLE.search(heading) is not None or not _ACCLAIM.isdisjoint(fold(heading).split())
