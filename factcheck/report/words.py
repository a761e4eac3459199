"""The words and signs that all reports share, so that they say the same thing in every format.

In: parts of a `Report`. Out: short plain strings and counts. A file of its own because a label's name, a market's name
or the closing line must never differ between two formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.safe import clipped, visible

if TYPE_CHECKING:  # making the types takes longer than a short command may
    from factcheck.model import Carried, Checked, Citation, Claim, Label, Place, Policy, Report, Shows, Suppression

LABELS: tuple[Label, ...] = ("contradicted", "unsupported", "supported", "not_covered")
"""From the gravest to the lightest."""
WORD: dict[Label, str] = {
    "supported": "supported",
    "unsupported": "unsupported",
    "contradicted": "contradicted",
    "not_covered": "not covered",
}
SIGN: dict[Label, str] = {"supported": "✓", "unsupported": "?", "contradicted": "✗", "not_covered": "·"}
MEANING: dict[Label, str] = {
    "supported": "There is evidence for the claim as worded. It does not say that a product is safe or lawful.",
    "unsupported": "Evidence is missing, too weak, or about another setting than the claim's. It does not say false.",
    "contradicted": "Evidence, a rule or a definition says otherwise. It does not say unlawful.",
    "not_covered": "The evidence base does not speak about it. That says nothing about the claim.",
}
BALANCE = {
    "supported": "supports this",
    "contradicted": "says otherwise",
    "unsettled": "does not settle this",
}
"""What the evidence says of the assertion as worded."""
FLIPPED: dict[Shows, Shows] = {"supports": "contradicts", "contradicts": "supports"}
SIDE: dict[Shows, str] = {"supports": "for", "contradicts": "against", "mixed": "mixed", "context": "context"}
VERIFICATION = {
    "verified": "read in the original or an exact copy",
    "corrected": "exists, but was cited wrongly; the record is used",
    "reported": "known from somebody else's account, not read itself",
    "unverified": "the text was not seen; context only",
    "not-found": "not found; context only",
}
MARKET = {
    "us": "United States",
    "eu": "European Union",
    "uk": "United Kingdom",
    "ca": "Canada",
    "kr": "South Korea",
    "tw": "Taiwan",
}
STATUS = {
    "drug-claim": "makes the product a drug",
    "not-cosmetic": "not a cosmetic claim",
    "prohibited": "prohibited",
    "needs-substantiation": "needs substantiation",
    "restricted": "restricted",
    "permitted": "permitted",
}
CUE: dict[str, str] = {
    "negation": "denied by",
    "hedge": "softened by",
    "absolute": "sweeping",
    "testimonial": "in a customer's words",
    "comparison": "compared by",
    "status": "research status",
    "appearance": "appearance only",
    "proof": "asserts proof",
    "no-proof": "denies proof",
    "unsaid": "not said to be so",
    "attribution": "told of others or of a study",
    "dispute": "disputed",
    "quotation": "quoted",
    "untrue": "called untrue",
    "naming": "name of a trade",
    "audience": "for whom it is",
}
"""Kinds of cues whose names say too little to somebody who does not know the lexicon."""
UNRECOGNISED = "in which no claim was recognised"
"""Of lines: whatever they say, nothing was found in them, which is no clean bill."""
ROLE = {"polarity": "denial", "comparator": "compared with", "quantity": "amount"}
"""What a claim took from elsewhere, where the name says too little."""
SHOWN = 60
"""Characters of that text that are shown."""
ADVICE = "Not legal or medical advice."
INSTEAD = "wording the evidence carries, not legal advice"


def reason(claim: Claim) -> str:
    """The reason's slug as words: "evidence disagrees"."""
    return claim.reason.replace("-", " ")


def sided(shows: Shows, agrees: bool) -> Shows:
    """What a source shows of the claim, where `shows` speaks of the assertion."""
    return shows if agrees else FLIPPED.get(shows, shows)


@dataclass(frozen=True, slots=True)
class Cited:
    """One source with everything that the verdict takes from it."""

    citation: Citation
    quotes: tuple[str, ...]
    notes: tuple[str, ...]


def gathered(citations: Iterable[Citation]) -> tuple[Cited, ...]:
    """The sources, each once for what it shows, with all its quotations and notes."""
    groups: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.source, citation.shows), []).append(citation)
    return tuple(
        Cited(
            same[0],
            tuple(dict.fromkeys(one.quote for one in same if one.quote)),
            tuple(dict.fromkeys(one.note for one in same if one.note)),
        )
        for same in groups.values()
    )


