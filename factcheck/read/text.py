"""Bytes -> text: byte-order marks, encodings, and what is no text at all.

In: the bytes of one file. Out: `Decoded` (the text without byte-order mark, and what had to be assumed) or one line
that says why it is no text. A room file of its own because every text format begins here and must decode alike.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

BINARY = "binary data, not text"
EMPTY = "empty"
NO_ROW = "no row with text in it"
WITHOUT_COPY = frozenset({BINARY, EMPTY, NO_ROW})
"""What is said of files that hold no copy at all, and so none that was missed."""

MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"7z\xbc\xaf",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"BZh91AY",
    b"SQLite format 3\x00",
)
WIDE = (
    # The four-byte mark begins with the two-byte one, so it has to be asked first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
CONTROL_SHARE = 0.01
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file."""

    text: str
    """Without byte-order mark; line ends as they are."""
    notes: tuple[str, ...] = ()
    """What had to be assumed."""


def decode(data: bytes) -> Decoded | str:
    """Turn the bytes of a text file into text, or say in one line why that cannot be done."""
    decoded = _wide(data) or _narrow(data)
    if isinstance(decoded, Decoded) and is_blank(decoded.text):
        return EMPTY
    return decoded


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return not text.strip() or not text.translate(dict.fromkeys(map(ord, INVISIBLE))).strip()


def is_binary(data: bytes) -> bool:
    """Whether the bytes begin like a known binary format or hold what no text holds."""
    if data.startswith(MAGIC) or b"\x00" in data:
        return True
    controls = len(data) - len(data.translate(None, CONTROLS))
    return controls > 2 + CONTROL_SHARE * len(data)


def _wide(data: bytes) -> Decoded | str | None:
    """Decode UTF-16 and UTF-32, which only their mark tells from binary data."""
    for mark, codec in WIDE:
        if data.startswith(mark):
            try:
                return Decoded(text=data.decode(codec))
            except UnicodeDecodeError:
                return f"damaged {codec.upper()} text"
    return None


def _narrow(data: bytes) -> Decoded | str:
    """Decode UTF-8, mend it where it is only scratched, else take it for Windows-1252."""
    data = data.removeprefix(codecs.BOM_UTF8)
    if is_binary(data):
        return BINARY
    try:
        return Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError:
        return _mended(data) or _western(data)


def _mended(data: bytes) -> Decoded | None:
    """Take UTF-8 with a few bad bytes as UTF-8: as Windows-1252 every good character would turn to gibberish."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - len(text.encode("ascii", errors="ignore"))
    if good <= 2 * bad:
        return None
    return Decoded(text=text, notes=(f"{bad} damaged {'character' if bad == 1 else 'characters'} in UTF-8 text",))


def _western(data: bytes) -> Decoded | str:
    """Decode Windows-1252, which has five bytes without meaning."""
    try:
        return Decoded(text=data.decode("cp1252"), notes=("read as Windows-1252",))
    except UnicodeDecodeError:
        return BINARY
