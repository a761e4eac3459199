"""True, sober text is judged as what it says, and a promise beside it is no less judged for that."""

from __future__ import annotations

import pytest

from factcheck.engine import Checker
from factcheck.read import from_text

ERASES, FINE = "antiageing.erases-wrinkles", "retinoids.retinol-fine-wrinkles"


def linked(text: str, checker: Checker) -> dict[str, str]:
    """What is claimed, by the assertion it is linked to, with its label."""
    claims = checker.check(from_text(text)).claims
    return {claim.assertion.id if claim.assertion else "": claim.label for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "We make no claims and our serum erases wrinkles.",
        "We promise no miracles and our night cream removes wrinkles.",
        "We never test on animals and our creams erase wrinkles.",
        "It is not sticky and the serum can erase wrinkles.",
        "Nothing is hidden and our serum erases wrinkles.",
        "Our serum is not sticky, so your wrinkles vanish.",
        "It is not sticky - our serum erases wrinkles.",
    ],
)
def test_a_denial_ends_where_another_statement_begins(text: str, checker: Checker) -> None:
    assert linked(text, checker)[ERASES] == "unsupported"


@pytest.mark.parametrize(
    "text",
    [
        "There is no proof that our cream and our serum erase wrinkles.",
        "We make no claim that the serum erases wrinkles.",
        "There is no evidence for our cream and our serum erasing wrinkles.",
        "No cream – cheap or dear – erases wrinkles.",
        "Our serum cannot - whatever you read - erase wrinkles.",
        "No trial shows, so far, that our serum erases wrinkles.",
    ],
)
def test_a_denial_goes_on_over_what_is_listed_or_inserted(text: str, checker: Checker) -> None:
    assert linked(text, checker)[ERASES] == "supported"


@pytest.mark.parametrize("so", [", so", " so"])
def test_what_follows_from_what_a_thing_is_not_is_not_denied(so: str, checker: Checker) -> None:
    found = linked(f"Bakuchiol is not a form of vitamin A{so} it is gentler than retinol.", checker)
    assert found["bakuchiol.gentler-than-retinol"] == "supported"


@pytest.mark.parametrize(
    ("text", "assertion", "label"),
    [
        ("Azelaic acid kills all acne bacteria.", "acids-acne.azelaic-bacteria", "unsupported"),
        ("All acne bacteria are killed by azelaic acid.", "acids-acne.azelaic-bacteria", "unsupported"),
        ("Retinol smooths all fine lines.", FINE, "unsupported"),
        ("Sunscreen protects against all UV rays.", "sunscreen.protects-from-uv", "unsupported"),
        ("Azelaic acid kills acne bacteria all day.", "acids-acne.azelaic-bacteria", "supported"),
        ("Azelaic acid does not kill all acne bacteria.", "acids-acne.azelaic-bacteria", "supported"),
        ("Salicylic acid removes dead skin cells for all skin types.", "acids-acne.salicylic-exfoliates", "supported"),
        ("The FDA treats all exosome products as drugs.", "exosomes-regulation.regulated-as-drugs", "supported"),
    ],
)
def test_all_of_what_is_acted_on_is_more_than_studies_find(
    text: str, assertion: str, label: str, checker: Checker
) -> None:
    assert linked(text, checker)[assertion] == label


@pytest.mark.parametrize(
    "goods",
    ["any shop product", "some creams", "most high-street lotions", "drugstore creams", "not every product"],
)
def test_goods_at_large_are_not_what_the_page_is_about(goods: str, checker: Checker) -> None:
    assert FINE not in linked(f"# Retinol\n\n{goods.capitalize()} smooth fine lines.", checker)


