"""What several test files share: the shipped base, made ready once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.db.folder import find_base
from factcheck.db.load import load
from factcheck.engine import Checker
from factcheck.model import ClaimsDB


@pytest.fixture(scope="session")
def db() -> ClaimsDB:
    return load([find_base()])


@pytest.fixture(scope="session")
def checker(db: ClaimsDB) -> Checker:
    return Checker(db)


# ------------------------------------------------------------------ the program itself, over the shipped base

HOSTILE = """<link href='https://example.org/a.css'><p>Our exosomes are FDA approved.</p>
<img src='http://example.org/b.png' alt='Serum'><iframe src='file:///etc/passwd'></iframe>
<script src='//example.org/c.js'></script>"""
NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise PermissionError(f"no network here: {event} {arguments}")
sys.addaudithook(refuse)
from factcheck.cli import main
main(sys.argv[1:])
"""


@dataclass(frozen=True)
class Cold:
    """A run with an empty cache and no network, and the cache as it left it."""

    done: subprocess.CompletedProcess[str]
    cache: Path

    def copied(self, folder: Path) -> Path:
        """The prepared base alone, in a new folder: what a run finds that is not a user's first."""
        folder.mkdir()
        for path in (*self.cache.glob("base-*"), *self.cache.glob("index-*")):
            shutil.copy(path, folder)
        return folder


@pytest.fixture(scope="session")
def cold(tmp_path_factory: pytest.TempPathFactory) -> Cold:
    """Checking and compiling the base takes seconds: once for all tests that run the program over it."""
    folder = tmp_path_factory.mktemp("cold")
    page, cache = folder / "a.html", folder / "cache"
    page.write_text(HOSTILE)
    environ = {**os.environ, "FACTCHECK_CACHE_DIR": str(cache)}
    command = [sys.executable, "-c", NO_NETWORK, str(page), "-f", "json"]
    return Cold(subprocess.run(command, env=environ, capture_output=True, text=True), cache)
