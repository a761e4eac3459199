"""Tasks -> items: those whose results are known, and those still to be judged with the key to keep theirs under.

In: tasks and results. Out: items. A file of its own so that nothing else need know whether there is a cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import msgspec

from factcheck.batch.tasks import Result, Task, endings
from factcheck.cache import Packer, Store, key_of, state_of
from factcheck.model import Checked, ClaimsDB, InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An input on its way."""

    task: Task | None = None
    """What is to be judged; None if the results are known."""
    key: bytes | None = None
    results: tuple[Result, ...] = ()


class Memory:
    """What earlier runs have found; use as a context manager."""

    def __init__(self, db: ClaimsDB, folder: Path | None) -> None:
        self.packer = Packer(db)
        self._state = None if folder is None else state_of(db)
        self._store = None if folder is None or self._state is None else Store(folder)

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._store is not None:
            self._store.__exit__(kind, error, at)

    def looked_up(self, given: Task | InputError) -> Item:
        """The item of an input."""
        if isinstance(given, InputError):
            return Item(results=(given,))
        if self._store is None or self._state is None:
            return Item(task=given)
        key = key_of(self._state, *_contents(given))
        if (data := self._store.get(key)) is not None:
            try:
                return Item(results=self.packer.unpack(data, given.name))
            except ValueError:
                pass
        return Item(task=given, key=key)

    def keep(self, item: Item, results: Sequence[Result], packed: bytes | None = None) -> None:
        """Remember what was found; faults are not remembered, their cause may go away."""
        documents = [result for result in results if isinstance(result, Checked)]
        if self._store is not None and item.key is not None and len(documents) == len(results):
            self._store.put(item.key, packed if packed is not None else self.packer.pack(documents))


def _contents(task: Task) -> tuple[str, *tuple[bytes, ...]]:
    """Kind and contents of an input; of a file's name only the endings say how it is read."""
    if task.document is not None:
        document = task.document
        return "document", msgspec.msgpack.encode((document.text, document.blocks, document.anchors, document.notes))
    return "file", task.data, endings(task.name).encode("utf-8", "replace"), msgspec.msgpack.encode(task.reading)
