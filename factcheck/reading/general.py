"""What a sentence leads with: something in the world ("Free radicals cause wrinkles"), or a pronoun.

In goes a reading, out comes whether the words before its verb name such a thing. A room of its own because what a page
says of stress, of hormones or of healthy skin is no claim for the product in its heading, what it says of "it" is said
of what stands before, and no parser is needed to see either.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.named import OF_SKIN
from factcheck.reading.mentions import BE, SUBJECTS
from factcheck.reading.reader import Reading

_WORLD = frozenset(
    """diet nutrition exercise stress sleep smoking alcohol sugar exposure sunlight pollution pollutants toxins
    deficiency deficiencies hormones menopause pregnancy childbirth ageing aging genetics weather humidity
    dehydration inflammation illness medication medications surgery climate winter summer heat wind sun
    antioxidants radicals rays radiation light enzymes lipids fibroblasts keratinocytes melanocytes sebum bacteria
    effluvium alopecia eczema psoriasis rosacea acne shedding loss thinning disorders disease""".split()
)
"""Heads of subjects that are nobody's product."""
_BYSTANDERS = frozenset(
    """blood needle needles cannula syringe centrifuge saline anaesthetic anesthetic numbing ice air steam water music
    breathing stretching oils waxes immune lymphatic nervous surgery""".split()
)
"""What a page tells of beside what it sells: what else is used or goes on in a clinic, and in the body."""
_KINDS_OF = frozenset("cream gel spray pack packs system exercises techniques".split())
"""What may stand behind such a word: "numbing cream", "the immune system"."""
_SOME = frozenset("amount drop drops tube tubes sample samples little bit".split())
LEADING = 5
"""Words of a sentence among which it names a bystander."""
_DEFINING = frozenset({"a", "an", "the", "what", "one", "our", "your"})
_EVIDENCE = frozenset({"evidence", "proof", "data", "trials", "studies", "research"})
_GOING_ON = frozenset(". , ; in as against taken from is".split())
"""What follows a thing that evidence is on, and not what is made of it: "for collagen in", "for collagen | growth"."""
_LAYERS = frozenset("dermis epidermis hypodermis".split())
_BODY = frozenset("skin hair follicle follicles barrier scalp complexion cells".split()) | _LAYERS
_GENERAL = frozenset(
    "means mean contains contain produces produce needs need requires require ages loses lose relies depends".split()
)
"""What is said of bodies in general; "your skin looks younger" is a promise."""
_PLACED = frozenset("around under beneath below above on of".split())
"""Words after which a part of the body is told: "skin around the eyes has few glands"."""
_BEFALLS = frozenset("affect affects impact impacts concern concerns strike strikes plague plagues".split())
"""What troubles do to people: "hair loss affects millions"."""
_VANISHED = frozenset("gone past history less fewer clear better visibly".split())
"""What is promised of a trouble: "acne is a thing of the past"."""
_EFFECTS = frozenset({"effect", "effects", "impact", "impacts"})
_DASHES = frozenset("— – -".split())
_ENDS = BE | _GENERAL | _BEFALLS | _DASHES | frozenset("can will may might could has have help helps do does".split())
_HOW = frozenset("when after with by during via through once following".split())
_CIRCUMSTANCE = _HOW | frozenset("against for from without if as".split())
_NOT_LEADING = frozenset("no zero not of in on to like than instead , : and or".split())
_LEADING = frozenset({"they", "it"})
_POINTING = frozenset({"this", "these"})
_THING = frozenset("compound compounds ingredient ingredients molecule molecules substance substances active".split())
"""What a thing that was named is called: "this compound" is as good as "it"."""
_DETERMINERS = frozenset({"this", "the", "our", "a", "an"})
LABEL = 3
"""Words of a label before its colon."""
_ORIGINS = frozenset("derived isolated extracted harvested sourced secreted released".split())
"""What a phrase on where something comes from begins with."""
_IN_ORDER = frozenset("first second third secondly thirdly finally additionally moreover furthermore also then".split())
"""Words that only say that more is told."""
NEAR = 5
"""Words after a verb among which its object stands."""
LONGEST = 7
"""Words of a subject before its verb."""
_STAFF = frozenset(
    """clinic clinics practice dermatologist dermatologists doctor doctors physician physicians team specialist
    specialists surgeon surgeons nurse nurses expert experts clinician clinicians therapist therapists aesthetician
    aestheticians facialist facialists practitioner practitioners""".split()
)
_PROCESSES = frozenset({"process", "procedure", "injury", "wounding", "trauma", "damage"})
OPENING = 5
"""Words of a sentence among which it says that it speaks of a process."""


def of_the_world(reading: Reading) -> bool:
    """Whether the sentence's own subject is something in the world, or a body as bodies are."""
    folds = reading.words.folds
    begins = any(m.first == 0 and m.kind in {"effect", "relation"} for m in reading.mentions)
    if begins or folds[0] in _CIRCUMSTANCE or "," in folds[:2]:
        return False
    if _has_effects(folds) or _evidence_on_tissue(folds):
        return True
    verb = _verb(reading)
    if verb is None:
        return False
    head = folds[verb - 1]
    if head in OF_SKIN:
        defined = folds[verb] in BE and not _DEFINING.isdisjoint(folds[verb + 1 : verb + 2])
        return defined or (folds[verb] not in BE and folds[verb].endswith("s") and _has_object(verb, reading))
    if folds[0] in _BODY and folds[1] in _PLACED:
        return not _GENERAL.isdisjoint(folds[verb : verb + 3])
    if head in _BODY:
        own = folds[0] in {"your", "the", "our"} and head not in _LAYERS
        return folds[verb] in _GENERAL and verb > 1 and not own
    if folds[verb] in _DASHES:
        return head in _WORLD and not _DASHES.isdisjoint(folds[verb + 1 :])
    return head in _WORLD and (folds[verb] in _BEFALLS or _has_object(verb, reading))


