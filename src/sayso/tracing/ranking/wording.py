"""A text → its words as ranking counts them: dictionary forms in order, and which of them are names and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.languages.words import Words, load_words
from sayso.tracing.names import in_latin
from sayso.tracing.ranking.posts import read_post

_TERM = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_ENDING = re.compile(r"'s?$|n't$|'(?:re|ve|ll|d|m)$")
_SENTENCE_END = re.compile(r"[.!?…:]\s*[\"“”‘’']?\s*$")
_QUOTED = re.compile(r"[“\"‘]([^“”\"‘]{3,300}?)[”\"’](?!\w)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = {
    name: at
    for at, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_MONTH = re.compile(rf"\b({'|'.join(name.title() for name in _MONTHS)})\b(?=\s+(?:\d|of\s+\d))")
_MARKS = re.compile(r"[\s\"“”„«»'‘’`.]+")
SMALL = frozenset(
    "a an the and or but of in on at to for from by with as is are was were be been being am it its this that these "
    "those he she they them his her their i you we me my your our us him who whom whose which what when where why how "
    "do does did done doing have has had having will would can could shall should may might must not no if so than then "
    "there here about into over after before up down out off again just also any all some such only own same too very "
    "s t don now re ve ll d m im dont amp rt via".split()
)
"""Words that say nothing by themselves; fewer than `Words.stop`, since "said" and "report" can tell claims apart."""
STEM = 5
"""First letters by which two words are held to be of one family ("Syria", "Syrian")."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One text in words.

    `terms`: dictionary forms without small words, in order. `names`, `numbers`: those of them that are. `speaker`: terms of who wrote it.
    `quoted`: runs of terms inside quotation marks. `dates`: year and month (0: none said) that it gives or bears.
    """

    terms: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    speaker: frozenset[str]
    quoted: tuple[tuple[str, ...], ...]
    dates: tuple[tuple[int, int], ...]


def read_wording(text: str) -> Wording:
    """The words of a text: of a sentence, a headline, or a post with its tags and its signature."""
    post = read_post(text)
    words = load_words("en")
    terms: list[str] = []
    names: set[str] = set()
    plain = _INITIALS.sub(lambda match: match[0].replace(".", "") + (" " if match[0][-1] == "." else ""), post.text)
    for term, form, start in _terms(plain, words):
        terms.append(term)
        if (
            form[0].isupper()
            and (len(form) > 1 and form[1:].islower() or form.isupper())
            and not _SENTENCE_END.search(plain[max(0, start - 6) : start])
            and start
        ):
            names.add(term)
    speaker = {term for author in post.authors for term, _, _ in _terms(author, words)}
    quoted = (tuple(term for term, _, _ in _terms(match[1], words)) for match in _QUOTED.finditer(plain))
    return Wording(
        terms=tuple(terms),
        names=frozenset(names),
        numbers=frozenset(term for term in terms if term[0].isdigit()),
        speaker=frozenset(speaker),
        quoted=tuple(run for run in quoted if len(run) > 1),
        dates=post.dates or tuple(_dates(plain)),
    )


def term_of(form: str) -> str:
    """The dictionary form of a word; "" for a small one and for a mark."""
    return _term(form, load_words("en")) if form[:1].isalnum() else ""


def plain(text: str) -> str:
    """A text without quotation marks, capitals and full stops: two that differ in nothing else are one wording."""
    return _MARKS.sub(" ", text.lower()).strip()


def family(term: str) -> str:
    """What a word has in common with those of its family: its first letters; a short word or a number is its own."""
    return term if len(term) < STEM or term[0].isdigit() else term[:STEM]


def _terms(text: str, words: Words) -> Iterator[tuple[str, str, int]]:
    for match in _TERM.finditer(text):
        term = _term(match[0], words)
        if term and term not in SMALL:
            yield term, match[0], match.start()


@lru_cache(maxsize=65536)
def _term(form: str, words: Words) -> str:
    plain = _ENDING.sub("", in_latin(form))
    if plain[:1].isdigit():
        return plain.replace(",", "")
    return "" if plain in SMALL else words.lemma(plain) if plain else ""


def _dates(text: str) -> Iterator[tuple[int, int]]:
    months = [_MONTHS[match[1].lower()] for match in _MONTH.finditer(text)]
    for match in _YEAR.finditer(text):
        yield int(match[0]), months[0] if months else 0
