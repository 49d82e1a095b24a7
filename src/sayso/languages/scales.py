"""What multiplies a number in languages that are not read yet: "14 тысяч", "1,2 Millionen"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def find_scale(word: str) -> int:
    """What a word after a number multiplies it by; 1 where it is no such word."""
    lower = word.lower()
    return next((by for start, by in _scales() if lower.startswith(start)), 1)


@cache
def _scales() -> tuple[tuple[str, int], ...]:
    """Beginnings of words, the longest first."""
    listed = tomllib.loads((files("sayso.languages") / "scales.toml").read_text(encoding="utf-8"))["scales"]
    pairs = [pair.split() for pair in listed.split(",")]
    return tuple(sorted(((word, int(by)) for word, by in pairs), key=lambda item: (-len(item[0]), item[0])))
