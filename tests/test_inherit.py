"""What a sentence takes over from what stands around it, and what it must not."""

import pytest
from small_base import slugs

from factcheck.engine import Checker
from factcheck.model import Claim
from factcheck.read import from_text

# ------------------------------------------------------------------ about the world, and other services


@pytest.mark.parametrize(
    "text",
    [
        "Free radicals cause wrinkles.",
        "Skin under the eyes does not contain the glands that would boost collagen.",
        "Chronic stress reduces collagen.",
        "A poor diet increases redness.",
        "Healthy skin contains more collagen.",
        "Smoking can cause wrinkles.",
        "Antioxidants reduce redness.",
        "UVA rays cause wrinkles.",
    ],
)
def test_what_is_said_of_the_world_is_not_said_of_the_product(text: str) -> None:
    assert slugs(f"# Exosome serum\n\n{text}\n") in ([], ["-"])


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Reduces wrinkles that stress causes.", "exosomes-wrinkles"),
        ("Against stress: fewer wrinkles.", "exosomes-wrinkles"),
        ("- Ageing: reduces wrinkles", "exosomes-wrinkles"),
        ("Your skin produces more collagen.", "cosmetic-collagen"),
        ("Acne is reduced.", "cosmetic-acne"),
    ],
)
def test_what_the_product_does_to_it_is(text: str, slug: str) -> None:
    assert slugs(f"# Exosome serum\n\n{text}\n") == [slug]


@pytest.mark.parametrize(
    "text",
    [
        "Numbing cream reduces redness.",
        "The numbing gel gently reduces redness.",
        "A needle reduces wrinkles.",
        "The ice pack reduces redness.",
        "Water boosts collagen.",
        "A small amount of blood boosts collagen.",
        "Your immune system reduces redness.",
        "Our nurse reduces wrinkles.",
        "The dermis contains collagen that reduces wrinkles.",
    ],
)
def test_what_only_stands_by_is_not_what_is_sold(text: str) -> None:
    assert slugs(f"# Exosome serum\n\n{text}\n") in ([], ["-"])


@pytest.mark.parametrize(
    "text",
    [
        "Without a needle: wrinkles are reduced.",
        "Water based formula reduces wrinkles.",
        "Ice cold gel that reduces wrinkles.",
        "Needle free, it reduces wrinkles.",
        "The expert formula reduces wrinkles.",
        "The needle carries the serum that reduces wrinkles.",
        "Better than surgery, it reduces wrinkles.",
    ],
)
def test_a_bystander_that_is_only_mentioned_leaves_the_claim(text: str) -> None:
    assert slugs(f"# Exosome serum\n\n{text}\n") == ["exosomes-wrinkles"]


def test_a_step_of_the_visit_is_held_against_nothing_above(checker: Checker) -> None:
    for text in ("Blood is drawn from your arm.", "A little blood is taken first."):
        assert checker.check(from_text(f"# Exosome facial\n\n{text}\n")).claims == (), text


@pytest.mark.parametrize("tile", ["Body Sculpting", "Lash Extensions", "Deep Tissue Massage"])
def test_a_tile_that_names_another_service_ends_what_stood_above(tile: str) -> None:
    text = "# Exosome therapy\n\nWe use exosomes.\n\n{}\nReduces wrinkles.\n"
    assert slugs(text.format(tile)) == ["cosmetic-wrinkles"]
    assert slugs(text.format("Smoother Days")) == ["exosomes-wrinkles"]


def test_a_tile_that_is_a_procedure_of_its_own_ends_it_too(checker: Checker) -> None:
    page = "# Exosome therapy\n\nWe use exosomes.\n\n{}\nBoosts collagen.\n"
    for tile, found in (("LED Light Therapy", False), ("Exosome Facial", True), ("Deep Radiance", True)):
        claims = checker.check(from_text(page.format(tile))).claims
        assert any(c.assertion and c.assertion.id == "exosomes-skin.collagen" for c in claims) is found, tile


GUIDE = """Our exosome guide

What exosomes are

Exosomes are vesicles. Exosomes are used after microneedling, laser or radiofrequency, beside PRP, peptides or retinol.

Downtime

Minimal.

What to expect

Reduces fine lines
"""


