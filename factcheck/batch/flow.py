"""Inputs that are judged elsewhere: sent off in chunks, few chunks ahead of what has been taken, answers in order.

In: items, and a way to have tasks judged. Out: the items' results. A file of its own because processes of this machine
and workers of a cluster are fed alike.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from factcheck.batch.items import Item, Memory
from factcheck.batch.tasks import Result, Task, size_of, without_names
from factcheck.batch.worker import Part
from factcheck.model import InputError

LONGEST = 256
"""Inputs in a chunk at most, known ones among them."""
DIED = Part(None, "could not be judged: the process that tried died twice")
Answer = tuple[Part, ...]
"""What was found in one task, document by document."""


class Answers(Protocol):
    """What was found in a chunk, or will have been."""

    def result(self) -> list[Answer]:
        """Wait for it."""


Submit = Callable[[Sequence[Task]], Answers]


def flowing(chunks: Iterable[list[Item]], submit: Submit, memory: Memory, ahead: int) -> Iterator[tuple[Result, ...]]:
    """The results of all items in order; at most `ahead` chunks are under way, so that memory does not grow."""
    waiting: deque[tuple[list[Item], Answers]] = deque()
    for chunk in chunks:
        waiting.append((chunk, submit([item.task for item in chunk if item.task is not None])))
        if len(waiting) > ahead:
            yield from _finished(*waiting.popleft(), memory)
    while waiting:
        yield from _finished(*waiting.popleft(), memory)


def encoded(tasks: Sequence[Task]) -> bytes:
    """Tasks as they travel."""
    return msgspec.msgpack.encode([without_names(task) for task in tasks])


def in_chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in portions of about `size` characters to judge; known ones ride along, so that the order holds."""
    chunk: list[Item] = []
    work = 0
    for item in items:
        chunk.append(item)
        work += size_of(item.task) if item.task is not None else 0
        if work >= size or len(chunk) >= LONGEST:
            yield chunk
            chunk, work = [], 0
    if chunk:
        yield chunk


def _finished(chunk: list[Item], answers: Answers, memory: Memory) -> Iterator[tuple[Result, ...]]:
    """The results of a chunk, kept for the next run."""
    answered = iter(answers.result())
    for item in chunk:
        if item.task is None:
            yield item.results
            continue
        answer = next(answered)
        results = tuple(result for part in answer for result in _results(part, item.task.name, memory))
        memory.keep(item, results, answer[0].packed if len(answer) == 1 else None)
        yield results


def _results(part: Part, name: str, memory: Memory) -> tuple[Result, ...]:
    if part.packed is None:
        return (InputError(name=name, message=part.message),)
    return memory.packer.unpack(part.packed, name)
