"""The report as Markdown, to paste into a ticket: a table of the pages, worst first, then their findings.

In: a Report. Out: Markdown that shows the copy's words as they are: mark-up in them is escaped, and an @name or #number
in the copy notifies and links nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.model import Checked, Citation, Claim, Policy, Report
from factcheck.report import brief
from factcheck.report.brief import First, earlier, first_said
from factcheck.report.options import Format, Options
from factcheck.report.safe import clipped, clipped_left, marked, visible
from factcheck.report.words import (
    ADVICE,
    BALANCE,
    INSTEAD,
    MARKET,
    SIGN,
    STATUS,
    VERIFICATION,
    WORD,
    Cited,
    at,
    badness,
    base,
    carried,
    counted,
    counting,
    dated,
    flagged,
    gathered,
    idle,
    in_order,
    noted,
    position,
    reason,
    ruled,
    suppressed,
    tally,
    told,
)

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~$^])")
_FIRST = re.compile(r"^(\d*)([-+=.)])")
"""What makes a list or a heading when it opens a line."""
_CALLS = re.compile(r"@(?=\w)|#(?=\d)")
JOINER = "\u2060"
"""Seen by nobody; keeps @name from being a mention and #1 from being a reference."""


def render(report: Report, options: Options) -> str:
    """The whole report."""
    pages = sorted(report.documents, key=badness)
    lines = ["# Claims checked", "", f"{counted(len(pages), 'page')}: {', '.join(tally(pages))}.", ""]
    lines += [*_table(pages), *_unchecked(report), *_noted(pages)]
    left = options.max_findings
    for page in pages:
        wanted = in_order(counting(page.claims) if options.show == "all" else flagged(page.claims))
        shown = wanted if left is None else wanted[:left]
        left = None if left is None else left - len(shown)
        lines += _page(page, shown, len(wanted) - len(shown), options)
    return "\n".join([*lines, "---", "", f"{dated(report)} {ADVICE} ({plain(base(report))})"]) + "\n"


def plain(text: str) -> str:
    """Words from outside as Markdown that shows them as they are."""
    text = _MARKUP.sub(r"\\\1", visible(text)).replace("&", "&amp;").replace("\\<", "&lt;").replace("\\>", "&gt;")
    return _CALLS.sub(lambda found: found[0] + JOINER, _FIRST.sub(r"\1\\\2", text))


def _table(pages: list[Checked]) -> Iterator[str]:
    if not pages:
        return
    yield "| page | contradicted | unsupported | supported | not covered | lines without a recognised claim |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for page in pages:
        counts = (page.count("contradicted"), page.count("unsupported"), page.count("supported"))
        cells = " | ".join(f"{number:,}" for number in (*counts, page.count("not_covered"), page.skipped))
        yield f"| {plain(page.name)} | {cells} |"
    yield ""


def _unchecked(report: Report) -> Iterator[str]:
    if report.errors:
        yield "## Could not be checked"
        yield ""
        yield from (f"- {plain(error.name)}: {plain(error.message)}" for error in report.errors)
        yield ""


def _noted(pages: list[Checked]) -> Iterator[str]:
    """What was noted while reading; a page without findings has no other place for it."""
    if listed := [f"- {plain(name)}: *{plain(note)}*" for name, note in noted(pages)]:
        yield from ("## As read", "", *listed, "")


def _page(page: Checked, shown: list[Claim], hidden: int, options: Options) -> Iterator[str]:
    waived = list(_waived(page))
    if not shown and not hidden and not waived:
        return
    yield f"## {plain(page.name)}"
    yield ""
    first = first_said(shown, options)
    for claim in shown:
        yield from _finding(claim, page.text, options, first)
    if hidden:
        yield f"…and {hidden:,} more.\n"
    yield from ([*waived, ""] if waived else [])


def _waived(page: Checked) -> Iterator[str]:
    """Claims that notes in the copy take out, with the reasons given, and the notes that do nothing."""
    for claim in suppressed(page.claims):
        named = claim.assertion.id if claim.assertion else claim.reason
        said = f"**{plain(clipped(visible(claim.text).strip(), 200))}** (`{visible(named)}`)"
        yield f"- Suppressed, {plain(position(claim))}: {WORD[claim.label]} {said}: {plain(claim.suppressed or '')}"
    for note in idle(page):
        yield f"- Note in the copy, {plain(at(note.line, note.column, note.place))}: {plain(told(note))}"


