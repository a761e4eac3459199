"""Checks of the lexicon: that each wording leads to one concept, and each concept says what matching needs.

Comes in: a base as read. Goes out: problems. A file of its own because the lexicon is shared by all topics: a slip
here moves verdicts everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.db.load import Loaded
from factcheck.db.problems import Problem, did_you_mean
from factcheck.db.spots import Route, Spot, all_assertions, concepts, cues, folded, unread
from factcheck.model import Concept, spelled
from factcheck.named import BY_NAME

BELONGS = {
    "valence": ("outcome", "disease", "status"),
    "direction": ("effect",),
    "does": ("outcome", "disease"),
    "worsens": ("outcome", "disease"),
}
"""Keys that mean something for some kinds of concept only."""


def form_once(loaded: Loaded) -> Iterator[Problem]:
    """A wording names one concept, or one and a wider one."""
    wider = _wider(loaded)
    first: dict[str, tuple[str, str]] = {}
    for spot in concepts(loaded):
        for number, form in ((n, form) for n, text in enumerate(spot.value.forms) for form in spelled([text])):
            key = folded(form).lstrip("=")
            owner, place = first.setdefault(key, (spot.value.id, spot.where(("forms", number))))
            if not _related(owner, spot.value.id, wider):
                hint = f"take it out of one of them, or make one a kind of the other: isa: [{owner}]"
                yield spot.problem(("forms", number), f"{form!r} names {owner!r} already, at {place}", hint)


def isa_known(loaded: Loaded) -> Iterator[Problem]:
    """Wider concepts exist."""
    if unread(loaded, "lexicon"):
        return
    known = {spot.value.id for spot in concepts(loaded)}
    for spot in concepts(loaded):
        for number, name in enumerate(spot.value.isa):
            if name not in known:
                yield spot.problem(("isa", number), f"no concept {name!r}", did_you_mean(name, known))


def isa_ends(loaded: Loaded) -> Iterator[Problem]:
    """No concept is a kind of itself, by however many steps."""
    wider = _wider(loaded)
    for spot in concepts(loaded):
        if spot.value.id in wider[spot.value.id]:
            message = f"{spot.value.id!r} is a kind of itself"
            yield spot.problem(("isa",), message, f"by way of {', '.join(sorted(wider[spot.value.id]))}")


def outcome_has_valence(loaded: Loaded) -> Iterator[Problem]:
    """Of an outcome it is said whether more of it is wanted."""
    for spot in _of_kind(loaded, "outcome"):
        if spot.value.id not in _said(loaded, "valence"):
            hint = "valence: good (collagen: more is wanted) or bad (wrinkles)"
            yield spot.problem(("kind",), f"the outcome {spot.value.id!r} has no valence", hint)


def effect_has_direction(loaded: Loaded) -> Iterator[Problem]:
    """Of an effect it is said which way it goes."""
    for spot in _of_kind(loaded, "effect"):
        if spot.value.id not in _said(loaded, "direction"):
            hint = "direction: up, down, better or worse"
            yield spot.problem(("kind",), f"the effect {spot.value.id!r} has no direction", hint)


def key_fits_kind(loaded: Loaded) -> Iterator[Problem]:
    """Keys stand only where they mean something."""
    for spot in concepts(loaded):
        for key, kinds in BELONGS.items():
            if getattr(spot.value, key) and spot.value.kind not in kinds:
                message = f"`{key}` means nothing for a concept of kind {spot.value.kind}"
                yield spot.problem((key,), message, f"it is for the kinds {', '.join(kinds)}")


def concept_has_wordings(loaded: Loaded) -> Iterator[Problem]:
    """A concept is named by some wording, or gathers narrower ones."""
    parents = {name for spot in concepts(loaded) for name in spot.value.isa}
    for spot in concepts(loaded):
        worded = spot.value.forms or spot.value.does or spot.value.worsens
        if not worded and spot.value.id not in parents:
            yield spot.problem(("id",), f"nothing names the concept {spot.value.id!r}", "give it `forms`")


def setting_cue_has_setting(loaded: Loaded) -> Iterator[Problem]:
    """A setting cue says which setting."""
    for spot in cues(loaded):
        wanted, given = spot.value.kind == "setting", spot.value.setting is not None
        if wanted != given:
            message = "a setting cue without `setting`" if wanted else "`setting` is for cues of that kind"
            yield spot.problem(("kind",), message)


def masks_are_not_asked_for(loaded: Loaded) -> Iterator[Problem]:
    """What only hides shorter wordings is asked for by no assertion and no program, and is no kind of anything."""
    masks = {spot.value.id for spot in _of_kind(loaded, "mask")}
    for spot, route, name in _asking(loaded):
        if name in masks:
            hint = "give it the kind of what it says (`other`, if no kind fits), or ask for another concept"
            yield spot.problem(route, f"{name!r} is a mask: it hides wordings, and claims nothing", hint)


def _asking(loaded: Loaded) -> Iterator[tuple[Spot[Any], Route, str]]:
    """Every place that names a concept: that of the concept itself, where the program knows it by name."""
    for spot in all_assertions(loaded):
        yield from ((spot, ("unless", number), name) for number, name in enumerate(spot.value.unless))
        if spot.value.stands_behind:
            yield spot, ("stands_behind",), spot.value.stands_behind
    for each in concepts(loaded):
        yield from ((each, ("isa", number), name) for number, name in enumerate(each.value.isa))
        if each.value.id in BY_NAME or (each.value.isa and each.value.kind == "mask"):
            yield each, ("kind",), each.value.id


def only_absolute_cues_outdo(loaded: Loaded) -> Iterator[Problem]:
    """What sets its subject above all others is absolute; the judge asks no other cue."""
    for spot in cues(loaded):
        if spot.value.outdoes and spot.value.kind != "absolute":
            yield spot.problem(("outdoes",), "`outdoes` is for absolute cues")


def _of_kind(loaded: Loaded, kind: str) -> Iterator[Spot[Concept]]:
    """The concepts of one kind."""
    return (spot for spot in concepts(loaded) if spot.value.kind == kind)


def _said(loaded: Loaded, key: str) -> set[str]:
    """The concepts for which some file gives the key (a later base need not repeat it)."""
    return {spot.value.id for spot in concepts(loaded) if getattr(spot.value, key)}


def _wider(loaded: Loaded) -> dict[str, set[str]]:
    """Of each concept, all concepts that it is a kind of."""
    direct: dict[str, set[str]] = {}
    for spot in concepts(loaded):
        direct.setdefault(spot.value.id, set()).update(spot.value.isa)
    return {name: _reached(name, direct) for name in direct}


def _reached(name: str, direct: dict[str, set[str]]) -> set[str]:
    """Everything that can be reached from a concept by `isa`."""
    found: set[str] = set()
    ahead = set(direct[name])
    while ahead:
        found |= ahead
        ahead = {far for near in ahead for far in direct.get(near, ())} - found
    return found


def _related(one: str, other: str, wider: dict[str, set[str]]) -> bool:
    """Whether they are the same, or one is a kind of the other."""
    return one == other or one in wider[other] or other in wider[one]


LEXICON_LINTS = (
    form_once,
    isa_known,
    isa_ends,
    outcome_has_valence,
    effect_has_direction,
    key_fits_kind,
    concept_has_wordings,
    setting_cue_has_setting,
    masks_are_not_asked_for,
    only_absolute_cues_outdo,
)
