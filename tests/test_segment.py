"""Layout to candidates, and what each sentence takes over from around it: small pages of our own, the small base."""

import pytest
from small_base import claims, cut, found

from factcheck.segment.candidates import Candidate


def carried(text: str) -> list[tuple[str, str, int]]:
    """Of every claim that is linked: assertion, what it took over, and from which line."""
    return [
        (match.assertion.id.removeprefix("small."), taken.concept, taken.spot.line)
        for match, _ in found(text)
        for taken in match.carried
    ]


def linked(text: str) -> list[str]:
    """Assertions that the page's claims are linked to, in order."""
    return [match.assertion.id.removeprefix("small.") for match, _ in found(text)]


def last(text: str) -> Candidate:
    return cut(text)[-1]


# ------------------------------------------------------------------ cuts


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("Retinol works. It takes time.", "Retinol works. | It takes time."),
        ("One claim. ", "One claim."),
        ("Dr. Lee uses 0.5 % retinol. Results vary.", "Dr. Lee uses 0.5 % retinol. | Results vary."),
        ("With vitamin C. And more.", "With vitamin C. | And more."),
        ("【FDA approved】Our serum firms.", "【FDA approved】 | Our serum firms."),
        ("Does it work? Yes! It does.", "Does it work? | Yes! | It does."),
        ("# Exosome Serum\n\n- Firms\n- Lifts\n", "Exosome Serum | Firms | Lifts"),
        ("• Firms • Lifts • Smooths", "Firms | Lifts | Smooths"),
        ("Q: Does it work?\nA: No. It does not.\n", "Does it work? | No. | It does not."),
        (
            "| Name | Effect |\n| --- | --- |\n| Retinol | Smooths. Firms. |\n",
            "Name | Effect | Retinol | Smooths. | Firms.",
        ),
        ("94%\nof women agreed\n", "94% | of women agreed"),
        ("Firmer\n\nBrighter\n\nSmoother\n", "Firmer | Brighter | Smoother"),
        ("Retinol\r\nreduces wrinkles\r\n", "Retinol | reduces wrinkles"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_bars_are_the_cuts(text: str, cuts: str) -> None:
    assert " | ".join(candidate.text for candidate in cut(text)) == cuts


def test_each_cut_stands_where_it_says() -> None:
    text = "# Retinol\r\n\r\n* Reduces **fine lines**.\r\n* Calms.\r\n\r\nLast one.  "
    assert [text[c.start : c.end] for c in cut(text)] == [c.text for c in cut(text)]
    assert [c.spot.line for c in cut(text)] == [1, 3, 4, 6]


def test_marks_inside_a_sentence_do_not_hide_its_words() -> None:
    assert linked("**Retinol** reduces [fine lines](https://example.org/x).") == ["retinol-wrinkles"]


# ------------------------------------------------------------------ what is handed on


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Exosome Serum\n\n- Reduces wrinkles\n", ("exosomes-wrinkles", "exosomes", 1)),
        ("# Exosomes\n\nReduces wrinkles.\n", ("exosomes-wrinkles", "exosomes", 1)),
        ("# Retinol\n\n## The serum\n\n- Reduces wrinkles\n", ("retinol-wrinkles", "retinol", 1)),
        ("# Retinol\n\nThe serum reduces wrinkles.\n", ("retinol-wrinkles", "retinol", 1)),
        ("# Retinol\n\nOur results: fewer wrinkles.\n", ("retinol-wrinkles", "retinol", 1)),
        ("Our retinol is made to:\n\n- reduce wrinkles\n", ("retinol-wrinkles", "retinol", 1)),
        ("Exosomes are tiny. They reduce wrinkles.", ("exosomes-wrinkles", "exosomes", 1)),
        ("Retinol is potent.\n\nIt reduces wrinkles.\n", ("retinol-wrinkles", "retinol", 1)),
        ("What does retinol do?\nIt reduces wrinkles.\n", ("retinol-wrinkles", "retinol", 1)),
        ("# Peptides\n\nRetinol is potent. It reduces wrinkles.\n", ("retinol-wrinkles", "retinol", 3)),
        ("| Name | Effect |\n| --- | --- |\n| Exosomes | Reduces wrinkles |\n", ("exosomes-wrinkles", "exosomes", 3)),
        ("# Exosomes\n\nBoosts collagen.\n", ("cosmetic-collagen", "exosomes", 1)),
    ],
)  # fmt: skip
def test_a_sentence_without_a_subject_takes_one_over(text: str, taken: tuple[str, str, int]) -> None:
    assert taken in carried(text)


