"""A report made by hand: two documents, every label, every optional field, hostile strings; none of it is evidence."""

from __future__ import annotations

from factcheck.model import (
    Assertion,
    Carried,
    Checked,
    Citation,
    Claim,
    Cue,
    Evidence,
    Examples,
    InputError,
    MatchInfo,
    Place,
    Policy,
    Qualifiers,
    Report,
    Rival,
    Spot,
    Within,
)

PAGE = """Night Elixir with plant exosomes

It sinks deep into the dermis overnight. Guaranteed.
No exosome serum is approved by the FDA.
Our clinic reports 94% happier skin, and it erases wrinkles.
Cruelty free and loved by bees.
Softens the look of fine lines when used with sunscreen.
Free shipping on orders over $50!
"""

HOSTILE = (
    "<script>alert('x')</script> & \"]]>\" cures acne \x1b[31mnow\x1b[0m\x07\n"
    "=SUM(A1:A9) heals scars ‮desrever‬ 👩🏽‍⚕️✨ forever | `tick` *star*\n"
    "بشرة مشرقة makes skin glow --> 100%, guaranteed: yes\n"
)

DEPTH = Assertion(
    id="exosomes.crosses-intact-skin",
    says="Exosomes in a leave-on product cross intact skin and reach the dermis.",
    also=("Topical exosomes penetrate into the dermis.",),
    evidence_says="contradicted",
    strength="moderate",
    because="Size argument and one barrier study agree; no study shows the opposite on intact skin.",
    as_of="2026-03",
    within=Within(setting=("intact-skin",)),
    evidence=(
        Evidence(source="barrier-2000", shows="contradicts", quote="larger molecules cannot pass the corneal layer"),
        Evidence(source="pig-2023", shows="mixed"),
    ),
    policy=(
        Policy(
            market="us",
            status="drug-claim",
            note="A claim to act below the surface of the skin can make a cosmetic a drug.",
            source="us-rule-1",
        ),
        Policy(
            market="eu",
            status="needs-substantiation",
            note="Claims need adequate and verifiable evidence.",
            source="eu-rule-1",
        ),
    ),
    instead="Formulated to sit on the surface of the skin.",
    examples=Examples(),
)
APPROVAL = Assertion(
    id="exosomes.fda-approved",
    says="An exosome product has been approved by the FDA.",
    evidence_says="contradicted",
    strength="high",
    because="The agency's own notice.",
    basis="rule",
    as_of="2026-05",
    evidence=(Evidence(source="notice-2019", shows="contradicts"),),
    examples=Examples(),
)
WRINKLES = Assertion(
    id="exosomes.reduces-wrinkles",
    says="A topical exosome product reduces wrinkles.",
    evidence_says="unsettled",
    strength="very-low",
    because="Small, uncontrolled, after needling only.",
    evidence=(Evidence(source="trial-2024", shows="supports"),),
    instead="May improve the look of skin after a clinic treatment; early results only.",
    examples=Examples(),
)

BARRIER = Citation(
    source="barrier-2000",
    shows="contradicts",
    citation="Doe J, Roe R. The size limit of the skin. Journal of Made-up Dermatology 9:165. 2000.",
    url="https://doi.org/10.1234/made-up.2000.165",
    quote="larger molecules cannot pass the corneal layer",
    note="Argued from the weights of common contact allergens and drugs.",
    verification="verified",
)
PIG = Citation(
    source="pig-2023",
    shows="mixed",
    citation="Poe E. Vesicles on pig skin. Invented Letters 2. 2023. (read in a copy)",
    url=None,
    quote=None,
    note=None,
    verification="reported",
)
NOTICE = Citation(
    source="notice-2019",
    shows="contradicts",
    citation="Example Agency. Public notice on exosome products. 2019.",
    url="https://www.example.gov/notice",
    quote="There are no approved exosome products.",
    note=None,
    verification="verified",
)
TRIAL = Citation(
    source="trial-2024",
    shows="supports",
    citation="Moe A, et al. Split-face study after needling. J Invent 3:14. 2024.",
    url="https://pubmed.ncbi.nlm.nih.gov/1/",
    quote=None,
    note="Twelve people, after needling, no placebo.",
    verification="corrected",
)
LAW = Citation(
    source="us-rule-1",
    shows="context",
    citation="Example Ministry. What makes a cosmetic a drug. 2020.",
    url="https://www.example.gov/rule",
    quote=None,
    note=None,
    verification="verified",
)
BOOK = Citation(
    source="book-1999",
    shows="context",
    citation="Noe B. A book. 1999.",
    url=None,
    quote=None,
    note=None,
    verification="unverified",
)


def placed(text: str, words: str, sentence: str, **fields: object) -> Claim:
    """A claim whose offsets, line and column are those of its words in the text."""
    begin = text.index(sentence)
    start = begin + sentence.index(words)
    line_start = text.rfind("\n", 0, start) + 1
    given = {"place": None, "line": text.count("\n", 0, start) + 1, "column": start - line_start + 1, **fields}
    return Claim(text=words, start=start, end=start + len(words), sentence=sentence, **given)