def test_a_page_is_about_what_it_names_far_more_than_anything_else(checker: Checker) -> None:
    """Procedures are how a thing is applied, and many others named once do not hide it."""
    claim = checker.check(from_text(GUIDE)).claims[-1]
    assert (claim.text, subjects(claim)) == ("Reduces fine lines", ["exosomes"])


def test_what_a_page_is_about_is_not_known_before_it_is_named(checker: Checker) -> None:
    claims = checker.check(from_text("Reduces fine lines\n\n" + GUIDE)).claims
    assert (claims[0].text, subjects(claims[0])) == ("Reduces fine lines", [])


def subjects(claim: Claim) -> list[str]:
    return [carried.concept for carried in claim.carried if carried.role == "subject"]


def test_what_troubles_do_to_people_answers_no_question(checker: Checker) -> None:
    """The question's "improve" is not taken over by a sentence about the world."""
    page = "Can exosomes improve hair loss?\n\nHair loss affects one man in two. Winter wind plagues dry skin.\n"
    assert all(claim.label == "not_covered" for claim in checker.check(from_text(page)).claims)


@pytest.mark.parametrize(
    ("heading", "text", "judged"),
    [
        ("# Exosome therapy", "CoolSculpting: FDA-approved fat freezing", False),
        ("# Exosome therapy", "EmSculpt: firms the skin", False),
        ("# ExoGlow exosome therapy", "ExoGlow: firms the skin", True),
        ("# Exosome therapy", "Our promise: firms the skin", True),
    ],
)
def test_a_trade_name_that_nothing_above_knows_is_another_thing(
    heading: str, text: str, judged: bool, checker: Checker
) -> None:
    labels = {claim.label for claim in checker.check(from_text(f"{heading}\n\n{text}\n")).claims}
    assert bool(labels - {"not_covered"}) is judged


def test_a_page_about_a_drug_is_not_about_a_cosmetic_before_it_names_it(checker: Checker) -> None:
    page = "{}\n\nMinoxidil foam\n\nMinoxidil regrows hair. Minoxidil is used twice a day.\n"
    claims = checker.check(from_text(page.format("FDA approved ingredients"))).claims
    assert "contradicted" not in {claim.label for claim in claims}


def test_this_cream_is_a_cosmetic_on_a_page_that_is_more_about_a_device(checker: Checker) -> None:
    page = "Roller shop\n\nOur dermaroller has 450 needles. The dermaroller rolls. Dermarollers last.\n\nMist\n\n{}\n"
    claims = checker.check(from_text(page.format("This mist is dermatologically tested."))).claims
    assert [claim.assertion.id for claim in claims if claim.assertion][-1:] == ["proof.dermatologist-tested"]


@pytest.mark.parametrize(("heading", "found"), [("Vasodilation mechanism", True), ("Adenoxil", False)])
def test_a_heading_that_names_what_happens_is_no_other_substance(heading: str, found: bool, checker: Checker) -> None:
    page = f"# Exosome serum\n\nWe use exosomes.\n\n## {heading}\n\nBoosts collagen.\n"
    claims = checker.check(from_text(page)).claims
    assert any(c.assertion and c.assertion.id == "exosomes-skin.collagen" for c in claims) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wrinkles? Our exosome serum erases them.", {"exosomes-skin.wrinkles": "unsupported"}),
        ("Broken capillaries? Our 20 % azelaic cream erases them.", {"acids-acne.broken-capillaries": "contradicted"}),
        ("Dry skin? Apply it twice a day.", {}),
        ("Wrinkles? Our clinic can help you with them.", {}),
    ],
)
def test_a_question_names_the_trouble_that_the_next_sentence_calls_it(
    text: str, found: dict[str, str], checker: Checker
) -> None:
    claims = checker.check(from_text(text)).claims
    assert {claim.assertion.id: claim.label for claim in claims if claim.assertion} == found


def test_a_trade_name_that_is_the_subject_is_another_thing(checker: Checker) -> None:
    page = "# Exosome therapy\n\nWe use exosomes.\n\nCoolSculpting offers a proven, FDA-cleared way to lose fat.\n"
    assert {c.label for c in checker.check(from_text(page)).claims if "Cool" in c.sentence} <= {"not_covered"}


