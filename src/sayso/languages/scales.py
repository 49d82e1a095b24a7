"""Numbers in languages that are not read yet: what multiplies one ("14 тысяч", "1,2 Millionen"), and number words ("одиннадцати")."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.domain.named import Quantity

TEN, HUNDRED = 10, 100
LONGEST_BOUND, MOST_WORDS = 30, 3
"""Code points and words of the longest phrase that bounds a number."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def find_scale(word: str) -> int:
    """What a word after a number multiplies it by; 1 where it is no such word."""
    lower = word.lower()
    return next((by for start, by in _scales() if lower.startswith(start)), 1)


def find_number_words(text: str, start: int, end: int, language: str | None) -> Iterator[Quantity]:
    """The numbers that are written in words, in a language whose words are listed: "двадцати пяти" is one, 25. Without bounds and units."""
    known = _numbers().get((language or "").partition("-")[0])
    if known is None:
        return
    last: Quantity | None = None
    for match in _WORD.finditer(text, start, end):
        value = known.get(match.group().lower().replace("’", "'"))
        if value is None:
            continue
        if last is not None and _continues(last.value, value) and not text[last.end : match.start()].strip():
            value += int(last.value)
            last = Quantity(value, value, None, None, last.start, match.end())
            continue
        if last is not None:
            yield last
        last = Quantity(value, value, None, None, *match.span())
    if last is not None:
        yield last


def find_bound(text: str, start: int, language: str | None) -> str | None:
    """The bound before a number in a language whose words for one are listed: "mindestens 31" is "at-least"."""
    before = text[max(0, start - LONGEST_BOUND) : start].lower().split()
    bounds = _bounds().get((language or "").partition("-")[0], {})
    for length in range(min(MOST_WORDS, len(before)), 0, -1):
        found = bounds.get(" ".join(before[-length:]))
        if found is not None:
            return found
    return None


def knows_bounds(language: str | None) -> bool:
    """Whether the words that bound a number are known in a language, so that their lack tells something."""
    code = (language or "en").partition("-")[0]
    return code == "en" or code in _bounds()


def _continues(before: float, value: int) -> bool:
    """Whether a number word goes on the one before it: "twenty" "five"; "hundred" "twenty"."""
    return (before % HUNDRED == 0 and value < HUNDRED) or (before % TEN == 0 and before > TEN and value < TEN)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("sayso.languages") / "scales.toml").read_text(encoding="utf-8"))


@cache
def _bounds() -> Mapping[str, Mapping[str, str]]:
    return {
        code: {phrase.strip(): bound for bound, phrases in bounds.items() for phrase in phrases.split(",")}
        for code, bounds in _data()["bounds"].items()
    }


@cache
def _scales() -> tuple[tuple[str, int], ...]:
    """Beginnings of words, the longest first."""
    pairs = _pairs(_data()["scales"])
    return tuple(sorted(pairs, key=lambda item: (-len(item[0]), item[0])))


@cache
def _numbers() -> Mapping[str, Mapping[str, int]]:
    return {language: dict(_pairs(listed)) for language, listed in _data()["numbers"].items()}


def _pairs(listed: str) -> Iterator[tuple[str, int]]:
    for pair in listed.split(","):
        word, number = pair.split()
        yield word, int(number)
