"""Findings and the evidence behind them as HTML, without script, for list, side panel and paper.

In: claims. Out: one article per claim, and one section per body of evidence that claims share, so that five thousand
claims about forty assertions carry forty of them. What a source shows is said of the claim, so a claim and its denial
have two sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from factcheck.model import Assertion, Citation, Claim, Policy, Strength
from factcheck.report.html_copy import folded
from factcheck.report.safe import clipped, clipped_left, marked, visible
from factcheck.report.words import (
    BALANCE,
    INSTEAD,
    MARKET,
    SIDE,
    SIGN,
    STATUS,
    VERIFICATION,
    WORD,
    Cited,
    carried,
    cues,
    gathered,
    position,
    reason,
    ruled,
    sided,
)

PIPS: dict[Strength, int] = {"very-low": 1, "low": 2, "moderate": 3, "high": 4}


@dataclass(frozen=True, slots=True)
class Body:
    """A body of evidence as claims share it."""

    assertion: Assertion
    agrees: bool
    citations: tuple[Citation, ...]
    policy: tuple[tuple[Policy, Citation | None], ...]


def body(claim: Claim, markets: tuple[str, ...]) -> Body | None:
    """What the claim's verdict rests on."""
    if claim.assertion is None:
        return None
    return Body(claim.assertion, claim.agrees, claim.citations, ruled(claim, markets))


# ------------------------------------------------------------------ a finding


def finding(claim: Claim, text: str, identity: str, number: int, evidence: str | None) -> str:
    """One claim with its verdict, as an article."""
    link = f' data-evidence="{evidence}"' if evidence else ""
    waived = "" if claim.suppressed is None else " waived"
    return (
        f'<article class="finding {claim.label}{waived}" id="{identity}" data-label="{claim.label}"{link}>'
        f"{_verdict(claim, identity, number)}{_quote(claim, text)}{_why(claim)}"
        f"{_facts(claim)}{_instead(claim)}{_see(claim, evidence)}</article>\n"
    )


def _verdict(claim: Claim, identity: str, number: int) -> str:
    sign = f'<span aria-hidden="true">{SIGN[claim.label]}</span>'
    why = "" if claim.label == "not_covered" else f"<span>{escape(reason(claim))}</span>"
    where = f"{'line ' if claim.place is None else ''}{folded(position(claim))}"
    why += "" if claim.suppressed is None else f"<span>suppressed: {folded(claim.suppressed)}</span>"
    at = f'<a class="at" href="#m{identity[1:]}"><span class="no">{number}, </span>{where}</a>'
    return f'<h4 class="verdict"><span class="tag">{sign} {WORD[claim.label].capitalize()}</span> {why} {at}</h4>'


def _quote(claim: Claim, text: str) -> str:
    before, words, after = (visible(part) for part in marked(claim, text))
    said = f"{escape(clipped_left(before, 240))}<mark>{escape(clipped(words, 600))}</mark>{escape(clipped(after, 240))}"
    return f'<blockquote class="quote">{said}</blockquote>'


def _why(claim: Claim) -> str:
    if claim.explanation:
        return f'<p class="why">{folded(claim.explanation)}</p>'
    return '<p class="why">The evidence base does not speak about this.</p>' if claim.label == "not_covered" else ""


def _facts(claim: Claim) -> str:
    rows = "".join(f"<dt>{escape(key)}</dt><dd>{said}</dd>" for key, said in _rows(claim))
    return f'<dl class="facts">{rows}</dl>' if rows else ""


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    yield from (("Taken over", folded(carried(part))) for part in claim.carried)
    if decided := cues(claim):
        yield "Decided by", folded(decided)
    if claim.match:
        link = f"{claim.match.level} ({claim.match.score:.2f}): “{claim.match.phrasing}”"
        yield "Matched", folded(link)
    if claim.possible:
        yield "For review", folded(", ".join(f"{rival.id} ({rival.score:.2f})" for rival in claim.possible))


