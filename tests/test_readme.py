"""The README shows what the program really prints; `UPDATE_README=1 pytest tests/test_readme.py` writes it anew."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import Report
from factcheck.db.folder import find_base
from factcheck.engine import Checker
from factcheck.model import ClaimsDB

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(
    r"(<!-- (?:screen|table): factcheck (?P<args>[^>]+?) -->\n)(?P<body>.*?)(<!-- end of (?:screen|table) -->)", re.S
)
SCREENS = list(BLOCK.finditer(README.read_text("utf-8")))


def printed(arguments: str) -> str:
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "factcheck", *arguments.split()]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    return done.stdout.rstrip() + "\n"


@pytest.mark.parametrize("block", SCREENS, ids=lambda block: block["args"])
def test_a_screen_is_the_programs_output(block: re.Match[str]) -> None:
    body = f"```text\n{printed(block['args'])}```\n"
    if os.environ.get("UPDATE_README"):
        README.write_text(README.read_text("utf-8").replace(block[0], block[1] + body + block[4]), "utf-8")
        return
    assert block["body"] == body


def test_the_snippet_runs(
    db: ClaimsDB, checker: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Over the shipped base as it was made ready for all tests: reading it anew would take as long as a hundred."""
    loaded: list[list[Path]] = []
    monkeypatch.setattr("factcheck.db.load.load", lambda folders: loaded.append(folders) or db)
    monkeypatch.setattr("factcheck._KEPT", [checker])
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("Our exosomes are FDA approved.", "utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.S)
    made: dict[str, Report] = {}
    exec(code, made)
    assert loaded == [[find_base()], [find_base(), Path("my_claims")]]
    assert capsys.readouterr().out.startswith("contradicted FDA-approved exosomes exosomes-regulation.not-fda-approved")
    assert [(page.name, page.claims[0].label) for page in made["report"].documents] == [("page.txt", "contradicted")]


def test_there_are_screens() -> None:
    assert len(SCREENS) >= 2


def test_the_gate_runs_the_readmes_test_command() -> None:
    command = next(
        line for line in README.read_text("utf-8").splitlines() if line.startswith("pip install") and "pytest" in line
    )
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "factcheck/judge.py",
        "claims_db/README.md",
        "factcheck/report/report.schema.json",
        ".ci/recipes.md",
    ],
)
def test_what_it_links_to_is_there(path: str) -> None:
    assert f"({path})" in README.read_text("utf-8") and (ROOT / path).exists()
