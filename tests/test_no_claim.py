"""Words of claims in lines that claim nothing, and near misses that do: pages of our own, whole base."""

from __future__ import annotations

import pytest

from factcheck.engine import Checker
from factcheck.read import from_text


def quoted(text: str, checker: Checker) -> list[str]:
    """The words of all claims of a page that the base answers."""
    return [claim.text for claim in checker.check(from_text(text)).claims if claim.assertion]


# ------------------------------------------------------------------ for whom or for what something is

WISHES = "- Neck rejuvenation\n- Acne scars\n- Elasticity\n- Complete anti-ageing care\n- Wrinkle reduction\n"
HEADS = ["Ideal for:", "Treatment areas", "Treatment\nAreas", "Concerns", "Indications:", "Who is it good for?"]


@pytest.mark.parametrize("head", [*HEADS, "Who is exosome therapy for?", "Ideal candidates", "**Best for:**"])
def test_a_list_of_complaints_areas_and_wishes_claims_nothing(head: str, checker: Checker) -> None:
    assert quoted(f"Exosome Therapy\n{head}\n{WISHES}", checker) == []
    assert quoted(f"Exosome Therapy\n{head}\n{WISHES.replace('- ', '')}", checker) == []


@pytest.mark.parametrize("head", ["Benefits:", "What does exosome therapy treat?", "Exosome therapy improves:"])
def test_below_other_headings_it_does(head: str, checker: Checker) -> None:
    assert quoted(f"Exosome Therapy\n{head}\n- Reduces acne scars\n- Skin rejuvenation\n", checker) != []


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("entry", "claim"),
    [
        ("Reduces wrinkles", "Reduces wrinkles"),
        ("Treatment of acne scars", "Treatment of acne scars"),
        ("Rejuvenates the face", "Rejuvenates the face"),
        ("FDA-approved face care", "FDA-approved"),
    ],
)
def test_an_entry_that_states_an_effect_is_a_claim(entry: str, claim: str, head: str, checker: Checker) -> None:
    assert claim in quoted(f"Exosome Therapy\n{head}\n- Dull skin\n- {entry}\n", checker)


def test_an_illness_named_there_is_one_too(checker: Checker) -> None:
    assert quoted("Exosome Therapy\nIdeal for:\n- Dull skin\n- Joint pain\n", checker) == ["Joint pain"]


@pytest.mark.parametrize("tags", ["['Elasticity', 'Fine Lines']", "[' ', 'Acne', ' ', 'Firmness', ' ', 'Wrinkles']"])
@pytest.mark.parametrize("above", ["", "Who is it good for?\n"])
def test_a_row_of_tags_claims_nothing(tags: str, above: str, checker: Checker) -> None:
    assert quoted(f"Retinol\n{above}{tags}\n", checker) == []


def test_a_tag_that_states_an_effect_does(checker: Checker) -> None:
    assert quoted("Retinol\n['Reduces wrinkles', 'Firmness']\n", checker) == ["Reduces wrinkles"]


def test_the_list_ends_where_the_next_part_begins(checker: Checker) -> None:
    page = "Exosome Therapy\nConcerns\nSlack skin\n\nBenefits\nSkin rejuvenation\n"
    assert quoted(page, checker) == ["Skin rejuvenation"]


@pytest.mark.parametrize("title", ["Anti-Ageing Peptides", "Firming Peptides"])
def test_the_name_of_a_class_is_a_heading_and_no_claim(title: str, checker: Checker) -> None:
    page = f"Retinol\nIt is a vitamin.\n{title}\nThey smooth wrinkles.\n"
    (claim,) = checker.check(from_text(page)).claims
    assert (claim.assertion.id, claim.text) == ("peptides.wrinkles", "smooth wrinkles")  # type: ignore[union-attr]


# ------------------------------------------------------------------ titles and names


