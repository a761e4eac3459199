"""Faults of form that YAML itself lets pass: doubled keys, tags and aliases, sentences without quotes.

Comes in: a `Page`. Goes out: problems. A file of its own because these are rules of this base and not of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.db.nodes import List, Map, Node, Page, Scalar
from factcheck.db.problems import Problem
from factcheck.model import MOST_SPELLINGS, spellings

WORDS_WITHOUT_QUOTES = 3
WORDINGS = "lexicon"
"""The folder whose texts are no sentences: commas cut them, quotes round each of them would only be noise."""
CURLY = tuple("“”„«‘’‚")
"""Quotation marks that YAML takes for letters."""

ODD = {
    "*": ("an alias (*name) is not allowed here", "write the value out, or put the text in double quotes"),
    "&": ("an anchor (&name) is not allowed here", "leave it out, or put the text in double quotes"),
    "!": ("a tag (!name) is not allowed here", "leave it out, or put the text in double quotes"),
}


def form_faults(page: Page) -> Iterator[Problem]:
    """What is wrong with the form of a file that could be read."""
    if page.root:
        yield from _faults(page, page.root)


def _faults(page: Page, node: Node) -> Iterator[Problem]:
    """What is wrong with the form of a node and of everything below it."""
    if node.odd:
        yield page.at(node.line, node.column, *ODD[node.odd])
    if isinstance(node, Scalar):
        yield from _scalar_faults(page, node)
    elif isinstance(node, List):
        for item in node.items:
            yield from _faults(page, item)
    else:
        yield from _doubles(page, node)
        for key, value in node.pairs:
            yield from (*_faults(page, key), *_faults(page, value))


def _scalar_faults(page: Page, scalar: Scalar) -> Iterator[Problem]:
    """An unquoted sentence, a value that a comment may have cut, an empty pair of quotes."""
    words = len(scalar.text.split())
    if not scalar.quoted and scalar.text[:1] in CURLY:
        hint = 'a word processor has bent them; write straight ones: "…"'
        yield page.at(scalar.line, scalar.column, "curly quotation marks are no quotes here", hint)
    elif not scalar.quoted and words > WORDS_WITHOUT_QUOTES and not _lists_wordings(page):
        yield page.at(scalar.line, scalar.column, "a sentence without quotes", 'put it in double quotes: "…"')
    elif scalar.comment and words > 1:
        hint = 'put the text in double quotes; what follows " #" is a comment and is not read'
        yield page.at(scalar.line, scalar.column, 'text without quotes, cut at " #"', hint)
    elif (many := spellings(scalar.text)) > MOST_SPELLINGS and _lists_wordings(page):
        hint = 'take out rare choices, make two wordings of it, or let "…" stand for the words of a choice'
        yield page.at(scalar.line, scalar.column, f"{many} wordings in one; {MOST_SPELLINGS} are the most", hint)
    elif scalar.quoted and not words:
        yield page.at(scalar.line, scalar.column, "an empty text", "fill it in, or leave the key out")


def _lists_wordings(page: Page) -> bool:
    """Whether it is a file of the lexicon, wherever the command is run."""
    return Path(page.file).absolute().parent.name == WORDINGS


def _doubles(page: Page, node: Map) -> Iterator[Problem]:
    """Keys given twice, and keys that are no plain words."""
    first: dict[str, int] = {}
    for key, _ in node.pairs:
        if not isinstance(key, Scalar):
            yield page.at(key.line, key.column, "a key must be one plain word", "check brackets and braces")
        elif key.text in first:
            hint = f"it stands on line {first[key.text]} already; only one of them can hold"
            yield page.at(key.line, key.column, f"the key {key.text!r} is given twice", hint)
        else:
            first[key.text] = key.line
