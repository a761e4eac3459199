"""Words and quantities in one spelling: copy and phrasings are compared only after this.

In goes a word or a stretch of text, out comes its folded form, its stem, or the quantities that stand in it. A room
of its own because both the evidence base and the copy must pass through the very same rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_STEMS: dict[str, str] = {}
_MARKS = {"‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-"}
_FOLD = str.maketrans({**_MARKS, "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None})
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
    for pattern, american in _BRITISH:
        folded = pattern.sub(american, folded)
    return str(_STEMMER.stemWord(folded))


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
        mine, theirs = _in_days(self), _in_days(other)
        return mine[2] == theirs[2] and mine[0] <= theirs[1] and theirs[0] <= mine[1]


_SPELLINGS = {
    "%": "%", "nm": "nm nanometer nanometre", "um": "micron µm", "kda": "kda", "da": "da dalton",
    "mg": "mg", "ml": "ml", "ug": "µg mcg", "minute": "minute min", "hour": "hour hr", "day": "day", "week": "week wk",
    "month": "month", "year": "year", "fold": "x × times -fold fold", "billion": "billion", "million": "million",
    "trillion": "trillion", "session": "session treatment application",
    "people": "people person patient women men participant subject volunteer",
    "count": "growth|factor protein peptide cytokine ingredient particle",
}  # fmt: skip
_UNITS = {name.replace("|", " "): unit for unit, names in _SPELLINGS.items() for name in names.split()}
_UNITS |= {"percent": "%", "per cent": "%"}
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|#"
_UNIT = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?P<spf>\bspf\s*)?(?P<open>>=?|≥|≤|<=?|over |more than |up to |at least |under |less than |about )?\s*"
    rf"(?<![\w.])(?P<low>{_NUMBER})(?P<more>\+)?(?:\s*(?:-|–|—|to|and)\s*(?P<high>{_NUMBER}))?(?P<plus>\+)?"
    rf"(?:[\s-]{{0,2}}(?P<unit>{_UNIT})(?:e?s)?(?![a-z]))?",
    re.IGNORECASE,
)
_WORDS = {
    "once": 1,
    "twice": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
}
_SPELT = re.compile(rf"\b(?P<low>{'|'.join(_WORDS)})[\s-](?P<unit>{_UNIT})s?\b", re.IGNORECASE)
_FOLDS = {"double": 2.0, "doubles": 2.0, "doubled": 2.0, "triple": 3.0, "triples": 3.0, "tripled": 3.0}


def quantities(text: str) -> tuple[Quantity, ...]:
    """Numbers and ranges that carry a unit, left to right; "#" stands for any number. Bare numbers are left out."""
    found = [_quantity(match) for match in _QUANTITY.finditer(text) if match["unit"] or match["spf"]]
    found += [_spelt(match) for match in _SPELT.finditer(text)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


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
    if sign in {">", ">=", "≥", "over", "more than", "at least"} or match["more"] or match["plus"]:
        return low, float("inf")
    if sign in {"<", "<=", "≤", "under", "less than"}:
        return float("-inf"), high
    return min(low, high), max(low, high)


def _spelt(match: re.Match[str]) -> Quantity:
    amount = float(_WORDS[match["low"].casefold()])
    unit = _unit(match["unit"])
    return Quantity(low=amount, high=amount, unit=unit, text=match[0], start=match.start(), end=match.end())


def _in_days(quantity: Quantity) -> tuple[float, float, str]:
    """Bounds and unit, times in days so that weeks and months compare."""
    scale = _DAYS.get(quantity.unit)
    if scale is None:
        return quantity.low, quantity.high, quantity.unit
    return quantity.low * scale, quantity.high * scale, "time"


def dimension(unit: str) -> str:
    """What a unit measures: time units are one dimension."""
    return "time" if unit in _DAYS else unit
