"""The whole path over the shipped base: invariants of every report, hostile text, honest sentences left in peace."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_base import CHECKER, DB

from factcheck import check
from factcheck.engine import Checker
from factcheck.grounds.explanation import NO_MEANING, OWN_FIGURE
from factcheck.judge import REASONS
from factcheck.model import Checked, Claim, Document, InputError
from factcheck.read import ReadOptions, from_text, read_path
from factcheck.report.whole import report_of
from factcheck.report.words import rules
from factcheck.segment.candidates import candidates
from factcheck.waive import set_apart

SAMPLES = Path(__file__).parent.parent / "samples"
PAGES = tuple(sorted(path for path in SAMPLES.rglob("*") if path.suffix in {".txt", ".md"}))
BILINGUAL = """Contains FDA-approved exosomes. Reduces fine lines and wrinkles.
Sérum pour le visage et le cou. Réduit les rides et les ridules dans la peau, avec une texture pour tous."""
ACCUSING = {"unsupported", "contradicted"}


def judged(text: str, checker: Checker) -> tuple[Claim, ...]:
    return checker.check(from_text(text)).claims


def linked(text: str, checker: Checker) -> dict[str, str]:
    """Assertion to label."""
    return {claim.assertion.id: claim.label for claim in judged(text, checker) if claim.assertion}


def documents(path: Path) -> list[Document]:
    return [found for found in read_path(path, ReadOptions()) if isinstance(found, Document)]


# ------------------------------------------------------------------ invariants


def holds(checked: Checked, document: Document, checker: Checker) -> None:
    """Everything that is promised of any report on any text."""
    text = document.text
    assert checked.text == text
    for claim in checked.claims:
        assert text[claim.start : claim.end] == claim.text and claim.text.strip()
        assert claim.text in claim.sentence
        assert claim.line >= 1 and claim.column >= 1
        assert (claim.assertion is None) == (claim.match is None) == (claim.label == "not_covered")
        assert claim.explanation
        for cue in claim.qualifiers.cues:
            assert text[cue.start : cue.end] == cue.text
        for taken in claim.carried:
            assert taken.spot.line >= 1
    assert [claim.start for claim in checked.claims] == sorted(claim.start for claim in checked.claims)
    assert all(left.end <= right.start for left, right in pairwise(checked.claims))
    _counts(checked, document, checker)


def _counts(checked: Checked, document: Document, checker: Checker) -> None:
    """Every claim is counted once, every sentence is a claim's or skipped."""
    labels = ("supported", "unsupported", "contradicted", "not_covered")
    assert sum(map(checked.count, labels)) == len(checked.claims)
    copy, _ = set_apart(document)  # a note to the program is no copy
    sentences = [(candidate.start, candidate.end) for candidate in candidates(copy, checker.reader)]
    bare = sum(not any(start <= claim.start < end for claim in checked.claims) for start, end in sentences)
    assert checked.skipped == bare


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_sample_page_keeps_the_promises(path: Path, checker: Checker) -> None:
    for document in documents(path):
        holds(checker.check(document), document, checker)


def test_a_page_of_all_that_the_base_speaks_of_keeps_the_promises(checker: Checker) -> None:
    """What every assertion speaks against, as one long page."""
    sentences = [s for a in checker.db.assertions for s in (*a.examples.contradicted[:1], *a.examples.unsupported[:1])]
    document = from_text("\n\n".join(sentences))
    holds(checker.check(document), document, checker)


def test_same_text_same_report(checker: Checker) -> None:
    page = documents(PAGES[0])[0]
    assert checker.check(page) == checker.check(page)


def test_a_checker_made_anew_says_the_same() -> None:
    page = documents(SAMPLES / "exosome-serum.txt")[0]
    assert Checker(DB).check(page) == CHECKER.check(page) and CHECKER.check(page).claims


def test_the_order_of_documents_changes_nothing(checker: Checker) -> None:
    pages = [document for path in PAGES for document in documents(path)]
    there = [checker.check(page) for page in pages]
    assert there == [checker.check(page) for page in reversed(pages)][::-1]


def test_a_sentence_alone_is_judged_as_on_a_page_of_strangers(checker: Checker) -> None:
    sentence = "Our exosomes are FDA approved."
    page = f"Free shipping on all orders.\n\n{sentence}\n\nCall us on weekdays.\n"
    assert linked(sentence, checker) == linked(page, checker)


def test_one_way_through_the_skin_is_judged_once_and_of_what_is_narrower(checker: Checker) -> None:
    text = "Exosomes from roses sink deep into the skin barrier."
    assert [name for name in linked(text, checker) if "penetrates" in name or "crosses" in name] == [
        "exosomes-plant.penetrates"
    ]


def test_line_ends_do_not_change_a_verdict(checker: Checker) -> None:
    page = documents(SAMPLES / "exosome-serum.txt")[0].text
    windows = page.replace("\r\n", "\n").replace("\n", "\r\n")
    brief = [[(c.text, c.label, c.reason, c.line) for c in judged(text, checker)] for text in (page, windows)]
    assert brief[0] == brief[1]


def test_a_report_names_what_said_it(checker: Checker) -> None:
    report = report_of([checker.check(from_text("Hello."))], (), checker.db)
    assert report.digest == checker.db.digest and report.digest.startswith("sha256:")
    assert report.assertions == sum(not a.withdrawn for a in checker.db.assertions) > 0
    assert (report.model_name, report.model_version) == ("en_core_web_sm", "3.8.0")


# ------------------------------------------------------------------ hostile text

WORDS = st.sampled_from(
    """exosomes Exosome retinol FDA approved not no never n't may clinically proven reduces boosts wrinkles collagen
    dermis penetrates intact skin serum , . ; : - – — ? ! … 94% 10x SPF 50 ( ) " ” ’ and but which than unlike - • # |
    Myth: Yes No I # ## | --- <b> </b> <!-- --> ** [x](y) &amp; factcheck: ignore""".split()
)
SPACES = st.sampled_from([" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u2028", "", "\f", "\x85"])
# Halves of surrogate pairs and the micro sign are left out while test_hostile_text holds them as known faults.
ODD = st.sampled_from(
    "\x00 \x1b[31m \u202e \u2066 שלום مرحبا 👩🏽‍🔬 🧬 \ufeff e\u0301 ﬁ İ ß ſ \U000e0041 \x7f \ufffd \uffff".split(" ")
)
SHUFFLED = st.lists(st.one_of(WORDS, ODD, SPACES, SPACES), max_size=60).map("".join)
LIKELY = st.lists(st.tuples(WORDS, SPACES), max_size=40).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
QUICK = settings(max_examples=150, deadline=None)


@QUICK
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="µμΜ"), max_size=200))
def test_any_text_is_checked_without_a_fault(text: str, checker: Checker) -> None:
    document = from_text(text)
    holds(checker.check(document), document, checker)


@QUICK
@given(text=SHUFFLED)
def test_copy_with_odd_characters_is_checked_without_a_fault(text: str, checker: Checker) -> None:
    document = from_text(text)
    holds(checker.check(document), document, checker)


@pytest.mark.parametrize(
    "text", ["exosomes\nNo , ", "<b>\u200b,\nexosomes ", "exosomes for \u200b,", "Save \u200b wrinkles"]
)
def test_words_without_a_letter_are_no_fault(text: str, checker: Checker) -> None:
    document = from_text(text)
    holds(checker.check(document), document, checker)


@QUICK
@given(text=LIKELY)
def test_any_row_of_marketing_words_is_checked_without_a_fault(text: str, checker: Checker) -> None:
    document = from_text(text)
    holds(checker.check(document), document, checker)


SENTENCE = "Our FDA approved exosomes penetrate deep into the dermis and boost collagen."


@pytest.mark.parametrize(
    "text",
    [
        "\x00".join(SENTENCE),
        f"\ud83d{SENTENCE}\udc00",
        f"{SENTENCE[:3]}\ud83d{SENTENCE[3:]}",
        f"\u202e{SENTENCE}\u202c",
        f"\ufeff{SENTENCE}",
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace(" ", "\u200b \u200b"),
        SENTENCE.replace("a", "a\u0301"),
        "".join(f"{character}\u200d" for character in SENTENCE),
        unicodedata.normalize("NFKD", "Café exosomes réduisent the wrinkles."),
        "🧬" * 500 + SENTENCE,
        f"{SENTENCE} " * 100,
        f"{SENTENCE[:-1]}, " * 20,
        "wrinkles, " * 200,
        "not " * 500 + "FDA approved exosomes.",
        "x" * 20_000,
        "<" * 500 + SENTENCE,
        "(" * 500 + SENTENCE + ")" * 500,
        "9" * 400 + " % of women",
        "- " * 500 + SENTENCE,
        "\n".join(["| exosomes |"] * 300),
        "Particles of 2 µm reach the dermis.",
        "# # ",
    ],
    ids=lambda text: ascii(text[:24]),
)
def test_hostile_text(text: str, checker: Checker) -> None:
    document = from_text(text)
    holds(checker.check(document), document, checker)


@pytest.mark.parametrize(
    "dressed",
    [
        "Our FDA\u00a0approved exosomes renew you.",
        "Our FDA-approved exosomes renew you.",
        "Our **FDA approved** exosomes renew you.",
        "Our FDA appro\u00adved exo\u200bsomes renew you.",
        "Our FDA‑approved exosomes renew you.",
        "OUR FDA APPROVED EXOSOMES RENEW YOU.",
        "Our FDA approved exossomes renew you.",
        "• Our FDA approved exosomes renew you • Free shipping",
        "“Our FDA approved exosomes renew you,” they write.",
    ],
)
def test_a_claim_is_found_in_any_dress(dressed: str, checker: Checker) -> None:
    assert linked(dressed, checker).get("exosomes-regulation.not-fda-approved") == "contradicted"


