"""The cross checks: what no single file can show to be wrong.

Comes in: a base as read. Goes out: problems, each at its place. Each check is one small function in the tuple
`LINTS`; to add one, write it in the file it belongs to, name it in that file's tuple and add a broken sample to
`tests/broken/`, without which the tests fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.db.lint_evidence import EVIDENCE_LINTS
from factcheck.db.lint_lexicon import LEXICON_LINTS
from factcheck.db.lint_sources import SOURCE_LINTS
from factcheck.db.lint_wording import WORDING_LINTS
from factcheck.db.load import Loaded
from factcheck.db.problems import Problem, in_order

Lint = Callable[[Loaded], Iterator[Problem]]
LINTS: tuple[Lint, ...] = (*EVIDENCE_LINTS, *SOURCE_LINTS, *WORDING_LINTS, *LEXICON_LINTS)


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """All problems of the base, those of its form and those of its meaning."""
    found = (problem for lint in LINTS for problem in lint(loaded))
    return in_order((*loaded.problems, *found))
