"""How the lexicon sees a sentence: concepts, roles, directions, clauses. Sentences of our own, a small lexicon."""

import pytest
from small_base import CHECKER

from factcheck.engine import Checker
from factcheck.language.tokens import words
from factcheck.model import Concept, CueRule, Lexicon
from factcheck.reading.reader import Reader, Reading

LEXICON = Lexicon(
    concepts=(
        Concept(id="cosmetic", kind="product", forms=("serum", "cream"), generic=True),
        Concept(id="retinoid", kind="ingredient", isa=("cosmetic",), forms=("retinoid",)),
        Concept(id="retinol", kind="ingredient", isa=("retinoid",), forms=("retinol", "vitamin a")),
        Concept(id="peptides", kind="ingredient", isa=("cosmetic",), forms=("peptide",)),
        Concept(id="increase", kind="effect", direction="up", forms=("boost", "increase", "stimulate")),
        Concept(
            id="decrease",
            kind="effect",
            direction="down",
            forms=("reduce", "reduction", "smooth", "[dial|bring] … down", "=effect … on"),
        ),
        Concept(id="improve", kind="effect", direction="better", forms=("improve", "treat")),
        Concept(
            id="erase", kind="effect", direction="down", degree="full", isa=("decrease",), forms=("erase", "remove")
        ),
        Concept(id="wrinkles", kind="outcome", valence="bad", forms=("wrinkle", "fine line"), does=("anti wrinkle",)),
        Concept(id="collagen", kind="outcome", valence="good", forms=("collagen", "collagen production")),
        Concept(id="tone", kind="outcome", valence="good", forms=("skin tone",), does=("=evens",)),
        Concept(id="clinic", kind="other", forms=("=clinic",)),
    ),
    cues=(
        CueRule(kind="negation", forms=("=not", "=no")),
        CueRule(kind="no-proof", reaches="both", forms=("=no … has been [shown|proven]",)),
        CueRule(kind="naming", reaches="backward", scope=1, forms=("=centre",)),
        CueRule(kind="naming", reaches="forward", scope=1, forms=("=field of",)),
        CueRule(kind="mask", forms=("=not only",)),
        CueRule(kind="comparison", forms=("=than", "=unlike")),
    ),
)
READER = Reader(LEXICON)


def read(text: str) -> Reading:
    return READER.read(words(text))


def seen(text: str) -> dict[str, tuple[str, str | None]]:
    return {m.concept: (m.role, m.change) for m in read(text).mentions}


@pytest.mark.parametrize(
    ("text", "outcome", "change"),
    [
        ("Retinol reduces wrinkles", "wrinkles", "better"),
        ("Retinol increases wrinkles", "wrinkles", "worse"),
        ("Boosts collagen production", "collagen", "better"),
        ("collagen-boosting peptides", "collagen", "better"),
        ("Reduced collagen", "collagen", "worse"),
        ("Wrinkles and fine lines are reduced", "wrinkles", "better"),
        ("wrinkle reduction", "wrinkles", "better"),
        ("An anti-wrinkle cream", "wrinkles", "better"),
        ("Evens skin tone", "tone", "better"),
        ("Serum for wrinkles", "wrinkles", "better"),
        ("What are wrinkles", "wrinkles", None),
        ("Reduces damage due to wrinkles", "wrinkles", None),
    ],
)
def test_direction_of_an_outcome(text: str, outcome: str, change: str | None) -> None:
    assert seen(text)[outcome][1] == change


def test_each_item_of_a_list_takes_the_nearest_effect() -> None:
    found = seen("Boosts collagen and reduces wrinkles")
    assert found["collagen"][1] == found["wrinkles"][1] == "better"


def test_a_complete_effect_is_marked() -> None:
    assert [m.full for m in read("Erases wrinkles").mentions if m.concept == "wrinkles"] == [True]
    assert [m.full for m in read("Smooths wrinkles").mentions if m.concept == "wrinkles"] == [False]


