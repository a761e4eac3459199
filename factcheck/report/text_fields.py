"""What the terminal report says of one claim, field by field.

In: a claim. Out: pairs of a field's name and its words, an empty name where the field goes on. A file of its own
because what is said of a claim and how a page of claims is laid out change for different reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim
from factcheck.report.options import Options
from factcheck.report.safe import visible
from factcheck.report.words import (
    BALANCE,
    INSTEAD,
    SIDE,
    STATUS,
    VERIFICATION,
    Cited,
    carried,
    counted,
    gathered,
    ruled,
    sided,
)

SOURCES = 2
"""Sources of a side that are shown; the rest is named by `explain`, and by --verbose."""


def fields(claim: Claim, options: Options) -> Iterator[tuple[str, str]]:
    if claim.explanation:
        yield "why", visible(claim.explanation)
    yield from _matched(claim)
    cited = gathered(claim.citations)
    shown = cited if options.verbose else _first(cited, claim)
    for one in shown:
        yield from _cited(one, claim)
    if len(shown) < len(cited) and claim.assertion:
        yield (
            "",
            f"and {counted(len(cited) - len(shown), 'more source')}: factcheck explain {visible(claim.assertion.id)}",
        )
    yield from _read_with(claim)
    if options.verbose:
        yield from _linked(claim)
    for policy, text in ruled(claim, options.markets):
        yield f"in {policy.market.upper()}", f"{STATUS[policy.status]}: {visible(policy.note)}"
        yield "", visible(text.citation if text else f"[{policy.source}]")
        if text and text.url:
            yield "", visible(text.url)
    if claim.instead:
        yield "instead", f"“{visible(claim.instead)}” ({INSTEAD})"


def _matched(claim: Claim) -> Iterator[tuple[str, str]]:
    found = claim.assertion
    if found is None:
        return
    yield "read as" if claim.agrees else "denies", f"“{visible(found.says)}” [{visible(found.id)}]"
    checked = f", checked {found.as_of}" if found.as_of else ""
    checked += f", due for review in {found.review_by}" if found.review_by else ""
    yield "evidence", f"{BALANCE[found.evidence_says]}; strength {found.strength}{checked}. {visible(found.because)}"


def _first(cited: Sequence[Cited], claim: Claim) -> list[Cited]:
    """The first sources of each side, so that neither is hidden behind the other; context only where it is all."""
    sides: dict[str, list[Cited]] = {}
    for one in cited:
        sides.setdefault(sided(one.citation.shows, claim.agrees), []).append(one)
    if len(sides) > 1:
        sides.pop("context", None)
    return [one for held in sides.values() for one in held[:SOURCES]]


def _cited(cited: Cited, claim: Claim) -> Iterator[tuple[str, str]]:
    citation = cited.citation
    yield SIDE[sided(citation.shows, claim.agrees)], visible(citation.citation)
    if citation.url:
        yield "", visible(citation.url)
    yield from (("", f"“{visible(quote)}”") for quote in cited.quotes)
    yield from (("", visible(note)) for note in cited.notes)
    if citation.verification != "verified":
        yield "", f"[{citation.verification}: {VERIFICATION[citation.verification]}]"


def _read_with(claim: Claim) -> Iterator[tuple[str, str]]:
    """What the claim took from elsewhere, and the words that decided how it was read."""
    for part in claim.carried:
        yield "carried", carried(part)
    cues = dict.fromkeys(f"{cue.kind} “{visible(cue.text)}”" for cue in claim.qualifiers.cues)
    if cues:
        yield "cues", ", ".join(cues)


def _linked(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.match:
        yield "matched", f"{claim.match.level}, {claim.match.score:.3f}: “{visible(claim.match.phrasing)}”"
    if claim.rivals:
        yield "rivals", ", ".join(f"{visible(rival.id)} {rival.score:.3f}" for rival in claim.rivals)
