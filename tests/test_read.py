"""Reading: bytes of every format and quality -> documents with places, or one line that says what is wrong."""

import gzip
import io
import json
import os
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document, InputError, Place
from factcheck.read import ReadOptions, locate, read_bytes, read_path, walk
from factcheck.read.formats import is_table

OPTIONS = ReadOptions()

TEXT = """\
NIGHT BALM

A balm for skin that feels tight. It was made for cold months.

• Calms redness
• Keeps water in

Is it gentle?
It is made for daily use on all skin types.

94%
Said that their skin felt soft

Shade\tSize
Sand\tLarge

Ingredients: Aqua, Glycerin, Squalane, Panthenol
"""
MARKDOWN = """\
# NIGHT BALM

A balm for skin that feels tight. It was made for cold months.

- Calms redness
- Keeps water in

## Is it gentle?

It is made for daily use on all skin types.

**94%**

Said that their skin felt soft

| Shade | Size |
| --- | --- |
| Sand | Large |

Ingredients: Aqua, Glycerin, Squalane, Panthenol
"""
HTML = """\
<!doctype html><html><head><title>Shop</title><style>p { color: red }</style></head><body>
<nav><a href="/">Cures everything</a></nav>
<main><h1>NIGHT BALM</h1>
<p>A balm for skin that feels tight. It was made
   for cold months.</p>
<ul><li>Calms redness</li><li><p>Keeps water in</p></li></ul>
<details><summary>Is it gentle?</summary><p>It is made for daily use on all skin types.</p></details>
<div><strong>94%</strong><div>Said that their skin felt soft</div></div>
<table><tr><th>Shade</th><th>Size</th></tr><tr><td>Sand</td><td>Large</td></tr></table>
<p>Ingredients: Aqua, Glycerin, Squalane, Panthenol</p></main>
<footer>Erases wrinkles</footer><script>var claim = "heals"</script></body></html>
"""
BLOCKS = [
    ("heading", "NIGHT BALM"),
    ("paragraph", "A balm for skin that feels tight. It was made for cold months."),
    ("item", "Calms redness"),
    ("item", "Keeps water in"),
    ("question", "Is it gentle?"),
    ("answer", "It is made for daily use on all skin types."),
    ("stat", "94%"),
    ("line", "Said that their skin felt soft"),
    ("cell", "Shade"),
    ("cell", "Size"),
    ("cell", "Sand"),
    ("cell", "Large"),
    ("panel", "Ingredients: Aqua, Glycerin, Squalane, Panthenol"),
]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="House heading"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/></w:style></w:styles>"""


def paragraph(text: str, style: str = "", run: str = "") -> str:
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{mark}<w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def word(*parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{''.join(parts)}</w:body></w:document>")
        package.writestr("word/styles.xml", STYLES)
    return packed.getvalue()


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


WORD = word(
    paragraph("NIGHT BALM", "Own"),
    paragraph("A balm for skin that feels tight. It was made for cold months."),
    paragraph("Calms redness", "LB"),
    f"<w:sdt><w:sdtContent>{paragraph('Keeps water in', 'LB')}</w:sdtContent></w:sdt>",
    paragraph("Is it gentle?", "H1"),
    "<w:p><w:r><w:t>It is made for </w:t></w:r><w:del><w:r><w:delText>hourly</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>daily use</w:t></w:r></w:ins><w:r><w:t> on all skin types.</w:t></w:r></w:p>",
    paragraph("94%", run="<w:rPr><w:b/></w:rPr>"),
    paragraph("Said that their skin felt soft"),
    f"<w:tbl>{row('Shade', 'Size')}{row('Sand', 'Large')}</w:tbl>",
    paragraph("Ingredients: Aqua, Glycerin, Squalane, Panthenol"),
)
CSV = 'sku,description\nB1,"' + TEXT.replace('"', '""') + '"\n'


def pdf(*pages: str) -> bytes:
    """Write a PDF by hand: one line of text a page line."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 40 700 Td {shown}ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        contents = len(objects)
        font = "<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {contents} 0 R/Resources{font}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    xref = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{out}{xref}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()


def read(data: bytes | str, name: str, options: ReadOptions = OPTIONS) -> list[Document | InputError]:
    return list(read_bytes(data.encode() if isinstance(data, str) else data, name, options))


def document(data: bytes | str, name: str, options: ReadOptions = OPTIONS) -> Document:
    (found,) = read(data, name, options)
    assert isinstance(found, Document), found
    return found


