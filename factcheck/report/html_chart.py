"""The bar at the head of the HTML report: how the claims divide, told by pattern as well as by colour.

In: a Report. Out: one inline SVG with its words for those who do not see it. A file of its own because drawing has its
own arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Label, Report
from factcheck.report.words import LABELS, WORD

HIGH = 26
GAP = 0.4
"""Between two bars; it and the widths are per cent, so that the patterns keep their size on any screen."""
LEAST = 1.0
"""Width of the smallest share, so that one claim among thousands is still seen."""

PATTERNS = (
    '<defs><pattern id="stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="stripe" d="M0 0V8"/></pattern>'
    '<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<circle class="dot" cx="4" cy="4" r="1.4"/></pattern></defs>'
)
FILL: dict[Label, str] = {"contradicted": "url(#stripes)", "unsupported": "url(#dots)"}


def chart(report: Report) -> str:
    """The shares of the labels as a bar; nothing where there is no claim."""
    counts = {label: sum(document.count(label) for document in report.documents) for label in LABELS}
    if not sum(counts.values()):
        return ""
    told = ", ".join(f"{count:,} {WORD[label]}" for label, count in counts.items())
    bars = "".join(_bar(label, counts[label], at, wide) for label, at, wide in _shares(counts))
    return f'<svg class="chart" role="img" aria-label="{told}">{PATTERNS}{bars}</svg>'


def _shares(counts: dict[Label, int]) -> Iterator[tuple[Label, float, float]]:
    """Each label that occurs, with where its bar begins and how wide it is."""
    present = [label for label in LABELS if counts[label]]
    room = 100 - GAP * (len(present) - 1) - LEAST * len(present)
    total, at = sum(counts.values()), 0.0
    for label in present:
        wide = LEAST + room * counts[label] / total
        yield label, at, wide
        at += wide + GAP


def _bar(label: Label, count: int, at: float, wide: float) -> str:
    place = f'x="{at:.2f}%" y="0" width="{wide:.2f}%" height="{HIGH}" rx="5"'
    over = f'<rect {place} fill="{FILL[label]}"/>' if label in FILL else ""
    return f'<g class="{label}"><title>{count:,} {WORD[label]}</title><rect class="seg {label}" {place}/>{over}</g>'
