"""The examples of the base, run against the whole base.

Comes in: a checker made of the base. Goes out: an `Outcome` for each example, and how it reads for an expert. A file
of its own because it is the only part of this room that needs the engine: everything else works without a model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.db.lint_wording import TO_FILL_IN
from factcheck.model import Assertion, Checked, Claim, Cue

if TYPE_CHECKING:
    from factcheck.engine import Checker

ADVICE = {
    "outside-the-evidence": "→ the setting, dose or time lies outside `within`; a claim that tells no setting lies "
    "outside a named one, so leave `setting` empty where plain wordings shall be judged",
    "stronger-than-evidence": "→ the claim holds an absolute, a full effect or a number that the evidence has not: "
    "see the cues; a number that it has belongs into a phrasing (#) or into `within`",
}
Kind = Literal["supported", "unsupported", "contradicted", "not_this", "known_misses"]
KINDS: tuple[Kind, ...] = ("supported", "unsupported", "contradicted", "not_this", "known_misses")
LABELS = ("supported", "unsupported", "contradicted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one example."""

    assertion: str
    kind: Kind
    sentence: str
    wanted: str
    got: str
    passed: bool
    claims: tuple[Claim, ...] = ()


def run_examples(checker: Checker, only: str | None = None) -> Iterator[Outcome]:
    """Every example of every assertion that is matched (or of one assertion or topic) as the whole base judges it."""
    from factcheck.read import from_text

    for assertion in checker.db.assertions:
        if assertion.withdrawn is None and only in (None, assertion.id, assertion.topic):
            for kind, sentence in sentences(assertion):
                yield outcome(assertion.id, kind, sentence, checker.check(from_text(sentence, "<example>")))


def sentences(assertion: Assertion) -> Iterator[tuple[Kind, str]]:
    """The example sentences of an assertion with what they are examples of."""
    for kind in KINDS:
        held = assertion.known_misses if kind == "known_misses" else getattr(assertion.examples, kind)
        for sentence in held:
            yield kind, sentence


def outcome(name: str, kind: Kind, sentence: str, checked: Checked) -> Outcome:
    """Whether the claims that were found are what the example wants."""
    own = [claim for claim in checked.claims if claim.assertion and claim.assertion.id == name]
    passed = bool(own) and all(claim.label == kind for claim in own) if kind in LABELS else not own
    return Outcome(
        assertion=name,
        kind=kind,
        sentence=sentence,
        wanted=_wanted(name, kind),
        got=", ".join(_got(claim) for claim in checked.claims) or "no claim",
        passed=passed and TO_FILL_IN not in sentence,
        claims=checked.claims,
    )


def failures(outcomes: Iterator[Outcome]) -> tuple[Outcome, ...]:
    """The examples that did not come out as they must."""
    return tuple(each for each in outcomes if not each.passed)


def render_outcome(each: Outcome, trace: str = "") -> str:
    """The outcome as an expert reads it: sentence, wanted and got, and what each claim was read as."""
    lines = [
        f"{'ok  ' if each.passed else 'FAIL'}  {each.assertion}  ({each.kind.replace('_', ' ')})",
        f"      sentence  {each.sentence}",
        f"      wanted    {each.wanted}",
        f"      got       {each.got}",
    ]
    lines += [f"      {line}" for claim in each.claims for line in _claim_lines(claim)]
    lines += [f"      {line}" for line in (_advice(each), *trace.splitlines()) if line]
    return "\n".join(lines)


def _wanted(name: str, kind: Kind) -> str:
    """What the example wants, in words."""
    if kind == "not_this":
        return f"anything but {name}"
    return "not matched yet" if kind == "known_misses" else f"{kind} by {name}"


def _got(claim: Claim) -> str:
    """What one claim came to, in words."""
    label = claim.label.replace("_", " ")
    return f"{label} by {claim.assertion.id}" if claim.assertion else label


def _claim_lines(claim: Claim) -> Iterator[str]:
    """How one claim was understood."""
    yield f"· {claim.text!r}: {_got(claim)}, because {claim.reason}"
    if claim.match:
        yield f"  matched   {claim.match.phrasing!r} (score {claim.match.score:.2f}, {claim.match.level})"
    if claim.carried:
        yield f"  carried   {', '.join(f'{each.concept} ({each.role})' for each in claim.carried)}"
    if claim.qualifiers.cues:
        yield f"  cues      {', '.join(_cue(cue) for cue in claim.qualifiers.cues)}"
    if claim.qualifiers.setting:
        yield f"  setting   {', '.join(claim.qualifiers.setting)}"
    if claim.rivals:
        yield f"  also near {', '.join(f'{rival.id} ({rival.score:.2f})' for rival in claim.rivals[:3])}"
    elif claim.possible:
        yield f"  may be    {', '.join(rival.id for rival in claim.possible[:3])}"


def _cue(cue: Cue) -> str:
    """A cue with the words that made it."""
    return f"{cue.kind} {cue.text!r}"


def _advice(each: Outcome) -> str:
    """What the writer can do about a failure."""
    if each.passed:
        return ""
    own = [claim for claim in each.claims if claim.assertion and claim.assertion.id == each.assertion]
    if TO_FILL_IN in each.sentence:
        return "→ this has still to be filled in: write a sentence over it"
    if each.kind == "known_misses":
        return "→ this is matched now: move it up into `examples`, under the label it gets"
    if each.kind == "not_this":
        return "→ name the concept that makes it another claim under `unless`, or make a phrasing more exact"
    if any(claim.reason in ADVICE for claim in own):
        return next(ADVICE[claim.reason] for claim in own if claim.reason in ADVICE)
    if own:
        return "→ look at the reason and the cues; if the label is right after all, move the sentence"
    if each.sentence.rstrip().endswith("?") and not each.claims:
        return "→ a question claims nothing: word it as a statement, or move it to `not_this`"
    if any(claim.assertion for claim in each.claims):
        return "→ another assertion took it: add a phrasing nearer to this wording, or an `unless` over there"
    return "→ no phrasing fits: add one to `also`, or the missing wording to the lexicon"
