"""The judge's table, row by row."""

from dataclasses import replace

import pytest

from factcheck.judge import TABLE, Case, judge
from factcheck.model import Assertion, Cue, Evidence, Examples, ProofLacking, Qualifiers, Within
from factcheck.qualify.amounts import bounds_crossed

EVIDENCE = (Evidence(source="a", shows="supports"),)
BASE = Assertion(
    id="t.a",
    says="A.",
    evidence_says="supported",
    strength="moderate",
    because="b",
    evidence=EVIDENCE,
    examples=Examples(),
)
PLAIN = Qualifiers()
SURE = Cue(kind="absolute", text="guarantee", start=0, end=9)
SUPPORTED = Case(assertion=BASE, qualifiers=PLAIN, says_the_same=True)
AGAINST = replace(SUPPORTED, assertion=replace(BASE, evidence_says="contradicted"))
UNSETTLED = replace(SUPPORTED, assertion=replace(BASE, evidence_says="unsettled", strength="very-low"))
OWN = replace(UNSETTLED, assertion=replace(UNSETTLED.assertion, basis="own-evidence"))
ONLY = Cue(kind="absolute", text="The only", start=0, end=8, outdoes=True)
DEFINED = replace(SUPPORTED, assertion=replace(BASE, basis="definition"))
LISTED = replace(SUPPORTED, assertion=replace(BASE, basis="rule", within=Within(dose="2-10 %")))
RULE = replace(AGAINST, assertion=replace(AGAINST.assertion, basis="rule"))
ON_SKIN = replace(SUPPORTED, assertion=replace(BASE, within=Within(setting=("intact-skin",))))
PROOF = replace(UNSETTLED, assertion=replace(UNSETTLED.assertion, proof_lacking=ProofLacking(source="a", quote="q")))


def made(case: Case, **how: object) -> Case:
    return replace(case, qualifiers=replace(case.qualifiers, **how))


CASES = [
    (made(AGAINST, disputed=True), "disputed-in-text", None),
    (replace(SUPPORTED, conflict=True), "evidence-conflicts", "unsupported"),
    (OWN, "needs-own-evidence", "unsupported"),
    (replace(OWN, says_the_same=False), "says-no-more-than-evidence", "supported"),
    (made(SUPPORTED, testimonial=True), "testimonial", "unsupported"),
    (
        made(replace(SUPPORTED, says_the_same=False), negated=True, cues=(SURE,)),
        "says-no-more-than-evidence",
        "supported",
    ),
    (ON_SKIN, "outside-the-evidence", "unsupported"),
    (made(ON_SKIN, setting=("after-needling",)), "outside-the-evidence", "unsupported"),
    (made(ON_SKIN, setting=("intact-skin",)), "evidence-agrees", "supported"),
    (replace(SUPPORTED, dose_outside=True), "outside-the-evidence", "unsupported"),
    (made(UNSETTLED, status=True), "says-no-more-than-evidence", "supported"),
    (made(UNSETTLED, status=True, absolute=True), "not-settled", "unsupported"),
    (made(UNSETTLED, hedged=True), "not-settled", "unsupported"),
    (made(PROOF, claims_proof=True), "more-proof-than-there-is", "contradicted"),
    (made(replace(PROOF, own_means=True), claims_proof=True), "not-settled", "unsupported"),
    (made(UNSETTLED, claims_proof=True), "not-settled", "unsupported"),
    (UNSETTLED, "not-settled", "unsupported"),
    (made(SUPPORTED, absolute=True), "stronger-than-evidence", "unsupported"),
    (made(DEFINED, absolute=True, cues=(ONLY,)), "stronger-than-evidence", "unsupported"),
    (made(DEFINED, absolute=True, cues=(SURE,)), "evidence-agrees", "supported"),
    (made(SUPPORTED, full_effect=True), "stronger-than-evidence", "unsupported"),
    (made(SUPPORTED, quantities=("90 %",)), "stronger-than-evidence", "unsupported"),
    (
        replace(SUPPORTED, says_the_same=False, assertion=replace(BASE, strength="low")),
        "not-settled",
        "unsupported",
    ),
    (
        made(replace(SUPPORTED, assertion=replace(BASE, strength="low")), status=True),
        "says-no-more-than-evidence",
        "supported",
    ),
    (made(replace(UNSETTLED, says_the_same=False, of_benefit=True), negated=True), "denies-the-unproven", None),
    (
        made(replace(SUPPORTED, says_the_same=False, of_benefit=True), negated=True, testimonial=True),
        "denies-the-unproven",
        None,
    ),
    (made(replace(UNSETTLED, says_the_same=False, warns=True), opposite=True), "denies-the-unproven", None),
    (made(replace(UNSETTLED, says_the_same=False), negated=True), "not-settled", "unsupported"),
    (made(AGAINST, hedged=True), "softened", "unsupported"),
    (made(RULE, hedged=True), "evidence-disagrees", "contradicted"),
    (made(replace(SUPPORTED, says_the_same=False, unnamed=True), negated=True), "denied-of-the-unnamed", None),
    (made(replace(SUPPORTED, unnamed=True), negated=True), "evidence-agrees", "supported"),
    (replace(SUPPORTED, dose_outside=True, each_dose_outside=True), "outside-the-evidence", "unsupported"),
    (replace(LISTED, dose_outside=True), "outside-the-evidence", "unsupported"),
    (replace(LISTED, dose_outside=True, each_dose_outside=True), "evidence-disagrees", "contradicted"),
    (
        replace(LISTED, dose_outside=True, each_dose_outside=True, says_the_same=False),
        "evidence-agrees",
        "supported",
    ),
    (SUPPORTED, "evidence-agrees", "supported"),
    (replace(AGAINST, says_the_same=False), "evidence-agrees", "supported"),
    (AGAINST, "evidence-disagrees", "contradicted"),
    (replace(SUPPORTED, says_the_same=False), "evidence-disagrees", "contradicted"),
]


