"""The command line: every way in, every way out, every way to go wrong."""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import small_base
from command import CONTRADICTED, NOT_APPROVED, SUPPORTED, UNCOVERED, UNSUPPORTED, Run, process, run

from factcheck import __version__
from factcheck.cli import COMMANDS, app, with_command
from factcheck.cli.completion import WORDS, with_command_completed
from factcheck.cli.help import GROUPS
from factcheck.cli.output import unwritable, wants_colour
from factcheck.cli.progress import line, watched
from factcheck.report import FORMATS

__all__ = ["process", "run"]
Start = Callable[..., subprocess.Popen[bytes]]

PAGE = f"# Serum\n\n{CONTRADICTED}\n\n{UNSUPPORTED}\n\n{SUPPORTED}\n\n{UNCOVERED}\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE)
    return path


# ------------------------------------------------------------------ ways in


def test_the_command_may_be_left_out() -> None:
    assert with_command([]) == ["check", "-"]
    for words in (["page.txt"], ["-"], ["-f", "json", "page.txt"], ["./explain"], ["copy", "db"]):
        assert with_command(words) == ["check", *words]
    for words in (["--help"], ["-h"], ["--version"], *([each, "x"] for each in COMMANDS)):
        assert with_command(words) == words


def test_a_file_a_pipe_a_dash_a_folder_and_several_say_the_same(run: Run, page: Path) -> None:
    (page.parent / "copy").mkdir()
    (page.parent / "copy" / "page.md").write_text(PAGE)
    for words, given in (
        (("page.md",), ""),
        ((), PAGE),
        (("-",), PAGE),
        (("copy",), ""),
        (("copy/page.md", "page.md"), ""),
        (("-", "--stdin-filename", "page.md"), PAGE),
    ):
        done = run(*words, "-f", "jsonl", given=given)
        rows = [json.loads(row) for row in done.out.splitlines()]
        times = len(words) if "copy/page.md" in words else 1
        assert done.code == 1, words
        assert [row["label"] for row in rows] == ["contradicted", "unsupported", "supported", "not_covered"] * times
        assert "1 contradicted" in done.err or times > 1


def test_standard_input_has_the_name_and_the_format_that_it_is_given(run: Run) -> None:
    html = f"<html><body><nav>Buy</nav><p>{CONTRADICTED}</p></body></html>"
    done = run("-f", "compact", "--stdin-filename", "shop/page.html", given=html)
    assert done.out.startswith("shop/page.html:1:")
    assert run("-f", "compact", given=CONTRADICTED).out.startswith("<stdin>:1:")


def test_lists_of_paths(run: Run, page: Path) -> None:
    other = page.parent / "o ther.md"
    other.write_text(CONTRADICTED)
    for given in ("page.md\no ther.md\n\n", "page.md\r\no ther.md", "page.md\0o ther.md\0"):
        assert run("--file-list", "-", "-f", "compact", given=given).out.count(NOT_APPROVED) == 2
    (page.parent / "list").write_text("page.md\n")
    assert run("--file-list", "list", "o ther.md", "-f", "compact").out.count(NOT_APPROVED) == 2
    assert run("--file-list", "none").err == "factcheck: --file-list none: no such file or directory\n"
    assert run("--file-list", "-", "-", given="page.md").code == 2
    done = run("--file-list", "-", given="")
    assert (done.code, done.err) == (2, "factcheck: nothing was checked\n")


def test_tables_by_column_and_id(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f'sku,blurb,copy\nA1,x,"{CONTRADICTED}"\nB2,x,"{SUPPORTED}"\n')
    done = run("t.csv", "--text-column", "copy", "--id-column", "sku", "-f", "compact")
    assert done.out.startswith("t.csv: row 1 (A1): contradicted")
    assert "2 documents checked: 1 contradicted, 1 supported" in done.err


