"""Why a claim got its label, in a few plain sentences.

In go a match and the judge's row, out come the sentences: what it is judged as, what is known, and what decided. A room
of its own because a reader takes these sentences at their word, and each must be true of his.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judge import MODEST, OF_THE_FIRM, OUTSIDE, OWN, STRONGER, UNSETTLED, Row
from factcheck.match.phrasing import Match
from factcheck.model import Carried, Cue, Qualifiers
from factcheck.qualify.amounts import GOODS, own_figure
from factcheck.segment.candidates import Candidate

AGREES = "evidence-agrees"
AS_ANY_COSMETIC = "This is judged as a claim for any cosmetic, not for “{}”{} in particular."
AS_ANY = "This is judged as a claim for any cosmetic, not for what it contains."
ANSWERS = "This answers “{}” ({})."
NAMED_THERE = " ({})"
NOT_ON_THIS = "What is cited of “{}” or its kind is not of this effect by itself."
NOT_FOR = "There is evidence, but not for {}."
OTHER_RULE = "The rule is for other amounts than {}."
TOO_STRONG = "The evidence points that way, but {} {} more than it shows."
SOFT = "With {} it says no more than the evidence, which is thin, unsettled or short of the whole effect."
OWN_FIGURE = "A figure like “{}” needs a test of its own, which the firm must hold."
NO_MEANING = "The word has no agreed meaning that evidence could bear out."
NO_MORE = "The claim says no more than that."
"""Where what decides is a rule or the firm's own evidence, and no study could be thin."""
DECIDING = {STRONGER: ("absolute", "proof"), MODEST: ("status", "hedge", "no-proof")}
"""Of a reason, the kinds of words that it rests on."""


def explanation(
    match: Match, row: Row, qualifiers: Qualifiers, beyond: Sequence[str], candidate: Candidate, *, cited: bool
) -> str:
    """Why this label; `beyond`: amounts that nobody tried, `cited`: what is known of its ingredient is listed too."""
    assertion = match.assertion
    why = assertion.explains or (row.means if row.reason == AGREES else assertion.because)
    other = match.stands_for if row.reason not in OF_THE_FIRM else None
    figure = own_figure(match, (amount for amount in qualifiers.quantities if amount not in beyond))
    aside = NOT_ON_THIS.format(other.text) if other and cited else ""
    own = _on_figure(match, row, figure)
    means = "" if own and row.reason in OF_THE_FIRM else _means(match, row, qualifiers, beyond)
    parts = (_answering(match, candidate), _general(match, other), why, means, own, aside)
    return " ".join(part for part in parts if part)


def _answering(match: Match, candidate: Candidate) -> str:
    """What an answer without words of its own answers: "Yes." claims what was asked."""
    asked = candidate.answers if match.from_question else None
    return ANSWERS.format(asked.text.strip(), asked.spot.words) if asked else ""


def _general(match: Match, other: Carried | None) -> str:
    """That nothing is known of the ingredient meant, so that the claim is judged as any cosmetic's."""
    if other is None:
        return ""
    there = NAMED_THERE.format(other.spot.words) if other in match.carried or not other.concept else ""
    return AS_ANY_COSMETIC.format(other.text, there) if other.text else AS_ANY


def _of_ingredient(match: Match) -> bool:
    """Whether it is told of an ingredient that the copy or its question names: "Is urea fine for dry skin? Yes."

    That is no fact about a firm or its product, as "our urea cream is fine for dry skin" would be.
    """
    of, named = match.stands_for, match.reading.mentions
    goods = any(m.kind == "product" for m in named) or "our" in match.reading.words.folds
    if of is None or not of.concept or not of.text or goods:
        return False
    return of.text.split()[-1].casefold() not in GOODS


def offered(match: Match, row: Row, qualifiers: Qualifiers) -> str | None:
    """A wording that the evidence carries; none for what is borne out, nor for what somebody saw or measured.

    "82% saw fewer lines" is what a panel answered, and nobody rewrites an answer.
    """
    answered = qualifiers.testimonial or (row.reason in OF_THE_FIRM and match.assertion.basis != "own-evidence")
    return None if row.label == "supported" or answered else match.assertion.instead


def deciding(row: Row, qualifiers: Qualifiers) -> tuple[Cue, ...]:
    """The words on which the label rests: what goes further than the evidence ("uniquely"), or what softens a claim."""
    return tuple(cue for cue in qualifiers.cues if cue.kind in DECIDING.get(row.reason, ()))


def turns(row: Row, qualifiers: Qualifiers, start: int) -> tuple[Cue, ...]:
    """The words without which a claim that begins there reads as another: what makes it modest, or denies it."""
    denying = tuple(cue for cue in qualifiers.cues if cue.kind == "negation" and cue.start < start)
    softening = deciding(row, qualifiers) if row.reason == MODEST else ()
    return softening or (denying if qualifiers.negated else ())


def _means(match: Match, row: Row, qualifiers: Qualifiers, beyond: Sequence[str]) -> str:
    """What the row's reason means here; nothing where the evidence agrees."""
    assertion = match.assertion
    if row.reason == AGREES:
        return ""
    if row.reason == STRONGER and (words := _that_overstate(match, qualifiers)):
        return TOO_STRONG.format(_quoted(words), "claims" if len(words) == 1 else "claim")
    if row.reason == MODEST and assertion.basis != "studies":
        return NO_MORE
    if row.reason == UNSETTLED and assertion.basis == "definition":
        return NO_MEANING
    if row.reason == OWN and _of_ingredient(match):
        return ""
    if row.reason == MODEST and (soft := deciding(row, qualifiers)):
        return SOFT.format(_quoted([cue.text for cue in soft]))
    if row.reason != OUTSIDE or not beyond:
        return row.means
    return (OTHER_RULE if assertion.basis == "rule" else NOT_FOR).format(_quoted(beyond))


def _that_overstate(match: Match, qualifiers: Qualifiers) -> tuple[str, ...]:
    """The words that go too far: absolute ones, else the verb of a whole effect, an amount or a word of proof."""
    words, by = match.reading.words.texts, match.anchor.by
    verb = match.reading.mentions[by] if qualifiers.full_effect and by is not None else None
    kinds = [[cue.text for cue in qualifiers.cues if cue.kind == kind] for kind in ("absolute", "proof")]
    whole = [" ".join(words[verb.first : verb.last])] if verb else []
    found = next((each for each in (kinds[0], whole, [*qualifiers.quantities], kinds[1]) if each), [])
    return tuple(dict.fromkeys(found))


def _quoted(words: Sequence[str]) -> str:
    return " and ".join(f"“{word}”" for word in dict.fromkeys(words))


def _on_figure(match: Match, row: Row, figure: str) -> str:
    """What a percentage in the claim, or on the line before it, would need."""
    said = figure and match.assertion.basis == "studies" and row.label == "unsupported" and row.reason != "testimonial"
    return OWN_FIGURE.format(figure) if said else ""
