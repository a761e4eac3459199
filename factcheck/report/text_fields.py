"""What the terminal report says of one claim, field by field.

In: a claim, and where on its page a thing was said first. Out: pairs of a field's name and its words, an empty name
where the field goes on. A file of its own because what is said of a claim and how a page of claims is laid out change
for different reasons.

A page has thirty claims and a person has one evening: the verdict, why, one source of each side and the rules in a few
lines, and what stands above already is not said again. --verbose says everything at every claim.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from factcheck.model import Citation, Claim, Policy
from factcheck.report.options import Options
from factcheck.report.safe import clipped, visible
from factcheck.report.words import (
    BALANCE,
    INSTEAD,
    SIDE,
    STATUS,
    VERIFICATION,
    Cited,
    carried,
    counted,
    cues,
    gathered,
    position,
    ruled,
    rules,
    sided,
)

Field = tuple[str, str]
First = Mapping[Hashable, Claim]
"""What a page says, with the claim at which it is said first."""
HINT = 60
"""Characters by which a source that stands above is known again."""
_NAME = r"[^\W\d_][\w'’\- ]* [A-Z]{1,4}"
_AUTHORS = re.compile(rf"({_NAME})(?:, {_NAME})+, (?:{_NAME}|et al)\. ")


def first_said(claims: Iterable[Claim], markets: tuple[str, ...]) -> First:
    """For everything that claims have in common, the claim at which it stands in full."""
    first: dict[Hashable, Claim] = {}
    for claim in claims:
        shown = () if _evidence_key(claim) in first else (one.citation.source for one in _chosen(claim))
        named = (policy.source for policy in rules(claim, markets) if policy not in first)
        sources = map(_source_key, (*shown, *named))
        for key in (_why_key(claim), _evidence_key(claim), *sources, *rules(claim, markets)):
            first.setdefault(key, claim)
    return first


def fields(claim: Claim, options: Options, first: First) -> Iterator[Field]:
    """Everything that is said of a claim below its words."""
    yield from _why(claim, first)
    yield from _matched(claim, options, first)
    yield from _read_with(claim)
    if options.verbose:
        yield from _linked(claim)
    yield from _rules(claim, options, first)
    if claim.instead:
        yield "instead", f"“{visible(claim.instead)}” ({INSTEAD})"


def _why_key(claim: Claim) -> Hashable:
    return ("why", claim.explanation)


def _evidence_key(claim: Claim) -> Hashable:
    found = claim.assertion.id if claim.assertion else None
    return ("evidence", found, claim.agrees, tuple(one.citation.source for one in _chosen(claim)))


def _source_key(source: str) -> Hashable:
    return ("source", source)


def _earlier(key: Hashable, claim: Claim, first: First) -> str | None:
    """Where it was said before, if it was."""
    there = first.get(key, claim)
    return None if there is claim else visible(position(there))


def _why(claim: Claim, first: First) -> Iterator[Field]:
    if claim.explanation:
        where = _earlier(_why_key(claim), claim, first)
        yield "why", f"as at {where}" if where else visible(claim.explanation)


def _matched(claim: Claim, options: Options, first: First) -> Iterator[Field]:
    """The assertion, what the evidence says of it, and the sources."""
    found = claim.assertion
    if found is not None:
        yield "read as" if claim.agrees else "denies", f"“{visible(found.says)}” [{visible(found.id)}]"
        where = _earlier(_evidence_key(claim), claim, first)
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
    shown = cited if options.verbose else _chosen(claim)
    for one in shown:
        yield from _in_full(one, claim) if options.verbose else _in_brief(one, claim, first)
    if len(shown) < len(cited) and found is not None:
        yield "", f"and {counted(len(cited) - len(shown), 'more source')}: factcheck explain {visible(found.id)}"


# ------------------------------------------------------------------ sources


def _chosen(claim: Claim) -> Sequence[Cited]:
    """The first source of each side, so that none is hidden behind the other, and one at least that can be opened.

    Context is shown only where it is all there is.
    """
    sides: dict[str, Cited] = {}
    cited = gathered(claim.citations)
    for one in cited:
        sides.setdefault(_side(one.citation, claim), one)
    if len(sides) > 1:
        sides.pop(SIDE["context"], None)
    linked = next((one for one in cited if one.citation.url), None)
    if linked and not any(one.citation.url for one in sides.values()):
        sides[_side(linked.citation, claim)] = linked
    return tuple(sides.values())


def _in_brief(cited: Cited, claim: Claim, first: First) -> Iterator[Field]:
    """A source with the one thing of it that matters most."""
    citation = cited.citation
    name = visible(shortened(citation.citation))
    where = _earlier(_source_key(citation.source), claim, first)
    yield _side(citation, claim), f"{clipped(name, HINT)} (as at {where})" if where else name
    if not where:
        yield from _address(citation)
    yield from _gist(cited, claim)
    if not where:
        yield from _doubt(citation)


def _gist(cited: Cited, claim: Claim) -> Iterator[Field]:
    """Its own words where it speaks against the claim; else what it comes to, for its words alone may say too much."""
    quotes, notes = [f"“{visible(quote)}”" for quote in cited.quotes], list(map(visible, cited.notes))
    said = quotes + notes if _side(cited.citation, claim) == SIDE["contradicts"] else notes + quotes
    yield from (("", one) for one in said[:1])


def _in_full(cited: Cited, claim: Claim) -> Iterator[Field]:
    citation = cited.citation
    yield _side(citation, claim), visible(citation.citation)
    yield from _address(citation)
    yield from (("", f"“{visible(quote)}”") for quote in cited.quotes)
    yield from (("", visible(note)) for note in cited.notes)
    yield from _doubt(citation)


def _side(citation: Citation, claim: Claim) -> str:
    return SIDE[sided(citation.shows, claim.agrees)]


def _address(citation: Citation) -> Iterator[Field]:
    if citation.url:
        yield "", visible(citation.url)


def _doubt(citation: Citation) -> Iterator[Field]:
    if citation.verification != "verified":
        yield "", f"[{citation.verification}: {VERIFICATION[citation.verification]}]"


def shortened(citation: str) -> str:
    """A citation with the first of many authors: "Zhang K, et al. Topical application …"."""
    return _AUTHORS.sub(r"\1, et al. ", citation, count=1) if _AUTHORS.match(citation) else citation


# ------------------------------------------------------------------ what else decided, and the rules


def _read_with(claim: Claim) -> Iterator[Field]:
    """What the claim took from elsewhere, and the words that decided how it was read."""
    for part in claim.carried:
        yield "carried", carried(part)
    if decided := cues(claim):
        yield "cues", decided


def _linked(claim: Claim) -> Iterator[Field]:
    if claim.match:
        yield "matched", f"{claim.match.level}, {claim.match.score:.3f}: “{visible(claim.match.phrasing)}”"
    if claim.rivals:
        yield "rivals", ", ".join(f"{visible(rival.id)} {rival.score:.3f}" for rival in claim.rivals)


def _rules(claim: Claim, options: Options, first: First) -> Iterator[Field]:
    """What rules say of making the claim; those that stand above in one line."""
    again: list[Policy] = []
    for policy, text in ruled(claim, options.markets):
        if _earlier(policy, claim, first):
            again.append(policy)
            continue
        yield f"in {policy.market.upper()}", f"{STATUS[policy.status]}: {visible(policy.note)}"
        yield from _rule_text(policy, text, _earlier(_source_key(policy.source), claim, first))
    if again:
        yield "rules", f"{_listed(again)} (as above)"


def _rule_text(policy: Policy, text: Citation | None, where: str | None) -> Iterator[Field]:
    name = visible(text.citation if text else f"[{policy.source}]")
    yield "", f"{clipped(name, HINT)} (as at {where})" if where else name
    if text and not where:
        yield from _address(text)


def _listed(policies: Iterable[Policy]) -> str:
    """Markets by what their rules say: "US makes the product a drug; EU, UK needs substantiation"."""
    markets: dict[str, dict[str, None]] = {}
    for policy in policies:
        markets.setdefault(STATUS[policy.status], {})[policy.market.upper()] = None
    return "; ".join(f"{', '.join(named)}: {status}" for status, named in markets.items())
