"""How a report for people stays short: what it chooses from the evidence, and what it does not say twice on a page.

In: claims. Out: the sources that stand for the rest, and places at which a thing was said before. A file of its own
because the terminal and a ticket must leave out the same things. Asked to be verbose, both leave out nothing.

A page has thirty claims and a person has one evening: why, one source of each side and the rules in a few lines.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping

from factcheck.model import Claim, Policy
from factcheck.report.options import Options
from factcheck.report.safe import clipped, visible
from factcheck.report.words import SIDE, STATUS, Cited, gathered, position, rules, sided

First = Mapping[Hashable, Claim]
"""What a page says, with the claim at which it is said first."""
HINT = 60
"""Characters by which a source that stands above is known again."""
_NAME = r"[^\W\d_][\w'’\- ]* [A-Z]{1,4}"
_AUTHORS = re.compile(rf"({_NAME})(?:, {_NAME})+, (?:{_NAME}|et al)\. ")


# ------------------------------------------------------------------ said before


def first_said(claims: Iterable[Claim], options: Options) -> First:
    """For everything that claims have in common, the claim at which it stands in full; nothing if all is wanted."""
    first: dict[Hashable, Claim] = {}
    for claim in () if options.verbose else claims:
        sources = () if evidence(claim) in first else (one.citation.source for one in chosen(claim))
        fresh = [policy for policy in rules(claim, options.markets) if policy not in first]
        named = map(source, (*sources, *(policy.source for policy in fresh)))
        for key in (why(claim), evidence(claim), *named, *fresh):
            first.setdefault(key, claim)
    return first


def why(claim: Claim) -> Hashable:
    """What is the same in claims that have one explanation."""
    return ("why", claim.explanation)


def evidence(claim: Claim) -> Hashable:
    """What is the same in claims that rest on one body of evidence, as far as it is shown."""
    found = claim.assertion.id if claim.assertion else None
    return ("evidence", found, claim.agrees, tuple(one.citation.source for one in chosen(claim)))


def source(name: str) -> Hashable:
    """What is the same wherever one source is cited."""
    return ("source", name)


def earlier(key: Hashable, claim: Claim, first: First) -> str | None:
    """Where it was said before, if it was."""
    there = first.get(key, claim)
    return None if there is claim else visible(position(there))


# ------------------------------------------------------------------ chosen


def side(cited: Cited, claim: Claim) -> str:
    """Whether a source is for or against the claim."""
    return SIDE[sided(cited.citation.shows, claim.agrees)]


def chosen(claim: Claim) -> tuple[Cited, ...]:
    """The first source of each side, so that none is hidden behind the other, and one at least that can be opened.

    Context is shown only where it is all there is.
    """
    sides: dict[str, Cited] = {}
    cited = gathered(claim.citations)
    for one in cited:
        sides.setdefault(side(one, claim), one)
    if len(sides) > 1:
        sides.pop(SIDE["context"], None)
    linked = next((one for one in cited if one.citation.url), None)
    if linked and not any(one.citation.url for one in sides.values()):
        sides[side(linked, claim)] = linked
    return tuple(sides.values())


def gist(cited: Cited, claim: Claim) -> tuple[str, str]:
    """A quotation or a note, the other empty.

    Its own words where it speaks against the claim; else what it comes to, for its words alone may say too much.
    """
    quote, note = next(iter(cited.quotes), ""), next(iter(cited.notes), "")
    if side(cited, claim) == SIDE["contradicts"]:
        return (quote, "" if quote else note)
    return ("" if note else quote, note)


def shortened(citation: str) -> str:
    """A citation with the first of many authors: "Zhang K, et al. Topical application …"."""
    return _AUTHORS.sub(r"\1, et al. ", citation, count=1) if _AUTHORS.match(citation) else citation


def hint(citation: str, where: str) -> str:
    """A source that was named before."""
    return f"{clipped(visible(shortened(citation)), HINT)} (as at {where})"


def repeated(policies: Iterable[Policy]) -> Iterator[str]:
    """Rules that stand above: "US: makes the product a drug", "EU, UK: needs substantiation"."""
    markets: dict[str, dict[str, None]] = {}
    for policy in policies:
        markets.setdefault(STATUS[policy.status], {})[policy.market.upper()] = None
    return (f"{', '.join(named)}: {status}" for status, named in markets.items())
