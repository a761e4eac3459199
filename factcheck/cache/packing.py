"""Judged documents <-> bytes, without what the base holds anyway.

In: a `Checked` (or its bytes). Out: its bytes (or the `Checked`). A file of its own because two need it: the cache, and
the processes of a parallel run. Assertions travel as ids and citations as places in the base, so that a page takes a
few kilobytes; whatever the base does not explain travels whole, so that what comes out always equals what went in.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from factcheck.model import Assertion, Checked, Citation, Claim, ClaimsDB

LEVEL = 1
"""Of compression: text shrinks to a quarter, at 100 MB/s."""
LARGEST = 500_000_000
"""Bytes that an entry may unpack to; only a forged one is larger."""
Reference = tuple[str, int]
"""An assertion's id and the place of a piece of evidence in it."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim that leaves to the base what is the base's."""

    bare: Claim
    assertion: str | None
    citations: tuple[Reference | Citation, ...]
    ruled: bool
    """Whether the rules' texts are those that the base names."""


@dataclass(frozen=True, slots=True)
class _Document:
    """A judged document that leaves its name to whoever asks for it."""

    bare: Checked
    claims: tuple[_Claim, ...]


class Packer:
    """Packs and unpacks the judged documents of one base."""

    def __init__(self, db: ClaimsDB) -> None:
        self._assertions = {assertion.id: assertion for assertion in db.assertions}
        self._sources = {source.id: source for source in db.sources}
        self._citations: dict[str, tuple[Citation, ...]] = {}
        self._rulings: dict[str, tuple[Citation, ...]] = {}
        self._references: dict[Citation, Reference] = {}
        self._decoder = msgspec.msgpack.Decoder(tuple[_Document, ...])

    def pack(self, documents: Sequence[Checked]) -> bytes:
        """The documents of one input as bytes."""
        packed = tuple(
            _Document(replace(document, name="", claims=()), tuple(map(self._bare, document.claims)))
            for document in documents
        )
        return zlib.compress(msgspec.msgpack.encode(packed), LEVEL)

    def unpack(self, data: bytes, name: str) -> tuple[Checked, ...]:
        """The documents as they were; raises ValueError if the bytes are none of ours."""
        try:
            inflater = zlib.decompressobj()
            packed = self._decoder.decode(inflater.decompress(data, LARGEST))
            return tuple(self._document(document, name) for document in packed)
        except (zlib.error, msgspec.MsgspecError, LookupError, RecursionError) as error:
            raise ValueError("not a packed result") from error

    # -------------------------------------------------------------- packing

    def _bare(self, claim: Claim) -> _Claim:
        """The claim without its assertion and citations, and what they were."""
        if claim.assertion is None or self._assertions.get(claim.assertion.id) is not claim.assertion:
            return _Claim(claim, None, (), False)
        own = self._cited(claim.assertion.id)
        references = tuple(self._reference(citation, claim.assertion.id, own) for citation in claim.citations)
        explained = claim.rulings == self._ruled(claim.assertion.id)
        bare = replace(claim, assertion=None, citations=(), rulings=() if explained else claim.rulings)
        return _Claim(bare, claim.assertion.id, references, explained)

    def _reference(self, citation: Citation, name: str, own: tuple[Citation, ...]) -> Reference | Citation:
        """Where the base holds the citation: in the claim's own assertion, else (of a conflict) in any."""
        if citation in own:
            return name, own.index(citation)
        if not self._references:
            self._references = {
                cited: (other, place) for other in self._assertions for place, cited in enumerate(self._cited(other))
            }
        return self._references.get(citation, citation)

    def _cited(self, name: str) -> tuple[Citation, ...]:
        """The evidence of an assertion as reports print it."""
        if name not in self._citations:
            self._citations[name] = tuple(self._citation_of(self._assertions[name]))
        return self._citations[name]

    def _citation_of(self, assertion: Assertion) -> list[Citation]:
        return [
            source.cited(evidence.shows, evidence.quote, evidence.note)
            for evidence in assertion.evidence
            if (source := self._sources.get(evidence.source))
        ]

    def _ruled(self, name: str) -> tuple[Citation, ...]:
        """The texts of the rules of an assertion as reports print them."""
        if name not in self._rulings:
            named = dict.fromkeys(policy.source for policy in self._assertions[name].policy)
            self._rulings[name] = tuple(self._sources[each].cited("context") for each in named if each in self._sources)
        return self._rulings[name]

    # -------------------------------------------------------------- unpacking

    def _document(self, packed: _Document, name: str) -> Checked:
        claims = tuple(map(self._claim, packed.claims))
        return replace(packed.bare, name=name, claims=claims)

    def _claim(self, packed: _Claim) -> Claim:
        """The claim made whole."""
        claim = packed.bare
        if packed.assertion is not None:
            citations = tuple(
                cited if isinstance(cited, Citation) else self._cited(cited[0])[cited[1]] for cited in packed.citations
            )
            # The value was decoded a moment ago and nobody else holds it; a copy of it (`replace`) takes as long
            # as all the rest, and of these there are thousands in a folder that has not changed.
            object.__setattr__(claim, "assertion", self._assertions[packed.assertion])
            object.__setattr__(claim, "citations", citations)
            if packed.ruled:
                object.__setattr__(claim, "rulings", self._ruled(packed.assertion))
        return claim
