"""Attributions in a store → statements: a document at a time, or some of many documents; the last ones are remembered."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.pipeline.corrected import Corrections
from sayso.store.interface import Noted, Store
from sayso.tracing.clustering import Age, age_of
from sayso.tracing.describing import describe
from sayso.tracing.statement import Place, Quantity, Statement

NO_STATEMENT = ""
"""What is written down for an attribution that makes no statement."""

REMEMBERED = 1200
"""Documents whose statements stay in memory: some 40 kB each."""
REMEMBERED_ALONE = 20_000
"""Statements that stay in memory, those of these documents among them: some 10 kB each."""
REMEMBERED_AGES = 500_000
"""Ages of statements that stay in memory: some 200 bytes each. Of every claim that something may be added to the oldest statement's is asked for."""


@dataclass(frozen=True, slots=True)
class _Described:
    """A document's statements by the attributions that make them, and the ids of all its attributions."""

    statements: dict[str, Statement]
    attributions: Sequence[str]


class Statements:
    """The statements of a store's documents, made anew where they are not remembered."""

    def __init__(self, store: Store, judgements: Iterable[Judgement]) -> None:
        self._store = store
        self._corrections = Corrections(judgements)
        self._remembered: OrderedDict[str, _Described] = OrderedDict()
        self._alone: OrderedDict[str, Statement] = OrderedDict()
        self._documents: frozenset[str] | None = None
        self._ages: dict[str, Age] = {}

    def of_document(self, id: str, reading: Reading | None = None) -> dict[str, Statement]:
        """By attribution id, in the order of the text. `reading` is the document's, where the caller has it."""
        return self._described(id, reading).statements

    def renew(self, id: str) -> dict[str, Statement]:
        """The same, made anew and written down, whatever was remembered or written down of them; inside the caller's batch."""
        self.forget(id)
        self._described(id, anew=True)
        self.keep(id)
        return self.of_document(id)

    def _described(self, id: str, reading: Reading | None = None, *, anew: bool = False) -> _Described:
        if id in self._remembered:
            self._remembered.move_to_end(id)
            return self._remembered[id]
        number = self._store.number_of(id)
        read = reading or self._store.reading(id)
        reading = self._corrections.reading(read)
        ids = [item.id for item in reading.attributions]
        vectors = self._store.vectors(ids)
        known = self._store.statements(ids) if reading is read and not anew else {}
        found = {}
        for attribution in reading.attributions:
            words = known.get(attribution.id)
            if words:
                found[attribution.id] = self._alone.get(attribution.id) or _decode(
                    words, attribution, reading.document, number, vectors
                )
        if len(known) < len(ids):
            found = {item.id: item for item in describe(reading, number, vectors).statements}
        self._remember(found)
        self._remembered[id] = _Described(found, ids)
        if len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        return self._remembered[id]

    def keep(self, document: str) -> None:
        """Write a document's statements down, so that they need not be described again (4 ms a document); inside the caller's batch."""
        described = self._described(document)
        found = described.statements
        self._store.put_statements(
            {id: _encode(found[id]) if id in found else NO_STATEMENT for id in described.attributions}
        )

    def of(self, attributions: Iterable[str]) -> list[Statement]:
        """Those of these ids; an id whose document is gone, or that makes no statement, is left out.

        The rest of their documents is neither read nor described, which takes four fifths of the time.
        """
        ids = list(dict.fromkeys(attributions))
        found = {id: self._alone[id] for id in ids if id in self._alone}
        righted = self._righted()
        for id, noted in self._store.noted([id for id in ids if id not in found]).items():
            if noted.statement is None or noted.document.id in righted:
                described = self.of_document(noted.document.id)
            else:
                described = _statement_of(id, noted)
            if id in described:
                found[id] = described[id]
        self._remember(found)
        return [found[id] for id in ids if id in found]

    def ages(self, attributions: Sequence[str]) -> dict[str, Age]:
        """How old those of these ids are that make statements. Their words need not be read again for it."""
        unknown = [id for id in attributions if id not in self._ages]
        if unknown:
            self.of(unknown)
        return {id: self._ages[id] for id in attributions if id in self._ages}

    def _righted(self) -> frozenset[str]:
        """The documents of which something was put right."""
        if self._documents is None:
            subjects = self._corrections.subjects
            within = self._store.documents_of([id for id in subjects if not id.startswith("doc_")])
            self._documents = subjects.union(within.values())
        return self._documents

    def _remember(self, statements: Mapping[str, Statement]) -> None:
        """Keep these as they are: what is worked out of a statement is remembered with it, and goes when another is made of the same words."""
        self._alone.update(statements)
        for id, statement in statements.items():
            self._alone.move_to_end(id)
            self._ages[id] = age_of(statement)
        while len(self._alone) > REMEMBERED_ALONE:
            self._alone.popitem(last=False)
        while len(self._ages) > REMEMBERED_AGES:
            del self._ages[next(iter(self._ages))]

    def with_rest(self, documents: Mapping[str, str]) -> tuple[list[Statement], list[Statement]]:
        """Those of these ids, each with its document's, and whatever else their documents say."""
        whole = {id: self.of_document(id) for id in dict.fromkeys(documents.values())}
        found = (whole[document].get(id) for id, document in documents.items())
        rest = [item for described in whole.values() for item in described.values() if item.id not in documents]
        return [statement for statement in found if statement is not None], rest

    def forget(self, document: str) -> None:
        """Make the document's statements anew when they are next asked for."""
        self._remembered.pop(document, None)
        for id in [id for id, statement in self._alone.items() if statement.document.id == document]:
            del self._alone[id]
        number = self._store.number_of(document)
        self._ages = {id: age for id, age in self._ages.items() if age[0] != number}


def _statement_of(id: str, noted: Noted) -> dict[str, Statement]:
    if not noted.statement:
        return {}
    vectors = {} if noted.vector is None else {id: noted.vector}
    return {id: _decode(noted.statement, noted.attribution, noted.document, noted.number, vectors)}


def _encode(statement: Statement) -> str:
    """What describing found, without what the reading holds already."""
    parts = [
        [[item.key, item.start, item.end] for item in found]
        for found in (statement.names, statement.places, statement.times)
    ]
    numbers = [[n.value, n.high, n.bound, n.unit, n.start, n.end] for n in statement.quantities]
    return json.dumps(
        [list(statement.words), *parts, numbers, statement.negated], ensure_ascii=False, separators=(",", ":")
    )


def _decode(
    words: str, attribution: Attribution, document: Document, order: int, vectors: Mapping[str, Vector]
) -> Statement:
    lemmas, names, places, times, numbers, negated = json.loads(words)
    return Statement(
        attribution=attribution,
        document=document,
        order=order,
        words=tuple(lemmas),
        names=tuple(Place(*item) for item in names),
        places=tuple(Place(*item) for item in places),
        times=tuple(Place(*item) for item in times),
        quantities=tuple(Quantity(*item) for item in numbers),
        negated=negated,
        vector=vectors.get(attribution.id),
    )
