"""What is left out of the findings: by a note in the copy, or by the ids that a run was asked for.

In: a Document, then its claims. Out: the Document without the notes (they are no copy), the claims with the reason why
one does not count, and what became of every note. A room of its own because the notes stand in the text while what
they mean depends on the verdicts: the engine asks it before it begins and when it is done.

    <!-- factcheck: ignore exosomes.crosses-intact-skin: quoted from a study -->
    factcheck: ignore exosomes.crosses-intact-skin: quoted from a study

A note beside copy speaks of the blocks on its line; one alone on its line speaks of the next block that holds a claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from factcheck.model import Block, Checked, Claim, Document, Suppression
from factcheck.read import locate

MARK, CLOSER = "factcheck:", "-->"
_COMMENT = re.compile(r"<!--\s*factcheck:(.*?)-->", re.DOTALL)
_LINE = re.compile(r"factcheck:[ \t]*(ignore\b[^\r\n]*)")
INDENT = 40
"""Columns up to which a note may be indented."""
HOW = "write: factcheck: ignore ID: reason"
NAMED = 3
"""Other claims at its place up to which an unused note names them."""
GUESSES = 100
"""Notes in one document up to which a misspelt id gets a suggestion; a guess takes milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it stands in the text."""

    start: int
    end: int
    body: str
    """What stands behind "factcheck:"."""


def identity(claim: Claim) -> str:
    """What a claim is called by: its assertion's id, or the reason where no assertion decided."""
    return claim.assertion.id if claim.assertion else claim.reason


# ------------------------------------------------------------------ notes in the copy


def set_apart(document: Document) -> tuple[Document, tuple[Note, ...]]:
    """The document with the notes taken out of its blocks, and the notes."""
    if MARK not in document.text:
        return document, ()
    notes = tuple(_notes(document))
    blocks = tuple(part for block in document.blocks for part in _without(block, notes, document.text))
    return replace(document, blocks=blocks), notes


def _notes(document: Document) -> Iterator[Note]:
    """Comments, and lines that begin with the mark, wherever the text was taken for copy: fenced code is not."""
    text, blocks, free = document.text, document.blocks, 0
    ends = [block.end for block in blocks]
    for found in sorted([*_comments(text), *_lines(document)], key=lambda note: (note.start, -note.end)):
        at = bisect_right(ends, found.start)
        if found.start >= free and at < len(blocks) and blocks[at].start < found.end:
            free = found.end
            yield found


def _comments(text: str) -> Iterator[Note]:
    # Nothing behind the last closing mark is searched: a text full of open comments would take for ever.
    for found in _COMMENT.finditer(text, 0, text.rfind(CLOSER) + len(CLOSER)):
        yield Note(start=found.start(), end=found.end(), body=found[1])


def _lines(document: Document) -> Iterator[Note]:
    """Notes that open a line, or a block: in "- factcheck: ignore …" the block begins behind the list's mark."""
    text, begun = document.text, {block.start for block in document.blocks}
    for found in _LINE.finditer(text):
        before = text[max(found.start() - INDENT, 0) : found.start()].rstrip(" \t")
        if found.start() in begun or before.endswith(("\n", "\r")) or (not before and found.start() < INDENT):
            yield Note(start=found.start(), end=found.end(), body=found[1])


def _without(block: Block, notes: Sequence[Note], text: str) -> Iterator[Block]:
    """What is left of a block, which may be two."""
    at = block.start
    for note in notes[bisect_right(notes, block.start, key=lambda note: note.end) :]:
        if note.start >= block.end:
            break
        yield from _trimmed(block, at, note.start, text)
        at = note.end
    yield from [block] if at == block.start else _trimmed(block, at, block.end, text)


def _trimmed(block: Block, start: int, end: int, text: str) -> Iterator[Block]:
    """A part of a block without the white space around it, if there are words in it."""
    own = text[start:end]
    if any(map(str.isalnum, own)):
        start += len(own) - len(own.lstrip())
        yield replace(block, start=start, end=start + len(own.strip()))


# ------------------------------------------------------------------ what they do


def waived(
    claims: Sequence[Claim], notes: Sequence[Note], document: Document, known: Collection[str]
) -> tuple[tuple[Claim, ...], tuple[Suppression, ...]]:
    """The claims, those that a note names marked with its reason, and the notes with what became of them."""
    told: list[Suppression] = []
    reasons: dict[int, str] = {}
    where = _Where(document, claims)
    for note in notes:
        near = where.near(note) if notes else ()
        for suppression in _read(note, document, known, guess=len(notes) <= GUESSES):
            hit = [at for at in near if identity(claims[at]) == suppression.id and claims[at].label != "supported"]
            told.append(_settled(suppression, [identity(claims[at]) for at in near], bool(hit)))
            if told[-1].state == "used":
                reasons.update({at: suppression.reason for at in hit if at not in reasons})
    marked = (replace(claim, suppressed=reasons[at]) if at in reasons else claim for at, claim in enumerate(claims))
    return tuple(marked), tuple(told)


