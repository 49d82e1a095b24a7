"""Where a content begins and ends, where the text itself tells it and the model's labels do not.

Each rule is a habit of PolNeAR's annotators, counted on its train part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.layout import Layout
from sayso.extract.nesting import Link

_STEP = re.compile(
    r"(?:However|Still|Nevertheless|Nonetheless|Even so|Moreover|Furthermore|Indeed|In addition|Meanwhile),\s+"
)
"""The outlet's own step on from the sentence before: left out 19 times and kept twice. "But" is kept in 30 of 85, and the model tells which."""

_BEHIND_COLON = re.compile(r"\s*:\s*\n\s*")
"""Between a cue and the paragraph that it brings in ("The governor added:")."""


def with_edges(links: Sequence[Link], layout: Layout) -> list[Link]:
    """`links` with contents that begin and end where the text tells."""
    return [_whole_block(_without_step(link, layout), layout) for link in links]


def _without_step(link: Link, layout: Layout) -> Link:
    """ "However, debates matter, he noted": he noted that debates matter; "However" joins it to the sentence before."""
    start, end = link.content[0]
    if link.cue is None or start > link.cue[0] or start != layout.sentences[layout.sentence_at(start)][0]:
        return link
    match = _STEP.match(layout.text, start)
    if match is None or layout.quotations_over(start, start + 1):
        return link
    if match.end() < end:
        return replace(link, content=((match.end(), end), *link.content[1:]))
    return replace(link, content=link.content[1:]) if len(link.content) > 1 else link


def _whole_block(link: Link, layout: Layout) -> Link:
    """ "The governor added:" and a paragraph: all of it is what he added (31 of 33 times)."""
    start, _ = link.content[0]
    number = layout.paragraph_at(start)
    if link.cue is None or start < link.cue[1] or number <= 0:
        return link
    low, high = layout.paragraphs[number]
    before = max(link.cue[1], link.source[1] if link.source and link.source[1] <= low else 0)
    if start - low > 1 or not _BEHIND_COLON.fullmatch(layout.text, before, low):
        return link
    return replace(link, content=((low, high), *(span for span in link.content if span[0] >= high)))
