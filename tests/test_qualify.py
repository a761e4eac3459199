"""How a claim is made, in marked-up sentences: "Retinol [does not] {reduce} wrinkles | negated".

Braces stand in the claim that is looked at, square brackets round the words that make the qualifiers true (each must
be named by a cue). After the bar: every flag that must be true, all others false; "plain" for none; "setting:x" (or
"setting:unknown") and "number:x" (or "number:none") where they matter. A line that asserts nothing fails. Pages are
written with " / " for a new line.
"""

import re
from dataclasses import dataclass, fields

import pytest
from small_base import CHECKER, cut, found

from factcheck.match.matches import matches
from factcheck.model import Qualifiers
from factcheck.qualify.qualifiers import qualify
from factcheck.qualify.reach import polarity

FLAGS = {field.name for field in fields(Qualifiers)} - {"setting", "quantities", "cues"}
MARK = re.compile(r"[\[\]{}]")


@dataclass(frozen=True)
class Line:
    """A marked-up sentence, taken apart."""

    text: str
    claim: tuple[int, int]
    cues: tuple[tuple[int, int], ...]
    flags: frozenset[str]
    setting: frozenset[str] | None
    numbers: tuple[str, ...] | None


def parsed(line: str) -> Line:
    """The line without its marks; raises ValueError if it asserts nothing, or something that nobody knows."""
    marked, bar, wanted = line.rpartition("|")
    words = wanted.split()
    if not bar or not words:
        raise ValueError(f"asserts nothing: {line!r}")
    text, spans = _unmarked("\n".join(part.strip() for part in marked.split(" /")))
    claims = [span for mark, span in spans if mark == "{"]
    flags = frozenset(word for word in words if ":" not in word and word != "plain")
    if len(claims) != 1 or not flags <= FLAGS or ("plain" in words and flags):
        raise ValueError(f"one claim in braces, known flags or plain: {line!r}")
    cues = tuple(span for mark, span in spans if mark == "[")
    if cues and not flags and not any(word.startswith("setting:") for word in words):
        raise ValueError(f"words in brackets make nothing true: {line!r}")
    return Line(text, claims[0], cues, flags, _named(words, "setting"), _listed(words, "number"))


def _unmarked(marked: str) -> tuple[str, list[tuple[str, tuple[int, int]]]]:
    """The text without marks, and what stood between each pair."""
    spans: list[tuple[str, tuple[int, int]]] = []
    opened: dict[str, int] = {}
    for removed, sign in enumerate(MARK.finditer(marked)):
        at = sign.start() - removed
        if sign[0] in "[{":
            opened[sign[0]] = at
        else:
            mark = "[" if sign[0] == "]" else "{"
            spans.append((mark, (opened.pop(mark), at)))
    if opened:
        raise ValueError(f"a mark is left open: {marked!r}")
    return MARK.sub("", marked), spans


def _listed(words: list[str], key: str) -> tuple[str, ...] | None:
    values = [word.partition(":")[2].replace("_", " ") for word in words if word.startswith(f"{key}:")]
    return None if not values else () if values == ["none"] or values == ["unknown"] else tuple(values)


def _named(words: list[str], key: str) -> frozenset[str] | None:
    values = _listed(words, key)
    return None if values is None else frozenset(values)


def qualified(line: Line) -> Qualifiers:
    """The qualifiers of the claim in braces."""
    for candidate in cut(line.text):
        held = matches(candidate, CHECKER.index)
        for match in held:
            words = match.reading.words
            start, end = words.starts[match.first], words.ends[match.last - 1]
            if match.from_question:
                start, end = candidate.start, candidate.end
            if start < line.claim[1] and line.claim[0] < end:
                return qualify(match, candidate, CHECKER.reader, held)[0]
    raise LookupError(f"no claim at {line.text[slice(*line.claim)]!r} in {line.text!r}")


def holds(written: str) -> None:
    """Fails unless everything that the line asserts is so."""
    line = parsed(written)
    got = qualified(line)
    assert {flag for flag in FLAGS if getattr(got, flag)} == line.flags
    for start, end in line.cues:
        assert any(cue.start < end and start < cue.end for cue in got.cues), line.text[start:end]
    for cue in got.cues:
        assert line.text[cue.start : cue.end] == cue.text
    assert line.setting is None or set(got.setting) == line.setting
    assert line.numbers is None or got.quantities == line.numbers


