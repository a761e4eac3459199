"""ClaimReview mark-up (schema.org, JSON-LD), for a publisher who puts the verdicts on a page of their own.

In: a Report, and the name of who publishes the review. Out: one ClaimReview per claim that was judged by an assertion.

The scale runs from 1 to 5, the direction that readers of ClaimReview expect (1 is worst): contradicted 1, unsupported
3, supported 5. Unsupported is the middle because it means that the evidence does not decide, not that the claim is half
false; the steps 2 and 4 are not used, because no verdict means them. Readers show the words of `alternateName`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.model import Checked, Claim, Label, Report
from factcheck.report.options import Format, Options
from factcheck.report.safe import clipped, for_json, visible
from factcheck.report.words import ADVICE, dated, in_order

RATING: dict[Label, tuple[int, str]] = {
    "contradicted": (1, "Contradicted by the evidence"),
    "unsupported": (3, "Unsupported: the evidence does not decide"),
    "supported": (5, "Supported by the evidence as worded"),
}


def render(report: Report, options: Options) -> str:
    """The whole report; needs `options.author`, because a review without a reviewer is none."""
    if not (options.author and options.author.strip()):
        raise ValueError("claimreview names who publishes the review: give an author")
    ending = f"{dated(report)} {ADVICE}"
    documents = enumerate(report.documents, 1)
    reviews = [review for number, document in documents for review in _of(document, number, ending, options)]
    data = {"@context": "https://schema.org", "@graph": reviews}
    return for_json(json.dumps(data, ensure_ascii=False, indent=2)).replace("<", "\\u003c") + "\n"


def _of(document: Checked, number: int, ending: str, options: Options) -> Iterator[dict[str, object]]:
    for place, claim in enumerate(in_order(document.claims), 1):
        if claim.assertion is not None and claim.label in RATING and claim.suppressed is None:
            yield {**_review(document, claim, ending, options), **_address(f"c{number}-{place}", options)}


def _reviewed(claim: Claim) -> str:
    """The claim's words, with the sentence that they stand in: "FDA-approved" alone tells nobody of what."""
    words, sentence = visible(claim.text).strip(), visible(claim.sentence).strip()
    return words if words == sentence else f"{words} (in: “{clipped(sentence, 400)}”)"


def _review(document: Checked, claim: Claim, ending: str, options: Options) -> dict[str, object]:
    return {
        "@type": "ClaimReview",
        "claimReviewed": _reviewed(claim),
        "author": {"@type": "Organization", "name": options.author},
        "itemReviewed": {"@type": "Claim", "appearance": {"@type": "CreativeWork", "name": visible(document.name)}},
        "reviewRating": _rating(claim.label),
        "reviewBody": f"{visible(claim.explanation)} {ending}".lstrip(),
        "citation": [_work(citation.citation, citation.url) for citation in claim.citations],
    }


def _address(anchor: str, options: Options) -> dict[str, object]:
    """Where the HTML report shows the claim, if it is published."""
    return {"url": f"{options.base_url}#{anchor}"} if options.base_url else {}


def _rating(label: Label) -> dict[str, object]:
    value, words = RATING[label]
    return {"@type": "Rating", "ratingValue": value, "bestRating": 5, "worstRating": 1, "alternateName": words}


def _work(name: str, url: str | None) -> dict[str, object]:
    return {"@type": "CreativeWork", "name": name, **({"url": url} if url else {})}


FORMAT = Format(name="claimreview", extension="jsonld", render=render)
