"""Many inputs: in order, none lost, none twice, whatever dies on the way, and no more work than is needed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path

import msgspec
import pytest
from conftest import Cold
from small_base import CHECKER, DB, page

from factcheck import batch
from factcheck.batch import check_documents, check_files, crew
from factcheck.batch.flow import Answer
from factcheck.batch.tasks import Task
from factcheck.batch.worker import answers
from factcheck.cache import Packer
from factcheck.cache.store import Store
from factcheck.engine import Checker
from factcheck.model import Anchor, Checked, Document, InputError
from factcheck.read.options import ReadOptions

BASE = replace(DB, digest="sha256:batch")
SENTENCES = [
    "Our FDA-approved exosomes erase wrinkles.",
    "Retinol outperforms bakuchiol.",
    "Penetrates to the dermis.",
    "Peptides reduce redness.",
    "Shipping is free.",
]
READING = ReadOptions()


def listing(number: int) -> Document:
    text = " ".join(SENTENCES[(number + at) % len(SENTENCES)] for at in range(number % 4 + 1))
    return replace(page(f"{text} Lot {number}."), name=f"page {number}")


def listings(many: int) -> list[Document | InputError]:
    return [InputError(name=f"{n}", message="gone") if n % 17 == 5 else listing(n) for n in range(many)]


def expected(given: Sequence[Document | InputError]) -> list[Checked | InputError]:
    return [each if isinstance(each, InputError) else CHECKER.check(each) for each in given]


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes from the first input on, and small chunks for them."""
    monkeypatch.setattr(batch, "WORTH_IT", 0)
    monkeypatch.setattr(crew, "CHUNK", 300)


# ------------------------------------------------------------------ order and sameness


@pytest.mark.usefixtures("eager")
def test_one_process_and_several_say_the_same_in_input_order() -> None:
    given = listings(120)
    wanted = expected(given)
    for jobs in (1, 2):
        assert list(check_documents(given, BASE, jobs=jobs)) == wanted
    assert active_children() == []


def test_little_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_Crew", None)
    given = listings(40)
    assert list(check_documents(given, BASE, jobs=8)) == expected(given)


def test_inputs_are_read_no_further_ahead_than_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def endless() -> Iterator[Document]:
        nonlocal read
        for read in count(1):
            yield listing(read)

    results = check_documents(endless(), BASE, jobs=1)
    assert len(list(islice(results, 30))) == 30 and read <= 31
    results.close()
    monkeypatch.setattr(batch, "WORTH_IT", 0)
    monkeypatch.setattr(crew, "_Process", Quick)
    monkeypatch.setattr(crew, "CHUNK", 300)
    read = 0
    results = check_documents(endless(), BASE, jobs=2)
    assert len(list(islice(results, 30))) == 30 and read < 200
    results.close()


# ------------------------------------------------------------------ what fails