def test_what_is_left_out_of_folders_and_by_force(run: Run, tmp_path: Path) -> None:
    for name in ("copy/a.md", "copy/drafts/b.md", "copy/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(CONTRADICTED)

    def checked(*words: str) -> list[str]:
        return re.findall(r"^\S+\.(?:md|txt)(?=:)", run(*words, "-f", "compact").out, re.MULTILINE)

    assert checked("copy") == ["copy/a.md", "copy/c.txt", "copy/drafts/b.md"]
    assert checked("copy", "--exclude", "drafts", "--exclude", "*.txt") == ["copy/a.md"]
    assert checked("copy/a.md", "--exclude", "*.md") == ["copy/a.md"]
    assert checked("copy/a.md", "copy/c.txt", "--exclude", "*.md", "--force-exclude") == ["copy/c.txt"]
    assert checked("copy/drafts/b.md", "--exclude", "copy/drafts/", "--force-exclude") == []
    done = run(str(tmp_path / "copy/a.md"), "--exclude", "copy/*", "--force-exclude", "-f", "compact")
    assert (done.code, done.err) == (0, "factcheck: nothing was checked\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_left_in_the_folder_is_not_judged_next_time_and_that_is_told(run: Run, page: Path, name: str) -> None:
    ending = "txt" if name == "compact" else "json" if name == "sarif" else FORMATS[name].extension
    words = ("-f", name, "-o", f"old.{ending}", "--author", "We", "--base-url", "https://example.org")
    assert run("page.md", *words).code == 1
    done = run(str(page.parent), "-f", "jsonl")
    assert {json.loads(row)["document"] for row in done.out.splitlines()} == {str(page)}
    told = f"old.{ending}: not read: a report or baseline of this program"
    assert told in done.err or ending not in ("txt", "md", "html", "csv", "json", "jsonl")
    assert run(f"old.{ending}", "-f", "compact").out != ""


def test_files_without_an_ending_are_told(run: Run, page: Path) -> None:
    (page.parent / "noext").write_text(CONTRADICTED)
    (page.parent / "picture.png").write_bytes(b"x")
    done = run(str(page.parent))
    assert f"{page.parent}/noext: not read: without an ending" in done.err and "picture" not in done.err
    assert "not read" not in run(str(page.parent), "-q").err
    assert run("noext").code == 1


def test_empty_and_binary_files_of_a_batch_may_pass_and_are_still_reported(run: Run, page: Path) -> None:
    (page.parent / "empty.txt").write_bytes(b"")
    (page.parent / "binary.txt").write_bytes(b"\x00\x01")
    (page.parent / "rows.csv").write_bytes(b"text\n")
    page.write_text(SUPPORTED)
    assert run(str(page.parent)).code == 2
    done = run(str(page.parent), "--allow-empty", "-f", "json")
    assert done.code == 0 and "3 could not be checked" in done.err
    assert [error["message"] for error in json.loads(done.out)["errors"]] == [
        "binary data, not text", "empty", "no row with text in it",
    ]  # fmt: skip
    assert run("empty.txt", "--allow-empty").code == 2
    assert run("page.md", "gone.txt", "--allow-empty").code == 2
    (page.parent / "fremd.txt").write_text("Unser Serum glättet die Haut und lindert jede Rötung über Nacht.\n" * 3)
    assert run(str(page.parent), "--allow-empty").code == 2


def test_the_report_and_the_baseline_are_not_read_as_copy(run: Run, page: Path) -> None:
    folder = str(page.parent)
    run(folder, "--write-baseline", "known.json", "-q")
    for _ in range(2):
        assert run(folder, "-o", "report.md", "--baseline", "known.json").err.startswith(
            "factcheck: 1 document checked"
        )
    done = run("page.md", "-o", "page.md")
    assert done.code == 2 and "would destroy it" in done.err and page.read_text() == PAGE


def test_a_file_named_in_several_ways_is_judged_once(run: Run, page: Path) -> None:
    (page.parent / "link.md").symlink_to(page)
    done = run("page.md", "./page.md", str(page), "link.md", "gone.txt", "gone.txt", "-f", "compact")
    assert "1 document checked: 1 contradicted" in done.err and "2 could not be checked" in done.err


def test_a_file_called_like_standard_input_is_reached(run: Run, page: Path) -> None:
    (page.parent / "-").write_text(CONTRADICTED)
    assert "1 contradicted" in run("./-", given=SUPPORTED).err
    assert "1 supported" in run("-", given=SUPPORTED).err
    (page.parent / "list").write_text("./-\n")
    done = run("-", "--file-list", "list", given=SUPPORTED)
    assert "2 documents checked: 1 contradicted, 1 supported" in done.err


def test_strictness_without_effect_is_doubted(run: Run, page: Path) -> None:
    said = "--strict: strict changes nothing without --fail-on unsupported"
    assert said in run("page.md", "--strict").err
    for words in (("--fail-on", "unsupported"), ("-f", "junit"), ("--write-baseline", "known.json"), ("-q",)):
        assert said not in run("page.md", "--strict", *words).err


# ------------------------------------------------------------------ what cannot be checked


def test_each_input_fails_alone_and_is_named(run: Run, page: Path) -> None:
    (page.parent / "empty.txt").write_text("")
    (page.parent / "binary.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 8)
    (page.parent / "hollow").mkdir()
    done = run("gone.txt", "empty.txt", "binary.txt", "hollow", "page.md", "-f", "json")
    data = json.loads(done.out)
    assert done.code == 2, "input that was not checked is graver than findings"
    assert [error["name"] for error in data["errors"]] == ["gone.txt", "empty.txt", "binary.txt", "hollow"]
    assert data["documents"][0]["counts"]["contradicted"] == 1
    for said in ("gone.txt: no such file", "empty.txt: empty", "binary.txt: binary", "hollow: no readable file"):
        assert f"factcheck: {said}" in done.err
    assert done.err.splitlines()[-1].endswith("1 not covered, 4 could not be checked")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named(run: Run, page: Path) -> None:
    page.chmod(0)
    assert "permission denied" in run("page.md").err


def test_more_failures_than_anybody_reads_are_counted(run: Run, page: Path) -> None:
    done = run("page.md", *(f"gone-{number}.txt" for number in range(30)), "-q")
    assert done.err.count("\n") == 21 and done.err.endswith("factcheck: and 10 more like these\n")


def test_nothing_to_read_is_no_success(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(given="").code == 2
    done = run("-f", "json", terminal=True)
    assert (done.code, done.err) == (2, "factcheck: no path given; name files or folders, or - to read what you type\n")
    assert run("-", given=CONTRADICTED, terminal=True).code == 1
    done = run(terminal=True)
    assert done.code == 2 and done.out == "" and "Usage: factcheck" in done.err


def test_a_page_without_claims_is_clean_and_says_so(run: Run) -> None:
    done = run(given="Apply two drops at night.")
    assert (done.code, done.err) == (0, "factcheck: 1 document checked: no claim found\n")


def test_a_command_that_is_misspelt_is_guessed(run: Run) -> None:
    assert "explan: no such file or folder; did you mean the command explain?" in run("explan").err
    assert "did you mean" not in run("page.txt").err


# ------------------------------------------------------------------ how it ends


@pytest.mark.parametrize(
    ("words", "text", "code"),
    [
        ((), CONTRADICTED, 1),
        ((), UNSUPPORTED, 0),
        (("--fail-on", "unsupported"), UNSUPPORTED, 1),
        (("--fail-on", "unsupported"), UNCOVERED, 0),
        (("--fail-on", "unsupported", "--strict"), UNCOVERED, 1),
        (("--strict",), UNCOVERED, 0),
        (("--fail-on", "never"), CONTRADICTED, 0),
        (("--exit-zero",), CONTRADICTED, 0),
        (("--exit-zero", "gone.txt"), CONTRADICTED, 2),
        (("--ignore", NOT_APPROVED), CONTRADICTED, 0),
        (("--select", "small.exo"), CONTRADICTED, 0),
        (("--select", "small"), CONTRADICTED, 1),
        ((), f"factcheck: ignore {NOT_APPROVED}: seen\n{CONTRADICTED}", 0),
        (("--no-suppressions",), f"factcheck: ignore {NOT_APPROVED}: seen\n{CONTRADICTED}", 1),
    ],
)
def test_exit_codes(run: Run, words: tuple[str, ...], text: str, code: int) -> None:
    assert run("-", *words, given=text).code == code


def test_claims_left_out_count_nowhere(run: Run, page: Path) -> None:
    (document,) = json.loads(run("page.md", "-f", "json", "--select", "small.not").out)["documents"]
    assert document["counts"] | {"skipped": 0} == {
        "supported": 0, "unsupported": 0, "contradicted": 1, "not_covered": 0, "skipped": 0,
    }  # fmt: skip
    assert run("page.md", "--ignore", "small", "-q", "-f", "compact").out.count("\n") == 1
    done = run("-", "--select", "small.not", given=UNSUPPORTED)
    assert (done.code, done.err) == (0, "factcheck: 1 document checked: no selected claim found\n")
    done = run("page.md", "--select", "smal.not-approved")
    assert done.code == 2 and "did you mean small.not-approved?" in done.err


# ------------------------------------------------------------------ wrong words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fromat", "json", "x"), "no such option: --fromat; did you mean --format?"),
        (("-Z",), "no such option: -Z (see: factcheck --help)"),
        (("-f", "jsn", "x"), "--format: 'jsn' is not one of text, compact, "),
        (
            ("--fail-on", "contra", "x"),
            "--fail-on: 'contra' is not one of contradicted, unsupported, never; did you mean",
        ),
        (("--show", "none", "x"), "--show: 'none' is not one of flagged, all"),
        (("--market", "us,mars", "x"), "--market: 'mars' is not one of us, eu"),
        (("--color", "yes", "x"), "--color: 'yes' is not one of auto, always, never"),
        (("-j", "two", "x"), "--jobs wants a whole number from 0 on, not 'two'"),
        (("--max-findings", "-1", "x"), "--max-findings wants a whole number from 0 on, not '-1'"),
        (("-f", "claimreview", "x"), "claimreview needs --author: "),
        (("-f",), "option '-f' requires an argument"),
        (("--config", "none.toml", "x"), "none.toml: no such file or directory"),
        (("eval",), "missing argument 'FOLDER'"),
        (("db", "lst"), "no such command 'lst'"),
        (("explain",), "explain wants the name of an assertion, a reason or a source, or --text SENTENCE"),
        (("explain", "small.not-aproved"), "nothing is called 'small.not-aproved'; did you mean small.not-approved"),
        (("explain", "evidence-disagree"), "nothing is called 'evidence-disagree'; did you mean evidence-disagrees"),
    ],
)
def test_a_wrong_word_takes_one_line_and_ends_with_two(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words, given=CONTRADICTED)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"factcheck: {said}") and done.err.count("\n") == 1


def test_what_goes_wrong_inside_takes_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("out\nof order")

    monkeypatch.setattr("factcheck.batch.check_files", broken)
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    done = run("-", given=CONTRADICTED)
    assert done.code == 4
    assert done.err == "factcheck: internal error: RuntimeError: out of order (set FACTCHECK_DEBUG=1 to see where)\n"


@pytest.mark.parametrize("debug", ["1", ""])
def test_where_it_went_wrong_can_be_seen_and_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], debug: str
) -> None:
    """Debugging must not turn a fault of ours into the code that a build server takes for findings."""

    def broken(*_given: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("factcheck.cli.explain.readable_base", broken)
    monkeypatch.setenv("FACTCHECK_DEBUG", debug)
    assert app.run(["explain", "anything"]) == 4
    assert ("Traceback" in capsys.readouterr().err) == bool(debug)


def test_an_invalid_base_ends_with_three_and_does_not_flood(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.db.problems import InvalidBase, Problem

    def invalid(_added: object) -> None:
        raise InvalidBase(tuple(Problem(file="a.yaml", line=n, message="wrong") for n in range(1, 31)))

    monkeypatch.setattr("factcheck.cli.running.load_base", invalid)
    done = run("-", given=CONTRADICTED)
    assert done.code == 3 and done.err.count("\n") == 6
    assert done.err.endswith("not valid: 30 problems; the first 5 are above, for all of them: factcheck db check\n")


# ------------------------------------------------------------------ reports


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("to_file", [False, True])
def test_what_is_not_english_was_not_checked_and_nothing_else_is_lost(
    run: Run, tmp_path: Path, name: str, to_file: bool
) -> None:
    french = "Hydrate la peau et réduit les rides."
    (tmp_path / "fr.txt").write_text(french)
    (tmp_path / "scratched.txt").write_bytes(b"Caf\xff \xe2\x80\x94 ok \xe2\x80\x94 fine \xe2\x80\x94")
    (tmp_path / "t.csv").write_text(f"copy\n{french}\n{CONTRADICTED}\n")
    written = ("-o", "report", "--author", "A") if to_file else ("--author", "A")
    done = run("fr.txt", "scratched.txt", "t.csv", "-f", name, *written)
    said = done.err + done.out + ((tmp_path / "report").read_text() if to_file else "")
    assert done.code == 2
    assert "fr.txt: not English" in done.err and "t.csv: row 1: not English" in done.err
    assert done.err.count("scratched.txt: 1 damaged character in UTF-8 text") == 1
    assert "1 contradicted, 2 could not be checked" in done.err and "FDA approved" in said


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_on_the_screen_and_in_a_file(run: Run, page: Path, name: str) -> None:
    words = ("page.md", "-f", name, "--author", "The Reviewers")
    shown = run(*words)
    done = run(*words, "-o", "out.x")
    written = (page.parent / "out.x").read_text("utf-8-sig" if name == "csv" else "utf-8")
    assert (shown.code, done.code, done.out) == (1, 1, "")
    # On a screen running text is as wide as the screen, in a file a hundred columns.
    assert "✗ CONTRADICTED" in written if name == "text" else written == shown.out
    assert [path.name for path in page.parent.iterdir() if path.name.endswith(".part")] == []


def test_the_file_s_ending_tells_the_format_unless_one_is_named(run: Run, page: Path) -> None:
    endings = {made.extension: name for name, made in FORMATS.items() if name not in ("compact", "github")}
    assert len(endings) == len(FORMATS) - 2, "every ending tells one format"
    for ending in endings:
        run("page.md", "-o", f"out.{ending}", "--author", "Me")
    text = {ending: (page.parent / f"out.{ending}").read_text() for ending in endings}
    assert text["html"].startswith("<!doctype html>") and text["csv"].startswith("\ufeffdocument,")
    assert "schema" in json.loads(text["json"]) and "runs" in json.loads(text["sarif"])
    run("page.md", "-f", "json", "-o", "out.html")
    json.loads((page.parent / "out.html").read_text())
    run("page.md", "-o", "out.dat")
    assert "✗ CONTRADICTED" in (page.parent / "out.dat").read_text()


def test_a_file_is_replaced_whole_and_keeps_what_it_is(run: Run, page: Path) -> None:
    target, link = page.parent / "real.json", page.parent / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("page.md", "-f", "json", "-o", "link.json").code == 1
    assert link.is_symlink() and json.loads(target.read_text())
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    before = target.read_text()
    assert run("page.md", "-f", "json", "-o", "link.json", "--select", "nothing").code == 2
    assert target.read_text() == before, "a run that fails touches nothing"


def test_output_that_cannot_be_written_ends_with_four_before_the_work(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.running.load_base", lambda added: pytest.fail("the base was loaded"))
    for target, said in (("none/x.html", "there is no folder"), (".", "is a folder")):
        done = run("page.md", "-o", target)
        assert done.code == 4 and said in done.err and done.err.count("\n") == 1


def test_a_file_that_is_replaced_whole_needs_a_folder_that_can_be_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked of the system by a stand-in: root, as which tests may run, may do anything."""
    for name in ("old.json", "old.csv", "old.parquet"):
        (tmp_path / name).write_text("old")
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != tmp_path)
    for name, streamed, may in (
        ("old.json", False, False),
        ("old.csv", True, True),
        ("old.parquet", True, False),
        ("new.csv", True, False),
    ):
        assert (unwritable(tmp_path / name, streamed=streamed) is None) == may, name


@pytest.mark.parametrize("name", ["report.csv", "report.jsonl", "report.json"])
def test_a_run_that_cannot_begin_leaves_the_last_report(run: Run, page: Path, name: str) -> None:
    pytest.importorskip("distributed")
    run("page.md", "-o", name)
    before = (page.parent / name).read_bytes()
    assert run("page.md", "-o", name, "--cluster", "no-address://x").code == 2
    assert (page.parent / name).read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("name", ["text", "json", "jsonl", "csv"])
def test_a_full_disk_ends_with_four(run: Run, page: Path, name: str) -> None:
    done = run("page.md", "-f", name, "-o", "/dev/full")
    assert (done.code, done.err) == (4, "factcheck: /dev/full: no space left on device\n")


def test_a_streamed_file_is_cut_back_to_whole_lines_when_the_disk_fills(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    from factcheck.cli.output import OutputError, written

    path = tmp_path / "rows.jsonl"
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        with pytest.raises(OutputError), written(path, streamed=True) as write:
            for _ in range(100):
                write("x" * 299 + "\n")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == (b"x" * 299 + b"\n") * 3


def test_rows_are_written_as_they_come(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    out = page.parent / "out.jsonl"

    def slowly(*_given: object, **_named: object) -> object:
        for _ in range(3):
            seen.append(len(out.read_text().splitlines()) if out.exists() else 0)
            yield small_base.CHECKER.check(small_base.page(CONTRADICTED))

    monkeypatch.setattr("factcheck.batch.check_files", slowly)
    run("page.md", "-o", "out.jsonl")
    assert seen == [0, 1, 2]


def test_colour_and_quiet_and_verbose(run: Run, page: Path) -> None:
    assert "\x1b[" not in run("page.md").out and "\x1b[" in run("page.md", "--color", "always").out
    assert run("page.md", "-q").err == ""
    loud = run("page.md", "-v")
    assert "evidence base small" in loud.err and re.search(r"in \d+\.\d s$", loud.err.strip()) and "matched" in loud.out


@pytest.mark.parametrize(
    ("environ", "terminal", "wanted"),
    [
        ({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)  # fmt: skip
def test_when_there_is_colour(
    environ: dict[str, str], terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("factcheck.cli.output.on_terminal", lambda: terminal)
    assert wants_colour() is wanted
    assert wants_colour("always") and not wants_colour("never")


def test_a_limit_on_findings_holds_for_the_whole_run_and_changes_no_count(run: Run, tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(f"{CONTRADICTED}\n\n{UNSUPPORTED}\n")
    done = run("a.md", "b.md", "c.md", "-f", "compact", "--max-findings", "3")
    assert done.out.count("\n") == 4 and "3 contradicted, 3 unsupported" in done.err and done.code == 1
    text = run("a.md", "b.md", "c.md", "--max-findings", "3").out
    assert text.count("CONTRADICTED") + text.count("UNSUPPORTED") == 3
    assert "and 1 more finding (--max-findings)" in text and "and 2 more findings (--max-findings)" in text


def test_what_the_run_tells_the_formats(run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert "::error file=page.md," in run(str(page), "-f", "github").out
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    assert f"::error file={tmp_path.name}/page.md," in run("page.md", "-f", "github").out
    run("page.md", "-o", "found.csv")
    assert (tmp_path / "found.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,")
    assert run("page.md", "-f", "csv").out.startswith("document,")


def test_same_input_same_bytes(run: Run, page: Path) -> None:
    for name in FORMATS:
        first, cached, fresh = (
            run("page.md", "-f", name, "--author", "Me", *more).out for more in ((), (), ("--no-cache",))
        )
        assert first == cached == fresh


# ------------------------------------------------------------------ streams and signals, in processes of their own


def test_little_is_imported_before_somebody_hears_ctrl_c() -> None:
    code = "import sys, factcheck.cli; print(sorted({'typing', 're', 'typer', 'enum', 'pathlib'} & set(sys.modules)))"
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run([sys.executable, "-S", "-c", code], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_help_that_is_not_read_or_cannot_be_written(process: Start) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    closed = process("--help", stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    with Path("/dev/full").open("wb") as nowhere:
        full = process("--help", stdout=nowhere, stderr=subprocess.PIPE)
    assert closed.stderr and full.stderr
    assert (closed.stderr.read(), closed.wait()) == (b"", 0)
    assert (full.stderr.read(), full.wait()) == (b"factcheck: standard output: no space left on device\n", 4)


def test_closed_pipes_interrupts_and_narrow_encodings(process: Start, run: Run, page: Path, tmp_path: Path) -> None:
    """All started at once and looked at one after the other: starting is what takes the time."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    known, many, rows = tmp_path / "known.csv", tmp_path / "many.csv", tmp_path / "rows.jsonl"
    known.write_text("text\n" + f"{CONTRADICTED}\n" * 500)
    many.write_text("text\n" + f"{CONTRADICTED}\n" * 20_000)
    # Those that only print find in the cache what they print, more than a pipe holds.
    assert len(run(str(known), str(page), "-f", "jsonl").out) > 200_000
    slow = (str(many), "-j", "1", "--no-cache", "-f")
    closed = process(str(known), "-f", "jsonl", **pipes)
    stopped = process(*slow, "jsonl", "-o", str(rows), **pipes)
    whole = process(*slow, "json", "-o", str(tmp_path / "all.json"), **pipes)
    narrow = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for_people = process(str(page), environ=narrow, **pipes)
    for_programs = process(str(page), "-f", "html", environ=narrow, **pipes)

    closed.stdout.readline()
    closed.stdout.close()
    assert (closed.wait(30), closed.stderr.read()) == (0, b""), "a closed pipe is no failure"
    closed.stderr.close()

    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (rows.exists() and rows.stat().st_size > 10_000):
        time.sleep(0.02)
    for running in (stopped, whole):
        running.send_signal(signal.SIGINT)
        _out, said = running.communicate(timeout=30)
        assert (running.returncode, said) == (130, b"factcheck: interrupted\n")
    assert rows.read_bytes().endswith(b"}\n") and all(json.loads(row) for row in rows.read_text().splitlines())
    assert not (tmp_path / "all.json").exists() and list(tmp_path.glob("*.part")) == []

    out, said = for_people.communicate(timeout=30)
    assert for_people.returncode == 1 and b"? CONTRADICTED" in out and b"Traceback" not in said
    out, _said = for_programs.communicate(timeout=30)
    assert "✗" in out.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_standard_output(process: Start, run: Run, page: Path) -> None:
    run(str(page))
    with Path("/dev/full").open("wb") as full:
        for running in [
            process(str(page), "-f", each, stdout=full, stderr=subprocess.PIPE) for each in ("text", "csv")
        ]:
            _out, said = running.communicate(timeout=30)
            assert (running.returncode, said) == (4, b"factcheck: standard output: no space left on device\n")


# ------------------------------------------------------------------ help, completion, start


def test_the_help_shows_every_option_once_and_every_command(run: Run) -> None:
    from factcheck.cli.check import check

    done = run("--help")
    grouped = [name for names in GROUPS.values() for name in names.split()]
    assert sorted(grouped) == sorted(set(check.__annotations__) - {"paths", "return"})
    for name in grouped:
        flag = name.replace("_", "-")
        assert len(re.findall(rf"^  (?:-\w, )?--(?:no-)?{flag}\b(?!-)", done.out, re.MULTILINE)) == 1, name
    assert all(re.search(rf"^  {command}\s", done.out, re.MULTILINE) for command in COMMANDS)
    assert all(name in done.out for name in FORMATS) and all(len(row) <= 100 for row in done.out.splitlines())
    assert done.code == 0 and "Exit codes" in done.out
    assert "--no-cache" in run("check", "--help").out
    assert run("--version").out == f"factcheck {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("factcheck expl", "explain"),
        ("factcheck --form", "--format"),
        ("factcheck page.md --format sa", "sarif"),
        ("factcheck check --fail-on un", "unsupported"),
        ("factcheck explain small.not", NOT_APPROVED),
        ("factcheck explain outside", "outside-the-evidence"),
        ("factcheck db sch", "schema"),
    ],
)
def test_shells_complete_commands_options_values_and_ids(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str, words: str, wanted: str
) -> None:
    kind = f"complete_{shell}"
    monkeypatch.setenv("_FACTCHECK_COMPLETE", kind)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv(WORDS[kind], words.replace(" ", "\n") if shell == "bash" else words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    assert wanted in run().out


def test_completion_knows_that_check_may_be_left_out() -> None:
    for line_, wanted in (
        ("factcheck\n--f", "factcheck\ncheck\n--f"), ("factcheck\nexp", "factcheck\nexp"),
        ("factcheck\nexplain\nx", "factcheck\nexplain\nx"), ("factcheck\na.md\n", "factcheck\ncheck\na.md\n"),
        ("factcheck", "factcheck"), ("", ""),
    ):  # fmt: skip
        environ = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": line_, "COMP_CWORD": "1"}
        with_command_completed(environ)
        assert environ["COMP_WORDS"] == wanted
        assert environ["COMP_CWORD"] == ("2" if "check\n" in wanted.removeprefix("factcheck") else "1")
    with_command_completed({})


def test_commands_that_read_no_copy_load_no_language() -> None:
    """In one process, one after the other: the first that loaded it would show for all."""
    code = (
        "import sys, io, contextlib; from factcheck.cli import main\n"
        "for words in ('--help', 'db list', 'explain softened', 'config', 'cache show', 'db schema'):\n"
        "    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): main(words.split())\n"
        "    heavy = [name for name in ('spacy', 'thinc', 'numpy') if name in sys.modules]\n"
        "    assert not heavy, (words, heavy)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_only_the_check_command_reads_copy() -> None:
    """A module that imports the engine at its top would make every command wait for it."""
    for path in Path(sys.modules["factcheck.cli"].__file__ or "").parent.glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {"factcheck.engine", "factcheck.evaluate", "factcheck.language.tokens", "factcheck.trace"} & set(
                names
            ), path


# ------------------------------------------------------------------ progress


def test_progress_says_how_far_how_fast_and_how_long() -> None:
    assert line(50, 200, 10.0) == "factcheck: [######..................] 50/200, 5.0/s, 30 s left"
    assert line(1500, None, 10.0) == "factcheck: 1,500 checked, 150/s"
    assert line(300, 200, 10.0) == "factcheck: 300 checked, 30/s"
    assert line(1, 7201, 1.0).endswith("1.0/s, 2 h 00 min left") and line(1, 91, 1.0).endswith("1 min 30 s left")


def test_progress_is_drawn_over_itself_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(100))
    monkeypatch.setattr("factcheck.cli.progress.time.monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr(sys, "stderr", drawn := io.StringIO())
    assert list(watched("abcd", 4)) == list("abcd")
    assert drawn.getvalue().count("\r\x1b[K") == 4 and drawn.getvalue().endswith("\r\x1b[K")
    monkeypatch.setattr("factcheck.cli.progress.time.monotonic", lambda: 0.0)
    monkeypatch.setattr(sys, "stderr", quick := io.StringIO())
    assert list(watched("abcd", 4)) == list("abcd") and quick.getvalue() == ""
    assert list(watched("a", 50)) == ["a"] and quick.getvalue() == "\r\x1b[Kfactcheck: 50 files to check\r\x1b[K"


# ------------------------------------------------------------------ the other commands


def test_explain_names_and_sentences(run: Run) -> None:
    assert "No exosome product is approved" in run("explain", NOT_APPROVED).out
    assert "A trial" in run("explain", "a-trial").out
    done = run("explain", "softened")
    assert done.code == 0 and done.out.endswith("\n") and not done.out.endswith("\n\n")
    assert NOT_APPROVED in run("explain", "--text", CONTRADICTED).out


@pytest.mark.parametrize(
    ("words", "exactly"),
    [(("db", "list"), False), (("explain", "--text", "“FDA approved”"), False), (("explain", NOT_APPROVED), False),
     (("config",), True), (("db", "schema"), True)],
)  # fmt: skip
def test_no_command_fails_on_what_standard_output_cannot_show(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], exactly: bool
) -> None:
    shown = io.BytesIO()
    monkeypatch.setenv("FACTCHECK_AUTHOR", "Zoë")
    with monkeypatch.context() as narrow:
        narrow.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="ascii"))
        done = run(*words)
        sys.stdout.detach()
    assert (done.code, done.err) == (0, "")
    assert shown.getvalue() and shown.getvalue().isascii() != exactly