@pytest.mark.parametrize(
    "line",
    [
        "5 reasons to love our age-defying pads",
        "Why everyone loves our wrinkle-smoothing cream",
        "A Guide to Exosome Skin Rejuvenation",
        "The Role of Ferulic Acid in Vitamin C Stability",
        "Exosome Facial Leeds | Full Rejuvenation — Skin House",
        "Exosome treatment for facial rejuvenation in central York.",
        "PDRN for scar reduction in Leeds",
        "Exosome therapy for hair growth at our Bath clinic.",
        "Ask us about exosome skin rejuvenation.",
        "Find out more about exosome scar reduction.",
    ],
)
def test_what_only_names_a_thing_or_invites_claims_nothing(line: str, checker: Checker) -> None:
    assert quoted(line, checker) == []


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("3 reasons to choose our exosomes: they erase wrinkles", "erase wrinkles"),
        ("Reasons to love retinol: smoother skin", "smoother skin"),
        ("7 reasons to try our FDA-approved exosome serum", "FDA-approved exosome serum"),
        ("The role of exosomes in skin rejuvenation is proven.", "is proven"),
        ("PRP Facial | Erases Wrinkles — Glow Clinic", "Erases Wrinkles"),
        ("PRP Facial | FDA-Approved Renewal — Glow Clinic", "FDA-Approved"),
        ("Exosome therapy cures psoriasis in Leeds.", "cures psoriasis"),
        ("Exosome therapy for eczema in Leeds", "eczema"),
        ("Exosomes reduce wrinkles in London.", "reduce wrinkles"),
        ("Exosome Serum for Skin Rejuvenation in Women", "Skin Rejuvenation"),
        ("Ask us about our FDA-approved exosome serum.", "FDA-approved exosome serum"),
        ("Learn more about how exosomes erase wrinkles.", "erase wrinkles"),
    ],
)
def test_a_title_that_states_something_is_a_claim(line: str, claim: str, checker: Checker) -> None:
    assert claim in quoted(line, checker)


# ------------------------------------------------------------------ history


@pytest.mark.parametrize(
    "told",
    [
        "In the 1990s surgeons were using PDRN to treat diabetic foot ulcers.",
        "Back in the 1980s, doctors in Rome were giving PDRN for burns.",
        "PDRN was first used to treat burns.",
        "Exosomes were originally used to heal wounds in hospitals.",
        "Patients have had PDRN injections for scars since 2008.",
    ],
)
def test_history_is_no_claim(told: str, checker: Checker) -> None:
    assert quoted(told, checker) == []


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        ("Exosomes were first used to treat wounds; today they reverse ageing.", "reverse ageing"),
        ("People have had younger skin since 2015 with our exosomes.", "younger skin"),
        ("Since 2010 our exosome serum has reduced wrinkles for thousands.", "reduced wrinkles"),
    ],
)
def test_what_it_does_to_this_day_is(told: str, claim: str, checker: Checker) -> None:
    assert claim in quoted(told, checker)


# ------------------------------------------------------------------ brackets


@pytest.mark.parametrize(
    "line",
    [
        "The top two of the year are salmon DNA (PDRN) and exosomes (cell messengers).",
        "The trio: exosomes (stem cell messengers), PDRN (salmon DNA) and PLLA (a polymer).",
    ],
)
def test_a_gloss_behind_a_name_in_a_list_is_no_claim(line: str, checker: Checker) -> None:
    assert quoted(line, checker) == []


def test_a_statement_in_brackets_is(checker: Checker) -> None:
    found = quoted("The trio is exosomes (FDA-approved), PDRN (regrows hair) and PLLA (a polymer).", checker)
    assert found == ["FDA-approved", "regrows hair"]


def test_the_name_of_an_item_is_not_what_the_verb_before_the_colon_acts_on(checker: Checker) -> None:
    line = "Vitamin C supports three cells: melanocytes (evens the tone), fibroblasts (guards elastin)."
    assert quoted(line, checker) == ["evens the tone", "guards elastin"]
    assert "boosts: collagen" in quoted("Vitamin C boosts: collagen (by 30%) and elastin (by 20%).", checker)


# ------------------------------------------------------------------ comparisons that a program writes


def compared(heads: str, first: str, second: str, feature: str = "Result") -> str:
    row = f'  {{ feature: "{feature}", option1: "{first}", option2: "{second}" }},'
    return f'Exosome Guide\n\n<ComparisonTable\n  headers={{["Feature", {heads}]}}\n  rows={{[\n{row}\n  ]}}\n/>\n'


def test_a_value_is_told_of_what_its_column_names(checker: Checker) -> None:
    page = compared('"Retinol", "Exosomes"', "Reduces wrinkles", "Regrows hair")
    answered = [claim.assertion.id.split(".")[0] for claim in checker.check(from_text(page)).claims if claim.assertion]
    assert answered == ["retinoids", "exosomes-hair"]
    assert quoted(compared('"Retinol", "Exosomes"', "Cosmetic", "FDA-approved"), checker) == ["FDA-approved"]


@pytest.mark.parametrize("rank", ["High (Medical-grade)", "Variable (Investigational)", "Low"])
def test_how_another_option_ranks_is_no_claim_of_the_page(rank: str, checker: Checker) -> None:
    assert quoted(compared('"Leeds", "Abroad"', "Good", rank, "Vial purity"), checker) == []


def test_a_column_of_whom_it_suits_names_complaints(checker: Checker) -> None:
    page = compared('"Retinol", "Exosomes"', "Acne scars", "Skin rejuvenation", "Best For")
    assert quoted(page, checker) == []