@pytest.mark.parametrize(
    "goods",
    ["This cream", "Some of our products", "No, the cream", "Layered under any cream, it", "Most wait months, it"],
)
def test_goods_that_are_meant_are(goods: str, checker: Checker) -> None:
    assert FINE in linked(f"# Retinol\n\n{goods} smooths fine lines.", checker)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Choose lotions that do not bring on spots (noncomedogenic).", {}),
        ("Our lotion does not bring on spots (noncomedogenic).", {"labels.non-comedogenic": "unsupported"}),
        ("No major side effects (100% natural).", {"labels.natural": "unsupported"}),
        ("This lotion was not tried on rats (clinically proven).", {"proof.clinically-proven": "unsupported"}),
        ("Our lotion is not greasy and has no scent (fragrance-free).", {"labels.fragrance-free": "unsupported"}),
        ("Our lotion is not FDA-approved (no cosmetic is).", {"regulation-us.cosmetic-fda-approved": "supported"}),
    ],
)
def test_a_gloss_in_brackets_says_the_same_as_the_denial(text: str, found: dict[str, str], checker: Checker) -> None:
    assert linked(text, checker) == found


@pytest.mark.parametrize(
    "lead",
    [
        "Doctors tell everyone to use a sunscreen that has",
        "Look for a gentle lotion that gives",
        "When you shop, pick products labelled",
        "Experts recommend a plain cream with",
        "A good moisturiser should offer",
        "Look for these words on the jar",
    ],
)
def test_a_lead_that_tells_what_to_look_for_makes_no_claims_of_its_items(lead: str, checker: Checker) -> None:
    assert linked(f"{lead}:\n\n- fewer wrinkles\n- water resistance\n", checker) == {}


@pytest.mark.parametrize(
    "lead", ["We recommend our cream, which gives", "Use two pumps for", "Choose our cream for", "Our cream offers"]
)
def test_a_lead_that_promises_does(lead: str, checker: Checker) -> None:
    assert "antiageing.wrinkles" in linked(f"{lead}:\n\n- fewer wrinkles\n- more glow\n", checker)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Moisture from within is not the effect that most gels have.", False),
        ("Firmer skin is not the way retinol works.", False),
        ("Firmer skin is not the main effect of retinol.", True),
        ("Our serum erases wrinkles and is not the one you know.", True),
    ],
)
def test_what_is_not_the_one_is_denied(text: str, claims: bool, checker: Checker) -> None:
    assert bool(linked(text, checker)) is claims


@pytest.mark.parametrize(
    "where", ["Areas unsuitable for lasers", "Regions not suitable for laser", "Skin that is not suitable for lasers"]
)
def test_a_not_within_a_wording_in_parts_denies_nothing(where: str, checker: Checker) -> None:
    found = linked(f"{where} can be treated with microneedling.", checker)
    assert found["microneedling.where-laser-cannot"] == "supported"


@pytest.mark.parametrize(
    "thing", ["This compound has retinol functionality through a", "This ingredient shows a", "It has a"]
)
def test_the_compound_is_what_was_named_before_it(thing: str, checker: Checker) -> None:
    text = f"Bakuchiol grows in babchi seeds. {thing} retinol-like regulation of gene expression."
    assert linked(text, checker)["bakuchiol.genes-like-retinol"] == "supported"


@pytest.mark.parametrize(
    ("line", "promises"),
    [
        ("Collagen smooths fine lines.", False),
        ("Elastin firms skin.", False),
        ("Hardly any evidence speaks for collagen in soft nails, nor for firm skin.", False),
        ("Collagen is boosted.", True),
        ("Collagen production is increased.", True),
        ("Collagen and elastin are restored.", True),
        ("The evidence for collagen growth is strong.", True),
    ],
)
def test_what_skin_is_made_of_is_its_own_subject(line: str, promises: bool, checker: Checker) -> None:
    claims = checker.check(from_text(f"# Retinol\n\nRetinol is a form of vitamin A.\n\n{line}")).claims
    told = {claim.assertion.id for claim in claims if claim.line == 5 and claim.assertion}
    assert any(name.startswith("retinoids.") for name in told) is promises


@pytest.mark.parametrize(
    ("time", "label"),
    [("between March and May", "contradicted"), ("in May", "contradicted"), ("that may", "unsupported")],
)
def test_a_month_softens_nothing(time: str, label: str, checker: Checker) -> None:
    text = f"Their site said of creams {time}:\n\n- replace the collagen that the skin has lost\n"
    found = linked(text.replace("creams", "collagen creams"), checker)
    assert found["collagen.cream-replenishes"] == label