def test_the_cache_can_be_looked_at_and_cleared(run: Run, page: Path) -> None:
    run("page.md")
    assert re.search(r": 1 results, \d+\.\d MB$", run("cache", "show").out.strip())
    assert "freed" in run("cache", "clear").out
    assert ": 0 results" in run("cache", "show").out
    run("page.md", "--no-cache")
    assert ": 0 results" in run("cache", "show").out


def test_a_draft_base_can_be_tested_while_check_is_strict(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shipped base stands aside: a base of one draft, in form and not yet in order."""
    draft = tmp_path / "draft"
    for name in ("topics", "sources", "lexicon"):
        (draft / name).mkdir(parents=True)
    (draft / "lexicon" / "l.yaml").write_text(
        "concepts:\n  - {id: slime, kind: ingredient, forms: [slime]}\n"
        "  - {id: shrinks, kind: effect, direction: down, forms: [shrink]}\n"
        "  - {id: pores, kind: outcome, valence: bad, forms: [pore]}\n"
    )
    (draft / "sources" / "s.yaml").write_text(
        'id: s\nkind: web\ntitle: "A page"\nread: full\nverification: verified\nidentifiers: {url: "https://example.org/"}\n'
    )
    (draft / "topics" / "d.yaml").write_text(
        'topic: d\nassertions:\n  - id: d.shrinks\n    says: "Slime shrinks pores."\n    evidence_says: unsettled\n'
        '    strength: low\n    because: "One study."\n    evidence:\n      - {source: s, shows: context}\n'
        '    examples:\n      unsupported: ["Our slime shrinks pores."]\n'
    )
    monkeypatch.setattr("factcheck.db.folder.find_base", lambda: draft)
    done = run("db", "test", "d.shrinks")
    assert (done.code, done.out.splitlines()[-1]) == (0, "1 passed, 0 failed")
    assert run("db", "check").code == 3
    assert "did you mean d.shrinks?" in run("db", "test", "d.shrink").err


# ------------------------------------------------------------------ pre-commit


def test_the_hook_runs_what_the_command_understands(run: Run, page: Path) -> None:
    import yaml

    (hook,) = yaml.safe_load((Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["id"], hook["language"], hook["require_serial"]) == ("factcheck", "python", True)
    assert set(hook["types_or"]) == {"plain-text", "markdown", "html"}
    program, *words = hook["entry"].split()
    assert program == "factcheck"
    done = run(*words, *hook.get("args", []), "page.md")
    assert done.code == 1 and NOT_APPROVED in done.out
    assert run(*words, *hook.get("args", []), "--exclude", "*.md", "page.md").code == 0


def test_csv_opens_as_a_table(run: Run, page: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("page.md", "-f", "csv").out)))
    assert [row["label"] for row in rows] == ["contradicted", "unsupported", "supported", "not_covered"]


@pytest.mark.parametrize(("missing", "ours"), [("typer", False), ("factcheck.cli.app", True)])
def test_what_is_not_installed_is_named_in_one_line(missing: str, ours: bool) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from factcheck.cli import main; main(['--help'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if ours:  # a fault in the code is no fault of the installation
        assert done.returncode == 1
        assert "Traceback" in done.stderr
    else:
        assert done.returncode == 2
        assert done.stderr.splitlines() == [
            "factcheck: the package typer is not installed; `pip install -e .` installs all it needs"
        ]


def test_an_empty_sentence_is_not_explained(run: Run) -> None:
    done = run("explain", "--text", " ")
    assert (done.code, done.err) == (2, "factcheck: --text is empty: it wants a sentence\n")
