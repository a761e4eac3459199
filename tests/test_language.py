"""Words, sentences and the model that is promised."""

import hashlib

import pytest

from factcheck.language.normalise import fold
from factcheck.language.tokens import grammar, model_path, sentences, words

WEIGHTS = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}


def test_words_keep_their_place_and_lose_inner_hyphens() -> None:
    found = words("Collagen-boosting, non-greasy.")
    assert found.texts == ("Collagen", "boosting", ",", "non", "greasy", ".")
    assert [("Collagen-boosting, non-greasy."[s:e]) for s, e in zip(found.starts, found.ends, strict=True)] == list(
        found.texts
    )


def test_sentences_count_in_the_whole_text() -> None:
    text = "xx First one. Dr. Lee agrees at 0.5 %. Last"
    cut = sentences(text, 3, len(text))
    assert [text[s.start : s.end] for s in cut] == ["First one.", "Dr. Lee agrees at 0.5 %.", "Last"]


def test_blank_stretches_hold_no_sentence() -> None:
    assert sentences("  \n ", 0, 4) == ()


def test_what_closes_a_sentence_stays_with_it() -> None:
    text = 'He said "It works." Does it?! Yes… no. 3 weeks'
    cut = sentences(text, 0, len(text))
    assert [text[s.start : s.end] for s in cut] == ['He said "It works."', "Does it?!", "Yes… no.", "3 weeks"]


def test_not_is_read_in_capitals_too() -> None:
    assert words("IT HASN’T, THEY AREN'T").folds == ("it", "has", "not", ",", "they", "are", "not")


def test_a_quotation_mark_that_opens_belongs_to_what_follows() -> None:
    text = "How do they work? “They signal.” Good. ‘Really’, she said."
    cut = sentences(text, 0, len(text))
    assert [text[s.start : s.end] for s in cut] == [
        "How do they work?",
        "“They signal.”",
        "Good.",
        "‘Really’, she said.",
    ]


def test_the_parser_counts_as_the_tokenizer_does() -> None:
    text = "A serum with vitamin C. doesn't reach your skin's dermis"
    assert grammar(text).starts == words(text).starts


def test_grammar_names_the_subject() -> None:
    parsed = grammar("Keratinase removes dead cells.")
    assert parsed.texts[parsed.deps.index("nsubj")] == "Keratinase"


def test_the_model_is_the_one_that_was_measured() -> None:
    for name, digest in WEIGHTS.items():
        assert hashlib.sha256((model_path() / name).read_bytes()).hexdigest() == digest, name


def test_a_sentence_may_end_in_a_small_letter_and_a_capital() -> None:
    text = "It has the right pH. It penetrates."
    assert [text[s.start : s.end] for s in sentences(text, 0, len(text))] == ["It has the right pH.", "It penetrates."]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("C. acnes lives on skin. It is small.", ["C. acnes lives on skin.", "It is small."]),
        ("They come from skin, blood, etc. and travel.", ["They come from skin, blood, etc. and travel."]),
        ("It holds vitamin C. It works.", ["It holds vitamin C.", "It works."]),
    ],
)
def test_a_full_stop_that_shortens_a_word_ends_no_sentence(text: str, cut: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text, 0, len(text))] == cut


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("It lifts skin- gently", ("it", "lifts", "skin", "–", "gently")),
        ("anti-ageing creams-", ("anti", "ageing", "creams", "–")),
        ("short- and long-term", ("short-", "and", "long", "term")),
    ],
)
def test_a_dash_may_cling_to_the_word_before_it(text: str, folded: tuple[str, ...]) -> None:
    assert words(text).folds == tuple(map(fold, folded))
