"""The evidence base as loaded, all parts of it.

A file of its own because it is the one value that holds the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.assertions import Assertion
from factcheck.model.lexicon import Lexicon
from factcheck.model.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsDB:
    """The evidence base as loaded: read-only values."""

    assertions: tuple[Assertion, ...]
    sources: tuple[Source, ...]
    lexicon: Lexicon
    topics: tuple[tuple[str, str], ...] = ()
    """Topic names with their titles."""
    digest: str = ""
    """sha256 over all files, as "sha256:<hex>"."""
    as_of: str | None = None
    """Newest `as_of` month of the assertions."""
