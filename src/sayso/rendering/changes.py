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


@lru_cache(maxsize=4096)
def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The words of `after`, with those of `before` that are gone, in their order. The last ones are remembered: forty took a fifth of a claim's page."""
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(one), len(other)) > MOST_WORDS:
        return tuple(piece for piece in (Piece(Change.GONE, before), Piece(Change.NEW, after)) if piece.words)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, _folded(one), _folded(other), autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(Change.KEPT, "".join(other[c:d])))
            continue
        if gone := "".join(one[a:b]):
            found.append(Piece(Change.GONE, gone))
        if new := "".join(other[c:d]):
            found.append(Piece(Change.NEW, new))
    return tuple(_without_crumbs(found))


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