def test_a_bare_question_stands_under_the_bare_line_above_it(checker: Checker) -> None:
    """As in an index of ingredients: a name, "What is it?", "What does it do?"."""
    entry = "{0}\n\n{0} is well known.\n\nWhat is it?\n\nA compound.\n\nWhat does it do?\n\n- Reduces fine lines\n\n"
    claims = checker.check(from_text(entry.format("Peptides") * 2 + entry.format("Retinol"))).claims
    assert claims[-1].assertion is not None
    assert claims[-1].assertion.id == "retinoids.retinol-fine-wrinkles"


def test_goods_of_another_name_are_not_what_the_page_is_about(checker: Checker) -> None:
    page = "# Exosome facial\n\nExosomes are applied. {} calms the skin.\n"
    for name, named in (("A soothing Lira Clinical serum", False), ("The soothing serum", True)):
        (claim,) = checker.check(from_text(page.format(name))).claims[-1:]
        assert ("exosomes" in subjects(claim)) is named, name


def test_a_clinic_that_treats_a_disease_claims_it_of_no_cosmetic(checker: Checker) -> None:
    said = {c.label for c in checker.check(from_text("We treat all forms of eczema.")).claims}
    assert said <= {"not_covered"}
    assert checker.check(from_text("We treat eczema with our balm.")).claims[0].label == "unsupported"


def test_a_question_ends_the_advice_above_it(checker: Checker) -> None:
    page = "Contraindications\n\nPregnant women should wait.\n\nWhat can it do?\n\nExosomes smooth fine lines.\n"
    assert [c.label for c in checker.check(from_text(page)).claims] == ["unsupported"]


def test_what_vesicles_carry_is_part_of_what_they_do(checker: Checker) -> None:
    page = (
        "# What exosomes are\n\nExosomes are tiny vesicles.\n\nThey carry growth factors that tell cells to repair.\n"
    )
    found = {c.assertion.id for c in checker.check(from_text(page)).claims if c.assertion}
    assert {"exosomes.part-in-repair"} <= found
    assert not any(name.startswith("peptides.") for name in found)


# ------------------------------------------------------------------ what a shop puts around its copy


@pytest.mark.parametrize(
    "fixtures",
    [
        "20 % off\nRs. 500",
        "$49.00",
        "From 550 · 60 min",
        "4.7 ★ (1400 reviews)\nAdd to cart",
        "£295 / 90 minutes\nBook now",
    ],
)
def test_prices_and_buttons_do_not_cut_a_claim_from_its_product(fixtures: str) -> None:
    assert slugs(f"Exosome serum\n{fixtures}\n• Reduces wrinkles\n")[-1:] == ["exosomes-wrinkles"]


@pytest.mark.parametrize("title", ["Benefits", "What it entails", "Key benefits", "How it works", "Results"])
def test_the_title_of_a_part_stands_under_the_name_of_the_thing(title: str) -> None:
    text = "Exosome Serum\n\nWe love it.\n\n{}\n- Reduces wrinkles\n"
    assert slugs(text.format(title))[-1:] == ["exosomes-wrinkles"]
    assert slugs(text.format("Evening Balm"))[-1:] == ["cosmetic-wrinkles"]


@pytest.mark.parametrize("title", ["Takeaways", "The lowdown", "FAQs", "Quick facts", "Upsides"])
def test_the_title_of_a_part_names_no_other_substance_in_everyday_words_either(title: str) -> None:
    assert slugs(f"# Exosome serum\n\n## {title}\n\n- Reduces wrinkles\n") == ["exosomes-wrinkles"]


@pytest.mark.parametrize("title", ["Primary actions:", "Why it matters", "In the lab:", "**Benefits**", "Our perks:"])
def test_a_part_s_title_stands_under_each_name_in_its_turn(title: str, checker: Checker) -> None:
    acid = f"Salicylic Acid (BHA)\nSalicylic acid is an acid.\n{title}\n- Reduces oil\n"
    text = f"{acid}Niacinamide (Vitamin B3)\nNiacinamide is a vitamin.\n{title}\n- Reduces oil\n"
    claims = [claim for claim in checker.check(from_text(text)).claims if claim.text == "Reduces oil"]
    assert [subjects(claim) for claim in claims] == [["salicylic-acid"], ["niacinamide"]]


