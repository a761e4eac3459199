"""Markup that was left in plain text: HTML tags, components, object literals.

In: one line of a text. Out: what of it is copy: the text between tags, and the quoted values of component
properties. A room file of its own because pages saved from a site's source mix code into prose, and code must
neither be read as claims nor hide them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import BlockKind

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9.:-]*)(\s[^<>]*|/)?>")
SUPPRESSION = re.compile(r"<!--\s*factcheck:(?:[^-]|-(?!->))*-->")
COMMENT = re.compile(r"<!--.*?(?:-->|$)")
COMPONENT = re.compile(r"</?[A-Z][A-Za-z0-9.]*(?:\s|/?>|$)")
OPEN_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9.-]*)(?:\s[^<>]*)?$")
PROPERTY = re.compile(r"[A-Za-z][\w-]*=(?:\{|[\"'])")
PAIR = re.compile(r"(?:[\"'][\w -]{1,40}[\"']|[A-Za-z_][\w-]{0,40})\s*:\s*(?:[\"'].*[\"'],?|[\[{]+,?)$")
QUOTED = re.compile(r"(?:\"[^\"]*\"|'[^']*')(?:\s*,|[,\s]*[\]})][\]}),;/>\s]*)$")
WHOLE = re.compile(r"\"[^\"]*\"$|'[^']*'$")
NEXT_PROPERTY = re.compile(r"[\]})][\]})\s]*[A-Za-z][\w-]*=[{\"']")
PUNCTUATION = re.compile(r"[\[\]{}()<>/,;\"'`\s]+$")
STATEMENT = re.compile(
    r"(?:(?:const|let|var) [\w{\[][^=]{0,80}=|import .{0,200} from [\"']|export (?:default|const|function) "
    r"|return [({\[<]|function \w{0,40}\()"
)
KEY = re.compile(r"([\w-]+)[\"']?\s*[:=]\s*\{?\s*$")
CODE_KEYS = re.compile(
    r"(?:@?(?:id|type|context)|icon|href|src|url|link|slug|key|class(?:name)?|style|variant|colou?r|image|img|path|layout"
    r"|date\w*|last\w*|width|height|target|rel)",
    re.IGNORECASE,
)
# Values of code: paths, addresses, colours, dates, names-with-hyphens.
TOKEN = re.compile(r"(?:[/#.@]\S*|\w+://\S*|[\w-]+(?:[-_/.:][\w-]+)+|[\d\s:./+-]+)$")
WORDED = re.compile(r"[A-Z]\w*-[a-z]+$")
"""A compound of speech: "FDA-approved"."""
QUOTE = re.compile(r"\\.|[\"'`]")
LONGEST_CODE_LINE = 20_000

HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
ITEMS = frozenset({"li", "dd"})
CELLS = frozenset({"td", "th"})
INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strike|strong"
    r"|sub|sup|time|tt|u|var|wbr"
)
"""Tags that do not cut a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a line that is copy."""

    start: int
    end: int
    kind: BlockKind | None = None
    """What the tag around it says it is."""
    level: int = 0


def is_code(text: str, start: int, end: int, *, inside: bool = False) -> bool:
    """Whether the line is a piece of program text rather than prose; `inside`: the line before was one."""
    if end - start > LONGEST_CODE_LINE:
        return False
    line = text[start:end]
    first = line[0]
    if first == "<":
        return OPEN_TAG.match(line) is not None or (COMPONENT.match(line) is not None and "={" in line)
    if first in "[{":
        return line.startswith("{/*") or PUNCTUATION.match(line) is not None or _is_literal(line)
    if first in "\"'":
        return any(shape.match(line) for shape in (QUOTED, PAIR)) or (inside and WHOLE.match(line) is not None)
    if first in "]})/,;>":
        return PUNCTUATION.match(line) is not None or NEXT_PROPERTY.match(line) is not None
    if line[-1] in "\"',{[(}>);" or "={" in line:
        return any(shape.match(line) for shape in (PAIR, PROPERTY, STATEMENT))
    return False


def quoted_values(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the quoted strings of a line of code that read like copy; names of properties are none."""
    for opened, closed in _strings(text, max(start, 0), end):
        value = text[opened:closed].strip()
        behind = text[closed + 1 : closed + 20].lstrip()
        key = KEY.search(text[max(start, opened - 45) : opened - 1])
        is_name = behind.startswith(":") or (key is not None and CODE_KEYS.fullmatch(key[1]) is not None)
        if any(map(str.isalnum, value)) and not is_name and not _is_token(value):
            yield Stretch(start=opened, end=closed)


def between_tags(text: str, start: int, end: int, around: Stretch | None) -> Iterator[Stretch]:
    """Cut a line at its block tags; `around` is the tag left open by the lines before.

    The last stretch is always the one that the next line continues (empty if the line ends in a tag).
    """
    kind, level = (around.kind, around.level) if around else (None, 0)
    for tag in TAG.finditer(text, start, end):
        name = tag[2].lower()
        if INLINE.fullmatch(name):
            continue
        yield Stretch(start=start, end=tag.start(), kind=kind, level=level)
        if tag[2][0].isupper() or name == "img":
            yield from quoted_values(text, *tag.span(3))
        if (marked := tag_kind(name))[0]:
            kind, level = (None, 0) if tag[1] else marked
        start = tag.end()
    yield Stretch(start=start, end=end, kind=kind, level=level)


def begun_tag(text: str, start: int, end: int) -> Stretch | None:
    """Say what a tag makes of the text behind it, if it begins on this line and ends on a later one."""
    begun = OPEN_TAG.match(text[start:end])
    kind, level = tag_kind(begun[1].lower()) if begun and text[start + 1] != "/" else (None, 0)
    return Stretch(start=start, end=end, kind=kind, level=level) if kind else None


def tag_kind(name: str) -> tuple[BlockKind | None, int]:
    """Say what a block tag makes of the text inside it."""
    if name in HEADINGS:
        return "heading", HEADINGS[name]
    if name in ITEMS:
        return "item", 0
    if name in CELLS:
        return "cell", 0
    return ("question", 0) if name == "summary" else (None, 0)


def _is_literal(line: str) -> bool:
    """Whether a line that begins with a bracket is a list or an object, not a link or a note in brackets."""
    inner = line.lstrip("[{( ")
    if line[0] == "[" and inner[:1] not in "\"'{":
        return False
    return inner[:1] in "\"'{" or re.match(r"[\w-]+\s*:", inner) is not None


def _is_token(value: str) -> bool:
    """Whether the value is a path, an address, a colour or the like."""
    plain = value.isalpha() or WORDED.match(value) is not None
    return " " not in value and TOKEN.match(value) is not None and not plain


def _strings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the quoted strings of a line in one pass, apostrophes inside words left alone."""
    opened, sign = -1, ""
    for found in QUOTE.finditer(text, start, end):
        mark, at = found[0], found.start()
        if mark[0] == "\\":
            continue
        if opened < 0 and (mark != "'" or at == start or text[at - 1] in " \t[{(,:="):
            opened, sign = at + 1, mark
        elif mark == sign and (mark != "'" or at + 1 >= end or text[at + 1] in " \t,]}):;/>"):
            if at > opened:
                yield opened, at
            opened = -1
