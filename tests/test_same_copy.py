"""The same copy gets the same verdicts whatever file it comes in."""

from __future__ import annotations

import gzip
import io
import json

import pytest
from small_base import CHECKER
from test_read import paragraph, pdf, word

from factcheck.model import Document
from factcheck.read import ReadOptions, read_bytes
from factcheck.report import Options
from factcheck.report.as_json import claim_data
from factcheck.report.words import carried

LINES = [
    "EXOSOME SERUM",
    "Our FDA approved serum erases wrinkles. It is not a medicine.",
    "Penetrates to the dermis",
    "Boosts collagen",
    "Retinol 0.3 % reduces wrinkles in 24 weeks.",
]
HEAD, SAID, FIRST, SECOND, LAST = LINES
TEXT = f"{HEAD}\n\n{SAID}\n\n- {FIRST}\n- {SECOND}\n\n{LAST}\n"
HTML = f"<main><h1>{HEAD}</h1><p>{SAID}</p><ul><li>{FIRST}<li>{SECOND}</ul><p>{LAST}</p></main>"
CSV = f'copy\n"{TEXT}"\n'
FILES = {
    "a.txt": TEXT.encode(),
    "crlf.txt": TEXT.replace("\n", "\r\n").encode(),
    "wide.txt": TEXT.encode("utf-16"),
    "a.md": f"# {HEAD}\n\n{SAID}\n\n* {FIRST}\n* {SECOND}\n\n{LAST}\n".encode(),
    "a.html": HTML.encode(),
    "a.pdf": pdf(f"{HEAD}\n{SAID}\n- {FIRST}\n- {SECOND}\n{LAST}"),
    "a.docx": word(
        paragraph(HEAD, "H1"), paragraph(SAID), paragraph(FIRST, "LB"), paragraph(SECOND, "LB"), paragraph(LAST)
    ),
    "a.csv": CSV.encode(),
    "a.tsv": CSV.encode(),
    "shop.csv": f'Handle,Body (HTML)\nserum,"{HTML}"\n'.encode(),
    "shop.json": json.dumps([{"body_html": HTML.replace("main>", "div>")}]).encode(),
    "a.jsonl": (json.dumps({"copy": TEXT}) + "\n").encode(),
    "a.json": json.dumps([{"copy": TEXT}]).encode(),
    "a.txt.gz": gzip.compress(TEXT.encode()),
    "a.csv.gz": gzip.compress(CSV.encode()),
}


def verdicts(data: bytes, name: str) -> list[tuple[str, str, str, str | None]]:
    (found,) = read_bytes(data, name, ReadOptions())
    assert isinstance(found, Document), found
    return [
        (claim.label, claim.reason, claim.text, claim.assertion and claim.assertion.id)
        for claim in CHECKER.check(found).claims
    ]


WANTED = verdicts(TEXT.encode(), "a.txt")


def test_the_copy_is_worth_comparing() -> None:
    assert {label for label, _reason, _text, _id in WANTED} == {"contradicted", "unsupported", "supported"}
    assert len(WANTED) >= 5


@pytest.mark.parametrize("name", FILES)
def test_every_format_says_the_same(name: str) -> None:
    assert verdicts(FILES[name], name) == WANTED


@pytest.mark.parametrize("sign", "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ids=ascii)
def test_signs_that_nobody_sees_change_nothing(sign: str) -> None:
    """In the middle of words; places are those of the text with the signs."""
    text = TEXT
    for word_ in ("EXOSOME", "FDA", "wrinkles", "dermis", "collagen", "Retinol"):
        text = text.replace(word_, f"{word_[:2]}{sign}{word_[2:]}")
    said = [
        (label, reason, found.replace(sign, ""), link)
        for label, reason, found, link in verdicts(text.encode(), "a.txt")
    ]
    assert said == WANTED and any(sign in found for _label, _reason, found, _link in verdicts(text.encode(), "a.txt"))


def test_parquet_says_the_same() -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    packed = io.BytesIO()
    parquet.write_table(arrow.table({"copy": [TEXT]}), packed)
    assert verdicts(packed.getvalue(), "a.parquet") == WANTED


LATER = """A new serum.
Reduces wrinkles.
Exosomes are vesicles.
Exosomes are small.
Exosomes are old."""
"""What the page is about is not known before it is named, and a table's row is no line."""
TILES = "<p>Exosome Serum</p><p>$49.00</p><p>Reduces wrinkles</p><p>Boosts collagen and is loved</p>"


def test_what_stands_above_what_is_told_by_the_text_and_not_by_rows_or_lines_of_the_source() -> None:
    wanted = verdicts(LATER.encode(), "a.txt")
    assert wanted and verdicts(f'sku,copy\nA,"{LATER}"\n'.encode(), "a.csv") == wanted
    assert verdicts(TILES.encode(), "a.html") == verdicts(TILES.replace("><", ">\n<").encode(), "a.html")


def test_what_is_carried_names_the_place_that_a_reader_can_go_to() -> None:
    copy = "Exosome serum\n\nReduces wrinkles."
    table = f'sku,copy\nA,"None."\nB,"{copy}"\n'
    pages = pdf("Exosome serum", "Reduces wrinkles.")
    for data, name, said, line in (
        (copy.encode(), "a.txt", "from “Exosome” on line 1", 1),
        (table.encode(), "a.csv", "from “Exosome” in row 2 (B), line 1", 1),
        (pages, "a.pdf", "from “Exosome” on page 1", 1),
        (b"\n\n<h1>Exosome serum</h1><p>Reduces wrinkles.</p>", "a.html", "from “Exosome” on line 3", 3),
    ):
        found = [each for each in read_bytes(data, name, ReadOptions()) if isinstance(each, Document)][-1]
        (claim,) = CHECKER.check(found).claims
        (part,) = (each for each in claim.carried if each.role == "subject")
        assert carried(part).endswith(said), name
        written = claim_data(claim, Options())["carried"][0]
        assert written["from_line"] == line and bool(written["from_place"]) == (name in {"a.csv", "a.pdf"})
