"""Checks of what verdicts rest on.

Comes in: a base as read. Goes out: problems. A file of its own because these are the rules of evidence: they say what
may be called supported or contradicted, and nothing here is a matter of style.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from factcheck.db.bounds import narrowed, wider
from factcheck.db.load import Loaded
from factcheck.db.problems import Problem, did_you_mean
from factcheck.db.spots import (
    VERIFIED,
    all_assertions,
    assertions,
    evidence,
    folded,
    source_by_id,
    topics,
    unread,
    uses,
)
from factcheck.grounds.citing import PROOF
from factcheck.judge import REASONS
from factcheck.model import Source
from factcheck.model.terms import Setting

RULES = ("regulation", "regulator-notice", "warning-letter", "guideline", "advertising-ruling", "drug-label")
LABORATORY = {"in-vitro": "in-vitro", "ex-vivo": "in-vitro", "animal": "animal"}
"""Kinds of source whose findings hold in the laboratory, with the setting that says so."""
SOURCE_TO_FILL_IN = "fill-in"
"""What the template of `db new` writes where a source belongs."""
CARRIES = {"supported": "supports", "contradicted": "contradicts"}
"""What a source must show to carry the verdict."""


def source_known(loaded: Loaded) -> Iterator[Problem]:
    """Every source that is named has its file."""
    known = {*source_by_id(loaded), *unread(loaded, "sources")}
    for name, spot, route in uses(loaded):
        if name == SOURCE_TO_FILL_IN:
            yield spot.problem(route, "this has still to be filled in", "the name of a file in sources/, without .yaml")
        elif name not in known:
            hint = did_you_mean(name, known) if len(known) < 1000 else ""
            yield spot.problem(route, f"no source {name!r}", hint or f"write sources/{name}.yaml")


def verdict_rests_on_verified(loaded: Loaded) -> Iterator[Problem]:
    """A verdict needs a source that carries it and whose text somebody has seen."""
    known, missed = source_by_id(loaded), unread(loaded, "sources")
    for spot in assertions(loaded):
        wanted = CARRIES.get(spot.value.evidence_says)
        carriers = [each.source for each in spot.value.evidence if each.shows == wanted]
        seen = [name for name in carriers if name in missed or _verified(known.get(name))]
        if wanted and not seen:
            message = f"{spot.value.evidence_says!r} rests on no verified source that {wanted} it"
            hint = "give evidence whose source has `verification: verified` or `corrected`, or write unsettled"
            yield spot.problem(("evidence_says",), message, hint)


def unverified_carries_nothing(loaded: Loaded) -> Iterator[Problem]:
    """What nobody has seen may stand beside a verdict as context and no more."""
    known = source_by_id(loaded)
    for spot, entry in evidence(loaded):
        source = known.get(entry.value.source)
        if spot.value.evidence_says == "unsettled" or entry.value.shows == "context" or source is None:
            continue
        if source.verification in ("unverified", "not-found"):
            message = f"the source {source.id!r} is {source.verification} and cannot carry a verdict"
            yield entry.problem(("shows",), message, "write `shows: context`, or verify the source")


def contradicted_is_firm(loaded: Loaded) -> Iterator[Problem]:
    """Contradicted needs a rule, a definition or evidence of moderate strength."""
    for spot in assertions(loaded):
        if spot.value.evidence_says == "contradicted" and not spot.value.firm:
            message = f"'contradicted' on {spot.value.strength} evidence"
            hint = "needs strength moderate or high, or basis rule or definition; thinner evidence is unsettled"
            yield spot.problem(("evidence_says",), message, hint)


def own_evidence_is_unsettled(loaded: Loaded) -> Iterator[Problem]:
    """What only the firm can show, no literature settles."""
    for spot in assertions(loaded):
        if spot.value.basis == "own-evidence" and spot.value.evidence_says != "unsettled":
            message = f"basis own-evidence, but evidence_says {spot.value.evidence_says}"
            yield spot.problem(("evidence_says",), message, "a fact that only the firm can show is unsettled")


def rule_has_its_text(loaded: Loaded) -> Iterator[Problem]:
    """A verdict by rule names the rule."""
    known, missed = source_by_id(loaded), unread(loaded, "sources")
    for spot in assertions(loaded):
        names = [each.source for each in spot.value.evidence if each.shows != "context"]
        kinds = [known[name].kind for name in names if name in known]
        if spot.value.basis == "rule" and not set(names) & set(missed) and not set(kinds) & set(RULES):
            hint = f"its evidence needs a source of kind {', '.join(RULES)}"
            yield spot.problem(("basis",), "basis rule without a rule among the evidence", hint)


def laboratory_stays_there(loaded: Loaded) -> Iterator[Problem]:
    """What only dishes or animals support is supported in that setting alone."""
    known = source_by_id(loaded)
    for spot in assertions(loaded):
        names = [each.source for each in spot.value.evidence if each.shows == "supports"]
        settings = {_laboratory(known[name]) for name in names if name in known}
        if spot.value.evidence_says != "supported" or not settings or None in settings:
            continue
        if not settings & set(spot.value.within.setting):
            message = "supported by laboratory work alone, but not bounded to it"
            hint = f"write `within: {{setting: [{', '.join(sorted(filter(None, settings)))}]}}`, or call it unsettled"
            yield spot.problem(("evidence_says",), message, hint)


def retracted_carries_nothing(loaded: Loaded) -> Iterator[Problem]:
    """A retracted source carries no verdict."""
    known = source_by_id(loaded)
    for _, entry in evidence(loaded):
        source = known.get(entry.value.source)
        if source and source.retracted and entry.value.shows != "context":
            hint = "take the entry out, or write `shows: context`, and look at the strength again"
            yield entry.problem(("source",), f"{source.id!r} is retracted: {source.retracted}", hint)


def superseded_is_replaced(loaded: Loaded) -> Iterator[Problem]:
    """A superseded source gives way to the one that takes its place."""
    known = source_by_id(loaded)
    for _, entry in evidence(loaded):
        source = known.get(entry.value.source)
        if source and source.superseded_by and entry.value.shows != "context":
            message = f"{source.id!r} is superseded by {source.superseded_by!r}"
            yield entry.problem(("source",), message, "lean on the newer one; the older may stand as context")


def proof_lacking_is_verified(loaded: Loaded) -> Iterator[Problem]:
    """That proof is lacking makes "proven" contradicted, so somebody must have seen who says it."""
    known = source_by_id(loaded)
    for spot in assertions(loaded):
        source = known.get(spot.value.proof_lacking.source) if spot.value.proof_lacking else None
        if source and (not _verified(source) or source.retracted):
            state = "retracted" if source.retracted else source.verification
            message = f"the source {source.id!r} is {state} and cannot say that proof is lacking"
            yield spot.problem(("proof_lacking", "source"), message, "name a verified one, or leave the key out")


def quote_in_its_source(loaded: Loaded) -> Iterator[Problem]:
    """A quotation stands among its source's checked quotations."""
    known = source_by_id(loaded)
    quoted = [(entry.value.source, entry.value.quote, entry, ("quote",)) for _, entry in evidence(loaded)]
    lacking = [(spot, spot.value.proof_lacking) for spot in assertions(loaded)]
    quoted += [(each.source, each.quote, spot, ("proof_lacking", "quote")) for spot, each in lacking if each]  # type: ignore[misc]
    for name, quote, spot, route in quoted:
        source = known.get(name)
        if source and quote and folded(quote) not in {folded(each) for each in source.quotes}:
            hint = "copy it from there word by word, or add it there once it has been checked against the text"
            yield spot.problem(route, f"this quotation is not among the quotes of {name!r}", hint)