# ------------------------------------------------------------------ no verdict


@pytest.mark.parametrize(
    "text",
    [
        "Are exosomes FDA approved?",
        "Do exosomes really penetrate the dermis through intact skin?",
        "Is retinol clinically proven to reduce fine lines?",
        "Could FDA approved exosomes be the answer to your wrinkles?",
        "Q: Are exosomes better than PRP?",
        "## Why do exosomes erase wrinkles?",
        "“Can a cream cure eczema?”",
        "Looking for clinically proven results?",
    ],
)
def test_a_question_never_gets_a_verdict(text: str, checker: Checker) -> None:
    assert judged(text, checker) == ()


@pytest.mark.parametrize("label", ["contradicted", "unsupported", "supported"])
def test_no_example_of_the_base_gets_a_verdict_once_it_is_asked(label: str, checker: Checker) -> None:
    for assertion in checker.db.assertions:
        for sentence in getattr(assertion.examples, label)[:2]:
            if "\n" not in sentence and ". " not in sentence and sentence.endswith("."):
                assert judged(f"{sentence[:-1]}?", checker) == (), sentence


@pytest.mark.parametrize(
    "text",
    [
        "That exosomes are FDA approved is a myth.",
        "Myth: exosomes penetrate intact skin to the dermis.",
        "## Myths\n\n- Exosomes penetrate intact skin to the dermis.\n",
        "Beware of clinics that say that exosomes penetrate intact skin to the dermis.",
        "Exosomes penetrate intact skin to the dermis. This is false.",
        "Exosomes penetrate intact skin to the dermis. That is not true.",
        "Myth: exosomes are FDA approved.",
        "## Myths\n\n- Exosomes are FDA approved.\n",
        "Beware of clinics that call their exosomes FDA approved.",
        "Exosomes are FDA approved. This is false.",
        "It is a misconception that exosomes are FDA approved.",
    ],
)
def test_a_claim_that_the_text_disputes_is_not_held_against_it(text: str, checker: Checker) -> None:
    assert not ACCUSING & set(linked(text, checker).values())


@pytest.mark.parametrize(
    "text",
    [
        "Copyright 2026. All rights reserved.",
        "Book your appointment today.",
        "Ingredients: Aqua, Glycerin, Niacinamide, Retinol, Phenoxyethanol, Carbomer",
        "You deserve to be pampered.",
        "Brighten up your weekend: 15 % off all exosome kits.",
        "Save £10 on every anti-wrinkle cream.",
        "Our mission is to bring effective, scientifically proven rejuvenation to everyone.",
        "At our clinic we believe in clinically proven anti-ageing treatments.",
        "Our firming serum, free delivery today.",
        "$48.00 | 30 ml | In stock",
        "Home > Shop > Serums",
    ],
)
def test_what_claims_nothing_gets_no_verdict(text: str, checker: Checker) -> None:
    assert linked(text, checker) == {}


# ------------------------------------------------------------------ honest sentences


@pytest.mark.parametrize(
    "text",
    [
        "No exosome product has been approved by the FDA.",
        "Our exosomes are not FDA approved.",
        "There are currently no FDA-approved exosome products.",
        "The FDA has not approved any exosome product.",
        "Exosomes have not been approved by the FDA.",
        "Exosomes have not been shown to reach the dermis through intact skin.",
        "Exosomes cannot penetrate intact skin to the dermis.",
        "There is no evidence that exosomes reduce wrinkles.",
        "Exosomes are not clinically proven to reduce wrinkles.",
        "It is not known whether exosomes reduce wrinkles.",
        "It is not yet known whether exosomes reduce wrinkles.",
        "More research is needed before anyone can say that exosomes boost collagen.",
        "Exosomes for hair loss are investigational.",
        "Early results are promising, but exosomes are still being studied for scars.",
        "Exosomes are tiny vesicles that cells release.",
        "Exosomes carry proteins, lipids and RNA.",
        "In the laboratory, exosomes increased collagen in cultured fibroblasts.",
        "This serum is a cosmetic and does not cure eczema.",
        "This product is not intended to diagnose, treat, cure or prevent any disease.",
        "We do not claim that exosomes regrow hair.",
        "Tretinoin improves fine wrinkles.",
        "Our exosomes are not yet FDA approved.",
        "Exosomes have not yet been approved by the FDA.",
        "Neither exosomes nor PRP are FDA approved.",
        "It is not true that exosomes are FDA approved.",
        "The FDA has approved no exosome product.",
        "Without parabens, retinol reduces fine wrinkles.",
        "Retinol reduces fine wrinkles, though results are not guaranteed.",
    ],
)
def test_an_honest_sentence_draws_no_accusation(text: str, checker: Checker) -> None:
    assert {claim.text: claim.label for claim in judged(text, checker) if claim.label in ACCUSING} == {}


def test_denying_that_something_is_studied_is_not_modest(checker: Checker) -> None:
    assert "supported" not in linked("Exosomes are not being studied for acne.", checker).values()


def test_an_honest_page_draws_no_accusation(checker: Checker) -> None:
    claims = [claim for page in documents(SAMPLES / "honest-page.txt") for claim in checker.check(page).claims]
    assert claims and [(c.text, c.reason) for c in claims if c.label in ACCUSING] == []


def test_the_central_verdicts(checker: Checker) -> None:
    approved, crosses = "exosomes-regulation.not-fda-approved", "exosomes.crosses-intact-skin"
    assert linked("Our FDA approved exosomes renew your skin.", checker)[approved] == "contradicted"
    assert linked("Our exosomes are not FDA approved.", checker)[approved] == "supported"
    assert approved not in linked("Made with exosomes in an FDA registered facility.", checker)
    assert linked("This exosome serum penetrates deep into the dermis.", checker)[crosses] == "contradicted"
    assert linked("After microneedling, exosomes penetrate into the dermis.", checker).get(crosses) != "contradicted"
    assert linked("Exosomes may penetrate into the dermis.", checker).get(crosses) != "contradicted"


def test_an_answer_that_is_a_sentence_takes_no_effect_from_its_question(checker: Checker) -> None:
    question = "# Microneedling\n\nCan microneedling improve acne scars?\n\n"
    page = f"{question}It helps many people. It is no guarantee, and we first look at your scarring.\n"
    found = checker.check(from_text(page)).claims
    assert all(claim.label != "contradicted" for claim in found)


# ------------------------------------------------------------------ whose proof

PROVEN = ("exosomes.clinically-proven", "proof.clinically-proven")


@pytest.mark.parametrize(
    "text",
    [
        "Clinically tested and scientifically proven protocols",
        "Our scientifically validated technique begins with your history.",
        "- Science-backed formula",
        "Our methods are clinically validated.",
        "Proven results, every visit",
        "We offer scientifically proven treatment options.",
    ],
)
def test_proof_of_the_firm_s_own_means_is_not_proof_of_what_the_page_is_about(text: str, checker: Checker) -> None:
    found = linked(f"# Exosome facials\n\n{text}\n", checker)
    assert PROVEN[0] not in found and found[PROVEN[1]] == "unsupported"


@pytest.mark.parametrize(
    "text",
    [
        "Clinically proven.",
        "They are scientifically proven.",
        "This treatment is backed by clinical research.",
        "The technology is clinically validated.",
        "Clinically validated exosome protocols",
    ],
)
def test_proof_of_the_class_stays_proof_of_the_class(text: str, checker: Checker) -> None:
    assert linked(f"# Exosomes\n\n{text}\n", checker)[PROVEN[0]] == "contradicted"


def test_an_effect_of_a_proven_formula_claims_no_proof_of_the_class(checker: Checker) -> None:
    own = linked("# Exosomes\n\nOur scientifically proven formula reduces wrinkles.", checker)
    assert own["exosomes-skin.wrinkles"] == "unsupported"
    named = linked("Scientifically proven exosomes reduce wrinkles.", checker)
    assert named["exosomes-skin.wrinkles"] == "contradicted"


# ------------------------------------------------------------------ above all others


@pytest.mark.parametrize(
    "text",
    [
        "SkinPen is the only FDA-cleared microneedling device.",
        "Exosomes are the most extensively studied messengers between cells.",
        "PRP is the most concentrated form of your own platelets.",
        "Exosomes carry the broadest range of proteins, lipids and RNA.",
    ],
)
def test_no_definition_and_no_rule_sets_a_thing_above_all_others(text: str, checker: Checker) -> None:
    found = judged(text, checker)
    assert found and {claim.label for claim in found} == {"unsupported"}


def test_what_hides_an_absolute_word_decides_nothing_and_is_not_named(checker: Checker) -> None:
    found = judged("Our serum is 100 % plant-based oil and hydrates skin for hours.", checker)
    assert [[cue.text for cue in claim.qualifiers.cues] for claim in found] == [["serum"], ["serum"]]


@pytest.mark.parametrize(
    "word",
    "unmatched|unparalleled|unrivalled|unsurpassed|peerless|matchless|unbeatable|bar none|beyond compare|the best"
    "|the only|the most effective|uniquely effective|in a class of its own".split("|"),
)
def test_every_word_for_being_above_all_others_goes_past_a_rule(word: str, checker: Checker) -> None:
    (claim,) = judged(f"Benzoyl peroxide is an FDA-recognised over-the-counter acne ingredient, {word}.", checker)
    assert (claim.label, claim.reason) == ("unsupported", "stronger-than-evidence")


