"""Notes in the copy and selected ids: what they take out of the findings, and what every format says of it."""

from __future__ import annotations

import csv
import io
import json
import time
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
import small_base
from command import CONTRADICTED, NOT_APPROVED, SUPPORTED, UNCOVERED, UNSUPPORTED

from factcheck import model
from factcheck.model import Checked, Report
from factcheck.read import ReadOptions, from_text, read_bytes
from factcheck.report import FORMATS, Options
from factcheck.report.whole import report_of
from factcheck.waive import chosen, set_apart, unmatched, without_waivers

NOTE = f"<!-- factcheck: ignore {NOT_APPROVED}: legal has the file -->"
LINE = f"factcheck: ignore {NOT_APPROVED}: legal has the file"
REASON = "legal has the file"


def checked(text: str) -> Checked:
    return small_base.CHECKER.check(from_text(text, "page.md"))


def of_page(html: str) -> Checked:
    (document,) = read_bytes(f"<html><body><h1>Serum</h1>{html}</body></html>".encode(), "page.html", ReadOptions())
    assert isinstance(document, model.Document)
    return small_base.CHECKER.check(document)


def suppressed(page: Checked) -> list[str]:
    return [claim.sentence for claim in page.claims if claim.suppressed is not None]


def states(page: Checked) -> list[str]:
    return [suppression.state for suppression in page.suppressions]


# ------------------------------------------------------------------ where a note stands


@pytest.mark.parametrize(
    "text",
    [
        f"{NOTE}\n{CONTRADICTED}\n",
        f"{LINE}\n{CONTRADICTED}\n",
        f"{CONTRADICTED} {NOTE}\n",
        f"{NOTE} {CONTRADICTED}\n",
        f"- {LINE}\n- {CONTRADICTED}\n",
        f"{NOTE}\n\n# Apply at night\n\nShake well.\n\n{CONTRADICTED}\n",
        f"{NOTE}\r\n{CONTRADICTED}\r\n",
        f"<!-- factcheck: ignore {NOT_APPROVED}:\n  {REASON}\n-->\n{CONTRADICTED}\n",
        f"<!--factcheck:ignore {NOT_APPROVED} :  {REASON}-->\n{CONTRADICTED}\n",
        f"| claim | note |\n| --- | --- |\n| {CONTRADICTED} {NOTE} | x |\n",
        f"This paragraph is wrapped at a fixed width, and at its end it says:\nour exosomes are FDA approved. {NOTE}",
    ],
)
def test_a_note_takes_out_the_claim_beside_it_or_the_next_one(text: str) -> None:
    page = checked(text)
    assert [claim.suppressed for claim in page.claims] == [REASON]
    assert states(page) == ["used"]
    assert page.count("contradicted") == 0 and page.suppressed == 1


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (f"<p>{CONTRADICTED}{NOTE}</p>\n<p>{CONTRADICTED}</p>", [REASON, None]),
        (f"<p>{CONTRADICTED}</p>\n{NOTE}\n<p>{CONTRADICTED}</p>", [None, REASON]),
        (f"<ul>\n<li>{NOTE}{CONTRADICTED}</li>\n<li>{CONTRADICTED}</li></ul>", [REASON, None]),
    ],
)
def test_on_a_web_page_lines_are_those_of_the_source(html: str, wanted: list[str | None]) -> None:
    assert [claim.suppressed for claim in of_page(html).claims] == wanted


def test_only_the_next_block_is_meant_and_only_the_id() -> None:
    page = checked(f"{NOTE}\n{CONTRADICTED}\n\n{CONTRADICTED}\n\n{NOTE}\n{UNSUPPORTED}\n")
    assert [claim.suppressed is not None for claim in page.claims] == [True, False, False]
    assert states(page) == ["used", "unused"]
    assert page.suppressions[1].message == "no such claim stands here, only small.exosomes-wrinkles"


def test_several_notes_and_several_ids_speak_of_the_same_block() -> None:
    both = f"{CONTRADICTED} {UNSUPPORTED}"
    for text in (
        f"{NOTE}\n<!-- factcheck: ignore small.exosomes-wrinkles: seen -->\n{both}\n",
        f"<!-- factcheck: ignore {NOT_APPROVED}, small.exosomes-wrinkles: seen -->\n{both}\n",
    ):
        page = checked(text)
        assert len(suppressed(page)) == 2 and states(page) == ["used", "used"]