@pytest.mark.parametrize("gap", [" ", "\n  "])
def test_what_a_component_says_is_copy(gap: str, checker: Checker) -> None:
    assert quoted(f'Exosome page\n<Hero{gap}title="Erases wrinkles for good"{gap}/>\n', checker) == ["Erases wrinkles"]


@pytest.mark.parametrize(
    ("title", "claim"),
    [
        ("Urea and Wrinkles: Addressing Fine Lines", None),
        ("- Retinol and Skin Ageing: Exploring What Fades Lines", None),
        ("Retinol and Wrinkles: Erasing Lines Fast", "Erasing Lines"),
        ("It does it all: addressing redness, dullness and lines.", "redness"),
        ("Our cream and your skin: addressing fine lines.", "fine lines"),
    ],
)
def test_a_title_says_what_its_text_goes_into(title: str, claim: str | None, checker: Checker) -> None:
    found = quoted(f"Our night cream\n\n{title}\n\nLines come with age.", checker)
    assert any(claim in words for words in found) if claim else found == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Anti-wrinkle peptides are short chains of amino acids.", 0),
        ("An anti-ageing peptide is a small molecule.", 0),
        ("Firming peptides are synthetic or natural compounds.", 0),
        ("Anti-wrinkle peptides are our heroes.", 1),
        ("Peptides are anti-ageing compounds.", 1),
        ("Peptides are short chains that firm the skin.", 1),
        ("Peptides for all who want results while keeping a natural, healthy look.", 0),
        ("Peptides give your face a natural, healthy look.", 1),
    ],
)
def test_what_is_defined_or_kept_is_not_promised(text: str, claims: int, checker: Checker) -> None:
    found = [claim for claim in checker.check(from_text(text)).claims if claim.assertion]
    assert len([claim for claim in found if claim.assertion.basis != "definition"]) == claims


def test_a_registered_name_is_one_wherever_it_stands_again(checker: Checker) -> None:
    again = "LUMO® Skin Renewal Complex\n\n{}"
    assert quoted(again.format("Meet LUMO®: a clever Skin Renewal Complex for day and night."), checker) == []
    assert quoted(again.format("It gives you skin renewal."), checker)
    assert quoted(again.format("Discover the Skin Renewal Complex that erases wrinkles."), checker) == [
        "erases wrinkles"
    ]
    assert quoted("Night cream\n\nDiscover LUMO®: a clever Skin Renewal Complex for your face.", checker)


@pytest.mark.parametrize("title", ["Conventional cream vs natural cream", "PRP versus exosomes"])
def test_a_title_that_sets_two_things_beside_each_other_claims_nothing(title: str, checker: Checker) -> None:
    assert not [c for c in checker.check(from_text(f"Skin guide\n\n{title}\n\nRead on.")).claims if c.assertion]
    assert [c for c in checker.check(from_text("40% fewer wrinkles vs retinol")).claims if c.assertion]


# ------------------------------------------------------------------ orders


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Spread a little over your face and enjoy younger skin by Sunday.", "younger skin"),
        ("Take it with breakfast and look ten years younger.", "look ten years younger"),
        ("Use it twice a week and get rid of acne.", "get rid of acne"),
        ("Apply once and stay protected all day.", "protected all day"),
        ("Use the balm each evening; fine lines vanish.", "fine lines vanish"),
        ("Apply before bed and erase deep wrinkles.", "erase deep wrinkles"),
        ("Massage your wrinkles away.", "Massage your wrinkles away"),
        ("Sip your wrinkles away.", "Sip your wrinkles away"),
        ("Avoid toxic parabens and wear our cream.", "toxic parabens"),
    ],
)
def test_an_order_may_promise_or_accuse(text: str, claim: str, checker: Checker) -> None:
    assert quoted(text, checker) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Avoid the sun and enjoy a healthy glow.",
        "Avoid sunscreen near your eyes.",
        "Avoid smoking, which causes wrinkles.",
        "Cleanse and hydrate your skin before you apply it.",
        "Use sunscreen and stay out of the midday sun.",
        "Drink plenty of water and stay hydrated.",
        "Use at night and notice some redness.",
        "Subscribe and discover how exosomes boost collagen.",
        "Wash your make-up away.",
    ],
)
def test_most_orders_do_neither(text: str, checker: Checker) -> None:
    assert quoted(text, checker) == []