def error(data: bytes | str, name: str, options: ReadOptions = OPTIONS) -> str:
    (found,) = read(data, name, options)
    assert isinstance(found, InputError), found
    assert found.name == name
    assert "\n" not in found.message
    return found.message


def blocks(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(found.text[block.start : block.end].split())) for block in found.blocks]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT, "a.txt"),
        (TEXT, "a"),
        (MARKDOWN, "a.md"),
        (HTML, "a.html"),
        (HTML, "<stdin>"),
        (WORD, "a.docx"),
        (CSV, "a.csv"),
        (json.dumps({"copy": TEXT}), "a.jsonl"),
        (json.dumps([{"copy": TEXT}]), "a.json"),
        (gzip.compress(TEXT.encode()), "a.txt.gz"),
        (gzip.compress(CSV.encode()), "a.csv.gz"),
        (gzip.compress(WORD), "a.docx.gz"),
    ],
)
def test_the_same_copy_gives_the_same_blocks_in_every_format(data: bytes | str, name: str) -> None:
    assert blocks(document(data, name)) == BLOCKS


# ------------------------------------------------------------------ text


@pytest.mark.parametrize(
    ("data", "text", "notes"),
    [
        ("Soft – très doux".encode(), "Soft – très doux", ()),
        ("Soft – très doux".encode("utf-8-sig"), "Soft – très doux", ()),
        ("Soft – très doux".encode("utf-16"), "Soft – très doux", ()),
        (b"\xfe\xff" + "Soft".encode("utf-16-be"), "Soft", ()),
        ("Soft – très doux".encode("cp1252"), "Soft – très doux", ("read as Windows-1252",)),
        ("crème très légère".encode() + b"\xff", "crème très légère\ufffd", ("1 damaged character in UTF-8 text",)),
        (b"one\r\ntwo", "one\r\ntwo", ()),
    ],
)
def test_encodings(data: bytes, text: str, notes: tuple[str, ...]) -> None:
    found = document(data, "a.txt")
    assert (found.text, found.notes) == (text, notes)


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\r\n", "a.txt", "empty"),
        ("\ufeff\u200b\n".encode(), "a.md", "empty"),
        (b"calms\x00redness", "a.txt", "binary data, not text"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "binary data, not text"),
        (bytes(range(1, 32)) * 20, "a.txt", "binary data, not text"),
        (b"\xff\xfe\x00\xd8", "a.txt", "damaged UTF-16 text"),
        (b"\x1f\x8b\x08\x00broken", "a.txt.gz", "damaged compressed data"),
        (b"{\\rtf1", "a.rtf", "rich text: save it as .docx"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "old Word format: save it as .docx"),
        (b"no zip", "a.docx", "no Word document"),
        (b"PK\x03\x04 and then nothing", "a.docx", "cannot be read: File is not a zip file"),
        (b"%PDF-1.7 and then nothing", "a.pdf", "cannot be read: "),
        (b"", "a.html", "empty"),
        (b"<script>draw()</script>", "a.html", "no text in this page (drawn by scripts?)"),
        (b"", "a.csv", "empty"),
        (b"a,b\n1,2\n", "a.csv", "cannot tell which column holds the text: name it with --text-column (columns: a, b)"),
        (b"text\n\n", "a.csv", "no row with text in it"),
        (b"{", "a.json", "no valid JSON: "),
        (b"[" * 100_000, "a.json", "no valid JSON: "),
        (b"PAR1 and then nothing", "a.parquet", ""),
    ],
)
def test_what_cannot_be_read_is_a_value_with_one_line(data: bytes, name: str, message: str) -> None:
    assert error(data, name).startswith(message)


def test_size_limits() -> None:
    small = ReadOptions(max_bytes=2_000_000)
    assert error(b"a " * 2_000_000, "a.txt", small) == "larger than 2 MB"
    assert error(gzip.compress(b"a " * 2_000_000), "a.txt.gz", small) == "larger than 2 MB"
    assert error(gzip.compress(b"text\n" + b"a" * 60_000_000), "a.csv.gz") == "unpacks to far more than it should"
    long = b"It is. " * 300_000
    for name in ("a.txt", "a.html", "a.txt.gz"):
        data = gzip.compress(long) if name.endswith(".gz") else long
        assert error(data, name).startswith("more than 2 MB of text: split it")
    assert error(b"text\n" + long, "a.csv").startswith("row 1: more than 2 MB of text")
    assert len(document(long[:2_500_000], "a.txt", ReadOptions(max_text=3_000_000)).text) == 2_100_000
    assert error(long, "a.txt", ReadOptions(max_text=1_000_000)).endswith("of text: split it, or raise --max-copy")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30_000_000)
    assert error(packed.getvalue(), "a.docx") == "unpacks to far more than it should"
    assert error(packed.getvalue(), "a.docx", small) == "larger than 2 MB when unpacked"


