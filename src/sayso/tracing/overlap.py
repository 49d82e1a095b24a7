"""How much two statements' words and surroundings have in common: rare words count more, words of one kind count too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from sayso.languages.language import load_language
from sayso.languages.words import Words, find_forms
from sayso.tracing.names import find_capitalised, name_key
from sayso.tracing.statement import Statement

KIN_SHARE = 0.7
"""What a word of the same kind counts, of what the word itself would."""
AROUND = 700
"""Code points before and after a statement that are its surroundings, besides the beginning of its document."""
OPENING = 500
NEAR = 400
"""Code points before and after a statement in which names keep it company."""
LIKE = 7
"""Letters by which a name is known again ("Sosnoya", of "Sosnoyarsk")."""

_POSSESSIVE = re.compile(r"['’]s?$")

Rarity = Callable[[str], float]
"""How much it says that two statements share a word; 0 and more."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words that two statements share, by lemma or by kind, and their weight among all words of each."""

    words: tuple[tuple[str, str], ...]
    weight: float
    one_weight: float
    other_weight: float

    @property
    def of_less(self) -> float:
        """The share of the statement that says less."""
        less = min(self.one_weight, self.other_weight)
        return self.weight / less if less else 0.0

    @property
    def of_both(self) -> float:
        """The share of all words of both."""
        both = self.one_weight + self.other_weight - self.weight
        return self.weight / both if both else 0.0


def rarity_from(frequencies: Mapping[str, int], documents: int) -> Rarity:
    """Rarity from counts: in how many of so many documents each word stands."""

    def rarity(word: str) -> float:
        return log((documents + 1) / (frequencies.get(word, 0) + 1))

    return rarity


def find_overlap(one: Iterable[str], other: Iterable[str], words: Words, rarity: Rarity) -> Overlap:
    """What two lists of lemmas share; each lemma counts once."""
    first, one_weight = _kinds_and_weight(tuple(one), words, rarity)
    second, other_weight = _kinds_and_weight(tuple(other), words, rarity)
    pairs = [(lemma, lemma) for lemma in first if lemma in second]
    weight = sum(rarity(lemma) for lemma, _ in pairs)
    rest: dict[str, list[str]] = {}
    for lemma, kind in second.items():
        if lemma not in first:
            rest.setdefault(kind, []).append(lemma)
    for lemma, kind in first.items():
        if lemma not in second and rest.get(kind):
            match = rest[kind].pop(0)
            pairs.append((lemma, match))
            weight += KIN_SHARE * min(rarity(lemma), rarity(match))
    return Overlap(tuple(pairs), weight, one_weight, other_weight)


@lru_cache(maxsize=8192)  # a statement is compared with fifty others
def _kinds_and_weight(lemmas: tuple[str, ...], words: Words, rarity: Rarity) -> tuple[Mapping[str, str], float]:
    """The kind of each lemma, in order, and what all of them say."""
    kinds = {lemma: words.kind(lemma) for lemma in lemmas}
    return kinds, sum(map(rarity, kinds))


@lru_cache(maxsize=4096)
def surroundings(statement: Statement, words: Words) -> frozenset[str]:
    """Meaning words around a statement, and at the beginning of its document, that are not its own."""
    content = statement.attribution.content
    return _surroundings(statement.document.text, content[0].start, content[-1].end, words) - frozenset(statement.words)


@lru_cache(maxsize=4096)
def company(statement: Statement) -> frozenset[str]:
    """Beginnings of the names around a statement, and at the beginning of its document, in Latin letters; not its outlet's."""
    content = statement.attribution.content
    outlet = name_key(statement.document.outlet or "")
    found = _names_in(statement.document.text, content[0].start, content[-1].end)
    return frozenset(name for name in found if name[:LIKE] not in outlet)


@lru_cache(maxsize=8192)
def doings(statement: Statement, words: Words) -> tuple[str, ...]:
    """Those of a statement's lemmas that are verbs by their form or their place ("was emptied", "to widen"), in order."""
    own = frozenset(statement.words)
    return tuple(lemma for lemma in _doings(statement.text, words) if lemma in own)


def _surroundings(text: str, start: int, end: int, words: Words) -> frozenset[str]:
    return (
        _meaning_words(text[:OPENING], words)
        | _meaning_words(text[max(OPENING, start - AROUND) : start], words)
        | _meaning_words(text[end : end + AROUND], words)
    )


@lru_cache(maxsize=8192)  # all statements of a document have its opening around them
def _meaning_words(text: str, words: Words) -> frozenset[str]:
    found = {_meaning(match.group(), words) for match in find_forms(text)}
    return frozenset(found - {""})


@lru_cache(maxsize=65536)  # a text's words come again in the next text
def _meaning(form: str, words: Words) -> str:
    """What a word says of what is spoken of: its lemma, or a name or a figure as it stands; "" where it says nothing."""
    form = _POSSESSIVE.sub("", form)
    lower = form.lower()
    if lower in words.stop:
        return ""
    if form[:1].isupper() or form[:1].isdigit():
        return lower
    if lower in load_language(words.code).number_words:
        return ""
    lemma = words.lemma(form)
    return "" if lemma in words.stop else lemma


def _names_in(text: str, start: int, end: int) -> frozenset[str]:
    ranges = (0, min(OPENING, len(text))), (max(OPENING, start - NEAR), min(len(text), end + NEAR))
    return frozenset().union(*(_names_between(text, low, high) for low, high in ranges))


@lru_cache(maxsize=8192)
def _names_between(text: str, start: int, end: int) -> frozenset[str]:
    found = (word for place in find_capitalised(text, start, end) for word in place.key.split())
    return frozenset(word[:LIKE] for word in found if len(word) > 2 and not word.isdigit())


@lru_cache(maxsize=16384)
def _doings(text: str, words: Words) -> tuple[str, ...]:
    language = load_language(words.code)
    found = []
    before = ""
    for match in find_forms(text):
        form = match.group().lower().replace("’", "'")
        lemma = words.lemma(form)
        inflected = form in language.irregular or (form != lemma and form.endswith("ed"))
        led = before in language.auxiliaries or before in language.pronouns or before.endswith("n't")
        said_before = form in words.stop or lemma in words.stop or form in language.auxiliaries
        if (inflected or led) and not said_before:
            found.append(lemma)
        if not form.endswith("ly") and form not in language.skipped:
            before = form
    return tuple(dict.fromkeys(found))
