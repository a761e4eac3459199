"""Which assertions a sentence makes, and where: the small base, sentences of our own."""

from dataclasses import replace
from itertools import pairwise

import pytest
from bench.bases import grown
from small_base import ASSERTIONS, CHECKER, DB, cut, found

from factcheck.engine import Checker
from factcheck.language.tokens import words
from factcheck.match.gate import Refusal
from factcheck.match.matches import attempts, matches
from factcheck.match.phrasing import Match
from factcheck.read import from_text
from factcheck.segment.candidates import candidates


def made(text: str) -> list[Match]:
    return [match for match, _ in found(text)]


def linked(text: str) -> list[str]:
    return [match.assertion.id.removeprefix("small.") for match in made(text)]


def spans(text: str) -> list[str]:
    """The words of every claim, as they stand in the text."""
    return [match.reading.text(match.first, match.last, text) for match in made(text)]


def gates(text: str, slug: str) -> set[tuple[str, str]]:
    """What stopped the phrasings of one assertion, and what they asked for."""
    tried = [attempt for candidate in cut(text) for attempt in attempts(candidate, CHECKER.index)]
    return {
        (attempt.gate, attempt.missing)
        for attempt in tried
        if isinstance(attempt, Refusal) and attempt.phrasing.assertion.id == f"small.{slug}"
    }


# ------------------------------------------------------------------ the gate


@pytest.mark.parametrize(
    ("text", "slug", "gate", "missing"),
    [
        ("Exosomes are approved.", "not-approved", "concept", "fda"),
        ("Exosomes penetrate the skin.", "crosses", "concept", "dermis"),
        ("Exosomes reach new buyers; the dermis is a layer.", "crosses", "concept", "dermis"),
        ("Retinol is better than bakuchiol.", "bakuchiol-beats", "concept", "retinol"),
        ("The FDA approved bakuchiol.", "not-approved", "subject", "exosomes"),
        ("Retinoids reduce wrinkles.", "retinol-wrinkles", "subject", "retinol"),
        ("Exosomes reduce wrinkles.", "needled-exosomes-wrinkles", "subject", "microneedling"),
        ("Microneedling reduces wrinkles.", "cosmetic-wrinkles", "subject", "cosmetic"),
        ("Unlike retinol, our acids reduce wrinkles.", "retinol-wrinkles", "subject", "retinol"),
        ("FDA registered exosomes, FDA approved.", "not-approved", "unless", "registered"),
        ("The EMA approved our exosomes.", "not-approved", "authority", "ema"),
        ("Fewer wrinkles without retinol.", "retinol-wrinkles", "subject", "retinol"),
        ("Fewer wrinkles without 2 % retinol.", "retinol-wrinkles", "subject", "retinol"),
        ("Fewer wrinkles without peptides or retinol.", "retinol-wrinkles", "subject", "retinol"),
        ("Women saw fewer wrinkles.", "survey", "quantity", "# %"),
        ("28 women saw fewer wrinkles.", "survey", "quantity", "# %"),
        ("Peptides increase collagen.", "peptides-collagen-lab", "setting", "in-vitro"),
        ("Less collagen.", "cosmetic-collagen", "direction", "collagen"),
        ("Retinol reduces wrinkles.", "retinol-erases", "anchor", "wrinkles"),
        ("All about wrinkles and retinol.", "retinol-wrinkles", "anchor", "wrinkles"),
    ],
)
def test_the_gate_that_stops_a_phrasing_is_named(text: str, slug: str, gate: str, missing: str) -> None:
    assert slug not in linked(text)
    assert (gate, missing) in gates(text, slug)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Our exosomes are FDA approved.", "not-approved"),
        ("FDA approval for exosomes.", "not-approved"),
        ("Exosomes that reach the deep layers.", "crosses"),
        ("Retinol for wrinkles.", "retinol-wrinkles"),
        ("Wrinkle reduction with retinol.", "retinol-wrinkles"),
        ("Wrinkles are reduced by retinol.", "retinol-wrinkles"),
        ("A retinol anti-wrinkle cream.", "retinol-wrinkles"),
        ("Retinoll reduces wrinkle depth.", "retinol-wrinkles"),
        ("Retinol reduces wrinkels.", "retinol-wrinkles"),
        ("94% of women saw fewer wrinkles.", "survey"),
        ("In vitro, peptides increase collagen.", "peptides-collagen-lab"),
        ("After microneedling, exosomes reduce wrinkles.", "needled-exosomes-wrinkles"),
        ("Bakuchiol outperforms retinol.", "bakuchiol-beats"),
    ],
)  # fmt: skip
def test_what_passes_the_gate(text: str, slug: str) -> None:
    assert linked(text) == [slug]


