"""The marks of one line: list bullets, heading signs, Q and A, emphasis.

In: a text and the bounds of one line in it. Out: the bounds without the marks, and what the marks said. A room file
of its own because offsets must stay exact while the marks fall away; everything here moves two indexes, nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.model import BlockKind
from factcheck.read.pieces import FAINT_HEADING, Piece, is_finished, is_short

BULLETS = "•·▪◦‣∙●○■□▸►▶➤➔➜→»"
DASHES = "-*+–—"
# Signs of category "other symbol" that belong to the words.
NO_BULLETS = "©®™℠℗°№℃℉"
HEADING = re.compile(r"(#{1,6})[ \t]+")
NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})\)|\d{1,3}\.)[ \t]+(?=\S)")
KEYCAP = re.compile(r"[0-9#]\ufe0f?\u20e3\s*")
PICTURE_TAIL = re.compile("[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*")
CHECKBOX = re.compile(r"\[[ xX]\][ \t]+")
# "Q10: …" is a coenzyme, not the tenth question.
QUESTION = re.compile(r"(?!Q10)(?:\*\*|__)?[ \t]*(?:Q|Question)[ \t]*\d{0,3}[ \t]*[:.)](?:\*\*|__)?[ \t]+")
ANSWER = re.compile(r"(?:\*\*|__)?[ \t]*(?:A|Answer)[ \t]*\d{0,3}[ \t]*:[ \t]*(?:\*\*|__)?[ \t]*(?=\S)")
ANSWER_POINT = re.compile(r"(?:\*\*|__)?A[ \t]*\d{0,3}[.)](?:\*\*|__)?[ \t]+(?=\S)")
INNER_BULLET = re.compile(r"[•▪‣◦]|(?<=\s)[·|](?=\s)")
ANSWER_INSIDE = re.compile(r"[ \t](?:[—–-][ \t]*)?(?:\*\*|__)?(?:A|Answer):(?:\*\*|__)?[ \t]")
BOLD = ("**", "__")
EDGE = " \t\u00a0*_`~"
INDENT = 2
DEEPEST = 9


def line_pieces(text: str, start: int, end: int, *, indent: int = 0, asked: bool = False) -> Iterator[Piece]:
    """Take one line's marks off and yield what stands between them; `asked`: the line before was a question."""
    start = _after_quote_marks(text, start, end)
    heading = HEADING.match(text, start, end)
    if heading:
        end = _before_hashes(text, end)
        yield from trimmed(text, _after_count(text, heading.end(), end), end, "heading", len(heading[1]))
        return
    body = after_bullet(text, start, end)
    level = min(indent // INDENT, DEEPEST)
    if body == start and is_bold(text, start, end):
        yield from _bold_line(text, start, end)
    elif dialogue := list(_dialogue(text, body, end, asked=asked)):
        yield from dialogue
    else:
        yield from _run_on(text, start, body, end, level)


def with_marks(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Take off the marks that stand as characters inside the pieces of a page or an office document."""
    asked = False
    for piece in pieces:
        if piece.kind is None:
            found = list(line_pieces(text, piece.start, piece.end, asked=asked))
        else:
            body = after_bullet(text, piece.start, piece.end) if piece.kind == "item" else piece.start
            body = _after_count(text, body, piece.end) if piece.kind == "heading" else body
            bare = trimmed(text, body, piece.end, piece.kind, piece.level)
            found = [replace(part, column=piece.column) for part in bare]
        yield from found
        asked = bool(found) and asks(text, found[-1])


def asks(text: str, piece: Piece) -> bool:
    """Whether a piece asks what the next may answer."""
    return piece.kind == "question" or text[piece.end - 1] == "?"


def after_bullet(text: str, start: int, end: int) -> int:
    """Find where the words begin behind a list mark; `start` itself if there is none."""
    if start >= end:
        return start
    sign = text[start]
    found = NUMBER.match(text, start, end) or KEYCAP.match(text, start, end)
    if found:
        return found.end()
    if sign in DASHES:
        return _after_dash(text, start, end)
    if sign in BULLETS or is_picture(sign):
        return _after_pictures(text, start, end)
    return start


def is_picture(sign: str) -> bool:
    """Whether the character is an emoji or a dingbat."""
    return sign > "\x7f" and unicodedata.category(sign) == "So" and sign not in NO_BULLETS


def is_mark(sign: str) -> bool:
    """Whether the character can be a list mark by itself."""
    return sign in BULLETS or sign in "-*+\ufe0f" or is_picture(sign)


def is_bold(text: str, start: int, end: int) -> bool:
    """Whether the whole stretch stands in bold marks."""
    if end - start < 5 or text[start : start + 2] not in BOLD:
        return False
    mark = text[start : start + 2]
    last = end - 1 if text[end - 1] == ":" else end
    return text[last - 2 : last] == mark and text.find(mark, start + 2, last) == last - 2


def trimmed(text: str, start: int, end: int, kind: BlockKind | None = None, level: int = 0) -> Iterator[Piece]:
    """Yield the stretch without emphasis marks and spaces at its edges, if anything is left of it."""
    while start < end and (text[start] in EDGE or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in EDGE or text[end - 1].isspace()):
        end -= 1
    if start < end:
        yield Piece(start=start, end=end, kind=kind, level=level)


def _after_quote_marks(text: str, start: int, end: int) -> int:
    """Step over the marks of Markdown quotations and the end of a tag cut in two."""
    if text.startswith('">', start, end):
        start += 1
    while start < end and text[start] in "> \t":
        start += 1
    return start


def _after_count(text: str, start: int, end: int) -> int:
    """Step over what counts the question that a heading asks: "Q3.", "3."."""
    if not text[start:end].rstrip(EDGE).endswith("?"):
        return start
    counted = QUESTION.match(text, start, end) or NUMBER.match(text, start, end)
    return counted.end() if counted else start


def _before_hashes(text: str, end: int) -> int:
    """Step back over the closing signs of a Markdown heading."""
    while end and text[end - 1] in "# \t":
        end -= 1
    return end


def _after_dash(text: str, start: int, end: int) -> int:
    """Step over a dash or star that is a list mark: one with a space behind it, or a dash before a capital."""
    body = start + 1
    if text[start] in "-–—" and text[body:end][:1].isupper():
        return body
    while body < end and text[body] in " \t":
        body += 1
    if body == start + 1 or body == end:
        return start
    box = CHECKBOX.match(text, body, end)
    return box.end() if box else after_bullet(text, body, end) if text[body] not in DASHES else body


def _after_pictures(text: str, start: int, end: int) -> int:
    """Step over a row of bullets and emoji with their invisible parts."""
    body = start
    while body < end and (text[body] in BULLETS or is_picture(text[body])):
        tail = PICTURE_TAIL.match(text, body + 1, end)
        body = tail.end() if tail else body + 1
        while body < end and text[body].isspace():
            body += 1
    return body if body < end else start


def _bold_line(text: str, start: int, end: int) -> Iterator[Piece]:
    """Take a short bold line for a heading, a long or finished one for what its words are."""
    for piece in trimmed(text, start, end - (text[end - 1] == ":")):
        own = text[piece.start : piece.end]
        if is_short(own) and not is_finished(own):
            piece = Piece(start=piece.start, end=piece.end, kind="heading", level=FAINT_HEADING)
        yield piece


def _dialogue(text: str, start: int, end: int, *, asked: bool) -> Iterator[Piece]:
    """Read "Q: …", "A: …" and both on one line."""
    if question := QUESTION.match(text, start, end):
        told = ANSWER_INSIDE.search(text, question.end(), end)
        yield from trimmed(text, question.end(), told.start() if told else end, "question")
        start = told.end() if told else end
        yield from trimmed(text, start, end, "answer")
    # "A." opens an answer only below a question: elsewhere it may be somebody's initial.
    elif told := ANSWER.match(text, start, end) or (ANSWER_POINT.match(text, start, end) if asked else None):
        yield from trimmed(text, told.end(), end, "answer")


def _run_on(text: str, start: int, body: int, end: int, level: int) -> Iterator[Piece]:
    """Cut "A • B • C" at its bullets and "A | B" at its bars; a line without them stays whole.

    What stands before the first bullet is no item: it may be what the items are about.
    """
    cuts = [found.start() for found in _inner_signs(text, start, body).finditer(text, body, end)]
    listed = body > start or any(text[cut] != "|" for cut in cuts)
    kind: BlockKind | None = "item" if listed else None
    for cut in cuts:
        yield from trimmed(text, body, cut, kind if body > start else None, level)
        body = cut + 1
    yield from trimmed(text, body, end, kind, level)


def _inner_signs(text: str, start: int, body: int) -> re.Pattern[str]:
    """Say which signs cut a line: the usual bullets, and the picture that the line begins with."""
    if body > start and is_picture(text[start]):
        return re.compile(re.escape(text[start]) + "|" + INNER_BULLET.pattern)
    return INNER_BULLET