def position(claim: Claim) -> str:
    """Where the claim stands: "3:14", "page 2", "row 7 (SKU-9)"."""
    return at(claim.line, claim.column, claim.place)


def at(line: int, column: int, place: Place | None) -> str:
    """A place in words, as `position` gives it."""
    if place is None or not place.words:
        return f"{line}:{column}"
    return place.words


def rules(claim: Claim, markets: tuple[str, ...]) -> tuple[Policy, ...]:
    """What rules say of making the claim, in the markets asked for; nothing of a claim that is only denied."""
    if claim.assertion is None or _only_denied(claim):
        return ()
    return tuple(policy for policy in claim.assertion.policy if not markets or policy.market in markets)


def _only_denied(claim: Claim) -> bool:
    """Whether the copy says that it is not so ("does not treat eczema"), which no rule forbids to say."""
    return claim.qualifiers.negated and (not claim.agrees or claim.label == "supported")


def ruled(claim: Claim, markets: tuple[str, ...]) -> tuple[tuple[Policy, Citation | None], ...]:
    """What rules say of making the claim, each with the text that it stands in."""
    texts = {citation.source: citation for citation in claim.rulings}
    return tuple((policy, texts.get(policy.source)) for policy in rules(claim, markets))


def carried(part: Carried) -> str:
    """What the claim took from elsewhere: "subject exosomes, from “plant exosomes” on line 1"."""
    inside = part.spot.place is not None and part.spot.place.page is None
    words = f"“{clipped(visible(part.text).strip(), SHOWN)}” {'in' if inside else 'on'} " if part.text else ""
    concept = visible(part.concept).replace("-", " ")
    return f"{ROLE.get(part.role, part.role)} {concept}, from {words}{visible(part.spot.words)}"


def cues(claim: Claim) -> str:
    """The words that decided how the claim was read: "hedge “may”, setting “serum”"; where a clause ends is grammar."""
    told = (
        f"{CUE.get(cue.kind, cue.kind)} “{visible(cue.text)}”"
        for cue in claim.qualifiers.cues
        if cue.kind != "terminator"
    )
    return ", ".join(dict.fromkeys(told))


def flagged(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that want somebody's eye."""
    return tuple(claim for claim in counting(claims) if claim.label in ("contradicted", "unsupported"))


def counting(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that no note in the copy takes out."""
    return tuple(claim for claim in claims if claim.suppressed is None)


def suppressed(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that a note in the copy takes out, in order."""
    return [claim for claim in in_order(claims) if claim.suppressed is not None]


def idle(document: Checked) -> tuple[Suppression, ...]:
    """The notes in the copy that do nothing: no longer needed, or written wrongly."""
    return tuple(each for each in document.suppressions if each.state != "used")


def noted(documents: Iterable[Checked]) -> tuple[tuple[str, str], ...]:
    """Names of documents with what was noted while reading them, once for all rows of a table."""
    return tuple(dict.fromkeys((document.name, note) for document in documents for note in document.notes))


def told(suppression: Suppression) -> str:
    """Why a note does nothing."""
    named = f" {visible(suppression.id)}" if suppression.id else ""
    return f"{suppression.state} suppression{named}: {visible(suppression.message)}"


def badness(document: Checked) -> tuple[int, int]:
    """By what pages are sorted, the worst first."""
    return (-document.count("contradicted"), -document.count("unsupported"))


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by their place in the text."""
    return sorted(claims, key=lambda claim: (claim.start, claim.end))


def counted(number: int, thing: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def tally(documents: Iterable[Checked]) -> Iterator[str]:
    """The parts of a summary line: "2 supported", "1 unsupported", …, "3 lines in which no claim was recognised"."""
    listed = tuple(documents)
    for label in ("supported", "unsupported", "contradicted", "not_covered"):
        yield f"{sum(document.count(label) for document in listed):,} {WORD[label]}"
    if waived := sum(document.suppressed for document in listed):
        yield f"{waived:,} suppressed"
    if known := sum(document.known for document in listed):
        yield f"{known:,} known"
    yield f"{counted(sum(document.skipped for document in listed), 'line')} {UNRECOGNISED}"


def dated(report: Report) -> str:
    """The date of the evidence, as every report ends."""
    return f"Evidence as of {report.as_of}." if report.as_of else "Evidence without a date."


def base(report: Report) -> str:
    """What spoke: the size of the evidence base, the head of its digest, the program and its language model."""
    digest = report.digest.removeprefix("sha256:")[:12] or "none"
    size = f"{counted(report.assertions, 'assertion')}, {counted(report.sources, 'source')}, digest {digest}"
    return f"{size}; factcheck {report.version}, {report.model_name} {report.model_version}"
