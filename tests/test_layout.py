"""Layout of plain text: what each line is, exactly where it stands, and that no text is too odd or too long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read import from_text, locate, without_marks


def laid_out(text: str) -> list[tuple[str, str]]:
    document = from_text(text)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in laid_out(text)]


@pytest.mark.parametrize(
    ("line", "kind", "own"),
    [
        ("# Night balm", "heading", "Night balm"),
        ("### Night balm ###", "heading", "Night balm"),
        ("**Why it works**", "heading", "Why it works"),
        ("__Why it works:__", "heading", "Why it works:"),
        ("THE NIGHT BALM", "heading", "THE NIGHT BALM"),
        ("Night balm\n==========", "heading", "Night balm"),
        ("Night balm\n---", "heading", "Night balm"),
        ("- calms redness", "item", "calms redness"),
        ("-Calms redness", "item", "Calms redness"),
        ("-free of redness", "line", "-free of redness"),
        ("* calms redness", "item", "calms redness"),
        ("+ calms redness", "item", "calms redness"),
        ("– calms redness", "item", "calms redness"),
        ("•calms redness", "item", "calms redness"),
        ("· calms redness", "item", "calms redness"),
        ("✓ calms redness", "item", "calms redness"),
        ("✔️ calms redness", "item", "calms redness"),
        ("✅ calms redness", "item", "calms redness"),
        ("👉🏽 calms redness", "item", "calms redness"),
        ("🌿✨ calms redness", "item", "calms redness"),
        ("1️⃣ calms redness", "item", "calms redness"),
        ("- [x] calms redness", "item", "calms redness"),
        ("1. calms redness", "item", "calms redness"),
        ("12) calms redness", "item", "calms redness"),
        ("a) calms redness", "item", "calms redness"),
        ("> - calms redness", "item", "calms redness"),
        ("- **calms redness**", "item", "calms redness"),
        ("Does it calm redness?", "question", "Does it calm redness?"),
        ("## Does it calm redness?", "question", "Does it calm redness?"),
        ("Q: Does it calm redness", "question", "Does it calm redness"),
        ("**Q2.** Does it calm redness?", "question", "Does it calm redness?"),
        ("- Q: Does it calm redness?", "question", "Does it calm redness?"),
        ("A: It calms redness.", "answer", "It calms redness."),
        ("**A:** It calms redness.", "answer", "It calms redness."),
        ("94%", "stat", "94%"),
        ("+135 %", "stat", "+135 %"),
        ("3x", "stat", "3x"),
        ("4.8/5", "stat", "4.8/5"),
        ("$49", "stat", "$49"),
        ("€1,250.00", "stat", "€1,250.00"),
        ("12 weeks", "stat", "12 weeks"),
        ("45–60 minutes", "stat", "45–60 minutes"),
        ("Up to 8 hours", "stat", "Up to 8 hours"),
        ("## 94%", "stat", "94%"),
        ("calms redness", "line", "calms redness"),
        ("Benefits include:", "line", "Benefits include:"),
        ("It calms redness.", "paragraph", "It calms redness."),
        ("*In a home-use test of forty people.", "paragraph", "In a home-use test of forty people."),
        ("Q10: a coenzyme in every cell", "line", "Q10: a coenzyme in every cell"),
        ("1.5% retinal in a light base", "line", "1.5% retinal in a light base"),
        ("In 4 weeks", "line", "In 4 weeks"),
        ("™ stands for trade mark", "line", "™ stands for trade mark"),
        ("<!-- factcheck: ignore next -->", "line", "<!-- factcheck: ignore next -->"),
    ],
)
def test_one_line(line: str, kind: str, own: str) -> None:
    assert laid_out(line) == [(kind, own)]


def test_an_acronym_ranks_like_the_names_around_it() -> None:
    blocks = from_text("DMAE\n\nFirms.\n\nVitamin C\n\nBrightens.\n\nBENEFITS\n").blocks
    assert [(block.kind, block.level) for block in blocks if block.kind != "paragraph"] == [
        ("line", 0),
        ("line", 0),
        ("heading", 7),
    ]


def test_ranks() -> None:
    text = "# One\n\n## Two\n\nTHREE\n\n**Four**\n\n- a b\n  - c d\n    - e f\n"
    assert [(block.kind, block.level) for block in from_text(text).blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 7),
        ("heading", 7),
        ("item", 0),
        ("item", 1),
        ("item", 2),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("• Firms • Lifts • Glows", ["Firms", "Lifts", "Glows"]),
        ("✓ Firms ✓ Lifts", ["Firms", "Lifts"]),
        ("✅ Firms\n\n✅ Lifts", ["Firms", "Lifts"]),
        ("✓\nFirms and lifts", ["Firms and lifts"]),
    ],
)
def test_run_on_lists_and_lone_marks(text: str, items: list[str]) -> None:
    assert laid_out(text) == [("item", item) for item in items]


@pytest.mark.parametrize("sign", "•·")
def test_what_stands_before_the_first_bullet_may_be_what_the_items_are_of(sign: str) -> None:
    assert laid_out(f"Firming gel {sign} Firms {sign} Lifts") == [
        ("line", "Firming gel"),
        ("item", "Firms"),
        ("item", "Lifts"),
    ]


def test_one_line_with_bars_is_a_title_and_two_are_a_table() -> None:
    assert laid_out("Night balm | House of Moss") == [("line", "Night balm"), ("line", "House of Moss")]
    assert kinds("Night balm | Moss\nDay balm | Fern") == ["cell"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "| Product | Effect |\n|---|:--:|\n| Balm | calms |\n| Serum | |",
        "Product | Effect\n--- | ---\nBalm | calms\nSerum | ",
        "Product\tEffect\nBalm\tcalms\nSerum\t",
        "Product | Effect\nBalm | calms\nSerum |  ",
    ],
)
def test_tables(text: str) -> None:
    found = [(text[b.start : b.end], b.column, b.level) for b in from_text(text).blocks if b.kind == "cell"]
    assert found[:4] == [("Product", 0, 1), ("Effect", 1, 1), ("Balm", 0, 0), ("calms", 1, 0)]


def test_only_the_first_block_below_a_question_is_its_answer() -> None:
    text = "Is it gentle?\nIt is made for daily use.\nIt holds no perfume."
    assert kinds(text) == ["question", "answer", "paragraph"]
    assert kinds("Is it gentle?\nYes") == ["question", "answer"]
    assert kinds("Who is it for?\nGood for\n- dry skin\n- red skin") == ["question", "line", "item", "item"]
    assert laid_out("Is it gentle?\nA. Very.")[1] == ("answer", "Very.")


def test_question_and_answer_on_one_line_and_a_question_cut_in_two() -> None:
    assert laid_out("- Q: Is it gentle? — A: It is.") == [("question", "Is it gentle?"), ("answer", "It is.")]
    assert kinds("What is\nSkin barrier?\nIt keeps water in.") == ["question", "answer"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ingredients: Aqua, Glycerin, Squalane.", "panel"),
        ("INCI: AQUA, GLYCERIN, CETYL ALCOHOL, PARFUM", "panel"),
        (
            "Aqua, Glycerin, 1,2-Hexanediol, Sodium Hyaluronate, Niacinamide, Panthenol, Carbomer, Tocopherol, Parfum",
            "panel",
        ),
        ("Firms, Lifts, Hydrates, Brightens, Smooths, Plumps, Calms, Protects, Renews", "line"),
        (
            "It firms, it lifts, and it hydrates, so that fine lines, large pores, dull tone, and dry spots are gone.",
            "paragraph",
        ),
        ("Ingredients: we only use what helps your skin", "line"),
    ],
)
def test_ingredient_panels(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_label_makes_a_panel_of_a_short_list_below_it() -> None:
    assert kinds("Full ingredients\nAqua, Glycerin, Squalane, Parfum") == ["line", "panel"]


def test_wrapped_lines_are_one_paragraph_and_short_ones_are_not() -> None:
    wrapped = "The balm was made for nights on which the skin feels\ntight and wants more than a light gel."
    assert laid_out(wrapped) == [("paragraph", wrapped)]
    assert kinds("Firms the skin\nlifts the cheeks") == ["line", "line"]
    listed = "- The balm was made for nights on which the skin is\n  tight\n- Second"
    assert [own for _, own in laid_out(listed)][1:] == ["Second"]


def test_code_is_skipped_and_its_quoted_copy_kept() -> None:
    text = (
        "---\ntitle: Balm\nlayout: post\n---\n"
        "import Tile from './tile'\n"
        "<Tiles items={[\n"
        '  { label: "Firmness after a month", value: "94%", icon: "star", href: "/a/b" },\n'
        "  { label: 'Feels firm, isn\\'t tight', value: '3x' },\n"
        '  "Calms the skin at night."\n'
        "]} />\n"
        "```js\nlet secret = 'Cures acne';\n```\n"
        "https://example.org/page\n"
        "['', 'Dry skin', 'Red skin']\n"
    )
    assert laid_out(text) == [
        ("line", "Firmness after a month"),
        ("stat", "94%"),
        ("line", "Feels firm, isn\\'t tight"),
        ("stat", "3x"),
        ("paragraph", "Calms the skin at night."),
        ("line", "Dry skin"),
        ("line", "Red skin"),
    ]


def test_a_component_source_gives_its_copy_only() -> None:
    text = (
        'export default function Page() {\n  return (\n    <section className="a b">\n      {/* hero */}\n'
        '      <h2 id="x"\n        className="big">\n        Night balm\n      </h2>\n'
        '      <Tile icon={Leaf} title="Made in the north" />\n    </section>\n  );\n}\n'
    )
    assert laid_out(text)[-2:] == [("heading", "Night balm"), ("line", "Made in the north")]


def test_tags_left_in_text() -> None:
    text = (
        "<h2>Night balm</h2><p>It <b>calms</b> redness.</p>\n<ul>\n<li><span>Firms</span></li>\n<li>\n<div>\nLifts\n"
        "</div>\n</li></ul>\n<!-- note\nfor us --> After it."
    )
    assert laid_out(text) == [
        ("heading", "Night balm"),
        ("paragraph", "It <b>calms</b> redness."),
        ("item", "<span>Firms</span>"),
        ("item", "Lifts"),
        ("paragraph", "After it."),
    ]


def test_nothing_is_hidden_by_what_is_never_closed() -> None:
    for opening in ("```\n", "---\n", "<!--\n", "<script>\n", "<style>\n"):
        assert "It calms redness." in [own for _, own in laid_out(f"{opening}It calms redness.\n")]


def test_a_suppression_comment_stands_alone_beside_its_line() -> None:
    assert laid_out("It calms redness. <!-- factcheck: ignore -->") == [
        ("paragraph", "It calms redness."),
        ("line", "<!-- factcheck: ignore -->"),
    ]


def test_line_ends_of_all_kinds_and_places() -> None:
    document = from_text("# Balm\r\n\r\nIt calms.\rIt lifts.\nIt firms.")
    assert [locate(document, block.start)[:2] for block in document.blocks] == [(1, 3), (3, 1), (4, 1), (5, 1)]
    assert document.text[document.blocks[1].start : document.blocks[1].end] == "It calms."


def test_lone_surrogates_and_other_oddities_are_survived() -> None:
    assert kinds("\ud800 calms \udfff redness") == ["line"]
    assert kinds("\u200b\n\ufeff\n...\n***\n| |\n") == []
    assert kinds("") == []


def test_marks_inside_a_line_are_blanked_at_their_place() -> None:
    text = "It **calms** your [skin](/a) &amp; `lifts` <b>it</b>, 3 * 4 = 12."
    bare = without_marks(text)
    assert len(bare) == len(text)
    assert bare.split() == ["It", "calms", "your", "skin", "&", "lifts", "it", ",", "3", "*", "4", "=", "12."]
    assert bare.index("calms") == text.index("calms")


SIGNS = st.text(alphabet="ab A.?!:|#*-_•✓✨<>/{}[]\"'`=&;\t\n\r1234%é\u2028", max_size=200)


@given(st.one_of(SIGNS, st.text(max_size=200)))
def test_blocks_are_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for block in from_text(text).blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        end = block.end


@given(st.lists(st.sampled_from(["calms redness at night", "lifts the cheeks", "firms the chin"]), min_size=1))
def test_no_item_is_lost(items: list[str]) -> None:
    assert [own for _, own in laid_out("\n".join(f"- {item}" for item in items))] == items


@pytest.mark.parametrize(
    "part",
    [
        "The balm calms redness. ",
        "a",
        "<",
        "<a ",
        '\\"',
        '{"a": "',
        " ",
        "| ",
        "• a ",
        "Aqua, ",
        "*",
        "<!-- ",
        "<!--\n",
        "```\n",
        "✨",
        "Q: ",
        "- ",
        "]",
        "[a](",
        "&",
    ],
)
def test_long_texts_take_linear_time(part: str) -> None:
    text = part * (500_000 // len(part))
    began = time.process_time()
    from_text(text)
    without_marks(text)
    assert time.process_time() - began < 5


def test_five_megabytes_in_one_line() -> None:
    text = "The balm calms redness and lifts the cheeks of those who use it. " * 80_000
    began = time.process_time()
    assert kinds(text) == ["paragraph"]
    assert time.process_time() - began < 10
