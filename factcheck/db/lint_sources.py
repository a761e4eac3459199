"""Checks of the source files: names, identifiers, quotations.

Comes in: a base as read. Goes out: problems. A file of its own because it is all that a writer of sources has to keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from urllib.parse import urlsplit

from factcheck.db.load import Loaded
from factcheck.db.problems import Problem
from factcheck.db.spots import VERIFIED, sources, unread, uses
from factcheck.model import Identifiers

LONGEST_QUOTE = 25
FORMS = {
    "doi": (r"10\.\d{4,9}/\S+", "10.3390/cosmetics7040090, without https://doi.org/"),
    "pmid": (r"\d{1,8}", "digits alone"),
    "pmcid": (r"PMC\d+", "PMC12007658"),
    "nct": (r"NCT\d{8}", "NCT05969717"),
    "cfr": (r"\d+ CFR [\d.]+(\([a-z0-9]+\))*", "21 CFR 710.8"),
    "celex": (r"\d[0-9A-Z()-]{6,20}", "32013R0655"),
    "url": (r"https?://[^\s/]+\.[^\s/]+(/\S*)?", "https://www.fda.gov/…"),
}
"""How each identifier is written, and an example."""


def source_is_its_file(loaded: Loaded) -> Iterator[Problem]:
    """A source's id is its file's name."""
    for spot in sources(loaded):
        if spot.value.id != spot.read.name:
            message = f"the id {spot.value.id!r} is not the file's name {spot.read.name!r}"
            yield spot.problem(("id",), message, "rename one of them")


def source_used(loaded: Loaded) -> Iterator[Problem]:
    """A source is there because an assertion needs it, or for the record of the article or of what replaced it."""
    if unread(loaded, "topics"):
        return
    used = {name for name, _, _ in uses(loaded)}
    for spot in sources(loaded):
        source = spot.value
        if source.id not in used and source.article is None and source.superseded_by is None:
            hint = "name it in the evidence or policy of an assertion, or take the file out"
            yield spot.problem(("id",), f"no assertion uses the source {source.id!r}", hint)


def verified_was_read(loaded: Loaded) -> Iterator[Problem]:
    """Nobody has verified what nobody has read."""
    for spot in sources(loaded):
        source = spot.value
        if source.verification in VERIFIED and source.read == "none":
            hint = "write how much of it you read (full, abstract, excerpt), or `verification: unverified`"
            yield spot.problem(("verification",), f"{source.verification!r}, but nothing of it was read", hint)


def source_can_be_found(loaded: Loaded) -> Iterator[Problem]:
    """A source has an identifier or a full citation."""
    for spot in sources(loaded):
        ids = spot.value.identifiers
        if spot.value.citation is None and not any(getattr(ids, each.name) for each in fields(Identifiers)):
            hint = "give `identifiers` (doi, pmid, url …), or else `citation` in full"
            yield spot.problem(("id",), "neither an identifier nor a citation", hint)


def identifiers_in_form(loaded: Loaded) -> Iterator[Problem]:
    """Identifiers are written so that a link can be made of them."""
    for spot in sources(loaded):
        for key, (form, sample) in FORMS.items():
            held = getattr(spot.value.identifiers, key)
            if held and not re.fullmatch(form, held):
                yield spot.problem(("identifiers", key), f"{held!r} is not in the form of a {key}", f"like {sample}")


def source_once(loaded: Loaded) -> Iterator[Problem]:
    """A paper is one source: told twice, it would count as two studies."""
    first: dict[tuple[str, str], str] = {}
    for spot in sources(loaded):
        for key in ("doi", "pmid"):
            held = getattr(spot.value.identifiers, key)
            owner = first.setdefault((key, held.casefold()), spot.value.id) if held else spot.value.id
            if owner != spot.value.id:
                yield spot.problem(("identifiers", key), f"{owner!r} is this paper already", "cite that one")


def address_is_official(loaded: Loaded) -> Iterator[Problem]:
    """The link that readers see is the page itself and no copy of it."""
    for spot in sources(loaded):
        url = spot.value.identifiers.url or ""
        inside = re.search(r"https?:/", url[8:])
        if inside or re.fullmatch(r"[\d.:\[\]]+", urlsplit(url).netloc or "-"):
            hint = "put it into `retrieved`, and the authority's or journal's own page here"
            yield spot.problem(("identifiers", "url"), "this is the address of a copy", hint)


def quote_is_short(loaded: Loaded) -> Iterator[Problem]:
    """Quotations stay short."""
    for spot in sources(loaded):
        for number, quote in enumerate(spot.value.quotes):
            words = len(quote.split())
            if words > LONGEST_QUOTE:
                message = f"a quotation of {words} words; {LONGEST_QUOTE} are the most"
                yield spot.problem(("quotes", number), message, "keep the part that bears on the claim")


SOURCE_LINTS = (
    source_is_its_file,
    source_used,
    verified_was_read,
    source_can_be_found,
    identifiers_in_form,
    source_once,
    address_is_official,
    quote_is_short,
)