# ------------------------------------------------------------------ web pages


def page(body: str) -> list[tuple[str, str]]:
    return blocks(document(body, "a.html"))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h2>What it<br>does</h2>", [("heading", "What it does")]),
        ("<p>Calms<br>redness at night</p>", [("line", "Calms redness at night")]),
        ("<p>✓ Calms<br>✓ Lifts</p>", [("item", "Calms"), ("item", "Lifts")]),
        ("<p>Felt by 94%<sup>1,2</sup> of users.</p>", [("paragraph", "Felt by 94% of users.")]),
        ("<p>25 cm<sup>2</sup> of skin.</p>", [("paragraph", "25 cm² of skin.")]),
        ("<span>Vegan</span><span>Made here</span>", [("line", "Vegan Made here")]),
        ("<p>re<b>new</b>s &amp; l&#105;fts&nbsp;you.</p>", [("paragraph", "renews & lifts you.")]),
        ("<img alt='Jar of balm on moss'><img alt='Jar'>", [("line", "Jar of balm on moss")]),
        ("<img alt='a > b is a good balm'>", [("line", "a > b is a good balm")]),
        ("<dl><dt>Feel<dd>It is light.</dl>", [("line", "Feel"), ("paragraph", "It is light.")]),
        ("<p><b>Why us</b></p><p>It is <b>light</b>.</p>", [("heading", "Why us"), ("paragraph", "It is light.")]),
        ("<p>one<ul><li>three<li>four</ul>", [("line", "one"), ("item", "three"), ("item", "four")]),
        ("<button>Buy</button><button>Is it?</button>It is.", [("question", "Is it?"), ("answer", "It is.")]),
        ("<li><h3>Light</h3><p>It is.</p>", [("heading", "Light"), ("paragraph", "It is.")]),
        ("<table><tr><td><h2>Light</h2><p>It is.</p></table>", [("heading", "Light"), ("paragraph", "It is.")]),
        ("<div class='cookie-banner'>We heal you</div><p>It is.</p>", [("paragraph", "It is.")]),
        ("<aside>Heals</aside><form>Heals</form><p>It is.</p>", [("paragraph", "It is.")]),
        ("<form><h1>Balm</h1><p>It is.</p></form>", [("heading", "Balm"), ("paragraph", "It is.")]),
        ("<section><header><h2>Balm</h2></header>It is.</section>", [("heading", "Balm"), ("paragraph", "It is.")]),
        ("<div><nav><a>Heals</a></div><p>It is.</p>", [("paragraph", "It is.")]),
        ("<p>a < b, 5 <6.</p><!-- x --!><p>c.</p>", [("paragraph", "a < b, 5 <6."), ("paragraph", "c.")]),
        ("<title>Balm</title><p>It is.</p>", [("heading", "Balm"), ("paragraph", "It is.")]),
        ("<title>Balm</title><h1>Night</h1>", [("heading", "Night")]),
        ("<footer>It is.</footer>", [("paragraph", "It is.")]),
        ("<p>It is.</p><section class='related products'><h2>Heals</h2></section>", [("paragraph", "It is.")]),
        ("<p>It is.</p><product-recommendations>Heals</product-recommendations>", [("paragraph", "It is.")]),
        (
            "<div class='mobile-menu'><li>Heals</div><div class='site-footer'>Heals</div>It is.",
            [("paragraph", "It is.")],
        ),
        ("<p>It is.</p><div class='related'><h3>More</h3><a>Heals</a></div>", [("paragraph", "It is.")]),
        ("<p>It is.</p><div class='related-items'><a>Heals</a></div>", [("paragraph", "It is.")]),
        ("<div class='related-research card-footer'>It is.</div>", [("paragraph", "It is.")]),
        (
            "<title>Balm</title><header><h1><img alt=Maker></h1>Shop</header>It is.",
            [("heading", "Balm"), ("paragraph", "It is.")],
        ),
        ("<p role=heading aria-level=1>Balm</p><p>It is.</p>", [("heading", "Balm"), ("paragraph", "It is.")]),
        ("<button aria-expanded=false>How</button>It is.", [("heading", "How"), ("paragraph", "It is.")]),
        ("<button class=accordion__button><h3>How</h3></button>It is.", [("heading", "How"), ("paragraph", "It is.")]),
        ("<p>It is.</p><button aria-expanded=false>Read more</button>", [("paragraph", "It is.")]),
        ("<p>It is.</p><button aria-expanded=false aria-haspopup=menu>Sort</button>", [("paragraph", "It is.")]),
        ("<table role=presentation><td>Light</td><td>It is.</table>", [("line", "Light"), ("paragraph", "It is.")]),
        ("<h3>Q. Is it?</h3><div>A. It is.</div>", [("question", "Is it?"), ("answer", "It is.")]),
        ("<h3>2. Is it?</h3><h3>2. Balm</h3>", [("question", "Is it?"), ("heading", "2. Balm")]),
        ("<p>It is. <!-- factcheck: ignore -->", [("paragraph", "It is."), ("line", "<!-- factcheck: ignore -->")]),
    ],
)
def test_pages(body: str, found: list[tuple[str, str]]) -> None:
    assert page(body) == found


