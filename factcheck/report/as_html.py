"""The report as one self-contained page: the copy with its claims marked in place, and everything a verdict rests on.

In: a Report. Out: HTML that loads nothing. A strict content policy admits only the page's own style and script, by
their hash; without script it still reads and prints whole. `page.html`, `page.css` and `page.js` beside this file are
its parts.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from factcheck.model import Checked, Label, Report
from factcheck.report.html_chart import chart
from factcheck.report.html_copy import copy, finding_id, folded
from factcheck.report.html_finding import Body, body, evidence_section, finding
from factcheck.report.options import Format, Options
from factcheck.report.safe import visible
from factcheck.report.words import (
    ADVICE,
    LABELS,
    MEANING,
    SIGN,
    WORD,
    at,
    badness,
    base,
    counted,
    dated,
    idle,
    in_order,
    tally,
    told,
)

OPEN = 12
"""Up to so many documents the table of documents is open from the start."""


def render(report: Report, options: Options) -> str:
    """The whole report."""
    bodies = _bodies(report, options)
    style, script = _part("page.css"), _part("page.js")
    return Template(_part("page.html")).substitute(
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        title=f"{_heading(report)} – factcheck",
        heading=_heading(report),
        dated=escape(dated(report)),
        lede=_lede(report),
        chart=chart(report),
        legend=_legend(report),
        index=_index(report),
        errors=_errors(report),
        documents="\n".join(
            _document(d, n, bodies, _head(report, d), options) for n, d in enumerate(report.documents, 1)
        ),
        evidence=_appendix(bodies),
        meaning="\n".join(f'<dt class="{label}">{_named(label)}</dt><dd>{MEANING[label]}</dd>' for label in LABELS),
        ending=f"{escape(dated(report))} {folded(base(report))}. <b>{ADVICE}</b>",
    )


@cache
def _part(name: str) -> str:
    return files("factcheck.report").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


# ------------------------------------------------------------------ the head of the page


def _heading(report: Report) -> str:
    if len(report.documents) == 1:
        return folded(report.documents[0].name)
    return f"{counted(len(report.documents), 'document')} checked"


def _lede(report: Report) -> str:
    claims = sum(len(document.claims) for document in report.documents)
    *parts, nothing = tally(report.documents)
    if not claims:
        return f"No claim found; {nothing}."
    return f"{counted(claims, 'claim')}: {', '.join(parts)}; {nothing}."


def _named(label: Label) -> str:
    return f'<span aria-hidden="true">{SIGN[label]}</span> {WORD[label].capitalize()}'


def _legend(report: Report) -> str:
    """The labels with their counts; with script, switches that show and hide them."""
    return f'<ul class="legend" aria-label="Show or hide by label">{"".join(_switch(report, x) for x in LABELS)}</ul>'


def _switch(report: Report, label: Label) -> str:
    count = sum(document.count(label) for document in report.documents)
    parts = (
        f'<span class="sign" aria-hidden="true">{SIGN[label]}</span>'
        f'<span class="name">{WORD[label].capitalize()}</span> <b>{count:,}</b>'
    )
    button = f'<button type="button" disabled data-label="{label}" aria-pressed="true">{parts}</button>'
    return f'<li class="{label}">{button}</li>'


def _index(report: Report) -> str:
    """The table of documents, worst first."""
    if len(report.documents) < 2:
        return ""
    numbered = sorted(enumerate(report.documents, 1), key=lambda pair: badness(pair[1]))
    heads = "".join(f'<th scope="col" class="{label}">{_headed(label)}</th>' for label in LABELS)
    rows = "".join(_row(number, document) for number, document in numbered)
    opened = " open" if len(numbered) <= OPEN else ""
    return (
        f'<details class="index"{opened}><summary>Documents, worst first</summary><table><thead><tr>'
        f'<th scope="col">Document</th>{heads}<th scope="col">Nothing to check</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></details>"
    )


def _headed(label: Label) -> str:
    """A column's name, and the sign that takes its place where there is no room."""
    sign = f'<span class="short" aria-hidden="true">{SIGN[label]}</span>'
    return f'<span class="long">{WORD[label].capitalize()}</span>{sign}'


def _row(number: int, document: Checked) -> str:
    counts = [(label, document.count(label)) for label in LABELS]
    cells = "".join(f'<td class="{f"{label} some" if count else "zero"}">{count:,}</td>' for label, count in counts)
    name = f'<th scope="row"><a href="#d{number}">{folded(document.name)}</a></th>'
    return f'<tr>{name}{cells}<td class="zero">{document.skipped:,}</td></tr>\n'


def _errors(report: Report) -> str:
    if not report.errors:
        return ""
    rows = "".join(f"<li><b>{folded(error.name)}</b> {folded(error.message)}</li>" for error in report.errors)
    return f'<section class="errors"><h2>Could not be checked</h2><ul>{rows}</ul></section>'


# ------------------------------------------------------------------ its body


def _bodies(report: Report, options: Options) -> dict[Body, str]:
    """Each body of evidence that a claim rests on, with its anchor."""
    claims = (claim for document in report.documents for claim in in_order(document.claims))
    distinct = dict.fromkeys(found for claim in claims if (found := body(claim, options.markets)))
    return {found: f"e{number}" for number, found in enumerate(distinct, 1)}


def _head(report: Report, document: Checked) -> str:
    """A document's name and counts; those of an only one stand at the top of the page already."""
    name, notes = folded(document.name), [f"<span>({folded(note)})</span>" for note in document.notes]
    if len(report.documents) == 1:
        said = f'<p class="sub">{" ".join(notes)}</p>' if notes else ""
        return f'<h2 class="vh">{name}</h2>{said}'
    return f'<h2>{name}</h2><p class="sub">{" ".join([", ".join(tally([document])), *notes])}</p>'


def _document(document: Checked, number: int, bodies: dict[Body, str], head: str, options: Options) -> str:
    always = "" if document.text else " always"
    return (
        f'<section class="document" id="d{number}">{head}{_idle(document)}{copy(document, number)}'
        f'<div class="findings{always}"><h3>Findings</h3>\n'
        f"{''.join(_findings(document, number, bodies, options)) or '<p>No claim found.</p>'}</div></section>"
    )


def _idle(document: Checked) -> str:
    """Notes in the copy that do nothing."""
    said = ((visible(at(note.line, note.column, note.place)), told(note)) for note in idle(document))
    return "".join(f'<p class="sub">Note in the copy, {escape(where)}: {escape(words)}</p>' for where, words in said)


def _findings(document: Checked, number: int, bodies: dict[Body, str], options: Options) -> Iterator[str]:
    for place, claim in enumerate(in_order(document.claims), 1):
        rests_on = body(claim, options.markets)
        yield finding(claim, document.text, finding_id(number, place), place, bodies[rests_on] if rests_on else None)


def _appendix(bodies: dict[Body, str]) -> str:
    if not bodies:
        return ""
    sections = "".join(evidence_section(found, identity) for found, identity in bodies.items())
    heading = '<h2 id="behind">The evidence behind it</h2>'
    return f'<section class="appendix" aria-labelledby="behind">{heading}{sections}</section>'


FORMAT = Format(name="html", extension="html", render=render)