@pytest.mark.parametrize(
    "heading",
    [
        "Results",
        "Why you will love it",
        "What it does",
        "Benefits",
        "Overview",
        "Description",
    ],
)
def test_a_generic_heading_hands_on_the_one_above_it(heading: str) -> None:
    assert carried(f"# Retinol\n\n## {heading}\n\n- Reduces wrinkles\n") == [("retinol-wrinkles", "retinol", 1)]


def test_the_benefits_of_a_procedure_are_its_own() -> None:
    assert linked("# Exosomes\n\nThe benefits of microneedling:\n\n- more collagen\n") == ["needling-collagen"]


def test_a_stem_hands_on_its_effect() -> None:
    text = "Exosomes reduce:\n\n- wrinkles\n- redness\n"
    assert carried(text) == [("exosomes-wrinkles", "exosomes", 1), ("exosomes-wrinkles", "decrease", 1)]


def test_an_item_with_the_effect_of_its_stem_is_listed_even_if_nothing_is_known_of_it() -> None:
    assert [claim.label for claim in claims("Retinol reduces:\n\n- wrinkles\n- redness\n")] == [
        "supported",
        "not_covered",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# Exosomes\n\nText.\n\n# Shipping\n\nReduces wrinkles.\n", "a heading of the same rank ends it"),
        ("## Exosomes\n\nText.\n\n# About us\n\nReduces wrinkles.\n", "a heading of a higher rank ends it"),
        ("# Exosomes\n\n## Dipalmitoyl Hydroxyproline\n\n- Reduces wrinkles\n", "a foreign heading blocks it"),
        ("# Exosomes\n\nRetinol reduces wrinkles.\n", "the sentence has its own"),
        ("# Exosomes\n\nDipalmitoyl hydroxyproline reduces wrinkles.\n", "its own is one that nobody knows"),
        ("# Exosomes\n\n## Peptides\n\nReduces wrinkles.\n", "the nearer heading wins"),
    ],
)
def test_where_inheritance_ends(text: str, why: str) -> None:
    assert "exosomes-wrinkles" not in linked(text), why


def test_a_new_section_has_its_own_subject() -> None:
    text = "# Exosomes\n\nReduces wrinkles.\n\n# Retinol\n\nReduces wrinkles.\n"
    assert linked(text) == ["exosomes-wrinkles", "retinol-wrinkles"]


def test_a_procedure_is_handed_on_to_a_sentence_that_names_only_the_product() -> None:
    text = "# Microneedling\n\nExosomes reduce wrinkles.\n"
    assert ("needled-exosomes-wrinkles", "microneedling", 1) in carried(text)


def test_a_procedure_stays_in_its_paragraph() -> None:
    text = "The trial of microneedling was small.\n\nExosomes reduce wrinkles.\n"
    assert linked(text) == ["exosomes-wrinkles"]


def test_a_subheading_does_not_end_the_heading_above() -> None:
    text = "# Exosomes\n\n## The serum\n\nText.\n\n## The cream\n\nReduces wrinkles.\n"
    assert carried(text) == [("exosomes-wrinkles", "exosomes", 1)]


def test_the_object_of_an_effect_is_no_subject() -> None:
    assert linked("Our serum boosts retinol. It reduces wrinkles.") == ["cosmetic-wrinkles"]


def test_what_a_product_is_compared_with_is_no_subject() -> None:
    assert linked("Unlike retinol, it is gentle. It reduces wrinkles.") == ["cosmetic-wrinkles"]


def test_a_page_hands_on_what_it_speaks_of_most() -> None:
    text = "Retinol is potent.\n\nRetinol is old.\n\nOur promise\n\n- Reduces wrinkles\n"
    assert ("retinol-wrinkles", "retinol", 1) in carried(text)


def test_a_page_that_speaks_of_two_things_hands_on_neither() -> None:
    text = "Retinol is potent.\n\nPeptides are mild.\n\nOur promise\n\n- Reduces wrinkles\n"
    assert linked(text) == ["cosmetic-wrinkles"]


# ------------------------------------------------------------------ tables and tiles


