"""The words that fields may hold: labels, strengths, kinds; each defined once.

A file of its own because the types, the loader, the schemas and the settings all hold to them.
"""

from __future__ import annotations

from typing import Literal

Label = Literal["supported", "unsupported", "contradicted", "not_covered"]
EvidenceSays = Literal["supported", "contradicted", "unsettled"]
Strength = Literal["high", "moderate", "low", "very-low"]
Shows = Literal["supports", "contradicts", "mixed", "context"]
Basis = Literal["studies", "rule", "definition", "own-evidence"]
Verification = Literal["verified", "corrected", "reported", "unverified", "not-found"]
ReadDepth = Literal["full", "abstract", "excerpt", "none"]
SourceKind = Literal[
    "rct",
    "split-face-rct",
    "single-arm",
    "cohort",
    "case-report",
    "in-vitro",
    "ex-vivo",
    "animal",
    "narrative-review",
    "systematic-review",
    "regulation",
    "regulator-notice",
    "warning-letter",
    "guideline",
    "advertising-ruling",
    "drug-label",
    "registry",
    "news",
    "web",
]
Setting = Literal["intact-skin", "after-needling", "after-laser", "injected", "in-vitro", "animal", "oral"]
ConceptKind = Literal[
    "ingredient",
    "product",
    "procedure",
    "drug",
    "device",
    "body",
    "outcome",
    "effect",
    "relation",
    "disease",
    "authority",
    "status",
    "people",
    "time",
    "other",
    "mask",
]
CueKind = Literal[
    "negation",
    "mask",
    "terminator",
    "hedge",
    "status",
    "appearance",
    "proof",
    "no-proof",
    "unsaid",
    "absolute",
    "attribution",
    "dispute",
    "testimonial",
    "comparison",
    "setting",
    "instruction",
    "quotation",
    "untrue",
    "naming",
    "audience",
]
BlockKind = Literal["heading", "paragraph", "item", "cell", "line", "question", "answer", "stat", "panel"]
Market = Literal["us", "eu", "uk", "ca", "kr", "tw"]

STRICT = {"extra": "forbid", "use_attribute_docstrings": True}
"""How the loader reads the types below that stand in YAML: no unknown key, field docstrings as descriptions."""
