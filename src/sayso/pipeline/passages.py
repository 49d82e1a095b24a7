"""Where attributions and citations stand in the texts that the store holds: the exact words, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.claim import Passage
from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.pipeline.corrected import Corrections
from sayso.store.interface import Store


def passages_of(store: Store, attributions: Sequence[str]) -> dict[str, Passage]:
    """The passage of each attribution, from its content's first word to its last; corrections of spans hold."""
    corrections = Corrections(store.judgements())
    found = {}
    for id, noted in store.noted(attributions).items():
        spans, text = corrections.content(noted.attribution, noted.document), noted.document.text
        if spans:
            start, end = min(span.start for span in spans), max(span.end for span in spans)
            found[id] = Passage(noted.document.id, start, end, text[start:end])
    return found


def find_span(document: Document, start: int, end: int) -> Span | None:
    """The words that stand there; None where the text is shorter. It is never looked for anywhere else."""
    if not 0 <= start < end <= len(document.text):
        return None
    return Span.of(document.text, start, end)
