"""Ingredient panels: lists of what is in the bottle, which claim nothing.

In: the text of one block. Out: whether it is such a list. A room file of its own because the line between a panel
("Aqua, Glycerin, Niacinamide …") and a list of benefits ("Firms, Lifts, Hydrates …") decides whether claims are read.
"""

from __future__ import annotations

import re

LABEL = re.compile(
    r"\W*(?:full |all |key |active |inactive |other |complete |view )*(?:list of )?(?:inci|ingredients?|composition)"
    r"(?: list| \(inci\)| declaration)?\W*",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"[,;•·|](?!\d)|\n")
LABELLED_ITEMS = 3
BARE_ITEMS = 8
ITEM_WORDS = 7
# Words that no name of an ingredient holds but every sentence does.
SENTENCE_WORD = re.compile(
    r"\b(?:is|are|was|were|be|your|our|their|you|we|it|its|this|these|that|which|the|an?|to|for|has|have|can|may|will"
    r"|helps?|reduces|improves|boosts|supports|protects|hydrates|promotes|while|when|if|by)\b",
    re.IGNORECASE,
)
NAMES = re.compile(
    r"\b(?:aqua|water|acid|extract|oil|butter|wax|gum|glycol|alcohol|parfum|perfume|fragrance|glycerine?|juice|ferment"
    r"|filtrate|lysate|hydrolysate|tocopherol|panthenol|carbomer|niacinamide|betaine|squalane|allantoin|lecithin|urea|mica"
    r"|silica|biotin|caffeine|adenosine|sodium|disodium|trisodium|tetrasodium|potassium|calcium|magnesium|zinc|peg|ppg|ci"
    r"|leaf|seed|fruit|flower|root|bark|kernel|powder|hexanediol|octanediol|ceramide|retinol|peptide"
    r"|[a-z]*(?:oyl|glucoside|paraben|methicone|siloxane|ylate|onate|orbate|palmitate|stearate|citrate|benzoate|sulfate"
    r"|phosphate|chloride|dioxide|oxide|hydroxide|polymer|eth-\d+|ethanol|propanediol|peptide-\d+|cellulose|glycerin|polysorbate"
    r"|laureth|xylitol|sorbitol|ol|ene|ine|ide|ate|one|ose)(?:-\d+)?)\b",
    re.IGNORECASE,
)
# Ordinary words of benefit lists that end like chemicals.
BENEFITS = re.compile(
    r"\b(?:hydrate|rejuvenate|stimulate|regenerate|exfoliate|renovate|illuminate|moisturise|moisturize|refine|define|shine"
    r"|line|fine|routine|tone|bone|one|control|smooth|provide|guide|inside|reverse|gene|genuine|feminine|medicine|vaccine|alone"
    r"|someone|everyone|climate|elevate|activate|ultimate|private|accelerate|combine|wide|pride|tide|side|hide|ride|rose|those|close"
    r"|nose|whose|purpose|scene|protocol|cool|tool|school|date|rate|late|state|create|collagen)\b",
    re.IGNORECASE,
)


def is_panel_label(text: str) -> bool:
    """Whether the text announces an ingredient list and says no more."""
    return len(text) <= 60 and LABEL.fullmatch(text) is not None


def is_panel(text: str, *, listed: bool = False) -> bool:
    """Whether the text is an ingredient list; `listed`: a label stands right before it."""
    head, colon, _ = text[:60].partition(":")
    if colon and is_panel_label(head):
        return _is_list(text[len(head) + 1 :], LABELLED_ITEMS)
    if text.count(",") + text.count("•") < LABELLED_ITEMS - 1:
        return False
    return _is_list(text, LABELLED_ITEMS) if listed else _is_list(text, BARE_ITEMS) and _is_chemical(text)


def _items(text: str) -> list[str]:
    """Cut a list at its commas; the comma inside "1,2-hexanediol" has no space and stays."""
    return [item for item in map(str.strip, SEPARATOR.split(text)) if item]


def _is_list(text: str, least: int) -> bool:
    """Whether the text is mostly short capitalised items without a sentence among them."""
    items = _items(text)
    if len(items) < least:
        return False
    short = sum(len(item.split(None, ITEM_WORDS)) <= ITEM_WORDS for item in items)
    capital = sum(not item[0].islower() for item in items)
    told = sum(SENTENCE_WORD.search(item) is not None for item in items)
    return short >= 0.9 * len(items) and capital >= 0.7 * len(items) and told <= 0.1 * len(items)


def _is_chemical(text: str) -> bool:
    """Whether at least half of the items are named like chemicals or plant parts."""
    items = _items(text)
    return 2 * sum(NAMES.search(BENEFITS.sub(" ", item)) is not None for item in items) >= len(items)
