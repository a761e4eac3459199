"""Every format against its golden file, its schema and hostile text.

Golden files are written anew by `UPDATE_GOLDEN=1 pytest tests/test_report.py`; read the difference before you keep it.
The SARIF schema is the standard's own, as shipped in the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT).
"""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import os
import re
import time
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import get_args, get_type_hints
from xml.etree import ElementTree

import jsonschema
import pytest
from report_fixture import DEPTH, EMPTY, HOSTILE, HOSTILE_CLAIMS, PAGE, PAGE_CLAIMS, REPORT, placed

from factcheck import model
from factcheck.model import Checked, InputError, Place, Report
from factcheck.report import FORMATS, Options
from factcheck.report.as_json import FLAGS
from factcheck.report.as_sarif import uri
from factcheck.report.brief import shortened
from factcheck.report.parquet import parquet_table
from factcheck.report.paths import from_root
from factcheck.report.terminal import hung, width, wrapped
from factcheck.report.words import SIDE, carried, sided

GOLDEN = Path(__file__).parent / "golden" / "report"
SCHEMA = json.loads(files("factcheck.report").joinpath("report.schema.json").read_text("utf-8"))
"""As published: keys may be added within one version, so a reader's validator must let them pass."""
OPTIONS = Options(author="The Reviewers", base_url="https://reviews.example/july")
CASES = {
    **{f"{name}.{made.extension}": (name, OPTIONS) for name, made in FORMATS.items()},
    "text-all-colour-wide.txt": ("text", replace(OPTIONS, colour=True, width=200, show="all", verbose=True)),
    "text-narrow-us.txt": ("text", replace(OPTIONS, width=50, markets=("us",))),
    "compact-all-colour.txt": ("compact", replace(OPTIONS, colour=True, show="all")),
    "markdown-all-two.md": ("markdown", replace(OPTIONS, show="all", max_findings=2)),
    "sarif-all.sarif": ("sarif", replace(OPTIONS, show="all")),
    "junit-strict.xml": ("junit", replace(OPTIONS, fail_on="unsupported", strict=True)),
}
EVERY = pytest.mark.parametrize("name", FORMATS)


def render(name: str, report: Report = REPORT, **changed: object) -> str:
    return FORMATS[name].render(report, replace(OPTIONS, **changed))


def one(*claims: model.Claim, text: str = PAGE, name: str = "page.txt") -> Report:
    return replace(REPORT, documents=(Checked(name=name, claims=claims, text=text),), errors=())


# ------------------------------------------------------------------ all formats


def test_the_table_holds_every_format_under_its_name():
    wanted = "text compact json jsonl csv markdown html sarif github junit claimreview"
    assert sorted(FORMATS) == sorted(wanted.split())
    assert all(name == made.name and "." not in made.extension for name, made in FORMATS.items())
    assert {name for name, made in FORMATS.items() if made.stream} == {"jsonl", "csv", "compact"}


@pytest.mark.parametrize("file", CASES)
def test_golden(file: str):
    name, options = CASES[file]
    text = FORMATS[name].render(REPORT, options)
    if name == "html":
        text = re.sub(r"<(style|script)>.*?</\1>|sha256-[\w+/=]+", "", text, flags=re.DOTALL)
    path = GOLDEN / file
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def test_every_golden_file_is_compared():
    kept = {path.name for path in GOLDEN.iterdir()}
    assert kept == {*CASES, "sarif-2.1.0.schema.json", "claimreview.schema.json"}


@EVERY
def test_same_report_same_bytes_and_a_line_end(name: str):
    assert render(name) == render(name)
    assert render(name).endswith("\n") and not render(name).endswith("\n\n")


@EVERY
@pytest.mark.parametrize("colour", [False, True])
def test_nothing_active_gets_out(name: str, colour: bool):
    text = (
        re.sub(r"\x1b\[[\d;]*m", "", render(name, colour=colour, show="all", verbose=True)) if colour else render(name)
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\r]", text)
    if name not in ("json", "jsonl", "sarif"):
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)