def test_a_substance_with_a_code_is_that_substance_and_a_verb_with_one_a_name(checker: Checker) -> None:
    (claim,) = checker.check(from_text("Niacinamide B3\n\nReduces redness.\n")).claims
    assert subjects(claim) == ["niacinamide"]
    assert checker.check(from_text("Calming B5 is here.\n")).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "Micro-injuries boost collagen.",
        "The needles boost collagen.",
        "Rolled over the skin, the needles create tiny injuries to boost collagen.",
    ],
)
def test_what_needles_and_their_wounds_do_is_what_needling_does(text: str, checker: Checker) -> None:
    needled = checker.check(from_text(f"# Microneedling\n\n{text}\n")).claims
    assert "microneedling.collagen" in {claim.assertion.id for claim in needled if claim.assertion}
    elsewhere = checker.check(from_text(f"# Night cream\n\n{text}\n")).claims
    assert "microneedling.collagen" not in {claim.assertion.id for claim in elsewhere if claim.assertion}


def test_an_answer_in_a_bullet_of_its_own_question_is_about_what_is_asked() -> None:
    assert slugs("- What do exosomes do? Reduce wrinkles.\n- Who are we? Two sisters.\n") == ["exosomes-wrinkles"]


def test_a_page_is_about_the_only_thing_it_names_if_it_opens_with_it() -> None:
    claims = "\n\nWhy choose it\n- Reduces wrinkles\n"
    assert slugs(f"Exosome serums have come to town.{claims}") == ["exosomes-wrinkles"]
    assert slugs(f"Spring is here.\n\nAsk for a sample of the exosomes!{claims}") != ["exosomes-wrinkles"]


def test_a_price_is_no_number_of_the_claim_below_it(checker: Checker) -> None:
    (claim,) = checker.check(from_text("Exosome serum\n60 min | 90 % off\n• Reduces wrinkles\n")).claims
    assert not claim.qualifiers.quantities


def test_what_stands_above_a_price_is_the_name_of_what_is_sold() -> None:
    listing = "Exosome serum for more collagen | 30 ml | Night\nRs.449\n• Reduces wrinkles\n"
    assert slugs(listing)[-1:] == ["exosomes-wrinkles"]
    two = listing + "\nEvening balm against redness\nRs.300\n• Reduces wrinkles\n"
    assert slugs(two)[-1:] == ["cosmetic-wrinkles"]


def test_a_part_of_the_page_ends_its_list_of_ingredients() -> None:
    page = "Exosome serum\n\nKey ingredients\nSqualane\nSoftens.\nRetinol\nRenews.\n\nClinical results\n20%\n{}\n"
    assert slugs(page.format("Fewer wrinkles"))[-1:] == ["exosomes-wrinkles"]


def test_bare_lines_below_a_priced_name_do_not_end_it_and_other_goods_do() -> None:
    shop = (
        "Skip to content\nExosome Serum\n4.8\n(212)\n$89.00\nSize\n30 ml\nAdd to cart\nWhy GLOWCO\nReduces wrinkles\n"
    )
    assert slugs(shop)[-1:] == ["exosomes-wrinkles"]
    assert slugs(f"{shop}\nYou may also like\nNight Balm\nReduces wrinkles\n")[-1:] == ["cosmetic-wrinkles"]
    menu = "Exosome facial $450\nReduces wrinkles\n{}\nReduces wrinkles\n"
    assert slugs(menu.format("Mole removal from £80"))[-1:] == ["cosmetic-wrinkles"]


def test_a_priced_name_is_judged_only_for_what_it_promises() -> None:
    assert slugs("Our shop\n\nAnti-wrinkle exosome serum\n$89\n") == []
    assert slugs("Our shop\n\nFDA approved exosome serum\n$89\n") == ["not-approved"]


def test_what_is_set_beside_a_thing_is_not_the_thing() -> None:
    page = "# Exosomes\n\nExosomes are vesicles.\n\n- {}\n"
    assert slugs(page.format("Alternatives to exosomes that reduce wrinkles"))[-1:] != ["exosomes-wrinkles"]
    assert slugs(page.format("Reduces wrinkles"))[-1:] == ["exosomes-wrinkles"]


