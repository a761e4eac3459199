"""What a text says without asserting it: myths, lists of what is not so, other people's claims.

In go a sentence, or the heading or stem above it, as the lexicon reads them, out comes whether what is said there is
kept at a distance. A room of its own because a page that reports a claim in order to refuse it must not be accused of
it, and because the words for that are the same in headings and in sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.named import STUDY
from factcheck.reading.reader import SUBJECTS, Mention, Reader, Reading
from factcheck.segment.surroundings import PRONOUNS, Context

_MYTH = frozenset({"myth", "myths", "fiction"})
_FACT = frozenset({"fact", "facts", "truth", "reality"})
_OPENED = frozenset(": - – —".split())
"""Marks behind the name of a line: "Myth: …", "Fact – …"."""
_LEFT_OPEN = frozenset(": ... …".split())
"""Marks with which a stem waits for its list."""
LEFT = 2
"""Words of a stem behind what it says of its list: "If you want to visibly:"."""
_SAYING_OPEN = frozenset("claim claims mean say imply promise show prove guarantee make state write".split())
"""Verbs of a heading's denial that are of what is said: "What this does not mean", "Claims we never make"."""
_VERBS_LEFT_OPEN = _SAYING_OPEN | frozenset(
    "do be have treat offer replace for you yet ever that allowed able to in practice : ... … .".split()
)
"""What may stand between a heading's "not" and its end: "What it does not do"."""
_ENFORCING = frozenset(
    """warned warns warning fined fines banned bans sued sues ordered charged cited ruled penalised penalized prosecuted
    seized settled upheld investigated accused""".split()
)
_CLAIMING = frozenset(
    """claim claims claimed claiming saying advertised advertising promoted promoting marketed marketing promised
    promising implied implying stating stated alleging suggesting ad ads advert adverts advertisement
    advertisements""".split()
)
_TOUTED = frozenset("touted purported purportedly supposedly allegedly alleged hyped".split())
"""Words by which a text keeps what is said at a distance."""
_TOLD = frozenset(
    {("marketed", "as"), ("claim", "to"), ("claims", "to"), ("promoting", "them"), ("marketing", "them"),
     ("promoted", "as"), ("billed", "as"), ("pitched", "as")}
)  # fmt: skip
_ANYBODY = frozenset("many some most other certain several countless few too".split())
_SELLERS = frozenset(
    """brand brands clinic clinics company companies seller sellers marketer marketers influencer influencers provider
    providers website websites firm firms manufacturer manufacturers vendor vendors advert adverts ad ads competitor
    competitors marketplaces retailers""".split()
)
_SAYING = frozenset("claim claims promise promises say advertise tout suggest assert boast insist".split())
_OTHERS = frozenset(
    "other others competitor competitors typical traditional conventional generic ordinary leading regular them".split()
)
"""First words of a column that stands for what is not sold here."""
_FIELDS = frozenset("benefits features ingredients information details effects claims results notes use uses".split())
"""What a row may hold of one's own: "Other benefits"."""
_OWN = frozenset({"we", "our", "your", "us", "my"})
_ASKING = frozenset("ask asks asked asking wonder wonders wondered wondering see unsure".split())
"""Words before an "if" that puts a question: "patients ask if it is safe"."""
_SUPPOSING = frozenset({"until", "unless", "whether"})
_ANY = frozenset({"a", "an", "any", "the"})
_THESE = frozenset({"this", "these", "our", "the"})
_LISTING = frozenset({",", "and", "or"})
UNREAL = 9
"""Words from a claim to the "would" that makes it unreal."""
_DENIALS = frozenset({"negation", "no-proof", "unsaid"})
_OF = frozenset({"for", "with", "by", "in", "from", "of", "to"})
"""Words that may stand between "not" and what is left out."""
COLUMN = 4
"""Words of a column's head that names whose column it is."""


def recounts(reading: Reading, reader: Reader) -> bool:
    """Whether a sentence tells what a study saw, and nothing of the firm's own or of the reader."""
    return any(reader.isa(m.concept, STUDY) for m in reading.mentions) and not is_own(reading)


def is_own(reading: Reading) -> bool:
    """Whether a sentence speaks of the firm's own, or to the reader."""
    return not (_OWN | {"you"}).isdisjoint(reading.words.folds)


def is_myth(folds: Sequence[str]) -> bool:
    """Whether words open or close with "myth": "Myth: …", "Common skincare myths", "Retinol: the myths"."""
    return not _MYTH.isdisjoint(folds[:3]) or not _MYTH.isdisjoint(folds[-2:])


def is_fact(folds: Sequence[str]) -> bool:
    """Whether words open with what is set against a myth: "Fact: …"."""
    return not _FACT.isdisjoint(folds[:1]) and not _OPENED.isdisjoint(folds[1:2])


def states_myth(folds: Sequence[str]) -> bool:
    """Whether words open with a myth that is only told to be turned down: "Myth: …"."""
    return not _MYTH.isdisjoint(folds[:1]) and not _OPENED.isdisjoint(folds[1:3])


def disputes(above: Context) -> bool:
    """Whether a heading or stem reports claims to dispute them.

    What a heading says of itself only ("How to treat wrinkles", "You deserve the best") says nothing of what is below.
    """
    folds = above.reading.words.folds
    goes_on = folds[-1] in _LEFT_OPEN
    cues = (cue for cue in above.reading.cues if cue.rule.kind == "dispute")
    held = (cue.rule.reaches == "sentence" or (goes_on and len(folds) - 1 - cue.last <= LEFT) for cue in cues)
    return any(held) or is_myth(folds)