def without_waivers(checked: Checked) -> Checked:
    """The document as if the notes in its copy had no effect."""
    if not checked.suppressions:
        return checked
    claims = tuple(claim if claim.suppressed is None else replace(claim, suppressed=None) for claim in checked.claims)
    return replace(checked, claims=claims, suppressions=())


class _Where:
    """Which claims a note speaks of, by where both stand."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self.document = document
        self.begins = [block.start for block in document.blocks]
        self.order = sorted(range(len(claims)), key=lambda at: claims[at].start)
        self.starts = [claims[at].start for at in self.order]

    def near(self, note: Note) -> list[int]:
        """The claims in reach, as places in the list of claims."""
        spans = [(block.start, block.end) for block in self._beside(note) or self._following(note)]
        return [at for span in spans for at in self.order[slice(*(bisect_left(self.starts, end) for end in span))]]

    def _beside(self, note: Note) -> list[Block]:
        """The blocks before and after the note on its own lines."""
        blocks, at = self.document.blocks, bisect_right(self.begins, note.start)
        before = [each for each in blocks[max(at - 1, 0) : at] if self._line(each.end - 1) == self._line(note.start)]
        after = [each for each in blocks[at : at + 1] if self._line(each.start) == self._line(note.end - 1)]
        return before + after

    def _following(self, note: Note) -> Sequence[Block]:
        """The next block that holds a claim."""
        claim = bisect_left(self.starts, note.end)
        if claim == len(self.starts):
            return ()
        at = bisect_right(self.begins, self.starts[claim])
        return self.document.blocks[max(at - 1, 0) : at]

    def _line(self, offset: int) -> int:
        return locate(self.document, offset)[0]


def _read(note: Note, document: Document, known: Collection[str], *, guess: bool) -> Iterator[Suppression]:
    """The ids and the reason that a note gives; without them it is invalid."""
    line, column, place = locate(document, note.start)
    blank = Suppression(id="", reason="", line=line, column=column, place=place, state="invalid")
    word, *rest = note.body.split(None, 1) or [""]
    if word.rstrip(":") != "ignore":
        yield replace(blank, message=f"only “ignore” is known; {HOW}")
        return
    head, _, reason = rest[0].partition(":") if rest and word == "ignore" else ("", "", "")
    names = [part.split() for part in head.split(",") if part.strip()]
    if not names:
        yield replace(blank, message=f"names no assertion; {HOW}")
    said = " ".join(reason.split()) if all(len(words) == 1 for words in names) else ""
    for words in names:
        wrong = _wrong(words[0], said, known, guess=guess)
        yield replace(blank, id=words[0], reason=said, message=wrong, state="invalid" if wrong else "unused")


def _wrong(name: str, reason: str, known: Collection[str], *, guess: bool) -> str:
    """Why a note can have no effect; empty if it can."""
    if name not in known:
        near = get_close_matches(name[:100], sorted(known), n=1, cutoff=0.6) if guess else ()
        return "no assertion has this id" + (f"; did you mean {near[0]}?" if near else "")
    return "" if reason else f"gives no reason; {HOW}"


def _settled(suppression: Suppression, near: Sequence[str], hit: bool) -> Suppression:
    """A valid note is used if a claim that it names stands there and needs it."""
    if suppression.state == "invalid":
        return suppression
    if hit:
        return replace(suppression, state="used")
    if suppression.id in near:
        return replace(suppression, message="the claim is supported now")
    others = f", only {', '.join(dict.fromkeys(near))}" if 0 < len(set(near)) <= NAMED else ""
    return replace(suppression, message=f"no such claim stands here{others}")


# ------------------------------------------------------------------ ids that a run was asked for


def chosen(checked: Checked, select: Sequence[str], ignore: Sequence[str]) -> Checked:
    """The document with only the claims whose id is selected and not ignored; the longer selector wins."""
    if not select and not ignore:
        return checked
    return replace(checked, claims=tuple(c for c in checked.claims if is_chosen(identity(c), select, ignore)))


def unmatched(selectors: Sequence[str], known: Collection[str]) -> list[str]:
    """Selectors that fit no id at all: most likely misspelt."""
    return [selector for selector in selectors if not any(name.startswith(selector) for name in known)]


def is_chosen(name: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether an id is selected and not ignored."""
    wanted = max((len(each) for each in select if name.startswith(each)), default=-2 if select else 0)
    refused = max((len(each) for each in ignore if name.startswith(each)), default=-1)
    return wanted > refused
