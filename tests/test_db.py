"""The evidence base's room: reading, checking, joining, caching, and the help it gives to those who write."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from factcheck.db import compile as compiled
from factcheck.db import nodes, schema
from factcheck.db.compile import load_cached
from factcheck.db.examples import KINDS, outcome, render_outcome, run_examples
from factcheck.db.folder import digest_of, find_base
from factcheck.db.form import form_faults
from factcheck.db.lint import LINTS, check
from factcheck.db.listing import listing, listing_of_topic
from factcheck.db.load import InvalidBase, Loaded, load, read_base
from factcheck.db.new import NotWrittenError, fresh, new_assertion
from factcheck.db.nodes import MAX_BYTES, read_yaml
from factcheck.db.problems import Problem
from factcheck.db.shape import keys
from factcheck.model import Assertion, Checked, Claim, Cue, MatchInfo, Qualifiers, Rival

HERE = Path(__file__).parent
MINI = HERE / "data" / "mini_db"
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
EXPECT = re.compile(r"# expect: (?P<fragment>.+)$")


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINI, tmp_path / "mini"))


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def edited(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def messages(folders: list[Path]) -> list[str]:
    return [problem.message for problem in check(read_base(folders))]


# ------------------------------------------------------------------ broken samples


def broken_base(sample: Path, tmp_path: Path) -> tuple[Loaded, Path]:
    """The small base with the sample laid over it where its first line says."""
    text = sample.read_text(encoding="utf-8")
    name = text.partition("\n")[0].removeprefix("# file: ")
    folders = [copied(tmp_path)]
    if name.startswith("added/"):
        folders.append(tmp_path / "added")
        name = name.removeprefix("added/")
    place = written(folders[-1], name, text)
    return read_base(folders), place


def expected(text: str) -> list[tuple[int, str]]:
    """Line and fragment of each comment: on its line, or alone above the line that it is about."""
    lines, found = text.split("\n"), []
    for number, line in enumerate(lines, start=1):
        if match := EXPECT.search(line):
            alone = line.lstrip().startswith("#")
            found.append((number + 1 if alone else number, match["fragment"].strip()))
    return found


@pytest.mark.parametrize("sample", BROKEN, ids=lambda path: path.stem)
def test_broken_samples_are_reported_at_their_place_and_nothing_else_is(sample: Path, tmp_path: Path) -> None:
    loaded, place = broken_base(sample, tmp_path)
    problems = list(check(loaded))
    for line, fragment in expected(sample.read_text(encoding="utf-8")):
        fitting = [each for each in problems if each.line == line and fragment in each.message]
        assert fitting, f"line {line}: {fragment!r} not among\n" + "\n".join(each.render() for each in problems)
        assert fitting[0].file == place.as_posix()
        problems.remove(fitting[0])
    assert not problems, "\n".join(each.render() for each in problems)


def test_every_lint_has_a_broken_sample(tmp_path: Path) -> None:
    reached = set()
    for number, sample in enumerate(BROKEN):
        loaded, _ = broken_base(sample, tmp_path / str(number))
        reached |= {lint.__name__ for lint in LINTS if any(lint(loaded))}
    assert {lint.__name__ for lint in LINTS} == reached


def test_the_small_base_has_no_problem() -> None:
    assert check(read_base([MINI])) == ()