@EVERY
def test_half_characters_can_be_written(name: str):
    sentence = "broken \ud83d half"
    claim = placed(sentence, "broken \ud83d half", sentence, label="contradicted", reason="x", explanation="\udc80")
    report = replace(one(claim, text=sentence), errors=(InputError(name="a\udcff.txt", message="\ud800"),))
    render(name, report, show="all").encode("utf-8")


@EVERY
def test_an_empty_report_is_still_one(name: str):
    text = render(name, EMPTY)
    if name not in ("json", "jsonl", "csv", "sarif", "claimreview"):
        assert "Not legal or medical advice" in text
    if name in ("json", "sarif", "claimreview"):
        json.loads(text)


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if made.stream])
def test_streams_say_the_same_document_by_document(name: str):
    stream = FORMATS[name].stream
    assert stream
    rows = [row for document in REPORT.documents for row in stream.rows(document, OPTIONS)]
    without = replace(REPORT, documents=())
    assert "".join([stream.head(OPTIONS), *rows, stream.tail(without, OPTIONS)]) == render(name)
    assert all(row.endswith("\n") and row.count("\n") == 1 for row in rows)


@EVERY
def test_what_a_source_shows_is_said_of_the_claim(name: str):
    """The notice contradicts "is approved"; the claim says "is not approved": the notice is for the claim."""
    said = {"text": "for        Example", "csv": "for: Example", "markdown": "For: Example", "html": ">For</th><td><a"}
    if name in said:
        assert said[name] in render(name, one(PAGE_CLAIMS[1]), show="all")


@pytest.mark.parametrize("name", ["text", "csv", "markdown", "html"])
def test_a_source_quoted_twice_is_named_once(name: str):
    twice = replace(PAGE_CLAIMS[0].citations[0], quote="Another sentence.", note=None)
    text = render(name, one(replace(PAGE_CLAIMS[0], citations=(*PAGE_CLAIMS[0].citations, twice))), verbose=True)
    assert text.count("The size limit of the skin") == 1
    assert name == "csv" or "Another sentence." in text


@EVERY
def test_thousands_of_claims_and_one_endless_line_are_quick(name: str):
    size, lines = len(PAGE), PAGE.count("\n")
    moved = [
        replace(claim, start=claim.start + at * size, end=claim.end + at * size, line=claim.line + at * lines)
        for at in range(834)
        for claim in PAGE_CLAIMS
    ]
    line = "word " * 100_000
    endless = replace(PAGE_CLAIMS[0], start=250_000, end=250_019, text=line[250_000:250_019], sentence=line)
    documents = one(*moved, text=PAGE * 834).documents + one(endless, text=line).documents
    started = time.process_time()
    text = render(name, replace(REPORT, documents=documents))
    assert time.process_time() - started < 8
    assert len(text) < 12_000_000


# ------------------------------------------------------------------ json, jsonl, csv


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_json_holds_to_its_schema(report: Report):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(render("json", report)), strict(SCHEMA))


def strict(part: object) -> object:
    """The schema for ourselves: what it does not name is written nowhere."""
    if isinstance(part, list):
        return [strict(each) for each in part]
    if not isinstance(part, dict):
        return part
    closed = {"additionalProperties": False} if part.get("type") == "object" else {}
    return {key: strict(value) for key, value in part.items()} | closed


def test_a_key_that_is_added_breaks_no_reader():
    data = json.loads(render("json"))
    claim = data["documents"][0]["claims"][0]
    for part in (data, data["documents"][0], claim, claim["assertion"], claim["citations"][0]):
        part["added"] = "later"
    jsonschema.validate(data, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, strict(SCHEMA))


def test_a_program_can_tell_for_from_against():
    claims = json.loads(render("json"))["documents"][0]["claims"]
    opposite = {"supports": "against", "contradicts": "for"}
    seen = set()
    for claim, known in zip(claims, PAGE_CLAIMS, strict=True):
        assert claim["agrees"] == (known.agrees if known.assertion else None)
        for cited, told in zip(claim["citations"], known.citations, strict=False):
            side = SIDE[cited["shows"]] if claim["agrees"] else opposite.get(cited["shows"], SIDE[cited["shows"]])
            assert side == SIDE[sided(told.shows, known.agrees)]
            seen.add((claim["agrees"], side))
        if known.assertion:
            assert claim["assertion"]["evidence_says"] == known.assertion.evidence_says
    assert {(True, "against"), (False, "for")} <= seen


