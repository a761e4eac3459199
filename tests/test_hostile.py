"""Input that is made to harm: each ends in a clear line and the right code, and costs no other page its findings.

The cases are those of `fuzz/cases.py`, small; `python tests/fuzz/run.py` tries them at full size, each in its process.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from command import CONTRADICTED, Run, process, run
from conftest import Cold
from fuzz.cases import Case, cases
from small_base import DB

from factcheck.batch import check_files
from factcheck.db.load import load
from factcheck.db.problems import InvalidBase
from factcheck.model import Checked, InputError
from factcheck.read.options import ReadOptions

__all__ = ["process", "run"]
SECONDS = 10
"""For any case of this size; a tenth of it is usual, but machines are shared."""


@pytest.mark.parametrize("case", cases(3000), ids=lambda case: ascii(case.name))
def test_nothing_breaks_it(case: Case, run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(CONTRADICTED)
    folder = tmp_path / "hostile"
    folder.mkdir()
    begun = time.monotonic()
    done = run("good.txt", *case.make(folder), "-f", "jsonl", "-j", "1", "--no-cache")
    assert time.monotonic() - begun < SECONDS
    assert done.code in {max(code, 1) for code in case.codes}, done.err
    rows = [json.loads(row) for row in done.out.split("\n") if row]
    assert (rows[0]["document"], rows[0]["label"]) == ("good.txt", "contradicted")
    assert "could not be judged" not in done.out
    assert "\x1b" not in done.err and all(len(line) < 10_000 for line in done.err.split("\n"))


def test_a_file_that_vanishes_is_one_row(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(CONTRADICTED)

    def files() -> Iterator[Path]:
        for path in paths:
            if path.name == "1.txt":
                path.unlink()
            yield path

    before, gone, after = check_files(files(), ReadOptions(), DB)
    assert isinstance(before, Checked) and isinstance(after, Checked)
    assert gone == InputError(name=str(paths[1]), message="no such file or folder")


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_table_that_grows_or_shrinks_while_it_is_read_ends(tmp_path: Path, ending: str) -> None:
    row = f"{CONTRADICTED}\n" if ending == "csv" else json.dumps({"text": CONTRADICTED}) + "\n"
    path = tmp_path / f"a.{ending}"
    path.write_text(("text\n" if ending == "csv" else "") + row * 5000)
    results = check_files([path], ReadOptions(), DB)
    next(results)
    with path.open("a") as file:
        file.write(row * 10)
    for _ in range(10):
        next(results)
    os.truncate(path, 3000)
    assert all(isinstance(each, Checked | InputError) for each in results)


LAUGHING = "".join(
    f"{here}: &{here} [*{before},*{before}]\n" for before, here in pairwise("abcdefghijklmnopqrstuvwxyz")
)
HARMFUL = {
    "laughs": f"a: &a [x,x]\n{LAUGHING}",
    "tag": 'topic: !!python/object/apply:os.system ["touch owned"]\n',
    "deep": "topic: " + "[" * 5000,
    "deep mapping": "topic: " + "{a: " * 5000,
    "long": f'topic: "{"a" * 3_000_000}"\n',
    "noise": "\x85\u2028: - ? !<>\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL)
def test_a_hostile_base_is_refused_in_words(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "a.yaml").write_text(HARMFUL[name])
    begun = time.monotonic()
    with pytest.raises(InvalidBase) as refused:
        load([tmp_path])
    assert time.monotonic() - begun < SECONDS and not (tmp_path / "owned").exists()
    assert all(len(problem.render()) < 2000 for problem in refused.value.problems)


# ------------------------------------------------------------------ runs in processes of their own


def test_a_run_needs_no_network(cold: Cold) -> None:
    """With the shipped base, cold; what the page refers to is neither fetched nor followed."""
    assert cold.done.returncode == 1, cold.done.stderr
    assert "no network" not in cold.done.stderr and "root:" not in cold.done.stdout
    assert json.loads(cold.done.stdout)["documents"][0]["counts"]["contradicted"] == 1


def test_two_runs_at_once_write_whole_reports(process, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + f"{CONTRADICTED}\n" * 200)
    out = tmp_path / "report.json"
    runs = [process(str(tmp_path / "a.csv"), "-o", str(out), stderr=subprocess.PIPE) for _ in range(2)]
    for each in runs:
        _out, said = each.communicate(timeout=60)
        assert each.returncode == 1, said
    assert len(json.loads(out.read_text())["documents"]) == 200 and not list(tmp_path.glob(".*.part"))
