"""Processes that judge, each minded by a thread of this one.

In: items in order. Out: their results in order. A file of its own because everything about processes stands here:
started afresh (spawn), ended with the run; the inputs of one that dies are tried once more, one by one, and what kills
a second process is reported.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from pathlib import Path

import msgspec

from factcheck.batch.flow import DIED, Answer, encoded, flowing, in_chunks
from factcheck.batch.items import Item, Memory
from factcheck.batch.tasks import Result, Task
from factcheck.batch.worker import READY, serve
from factcheck.cache.ready import shipment
from factcheck.model import ClaimsDB

CHUNK = 30_000
"""Characters that travel together: a third of a second's work."""
AHEAD = 3
"""Chunks for each process that are read ahead or wait to be taken."""
STARTS = 3
"""How often a process that dies before its first input is started anew."""


def in_processes(
    items: Iterable[Item], memory: Memory, db: ClaimsDB, jobs: int, cache: Path | None
) -> Generator[tuple[Result, ...]]:
    """Judge in other processes; the results come in order."""
    crew = _Crew(jobs, shipment(db, cache))
    try:
        yield from flowing(in_chunks(items, CHUNK), crew.submit, memory, AHEAD * jobs)
    finally:
        crew.close()


# ------------------------------------------------------------------ processes and the threads that mind them


class _Crew:
    """Threads, each with a process of its own."""

    def __init__(self, size: int, shipment: bytes) -> None:
        self.size, self._shipment = size, shipment
        self._threads = ThreadPoolExecutor(size, "minder")
        self._own = threading.local()
        self._lock = threading.Lock()
        self._closed = False
        self._all: set[_Process] = set()

    def submit(self, tasks: Sequence[Task]) -> Future[list[Answer]]:
        """Have the tasks judged by whichever process is free."""
        return self._threads.submit(self._run, tasks)

    def close(self) -> None:
        """End all processes at once, whatever they are doing, and the threads with them."""
        with self._lock:
            self._closed = True
            for process in self._all:
                process.end()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _run(self, tasks: Sequence[Task]) -> list[Answer]:
        """A chunk's answers; if the process dies over it, each input gets one more chance, alone."""
        if not tasks:
            return []
        try:
            return self._process().ask(tasks)
        except (EOFError, OSError):
            self._bury()
        return [self._alone(task) for task in tasks]

    def _alone(self, task: Task) -> Answer:
        try:
            return self._process().ask([task])[0]
        except (EOFError, OSError):
            self._bury()
        return (DIED,)

    def _process(self) -> _Process:
        """This thread's process, started if there is none. Raises RuntimeError if none can be."""
        if not hasattr(self._own, "process"):
            self._own.process = self._started()
        held: _Process = self._own.process
        return held

    def _started(self) -> _Process:
        """A process that waits for its first input. Raises RuntimeError if there can be none."""
        for _ in range(STARTS):
            process = _Process(self._shipment)
            with self._lock:
                self._all.add(process)
            try:
                process.start()
                if not self._closed:
                    return process
            except (EOFError, OSError):
                pass
            self._forget(process)
        raise RuntimeError("the processes that judge cannot be started")

    def _bury(self) -> None:
        """Forget this thread's process, which has died."""
        process: _Process | None = self._own.__dict__.pop("process", None)
        if process is not None:
            self._forget(process)

    def _forget(self, process: _Process) -> None:
        process.end()
        with self._lock:
            self._all.discard(process)
            if self._closed:
                raise RuntimeError("ended")


class _Process:
    """One process and the line to it."""

    def __init__(self, shipment: bytes) -> None:
        context = get_context("spawn")
        self._line, self._theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(self._theirs, shipment), daemon=True)

    def start(self) -> None:
        """Wait until it is ready; raises EOFError or OSError if it dies, RuntimeError if it says what is wrong."""
        with _deaf():
            self._process.start()
        self._theirs.close()
        word = self._line.recv_bytes()
        if word != READY:
            raise RuntimeError(word.decode())

    def ask(self, tasks: Sequence[Task]) -> list[Answer]:
        """The answers to some tasks; raises EOFError or OSError if it dies."""
        self._line.send_bytes(encoded(tasks))
        return msgspec.msgpack.decode(self._line.recv_bytes(), type=list[Answer])

    def end(self) -> None:
        """End it now."""
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """What is started here does not hear Ctrl-C: a terminal sends it to every process, and this one ends the others."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started by the first process otherwise, and then it would open the ears again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