def test_a_figure_ends_directions(checker: Checker) -> None:
    text = "How to use\nApply at night.\n\n94%\nAgreed their skin looked more luminous.\n"
    assert [c.label for c in checker.check(from_text(text)).claims] == ["unsupported"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wrinkles? Erased in days with exosomes.", ["exosomes-wrinkles"]),
        ("Wrinkles? Reduced within a week.", ["cosmetic-wrinkles"]),
        ("Wrinkles? Reduced prices all week.", []),
        ("Wrinkles? Gone are the days.", []),
    ],
)
def test_a_participle_that_opens_an_answer_acts_on_what_was_asked(text: str, found: list[str]) -> None:
    assert slugs(text) == found


# ------------------------------------------------------------------ what a pronoun goes on with


@pytest.mark.parametrize("opening", ["It", "Second, it", "Moreover, it", "Finally, it"])
def test_a_pronoun_means_what_the_sentences_before_are_about(opening: str) -> None:
    text = "Bakuchiol comes from a plant. First, it goes well with retinol. {} is better than retinol."
    assert slugs(text.format(opening))[-1:] == ["bakuchiol-beats"]


def test_what_it_is_used_with_is_handed_on_beside_it() -> None:
    assert slugs("Our microneedling is gentle. It comes with retinol. This reduces wrinkles.") == ["retinol-wrinkles"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We do not hide wrinkles, we erase them with exosomes.", ["exosomes-wrinkles"]),
        ("Exosomes do not hide wrinkles; they reduce them.", ["exosomes-wrinkles"]),
        ("Wrinkles come with age, peptides only reduce them.", ["-"]),
        ("Wrinkles are there. Exosomes are made for them.", []),
    ],
)
def test_them_behind_an_effect_stands_for_the_outcome_before(text: str, found: list[str]) -> None:
    assert slugs(text) == found


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Peptides reduce redness, retinol reduces wrinkles.", "retinol-wrinkles"),
        ("Retinol reduces wrinkles, and peptides reduce redness.", "retinol-wrinkles"),
        ("Bakuchiol gave fewer wrinkles, without the redness that retinol users see.", "cosmetic-wrinkles"),
    ],
)
def test_each_subject_has_its_own_verb(text: str, slug: str) -> None:
    assert [each for each in slugs(text) if "wrinkles" in each] == [slug]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polynucleotides are given by injection. Polynucleotides soften wrinkles.", "pdrn-injections.wrinkles"),
        ("Polynucleotides are given by injection. They soften wrinkles.", "pdrn-injections.wrinkles"),
        ("PDRN is injected by a doctor. Our PDRN cream softens wrinkles.", "pdrn.wrinkles"),
        ("PDRN is never injected. PDRN softens wrinkles.", "pdrn.wrinkles"),
        (
            "About polynucleotides\n\nPolynucleotides come from salmon. We inject them in the clinic.\n\n"
            "Injections take half an hour.\n\nPolynucleotides may help with:\n\n- Wrinkles\n- Scars\n",
            "pdrn-injections.wrinkles",
        ),
    ],
)
def test_what_was_said_to_be_injected_is_judged_as_injected(text: str, wanted: str, checker: Checker) -> None:
    assert wanted in [claim.assertion.id for claim in checker.check(from_text(text)).claims if claim.assertion]


# ------------------------------------------------------------------ the line above a list


@pytest.mark.parametrize(
    "lead",
    ["A generous dose of exosomes", "Our exosomes help skin in three ways.", "Benefits of exosomes and zinc"],
)
def test_a_list_is_about_what_the_line_right_above_it_names(lead: str) -> None:
    assert slugs(f"Radiance cream\n\n{lead}\n- Reduces wrinkles\n") == ["exosomes-wrinkles"]


def test_a_passing_word_does_not_say_what_the_list_is_about() -> None:
    lead = "For people who have read far too much about exosomes"
    assert slugs(f"Radiance cream\n\n{lead}\n- Reduces wrinkles\n") == ["cosmetic-wrinkles"]


def test_a_title_that_names_its_thing_stands_above_the_line_over_the_list() -> None:
    assert slugs("Exosome serum\n\nPeptides by the handful\n- Reduces wrinkles\n") == ["exosomes-wrinkles"]


def test_the_first_of_a_class_answers_for_a_blend_of_two(checker: Checker) -> None:
    def of(lead: str) -> list[str]:
        return [
            c.assertion.id for c in checker.check(from_text(f"{lead}\n\nReduces fine lines.")).claims if c.assertion
        ]

    assert of("Night cream with retinyl palmitate") == ["retinoids.retinol-derivatives"]
    assert of("Night cream with retinol & retinyl palmitate") == of("Night cream with retinol")


