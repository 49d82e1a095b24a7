"""Quoted stretches of a text, found by their marks alone.

Newspapers open every paragraph of a long quotation with a mark and close only the last one (Chicago
Manual of Style 13.32), so a stretch ends at its paragraph's end at the latest and remembers
whether a closing mark was seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MARK = re.compile(
    r"\n[^\S\n]*\n"  # a paragraph ends
    r"|[“”„‟«»\"]"
    r"|(?<![^\W\d_])''(?=\w)|(?<=\S)''(?!\w)"  # typewriter pairs
    r"|(?<![\w’'])[‘'](?=\S)"  # single mark that can open
    r"|(?<=[\w.,!?…;:)”\"])[’'](?!\w)"  # single mark that can close
)
_OPENS = {"“": '”“"', "„": "“”", "‟": "”", "«": "»", '"': '"', "''": "''", "‘": "’", "'": "'’"}
_SINGLE = frozenset("‘'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Half-open offsets of a quoted stretch, its marks included.

    `closed` is False where the paragraph ended before a closing mark; `depth` is 0 for an outermost
    quotation and 1 for a quotation inside one.
    """

    start: int
    end: int
    closed: bool
    depth: int = 0


@lru_cache(maxsize=2)  # the model and the layout both ask, one text at a time
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quoted stretches of `text` in order of their starts; time and memory are linear."""
    found: list[Quotation] = []
    open_marks: list[tuple[int, str]] = []

    def end_paragraph(at: int) -> None:
        for depth, (start, mark) in enumerate(open_marks):
            # A lone apostrophe ("'round here", "the boys' club") is no quotation, nor is a lone straight mark
            # where the text has curly ones: some archives leave one before every paragraph.
            if mark not in _SINGLE and not (mark == '"' and curly):
                found.append(Quotation(start, at, closed=False, depth=depth))
        open_marks.clear()

    curly = "“" in text
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark[0] == "\n":
            end_paragraph(match.start())
            continue
        closes = next((i for i in range(len(open_marks) - 1, -1, -1) if mark in _OPENS[open_marks[i][1]]), None)
        if mark == "“" and closes is not None:
            closes = None if open_marks[closes][1] != "„" else closes
        if closes is not None and _may_close(text, match.start(), match.end(), mark):
            start, _ = open_marks[closes]
            del open_marks[closes:]
            found.append(Quotation(start, match.end(), closed=True, depth=closes))
        elif mark in _OPENS and len(open_marks) < 3 and _may_open(text, match.end(), mark):
            open_marks.append((match.start(), mark))
    end_paragraph(len(text))
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return tuple(found)


def _may_close(text: str, start: int, end: int, mark: str) -> bool:
    """A straight mark after a blank and before a letter opens; anything else may close."""
    if mark not in {'"', "'", "''"}:
        return True
    blank_before = start == 0 or text[start - 1].isspace()
    letter_after = end < len(text) and not text[end].isspace() and text[end] not in ",.;:!?)"
    return not (blank_before and letter_after)


def _may_open(text: str, end: int, mark: str) -> bool:
    """A mark with nothing quotable after it opens nothing."""
    if mark in {'"', "'", "''", "‘"}:
        return end < len(text) and not text[end].isspace()
    return True