@pytest.mark.parametrize(
    ("text", "concept", "role"),
    [
        ("Retinol reduces wrinkles", "retinol", "main"),
        ("Better than retinol", "retinol", "comparator"),
        ("Unlike retinol, peptides reduce wrinkles", "retinol", "comparator"),
        ("Unlike retinol, peptides reduce wrinkles", "peptides", "main"),
        ("Boosts retinol", "retinol", "object"),
        ("Peptides reduce wrinkles and retinol boosts collagen", "retinol", "main"),
        ("Reduces wrinkles with retinol", "retinol", "main"),
        ("Collagen-boosting peptide cream", "peptides", "main"),
        ("Wrinkles reduced after 12 weeks of retinol", "retinol", "main"),
        ("Wrinkles improved under retinol", "retinol", "main"),
        ("Peptides support the production of collagen and retinol", "retinol", "object"),
        ("Peptides and a formula of retinol", "retinol", "main"),
    ],
)
def test_role_of_a_subject(text: str, concept: str, role: str) -> None:
    assert seen(text)[concept][0] == role


def test_a_complete_effect_is_that_of_its_own_object() -> None:
    mentions = {m.concept: m for m in read("Erases wrinkles and evens").mentions}
    assert mentions["wrinkles"].full and not mentions["tone"].full
    assert mentions["tone"].change == "better"


def test_misspelt_words_of_the_lexicon_are_read_and_real_words_are_left_alone() -> None:
    assert "collagen" in seen("Boosts colagen")
    assert "retinol" not in seen("The retinal layer of the eye")
    assert "retinol" in seen("Retinnol keeps the skin smooth")
    assert "retinol" not in seen("Retinnol Labs makes cream for dry skin")


def test_british_and_american_spellings_meet() -> None:
    reader = Reader(
        Lexicon(concepts=(Concept(id="m", kind="outcome", valence="good", forms=("moisturise", "colour")),))
    )
    assert [m.concept for m in reader.read(words("moisturizing color")).mentions] == ["m", "m"]


def test_wordings_matched_as_written_do_not_match_by_stem() -> None:
    assert "clinic" in seen("our clinic") and "clinic" not in seen("clinical")


def test_the_longest_cue_wins() -> None:
    assert [cue.rule.kind for cue in read("It is not only retinol").cues] == ["mask"]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Retinol dials wrinkles down", "better"),
        ("It brings the wrinkles round your eyes down", "better"),
        ("Dial us: wrinkles are down to the sun", None),
        ("We bring you wrinkles", None),
    ],
)
def test_a_wording_in_two_parts_is_found_around_other_words(text: str, change: str | None) -> None:
    assert seen(text)["wrinkles"][1] == change


def test_a_wording_in_two_parts_knows_where_it_is_closed() -> None:
    (dial,) = [m for m in read("It dials the wrinkles down").mentions if m.concept == "decrease"]
    assert (dial.first, dial.last, dial.closing) == (1, 2, 5)
    assert all(m.closing == 0 for m in read("It reduces wrinkles").mentions)


@pytest.mark.parametrize("form", ["… fading wrinkles", "fading … … wrinkles", "…", "fading …"])
def test_a_gap_that_nothing_opens_or_closes_is_no_fault(form: str) -> None:
    reader = Reader(Lexicon(concepts=(Concept(id="wrinkles", kind="outcome", valence="bad", forms=(form, "wrinkle")),)))
    assert [m.concept for m in reader.read(words("Fading all wrinkles")).mentions]


def test_a_wording_in_two_parts_outdoes_its_first_word() -> None:
    kinds = [cue.rule.kind for cue in read("No effect of retinol on wrinkles has been shown").cues]
    assert kinds == ["no-proof"]


def test_what_has_an_effect_is_not_acted_on() -> None:
    assert seen("The effect of daily retinol on wrinkles")["retinol"][0] == "main"


