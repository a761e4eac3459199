"""Words and quantities in one spelling: copy and phrasings are compared only after this.

In goes a word or a stretch of text, out comes its folded form, its stem, or the quantities that stand in it. A room
of its own because both the evidence base and the copy must pass through the very same rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import isinf, log
from typing import Any

_STEMS: dict[str, str] = {}
_MARKS = {"‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-"}
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphens, marks of no width, marks that set the direction of writing."""
_FOLD = str.maketrans({**_MARKS, **dict.fromkeys(_UNSEEN)})
_APART = {"minimal": "minimal", "minimally": "minimal", "evenness": "evenness"}
"""Words that the stemmer takes for others: minimal downtime minimises nothing."""
_BRITISH = (  # spelling pairs that the stemmer does not bring together
    (re.compile(r"isation"), "ization"),
    (re.compile(r"(?<=[a-z]{3})is(e|es|ed|er|ers|ing)$"), r"iz\1"),
    (re.compile(r"lys(e|es|ed|ing)$"), r"lyz\1"),
    (re.compile(r"^age(?=ing$)"), "ag"),
    (re.compile(r"^colour"), "color"),
    (re.compile(r"^tumour"), "tumor"),
    (re.compile(r"^oestro"), "estro"),
    (re.compile(r"aem(?=ia|ic)"), "em"),
    (re.compile(r"^moulds?$"), "mold"),
    (re.compile(r"^centre"), "center"),
    (re.compile(r"^fibre"), "fiber"),
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in one spelling: no case, ligatures, accents, curly quotes, long dashes or invisible characters."""
    folded = word.replace("`", "'").lower() if word.isascii() else _fold(word)
    return "not" if folded in {"n't", "nt"} else folded


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_FOLD))
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_FOLD).casefold()


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The folded word's stem (Snowball English), British and American spellings brought together."""
    folded = fold(word)
    if (known := _STEMS.get(folded)) is not None:
        return known
    if folded in _APART:
        return _APART[folded]
    for pattern, american in _BRITISH:
        folded = pattern.sub(american, folded)
    return str(_stemmer().stemWord(folded))


@cache
def _stemmer() -> Any:  # noqa: ANN401  (ships no types)
    """The stemmer, when a word is asked for whose stem is not known yet."""
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def learn(stems: Mapping[str, str]) -> None:
    """Take over the stems of folded words from an earlier run: working one out takes as long as reading a sentence."""
    _STEMS.update(stems)


# ------------------------------------------------------------------ quantities


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number or range with its unit, as found in a text."""

    low: float
    """Lower bound; minus infinity if open."""
    high: float
    """Upper bound; infinity if open."""
    unit: str
    """Unit in one spelling: %, nm, kda, day, week, month, year, hour, fold, spf, count, mg, session."""
    text: str
    start: int
    end: int

    def overlaps(self, other: Quantity) -> bool:
        """Whether both can mean the same amount, time units converted."""
        mine, theirs = _in_minutes(self), _in_minutes(other)
        return mine[2] == theirs[2] and mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def within(self, bound: Quantity) -> bool:
        """Whether all of it lies within a bound; "2-3 months" within "8-12 weeks", for shops count so."""
        low, high, unit = _in_minutes(self, kindly=True)
        least, most, other = _in_minutes(bound)
        return unit == other and least <= low and high <= most

    def mostly_in(self, bound: Quantity) -> bool:
        """Whether it lies within a bound: of a range more than half, in orders of magnitude."""
        mine, theirs = _in_minutes(self), _in_minutes(bound)
        if not self.overlaps(bound) or isinf(mine[1]) or mine[0] <= 0 or theirs[0] == theirs[1]:
            return self.overlaps(bound)
        shared = min(mine[1], theirs[1]) / max(mine[0], theirs[0])
        return log(mine[1] / mine[0]) <= MOSTLY * log(shared)


MOSTLY = 1.75
"""How often a range is the power of what lies inside: 20 to 400 is not mostly in 30 to 150, 30 to 200 is."""
_SPELLINGS = {
    "%": "%", "nm": "nm nanometer nanometre", "um": "micron µm", "kda": "kda", "da": "da dalton",
    "mg": "mg", "ml": "ml", "ug": "µg mcg", "minute": "minute min", "hour": "hour hr", "day": "day", "week": "week wk",
    "month": "month", "year": "year", "fold": "x × times -fold fold", "billion": "billion", "million": "million",
    "trillion": "trillion", "spf": "spf", "session": "session treatment application",
    "people": "people person patient women men participant subject volunteer",
    "count": "growth|factor protein peptide cytokine ingredient particle",
}  # fmt: skip
_UNITS = {name.replace("|", " "): unit for unit, names in _SPELLINGS.items() for name in names.split()}
_UNITS |= {"percent": "%", "per cent": "%"}
_DAY = 1440
_MINUTES = {
    "minute": (1, 1), "hour": (60, 60), "day": (_DAY, _DAY), "week": (7 * _DAY, 7 * _DAY),
    "month": (28 * _DAY, 31 * _DAY), "year": (364 * _DAY, 366 * _DAY),
}  # fmt: skip
"""Minutes that a unit of time has, at least and at most: shops call 8 weeks two months, and 52 weeks a year."""
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|#"
_DIGIT = re.compile(r"[\d#]")
_UNIT = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?P<spf>\b(?:spf(?:\s+of)?|(?<!growth.)factor(?=\s\d))[\s-]*)?"
    r"(?P<open>>=?|≥|≤|<=?|over |more than |up to |at least |under |less than |about )?\s*"
    rf"(?:(?<=spf)|(?<![\w.]))(?P<low>{_NUMBER})(?P<more>\+)?"
    rf"(?:\s*(?:-|–|—|to|(?(spf)-|and))\s*(?P<high>{_NUMBER}))?(?P<plus>\+)?"
    rf"(?:(?!\s?spf[\s-]*(?:of\s)?\d)[\s-]{{0,2}}(?P<unit>{_UNIT})(?:e?s)?(?![a-z]))?",
    re.IGNORECASE,
)
_UNITS_OF_TEN = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_WORDS = _UNITS_OF_TEN | dict(zip(_TEENS, range(10, 20), strict=True)) | _TENS | {"once": 1, "twice": 2, "hundred": 100}
_SPELLED = rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_UNITS_OF_TEN)})|{'|'.join(_WORDS)}"
_SPELT = re.compile(
    rf"\b(?P<low>{_SPELLED})(?:(?:-|–|\sto\s|\sor\s)(?P<high>{_SPELLED}))?[\s-](?P<unit>{_UNIT})s?\b", re.IGNORECASE
)

_ONE = re.compile(
    r"\b(?:in|within|after|under|inside)\s+(?:just\s+|only\s+)?"
    r"(?P<amount>an?\s+(?:single\s+|mere\s+)?(?P<unit>minute|hour|day|week|fortnight|month|year))\b",
    re.IGNORECASE,
)
"""One unit of time in which something comes about: "within a week", and not "twice a week"."""
_PER = re.compile(r"\s(?:per|an?|each|every)\s(?:second|minute|hour|day|week|month|year)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Numbers and ranges that carry a unit, left to right; "#" stands for any number. No bare numbers, no rates."""
    numbered = _QUANTITY.finditer(text) if _DIGIT.search(text) else ()
    found = [_quantity(match) for match in numbered if (match["unit"] or match["spf"]) and not _is_rate(match)]
    found += [spelt for match in _SPELT.finditer(text) if (spelt := _spelt(match))]
    found += [_one(match) for match in _ONE.finditer(text)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _is_rate(match: re.Match[str]) -> bool:
    """Whether it says how often something is done: "8000 times per minute"; a dose a day is an amount."""
    return (match["unit"] or "").casefold() == "times" and _PER.match(match.string, match.end()) is not None


def _quantity(match: re.Match[str]) -> Quantity:
    unit = "spf" if match["spf"] else _unit(match["unit"])
    low, high = _bounds(match)
    start = match.start("spf") if match["spf"] else match.start("low")
    return Quantity(
        low=low, high=high, unit=unit, text=match.string[start : match.end()].strip(), start=start, end=match.end()
    )


def _unit(spelling: str) -> str:
    """The unit in one spelling; both Unicode letters for micro are one."""
    return _UNITS.get(unicodedata.normalize("NFKC", spelling).lower().replace("μ", "µ").replace("i̇", "i"), "unknown")


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """Lower and upper bound, open where the wording leaves one open."""
    if "#" in (match["low"], match["high"]):
        return float("-inf"), float("inf")
    low = float(match["low"].replace(",", ""))
    high = float(match["high"].replace(",", "")) if match["high"] else low
    sign = (match["open"] or "").strip().casefold()
    if sign == "over" and match["unit"] and _unit(match["unit"]) in _MINUTES:
        return min(low, high), max(low, high)  # "over 12 weeks" is how long it took
    if sign in {">", ">=", "≥", "over", "more than", "at least"} or match["more"] or match["plus"]:
        return low, float("inf")
    if sign in {"<", "<=", "≤", "under", "less than"}:
        return float("-inf"), high
    return min(low, high), max(low, high)


def _spelt(match: re.Match[str]) -> Quantity | None:
    """The amount in words; none for "one ingredient", where "one" counts nothing."""
    low = _in_words(match["low"])
    high = _in_words(match["high"]) if match["high"] else low
    unit = _unit(match["unit"])
    if match["low"].casefold() == "one" and low == high and unit not in _MINUTES:
        return None
    return Quantity(
        low=min(low, high), high=max(low, high), unit=unit, text=match[0], start=match.start(), end=match.end()
    )


def _in_words(spelled: str) -> float:
    """The number that words name: "twelve", "twenty-four"."""
    return float(sum(_WORDS[word] for word in spelled.casefold().replace("-", " ").split()))


def _one(match: re.Match[str]) -> Quantity:
    """The time "in a week" speaks of."""
    unit = match["unit"].casefold()
    amount, unit = (2.0, "week") if unit == "fortnight" else (1.0, unit)
    start, end = match.span("amount")
    return Quantity(low=amount, high=amount, unit=unit, text=match["amount"], start=start, end=end)


def _in_minutes(quantity: Quantity, *, kindly: bool = False) -> tuple[float, float, str]:
    """Bounds and unit, times in minutes so that weeks and months compare: a month is 28 to 31 days.

    Kindly: as near to each other as the unit allows.
    """
    if quantity.unit not in _MINUTES:
        return quantity.low, quantity.high, quantity.unit
    least, most = _MINUTES[quantity.unit]
    low, high = (most, least) if kindly else (least, most)
    return quantity.low * low, quantity.high * high, "time"


def dimension(unit: str) -> str:
    """What a unit measures: time units are one dimension."""
    return "time" if unit in _MINUTES else unit
