"""The report as one JSON object: the promised contract for programs (report.schema.json describes it).

In: a Report. Out: JSON text, two spaces deep, no timestamps, keys in a fixed order: same input and base, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from factcheck.model import Carried, Checked, Citation, Claim, Policy, Qualifiers, Report, Rival, Suppression
from factcheck.report.options import Format, Options
from factcheck.report.safe import for_json
from factcheck.report.words import ruled, rules

SCHEMA = 1
FLAGS = ("negated", "hedged", "status", "appearance", "absolute", "claims_proof", "attributed")


def render(report: Report, options: Options) -> str:
    """The whole report."""
    return for_json(json.dumps(as_data(report, options), ensure_ascii=False, indent=2)) + "\n"


def as_data(report: Report, options: Options) -> dict[str, object]:
    """The whole report as plain data."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "factcheck", "version": report.version},
        "model": {"name": report.model_name, "version": report.model_version},
        "evidence_base": {
            "digest": report.digest,
            "assertions": report.assertions,
            "sources": report.sources,
            "as_of": report.as_of,
        },
        "documents": [document_data(document, options) for document in report.documents],
        "errors": [{"name": error.name, "message": error.message} for error in report.errors],
    }


def document_data(document: Checked, options: Options) -> dict[str, object]:
    """One document as plain data."""
    data: dict[str, object] = {
        "name": document.name,
        "notes": list(document.notes),
        "counts": counts(document),
        "claims": [claim_data(claim, options) for claim in document.claims],
    }
    if document.suppressions:
        data["suppressions"] = [_suppression(each) for each in document.suppressions]
    return data


def counts(document: Checked) -> Mapping[str, int]:
    """How many claims of each label, and the candidate sentences that hold none; what was taken out, if anything."""
    waived = {"suppressed": document.suppressed, "known": document.known}
    return {
        "supported": document.count("supported"),
        "unsupported": document.count("unsupported"),
        "contradicted": document.count("contradicted"),
        "not_covered": document.count("not_covered"),
        "skipped": document.skipped,
        **{key: count for key, count in waived.items() if count},
    }


def claim_data(claim: Claim, options: Options) -> dict[str, object]:
    """One claim as plain data; claims that are not covered also say what they may be about."""
    data: dict[str, object] = {
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "column": claim.column,
        "place": asdict(claim.place) if claim.place else None,
        "sentence": claim.sentence,
        "label": claim.label,
        "reason": claim.reason,
        "assertion": _assertion(claim),
        "agrees": claim.agrees if claim.assertion else None,
        "match": _match(claim),
        "rivals": [_rival(rival) for rival in claim.rivals],
        "carried": [_carried(part) for part in claim.carried],
        "qualifiers": _qualifiers(claim.qualifiers),
        "citations": [_citation(citation) for citation in _cited(claim, options)],
        "policy": [_policy(policy) for policy in rules(claim, options.markets)],
        "explanation": claim.explanation,
        "instead": claim.instead,
    }
    if claim.label == "not_covered":
        data["possible"] = [_rival(rival) for rival in claim.possible]
    if claim.suppressed is not None:
        data["suppressed"] = claim.suppressed
    return data


def _carried(part: Carried) -> dict[str, object]:
    place = asdict(part.spot.place) if part.spot.place else None
    return {"concept": part.concept, "role": part.role, "from_line": part.spot.line, "from_place": place}


def _suppression(suppression: Suppression) -> dict[str, object]:
    data = asdict(suppression)
    return {key: data[key] for key in ("id", "reason", "line", "column", "place", "state", "message")}


def _assertion(claim: Claim) -> dict[str, object] | None:
    found = claim.assertion
    if found is None:
        return None
    return {
        "id": found.id,
        "says": found.says,
        "evidence_says": found.evidence_says,
        "strength": found.strength,
        "as_of": found.as_of,
    }


def _match(claim: Claim) -> dict[str, object] | None:
    if claim.match is None:
        return None
    return {"score": round(claim.match.score, 3), "level": claim.match.level, "phrasing": claim.match.phrasing}


def _rival(rival: Rival) -> dict[str, object]:
    return {"id": rival.id, "score": round(rival.score, 3)}


def _qualifiers(qualifiers: Qualifiers) -> dict[str, object]:
    return {
        **{flag: getattr(qualifiers, flag) for flag in FLAGS},
        "setting": list(qualifiers.setting),
        "quantities": list(qualifiers.quantities),
        "cues": [{"kind": c.kind, "text": c.text, "start": c.start, "end": c.end} for c in qualifiers.cues],
    }


def _cited(claim: Claim, options: Options) -> tuple[Citation, ...]:
    """The evidence, then as context each rule's text that is not cited yet: `policy` names it by its id alone."""
    named = {citation.source for citation in claim.citations}
    texts = (text for _, text in ruled(claim, options.markets) if text and text.source not in named)
    return (*claim.citations, *{text.source: text for text in texts}.values())


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "source": citation.source,
        "shows": citation.shows,
        "citation": citation.citation,
        "url": citation.url,
        "quote": citation.quote,
        "verification": citation.verification,
    }


def _policy(policy: Policy) -> dict[str, object]:
    return {"market": policy.market, "status": policy.status, "note": policy.note, "source": policy.source}


FORMAT = Format(name="json", extension="json", render=render)
