"""JUnit XML, for the test pages of build servers: one suite a document, one case a claim.

In: a Report. Out: XML. What `fail_on` names is a failure, so that the page turns red exactly when the exit code does.
Every other claim without a verdict in its favour is *skipped* with a message: build servers know only passed, failed,
error and skipped, and skipped is the one of them that is shown with its text and yet turns nothing red. A document
that could not be read is an *error*; one without claims is one passed case (a suite without cases reads as broken).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.model import Checked, Claim, InputError, Report
from factcheck.report.options import Format, Options
from factcheck.report.safe import clipped, for_xml, visible
from factcheck.report.words import ADVICE, SIDE, WORD, dated, gathered, in_order, position, reason, sided


def render(report: Report, options: Options) -> str:
    """The whole report."""
    root = Element("testsuites", name="factcheck")
    for document in report.documents:
        _add_document(root, document, options)
    for error in report.errors:
        _add_error(root, error)
    _count(root)
    _add_facts(root, report)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def failing(options: Options) -> frozenset[str]:
    """The labels that count as failed."""
    if options.fail_on == "never":
        return frozenset()
    if options.fail_on == "contradicted":
        return frozenset({"contradicted"})
    return frozenset({"contradicted", "unsupported", *(["not_covered"] if options.strict else [])})


def _add_document(root: Element, document: Checked, options: Options) -> None:
    suite = SubElement(root, "testsuite", name=for_xml(document.name))
    if document.notes:
        SubElement(
            SubElement(suite, "properties"), "property", name="as read", value=visible("; ".join(document.notes))
        )
    for claim in in_order(document.claims):
        _add_claim(suite, document, claim, options)
    if not document.claims:
        SubElement(suite, "testcase", name="read in full, no claim found", classname=for_xml(document.name))
    _count(suite)


def _add_claim(suite: Element, document: Checked, claim: Claim, options: Options) -> None:
    name = f"{visible(position(claim))} {clipped(visible(claim.text), 120)}"
    case = SubElement(suite, "testcase", name=name, classname=for_xml(document.name), file=for_xml(document.name))
    if claim.place is None:
        case.set("line", str(claim.line))
    message = f"{WORD[claim.label]}: {visible(claim.explanation) or reason(claim)}"
    if claim.suppressed is not None:
        SubElement(case, "skipped", message=f"suppressed in the copy: {visible(claim.suppressed)}")
    elif claim.label in failing(options):
        SubElement(case, "failure", type=claim.reason, message=message).text = _detail(claim)
    elif claim.label != "supported":
        SubElement(case, "skipped", message=message)


def _detail(claim: Claim) -> str:
    lines = [visible(claim.sentence)]
    if claim.assertion:
        lines.append(
            f"{'read as' if claim.agrees else 'denies'}: {visible(claim.assertion.says)} [{claim.assertion.id}]"
        )
    for citation in (cited.citation for cited in gathered(claim.citations)):
        parts = (
            SIDE[sided(citation.shows, claim.agrees)] + ":",
            visible(citation.citation),
            citation.url,
            f"[{citation.verification}]",
        )
        lines.append(" ".join(part for part in parts if part))
    if claim.instead:
        lines.append(f"instead: {visible(claim.instead)}")
    return for_xml("\n" + "\n".join(lines) + "\n")


def _add_error(root: Element, error: InputError) -> None:
    suite = SubElement(root, "testsuite", name=for_xml(error.name))
    case = SubElement(suite, "testcase", name="could not be checked", classname=for_xml(error.name))
    SubElement(case, "error", type="input", message=visible(error.message))
    _count(suite)


def _add_facts(root: Element, report: Report) -> None:
    properties = Element("properties")
    root.insert(0, properties)
    SubElement(properties, "property", name="evidence", value=f"{dated(report)} {ADVICE}")
    SubElement(properties, "property", name="digest", value=report.digest)


def _count(element: Element) -> None:
    """Set the counts that readers sum up instead of counting themselves."""
    element.set("tests", str(len(element.findall(".//testcase"))))
    element.set("failures", str(len(element.findall(".//failure"))))
    element.set("errors", str(len(element.findall(".//error"))))
    element.set("skipped", str(len(element.findall(".//skipped"))))
    element.set("time", "0")


FORMAT = Format(name="junit", extension="xml", render=render)