def test_a_cell_belongs_to_its_row() -> None:
    text = "| Name | Effect |\n| --- | --- |\n| Retinol | Reduces wrinkles |\n| Exosomes | Reduces wrinkles |\n"
    assert carried(text) == [("retinol-wrinkles", "retinol", 3), ("exosomes-wrinkles", "exosomes", 4)]


def test_a_cell_belongs_to_the_head_of_its_column() -> None:
    text = "| What | Retinol | Exosomes |\n| --- | --- | --- |\n| Skin | Reduces wrinkles | Reduces wrinkles |\n"
    assert carried(text) == [("retinol-wrinkles", "retinol", 1), ("exosomes-wrinkles", "exosomes", 1)]


def test_a_table_ends_its_head() -> None:
    text = "| Retinol | Price |\n| --- | --- |\n| Yes | 9 |\n\nReduces wrinkles.\n"
    assert linked(text) == ["cosmetic-wrinkles"]


def test_a_number_tile_belongs_to_the_line_below() -> None:
    amount, spot = last("94%\nof women saw fewer wrinkles\n").stat
    assert (amount.low, amount.unit, spot.line) == (94, "%", 1)
    assert linked("94%\nof women saw fewer wrinkles\n") == ["survey"]


def test_a_number_tile_belongs_to_one_line_only() -> None:
    assert last("94%\nof women agreed\n\nWomen saw fewer wrinkles.\n").stat is None


def test_a_claim_says_that_its_number_stands_on_another_line() -> None:
    (claim,) = claims("94%\nof women saw fewer wrinkles\n")
    assert [(taken.role, taken.spot.line) for taken in claim.carried] == [("quantity", 1)]


# ------------------------------------------------------------------ questions and answers


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Does retinol reduce wrinkles?\nYes, it does.\n", False),
        ("Q: Does retinol reduce wrinkles?\nA: Absolutely!\n", False),
        ("## Does retinol reduce wrinkles?\n\nNo, it does not.\n", True),
        ("Are exosomes FDA approved?\nNo.\n", True),
    ],
)
def test_yes_and_no_answer_the_question(text: str, denies: bool) -> None:
    answer = cut(text)[1]
    assert answer.answers is not None and answer.answers.spot.line == 1
    assert answer.denies is denies


def test_an_answer_that_is_neither_yes_nor_no_only_inherits() -> None:
    assert last("What does retinol do?\nIt reduces wrinkles.\n").answers is None


def test_a_claim_by_answer_says_where_its_polarity_comes_from() -> None:
    (claim,) = claims("Are exosomes FDA approved?\nNo.\n")
    assert (claim.text, claim.label) == ("No.", "supported")
    assert [(taken.concept, taken.role, taken.spot.line) for taken in claim.carried] == [("no", "polarity", 1)]


def test_an_answer_does_not_reach_past_the_next_heading() -> None:
    assert last("Are exosomes FDA approved?\n\n# Shipping\n\nNo returns.\n").answers is None


# ------------------------------------------------------------------ what claims nothing


@pytest.mark.parametrize(
    ("text", "skip"),
    [
        ("Does retinol reduce wrinkles?", "question"),
        ("Ready for fewer wrinkles? ", "question"),
        ("“Does retinol reduce wrinkles?”", "question"),
        ("Apply two drops at night.", "instruction"),
        ("Then apply retinol at night.", "instruction"),
        ("Store in a cool place.", "instruction"),
        ("Pregnant women should avoid retinol.", "instruction"),
        ("Ingredients: Aqua, Glycerin, Retinol, Squalane, Panthenol", "panel"),
        ("Apply retinol to reduce wrinkles.", None),
        ("Apply a drop and see wrinkles reduced.", None),
        ("Choose our FDA approved exosomes.", None),
        ("Use our clinically proven retinol.", None),
        ("Choose an approved clinic.", "instruction"),
        ("Keep our retinol in a cool place.", "instruction"),
        ("Retinol reduces wrinkles.", None),
    ],
)
def test_what_is_skipped_and_why(text: str, skip: str | None) -> None:
    assert last(text).skip == skip


def test_a_panel_hands_nothing_on() -> None:
    text = "Ingredients: Aqua, Retinol, Glycerin, Squalane, Retinol\n\nReduces wrinkles.\n"
    assert linked(text) == ["cosmetic-wrinkles"]


# ------------------------------------------------------------------ somebody else's words