@pytest.mark.parametrize("title", ["Younger Skin From Plants", "Softer Skin Overnight"])
@pytest.mark.parametrize("head", ["How to use", "Directions"])
def test_a_title_with_a_promise_ends_the_directions_above_it(title: str, head: str, checker: Checker) -> None:
    below = quoted(f"{head}\nApply a thin layer daily.\n\n{title}\nNaturally boosts collagen.", checker)
    assert below[-1:] == ["boosts collagen"]


@pytest.mark.parametrize("line", ["For Softer Skin", "Apply For Softer Skin", "softer skin in the morning"])
def test_other_lines_go_on_with_them(line: str, checker: Checker) -> None:
    assert quoted(f"How to use\nApply a thin layer daily.\n\n{line}\nUse it to boost collagen at night.", checker) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Retinol should not be used in pregnancy.", "not be used in pregnancy"),
        ("Tretinoin is not recommended for pregnant women.", "not recommended for pregnant"),
    ],
)
def test_what_is_barred_in_pregnancy_is_a_statement(text: str, claim: str, checker: Checker) -> None:
    assert quoted(text, checker) == [claim]
    assert quoted("Retinol should not be used on broken skin.", checker) == []


# ------------------------------------------------------------------ other people's texts


def test_copy_with_a_year_and_an_address_is_no_reference(checker: Checker) -> None:
    for opening in ("The FDA warned in 2019 that", "In 2019 the FDA said that", "Vitamin C Lab wrote in 2021 that"):
        assert quoted(f"{opening} no exosome product is FDA approved: https://example.org/a", checker)
    assert quoted("Park H, Kim YJ. Exosomes reduce wrinkles. 2021. https://doi.org/10.1/a", checker) == []
    assert quoted("Lee J. Exosomes reduce wrinkles. 2021; 12: 3. https://doi.org/10.1/a", checker) == []


# ------------------------------------------------------------------ what others once believed, what a title goes into


@pytest.mark.parametrize(
    "told",
    [
        "The Persians believed that honey fades scars.",
        "Our great-grandmothers were certain that milk erases wrinkles.",
        "In Tudor times it was thought that lead cured acne.",
        "In the 19th century people believed arsenic kept skin young.",
        "Honey was once believed to erase wrinkles.",
        "Folklore has it that rose water erases wrinkles.",
    ],
)
def test_what_people_of_old_believed_is_no_promise(told: str, checker: Checker) -> None:
    assert quoted(told, checker) == []


@pytest.mark.parametrize(
    "told",
    [
        "The Persians believed that honey fades scars, and they were right.",
        "The Tudors thought that honey fades scars, and science agrees.",
        "Like the Egyptians believed, our honey cream fades scars.",
        "We believe that our honey cream fades scars.",
        "The ancients believed in honey; today our honey cream fades scars.",
    ],
)
def test_what_the_text_believes_is_one(told: str, checker: Checker) -> None:
    assert quoted(told, checker) != []


@pytest.mark.parametrize(
    "title", ["The truth about retinol anti-aging products-", "Everything about anti-ageing retinol"]
)
def test_a_title_takes_no_effect_from_the_question_above_it(title: str, checker: Checker) -> None:
    assert quoted(f"Can creams reverse ageing?\n{title}\nRead on.", checker) == []


@pytest.mark.parametrize("tail", [": it reverses ageing", " is that it reverses ageing", " - it reverses ageing"])
def test_what_a_title_goes_on_to_state_is_a_claim(tail: str, checker: Checker) -> None:
    assert quoted(f"The truth about retinol{tail}", checker) == ["reverses ageing"]


@pytest.mark.parametrize(("first", "claims"), [("This balm is botox in a jar!", 1), ("Botox in a jar balm", 0)])
def test_a_short_first_line_that_says_what_a_thing_is_is_no_name(first: str, claims: int, checker: Checker) -> None:
    assert len(quoted(f"{first}\nWe pour it by hand in small jars.", checker)) == claims


# ------------------------------------------------------------------ orders that go on to what will be


@pytest.mark.parametrize(
    "text",
    [
        "Use our oil and you will never get stretch marks.",
        "Take two capsules a day and never burn in the sun again.",
        "If you have brown skin you're immune to skin cancer.",
        "If you have dark skin, you don't need sunscreen.",
    ],
)
def test_an_order_or_condition_that_foretells_promises(text: str, checker: Checker) -> None:
    assert quoted(text, checker) != []


@pytest.mark.parametrize(
    "text",
    [
        "If you are pregnant, you will need to avoid retinol.",
        "If you have sensitive skin you will notice some redness.",
        "If you have eczema, you will need to ask your doctor.",
        "Avoid the sun or you will get wrinkles.",
    ],
)
def test_one_that_warns_or_orders_more_does_not(text: str, checker: Checker) -> None:
    assert quoted(text, checker) == []
