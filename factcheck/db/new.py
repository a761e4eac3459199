"""A commented template for a new assertion, and its place in the topic's file.

Comes in: a folder and an id. Goes out: the file, written; or why not. A file of its own because it is the first thing
a newcomer meets: the template is their manual.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from factcheck.db.folder import shown
from factcheck.db.lint_wording import SLUG
from factcheck.db.nodes import List, Map, Page, Scalar, read_yaml

HEAD = """\
# yaml-language-server: $schema=../schema/topic.json
topic: {topic}
title: "{title}"
assertions:
"""

TEMPLATE = """\
# ----------------------------------------------------------------------------------------------------------------
# A new assertion. Write over every FILL IN, take the comments out as you go, then run
#     factcheck db check              (is the form right?)
#     factcheck db test {id}
# With a base of your own, write --db and its folder behind each: factcheck db check --db our_claims
# To move it into another file by hand: copy from the line that begins with "- id:" to the end of the entry, and put
# it under `assertions:` in topics/{topic}.yaml, the hyphen in the same column as the hyphens there.
- id: {id}
  # The claim as one plain sentence, as a page that makes it would word it. In double quotes, like every sentence.
  says: "FILL IN"
  # At least four other wordings: passive, noun phrase, label fragment, shop language. Each is read as the set of
  # things it names (ingredient, effect, place …); a claim matches if it holds all of them, in any order.
  also:
    - "FILL IN"
    - "FILL IN"
    - "FILL IN"
    - "FILL IN"
  # Of `says` as worded: supported | contradicted | unsettled. In doubt: unsettled.
  evidence_says: unsettled
  # How sure the evidence makes us: high | moderate | low | very-low. Contradicted needs moderate or better.
  strength: very-low
  # Why not higher, why not lower. One or two sentences.
  because: "FILL IN"
  # studies | rule (a regulation or notice decides) | definition | own-evidence (only the firm can show it)
  basis: studies
  # Month up to which the evidence was checked.
  as_of: {month}
  # Where it holds. setting: intact-skin, after-needling, after-laser, injected, in-vitro, animal, oral; empty: any.
  # A claim that does not tell its setting lies outside a named one, and comes out as unsupported.
  # dose and time are one amount each and nothing else: dose: ">= 0.4 %", dose: "2-5 %", time: "<= 12 weeks".
  within:
    setting: []
  # Concepts of the lexicon whose presence makes it another claim (factcheck explain WORD finds them). No settings.
  unless: []
  # What each source shows about `says`: supports | contradicts | mixed | context. The source is a file in sources/;
  # the quote is one of its checked quotes, word by word.
  evidence:
    - source: fill-in
      shows: context
      note: "FILL IN"
  # What rules say of making the claim, by market; never part of the verdict. Leave out if there is none. An entry is
  #   - {{market: us, status: drug-claim, note: "The rule in one plain sentence.", source: id-of-its-file}}
  # market: us, eu, uk, ca, kr, tw. status: drug-claim (makes the product a drug), not-cosmetic, prohibited,
  # needs-substantiation, restricted, permitted.
  policy: []
  # Wording that the evidence does carry, or leave it out:
  # instead: "…"
  # Sentences for the tests, in the words of real pages, not copies of the phrasings above.
  examples:
    # Claims that agree with `says` come out as: supported -> supported, contradicted -> contradicted,
    # unsettled -> unsupported. Two of those at least.
    supported: []
    unsupported:
      - "FILL IN"
      - "FILL IN"
    contradicted: []
    # Near misses that must not be matched: another product, another rule, the words in another sense. Two at least.
    not_this:
      - "FILL IN"
      - "FILL IN"
"""


TAKEN = (
    "the shipped base has an assertion {id!r} already (factcheck explain {id}); to withdraw or narrow it for your base "
    "write it under `changes` (claims_db/README.md, A base of your own), to say something else take another id"
)


class NotWrittenError(Exception):
    """Why no template was written, in one line."""


def template(name: str, month: str) -> str:
    """The commented entry for an assertion of this id, the hyphen in the first column."""
    return TEMPLATE.format(id=name, topic=name.partition(".")[0], month=month)


def new_assertion(folder: Path, name: str, month: str, shipped: Collection[str] = ()) -> Path:
    """Writes the template into the topic's file of a base and returns the file; raises `NotWrittenError`.

    `shipped`: ids that the base which this one is added to holds already.
    """
    if not re.fullmatch(rf"{SLUG}\.{SLUG}", name):
        raise NotWrittenError(f"{name!r} is no id: write topic.slug, lower case, words joined by hyphens")
    if installed(folder):
        raise NotWrittenError(f"{shown(folder)} belongs to the installed package; name a folder of yours with --db")
    path = folder / "topics" / f"{name.partition('.')[0]}.yaml"
    if name in shipped and not (path.exists() and name in _ids(read_yaml(path.read_text("utf-8-sig"), "")[0])):
        raise NotWrittenError(TAKEN.format(id=name))
    path.parent.mkdir(parents=True, exist_ok=True)
    text = appended(path.read_text(encoding="utf-8-sig"), name, month, shown(path)) if path.exists() else ""
    path.write_text(text or fresh(name, month), encoding="utf-8", newline="\n")
    return path


def fresh(name: str, month: str) -> str:
    """A whole topic file with the template in it."""
    topic = name.partition(".")[0]
    title = topic.replace("-", " ").capitalize()
    return HEAD.format(topic=topic, title=title) + _indented(template(name, month), 2)


def appended(text: str, name: str, month: str, file: str) -> str:
    """The topic file with the template at its end; raises `NotWrittenError` where that would not be read."""
    page, faults = read_yaml(text, file)
    if faults:
        raise NotWrittenError(f"{file} has a fault; mend it first:\n{faults[0].render()}")
    if name in _ids(page):
        raise NotWrittenError(f"{file} has an assertion {name!r} already, on line {_line_of(page, name)}")
    column = _column(page)
    if column is None:
        raise NotWrittenError(f"{file}: `assertions:` must be the last key, with its entries on lines of their own")
    whole = text.rstrip("\n") + "\n" + _indented(template(name, month), column - 1)
    if _ids(read_yaml(whole, file)[0]) != [*_ids(page), name]:
        raise NotWrittenError(f"{file}: the template does not fit at its end; add it by hand")
    return whole


def installed(folder: Path) -> bool:
    """Whether the folder belongs to an installed package, where an update would wipe out what is written."""
    return bool({"site-packages", "dist-packages"} & set(folder.resolve().parts))


def _column(page: Page) -> int | None:
    """The column of the hyphens of the last list, if a further entry can be put below it."""
    if not isinstance(page.root, Map) or not page.root.pairs:
        return None
    key, value = page.root.pairs[-1]
    if not isinstance(key, Scalar) or key.text != "assertions" or not isinstance(value, List) or not value.items:
        return None
    line = page.lines[value.items[0].line - 1]
    dash = line[: value.items[0].column - 1].rstrip()
    return len(dash) if dash.lstrip() == "-" else None


def _ids(page: Page) -> list[object]:
    """The ids of the assertions of a page, as far as it has the form of one."""
    data = page.data
    held = data.get("assertions") if isinstance(data, dict) else None
    return [each.get("id") for each in held if isinstance(each, dict)] if isinstance(held, list) else []


def _line_of(page: Page, name: str) -> int:
    """The line of an assertion's id."""
    return page.place(("assertions", _ids(page).index(name), "id"))[0]


def _indented(text: str, blanks: int) -> str:
    """The lines moved to the right."""
    return "".join(" " * blanks + line for line in text.splitlines(keepends=True))
