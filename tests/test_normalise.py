"""One spelling for words, one reading for amounts: plain values in, plain values out."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.normalise import Quantity, dimension, fold, quantities, stem

OPEN = math.inf

# ------------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Retinol", "retinol"),
        ("ISN’T", "isn't"),
        ("‘‘Miracle`", "''miracle'"),
        ("“proven”", '"proven"'),
        ("leave–on—now‑then−x", "leave-on-now-then-x"),
        ("ﬁne ﬂuid", "fine fluid"),
        ("Crème décolleté", "creme decollete"),
        ("cre\u0300me", "creme"),
        ("col\u00adla\u200bgen\u200d\ufeff", "collagen"),
        ("Straße", "strasse"),
        ("ＳＰＦ５０", "spf50"),
        ("CO₂", "co2"),
        ("", ""),
    ],
)
def test_one_spelling_for_a_word(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_stem_does_not_depend_on_the_spelling(text: str) -> None:
    assert stem(fold(text)) == stem(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("boosting", "boosts"),
        ("penetration", "penetrations"),
        ("Wrinkles", "WRINKLE"),
        ("moisturising", "moisturizes"),
        ("minimise", "minimized"),
        ("optimisation", "optimization"),
        ("colour", "color"),
        ("ageing", "aging"),
        ("analysed", "analyzes"),
        ("oestrogen", "estrogen"),
        ("anaemia", "anemia"),
        ("fibre", "fiber"),
        ("tumours", "tumor"),
    ],
)
def test_inflections_and_both_englishes_meet(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("retinol", "retinal"),
        ("approve", "approximate"),
        ("wise", "wize"),
        ("rise", "rize"),
        ("proven", "unproven"),
        ("minimal", "minimise"),
    ],
)
def test_other_words_stay_other_words(left: str, right: str) -> None:
    assert stem(left) != stem(right)


# ------------------------------------------------------------------ amounts


def amounts(text: str) -> list[tuple[float, float, str]]:
    return [(found.low, found.high, found.unit) for found in quantities(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("94%", 94, 94, "%"),
        ("0.4 % retinol", 0.4, 0.4, "%"),
        ("10 percent", 10, 10, "%"),
        ("10 per cent", 10, 10, "%"),
        ("1,200 mg", 1200, 1200, "mg"),
        ("12.5mg", 12.5, 12.5, "mg"),
        ("SPF 50", 50, 50, "spf"),
        ("SPF 30+", 30, OPEN, "spf"),
        ("SPF30", 30, 30, "spf"),
        ("30 SPF", 30, 30, "spf"),
        ("50+ SPF", 50, OPEN, "spf"),
        ("500 Da", 500, 500, "da"),
        ("50 kDa", 50, 50, "kda"),
        ("3 microns", 3, 3, "um"),
        ("2 µm", 2, 2, "um"),
        ("25 µg", 25, 25, "ug"),
        ("5 mİn", 5, 5, "minute"),
        ("100 nanometres", 100, 100, "nm"),
        ("10x", 10, 10, "fold"),
        ("3 times", 3, 3, "fold"),
        ("6-fold", 6, 6, "fold"),
        ("a 28-day plan", 28, 28, "day"),
        ("8 weeks", 8, 8, "week"),
        ("5 billion exosomes", 5, 5, "billion"),
        ("28 women", 28, 28, "people"),
        ("64 growth factors", 64, 64, "count"),
        ("4 sessions", 4, 4, "session"),
    ],
)
def test_a_number_with_its_unit(text: str, low: float, high: float, unit: str) -> None:
    assert amounts(text) == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("30-150 nm", 30, 150, "nm"),
        ("30–150 nm", 30, 150, "nm"),
        ("30 to 150 nm", 30, 150, "nm"),
        ("150 to 30 nm", 30, 150, "nm"),
        ("between 5 and 10 %", 5, 10, "%"),
        (">= 0.4 %", 0.4, OPEN, "%"),
        ("≥0.4%", 0.4, OPEN, "%"),
        ("over 90%", 90, OPEN, "%"),
        ("more than 12 weeks", 12, OPEN, "week"),
        ("at least 2 %", 2, OPEN, "%"),
        ("500+ women", 500, OPEN, "people"),
        ("under 500 Da", -OPEN, 500, "da"),
        ("less than 1%", -OPEN, 1, "%"),
        ("# %", -OPEN, OPEN, "%"),
        ("# weeks", -OPEN, OPEN, "week"),
        ("SPF #", -OPEN, OPEN, "spf"),
    ],
)
def test_ranges_and_open_bounds(text: str, low: float, high: float, unit: str) -> None:
    assert amounts(text) == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("within two weeks", 2, "week"),
        ("Twelve-week trial", 12, "week"),
        ("three times", 3, "fold"),
        ("ten women", 10, "people"),
        ("within one week", 1, "week"),
        ("twenty billion", 20, "billion"),
        ("twenty-four weeks", 24, "week"),
        ("fourteen days", 14, "day"),
        ("one hour", 1, "hour"),
        ("fifteen weeks", 15, "week"),
    ],
)
def test_spelt_numbers(text: str, amount: float, unit: str) -> None:
    assert amounts(text) == [(amount, amount, unit)]


@pytest.mark.parametrize(
    "text", ["", "24/7", "Vitamin B12", "Step 2", "One ingredient", "CO2 laser", "Q10", "our 3 serums", "since 1998"]
)
def test_bare_numbers_are_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_amounts_stand_left_to_right_where_they_were_found() -> None:
    text = "In two weeks, 0.4 % retinol with SPF 30 gave 94% of 30 women more."
    found = quantities(text)
    assert [amount.unit for amount in found] == ["week", "%", "spf", "%", "people"]
    assert [text[amount.start : amount.end].strip() for amount in found] == [amount.text for amount in found]


def test_two_amounts_joined_by_and_stay_two() -> None:
    assert amounts("niacinamide 5 SPF 30") == [(30, 30, "spf")]
    assert amounts("SPF 30 and 0.4 % retinol") == [(30, 30, "spf"), (0.4, 0.4, "%")]


def test_a_spelt_range() -> None:
    assert amounts("two to three weeks") == [(2, 3, "week")]


@given(st.text(alphabet="0123456789.,#%-–+ >≥tonmwekspfx", max_size=60))
def test_any_row_of_digits_is_read_without_a_fault(text: str) -> None:
    for amount in quantities(text):
        assert amount.low <= amount.high
        assert text[amount.start : amount.end].strip() == amount.text


def one(text: str) -> Quantity:
    (only,) = quantities(text)
    return only


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("30 to 150 nm", "100 nm"),
        ("8 weeks", "2 months"),
        ("52 weeks", "1 year"),
        ("60 minutes", "1 hour"),
        ("24 hours", "1 day"),
        ("12-24 weeks", "3 to 6 months"),
        ("# %", "94%"),
        (">= 0.4 %", "1%"),
        ("SPF #", "SPF 15"),
        ("90 minutes", "1.5 hours"),
        ("6 months", "26 weeks"),
    ],
)
def test_amounts_that_can_mean_the_same(left: str, right: str) -> None:
    assert one(left).overlaps(one(right)) and one(right).overlaps(one(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("30 to 150 nm", "200 nm"),
        ("30 nm", "30 %"),
        ("8 weeks", "8 months"),
        ("8 weeks", "3 months"),
        ("1 hour", "1 day"),
        (">= 0.4 %", "0.1%"),
        ("SPF 50", "SPF 15"),
        ("10 mg", "10 %"),
        ("# weeks", "# %"),
    ],
)
def test_amounts_that_cannot(left: str, right: str) -> None:
    assert not one(left).overlaps(one(right)) and not one(right).overlaps(one(left))


def test_times_are_one_dimension_and_other_units_each_their_own() -> None:
    assert {dimension(unit) for unit in ("minute", "hour", "day", "week", "month", "year")} == {"time"}
    assert dimension("%") == "%" and dimension("nm") == "nm"


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("5-10 %", ">= 5 %", True),
        ("2-5 %", ">= 5 %", False),
        ("5 mg", ">= 5 %", False),
        ("2-3 months", "8-12 weeks", True),
        ("2-4 months", "8-12 weeks", False),
        (">= 12 weeks", "12 weeks", False),
    ],
)
def test_all_of_an_amount_lies_within_another(inner: str, outer: str, within: bool) -> None:
    (first,), (second,) = quantities(inner), quantities(outer)
    assert first.within(second) is within


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Calmer within a week", [(1, "week")]),
        ("gone in a fortnight", [(2, "week")]),
        ("after just a single day", [(1, "day")]),
        ("twice a week", []),
        ("once a day, for a month", []),
    ],
)
def test_one_unit_of_time_needs_no_number(text: str, amounts: list[tuple[float, str]]) -> None:
    assert [(q.low, q.unit) for q in quantities(text)] == amounts


@pytest.mark.parametrize("text", ["It pricks 150 times a second.", "8000 times per minute", "2 times every day"])
def test_a_rate_is_no_amount(text: str) -> None:
    assert quantities(text) == ()


def test_a_dose_a_day_and_a_gain_a_month_are_amounts() -> None:
    assert [q.text for q in quantities("2.5 mg a day; 20% each month")] == ["2.5 mg", "20%"]
