"""A text's words in the form in which names are compared, whatever is hidden inside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.registry.spelling import sound

_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f"
"""Soft hyphens, joiners and marks of direction, which a reader does not see."""
_MARK = f"{_HIDDEN}\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARK}]+(?=[^\W\d_])|[{_MARK}])*|\d+")
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е"})  # fmt: skip
_LATIN = re.compile(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters or figures, as it stands and as it is compared: `plain` letter by letter, `sound` in any alphabet."""

    start: int
    end: int
    exact: str
    plain: str
    sound: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.exact[:1].isupper()


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order; a hyphen, a dot and an apostrophe stand between words."""
    for match in _WORD.finditer(text):
        exact = match.group()
        plain, heard = forms(exact)
        yield Word(match.start(), match.end(), exact, plain, heard)


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, str]:
    """A word letter by letter, in lower case without diacritics and hidden signs; and its sound."""
    seen = unicodedata.normalize("NFKD", _UNSEEN.sub("", word)).casefold()
    plain = "".join(letter for letter in seen if not unicodedata.combining(letter)).translate(_PLAIN)
    return plain, sound(plain)


def is_latin(plain: str) -> bool:
    """Whether a word is written in Latin letters."""
    return bool(_LATIN.search(plain))
