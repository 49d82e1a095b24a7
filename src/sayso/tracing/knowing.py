"""What a document's whole text knows of the names and places in a statement of another document."""

from __future__ import annotations

from functools import lru_cache

from sayso.languages.language import load_code
from sayso.languages.words import Words, load_words
from sayso.tracing.names import agree, find_capitalised, in_latin, is_body, name_key
from sayso.tracing.overlap import LIKE
from sayso.tracing.statement import Statement

LIKE_A_PLACE = 6
"""Letters by which a place is known again in a text ("Sosnoyarsk", "Sosnoyarskaya")."""
SHORTEST_PROPER = 4
"""Letters of a word of a name by which one may tell that a text does not know it."""


def knows(text: str, key: str) -> bool:
    """Whether a text speaks of a place: the beginning of its longest word stands in it."""
    longest = max(key.split(), key=len)
    return longest[:LIKE_A_PLACE] in _lower(text)


@lru_cache(maxsize=1024)
def _lower(text: str) -> str:
    return in_latin(text)


def find_strange(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Two words of names, each of which the other's text does not know; None unless both have one."""
    mine, yours = _strange(one, other), _strange(other, one)
    return (mine, yours) if mine and yours else None


def _strange(one: Statement, other: Statement) -> str | None:
    """A word of a name in a statement that the other's text does not know, in no spelling that might be a slip."""
    theirs = _proper_words(other)
    text = other.document.text
    strange = (
        word for word in _proper_words(one) if not knows(text, word) and not any(agree(word, their) for their in theirs)
    )
    return next(strange, None)


@lru_cache(maxsize=8192)
def _proper_words(statement: Statement) -> tuple[str, ...]:
    """The words of a statement's names and places, and whatever else it writes large, that are no dates and not its speakers' names."""
    words = load_words(load_code(statement.document.language) or "en")
    told = {word for key in map(name_key, _speakers(statement)) for word in key.split()}
    found: dict[str, None] = {}
    for place in (*statement.names, *statement.places):
        if not is_body(place.key):
            found.update(dict.fromkeys(place.key.split()))
    for span in statement.attribution.content:
        for place in find_capitalised(statement.document.text, span.start, span.end):
            found.update(dict.fromkeys(place.key.split()))
    return tuple(
        word
        for word in found
        if len(word) >= SHORTEST_PROPER and word.isalpha() and word[:LIKE] not in date_words(words) and word not in told
    )


def _speakers(statement: Statement) -> list[str]:
    return [hop.source.exact for hop in statement.attribution.chain if hop.source is not None]


@lru_cache(maxsize=8)
def date_words(words: Words) -> frozenset[str]:
    """How the names of months and weekdays begin."""
    return frozenset(name[:LIKE] for name in (*words.months, *words.weekdays))
