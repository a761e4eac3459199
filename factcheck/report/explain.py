"""What stands behind a name: an assertion with its evidence, a source with its limits, a reason, a label, a concept.

In: a value of the evidence base. Out: text for a terminal. A file of its own because it reports on the base, not on a
page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.report.terminal import hung, painted
from factcheck.report.words import MARKET, MEANING, STATUS, WORD

if TYPE_CHECKING:
    from factcheck.model import Assertion, ClaimsDB, Concept, Evidence, Label, Source

LISTED = 24
"""Names shown of a long list."""
CLOSING = "Evidence, not legal or medical advice."


def _indented(text: str, width: int, indent: int) -> list[str]:
    """The text in lines, all of them indented."""
    return hung("", text, indent + (len(text) - len(text.lstrip(" "))), min(width, 100))


def about_assertion(assertion: Assertion, db: ClaimsDB, *, width: int = 80, colour: bool = False) -> str:
    """The assertion, what the evidence says of it, and a row per source."""
    lines = [painted(assertion.id, "bold", colour), *_indented(assertion.says, width, 2)]
    if assertion.withdrawn:
        lines += _indented(f"Withdrawn: {assertion.withdrawn}", width, 2)
    lines += ["", f"Evidence says: {assertion.evidence_says} ({assertion.strength} strength)"]
    lines += _indented(assertion.because, width, 2)
    lines += [line for part in _bounds(assertion) for line in _indented(part, width, 2)]
    if assertion.explains:
        lines += ["", *_indented(assertion.explains, width, 0)]
    lines += ["", "Evidence:"]
    sources = {source.id: source for source in db.sources}
    for evidence in assertion.evidence:
        lines += [line for part in _evidence(evidence, sources[evidence.source]) for line in _indented(part, width, 2)]
    if assertion.policy:
        lines += ["", "What rules say of making the claim:"]
        for policy in assertion.policy:
            lines += _indented(f"{MARKET[policy.market]}: {STATUS[policy.status]}. {policy.note}", width, 2)
            lines += [line for part in _printed(sources[policy.source]) for line in _indented(part, width, 4)]
    if assertion.instead:
        lines += ["", *_indented(f'Wording that the evidence carries: "{assertion.instead}"', width, 0)]
    lines += ["", "Also worded:", *(line for text in assertion.also for line in _indented(f"- {text}", width, 2))]
    return "\n".join([*lines, "", CLOSING, ""])


def _bounds(assertion: Assertion) -> Iterator[str]:
    within = assertion.within
    if within.setting:
        yield f"Holds for: {', '.join(within.setting)}"
    for name, value in (("Dose", within.dose), ("Time", within.time), ("In", within.population)):
        if value:
            yield f"{name}: {value}"
    if assertion.as_of:
        yield f"As of {assertion.as_of}" + (f", due for review in {assertion.review_by}" if assertion.review_by else "")


def _evidence(evidence: Evidence, source: Source) -> Iterator[str]:
    design = f", n = {source.study.n}" if source.study and source.study.n else ""
    setting = f", {', '.join(source.study.setting)}" if source.study and source.study.setting else ""
    yield f"{evidence.shows}: {source.id} ({source.kind}{design}{setting}; {source.verification}, read: {source.read})"
    yield from (f"  {part}" for part in _printed(source))
    if evidence.quote:
        yield f"  “{evidence.quote}”"
    if evidence.note:
        yield f"  {evidence.note}"


def _printed(source: Source) -> Iterator[str]:
    """The source as it is cited, and where it is found."""
    yield source.reference
    if source.link:
        yield source.link


def about_source(source: Source, db: ClaimsDB, *, width: int = 80, colour: bool = False) -> str:
    """A source: what it is, how it was read, its limits, and what rests on it."""
    lines = [painted(source.id, "bold", colour), *_indented(source.reference, width, 2)]
    lines += [f"  {source.link}"] if source.link else []
    lines += ["", f"{source.kind}; {source.verification}; read: {source.read}"]
    for part in _limits(source):
        lines += _indented(part, width, 0)
    if source.article:
        lines += ["", f"Number {source.article.number} of the article's sources:"]
        lines += _indented(f"Cited there as: {source.article.cited_as}", width, 2)
        lines += _indented(f"The article says: {source.article.says}", width, 2)
        lines += _indented(f"The record: {source.article.record}", width, 2)
    if source.quotes:
        lines += ["", "Checked quotations:", *(line for q in source.quotes for line in _indented(f'"{q}"', width, 2))]
    used = [a.id for a in db.assertions if any(e.source == source.id for e in a.evidence)]
    lines += ["", "Used by:", *(f"  {name}" for name in used)] if used else ["", "No assertion rests on it."]
    return "\n".join([*lines, "", CLOSING, ""])


def _limits(source: Source) -> Iterator[str]:
    study = source.study
    if source.retracted:
        yield f"RETRACTED: {source.retracted}"
    if study:
        size = f", n = {study.n}" if study.n else ""
        length = f", {study.weeks:g} weeks" if study.weeks else ""
        yield f"Design: {study.design}{size}{length}"
        for name, value in (
            ("Compared with", study.comparator),
            ("Blinding", study.blinding),
            ("Also given", study.co_interventions),
            ("Found", study.outcomes),
            ("Limits", study.limits),
        ):
            if value:
                yield f"{name}: {value}"
    if source.note:
        yield f"Note: {source.note}"
    if source.conflicts:
        yield f"Interests: {source.conflicts}"


def about_reason(name: str, means: str, *, width: int = 80, colour: bool = False) -> str:
    """A reason of the judge's table in words."""
    return "\n".join([painted(name, "bold", colour), *_indented(means, width, 2), ""])


