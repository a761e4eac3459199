"""Accepted findings: an entry knows its claim again wherever it moves, and is named when nothing answers to it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import small_base
from command import CONTRADICTED, NOT_APPROVED, SUPPORTED, UNCOVERED, UNSUPPORTED, Run, run

from factcheck.baseline import Baseline, BaselineError, Collected, named, read
from factcheck.model import Checked
from factcheck.read import from_text

__all__ = ["run"]


def checked(text: str, name: str = "page.txt") -> Checked:
    return small_base.CHECKER.check(from_text(text, name))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def held(folder: Path, *pages: Checked, strict: bool = False) -> Baseline:
    """A baseline of the pages, by way of its file."""
    collected = Collected(folder, strict=strict)
    for page in pages:
        collected.add(page)
    (folder / "known.json").write_text(collected.text())
    return read(folder / "known.json")


def new(baseline: Baseline, text: str) -> list[str]:
    return [claim.sentence for claim in baseline.without_known(checked(text)).claims]


# ------------------------------------------------------------------ what an entry knows again


@pytest.mark.parametrize(
    "text",
    [
        CONTRADICTED,
        f"\n\n# A new heading\n\n{UNSUPPORTED}\n\nApply at night. {CONTRADICTED}\n",
        f"OUR  exosomes are FDA\u00a0approved. {UNSUPPORTED}",
    ],
)
def test_moved_respaced_and_recased_claims_stay_known(here: Path, text: str) -> None:
    baseline = held(here, checked(f"{CONTRADICTED}\n\n{UNSUPPORTED}\n"))
    assert new(baseline, text) == []


def test_a_reworded_claim_wakes_and_a_second_one_like_it_too(here: Path) -> None:
    page = checked(f"{CONTRADICTED}\n")
    assert new(held(here, page), "Our wonderful exosomes are FDA approved.") == [
        "Our wonderful exosomes are FDA approved."
    ]
    assert new(held(here, page), f"{CONTRADICTED}\n\n{CONTRADICTED}\n") == [CONTRADICTED]
    assert new(held(here, checked(f"{CONTRADICTED}\n\n{CONTRADICTED}\n")), f"{CONTRADICTED}\n\n{CONTRADICTED}\n") == []


def test_another_document_label_or_assertion_is_another_finding(here: Path) -> None:
    page = checked(CONTRADICTED)
    (claim,) = page.claims
    assert claim.assertion
    for other in (
        replace(page, name="other.txt"),
        replace(page, claims=(replace(claim, label="unsupported"),)),
        replace(page, claims=(replace(claim, assertion=replace(claim.assertion, id="small.other")),)),
    ):
        assert len(held(here, page).without_known(other).claims) == 1
    assert held(here, page).without_known(page).known == 1


def test_what_is_supported_not_covered_or_suppressed_is_no_finding(here: Path) -> None:
    note = f"<!-- factcheck: ignore {NOT_APPROVED}: seen -->"
    page = checked(f"{SUPPORTED}\n\n{UNCOVERED}\n\n{note}\n{CONTRADICTED}\n")
    assert len(held(here, page).without_known(page).claims) == 3
    assert len(held(here, page, strict=True).without_known(page).claims) == 2


def test_stale_entries_are_named_once_their_document_has_been_checked(here: Path) -> None:
    for name in ("page.txt", "other.txt"):
        (here / name).write_text("still there")
    baseline = held(here, checked(f"{CONTRADICTED}\n\n{CONTRADICTED}\n"), checked(UNSUPPORTED, "other.txt"))
    assert list(baseline.stale()) == []
    baseline.without_known(checked(CONTRADICTED))
    (stale,) = baseline.stale()
    assert (stale.entry.id, stale.sentence, stale.times) == (NOT_APPROVED, CONTRADICTED, 1)
    assert list(baseline.stale(lambda name: name != NOT_APPROVED)) == []
    (here / "other.txt").unlink()
    assert [stale.entry.document for stale in baseline.stale()] == ["other.txt", "page.txt"]


def test_names_start_at_the_baseline_wherever_the_command_runs(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert named("copy/a.txt", here) == named("./copy/../copy/a.txt", here) == named(str(here / "copy/a.txt"), here)
    (here / "copy").mkdir()
    monkeypatch.chdir(here / "copy")
    assert named("a.txt", here) == "copy/a.txt"
    assert named("<stdin>", here) == "<stdin>"


# ------------------------------------------------------------------ the file


def test_the_file_can_be_read_by_people_and_is_the_same_in_any_order(here: Path) -> None:
    one, two = checked(f"{CONTRADICTED} {UNSUPPORTED}"), checked(UNSUPPORTED, "other.txt")
    texts = set()
    for pages in ((one, two), (two, one)):
        collected = Collected(here)
        for page in pages:
            collected.add(page)
        texts.add(collected.text())
    (text,) = texts
    assert len(collected) == 3 and text.isascii()
    rows = json.loads(text)["findings"]
    assert [(row["document"], row["id"], row["times"]) for row in rows] == [
        ("other.txt", "small.exosomes-wrinkles", 1),
        ("page.txt", "small.exosomes-wrinkles", 1),
        ("page.txt", NOT_APPROVED, 1),
    ]
    assert text.count("\n") == len(rows) + 5 and rows[2]["sentence"] == CONTRADICTED
    assert json.loads(Collected(here).text())["findings"] == []


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"factcheck-baseline": 2, "findings": []}', '{"factcheck-baseline": 1, "findings": [1]}',
     '{"factcheck-baseline": 1}', "[" * 99_999, '{"factcheck-baseline": 1, "findings": [{"times": "x"}]}'],
)  # fmt: skip
def test_what_is_no_baseline_is_refused_in_one_line(here: Path, text: str) -> None:
    (here / "known.json").write_text(text)
    with pytest.raises(BaselineError, match=r"known\.json: ") as refused:
        read(here / "known.json")
    assert "\n" not in str(refused.value)


# ------------------------------------------------------------------ a repository of thirty pages


@pytest.fixture
def repository(here: Path) -> Path:
    """Thirty pages with findings, one of them suppressed."""
    (here / "copy").mkdir()
    for number in range(30):
        text = f"# Product {number}\n\n{CONTRADICTED}\n\nNumber {number}: exosomes reduce wrinkles.\n\n{SUPPORTED}\n"
        (here / "copy" / f"page-{number:02}.md").write_text(text)
    note = f"<!-- factcheck: ignore {NOT_APPROVED}: legal has the file -->\n"
    page = here / "copy" / "page-07.md"
    page.write_text(page.read_text().replace(CONTRADICTED, note + CONTRADICTED))
    (here / "factcheck.toml").write_text('baseline = "copy/known.json"\nfail-on = "unsupported"\n')
    return here


def test_a_repository_keeps_its_peace_until_something_changes(run: Run, repository: Path) -> None:
    copy = repository / "copy"
    done = run("copy", "--write-baseline", "copy/known.json")
    assert (done.code, done.out) == (0, "")
    assert done.err == "factcheck: 59 findings of 30 documents written to copy/known.json\n"

    done = run("copy", "-f", "compact")
    assert done.code == 0 and done.out.count("\n") == 1, "nothing is new"
    assert "30 supported, 1 suppressed, 59 known" in done.err and "not found any more" not in done.err

    moved = copy / "page-03.md"
    first, *rest = moved.read_text().split("\n\n")
    moved.write_text("\n\n\n".join([first, "A new paragraph of directions.", *reversed(rest)]))
    done = run("copy", "-f", "compact")
    assert done.code == 0 and done.out.count("\n") == 1, "moved lines wake nothing"
    assert "not found any more" not in done.err

    with (copy / "page-11.md").open("a") as file:
        file.write("\nOur exosomes are approved by the FDA.\n")
    done = run("copy", "-f", "compact")
    assert done.code == 1 and done.out.count("\n") == 2, "a new claim is reported, and nothing else"
    assert done.out.startswith(f"copy/page-11.md:9:18: contradicted {NOT_APPROVED}: “approved by the FDA”")
    assert run("copy/page-11.md", "-q", "-f", "compact").out == done.out

    held_page = copy / "page-07.md"
    held_page.write_text(held_page.read_text().replace(CONTRADICTED + "\n\n", ""))
    done = run("copy", "-f", "compact")
    assert f"copy/page-07.md:3:1: unused suppression {NOT_APPROVED}: no such claim stands here" in done.out

    (copy / "page-20.md").unlink()
    done = run("copy", "-f", "compact")
    assert done.err.count("the baseline holds what is not found any more: copy/page-20.md: ") == 2


def test_a_baseline_that_cannot_be_used_stops_the_run_before_it_begins(run: Run, here: Path) -> None:
    (here / "page.txt").write_text(CONTRADICTED)
    done = run("page.txt", "--baseline", "gone.json")
    assert (done.code, done.out, done.err) == (2, "", "factcheck: --baseline gone.json: no such file or directory\n")
    (here / "none.json").write_text("{}")
    done = run("page.txt", "--baseline", "none.json")
    assert (done.code, done.err) == (2, "factcheck: none.json: no baseline; --write-baseline writes one\n")
    done = run("page.txt", "--write-baseline", "known.json", "-o", "report.txt")
    assert done.code == 2 and not (here / "known.json").exists()
    done = run("page.txt", "gone.txt", "--write-baseline", "known.json")
    assert done.code == 2 and (here / "known.json").exists() and "gone.txt: no such file" in done.err
