"""What several test files share: the shipped base, made ready once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cache.ready import checker as kept_checker
from factcheck.db.compile import load_cached
from factcheck.db.folder import find_base
from factcheck.engine import Checker
from factcheck.model import ClaimsDB


@pytest.fixture(scope="session")
def db(cold: Cold) -> ClaimsDB:
    return load_cached([find_base()], cold.cache)


@pytest.fixture(scope="session")
def checker(db: ClaimsDB, cold: Cold) -> Checker:
    return kept_checker(db, cold.cache)


# ------------------------------------------------------------------ the program itself, over the shipped base

HOSTILE = """<link href='https://example.org/a.css'><p>Our exosomes are FDA approved.</p>
<img src='http://example.org/b.png' alt='Serum'><iframe src='file:///etc/passwd'></iframe>
<script src='//example.org/c.js'></script>"""
PATIENCE = 180
"""Seconds that a process waits for the one that makes the base ready."""
SEED = "7" if os.environ.get("PYTHONHASHSEED") != "7" else "1"
"""The order in which the first run keeps its sets: another one than here, by chance or by its seed."""
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
    """Checking and compiling the base takes seconds: once for all tests, whichever process of the run asks first."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cold"
    told = folder / "told.json"
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not told.exists() and time.monotonic() < until:
            time.sleep(0.05)
    else:
        (folder / "a.html").write_text(HOSTILE)
        environ = {**os.environ, "FACTCHECK_CACHE_DIR": str(folder / "cache"), "PYTHONHASHSEED": SEED}
        command = [sys.executable, "-c", NO_NETWORK, str(folder / "a.html"), "-f", "json"]
        done = subprocess.run(command, env=environ, capture_output=True, text=True)
        (folder / "telling.json").write_text(json.dumps([done.returncode, done.stdout, done.stderr]))
        (folder / "telling.json").rename(told)
    return Cold(subprocess.CompletedProcess([], *json.loads(told.read_text())), folder / "cache")
