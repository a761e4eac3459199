"""The report for a person at a terminal: calm, grouped by document, nothing told by colour alone.

In: a Report. Out: lines that fit the width (running text at most 110 columns). What a source shows is said of the
claim, not of the assertion it was matched with.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Checked, Claim, Report
from factcheck.report.brief import First, first_said
from factcheck.report.options import Format, Options
from factcheck.report.safe import clipped, clipped_left, marked, visible
from factcheck.report.terminal import hung, painted, rule, width
from factcheck.report.text_fields import fields
from factcheck.report.words import (
    ADVICE,
    LABELS,
    SIGN,
    WORD,
    at,
    badness,
    base,
    counted,
    counting,
    dated,
    flagged,
    idle,
    in_order,
    position,
    reason,
    suppressed,
    tally,
    told,
)

WIDEST = 110
MARGIN = 2
HEAD = 18
KEYS = 15
"""Columns at which the place and the text of a field begin."""
PAGES = 20
"""Pages in the table at the end before the rest is only counted."""
LISTED = 10
"""Claims not covered that are listed before the rest is only counted."""


def render(report: Report, options: Options) -> str:
    """The whole report."""
    lines: list[str] = []
    room = options.max_findings
    for document in report.documents:
        lines += [*_document(document, options, room), ""]
        room = None if room is None else max(room - len(flagged(document.claims)), 0)
    return "\n".join([*lines, *_ending(report, options)]) + "\n"


def _columns(options: Options) -> int:
    return max(40, min(options.width, WIDEST))


# ------------------------------------------------------------------ a document


def _document(document: Checked, options: Options, room: int | None) -> Iterator[str]:
    columns = _columns(options)
    yield rule(visible(document.name), columns, options.colour)
    for note in document.notes:
        yield from hung("", painted(visible(note), "dim", options.colour), MARGIN, columns)
    yield ""
    wanted = in_order(flagged(document.claims))
    beyond = [] if room is None else wanted[room:]
    held_back = set(map(id, beyond))
    judged = [c for c in in_order(counting(document.claims)) if c.label != "not_covered" and id(c) not in held_back]
    first = first_said((claim for claim in judged if not _is_brief(claim, options)), options)
    brief = False
    for claim in judged:
        was, brief = brief, _is_brief(claim, options)
        if was and not brief:
            yield ""
        yield from _in_one_line(claim, options) if brief else _in_full(claim, document.text, options, first)
    if brief:
        yield ""
    if beyond:
        yield from hung("", f"and {counted(len(beyond), 'more finding')} (--max-findings)", MARGIN, columns)
        yield ""
    yield from _not_covered(document, options)
    yield from _waived(document, options)
    yield from hung("", " · ".join(tally([document])), MARGIN, columns)


def _is_brief(claim: Claim, options: Options) -> bool:
    """Whether a line is enough: supported claims, when only the flagged ones are wanted in full."""
    return claim.label == "supported" and options.show == "flagged"


def _head(claim: Claim, said: str, options: Options) -> list[str]:
    """Label, place and a few words, the words hung beside the label."""
    label = painted(f"{SIGN[claim.label]} {WORD[claim.label].upper()}", claim.label, options.colour)
    return hung(" " * MARGIN + label, f"{visible(position(claim))} · {said}", HEAD, _columns(options))


def _in_one_line(claim: Claim, options: Options) -> list[str]:
    """A claim that wants nobody's eye."""
    matched = f" {painted(_matched(claim), 'dim', options.colour)}" if claim.assertion else ""
    return _head(claim, f"{clipped(visible(claim.text), 200)}{matched}", options)


def _matched(claim: Claim) -> str:
    """The assertion by its id, and in words where the claim says it the other way round or not quite so."""
    found = claim.assertion
    if found is None or (claim.agrees and claim.match is not None and claim.match.level == "exact"):
        return f"[{found.id}]" if found is not None else ""
    return f"{'read as' if claim.agrees else 'denies'} “{visible(found.says)}” [{found.id}]"


def _in_full(claim: Claim, text: str, options: Options, first: First) -> Iterator[str]:
    yield from _head(claim, painted(reason(claim), "dim", options.colour), options)
    yield from hung("", _sentence(claim, text, options), MARGIN + 2, _columns(options))
    yield ""
    for key, said in fields(claim, options, first):
        lead = " " * (MARGIN + 2) + painted(key, "dim", options.colour)
        yield from hung(lead, said, KEYS, _columns(options))
    yield ""


