"""Attributions in a store → statements, a document at a time; the last few hundred documents are remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace

from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.errors import StoreError
from sayso.store.interface import Store
from sayso.tracing.describing import describe
from sayso.tracing.statement import Statement

REMEMBERED = 400
"""Documents whose statements stay in memory: some 40 kB each."""


class Statements:
    """The statements of a store's documents, made anew where they are not remembered."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._remembered: OrderedDict[str, dict[str, Statement]] = OrderedDict()

    def of_document(self, id: str) -> dict[str, Statement]:
        """By attribution id, in the order of the text."""
        if id in self._remembered:
            self._remembered.move_to_end(id)
            return self._remembered[id]
        kept = self._store.find(id)
        if kept is None:
            raise StoreError(f"The store holds no document {id!r}.")
        reading = with_spans(self._store.reading(id), self._store.judgements())
        vectors = self._store.vectors([item.id for item in reading.attributions])
        found = {item.id: item for item in describe(reading, kept.number, vectors).statements}
        self._remembered[id] = found
        if len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        return found

    def of(self, attributions: Iterable[str]) -> list[Statement]:
        """Those of these ids; an id whose document is gone, or that makes no statement, is left out."""
        found = []
        for id in attributions:
            document = self._store.document_of(id)
            statement = self.of_document(document).get(id) if document else None
            if statement is not None:
                found.append(statement)
        return found

    def forget(self, document: str) -> None:
        """Make the document's statements anew when they are next asked for."""
        self._remembered.pop(document, None)


def with_spans(reading: Reading, judgements: Iterable[Judgement]) -> Reading:
    """A reading with the contents whose spans analysts put right; speakers, outlets and dates are corrected where claims are traced."""
    text = reading.document.text
    spans = {}
    for judgement in judgements:
        if judgement.kind is JudgementKind.CORRECT and judgement.undone is None and judgement.field == "span":
            start, end = (int(part) for part in (judgement.value or "").split("-"))
            spans[judgement.subject] = Span.of(text, start, end)
    if not spans:
        return reading
    attributions = tuple(
        replace(item, content=(spans[item.id],)) if item.id in spans else item for item in reading.attributions
    )
    return replace(reading, attributions=attributions)