def of_bystander(reading: Reading) -> bool:
    """Whether a sentence tells of what only stands by: "Blood is drawn", "The numbing cream works in minutes".

    Not if a thing that is sold comes behind its verb: "The needle carries the serum into the skin".
    """
    folds = reading.words.folds
    at = next((i for i in range(min(LEADING, len(folds))) if folds[i] in _BYSTANDERS), None)
    if at is None or not _leads(at, folds):
        return False
    behind = at + 1
    while behind < len(folds) and (folds[behind] in _KINDS_OF or folds[behind].endswith("ly")):
        behind += 1
    sold = any(m.kind in SUBJECTS and m.first >= behind for m in reading.mentions)
    return not sold and (behind in _acting(reading) or not _ENDS.isdisjoint(folds[behind : behind + 1]))


def _leads(at: int, folds: Sequence[str]) -> bool:
    """Whether nothing but what describes a thing stands before it: "a small amount of blood", not "no needle"."""
    before = folds[:at]
    some = before[-1:] == ("of",) and not _SOME.isdisjoint(before[-2:-1])
    return (_CIRCUMSTANCE | _ENDS | _NOT_LEADING).isdisjoint(before[:-1] if some else before)


def opens_with_circumstance(reading: Reading) -> bool:
    """ "When injected, they …": what stands first says how, not what."""
    return reading.words.folds[0] in _HOW


def begins(reading: Reading) -> int:
    """Where a sentence begins, behind a label and a determiner: "FrostJet: this | cooling system"."""
    folds = (*reading.words.folds, "")
    at = folds.index(":") + 1 if ":" in folds[1 : LABEL + 1] else 0
    return at + (folds[at] in _DETERMINERS)


def pronoun(reading: Reading) -> int | None:
    """Where a pronoun is the subject: first, or behind an opening ("derived from cells, they …", "second, it …")."""
    folds = (*reading.words.folds, "", "")
    opened = folds[0] in _ORIGINS or (folds[0] in _IN_ORDER and folds[1] == ",")
    at = folds.index(",") + 1 if opened and "," in folds[:-2] else 0
    pointing = folds[at] in _POINTING and folds[at + 1] in _THING
    return at if folds[at] in _LEADING or pointing else None


def of_staff(reading: Reading) -> bool:
    """Whether a sentence is about those who treat people: "Our dermatologists treat acne"."""
    folds = reading.words.folds
    return folds[0] in {"our", "the"} and not _STAFF.isdisjoint(folds[1:3])


def of_process(reading: Reading) -> bool:
    """Whether a sentence speaks of a procedure by another word: "through this process", "the injury"."""
    return any(a in {"this", "the"} and b in _PROCESSES for a, b in pairwise(reading.words.folds[:OPENING]))


def _has_effects(folds: Sequence[str]) -> bool:
    """Whether effects are told of something in the world: "the effects of sun exposure on wrinkles"."""
    told = [i for i, word in enumerate(folds[:NEAR]) if word in _EFFECTS and folds[i + 1 : i + 2] == ("of",)]
    return any(not _WORLD.isdisjoint(folds[i + 2 : i + 4]) for i in told)


def _evidence_on_tissue(folds: Sequence[str]) -> bool:
    """Whether the evidence told of is on what skin is made of: "little evidence speaks for collagen in nails"."""
    at = next((i for i, word in enumerate(folds[:NEAR]) if word in _EVIDENCE), len(folds))
    behind = (folds[i + 2 : i + 3] for i, pair in enumerate(pairwise(folds)) if i > at and _on_tissue(pair))
    return any(not word or word[0] in _GOING_ON for word in behind)


def _on_tissue(pair: tuple[str, str]) -> bool:
    return pair[0] in {"for", "on", "behind"} and pair[1] in OF_SKIN


def _verb(reading: Reading) -> int | None:
    """The first word that can be the sentence's verb, or a sign that ends its subject."""
    acting = _acting(reading)
    inside = {i for m in reading.mentions if m.form == "names" for i in range(m.first + 1, m.last)}
    folds = reading.words.folds
    stops = (i for i in range(1, min(LONGEST, len(folds))) if (i in acting and i not in inside) or folds[i] in _ENDS)
    return next(stops, None)


def _acting(reading: Reading) -> set[int]:
    """Where what happens is told."""
    return {m.first for m in reading.mentions if m.kind in {"effect", "relation"} or m.form in {"does", "worsens"}}


def _has_object(verb: int, reading: Reading) -> bool:
    """Whether the subject does it to something: "stress causes redness", and not "redness fades", "acne is reduced"."""
    folds = reading.words.folds
    if folds[verb] in BE:
        said = folds[verb + 1 : verb + 4]
        return _VANISHED.isdisjoint(said) and not any(word.endswith(("ed", "er")) for word in said)
    if any(m.first == verb and m.form == "worsens" and m.last - verb > 1 for m in reading.mentions):
        return True  # "makes skin dry", in one wording
    after = folds[verb + 1 : verb + 1 + NEAR]
    ends = next((i for i, word in enumerate(after) if word in {",", "and", ".", ";", "within", "in", "by"}), len(after))
    return any(verb < m.first <= verb + ends for m in reading.mentions)
