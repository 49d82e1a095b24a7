"""Pieces → windows of whole paragraphs that one forward pass can hold."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sayso.models.pieces import Pieces

MOST_PIECES = 254  # with [CLS] and [SEP], 256: what MiniLM was trained on


def split_windows(pieces: Pieces, most: int = MOST_PIECES) -> list[tuple[int, int]]:
    """Half-open ranges of pieces, each at most `most` long, together covering all of them.

    Paragraphs stay whole where they fit. A longer one is cut after a sentence in the
    window's last half, else after a word.
    """
    if not len(pieces):
        return []
    return list(_pack(pieces, most))


def _pack(pieces: Pieces, most: int) -> Iterator[tuple[int, int]]:
    borders = [*np.flatnonzero(pieces.opens).tolist(), len(pieces)]
    start = 0
    for low, high in zip(borders, borders[1:], strict=False):
        if high - start <= most:
            continue
        if low > start:
            yield start, low
            start = low
        while high - start > most:
            cut = _cut(pieces, start, start + most)
            yield start, cut
            start = cut
    if start < len(pieces):
        yield start, len(pieces)


def _cut(pieces: Pieces, start: int, end: int) -> int:
    half = (start + end) // 2
    stops = np.flatnonzero(pieces.stops[half:end])
    if len(stops):
        return half + int(stops[-1]) + 1
    words = np.flatnonzero(pieces.first[half + 1 : end + 1])
    return half + 1 + int(words[-1]) if len(words) else end