def test_a_phrasing_that_has_little_in_common_is_stopped_by_its_score() -> None:
    wordy = (
        "Hypoallergenic as seventeen independent laboratories across northern Europe confirmed during lengthy winter "
        "inspections under difficult circumstances without interruption throughout several turbulent decades."
    )
    alone = replace(next(a for a in ASSERTIONS if a.id == "small.hypoallergenic"), says=wordy)
    checker = Checker(replace(DB, assertions=(alone,), digest="wordy"))
    (candidate,) = candidates(from_text("It is hypoallergenic."), checker.reader)
    (attempt,) = attempts(candidate, checker.index)
    assert isinstance(attempt, Refusal) and attempt.gate == "score"
    assert matches(candidate, checker.index) == ()


def test_an_assertion_that_was_withdrawn_is_not_matched() -> None:
    withdrawn = tuple(replace(a, withdrawn="Superseded.") for a in ASSERTIONS)
    checker = Checker(replace(DB, assertions=withdrawn, digest="withdrawn"))
    assert checker.index.by_anchor == {}


def test_a_wording_that_names_only_its_subject_is_reported() -> None:
    poor = (replace(ASSERTIONS[0], says="Exosomes.", also=()),)
    assert Checker(replace(DB, assertions=poor, digest="poor")).index.empty == [("small.not-approved", "Exosomes.")]


# ------------------------------------------------------------------ the most specific wins


@pytest.mark.parametrize(
    ("text", "slug", "why"),
    [
        ("Retinol reduces wrinkles.", "retinol-wrinkles", "the very ingredient beats its kind"),
        ("Retinoids reduce wrinkles.", "retinoid-wrinkles", "the kind beats any cosmetic"),
        ("Bakuchiol reduces wrinkles.", "cosmetic-wrinkles", "any cosmetic, where nothing nearer is known"),
        ("Plant exosomes reduce wrinkles.", "exosomes-wrinkles", "a kind of the ingredient beats any cosmetic"),
        ("Our serum reduces wrinkles.", "cosmetic-wrinkles", "no ingredient at all"),
        ("Exosomes after microneedling reduce wrinkles.", "needled-exosomes-wrinkles", "more concepts beat fewer"),
        ("Peptides increase collagen in vitro.", "peptides-collagen-lab", "a setting counts as more"),
        ("Retinol erases wrinkles.", "retinol-erases", "the complete effect, where one is claimed"),
        (
            "94% of women saw fewer wrinkles with retinol.",
            "retinol-wrinkles",
            "an ingredient beats a survey without one",
        ),
    ],
)
def test_the_most_specific_assertion_wins(text: str, slug: str, why: str) -> None:
    assert linked(text) == [slug], why


def test_the_runners_up_are_kept_best_first_and_each_once() -> None:
    (match,) = made("Retinol erases wrinkles.")
    names = [rival.id for rival in match.rivals]
    assert names == ["small.retinol-wrinkles", "small.retinoid-wrinkles", "small.cosmetic-wrinkles"]
    assert all(0 < rival.score <= 1 for rival in match.rivals)


def test_no_assertion_is_its_own_rival() -> None:
    (match,) = made("Our exosomes are FDA approved.")
    assert match.rivals == () and match.conflict is None


def test_equals_that_disagree_are_a_conflict() -> None:
    (match,) = made("Peptides reduce redness.")
    assert match.conflict is not None
    assert {match.assertion.evidence_says, match.conflict.evidence_says} == {"supported", "contradicted"}


def test_a_less_specific_assertion_that_disagrees_is_no_conflict() -> None:
    assert [match.conflict for match in made("Retinol erases wrinkles.")] == [None]


def test_a_claim_that_goes_the_other_way_is_marked() -> None:
    (other_way,) = made("Retinol boosts wrinkles.")
    (same_way,) = made("Retinol reduces wrinkles.")
    assert other_way.opposite and not same_way.opposite


def test_a_complete_effect_over_an_ordinary_one_is_marked() -> None:
    assert [match.full for match in made("Retinoids erase wrinkles.")] == [True]
    assert [match.full for match in made("Retinoids reduce wrinkles.")] == [False]
    assert [match.full for match in made("Retinol erases wrinkles.")] == [False]


