"""What two wordings, or two versions of a text, have in common and what not: word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

_WORDS = re.compile(r"\s+|\w+(?:[’'.,-]\w+)*|[^\w\s]")
MOST_WORDS = 2_000
"""Words a side up to which words are set against each other; longer ones are shown whole (SequenceMatcher takes their product)."""


class Change(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and what became of them."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of two versions; `skipped` counts the unchanged ones that were left out before it."""

    pieces: tuple[Piece, ...]
    skipped: int = 0


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The words of `after`, with those of `before` that are gone, in their order."""
    found: list[Piece] = []
    for gone, new, kept in _steps(before, after):
        if kept:
            found.append(Piece(Change.KEPT, new))
            continue
        if gone:
            found.append(Piece(Change.GONE, gone))
        if new:
            found.append(Piece(Change.NEW, new))
    return tuple(_without_crumbs(found))


def word_sides(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts to be set side by side, each with every character that it has: what is gone is marked in the first, what is new in the second."""
    steps = _steps(before, after)
    return tuple(_side([(gone, kept) for gone, _, kept in steps], Change.GONE)), tuple(
        _side([(new, kept) for _, new, kept in steps], Change.NEW)
    )


def _side(parts: Iterable[tuple[str, bool]], change: Change) -> Iterator[Piece]:
    """A blank between two marked parts is marked with them: words changed together are read together."""
    held = [(words, kept) for words, kept in parts if words]
    marked = ""
    for place, (words, kept) in enumerate(held):
        if not kept or (marked and not words.strip() and place + 1 < len(held)):
            marked += words
            continue
        if marked:
            yield Piece(change, marked)
            marked = ""
        yield Piece(Change.KEPT, words)
    if marked:
        yield Piece(change, marked)


@lru_cache(maxsize=4096)
def _steps(before: str, after: str) -> tuple[tuple[str, str, bool], ...]:
    """What stands in the first, what in the second, and whether that is the same. The last ones are remembered: forty took a fifth of a claim's page."""
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(one), len(other)) > MOST_WORDS:
        return ((before, after, False),)
    return tuple(
        ("".join(one[a:b]), "".join(other[c:d]), kind == "equal")
        for kind, a, b, c, d in SequenceMatcher(None, _folded(one), _folded(other), autojunk=False).get_opcodes()
    )


def have_common_words(pieces: Iterable[Piece]) -> bool:
    """Whether anything but blanks and marks was kept."""
    return any(piece.change is Change.KEPT and any(map(str.isalnum, piece.words)) for piece in pieces)


def _folded(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]


def _without_crumbs(pieces: list[Piece]) -> Iterator[Piece]:
    """A lone blank between two changes belongs to both: words changed together are read together."""
    gone = new = ""
    for place, piece in enumerate(pieces):
        crumb = piece.change is Change.KEPT and not piece.words.strip() and 0 < place < len(pieces) - 1
        if piece.change is Change.KEPT and not crumb:
            yield from _both(gone, new)
            gone = new = ""
            yield piece
        else:
            gone += piece.words if piece.change is not Change.NEW else ""
            new += piece.words if piece.change is not Change.GONE else ""
    yield from _both(gone, new)


def _both(gone: str, new: str) -> Iterator[Piece]:
    if gone.strip():
        yield Piece(Change.GONE, gone.rstrip() if new.strip() else gone)
    if new:
        yield Piece(
            Change.NEW if new.strip() else Change.KEPT, f" {new.lstrip()}" if gone.strip() and new.strip() else new
        )


def text_changes(before: str, after: str) -> tuple[Paragraph, ...]:
    """The paragraphs in which two versions of a text differ, with their neighbours left out and counted."""
    one, other = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    found: list[Paragraph] = []
    skipped = 0
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            skipped += b - a
            continue
        shared = min(b - a, d - c)
        for place in range(shared):
            found.append(Paragraph(word_changes(one[a + place], other[c + place]), skipped))
            skipped = 0
        for line in one[a + shared : b]:
            found.append(Paragraph((Piece(Change.GONE, line),), skipped))
            skipped = 0
        for line in other[c + shared : d]:
            found.append(Paragraph((Piece(Change.NEW, line),), skipped))
            skipped = 0
    return tuple(found)
