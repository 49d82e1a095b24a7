"""Where a text's paragraphs begin and end."""

from __future__ import annotations

import re
from functools import lru_cache

_BLOCK = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
_LINE = re.compile(r"\S(?:.*\S)?")
_CREDIT = re.compile(r"(?:By|Reporting by|Editing by|Photo)\b")
WRAPPED = range(45, 101)
"""Code points of a line that a program may have broken; mail breaks at 72, editors at 80 or 100."""


# The model and the layout both ask, one text at a time; tracing goes over a claim's texts again and again.
@lru_cache(maxsize=64)
def find_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges without the blanks around them.

    A line break ends a paragraph, unless the block of lines it stands in was broken by a program:
    all its lines but the last are about as long as each other and most end in mid-sentence.
    """
    found: list[tuple[int, int]] = []
    for block in _BLOCK.finditer(text):
        lines = [match.span() for match in _LINE.finditer(text, *block.span())]
        if _is_wrapped(text, lines):
            found.append((lines[0][0], lines[-1][1]))
        else:
            found.extend(lines)
    return tuple(found)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if len(lines) < 2:
        return False
    broken = lines[:-1]
    if (
        _CREDIT.match(text, *lines[0])
        or any(end - start not in WRAPPED for start, end in broken)
        or lines[-1][1] - lines[-1][0] > WRAPPED.stop
    ):
        return False
    unfinished = sum(text[end - 1] not in '.!?:”"' for _, end in broken)
    return unfinished * 2 > len(broken)