# ------------------------------------------------------------------ pages of doctors

DOCTORS = """Eczema care in Leeds

{}
Less redness and a calmer skin barrier

Our treatments
Treatment starts with corticosteroids. The next treatment may be dupilumab.
Some treatments need a course of antihistamines; other treatments use tacrolimus.
"""


def test_what_a_doctors_page_says_of_no_goods_is_not_held_against_a_cosmetic(checker: Checker) -> None:
    claims = checker.check(from_text(DOCTORS.format("Soothes inflamed skin."))).claims
    assert [c for c in claims if c.assertion] == []


def test_goods_that_are_sold_against_drugs_are_judged(checker: Checker) -> None:
    rivals = "- No steroids, no antihistamines, no tacrolimus\n"
    page = f"Balm\n\nOur balm cures eczema for good.\n{rivals}- Soothes inflamed skin\n"
    labels = {c.assertion.id: c.label for c in checker.check(from_text(page)).claims if c.assertion}
    assert labels["hydration.moisturiser-cures-eczema"] == "unsupported"
    assert "antiageing.redness" in labels


def test_what_a_treatment_is_used_alongside_is_not_what_the_next_lines_are_about(checker: Checker) -> None:
    page = "Exosome therapy is new here.\nThis treatment is often used alongside others, such as our lasers.\nIt {}.\n"
    found = {c.assertion.id for c in checker.check(from_text(page.format("fades scars"))).claims if c.assertion}
    assert found == {"exosomes-skin.scars"}


def test_what_the_staff_treat_is_not_held_against_the_goods(checker: Checker) -> None:
    def found(line: str) -> set[str]:
        return {c.assertion.id for c in checker.check(from_text(f"Exosome serum\n\n{line}")).claims if c.assertion}

    assert not found("Our dermatologists treat acne and eczema.")
    assert found("Our dermatologists treat acne with exosomes.") and found("Our clinic's serum treats acne.")


@pytest.mark.parametrize(
    "line",
    [
        "As for sunscreen, too much sun leads to premature ageing.",
        "Sunscreen matters because the sun causes premature ageing.",
        "Even with sunscreen, UV rays cause premature ageing.",
        "A moisturiser helps when heating dries out the skin.",
    ],
)
def test_what_another_thing_does_turns_nothing_against_the_goods(line: str, checker: Checker) -> None:
    assert not [c for c in checker.check(from_text(line)).claims if c.assertion and not c.agrees]


def test_what_the_goods_do_for_the_worse_is_held_against_the_evidence(checker: Checker) -> None:
    (claim,) = checker.check(from_text("It is sold everywhere, but moisturiser dries out the skin.")).claims
    assert claim.label == "contradicted"


def test_a_line_that_goes_on_with_the_title_does_not_take_its_place(checker: Checker) -> None:
    page = "NIGHT 0.5% RETINOL CREAM\nwith Bakuchiol & Vitamin C\n\nErases deep wrinkles overnight\n"
    found = {c.assertion.id: c.label for c in checker.check(from_text(page)).claims if c.assertion}
    assert found["retinoids.retinol-erases-wrinkles"] == "contradicted"


# ------------------------------------------------------------------ headings that deny or dispute


@pytest.mark.parametrize(
    "text",
    [
        "What it can't claim\n- Erases wrinkles\n- Cures eczema\n",
        "## What this does not mean\n\n- It erases wrinkles\n- Exosomes cure eczema\n",
        "## What exosomes can't do\n\n- They regrow hair\n- Exosomes cure eczema\n",
        "## Claims we never make\n\n- Erases wrinkles\n- Our exosomes cure eczema\n",
        "## What sellers are not allowed to say\n\n- Exosomes cure eczema\n",
        "We do not claim that exosomes:\n- erase wrinkles\n- cure eczema\n",
        "## What the evidence does not show\n\n- Exosomes erase wrinkles\n",
        "## Misconceptions\n\n- Exosomes erase wrinkles\n",
        "## Words to avoid\n\n- Erases wrinkles\n- FDA approved exosomes\n",
    ],
)
def test_what_a_heading_says_is_not_claimed_is_not_held_against_it(text: str, checker: Checker) -> None:
    assert not checker.check(from_text(f"# About exosomes\n\n{text}", "t")).claims