@pytest.mark.parametrize(("case", "reason", "label"), CASES)
def test_first_row_that_fits(case: Case, reason: str, label: str | None) -> None:
    row = judge(case)
    assert (row.reason, row.label) == (reason, label)


def test_every_row_is_reached() -> None:
    assert {reason for _, reason, _ in CASES} == {row.reason for row in TABLE}


def test_unstated_dose_counts_as_inside_and_a_stated_one_is_compared() -> None:
    assertion = replace(BASE, within=Within(dose=">= 0.4 %", time="12-24 weeks"))
    assert bounds_crossed(assertion, "Retinol smooths lines.") == ((), ())
    assert bounds_crossed(assertion, "0.1% retinol smooths lines.") == (("0.1%",), ())
    assert bounds_crossed(assertion, "Smooths lines within 2 weeks.") == ((), ("2 weeks",))
    assert bounds_crossed(assertion, "Smooths lines in 3 to 6 months.") == ((), ())
    assert bounds_crossed(assertion, "With retinol collagen rose by 80%, or 80% more.") == ((), ())


@pytest.mark.parametrize(
    ("claim", "outside"),
    [
        ("1% retinol", ()),
        ("over 0.3% retinol", ()),
        ("5% retinol", ("5%",)),
        ("5 mg retinol", ("5 mg",)),
        ("5 mg of 0.5% retinol", ()),
        ("30 ml retinol", ()),
        ("Retinol is 100 % proven.", ()),
    ],
)
def test_a_dose_far_above_the_least_that_was_tried_is_another_dose_and_a_weight_is_none(
    claim: str, outside: tuple[str, ...]
) -> None:
    assert bounds_crossed(replace(BASE, within=Within(dose=">= 0.4 %")), claim) == (outside, ())


def test_of_a_range_at_least_half_lies_inside() -> None:
    assertion = replace(BASE, within=Within(dose="50-1500 kDa"))
    stated = ("50 to 1500 kDa", "80 to 2000 kDa", "500 to 15000 kDa", "5 to 150 kDa")
    assert [bounds_crossed(assertion, text)[0] for text in stated] == [(), (), stated[2:3], stated[3:]]
