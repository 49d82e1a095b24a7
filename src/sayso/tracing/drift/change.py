"""One change between a statement and the one that it was taken from, before it is known who introduced it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.claim import DriftKind, Passage
from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.tracing.drift.spans import clipped
from sayso.tracing.statement import Statement

LONGEST_QUOTED = 160
"""Code points of a wording that a reason quotes; a longer one is cut."""
_EDGES = " \t\n,;:.–—-"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed, the words of both, and why in a sentence; `was` and `now` are what is compared further down the graph.

    `source` is None where a headline is held against its own text. `about`: kinds of the words that a hedge is of.
    """

    kind: DriftKind
    source: Passage | None
    to: Passage
    why: str
    was: str
    now: str
    about: frozenset[str] = frozenset()


def passage(document: Document, start: int, end: int) -> Passage:
    """The words of a document from `start` to `end`, without blanks and commas around them."""
    text = document.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Passage(document.id, start, end, text[start:end])


def span_passage(statement: Statement, span: Span) -> Passage:
    """A span's words."""
    return passage(statement.document, span.start, span.end)


def content(statement: Statement) -> Passage:
    """What a statement says: its first span, or the one that says most where the first is a stump."""
    spans = clipped(statement)
    best = spans[0] if len(spans[0].exact) > 25 else max(spans, key=lambda span: len(span.exact))
    return span_passage(statement, best)


def quote(words: Passage | str) -> str:
    """Words in quotation marks, on one line, cut where they are long."""
    line = " ".join((words if isinstance(words, str) else words.exact).split())
    if len(line) > LONGEST_QUOTED:
        line = line[:LONGEST_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{line.replace('“', '‘').replace('”', '’')}”"
