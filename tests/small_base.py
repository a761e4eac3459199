"""A small evidence base in Python, for tests that must not depend on what experts write: real cues, own concepts."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.db.files import read_folder
from factcheck.db.folder import find_base
from factcheck.engine import Checker
from factcheck.match.matches import matches
from factcheck.match.phrasing import Match
from factcheck.model import (
    Assertion,
    Claim,
    ClaimsDB,
    Concept,
    CueRule,
    Document,
    Evidence,
    EvidenceSays,
    Examples,
    Lexicon,
    ProofLacking,
    Source,
    Strength,
    Within,
)
from factcheck.read import from_text
from factcheck.segment.candidates import Candidate, candidates

CONCEPTS = (
    # subjects
    Concept(id="cosmetic", kind="product", forms=("cosmetic", "serum", "cream", "product", "formula"), generic=True),
    Concept(id="treatment", kind="product", forms=("treatment", "results"), generic=True),
    Concept(id="exosomes", kind="ingredient", isa=("cosmetic",), forms=("exosome",)),
    Concept(id="plant-exosomes", kind="ingredient", isa=("exosomes",), forms=("plant exosome",)),
    Concept(id="retinoid", kind="ingredient", isa=("cosmetic",), forms=("retinoid",)),
    Concept(id="retinol", kind="ingredient", isa=("retinoid",), forms=("retinol", "vitamin a")),
    Concept(id="bakuchiol", kind="ingredient", isa=("cosmetic",), forms=("bakuchiol",)),
    Concept(id="peptides", kind="ingredient", isa=("cosmetic",), forms=("peptide",)),
    Concept(id="microneedling", kind="procedure", setting="after-needling", forms=("microneedling",)),
    # what is done to what
    Concept(id="improve", kind="effect", direction="better", forms=("improve", "treat")),
    Concept(id="increase", kind="effect", direction="up", forms=("boost", "increase", "stimulate", "more")),
    Concept(
        id="decrease", kind="effect", direction="down", forms=("reduce", "reduction", "soften", "calm", "fewer", "less")
    ),
    Concept(
        id="erase", kind="effect", direction="down", degree="full", isa=("decrease",), forms=("erase", "eliminate")
    ),
    Concept(id="wrinkles", kind="outcome", valence="bad", forms=("wrinkle", "fine line"), does=("anti wrinkle",)),
    Concept(id="collagen", kind="outcome", valence="good", forms=("collagen", "collagen production")),
    Concept(id="redness", kind="outcome", valence="bad", forms=("redness",), worsens=("irritate",)),
    Concept(id="acne", kind="disease", valence="bad", forms=("acne", "breakout")),
    # relations, places, standing
    Concept(id="penetrate", kind="relation", forms=("penetrate", "absorb", "reach")),
    Concept(id="better-than", kind="relation", forms=("better than", "outperform")),
    Concept(id="dermis", kind="body", forms=("dermis", "deep layer")),
    Concept(id="skin", kind="body", forms=("skin",), generic=True),
    Concept(id="fda", kind="authority", forms=("fda",)),
    Concept(id="ema", kind="authority", forms=("ema",)),
    Concept(id="approved", kind="status", forms=("approve", "approval")),
    Concept(id="registered", kind="status", forms=("register", "registration")),
    Concept(id="hypoallergenic", kind="status", forms=("hypoallergenic",)),
    Concept(id="women", kind="people", forms=("women",)),
)


def _cues() -> Iterator[CueRule]:
    """The cues of the shipped lexicon, read as the loader reads them."""
    for file in read_folder(find_base()).lexicon:
        yield from file.value.cues


def _assertion(
    slug: str, says: str, *also: str, verdict: EvidenceSays, strength: Strength = "moderate", **more: object
) -> Assertion:
    shows = {"supported": "supports", "contradicted": "contradicts", "unsettled": "mixed"}[verdict]
    return Assertion(
        id=f"small.{slug}", says=says, also=also, evidence_says=verdict, strength=strength, because="A reason.",
        evidence=(Evidence(source="a-trial", shows=shows),), examples=Examples(), **more,
    )  # fmt: skip


ASSERTIONS = (
    _assertion(
        "not-approved", "No exosome product is approved by the FDA.", "There are no FDA approved exosomes.",
        verdict="supported", strength="high", basis="rule", unless=("registered",),
    ),
    _assertion(
        "crosses", "Exosomes penetrate intact skin to the dermis.", "Exosomes reach the dermis.",
        verdict="contradicted", within=Within(setting=("intact-skin",)),
    ),
    _assertion(
        "exosomes-wrinkles", "Exosomes reduce wrinkles.", "exosomes for fewer wrinkles",
        verdict="unsettled", strength="low", proof_lacking=ProofLacking(source="a-trial", quote="No proof."),
    ),
    _assertion("needled-exosomes-wrinkles", "Exosomes after microneedling reduce wrinkles.",
               verdict="unsettled", strength="low"),
    _assertion("retinoid-wrinkles", "Retinoids reduce wrinkles.", verdict="supported"),
    _assertion(
        "retinol-wrinkles", "Retinol reduces wrinkles.", verdict="supported",
        within=Within(dose=">= 0.1 %", time="12-52 weeks"),
    ),
    _assertion("retinol-erases", "Retinol erases wrinkles.", verdict="contradicted"),
    _assertion("cosmetic-wrinkles", "A cosmetic reduces wrinkles.", verdict="unsettled", strength="low"),
    _assertion("cosmetic-collagen", "A cosmetic boosts collagen.", verdict="unsettled", strength="low"),
    _assertion("cosmetic-acne", "A cosmetic treats acne.", verdict="unsettled", strength="low"),
    _assertion("needling-collagen", "Microneedling boosts collagen.", verdict="supported"),
    _assertion("peptides-collagen-lab", "Peptides increase collagen in vitro.", verdict="supported",
               within=Within(setting=("in-vitro", "animal"))),
    _assertion("peptides-calm", "Peptides reduce redness.", verdict="supported"),
    _assertion("peptides-do-not-calm", "Peptides reduce redness.", verdict="contradicted"),
    _assertion("bakuchiol-beats", "Bakuchiol is better than retinol.", verdict="contradicted"),
    _assertion("hypoallergenic", "The serum is hypoallergenic.", verdict="unsettled", strength="very-low",
               basis="own-evidence"),
    _assertion("survey", "# % of women saw fewer wrinkles.", verdict="unsettled", strength="very-low",
               basis="own-evidence"),
)  # fmt: skip

DB = ClaimsDB(
    assertions=ASSERTIONS,
    sources=(Source(id="a-trial", kind="rct", title="A trial", year=2020, read="full", verification="verified"),),
    lexicon=Lexicon(concepts=CONCEPTS, cues=tuple(_cues())),
    digest="small",
)
CHECKER = Checker(DB)


def page(text: str) -> Document:
    return from_text(text, "page.txt")


def cut(text: str) -> tuple[Candidate, ...]:
    """All sentences of a page with their surroundings."""
    return candidates(page(text), CHECKER.reader)


def found(text: str) -> list[tuple[Match, Candidate]]:
    """Every match of a page with the sentence that it stands in."""
    return [(match, candidate) for candidate in cut(text) for match in matches(candidate, CHECKER.index)]


def claims(text: str) -> tuple[Claim, ...]:
    return CHECKER.check(page(text)).claims


def slugs(text: str) -> list[str]:
    """Which assertions the claims of a page are linked to, in order; "-" for claims without one."""
    return [claim.assertion.id.removeprefix("small.") if claim.assertion else "-" for claim in claims(text)]
