"""The doubtful band: neighbours for review, and none for what is about something else."""

from factcheck.language.tokens import words
from factcheck.match.index import Index
from factcheck.match.nearby import Nearby
from factcheck.model import Assertion, ClaimsDB, Concept, Evidence, Examples, Lexicon
from factcheck.reading.reader import Reader

LEXICON = Lexicon(
    concepts=tuple(
        Concept(id=name, kind="outcome", valence="good", forms=(name,), does=(f"={name}s",))
        for name in ("collagen", "glow", "firm")
    )
)


def test_a_loose_paraphrase_finds_its_neighbour_and_a_stranger_finds_none() -> None:
    says = {
        "t.reservoir": "Hyaluronic sponges form a reservoir of water under collagen.",
        **{f"t.other{i}": f"Wording number{i} speaks of collagen and of thing{i}." for i in range(300)},
    }
    evidence = (Evidence(source="a", shows="supports"),)
    made = [
        Assertion(
            id=name,
            says=text,
            evidence_says="unsettled",
            strength="low",
            because="b",
            evidence=evidence,
            examples=Examples(),
        )
        for name, text in says.items()
    ]
    index = Index(ClaimsDB(assertions=tuple(made), sources=(), lexicon=LEXICON), Reader(LEXICON))
    nearby = Nearby(phrasing for held in index.by_anchor.values() for phrasing in held)
    assert [rival.id for rival in nearby.to(words("A reservoir of water from hyaluronic sponges"))][:1] == [
        "t.reservoir"
    ]
    assert nearby.to(words("Parking is free on Sundays")) == ()
