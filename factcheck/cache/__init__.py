"""Results of earlier runs: what was found in a page that has not changed since need not be found again.

In: a key of everything that a result depends on. Out: the result as it was, or nothing. A room of its own because a
cache may only ever save time: whatever is wrong with it, the answer is "nothing known", and no room below can tell a
kept result from a fresh one. Importing it loads neither the engine nor spaCy.
"""

from __future__ import annotations

from factcheck.cache.folder import Held, clear, held
from factcheck.cache.packing import Packer
from factcheck.cache.state import code_digest, key_of, state_of
from factcheck.cache.store import LIMIT, Store

__all__ = ["LIMIT", "Held", "Packer", "Store", "clear", "code_digest", "held", "key_of", "state_of"]
