"""How a claim is made: negated, hedged, proven, in which setting, with which numbers; each with the cue that says so.

In goes a match in its sentence, out come its `Qualifiers`. One rule of reach serves every kind of cue; what the cues
are stands in the lexicon. A room of its own because these words, not similarity, decide most verdicts. The idea is that
of NegEx and ConText: cues with direction and scope, terminators, and masks, which hide what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from factcheck.language.normalise import quantities
from factcheck.match.phrasing import Match
from factcheck.model import Carried, Cue, Qualifiers
from factcheck.named import LEAVE_ON, THIN
from factcheck.qualify.amounts import is_dose, strays
from factcheck.qualify.doubts import doubts
from factcheck.qualify.granted import taken_back
from factcheck.qualify.leads import handed_down, lead_above, taken_from_lead
from factcheck.qualify.reach import denied, reaches, silent, turning
from factcheck.qualify.rivals import outdoes_above, outdoes_rival
from factcheck.reading.mentions import SUBJECTS, CueHit, ruled_out
from factcheck.reading.reader import Reader, Reading
from factcheck.segment.candidates import Candidate
from factcheck.segment.distance import is_own, recounts, reports_from, supposes
from factcheck.segment.surroundings import OPENING, Context

_NEEDLELESS = frozenset("no non without free needle needles needleless needled intact unbroken undamaged own".split())
"""Words of a setting cue that say that the skin is not opened."""
_AT_HOME = frozenset({"home", "daily", "twice"})
"""Words of a setting cue for a product used long after, away from the clinic."""


_SAID_BESIDE = "status"
"""Kind of what may be said wholly of a thing beside its effects: safe, natural."""
_OF_SEVERAL = frozenset({"one", "among", "some"})
"""Words before a superlative that let others stand beside it: "one of the most studied"."""
_RESEARCHED = frozenset({"studied", "researched", "tested", "investigated"})
"""Words of superlatives that say how much is known of a thing, not how much it does."""
_OFFERED = frozenset("solution solutions answer cure remedy fix way".split())
"""What a product is called that is "promising"."""
_CURES = frozenset("cure cures remedy remedies answer answers fix miracle".split())
"""What is no result of research, however "promising"."""
_NOT_THAT = frozenset({("rather", "than"), ("instead", "of"), ("as", "opposed")})
"""Pairs of words before a setting that is not the claim's."""

_ANSWERS = {(False, False): "yes", (True, False): "no", (False, True): "open", (True, True): "unproven"}
"""What is carried from a question, by whether its answer denies or doubts."""


def qualify(
    match: Match, candidate: Candidate, reader: Reader, beside: Sequence[Match] = ()
) -> tuple[Qualifiers, tuple[Carried, ...]]:
    """The qualifiers of a match (others of its sentence beside it), and what of them was carried from elsewhere."""
    reading, source = match.reading, candidate
    thin = any(m.concept in THIN for m in (match.anchor, *match.mentions))
    turns = [cue for cue in turning(match) if not (thin and cue.rule.kind == "no-proof")]
    turns += taken_back(match)
    reaching = [
        cue
        for cue in reading.cues
        if cue in turns or (reaches(cue, match.anchor, reading) and not silent(cue, match) and not _idle(cue, match))
    ]
    lead = lead_above(candidate)
    led = [] if match.from_question else handed_down(lead, reading)
    kinds = {cue.rule.kind for cue in (*reaching, *led)}
    settings, carried = _settings(candidate, reading, reader)
    proofs = [cue for cue in reaching if cue.rule.kind == "proof"]
    turned_down = match.from_question and (candidate.denies or candidate.doubts)
    unproven = [cue for cue in proofs if turned_down or denied(cue, reading)]
    doubted = _left_open(lead, led) or _states_doubt(reaching, reading) or bool(unproven)
    doubted = doubted or (match.from_question and candidate.doubts)
    return Qualifiers(
        negated=(len(turns) + (match.from_question and candidate.denies) + bool(candidate.under_denial)) % 2 == 1,
        hedged="hedge" in kinds or (match.from_question and candidate.doubts),
        status=doubted,
        appearance="appearance" in kinds,
        absolute=outdoes_rival(match, beside, reader)
        or outdoes_above(match, candidate, reader)
        or any(cue.rule.kind == "absolute" and not denied(cue, reading) for cue in reaching),
        claims_proof=len(unproven) < len(proofs),
        attributed="attribution" in kinds or candidate.quoted,
        testimonial=candidate.testimonial,
        disputed=bool({"dispute", "unsaid"} & kinds) or candidate.disputed or _is_reported(match, doubted),
        full_effect=match.full,
        opposite=match.opposite,
        setting=settings,
        quantities=_stray_quantities(match, candidate, reader, beside),
        cues=tuple(_cue(cue, reading, source) for cue in reaching if not match.from_question),
    ), (*carried, *_denial(match, candidate), *taken_from_lead(lead, led), *_tile(candidate))


