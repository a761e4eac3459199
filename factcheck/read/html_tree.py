"""Tokens of a web page -> where each element ends, and which elements are not the page's own copy.

In: the tokens in order, tags closed or not. Out: for every opening tag the token after its element; the stretches of
navigation, scripts, banners and forms to step over. A room file of its own because the walk over the page needs to
know an element's end before it enters it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.read.html_tokens import Token, attribute

HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
RANKS = frozenset("123456")
USUAL_RANK = 2
"""What a heading by role is taken for where it does not say."""
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
NEVER_COPY = frozenset(
    ["script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "audio", "video", "map"]
).union(["select", "textarea", "datalist", "noembed", "noframes", "xmp", "head", "title"])
AROUND_COPY = frozenset(["nav", "footer", "aside", "header", "form", "dialog", "search"])
AROUND_ROLES = frozenset(
    ["navigation", "contentinfo", "banner", "search", "dialog", "alertdialog", "complementary", "menu", "menubar"]
)
BANNER = re.compile(
    r"(?<![A-Za-z])(?:cookie[a-z]*|consent|gdpr|onetrust|breadcrumbs?|skip-?link|skip-to-content|mini-?cart"
    # menus and ends of pages that are plain elements
    r"|navbar|(?:mega|mobile|drawer|off-?canvas)-?menu|(?:menu|nav(?:igation)?|header|cart)-?drawer|nav-sections"
    r"|(?:site|page|location)-?footer|footer-(?:container|wrapper|widgets?)"
    # other products than the page's, and its shelf in the shop
    r"|(?:related|complementary|recommended|similar)[ _-]?(?:products?|items?)|(?<![\w-])related(?![\w-])"
    r"|product-?recommendations?|(?:up|cross)-?sells?"
    r"|recently-?viewed|also-?bought|(?:may|might)-?also-?like|posted_in|tagged_as)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
# An open element of the first kind ends where one of the second begins.
IMPLIED = {
    "li": frozenset(["li"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
    "tr": frozenset(["tr", "td", "th"]),
    "td": frozenset(["td", "th"]),
    "th": frozenset(["td", "th"]),
    "option": frozenset(["option"]),
}
BARRIERS = frozenset(["ul", "ol", "dl", "table", "select"])
PARAGRAPH_ENDERS = frozenset(HEADINGS).union(
    ["p", "div", "ul", "ol", "dl", "table", "section", "article", "main", "aside", "nav", "header", "footer", "form"],
    ["figure", "blockquote", "pre", "hr", "details", "fieldset", "address"],
)
IN_HEAD = frozenset(["title", "meta", "link", "style", "script", "base", "noscript", "template"])
IMPLIED_DEPTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The tokens of a page with the extent of its elements."""

    source: str
    tokens: tuple[Token, ...]
    ends: dict[int, int]
    """For the index of an opening tag: the index of the first token after its element."""
    places: dict[str, list[int]]
    """For the name of an element: the indexes of its opening tags."""

    def holds(self, index: int, *names: str) -> int:
        """Count the elements of these names inside an element."""
        end = self.ends[index]
        return sum(bisect_left(found, end) - bisect_left(found, index + 1) for found in map(self._places, names))

    def _places(self, name: str) -> list[int]:
        return self.places.get(name, [])


@dataclass(slots=True)
class _Open:
    """The elements that are open at a point of the page."""

    ends: dict[int, int] = field(default_factory=dict)
    stack: list[tuple[str, int]] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)


def grow(source: str, found: Sequence[Token]) -> Tree:
    """Match the opening tags with their ends, missing ones included."""
    state = _Open()
    places: dict[str, list[int]] = {}
    for index, token in enumerate(found):
        if token.kind == "open":
            places.setdefault(_place(source, token), []).append(index)
            _open(state, token.name, index)
        elif token.kind == "close" and state.count[token.name]:
            _close(state, token.name, index)
    while state.stack:
        _pop(state, len(found))
    if "h1" in places:
        places["h1"] = _with_words(source, found, places["h1"], state.ends)
    return Tree(source=source, tokens=tuple(found), ends=state.ends, places=places)


def is_left_out(tree: Tree, index: int, *, all_copy: bool = False) -> bool:
    """Whether an element is not the page's own copy; `all_copy`: only what can never be copy is left out."""
    token = tree.tokens[index]
    if token.name in NEVER_COPY:
        return True
    if all_copy or tree.holds(index, "h1", "main"):
        return False
    role = attribute(tree.source, token, "role").lower()
    if token.name == "header" and tree.holds(index, *HEADINGS) and not tree.holds(index, "nav"):
        return False
    if token.name in AROUND_COPY or role in AROUND_ROLES:
        # A form around an article is the page builder's frame, not a field to fill in.
        return not tree.holds(index, "article")
    marks = f"{token.name} {attribute(tree.source, token, 'id')} {attribute(tree.source, token, 'class')}"
    return token.name not in ("body", "html") and BANNER.search(marks) is not None


def rank_of(source: str, token: Token) -> int:
    """Say which rank of heading an element is, by its name or by its role; 0: none."""
    if token.name in HEADINGS or not token.attributes or attribute(source, token, "role").lower() != "heading":
        return HEADINGS.get(token.name, 0)
    level = attribute(source, token, "aria-level").strip()
    return int(level) if level in RANKS else USUAL_RANK


def _place(source: str, token: Token) -> str:
    """Name an element as what it serves for."""
    rank = rank_of(source, token)
    return f"h{rank}" if rank else token.name


def _with_words(source: str, found: Sequence[Token], places: list[int], ends: dict[int, int]) -> list[int]:
    """Keep the elements that hold text: a logo that stands as a heading heads no copy."""
    texts = [at for at, token in enumerate(found) if token.kind == "text" and source[token.start : token.end].strip()]
    return [index for index in places if bisect_left(texts, ends[index]) > bisect_left(texts, index)]


def _open(state: _Open, name: str, index: int) -> None:
    """Enter an element, ending those that it ends by beginning."""
    if state.stack and state.stack[-1][0] == "head" and name not in IN_HEAD:
        _pop(state, index)
    if name in IMPLIED:
        _end_implied(state, IMPLIED[name], BARRIERS - {"table"} if name == "li" else BARRIERS, index)
    if name in PARAGRAPH_ENDERS and state.count["p"]:
        _end_implied(state, frozenset(["p"]), frozenset(["td", "th", "li", "button", *BARRIERS]), index)
    if name in VOID:
        state.ends[index] = index + 1
        return
    state.stack.append((name, index))
    state.count[name] += 1


def _end_implied(state: _Open, names: frozenset[str], barriers: frozenset[str], index: int) -> None:
    """End the nearest open element of these names, if no barrier stands between."""
    for depth, (name, _) in enumerate(reversed(state.stack[-IMPLIED_DEPTH:]), start=1):
        if name in names:
            for _ in range(depth):
                _pop(state, index)
            return
        if name in barriers:
            return


def _close(state: _Open, name: str, index: int) -> None:
    """Leave the nearest open element of this name and all that were left open inside it."""
    while state.stack[-1][0] != name:
        _pop(state, index)
    _pop(state, index + 1)


def _pop(state: _Open, end: int) -> None:
    """Take the innermost element off."""
    name, index = state.stack.pop()
    state.count[name] -= 1
    state.ends[index] = end