def _sentence(claim: Claim, text: str, options: Options) -> str:
    """The sentence with the claim's words marked: underlined in colour, else between «»."""
    before, words, after = (visible(part) for part in marked(claim, text))
    words = clipped(words.strip(), 400)
    words = painted(words, "mark", True) if options.colour else f"«{words}»"
    return f"{clipped_left(before, 160)}{words}{clipped(after, 160)}"


# ------------------------------------------------------------------ what has no verdict, and the end


def _not_covered(document: Checked, options: Options) -> Iterator[str]:
    claims = [claim for claim in in_order(counting(document.claims)) if claim.label == "not_covered"]
    if not claims:
        return
    shown = claims if options.show == "all" else claims[:LISTED]
    label = painted(f"{SIGN['not_covered']} NOT COVERED", "not_covered", options.colour)
    about = painted("the evidence base does not speak about these", "dim", options.colour)
    yield from hung(" " * MARGIN + label, about, HEAD, _columns(options))
    for claim in shown:
        near = claim.possible if options.verbose else ()
        may_be = ", ".join(f"{visible(rival.id)} {rival.score:.2f}" for rival in near)
        said = clipped(visible(claim.text), 200) + (f" [for review: {may_be}]" if may_be else "")
        yield from hung(" " * (MARGIN + 2) + visible(position(claim)), said, KEYS, _columns(options))
    if len(shown) < len(claims):
        yield f"{' ' * (MARGIN + 2)}and {len(claims) - len(shown):,} more (--show all)"
    yield ""


def _waived(document: Checked, options: Options) -> Iterator[str]:
    """Claims that notes in the copy take out, with the reasons given, and the notes that do nothing."""
    columns, claims, notes = _columns(options), suppressed(document.claims), idle(document)
    if claims:
        label = painted("- SUPPRESSED", "not_covered", options.colour)
        about = painted("notes in the copy take these out", "dim", options.colour)
        yield from hung(" " * MARGIN + label, about, HEAD, columns)
    for claim in claims:
        named = f"{WORD[claim.label]} [{visible(claim.assertion.id if claim.assertion else claim.reason)}]"
        said = f"{clipped(visible(claim.text), 200)} · {named} · {visible(claim.suppressed or '')}"
        yield from hung(" " * (MARGIN + 2) + visible(position(claim)), said, KEYS, columns)
    if claims:
        yield ""
    for note in notes:
        lead = " " * MARGIN + painted("! NOTE", "bold", options.colour)
        yield from hung(lead, f"{visible(at(note.line, note.column, note.place))} · {told(note)}", HEAD, columns)
    if notes:
        yield ""


def _ending(report: Report, options: Options) -> Iterator[str]:
    columns = _columns(options)
    if report.errors:
        yield rule("could not be checked", columns, options.colour)
        for error in report.errors:
            yield from hung("", f"{visible(error.name)}: {visible(error.message)}", MARGIN, columns)
        yield ""
    if len(report.documents) > 1:
        yield from _table(report, options)
    if len(report.documents) != 1:
        yield from hung(
            "", f"{counted(len(report.documents), 'document')}: {' · '.join(tally(report.documents))}", 0, columns
        )
    yield from hung("", painted(visible(base(report)), "dim", options.colour), 0, columns)
    yield from hung("", f"{dated(report)} {ADVICE}", 0, columns)


def _table(report: Report, options: Options) -> Iterator[str]:
    """The pages that want somebody's eye, the worst first; at the end, where a long report leaves its reader."""
    pages = [page for page in sorted(report.documents, key=badness) if flagged(page.claims)]
    if not pages:
        return
    yield rule("worst first", _columns(options), options.colour)
    rows = [([f"{page.count(label):,}" for label in LABELS], visible(page.name)) for page in pages[:PAGES]]
    wide = max(4, *(len(count) + 2 for counts, _name in rows for count in counts))
    signs = [painted(SIGN[label], label, options.colour) for label in LABELS]
    rest: list[tuple[list[str], str]] = [([], f"and {len(pages) - PAGES:,} more")] if len(pages) > PAGES else []
    for cells, name in [(signs, ""), *rows, *rest]:
        counts = "".join(" " * (wide - width(cell)) + cell for cell in cells)
        yield from hung(counts, name, wide * len(LABELS) + 2, _columns(options))
    yield ""


FORMAT = Format(name="text", extension="txt", render=render)
