"""Compressed files, opened without trusting them.

In: an open file that begins like gzip, or the bytes of a zip-based document. Out: the unpacked stream, which stops at
the limit; the size of what a zip would unpack to. A room file of its own because a few kilobytes can unpack to
a full disk, and every format that packs needs the same answer to that.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import BinaryIO, cast

GZIP = b"\x1f\x8b"
RATIO = 200
"""Copy packs to a fifth or a tenth; what unpacks to more than this is made to harm."""
HARMLESS = 10_000_000
"""Bytes below which the ratio does not matter."""
BOMB = "unpacks to far more than it should"


class BombError(ValueError):
    """What is packed unpacks to more than is safe."""


def unpacked(packed: BinaryIO) -> BinaryIO:
    """Open a gzip stream that ends in an error once it has grown out of proportion."""
    return cast(BinaryIO, _Bounded(packed))


class _Bounded(gzip.GzipFile):
    """Every way of reading on is checked."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed, mode="rb")
        self._packed_size = packed.seek(0, io.SEEK_END)
        packed.seek(0)

    def read(self, size: int | None = -1) -> bytes:
        """Read on; checked in steps, so that asking for everything is no way around the check."""
        parts: list[bytes] = []
        left = -1 if size is None else size
        while left and (part := super().read(HARMLESS if left < 0 else min(left, HARMLESS))):
            self._check()
            parts.append(part)
            left -= len(part) if left > 0 else 0
        return b"".join(parts)

    def read1(self, size: int = -1) -> bytes:
        """Read what is at hand."""
        part = super().read1(size)
        self._check()
        return part

    def readline(self, size: int | None = -1) -> bytes:
        """Read a line."""
        line = super().readline(-1 if size is None else size)
        self._check()
        return line

    def _check(self) -> None:
        if self.tell() > HARMLESS and self.tell() > RATIO * self._packed_size:
            raise BombError(BOMB)


def check_zip(data: bytes, max_bytes: int) -> str | None:
    """Say what speaks against unpacking a zip-based document, if anything does."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > max_bytes:
        return f"larger than {max_bytes // 1_000_000} MB when unpacked"
    return BOMB if size > HARMLESS and size > RATIO * len(data) else None
