"""The command line for tests: run in this process over the small base, so that each run takes milliseconds."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import small_base

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
import sys
sys.path.insert(0, {tests!r})
import small_base
import factcheck.cli.running, factcheck.cli.shared
factcheck.cli.shared.load_base = factcheck.cli.running.load_base = lambda added: small_base.DB
from factcheck.cli import main
main(sys.argv[1:])
"""


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


def process(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """The command in a process of its own, where streams and signals are the matter."""
    code = _START.format(tests=str(Path(__file__).parent))
    return subprocess.Popen([sys.executable, "-c", code, *arguments], **options)  # type: ignore[call-overload]