def test_product_description_only_where_the_page_lacks_it() -> None:
    data = json.dumps({"@graph": [{"@type": "Product", "description": "<p>Calms &amp; lifts.</p>It is light."}]})
    script = f'<script type="application/ld+json">{data}</script>'
    assert page(f"{script}<h1>Balm</h1><p>Calms &amp; lifts.</p>")[2:] == [("paragraph", "It is light.")]
    assert page("<script type='application/ld+json'>{broken</script><p>It is.</p>") == [("paragraph", "It is.")]
    named = '<script type="application/ld+json">{"@type": "Product", "name": "Balm", "description": "Lifts."}</script>'
    assert page(f"<h2>Reviews</h2><p>It is.</p>{named}")[2:] == [("heading", "Balm"), ("paragraph", "Lifts.")]


def test_a_long_product_description_takes_linear_time() -> None:
    lines = "".join(f"<p>Line {number} calms.</p>" for number in range(20_000))
    data = json.dumps({"@type": "Product", "description": lines})
    began = time.process_time()
    assert len(page(f'<p>It is.</p><script type="application/ld+json">{data}</script>')) == 20_001
    assert time.process_time() - began < 4


def test_places_in_a_page_are_those_of_its_source() -> None:
    source = "<p>\n  It &amp; calms\r\n  <b>red</b>ness</p>\n<p>Then</p>"
    found = document(source, "a.html")
    assert found.text == "It & calms redness\nThen"
    for word_, line, column in (
        ("It", 2, 3),
        ("&", 2, 6),
        ("calms", 2, 12),
        ("red", 3, 6),
        ("ness", 3, 13),
        ("Then", 4, 4),
    ):
        assert locate(found, found.text.index(word_)) == (line, column, None), word_


def test_every_word_of_a_page_is_where_its_place_says() -> None:
    lines = HTML.split("\n")
    found = document(HTML, "a.html")
    for block in found.blocks:
        line, column, _ = locate(found, block.start)
        first = found.text[block.start : block.end].split()[0]
        assert lines[line - 1][column - 1 :].startswith(first)


