"""Honest pages draw no accusation: what they deny, doubt, quote or leave open is not held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engine import Checker
from factcheck.read import from_text

PAGES = sorted((Path(__file__).parent / "data" / "honest").glob("*.md"))
QUOTED = {
    "a-dermatologist-who-doubts": ["wake up your stem cells", "Reverses ageing"],
    "a-letter-that-quotes": ["reverses hair loss", "treats arthritis and lupus"],
}
"""Somebody else's claims that a page repeats: judged as the claims they are, and said to be quoted."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_honest_page_is_not_accused(page: Path, checker: Checker) -> None:
    claims = checker.check(from_text(page.read_text("utf-8"), page.name)).claims
    assert [claim.sentence for claim in claims if claim.label == "contradicted"] == []
    assert [claim.text for claim in claims if claim.label == "unsupported"] == QUOTED.get(page.stem, [])


@pytest.mark.parametrize(
    ("honest", "boast"),
    [
        ("We cannot promise results.", "Our exosomes promise to regrow your hair."),
        (
            "Anyone who tells you that exosomes regenerate the dermis is selling hope.",
            "Exosomes regenerate the dermis.",
        ),
        ("This letter concerns your firm's exosome product.", "Exosomes firm your skin."),
        ("If someone offers you exosomes, ask them for the FDA approval.", "Our exosomes have FDA approval."),
        ("Whether centella speeds up wound healing is not known.", "Centella speeds up wound healing."),
    ],
)
def test_a_modest_line_is_told_from_the_boast_in_its_words(honest: str, boast: str, checker: Checker) -> None:
    flags = [{claim.label for claim in checker.check(from_text(line)).claims} for line in (honest, boast)]
    assert flags[0] <= {"supported"} and flags[1] <= {"unsupported", "contradicted"} and flags[1]


@pytest.mark.parametrize(
    "text",
    [
        "An FDA-approved exosome product would need years of trials.",
        "Until an exosome product is FDA approved, treat it as experimental.",
        "We only use FDA-approved lasers; our exosomes are cosmetic.",
        "Botox is FDA approved; exosomes are not.",
        "PRP needs a blood draw; exosomes do not.",
        "The FDA has approved neither exosomes nor stem cells for skin.",
        "She asked whether exosomes were FDA approved.",
        "The FTC asks for human trials behind health claims and does not accept work on cells instead.",
        "Patients ask if our exosomes are FDA approved.",
        "Collagen creams that promise to replace your collagen cannot do so.",
        "Many believe parabens are toxic; regulators disagree.",
        "Some say that vitamin C can replace sunscreen. It cannot.",
        "There is strong evidence for retinoids, not for exosomes.",
        "It is impossible to know where these exosomes are derived from.",
        "Evidence-based alternatives to exosomes",
        "The industry is promoting them as FDA-approved exosomes.",
    ],
)
def test_what_is_supposed_compared_or_told_of_another_thing_is_not_held_against_the_text(
    text: str, checker: Checker
) -> None:
    assert "contradicted" not in {claim.label for claim in checker.check(from_text(text)).claims}


@pytest.mark.parametrize(
    "text",
    [
        "Our FDA-approved exosome serum would suit anyone.",
        "Until now no serum was like it: our exosomes are FDA approved.",
        "Botox is popular; our exosomes are FDA approved.",
        "Whether you need it or not: these exosomes are FDA approved.",
    ],
)
def test_what_is_claimed_beside_such_words_is(text: str, checker: Checker) -> None:
    assert "contradicted" in {claim.label for claim in checker.check(from_text(text)).claims}
