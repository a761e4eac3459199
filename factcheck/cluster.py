"""Inputs judged on the workers of a Dask cluster: the same results, in the same order, as on one machine.

In: files and the address of a scheduler. Out: results one by one. A room of its own, imported only where a cluster is
asked for, because it alone knows the engine that schedules, ships and retries; judging is a pure function of a text and
a base, so that nothing else is needed.

Dask, because it is installed by pip on any machine, needs no Java and no service beside its scheduler, and hands a
function to workers as it is. Ray Data brings an object store and a dashboard of several hundred megabytes for the same
map. Spark's `mapInPandas` suits tables that live in Spark already: there, `factcheck.batch.check_documents` can be
called in the function that it maps, without this module.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from distributed import Client, KilledWorker, WorkerPlugin, get_worker

from factcheck.batch.flow import DIED, Answer, encoded, flowing, in_chunks
from factcheck.batch.inputs import of_files
from factcheck.batch.items import Memory
from factcheck.batch.tasks import Result, Task
from factcheck.batch.worker import answers
from factcheck.cache import Packer
from factcheck.cache.ready import arrived, shipment
from factcheck.config import ConfigError
from factcheck.model import ClaimsDB, InputError
from factcheck.read.options import ReadOptions

CHUNK = 100_000
"""Characters that travel together: one or two seconds' work, so that a scheduler can keep a thousand workers busy."""
AHEAD = 4
"""Chunks for each thread of the cluster that are read ahead or wait to be taken."""
PATIENCE = 10
"""Seconds to look for the scheduler, and for its first worker."""
NAME = "factcheck"


def check_on_cluster(
    files: Iterable[Path | InputError],
    reading: ReadOptions,
    db: ClaimsDB,
    address: str,
    *,
    cache: Path | None = None,
    results: bool = True,
) -> Generator[Result]:
    """Read files here and judge them there; raises ConfigError if there is no cluster at the address."""
    with closing(_client(address)) as client, Memory(db, cache if results else None) as memory:
        base = _Base(shipment(db, cache))
        client.register_plugin(base, name=f"{NAME}-{db.digest}")
        submit = _Submit(client, f"{NAME}-{db.digest}")
        items = map(memory.looked_up, of_files(files, reading))
        yield from chain.from_iterable(flowing(in_chunks(items, CHUNK), submit, memory, AHEAD * _threads(client)))


def _client(address: str) -> Any:  # noqa: ANN401  (of a library that need not be installed)
    """The way to the scheduler, once it has a worker."""
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=PATIENCE)
        return client
    except (OSError, ValueError, TimeoutError) as error:
        raise ConfigError(f"--cluster {address}: {' '.join(str(error).split())[:200] or 'no answer'}") from None


def _threads(client: Any) -> int:  # noqa: ANN401
    return max(sum(map(int, client.nthreads().values())), 1)


class _Base(WorkerPlugin):  # type: ignore[misc]
    """What every worker is given once, those that join later too: the base, made ready when it is first needed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._lock: threading.Lock | None = None

    def setup(self, worker: object) -> None:
        """Unpack the base in a worker that has just got it."""
        self._lock = threading.Lock()
        self._checker = arrived(self._data)
        self._packer = Packer(self._checker.db)

    def answers(self, tasks: bytes) -> bytes:
        """Judge some tasks; one thread at a time, for the language model knows no others."""
        assert self._lock is not None, "set up by the worker"
        with self._lock:
            return answers(tasks, self._checker, self._packer)


def _answers(tasks: bytes, name: str) -> bytes:
    """Run by a worker."""
    base: _Base = get_worker().plugins[name]
    return base.answers(tasks)


class _Submit:
    """Has tasks judged by the cluster."""

    def __init__(self, client: Any, name: str) -> None:  # noqa: ANN401
        self._client, self._name = client, name

    def __call__(self, tasks: Sequence[Task]) -> _Answers:
        return _Answers(self, tasks, self.sent(tasks) if tasks else None)

    def sent(self, tasks: Sequence[Task]) -> Any:  # noqa: ANN401
        """The engine's own promise of the answers."""
        return self._client.submit(_answers, encoded(tasks), self._name, pure=False)


class _Answers:
    """What was found in a chunk; if that keeps killing workers, each input gets one more chance, alone."""

    def __init__(self, submit: _Submit, tasks: Sequence[Task], promise: Any) -> None:  # noqa: ANN401
        self._submit, self._tasks, self._promise = submit, tasks, promise

    def result(self) -> list[Answer]:
        """Wait for it."""
        if self._promise is None:
            return []
        try:
            return _decoded(self._promise)
        except KilledWorker:
            return [self._alone(task) for task in self._tasks]

    def _alone(self, task: Task) -> Answer:
        try:
            return _decoded(self._submit.sent([task]))[0]
        except KilledWorker:
            return (DIED,)


def _decoded(promise: Any) -> list[Answer]:  # noqa: ANN401
    return msgspec.msgpack.decode(promise.result(), type=list[Answer])
