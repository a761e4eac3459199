"""Made-up product listings, as many as are wanted and no two alike, always the same for the same numbers.

Their claims are the examples of the evidence base, with about as many sentences between them that claim nothing as
real listings have; names and numbers differ from listing to listing, so that no cache of sentences flatters a figure.
"""

import random
from collections.abc import Iterator, Sequence

from factcheck.model import ClaimsDB

BRANDS = (
    "Alba Briar Cora Dune Elm Fjord Gala Hazel Iris Juno Kite Lark Mira Nova Opal Pine Quill Rook Sage Tarn".split()
)
LINES = "Calm Dew Glow Silk Veil Bloom Drift Aura Lumen Petal Velvet Halo".split()
KINDS = ["Serum", "Night Cream", "Eye Cream", "Face Mask", "Essence", "Gel", "Body Lotion", "Toner", "Scalp Tonic"]
PLAIN = [
    "{brand} {line} comes in a frosted glass bottle of {n} ml with a pipette.",
    "Apply {m} drops to clean skin, morning and evening.",
    "Smooth over face and neck and leave on for {n} minutes.",
    "Part of the {line} range by {brand}, made in small batches.",
    "Avoid the eye area and keep out of reach of children.",
    "Free delivery on orders over {n} euros, returns within {m} weeks.",
    "Scent: {line} with notes of rose and cedar.",
    "The {brand} team has {n} people and {m} dogs.",
    "Store below {n} degrees, away from sunlight.",
    "Suitable as a gift, wrapped by hand in our shop in {brand}ford.",
    "Use within {m} months of opening.",
    "A texture like {line}, neither sticky nor greasy, says {brand}.",
]
PANEL = (
    "Ingredients: Aqua, Glycerin, Niacinamide, Butylene Glycol, Sodium Hyaluronate, Panthenol, Carbomer, "
    "Phenoxyethanol, Ethylhexylglycerin, Parfum."
)


def listings(db: ClaimsDB, count: int, words: int = 120, seed: int = 1) -> Iterator[str]:
    """Listings of about so many words."""
    pool = sentences(db)
    chance = random.Random(seed)
    for _ in range(count):
        yield listing(pool, words, chance)


def sentences(db: ClaimsDB) -> list[str]:
    """What the base gives as examples, in order."""
    return [
        example
        for assertion in db.assertions
        for group in ("supported", "unsupported", "contradicted", "not_this")
        for example in getattr(assertion.examples, group)
    ]


def listing(pool: Sequence[str], words: int, chance: random.Random) -> str:
    """A title, a paragraph, a list of benefits, how to use it, what is in it; repeated for long ones."""
    brand, line, kind = chance.choice(BRANDS), chance.choice(LINES), chance.choice(KINDS)
    blocks = [f"{brand} {line} {kind} {chance.randint(10, 200)} ml"]
    while sum(len(block.split()) for block in blocks) < words - 25:
        blocks.append(" ".join(_claim(pool, brand, chance) if i % 2 else _plain(brand, line, chance) for i in range(4)))
        blocks += [f"- {_claim(pool, brand, chance)}", f"- {_plain(brand, line, chance)}"]
    return "\n\n".join([*blocks, PANEL]) + "\n"


def _claim(pool: Sequence[str], brand: str, chance: random.Random) -> str:
    """An example, every other one with words added that make it new and change nothing."""
    example = chance.choice(pool)
    if chance.random() < 0.5:
        return example
    return f"{example.rstrip('.')}, says {brand} customer no. {chance.randint(1000, 9999)}."


def _plain(brand: str, line: str, chance: random.Random) -> str:
    return chance.choice(PLAIN).format(brand=brand, line=line, n=chance.randint(15, 95), m=chance.randint(2, 9))
