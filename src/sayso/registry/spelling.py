"""Names as they are compared: one form for the spellings of a name in several alphabets and transliterations.

"Колокольцев", "Kolokoltsev", "Kolokolzew" and "Kolokoltsew" have one form. Two names with one form may still be two
people: the form finds candidates, and given names decide.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя'’",
        "a b v g g d e e e zh z i i i i k l m n o p r s t u v f kh ts ch sh shch  i  e iu ia  ".split(" "),
        strict=True,
    )
) | {"қ": "k", "ғ": "g", "ұ": "u", "ү": "u", "ә": "a", "ө": "o", "ң": "n", "һ": "kh", "ҳ": "kh", "ҷ": "dzh", "ӣ": "i", "ӯ": "u"}  # fmt: skip
_FOLDS = (
    (re.compile(r"shch|schtsch|chtch|szcz|sch"), "sh"),
    (re.compile(r"tsch|tch|cz|č"), "ch"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"dzh|dj|dsch"), "zh"),
    (re.compile(r"ts|tz|tc|zz"), "z"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"^ie"), "e"),
    (re.compile(r"ioo|io|ie"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ov(?=$| )|off(?=$| )"), "ov"),
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[’'`ʼ.-][^\W\d_]+)*")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """One word of a name in the form in which it is compared."""
    lower = word.lower()
    if any(letter in _CYRILLIC for letter in lower if letter.isalpha()):
        lower = "".join(_CYRILLIC.get(letter, letter) for letter in lower)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c) and c.isalpha())
    for pattern, form in _FOLDS:
        plain = pattern.sub(form, plain)
    return plain


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, as written."""
    return tuple(_NAME_WORD.findall(name))


def sounds(name: str) -> tuple[str, ...]:
    """A name's words in the form in which they are compared."""
    return tuple(filter(None, map(sound, name_words(name))))


def same_given(left: str, right: str) -> bool:
    """Whether two given names are one: in sound, by their language's form ("Andriy", "Andrei"), or as an initial."""
    one, other = sound(left), sound(right)
    if not one or not other:
        return False
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    groups = _given_names()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


@cache
def _given_names() -> dict[str, frozenset[int]]:
    """Sound of a given name → the lines of `given_names.txt` that it stands in."""
    lines = (files("sayso.registry") / "data" / "given_names.txt").read_text(encoding="utf-8").splitlines()
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            for name in filter(None, map(str.strip, line.split(","))):
                groups.setdefault(sound(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}
