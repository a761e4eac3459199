"""Candidates to matches: which assertions a sentence makes, and where.

In goes a candidate, out come its matches: what passed the gate with the best score, the most specific assertion for
each stretch of words. A room of its own because only here do the assertions of a base compete for the words of a copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.match.gate import Case, Found, Refusal
from factcheck.match.index import Index
from factcheck.match.pairs import BOTH
from factcheck.match.phrasing import Match, opposite
from factcheck.match.spans import apart, merged, numbers, span, with_numbers
from factcheck.model import Assertion, Carried, Rival
from factcheck.named import STUDY
from factcheck.reading.naming import is_trade_name, names_again
from factcheck.reading.reader import Mention, Reading
from factcheck.segment.candidates import Candidate
from factcheck.segment.distance import is_own


def matches(candidate: Candidate, index: Index) -> tuple[Match, ...]:
    """The claims of one candidate, left to right, their spans apart; empty if it is skipped or none is known."""
    if candidate.skip is not None:
        return ()
    found = _best_by_anchor(candidate, candidate.reading, index, from_question=False)
    if not found and candidate.answers is not None:
        found = _best_by_anchor(candidate, candidate.answers.reading, index, from_question=True)
    return apart(merged(_told(found, index)))


def attempts(candidate: Candidate, index: Index) -> Iterator[Match | Refusal]:
    """Every phrasing that can be anchored in a candidate's own words, with what becomes of it."""
    case = Case(candidate, candidate.reading, index, False)
    for mention in case.mentions:
        for concept in sorted(index.reader.closure(mention.concept)):
            tried = (case.attempt(phrasing, mention) for phrasing in index.by_anchor.get(concept, ()))
            yield from (_match(case, [each]) if isinstance(each, Found) else each for each in tried)


def _best_by_anchor(candidate: Candidate, reading: Reading, index: Index, *, from_question: bool) -> list[Match]:
    """The most specific match at each mention that a phrasing can be anchored on."""
    case = Case(candidate, reading, index, from_question)
    best: list[Match] = []
    names = [context.reading for context in candidate.contexts if is_trade_name(context.reading)]
    for mention in case.mentions:
        if any(names_again(mention, reading, name) for name in names):
            continue
        concepts = sorted(index.reader.closure(mention.concept))
        phrasings = [phrasing for concept in concepts for phrasing in index.possible(concept, case.present)]
        tried = [case.attempt(phrasing, mention) for phrasing in phrasings]
        hits = [attempt for attempt in tried if isinstance(attempt, Found)]
        if hits:
            ordered = sorted(hits, key=_order)
            best += _of_each(case, _match(case, ordered), ordered)
    return best


def _told(found: list[Match], index: Index) -> list[Match]:
    """The matches; beside a fair account of a study, what it tells of its results is that account and no promise."""
    accounts = [m for m in found if m.assertion.evidence_says == "supported" and _is_account(m, index)]
    if not accounts or is_own(found[0].reading):
        return found
    return [match for match in found if match in accounts or match.assertion.evidence_says != "unsettled"]


def _is_account(match: Match, index: Index) -> bool:
    """Whether what the assertion says is the result of a study, which its phrasing names."""
    asked = (match.phrasing.anchor, *match.phrasing.others)
    return not match.opposite and any(index.reader.isa(requirement.concept, STUDY) for requirement in asked)


def _order(found: Found) -> tuple[float, float, bool, float, str]:
    """The most specific first, then what says the same and not the opposite, then the nearest; the name at the end.

    "Less irritation" is what is said of gentleness before it is a denial that something irritates.
    """
    turned = opposite(found.phrasing, found.mentions[0])
    return -found.rank[0], -found.rank[1], turned, -found.score, found.phrasing.assertion.id


def _rivals(ordered: Sequence[Found]) -> tuple[Rival, ...]:
    """The runners-up behind the first, each assertion once."""
    rivals: dict[str, float] = {}
    for found in ordered:
        rivals.setdefault(found.phrasing.assertion.id, found.score)
    return tuple(Rival(id=name, score=score) for name, score in list(rivals.items())[1:4])


