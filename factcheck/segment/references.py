"""Titles of other texts: entries of a list of references, and links to related pages.

In go a document's blocks, out come those that only name what somebody else wrote. A room of its own because a study's
title is worded as a claim ("Exosomes reduce wrinkles: a pilot study") and is none of the page's: an author's finding
must not be held against whoever cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Block

_LISTS = frozenset(
    """references|reference list|reference|selected references|key references|scientific references|citations|
    clinical references|bibliography|sources|works cited|literature|literature cited|studies cited|
    scientific literature|publications|selected publications""".replace("\n    ", "").split("|")
)
"""What opens a list of references."""
_LINKS = frozenset(
    """further reading|recommended reading|related reading|related articles|related posts|related pages|
    related blogs|related topics|recent posts|recent articles|latest posts|latest articles|more articles|
    more from the blog|you may also like to read|you might also like to read|read next|keep reading|
    popular posts|from the blog|from our blog""".replace("\n    ", "").split("|")
)
"""What opens a list of links to other pages."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = r"(?!(?:The|An?|In|On|Our|Your|Vitamin)\b)[A-Z][\w'’-]+,? (?:[A-Z]\.?[- ]?){0,2}[A-Z]\b\.?[- ]?"
_FIRST = rf"^\W*(?:\d{{1,3}}[.)\]]?\s*)?{_NAME}"
_AUTHORS = re.compile(rf"{_FIRST}[,;]? ?(?:{_NAME}|and\b|&|et al|\(\d)")
"""A name with initials, and behind it another, "et al" or the year."""
_AUTHOR = re.compile(rf"{_FIRST}\.? ?[A-Z]")
"""A name with initials, and behind it what may be the title."""
_PLACE = re.compile(
    r"\bdoi\b|\bpmi?c?d\b|https?://|\bet al\b|\d\s*\(\d+\)\s*[:,]|[;:]\s*\d+|\bvol\b|\bpp?\.\s*\d", re.IGNORECASE
)
"""Where a text was published: a number or an address of it, a volume, pages."""
_DESIGN = re.compile(
    r"\brandomi[sz]ed\b|\bdouble[- ]blind|\bsplit-(?:face|scalp)|\b(?:pilot|cohort|clinical|in vitro|in vivo|case) "
    r"(?:study|trial|series|report)|\b(?:a|the) (?:study|trial|review)\b|\bsystematic review|\bmeta-analysis",
    re.IGNORECASE,
)
LONGEST_ENTRY = 400
"""Characters; an entry of references is hardly longer."""
LONGEST_LINK = 120
"""Characters; a link to another page is hardly longer."""
LINKS = 12
"""Links below one opening line; a longer row is copy that goes on."""


def entries(blocks: Sequence[Block], text: str) -> set[int]:
    """Starts (character offsets) of the blocks that only name another text."""
    return set(_entries(blocks, text))


def _entries(blocks: Sequence[Block], text: str) -> Iterator[int]:
    listed, links, line_before = False, 0, 0
    for block in blocks:
        own = text[block.start : block.end].strip()
        opening = _bare(own)
        if opening in _LISTS or opening in _LINKS:
            listed, links, line_before = opening in _LISTS, LINKS * (opening in _LINKS), block.end
            continue
        if is_reference(own) or (listed and _names_study(own)):
            yield block.start
        elif links and _is_link(block, own) and _adjoins(text, line_before, block):
            links -= 1
            yield block.start
        else:
            listed, links = listed and block.kind == "item", 0
        line_before = block.end


def is_reference(own: str) -> bool:
    """Whether a block begins with authors and gives a year, as an entry of references does."""
    if len(own) > LONGEST_ENTRY or not _YEAR.search(own):
        return False
    return bool(_AUTHORS.match(own) or (_AUTHOR.match(own) and _PLACE.search(own)))


def _names_study(own: str) -> bool:
    """Whether what stands in a list of references is a title: a year, a place or a design, and one sentence of it."""
    return bool(_YEAR.search(own) or _PLACE.search(own) or _DESIGN.search(own))


def _is_link(block: Block, own: str) -> bool:
    """Whether a block reads as a title: an item or a line that no full stop ends."""
    return block.kind in {"item", "line", "heading"} and len(own) <= LONGEST_LINK and own[-1:] not in ".:"


def _adjoins(text: str, before: int, block: Block) -> bool:
    """Whether no empty line stands between a link and the one before it, or the line that opens them."""
    return block.kind == "item" or text.count("\n", before, block.start) <= 1


def _bare(own: str) -> str:
    """A line's words without signs beside them: "**References:**"."""
    return " ".join(re.findall(r"[a-z]+", own.casefold())) if len(own) <= LONGEST_LINK else ""
