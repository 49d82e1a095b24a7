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


def _continues(before: float, value: int) -> bool:
    """Whether a number word goes on the one before it: "twenty" "five"; "hundred" "twenty"."""
    return (before % HUNDRED == 0 and value < HUNDRED) or (before % TEN == 0 and before > TEN and value < TEN)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("sayso.languages") / "scales.toml").read_text(encoding="utf-8"))


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
