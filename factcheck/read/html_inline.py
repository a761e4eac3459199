"""Inside a line of a web page: pictures, breaks, raised marks, buttons, labels that touch.

In: a walk that has come to such an element. Out: what it adds to the text, and nothing where it would only disturb
it. A room file of its own because none of these starts a block, and each has one trap that changes what a claim says.
"""

from __future__ import annotations

import re

from factcheck.read.html_tokens import Token, attribute
from factcheck.read.html_tree import HEADINGS, Tree
from factcheck.read.html_walk import Walk, flush
from factcheck.read.markup import SUPPRESSION
from factcheck.read.pieces import is_question

APART = frozenset(["span", "a", "button", "label", "strong", "b"])
ALT_WORDS = 4
NOTE_MARKS = re.compile(r"[\d\s,*†‡§#¹²³\[\]()–-]+")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNFOLDING = re.compile(r"accordion|collaps|faq", re.IGNORECASE)
DROPPING = re.compile(r"dropdown|menu|close", re.IGNORECASE)
MORE = re.compile(
    r"(?:(?:read|show|see|view|learn|load|continue|discover)\b.{0,20}|.{0,20}\b(?:more|less|menu)|menu|close|search|\W*)",
    re.IGNORECASE,
)
POWER_OF = re.compile(r"(?:^|[^A-Za-z])(?:[cmkn]?m|\d+)$")


def comment(walk: Walk, token: Token) -> None:
    """Keep a comment that speaks to this program as a line of its own."""
    own = walk.tree.source[token.start : token.end]
    if SUPPRESSION.fullmatch(own):
        flush(walk)
        walk.copy.write(token.start, token.end, words=own)
        walk.copy.cut("line")


def picture(walk: Walk, token: Token) -> None:
    """Read the words that stand for a picture, if they are more than its name."""
    for name, start, end in token.attributes:
        if name == "alt" and len(walk.tree.source[start:end].split()) >= ALT_WORDS:
            flush(walk)
            walk.copy.write(start, end)
            walk.plain = True
            flush(walk)


def line_break(walk: Walk, index: int) -> None:
    """Cut at a line break, unless it only sets a heading or a sentence in two lines."""
    following = walk.tree.tokens[index + 1 : index + 2]
    rest = walk.tree.source[following[0].start : following[0].end].lstrip() if following else ""
    if (walk.around and walk.around[-1].kind == "heading") or rest[:1].islower():
        walk.copy.space = True
    else:
        flush(walk)


def note(walk: Walk, index: int) -> bool:
    """Drop a raised reference mark, which would read as a digit of the number before it; keep a power."""
    mark = text_inside(walk.tree, index)
    if NOTE_MARKS.fullmatch(mark) is None:
        return False
    if mark.isdecimal() and POWER_OF.search(walk.copy.ending()):
        walk.copy.write(walk.tree.tokens[index].end, 0, words=mark.translate(SUPERSCRIPT))
    return True


def is_control(walk: Walk, index: int) -> bool:
    """Whether a button is one to press; one in or around a heading, or that asks, opens what is below it."""
    if (walk.around and walk.around[-1].kind == "heading") or walk.tree.holds(index, *HEADINGS):
        return False
    return not is_question(text_inside(walk.tree, index)) and not _unfolds(walk.tree, index)


def is_label(walk: Walk, index: int) -> bool:
    """Whether a button that is none to press stands as a heading by itself."""
    return not (walk.around and walk.around[-1].kind == "heading") and _unfolds(walk.tree, index)


def _unfolds(tree: Tree, index: int) -> bool:
    """Whether a button is the label of a part of the page that it unfolds, not of a menu or the rest of a text."""
    token = tree.tokens[index]
    marks = attribute(tree.source, token, "class")
    if DROPPING.search(marks) or any(name == "aria-haspopup" for name, _, _ in token.attributes):
        return False
    unfolding = any(name == "aria-expanded" for name, _, _ in token.attributes) or UNFOLDING.search(marks) is not None
    return unfolding and MORE.fullmatch(text_inside(tree, index)) is None


def keep_apart(walk: Walk, index: int) -> None:
    """Part two labels that touch in the source and stand apart on the screen; letters set singly stay one word."""
    following = walk.tree.tokens[index + 1 : index + 3]
    if len(following) == 2 and (following[0].kind, following[1].kind) == ("open", "text"):
        word = walk.tree.source[following[1].start : following[1].end][:2]
        if following[0].name in APART and len(word) == 2 and walk.copy.ending()[-2:].isalnum() and word.isalnum():
            walk.copy.space = True


def text_inside(tree: Tree, index: int) -> str:
    """Give the text of a small element."""
    parts = tree.tokens[index + 1 : min(tree.ends[index], index + 20)]
    return " ".join("".join(tree.source[token.start : token.end] for token in parts if token.kind == "text").split())