@pytest.mark.parametrize(
    "text",
    [
        "## What our exosomes do\n\n- Cure eczema\n",
        "## What other serums can't claim\n\n- Our exosomes cure eczema\n",
        "## Results you can't get elsewhere\n\n- Our exosomes cure eczema\n",
        "## You deserve the best\n\n- Our exosomes cure eczema\n",
        "## How to treat eczema\n\n- Our exosomes cure eczema\n",
        "## Our goal is to make you happy\n\nOur exosomes cure eczema.\n",
        "What our exosomes do\n- Cure eczema\n",
    ],
)
def test_a_heading_that_denies_nothing_below_leaves_the_claims(text: str, checker: Checker) -> None:
    claims = checker.check(from_text(f"# About us\n\n{text}", "t")).claims
    assert [claim.assertion.id for claim in claims if claim.assertion] == ["exosomes-quality.eczema"]


# ------------------------------------------------------------------ what is swallowed


@pytest.mark.parametrize(
    "order",
    [
        "Take 1 sachet daily with water.",
        "Swallow two capsules with a meal.",
        "Mix one scoop into your morning coffee.",
        "Suggested use: one capsule daily with food",
        "Shake well and drink one sachet.",
    ],
)
def test_a_page_that_tells_how_to_swallow_it_sells_no_cream(order: str, checker: Checker) -> None:
    claims = checker.check(from_text(f"# Hyaluronic acid\n\nHydrates skin.\n\n## Directions\n\n{order}\n", "t")).claims
    assert [claim.label for claim in claims] == ["not_covered"]
    claims = checker.check(from_text(f"# Radiance Complex\n\nSmooths wrinkles.\n\n{order}\n", "t")).claims
    assert [claim.assertion.id for claim in claims if claim.assertion] == ["supplements.ageing"]


@pytest.mark.parametrize(
    "order",
    [
        "Apply twice daily.",
        "Twist open one capsule and apply to the face.",
        "Mix one scoop with your serum and apply.",
        "Drink plenty of water.",
        "Take your time.",
        "Do not take aspirin before the treatment.",
    ],
)
def test_other_orders_leave_it_on_the_skin(order: str, checker: Checker) -> None:
    (claim,) = checker.check(from_text(f"# Hyaluronic acid serum\n\nHydrates skin.\n\n{order}\n", "t")).claims
    assert claim.assertion and claim.assertion.id.startswith("hydration.ha")


# ------------------------------------------------------------------ doing that, too


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Exosomes erase wrinkles. Retinol does that too.", "contradicted"),
        ("Exosomes erase wrinkles. Retinol cannot do that.", "supported"),
        ("PDRN erases wrinkles. In the end retinol did this.", "contradicted"),
        ("Exosomes erase wrinkles. Retinol does this by boosting collagen.", None),
        ("Exosomes erase wrinkles. How does retinol do that?", None),
        ("Exosomes erase wrinkles. Our team does that daily.", None),
        ("Retinol is popular. Our serum does that too.", None),
    ],
)
def test_what_does_that_does_what_was_told(text: str, found: str | None, checker: Checker) -> None:
    claims = checker.check(from_text(text, "t")).claims
    labels = [c.label for c in claims if c.assertion and c.assertion.id == "retinoids.retinol-erases-wrinkles"]
    assert labels == ([found] if found else [])


def test_what_is_only_told_of_for_contrast_is_not_what_a_list_is_about(checker: Checker) -> None:
    page = "A gentle retinoid ester at the surface, while retinol works deeper:\n\n- Improves surface texture\n"
    named = {c.assertion.id for c in checker.check(from_text(page)).claims if c.assertion and c.line > 1}
    assert named == {"retinoids.derivatives-skin"}


@pytest.mark.parametrize("heading", ["Review: promise and limits", "A systematic review of exosomes"])
def test_below_the_title_of_a_review_no_customer_speaks(heading: str, checker: Checker) -> None:
    claims = checker.check(from_text(f"# {heading}\n\nExosomes show promise for skin.\n")).claims
    assert [c.label for c in claims if c.line == 3] == ["supported"]