def test_a_kind_serves_its_members() -> None:
    assert READER.isa("retinol", "cosmetic") and not READER.isa("retinoid", "retinol")


def test_contrast_opens_a_clause() -> None:
    reading = read("It boosts collagen but wrinkles stay")
    assert reading.clauses[0] != reading.clauses[-1]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Collagen is more important than ever.", None),
        ("Wrinkles are less common here.", None),
        ("Wrinkles are fewer.", "better"),
        ("Little downtime (some redness)", None),
        ("Reduces ageing (wrinkles)", "better"),
    ],
)
def test_more_important_is_no_change(text: str, change: str | None) -> None:
    reading = CHECKER.reader.read(words(text))
    assert [m.change for m in reading.mentions if m.kind == "outcome"] == [change]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Our anti-wrinkle centre has opened.", None),
        ("We work in the field of anti-wrinkle care.", None),
        ("An anti-wrinkle serum from our centre.", "better"),
        ("In this field, an anti-wrinkle serum of note.", "better"),
    ],
)
def test_the_name_of_a_trade_promises_nothing(text: str, change: str | None) -> None:
    assert seen(text)["wrinkles"][1] == change


@pytest.mark.parametrize(("text", "found"), [
    ("Luxe Pepitde cream is packed with algae.", False),
    ("Our pepitde cream is packed with algae.", True),
    ("Pepitde Cream", True),
])  # fmt: skip
def test_a_name_in_running_text_is_no_misspelling(text: str, found: bool) -> None:
    assert ("peptides" in seen(text)) is found


def test_what_is_said_of_others_first_is_not_said_of_the_subject() -> None:
    reading = read("Unlike a serum that only smooths wrinkles, retinol boosts collagen.")
    assert [(m.concept, m.role, m.change) for m in reading.mentions if m.kind != "effect"] == [
        ("cosmetic", "comparator", None),
        ("retinol", "main", None),
        ("collagen", "main", "better"),
    ]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Collagen is a protein that reduces wrinkles.", {"collagen": None}),
        ("Boosts collagen, the protein that smooths fine lines, and evens skin tone.",
         {"collagen": "better", "tone": "better"}),
        ("Peptides are proteins that smooth fine lines.", {"wrinkles": "better"}),
    ],
)  # fmt: skip
def test_what_collagen_is_promises_nothing(text: str, changes: dict[str, str | None]) -> None:
    assert {m.concept: m.change for m in read(text).mentions if m.kind == "outcome"} == changes


@pytest.mark.parametrize(("text", "stated"), [("Harsh soap strips moisture.", set()), ("Boosts moisture.", {"better"})])
def test_a_word_that_can_state_its_outcome_states_none_where_it_is_taken_away(
    text: str, stated: set[str], checker: Checker
) -> None:
    changes = {m.change for m in checker.reader.read(words(text)).mentions if m.concept == "hydration"}
    assert changes - {"worse"} == stated


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("No peptide, whatever it costs, is approved.", True),
        ("Peptides are not, to date and despite the adverts, approved.", True),
        ("Peptides, although gentle, are approved.", True),
        ("Peptides are gentle, although nobody knows why, and are approved.", False),
        ("Peptides are safe, exosomes, however, are approved.", False),
    ],
)
def test_a_clause_goes_on_behind_what_is_inserted(text: str, together: bool) -> None:
    reading = read(text)
    assert (reading.clauses[0] == reading.clauses[reading.words.folds.index("approved")]) is together


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Wrinkles, reduced in a month.", "better"),
        ("Fine lines: erased.", "better"),
        ("Wrinkles, reduced collagen.", None),
        ("Wrinkles, which peptides reduced.", None),
    ],
)
def test_a_participle_behind_a_comma_tells_what_became_of_what_a_line_opens_with(text: str, change: str | None) -> None:
    assert seen(text)["wrinkles"][1] == change
