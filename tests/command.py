"""The command line for tests: run in this process over the small base, so that each run takes milliseconds."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
import small_base

from factcheck.model import Lexicon
from factcheck.reading.wordings import Wordings, wordings

CONTRADICTED = "Our exosomes are FDA approved."
UNSUPPORTED = "Exosomes reduce wrinkles."
SUPPORTED = "Retinoids reduce wrinkles."
UNCOVERED = "The serum treats redness."
NOT_APPROVED = "small.not-approved"


@dataclass(frozen=True)
class Done:
    """How a run ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
_START = """
import pathlib, sys, msgspec
import factcheck.cli.running, factcheck.cli.shared, factcheck.model
base = msgspec.msgpack.decode(pathlib.Path(sys.argv[1]).read_bytes(), type=factcheck.model.ClaimsDB)
factcheck.cli.shared.load_base = factcheck.cli.running.load_base = lambda added: base
from factcheck.cli import main
main(sys.argv[2:])
"""


def _wordings(lexicon: Lexicon) -> Wordings:
    """Those of the small base were made once; its cues are the shipped ones, thousands, and each run would anew."""
    return small_base.CHECKER.reader.wordings if lexicon == small_base.DB.lexicon else wordings(lexicon)


class Keyboard(io.TextIOWrapper):
    """A standard input that somebody types into."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in an empty folder; `given` is what is piped in."""
    for name in ("load_base", "readable_base"):
        monkeypatch.setattr(f"factcheck.cli.shared.{name}", lambda added: small_base.DB)
    monkeypatch.setattr("factcheck.cli.running.load_base", lambda added: small_base.DB)
    monkeypatch.setattr("factcheck.cli.explain.readable_base", lambda added: small_base.DB)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.setattr("factcheck.reading.reader.wordings", _wordings)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str, given: str | bytes = "", terminal: bool = False) -> Done:
        from factcheck.cli import main

        data = given if isinstance(given, bytes) else given.encode()
        monkeypatch.setattr(sys, "stdin", (Keyboard if terminal else io.TextIOWrapper)(io.BytesIO(data)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Done(int(ended.value.code or 0), said.out, said.err)

    return go


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start the command in a process of its own, where streams and signals are the matter."""
    base = tmp_path / ".base.msgpack"
    base.write_bytes(msgspec.msgpack.encode(small_base.DB))
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
        environ = {**os.environ, "FACTCHECK_CACHE_DIR": str(tmp_path / ".cache"), **options.pop("environ", {})}  # type: ignore[dict-item]
        command = [sys.executable, "-c", _START, str(base), *arguments]
        started.append(subprocess.Popen(command, env=environ, **options))  # type: ignore[call-overload]
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.communicate()
