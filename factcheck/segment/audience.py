"""Lists of whom or what something is for: complaints, areas and wishes below "Ideal for" or "Treatment areas".

In go a page's blocks with their sentences, out come those that are entries of such a list, and whether one says more
than that. A room of its own because such an entry is worded as a promise ("Neck rejuvenation") and only names what
people come for, so that all of them must be taken alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Block
from factcheck.named import ILLNESS
from factcheck.reading.mentions import SUBJECTS, Mention
from factcheck.reading.reader import Reader, Reading

_TAGS = re.compile(r"\[\s*(?:'[^']*'|\"[^\"]*\")(?:\s*,\s*(?:'[^']*'|\"[^\"]*\"))*\s*,?\s*\]")
"""A row of tags as a program prints it: "['Dry skin', 'Redness']"."""
_ACTING = re.compile(r"\w+(?:[^s]s|ate|ise|ize|ify|en)")
"""Verbs that tell by themselves what happens: "hydrates", "rejuvenate"; "rejuvenation" and "firm" only name it."""
_SAYING = frozenset({"status", "authority", "relation"})
_SURE = frozenset({"proof", "absolute", "comparison"})
_ASKED = frozenset("for good best ideal right suitable".split())
"""What closes a question that names the thing before it: "Who is PRP good for?"."""
LONGEST_ENTRY = 14
"""Words and marks of an entry."""


def heads_audience(head: Reading) -> bool:
    """Whether a heading asks for whom or for what something is, and says nothing else: "Skin type", "Best for:"."""
    asked = [(cue.first, cue.last) for cue in head.cues if cue.rule.kind == "audience"]
    things = [(mention.first, mention.last) for mention in head.mentions if mention.kind in SUBJECTS]
    known = {i for first, last in (*asked, *things) for i in range(first, last)}
    rest = [word for i, word in enumerate(head.words.folds) if i not in known and word.isalpha()]
    return asked != [] and _ASKED.issuperset(rest)


def _opens_list(reading: Reading) -> bool:
    """Whether a line asks for whom or for what, and lists it behind its colon: "Concerns: dullness, slackness"."""
    folds = reading.words.folds
    return any(
        c.rule.kind == "audience" and c.first == 0 and folds[c.last : c.last + 1] == (":",) for c in reading.cues
    )


def _in_tags(block: Block, text: str) -> bool:
    """Whether a block is one of a row of tags, or all of them."""
    first, last = text.rfind("\n", 0, block.start) + 1, text.find("\n", block.end)
    line = text[first : last if last >= 0 else len(text)].strip()
    return line.startswith("[") and _TAGS.fullmatch(line) is not None


def entries(blocks: Iterable[tuple[Block, Sequence[Reading]]], text: str) -> Iterator[int]:
    """Starts (character offsets) of the blocks that stand in a list below such a heading, and of rows of tags."""
    listed, fresh, line_before = False, False, 0
    for block, readings in blocks:
        lone = len(readings) == 1
        heads = lone and heads_audience(readings[0])
        near = block.kind == "item" or text.count("\n", line_before, block.start) <= 1 + fresh
        listed = heads or (listed and near and _is_entry(block, readings))
        if (listed and not heads) or _in_tags(block, text) or (lone and not heads and _opens_list(readings[0])):
            yield block.start
        fresh, line_before = heads, block.end


def _is_entry(block: Block, readings: Sequence[Reading]) -> bool:
    """Whether a block has the shape of an entry: a few words of one sentence, and no heading of the page."""
    short = len(readings) == 1 and len(readings[0].words) <= LONGEST_ENTRY and ":" not in readings[0].words.folds
    return short and block.level == 0 and block.kind not in {"heading", "question", "cell", "panel"}


def states_effect(reading: Reading, reader: Reader) -> bool:
    """Whether an entry says that something happens or is so: "Reduces wrinkles", and not "Wrinkle reduction"."""
    sure = any(cue.rule.kind in _SURE for cue in reading.cues)
    ill = any(reader.isa(m.concept, ILLNESS) for m in reading.mentions)
    return sure or ill or any(m.kind in _SAYING or _happens(m, reading) for m in reading.mentions)


def _happens(outcome: Mention, reading: Reading) -> bool:
    """Whether a verb before an outcome acts on it, or its own word is one: "Firming care" names what is wanted."""
    if outcome.change != "better":
        return False
    if outcome.by is not None and reading.mentions[outcome.by].first < outcome.first:
        return True
    return outcome.form == "does" and _ACTING.fullmatch(reading.words.folds[outcome.first]) is not None