def about_label(label: Label, *, width: int = 80, colour: bool = False) -> str:
    """A label in words."""
    lines = [painted(WORD[label], "bold", colour), *_indented(MEANING[label], width, 2)]
    return "\n".join([*lines, "", *_indented("The reasons behind a label: factcheck explain REASON", width, 2), ""])


def about_setting(name: str, concepts: Sequence[str], cues: Sequence[str], *, width: int = 80) -> str:
    """A setting: where it is written, and what in a text names it."""
    lines = [name, *_indented(f"A setting: written under `within`, as setting: [{name}].", width, 2)]
    lines += _listed("Named by the concepts", concepts, width)
    return "\n".join([*lines, *_listed("Named by the words", cues, width), ""])


def about_concept(
    concept: Concept,
    kinds: Sequence[str],
    users: Sequence[str],
    excluding: Sequence[str],
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """A concept of the lexicon: what it is, what names it, who asks for it."""
    lines = [f"{painted(concept.id, 'bold', colour)} ({concept.kind})"]
    lines += [line for part in _traits(concept) for line in _indented(part, width, 2)]
    for title, held in (
        ("A kind of", concept.isa),
        ("Kinds of it", kinds),
        ("Named by (forms)", concept.forms),
        ("Improved by saying (does)", concept.does),
        ("Made worse by saying (worsens)", concept.worsens),
        ("Asked for by wordings of", users),
        ("Another claim to (unless)", excluding),
    ):
        lines += _listed(title, held, width)
    return "\n".join([*lines, ""])


def _traits(concept: Concept) -> Iterator[str]:
    """What matching makes of a concept beside its wordings."""
    if concept.valence:
        yield f"valence {concept.valence}: more of it is {'wanted' if concept.valence == 'good' else 'not wanted'}"
    if concept.direction:
        yield f"direction {concept.direction}{', a complete effect' if concept.degree == 'full' else ''}"
    if concept.kind == "effect":
        yield "An effect: counts through the outcome that it acts on, and not by itself."
    if concept.kind == "mask":
        yield "A mask: hides the shorter wordings that stand in its own, and claims nothing."
    elif concept.generic:
        yield "Too general to be asked for: a wording that names nothing else takes over the subject of `says`."
    if concept.setting:
        yield f"Its mention sets the setting: {concept.setting}"


def _listed(title: str, held: Sequence[str], width: int) -> list[str]:
    """A titled list, cut where it grows long."""
    more = f" … and {len(held) - LISTED} more" if len(held) > LISTED else ""
    return _indented(f"{title}: {', '.join(held[:LISTED])}{more}", width, 2) if held else []
