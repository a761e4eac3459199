"""The path on one screen: a document in, its claims with their verdicts out.

Wires segment, match, qualify and judge together. A room of its own so that nothing else needs to know the order of the
steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from factcheck.grounds.citing import Shelf, with_more
from factcheck.grounds.explanation import deciding, explanation, offered, turns
from factcheck.grounds.marking import unbroken, with_denial, with_turn, with_words
from factcheck.grounds.quoting import whole
from factcheck.judge import NOT_COVERED, REASONS, Case, Row, judge
from factcheck.language.english import NOT_ENGLISH, in_another_language, language_notes
from factcheck.match.matches import matches
from factcheck.match.phrasing import Match
from factcheck.match.prepared import Ready, made
from factcheck.match.stems import effect_from_stem
from factcheck.model import (
    Checked,
    Claim,
    ClaimsDB,
    Document,
    InputError,
    MatchInfo,
    Qualifiers,
)
from factcheck.qualify.amounts import all_outside, bounds_crossed, own_figure
from factcheck.qualify.granted import without_echoes
from factcheck.qualify.qualifiers import qualify
from factcheck.qualify.reach import polarity
from factcheck.read import in_row, locate
from factcheck.reading.means import proves_own_means
from factcheck.reading.reader import Reader, Reading
from factcheck.segment.candidates import Candidate, candidates
from factcheck.segment.surroundings import PRONOUNS
from factcheck.waive import set_apart, waived

EXACT, CLOSE = 0.95, 0.8
"""Scores from which a match is called exact or close."""
_CLAIMING = frozenset({"effect", "outcome", "status", "disease", "authority", "relation"})
_WARNING = frozenset("can may might could sometimes occasionally rarely".split())


class Checker:
    """An evidence base made ready for judging; build once, check any number of documents."""

    def __init__(self, db: ClaimsDB, ready: Ready | None = None) -> None:
        ready = ready if ready is not None else made(db)
        self.db = db
        self.reader, self.index, self._nearby = ready.reader, ready.index, ready.nearby
        self.shelf = Shelf(db, self.reader)
        self.known = {*REASONS, *(assertion.id for assertion in db.assertions)}
        """What a note in the copy may name."""

    def answer(self, document: Document) -> Checked | InputError:
        """A document's claims, or why it was not checked: what cannot be read must not look like copy without any."""
        if in_another_language(document.text):
            return InputError(name=document.name, message=f"{in_row(document)}{NOT_ENGLISH}")
        return self.check(document)

    def check(self, document: Document) -> Checked:
        """Every claim of a document with its verdict, in reading order."""
        copy, notes = set_apart(document)
        found = [self._judged(candidate, copy) for candidate in candidates(copy, self.reader)]
        claims, suppressions = waived([claim for each in found for claim in each], notes, copy, self.known)
        return Checked(
            name=document.name, notes=(*document.notes, *language_notes(document.text)), claims=claims,
            skipped=sum(not each for each in found), text=document.text, suppressions=suppressions,
        )  # fmt: skip

    def _judged(self, candidate: Candidate, document: Document) -> list[Claim]:
        """The claims of one candidate; a claim that nothing is known about is listed as not covered."""
        found = without_echoes(matches(candidate, self.index))
        judged = ((match, self._claim(match, candidate, document, found)) for match in found)
        claims = _without_echoes([(match, claim) for match, claim in judged if claim is not None])
        if not found and _claims_something(candidate, self.reader):
            return [self._uncovered(candidate, document)]
        return claims

    def _claim(self, match: Match, candidate: Candidate, document: Document, beside: Sequence[Match]) -> Claim | None:
        """One match judged; None if the judge drops it."""
        qualifiers, carried = qualify(match, candidate, self.reader, beside)
        same = (qualifiers.negated != qualifiers.opposite) == polarity(match.phrasing)
        doses, times = bounds_crossed(match.assertion, candidate.text)
        inherited = any(carried.role == "subject" for carried in match.carried)
        case = Case(
            assertion=match.assertion, qualifiers=qualifiers, says_the_same=same,
            conflict=match.conflict is not None, complete=match.anchor.full, dose_outside=bool(doses),
            time_outside=bool(times), each_dose_outside=bool(doses) and all_outside(match.assertion, candidate.text),
            of_benefit=match.anchor.kind == "relation" or (match.anchor.change == "better" and not match.opposite),
            warns=_warns(match),
            unnamed=inherited and match.reading.words.folds[0] not in PRONOUNS,
            own_means=inherited and proves_own_means(match.reading), surveyed=candidate.surveyed,
            own_figure=match.assertion.basis == "studies" and bool(own_figure(match, qualifiers.quantities)),
        )  # fmt: skip
        row = judge(case)
        if row.label is None:
            return None
        start, end = self._span(match, candidate, beside, row, qualifiers)
        citations = self.shelf.citations(match, row, qualifiers, candidate)
        aside = {each.note for each in self.shelf.of_ingredient(match, row)} & {each.note for each in citations}
        return replace(
            _placed(candidate, document, start, end),
            label=row.label, reason=row.reason, assertion=match.assertion,
            match=MatchInfo(score=match.score, level=_level(match.score), phrasing=match.phrasing.text),
            rivals=match.rivals, carried=(*match.carried, *carried), qualifiers=qualifiers, agrees=same,
            citations=citations,
            rulings=self.shelf.rulings(match.assertion),
            explanation=explanation(match, row, qualifiers, (*doses, *times), candidate, cited=bool(aside)),
            instead=offered(match, row, qualifiers),
        )  # fmt: skip

    def _uncovered(self, candidate: Candidate, document: Document) -> Claim:
        """A claim that the base does not know, with what it may be about."""
        claim = _placed(candidate, document, candidate.start, candidate.end)
        return replace(claim, explanation=REASONS[NOT_COVERED], possible=self._nearby.to(candidate.reading.words))

    def _span(
        self, match: Match, candidate: Candidate, beside: Sequence[Match], row: Row, qualifiers: Qualifiers
    ) -> tuple[int, int]:
        """Characters of a match's words, with what denies them, goes too far or softens in them.

        A claim made by answering a question is its sentence.
        """
        if match.from_question:
            return candidate.start, candidate.end
        words, (first, last) = match.reading.words, whole(match, beside)
        span = with_denial((words.starts[first], words.ends[last - 1]), qualifiers)
        taken = [range(words.starts[m.first], words.ends[m.last - 1]) for m in beside if m is not match]
        telling = deciding(row, qualifiers)
        span = with_words(span, telling, taken)
        span = with_turn(span, turns(row, qualifiers, span[0]), candidate.text, candidate.start, taken)
        return unbroken(span, candidate.text, candidate.start, taken)


