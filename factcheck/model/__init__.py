"""The types that travel along the path; values only, standard library only.

Every room takes and returns these, so that each can be read, tested and replaced alone. Offsets count code points
of `Document.text`; lines and columns count from 1. The field docstrings are the one definition of each field: the
loader validates by them and the JSON Schemas that editors show are made of them. A file is loaded when a type of it is
asked for: making all the types takes a third of the time of a command that reads no copy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model.assertions import *  # noqa: F403
    from factcheck.model.base import *  # noqa: F403
    from factcheck.model.documents import *  # noqa: F403
    from factcheck.model.lexicon import *  # noqa: F403
    from factcheck.model.sources import *  # noqa: F403
    from factcheck.model.terms import *  # noqa: F403
    from factcheck.model.verdicts import *  # noqa: F403

FILES = ("terms", "documents", "sources", "lexicon", "assertions", "base", "verdicts")
"""Each needs only those before it, so a type is looked for in this order."""


def __getattr__(name: str) -> object:
    """A type, from the file that it stands in."""
    for file in FILES:
        module = import_module(f"{__name__}.{file}")
        if hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