@pytest.mark.parametrize(
    "text",
    [
        "SkinPen is an FDA-cleared microneedling device.",
        "Exosomes are one of the most extensively studied messengers between cells.",
        "The only clinic in Leeds that makes PRP from your own blood.",
        "Exosomes are completely acellular.",
        "Tretinoin, the most studied retinoid, reduces fine wrinkles.",
        "Absolutely no exosome product is FDA approved.",
    ],
)
def test_what_sets_nothing_above_all_others_stays_supported(text: str, checker: Checker) -> None:
    found = judged(text, checker)
    assert found and {claim.label for claim in found} == {"supported"}


# ------------------------------------------------------------------ said at a distance


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("## What exosomes can't do\n\n- Erase wrinkles\n", "exosomes-skin.wrinkles"),
        ("Exosomes are NOT:\n\n- FDA approved\n", "exosomes-regulation.not-fda-approved"),
        ("Retinol does not:\n\n- Erase wrinkles\n", "retinoids.retinol-erases-wrinkles"),
        ("## What PRP isn't\n\n- A cure for hair loss\n", "procedures.prp-hair"),
    ],
)
def test_a_heading_that_ends_in_not_denies_its_bullets(text: str, assertion: str, checker: Checker) -> None:
    assert linked(text, checker)[assertion] == "supported"
    (claim,) = judged(text, checker)
    assert claim.qualifiers.negated and any(carried.role == "polarity" for carried in claim.carried)


@pytest.mark.parametrize(
    "text",
    [
        "## What exosomes can do\n\n- Erase wrinkles\n",
        "## Not just for wrinkles: exosomes\n\n- Erase wrinkles\n",
        "## Why not try exosomes?\n\n- Erase wrinkles\n",
        "## What exosomes can't do\n\nExosomes erase wrinkles.\n",
    ],
)
def test_other_headings_deny_nothing(text: str, checker: Checker) -> None:
    assert linked(text, checker)["exosomes-skin.wrinkles"] == "unsupported"


def test_a_bullet_with_its_own_not_is_no_double_negation(checker: Checker) -> None:
    text = "## What exosomes are not\n\n- Exosomes are not FDA approved\n"
    assert linked(text, checker)["exosomes-regulation.not-fda-approved"] == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "The FDA sent a warning letter to a seller for claims that its serum cures eczema.",
        "The FTC fined the company for saying that its cream erases wrinkles.",
        "The ASA banned an advert which implied that a peptide cream works like Botox.",
        "Regulators warned two clinics over claims that exosomes regrow hair.",
        "Some clinics say that their exosomes regrow hair.",
        "Too many brands promise that a cream erases wrinkles.",
        "## Retinol: the biggest myths\n\n- Retinol erases wrinkles\n",
    ],
)
def test_what_others_claim_is_not_held_against_the_page(text: str, checker: Checker) -> None:
    assert not ACCUSING & set(linked(text, checker).values())


@pytest.mark.parametrize(
    "text",
    [
        "The FDA has sent us no warning letter, and exosomes regrow hair.",
        "Unlike many clinics, we promise that exosomes regrow hair.",
        "Your website claims that exosomes regrow hair.",
        "Many clients come back, and exosomes regrow hair.",
    ],
)
def test_what_the_page_claims_itself_is_held_against_it(text: str, checker: Checker) -> None:
    assert linked(text, checker)["exosomes-hair.growth"] == "unsupported"


@pytest.mark.parametrize("answer", ["Too early to say.", "Nobody knows for sure.", "That is not yet known."])
def test_an_answer_that_leaves_the_question_open_says_no_more_than_the_evidence(answer: str, checker: Checker) -> None:
    (claim,) = judged(f"Do exosome creams smooth wrinkles? {answer}", checker)
    assert (claim.label, claim.reason) == ("supported", "says-no-more-than-evidence")
    assert claim.text == answer


@pytest.mark.parametrize(
    "text",
    [
        "Data on exosomes for scars are lacking.",
        "Evidence that exosomes refine pores is lacking.",
        "Exosomes have not been shown to beat PRP.",
        "No large, placebo-controlled study has shown that exosomes cut wrinkles.",
    ],
)
def test_who_says_that_proof_is_lacking_is_not_contradicted_by_its_lack(text: str, checker: Checker) -> None:
    found = [claim for claim in judged(text, checker) if claim.assertion]
    assert found and {claim.label for claim in found} == {"supported"}


def test_a_denial_does_not_reach_another_statement(checker: Checker) -> None:
    (claim,) = judged("No animal study has shown harm, and our exosomes firm the skin.", checker)
    assert claim.label == "unsupported"


@pytest.mark.parametrize("answer", ["They are not; the studies so far are small.", "Nobody has proven that.", "No."])
def test_a_proof_asked_for_and_denied_is_not_claimed(answer: str, checker: Checker) -> None:
    found = judged(f"Q: Are exosomes proven to rejuvenate the skin?\nA: {answer}\n", checker)
    assert found and {claim.label for claim in found} == {"supported"}


def test_a_myth_that_nobody_has_shown_is_not_held_against_the_text(checker: Checker) -> None:
    text = "Myth: exosomes cross intact skin to the dermis.\nFact: no one has shown that."
    assert {claim.label for claim in judged(text, checker)} == {"supported"}


# ------------------------------------------------------------------ rules on making a claim


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("This lotion treats rosacea.", True),
        ("This lotion is not proven to treat rosacea.", False),
        ("Our exosomes are FDA approved.", True),
        ("Our exosomes are not FDA approved.", False),
        ("Azelaic acid treats acne.", True),
        ("Exosomes do not cure hair loss.", False),
    ],
)
def test_a_rule_on_making_a_claim_stands_beside_claims_that_make_it(text: str, shown: bool, checker: Checker) -> None:
    found = [claim for claim in judged(text, checker) if claim.assertion]
    assert found and [bool(rules(claim, ())) for claim in found] == [shown] * len(found)


@pytest.mark.parametrize(
    ("text", "equal"),
    [
        ("Exosomes are as effective as PRP.", True),
        ("Exosomes are comparable to PRP.", True),
        ("Compared to PRP, exosomes act on other cells.", False),
        ("Exosomes showed 58% improvement compared to 32% with PRP.", False),
        ("Exosomes compared with PRP: what to know.", False),
    ],
)
def test_to_compare_is_not_to_call_equal(text: str, equal: bool, checker: Checker) -> None:
    assert ("exosomes-compared.as-good-as-prp" in linked(text, checker)) is equal


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes can never reach the dermis through intact skin.",
        "Retinol cannot possibly erase wrinkles.",
        "There is absolutely no exosome product with FDA approval.",
    ],
)
def test_a_sure_denial_is_a_denial(text: str, checker: Checker) -> None:
    assert {claim.label for claim in judged(text, checker)} == {"supported"}


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Notre crème hydrate la peau et réduit les rides avec des résultats pour toutes les peaux.", True),
        ("Unser Serum glättet die Haut und ist für jeden Tag, mit Wirkstoffen von der Alge.", True),
        ("Эта сыворотка увлажняет кожу и разглаживает морщины.", True),
        ("Crème de la Mer et les algues: our cream moisturises the skin and is for you.", False),
        ("Hydrate la peau et réduit les rides.", True),
        ("Spendet Feuchtigkeit und glättet die Haut", True),
        ("Nawilża skórę i redukuje zmarszczki.", True),
        ("肌に潤いを与えます。", True),
        ("Crème de la Mer", False),
        ("Hydrating Serum\nVitamin C 20%\nFirms\nBrightens\nParaben-free", False),
        ("Aqua, Glycerin, Niacinamide, Parfum", False),
        ("雪花秀 Concentrated Ginseng Cream EX 滋阴生人参 面霜", False),
        (BILINGUAL, False),
    ],
)
def test_copy_that_is_not_english_is_not_checked(text: str, foreign: bool, checker: Checker) -> None:
    answer = checker.answer(from_text(text))
    assert isinstance(answer, InputError) == foreign
    assert not foreign or "not English" in answer.message


def test_of_a_label_in_two_languages_the_english_is_checked(checker: Checker) -> None:
    said = checker.answer(from_text(BILINGUAL))
    assert {claim.text: claim.label for claim in said.claims}["FDA-approved exosomes"] == "contradicted"
    assert any("English" in note for note in said.notes)


def test_from_python_each_base_answers_for_itself_and_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck._KEPT", kept := [])
    first, second = replace(DB, digest=""), replace(DB, digest="", assertions=())
    labels = [
        [c.label for c in check("Exosomes reduce wrinkles.", db=db).documents[0].claims] for db in (first, second)
    ]
    assert labels == [["unsupported"], ["not_covered"]]
    made = kept[0]
    check("Exosomes reduce wrinkles.", db=second)
    assert kept[0] is made, "made ready once"
    for number in range(4):
        check("Exosomes reduce wrinkles.", db=replace(DB, digest=f"sha256:{number}"))
    assert len(kept) == 2
    check("Exosomes reduce wrinkles.", db=replace(DB, digest="sha256:3"))
    assert [checker.db.digest for checker in kept] == ["sha256:3", "sha256:2"], "the same base loaded anew"


