"""Many inputs, judged in order: from the cache where they are known, in several processes where there are many.

In: documents, or files to read, one after the other. Out: what was found in each, in the same order and one by one, so
that memory does not grow with their number. A room of its own because a page that fails, a process that dies and a
result that is known already must each look to the rest like a result.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from factcheck.batch.inputs import of_documents, of_files
from factcheck.batch.items import Item, Memory
from factcheck.batch.tasks import Result, Task, size_of
from factcheck.model import ClaimsDB, Document, InputError
from factcheck.read.options import ReadOptions

WORTH_IT = 200_000
"""Characters to judge from which further processes pay for their start of about two seconds."""

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
    with ExitStack() as stack:
        memory = stack.enter_context(Memory(db, cache if results else None))
        items = map(memory.looked_up, inputs)
        first = _first(items) if jobs != 1 else []
        if _work(first) > WORTH_IT:
            from factcheck.batch.crew import in_processes

            done = in_processes(chain(first, items), memory, db, jobs, cache)
        else:
            done = _here(chain(first, items), memory, db, cache)
        stack.callback(done.close)
        for found in done:
            yield from found


def _here(items: Iterable[Item], memory: Memory, db: ClaimsDB, cache: Path | None) -> Generator[tuple[Result, ...]]:
    """Judge in this process; the engine is loaded when the first input is not known."""
    checker = None
    for item in items:
        if item.task is None:
            yield item.results
            continue
        from factcheck.batch.judging import judged
        from factcheck.cache.ready import checker as prepare

        checker = checker or prepare(db, cache)
        results = judged(item.task, checker)
        memory.keep(item, results)
        yield results


def _first(items: Iterator[Item]) -> list[Item]:
    """The first items, until it is clear that there is much to do."""
    taken: list[Item] = []
    work = 0
    for item in items:
        taken.append(item)
        work += _work([item])
        if work > WORTH_IT:
            break
    return taken


def _work(items: Iterable[Item]) -> int:
    return sum(size_of(item.task) for item in items if item.task is not None)
