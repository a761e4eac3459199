"""A rival that the evidence does not speak of: the effect may be borne out, the comparison is not."""

import pytest
from small_base import claims


@pytest.mark.parametrize(
    "text",
    [
        "Retinoids reduce wrinkles better than peptides.",
        "Retinoids reduce wrinkles more than microneedling does.",
        "Our retinoids reduce wrinkles faster than exosomes.",
    ],
)
def test_an_effect_that_outdoes_a_rival_claims_more_than_the_evidence(text: str) -> None:
    assert {(claim.label, claim.reason) for claim in claims(text)} == {("unsupported", "stronger-than-evidence")}


@pytest.mark.parametrize(
    "text",
    [
        "Unlike peptides, retinoids reduce wrinkles.",
        "Retinoids reduce wrinkles, rather than peptides.",
        "Retinoids reduce wrinkles more than before.",
        "Retinoids, as strong as peptides, reduce wrinkles.",
        "Retinoids reduce wrinkles. They are better known than peptides.",
    ],
)
def test_a_rival_that_is_only_named_takes_nothing_away(text: str) -> None:
    assert claims(text)[0].label == "supported"


def test_what_stands_behind_a_dash_is_no_rival() -> None:
    (claim,) = claims("Better than peptides – our retinoids reduce wrinkles.")
    assert claim.assertion is not None and claim.assertion.id == "small.retinoid-wrinkles"


@pytest.mark.parametrize(
    ("heading", "item", "label"),
    [
        ("## Retinoids vs peptides", "- Reduce wrinkles better", "unsupported"),
        ("## Retinoids compared with peptides", "- Reduce wrinkles faster", "unsupported"),
        ("Retinoids compared to peptides:", "- More reduction of wrinkles", "unsupported"),
        ("## Retinoids vs peptides", "- Reduce wrinkles", "supported"),
        ("## Retinoids and peptides", "- Retinoids reduce wrinkles better", "supported"),
        ("## Retinoids", "- Reduce wrinkles faster", "supported"),
    ],
)
def test_the_rival_in_a_heading_is_that_of_its_list(heading: str, item: str, label: str) -> None:
    assert {claim.label for claim in claims(f"{heading}\n\n{item}\n")} == {label}
