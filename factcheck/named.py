"""The concepts of the lexicon that the program knows by name; all others it knows by their kind alone.

Only ids. A room of its own because the lexicon is edited by people who do not read Python: a test holds each of these
ids to the shipped lexicon, so that none is renamed there unseen.
"""

from __future__ import annotations

UMBRELLA = "cosmetic"
"""Any cosmetic: satisfied by every kind of it, and by a sentence without any subject."""
LEAVE_ON = frozenset({UMBRELLA, "moisturiser"})
"""Goods that stay on intact skin."""
SWALLOWED = "taken-by-mouth"
"""The order to eat or drink it: what a page sells is swallowed before it says so."""
OF_SKIN = frozenset({"collagen", "elastin", "keratin"})
"""What skin is made of, which it makes and texts explain."""
ILLNESS = "illness"
"""What only medicine treats: whoever names it below "Ideal for" claims to treat it."""
STUDY = "study"
"""A study of people, whatever its design."""
THIN = frozenset({"early-evidence", "evidence-poor"})
"""Evidence that is early or poor: to say that proof is lacking says the same of it, not the opposite."""
STANDINGS = frozenset({"approved", "cleared", "registered"})
"""What an authority makes of a thing, for something."""
PURPOSE = "improve"
"""What "for" stands for between a product and an outcome."""
MORE, LESS, WORSEN = "increase", "decrease", "worsen"
"""Making more or less of a thing, and doing harm."""
CARRY = "carry"
"""Holding something inside."""
MEASURING = frozenset({"compare-better", "compare-equal"})
"""Being better than another, or as good."""
EFFICACY = frozenset({"efficacy", "said-effective"})
"""That something works, whatever it is for."""
TIMING = frozenset({"onset", "immediate"})
"""How soon, whatever it is that comes so soon."""
BY_NAME = frozenset(
    {UMBRELLA, SWALLOWED, ILLNESS, STUDY, PURPOSE, MORE, LESS, WORSEN, CARRY}
    | LEAVE_ON | OF_SKIN | THIN | STANDINGS | MEASURING | EFFICACY | TIMING
)  # fmt: skip
"""All of them."""