def stands_behind_known(loaded: Loaded) -> Iterator[Problem]:
    """`stands_behind` names a reason, proof or a concept."""
    if unread(loaded, "lexicon"):
        return
    known = {*REASONS, PROOF, *_concepts(loaded)}
    for spot in assertions(loaded):
        name = spot.value.stands_behind
        if name is not None and name not in known:
            hint = did_you_mean(name, known) or "a reason of the judge, `proof`, or a concept of the lexicon"
            yield spot.problem(("stands_behind",), f"nothing is called {name!r}", hint)


def _concepts(loaded: Loaded) -> set[str]:
    return {each.id for base in loaded.bases for read in base.lexicon for each in read.value.concepts}


def unless_known(loaded: Loaded) -> Iterator[Problem]:
    """`unless` names concepts of the lexicon."""
    if unread(loaded, "lexicon"):
        return
    known = _concepts(loaded)
    for spot in assertions(loaded):
        for number, name in enumerate(spot.value.unless):
            if name not in known:
                setting = "that is a setting: write it under `within`" if name in get_args(Setting) else ""
                hint = setting or did_you_mean(name, known) or "`factcheck explain WORD` finds concepts by a word"
                yield spot.problem(("unless", number), f"no concept {name!r} in the lexicon", hint)


def changes_narrow(loaded: Loaded) -> Iterator[Problem]:
    """An added base may narrow the bounds of an assertion, as the bases before it left them, and not widen them."""
    held = {spot.value.id: spot.value.within for spot in all_assertions(loaded)}
    for topic in topics(loaded):
        for number, change in enumerate(topic.value.changes):
            if change.within is None or change.id not in held:
                continue
            for key, beyond in wider(change.within, held[change.id]):
                message = f"wider than the assertion it narrows: {beyond}"
                yield topic.problem(("changes", number, "within", key), message, "name only what lies within that")
            held[change.id] = narrowed(held[change.id], change.within)


def _laboratory(source: Source) -> str | None:
    """The laboratory setting that the source's findings hold in; none if it met people, or no tissue at all."""
    if source.study is not None and not source.study.setting:
        return None
    return LABORATORY.get(source.kind)


def _verified(source: Source | None) -> bool:
    """Whether somebody has seen the text itself."""
    return source is not None and source.verification in VERIFIED and source.read != "none"


EVIDENCE_LINTS = (
    source_known,
    verdict_rests_on_verified,
    unverified_carries_nothing,
    contradicted_is_firm,
    own_evidence_is_unsettled,
    rule_has_its_text,
    laboratory_stays_there,
    retracted_carries_nothing,
    superseded_is_replaced,
    proof_lacking_is_verified,
    quote_in_its_source,
    unless_known,
    stands_behind_known,
    changes_narrow,
)