def _conflict(ordered: Sequence[Found]) -> Assertion | None:
    """An assertion as specific as the first whose evidence disagrees with it."""
    top = ordered[0]
    equals = (found.phrasing.assertion for found in ordered if (found.rank, found.score) == (top.rank, top.score))
    return next((other for other in equals if _disagree(other, top.phrasing.assertion)), None)


def _disagree(left: Assertion, right: Assertion) -> bool:
    return {left.evidence_says, right.evidence_says} == {"supported", "contradicted"}


def _of_each(case: Case, top: Match, ordered: Sequence[Found]) -> Iterator[Match]:
    """What is said of each subject of a verb: evidence for retinol is none for what stands by it.

    Where it settles neither, one verdict is enough for both.
    """
    shared = []
    for subject in case.subjects.beside(top.mentions):
        own = [found for found in ordered if not found.rank[0] or _is_of(subject, found, case)]
        if own and own[0].rank[0] and subject not in own[0].mentions:
            continue  # the class that both belong to answers for it
        other = own[0].phrasing.assertion if own else top.assertion
        says = [top.assertion.evidence_says, other.evidence_says]
        if other.id != top.assertion.id and says != ["unsettled", "unsettled"]:
            yield replace(_match(case, own), first=subject.first, last=subject.last)
        elif other.id != top.assertion.id and subject in own[0].mentions:
            shared.append((" ".join(case.reading.words.texts[subject.first : subject.last]), other))
    yield from _of_other(case, top, ordered)
    yield replace(top, shared=tuple(shared))


def _of_other(case: Case, top: Match, ordered: Sequence[Found]) -> Iterator[Match]:
    """What is said of the other of two that are only called "both", where it is no better settled of that one."""
    first = next((carried.concept for carried in top.carried if carried.role in {"subject", "setting"}), None)
    for other in (each for each in case.subjects.both if first and each.concept != first):
        own = next((found for found in ordered if not found.rank[0] or other in found.carried), None)
        says = {top.assertion.evidence_says, own.phrasing.assertion.evidence_says} if own else {"unsettled"}
        if own and own.phrasing.assertion.id != top.assertion.id and says != {"unsettled"}:
            at = case.reading.words.folds.index(BOTH)
            yield replace(_match(case, [own]), first=at, last=at + 1)


def _is_of(subject: Mention, found: Found, case: Case) -> bool:
    """Whether a phrasing is of a subject, or of the class that it belongs to."""
    classes = (requirement.concept for requirement in found.phrasing.subjects)
    return subject in found.mentions or any(case.reader.isa(subject.concept, concept) for concept in classes)


def _match(case: Case, ordered: Sequence[Found]) -> Match:
    """The first of those that passed at one anchor, with the others as its rivals."""
    found = ordered[0]
    phrasing, anchor, carried = found.phrasing, found.anchor, list(found.carried)
    if case.stem and case.by_stem(anchor):
        carried.append(Carried(concept=case.stem.concept, role="effect", spot=case.stem.spot, text=case.stem.text))
    if anchor in case.asked and (asked := case.candidate.asked):
        carried.append(Carried(concept=anchor.concept, role="effect", spot=asked.spot, text=asked.text))
    figures = numbers(phrasing.quantities, case.counted, case.reading)
    first, last = with_numbers(span(anchor, found.mentions, case.reading), figures, case.reading)
    return Match(
        phrasing.assertion, phrasing, case.reading, anchor, tuple(found.mentions), first, last, found.score,
        found.rank, tuple(carried), opposite=opposite(phrasing, anchor),
        full=anchor.full and not phrasing.whole, from_question=case.from_question,
        rivals=_rivals(ordered), conflict=_conflict(ordered),
        stands_for=case.subjects.ingredient(anchor) if not found.specific else None, numbers=figures,
    )  # fmt: skip