def test_from_python_another_language_is_an_error_of_the_report() -> None:
    report = check("Notre sérum hydrate la peau et réduit les rides.", db=DB)
    assert not report.documents and [error.name for error in report.errors] == ["<text>"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Glycolic acid boosts blood circulation.", "“Glycolic acid”"),
        ("Niacinamide serum\n\nBoosts blood circulation.", "“Niacinamide serum”"),
        ("Our cream boosts blood circulation.", ""),
        ("Niacinamide reduces fine lines.", ""),
        ("Our niacinamide serum is made under GMP.", ""),
        ("Luminase PX9\n\nMakes skin firmer.", "“Luminase PX9” (line 1)"),
        ("# Niacinamide serum\n\n## Velorin QX7\n\n- Makes skin firmer", "“Velorin QX7” (line 3)"),
        ("Luminase PX9\n\nNiacinamide boosts blood circulation.", "“Niacinamide”"),
        ("# How Velorin Compares\n\nMakes skin firmer.", ""),
        ("You may also like\n\nMakes skin firmer.", ""),
        ("Free of parabens, our milk boosts blood circulation.", ""),
    ],
)
def test_an_ingredient_judged_as_any_cosmetic_is_said_to_be(text: str, named: str, checker: Checker) -> None:
    claim = checker.check(from_text(text)).claims[-1]
    assert claim.explanation.startswith(
        f"This is judged as a claim for any cosmetic, not for {named}" if named else claim.explanation
    )
    assert bool(named) == ("for any cosmetic" in claim.explanation)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Our 0.5 % bakuchiol serum reduces wrinkles in 12 months.", "not for “12 months”."),
        ("Tretinoin 0.05 % cream is 100 % proven to reduce fine wrinkles in 2 days.", "not for “2 days”."),
        ("Niacinamide serum at 0.1 % or 50 % fades dark spots.", "not for “0.1 %” and “50 %”."),
        ("Exosomes applied to intact skin improve texture.", ""),
    ],
)
def test_the_amounts_that_nobody_tried_are_named(text: str, said: str, checker: Checker) -> None:
    claim = checker.check(from_text(text)).claims[0]
    assert claim.explanation.endswith(f"There is evidence, but {said}") == bool(said)


@pytest.mark.parametrize(
    "text",
    [
        "UV exposure breaks down collagen faster than a peptide can rebuild it — daily SPF protects what you have.",
        "Lactic acid can leave you more easily sunburnt, so a sunscreen belongs on top.",
        "More men with pattern hair loss saw new hair on minoxidil than on placebo.",
        "Silvery scars give way to our microneedling pen.",
    ],
)
def test_an_effect_turns_nothing_against_what_is_named_after_it(text: str, checker: Checker) -> None:
    assert "contradicted" not in {claim.label for claim in checker.check(from_text(text)).claims}


def test_an_effect_turns_what_it_is_said_of(checker: Checker) -> None:
    claims = checker.check(from_text("Daily sunscreen speeds up skin ageing.")).claims
    assert [claim.label for claim in claims] == ["contradicted"]


def test_an_offer_that_goes_on_to_claim_is_judged(checker: Checker) -> None:
    assert linked("Save 20 % on our serum: it firms the skin.", checker)
    assert linked("Now 20 % off, our serum reduces wrinkles.", checker)
    assert linked("We are committed to results: our serum erases wrinkles.", checker)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In a placebo-controlled trial exosomes reduced melanin and dark spots.", {"supported"}),
        ("In a trial masked raters saw no difference between PRP and saline, and texture improved on both sides.",
         {"supported"}),
        ("In a split-face trial our exosomes with microneedling did better than saline and will smooth your wrinkles.",
         {"supported", "unsupported"}),
    ],
)  # fmt: skip
def test_the_results_that_an_account_of_a_study_tells_are_no_promise(text: str, labels: set[str], checker: Checker):
    assert {claim.label for claim in checker.check(from_text(text)).claims} == labels


@pytest.mark.parametrize(
    "text",
    [
        "Exosomes in skincare are still unproven and lack FDA approval.",
        "Clinical studies of exosomes are lacking, as is plain from there being no FDA-approved exosome product.",
        "Exosome facials are not proven, and no exosome is approved by the FDA.",
    ],
)
def test_each_negation_denies_its_own(text: str, checker: Checker) -> None:
    assert linked(text, checker)["exosomes-regulation.not-fda-approved"] == "supported"


def test_two_negations_side_by_side_affirm(checker: Checker) -> None:
    assert "supported" in linked("Exosomes are not without side effects.", checker).values()


@pytest.mark.parametrize(
    "said", ["is costly", "is available at our clinic", "is not without side effects", "begins with a test"]
)
def test_what_a_treatment_is_for_only_names_it_where_something_else_is_said(said: str, checker: Checker) -> None:
    assert "unsupported" not in linked(f"Our exosome treatment for acne scars {said}.", checker).values()


@pytest.mark.parametrize("text", ["Exosomes for acne scars.", "Exosomes for acne scars are scientifically proven."])
def test_what_it_is_for_is_a_claim_by_itself(text: str, checker: Checker) -> None:
    assert {"unsupported", "contradicted"} & set(linked(text, checker).values())


@pytest.mark.parametrize("said", ["can cause", "may leave some people with", "could bring on"])
def test_a_warning_is_not_held_against_the_text_where_only_a_benefit_was_sought(said: str, checker: Checker) -> None:
    assert "procedures.laser-pigmentation" not in linked(f"Lasers {said} pigmentation.", checker)


def test_that_something_does_harm_is_a_claim(checker: Checker) -> None:
    assert linked("Exosomes worsen scars.", checker) == {"exosomes-skin.scars": "unsupported"}


def test_a_denial_in_a_relative_clause_stays_there(checker: Checker) -> None:
    text = "Stubborn wrinkles that no cream would shift are reduced by our exosome ampoule."
    assert linked(text, checker) == {"exosomes-skin.wrinkles": "unsupported"}
    claim = checker.check(from_text(text)).claims[0]
    assert not claim.qualifiers.negated


def test_what_is_denied_of_something_that_is_not_named_may_be_the_product(checker: Checker) -> None:
    claims = checker.check(from_text("# Exosomes\n\n- Does not contain proteins\n")).claims
    assert "contradicted" not in {claim.label for claim in claims}
    assert linked("# Exosomes\n\nExosomes do not contain proteins.\n", checker)["exosomes.cargo"] == "contradicted"
    assert linked("# Exosomes\n\nThey do not contain proteins.\n", checker)["exosomes.cargo"] == "contradicted"


def test_none_after_a_comma_denies_something_else(checker: Checker) -> None:
    found = linked("A moisturiser for oily skin that gives all the dewy glow, none of the shine.", checker)
    assert "contradicted" not in found.values()
    assert linked("The FDA has approved none of the exosomes.", checker)["exosomes-regulation.not-fda-approved"] == (
        "supported"
    )


def test_what_nothing_is_approved_for_is_no_promise(checker: Checker) -> None:
    text = "No exosome product is approved for wrinkles, skin rejuvenation or scars."
    assert set(linked(text, checker).values()) == {"supported"}
    assert "contradicted" in linked("Exosomes, clinically proven for wrinkles.", checker).values()


@pytest.mark.parametrize(
    "text",
    [
        "Creams can reverse the signs of ageing. No, they cannot.",
        "Oils are added to moisturisers, which are then marketed as rejuvenating.",
        'Moisturisers that claim to be "anti-ageing" fill the shelves.',
        "By law, a cream that claims to change the skin is classified as a drug and must get FDA pre-market approval.",
        "A small study found parabens in breast tumor tissue.",
        "Science has yet to find a product that can slow the ageing process.",
        "Lotions claiming to boost collagen sell well.",
        "Growth factors are one part of the anti-ageing market.",
    ],
)
def test_what_a_sceptic_writes_is_not_held_against_the_text(text: str, checker: Checker) -> None:
    assert set(linked(text, checker).values()) <= {"supported"}


@pytest.mark.parametrize("after", ["No needles needed.", "No, really.", "No, it is not magic, it is science."])
def test_no_that_rejects_nothing_leaves_the_claim(after: str, checker: Checker) -> None:
    assert linked(f"Our cream erases wrinkles. {after}", checker)


def test_what_is_known_of_an_ingredient_stands_beside_what_is_said_of_any_cosmetic(checker: Checker) -> None:
    (claim,) = checker.check(from_text("Vitamin C fades acne scars.")).claims
    assert claim.assertion and claim.assertion.id == "antiageing.scars"
    (stands,) = (a.evidence for a in checker.db.assertions if a.stands_behind == "vitamin-c")
    known = {evidence.source for evidence in stands}
    cited = {citation.source: citation.shows for citation in claim.citations}
    (general,) = known & set(cited)
    assert next(s.kind for s in checker.db.sources if s.id == general) == "systematic-review"
    assert set(cited.values()) == {"context"}
    (plain,) = checker.check(from_text("This cream fades acne scars.")).claims
    assert not known & {citation.source for citation in plain.citations}


def test_zero_denies_the_risk_that_it_stands_before(checker: Checker) -> None:
    text = "Glycolic acid comes with zero risk of sunburn."
    assert linked(text, checker) == {"alpha-hydroxy-acids.sun-sensitivity": "contradicted"}


@pytest.mark.parametrize("text", ["2. FDA approval:", "Regulatory approval", "Exosomes\n\nFDA status\n"])
def test_what_an_authority_may_have_granted_is_a_topic(text: str, checker: Checker) -> None:
    assert not linked(text, checker)
    assert linked("Exosomes with FDA approval", checker)


