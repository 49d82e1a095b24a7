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
_TOLD_TO = re.compile(r"(?P<whom>(?!that\b|of\b)(?:[\w’'-]+ ){1,8}?)to (?!the\b|an?\b|be\b|have\b)[a-z]+\b")
_VERB = re.compile(r"\b(?:is|are|was|were|be|has|have|had|will|would|plans?|that)\b")
_SENTENCE = re.compile(r"[.!?][”\"’]?(?=\s|$)|\n")


def orders(statement: Statement) -> bool:
    """Whether the innermost source tells somebody to do what the content says, and tells nobody that it is so.

    "The office told large firms to find 1,500 workers": an order, which a reading may take for what the office says.
    """
    chain = statement.attribution.chain
    if not chain or chain[-1].source is None or chain[-1].cue is None or chain[-1].cue.lemma != "tell":
        return False
    hop, first = chain[-1], statement.attribution.content[0]
    assert hop.source is not None and hop.cue is not None
    low, high = hop.source.end, first.start
    if not hop.source.end <= hop.cue.span.start < hop.cue.span.end <= first.start or high - low > WIDEST:
        return False
    told = _TOLD_TO.match(first.exact)
    return told is not None and _VERB.search(told["whom"]) is None


def clipped(statement: Statement) -> tuple[Span, ...]:
    """A content without the headline, of which a reading may take the words for the first sentence's; with who orders it."""
    if orders(statement):
        hop, spans = statement.attribution.chain[-1], statement.attribution.content
        assert hop.source is not None
        return (Span.of(statement.document.text, hop.source.start, spans[0].end), *spans[1:])
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
