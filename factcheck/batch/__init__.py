"""Many inputs, judged in order: from the cache where they are known, in several processes where there are many.

In: documents, or files to read, one after the other. Out: what was found in each, in the same order and one by one, so
that memory does not grow with their number. A room of its own because a page that fails, a process that dies and a
result that is known already must each look to the rest like a result.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.batch.inputs import of_documents, of_files
from factcheck.batch.items import Item, Memory
from factcheck.batch.tasks import Result, Task, size_of
from factcheck.model import ClaimsDB, Document, InputError
from factcheck.read.options import ReadOptions

if TYPE_CHECKING:
    from factcheck.engine import Checker

WORTH_IT = 200_000
"""Characters to judge from which further processes pay for their start of about two seconds."""
LOOK_AHEAD = 256
"""Inputs that may wait while it is not yet clear that there is so much."""

__all__ = ["check_documents", "check_files"]


def check_documents(
    documents: Iterable[Document | InputError],
    db: ClaimsDB,
    *,
    jobs: int = 1,
    cache: Path | None = None,
    results: bool = True,
) -> Generator[Result]:
    """Judge documents in order; what could not be read or judged is an InputError in its place.

    jobs: processes; 0: one for each core. cache: folder for the prepared base and for results; results: whether those
    of earlier runs are used and new ones kept.
    """
    return _run(of_documents(documents), db, jobs, cache, results)


def check_files(
    files: Iterable[Path | InputError],
    reading: ReadOptions,
    db: ClaimsDB,
    *,
    jobs: int = 1,
    cache: Path | None = None,
    results: bool = True,
) -> Generator[Result]:
    """Read and judge files as `walk` finds them; a page known from the cache is not even read by its format."""
    return _run(of_files(files, reading), db, jobs, cache, results)


def _run(
    inputs: Iterable[Task | InputError], db: ClaimsDB, jobs: int, cache: Path | None, results: bool
) -> Generator[Result]:
    """Every input's results: known ones at once, the others here or in other processes."""
    jobs = jobs or _cores()
    with Memory(db, cache if results else None) as memory:
        items = map(memory.looked_up, inputs)
        here = _Here(memory, db, cache)
        while ahead := list(_ahead(items)) if jobs != 1 else [*islice(items, 1)]:
            if _work(ahead) > WORTH_IT and jobs != 1:
                from factcheck.batch.crew import in_processes

                with closing(in_processes(chain(ahead, items), memory, db, jobs, cache)) as done:
                    yield from chain.from_iterable(done)
            else:
                yield from chain.from_iterable(map(here.done, ahead))


class _Here:
    """Judges in this process; the engine is loaded when the first input is not known."""

    def __init__(self, memory: Memory, db: ClaimsDB, cache: Path | None) -> None:
        self._memory, self._db, self._cache = memory, db, cache

    @cached_property
    def _checker(self) -> Checker:
        from factcheck.cache.ready import checker

        return checker(self._db, self._cache)

    def done(self, item: Item) -> tuple[Result, ...]:
        """The results of an item, kept for the next run."""
        if item.task is None:
            return item.results
        from factcheck.batch.judging import judged

        results = judged(item.task, self._checker)
        self._memory.keep(item, results)
        return results


def _ahead(items: Iterator[Item]) -> Iterator[Item]:
    """The next items, until it is clear that there is much to do, or as many as may wait."""
    work = 0
    for item in islice(items, LOOK_AHEAD):
        yield item
        work += _work([item])
        if work > WORTH_IT:
            return


def _work(items: Iterable[Item]) -> int:
    return sum(size_of(item.task) for item in items if item.task is not None)


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