def _left_open(lead: Context | None, led: Sequence[CueHit]) -> bool:
    """Whether the sentence above a list leaves it open that its items hold: "It is studied whether it can:"."""
    return lead is not None and any(cue.rule.kind == "status" and not _recommends(cue, lead.reading) for cue in led)


def _idle(cue: CueHit, match: Match) -> bool:
    """Whether a cue changes nothing: a mask, a setting turned down, "one of the best", a rank that is the claim.

    Nor does one that belongs to something else said beside it: "an alternative to retinol, 100 % natural".
    """
    if cue.rule.kind == "mask":
        return True
    if cue.rule.kind == "setting":
        return _turned_down(cue.first, match.reading)
    if cue.rule.kind == "status":
        return not doubts(cue, match.anchor, match.reading)
    if cue.rule.kind != "absolute":
        return False
    folds = match.reading.words.folds
    said = any(m.first <= cue.first and cue.last <= m.last for m in (match.anchor, *match.mentions))
    shared = not _OF_SEVERAL.isdisjoint(folds[max(0, cue.first - 3) : cue.first])
    researched = not _RESEARCHED.isdisjoint(folds[cue.first : cue.last])
    beside = (m for m in match.reading.mentions if m.kind == _SAID_BESIDE and m not in match.mentions)
    if any(m.first == cue.last for m in beside):
        return True
    return shared or (researched and (said or match.anchor.change is not None))


def _states_doubt(reaching: Sequence[CueHit], reading: Reading) -> bool:
    """Whether research status or lack of proof is stated, and not itself denied ("is not being studied")."""
    doubts = [cue for cue in reaching if cue.rule.kind in {"status", "no-proof"} and not _recommends(cue, reading)]
    return any(cue.rule.kind == "no-proof" or not denied(cue, reading) for cue in doubts)


def _recommends(cue: CueHit, reading: Reading) -> bool:
    """Whether a word of research praises a product: "a promising cure", "promising results: our serum"."""
    folds = reading.words.folds
    if folds[cue.first : cue.last] != ("promising",):
        return False
    if not _CURES.isdisjoint(folds[cue.last : cue.last + 3]):
        return True
    offered = not _OFFERED.isdisjoint(folds[cue.last : cue.last + 3])
    return is_own(reading) or (offered and any(m.kind == "product" and m.first < cue.first for m in reading.mentions))


def _cue(cue: CueHit, reading: Reading, candidate: Candidate) -> Cue:
    start, end = reading.words.starts[cue.first], reading.words.ends[cue.last - 1]
    text = candidate.text[start - candidate.start : end - candidate.start]
    return Cue(kind=cue.rule.kind, text=text, start=start, end=end, outdoes=cue.rule.outdoes)


def _is_reported(match: Match, doubted: bool) -> bool:
    """Whether the claim is one that the sentence says others have made, or only supposes."""
    if not match.from_question and supposes(match.anchor.first, match.reading, doubted):
        return True
    start = reports_from(match.reading)
    return start is not None and match.anchor.first > start


def _denial(match: Match, candidate: Candidate) -> Iterable[Carried]:
    """The yes or no that turns a question into a claim, or the "not" that a list's stem ends in."""
    if (above := candidate.under_denial) is not None:
        yield Carried(concept="not", role="polarity", spot=above.spot, text=above.text)
    if match.from_question and candidate.answers is not None:
        context = candidate.answers
        yield Carried(
            concept=_ANSWERS[candidate.denies, candidate.doubts],
            role="polarity",
            spot=context.spot,
            text=context.text,
        )


