"""What another process does: judge what it is sent until nobody sends any more.

In: the shipment that holds the base, then tasks, as bytes. Out: a word when it is ready, then answers, as bytes. A file
of its own because a process that is started afresh imports it, and little else.
"""

from __future__ import annotations

import gc
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

import msgspec

from factcheck.batch.judging import judged
from factcheck.batch.tasks import Task
from factcheck.cache import Packer
from factcheck.cache.ready import arrived
from factcheck.engine import Checker
from factcheck.model import Checked

READY = b"ready"


@dataclass(frozen=True, slots=True)
class Part:
    """A judged document as the cache keeps it, or why it could not be judged."""

    packed: bytes | None
    message: str = ""


def serve(line: Connection[bytes, bytes], shipment: bytes) -> None:
    """Answer tasks until the line is closed; Ctrl-C is for the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        checker = arrived(shipment)
    # Said instead of printed: the one who asked reports it, once.
    except Exception as error:
        line.send_bytes(f"{type(error).__name__}: {error}".encode())
        return
    # The base stays; looking through it for garbage again and again costs a tenth of the time.
    gc.freeze()
    with suppress(EOFError, OSError):
        line.send_bytes(READY)
        _answer_all(line, checker)


def _answer_all(line: Connection[bytes, bytes], checker: Checker) -> None:
    packer = Packer(checker.db)
    while True:
        line.send_bytes(answers(line.recv_bytes(), checker, packer))


def answers(tasks: bytes, checker: Checker, packer: Packer) -> bytes:
    """What was found in some tasks, task by task, all of it as bytes."""
    given = msgspec.msgpack.decode(tasks, type=list[Task])
    return msgspec.msgpack.encode([_answer(task, checker, packer) for task in given])


def _answer(task: Task, checker: Checker, packer: Packer) -> tuple[Part, ...]:
    """What was found in one task, document by document."""
    results = judged(task, checker)
    return tuple(Part(packer.pack([e])) if isinstance(e, Checked) else Part(None, e.message) for e in results)
