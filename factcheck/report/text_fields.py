"""What the terminal report says of one claim, field by field.

In: a claim, and where on its page a thing was said first. Out: pairs of a field's name and its words, an empty name
where the field goes on. A file of its own because what is said of a claim and how a page of claims is laid out change
for different reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Citation, Claim, Policy
from factcheck.report import brief
from factcheck.report.brief import First, earlier
from factcheck.report.options import Options
from factcheck.report.safe import visible
from factcheck.report.words import (
    BALANCE,
    INSTEAD,
    STATUS,
    VERIFICATION,
    Cited,
    carried,
    counted,
    cues,
    gathered,
    ruled,
)

Field = tuple[str, str]


def fields(claim: Claim, options: Options, first: First) -> Iterator[Field]:
    """Everything that is said of a claim below its words."""
    if claim.explanation:
        where = earlier(brief.why(claim), claim, first)
        yield "why", f"as at {where}" if where else visible(claim.explanation)
    yield from _matched(claim, options, first)
    yield from _read_with(claim)
    if options.verbose:
        yield from _linked(claim)
    yield from _rules(claim, options, first)
    if claim.instead:
        yield "instead", f"“{visible(claim.instead)}” ({INSTEAD})"


def _matched(claim: Claim, options: Options, first: First) -> Iterator[Field]:
    """The assertion, what the evidence says of it, and the sources."""
    found = claim.assertion
    if found is not None:
        yield "read as" if claim.agrees else "denies", f"“{visible(found.says)}” [{visible(found.id)}]"
        where = earlier(brief.evidence(claim), claim, first)
        if where:
            yield "evidence", f"as at {where}"
            return
        checked = f", checked {found.as_of}" if found.as_of else ""
        checked += f", due for review in {found.review_by}" if found.review_by and options.verbose else ""
        because = f". {visible(found.because)}" if options.verbose else ""
        yield (
            "evidence",
            f"{BALANCE[found.evidence_says]}; strength {found.strength.replace('-', ' ')}{checked}{because}",
        )
    cited = gathered(claim.citations)
    shown = cited if options.verbose else brief.chosen(claim)
    for one in shown:
        yield from _in_full(one, claim) if options.verbose else _in_brief(one, claim, first)
    if len(shown) < len(cited) and found is not None:
        yield "", f"and {counted(len(cited) - len(shown), 'more source')}: factcheck explain {visible(found.id)}"


# ------------------------------------------------------------------ sources


def _in_brief(cited: Cited, claim: Claim, first: First) -> Iterator[Field]:
    """A source with the one thing of it that matters most."""
    citation = cited.citation
    where = earlier(brief.source(citation.source), claim, first)
    name = brief.hint(citation.citation, where) if where else visible(brief.shortened(citation.citation))
    yield brief.side(cited, claim), name
    if not where:
        yield from _address(citation)
    quote, note = brief.gist(cited, claim)
    yield from [("", f"“{visible(quote)}”")] if quote else []
    yield from [("", visible(note))] if note else []
    if not where:
        yield from _doubt(citation)


def _in_full(cited: Cited, claim: Claim) -> Iterator[Field]:
    yield brief.side(cited, claim), visible(cited.citation.citation)
    yield from _address(cited.citation)
    yield from (("", f"“{visible(quote)}”") for quote in cited.quotes)
    yield from (("", visible(note)) for note in cited.notes)
    yield from _doubt(cited.citation)


def _address(citation: Citation) -> Iterator[Field]:
    if citation.url:
        yield "", visible(citation.url)


def _doubt(citation: Citation) -> Iterator[Field]:
    if citation.verification != "verified":
        yield "", f"[{citation.verification}: {VERIFICATION[citation.verification]}]"


# ------------------------------------------------------------------ what else decided, and the rules


def _read_with(claim: Claim) -> Iterator[Field]:
    """What the claim took from elsewhere, and the words that decided how it was read."""
    for part in claim.carried:
        yield "taken over", carried(part)
    if decided := cues(claim):
        yield "wording", decided


def _linked(claim: Claim) -> Iterator[Field]:
    if claim.match:
        yield "matched", f"{claim.match.level}, {claim.match.score:.3f}: “{visible(claim.match.phrasing)}”"
    if claim.rivals:
        yield "rivals", ", ".join(f"{visible(rival.id)} {rival.score:.3f}" for rival in claim.rivals)


def _rules(claim: Claim, options: Options, first: First) -> Iterator[Field]:
    """What rules say of making the claim; those that stand above in one line."""
    again: list[Policy] = []
    for policy, text in ruled(claim, options.markets):
        if earlier(policy, claim, first):
            again.append(policy)
            continue
        yield f"in {policy.market.upper()}", f"{STATUS[policy.status]}: {visible(policy.note)}"
        yield from _rule_text(policy, text, earlier(brief.source(policy.source), claim, first))
    if again:
        yield "rules", f"{'; '.join(brief.repeated(again))} (as above)"


def _rule_text(policy: Policy, text: Citation | None, where: str | None) -> Iterator[Field]:
    name = text.citation if text else f"[{policy.source}]"
    yield "", brief.hint(name, where) if where else visible(name)
    if text and not where:
        yield from _address(text)