def _tile(candidate: Candidate) -> Iterable[Carried]:
    """The number that stands by itself on a line above."""
    if candidate.stat is not None:
        amount, spot = candidate.stat
        yield Carried(concept=amount.unit, role="quantity", spot=spot, text=amount.text)


# ------------------------------------------------------------------ setting and quantities


def _settings(candidate: Candidate, reading: Reading, reader: Reader) -> tuple[tuple[str, ...], tuple[Carried, ...]]:
    """Where the product meets the skin: from the sentence, else the section, else the kind of product; else unknown."""
    stated = _stated(reading, reader)
    if stated:
        return stated, ()
    own = any(m.kind in SUBJECTS and not reader.concepts[m.concept].generic for m in reading.mentions)
    for context in _around(candidate):
        if own and context.via == "sentence" and context is not candidate.section:
            continue
        if context.via != "page" and (found := _stated(context.reading, reader, carried=True)):
            return found, (_from(context, found[0]),)
    if _is_leave_on(reading):
        return ("intact-skin",), ()
    leave_on = next((context for context in candidate.contexts if _is_leave_on(context.reading)), None)
    if leave_on is None:
        return (), ()
    return ("intact-skin",), (_from(leave_on, "intact-skin"),)


def _around(candidate: Candidate) -> list[Context]:
    """The contexts, what the section opened with before its headings."""
    near = [context for context in candidate.contexts if context.via not in {"heading", "page"}]
    far = [context for context in candidate.contexts if context.via in {"heading", "page"}]
    return [*near, *([candidate.section] if candidate.section else []), *far]


def _from(context: Context, setting: str) -> Carried:
    return Carried(concept=setting, role="setting", spot=context.spot, text=context.text)


def _stated(reading: Reading, reader: Reader, *, carried: bool = False) -> tuple[str, ...]:
    """Settings named by cues or by procedures that a sentence speaks of; what it denies does not carry on."""
    cues = [cue for cue in reading.cues if cue.rule.setting and not _is_compared(cue, reading)]
    cues = [cue for cue in cues if not (carried and denied(cue, reading))]
    by_cue = [cue.rule.setting for cue in cues if not _turned_down(cue.first, reading)]
    spoken = [m for m in reading.mentions if m.role != "comparator" and not _turned_down(m.first, reading)]
    spoken = [m for m in spoken if not (carried and ruled_out(m, reading))]
    by_concept = [reader.concepts[m.concept].setting for m in spoken]
    found = tuple(sorted({s for s in (*by_cue, *by_concept) if s}))
    return ("intact-skin",) if "intact-skin" in found and _only_intact(frozenset(found), reading) else found


def _turned_down(first: int, reading: Reading) -> bool:
    """Whether a setting is named as what is not done: "rather than injected", "without RF microneedling"."""
    before = " ".join(reading.words.folds[max(0, first - 4) : first]).rpartition(",")[2].split()
    return "without" in before[-2:] or any(pair in _NOT_THAT for pair in pairwise(before))


def _is_compared(cue: CueHit, reading: Reading) -> bool:
    return any(m.role == "comparator" and m.first <= cue.first < m.last for m in reading.mentions)


def _only_intact(found: frozenset[str], reading: Reading) -> bool:
    """Whether intact skin is the setting, whatever else is named: no needle is used, or a dish leads to a product.

    A product's form alone ("mask", "serum") does not undo the procedure that it is used with.
    """
    cues = [cue for cue in reading.cues if cue.rule.setting == "intact-skin"]
    said = {word for cue in cues for word in reading.words.folds[cue.first : cue.last]}
    if not found & OPENING or said & _NEEDLELESS:
        return bool(cues)
    return bool(said & _AT_HOME) and "injected" not in found


def _is_leave_on(reading: Reading) -> bool:
    return any(m.concept in LEAVE_ON for m in reading.mentions)


def _stray_quantities(match: Match, candidate: Candidate, reader: Reader, beside: Sequence[Match]) -> tuple[str, ...]:
    """Numbers of the sentence, or of a tile above it, that the evidence does not have."""
    stated = [q for q in quantities(candidate.text) if not is_dose(q, match.reading, candidate.start)]
    stated += [candidate.stat[0]] if candidate.stat else []
    account = recounts(match.reading, reader)
    return strays(stated, candidate.text, match.assertion, (m.assertion for m in beside), account=account)