def is_rival(head: Context | None) -> bool:
    """Whether a table's column or row is that of other people's goods: "Other serums", "Competitors"."""
    folds = head.reading.words.folds if head is not None else ()
    return not _OTHERS.isdisjoint(folds[:2]) and len(folds) <= COLUMN and _FIELDS.isdisjoint(folds)


def denies_its_list(above: Context) -> bool:
    """Whether a heading or stem ends in a denial that its items complete: "What exosomes can't do", "It is NOT:".

    What other goods cannot do, these can.
    """
    folds = above.reading.words.folds
    if folds[0] in {"do", "please", "why"} or folds[-1] == "?" or not _OTHERS.isdisjoint(folds):
        return False  # "Do not:" instructs
    return _denial_ends(above.reading) > 1 and _VERBS_LEFT_OPEN.issuperset(_left_open(above.reading))


def reports_denied(above: Context, item: Reading) -> bool:
    """Whether an item says itself what the heading denies ("They erase lines"), or what it says is not claimed."""
    if not denies_its_list(above) or _denies(item):
        return False
    said = above.reading.words.folds[_denial_ends(above.reading) - 1 :]
    return not completes(item) or not _SAYING_OPEN.isdisjoint(said)


def completes(reading: Reading) -> bool:
    """Whether an item can be the end of its stem's sentence: it has no subject and no denial of its own."""
    own = any(m.kind in SUBJECTS and m.role == "main" and m.first == 0 for m in reading.mentions)
    return not own and not _denies(reading) and reading.words.folds[0] not in PRONOUNS


def _denies(reading: Reading) -> bool:
    return any(cue.rule.kind in _DENIALS for cue in reading.cues)


def _denial_ends(reading: Reading) -> int:
    """One past the last word of denial; 0: there is none."""
    return max((cue.last for cue in reading.cues if cue.rule.kind in _DENIALS), default=0)


def _left_open(reading: Reading) -> list[str]:
    """The words behind a heading's denial, but for what it is about: "We never claim that | exosomes | :"."""
    about = {i for m in reading.mentions if m.kind in SUBJECTS for i in range(m.first, m.last)}
    return [word for i, word in enumerate(reading.words.folds) if i >= _denial_ends(reading) and i not in about]


def left_out(mention: Mention, reading: Reading) -> bool:
    """ "Smoother skin without retinol", "strong evidence for retinol, not for …": named as what does not do it."""
    sure = {cue.first for cue in reading.cues if cue.rule.kind == "absolute"}  # "without question"
    folds, first = reading.words.folds, _list_begins(mention, reading)
    if folds[max(0, first - 2) : first] in {(",", "not"), ("free", "of"), ("free", "from")}:
        return True
    if folds[max(0, first - 3) : first - 1] == (",", "not") and folds[first - 1] in _OF:
        return True
    while first and (folds[first - 1] == "%" or folds[first - 1][:1].isdigit()):  # "without 2 % retinol"
        first -= 1
    near = 3 if folds[max(0, first - 2)] in _ANY else 2  # "without a topical steroid"
    return any(folds[i] == "without" and i not in sure for i in range(max(0, first - near), first))


def does_without(reading: Reading) -> bool:
    """Whether a sentence tells what is so without the page's goods: "without this toner"; oils may well be left out."""
    named = (m for m in reading.mentions if m.kind == "product" and reading.words.folds[m.first - 1] in _THESE)
    return any(left_out(m, reading) for m in named)


def _list_begins(mention: Mention, reading: Reading) -> int:
    """The first word of the list that a mention is an item of: "without oils, acids or retinol"; else its own."""
    folds, first = reading.words.folds, mention.first
    if "or" not in (*folds[max(0, first - 1) : first], *folds[mention.last : mention.last + 2]):
        return first
    items = {i for m in reading.mentions if m.kind in SUBJECTS for i in range(m.first, m.last)}
    while first and (first - 1 in items or folds[first - 1] in _LISTING):
        first -= 1
    return first


def supposes(first: int, reading: Reading, doubted: bool) -> bool:
    """Whether what begins at a word is only supposed: "until it is approved", "an approved one would …".

    "Whether it works" is as much, unless the sentence goes on to doubt it: that judges it.
    """
    folds, clauses = reading.words.folds, reading.clauses
    before = [i for i in range(first) if clauses[i] == clauses[first]]
    opened = max((i + 1 for i in before if folds[i] in {",", ":"}), default=before[0] if before else first)
    if any(pair[1] == "if" and pair[0] in _ASKING for pair in pairwise(folds[opened:first])):
        return True
    if not (_SUPPOSING - ({"whether"} if doubted else set())).isdisjoint(folds[opened:first]):
        return True
    following = [folds[i] for i in range(first, min(first + UNREAL, len(folds))) if clauses[i] == clauses[first]]
    return folds[0] in {"a", "an", "any"} and "would" in following


def reports_from(reading: Reading) -> int | None:
    """The word from which a sentence tells what others claim: a firm that was warned, "touted as"; None if none."""
    folds = reading.words.folds
    enforced = next((i for i, word in enumerate(folds) if word in _ENFORCING), None)
    if enforced is not None:
        claiming = (i for i in range(enforced + 1, len(folds)) if folds[i] in _CLAIMING)
        return next((i for i in claiming if folds[i - 1] not in _OWN), None)
    touted = next((i for i, word in enumerate(folds) if word in _TOUTED or folds[i : i + 2] in _TOLD), None)
    if touted is not None and _OWN.isdisjoint(folds[:touted]):
        return touted
    for i in range(1, len(folds) - 1):
        if folds[i] in _SELLERS and not _ANYBODY.isdisjoint(folds[max(0, i - 2) : i]):
            said = next((j for j in range(i + 1, min(i + 4, len(folds))) if folds[j] in _SAYING), None)
            return said if said is not None and _OWN.isdisjoint(folds[i:said]) else None
    return None
