"""Minimal pairs: a line and what it must not be taken for. The lines are those of the design study, free to reuse."""

from __future__ import annotations

import pytest
from known import fault

from factcheck.engine import Checker
from factcheck.model import Claim
from factcheck.read import from_text


def judged(line: str, checker: Checker) -> tuple[Claim, ...]:
    return checker.check(from_text(line)).claims


def verdicts(line: str, checker: Checker) -> set[tuple[str, str, bool]]:
    """What was judged, how, and whether the line says the same as the assertion."""
    return {(c.assertion.id, c.label, c.agrees) for c in judged(line, checker) if c.assertion}


def linked(line: str, checker: Checker) -> set[str]:
    return {assertion for assertion, _, _ in verdicts(line, checker)}


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Azelaic acid at 15% reduces the redness of rosacea.", "supported"),
        ("Tretinoin of 0.05% reduces fine wrinkles.", "supported"),
        ("Retinol reduces wrinkles by 30%.", "unsupported"),
        ("Retinol: a reduction of 30% in wrinkles.", "unsupported"),
    ],
)
def test_how_much_there_is_is_told_from_how_much_it_does(line: str, label: str, checker: Checker) -> None:
    assert {claim.label for claim in judged(line, checker)} == {label}


NEGATED = [
    ("This product is FDA approved.", "This product is not FDA approved."),
    ("This exosome product has been FDA approved.", "No exosome product has been FDA approved."),
    ("Penetrates skin.", "Does not penetrate skin."),
    ("Clinically proven.", "Not clinically proven."),
    ("It will boost collagen production.", "It will never boost collagen production."),
    ("Exosomes penetrate intact skin.", "Exosomes cannot penetrate intact skin."),
    ("It reduces wrinkles.", "There is no evidence it reduces wrinkles."),
    ("This oil is non-comedogenic.", "This oil is not non-comedogenic."),
    ("It cures acne.", "It does not cure acne."),
    ("This cream heals eczema.", "This cream is not intended to heal eczema."),
    ("Contains stem cells.", "Contains no stem cells."),
    ("Repairs DNA damage.", "Fails to repair DNA damage."),
]


@pytest.mark.parametrize(("bare", "negated"), NEGATED)
def test_a_negated_line_is_never_judged_as_the_bare_one(bare: str, negated: str, checker: Checker) -> None:
    assert not verdicts(bare, checker) & verdicts(negated, checker)


@pytest.mark.parametrize("negated", [negated for _, negated in NEGATED])
def test_a_negated_line_is_not_contradicted(negated: str, checker: Checker) -> None:
    assert "contradicted" not in {claim.label for claim in judged(negated, checker)}


@pytest.mark.parametrize(
    "hedged",
    [
        "May help reduce the appearance of wrinkles.",
        "Helps support collagen production.",
        "Designed to penetrate the skin.",
        "Vitamin C might brighten skin.",
        "Could potentially cure acne.",
        "Retinol is thought to reduce fine lines.",
    ],
)
def test_a_hedged_line_is_read_as_hedged(hedged: str, checker: Checker) -> None:
    for claim in judged(hedged, checker):
        if claim.assertion:
            assert claim.qualifiers.hedged or claim.qualifiers.appearance
            assert claim.label != "contradicted" or claim.assertion.basis in {"rule", "definition"}


@pytest.mark.parametrize("asked", ["Is it FDA approved?", "Does it really penetrate skin?", "Can a serum cure acne?"])
def test_a_question_is_no_claim(asked: str, checker: Checker) -> None:
    assert judged(asked, checker) == ()


@pytest.mark.parametrize(
    ("bare", "other"),
    [
        ("FDA approved.", "FDA registered facility."),
        ("FDA approved farm.", "USDA approved farm."),
        ("Approved by the FDA.", "Approved by our founder."),
        ("Dermatologist tested.", "Consumer tested."),
        ("Vitamin C brightens skin.", "Vitamin E brightens skin."),
        ("Retinol reduces fine lines.", "Retinol increases fine lines."),
        ("Contains stem cells.", "Contains stem extract."),
        ("Paraben-free.", "Sulfate-free."),
        ("Boosts collagen production.", "Boosts ceramide production."),
        ("Clinically proven.", "Scientifically unproven."),
        ("100% natural.", "10% natural."),
        ("Exosomes penetrate intact skin.", "Exosomes penetrate skin after microneedling."),
    ],
)
def test_a_line_with_another_name_or_number_is_never_judged_as_the_bare_one(
    bare: str, other: str, checker: Checker
) -> None:
    assert not verdicts(bare, checker) & verdicts(other, checker)


