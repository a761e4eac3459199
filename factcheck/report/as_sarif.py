"""SARIF 2.1.0, for code-scanning services and editors: a rule per assertion, a result per flagged claim.

In: a Report. Out: JSON by the standard. Claims that no assertion decided have the reason as their rule. A finding's
fingerprint is made of its words and its rule, not of its line, so that it stays the same finding when text is moved.
What could not be read is a notification of the run. Supported and not-covered claims are results only if all are asked
for, as kinds `pass` and `open`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote

from factcheck.model import Checked, Claim, InputError, Label, Report, Suppression
from factcheck.report.options import Format, Options
from factcheck.report.paths import from_root
from factcheck.report.safe import for_json, visible
from factcheck.report.sarif_rules import rule_id, rules_of
from factcheck.report.words import (
    ADVICE,
    SIDE,
    WORD,
    dated,
    flagged,
    idle,
    in_order,
    noted,
    position,
    rules,
    sided,
    suppressed,
    told,
)

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
KIND: dict[Label, tuple[str, str]] = {
    "contradicted": ("fail", "error"),
    "unsupported": ("fail", "warning"),
    "supported": ("pass", "none"),
    "not_covered": ("open", "none"),
}
FINGERPRINT = "factcheckClaim/v1"


def render(report: Report, options: Options) -> str:
    """The whole report."""
    chosen = [(document, claim) for document in report.documents for claim in _chosen(document, options)]
    chosen = chosen[: options.max_findings]
    listed = rules_of([claim for _document, claim in chosen])
    number = {rule["id"]: index for index, rule in enumerate(listed)}
    prints = _fingerprints(chosen, options)
    waiving = any(claim.suppressed is not None for _document, claim in chosen)
    run = {
        "tool": {"driver": _driver(report, listed)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, options)],
        "results": [
            _result(document, claim, number, mark, options) | _suppressions(claim, waiving)
            for (document, claim), mark in zip(chosen, prints, strict=True)
        ],
        "properties": {"evidence": f"{dated(report)} {ADVICE}"},
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return for_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _chosen(document: Checked, options: Options) -> list[Claim]:
    wanted = document.claims if options.show == "all" else (*flagged(document.claims), *suppressed(document.claims))
    return in_order(wanted)


def _driver(report: Report, listed: list[dict[str, object]]) -> dict[str, object]:
    facts = {
        "evidenceDigest": report.digest,
        "evidenceAsOf": report.as_of,
        "model": f"{report.model_name} {report.model_version}",
    }
    return {"name": "factcheck", "version": report.version, "rules": listed, "properties": facts}


def _invocation(report: Report, options: Options) -> dict[str, object]:
    notes = [_notification(error, options) for error in report.errors]
    read = [_noted(name, note, options) for name, note in noted(report.documents)]
    idling = [_idling(document, note, options) for document in report.documents for note in idle(document)]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": [*notes, *read, *idling]}


def _noted(name: str, note: str, options: Options) -> dict[str, object]:
    """What happened while a document was read: damaged characters, an old encoding."""
    return {
        "level": "note",
        "descriptor": {"id": "as-read"},
        "message": {"text": visible(note)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(name, options)}}}],
    }


def _idling(document: Checked, note: Suppression, options: Options) -> dict[str, object]:
    """A note in the copy that does nothing."""
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(document.name, options)}}
    if note.place is None:
        physical["region"] = {"startLine": note.line, "startColumn": note.column}
    return {
        "level": "note",
        "descriptor": {"id": f"{note.state}-suppression"},
        "message": {"text": told(note)},
        "locations": [{"physicalLocation": physical}],
    }


def _notification(error: InputError, options: Options) -> dict[str, object]:
    return {
        "level": "error",
        "descriptor": {"id": "could-not-be-checked"},
        "message": {"text": visible(error.message)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(error.name, options)}}}],
    }


def _result(
    document: Checked, claim: Claim, number: Mapping[object, int], mark: str, options: Options
) -> dict[str, object]:
    kind, level = KIND[claim.label]
    return {
        "ruleId": rule_id(claim),
        "ruleIndex": number[rule_id(claim)],
        "kind": kind,
        "level": level,
        "message": {
            "text": f"{WORD[claim.label].capitalize()}: “{visible(claim.text)}”. {visible(claim.explanation)}".rstrip()
        },
        "locations": [_location(document, claim, options)],
        "partialFingerprints": {FINGERPRINT: mark},
        "properties": _properties(claim, options),
    }


def _suppressions(claim: Claim, waiving: bool) -> dict[str, object]:
    """The standard wants them on all results of a run or on none; an empty list means that the finding counts."""
    if not waiving:
        return {}
    if claim.suppressed is None:
        return {"suppressions": []}
    return {"suppressions": [{"kind": "inSource", "justification": visible(claim.suppressed)}]}


def _location(document: Checked, claim: Claim, options: Options) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(document.name, options)}}
    if claim.place is not None:
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": visible(position(claim))}]}
    lines = claim.text.split("\n")
    end = len(lines[-1]) + (claim.column if len(lines) == 1 else 1)
    physical["region"] = {
        "startLine": claim.line,
        "startColumn": claim.column,
        "endLine": claim.line + len(lines) - 1,
        "endColumn": end,
        "snippet": {"text": claim.text},
    }
    return {"physicalLocation": physical}


def _properties(claim: Claim, options: Options) -> dict[str, object]:
    return {
        "label": claim.label,
        "reason": claim.reason,
        "sentence": claim.sentence,
        "citations": [
            {
                "shows": SIDE[sided(c.shows, claim.agrees)],
                "citation": c.citation,
                "url": c.url,
                "verification": c.verification,
            }
            for c in claim.citations
        ],
        "policy": [f"{p.market}: {p.status}: {p.note}" for p in rules(claim, options.markets)],
        "instead": claim.instead,
    }


def _fingerprints(chosen: list[tuple[Checked, Claim]], options: Options) -> list[str]:
    """For each claim the digest of document, rule and words; equal ones are told apart by their order."""
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for document, claim in chosen:
        key = (
            uri(document.name, options),
            rule_id(claim),
            " ".join(claim.sentence.split()),
            " ".join(claim.text.split()),
        )
        seen[key] += 1
        whole = "\0".join((*key, str(seen[key]))).encode("utf-8", "backslashreplace")
        marks.append(hashlib.sha256(whole).hexdigest()[:32])
    return marks


def uri(name: str, options: Options) -> str:
    """A document's name as a reference with forward slashes, from the root where it lies below it."""
    path = from_root(name, options).encode("utf-8", "backslashreplace")
    drive = path[1:3] == b":/"
    lead = "file:///" if drive else "file://" if path.startswith(b"/") else ""
    return lead + quote(path, safe="/:" if drive else "/~")


FORMAT = Format(name="sarif", extension="sarif", render=render)
