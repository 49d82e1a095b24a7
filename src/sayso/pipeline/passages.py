"""Where attributions and citations stand in the texts that the store holds: the exact words, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.domain.claim import Passage
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.pipeline.statements import with_spans
from sayso.store.interface import Store


def passages_of(store: Store, attributions: Sequence[str]) -> dict[str, Passage]:
    """The passage of each attribution, from its content's first word to its last; corrections of spans hold."""
    corrected = {
        item.subject: item.value
        for item in store.judgements()
        if item.kind is JudgementKind.CORRECT and item.field == "span" and item.value
    }
    found = {}
    for id, noted in store.noted(attributions).items():
        spans, text = noted.attribution.content, noted.document.text
        if id in corrected:
            start, end = (int(part) for part in corrected[id].split("-"))
        elif spans:
            start, end = min(span.start for span in spans), max(span.end for span in spans)
        else:
            continue
        found[id] = Passage(noted.document.id, start, end, text[start:end])
    return found


def find_span(document: Document, start: int, end: int) -> Span | None:
    """The words that stand there; None where the text is shorter. It is never looked for anywhere else."""
    if not 0 <= start < end <= len(document.text):
        return None
    return Span.of(document.text, start, end)


def corrected_reading(store: Store, id: str) -> tuple[Reading, tuple[Judgement, ...]]:
    """A document's reading with what analysts put right, and their judgements, the latest last.

    Outlet and date stand in the document, spans in the attributions; speakers and parties are told by the judgements.
    """
    reading = store.reading(id)
    subjects = {id, *(item.id for item in reading.attributions)}
    judgements = tuple(item for item in store.judgements() if item.subject in subjects)
    reading = with_spans(reading, judgements)
    fields = {
        item.field: item.value
        for item in judgements
        if item.kind is JudgementKind.CORRECT and item.subject == id and item.field in ("outlet", "published")
    }
    return replace(reading, document=replace(reading.document, **fields)), judgements  # type: ignore[arg-type]
