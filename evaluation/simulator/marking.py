"""Texts with marks in them: what is put together as strings knows afterwards where its parts stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"  # private-use code points, which no text of ours has
_PARTS = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}|{_CLOSE}")
_LABEL = re.compile(f"{_OPEN}[^{_MIDDLE}]*{_MIDDLE}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label and the half-open range of code points that it stands for."""

    label: str
    start: int
    end: int


def mark(label: str, text: str) -> str:
    """`text` with a mark around it; marks may stand in marks."""
    return f"{_OPEN}{label}{_MIDDLE}{text}{_CLOSE}"


def flatten(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without marks, and where they were, in order of their starts and the outer ones first."""
    pieces: list[str] = []
    size = 0
    waiting: list[tuple[str, int]] = []
    found: list[Mark] = []
    parts = _PARTS.split(marked)  # text, label or None at a closing mark, text, …
    for place in range(0, len(parts) - 1, 2):
        pieces.append(parts[place])
        size += len(parts[place])
        label = parts[place + 1]
        if label is not None:
            waiting.append((label, size))
        else:
            label, start = waiting.pop()
            found.append(Mark(label, start, size))
    pieces.append(parts[-1])
    assert not waiting, waiting
    found.sort(key=lambda item: (item.start, -item.end))
    return "".join(pieces), tuple(found)


def plain(marked: str) -> str:
    """The text without marks."""
    return _LABEL.sub("", marked).replace(_CLOSE, "")


def capital(marked: str) -> str:
    """The same with a capital at its beginning; marks are passed over."""
    start = 0
    while found := _LABEL.match(marked, start):
        start = found.end()
    return marked[:start] + marked[start : start + 1].upper() + marked[start + 1 :]
