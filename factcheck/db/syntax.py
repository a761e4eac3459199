"""The YAML parser's complaints in words that a writer of the base understands.

Comes in: the parser's message and its context. Goes out: a message and a hint. A file of its own because it is a
table of wordings (of both parsers, the C one and the Python one) and nothing else.
"""

from __future__ import annotations

QUOTE = 'put the whole text in double quotes: "…"'
ALIGN = "keys of one entry must begin in the same column, with blanks and never tabs"

WORDINGS = (
    ("mapping values are not allowed", "a colon inside a text without quotes, or a key that is not aligned", QUOTE),
    ("cannot start any token", "a text without quotes may not begin with this character", QUOTE),
    ("unexpected end of stream", "a quotation mark is opened and never closed", 'close the text with "'),
    ("unknown escape", "a backslash in a quoted text that means nothing", r"write \\ for a backslash, \" for a quote"),
    ("did not find expected ',' or ']'", "a list in square brackets is not closed, or a comma is missing", QUOTE),
    ("expected ',' or ']'", "a list in square brackets is not closed, or a comma is missing", QUOTE),
    ("did not find expected ',' or '}'", "an entry in braces is not closed, or a comma is missing", QUOTE),
    ("expected ',' or '}'", "an entry in braces is not closed, or a comma is missing", QUOTE),
    ("did not find expected '-' indicator", "an entry of this list does not begin with a hyphen in its column", ALIGN),
    ("expected <block end>", "this line is not aligned with its entry", ALIGN),
    ("could not find expected ':'", "a key without a colon, or a quotation that is not closed", "write key: value"),
    ("did not find expected key", "this line is not aligned with its entry", ALIGN),
    ("comment or line break", "a text may not begin with > or | unless its lines follow below", QUOTE),
    ("found invalid", "a character that cannot stand here", QUOTE),
    ("chomping or indentation", "a text may not begin with > or | unless its lines follow below", QUOTE),
    ("sequence entries are not allowed", "a hyphen that begins no list", "begin the list on the next line"),
    ("undefined alias", "an alias (*name) is not allowed here", QUOTE),
    ("alphabetic or numeric", "a text may not begin with * or & or !", QUOTE),
    ("undefined tag handle", "a tag (!name) is not allowed here", QUOTE),
    (
        "maximum nesting depth",
        "nested deeper than any entry of this base",
        "check the indentation, and brackets left open",
    ),
    ("control characters are not allowed", "an invisible control character", "delete it and type the text anew"),
)


def explained(problem: str, context: str, before: str = "", at: str = "") -> tuple[str, str]:
    """The wording for a complaint, given the source line before the place and the character at it."""
    if at == "\t":
        return "a tab, where only blanks may stand", ALIGN
    if before.rstrip().endswith(('"', "'")) and at not in ("", "#", "\\"):
        return "text follows a closed quotation", r"inside double quotes write \" for a quotation mark"
    said = f"{problem} {context}"
    for fragment, message, hint in WORDINGS:
        if fragment in said:
            return message, hint
    return f"cannot be read as YAML: {problem or context or 'unknown fault'}", ALIGN


def never_closed(problem: str) -> bool:
    """Whether the fault lies where something was opened and not where the parser gave up."""
    return "unexpected end of stream" in problem or "',' or" in problem
