"""What a percentage measures, by the words beside it."""

import pytest
from small_base import cut

from factcheck.language.normalise import quantities
from factcheck.model import Assertion, Evidence, Examples, Within
from factcheck.qualify.amounts import bounds_crossed, is_dose, is_gain, is_share, strays

HELD = Assertion(
    id="x.y", says="Retinol smooths lines.", evidence_says="supported", strength="moderate", because="…",
    examples=Examples(), within=Within(dose=">= 0.4 %", time="12-24 weeks"),
    evidence=(Evidence(source="a-study", shows="supports", note="Lines faded in 58% with it, in 31% without."),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "share", "gain"),
    [
        ("Lines faded in 58 % of women", True, False),
        ("58 per cent of trial participants saw fewer lines", True, False),
        ("58 % reported fewer lines", True, False),
        ("58 % on the active against 31 % on the vehicle", True, False),
        ("lines improved in 58 % with retinol", True, False),
        ("renewal rose 28.2 % in a month", False, True),
        ("lines shrank by about 28 % in a month", False, True),
        ("a gap of 28 % was seen", False, True),
        ("28 % more collagen", False, True),
        ("5 % of retinol in squalane", False, False),
        ("retinol at 5 % in a gel", False, False),
        ("a cream with 5 % retinol", False, False),
        ("retinol 5 % for women", False, False),
        ("gels of up to 5 % retinol", False, False),
    ],
)
def test_a_share_a_change_and_a_dose(claim: str, share: bool, gain: bool) -> None:
    amount = quantities(claim)[0]
    assert (is_share(amount, claim), is_gain(amount, claim)) == (share, gain)


def test_a_share_of_people_is_no_dose() -> None:
    assert bounds_crossed(HELD, "In 58 % of women lines faded with 0.5 % retinol.") == ((), ())
    assert bounds_crossed(HELD, "In 58 % of women lines faded with 0.1 % retinol.") == (("0.1 %",), ())


@pytest.mark.parametrize(
    ("claim", "account", "left"),
    [
        ("In a 52-week trial lines faded in 58 % of women.", True, ()),
        ("In a trial lines faded in 71 % of women.", True, ("71 %",)),
        ("In a trial lines faded in 71 % of women against 40 % on placebo.", True, ()),
        ("In a trial lines shrank by 90 %.", True, ("90 %",)),
        ("In 52 weeks lines fade in 58 % of women.", False, ("52 weeks", "58 %")),
    ],
)
def test_an_account_may_tell_what_its_source_does(claim: str, account: bool, left: tuple[str, ...]) -> None:
    assert strays(quantities(claim), claim, HELD, (), account=account) == left


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Retinol reduces wrinkles at 0.5 %.", True),
        ("Retinol reduces wrinkles within 12 weeks at 0.5 %.", True),
        ("Retinol reduces wrinkles, and approval stood at 80 %.", False),
        ("Retinol reduces wrinkles at 80 % of clinics.", False),
    ],
)
def test_a_percentage_behind_at_is_a_strength_unless_something_stands_there(text: str, dose: bool) -> None:
    reading = cut(text)[-1].reading
    assert is_dose(quantities(text)[-1], reading, 0) is dose
