"""What is cited for a claim, and what stands beside it: deciding evidence first, each note saying of what it speaks.

In go a match and the judge's row, out come citations. A room of its own because a citation that does not bear on its
claim costs the reader's trust, so what may stand beside a claim is decided in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.judge import OF_THE_FIRM, Row
from factcheck.match.phrasing import Match
from factcheck.model import Assertion, Citation, Claim, ClaimsDB, Evidence, Qualifiers
from factcheck.model.terms import EvidenceSays, Shows
from factcheck.named import UMBRELLA
from factcheck.reading.mentions import SUBJECTS
from factcheck.reading.reader import Reader
from factcheck.segment.candidates import Candidate

PROOF = "proof"
"""What an assertion stands behind that says what must be held for a proof, or a figure, that no evidence has."""
MOST_ASIDE = 3
"""Sources on a kind, or on subjects named beside one, that are cited beside a claim, the first of those that stand."""
_SURVEYS = ("systematic-review", "narrative-review")
"""Kinds of sources that speak of an ingredient at large, the best first."""
NOTED_ASIDE = "Of “{}” or its kind, not of this effect by itself: {}"
NOTED_OF_KIND = "On “{}”, the kind that {} names: {}"
NOTED_BESIDE = "On “{}”, named beside it: {}"
_AGREEING: dict[EvidenceSays, tuple[Shows, ...]] = {
    "supported": ("supports", "mixed", "context", "contradicts"),
    "unsettled": ("mixed", "contradicts", "context", "supports"),
    "contradicted": ("contradicts", "mixed", "context", "supports"),
}
"""What a source shows, the most telling first, by what the evidence says as a whole."""
_ORDER = {"supports": 0, "contradicts": 0, "mixed": 1, "context": 2}


class Shelf:
    """The sources of a base, and what of them stands behind reasons and ingredients."""

    def __init__(self, db: ClaimsDB, reader: Reader) -> None:
        self._reader = reader
        self._sources = {source.id: source for source in db.sources}
        self._behind = {a.stands_behind: a.evidence for a in db.assertions if a.stands_behind and not a.withdrawn}

    def citations(self, match: Match, row: Row, qualifiers: Qualifiers, candidate: Candidate) -> tuple[Citation, ...]:
        """The evidence of an assertion and of one that disagrees, deciding first, then what is cited beside it."""
        evidence = [*match.assertion.evidence, *(match.conflict.evidence if match.conflict else ())]
        aside = (*self.of_ingredient(match, row), *self._of_kinds(match, candidate), *_of_shared(match))
        rules = self._that_hold(self._of_reason(match, row, qualifiers), match, qualifiers)
        for each in (*rules, *aside):
            if each.source not in {other.source for other in evidence}:
                evidence.append(replace(each, shows="context"))
        return tuple(self._cited(sorted(evidence, key=lambda e: _ORDER[e.shows])))

    def rulings(self, assertion: Assertion) -> tuple[Citation, ...]:
        """The texts that the assertion's rules stand in."""
        named = dict.fromkeys(policy.source for policy in assertion.policy)
        return tuple(self._sources[name].cited("context") for name in named if name in self._sources)

    def of_ingredient(self, match: Match, row: Row) -> tuple[Evidence, ...]:
        """What is known of an ingredient whose effect is judged as any cosmetic's; each note says of what it speaks.

        It bears on no effect by itself, so what is borne out, or is the firm's to show, does without it.
        """
        carried = match.stands_for
        if carried is None or not carried.concept or not carried.text or match.assertion.basis != "studies":
            return ()
        if row.label == "supported" or row.reason in OF_THE_FIRM:
            return ()
        named = [carried.concept, *sorted(self._reader.closure(carried.concept) - {carried.concept})]
        known = next((self._behind[name] for name in named if name in self._behind), ())
        general = sorted(known, key=self._narrowness)[:1]
        return tuple(replace(e, note=NOTED_ASIDE.format(carried.text, e.note)) for e in general)

    def _narrowness(self, evidence: Evidence) -> int:
        """How little of an ingredient at large a source tells: reviews come before trials."""
        kind = self._sources[evidence.source].kind
        return _SURVEYS.index(kind) if kind in _SURVEYS else len(_SURVEYS)

    def _cited(self, evidence: Iterable[Evidence]) -> Iterator[Citation]:
        for each in evidence:
            if each.source in self._sources:
                yield self._sources[each.source].cited(each.shows, each.quote, each.note)

    def _of_reason(self, match: Match, row: Row, qualifiers: Qualifiers) -> tuple[Evidence, ...]:
        """What else a verdict rests on: its reason's rule, or that on figures or proof that no evidence has."""
        names = [row.reason]
        if row.label != "supported":
            measured = match.anchor.change is not None and any("%" in amount for amount in qualifiers.quantities)
            names += [PROOF] * (measured or qualifiers.claims_proof)
        return next((self._behind[name] for name in names if name in self._behind), ())

    def _that_hold(self, rules: Iterable[Evidence], match: Match, qualifiers: Qualifiers) -> tuple[Evidence, ...]:
        """The rules that hold for what is claimed of: one on cosmetics is none for needling or what is injected."""
        known, named = self._reader.concepts, {m.concept for m in match.mentions}
        named |= {carried.concept for carried in match.carried}
        about = [name for name in named if name in known and known[name].kind in SUBJECTS]
        other = bool(about) and not any(self._reader.isa(name, UMBRELLA) for name in about)
        beyond = other or "injected" in qualifiers.setting
        return tuple(e for e in rules if not (beyond and self._sources[e.source].cosmetics_only))

    def _of_kinds(self, match: Match, candidate: Candidate) -> Iterator[Evidence]:
        """What is known of the kind of ingredient that the page named before, where the claim speaks of the class."""
        if match.anchor.kind not in {"outcome", "disease"}:
            return  # a count, what it is, how it gets in: trials of its effects do not bear on these
        about = [m.concept for m in match.mentions] + [c.concept for c in match.carried if c.role == "subject"]
        for kind in (candidate.kinds[concept] for concept in about if concept in candidate.kinds):
            if kind.spot.order > candidate.spot.order:
                continue
            for known in self._behind.get(kind.concept, ())[:MOST_ASIDE]:
                yield replace(known, note=NOTED_OF_KIND.format(kind.text, kind.spot.words, known.note))


def with_more(claim: Claim, more: Iterable[Citation]) -> Claim:
    """The claim with further citations behind its own; none for what the evidence supports."""
    if claim.label == "supported":
        return claim
    own = {citation.source for citation in claim.citations}
    return replace(claim, citations=(*claim.citations, *(c for c in more if c.source not in own)))


def _of_shared(match: Match) -> tuple[Evidence, ...]:
    """What best tells what is known of each further subject of the claim's verb."""
    known = ((text, _fairest(assertion)) for text, assertion in match.shared[:MOST_ASIDE])
    return tuple(replace(e, note=NOTED_BESIDE.format(text, e.note).rstrip(": ")) for text, e in known)


def _fairest(assertion: Assertion) -> Evidence:
    """The first source that agrees with what the evidence says: of what is unsettled no favourable one stands alone."""
    wanted = _AGREEING[assertion.evidence_says]
    return min(assertion.evidence, key=lambda e: wanted.index(e.shows))