def test_a_document_that_cannot_be_judged_is_one_result(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = Checker.check

    def failing(self: Checker, document: Document) -> Checked:
        if "poison" in document.text:
            raise ValueError("no\nsuch thing")
        return judged(self, document)

    monkeypatch.setattr(Checker, "check", failing)
    bad = Document(name="t.csv", text="poison", anchors=(Anchor(start=0, row=7),))
    before, middle, after = check_documents([listing(1), bad, listing(2)], BASE)
    assert middle == InputError(
        name="t.csv", message="row 7: could not be judged (ValueError: no such thing)"
    ) and isinstance(before, Checked)
    assert isinstance(after, Checked)


class Quick:
    """A process that is none; it dies of poison."""

    started = 0
    deadly = b"poison"

    def __init__(self, shipment: bytes) -> None:
        self._alive = True

    def start(self) -> None:
        type(self).started += 1

    def ask(self, tasks: Sequence[Task]) -> list[Answer]:
        data = crew.encoded(tasks)
        if self.deadly in data:
            raise EOFError
        return msgspec.msgpack.decode(answers(data, CHECKER, Packer(DB)), type=list[Answer])

    def end(self) -> None:
        self._alive = False


@pytest.mark.usefixtures("eager")
def test_what_kills_two_processes_is_reported_and_costs_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_Process", Quick)
    given = listings(60)
    given[30] = replace(page("poison"), name="the bad one")
    wanted = expected(given)
    wanted[30] = InputError(name="the bad one", message="could not be judged: the process that tried died twice")
    assert list(check_documents(given, DB, jobs=2)) == wanted


@pytest.mark.usefixtures("eager")
def test_a_killed_process_loses_nothing() -> None:
    given = listings(150)
    results = check_documents(given, BASE, jobs=2)
    found = [next(results)]
    for process in active_children():
        process.kill()
    found += results
    assert found == expected(given)
    assert active_children() == []


@pytest.mark.usefixtures("eager")
def test_a_run_that_is_left_leaves_no_process() -> None:
    results = check_documents(listings(200), BASE, jobs=2)
    next(results)
    assert active_children()
    results.close()
    assert active_children() == []


@pytest.mark.usefixtures("eager")
def test_processes_that_cannot_start_are_one_clear_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def dead(self: object) -> None:
        raise EOFError

    monkeypatch.setattr(Quick, "start", dead)
    monkeypatch.setattr(crew, "_Process", Quick)
    with pytest.raises(RuntimeError, match="cannot be started"):
        list(check_documents(listings(3), BASE, jobs=2))


def test_halves_of_characters_are_mended_before_they_reach_anything() -> None:
    made = page("Peptides reduce redness \ud83d now.")
    half = replace(made, anchors=(Anchor(start=0, row=1, id="\udc00"),))
    (found,) = check_documents([half], BASE)
    assert isinstance(found, Checked) and "\ufffd" in found.text
    assert found.claims[0].place is not None and found.claims[0].place.id == "\ufffd"


# ------------------------------------------------------------------ what is known already


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    for number in range(20):
        (made / f"{number:02}.txt").write_text(listing(number).text)
    (made / "t.csv").write_text("text,id\n" + "".join(f"{listing(n).text},{n}\n" for n in range(20, 30)))
    return made


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_second_run_judges_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    first = list(check_files(files(folder), READING, BASE, cache=cache))
    assert len(first) == 30
    monkeypatch.setattr(Checker, "check", None)
    assert list(check_files(files(folder), READING, BASE, cache=cache)) == first


def test_a_run_that_is_stopped_goes_on_where_it_stopped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    stopped = check_files(files(folder), READING, BASE, cache=cache)
    first = list(islice(stopped, 12))
    stopped.close()
    done: list[str] = []
    judged = Checker.check
    monkeypatch.setattr(Checker, "check", lambda self, given: done.append(given.name) or judged(self, given))
    again = list(check_files(files(folder), READING, BASE, cache=cache))
    assert again[:12] == first and len(done) == 30 - 12


def test_names_are_no_part_of_what_is_known(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    first = list(check_files([folder / "01.txt"], READING, BASE, cache=cache))
    (folder / "01.txt").rename(folder / "renamed.txt")
    monkeypatch.setattr(Checker, "check", None)
    (again,) = check_files([folder / "renamed.txt"], READING, BASE, cache=cache)
    assert isinstance(again, Checked) and again == replace(first[0], name=str(folder / "renamed.txt"))


def test_faults_are_not_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\0\0")
    for _ in range(2):
        (found,) = check_files([path], READING, BASE, cache=tmp_path / "cache")
        assert isinstance(found, InputError)
    with Store(tmp_path / "cache") as store:
        assert store._base is not None
        assert store._base.execute("SELECT count(*) FROM results").fetchone() == (0,)


def test_what_is_all_known_never_loads_the_language(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = list(check_files(files(folder), READING, BASE, cache=cache))
    base = tmp_path / "base.msgpack"
    base.write_bytes(msgspec.msgpack.encode(BASE))
    code = """
import sys, msgspec, pathlib
from factcheck.batch import check_files
from factcheck.model import ClaimsDB
from factcheck.read.options import ReadOptions
base = msgspec.msgpack.decode(pathlib.Path(sys.argv[1]).read_bytes(), type=ClaimsDB)
files = sorted(pathlib.Path(sys.argv[2]).iterdir())
found = list(check_files(files, ReadOptions(), base, cache=pathlib.Path(sys.argv[3]), jobs=0))
print(len(found), "spacy" in sys.modules, "factcheck.engine" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(base), str(folder), str(cache)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(len(first)), "False", "False"]


# ------------------------------------------------------------------ Ctrl-C


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_interrupted_with_processes_ends_them_and_keeps_whole_lines(cold: Cold, tmp_path: Path) -> None:
    table, rows = tmp_path / "t.csv", tmp_path / "rows.jsonl"
    table.write_text("text\n" + "".join(f"{listing(n).text}\n" for n in range(60_000)))
    environ = {**os.environ, "FACTCHECK_CACHE_DIR": str(cold.copied(tmp_path / "cache"))}
    command = [sys.executable, "-m", "factcheck", str(table), "-j", "2", "-o", str(rows)]
    running = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, start_new_session=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (rows.exists() and rows.stat().st_size > 10_000):
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it: to every process
    _out, said = running.communicate(timeout=30)
    assert (running.returncode, said) == (130, b"factcheck: interrupted\n")
    assert rows.read_bytes().endswith(b"}\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)  # nobody is left of the session


PRESSED = """
import sys
class Key:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[2]:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Key())
from factcheck.cli import main
main([sys.argv[1], "--no-cache"])
"""


@pytest.mark.parametrize("module", ["factcheck.cli.app", "typer", "factcheck.model", "yaml", "spacy"])
def test_interrupted_while_something_is_imported_there_is_no_traceback(module: str, cold: Cold, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(listing(3).text)
    # Without a cache, YAML is read; with one, the first thing that takes long is the language.
    cache = cold.copied(tmp_path / "cache") if module == "spacy" else tmp_path / "cache"
    environ = {**os.environ, "FACTCHECK_CACHE_DIR": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", PRESSED, str(tmp_path / "a.txt"), module], env=environ, capture_output=True, text=True
    )
    assert done.returncode == 130 and done.stderr in ("", "factcheck: interrupted\n")