def test_a_table_of_findings_tells_for_from_against(tmp_path: Path):
    parquet = pytest.importorskip("pyarrow.parquet")
    with parquet_table(tmp_path / "x.parquet") as add:
        add(render("jsonl"))
    rows = parquet.read_table(tmp_path / "x.parquet").to_pylist()
    lines = [json.loads(line) for line in render("jsonl").splitlines()]
    assert [row["agrees"] for row in rows] == [line.get("agrees") for line in lines]
    said = [(line.get("assertion") or {}).get("evidence_says") for line in lines]
    assert [row["evidence_says"] for row in rows] == said and {False, True, None} <= {row["agrees"] for row in rows}


def test_the_schema_refuses_what_the_contract_does_not_name():
    data = json.loads(render("json"))
    data["documents"][0]["claims"][0]["possible"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def test_the_schema_knows_the_words_of_the_model():
    parts = SCHEMA["$defs"]
    words = {name: parts[kind]["properties"][name]["enum"] for kind, name in (
        ("claim", "label"), ("assertion", "evidence_says"), ("assertion", "strength"),
        ("citation", "shows"), ("citation", "verification"),
    )}  # fmt: skip
    assert words == {
        "label": list(get_args(model.Label)),
        "evidence_says": list(get_args(model.EvidenceSays)),
        "strength": list(get_args(model.Strength)),
        "shows": list(get_args(model.Shows)),
        "verification": list(get_args(model.Verification)),
    }
    assert parts["policy"]["properties"]["market"]["enum"] == list(get_args(model.Market))
    roles = get_args(get_type_hints(model.Carried)["role"])
    assert parts["carried"]["properties"]["role"]["enum"] == list(roles)


def test_json_keeps_the_order_of_keys_that_the_contract_shows():
    claims = json.loads(render("json"))["documents"][0]["claims"]
    keys = "text start end line column place sentence label reason assertion agrees match rivals carried qualifiers"
    assert list(claims[0]) == f"{keys} citations policy explanation instead".split()
    assert list(claims[4]) == [*claims[0], "possible"]
    assert list(claims[0]["qualifiers"]) == [*FLAGS, "setting", "quantities", "cues"]
    assert claims[0]["match"]["score"] == 0.912


def test_json_cites_the_text_of_each_rule_once():
    claim, data = PAGE_CLAIMS[0], json.loads(render("json"))["documents"][0]["claims"][0]
    texts = {text.source for text in claim.rulings}
    assert texts and texts <= {policy["source"] for policy in data["policy"]}
    cited = [citation["source"] for citation in data["citations"]]
    assert texts <= set(cited) and len(cited) == len(set(cited))


def test_spans_cut_from_the_text_are_the_claims_text():
    for document in REPORT.documents:
        assert all(document.text[claim.start : claim.end] == claim.text for claim in document.claims)


def test_jsonl_is_the_json_claim_with_its_document():
    lines = [json.loads(line) for line in render("jsonl").splitlines()]
    data = json.loads(render("json"))
    wanted = [{"document": d["name"], **claim} for d in data["documents"] for claim in d["claims"]]
    wanted += [{"document": error["name"], "error": error["message"]} for error in data["errors"]]
    assert lines == wanted


def test_csv_reads_back_and_no_cell_is_a_formula():
    rows = list(csv.DictReader(StringIO(render("csv"))))
    assert len(rows) == len(PAGE_CLAIMS) + len(HOSTILE_CLAIMS) + len(REPORT.errors)
    assert not [cell for row in rows for cell in row.values() if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]
    assert rows[6]["id"].startswith("'=SKU") and rows[-1]["label"] == "error"


def test_csv_as_a_file_tells_spreadsheets_that_it_is_utf_8():
    """Without the mark they read a file's curly quotes as three odd letters each; a pipe to a program has none."""
    assert render("csv", to_file=True) == "\ufeff" + render("csv")
    assert render("csv", to_file=True).encode().startswith(b"\xef\xbb\xbfdocument,")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"])
def test_csv_defuses_every_way_to_begin_a_formula(start: str):
    claim = placed(f"{start}1", f"{start}1", f"{start}1", label="unsupported", reason="x")
    row = next(csv.DictReader(StringIO(render("csv", one(claim, text=f"{start}1")))))
    assert row["text"].startswith("'")


# ------------------------------------------------------------------ for people


@pytest.mark.parametrize("columns", [20, 40, 80, 110, 300])
def test_text_fits_its_width(columns: int):
    for line in render("text", width=columns, show="all", verbose=True).splitlines():
        assert width(line) <= max(40, min(columns, 110)) or "://" in line


def test_text_never_tells_a_label_by_colour_alone():
    for colour in (False, True):
        text = re.sub(r"\x1b\[[\d;]*m", "", render("text", colour=colour))
        assert all(word in text for word in ("✗ CONTRADICTED", "? UNSUPPORTED", "✓ SUPPORTED", "· NOT COVERED"))


def test_text_hides_the_detail_of_what_is_supported_unless_asked():
    assert "Example Agency" not in render("text") and "Example Agency" in render("text", show="all")
    assert "rivals" not in render("text") and "rivals     exosomes.reduces-wrinkles 0.410" in render(
        "text", verbose=True
    )


def test_text_shows_one_source_of_each_side_and_names_the_rest():
    depth = PAGE_CLAIMS[0]
    others = [replace(depth.citations[0], source=f"other-{at}", citation=f"Other {at}.") for at in range(3)]
    report = one(replace(depth, citations=(*depth.citations, *others)))
    brief, whole = render("text", report), render("text", report, verbose=True)
    assert [brief.count(f"    {side} ") for side in ("against", "mixed")] == [1, 1]
    assert "and 3 more sources: factcheck explain exosomes.crosses-intact-skin" in " ".join(brief.split())
    assert [whole.count(f"    {side} ") for side in ("against", "mixed")] == [4, 1] and "more source" not in whole
    assert "Size argument" in whole and "Size argument" not in brief


def test_text_shows_at_least_one_source_that_can_be_opened():
    depth = PAGE_CLAIMS[0]
    unlinked = tuple(replace(depth.citations[0], source=f"copy-{at}", url=None) for at in range(2))
    assert "https://doi.org/10.1234" in render("text", one(replace(depth, citations=(*unlinked, depth.citations[0]))))


def test_text_says_once_what_claims_of_a_page_share():
    depth, size = PAGE_CLAIMS[0], len(PAGE)
    again = replace(depth, start=depth.start + size, end=depth.end + size, line=depth.line + 9)
    differently = replace(again, start=again.start + size, end=again.end + size, explanation="For another reason.")
    report = one(depth, again, differently, text=PAGE * 3)
    text, whole = render("text", report), render("text", report, verbose=True)
    assert text.count("as at 3:4\n") == 3 and text.count("For another reason.") == 1
    assert text.count("https://doi.org/10.1234") == 1 and whole.count("https://doi.org/10.1234") == 3
    assert text.count("https://www.example.gov/rule") == 1
    assert text.count("rules      US: makes the product a drug; EU: needs substantiation (as above)") == 2
    assert text.count("Formulated to sit on the surface") == 3
    assert "as above" not in whole and "as at" not in whole


def test_markdown_for_a_ticket_is_as_short_and_whole_when_asked():
    depth, size = PAGE_CLAIMS[0], len(PAGE)
    others = [replace(depth.citations[0], source=f"other-{at}", citation=f"Other {at}.") for at in range(3)]
    depth = replace(depth, citations=(*depth.citations, *others))
    again = replace(depth, start=depth.start + size, end=depth.end + size, line=depth.line + 9)
    report = one(depth, again, text=PAGE * 2)
    text, whole = render("markdown", report), render("markdown", report, verbose=True)
    assert "- And 3 more sources: `factcheck explain exosomes.crosses-intact-skin`" in text
    assert "As at 3:4." in text and "- Evidence as at 3:4" in text and text.count("https://doi.org/10.1234") == 1
    assert "- Rules as above, US: makes the product a drug; EU: needs substantiation" in text
    assert "Other 2" in whole and "Argued from" in whole and whole.count("https://doi.org/10.1234") == 8
    assert "more source" not in whole and "as above" not in whole


def test_text_knows_a_source_again_that_another_claim_rests_on():
    against = replace(PAGE_CLAIMS[0].citations[0], shows="supports")
    approval = replace(PAGE_CLAIMS[1], label="contradicted", citations=(against,))
    text = render("text", one(PAGE_CLAIMS[0], approval))
    assert "The size limit of the skin. Journal of… (as at 3:4)" in " ".join(text.split())
    assert "(as at 3:4) “larger molecules cannot pass" in " ".join(text.split())


@pytest.mark.parametrize(("shows", "said"), [("contradicts", "“All is well.”"), ("mixed", "On pigs.")])
def test_text_quotes_what_speaks_against_and_says_what_the_rest_comes_to(shows: str, said: str):
    """A favourable quotation alone would say more than the study can carry."""
    source = replace(PAGE_CLAIMS[0].citations[0], shows=shows, quote="All is well.", note="On pigs.")
    text = render("text", one(replace(PAGE_CLAIMS[0], citations=(source,))))
    assert said in text and not {"“All is well.”", "On pigs."} <= {line.strip() for line in text.splitlines()}


def test_text_gives_the_address_of_a_rule_once():
    depth = PAGE_CLAIMS[0]
    rule = replace(DEPTH.policy[0], note="Another note on the same law.")
    other = replace(depth, start=0, end=5, line=1, column=1, assertion=replace(DEPTH, policy=(rule,)), citations=())
    text = render("text", one(other, depth))
    assert text.count("https://www.example.gov/rule") == 1 and text.count("What makes a cosmetic a drug") == 2


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Zhang K, Yu L, Li FR, Chen M. On skin. J 2020.", "Zhang K, et al. On skin. J 2020."),
        ("Park GH, Kwon HH, Seok J, et al. On skin.", "Park GH, et al. On skin."),
        ("O'Neil-Lourenço KA, Pelissier Vatter F, Laurent A. On.", "O'Neil-Lourenço KA, et al. On."),
        ("Bos JD, Meinardi MM. The 500 Dalton rule.", None),
        ("Agency (CBER). Warning Letter, Firm, LLC, CBER 25-7. 2025.", None),
        ("Zhang K, Yu L, Li FR", None),
    ],
)
def test_text_names_the_first_of_many_authors(whole: str, short: str | None):
    assert shortened(whole) == (short or whole)


