"""factcheck: marketing claims for skin and hair products, judged against an evidence base, with citations.

    from factcheck import check, load
    report = check("Our FDA-approved exosomes erase wrinkles.")

Nothing heavy is imported until it is needed.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` takes longer to import than the rest of a short command's first steps
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.engine import Checker
    from factcheck.model import Assertion, Checked, Citation, Claim, ClaimsDB, Label, Report, Source

__version__ = "0.1.0"
MODEL_NAME = "en_core_web_sm"
MODEL_VERSION = "3.8.0"
"""The language model, named here because a run whose results are all known names it and never loads it."""
__all__ = [
    "Assertion",
    "Checked",
    "Citation",
    "Claim",
    "ClaimsDB",
    "Label",
    "Report",
    "Source",
    "__version__",
    "check",
    "load",
]

_KEPT: list[Checker] = []
"""The bases made ready last, at most two: the shipped one and one's own."""


def __getattr__(name: str) -> object:
    """The types, when they are asked for: the command must be able to hear Ctrl-C before anything takes time."""
    if name in __all__:
        from factcheck import model

        return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(path: str | Path | Sequence[str | Path] | None = None) -> ClaimsDB:
    """The shipped evidence base, with the folders at `path` added to it.

    Raises `factcheck.db.load.InvalidBase`, which holds every problem found, if a base is not valid.
    """
    from pathlib import Path

    from factcheck.db.folder import find_base
    from factcheck.db.load import load as load_folders

    added = [] if path is None else [path] if isinstance(path, (str, Path)) else list(path)
    return load_folders([find_base(), *map(Path, added)])


def check(text: str, *, db: ClaimsDB | None = None, name: str = "<text>") -> Report:
    """Judge every claim of a text; offsets in the report count code points of `text`.

    A text that is not English is no document of the report but one of its errors.
    """
    from factcheck.model import Checked
    from factcheck.read import from_text
    from factcheck.report.whole import report_of

    base = db if db is not None else load()
    found = _checker(base).answer(from_text(text, name))
    return report_of([found], (), base) if isinstance(found, Checked) else report_of((), [found], base)


def _checker(base: ClaimsDB) -> Checker:
    """The base made ready, which takes as long as judging many texts; a base put together by hand has no digest."""
    from factcheck.engine import Checker

    for kept in _KEPT:
        if kept.db is base or (base.digest and kept.db.digest == base.digest):
            return kept
    made = Checker(base)
    _KEPT[:] = [made, *_KEPT[:1]]
    return made