NEGATION = """
Retinol {reduces} wrinkles. | plain
Retinol [does not] {reduce} wrinkles. | negated
Retinol [never] {reduces wrinkles}. | negated
Retinol doesn[’t] {reduce wrinkles}. | negated
Retinol [doesnt] {reduce wrinkles}. | negated
Exosomes [cannot] {reach the dermis}. | negated
Retinol [fails to] {reduce} wrinkles. | negated
Retinol is [unlikely to] {reduce wrinkles}. | negated
[No] exosome product is {FDA approved}. | negated
Exosomes have [yet to be] {FDA approved}. | negated
[None] of our exosomes are {FDA approved}. | negated
Our exosomes are [not], as far as we know, {FDA approved}. | negated
The idea that retinol {reduces wrinkles} is [false]. | negated
The {FDA} has [not] approved exosomes. | negated
[Not] proven and [not] {FDA approved} exosomes. | negated status
# Retinol / / [Does not] {reduce wrinkles}. | negated
Does retinol reduce wrinkles? / {No}. | negated
Does retinol reduce wrinkles? / {Yes}. | plain
Does retinol not reduce wrinkles? / {No}. | plain
Retinol cannot and does [not] {reduce wrinkles}. | negated
Wrinkles are [not] {reduced} by retinol. | negated
Wrinkles [never] {improve} with retinol. | negated
Acne can[not] be {treated} with our serum. | negated
Collagen is [not] {increased} by microneedling. | negated
"""

ENDS_OF_NEGATION = """
Retinol does not calm redness but {reduces wrinkles}. | plain
Retinol does not irritate, however it {reduces wrinkles}. | plain
Retinol does not irritate, and it {reduces wrinkles}. | plain
Retinol does not irritate and {reduces wrinkles}. | plain
Retinol does not irritate; it {reduces wrinkles}. | plain
Retinol – not a drug – {reduces wrinkles}. | plain
Not a drug: retinol {reduces wrinkles}. | plain
Retinol {reduces wrinkles} but does not treat acne. | plain
Retinol {reduces wrinkles} and does not irritate. | plain
Retinol {reduces wrinkles}, never irritates. | plain
It does not irritate. Retinol {reduces wrinkles}. | plain
Don't wait: retinol {reduces wrinkles}. | plain
No parabens, no fragrance, just retinol that {reduces wrinkles}. | plain
Retinol hardly ever irritates and {reduces wrinkles}. | plain
Retinol {reduces wrinkles}, not your budget. | plain
Retinol {reduces wrinkles} without redness. | plain
Fragrance-free retinol {reduces wrinkles}. | plain
Without fragrance, retinol {reduces wrinkles}. | plain
With no parabens, retinol {reduces wrinkles}. | plain
Not tested on animals, our retinol {reduces wrinkles}. | plain
Exosomes are not FDA approved and {reduce wrinkles}. | plain
Though not FDA approved, exosomes {reduce wrinkles}. | plain
While that might sound odd, exosomes {reduce wrinkles}. | plain
Although it may sting and is not cheap, retinol {reduces wrinkles}. | plain
"""

LISTS = """
Retinol does [not] {reduce wrinkles} or treat acne. | negated
Retinol does [not] reduce wrinkles or {treat acne}. | negated
Our serum will [not] treat {acne} or wrinkles. | negated
Our serum will [not] treat acne or {wrinkles}. | negated
[No] retinol treats acne and {reduces wrinkles}. | negated
"""

PSEUDO = """
Retinol not only calms, it {reduces wrinkles}. | plain
Retinol will not only {reduce wrinkles}. | plain
Retinol does not only {reduce wrinkles}. | plain
Retinol doesn't just {reduce wrinkles}. | plain
Retinol will not just {reduce wrinkles}. | plain
Retinol isn't the only one that {reduces wrinkles}. | plain
No wonder that retinol {reduces wrinkles}. | plain
Without a doubt, retinol {reduces wrinkles}. | plain
There is no doubt that retinol {reduces wrinkles}. | plain
Retinol {reduces wrinkles} like no other. | plain
No needles needed, exosomes {reach the dermis}. | plain setting:intact-skin
Without needles, exosomes {reach the dermis}. | plain setting:intact-skin
Nothing {reduces wrinkles} like retinol. | plain
You won't believe how retinol {reduces wrinkles}. | plain
Never has retinol {reduced wrinkles} so well. | plain
"""