# ------------------------------------------------------------------ parts of a claim


def _placed(candidate: Candidate, document: Document, start: int, end: int) -> Claim:
    """A claim with its place and no verdict yet."""
    line, column, place = locate(document, start)
    return Claim(
        text=document.text[start:end], start=start, end=end, line=line, column=column, place=place,
        sentence=candidate.text, label="not_covered", reason=NOT_COVERED,
    )  # fmt: skip


def _claims_something(candidate: Candidate, reader: Reader) -> bool:
    """Whether a sentence states something that could be checked: an effect, a status, an outcome."""
    if candidate.skip is not None or candidate.kind in {"stat", "question"}:
        return False
    return _states(candidate.reading) or _states_by_stem(candidate, reader)


def _states_by_stem(candidate: Candidate, reader: Reader) -> bool:
    """Whether an item names an outcome to which its list's stem states an effect."""
    named = any(m.kind in {"outcome", "disease"} for m in candidate.reading.mentions)
    return named and effect_from_stem(candidate, candidate.reading, reader) is not None


def _states(reading: Reading) -> bool:
    kinds = [m.kind for m in reading.mentions]
    return any(m.change for m in reading.mentions) or len(_CLAIMING.intersection(kinds)) >= 2


def _warns(match: Match) -> bool:
    """Whether it says that something can get worse, and the assertion that it gets better: "can cause redness"."""
    before = match.reading.words.folds[: match.anchor.last]
    return match.opposite and match.anchor.change == "worse" and not _WARNING.isdisjoint(before)


def _without_echoes(judged: Sequence[tuple[Match, Claim]]) -> list[Claim]:
    """Lets "clinically proven" go with the claim whose proof it asserts, and its citations with it."""
    claims = [claim for _, claim in judged]
    proofs = [claim for match, claim in judged if _names_proof(match, claim)]
    if not any(claim.qualifiers.claims_proof for claim in claims if claim not in proofs):
        return claims
    cited = tuple(citation for proof in proofs for citation in proof.citations)
    return [with_more(c, cited) if c.qualifiers.claims_proof else c for c in claims if c not in proofs]


def _names_proof(match: Match, claim: Claim) -> bool:
    """Whether the words that decide a claim are those of a proof: "clinically proven"."""
    words, anchor = match.reading.words, match.anchor
    start, end = words.starts[anchor.first], words.ends[anchor.last - 1]
    return any(cue.kind == "proof" and cue.start < end and start < cue.end for cue in claim.qualifiers.cues)


def _level(score: float) -> Literal["exact", "close", "loose"]:
    return "exact" if score >= EXACT else "close" if score >= CLOSE else "loose"
