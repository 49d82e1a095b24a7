"""Names in the one form in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BETWEEN = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)
def fold(name: str | None) -> str:
    """A name in small letters without marks, with one blank for all that is neither letter nor digit."""
    letters = unicodedata.normalize("NFKD", (name or "").casefold())
    return _BETWEEN.sub(" ", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip()


def has_words(name: str, words: str) -> bool:
    """Whether a name has these words in it, the last of them perhaps only begun: "new yo" stands in "New York", and "oman" not in "Romania"."""
    return f" {fold(words)}" in f" {fold(name)}"