@pytest.mark.parametrize(
    ("line", "setting"),
    [
        ("Exosomes penetrate skin after microneedling.", "after-needling"),
        ("Boosts collagen production in vitro.", "in-vitro"),
        ("Reduces wrinkles in mice.", "animal"),
    ],
)
def test_the_setting_of_a_line_is_seen(line: str, setting: str, checker: Checker) -> None:
    claims = judged(line, checker)
    assert claims and all(claim.qualifiers.setting == (setting,) for claim in claims if claim.assertion)
    assert "contradicted" not in {claim.label for claim in claims}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("FDA approved serum.", "FDA approvved serum."),
        ("Clinically proven formula.", "Clinicaly proven formula."),
        pytest.param(
            "Dermatologist-tested.", "Dermatologist-testd.", marks=fault("words under six letters are never corrected")
        ),
        ("Hypoallergenic cleanser.", "Hypo-allergenic cleanser."),
        ("Boosts collagen production.", "Boosts colagen production."),
        ("Paraben-free.", "Parabenfree."),
        ("FDA approved.", "Approved by the FDA."),
        ("Boosts your collagen production.", "Boosting your collagen production."),
        ("Dermatologist tested.", "Tested by dermatologists."),
        ("Retinol reduces fine lines.", "Fine lines are reduced by retinol."),
        ("Exosomes penetrate intact skin.", "Exosomes that penetrate through intact skin."),
        ("Shrinks pores.", "Pore-shrinking toner."),
    ],
)
def test_slips_and_inflections_change_no_verdict(right: str, wrong: str, checker: Checker) -> None:
    assert verdicts(right, checker) == verdicts(wrong, checker)


@pytest.mark.parametrize(
    "line",
    [
        "Apply two drops to clean skin every morning.",
        "Store in a cool dry place.",
        "Free shipping on orders over fifty dollars.",
        "Our founder started the brand in a small kitchen.",
        "The airless pump protects the formula.",
        "Dispose of packaging responsibly.",
        "Made for morning and night.",
        pytest.param(
            "The texture is light and silky.", marks=fault("the feel of a product is taken for an effect on skin")
        ),
        "Avoid contact with eyes.",
        "Follow with moisturizer.",
        "Our skin experts are here to help.",
        "A natural fit for your shelf.",
    ],
)
def test_a_line_about_something_else_gets_no_verdict(line: str, checker: Checker) -> None:
    assert verdicts(line, checker) == set()


# ------------------------------------------------------------------ what is only spoken of


@pytest.mark.parametrize(
    "line",
    [
        "Fine for sensitive, oily or acne-prone skin types.",
        "Several firms started to purify exosomes for use in cosmetics.",
        "Elastin fibres are lost with age.",
        "We talk openly about FDA approval status.",
        "Revive B12 comes with a pump.",
        "Exosome sensors are tested for early cancer detection.",
    ],
)
def test_what_is_only_spoken_of_is_not_accused(line: str, checker: Checker) -> None:
    assert not [claim for claim in judged(line, checker) if claim.label in {"unsupported", "contradicted"}]


@pytest.mark.parametrize(
    ("line", "assertion", "label"),
    [
        ("Minoxidil increases hair regrowth in androgenetic hair loss.", "exosomes-hair.minoxidil-growth", "supported"),
        ("Tretinoin does not erase fine wrinkles.", "retinoids.tretinoin-erases-wrinkles", "supported"),
        ("The FDA has authorised none of these exosomes.", "exosomes-regulation.not-fda-approved", "supported"),
        ("There is no evidence yet that exosomes fade dark spots.", "exosomes-skin.pigmentation", "supported"),
        (
            "A systematic review found increased hair growth after exosomes.",
            "exosomes-hair.review-account",
            "supported",
        ),
        (
            "Wrinkles improved more with exosomes than with saline in a small microneedling trial.",
            "exosomes-procedures.park-trial",
            "supported",
        ),
        ("Tretinoin smooths the skin's texture.", "retinoids.tretinoin-texture-pigment-laxity", "supported"),
        ("A gel with hyaluronic acid to offset dryness.", "hydration.ha-hydrates", "supported"),
        ("Not one adverse reaction to exosomes so far.", "exosomes-safety.no-side-effects", "unsupported"),
    ],
)
def test_a_line_is_not_called_wrong(line: str, assertion: str, label: str, checker: Checker) -> None:
    assert (assertion, label) in {(c.assertion.id, c.label) for c in judged(line, checker) if c.assertion}
    assert "contradicted" not in {claim.label for claim in judged(line, checker)}