def test_below_reviews_customers_speak(checker: Checker) -> None:
    claims = checker.check(from_text("# Reviews\n\nExosomes smoothed my lines.\n")).claims
    assert [c.reason for c in claims] == ["testimonial"]


# ------------------------------------------------------------------ titles of another ingredient, and both of two


def told(text: str, checker: Checker) -> dict[str, str]:
    """What is claimed in which words: "supported «fewer lines»" by assertion."""
    claims = checker.check(from_text(text)).claims
    return {claim.assertion.id: f"{claim.label} «{claim.text}»" for claim in claims if claim.assertion}


@pytest.mark.parametrize(
    "below",
    [
        "Niacinamide is added for its power to calm redness.",
        "Niacinamide soothes redness.",
        "The niacinamide calms skin.",
    ],
)
def test_a_title_promises_of_the_ingredient_that_the_text_below_it_is_about(below: str, checker: Checker) -> None:
    found = checker.check(from_text(f"# Exosome serum\n\n## Less redness\n\n{below}\n")).claims
    assert {claim.assertion.id for claim in found if claim.assertion} == {"niacinamide.redness"}


@pytest.mark.parametrize(
    "below",
    [
        "Niacinamide calms redness. So do exosomes.",
        "Retinol leaves skin red. This serum does not.",
        "Niacinamide is a vitamin. The serum calms redness.",
        "Redness is what troubles most of our clients.",
        "Unlike niacinamide, it calms redness.",
    ],
)
def test_a_title_stays_the_page_s_where_the_text_is_not_about_that_ingredient_alone(
    below: str, checker: Checker
) -> None:
    found = told(f"# Exosome serum\n\n## Less redness\n\n{below}\n", checker)
    assert "exosomes-quality.redness" in found


def test_both_is_said_of_each_of_two_and_not_of_the_page(checker: Checker) -> None:
    page = "# Exosome serum\n\nRetinol and glycerin are old friends. Both reduce wrinkles.\n"
    found = told(page, checker)
    assert found["retinoids.retinol-fine-wrinkles"] == "supported «reduce wrinkles»"
    assert found["antiageing.wrinkles"] == "unsupported «Both»"
    found = told("# Care\n\nBakuchiol is gentler than retinol. Both reduce wrinkles.\n", checker)
    assert {"bakuchiol.wrinkles", "retinoids.retinol-fine-wrinkles"} <= set(found)


@pytest.mark.parametrize("both", ["Both day and night, it reduces", "Both are easy to use and reduce", "Both reduce"])
def test_both_without_two_things_above_is_said_of_the_page(both: str, checker: Checker) -> None:
    assert "exosomes-skin.wrinkles" in told(f"# Exosome serum\n\n{both} wrinkles.\n", checker)


@pytest.mark.parametrize(
    "used", ["Applied after needling and PRP", "Ideal right after PRP", "Recommended following laser or PRP"]
)
def test_what_a_thing_is_used_after_is_not_what_works(used: str, checker: Checker) -> None:
    assert not [slug for slug in told(f"# Exosomes\n\n{used} for faster healing.\n", checker) if "prp" in slug]


@pytest.mark.parametrize("used", ["Used with PRP", "After PRP, the skin looks brighter", "PRP, used after needling"])
def test_what_is_used_itself_is(used: str, checker: Checker) -> None:
    found = told(f"# Exosomes\n\n{used} for faster healing.\n", checker)
    assert [slug for slug in found if "prp" in slug]


@pytest.mark.parametrize(
    "title", ["Microneedling | Honey Clinic", "Microneedling - Pearl Studio", "Microneedling | Our town"]
)
def test_the_firm_s_name_leaves_the_title_its_subject(title: str, checker: Checker) -> None:
    assert "microneedling.scars" in told(f"{title}\n\nBenefits\n• Reduction of acne scars\n", checker)


def test_the_last_thing_that_a_title_names_is_its_subject(checker: Checker) -> None:
    assert "microneedling.scars" in told("PRP | Microneedling\n\nBenefits\n• Reduction of acne scars\n", checker)


def test_both_may_stand_behind_a_word_that_draws_a_conclusion(checker: Checker) -> None:
    found = told("# Care\n\nBakuchiol is gentler than retinol. Therefore both smooth wrinkles.\n", checker)
    assert found["retinoids.retinol-fine-wrinkles"] == "supported «both»"
    assert "bakuchiol.wrinkles" in found
