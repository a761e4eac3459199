"""The rules section of a SARIF log: what each assertion says, and what it rests on.

In: the claims that are reported. Out: one rule per assertion (or per reason, where none decided), in order of id. A
file of its own because the help text of a rule is written for people, the rest of the log for programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Assertion, Citation, Claim
from factcheck.report.safe import visible
from factcheck.report.words import BALANCE, SIDE, VERIFICATION, reason

LEVEL = {"contradicted": "error", "unsettled": "warning", "supported": "note"}


def rule_id(claim: Claim) -> str:
    """The assertion's id, or the reason where no assertion decided."""
    return claim.assertion.id if claim.assertion else claim.reason


def rules_of(claims: Iterable[Claim]) -> list[dict[str, object]]:
    """The rules that the claims name, each once; citations are gathered from all claims of a rule."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(rule_id(claim), []).append(claim)
    return [_rule(identity, grouped[identity]) for identity in sorted(grouped)]


def _rule(identity: str, claims: list[Claim]) -> dict[str, object]:
    found = claims[0].assertion
    if found is None:
        said = reason(claims[0]).capitalize() + "."
        return {"id": identity, "shortDescription": {"text": said}, "help": {"text": said}}
    citations = list({c.source: c for claim in claims for c in claim.citations}.values())
    rule: dict[str, object] = {
        "id": identity,
        "shortDescription": {"text": visible(found.says)},
        "fullDescription": {"text": _balance(found)},
        "help": {
            "text": "\n".join(_help(found, citations)),
            "markdown": "\n\n".join(_marked_down(line) for line in _help(found, citations)),
        },
        "defaultConfiguration": {"level": LEVEL[found.evidence_says]},
        "properties": {"tags": [found.topic], "strength": found.strength, "asOf": found.as_of},
    }
    link = next((citation.url for citation in citations if citation.url), None)
    return {**rule, "helpUri": link} if link else rule


def _balance(found: Assertion) -> str:
    return f"The evidence {BALANCE[found.evidence_says]} (strength: {found.strength}). {visible(found.because)}"


def _help(found: Assertion, citations: list[Citation]) -> Iterator[str]:
    yield f"Assertion: “{visible(found.says)}”"
    yield _balance(found)
    for citation in citations:
        shown = f"{SIDE[citation.shows].capitalize()} the assertion: {visible(citation.citation)}"
        if citation.shows in ("mixed", "context"):
            shown = f"{SIDE[citation.shows].capitalize()}: {visible(citation.citation)}"
        link = f" {citation.url}" if citation.url else ""
        doubt = "" if citation.verification == "verified" else f" [{VERIFICATION[citation.verification]}]"
        yield f"{shown}{link}{doubt}"
    if found.instead:
        yield f"Wording that the evidence does carry: “{visible(found.instead)}”"


def _marked_down(line: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in line)
