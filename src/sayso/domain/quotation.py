"""Quoted stretches of a text, found by their marks alone.

Newspapers open every paragraph of a long quotation with a mark and close only the last one (Chicago
Manual of Style 13.32), so a stretch ends at its paragraph's end at the latest and remembers
whether a closing mark was seen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.paragraphs import find_paragraphs

_MARK = re.compile(
    r"[“”„‟«»\"‘’'](?:"  # one class first: of all other characters re looks at nothing else
    r"(?<=[“”„‟«»\"])"
    r"|(?<=')'(?:(?<![^\W\d_]..)(?=\w)|(?<=\S..)(?!\w))"  # typewriter pairs
    r"|(?<=[‘'])(?<![\w’'].)(?=\S)"  # single mark that can open
    r"|(?<=[’'])(?<=[\w.,!?…;:)”\"].)(?!\w))"  # single mark that can close
)
_OPENS = {"“": '”“"', "„": "“”", "‟": "”", "«": "»", '"': '"', "''": "''", "‘": "’", "'": "'’", "”": "”"}
_NEEDS_CLOSING = frozenset("‘'”")
LONGEST_RUN = 12
"""Paragraphs that a quotation may run on through without a mark of its own in any of them."""

LONGEST_STRAIGHT_RUN = 4
"""The same for typewriter's marks, which say less: a stray one is also an inch."""


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


@lru_cache(maxsize=64)  # as of paragraphs
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quoted stretches of `text` in order of their starts; time and memory are linear."""
    found: list[Quotation] = []
    open_marks: list[tuple[int, str]] = []
    paragraphs = find_paragraphs(text)
    ends = iter([*(end for _, end in paragraphs), len(text)])
    paragraph_end = next(ends)
    hanging = -1  # start of the last quotation, where its paragraph ended before it was closed

    def end_paragraph(at: int) -> None:
        nonlocal hanging
        for depth, (start, mark) in enumerate(open_marks):
            # A lone apostrophe ("'round here", "the boys' club") is no quotation, nor is a lone straight mark
            # where the text has curly ones: some archives leave one before every paragraph.
            if mark not in _NEEDS_CLOSING and not (mark == '"' and curly):
                found.append(Quotation(start, at, closed=False, depth=depth))
                if depth == 0:
                    hanging = start
        open_marks.clear()

    curly = "“" in text
    for match in _MARK.finditer(text):
        mark = match.group()
        while match.start() >= paragraph_end:
            end_paragraph(paragraph_end)
            paragraph_end = next(ends, len(text) + 1)
        closes = next((i for i in range(len(open_marks) - 1, -1, -1) if mark in _OPENS[open_marks[i][1]]), None)
        if mark == "“" and closes is not None:
            closes = None if open_marks[closes][1] != "„" else closes
        if closes is not None and _may_close(text, match.start(), match.end(), mark):
            start, _ = open_marks[closes]
            del open_marks[closes:]
            found.append(Quotation(start, match.end(), closed=True, depth=closes))
        elif not open_marks and hanging >= 0 and _ends_run(text, match.start(), match.end()):
            longest = LONGEST_RUN if mark == "”" else LONGEST_STRAIGHT_RUN
            found.extend(_run_on(hanging, match.end(), paragraphs, longest))
            hanging = -1
        elif mark in _OPENS and len(open_marks) < 3 and _may_open(text, match.end(), mark):
            open_marks.append((match.start(), mark))
            hanging = -1
    for end in (paragraph_end, *ends):
        end_paragraph(min(end, len(text)))
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return tuple(found)


def _ends_run(text: str, start: int, end: int) -> bool:
    """Whether a mark closes what was opened paragraphs before: a curly one by its form, a straight one by what stands beside it."""
    if text[start] == "”":
        return not (_may_open(text, end, "”"))
    if text[start:end] != '"' or not start or text[start - 1].isspace() or text[start - 1].isdigit():
        return False
    return end == len(text) or text[end].isspace() or text[end] in ',.;:!?)"'


def _run_on(start: int, end: int, paragraphs: tuple[tuple[int, int], ...], longest: int) -> list[Quotation]:
    """A stretch in each paragraph behind that of `start`, the last one up to `end`: some sites open a quotation once and close it pages later."""
    first = bisect_right(paragraphs, start, key=lambda place: place[0])
    last = bisect_right(paragraphs, end, key=lambda place: place[0])
    if last - first > longest:
        return []
    return [Quotation(low, min(high, end), closed=high >= end) for low, high in paragraphs[first:last]]


def _may_close(text: str, start: int, end: int, mark: str) -> bool:
    """A straight mark after a blank and before a letter opens; anything else may close."""
    if mark not in {'"', "'", "''"}:
        return True
    blank_before = start == 0 or text[start - 1].isspace()
    letter_after = end < len(text) and not text[end].isspace() and text[end] not in ",.;:!?)"
    return not (blank_before and letter_after)


def _may_open(text: str, end: int, mark: str) -> bool:
    """A mark with nothing quotable after it opens nothing."""
    if mark == "”":  # Swedish and Finnish open with it, and others by a slip
        blank_before = end == 1 or text[end - 2].isspace()
        return blank_before and end < len(text) and text[end].isalnum()
    if mark in {'"', "'", "''", "‘"}:
        return end < len(text) and not text[end].isspace()
    return True