def test_what_a_trouble_comes_from_is_not_treated(checker: Checker) -> None:
    assert set(linked("Exosomes treat hair loss from ageing.", checker)) == {"exosomes-hair.loss"}


@pytest.mark.parametrize("between", [" · ", " • ", " | ", "\n- "])
def test_a_name_with_its_strength_is_what_the_claims_behind_it_are_of(between: str, checker: Checker) -> None:
    assert linked(f"Niacinamide 5% gel{between}fades dark spots", checker) == {"niacinamide.dark-spots": "supported"}


def test_a_registered_name_is_no_claim_unless_it_tells_of_a_standing(checker: Checker) -> None:
    assert not linked("LUX® Skin Revitalising Complex", checker)
    assert linked("LUX® revitalises dull skin", checker)
    assert "contradicted" in linked("LUX® FDA-Approved Serum", checker).values()


def test_what_a_trouble_goes_with_is_not_treated(checker: Checker) -> None:
    assert "acids-acne.salicylic-acne" not in linked("Salicylic acid reduces redness associated with acne.", checker)


def test_a_percentage_before_the_goods_is_their_strength(checker: Checker) -> None:
    known = {"alpha-hydroxy-acids.exfoliate": "supported"}
    assert linked("# Glycolic acid\n\nThis 7% toning solution exfoliates.\n", checker) == known
    assert linked("Glycolic acid: 80% more exfoliation.", checker) == {"alpha-hydroxy-acids.exfoliate": "unsupported"}


def test_what_is_not_done_is_no_setting_of_what_follows(checker: Checker) -> None:
    text = "Exosomes cannot be legally injected in the UK. The only safe and approved sources come from plants."
    assert "contradicted" not in linked(text, checker).values()
    told = linked("Exosomes are injected in our clinic. They are safe and approved.", checker)
    assert told["exosomes-safety.injectable-approved"] == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Claims range from lasting rejuvenation to hair restoration. Exosomes are said to do it all.",
        "Finding the right anti-ageing skincare is difficult. Bakuchiol is one choice.",
        "Retinol is challenging for sensitive skin.",
    ],
)
def test_what_an_article_leads_in_with_is_not_held_against_it(text: str, checker: Checker) -> None:
    assert "unsupported" not in linked(text, checker).values()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Our serum is a promising cure for eczema.", "unsupported"),
        ("Promising results: our serum erases wrinkles.", "unsupported"),
        ("Exosomes are a promising treatment for hair loss.", "supported"),
    ],
)
def test_a_products_promise_is_no_research_for_being_called_promising(text: str, label: str, checker: Checker) -> None:
    assert [str(claim.label) for claim in checker.check(from_text(text)).claims][-1] == label


def test_the_needling_told_of_is_what_a_process_refers_to(checker: Checker) -> None:
    page = "PRP with microneedling\n\nMicroneedling makes channels. {} collagen is increased.\n"
    told = [checker.check(from_text(page.format(by))).claims[-1] for by in ("Through this process", "With it")]
    assert [claim.assertion.id for claim in told if claim.assertion] == [
        "microneedling.collagen",
        "platelets.prp-collagen",
    ]


@pytest.mark.parametrize(
    "heading", ["Exosomes: all you need to know", "Aftercare", "How to use", "Myths and facts", "After your treatment"]
)
def test_no_heading_hides_a_promise_below_it(heading: str, checker: Checker) -> None:
    found = checker.check(from_text(f"{heading}\n\nFact: Exosomes are FDA approved.\n")).claims
    assert [claim.label for claim in found] == ["contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "Aftercare\n\nAvoid the sun for a week. Redness fades within two days.",
        "Precautions\n\nNot suitable for people with eczema or active acne.",
        "How to use\n\nApply two drops of retinol serum to soften wrinkles.",
        "10 things you need to know about stem cells in skincare",
        "How to fade dark spots with our serum",
        "# Exosomes and skin rejuvenation\n\nWe are open on Mondays.",
        "Myth: Exosomes are FDA approved.",
        "Myth: Exosomes are not FDA approved.",
    ],
)
def test_advice_topics_and_myths_claim_nothing(text: str, checker: Checker) -> None:
    assert not [claim for claim in checker.check(from_text(text)).claims if claim.assertion]


@pytest.mark.parametrize(
    "text",
    [
        "Bakuchiol is a retinol alternative in a 100% recycled bottle.",
        "Bakuchiol is a plant retinol alternative, 100% vegan.",
        "Bakuchiol is a retinol alternative that's 100% natural.",
    ],
)
def test_what_is_said_wholly_of_something_else_makes_no_claim_absolute(text: str, checker: Checker) -> None:
    assert checker.check(from_text(text)).claims[0].label == "supported"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Niacinamide and snail mucin fade dark spots.",
            {("niacinamide.dark-spots", "supported"), ("centella-snail.snail-brightening", "unsupported")},
        ),
        (
            "Microneedling and chemical peels reduce the appearance of acne scars.",
            {("microneedling.scars", "supported"), ("peels.skin", "unsupported")},
        ),
        (
            "Unlike Botox, which relaxes muscles, exosomes rebuild skin.",
            {("exosomes-skin.cell-renewal", "unsupported")},
        ),
        ("Microneedling VS. chemical peels for acne scars", {("microneedling.scars", "supported")}),
        ("Do retinol and panthenol smooth lines?\nYes.", {("retinoids.retinol-fine-wrinkles", "supported")}),
    ],
)
def test_each_subject_of_a_verb_is_judged_by_itself(text: str, found: set[tuple[str, str]], checker: Checker) -> None:
    claims = checker.check(from_text(text)).claims
    assert found <= {(c.assertion.id, c.label) for c in claims if c.assertion}


@pytest.mark.parametrize(
    ("text", "words"),
    [("Paraben-free and vegan.", "Paraben-free"), ("Free from parabens.", "Free from parabens")],
)
def test_what_is_left_out_stands_in_the_span(text: str, words: str, checker: Checker) -> None:
    assert words in [claim.text for claim in checker.check(from_text(text)).claims]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Exosomes carry peptides and lipids to stimulate collagen production.", "exosomes-skin.collagen"),
        ("Our serum contains peptides that firm skin.", "peptides.firmness"),
        ("The cream with exosomes contains retinol, which smooths lines.", "retinoids.retinol-fine-wrinkles"),
        ("The first and only microneedling device that the FDA has cleared.", "microneedling.fda-authorised"),
    ],
)
def test_what_an_ingredient_carries_is_not_what_the_sentence_is_about(text: str, about: str, checker: Checker) -> None:
    found = {c.assertion.id: c.label for c in checker.check(from_text(text)).claims if c.assertion}
    assert about in found
    assert found[about] == "unsupported" or "retinol" in about


def cited(text: str, checker: Checker) -> dict[str, str]:
    """Sources of the last claim of a text, each with its note."""
    return {each.source: each.note or "" for each in checker.check(from_text(text)).claims[-1].citations}


def test_of_the_kind_that_a_page_names_its_own_evidence_is_cited(checker: Checker) -> None:
    page = "# Rose exosome serum\n\nVesicles for every face.\n\n# What they do\n\nExosomes improve elasticity."
    assert cited(page, checker)["exo-plant-aims"].startswith("On “Rose exosome”, the kind that line 1 names: ")
    assert "exo-plant-aims" not in cited(page.replace("Rose exosome", "Exosome"), checker)
    assert "exo-plant-aims" not in cited(f"{page}\n\n20 billion exosomes per vial.", checker)
    assert "exo-plant-aims" not in cited(f"{page}\n\nExosomes carry messages between cells.", checker)
    assert "exo-plant-aims" not in cited("Exosomes improve elasticity.\n\n# Rose exosome serum", checker)


def test_what_is_said_of_a_class_answers_for_two_of_its_kind(checker: Checker) -> None:
    text = "A lotion with 0.3% retinol and retinyl acetate that boosts collagen."
    assert list(linked(text, checker)) == ["retinoids.retinoid-collagen"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Our cream is clinically proven to reduce wrinkles.", True),
        ("Exosomes are clinically proven to boost collagen.", True),
        ("Microneedling is clinically proven to boost collagen.", False),
        ("Injected polynucleotides are clinically proven to reduce wrinkles.", False),
        ("Platelet-rich plasma is proven to rejuvenate the face.", False),
    ],
)
def test_a_rule_on_cosmetics_is_cited_for_cosmetics_alone(text: str, holds: bool, checker: Checker) -> None:
    sources = cited(text, checker)
    assert "cap-substantiation" in sources and ("eu-655-2013" in sources) == holds


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        (
            "Is our toner suitable for sensitive skin?\nYes. Apply it twice a day.",
            "Is our toner suitable for sensitive",
        ),
        ("Are exosomes approved by the FDA?\nAbsolutely.", "Are exosomes approved by the FDA?"),
        ("Are exosomes approved by the FDA?\nExosomes are approved by the FDA.", ""),
    ],
)
def test_a_bare_answer_shows_what_it_answers(text: str, answered: str, checker: Checker) -> None:
    claim = judged(text, checker)[0]
    said = f"This answers “{answered}"
    assert claim.explanation.startswith(said) == bool(answered) == ("This answers" in claim.explanation)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("No scary hormone-wrecking parabens in this lotion", "contradicted"),
        ("We use no dangerous or carcinogenic parabens.", "contradicted"),
        ("Not a single toxic, hormone-disrupting paraben", "contradicted"),
        ("Parabens are no poisonous preservatives.", "supported"),
        ("Parabens are never toxic.", "supported"),
        ("No study found toxic parabens.", "supported"),
        ("There are no FDA-approved exosomes.", "supported"),
    ],
)
def test_a_thing_that_is_not_there_is_no_less_run_down(text: str, label: str, checker: Checker) -> None:
    """ "No toxic parabens" says that they are toxic; "no approved exosomes" that none is approved."""
    assert [claim.label for claim in judged(text, checker)] == [label]


