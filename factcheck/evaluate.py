"""Labelled copy to figures: how far to trust the tool on your own pages.

In goes a folder with `claims*.jsonl` and, for rows that name a file, `pages/`; out come the figures and every miss with
the stage that lost it. A room of its own because it looks at the whole path from outside.

A row holds `text` and `label` (supported, unsupported, contradicted, not-covered) and may hold `file` (the page that
`text` stands in, word for word; a row without one is a page of its own), `also_ok` (labels that are right too), `half`
(a name to select rows by), `is_claim`, `family`, `assertion` and `id`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from factcheck.engine import Checker
from factcheck.match.matches import attempts
from factcheck.match.phrasing import Match
from factcheck.model import Checked, Claim
from factcheck.read import from_text
from factcheck.segment.candidates import Candidate, candidates

LABELS = ("supported", "unsupported", "contradicted", "none")
GRAVITY = {"none": 0, "supported": 1, "unsupported": 2, "contradicted": 3}
"""Where several claims stand in one sentence, the gravest label counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled sentence."""

    id: str
    text: str
    label: str
    file: str | None
    also_ok: frozenset[str]
    is_claim: bool
    agreed: bool | None
    assertion: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A labelled sentence with the label it got."""

    row: Row
    got: str
    claims: tuple[Claim, ...]
    found: bool = True
    """Whether the sentence stands in its page."""
    stage: str = ""
    """Of a miss: the stage that lost it."""

    @property
    def right(self) -> bool:
        return self.got == self.row.label or self.got in self.row.also_ok


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What an evaluation comes to; shares between 0 and 1."""

    sentences: int
    accuracy: float
    link_recall: float
    harmful_flips: float
    false_accusations: float
    non_claims_flagged: float
    macro_f1: float
    per_label: dict[str, tuple[float, float, float, int]]
    """Precision, recall, F1 and number of rows of each label."""
    confusion: dict[tuple[str, str], int] = field(default_factory=dict)
    """Rows by label wanted and label got."""
    stages: dict[str, int] = field(default_factory=dict)
    """Misses by the stage that lost them."""
    not_found: int = 0


def load_rows(folder: Path, half: str | None = None) -> tuple[Row, ...]:
    """The labelled rows of a folder; raises ValueError that names file and line of a bad row, OSError if unreadable."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise ValueError(f"{folder}: no .jsonl file with labelled rows")
    return tuple(row for file in files for row in _rows(file, half))


def _rows(file: Path, half: str | None) -> Iterator[Row]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if not isinstance(data, dict):
                raise TypeError("no object")
            if half is None or data.get("half") == half:
                yield _row(data, f"{file.stem}:{number}")
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{file}:{number}: not a labelled row ({error})") from error


def _row(data: dict[str, Any], name: str) -> Row:
    for key in ("text", "label", *(["file"] if data.get("file") is not None else [])):
        if not isinstance(data[key], str):
            raise TypeError(f"{key!r} holds no text")
    return Row(
        id=str(data.get("id", name)),
        text=data["text"],
        label=_plain(data["label"]),
        file=data.get("file"),
        also_ok=frozenset(map(_plain, data.get("also_ok", ()))),
        is_claim=bool(data.get("is_claim", True)),
        agreed=data.get("agreed"),
        assertion=data.get("assertion"),
    )


def _plain(label: str) -> str:
    """One spelling for all the ways to say that there is no verdict; raises ValueError for an unknown label."""
    name = label.replace("_", "-")
    if name in {"not-covered", "none", "no-verdict"}:
        return "none"
    if name not in LABELS:
        raise ValueError(f"unknown label {label!r}")
    return name


def evaluate(rows: Sequence[Row], folder: Path, checker: Checker) -> tuple[Outcome, ...]:
    """Judge every row's page once and compare."""
    pages: dict[str, tuple[str, Checked]] = {}
    return tuple(_outcome(row, folder, checker, pages) for row in rows)


