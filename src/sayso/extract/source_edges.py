"""Where a source ends, where another saying stands in it or before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.layout import Layout
from sayso.extract.nesting import Link
from sayso.extract.ranges import Range, covers

_WHO = re.compile(r",?\s+who\s+(?:(?:also|later|then|further|\w+ly)\s+)*$")
_PRONOUN = re.compile(r"(?:I|We|He|She|They)(?=\s+(?:(?:had|have|has|also|later|then|always|never|\w+ly)\s+)*$)")
_BEFORE = 40  # code points before a cue in which its pronoun stands


def with_source_edges(links: Sequence[Link], layout: Layout) -> list[Link]:
    """`links` whose sources hold no other saying, and begin in the sentence of their cue where that has a pronoun for them."""
    ordered = sorted((link for link in links if link.cue is not None), key=lambda link: link.cue or (0, 0))
    cues = [link.cue[0] for link in ordered if link.cue is not None]
    changed = []
    for link in links:
        if link.source is None or link.cue is None:
            changed.append(link)
            continue
        inside = ordered[bisect_left(cues, link.source[0]) : bisect_left(cues, link.source[1])]
        source = _own_pronoun(link.source, link.cue, layout)
        for other in inside:
            if other is not link and source == link.source:
                source = _without(source, link.cue, other, layout)
        changed.append(link if source == link.source else replace(link, source=source))
    return changed


def _without(source: Range, cue: Range, other: Link, layout: Layout) -> Range:
    """A source without the saying that its last words are, or that its first words bring in.

    "“A,” said Osten, who added “B”": Osten. "Some who say this letter proves it": what proves it is the letter.
    """
    assert other.cue is not None
    text = layout.text
    if cue[1] <= source[0]:
        who = _WHO.search(text, source[0], other.cue[0])
        quoted = any(layout.quotations_over(low, low + 2) for low, _ in other.content if low >= other.cue[1])
        return (source[0], who.start()) if who and quoted else source
    start = next((low for low, _ in other.content if other.cue[1] <= low < source[1]), None)
    return (start, source[1]) if start is not None and covers(other.content, cue) else source


def _own_pronoun(source: Range, cue: Range, layout: Layout) -> Range:
    """ "We were shocked. Good God! We had told them": it is the pronoun before its verb that told them."""
    sentence, _ = layout.sentences[layout.sentence_at(cue[0])]
    if source[1] > sentence or cue[0] - sentence > _BEFORE:
        return source
    match = _PRONOUN.match(layout.text, sentence, cue[0])
    return match.span() if match else source