def test_the_very_words_score_highest_and_scores_stay_in_bounds() -> None:
    (exact,), (kind,) = made("Exosomes reduce wrinkles."), made("Plant exosomes reduce wrinkles.")
    (inherited,) = made("# Exosomes\n\nReduces wrinkles.\n")
    assert 1.0 == exact.score > kind.score > inherited.score >= 0.5


# ------------------------------------------------------------------ lists and spans


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Retinol reduces wrinkles.", ["reduces wrinkles"]),
        ("Retinol reduces wrinkles, boosts collagen and treats acne.",
         ["reduces wrinkles", "boosts collagen", "treats acne"]),
        ("Our serum treats acne and wrinkles.", ["treats acne", "wrinkles"]),
        ("Fewer breakouts, less wrinkles, more collagen", ["Fewer breakouts", "less wrinkles", "more collagen"]),
        ("Our FDA approved exosomes reach the dermis.", ["FDA approved", "reach the dermis"]),
        ("Exosomes, now FDA approved, penetrate to the deep layers and boost collagen.",
         ["FDA approved", "penetrate to the deep layers", "boost collagen"]),
        ("Our serum treats wrinkles and acne.", ["treats wrinkles", "acne"]),
        ("It reduces wrinkles, redness and acne.", ["reduces wrinkles", "acne"]),
    ],
)  # fmt: skip
def test_a_list_is_one_claim_per_item(text: str, claims: list[str]) -> None:
    assert spans(text) == claims


def test_a_list_of_subjects_is_not_judged_by_its_best_one() -> None:
    assert linked("Retinol and exosomes reduce wrinkles.") == ["exosomes-wrinkles", "retinol-wrinkles"]
    assert spans("Retinol and exosomes reduce wrinkles.") == ["exosomes", "reduce wrinkles"]
    assert linked("Retinol and bakuchiol reduce wrinkles.") == ["cosmetic-wrinkles", "retinol-wrinkles"]
    assert linked("Retinol with exosomes reduces wrinkles.") == ["retinol-wrinkles"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Retinol reduces fine lines and wrinkles.", "reduces fine lines and wrinkles"),
        (
            "Retinol reduces fine lines, all wrinkles and new fine lines.",
            "reduces fine lines, all wrinkles and new fine lines",
        ),
    ],
)
def test_neighbours_of_one_assertion_are_one_claim(text: str, claim: str) -> None:
    assert spans(text) == [claim]


def test_the_number_that_a_claim_is_about_stands_in_its_span() -> None:
    assert spans("In a trial 90% of women saw fewer wrinkles.") == ["90% of women saw fewer wrinkles"]
    assert spans("Women saw fewer wrinkles, 90% in all; redness of 80% rose.")[0] == "Women saw fewer wrinkles, 90%"
    assert spans("Retinol reduces wrinkles by 32%.") == ["reduces wrinkles"]


def test_distant_repetitions_are_one_claim_too() -> None:
    assert spans("Retinol reduces wrinkles, and yes, but truly, retinol reduces wrinkles.") == ["reduces wrinkles"]


@pytest.mark.parametrize(
    "text",
    [
        "Retinol reduces wrinkles, but more wrinkles with less retinol.",
        "Retinol reduces wrinkles and rays that increase wrinkles.",
    ],
)
def test_copy_does_not_say_a_thing_and_its_opposite(text: str) -> None:
    assert [match.opposite for match in made(text)] == [False]


def test_an_effect_taken_over_turns_no_claim_into_its_opposite() -> None:
    assert not [match for match in made("Does retinol increase confidence?\nRetinol meets wrinkles.") if match.opposite]


@pytest.mark.parametrize(
    "text",
    [
        "Our FDA approved exosomes reach the dermis and boost collagen, reduce wrinkles and treat acne.",
        "FDA approved FDA approved exosomes, wrinkles wrinkles reduce reduce collagen boost acne acne.",
        "Anti-wrinkle anti-wrinkle peptides increase collagen in vitro, calm redness, reduce wrinkles, redness, acne.",
    ],
)
def test_spans_of_one_sentence_are_apart(text: str) -> None:
    ordered = [(match.first, match.last) for match in made(text)]
    assert ordered and all(first < last for first, last in ordered)
    assert all(left[1] <= right[0] for left, right in pairwise(ordered))


def test_a_span_does_not_run_across_a_long_sentence() -> None:
    text = "Approved, as the makers of these exosomes have said at many a congress and in many a leaflet, by the FDA."
    assert all(match.last - match.first <= 14 for match in made(text))
    assert linked(text) == ["not-approved"]