def test_a_claim_without_an_assertion_is_named_by_its_reason() -> None:
    page = checked(f"<!-- factcheck: ignore no-matching-assertion: ours -->\n{UNCOVERED}\n")
    assert [claim.label for claim in page.claims] == ["not_covered"]
    assert page.count("not_covered") == 0 and states(page) == ["used"]


def test_a_note_on_what_is_supported_is_not_needed() -> None:
    page = checked(f"{SUPPORTED} <!-- factcheck: ignore small.retinoid-wrinkles: seen -->\n")
    assert page.count("supported") == 1
    assert [(each.state, each.message) for each in page.suppressions] == [("unused", "the claim is supported now")]


# ------------------------------------------------------------------ how it is written


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("ignore", "names no assertion"),
        ("ignore: a reason", "names no assertion"),
        (f"ignore {NOT_APPROVED}", "gives no reason"),
        (f"ignore {NOT_APPROVED}:", "gives no reason"),
        (f"ignore {NOT_APPROVED} because I say so", "gives no reason"),
        ("ignore small.not-aproved: seen", "no assertion has this id; did you mean small.not-approved?"),
        ("disable everything", "only “ignore” is known"),
        ("", "only “ignore” is known"),
    ],
)
def test_a_note_that_is_written_wrongly_has_no_effect_and_is_told(body: str, message: str) -> None:
    page = checked(f"{CONTRADICTED} <!-- factcheck: {body} -->\n")
    assert page.count("contradicted") == 1
    (told,) = page.suppressions
    assert told.state == "invalid" and told.message.startswith(message) and told.line == 1