PROOF = """
Exosomes are [clinically proven] to {reduce wrinkles}. | claims_proof
[Proven] to {reduce wrinkles}: exosomes. | claims_proof
[Clinically proven] exosomes {reduce wrinkles}. | claims_proof
[Studies confirm] that exosomes {reduce wrinkles}. | claims_proof
Exosomes have [not been proven] to {reduce wrinkles}. | negated status
Exosomes are [not clinically proven] to {reduce wrinkles}. | negated status
There is [no evidence] that exosomes {reduce wrinkles}. | negated status
It is [unproven] that exosomes {reduce wrinkles}. | negated status
Exosomes are [being studied] to {reduce wrinkles}. | status
Whether exosomes {reduce wrinkles} is [still emerging]. | status
[Early results] say that exosomes {reduce wrinkles}. | status
Retinol is clinically proven; exosomes {reduce wrinkles}. | plain
Retinol is clinically proven, but exosomes {reduce wrinkles}. | plain
Exosomes {reduce wrinkles}. Retinol is clinically proven. | plain
Retinol {reduces wrinkles}, though results are not guaranteed. | plain
Retinol {reduces wrinkles}; results cannot be guaranteed. | plain
Retinol {reduces wrinkles}, but we cannot guarantee results. | plain
Retinol is clinically proven to calm redness, and exosomes {reduce wrinkles}. | plain
"""

STRENGTH = """
Retinol [may] {reduce wrinkles}. | hedged
Retinol is [designed to] {reduce wrinkles}. | hedged
Retinol [could potentially] {reduce wrinkles}. | hedged
Retinol [helps] {reduce wrinkles}. | hedged
Retinol calms redness and [may] {reduce wrinkles}. | hedged
Retinol {reduces wrinkles} but may irritate. | plain
Retinol {reduces wrinkles}. It may irritate. | plain
Retinol {reduces} the [look of] wrinkles. | appearance
Retinol [visibly] {reduces wrinkles}. | appearance
Retinol {reduces} the [appearance of] wrinkles. | appearance
Retinol [may] {reduce} the [look of] wrinkles. | hedged appearance
Retinol is [guaranteed] to {reduce wrinkles}. | absolute
Retinol [always] {reduces wrinkles}. | absolute
Retinol {reduces wrinkles} [permanently]. | absolute
Retinol does [not] always {reduce wrinkles}. | negated
We [cannot guarantee] that retinol {reduces wrinkles}. | negated status
Retinol {reduces wrinkles}. Results cannot be guaranteed. | plain
Retinoids {erase wrinkles}. | full_effect
Retinol {boosts wrinkles}. | opposite
Retinol [does not] {boost wrinkles}. | negated opposite
"""

VOICES = """
[I] noticed that retinol {reduced wrinkles}. | testimonial
## Reviews / / This retinol {reduced wrinkles}. | testimonial
[According to] the makers, retinol {reduces wrinkles}. | attributed
[A trial] found that retinol {reduces wrinkles}. | attributed
Warning letter / / [Your website states] that retinol {reduces wrinkles}. | attributed
That retinol {reduces wrinkles} [is a myth]. | negated disputed
[Beware of] anyone who says that retinol {reduces wrinkles}. | disputed attributed
Retinol {reduces wrinkles}. We disagree with that. | disputed
"""

SETTINGS = """
After [microneedling], exosomes {reach the dermis}. | plain setting:after-needling
Exosomes {reach the dermis} [in mice]. | plain setting:animal
[In vitro], exosomes {reach the dermis}. | plain setting:in-vitro
[Injected] exosomes {reach the dermis}. | plain setting:injected
Exosomes are rubbed in rather than injected, yet {reach the dermis}. | plain setting:intact-skin
Exosomes {reach the dermis} without RF microneedling. | plain setting:unknown
Exosomes are brushed on instead of injected and {reach the dermis}. | plain setting:unknown
Exosomes, as opposed to injected peptides, {reach the dermis}. | plain setting:unknown
[Injected] rather than rubbed in, exosomes {reach the dermis}. | plain setting:injected
# How / / First comes microneedling. / / Exosomes then {reach the dermis}. | plain setting:after-needling
# How / / We cleanse. / / Then comes microneedling. / / Exosomes {reach the dermis}. | plain setting:unknown
# How / / We offer microneedling. / / # Prices / / Exosomes {reach the dermis}. | plain setting:unknown
# How / / Microneedling comes first. / / At home, exosomes {reach the dermis}. | plain setting:intact-skin
Exosomes {reach the dermis} of [intact skin]. | plain setting:intact-skin
An exosome [serum] that {reaches the dermis}. | plain setting:intact-skin
Exosomes {reach the dermis}. | plain setting:unknown
# Microneedling / / Exosomes {reach the dermis}. | plain setting:after-needling
# Exosome serum / / - {Reaches the dermis} | plain setting:intact-skin
# Exosome serum / / After [microneedling] it {reaches the dermis}. | plain setting:after-needling
# Microneedling / / # Home care / / Exosomes {reach the dermis}. | plain setting:unknown
No needles needed: unlike microneedling, exosomes {reach the dermis} by themselves. | plain setting:intact-skin
"""