def _instead(claim: Claim) -> str:
    if not claim.instead:
        return ""
    label = f'<span class="label">{INSTEAD[0].upper()}{INSTEAD[1:]}</span>'
    return f'<div class="instead">{label}<q>{folded(claim.instead)}</q></div>'


def _see(claim: Claim, evidence: str | None) -> str:
    if not evidence or claim.assertion is None:
        return ""
    link = f'<p><a href="#{evidence}">{folded(claim.assertion.says)}</a></p>'
    printed = f'<p class="ref">Evidence and rules: see <code>{folded(claim.assertion.id)}</code></p>'
    summary = "<summary>Evidence and rules</summary>"
    return f'{printed}<details class="see" data-evidence="{evidence}">{summary}{link}</details>'


# ------------------------------------------------------------------ a body of evidence


def evidence_section(rests_on: Body, identity: str) -> str:
    """What the evidence says of an assertion, its sources and the rules."""
    found = rests_on.assertion
    role = "The claim was read as" if rests_on.agrees else "The claim denies that"
    checked = f", checked {escape(found.as_of)}" if found.as_of else ""
    checked += f", due for review in {escape(found.review_by)}" if found.review_by else ""
    return (
        f'<section class="evidence" id="{identity}">'
        f'<p class="label">{role}</p><h3 class="says">{folded(found.says)}</h3><code>{folded(found.id)}</code>'
        f'<p class="weigh">The evidence {BALANCE[found.evidence_says]} {_strength(found.strength)}</p>'
        f'<p class="because">{folded(found.because)}{checked and f" <span>({checked[2:]})</span>"}</p>'
        f"{_sources(rests_on)}{_rules(rests_on.policy)}</section>\n"
    )


def _strength(strength: Strength) -> str:
    pips = "".join('<i class="full"></i>' if at < PIPS[strength] else "<i></i>" for at in range(4))
    word = strength.replace("-", " ")
    return f'<span class="strength"><span class="pips" aria-hidden="true">{pips}</span> {word} strength</span>'


def _sources(rests_on: Body) -> str:
    if not rests_on.citations:
        return ""
    rows = "".join(_source(cited, rests_on.agrees) for cited in gathered(rests_on.citations))
    head = '<thead><tr><th scope="col">For or against the claim</th><th scope="col">Source</th></tr></thead>'
    return f'<table class="sources">{head}<tbody>{rows}</tbody></table>'


def _source(cited: Cited, agrees: bool) -> str:
    citation = cited.citation
    side = SIDE[sided(citation.shows, agrees)].capitalize()
    quotes = [f"<q>{folded(quote)}</q>" for quote in cited.quotes]
    notes = [f'<span class="note">{folded(note)}</span>' for note in cited.notes]
    said = " ".join([_linked(citation), *quotes, *notes, _read(citation)])
    return f'<tr><th scope="row">{side}</th><td>{said}</td></tr>'


def _linked(citation: Citation) -> str:
    """The citation, as a link only if the address is one of the web."""
    if citation.url and re.fullmatch(r"https?://\S+", citation.url):
        return f'<a href="{folded(citation.url)}" rel="noreferrer noopener">{folded(citation.citation)}</a>'
    return folded(citation.citation) + (f" {folded(citation.url)}" if citation.url else "")


def _read(citation: Citation) -> str:
    kind = "read" if citation.verification == "verified" else "read doubt"
    word = "" if citation.verification == "verified" else f"{citation.verification.replace('-', ' ').capitalize()}: "
    said = VERIFICATION[citation.verification]
    return f'<span class="{kind}">{word}{escape(said if word else said[0].upper() + said[1:])}</span>'


def _rules(policy: tuple[tuple[Policy, Citation | None], ...]) -> str:
    if not policy:
        return ""
    rows = "".join(
        f"<li><b>{MARKET[one.market]}: {STATUS[one.status]}.</b> {folded(one.note)} "
        f'<span class="note">{_linked(text) if text else folded(one.source)}</span></li>'
        for one, text in policy
    )
    return (
        f'<div class="rules"><h4>What rules say of making the claim, apart from the verdict</h4><ul>{rows}</ul></div>'
    )
