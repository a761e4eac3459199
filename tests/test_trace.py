"""`explain --text`: what an expert relies on when a verdict surprises."""

from __future__ import annotations

import small_base

from factcheck.judge import REASONS
from factcheck.trace import SHOWN, trace


def traced(text: str) -> str:
    return trace(text, small_base.CHECKER)


def test_every_step_is_told_in_the_order_of_the_path() -> None:
    text = traced("No exosome product is approved by the FDA.")
    steps = ["BLOCKS", "SENTENCE", "concept ", "cue ", "passed ", "qualified ", "verdict ", "row "]
    places = [text.index(step) for step in steps]
    assert places == sorted(places)


def test_the_verdict_is_the_reports() -> None:
    for line in ("Our exosomes are FDA approved.", "Exosomes reduce wrinkles.", "Retinoids reduce wrinkles."):
        (claim,) = small_base.claims(line)
        assert claim.assertion is not None
        assert f"verdict   {claim.label}: {claim.assertion.id} on {claim.text!r}" in traced(line)
        assert f"row {claim.reason}: {REASONS[claim.reason]}" in traced(line)


def test_the_cue_that_decided_is_named_with_what_it_reaches() -> None:
    assert "cue       negation 'not' (reaches " in traced("Exosomes do not reduce wrinkles.")
    assert "qualified small.exosomes-wrinkles: negated" in traced("Exosomes do not reduce wrinkles.")


def test_what_was_taken_from_elsewhere_is_named_with_its_line() -> None:
    text = traced("# Exosomes\n\nReduces wrinkles.\n")
    assert "context   heading, line 1: exosomes" in text
    assert "carried   exosomes (subject) from line 1" in text


def test_what_came_near_and_why_it_was_refused() -> None:
    refused = [line for line in traced("Exosomes reduce wrinkles.").splitlines() if line.startswith("  refused")]
    assert 0 < len(refused) <= SHOWN
    assert any("small.needled-exosomes-wrinkles" in line and ": subject microneedling" in line for line in refused)


def test_a_sentence_that_is_no_claim_says_why() -> None:
    assert "skipped: " in traced("Do exosomes reduce wrinkles?")
    assert "verdict   none: nothing here that the base speaks about" in traced("The shop opens at nine.")