def _outcome(row: Row, folder: Path, checker: Checker, pages: dict[str, tuple[str, Checked]]) -> Outcome:
    name = row.file or f"<{row.id}>"
    if name not in pages:
        text = (folder / "pages" / row.file).read_bytes().decode("utf-8-sig") if row.file else row.text
        pages[name] = text, checker.check(from_text(text, name))
    text, checked = pages[name]
    span = _find(text, row.text)
    if span is None:
        return Outcome(row=row, got="none", claims=(), found=False, stage="not in its page")
    hits = tuple(c for c in checked.claims if min(c.end, span[1]) > max(c.start, span[0]))
    got = max((_plain(c.label) for c in hits), key=GRAVITY.__getitem__, default="none")
    outcome = Outcome(row=row, got=got, claims=hits)
    return outcome if outcome.right else replace(outcome, stage=_stage(outcome, text, span, checker))


def _find(page: str, sentence: str) -> tuple[int, int] | None:
    """Where a sentence stands in its page, white space folded."""
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), page)
    return found.span() if found else None


# ------------------------------------------------------------------ which stage lost it


def _stage(outcome: Outcome, text: str, span: tuple[int, int], checker: Checker) -> str:
    """The first stage at which a missed sentence went wrong."""
    if outcome.row.label == "none":
        return "gate let it through"
    if outcome.got != "none":
        right = any(c.assertion is not None and c.assertion.id == outcome.row.assertion for c in outcome.claims)
        return "qualifier or judge" if right or outcome.row.assertion is None else "another assertion"
    here = [c for c in candidates(from_text(text), checker.reader) if min(c.end, span[1]) > max(c.start, span[0])]
    if all(c.skip for c in here):
        return "not a candidate"
    return _lost(here, checker)


def _lost(here: Iterable[Candidate], checker: Checker) -> str:
    refused = [a for c in here if not c.skip for a in attempts(c, checker.index)]
    if any(isinstance(a, Match) for a in refused):
        return "judge dropped it"
    gates = Counter(a.gate for a in refused if not isinstance(a, Match))
    if not gates:
        return "no concept to anchor on"
    return "score" if "score" in gates else "gate"


# ------------------------------------------------------------------ figures


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Precision, recall and F1 of each label, flips, false alarms, coverage."""
    seen = [o for o in outcomes if o.found]
    confusion = Counter((o.got if o.right else o.row.label, o.got) for o in seen)
    covered = [o for o in seen if o.row.label != "none"]
    uncovered = [o for o in seen if o.row.label == "none"]
    quiet = [o for o in uncovered if not o.row.is_claim]
    per_label = {label: _scores(label, confusion) for label in LABELS}
    return Figures(
        sentences=len(seen),
        accuracy=_share(sum(o.right for o in seen), len(seen)),
        link_recall=_share(sum(o.got != "none" for o in covered), len(covered)),
        harmful_flips=_share(sum(_flipped(o) for o in covered), len(covered)),
        false_accusations=_share(sum(map(_accused, uncovered)), len(uncovered)),
        non_claims_flagged=_share(sum(map(_accused, quiet)), len(quiet)),
        macro_f1=_share(sum(scores[2] for scores in per_label.values()), len(LABELS)),
        per_label=per_label,
        confusion=dict(sorted(confusion.items())),
        stages=dict(Counter(o.stage for o in seen if not o.right).most_common()),
        not_found=len(outcomes) - len(seen),
    )


def _flipped(outcome: Outcome) -> bool:
    """An unsupported or contradicted claim called supported, or the other way round."""
    judged = not outcome.right and outcome.got != "none"
    return judged and (outcome.row.label == "supported") != (outcome.got == "supported")


def _accused(outcome: Outcome) -> bool:
    return not outcome.right and outcome.got in {"unsupported", "contradicted"}


def _scores(label: str, confusion: Counter[tuple[str, str]]) -> tuple[float, float, float, int]:
    hit = confusion[label, label]
    wanted = sum(n for (want, _), n in confusion.items() if want == label)
    precision = _share(hit, sum(n for (_, got), n in confusion.items() if got == label))
    recall = _share(hit, wanted)
    return precision, recall, _share(2 * precision * recall, precision + recall), wanted


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0
