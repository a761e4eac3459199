"""What a list's lead says of its items: as modest as the sentence that they complete, and no more modest."""

from __future__ import annotations

import pytest

from factcheck.engine import Checker
from factcheck.model import Claim
from factcheck.read import from_text

WRINKLES = "exosomes-skin.wrinkles"


def claim_of(text: str, assertion: str, checker: Checker) -> Claim:
    """The one claim that is linked to an assertion."""
    claims = checker.check(from_text(text)).claims
    return next(claim for claim in claims if claim.assertion and claim.assertion.id == assertion)


@pytest.mark.parametrize(
    "lead",
    [
        "Exosomes are being investigated to see whether they",
        "It is not yet known whether exosomes",
        "Early research suggests that exosomes may",
        "Scientists hope that exosomes will one day",
        "The uses of exosomes, still under investigation, include to",
    ],
)
def test_what_is_only_studied_is_studied_below_its_colon_too(lead: str, checker: Checker) -> None:
    claim = claim_of(f"{lead}:\n- Calm redness\n- Reduce wrinkles", WRINKLES, checker)
    assert claim.label == "supported" and claim.qualifiers.status
    assert [part.spot.line for part in claim.carried if part.role == "polarity"]


@pytest.mark.parametrize(
    "lead",
    [
        "Exosomes, now being studied in trials, will",
        "Our exosome serum, the subject of ongoing research, will",
        "Exosomes are a promising new way to",
        "Exosomes are being studied for scars and are known to",
        "Researchers study how exosomes",
        "Exosomes are tested by our researchers, they",
    ],
)
def test_a_study_in_passing_softens_no_list(lead: str, checker: Checker) -> None:
    assert claim_of(f"{lead}:\n- Reduce wrinkles", WRINKLES, checker).label == "unsupported"


def test_an_item_that_is_a_sentence_of_its_own_is_reported_and_not_softened(checker: Checker) -> None:
    claim = claim_of("Early studies reported:\n- Exosomes reduced wrinkles", WRINKLES, checker)
    assert claim.qualifiers.attributed and not claim.qualifiers.status and claim.label == "unsupported"


def test_a_hedged_list_is_hedged(checker: Checker) -> None:
    text = "Exosomes may:\n- penetrate to the dermis through intact skin"
    assert claim_of(text, "exosomes.crosses-intact-skin", checker).reason == "softened"
    text = text.replace(" may", "")
    assert claim_of(text, "exosomes.crosses-intact-skin", checker).label == "contradicted"


@pytest.mark.parametrize("by", ["now", "currently"])
def test_a_study_told_in_passing_softens_no_promise(by: str, checker: Checker) -> None:
    text = f"Our exosome serum, {by} being studied, will erase wrinkles."
    assert claim_of(text, WRINKLES, checker).label == "unsupported"


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes are tiny membrane-bound vesicles (40–120 nm) that carry messages between cells.",
        "Exosomes are tiny membrane-bound vesicles of 50-150 nm and messengers between cells.",
    ],
)
def test_a_size_is_a_claim_of_its_own_and_weighs_on_no_other(text: str, checker: Checker) -> None:
    assert claim_of(text, "exosomes.messengers", checker).label == "supported"
    assert "nm" in claim_of(text, "exosomes.size", checker).text


@pytest.mark.parametrize(
    "text",
    ["The only possible side effect of PRP is bruising.", "PRP: its only known side effects are passing redness."],
)
def test_to_know_of_no_other_harm_is_a_promise_of_safety(text: str, checker: Checker) -> None:
    assert claim_of(text, "procedures.prp-well-tolerated", checker).reason == "stronger-than-evidence"


def test_that_a_harm_is_not_the_only_one_warns(checker: Checker) -> None:
    text = "Bruising is not the only side effect of PRP."
    assert claim_of(text, "platelet-fibrin.side-effects", checker).label == "supported"


@pytest.mark.parametrize("study", ["A small study of polynucleotides", "One small trial"])
def test_that_a_study_was_small_is_no_verdict_on_all_studies(study: str, checker: Checker) -> None:
    claims = checker.check(from_text(f"PDRN for the face\n\n{study} showed better healing after injections.")).claims
    assert "pdrn-injections.evidence-mixed" not in {claim.assertion.id for claim in claims if claim.assertion}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("This cream fades dark spots, calms redness and evens tone.", ["dark spots", "redness", "tone"]),
        ("Our serum improves lines, pores and wrinkles.", ["lines", "pores", "wrinkles"]),
        (
            "Brightens the skin, protects against free radicals and gives radiance.",
            ["Brightens", "radicals", "radiance"],
        ),
        ("Our serum smooths fine lines and wrinkles and calms redness.", ["fine lines and wrinkles", "redness"]),
    ],
)
def test_no_item_of_a_list_is_passed_over_nor_swallowed(text: str, items: list[str], checker: Checker) -> None:
    claims = checker.check(from_text(text)).claims
    assert len(claims) == len(items)
    assert all(item in claim.text for item, claim in zip(items, claims, strict=True))