NUMBERS = """
Retinol {reduces wrinkles}. | plain number:none
0.5 % retinol {reduces wrinkles}. | plain number:none
Retinol {reduces wrinkles} in 24 weeks. | plain number:none
Retinoids {reduce wrinkles} by 94%. | plain number:94%
Retinol {reduces wrinkles} in 2 days. | plain number:2_days
Retinol {reduces wrinkles} 10x. | plain number:10x
5 ml of retinol {reduce wrinkles} over 3 sessions. | plain number:none
94% of women saw {fewer wrinkles}. | plain number:none
94% / Women saw {fewer wrinkles} | plain number:none
94% / Retinoids {reduce wrinkles} | plain number:94%
Retinol {reduces wrinkles} by 94%. | plain number:94%
"""

TURNS = """
[Neither] retinol nor bakuchiol {reduces wrinkles}. | negated
Retinol [neither] reduces wrinkles nor {treats acne}. | negated
Our exosomes are [not] yet {FDA approved}. | negated
Our exosomes have [never] yet been {FDA approved}. | negated
Gentle, yet our exosomes are {FDA approved}. | plain
It [is not true that] retinol {reduces wrinkles}. | negated
It [is false that] retinol {reduces wrinkles}. | negated
It [is untrue that] retinol {reduces wrinkles}. | negated
Our exosomes, which are not a drug, {reduce wrinkles}. | plain
Without parabens or sulfates, retinol {reduces wrinkles}. | plain
Retinol [does not] increase collagen, {reduce wrinkles} or treat acne. | negated
Retinol [does not] reduce wrinkles, {treat acne} or boost collagen. | negated
Retinol [does not] reduce wrinkles, boost collagen or {treat acne}. | negated
Retinol does not increase collagen, {reduces wrinkles} or treats acne. | plain
Retinol does not increase collagen and {reduces wrinkles}. | plain
Retinol does not increase collagen, it can {reduce wrinkles}. | plain
The {FDA} has approved [no] exosomes. | negated
{Reduction of wrinkles} with retinol was [not] seen. | negated
{Reduces wrinkles} and is not sticky. | plain
{FDA approved} exosomes are not for everyone. | plain
"""

PROOF_OF_ANOTHER = """
Unlike clinically proven retinol, exosomes {reduce wrinkles}. | plain
Exosomes are made in a proven facility and {reduce wrinkles}. | plain
"""

DOUBTS = """
Researchers are studying why exosomes {reduce wrinkles}. | plain
It is not yet known exactly how exosomes {reduce wrinkles}. | plain
Our team does not fully understand why exosomes {reduce wrinkles}. | plain
Why exosomes {reduce wrinkles} is still being studied. | plain
The process by which exosomes {reduce wrinkles} is not fully understood. | plain
While the exact mechanism is still being studied, exosomes {reduce wrinkles}. | plain
Exosomes {reduce wrinkles}, and how they do it remains unclear. | plain
Although other uses are still being investigated, exosomes {reduce wrinkles}. | plain
Exosomes are a promising serum that {reduces wrinkles}. | plain
Exosomes, a promising new treatment, {reduce wrinkles}. | plain
Exosomes are a promising approach because they {reduce wrinkles}. | plain
Exosomes are promising, {reducing wrinkles}. | plain
Exosomes {reduce wrinkles} and are being investigated for collagen. | plain
Because exosomes are small and light, they {reduce wrinkles}. | plain
In theory and in practice, exosomes {reduce wrinkles}. | plain
Researchers are [studying whether] exosomes {reduce wrinkles}. | status
Researchers [are studying] how well exosomes {reduce wrinkles}. | status
It [is unclear] how exosomes would {reduce wrinkles}. | status
The mechanism and efficacy [are still unclear], and some say that exosomes {reduce wrinkles}. | status
Exosomes are a [promising treatment] that may {reduce wrinkles}. | hedged status
There is [limited evidence] for an exosome serum that {reduces wrinkles}. | status
Exosomes {reduce wrinkles}, but this is [still being studied]. | status
Exosomes are [being studied] to boost collagen and {reduce wrinkles}. | status
In [studies that were small and] short, exosomes {reduced wrinkles}. | status
"""


