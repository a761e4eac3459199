"""Honest pages draw no accusation: what they deny, doubt, quote or leave open is not held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engine import Checker
from factcheck.read import from_text

PAGES = sorted((Path(__file__).parent / "data" / "honest").glob("*.md"))
QUOTED = {
    "a-dermatologist-who-doubts": ["your stem cells", "Reverses ageing"],
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