def test_authors_without_end_are_read_in_time():
    started = time.process_time()
    shortened("Aa A, " * 20_000 + "a" * 20_000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("name", ["text", "html"])
def test_cues_are_named_for_those_who_do_not_know_the_lexicon(name: str):
    cues = [model.Cue(kind=kind, text=kind[:2], start=0, end=2) for kind in ("terminator", "status", "absolute")]
    text = render(name, one(replace(PAGE_CLAIMS[0], qualifiers=model.Qualifiers(cues=tuple(cues)))))
    assert "research status “st”, sweeping “ab”" in text and "terminator" not in text


def test_a_supported_claim_that_denies_its_assertion_or_is_not_plain_shows_it_in_one_line():
    claim = next(each for each in PAGE_CLAIMS if each.label == "supported")
    assert claim.assertion is not None and claim.match is not None
    plain = replace(claim, agrees=True, match=replace(claim.match, level="exact"))
    loose = replace(plain, match=replace(claim.match, level="loose"))
    says, wide = f"“{claim.assertion.says}”", 400
    assert says not in render("text", one(plain), width=wide)
    assert f"denies {says}" in " ".join(render("text", one(replace(plain, agrees=False)), width=wide).split())
    assert f"read as {says}" in " ".join(render("text", one(loose), width=wide).split())


def test_what_a_claim_may_be_is_for_those_who_ask_and_no_word_is_cut():
    claim = next(each for each in PAGE_CLAIMS if each.label == "not_covered" and each.possible)
    shown, all_of_it = (" ".join(render("text", one(claim), verbose=asked).split()) for asked in (False, True))
    assert "for review" not in shown and "[for review: " in all_of_it
    text = "Exosomes are small vesicles that some people call messengers, and many more things"
    told = model.Carried(concept="intact-skin", role="setting", spot=model.Spot(order=0, line=2), text=text)
    assert "messengers,…” on line 2" in carried(told) or "call…” on line 2" in carried(told)


def test_text_marks_the_very_words_when_the_sentence_repeats_them():
    sentence = "Firm skin, then firm skin again."
    claim = placed(sentence, "firm skin", sentence, label="unsupported", reason="not-settled")
    again = replace(claim, text="kin", start=22, end=25)
    assert "«firm skin»" in render("text", one(claim, text=sentence))
    assert "then firm s«kin» again" in render("text", one(again, text=sentence))


def test_only_the_markets_asked_for_are_shown():
    for name in ("text", "json", "jsonl", "csv", "markdown", "html", "sarif"):
        text = render(name, markets=("eu",))
        assert "verifiable" in text and "below the surface" not in text


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_rule_is_named_by_its_title_and_address(name: str):
    text = render(name)
    assert "What makes a cosmetic a drug" in text and "https://www.example.gov/rule" in text
    assert "us-rule-1" not in text and "eu-rule-1" in text


def test_many_claims_not_covered_are_counted_after_the_first_ten():
    claims = [replace(PAGE_CLAIMS[4], line=at) for at in range(1, 31)]
    assert "and 20 more (--show all)" in render("text", one(*claims))
    assert "more (--show all)" not in render("text", one(*claims), show="all")


def test_places_stand_where_lines_mean_nothing():
    text = render("text")
    assert "row 1 (=SKU<1>" in text and "page 2" in text and "id only-id" in text
    claim = replace(PAGE_CLAIMS[0], place=Place(page=3, row=4, id="x"))
    assert "page 3 row 4 (x)" in render("compact", one(claim))


def test_wrapping_counts_columns_not_characters():
    assert wrapped("漢字漢字 ab", 5) == ["漢字", "漢字", "ab"]
    assert width("e\u0301👩") == 3
    assert wrapped("https://example.org/a/very/long/address", 10) == ["https://example.org/a/very/long/address"]
    assert hung("key", "some words", 6, 26) == ["key   some words"]
    assert hung("a long key", "words", 6, 26) == ["a long key", "      words"]


def test_markdown_puts_the_worst_page_first_and_shows_mark_up_as_words():
    tame = Checked(name="tame.txt", claims=PAGE_CLAIMS[1:2], text=PAGE)
    text = render("markdown", replace(REPORT, documents=(tame, *REPORT.documents)))
    assert text.index("night elixir") < text.index("odd/") < text.index("tame.txt")
    assert "<script" not in text and "&lt;script&gt;" in text and "@mention" not in text
    assert "\\| \\`tick\\` \\*star\\*" in text


def test_text_of_many_pages_ends_with_a_table_worst_first():
    tame = Checked(name="tame.txt", claims=PAGE_CLAIMS[1:2], text=PAGE)
    mild = Checked(name="mild.txt", claims=PAGE_CLAIMS[2:3], text=PAGE)
    _, _, table = render("text", replace(REPORT, documents=(tame, mild, *REPORT.documents))).partition("worst first ─")
    rows = table.splitlines()[1:]
    assert rows[0] == "   ✗   ?   ✓   ·"
    assert rows[1] == "   1   2   1   2  copy/night elixir.txt" and rows[2].startswith("   1   1   0   1  ../odd/")
    assert "   0   1   0   0  mild.txt" in rows and "tame.txt" not in table
    many = render("text", replace(REPORT, documents=REPORT.documents * 15))
    assert "                  and 10 more\n" in many
    assert "worst first" not in render("text", one(*PAGE_CLAIMS))


def test_github_shows_ten_of_each_and_counts_the_rest():
    report = one(*(replace(PAGE_CLAIMS[0], line=at) for at in range(1, 15)), *PAGE_CLAIMS[2:4] * 7)
    lines = render("github", report).splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert (kinds.count("::error"), kinds.count("::warning"), kinds[-1]) == (10, 10, "::notice")
    assert "8 more not annotated here" in lines[-1]
    assert len(render("github", report, max_findings=1).splitlines()) == 3


def test_github_properties_cannot_be_broken_out_of():
    for line in render("github").splitlines():
        found = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:]*,?)+)::.*", line)
        assert found and not found[2].endswith(",")