def test_below_a_heading_of_testimonials_customers_speak_until_the_next_heading() -> None:
    text = "## Reviews\n\nThis retinol reduced wrinkles.\n\n## Facts\n\nRetinol reduces wrinkles.\n"
    assert [candidate.testimonial for candidate in cut(text)] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("## Reviews\n\n### So smooth\n\nRetinol reduces wrinkles.", True),
        ("## Reviews\n\n### So smooth\n\nFine.\n\n### Night and day\n\nRetinol reduces wrinkles.", True),
        ("Reviews\nLove it\nRetinol reduces wrinkles.", True),
        ("Customer Reviews:\nBest Buy Ever!\nRetinol reduces wrinkles.", True),
        ("Reviews\nDaily Care\nRetinol reduces wrinkles.", False),
        ("### Reviews\n\nFine.\n\n## Love Retinol\n\nRetinol reduces wrinkles.", False),
        ("Love it\nRetinol reduces wrinkles.", False),
    ],
)
def test_a_review_s_own_title_leaves_the_word_to_the_customer(text: str, spoken: bool) -> None:
    assert last(text).testimonial is spoken


def test_who_says_i_speaks_for_herself() -> None:
    assert last("I noticed fewer wrinkles.").testimonial


@pytest.mark.parametrize(
    "text",
    [
        "Myth: retinol erases wrinkles.",
        "## Myths\n\nRetinol erases wrinkles.\n",
        "## Common myths about retinol\n\n- Retinol erases wrinkles\n",
        "Be wary of claims like these:\n\n- Retinol erases wrinkles\n",
        "Beware of anyone who says that retinol erases wrinkles.",
    ],
)
def test_a_claim_reported_as_a_myth_is_disputed(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    "rejection",
    [
        "We disagree with that.",
        "That does not hold up.",
        "There is no evidence for this.",
        "This is false.",
        "That is nonsense.",
        "That is not true.",
    ],
)
def test_a_claim_turned_down_by_the_next_sentence_is_disputed(rejection: str) -> None:
    first, *_ = cut(f"Retinol erases wrinkles. {rejection}")
    assert first.disputed


@pytest.mark.parametrize(
    "follower",
    ["Peptides do not, that is not true of them.", "It calms redness.", "Retinol is not proven to calm redness."],
)
def test_a_sentence_with_a_claim_of_its_own_turns_nothing_down(follower: str) -> None:
    first, *_ = cut(f"Retinol erases wrinkles. {follower}")
    assert not first.disputed


