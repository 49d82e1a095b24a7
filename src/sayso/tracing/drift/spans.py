"""Where a statement's content stands, without words that are not its own."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.domain.attribution import Mode
from sayso.domain.quotation import find_quotations
from sayso.domain.span import Span
from sayso.tracing.statement import Statement

WIDEST = 90
"""Code points before and after a content in which the rest of its clause may stand."""
_DATELINE = re.compile(r"\)?\s[-–—]\s|\):?\s")
_SENTENCE = re.compile(r"[.!?][”\"’]?(?=\s|$)|\n")


def clipped(statement: Statement) -> tuple[Span, ...]:
    """A content without the headline, of which a reading may take the words for the first sentence's."""
    spans, headline = statement.attribution.content, statement.document.headline
    if headline is None or statement.attribution.mode is Mode.HEADLINE:
        return spans
    kept = []
    for span in spans:
        start = max(span.start, min(headline.end, span.end))
        while start < span.end and span.exact[start - span.start].isspace():
            start += 1
        if start < span.end:
            kept.append(Span(start, span.end, span.exact[start - span.start :]))
    return tuple(kept) or spans


@lru_cache(maxsize=256)  # a text is asked for each of its statements, against each of another's
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text's outermost quotations stand."""
    return tuple((item.start, item.end) for item in find_quotations(text) if item.depth == 0)


def margins(statement: Statement) -> tuple[tuple[int, int], ...]:
    """What of the content's own sentence a reading may have left out of it: "By the end of 2024, …".

    Nothing that holds a source or a cue, nor what stands beyond one of them.
    """
    text, spans = statement.document.text, clipped(statement)
    told = [
        part for hop in statement.attribution.chain for part in (hop.source, hop.cue.span if hop.cue else None) if part
    ]
    found = [(one.end, two.start) for one, two in zip(spans, spans[1:], strict=False)]
    low, high = spans[0].start, spans[-1].end
    start = max(
        (match.end() for match in _SENTENCE.finditer(text, max(0, low - WIDEST), low)), default=max(0, low - WIDEST)
    )
    start = max((match.end() for match in _DATELINE.finditer(text, start, low)), default=start)
    start = max([start, *(part.end for part in told if part.end <= low)])
    after = _SENTENCE.search(text, high, high + WIDEST)
    end = min(
        [
            after.start() if after else min(len(text), high + WIDEST),
            *(part.start for part in told if part.start >= high),
        ]
    )
    found += [(start, low), (high, end)]
    return tuple(
        (first, last)
        for first, last in found
        if first < last and not any(p.start < last and first < p.end for p in told)
    )
