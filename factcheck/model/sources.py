"""A source as the base holds it: what it is, how it was read, what may be quoted; and how a report cites it.

A file of its own because sources outlive the assertions that rest on them, and say nothing of any claim.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from factcheck.model.terms import STRICT, ReadDepth, Setting, Shows, SourceKind, Verification


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
    cosmetics_only: bool = False
    """For rules: holds for cosmetics alone, and is cited beside no procedure and nothing that is injected."""
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
        year = str(self.year) if self.year and str(self.year) not in (self.venue or "") else None
        parts = [who, self.title, self.venue, year, self.identifiers.letter]
        line = ". ".join(part.rstrip(".") for part in parts if part)
        return f"{line}." if self.link else f"{line}. (read in a copy)"

    def cited(self, shows: Shows, quote: str | None = None, note: str | None = None) -> Citation:
        """The source as a report prints it beside a claim."""
        return Citation(
            source=self.id, shows=shows, citation=self.reference, url=self.link,
            quote=quote, note=note, verification=self.verification,
        )  # fmt: skip
