"""Findings that somebody has accepted: written once, and not reported again until their words change.

In: checked documents. Out: a baseline file; later the same documents without what it holds, and the entries that no
claim answers to any more. A room of its own because an entry must know its claim again when pages are rearranged: it
is keyed by document, id, label and the folded sentence, never by line.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.language.normalise import fold
from factcheck.model import Checked, Claim
from factcheck.waive import identity

FORMAT = 1
SHOWN = 80
"""Characters of a sentence that are kept for people to read."""
FINDINGS = frozenset({"contradicted", "unsupported"})


class BaselineError(Exception):
    """A file that is no baseline; one line that says why."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """One accepted finding, as often as it stands in its document."""

    document: str
    """Path from the baseline's folder, with forward slashes."""
    id: str
    label: str
    hash: str
    """Of the folded sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """An entry that fewer claims answer to than it holds."""

    entry: Entry
    name: str
    """Its document, from the current folder."""
    sentence: str
    times: int
    """How many claims are missing."""


class Collected:
    """The findings of a run, gathered document by document, to be written as a baseline in `folder`."""

    def __init__(self, folder: Path, *, strict: bool = False) -> None:
        self._folder = folder
        self._strict = strict
        self._counts: Counter[Entry] = Counter()
        self._sentences: dict[Entry, str] = {}

    def __len__(self) -> int:
        return self._counts.total()

    def add(self, checked: Checked) -> None:
        """Take up a document's findings."""
        document = named(checked.name, self._folder)
        for claim in checked.claims:
            if is_finding(claim, strict=self._strict):
                entry = _entry(claim, document)
                self._counts[entry] += 1
                self._sentences.setdefault(entry, shown(claim.sentence))

    def text(self) -> str:
        """The file: one finding a line, sorted, so that changes to it can be read."""
        lines = [json.dumps(self._row(entry), ensure_ascii=True) for entry in sorted(self._counts)]
        listed = "[\n" + ",\n".join(f"    {line}" for line in lines) + "\n  ]" if lines else "[]"
        return f'{{\n  "factcheck-baseline": {FORMAT},\n  "findings": {listed}\n}}\n'

    def _row(self, entry: Entry) -> dict[str, object]:
        return {
            "document": entry.document, "id": entry.id, "label": entry.label, "times": self._counts[entry],
            "sentence": self._sentences[entry], "hash": entry.hash,
        }  # fmt: skip


class Baseline:
    """A baseline in use: each entry answers for as many claims as it was written for."""

    def __init__(self, folder: Path, counts: dict[Entry, int], sentences: dict[Entry, str]) -> None:
        self._folder = folder
        self._left = Counter(counts)
        self._sentences = sentences
        self._seen: set[str] = set()

    def without_known(self, checked: Checked) -> Checked:
        """The document without the claims that the baseline holds; they are only counted."""
        document = named(checked.name, self._folder)
        self._seen.add(document)
        kept = tuple(claim for claim in checked.claims if not self._is_known(claim, document))
        return replace(checked, claims=kept, known=len(checked.claims) - len(kept))

    def stale(self, is_chosen: Callable[[str], bool] = lambda _id: True) -> Iterator[Stale]:
        """Entries that nothing answers to: of documents that were checked, and of files that are gone."""
        for entry in sorted(self._left):
            if self._left[entry] > 0 and is_chosen(entry.id) and self._is_known_to_be_over(entry.document):
                name, sentence = self._from_here(entry.document), self._sentences[entry]
                yield Stale(entry=entry, name=name, sentence=sentence, times=self._left[entry])

    def _is_known(self, claim: Claim, document: str) -> bool:
        """Whether an entry answers for the claim; it answers once less from then on."""
        if not is_finding(claim, strict=True):
            return False
        entry = _entry(claim, document)
        if self._left[entry] <= 0:
            return False
        self._left[entry] -= 1
        return True

    def _from_here(self, document: str) -> str:
        """A document's name for somebody in the current folder."""
        return document if document.startswith("<") else named(str(self._folder / document), Path.cwd())

    def _is_known_to_be_over(self, document: str) -> bool:
        return document in self._seen or not (document.startswith("<") or (self._folder / document).exists())


def read(path: Path) -> Baseline:
    """The baseline in a file; raises OSError, or BaselineError if it is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["factcheck-baseline"] != FORMAT:
            raise BaselineError(f"{path}: a baseline of another version; write it anew with --write-baseline")
        rows = [(_of(row), int(row["times"]), str(row["sentence"])) for row in data["findings"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BaselineError(f"{path}: no baseline; --write-baseline writes one") from None
    counts: Counter[Entry] = Counter()
    for entry, times, _sentence in rows:
        counts[entry] += times
    return Baseline(path.absolute().parent, counts, {entry: sentence for entry, _times, sentence in rows})


def is_finding(claim: Claim, *, strict: bool) -> bool:
    """Whether a claim can be accepted: it wants somebody's eye, or under --strict fails a run."""
    return claim.suppressed is None and (claim.label in FINDINGS or (strict and claim.label == "not_covered"))


def named(name: str, folder: Path) -> str:
    """A document's name as the baseline in a folder gives it, wherever the command runs."""
    if name.startswith("<"):
        return name
    try:
        return Path(os.path.relpath(name, folder)).as_posix()
    except ValueError:  # on another drive, or no path at all
        return name


def shown(sentence: str) -> str:
    """The beginning of a sentence in one line."""
    line = " ".join(sentence.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _entry(claim: Claim, document: str) -> Entry:
    words = " ".join(fold(word) for word in claim.sentence.split())
    digest = hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()
    return Entry(document=document, id=identity(claim), label=claim.label, hash=digest[:16])


def _of(row: dict[str, object]) -> Entry:
    return Entry(
        document=str(row["document"]), id=str(row["id"]), label=str(row["label"]), hash=str(row["hash"])
    )  # fmt: skip
