"""Match and qualifiers to a verdict: one table of named rows, the first that fits wins.

In go what a claim says, how it says it, and what the evidence says; out come a label and the reason that is printed
and that `factcheck explain REASON` explains. A room of its own so that the whole policy stands on one screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model import Assertion, Label, Qualifiers

STRONGER, OUTSIDE, MODEST = "stronger-than-evidence", "outside-the-evidence", "says-no-more-than-evidence"
OWN, UNSETTLED = "needs-own-evidence", "not-settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything a row may look at."""

    assertion: Assertion
    qualifiers: Qualifiers
    says_the_same: bool
    """The claim says what the assertion says, polarity and direction compared."""
    conflict: bool = False
    """An equally specific assertion disagrees."""
    complete: bool = False
    """The claim speaks of a complete effect: erases, cures."""
    dose_outside: bool = False
    each_dose_outside: bool = False
    time_outside: bool = False
    unnamed: bool = False
    """What it is said of is only inherited, and no pronoun points at it."""
    of_benefit: bool = False
    """What it affirms or denies is a benefit: an effect for the better, or that something gets somewhere."""
    warns: bool = False
    """It says that something can get worse, where the assertion says that it gets better: "can cause redness"."""
    own_means: bool = False
    """The proof is said of the firm's own formula or protocol; what it is about is only inherited."""
    surveyed: bool = False
    """It is what a share of people saw, which stands as a figure above it."""
    own_figure: bool = False
    """It gives a percentage of change that no study found."""

    @property
    def settled_by_rule(self) -> bool:
        return self.assertion.basis in {"rule", "definition"}

    @property
    def unsettled(self) -> bool:
        return self.assertion.evidence_says == "unsettled"

    @property
    def thin(self) -> bool:
        return self.assertion.strength in {"low", "very-low"}

    @property
    def agrees(self) -> bool:
        """The claim and the evidence point the same way."""
        agreeing = self.says_the_same == (self.assertion.evidence_says == "supported")
        return not self.unsettled and agreeing != self.breaks_rule

    @property
    def breaks_rule(self) -> bool:
        """Says of an amount what a rule allows of others only: "20 % is allowed", where it lists up to 10 %."""
        return self.each_dose_outside and self.assertion.basis == "rule" and self.assertion.evidence_says == "supported"

    @property
    def of_the_firm(self) -> bool:
        """Is the firm's to show: a fact of its own, a survey, a figure for what no evidence settles."""
        figure = self.own_figure and self.unsettled and not self.qualifiers.claims_proof
        return figure or self.surveyed or self.assertion.basis == "own-evidence"

    @property
    def outside(self) -> bool:
        """The claim's setting, dose or time lies outside the bounds of the evidence; an unknown setting does too."""
        wanted = self.assertion.within.setting
        off = bool(wanted) and not set(wanted) & set(self.qualifiers.setting)
        return off or self.dose_outside or self.time_outside

    @property
    def bears_out(self) -> bool:
        """Denies what evidence denies for a setting, and tells of no other: "collagen does not get into the skin"."""
        unset = not self.qualifiers.setting and not self.dose_outside and not self.time_outside
        return unset and self.agrees and not self.says_the_same

    @property
    def modest(self) -> bool:
        """Speaks of research status, denies proof or denies a cure, and promises nothing."""
        q = self.qualifiers
        return self.denies_the_whole or (q.status and not q.absolute and not q.claims_proof)

    @property
    def denies_the_whole(self) -> bool:
        """Denies a complete or certain effect ("does not erase wrinkles", "is no guarantee"): a partial one stands."""
        q = self.qualifiers
        whole = self.complete or (not q.absolute and any(cue.kind == "absolute" for cue in q.cues))
        return q.negated and whole and not self.says_the_same

    @property
    def outdoes(self) -> bool:
        """Sets the subject above all others, or leaves nothing out, as no rule does ("the only one", "all")."""
        return self.qualifiers.absolute and any(cue.outdoes for cue in self.qualifiers.cues)

    @property
    def outruns_rule(self) -> bool:
        """Goes past what a rule lays down: above all others, or in numbers that a rule on strengths does not know."""
        return self.outdoes or (bool(self.qualifiers.quantities) and self.assertion.within.dose is not None)

    @property
    def overstates(self) -> bool:
        """Absolute words, a stronger verb, a number or a proof that the evidence does not have."""
        q = self.qualifiers
        return q.absolute or q.full_effect or bool(q.quantities) or (q.claims_proof and self.thin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule of the judge."""

    reason: str
    label: Label | None
    """None: the sentence is counted as skipped."""
    when: Callable[[Case], bool]
    means: str
    """What the reason means, for the report and for `factcheck explain`."""


TABLE: tuple[Row, ...] = (
    Row(
        reason="disputed-in-text",
        label=None,
        when=lambda c: c.qualifiers.disputed and (not c.agrees or (c.outside and not c.settled_by_rule)),
        means="The text reports this claim in order to dispute it, so it is not held against the text.",
    ),
    Row(
        reason="evidence-conflicts",
        label="unsupported",
        when=lambda c: c.conflict,
        means="Equally specific pieces of evidence disagree about it.",
    ),
    Row(
        reason="testimonial",
        label="unsupported",
        when=lambda c: c.qualifiers.testimonial and c.says_the_same and not c.settled_by_rule,
        means="A customer reports the effect; one person's experience is no evidence for it.",
    ),
    Row(
        reason=OWN,
        label="unsupported",
        when=lambda c: c.says_the_same and not c.modest and c.of_the_firm,
        means="A fact about the firm or its own product: no literature settles it, the firm must hold the evidence.",
    ),
    Row(
        reason=OUTSIDE,
        label="unsupported",
        when=lambda c: (
            not c.unsettled
            and ((c.dose_outside and not c.breaks_rule) or (not c.settled_by_rule and c.outside))
            and not (c.modest and c.agrees and not c.says_the_same)
            and not c.bears_out
        ),
        means="There is evidence, but for another setting, dose or time than the claim speaks of (or it names none).",
    ),
    Row(
        reason=MODEST,
        label="supported",
        when=lambda c: (
            (c.modest and (c.unsettled or (c.thin and not c.settled_by_rule)))
            or (c.unsettled and c.assertion.basis == "own-evidence" and not c.says_the_same)
            or (c.denies_the_whole and c.assertion.evidence_says == "supported" and not c.settled_by_rule)
        ),
        means="The claim says no more than the evidence, which is thin, unsettled or short of the whole effect.",
    ),
    Row(
        reason="more-proof-than-there-is",
        label="contradicted",
        when=lambda c: (
            c.unsettled
            and c.says_the_same
            and c.qualifiers.claims_proof
            and not c.own_means
            and c.assertion.proof_lacking is not None
            and not c.qualifiers.hedged
        ),
        means="The claim says that it is proven; a review of the evidence says in so many words that proof is lacking.",
    ),
    Row(
        reason="denies-the-unproven",
        label=None,
        when=lambda c: (
            not c.says_the_same
            and (c.unsettled or c.qualifiers.testimonial)
            and (c.warns or (c.of_benefit and c.qualifiers.negated))
        ),
        means="It denies a benefit that nobody has shown or a customer missed, or warns of harm: not against the text.",
    ),
    Row(
        reason=UNSETTLED,
        label="unsupported",
        when=lambda c: c.unsettled or (not c.agrees and c.thin and not c.settled_by_rule),
        means="The evidence is missing, too weak or too mixed to settle it.",
    ),
    Row(
        reason=STRONGER,
        label="unsupported",
        when=lambda c: c.agrees and c.says_the_same and (c.outruns_rule if c.settled_by_rule else c.overstates),
        means="The evidence points that way, but the wording claims more than it shows.",
    ),
    Row(
        reason="softened",
        label="unsupported",
        when=lambda c: not c.agrees and c.qualifiers.hedged and not c.settled_by_rule,
        means="The evidence says otherwise; the claim is hedged, so it is called unsupported rather than contradicted.",
    ),
    Row(
        reason="denied-of-the-unnamed",
        label=None,
        when=lambda c: not c.agrees and c.unnamed and c.qualifiers.negated and c.assertion.evidence_says == "supported",
        means="It is denied of what only stands above it and may be meant of the product: not held against it.",
    ),
    Row(
        reason="evidence-agrees",
        label="supported",
        when=lambda c: c.agrees,
        means="The evidence supports the claim as worded, in its setting.",
    ),
    Row(
        reason="evidence-disagrees",
        label="contradicted",
        when=lambda c: not c.agrees,
        means="The evidence, a rule or a definition says otherwise.",
    ),
)

OF_THE_FIRM = frozenset({OWN, "testimonial"})
"""Reasons that hold for whatever a product is made of."""
NOT_COVERED = "no-matching-assertion"
REASONS: dict[str, str] = {
    **{row.reason: row.means for row in TABLE},
    NOT_COVERED: "The evidence base has no assertion about this; it is listed and counted apart, without a verdict.",
}


def judge(case: Case) -> Row:
    """The first row that fits; the last two between them fit everything."""
    return next(row for row in TABLE if row.when(case))
