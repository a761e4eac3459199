"""What a sentence grants and takes back: that a thing does not work denies what it was praised for; a limit is none."""

from __future__ import annotations

import pytest

from factcheck.engine import Checker
from factcheck.model import Claim
from factcheck.read import from_text


def only(text: str, checker: Checker) -> Claim:
    (claim,) = checker.check(from_text(text)).claims
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "Retinoids are famous for smoothing wrinkles, but we lack adequate evidence that they work.",
        "Retinoids are praised for softening wrinkles, but they don't really work.",
        "While retinoids are praised for softening wrinkles, there is no evidence that they work at all.",
        "Retinoids are bought to soften wrinkles, yet nobody has proven that they are effective.",
    ],
)
def test_what_is_taken_back_is_denied(text: str, checker: Checker) -> None:
    claim = only(text, checker)
    assert (claim.label, claim.agrees) == ("contradicted", False)
    assert claim.text.endswith(("work", "work at all", "effective"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Retinol softens wrinkles, but it does not work in a night.", "supported"),
        ("Retinol softens wrinkles, but if you stop it does not work.", "supported"),
        ("Retinol softens wrinkles, but scientists cannot say how it works.", "supported"),
        ("Retinol softens wrinkles, but there is no proof that bakuchiol works.", "supported"),
        ("Retinol softens wrinkles, and it works.", "supported"),
        ("Exosomes are hailed for softening wrinkles, but there is no evidence that they work.", "supported"),
    ],
)
def test_a_limit_takes_nothing_back(text: str, label: str, checker: Checker) -> None:
    assert only(text, checker).label == label
