"""`factcheck eval`: the figures that tell somebody how far to trust the tool on copy of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import small_base
from command import CONTRADICTED, SUPPORTED, UNSUPPORTED, Run, run

from factcheck.evaluate import Figures, evaluate, figures, load_rows

__all__ = ["run"]
QUIET = "The shop opens at nine."


def labelled(folder: Path, *rows: dict[str, object]) -> Path:
    (folder / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return folder


def measured(folder: Path, *rows: dict[str, object]) -> Figures:
    return figures(evaluate(load_rows(labelled(folder, *rows)), folder, small_base.CHECKER))


def test_labels_that_are_right_count_as_right(tmp_path: Path) -> None:
    found = measured(
        tmp_path,
        {"text": CONTRADICTED, "label": "contradicted"},
        {"text": UNSUPPORTED, "label": "unsupported"},
        {"text": SUPPORTED, "label": "supported"},
        {"text": QUIET, "label": "not-covered", "is_claim": False},
    )
    assert (found.sentences, found.accuracy, found.macro_f1, found.link_recall) == (4, 1.0, 1.0, 1.0)
    assert (found.harmful_flips, found.false_accusations, found.stages) == (0.0, 0.0, {})


def test_flips_and_false_alarms_are_told_apart(tmp_path: Path) -> None:
    found = measured(
        tmp_path,
        {"text": CONTRADICTED, "label": "supported"},
        {"text": UNSUPPORTED, "label": "contradicted"},
        {"text": SUPPORTED, "label": "none"},
        {"text": f"{UNSUPPORTED} ", "label": "not_covered", "is_claim": False},
    )
    assert found.harmful_flips == 0.5, "of two rows with a verdict one is turned round"
    assert found.false_accusations == 0.5 and found.non_claims_flagged == 1.0
    assert found.confusion["supported", "contradicted"] == 1 and found.accuracy == 0.0


def test_other_labels_may_be_right_too(tmp_path: Path) -> None:
    assert measured(tmp_path, {"text": CONTRADICTED, "label": "none", "also_ok": ["contradicted"]}).accuracy == 1.0


def test_a_row_is_judged_in_its_page(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("# Exosomes\n\nVisibly  reduces wrinkles.\n", "utf-8")
    alone = {
        "text": "Visibly reduces wrinkles.",
        "label": "unsupported",
        "assertion": "small.exosomes-wrinkles",
    }
    (outcome,) = evaluate(load_rows(labelled(tmp_path, {**alone, "file": "a.txt"})), tmp_path, small_base.CHECKER)
    assert outcome.right and [c.assertion.id for c in outcome.claims if c.assertion] == ["small.exosomes-wrinkles"]


def test_a_sentence_that_its_page_does_not_hold_is_counted_apart(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(SUPPORTED, "utf-8")
    found = measured(tmp_path, {"text": "Quite another line.", "label": "supported", "file": "a.txt"})
    assert (found.sentences, found.not_found) == (0, 1)


@pytest.mark.parametrize(
    ("text", "label", "stage"),
    [
        ("Do exosomes reduce wrinkles?", "unsupported", "not a candidate"),
        ("Honey tastes of summer.", "supported", "no concept to anchor on"),
        (UNSUPPORTED, "none", "gate let it through"),
        (UNSUPPORTED, "contradicted", "qualifier or judge"),
    ],
)
def test_a_miss_names_the_stage_that_lost_it(tmp_path: Path, text: str, label: str, stage: str) -> None:
    assert measured(tmp_path, {"text": text, "label": label}).stages == {stage: 1}


def test_rows_are_selected_by_half(tmp_path: Path) -> None:
    rows = [{"text": SUPPORTED, "label": "supported", "half": half} for half in ("work", "check", "check")]
    assert len(load_rows(labelled(tmp_path, *rows), "check")) == 2 and len(load_rows(tmp_path)) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json\n", ":1: not a labelled row"),
        ('{"text": "a", "label": "supported"}\n{"text": "b", "label": "true"}\n', ":2: not a labelled row (unknown"),
        ('{"label": "supported"}\n', ":1: not a labelled row"),
        ("[1]\n", ":1: not a labelled row (no object)"),
        ('{"text": 5, "label": "supported"}\n', ":1: not a labelled row ('text' holds no text)"),
        ('{"text": "a", "label": null}\n', ":1: not a labelled row ('label' holds no text)"),
        ('{"text": "a", "label": "supported", "file": 7}\n', ":1: not a labelled row ('file' holds no text)"),
        (None, "no .jsonl file with labelled rows"),
    ],
)
def test_a_folder_that_cannot_be_read_is_told_in_one_line(run: Run, tmp_path: Path, text: str, said: str) -> None:
    if text is not None:
        (tmp_path / "claims.jsonl").write_text(text, "utf-8")
    done = run("eval", str(tmp_path))
    assert (done.code, done.out) == (2, "") and said in done.err and done.err.count("\n") == 1


def test_the_command_prints_the_figures_for_people_and_for_programs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.evaluation.load_base", lambda added: small_base.DB)
    rows = [{"text": CONTRADICTED, "label": "contradicted"}, {"text": UNSUPPORTED, "label": "supported", "id": "u1"}]
    labelled(tmp_path, *rows)
    told = run("eval", str(tmp_path), "--errors")
    assert told.code == 0 and "u1: wanted supported, got unsupported (qualifier or judge)" in told.out
    data = json.loads(run("eval", str(tmp_path), "--json").out)
    assert (data["sentences"], data["accuracy"], data["harmful_flips"]) == (2, 0.5, 0.5)
