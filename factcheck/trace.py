"""One sentence, step by step: how it was cut, read, matched, qualified and judged.

In go a text and a checker, out comes plain text for an expert who wants to know why. A room of its own because it only
looks on: nothing on the path knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from factcheck.engine import Checker
from factcheck.judge import REASONS
from factcheck.language.normalise import quantities
from factcheck.match.gate import Refusal
from factcheck.match.matches import attempts, matches
from factcheck.match.phrasing import Match
from factcheck.model import Claim
from factcheck.qualify.qualifiers import qualify
from factcheck.read import from_text
from factcheck.reading.reader import Mention, Reading
from factcheck.segment.candidates import Candidate, candidates

GATES = ("score", "direction", "quantity", "setting", "authority", "unless", "subject", "concept")
"""From the refusal that comes nearest to a match to the farthest."""
SHOWN = 6
"""Refused phrasings shown per sentence, the nearest first."""


def trace(text: str, checker: Checker) -> str:
    """Everything that happens to a text on its way to a verdict."""
    document = from_text(text)
    lines = ["BLOCKS", *(f"  {b.kind:9} {document.text[b.start : b.end]!r}" for b in document.blocks)]
    claims = checker.check(document).claims
    for candidate in candidates(document, checker.reader):
        lines += ["", f"SENTENCE  {candidate.text!r}", *(f"  {line}" for line in _steps(candidate, checker, claims))]
    return "\n".join(lines) + "\n"


def _steps(candidate: Candidate, checker: Checker, claims: tuple[Claim, ...]) -> Iterator[str]:
    yield from _read(candidate)
    if candidate.skip:
        yield f"skipped: {candidate.skip}"
        return
    yield from _tried(candidate, checker)
    for match in matches(candidate, checker.index):
        yield from _qualified(match, candidate, checker)
    here = [claim for claim in claims if candidate.start <= claim.start < candidate.end]
    for claim in here:
        name = claim.assertion.id if claim.assertion else "no assertion"
        yield f"verdict   {claim.label}: {name} on {claim.text!r}"
        yield f"          row {claim.reason}: {REASONS[claim.reason]}"
    if not here:
        yield "verdict   none: nothing here that the base speaks about"


def _read(candidate: Candidate) -> Iterator[str]:
    """What the lexicon sees, and where the sentence may inherit from."""
    reading = candidate.reading
    for mention in reading.mentions:
        yield f"concept   {_described(mention, reading)}"
    for quantity in quantities(candidate.text):
        yield f"quantity  {quantity.text!r} ({quantity.unit})"
    for cue in reading.cues:
        words = " ".join(reading.words.texts[cue.first : cue.last])
        setting = f", {cue.rule.setting}" if cue.rule.setting else ""
        yield f"cue       {cue.rule.kind} {words!r} (reaches {cue.rule.reaches}{setting})"
    for context in candidate.contexts:
        named = ", ".join(m.concept for m in context.subjects()) or "no subject"
        yield f"context   {context.via}, {context.spot.words}: {named}{' (foreign)' if context.foreign else ''}"


def _described(mention: Mention, reading: Reading) -> str:
    words = " ".join(reading.words.texts[mention.first : mention.last])
    extras = [mention.role] if mention.role != "main" else []
    extras += [mention.change] if mention.change else []
    extras += ["full effect"] if mention.full else []
    return f"{mention.concept} ({mention.kind}) in {words!r}" + (f": {', '.join(extras)}" if extras else "")


def _tried(candidate: Candidate, checker: Checker) -> Iterator[str]:
    """The phrasings that passed, and the nearest of those that did not."""
    tried = list(attempts(candidate, checker.index))
    for match in (a for a in tried if isinstance(a, Match)):
        margin = f"specific {match.rank[0]:g}, weight {match.rank[1]:.1f}"
        yield f"passed    {match.assertion.id} by {match.phrasing.text!r}: score {match.score} ({margin})"
    refused = [a for a in tried if isinstance(a, Refusal) and a.gate != "anchor"]
    nearest = sorted(refused, key=lambda a: GATES.index(a.gate))
    for refusal in nearest[:SHOWN]:
        name, text = refusal.phrasing.assertion.id, refusal.phrasing.text
        yield f"refused   {name} by {text!r}: {refusal.gate} {refusal.missing}"


def _qualified(match: Match, candidate: Candidate, checker: Checker) -> Iterator[str]:
    qualifiers, carried = qualify(match, candidate, checker.reader)
    flags = [field.name for field in fields(qualifiers) if getattr(qualifiers, field.name) is True]
    settings = ", ".join(qualifiers.setting) or "unknown"
    yield f"qualified {match.assertion.id}: {', '.join(flags) or 'plain'}; setting {settings}"
    for part in (*match.carried, *carried):
        yield f"carried   {part.concept} ({part.role}) from {part.spot.words}: {part.text!r}"
