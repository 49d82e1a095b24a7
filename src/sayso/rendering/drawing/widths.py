"""How wide words are, without a font: estimates that no common sans-serif exceeds by much.

Measured against DejaVu Sans, the widest in the drawing's font stack: a line that fits there fits everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"
BOLD = 1.12
_LONGEST = 400  # characters that are measured; marks without width must not make a label of any length

_EMS = {
    0.32: " ,.:;'|!`ijlI",
    0.42: '()[]{}tfrJ"-/\\·‘’“”',
    0.52: "cskvxyz?*_",
    0.64: "abdeghnopqu0123456789–FELZTSYPRBCKXV$#&",
    0.80: "ADGHNOQUw+=<>~^→›…◆◇—",
    1.00: "mMW@%",
}
_WIDTHS = {character: width for width, characters in _EMS.items() for character in characters}


@lru_cache(maxsize=16_384)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that `text` takes at a font size."""
    return sum(map(_ems, text)) * size * (BOLD if bold else 1)


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """`text` if it fits into `room` pixels, else its beginning and an ellipsis."""
    text = text[:_LONGEST]
    if text_width(text, size, bold=bold) <= room:
        return text
    room -= text_width(ELLIPSIS, size, bold=bold)
    taken = 0.0
    for place, character in enumerate(text):
        taken += _ems(character) * size * (BOLD if bold else 1)
        if taken > room:
            return text[:place].rstrip() + ELLIPSIS
    return text


@lru_cache(maxsize=4096)
def wrapped(text: str, size: float, room: float, *, lines: int, bold: bool = False) -> tuple[str, ...]:
    """`text` in at most `lines` lines of `room` pixels, broken between words where that is possible."""
    words = text[: _LONGEST * lines].split()
    found: list[str] = []
    while words and len(found) < lines:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size, bold=bold) <= room:
            line = f"{line} {words.pop(0)}"
        if words and len(found) == lines - 1:
            line = f"{line} {' '.join(words)}"
        head = fitted(line, size, room, bold=bold)
        if head != line and len(found) < lines - 1:  # one word that is wider than the line
            cut = max(len(head) - len(ELLIPSIS), 1)
            head, words = line[:cut], [line[cut:], *words]
        found.append(head)
    return tuple(found)


def _ems(character: str) -> float:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if unicodedata.category(character) == "So":
        return 1.3
    return 0.78 if character.isupper() else 0.68
