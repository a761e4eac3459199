"""A document's own text as HTML, each claim marked where it stands.

In: a `Checked` with its text. Out: one paragraph per line, claims as links to their findings; line numbers beside it
where the lines are those of the source. A file of its own because cutting text at claims and lines at once is the one
piece of the page that has to be exact to the character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from factcheck.model import Checked, Claim
from factcheck.report.safe import inert, visible
from factcheck.report.words import WORD, in_order

CHUNK = 100
"""Lines that a browser lays out together, only once they are scrolled into view."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    number: int
    claim: Claim


def shown(text: str) -> str:
    """Words from outside as HTML, their white space kept."""
    return escape(inert(text.replace("\r", "")), quote=True)


def folded(text: str) -> str:
    """Words from outside as HTML in one line."""
    return escape(visible(text), quote=True)


def finding_id(document: int, number: int) -> str:
    """The anchor of a document's n-th claim, both from 1."""
    return f"c{document}-{number}"


def copy(document: Checked, number: int) -> str:
    """The text with its claims, or nothing where the text is not there."""
    if not document.text:
        return ""
    lines = list(_lines(document, number))
    while len(lines) > 1 and lines[-1].endswith('"></p>\n'):
        lines.pop()
    chunks = ("".join(lines[at : at + CHUNK]) for at in range(0, len(lines), CHUNK))
    kind = "copy numbered" if _has_source_lines(document) else "copy"
    return f'<div class="{kind}">' + "".join(f'<div class="lines">\n{chunk}</div>' for chunk in chunks) + "</div>"


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]


def _has_source_lines(document: Checked) -> bool:
    """Whether the lines of the text are those that the claims are said to stand on."""
    starts = _line_starts(document.text)
    return all(claim.place is None and bisect_right(starts, claim.start) == claim.line for claim in document.claims)


def _spans(document: Checked) -> list[_Span]:
    """The claims' stretches of text, cut so that none overlaps the one before."""
    spans, free = [], 0
    for number, claim in enumerate(in_order(document.claims), 1):
        start, end = max(claim.start, free), min(claim.end, len(document.text))
        if start < end:
            spans.append(_Span(start, end, number, claim))
            free = end
    return spans


def _lines(document: Checked, number: int) -> Iterator[str]:
    spans, first = _spans(document), 0
    for row, (start, line) in enumerate(zip(_line_starts(document.text), document.text.split("\n"), strict=True), 1):
        end = start + len(line)
        last = first
        while last < len(spans) and spans[last].start < end:
            last += 1
        yield f'<p data-n="{row}">{_marked(document.text, start, end, spans[first:last], number)}</p>\n'
        first = last - 1 if last > first and spans[last - 1].end > end else last


def _marked(text: str, start: int, end: int, spans: list[_Span], document: int) -> str:
    """One line with the stretches of claims that fall into it."""
    parts, at = [], start
    for span in spans:
        begin, stop = max(span.start, start), min(span.end, end)
        parts += [shown(text[at:begin]), _mark(shown(text[begin:stop]), span, document, begin == span.start)]
        at = stop
    return "".join([*parts, shown(text[at:end])])


def _mark(words: str, span: _Span, document: int, first: bool) -> str:
    """A claim's words as a link to its finding; only its first piece is a stop for the keyboard."""
    identity, label = finding_id(document, span.number), span.claim.label
    waived = "" if span.claim.suppressed is None else " waived"
    common = f'class="m {label}{waived}" href="#{identity}" data-c="{identity}" data-label="{label}"'
    if not first:
        return f'<a {common} tabindex="-1">{words}</a>'
    told = f'<span class="vh"> ({WORD[label]}{", suppressed" if waived else ""})</span>'
    return f'<a {common} id="m{identity[1:]}" data-n="{span.number}">{words}{told}</a>'