@pytest.mark.parametrize(
    ("asked", "answer", "denies"),
    [
        ("Does retinol erase wrinkles?", "No.", True),
        ("Does retinol erase wrinkles?", "Not yet.", True),
        ("Does retinol erase wrinkles?", "It does not.", True),
        ("Are any serums registered?", "Not a single one.", True),
        ("Are any serums registered?", "None of them.", True),
        ("Are any serums registered?", "Not one serum is.", True),
        ("Does retinol erase wrinkles?", "It does not; the trials are small.", True),
        ("Myth: retinol erases wrinkles.", "Fact: it doesn't.", True),
        ("Does retinol erase wrinkles?", "Not in the only trial.", True),
        ("Does retinol erase wrinkles?", "Completely.", False),
        ("Does retinol erase wrinkles?", "Of course!", False),
        ("Does retinol erase wrinkles?", "It does.", False),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_few_words_answer_what_stands_before_them(asked: str, answer: str, denies: bool, between: str) -> None:
    candidate = last(f"Our house.\n\n{asked}{between}{answer}\n")
    assert candidate.answers is not None
    assert candidate.answers.text == asked
    assert candidate.denies is denies


@pytest.mark.parametrize(
    "follower",
    [
        "Not in our cream.",
        "Not to worry, we explain below.",
        "Not only that.",
        "It calms redness.",
        "Not every serum is alike.",
        "Yes, please!",
    ],
)
def test_other_words_answer_nothing(follower: str) -> None:
    assert last(f"Our house.\n\nDoes retinol erase wrinkles? {follower}\n").answers is None


def test_what_a_regulator_quotes_is_judged_and_marked() -> None:
    text = "Warning letter\n\nYour website states:\n\n- Our exosomes reduce wrinkles.\n"
    assert last(text).quoted
    (claim,) = claims(text)
    assert claim.label == "unsupported" and claim.qualifiers.attributed


def test_the_name_on_a_page_is_no_claim() -> None:
    assert cut("ARGI-LIFT Firming Eye Cream\n30 ml\n\nReduces fine lines.\n")[0].skip == "label"
    assert cut("Reduces fine lines\n30 ml\n")[0].skip is None


TABLE = "# Exosomes\n\n|  | {ours} | {theirs} |\n|---|---|---|\n| Wrinkles | Reduces wrinkles | Erases wrinkles |\n"


@pytest.mark.parametrize("theirs", ["Other brands", "Competitors", "A typical serum", "Traditional creams"])
def test_another_s_column_holds_no_claims_of_the_page(theirs: str) -> None:
    cells = {c.text: c.skip for c in cut(TABLE.format(ours="Our serum", theirs=theirs)) if c.kind == "cell"}
    assert (cells["Reduces wrinkles"], cells["Erases wrinkles"]) == (None, "rival")


@pytest.mark.parametrize("head", ["Other benefits", "Retinol", "Our other serum for the night"])
def test_other_columns_do(head: str) -> None:
    cells = {c.text: c.skip for c in cut(TABLE.format(ours="Day", theirs=head)) if c.kind == "cell"}
    assert cells["Erases wrinkles"] is None


def test_another_s_row_holds_none_either() -> None:
    text = "| Brand | Claim |\n|---|---|\n| Other brands | Erases wrinkles |\n| Ours | Reduces wrinkles |\n"
    assert [c.skip for c in cut(text) if "wrinkles" in c.text] == ["rival", None]


# ------------------------------------------------------------------ words of claims that claim nothing


@pytest.mark.parametrize(
    "text",
    [
        "- Men with hair loss",
        "- Anyone concerned about wrinkles",
        "- People with wrinkles who hope to reduce them.",
        "- Patients who have had surgery and seek to reduce wrinkles",
        "Although I strive for fewer wrinkles, I can promise none.",
        "In this post we look at the creams that erase wrinkles.",
        "Get 25% off BRAND Anti-Wrinkle Correcting Serum",
        "-Apply as needed to soften wrinkles.",
        "Book an appointment to plan your collagen boost.",
        "Schedule a visit to boost collagen.",
        "- Apply as needed to soften wrinkles.",
        "We are developing an anti wrinkle cream.",
        "We’re launching a wrinkle serum in May.",
        "| Product | Skin type |\n|---|---|\n| Balm | Redness prone |",
        "For more on scars, see our handbook, Creams that Erase Wrinkles.",
        "A double-blind assessment of serums that reduce wrinkles",
        "Effects of serum on reduced wrinkles: a pilot study.",
        "References\n- Serum reduces wrinkles: a randomized trial, 2019",
        "Park J, Lim S. Serum reduces wrinkles. J Skin 2019;3:12.",
        "1. Park, J. (2019). Serum reduces wrinkles. Skin, 3(2), 12-19.",
        "Related articles\n- Serum reduces wrinkles",
    ],
)
def test_bookings_directions_audiences_and_news_are_no_claims(text: str) -> None:
    assert last(text).skip is not None


@pytest.mark.parametrize(
    "text",
    [
        "- Women with wrinkles see fewer wrinkles",
        "People with wrinkles benefit.",
        "- Apply nightly to reduce wrinkles.",
        "Massage it in nightly and your wrinkles are reduced.",
        "Apply the cream and the wrinkles are reduced.",
        "Use our serum nightly for fewer wrinkles.",
        "Apply every evening for visibly reduced wrinkles.",
        "We are developing a cream that reduces wrinkles.",
        "Our serum reduces wrinkles.",
        "| Product | Effect |\n|---|---|\n| Balm | Reduces redness |",
        "See the guide; our serum reduces wrinkles.",
        "A double-blind assessment of our serum showed reduced wrinkles.",
        "In a double-blind trial of twenty people wrinkles reduced.",
        "A double-blind assessment of serum: it reduces wrinkles.",
        "References\n- Serum reduces wrinkles",
        "References\n\n- A randomized trial, 2019\n\nSerum reduces wrinkles.",
        "Vitamin C, sold since 2019, reduces wrinkles: 3 ml a day.",
        "Serum reduces wrinkles (Park 2019; doi:10.1).",
        "Related articles\n\nSerum reduces wrinkles",
    ],
)
def test_what_promises_an_effect_is_a_claim(text: str) -> None:
    assert last(text).skip is None


@pytest.mark.parametrize("reason", ["it", "our serum", "the formula"])
def test_an_imperative_with_its_reason_behind_a_colon_is_a_statement(reason: str) -> None:
    assert last(f"Use it daily: {reason} reduces wrinkles.").skip is None
    assert last("Use it daily: face, neck and wrinkles.").skip == "instruction"


@pytest.mark.parametrize(
    "text",
    [
        "Retinol reduces wrinkles – why wait?",
        "Retinol reduces wrinkles, so who wants needles?",
        "Retinol reduces wrinkles - what more could you want?",
        "Retinol reduces wrinkles ; how good is that ?",
        "Our retinol reduces wrinkles: what is your skin like?",
        "Retinol reduces wrinkles, but how often do you need it?",
    ],
)
def test_a_question_hung_onto_a_statement_takes_nothing_back(text: str) -> None:
    assert linked(text) == ["retinol-wrinkles"] and last(text).skip == "question"


@pytest.mark.parametrize(
    "text",
    [
        "Want retinol for wrinkles – why wait?",
        "Does retinol reduce wrinkles, or what is it for?",
        "Retinol reduces wrinkles, right?",
        "Retinol reduces wrinkles, whatever?",
        "They say that retinol reduces wrinkles: what is in it?",
        "Retinol is said to reduce wrinkles, but what does it do?",
        "Retinol reduces wrinkles, but what is the proof?",
        "Our retinol reduces wrinkles: is it so?",
        "Retinol for fewer wrinkles: how does it work?",
        "Looking to reduce wrinkles with retinol – where to start?",
    ],
)
def test_what_asks_as_a_whole_claims_nothing(text: str) -> None:
    assert linked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Did you know that retinol reduces wrinkles?",
        "Didn’t you know? Retinol reduces wrinkles.",
        "Are you aware that retinol reduces wrinkles?",
        "Why settle for less when retinol reduces wrinkles?",
        "Ready to try our retinol, which reduces wrinkles?",
        "Isn't it time to reduce your wrinkles with our retinol?",
    ],
)
def test_what_takes_its_claim_for_granted_only_looks_like_a_question(text: str) -> None:
    assert linked(text) == ["retinol-wrinkles"]