def test_a_skipped_sentence_matches_nothing() -> None:
    (candidate,) = cut("Does retinol reduce wrinkles?")
    assert matches(candidate, CHECKER.index) == ()


def test_an_answer_makes_the_claim_of_its_question() -> None:
    (match,) = made("Does retinol reduce wrinkles?\nYes.\n")
    assert match.from_question and match.assertion.id == "small.retinol-wrinkles"


def test_an_answer_with_a_claim_of_its_own_makes_that() -> None:
    (match,) = made("Does retinol reduce wrinkles?\nYes, and retinol erases wrinkles.\n")
    assert not match.from_question and match.assertion.id == "small.retinol-erases"


def test_a_larger_base_gives_a_claim_hardly_more_phrasings_to_try() -> None:
    larger = Checker(grown(DB, 8 * len(DB.assertions))).index
    concepts = frozenset({"retinol", "wrinkles", "collagen", "niacinamide", "exosomes", "skin"})
    held = [sum(len(index.entries(anchor)) for anchor in index.anchors) for index in (CHECKER.index, larger)]
    tried = [sum(len(index.possible(concept, concepts)) for concept in concepts) for index in (CHECKER.index, larger)]
    assert held[1] > 7 * held[0]
    assert 0 < tried[1] < 1.3 * tried[0]


def test_where_something_comes_from_is_not_what_a_pronoun_stands_for() -> None:
    assert linked("Exosomes are new. Derived from retinol, they reduce wrinkles.") == ["exosomes-wrinkles"]
    assert linked("Exosomes are new. It holds retinol, which reduces wrinkles.") == ["retinol-wrinkles"]


def test_what_a_pronoun_contains_is_said_of_what_it_stands_for_under_a_heading_too(checker: Checker) -> None:
    page = from_text("# A new chapter\n\nExosomes are vesicles. They contain 450 growth factors.\n")
    assert "exosomes.growth-factor-count" in [c.assertion.id for c in checker.check(page).claims if c.assertion]


def test_what_a_pronoun_does_to_another_ingredient_is_said_of_what_it_stands_for(checker: Checker) -> None:
    page = from_text("Ferulic acid comes from bran. It keeps vitamins C and E stable, so both stay effective.")
    assert {c.assertion.id: c.label for c in checker.check(page).claims if c.assertion} == {
        "vitamins.cef-stabilises": "supported"
    }


def test_only_what_is_said_of_a_subject_in_its_own_clause_is_turned_round(checker: Checker) -> None:
    apart = "Sun damage grows by the day; daily SPF is your friend."
    gloss = "SPF (rays cause sunburn) is for every day."
    said = "Sunscreen causes sunburn."
    labels = [{c.label for c in checker.check(from_text(text)).claims} for text in (apart, gloss, said)]
    assert "contradicted" not in labels[0] | labels[1] and labels[2] == {"contradicted"}


def test_a_phrasing_may_ask_for_a_cosmetic_as_what_is_compared() -> None:
    beats = next(a for a in ASSERTIONS if a.id == "small.bakuchiol-beats")
    over_creams = replace(beats, id="small.over-creams", says="Bakuchiol is better than a cream.", also=())
    index = Checker(replace(DB, assertions=(beats, over_creams))).index
    text = "Bakuchiol is better than any serum. Bakuchiol is better than retinol."
    assert [m.assertion.id for c in cut(text) for m in matches(c, index)] == [
        "small.over-creams",
        "small.bakuchiol-beats",
    ]


def test_outcomes_that_state_themselves_are_claims_of_their_own(checker: Checker) -> None:
    page = from_text("Exosomes have no side effects and no downtime.")
    assert {c.assertion.id for c in checker.check(page).claims if c.assertion} == {
        "exosomes-safety.no-side-effects",
        "exosomes-procedures.little-downtime",
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thiamidol", "cysteamine"),
        ("thiamidol", "phytic acid"),
        ("marula", "sea buckthorn"),
        ("finasteride", "dutasteride"),
        ("talc", "asbestos"),
        ("shea butter", "cocoa butter"),
        ("ichthyosis", "xerosis"),
        ("milia", "folliculitis"),
        ("licorice", "licochalcone"),
    ],
)
def test_evidence_of_one_thing_is_not_cited_for_another(checker: Checker, one: str, other: str) -> None:
    first, second = ({m.concept for m in checker.reader.read(words(each)).mentions} for each in (one, other))
    assert first and second and first.isdisjoint(checker.reader.closure(next(iter(second))))
