"""What a result depends on besides the text: the base, the code, the model, the libraries.

In: a base. Out: one digest of all of it. A file of its own because a key that forgets something gives wrong answers
for ever after, so that everything it must remember stands in one place.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from functools import cache
from pathlib import Path

from factcheck import __version__
from factcheck.model import ClaimsDB

PACKAGE = Path(__file__).resolve().parent.parent
NO_INFLUENCE = frozenset({"cli", "report", "config", "baseline.py", "cluster.py", "evaluate.py"})
"""Rooms that only use results."""
LIBRARIES = (
    "blis-", "en_core_web_sm", "msgspec-", "numpy-", "pyarrow-", "pypdf-", "rapidfuzz-",
    "snowballstemmer-", "spacy-", "thinc-",
)  # fmt: skip
"""Beginnings of the names under which libraries that can change a result are installed, in lower case."""


def state_of(db: ClaimsDB) -> bytes | None:
    """A digest of all that a result depends on besides the text; None for a base that has no digest of its own."""
    if not db.digest:
        return None
    parts = (db.digest, code_digest(), *_installed(), sys.version)
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=32).digest()


def key_of(state: bytes, kind: str, *contents: bytes) -> bytes:
    """The key of a result: one kind of input with these contents, in this state of everything else."""
    total = hashlib.blake2b(state, digest_size=20, person=kind.encode())
    for content in contents:
        # The length before each part keeps "ab", "c" apart from "a", "bc".
        total.update(len(content).to_bytes(8, "little"))
        total.update(content)
    return total.digest()


@cache
def code_digest() -> str:
    """A digest of the version and of all modules that take part in judging: a changed rule empties the cache."""
    total = hashlib.blake2b(__version__.encode(), digest_size=32)
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in NO_INFLUENCE:
            total.update(path.read_bytes())
    return total.hexdigest()


@cache
def _installed() -> tuple[str, ...]:
    """Names with versions of the libraries, read off the folders they lie in: importing any would cost too much."""
    found = (importlib.util.find_spec(name) for name in ("spacy", "msgspec", "rapidfuzz"))
    folders = {Path(spec.origin).parent.parent for spec in found if spec is not None and spec.origin}
    names = (entry.name.lower() for folder in folders for entry in folder.glob("*.dist-info"))
    return tuple(sorted({name for name in names if name.startswith(LIBRARIES)}))