PAGE_CLAIMS = (
    placed(
        PAGE,
        "sinks deep into the dermis overnight",
        "It sinks deep into the dermis overnight.",
        label="contradicted",
        reason="evidence-disagrees",
        assertion=DEPTH,
        match=MatchInfo(score=0.91234, level="close", phrasing="Topical exosomes penetrate into the dermis."),
        rivals=(Rival(id="exosomes.reduces-wrinkles", score=0.41049),),
        carried=(
            Carried(concept="exosomes", role="subject", spot=Spot(order=1, line=1), text="plant exosomes"),
            Carried(concept="intact-skin", role="setting", spot=Spot(order=1, line=1), text="Elixir"),
        ),
        qualifiers=Qualifiers(
            absolute=True,
            setting=("intact-skin",),
            cues=(Cue(kind="absolute", text="Guaranteed", start=75, end=85),),
        ),
        citations=(BARRIER, PIG),
        rulings=(LAW,),
        explanation="Vesicles are far larger than anything known to pass the outer layer of intact skin.",
        instead=DEPTH.instead,
    ),
    placed(
        PAGE,
        "No exosome serum is approved by the FDA",
        "No exosome serum is approved by the FDA.",
        label="supported",
        reason="evidence-agrees",
        assertion=APPROVAL,
        agrees=False,
        match=MatchInfo(score=1.0, level="exact", phrasing="An exosome product has been approved by the FDA."),
        qualifiers=Qualifiers(negated=True, cues=(Cue(kind="negation", text="No", start=87, end=89),)),
        citations=(NOTICE,),
        explanation="The agency says so itself.",
    ),
    placed(
        PAGE,
        "94% happier skin",
        "Our clinic reports 94% happier skin, and it erases wrinkles.",
        label="unsupported",
        reason="needs-own-evidence",
        qualifiers=Qualifiers(attributed=True, quantities=("94%",)),
        explanation="Only the firm can show this: it must hold its own evidence.",
    ),
    placed(
        PAGE,
        "erases wrinkles",
        "Our clinic reports 94% happier skin, and it erases wrinkles.",
        label="unsupported",
        reason="stronger-than-evidence",
        assertion=WRINKLES,
        match=MatchInfo(score=0.7, level="loose", phrasing="A topical exosome product reduces wrinkles."),
        carried=(Carried(concept="exosomes", role="subject", spot=Spot(order=1, line=1), text="it"),),
        citations=(TRIAL, BOOK),
        explanation="“Erases” says more than any study did.",
        instead=WRINKLES.instead,
    ),
    placed(
        PAGE,
        "Cruelty free and loved by bees.",
        "Cruelty free and loved by bees.",
        label="not_covered",
        reason="no-matching-assertion",
    ),
    placed(
        PAGE,
        "Softens the look of fine lines when used with sunscreen.",
        "Softens the look of fine lines when used with sunscreen.",
        label="not_covered",
        reason="no-matching-assertion",
        possible=(Rival(id="retinoids.reduces-wrinkles", score=0.4448), Rival(id="sunscreen.photoageing", score=0.3)),
    ),
)

HOSTILE_LINES = HOSTILE.splitlines()
HOSTILE_CLAIMS = (
    placed(
        HOSTILE,
        "cures acne \x1b[31mnow\x1b[0m\x07",
        HOSTILE.split("\n")[0],
        place=Place(row=1, id="=SKU<1>,\x1b[2J"),
        label="contradicted",
        reason="more-proof-than-there-is",
        assertion=WRINKLES,
        match=MatchInfo(score=0.5, level="loose", phrasing="</script><b>"),
        citations=(TRIAL,),
        explanation='A "review" <says> so & more: 50%, a|b `c` *d*\nsecond line ]]> --> ::error::',
    ),
    placed(
        HOSTILE,
        "=SUM(A1:A9) heals scars ‮desrever‬ 👩🏽‍⚕️✨ forever",
        HOSTILE.split("\n")[1],
        place=Place(page=2),
        label="unsupported",
        reason="testimonial",
        explanation="@mention, -1 and +1.",
    ),
    placed(
        HOSTILE,
        "بشرة مشرقة makes skin glow",
        HOSTILE.split("\n")[2],
        place=Place(id="only-id"),
        label="not_covered",
        reason="no-matching-assertion",
        possible=(Rival(id="a<b>.c", score=0.25),),
    ),
)

REPORT = Report(
    documents=(
        Checked(
            name="copy/night elixir.txt", notes=("read as Windows-1252",), claims=PAGE_CLAIMS, skipped=2, text=PAGE
        ),
        Checked(name="../odd/\x1b]0;pwned\x07 <b>,é:%.csv", claims=HOSTILE_CLAIMS, skipped=1, text=HOSTILE),
    ),
    errors=(
        InputError(name="broken.pdf", message="binary data, not text"),
        InputError(name="<gone>\n.txt", message="no such file: \x1b[31m100%"),
    ),
    version="0.0.0",
    model_name="made-up-model",
    model_version="0.0",
    digest="sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    assertions=3,
    sources=5,
    as_of="2026-05",
)
EMPTY = Report(
    documents=(),
    errors=(),
    version="0.0.0",
    model_name="made-up-model",
    model_version="0.0",
    digest="",
    assertions=0,
    sources=1,
    as_of=None,
)