# ------------------------------------------------------------------ for build servers and services


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json", "sarif", "github", "junit"])
def test_what_was_noted_while_reading_stands_in_the_report_of_a_page_without_findings(name: str):
    page = Checked(name="t.csv", notes=("read as Windows-1252",), text="Hello.")
    assert "read as Windows-1252" in render(name, replace(REPORT, documents=(page,), errors=()))
    if name in {"markdown", "sarif", "github"}:  # of a table once, and not for each of its rows
        assert render(name, replace(REPORT, documents=(page, page), errors=())).count("read as Windows-1252") == 1


@pytest.mark.parametrize(
    ("fail_on", "strict", "failures"),
    [("contradicted", False, 2), ("unsupported", False, 5), ("unsupported", True, 8), ("never", True, 0)],
)
def test_junit_fails_what_the_exit_code_fails(fail_on: str, strict: bool, failures: int):
    root = ElementTree.fromstring(render("junit", fail_on=fail_on, strict=strict))
    counted = {key: int(root.get(key, "-1")) for key in ("tests", "failures", "errors", "skipped")}
    assert counted == {"tests": 11, "failures": failures, "errors": 2, "skipped": 8 - failures}
    for suite in root.findall("testsuite"):
        assert int(suite.get("tests", "0")) == len(suite.findall("testcase"))


