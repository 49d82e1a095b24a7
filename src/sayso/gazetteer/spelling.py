"""Names as the gazetteer compares them: "St. John’s", "Saint Johns" and "SAINT-JOHN'S" are one key."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_WORD = re.compile(r"[^\W_]+")
_DROPPED = str.maketrans("", "", ".'’‘ʼ`´ʹʻ")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "a"}
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """The form in which a name is compared; empty where it has no letter or figure."""
    plain = name.casefold().translate(_DROPPED)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = _WORD.findall(plain)
    if len(words) > 1:
        words = [_SHORT.get(word, word) for word in words]
        if words[0] == "the":
            del words[0]
    return " ".join(words)


@lru_cache(maxsize=16384)
def key_number(name_key: str) -> int:
    """64 bits of a key; among two million keys two share them once in nine million gazetteers."""
    return int.from_bytes(blake2b(name_key.encode(), digest_size=8).digest(), "little")