@pytest.mark.parametrize(
    "text",
    [
        "Did you know whether retinol reduces wrinkles?",
        "Do you know if retinol reduces wrinkles?",
        "Why would retinol reduce wrinkles?",
        "Why does retinol reduce wrinkles when it irritates?",
        "Ready to find out if retinol reduces wrinkles?",
    ],
)
def test_what_asks_for_the_claim_takes_nothing_for_granted(text: str) -> None:
    assert linked(text) == []


def test_please_note_introduces_a_statement_and_no_instruction() -> None:
    assert linked("Please note: exosomes are not FDA approved.") == ["not-approved"]
    assert last("Please apply a drop of exosomes at night.").skip == "instruction"


def test_a_products_benefits_are_not_those_of_the_last_ingredient_listed_before_them() -> None:
    page = "Renewal Cream\n\nKey ingredients\nRetinol\nA form of vitamin A.\n\nKey benefits\n- Reduces wrinkles\n"
    assert linked(page) == ["cosmetic-wrinkles"]
    assert linked(page.replace("Key ingredients\n", "")) == ["retinol-wrinkles"]


def test_a_word_over_its_number_is_a_name() -> None:
    found = cut("Vitamin C serum\n\nRevive\nB5\nReduces wrinkles.\n")
    assert {c.text: c.skip for c in found if c.text in {"Revive", "Reduces wrinkles."}} == {
        "Revive": "label",
        "Reduces wrinkles.": None,
    }


def test_a_condition_may_end_in_a_promise_of_goods() -> None:
    assert last("If you have acne, our exosome serum reduces wrinkles.").skip is None
    assert last("If you have acne, patch test first and ask a doctor.").skip == "instruction"


@pytest.mark.parametrize(
    "text",
    [
        "If you have ever wondered why skin glows, it's because retinol reduces wrinkles.",
        "If you've asked yourself why it helps, that is because retinol reduces wrinkles.",
    ],
)
def test_a_condition_may_end_in_the_reason_for_what_one_wondered_at(text: str) -> None:
    assert last(text).skip is None
    assert last("If you ever wondered why retinol reduces wrinkles, read on.").skip == "instruction"
    assert last("If you notice redness after retinol, it is because skin needs time.").skip == "instruction"
