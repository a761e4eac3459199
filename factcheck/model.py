"""The types that travel along the path; values only, standard library only.

Every room takes and returns these, so that each can be read, tested and replaced alone. Offsets count code points
of `Document.text`; lines and columns count from 1. The field docstrings are the one definition of each field: the
loader validates by them and the JSON Schemas that editors show are made of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

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
]
CueKind = Literal[
    "negation",
    "pseudo-negation",
    "terminator",
    "hedge",
    "status",
    "appearance",
    "proof",
    "no-proof",
    "absolute",
    "attribution",
    "dispute",
    "testimonial",
    "comparison",
    "setting",
    "instruction",
    "quotation",
    "untrue",
]
BlockKind = Literal["heading", "paragraph", "item", "cell", "line", "question", "answer", "stat", "panel"]
MARKETS = ("us", "eu", "uk", "ca", "kr", "tw")

STRICT = {"extra": "forbid", "use_attribute_docstrings": True}
"""How the loader reads the types below that stand in YAML: no unknown key, field docstrings as descriptions."""


# ------------------------------------------------------------------ the evidence base


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """Permanent names of a source; at least one, or else the source needs `citation`."""

    __pydantic_config__: ClassVar[object] = STRICT
    doi: str | None = None
    """Digital Object Identifier, without the resolver: 10.3390/cosmetics7040090."""
    pmid: str | None = None
    """PubMed number."""
    pmcid: str | None = None
    """PubMed Central number with its letters: PMC12007658."""
    nct: str | None = None
    """ClinicalTrials.gov number: NCT05969717."""
    cfr: str | None = None
    """Section of the US Code of Federal Regulations: 21 CFR 710.8."""
    celex: str | None = None
    """CELEX number of an EU act: 32013R0655."""
    letter: str | None = None
    """Reference number of a regulator's letter."""
    url: str | None = None
    """Official address: the authority's, the journal's or the society's own page; never a copy's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What a reader must know of a study before leaning on it."""

    __pydantic_config__: ClassVar[object] = STRICT
    design: str
    """Design in a few words: "randomised, double-blind, split-face"."""
    n: int | None = None
    """People (or samples) analysed; null if the text read does not say."""
    comparator: str | None = None
    """What the product was compared with; "none" for single-arm studies."""
    blinding: str | None = None
    """Who was blind to the treatment."""
    weeks: float | None = None
    """Length of follow-up in weeks."""
    setting: tuple[Setting, ...] = ()
    """Where the product met the tissue."""
    co_interventions: str | None = None
    """What else the people received."""
    outcomes: str | None = None
    """What was measured and found, in one or two sentences."""
    limits: str | None = None
    """Why not to lean on it harder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleNote:
    """How the article that began this project cites the source, and what the record says."""

    __pydantic_config__: ClassVar[object] = STRICT
    number: int
    """Number in the article's list of sources, 1 to 17."""
    cited_as: str
    """The citation as the article prints it."""
    says: str
    """What the article reports of it."""
    record: str
    """What was found when the source was looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One paper, rule, letter or review: what it is, how it was read, what may be quoted."""

    __pydantic_config__: ClassVar[object] = STRICT
    id: str
    """Lower case with hyphens; also the file's name."""
    kind: SourceKind
    """What sort of document it is."""
    title: str
    """Title as printed, or a description in square brackets where the text read did not show it."""
    authors: str | None = None
    """Authors in citation form: "Park GH, Kwon HH, Seok J, et al."."""
    organisation: str | None = None
    """Issuing body, for rules, notices and letters."""
    venue: str | None = None
    """Journal or publication, with volume and pages where known."""
    year: int | None = None
    """Year of publication; null where the text read did not show it."""
    identifiers: Identifiers = field(default_factory=Identifiers)
    """Permanent names and the official address."""
    citation: str | None = None
    """Full bibliographic citation, needed where there is no identifier."""
    read: ReadDepth
    """How much of it was read."""
    verification: Verification
    """verified: the text itself; corrected: exists, but was cited wrongly; reported: somebody else's account."""
    note: str | None = None
    """What a reader should know of the reading: qualifiers, doubts, what the text does not say."""
    conflicts: str | None = None
    """Interests of the authors or the publisher."""
    retracted: str | None = None
    """Date and reason of the retraction; a verdict may not rest on it any more."""
    superseded_by: str | None = None
    """Id of the source that takes its place."""
    quotes: tuple[str, ...] = ()
    """Checked verbatim quotations of at most 25 words each."""
    study: Study | None = None
    """Design and limits, for studies."""
    article: ArticleNote | None = None
    """How the article that began this project cites it."""
    retrieved: tuple[str, ...] = ()
    """Where the text was read; kept for checking, never shown as the link."""

    @property
    def link(self) -> str | None:
        """The permanent address that a reader is shown; None where only a citation can be printed."""
        ids = self.identifiers
        if ids.doi:
            return f"https://doi.org/{ids.doi}"
        if ids.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{ids.pmid}/"
        if ids.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{ids.pmcid}/"
        if ids.url:
            return ids.url
        if ids.nct:
            return f"https://clinicaltrials.gov/study/{ids.nct}"
        if ids.cfr:
            title, _, section = ids.cfr.partition(" CFR ")
            return f"https://www.ecfr.gov/current/title-{title}/section-{section}"
        if ids.celex:
            return f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{ids.celex}"
        return None

    @property
    def reference(self) -> str:
        """The citation in one line, with the identifier or "read in a copy"."""
        if self.citation:
            return self.citation if self.link else f"{self.citation} (read in a copy)"
        who = self.authors or self.organisation
        parts = [who, self.title, self.venue, str(self.year) if self.year else None, self.identifiers.letter]
        line = ". ".join(part.rstrip(".") for part in parts if part)
        return f"{line}." if self.link else f"{line}. (read in a copy)"

    def cited(self, shows: Shows, quote: str | None = None, note: str | None = None) -> Citation:
        """The source as a report prints it beside a claim."""
        return Citation(
            source=self.id, shows=shows, citation=self.reference, url=self.link,
            quote=quote, note=note, verification=self.verification,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one source shows about an assertion, relative to `says`."""

    __pydantic_config__: ClassVar[object] = STRICT
    source: str
    """Id of a file in sources/."""
    shows: Shows
    """Whether the source supports or contradicts `says`, is mixed, or gives context only."""
    quote: str | None = None
    """Which of the source's checked quotations bears on it."""
    note: str | None = None
    """In one sentence: what it found, in which setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a rule says of making the claim in one market; shown beside the label, never part of it."""

    __pydantic_config__: ClassVar[object] = STRICT
    market: Literal["us", "eu", "uk", "ca", "kr", "tw"]
    """Where the rule holds."""
    status: Literal["drug-claim", "not-cosmetic", "prohibited", "needs-substantiation", "restricted", "permitted"]
    """What the rule makes of the claim."""
    note: str
    """The rule in one plain sentence."""
    source: str
    """Id of the source that states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLacking:
    """A review or an authority that says in so many words that proof is lacking."""

    __pydantic_config__: ClassVar[object] = STRICT
    source: str
    """Id of the source."""
    quote: str
    """Its words, as they stand among the source's checked quotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The bounds inside which the evidence holds; a claim outside them is unsupported."""

    __pydantic_config__: ClassVar[object] = STRICT
    setting: tuple[Setting, ...] = ()
    """Settings in which it holds; empty: any. A claim of unknown setting counts as outside if this is not empty."""
    dose: str | None = None
    """Amounts, as a number or range with a unit: ">= 0.4 %", "30-150 nm". An unstated dose counts as inside."""
    time: str | None = None
    """Duration, as a range with a unit: "12-24 weeks". An unstated time counts as inside."""
    population: str | None = None
    """In whom, in words; shown to the reader, not checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Sentences that are run against the whole base: right label and right assertion."""

    __pydantic_config__: ClassVar[object] = STRICT
    supported: tuple[str, ...] = ()
    """Must come out as supported by this assertion."""
    unsupported: tuple[str, ...] = ()
    """Must come out as unsupported by this assertion."""
    contradicted: tuple[str, ...] = ()
    """Must come out as contradicted by this assertion."""
    not_this: tuple[str, ...] = ()
    """Near misses: must not be matched by this assertion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One statement that the evidence base can speak about, with what the evidence says of it."""

    __pydantic_config__: ClassVar[object] = STRICT
    id: str
    """topic.slug; the part before the dot is the topic."""
    says: str
    """The assertion as one plain sentence."""
    also: tuple[str, ...] = ()
    """Other wordings of the same assertion: active, passive, noun phrase, label fragment."""
    evidence_says: EvidenceSays
    """supported, contradicted or unsettled, for `says` as worded, in the settings of `within`."""
    strength: Strength
    """GRADE's four words: how sure the evidence makes us."""
    because: str
    """Why not higher or lower."""
    basis: Basis = "studies"
    """What the verdict rests on. rule, definition: no hedge softens it; own-evidence: only the firm can settle it."""
    as_of: str | None = None
    """Month (2025-05) up to which it was checked, where it can change."""
    review_by: str | None = None
    """Month by which it should be looked at again."""
    within: Within = field(default_factory=Within)
    """Setting, dose, time and population in which it holds."""
    proof_lacking: ProofLacking | None = None
    """A review that says that proof is lacking: makes "proven" contradicted."""
    stands_behind: str | None = None
    """A reason of the judge ("testimonial"), or `percentage` (one that no evidence has): such verdicts cite it too."""
    unless: tuple[str, ...] = ()
    """Concepts (lexicon ids) whose presence makes it another claim."""
    explains: str | None = None
    """One or two sentences for the reader, in place of the ones made from `because`."""
    evidence: tuple[Evidence, ...]
    """What each source shows."""
    policy: tuple[Policy, ...] = ()
    """What rules say of making the claim, by market."""
    instead: str | None = None
    """Wording that the evidence does carry."""
    examples: Examples
    """Sentences with the verdicts they must get."""
    known_misses: tuple[str, ...] = ()
    """Sentences that should match and do not yet; when one passes, it must move up."""
    withdrawn: str | None = None
    """Why the assertion no longer holds; it stays in the file and is not matched."""

    @property
    def topic(self) -> str:
        return self.id.partition(".")[0]

    @property
    def phrasings(self) -> tuple[str, ...]:
        return (self.says, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How an added base (`--db`) withdraws or narrows a shipped assertion."""

    __pydantic_config__: ClassVar[object] = STRICT
    id: str
    """Id of the assertion in a base loaded before."""
    reason: str
    """Why; shown wherever the assertion would have spoken."""
    withdraw: bool = False
    """Stop matching it."""
    within: Within | None = None
    """Narrower bounds to judge it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One file of assertions."""

    __pydantic_config__: ClassVar[object] = STRICT
    topic: str
    """Name of the topic; also the file's name and the part of each id before the dot."""
    title: str | None = None
    """What the topic is called in lists."""
    families: tuple[str, ...] = ()
    """Claim families of the dossier that it covers: R01, E04."""
    changes: tuple[Change, ...] = ()
    """Shipped assertions that this base withdraws or narrows."""
    assertions: tuple[Assertion, ...] = ()
    """The assertions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A thing that copy speaks of, with the wordings that name it."""

    __pydantic_config__: ClassVar[object] = STRICT
    id: str
    """Lower case with hyphens."""
    kind: ConceptKind
    """What sort of thing it is."""
    isa: tuple[str, ...] = ()
    """Wider concepts: a serum is a cosmetic."""
    forms: tuple[str, ...] = ()
    """Wordings, matched by word stem; "=word" is matched as written (any case)."""
    does: tuple[str, ...] = ()
    """For outcomes: wordings that state the change by themselves ("firmer", "hydrates", "anti-wrinkle")."""
    worsens: tuple[str, ...] = ()
    """For outcomes: wordings that state the opposite change ("dries out", "irritates")."""
    valence: Literal["good", "bad"] | None = None
    """For outcomes: whether more of it is wanted (collagen) or not (wrinkles)."""
    direction: Literal["up", "down", "better", "worse"] | None = None
    """For effects: what happens to the outcome."""
    degree: Literal["ordinary", "full"] = "ordinary"
    """For effects: "full" for erase, eliminate, reverse, cure."""
    generic: bool = False
    """Too general to be a subject ("serum", "treatment", "results"): inherits one instead."""
    setting: Setting | None = None
    """The setting that its mention implies ("microneedling" implies after-needling)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule:
    """A wording that qualifies a claim, and how far it reaches."""

    __pydantic_config__: ClassVar[object] = STRICT
    kind: CueKind
    """What it says of the claim."""
    forms: tuple[str, ...]
    """Wordings, matched by word stem; "=word" is matched as written (any case)."""
    reaches: Literal["forward", "backward", "both", "sentence"] = "forward"
    """Where the words that it qualifies stand."""
    scope: int | None = None
    """Reach in words; null: to the end of the clause."""
    setting: Setting | None = None
    """For setting cues: which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconFile:
    """One file of lexicon/."""

    __pydantic_config__: ClassVar[object] = STRICT
    concepts: tuple[Concept, ...] = ()
    """Things, effects and outcomes."""
    cues: tuple[CueRule, ...] = ()
    """Wordings that qualify a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All concepts and cues of a base."""

    concepts: tuple[Concept, ...] = ()
    cues: tuple[CueRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsDB:
    """The evidence base as loaded: read-only values."""

    assertions: tuple[Assertion, ...]
    sources: tuple[Source, ...]
    lexicon: Lexicon
    topics: tuple[tuple[str, str], ...] = ()
    """Topic names with their titles."""
    digest: str = ""
    """sha256 over all files, as "sha256:<hex>"."""
    as_of: str | None = None
    """Newest `as_of` month of the assertions."""


# ------------------------------------------------------------------ documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document that layout sets apart."""

    kind: BlockKind
    start: int
    """First character."""
    end: int
    """One past the last character."""
    level: int = 0
    """Rank: of a heading (1 is the highest), of an item its depth."""
    column: int | None = None
    """Of a cell: its column, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """From `start` on, the text stands at this place of the source."""

    start: int
    line: int | None = None
    """Line in the source file, from 1; None where lines mean nothing."""
    column: int | None = None
    """Column in that line of the character at `start`, from 1."""
    page: int | None = None
    """Page of a PDF, from 1."""
    row: int | None = None
    """Row of a table, from 1, the heading row not counted."""
    id: str | None = None
    """The row's own id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text to check, with its layout and the way back to its source."""

    name: str
    text: str
    blocks: tuple[Block, ...] = ()
    """Layout in reading order."""
    anchors: tuple[Anchor, ...] = ()
    """Way back to the source, by start; empty: lines and columns of `text` itself."""
    notes: tuple[str, ...] = ()
    """What happened while reading: "read as Windows-1252"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputError:
    """A document that could not be checked: a result, not an exception."""

    name: str
    message: str


# ------------------------------------------------------------------ verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that made a qualifier true."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """How the claim is made: each flag with the cues that decided."""

    negated: bool = False
    hedged: bool = False
    status: bool = False
    """Speaks of research status or denies proof: "is being studied", "not proven"."""
    appearance: bool = False
    absolute: bool = False
    claims_proof: bool = False
    attributed: bool = False
    testimonial: bool = False
    disputed: bool = False
    full_effect: bool = False
    """A stronger verb than the assertion's: erases, reverses, cures."""
    opposite: bool = False
    """The outcome is said to go the other way than the assertion says."""
    setting: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A part of the claim that stands elsewhere."""

    concept: str
    role: Literal["subject", "setting", "comparator", "quantity", "polarity", "effect"]
    from_line: int
    text: str = ""
    """The words it was carried from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchInfo:
    """How the claim was linked to its assertion; how sure, not how good the evidence is."""

    score: float
    level: Literal["exact", "close", "loose"]
    phrasing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A runner-up."""

    id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to find a claim when lines mean nothing."""

    page: int | None = None
    row: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source as the report prints it."""

    source: str
    shows: Shows
    citation: str
    url: str | None
    quote: str | None
    note: str | None
    verification: Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A span of the text with its verdict and everything the verdict rests on."""

    text: str
    start: int
    end: int
    line: int
    column: int
    place: Place | None
    sentence: str
    label: Label
    reason: str
    assertion: Assertion | None = None
    match: MatchInfo | None = None
    rivals: tuple[Rival, ...] = ()
    carried: tuple[Carried, ...] = ()
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    citations: tuple[Citation, ...] = ()
    rulings: tuple[Citation, ...] = ()
    """The texts of the rules that the assertion's `policy` names, each once."""
    explanation: str = ""
    instead: str | None = None
    agrees: bool = True
    """Whether the claim says what the assertion says; False: it says the opposite."""
    possible: tuple[Rival, ...] = ()
    """Of a claim that is not covered: assertions it may be about, for review; never a verdict."""
    suppressed: str | None = None
    """The reason that a note in the copy gives for not counting it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A note in the copy, "factcheck: ignore ID: reason", and what became of it."""

    id: str
    """The assertion (or, for claims without one, the reason) that it names; empty if it names none."""
    reason: str
    """Why, in its author's words."""
    line: int
    column: int
    place: Place | None = None
    state: Literal["used", "unused", "invalid"]
    message: str = ""
    """Of one without effect: why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document with its claims."""

    name: str
    notes: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: int = 0
    """Candidate sentences that hold no claim."""
    text: str = ""
    """The text the offsets count in, for reports that show it in place."""
    suppressions: tuple[Suppression, ...] = ()
    """Notes in the copy that take claims out of the findings, in order."""
    known: int = 0
    """Claims that a baseline holds already; they are not among `claims`."""

    def count(self, label: Label) -> int:
        """How many claims carry the label, suppressed ones left out."""
        return sum(claim.label == label and claim.suppressed is None for claim in self.claims)

    @property
    def suppressed(self) -> int:
        """How many claims a note in the copy takes out."""
        return sum(claim.suppressed is not None for claim in self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run says: documents in input order, and what could not be checked."""

    documents: tuple[Checked, ...]
    errors: tuple[InputError, ...]
    version: str
    model_name: str
    model_version: str
    digest: str
    assertions: int
    sources: int
    as_of: str | None