@pytest.mark.parametrize(
    ("text", "borne_out"),
    [
        ("Fewer diabetic ulcers healed with injected PDRN.", False),
        ("Fewer acne scars were improved by microneedling.", False),
        ("With retinol fewer wrinkles faded than with placebo.", False),
        ("Fewer acne scars with microneedling.", True),
        ("Retinol: fewer wrinkles, faded.", True),
        ("Fewer wrinkles seen with retinol.", True),
        ("Fewer wrinkles, improved tone with retinol.", True),
        ("More diabetic ulcers healed with injected PDRN.", True),
    ],
)
def test_fewer_that_got_better_is_for_the_worse(text: str, borne_out: bool, checker: Checker) -> None:
    assert (judged(text, checker)[0].label == "supported") == borne_out


@pytest.mark.parametrize(
    ("text", "grown"),
    [
        ("Exosomes boost collagen, elastin and hyaluronic acid for plump skin.", True),
        ("Boosts elastin, collagen & hyaluronic acid. Plumps skin.", True),
        ("Exosomes restore collagen and hyaluronic acid, leaving skin plump.", True),
        ("Peptides to boost collagen and hyaluronic acid for plump skin.", False),
        ("Exosomes boost collagen, elastin and hyaluronic acid plumps the skin.", False),
        ("Collagen, elastin and hyaluronic acid for plump skin.", False),
    ],
)
def test_what_skin_is_to_make_more_of_is_no_ingredient(text: str, grown: bool, checker: Checker) -> None:
    assert ("hydration.ha-plumps" not in linked(text, checker)) == grown


def test_a_list_of_what_needling_makes_more_of_leaves_it_a_procedure(checker: Checker) -> None:
    assert "microneedling.collagen" in linked("Microneedling stimulates collagen, elastin and ceramides.", checker)


def test_nothing_is_offered_instead_of_what_is_borne_out(checker: Checker) -> None:
    (borne_out,) = judged("Peptides reduce the appearance of fine lines.", checker)
    (unsettled,) = judged("Retinol reduces wrinkles in 3 days.", checker)
    assert borne_out.label == "supported" and borne_out.assertion and borne_out.assertion.instead
    assert borne_out.instead is None and unsettled.instead


@pytest.mark.parametrize(
    "text",
    ["Hyaluronic acid serum: skin looks smoother.", "I love this snail mucin cream and saw results within a month."],
)
def test_of_an_ingredient_nothing_is_cited_that_decides_nothing(text: str, checker: Checker) -> None:
    """Where a claim is borne out or a customer's, studies of other effects of its ingredient do not bear on it."""
    assert not any("not of this effect" in (note or "") for note in cited(text, checker).values())


def test_of_what_is_unsettled_no_favourable_source_stands_alone_beside(checker: Checker) -> None:
    shared = cited("PDRN, exosomes and PLLA rejuvenate the skin.", checker)
    (beside,) = (name for name, note in shared.items() if "named beside it" in (note or ""))
    ageing = next(a for a in checker.db.assertions if a.id == "exosomes-skin.ageing")
    assert next(e.shows for e in ageing.evidence if e.source == beside) == "mixed"


def test_of_what_shares_a_verb_the_evidence_is_cited_too(checker: Checker) -> None:
    both = cited("Peptides and PDRN regenerate the skin.", checker)
    assert any(note.startswith("On “PDRN”, named beside it: ") for note in both.values())
    assert not any("beside" in note for note in cited("Peptides regenerate the skin.", checker).values())


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Collagen cream does not penetrate deeply.", "not penetrate deeply", "supported"),
        ("Exosomes have never been approved by the FDA.", "never been approved by the FDA", "supported"),
    ],
)
def test_a_denial_stands_in_the_span_and_needs_no_setting(text: str, words: str, label: str, checker: Checker) -> None:
    claim = checker.check(from_text(text)).claims[-1]
    assert (claim.text, claim.label) == (words, label)


def test_ways_of_giving_told_once_make_no_page_one_of_injections(checker: Checker) -> None:
    text = "Exosomes\n\nWe give exosomes by microneedling or mesotherapy injection.\n\nExosomes smooth fine lines.\n"
    assert "exosomes-skin.wrinkles" in linked(text, checker)


def test_where_no_study_decides_none_is_called_thin(checker: Checker) -> None:
    (claim,) = checker.check(from_text("This cream is not clinically proven.")).claims
    assert claim.label == "supported"
    assert claim.explanation.endswith("The claim says no more than that.")


def test_what_is_injected_is_judged_as_no_cosmetic(checker: Checker) -> None:
    page = (
        "Polynucleotide Treatment Leeds | Larkhill Medical\nDoctor-led polynucleotide therapy for the face.\n"
        "Polynucleotide injections suit most people. Polynucleotide injections are given by a nurse.\n"
        "How many sessions are needed?\n"
        "Improvements can be seen after one session, "
        "and we advise 3 sessions spaced 3 weeks apart for optimal and lasting results.\n"
    )
    assert not [name for name in linked(page, checker) if name.startswith("antiageing.")]


def test_customers_speak_of_what_the_page_is_about(checker: Checker) -> None:
    page = (
        "Retinol serum\n\nRetinol is known to dermatologists.\n\nOur retinol serum comes in glass.\n\n"
        "Vitamin C Serum\n£30\n\nPatient Reviews\n\nMy wrinkles are less after a month.\n"
    )
    assert "vitamins.c-wrinkles" not in linked(page, checker)


def test_a_line_that_states_something_opens_what_stands_below_it(checker: Checker) -> None:
    page = (
        "Glow serum with vitamin C\n\nVitamin C is its heart.\n\n"
        "Seals moisture in\nNiacinamide keeps water in the skin.\n"
        "Boosts elastin\nFirmer, more elastic skin with fewer fine lines for months to come.\n"
    )
    assert not [name for name in linked(page, checker) if name.startswith("niacinamide.el")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Exosomes are longer lasting than platelet-rich plasma.", "longer lasting than platelet-rich plasma"),
        ("Exosomes for healthy hair growth and more", "healthy hair growth"),
        ("Peptides promote youthful and rested skin.", "promote youthful and rested skin"),
        ("Exosomes are tiny vesicles (30–150 nm) of cells.", "tiny vesicles (30–150 nm)"),
        ("Deep, lasting hydration with hyaluronic acid.", "Deep, lasting hydration"),
        ("Hyaluronic acid: a moisture-locking film.", "moisture-locking film"),
        ("Large hyaluronic acid can’t penetrate skin.", "can’t penetrate skin"),
        ("Vitamin C has antioxidant properties.", "antioxidant properties"),
        ("Our vitamin C gel is ideal for sensitive skin.", "ideal for sensitive skin"),
        ("Exosomes are 10x stronger than PRP.", "10x stronger than PRP"),
        ("Exosomes bring rejuvenated skin that is said to improve.", "rejuvenated skin"),
        ("All proteins are removed, so there is no risk in exosomes.", "there is no risk"),
        ("Not only wrinkles (and spots), smooth skin texture: exosomes.", "smooth skin texture"),
        ("Vesicles are messengers that carry growth factors.", "carry growth factors"),
        ("Retinol works: my skin is smooth and I can see wrinkles are less.", "wrinkles are less"),
        (
            "Exosomes amplify the healing response triggered by microneedling.",
            "healing response triggered by microneedling",
        ),
        ("Exosomes shuttle RNA, lipids and proteins between cells.", "shuttle RNA, lipids and proteins"),
        ("Our exosomes beat retinol hands down.", "beat retinol"),
        ("There are no FDA-approved exosome creams for any use.", "no FDA-approved exosome creams"),
        (
            "Injected PDRN: results develop progressively over 2-3 months.",
            "results develop progressively over 2-3 months",
        ),
        ("Ceramides soothe and calm dry, red, or sensitive skin.", "soothe and calm dry, red, or sensitive skin"),
        ("Peptides sculpt and lift the skin.", "sculpt and lift the skin"),
        ("Retinol smooths wrinkles your skin has had for years.", "smooths wrinkles"),
        ("Our exosomes penetrate into the skin’s layers.", "penetrate into the skin’s layers"),
        ("Polynucleotide injections are very safe in skilled hands.", "very safe"),
        ("It mends the base: PDRN repairs your DNA.", "repairs your DNA"),
        ("Ferulic acid enhances the photoprotection of vitamin C.", "enhances the photoprotection of vitamin C"),
        ("With peptides, wrinkles are reduced by 40% in a month.", "wrinkles are reduced by 40%"),
        ("Our vitamin C lotion is stabilised at pH 3.1.", "stabilised at pH 3.1"),
        ("It improves firmness by almost 18% in 4 weeks.", "improves firmness by almost 18% in 4 weeks"),
        ("It improves firmness by far, says the 2019 test.", "improves firmness"),
        ("Ferulic acid can stabilise vitamins C and E.", "stabilise vitamins C and E"),
        ("The lotion soothes with a calming gel of panthenol.", "soothes with a calming gel of panthenol"),
        (
            "The cargo of exosomes exceeds what plasma or serum can offer.",
            "cargo of exosomes exceeds what plasma or serum can offer",
        ),
        ("PRP works with growth factors from your own blood cells.", "from your own blood cells"),
        ("Our cream resists wind, dust and redness.", "resists wind, dust and redness"),
        ("Exosomes show results sooner than PRP and last longer.", "last longer"),
        ("Our FDA-approved exosome treatment is here.", "FDA-approved exosome treatment"),
        ("PRF is used for facial renewal, under-eye brightening, and regeneration.", "under-eye brightening"),
        ('PDRN works by activating the "salvage pathway" of cells.', 'activating the "salvage pathway"'),
    ],
)
def test_a_claim_is_quoted_whole_and_from_its_first_word_of_weight(text: str, words: str, checker: Checker) -> None:
    assert words in {claim.text for claim in checker.check(from_text(text)).claims}


