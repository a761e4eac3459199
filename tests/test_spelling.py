"""Slips of the pen are forgiven, other words are not."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.spelling import SHORTEST, correct, is_form, similarity

WORDS = frozenset(
    {
        "spots",
        "hydrate",
        "hydrated",
        "collagen",
        "clinically",
        "retinol",
        "retinal",
        "exosome",
        "hypoallergenic",
        "wrinkle",
        "penetrate",
    }
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("colagen", "collagen"),
        ("collgaen", "collagen"),
        ("clinicaly", "clinically"),
        ("exosomee", "exosome"),
        ("hypoalergenik", "hypoallergenic"),
        ("penetrat", "penetrate"),
        ("hydratd", "hydrate"),  # or "hydrated", which is the same word
        ("sopts", "spots"),
    ],
)
def test_a_slip_is_put_right(written: str, meant: str) -> None:
    assert correct(written, WORDS) == meant


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("wrink", "too short"),
        ("retinel", "as near to retinol as to retinal"),
        ("kollagen", "the first letter is never a slip"),
        ("callogen", "two slips in a short word"),
        ("collagen2", "no word"),
        ("elastin", "another word"),
        ("spats", "another short word"),
        ("", "nothing"),
    ],
)
def test_what_is_no_slip_is_left_alone(written: str, why: str) -> None:
    assert correct(written, WORDS) is None, why


@pytest.mark.parametrize(
    ("written", "nearest", "meant"),
    [
        ("colagen", ("collagen", "elastin", "retinol"), "collagen"),
        ("retinel", ("retinal", "retinol", "exosome"), None),
        ("aproved", ("approved", "proved", "=proved"), "approved"),
    ],
)
def test_the_order_of_the_vocabulary_changes_nothing(written: str, nearest: tuple[str, ...], meant: str | None) -> None:
    assert {correct(written, order) for order in permutations(nearest)} == {meant}


@given(st.text(max_size=SHORTEST - 1))
def test_short_words_are_never_touched(word: str) -> None:
    assert correct(word, WORDS) is None


def test_wordings_are_compared_as_bags_of_words() -> None:
    assert similarity("boosts collagen", "collagen boosts") == 1.0
    assert similarity("boosts collagen", "calms redness") < 0.5 <= similarity("boost collagen", "boosts collagen")


@pytest.mark.parametrize("word", ["mince", "minces", "minced", "pinches", "pinched", "pinching"])
def test_the_inflections_of_a_known_word_are_known(word: str) -> None:
    assert is_form(word, {"mince", "pinch"})


@pytest.mark.parametrize("word", ["hydratess", "reducs", "revers", "sopts", "liens"])
def test_a_slip_is_no_inflection(word: str) -> None:
    assert not is_form(word, {"hydrates", "reduce", "revere", "spots", "lien"})
