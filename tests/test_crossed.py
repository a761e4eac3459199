"""Fields, bullets and rows that say no: what they name is denied, and no claim of the page. Pages of our own."""

import pytest

from factcheck.engine import Checker
from factcheck.read import from_text
from factcheck.read.html import read_html

APPROVED = "exosomes-regulation.not-fda-approved"


def verdicts(text: str, checker: Checker) -> list[tuple[str, str]]:
    claims = checker.check(from_text(text)).claims
    return [(claim.label, claim.assertion.id) for claim in claims if claim.assertion]


@pytest.mark.parametrize(
    "line",
    [
        "FDA approved: no",
        "FDA approved: No.",
        "FDA approved: not yet",
        "FDA approved - no",
        "FDA approved ❌",
        "Approved by the FDA: false",
        "FDA approval: none",
        '"FDA approved" – wrong!',
        "| Approved by the FDA | Myth |",
        "❌ FDA approved",
        "- ✗ FDA approved",
        "| FDA approved | No |\n|---|---|",
        "FDA approved\tNo\tNo",
    ],
)
def test_what_its_own_line_crosses_out_is_denied(line: str, checker: Checker) -> None:
    assert verdicts(f"Exosomes\n\n{line}\n", checker) == [("supported", APPROVED)]


@pytest.mark.parametrize(
    "line",
    [
        "FDA approved: yes",
        "FDA approved ✓",
        "✅ FDA approved",
        "FDA approved: no other serum is",
        "| | Others | Ours |\n|---|---|---|\n| FDA approved | ✗ | ✓ |",
    ],
)
def test_what_is_affirmed_or_crossed_out_for_others_only_is_claimed(line: str, checker: Checker) -> None:
    assert [label for label, _ in verdicts(f"Exosomes\n\n{line}\n", checker)] == ["contradicted"]


def test_a_crossed_out_denial_is_said_once(checker: Checker) -> None:
    assert verdicts("❌ No parabens", checker) == [("supported", "labels.paraben-free")]


def test_a_page_s_table_says_no_in_a_sign(checker: Checker) -> None:
    table = "<table><tr><td>FDA approved</td><td>✗</td></tr><tr><td>Natural</td><td>✓</td></tr></table>"
    document = read_html(f"<html><body><h1>Exosomes</h1>{table}</body></html>", "page", ())
    first = checker.check(document).claims[0]  # type: ignore[arg-type]
    assert (first.label, first.assertion and first.assertion.id) == ("supported", APPROVED)
    assert [(each.role, each.text) for each in first.carried if each.role == "polarity"] == [("polarity", "✗")]


@pytest.mark.parametrize(
    "head", ["Red flags:", "Watch out for these promises:", "Things we never say", "Claims to avoid"]
)
def test_a_list_of_what_is_not_to_be_said_claims_nothing(head: str, checker: Checker) -> None:
    assert verdicts(f"{head}\n- FDA approved exosomes\n- Erases wrinkles\n", checker) == []