def test_a_figure_that_no_evidence_has_cites_what_must_be_held_for_it(checker: Checker) -> None:
    plain, counted = (
        judged(line, checker)[0] for line in ("Peptides reduce wrinkles.", "Peptides reduce wrinkles by 41%.")
    )
    assert "ftc-hpcg" in {c.source for c in counted.citations} - {c.source for c in plain.citations}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Exosome rosacea treatment", {("exosomes-quality.skin-disease", "unsupported", True)}),
        ("Vitamin C melasma therapy", {("vitamins.c-melasma", "unsupported", True)}),
        ("Topical eczema treatments", set()),
        ("How eczema treatments work", set()),
    ],
)
def test_a_treatment_named_with_its_means_and_its_disease_is_a_claim(
    line: str, found: set[tuple[str, str, bool]], checker: Checker
) -> None:
    assert verdicts(line, checker) == found


def test_a_proof_that_no_evidence_has_cites_beside_it_what_proof_must_be_held(checker: Checker) -> None:
    plain, proven = (
        judged(line, checker)[0] for line in ("Exosomes reduce wrinkles.", "Exosomes are proven to reduce wrinkles.")
    )
    shown = {c.source: c.shows for c in proven.citations}
    assert len(shown) == len(proven.citations)
    assert shown["cap-substantiation"] == "context"
    assert "cap-substantiation" not in {c.source for c in plain.citations}


def test_what_is_cited_of_an_ingredient_beside_a_general_claim_says_of_what_it_speaks(checker: Checker) -> None:
    pores = judged("Vitamin C serum shrinks pores.", checker)[0]
    aside = [c for c in pores.citations if c.source == "vitc-correia-2023"]
    said = "“Vitamin C serum” or its kind"
    assert [c.note.startswith(f"Of {said}, not of this effect by itself: ") for c in aside] == [True]
    assert pores.explanation.endswith(f"What is cited of {said} is not of this effect by itself.")


def test_a_fact_about_the_firm_cites_no_trial_of_an_ingredient(checker: Checker) -> None:
    free = judged("Fragrance-free retinol cream.", checker)[0]
    assert free.assertion and free.assertion.id == "labels.fragrance-free"
    assert not {"retinol-kafi", "bakuchiol-2019"} & {c.source for c in free.citations}


def test_a_proof_word_hands_its_citations_to_the_claim_it_stands_with(checker: Checker) -> None:
    plain, proven = (
        judged(line, checker)
        for line in ("The cream reduces wrinkles.", "The cream is clinically proven to reduce wrinkles.")
    )
    assert len(plain) == len(proven) == 1
    assert {c.source for c in proven[0].citations} > {c.source for c in plain[0].citations}


def test_a_standing_told_last_hides_no_cure_before_it(checker: Checker) -> None:
    claims = judged("Our exosome serum cures autism and is FDA approved.", checker)
    assert [c.assertion.id for c in claims if c.assertion] == [
        "exosomes-quality.other-disease",
        "exosomes-regulation.not-fda-approved",
    ]


def test_how_it_is_made_hides_nothing_that_is_said_before(checker: Checker) -> None:
    claims = judged("Exosome cream, FDA approved and made in an FDA-registered plant.", checker)
    assert ("exosomes-regulation.not-fda-approved", "contradicted") in {
        (c.assertion.id, c.label) for c in claims if c.assertion
    }


@pytest.mark.parametrize("opening", ["Like retinol", "Just as with retinol", "As with retinol", "Unlike retinol"])
def test_what_a_sentence_sets_beside_its_subject_at_the_start_is_not_that_subject(
    opening: str, checker: Checker
) -> None:
    assert linked(f"{opening}, our balm smooths wrinkles.", checker) == {"antiageing.wrinkles"}


def test_an_answer_is_given_for_those_that_the_question_is_about(checker: Checker) -> None:
    asked = "Is niacinamide safe {}? Yes, it is considered safe."
    assert linked(asked.format("in pregnancy"), checker) == {"promises.pregnancy"}
    assert linked(asked.format("on the face"), checker) == {"niacinamide.well-tolerated"}
