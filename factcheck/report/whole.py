"""What a run says as one value, with the version of everything that said it.

In: judged documents, what could not be checked, the base. Out: a `Report`. A file of its own, apart from the engine, so
that a run whose results are all known already never loads the engine.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import MODEL_NAME, MODEL_VERSION, __version__
from factcheck.model import Checked, ClaimsDB, InputError, Report


def report_of(documents: Iterable[Checked], errors: Iterable[InputError], db: ClaimsDB) -> Report:
    """What a run says, with the version of everything that said it."""
    return Report(
        documents=tuple(documents), errors=tuple(errors), version=__version__,
        model_name=MODEL_NAME, model_version=MODEL_VERSION, digest=db.digest,
        assertions=sum(not a.withdrawn for a in db.assertions), sources=len(db.sources), as_of=db.as_of,
    )  # fmt: skip
