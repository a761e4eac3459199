"""Words of claims in lines that claim nothing, and near misses that do: pages of our own, whole base."""

from __future__ import annotations

import pytest

from factcheck.engine import Checker
from factcheck.read import from_text


def quoted(text: str, checker: Checker) -> list[str]:
    """The words of all claims of a page that the base answers."""
    return [claim.text for claim in checker.check(from_text(text)).claims if claim.assertion]


# ------------------------------------------------------------------ for whom or for what something is

WISHES = "- Neck rejuvenation\n- Acne scars\n- Elasticity\n- Complete anti-ageing care\n- Wrinkle reduction\n"
HEADS = ["Ideal for:", "Treatment areas", "Treatment\nAreas", "Concerns", "Indications:", "Who is it good for?"]


@pytest.mark.parametrize("head", [*HEADS, "Who is exosome therapy for?", "Ideal candidates", "**Best for:**"])
def test_a_list_of_complaints_areas_and_wishes_claims_nothing(head: str, checker: Checker) -> None:
    assert quoted(f"Exosome Therapy\n{head}\n{WISHES}", checker) == []
    assert quoted(f"Exosome Therapy\n{head}\n{WISHES.replace('- ', '')}", checker) == []


@pytest.mark.parametrize("head", ["Benefits:", "What does exosome therapy treat?", "Exosome therapy improves:"])
def test_below_other_headings_it_does(head: str, checker: Checker) -> None:
    assert quoted(f"Exosome Therapy\n{head}\n- Reduces acne scars\n- Skin rejuvenation\n", checker) != []


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("entry", "claim"),
    [
        ("Reduces wrinkles", "Reduces wrinkles"),
        ("Treatment of acne scars", "Treatment of acne scars"),
        ("Rejuvenates the face", "Rejuvenates the face"),
        ("FDA-approved face care", "FDA-approved"),
    ],
)
def test_an_entry_that_states_an_effect_is_a_claim(entry: str, claim: str, head: str, checker: Checker) -> None:
    assert claim in quoted(f"Exosome Therapy\n{head}\n- Dull skin\n- {entry}\n", checker)


def test_an_illness_named_there_is_one_too(checker: Checker) -> None:
    assert quoted("Exosome Therapy\nIdeal for:\n- Dull skin\n- Joint pain\n", checker) == ["Joint pain"]


@pytest.mark.parametrize("tags", ["['Elasticity', 'Fine Lines']", "[' ', 'Acne', ' ', 'Firmness', ' ', 'Wrinkles']"])
@pytest.mark.parametrize("above", ["", "Who is it good for?\n"])
def test_a_row_of_tags_claims_nothing(tags: str, above: str, checker: Checker) -> None:
    assert quoted(f"Retinol\n{above}{tags}\n", checker) == []


def test_a_tag_that_states_an_effect_does(checker: Checker) -> None:
    assert quoted("Retinol\n['Reduces wrinkles', 'Firmness']\n", checker) == ["Reduces wrinkles"]


def test_the_list_ends_where_the_next_part_begins(checker: Checker) -> None:
    page = "Exosome Therapy\nConcerns\nSlack skin\n\nBenefits\nSkin rejuvenation\n"
    assert quoted(page, checker) == ["Skin rejuvenation"]


@pytest.mark.parametrize("title", ["Anti-Ageing Peptides", "Firming Peptides"])
def test_the_name_of_a_class_is_a_heading_and_no_claim(title: str, checker: Checker) -> None:
    page = f"Retinol\nIt is a vitamin.\n{title}\nThey smooth wrinkles.\n"
    (claim,) = checker.check(from_text(page)).claims
    assert (claim.assertion.id, claim.text) == ("peptides.wrinkles", "smooth wrinkles")  # type: ignore[union-attr]