def test_a_reason_may_hold_signs_of_mark_up() -> None:
    page = checked(f"<!-- factcheck: ignore {NOT_APPROVED}: 5 > 4 -- see <ticket> -->\n{CONTRADICTED}\n")
    assert [claim.suppressed for claim in page.claims] == ["5 > 4 -- see <ticket>"]


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{NOTE}\n```\n{CONTRADICTED}\n",
        f"We write factcheck: ignore {NOT_APPROVED}: like this in our files. {CONTRADICTED}\n",
        f"factcheck: ignoring this for now.\n\n{CONTRADICTED}\n",
    ],
)
def test_what_only_speaks_of_notes_is_none(text: str) -> None:
    page = checked(text)
    assert page.suppressions == () and page.count("contradicted") == 1


def test_a_note_is_no_copy() -> None:
    """Its words, here those of a claim, are read by nobody; the text and its offsets stay as they are."""
    text = f"Serum.\nfactcheck: ignore {NOT_APPROVED}: our exosomes are FDA approved, he says\n\n{UNSUPPORTED}\n"
    page = checked(text)
    assert [claim.sentence for claim in page.claims] == [UNSUPPORTED]
    assert all(page.text[claim.start : claim.end] == claim.text for claim in page.claims)
    document, notes = set_apart(from_text(text))
    assert len(notes) == 1 and not any("ignore" in text[block.start : block.end] for block in document.blocks)


def test_a_note_in_the_middle_of_a_wrapped_paragraph_parts_it() -> None:
    text = (
        f"It is said in many a shop, by people who should know it better, that\n{LINE}\nour exosomes are FDA approved."
    )
    assert len(suppressed(checked(text))) == 1


def test_thousands_of_notes_take_no_thousands_squared_steps() -> None:
    for text in (
        f"{LINE}\n\n" * 5_000 + CONTRADICTED,
        "factcheck: ignore no.such: reason\n\n" * 5_000 + CONTRADICTED,
        "<!-- factcheck: " * 50_000,
        "factcheck:" * 100_000,
        "<!-- factcheck: ignore " + " " * 300_000 + "x -->",
    ):
        document = from_text(text)
        begun = time.process_time()
        copy, notes = set_apart(document)
        small_base.CHECKER.check(replace(copy, text=text)) if len(notes) > 1 else None
        assert time.process_time() - begun < 4


def test_notes_may_be_given_no_effect() -> None:
    page = without_waivers(checked(f"{NOTE}\n{CONTRADICTED}\n"))
    assert page.count("contradicted") == 1 and page.suppressions == ()
    plain = checked(CONTRADICTED)
    assert without_waivers(plain) is plain


# ------------------------------------------------------------------ selected ids


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        ((), (), 4),
        (("small",), (), 3),
        (("small.not",), (), 1),
        (("no-matching-assertion",), (), 1),
        ((), ("small",), 1),
        ((), ("no-matching",), 3),
        (("small",), ("small.not",), 2),
        (("small.not-approved",), ("small",), 1),
        (("small",), ("small",), 0),
    ],
)
def test_the_longer_selector_wins_and_ignore_wins_a_tie(
    select: tuple[str, ...], ignore: tuple[str, ...], kept: int
) -> None:
    page = checked("\n\n".join((CONTRADICTED, UNSUPPORTED, SUPPORTED, UNCOVERED)))
    assert len(chosen(page, select, ignore).claims) == kept


def test_selectors_that_fit_nothing_are_found() -> None:
    assert unmatched(["small.", "smal.", "not"], ["small.one", "not-settled"]) == ["smal."]


# ------------------------------------------------------------------ what the formats say

TEXT = f"{NOTE}\n{CONTRADICTED}\n\n{UNSUPPORTED}\n\n{LINE}\n{SUPPORTED}\n"
OPTIONS = Options(author="The Reviewers", fail_on="unsupported")


def report(text: str = TEXT) -> Report:
    return report_of([checked(text)], (), small_base.DB)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_keeps_a_suppressed_claim_from_its_findings(name: str) -> None:
    text = " ".join(FORMATS[name].render(report(), OPTIONS).split())
    if name in ("text", "compact", "markdown", "html", "sarif", "json", "github"):
        assert "no such claim stands here" in text
    assert (REASON in text) == (name not in ("compact", "github", "claimreview"))
    assert FORMATS[name].render(report(), replace(OPTIONS, show="all"))


def test_text_lists_what_is_suppressed_and_counts_it_apart() -> None:
    text = " ".join(FORMATS["text"].render(report(), OPTIONS).split())
    assert "✗ CONTRADICTED" not in text and "- SUPPRESSED" in text
    assert f"FDA approved · contradicted [{NOT_APPROVED}] · {REASON}" in text
    assert "0 contradicted · 0 not covered · 1 suppressed" in text
    assert "! NOTE 6:1 · unused suppression small.not-approved: no such claim stands here" in text


def test_compact_shows_it_only_among_all() -> None:
    assert "FDA approved" not in FORMATS["compact"].render(report(), OPTIONS)
    assert f"suppressed contradicted {NOT_APPROVED}: “FDA approved” {REASON}" in FORMATS["compact"].render(
        report(), replace(OPTIONS, show="all")
    )


def test_json_says_it_by_keys_that_are_absent_otherwise() -> None:
    schema = json.loads(files("factcheck.report").joinpath("report.schema.json").read_text("utf-8"))
    for each in (report(), report(CONTRADICTED)):
        jsonschema.validate(data := json.loads(FORMATS["json"].render(each, OPTIONS)), schema)
    (document,) = data["documents"]
    assert "suppressed" not in json.dumps(document)
    (document,) = json.loads(FORMATS["json"].render(report(), OPTIONS))["documents"]
    assert document["counts"] | {"skipped": 0} == {
        "supported": 1, "unsupported": 1, "contradicted": 0, "not_covered": 0, "skipped": 0, "suppressed": 1,
    }  # fmt: skip
    assert [claim.get("suppressed") for claim in document["claims"]] == [REASON, None, None]
    assert [each["state"] for each in document["suppressions"]] == ["used", "unused"]


def test_csv_has_a_column_for_it() -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].render(report(), OPTIONS))))
    assert [row["suppressed"] for row in rows] == [REASON, "", ""]


def test_sarif_gives_suppressions_to_all_results_or_none() -> None:
    schema = json.loads((Path(__file__).parent / "golden" / "report" / "sarif-2.1.0.schema.json").read_text("utf-8"))
    for each, wanted in ((report(), [1, 0]), (report(CONTRADICTED), [None])):
        jsonschema.Draft4Validator(schema).validate(data := json.loads(FORMATS["sarif"].render(each, OPTIONS)))
        results = data["runs"][0]["results"]
        assert [len(r["suppressions"]) if "suppressions" in r else None for r in results] == wanted
    (first, *_) = json.loads(FORMATS["sarif"].render(report(), OPTIONS))["runs"][0]["results"]
    assert first["suppressions"] == [{"kind": "inSource", "justification": REASON}]


def test_junit_skips_it_and_github_annotates_only_the_note_that_does_nothing() -> None:
    root = ElementTree.fromstring(FORMATS["junit"].render(report(), OPTIONS))
    assert (root.get("failures"), root.get("skipped")) == ("1", "1")
    lines = FORMATS["github"].render(report(), OPTIONS).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice", "::notice"]
    assert "title=unused suppression" in lines[1]


def test_claimreview_publishes_no_review_of_it() -> None:
    assert len(json.loads(FORMATS["claimreview"].render(report(), OPTIONS))["@graph"]) == 2
