"""A document's name as services want it: from the root of the repository, with forward slashes.

In: a name as it was given on the command line, and where that was. Out: the name from the root, where it lies below it.
A file of its own because annotations and SARIF must name a file alike, whether it was given as `pages/a.md`, from a
folder further down, or with its whole path.
"""

from __future__ import annotations

import posixpath

from factcheck.report.options import Options


def from_root(name: str, options: Options) -> str:
    """The name from the root; as it is where it lies elsewhere, or is no path ("<stdin>")."""
    path = name.replace("\\", "/")
    if not options.root or path.startswith("<"):
        return path
    whole = posixpath.normpath(posixpath.join(options.here or options.root, path))
    root = options.root.rstrip("/") + "/"
    return whole.removeprefix(root) if whole.startswith(root) else path