def test_a_procedure_behind_a_label_is_what_a_sentence_is_about(checker: Checker) -> None:
    page = "Exosome facial\n\nChillWave: this clever {} steadies the heat, while reducing redness.\n"
    of_exosomes = [
        [name for name in linked(page.format(it), checker) if name.startswith("exo")]
        for it in ("cooling system", "blend")
    ]
    assert of_exosomes[0] == [] != of_exosomes[1]


def test_what_is_only_in_use_at_the_time_does_nothing(checker: Checker) -> None:
    text = "A daily SPF is a must when using retinol, for sun damage and hyperpigmentation."
    assert [name for name in linked(text, checker) if name.startswith("retinoids.")] == ["retinoids.sunscreen-with"]


def test_a_denial_holds_for_all_that_describe_one_thing(checker: Checker) -> None:
    assert "contradicted" not in linked("Exosome serums are no genuine, clinically proven treatment.", checker).values()
    told = linked("Our exosome serum is not sticky, clinically proven and light.", checker)
    assert told["exosomes.clinically-proven"] == "contradicted"
    denied = linked("These products are not genuine, medical-grade exosomes.", checker)
    assert denied["exosomes-quality.pharmaceutical-grade"] == "supported"


def test_of_tells_whose_an_effect_is(checker: Checker) -> None:
    text = "The wrinkle-smoothing power of retinol meets the deep hydration of hyaluronic acid."
    assert list(linked(text, checker)) == ["retinoids.retinol-fine-wrinkles", "hydration.ha-hydrates-deeply"]
    text = "It joins the collagen-building power of microneedling with the regenerative effects of exosomes."
    assert list(linked(text, checker)) == ["microneedling.collagen", "exosomes-skin.renewal-after-needling"]


def test_proof_of_an_effect_with_a_verdict_of_its_own_is_no_second_claim(checker: Checker) -> None:
    assert list(linked("Niacinamide is proven to help with dark spots.", checker)) == ["niacinamide.dark-spots"]


def test_what_is_judged_as_any_cosmetic_says_where_its_ingredient_is_named(checker: Checker) -> None:
    (claim,) = checker.check(from_text("Salicylic acid gel\n\n- Boosts blood circulation.\n")).claims
    assert "“Salicylic acid” (line 1) in particular" in claim.explanation
    listed = checker.check(
        from_text("Salicylic acid, vitamin E and pomegranate make:\n\n- More blood circulation.\n")
    ).claims
    assert listed and not any("in particular" in claim.explanation for claim in listed)


@pytest.mark.parametrize(
    ("text", "figure"),
    [("This cream cuts wrinkles by up to 40%.", "40%"), ("62%\n\nFewer wrinkles\n", "62%")],
)
def test_a_figure_of_the_firms_own_is_named(text: str, figure: str, checker: Checker) -> None:
    claims = checker.check(from_text(text)).claims
    assert any(OWN_FIGURE.format(figure) in claim.explanation for claim in claims)
    assert {claim.reason for claim in claims} == {"needs-own-evidence"}


def test_a_strength_is_no_figure_of_the_firm_and_a_proof_no_mere_figure(checker: Checker) -> None:
    for text in ("10% peptides for firmer skin.", "Clinically proven to cut wrinkles by 30%: peptides."):
        assert {claim.reason for claim in checker.check(from_text(text)).claims} == {"not-settled"}


def test_a_figure_of_another_claim_in_the_list_is_not_named(checker: Checker) -> None:
    claims = checker.check(from_text("This cream shrinks pores by up to 20%, and brightens tired skin.")).claims
    named = {c.assertion.id for c in claims if c.assertion and "A figure like" in c.explanation}
    assert named == {"antiageing.shrinks-pores"}


@pytest.mark.parametrize(
    ("text", "span", "words"),
    [
        ("Vitamin C is the strongest antioxidant.", "the strongest antioxidant", "“the strongest” claims"),
        ("Hyaluronic acid hydrates the skin for 500 hours.", "hydrates", "“500 hours” claims"),
        ("Completely removes dark spots: niacinamide.", "Completely removes dark spots", "“Completely” claims"),
    ],
)
def test_the_words_that_go_too_far_are_quoted_and_named(text: str, span: str, words: str, checker: Checker) -> None:
    (claim,) = (c for c in checker.check(from_text(text)).claims if c.reason == "stronger-than-evidence")
    assert span in claim.text and words in claim.explanation


def test_a_comparison_with_a_verdict_of_its_own_does_not_overstate_what_stands_beside_it(checker: Checker) -> None:
    text = "Exosomes carry signals between cells and heal far better than PRP."
    found = linked(text, checker)
    assert found["exosomes.messengers"] == "supported" and "unsupported" in found.values()


def test_a_range_far_wider_than_what_is_known_is_another_claim(checker: Checker) -> None:
    assert linked("Exosomes measure 30 to 200 nm.", checker) == {"exosomes.size": "supported"}
    assert linked("Exosomes measure 10 to 900 nm.", checker) == {"exosomes.size": "unsupported"}


def test_a_verb_of_a_whole_effect_overstates_nothing_that_is_whole(checker: Checker) -> None:
    text = "Salicylic acid exfoliates the surface and gets rid of dead cells."
    assert linked(text, checker) == {"acids-acne.salicylic-exfoliates": "supported"}


def test_a_customer_who_tells_of_a_product_is_named_as_one(checker: Checker) -> None:
    text = "## Customer reviews\n\n“It suits all skin types, I love this cream.” – Ann\n"
    claims = checker.check(from_text(text)).claims
    assert {c.reason for c in claims} == {"testimonial"}
    assert not any(c.instead for c in claims), "nobody rewrites a customer's words"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Night cream\n\n62%\n\nNoticed fewer wrinkles\n", False),
        ("Our cream gave 31% fewer wrinkles.", False),
        ("Our cream gives fewer wrinkles.", True),
    ],
)
def test_nobody_rewrites_what_people_saw_or_the_firm_measured(text: str, offered: bool, checker: Checker) -> None:
    (claim,) = judged(text, checker)
    assert bool(claim.instead) == offered


@pytest.mark.parametrize("text", ["A cosmeceutical for every day.", "This lotion is hypoallergenic.", "Clean beauty."])
def test_no_evidence_is_missing_for_a_word_without_a_meaning(text: str, checker: Checker) -> None:
    (claim,) = judged(text, checker)
    assert claim.reason == "not-settled" and claim.explanation.endswith(NO_MEANING)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Is azelaic acid fine for sensitive skin?\nYes.", False),
        ("Urea is suitable for sensitive skin.", False),
        ("Our urea is suitable for sensitive skin.", True),
        ("This urea lotion is suitable for sensitive skin.", True),
        ("A cream with urea, suitable for sensitive skin.", True),
        ("Is your azelaic acid serum fine for sensitive skin?\nYes.", True),
    ],
)
def test_an_ingredient_is_no_fact_about_the_firm(text: str, firm: bool, checker: Checker) -> None:
    (claim,) = judged(text, checker)
    assert claim.reason == "needs-own-evidence"
    assert (REASONS[claim.reason] in claim.explanation) == firm


def test_what_is_cited_beside_a_claim_is_cited_once(checker: Checker) -> None:
    for text in ("Retinaldehyde, retinol and retinyl palmitate fade freckles.", "PRP and PRF plump the lips."):
        for claim in judged(text, checker):
            named = [citation.source for citation in claim.citations]
            assert len(named) == len(set(named))


def test_what_a_share_of_people_saw_is_the_firms_to_show(checker: Checker) -> None:
    claims = checker.check(from_text("Night cream\n\n62%\n\nNoticed fewer wrinkles\n")).claims
    assert {c.reason for c in claims} == {"needs-own-evidence"}


@pytest.mark.parametrize("step", ["Moisturize", "3. Absorb", "- Cleanse"])
def test_a_lone_step_of_use_is_no_claim(step: str, checker: Checker) -> None:
    assert not linked(f"## How it works\n\n{step}\n\nLet it dry.\n", checker)


def test_what_softens_a_claim_is_named(checker: Checker) -> None:
    claims = checker.check(from_text("It is not yet proven that exosomes reduce wrinkles.")).claims
    assert any(c.label == "supported" and "With “not yet proven”" in c.explanation for c in claims)


def test_a_list_of_uses_is_of_the_treatment_before_it(checker: Checker) -> None:
    text = "Polynucleotide therapy is effective for hand rejuvenation, and scalp treatments for hair thinning."
    assert linked(text, checker).get("pdrn.hair") == "unsupported"


def test_what_makes_it_worse_is_no_look_of_it(checker: Checker) -> None:
    found = {
        c.assertion.id for c in judged("Lost water results in the appearance of fine lines.", checker) if c.assertion
    }
    assert "antiageing.look-of-lines" not in found


