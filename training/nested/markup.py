"""Inline markup and its rendering to plain text with offsets.

``[k:words]`` marks a span; k is a mention letter, ``h`` for a hedge, or
``S12`` / ``C12`` / ``K12``: source, cue, content of attribution 12.  Spans
may nest.  ``‹`` and ``›`` are quotation marks, chosen by depth at rendering.
"""

from __future__ import annotations

import re
from typing import Any

KINDS = {
    "p": "person",
    "o": "organisation",
    "l": "place",
    "g": "group",
    "d": "document",
    "t": "title",
    "w": "date",
    "n": "number",
}
#: outer open, outer close, inner open, inner close, apostrophe
QUOTE_STYLES = [
    ('"', '"', "'", "'", "'"),
    ("“", "”", "‘", "’", "’"),
    ("'", "'", '"', '"', "'"),
    ("‘", "’", "“", "”", "’"),
    ("“", "”", "‘", "’", "'"),
]
STYLE_WEIGHTS = [34, 34, 12, 16, 4]
_OPEN = re.compile(r"\[([A-Za-z]\d*):")


def plain(marked: str) -> str:
    """Words without the span markup."""
    return _OPEN.sub("", marked).replace("]", "")


def cap(marked: str) -> str:
    """Capitalise the first letter past markup and quotation marks."""
    pos = 0
    while pos < len(marked):
        match = _OPEN.match(marked, pos)
        if match:
            pos = match.end()
        elif marked[pos] == "‹":
            pos += 1
        else:
            return marked[:pos] + marked[pos].upper() + marked[pos + 1 :]
    return marked


def render(marked: str, style: tuple[str, ...]) -> dict[str, Any]:
    """Plain text, attributions, mentions and hedges of a marked-up text."""
    out: list[str] = []
    size = quotes = pos = 0
    stack: list[tuple[str, int]] = []
    spans: list[tuple[str, int, int]] = []
    while pos < len(marked):
        match = _OPEN.match(marked, pos)
        if match:
            stack.append((match.group(1), size))
            pos = match.end()
            continue
        char = marked[pos]
        pos += 1
        if char == "]":
            label, start = stack.pop()
            spans.append((label, start, size))
            continue
        if char == "\n":
            quotes = 0
        elif char == "‹":
            char = style[0] if quotes % 2 == 0 else style[2]
            quotes += 1
        elif char == "›":
            quotes -= 1
            assert quotes >= 0, marked
            char = style[1] if quotes % 2 == 0 else style[3]
        elif char == "'":
            char = style[4]
        out.append(char)
        size += 1
    assert not stack, marked
    text = "".join(out)
    records: dict[int, dict[str, list[list[int]]]] = {}
    mentions: list[list[Any]] = []
    hedges: list[list[int]] = []
    for label, start, end in spans:
        words = text[start:end]
        assert words and words == words.strip(), (label, words, marked)
        if label == "h":
            hedges.append([start, end])
        elif label in KINDS:
            mentions.append([start, end, KINDS[label]])
        else:
            record = records.setdefault(int(label[1:]), {"source": [], "cue": [], "content": []})
            record[{"S": "source", "C": "cue", "K": "content"}[label[0]]].append([start, end])
    attributions = [{role: sorted(found) for role, found in records[key].items()} for key in sorted(records)]
    for record in attributions:
        assert record["cue"] and record["content"], (record, marked)
    attributions.sort(key=lambda record: min(s for found in record.values() for s, _ in found))
    return {"text": text, "attributions": attributions, "mentions": sorted(mentions), "hedges": sorted(hedges)}