def test_junit_shows_a_page_without_claims_as_passed():
    root = ElementTree.fromstring(render("junit", one()))
    assert [case.get("name") for case in root.iter("testcase")] == ["read in full, no claim found"]


@pytest.mark.parametrize("show", ["flagged", "all"])
@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_sarif_holds_to_the_standard(report: Report, show: str):
    schema = json.loads((GOLDEN / "sarif-2.1.0.schema.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(data := json.loads(render("sarif", report, show=show)))
    run = data["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_sarif_knows_a_finding_again_when_the_text_moves():
    claim = PAGE_CLAIMS[0]
    moved = replace(claim, line=claim.line + 5, start=claim.start + 99, end=claim.end + 99)

    def prints(*claims: model.Claim) -> list[str]:
        results = json.loads(render("sarif", one(*claims)))["runs"][0]["results"]
        return [mark for result in results for mark in result["partialFingerprints"].values()]

    assert prints(claim) == prints(moved)
    assert len(set(prints(claim, moved))) == 2


def test_sarif_paths_are_references_with_forward_slashes():
    assert uri("a b\\c.txt", OPTIONS) == "a%20b/c.txt"
    assert uri("/tmp/x:y.txt", OPTIONS) == "file:///tmp/x%3Ay.txt"
    assert uri("C:\\copy\\é.txt", OPTIONS) == "file:///C:/copy/%C3%A9.txt"
    assert uri("<stdin>", OPTIONS) == "%3Cstdin%3E"


@pytest.mark.parametrize(
    ("name", "here", "wanted"),
    [
        ("pages/a.md", "/w/repo", "pages/a.md"),
        ("/w/repo/pages/a.md", "/w/repo", "pages/a.md"),
        ("a.md", "/w/repo/pages", "pages/a.md"),
        ("../a.md", "/w/repo/pages", "a.md"),
        ("./pages/a.md", "", "pages/a.md"),
        ("/elsewhere/a.md", "/w/repo", "/elsewhere/a.md"),
        ("/w/repository/a.md", "/w/repo", "/w/repository/a.md"),
        ("../a.md", "/w/repo", "../a.md"),
        ("<stdin>", "/w/repo/pages", "<stdin>"),
    ],
)
def test_services_are_told_paths_from_the_root(name: str, here: str, wanted: str):
    options = replace(OPTIONS, root="/w/repo", here=here)
    assert from_root(name, options) == wanted
    line = FORMATS["github"].render(one(PAGE_CLAIMS[0], name=name), options).splitlines()[0]
    assert f"file={wanted}," in line
    result = json.loads(FORMATS["sarif"].render(one(PAGE_CLAIMS[0], name=name), options))["runs"][0]["results"][0]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert artifact == uri(wanted, OPTIONS)


@pytest.mark.parametrize("base_url", [None, OPTIONS.base_url])
@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_claimreview_holds_to_its_vocabulary(report: Report, base_url: str | None):
    schema = json.loads((GOLDEN / "claimreview.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render("claimreview", report, base_url=base_url)), schema)


def test_claimreview_needs_an_author_and_rates_what_was_judged():
    for author in (None, " "):
        with pytest.raises(ValueError, match="author"):
            render("claimreview", author=author)
    reviews = json.loads(render("claimreview"))["@graph"]
    assert [review["reviewRating"]["ratingValue"] for review in reviews] == [1, 5, 3, 1]
    assert all(review["author"]["name"] == "The Reviewers" for review in reviews)
    assert "<" not in render("claimreview")


# ------------------------------------------------------------------ html


class Page(HTMLParser):
    """What a browser would see of the page: elements, ids, links, and the words of the copy."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.copy: list[str] = []
        self.hidden = self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self.inside = (self.inside or (given.get("class") or "").startswith("copy")) and tag != "section"
        self.inside = self.inside and given.get("class") != "findings"
        self.hidden = given.get("class") == "vh"

    def handle_endtag(self, tag: str) -> None:
        self.hidden = self.hidden and tag != "span"
        if tag == "p" and self.inside:
            self.copy.append("\n")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.hidden and data != "\n":
            self.copy.append(data)


def test_html_loads_nothing_and_runs_only_its_own_script():
    text = render("html")
    for tag in ("style", "script"):
        (part,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in text
    page = Page(text)
    assert "default-src 'none'" in text and "unsafe" not in text
    assert [tag for tag, _given in page.tags].count("script") == 1
    for tag, given in page.tags:
        assert tag not in ("img", "link", "iframe", "object", "base", "form")
        assert not [key for key in given if key.startswith("on") or key in ("style", "src")]
        assert (given.get("href") or "#").startswith(("#", "https://", "http://"))


def test_html_ids_are_unique_and_every_inner_link_arrives():
    page = Page(render("html"))
    ids = [given["id"] for _tag, given in page.tags if "id" in given]
    assert len(set(ids)) == len(ids)
    inner = {given["href"][1:] for _tag, given in page.tags if (given.get("href") or "").startswith("#")}
    assert inner <= set(ids)
    reviews = json.loads(render("claimreview"))["@graph"]
    assert {review["url"].partition("#")[2] for review in reviews} <= set(ids)


def test_html_shows_the_text_as_it_is():
    assert "".join(Page(render("html", one(*PAGE_CLAIMS))).copy) == PAGE
    shown = "".join(Page(render("html", one(*HOSTILE_CLAIMS, text=HOSTILE))).copy)
    assert "<script>alert('x')</script> & \"]]>\" cures acne \\x1b[31mnow" in shown and "\\u202edesrever" in shown


def test_html_marks_claims_over_lines_and_beside_each_other_once():
    text = "One claim\nover two lines. Overlapped."
    first = placed(text, "claim\nover two", text, label="unsupported", reason="x")
    second = placed(text, "two lines", text, label="supported", reason="x")
    inside = placed(text, "over", text, label="supported", reason="x")
    page = Page(render("html", one(first, second, inside, text=text)))
    marks = [given for tag, given in page.tags if tag == "a" and (given.get("class") or "").startswith("m ")]
    assert [(mark["data-c"], "id" in mark) for mark in marks] == [("c1-1", True), ("c1-1", False), ("c1-3", True)]
    assert "".join(page.copy).rstrip("\n") == text


def test_html_without_text_lists_the_findings_and_numbers_lines_only_where_they_are_the_sources():
    assert '<div class="findings always">' in render("html", one(PAGE_CLAIMS[0], text=""))
    assert '"copy numbered"' in render("html", one(PAGE_CLAIMS[0]))
    assert '"copy numbered"' not in render("html", one(replace(PAGE_CLAIMS[0], line=9)))


def test_html_carries_shared_evidence_once():
    text = render("html", one(*PAGE_CLAIMS[:1] * 50))
    assert text.count('<section class="evidence"') == 1 and text.count("<article") == 50


def test_html_makes_no_link_of_a_strange_address():
    claim = replace(PAGE_CLAIMS[0], citations=(replace(PAGE_CLAIMS[0].citations[0], url='javascript:alert("x")'),))
    assert 'href="javascript' not in render("html", one(claim))