def lines(block: str) -> list[str]:
    return [line for line in block.strip().splitlines() if line]


@pytest.mark.parametrize("line", lines(NEGATION))
def test_negation(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(ENDS_OF_NEGATION))
def test_where_a_negation_ends(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(LISTS))
def test_a_negation_governs_its_list(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(PSEUDO))
def test_what_only_looks_like_a_negation(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(PROOF))
def test_proof_and_its_denial(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(STRENGTH))
def test_how_much_is_claimed(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(VOICES))
def test_who_speaks(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(SETTINGS))
def test_setting(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(NUMBERS))
def test_numbers_that_the_evidence_does_not_have(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(TURNS))
def test_what_a_negation_is_said_of(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(PROOF_OF_ANOTHER))
def test_proof_of_something_else_is_none(line: str) -> None:
    holds(line)


@pytest.mark.parametrize("line", lines(DOUBTS))
def test_what_research_status_is_said_of(line: str) -> None:
    holds(line)


# ------------------------------------------------------------------ the notation itself


@pytest.mark.parametrize(
    "line",
    [
        "Retinol {reduces} wrinkles.",
        "Retinol {reduces} wrinkles. |",
        "Retinol reduces wrinkles. | negated",
        "Retinol {reduces} {wrinkles}. | negated",
        "Retinol {reduces} wrinkles. | denied",
        "Retinol {reduces} wrinkles. | plain hedged",
        "Retinol [does not] {reduce} wrinkles. | plain",
        "Retinol [does not {reduce} wrinkles. | negated",
    ],
)
def test_a_line_that_asserts_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        parsed(line)


@pytest.mark.parametrize(
    "line",
    [
        "Retinol {reduces} wrinkles. | negated",
        "Retinol does not {reduce} wrinkles. | plain",
        "Retinol [gladly] does not {reduce} wrinkles. | negated",
        "Retinol is a {molecule}. | plain",
        "After microneedling, exosomes {reach the dermis}. | plain setting:intact-skin",
        "Retinoids {reduce wrinkles} by 94%. | plain number:none",
    ],
)
def test_a_line_that_is_wrong_fails(line: str) -> None:
    with pytest.raises((AssertionError, LookupError)):
        holds(line)


def test_marks_are_taken_out_and_offsets_stay() -> None:
    line = parsed("# Retinol / / It [does not] {reduce} wrinkles. | negated setting:unknown number:none")
    assert line.text == "# Retinol\n\nIt does not reduce wrinkles."
    assert line.text[slice(*line.claim)] == "reduce"
    assert [line.text[slice(*cue)] for cue in line.cues] == ["does not"]
    assert (line.setting, line.numbers) == (frozenset(), ())


# ------------------------------------------------------------------ around it


def test_a_phrasing_has_a_polarity_of_its_own() -> None:
    wordings = {p.text: polarity(p) for held in CHECKER.index.by_anchor.values() for p in held}
    assert wordings["No exosome product is approved by the FDA."] is True
    assert wordings["Exosomes reduce wrinkles."] is False


def test_what_is_carried_from_elsewhere_is_named_with_its_line() -> None:
    ((match, candidate),) = found("# Microneedling\n\nExosomes reach the dermis.\n")
    _, carried = qualify(match, candidate, CHECKER.reader)
    assert [(taken.concept, taken.role, taken.spot.line) for taken in carried] == [("after-needling", "setting", 1)]


def test_numbers_known_to_a_claim_beside_it_are_no_strays() -> None:
    text = "94% of women saw fewer wrinkles, and it boosts collagen."
    held = found(text)
    beside = [match for match, _ in held]
    got = [qualify(match, candidate, CHECKER.reader, beside)[0].quantities for match, candidate in held]
    assert len(got) == 2 and got == [(), ()]
