"""Text from outside made harmless for the place where it is printed.

In: any string of a document. Out: the same words without characters that a terminal, an XML reader or an encoder would
act on or choke on. A file of its own because this is the one spot where hostile input is met on its way out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Claim

_ACTIVE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
"""Control characters, what turns the direction of the text after it, and halves of surrogate pairs."""
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]")
"""What takes no room and does no harm: left out."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
TRIES = 50


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def inert(text: str) -> str:
    """The text with its spaces and line ends, active characters written as \\x1b or \\u202e."""
    return _ACTIVE.sub(_escape, _UNSEEN.sub("", text))


@lru_cache(maxsize=4096)
def visible(text: str) -> str:
    """The text as one line: inert, and white space folded."""
    return _SPACE.sub(" ", inert(text))


def for_xml(text: str) -> str:
    """Characters that XML 1.0 forbids, replaced; mark-up is escaped elsewhere."""
    return _NOT_XML.sub("\ufffd", text)


def for_json(dumped: str) -> str:
    """JSON text whose lone surrogates are written as escapes, so that it can be encoded."""
    # Encoding tells in a tenth of the time that looking for them takes; there are hardly ever any.
    try:
        dumped.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub(lambda found: f"\\u{ord(found[0]):04x}", dumped)
    return dumped


def marked(claim: Claim, text: str) -> tuple[str, str, str]:
    """The claim's sentence cut in three: before the claim's words, the words, after them."""
    sentence, words = claim.sentence, claim.text
    at = next((at for at in _places(sentence, words) if _stands(claim, text, at)), sentence.find(words))
    if not words or at < 0:
        return "", words or sentence, ""
    return sentence[:at], words, sentence[at + len(words) :]


def _places(sentence: str, words: str) -> Iterator[int]:
    """Where the words occur in the sentence; so many times at most that a page of one word ends in time."""
    at = -1
    for _ in range(TRIES if words else 0):
        at = sentence.find(words, at + 1)
        if at < 0:
            return
        yield at


def _stands(claim: Claim, text: str, at: int) -> bool:
    """Whether the sentence stands in the text so that its words at `at` are the claim's."""
    return at <= claim.start and text.startswith(claim.sentence, claim.start - at)


def clipped(text: str, room: int) -> str:
    """The beginning of a text, cut at a word's end and marked as cut."""
    if len(text) <= room:
        return text
    head = text[: room - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[room // 2 :] else head) + "…"


def clipped_left(text: str, room: int) -> str:
    """The end of a text, cut at a word's beginning and marked as cut."""
    if len(text) <= room:
        return text
    end = text[len(text) - room + 1 :]
    return "…" + (end.split(" ", 1)[1] if " " in end[: room // 2] else end)
