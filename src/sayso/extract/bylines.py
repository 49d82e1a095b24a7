"""A byline is nobody's words: a content that a model lets begin in one begins in the paragraph below.

"Ana Orr" / "The dam will hold, the mayor told the Quay.": the reporter's name was what the mayor had said, and the words themselves the outlet's own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.extract.layout import Layout
from sayso.extract.nesting import Link

_NAMES = re.compile(r"(?:(?:[Bb]y|and|in|of|for|de|van|von|der|al|the),?\s+|[^\W\d_a-z][\w’'.-]*[,|]?\s*){1,9}")
"""Words with a capital, and small ones between them, up to the paragraph's end."""
_ENDS = (".", "!", "?", "…", "”", '"', ":")
FEWEST_WORDS = 3
"""Words before a source from which on they are what it says."""


def off_a_byline(link: Link, layout: Layout) -> Link:
    """A link whose content begins in a paragraph of names above the cue's own, with what stands below instead."""
    if link.cue is None or not link.content:
        return link
    start, end = link.content[0]
    at = layout.paragraph_at(start)
    if at < 0 or at + 1 != layout.paragraph_at(link.cue[0]) or not _is_byline(layout, at):
        return link
    if end > layout.paragraphs[at + 1][0]:
        return replace(link, content=((layout.paragraphs[at + 1][0], end), *link.content[1:]))
    said = _before_its_source(link, layout)
    return replace(link, content=(said,)) if said is not None and len(link.content) == 1 else link


def _is_byline(layout: Layout, paragraph: int) -> bool:
    low, high = layout.paragraphs[paragraph]
    words = layout.text[low:high].strip()
    in_headline = layout.headline is not None and low < layout.headline.end
    return not in_headline and not words.endswith(_ENDS) and _NAMES.fullmatch(words) is not None


def _before_its_source(link: Link, layout: Layout) -> tuple[int, int] | None:
    """ "The dam will hold, the mayor said": the words up to the comma."""
    assert link.cue is not None
    first = min(link.cue[0], link.source[0]) if link.source is not None else link.cue[0]
    begin = layout.sentences[layout.sentence_at(first)][0]
    before = layout.text[begin:first].rstrip()
    if not before.endswith((",", ",”", ',"')) or len(before.split()) < FEWEST_WORDS:
        return None
    return begin, begin + len(before.rstrip(","))
