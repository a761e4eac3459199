"""What a run amounts to: counts, what could not be checked, the exit code.

In go results one by one, out come a summary and the code. A file of its own because a stream of ten million rows keeps
nothing else of its documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.cli.output import Exit, gravest
from factcheck.config import Settings
from factcheck.model import Checked, InputError
from factcheck.read.text import WITHOUT_COPY
from factcheck.report.safe import visible
from factcheck.report.words import LABELS, WORD, at, counted, idle, told

LISTED = 20
"""Lines of one sort on standard error before the rest is only counted."""


@dataclass(slots=True)
class Outcome:
    """The sums of a run so far."""

    documents: int = 0
    labels: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LABELS, 0))
    suppressed: int = 0
    known: int = 0
    errors: list[InputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Notes in the copy that do nothing, with their places."""
    passed: list[str] = field(default_factory=list)
    """Files in folders that were not read, and why."""
    read: dict[str, None] = field(default_factory=dict)
    """What was noted while reading, once for all rows of a table."""

    def add(self, result: Checked | InputError) -> None:
        """Take up one result."""
        if isinstance(result, InputError):
            self.errors.append(result)
            return
        self.documents += 1
        for label in LABELS:
            self.labels[label] += result.count(label)
        self.suppressed += result.suppressed
        self.known += result.known
        self.read |= {f"{visible(result.name)}: {visible(note)}": None for note in result.notes}
        for note in idle(result):
            self.notes.append(f"{visible(result.name)}:{visible(at(note.line, note.column, note.place))}: {told(note)}")

    def code(self, settings: Settings) -> Exit:
        """How the run ends: input that was not checked is graver than findings."""
        missed = [e for e in self.errors if not (settings.allow_empty and e.message in WITHOUT_COPY)]
        codes = [Exit.USAGE] if missed or not (self.documents or settings.force_exclude) else []
        if self._failing(settings) and not settings.exit_zero:
            codes.append(Exit.FINDINGS)
        return gravest(codes)

    def summary(self, settings: Settings) -> str:
        """The run in one line."""
        unread = f", {len(self.errors):,} could not be checked" if self.errors else ""
        if not self.documents:
            return f"nothing was checked{unread}"
        found = [f"{count:,} {WORD[label]}" for label in LABELS if (count := self.labels[label])]
        apart = [f"{n:,} {word}" for n, word in ((self.suppressed, "suppressed"), (self.known, "known")) if n]
        none = "no selected claim found" if settings.select or settings.ignore else "no claim found"
        return f"{counted(self.documents, 'document')} checked: {', '.join([*found, *apart]) or none}{unread}"

    def _failing(self, settings: Settings) -> int:
        """How many claims are at or above --fail-on."""
        if settings.fail_on == "never":
            return 0
        grave = self.labels["contradicted"]
        if settings.fail_on == "unsupported":
            grave += self.labels["unsupported"] + (self.labels["not_covered"] if settings.strict else 0)
        return grave


def listed(lines: list[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield f"and {len(lines) - LISTED:,} more like these"