@pytest.mark.parametrize(
    "part",
    [
        "<a ",
        "<p>x",
        "<div>",
        "<!-- ",
        "<ul><li>",
        "</p>",
        "<b>x",
        "&",
        '<p a="',
        "<script>",
        "<sup>1</sup>",
        "<td>",
        "<",
    ],
)
def test_hostile_pages_take_linear_time(part: str) -> None:
    began = time.process_time()
    read(part * (100_000 // len(part)), "a.html")
    assert time.process_time() - began < 5


# ------------------------------------------------------------------ tables


def test_rows_have_numbers_and_names() -> None:
    found = read("SKU,Description\nB1,It calms.\nB2,\nB3,It lifts.\n", "a.csv")
    assert [item.text for item in found if isinstance(item, Document)] == ["It calms.", "It lifts."]
    assert [locate(item, 3) for item in found if isinstance(item, Document)] == [
        (1, 4, Place(row=1, id="B1")),
        (1, 4, Place(row=3, id="B3")),
    ]


@pytest.mark.parametrize(
    ("data", "name", "options"),
    [
        ("a;b\n1;It calms.\n", "a.csv", ReadOptions(text_column="b", id_column="a")),
        ("a\tb\n1\tIt calms.\n", "a.tsv", ReadOptions(text_column="B", id_column="A")),
        ("\ufeffid,text\n1,It calms.\n", "a.csv", OPTIONS),
        ("id,text\r\n1,It calms.\r\n", "a.csv", OPTIONS),
        ('{"id": 1, "text": "It calms."}\n\n', "a.ndjson", OPTIONS),
        ('{"shop": "x", "products": [{"sku": "1", "body": "It calms."}]}', "a.json", OPTIONS),
    ],
)
def test_columns_and_dialects(data: str, name: str, options: ReadOptions) -> None:
    found = document(data, name, options)
    assert (found.text, locate(found, 0)[2]) == ("It calms.", Place(row=1, id="1"))


def test_fields_that_hold_pieces_of_web_pages_are_read_as_such() -> None:
    said = "<p>FDA&#8209;approved,<br>it is.</p><ul><li>calms"
    found = document(f'id,text\n7,"{said}</ul>"\n', "a.csv")
    assert blocks(found) == [("paragraph", "FDA‑approved, it is."), ("item", "calms")]
    assert locate(found, found.text.index("calms")) == (1, said.index("calms") + 1, Place(row=1, id="7"))
    light = document(json.dumps([{"text": "Light.<br>Lifts."}]), "a.json")
    assert blocks(light) == [("paragraph", "Light."), ("paragraph", "Lifts.")]
    marked = document(json.dumps([{"text": "- Light<br>\n- Lifts"}]), "a.json")
    assert blocks(marked) == [("item", "Light"), ("item", "Lifts")]
    assert error(json.dumps([{"text": "<p><img src=x></p>"}]), "a.json") == "no row with text in it"


def test_a_broken_row_does_not_hide_the_others() -> None:
    found = read('{"text": "It calms."}\n{"text": \n{"text": 3}\n"It lifts."\n', "a.jsonl")
    assert [item.text if isinstance(item, Document) else item.message.partition(":")[0] for item in found] == [
        "It calms.",
        "row 2",
        "row 3",
        "It lifts.",
    ]


def test_an_unknown_column_is_named_with_those_there_are() -> None:
    assert error("a,b\n1,2\n", "a.csv", ReadOptions(text_column="c")) == 'no column "c" (columns: a, b)'


def test_a_row_that_would_lose_copy_is_refused_and_the_others_are_read() -> None:
    found = read("id,text\n1,It calms, and it lifts.\n2,It firms.,,\n", "a.csv")
    assert [item.text if isinstance(item, Document) else item.message for item in found] == [
        "row 1: more fields than the heading names (is a separator in the copy unquoted?)",
        "It firms.",
    ]
    assert error("text,id,text\nIt calms.,1,It lifts.\n", "a.csv") == '2 columns are called "text"'
    assert document("text,note,note\nIt calms.,1,2\n", "a.csv").text == "It calms."


def test_tables_in_windows_1252_say_so() -> None:
    assert document("text\ntrès doux\n".encode("cp1252"), "a.csv").notes == ("read as Windows-1252",)


def test_rows_are_read_one_by_one(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("text\n" + "It calms.\n" * 200_000)
    rows = read_path(table, ReadOptions(max_bytes=1000))
    assert isinstance(next(rows), Document)
    rows.close()  # type: ignore[attr-defined]


def test_parquet() -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    packed = io.BytesIO()
    parquet.write_table(arrow.table({"id": [7, 8], "copy": ["It calms.", None]}), packed)
    found = document(packed.getvalue(), "a.parquet")
    assert (found.text, locate(found, 0)[2]) == ("It calms.", Place(row=1, id="7"))


def test_parquet_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    assert "factcheck-claims[parquet]" in error(b"PAR1", "a.parquet")


# ------------------------------------------------------------------ PDF


def test_pdf_pages_and_broken_lines() -> None:
    found = document(
        pdf("The balm was made for nights on which the skin feels\ntight and dry.\nDeep calm", "It lifts."), "a.pdf"
    )
    assert blocks(found) == [
        ("paragraph", "The balm was made for nights on which the skin feels tight and dry."),
        ("line", "Deep calm"),
        ("paragraph", "It lifts."),
    ]
    assert [locate(found, block.start)[2] for block in found.blocks] == [Place(page=1), Place(page=1), Place(page=2)]


def test_pdf_is_known_by_its_beginning_and_may_be_empty() -> None:
    assert document(pdf("It lifts."), "a.txt").text == "It lifts."
    assert error(pdf(""), "a.pdf") == "no text in this PDF (scanned pages?)"


# ------------------------------------------------------------------ paths


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.xyz", ".hidden.txt", "sub/d.html.gz", ".git/e.txt", "drafts/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It calms.")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    found = walk([tmp_path], ReadOptions(exclude=("drafts",)))
    assert [str(path.relative_to(tmp_path)) for path in found if isinstance(path, Path)] == [
        "a.md",
        "b.txt",
        "sub/d.html.gz",
    ]


def test_a_link_that_leads_out_to_a_folder_above_is_not_followed(tmp_path: Path) -> None:
    for name in ("a.txt", "copy/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It calms.")
    (tmp_path / "copy" / "up").symlink_to(tmp_path)
    assert list(walk([tmp_path / "copy"], OPTIONS)) == [tmp_path / "copy" / "b.txt"]


def test_exclude_patterns(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "sub/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It calms.")
    names = {
        pattern: sorted(
            path.name for path in walk([tmp_path], ReadOptions(exclude=(pattern,))) if isinstance(path, Path)
        )
        for pattern in ("*.md", "sub/*", "sub/", "*/sub/b.txt")
    }
    assert names == {
        "*.md": ["a.txt", "b.txt"],
        "sub/*": ["a.md", "a.txt"],
        "sub/": ["a.md", "a.txt"],
        "*/sub/b.txt": ["a.md", "a.txt"],
    }


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    names = [tmp_path / "empty", tmp_path / "pipe", tmp_path / "none.txt", Path("/dev/null"), Path("a\0b")]
    found = list(walk(names, OPTIONS))
    assert [item.message for item in found if isinstance(item, InputError)] == [
        "no readable file in this folder",
        "neither a file nor a folder",
        "no such file or folder",
        "neither a file nor a folder",
        "no valid path",
    ]
    assert [
        item.message for path in names[1:3] for item in read_path(path, OPTIONS) if isinstance(item, InputError)
    ] == [
        "neither a file nor a folder",
        "no such file or folder",
    ]


@pytest.mark.parametrize(
    ("name", "table"),
    [("a.csv", True), ("A.CSV", True), ("a.jsonl.gz", True), ("a.json", True), ("a.html", False), ("a.csv.txt", False)],
)
def test_tables_are_told_by_their_ending(name: str, table: bool) -> None:
    assert is_table(Path(name)) is table


def test_everything_a_user_names_is_read_in_turn(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It calms.")
    (tmp_path / "b.csv").write_text("text\nIt lifts.\nIt firms.\n")
    named = walk([tmp_path, tmp_path / "none.txt", tmp_path / "a.txt"], OPTIONS)
    read = (read_path(each, OPTIONS) if isinstance(each, Path) else [each] for each in named)
    assert [item.text if isinstance(item, Document) else item.message for each in read for item in each] == [
        "It calms.",
        "It lifts.",
        "It firms.",
        "no such file or folder",
        "It calms.",
    ]


def test_standard_input_is_named_by_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(walk([Path("-")], OPTIONS)) == [Path("-")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"text\nIt calms.\n")))
    (found,) = read_path(Path("-"), ReadOptions(stdin_name="shop.csv"))
    assert isinstance(found, Document)
    assert (found.name, found.text) == ("shop.csv", "It calms.")


NAMES = st.sampled_from(["a", "a.txt", "a.html", "a.docx", "a.pdf", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.txt.gz"])
SEEDS = st.sampled_from([TEXT.encode(), HTML.encode(), WORD, pdf("It lifts."), CSV.encode(), gzip.compress(b"It is.")])


@settings(max_examples=150, deadline=None)
@given(data=SEEDS, name=NAMES, cut=st.integers(0, 900), noise=st.binary(max_size=12))
def test_whatever_comes_in_comes_out_as_values(data: bytes, name: str, cut: int, noise: bytes) -> None:
    for item in read(data[:cut] + noise + data[cut + len(noise) :], name):
        if isinstance(item, Document):
            assert all(block.end <= len(item.text) for block in item.blocks)
            assert all(min(locate(item, block.start)[:2]) >= 1 for block in item.blocks)


@given(st.text(alphabet="ab <>/!-pdivultrh1=\"'&;?.\n", max_size=150))
def test_blocks_of_any_page_are_in_order(source: str) -> None:
    for item in read(source, "a.html"):
        if isinstance(item, Document):
            ends = [0, *(block.end for block in item.blocks)]
            assert all(end <= block.start < block.end for end, block in zip(ends, item.blocks, strict=False))