def test_harms_that_are_listed_are_no_benefits(checker: Checker) -> None:
    page = "Exosome hair therapy\n\nReports on adverse events include:\n- Swelling that subsides within a day\n{}"
    assert not linked(page.format("- Redness that fades"), checker)
    assert "exosomes-skin.inflammation" in linked("Exosome hair therapy\n\n- Calms inflammation\n", checker)


def test_lack_of_a_thing_denies_nothing_that_is_said_next(checker: Checker) -> None:
    assert linked("Our soap has no fragrance and keeps your skin hydrated.", checker)[
        "structure-function.moisturises"
    ] == ("supported")
    assert linked("No serum erases wrinkles and dark spots.", checker)["antiageing.erases-wrinkles"] == "supported"


def test_lack_of_proof_is_of_all_that_stands_under_one_that(checker: Checker) -> None:
    found = linked("There is no proof that exosomes reduce wrinkles, fade spots and firm skin.", checker)
    assert set(found.values()) == {"supported"} and len(found) > 2
    assert "unsupported" in linked("There is no proof that it is safe, and it reduces wrinkles.", checker).values()


def test_the_worst_that_the_evidence_says_of_one_of_several_things_is_told(checker: Checker) -> None:
    found = linked("We offer PRP and exosome therapy, both with strong clinical evidence.", checker)
    assert found["exosomes.strong-evidence"] == "contradicted" and "unsupported" in found.values()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Skin treated with retinol is smoother.", "smoother"),
        ("Skin treated with our acids is smoother.", "smoother"),
        ("Our serum is FDA-approved — and none of the rest are approved.", "FDA-approved"),
        ("It is an anti-ageing cream — ideal for patients seeking younger skin.", "anti-ageing cream"),
        ("No sunscreen sold in this shop is waterproof.", "No sunscreen sold in this shop is waterproof"),
        ("Nobody has shown that exosome creams regrow hair.", "Nobody has shown that exosome creams regrow hair"),
    ],
)
def test_what_turns_a_claim_is_quoted_with_it_and_what_comes_next_is_not(
    text: str, quote: str, checker: Checker
) -> None:
    assert judged(text, checker)[0].text == quote


def test_an_equal_number_goes_before_one_that_overlaps(checker: Checker) -> None:
    for factor in ("SPF 50+", "50+ SPF", "SPF 50"):
        assert linked(f"{factor} filters out 98% of UVB rays.", checker) == {
            "sunscreen-filters.share-of-50": "supported"
        }
    assert linked("SPF 100 filters out 99% of UVB rays.", checker) == {"sunscreen-filters.share-of-100": "supported"}


@pytest.mark.parametrize("mark", [" - ", " — ", ": ", "; "])
def test_that_none_of_the_others_is_denies_nothing_of_ours(mark: str, checker: Checker) -> None:
    found = linked(f"Our exosome serum is FDA approved{mark}none of the others is.", checker)
    assert found == {"exosomes-regulation.not-fda-approved": "contradicted"}


@pytest.mark.parametrize("text", ["Never causes irritation.", "Our serum never causes skin irritation."])
def test_irritation_that_never_comes_is_a_promise(text: str, checker: Checker) -> None:
    assert linked(text, checker) == {"promises.no-side-effects": "unsupported"}
    assert "unsupported" not in linked("Our serum may cause irritation.", checker).values()


@pytest.mark.parametrize("opening", ["is not greasy and", "is no wax and", "isn't an oil and", "is not magic and it"])
def test_what_a_thing_is_not_denies_nothing_of_what_it_does(opening: str, checker: Checker) -> None:
    assert set(linked(f"Our serum {opening} erases wrinkles.", checker).values()) == {"unsupported"}


@pytest.mark.parametrize(
    "text",
    [
        "Our serum does not firm and lift skin.",
        "It is not true that our serum firms and lifts skin.",
        "No exosome serum cures acne and erases wrinkles.",
        "Exosome serums do not cure acne and do not erase wrinkles.",
        "We do not claim our serum cures acne and erases wrinkles.",
    ],
)
def test_a_denial_of_several_verbs_denies_them_all(text: str, checker: Checker) -> None:
    assert set(linked(text, checker).values()) <= {"supported"}


@pytest.mark.parametrize("wrong", ["or the science is wrong", "or our chemists are wrong"])
def test_what_would_be_wrong_else_denies_nothing(wrong: str, checker: Checker) -> None:
    assert linked(f"Our serum erases wrinkles {wrong}.", checker) == {"antiageing.erases-wrinkles": "unsupported"}


def test_while_pregnant_is_said_of_what_is_safe(checker: Checker) -> None:
    assert linked("Our serum is safe while pregnant.", checker) == {"promises.pregnancy": "unsupported"}
    assert "promises.pregnancy" not in linked("Our serum is safe, while pregnant women burn easily.", checker)


@pytest.mark.parametrize("answer", ["Yep.", "You bet!", "It sure does.", "Short answer: yes.", "So the answer is yes."])
def test_there_are_many_ways_to_say_yes(answer: str, checker: Checker) -> None:
    assert linked(f"Does our serum erase wrinkles? {answer}", checker) == {"antiageing.erases-wrinkles": "unsupported"}


@pytest.mark.parametrize("answer", ["In short, no.", "Some say yes, some say no.", "We will say."])
def test_a_no_or_a_maybe_is_no_yes(answer: str, checker: Checker) -> None:
    assert "unsupported" not in linked(f"Does our serum erase wrinkles? {answer}", checker).values()


def test_results_for_a_trouble_are_no_more_of_it(checker: Checker) -> None:
    assert "microneedling.wrinkles" not in linked("Microneedling gives superior results for wrinkles.", checker)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Retinol for glow, anti-ageing & firmness.", {"glow", "anti-ageing", "firmness"}),
        ("The gel has niacinamide for oil control and barrier repair.", {"oil control", "barrier repair"}),
        ("Our serum smooths, firms and brightens.", {"smooths", "firms", "brightens"}),
        ("Our serum hydrates, firms and brightens.", {"hydrates", "firms", "brightens"}),
    ],
)
def test_each_item_of_a_list_is_a_claim_of_its_own(text: str, marked: set[str], checker: Checker) -> None:
    assert {claim.text for claim in checker.check(from_text(text)).claims} == marked


@pytest.mark.parametrize(
    ("promise", "modest"),
    [
        ("Retinal is youth in a tube.", "Retinal gives youthful skin."),
        ("Our retinal cream is a jar of youth.", "Our retinal cream makes skin look younger."),
        ("Retinal turned back the clock.", "Retinal cannot turn back the clock."),
        ("Retinal gives you back the skin of your twenties.", "Retinal improves photoageing."),
        ("Wear sunscreen: it is youth in a bottle.", "Sunscreen keeps skin youthful."),
    ],
)
def test_youth_given_back_is_more_than_signs_of_ageing_improved(promise: str, modest: str, checker: Checker) -> None:
    assert {claim.label for claim in judged(promise, checker)} == {"unsupported"}
    assert {claim.label for claim in judged(modest, checker)} == {"supported"}


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("Retinol without peptides smooths fine lines.", "supported", "retinoids.retinol-fine-wrinkles"),
        ("Sunscreen without zinc oxide protects against UV rays.", "supported", "sunscreen.protects-from-uv"),
        ("Our routine without retinol smooths fine lines.", "unsupported", "antiageing.wrinkles"),
    ],
)
def test_what_is_left_out_leaves_the_verb_as_it_is(text: str, label: str, of: str, checker: Checker) -> None:
    (claim,) = checker.check(from_text(text)).claims
    assert claim.assertion is not None
    assert (claim.label, claim.assertion.id, claim.qualifiers.negated) == (label, of, False)


@pytest.mark.parametrize("article", ["a", "any", "the"])
def test_what_an_article_and_a_word_part_from_without_is_left_out(article: str, checker: Checker) -> None:
    text = f"Proactive therapy without {article} topical corticosteroid reduces eczema flares."
    assert "supported" not in {claim.label for claim in checker.check(from_text(text)).claims}


@pytest.mark.parametrize(
    "text",
    [
        "If you stop using minoxidil, the new hair falls out again.",
        "If you stop using steroids, eczema can flare.",
    ],
)
def test_what_comes_of_leaving_off_a_drug_is_no_instruction(text: str, checker: Checker) -> None:
    assert [claim.label for claim in checker.check(from_text(text)).claims] == ["supported"]


@pytest.mark.parametrize(
    "text",
    [
        "If you stop minoxidil, ask your doctor about hair loss first.",
        "If you stop the steroids, consult a dermatologist when eczema flares.",
        "If you stop smoking, your skin heals faster.",
    ],
)
def test_what_to_do_when_leaving_off_stays_an_instruction(text: str, checker: Checker) -> None:
    assert not checker.check(from_text(text)).claims


@pytest.mark.parametrize(
    "text",
    ["No laser removes every scar.", "No needles erase wrinkles.", "No parabens cause cancer."],
)
def test_no_before_a_doer_and_its_verb_denies_the_deed(text: str, checker: Checker) -> None:
    claims = checker.check(from_text(text)).claims
    assert [(claim.label, claim.qualifiers.negated) for claim in claims] == [("supported", True)]


@pytest.mark.parametrize(
    "text",
    ["No needles, no downtime, wrinkles erased.", "No needles: erases wrinkles.", "No downtime lifting."],
)
def test_no_before_a_thing_alone_denies_no_deed(text: str, checker: Checker) -> None:
    assert {claim.label for claim in checker.check(from_text(text)).claims} == {"unsupported"}
