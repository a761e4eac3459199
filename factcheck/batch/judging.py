"""One task -> its results, whatever happens.

In: a task and a checker. Out: results; an exception in one document is that document's result. A file of its own
because it is what other processes run.
"""

from __future__ import annotations

from factcheck.batch.tasks import Result, Task
from factcheck.engine import Checker
from factcheck.model import Document, InputError
from factcheck.read import in_row, read_bytes


def judged(task: Task, checker: Checker) -> tuple[Result, ...]:
    """Every document of a task judged."""
    given = [task.document] if task.document is not None else read_bytes(task.data, task.name, task.reading)
    return tuple(_checked(each, checker) if isinstance(each, Document) else each for each in given)


def _checked(document: Document, checker: Checker) -> Result:
    """One document judged, or why it could not be."""
    try:
        return checker.answer(document)
    # A fault of ours in one listing of a million must not cost the others.
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return InputError(name=document.name, message=f"{in_row(document)}could not be judged ({reason})")