def _finding(claim: Claim, text: str, options: Options, first: First) -> Iterator[str]:
    yield f"### {SIGN[claim.label]} {WORD[claim.label].capitalize()}, {plain(position(claim))}: {reason(claim)}"
    yield ""
    before, words, after = (visible(part) for part in marked(claim, text))
    strong = f"**{plain(clipped(words.strip(), 400))}**"
    yield f"> {plain(clipped_left(before, 160))}{strong}{plain(clipped(after, 160))}"
    yield ""
    if claim.explanation:
        where = earlier(brief.why(claim), claim, first)
        yield f"As at {plain(where)}.\n" if where else f"{plain(claim.explanation)}\n"
    facts = [f"- {fact}" for fact in _facts(claim, options, first)]
    yield from ([*facts, ""] if facts else [])


def _facts(claim: Claim, options: Options, first: First) -> Iterator[str]:
    yield from _evidence(claim, options, first)
    yield from (f"Taken over: {plain(carried(part))}" for part in claim.carried)
    yield from _rules(claim, options, first)
    if claim.instead:
        yield f"Instead: “{plain(claim.instead)}” ({INSTEAD})"
    if claim.possible:
        listed = ", ".join(f"`{visible(rival.id)}` {rival.score:.2f}" for rival in claim.possible)
        yield f"For review: {listed}"


def _evidence(claim: Claim, options: Options, first: First) -> Iterator[str]:
    """The assertion, what the evidence says of it, and the sources."""
    found = claim.assertion
    if found:
        yield f"{'Read as' if claim.agrees else 'Denies'}: “{plain(found.says)}” (`{visible(found.id)}`)"
        if where := earlier(brief.evidence(claim), claim, first):
            yield f"Evidence as at {plain(where)}"
            return
        strength = found.strength.replace("-", " ")
        yield f"Evidence {BALANCE[found.evidence_says]}; strength {strength}. {plain(found.because)}"
    cited = gathered(claim.citations)
    shown = cited if options.verbose else brief.chosen(claim)
    yield from (_in_full(one, claim) if options.verbose else _in_brief(one, claim, first) for one in shown)
    if len(shown) < len(cited) and found:
        yield f"And {counted(len(cited) - len(shown), 'more source')}: `factcheck explain {visible(found.id)}`"


def _rules(claim: Claim, options: Options, first: First) -> Iterator[str]:
    """What rules say of making the claim; those that stand above in one line."""
    again: list[Policy] = []
    for policy, text in ruled(claim, options.markets):
        if earlier(policy, claim, first):
            again.append(policy)
            continue
        named = _source(text) if text else f"`{visible(policy.source)}`"
        if text and (where := earlier(brief.source(policy.source), claim, first)):
            named = plain(brief.hint(text.citation, where))
        yield f"Rules, {MARKET[policy.market]}: {STATUS[policy.status]}. {plain(policy.note)} {named}"
    if again:
        yield f"Rules as above, {'; '.join(brief.repeated(again))}"


def _in_brief(cited: Cited, claim: Claim, first: First) -> str:
    """A source with the one thing of it that matters most."""
    citation = cited.citation
    where = earlier(brief.source(citation.source), claim, first)
    shorter = replace(citation, citation=brief.shortened(citation.citation))
    quote, note = brief.gist(cited, claim)
    parts = [plain(brief.hint(citation.citation, where)) if where else _source(shorter)]
    parts += [f"“{plain(quote)}”"] if quote else [plain(note)] if note else []
    parts += [] if where else _doubt(citation)
    return f"{brief.side(cited, claim).capitalize()}: {' '.join(parts)}"


def _in_full(cited: Cited, claim: Claim) -> str:
    parts = [_source(cited.citation), *(f"“{plain(quote)}”" for quote in cited.quotes), *map(plain, cited.notes)]
    return f"{brief.side(cited, claim).capitalize()}: {' '.join([*parts, *_doubt(cited.citation)])}"


def _doubt(citation: Citation) -> list[str]:
    if citation.verification == "verified":
        return []
    return [f"({citation.verification}: {VERIFICATION[citation.verification]})"]


def _source(citation: Citation) -> str:
    """The citation with its address, as a link if it is one of the web."""
    url = citation.url
    if not url:
        return plain(citation.citation)
    return f"{plain(citation.citation)} " + (f"<{url}>" if re.fullmatch(r"https?://[^\s<>]+", url) else plain(url))


FORMAT = Format(name="markdown", extension="md", render=render)
