"""Web pages: the main copy of a page, with its structure and the way back to the source.

In: the source of a page. Out: a Document of its headings, lists, tables, questions and paragraphs; navigation,
scripts, forms and banners are left out. A room file of its own because a page says with tags what plain text says
with marks; what tags leave open is told by the same shapes.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Document, InputError
from factcheck.read.html_copy import SEPARATOR, Copy
from factcheck.read.html_inline import APART, comment, is_control, is_label, keep_apart, line_break, note, picture
from factcheck.read.html_product import product_descriptions
from factcheck.read.html_tokens import Token, attribute, tokens
from factcheck.read.html_tree import HEADINGS, grow, is_left_out, rank_of
from factcheck.read.html_walk import Around, Walk, flush, leave, write
from factcheck.read.marks import with_marks
from factcheck.read.markup import INLINE
from factcheck.read.pieces import to_blocks

LISTS = ("ul", "ol", "menu")
FRAMES = ("presentation", "none")
BOLD = ("b", "strong")
SUMMARY_RANK = 6
WIDEST = 100


def read_html(source: str, name: str, notes: tuple[str, ...] = ()) -> Document | InputError:
    """Take the copy out of a web page."""
    tree = grow(source, list(tokens(source)))
    copy = _walk(Walk(tree, Copy(source), all_copy=False))
    if not copy.pieces:
        copy = _walk(Walk(tree, Copy(source), all_copy=True))
    for place, title, lines in product_descriptions(tree, copy.text):
        # Under its own name, for what the page ends with (reviews, a leaflet's small print) is not about it.
        if title:
            copy.write(place, place, words=title)
            copy.cut("heading", 1)
        for line in lines:
            copy.write(place, place, words=line)
            copy.cut()
    if not copy.pieces:
        return InputError(name=name, message="no text in this page (drawn by scripts?)")
    text = copy.text.rstrip(SEPARATOR)
    return Document(
        name=name, text=text, blocks=to_blocks(text, with_marks(text, copy.pieces)), anchors=copy.anchors(), notes=notes
    )


def _walk(walk: Walk) -> Copy:
    """Go through the tokens, the title first where the page has no other."""
    if not walk.tree.places.get("h1"):
        for index in walk.tree.places.get("title", [])[:1]:
            _write_inner(walk, index)
            walk.copy.cut("heading", 1)
    index = 0
    while index < len(walk.tree.tokens):
        leave(walk, index)
        index = _step(walk, index)
    flush(walk)
    return walk.copy


def _step(walk: Walk, index: int) -> int:
    """Read one token and say which is the next."""
    token = walk.tree.tokens[index]
    if token.kind == "open":
        return _enter(walk, index, token)
    if token.kind == "text":
        write(walk, index, token)
    elif token.kind == "comment":
        comment(walk, token)
    elif INLINE.fullmatch(token.name) is None:
        flush(walk)
    elif token.name in APART:
        keep_apart(walk, index)
    return index + 1


def _enter(walk: Walk, index: int, token: Token) -> int:
    """Read an opening tag: step over what is no copy, else see what it makes of its text."""
    end = walk.tree.ends[index]
    if is_left_out(walk.tree, index, all_copy=walk.all_copy) or (token.name == "button" and is_control(walk, index)):
        return end
    if token.name == "sup" and note(walk, index):
        return end
    if token.name == "br":
        line_break(walk, index)
    elif token.name == "img":
        picture(walk, token)
    elif token.name in BOLD:
        walk.bold = max(walk.bold, end)
    elif INLINE.fullmatch(token.name) is None:
        flush(walk)
        walk.around.extend(_around(walk, index, token))
    return index + 1


def _around(walk: Walk, index: int, token: Token) -> Iterator[Around]:
    """Say what an element makes of the text in it, if anything."""
    tree, end = walk.tree, walk.tree.ends[index]
    if rank := rank_of(tree.source, token):
        yield Around(end=end, kind="heading", level=rank)
    elif token.name == "summary" or (token.name == "button" and is_label(walk, index)):
        yield Around(end=end, kind="heading", level=SUMMARY_RANK)
    elif token.name in LISTS:
        walk.lists.append(end)
    elif token.name == "li":
        # A list of cards: its headings and paragraphs say what they are.
        cards = tree.holds(index, *HEADINGS) > 0
        yield Around(end=end, kind=None if cards else "item", level=max(0, len(walk.lists) - 1))
    elif token.name == "table" and attribute(tree.source, token, "role").lower() in FRAMES:
        walk.frame = end
    elif token.name == "tr":
        walk.column, walk.cells = 0, tree.holds(index, "td", "th")
        walk.heading_row = tree.holds(index, "td") == 0
    elif token.name in ("td", "th"):
        yield _cell(walk, index, token)


def _cell(walk: Walk, index: int, token: Token) -> Around:
    """Read a cell; one that holds a layout of its own, or is alone in its row, or says so, only frames its text."""
    tree, column = walk.tree, walk.column
    span = attribute(tree.source, token, "colspan")
    walk.column += min(int(span), WIDEST) if span.isdecimal() else 1
    holding = tree.holds(index, *HEADINGS, *LISTS, "table", "dl") > 0 or tree.holds(index, "p") > 1
    if holding or walk.cells < 2 or index < walk.frame:
        return Around(end=tree.ends[index])
    return Around(end=tree.ends[index], kind="cell", level=int(walk.heading_row), column=column)


def _write_inner(walk: Walk, index: int) -> None:
    """Write the text of an element."""
    for token in walk.tree.tokens[index + 1 : walk.tree.ends[index]]:
        if token.kind == "text":
            walk.copy.write(token.start, token.end)
