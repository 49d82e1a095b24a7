"""Readings: whole as a record, their attributions as rows for people, vectors beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sayso.domain.attribution import Attribution, Hop
from sayso.domain.document import Document
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.errors import StoreError
from sayso.store.records import read_attribution_record, read_reading_record, reading_record
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.numbers import attribution_numbers
from sayso.store.vectors import cosines_with, pack, unpack_all


def put(connection: Connection, document: int, reading: Reading, vectors: Mapping[str, Vector]) -> None:
    """Keep the reading of a document that has none."""
    model = reading.model
    connection.run(
        "INSERT INTO readings VALUES (?, ?, ?, ?)",
        document, model and model.name, model and model.sha256, reading_record(reading),
    )  # fmt: skip
    connection.run_many(
        "INSERT INTO attributions (id, document, position, content, source, naming, outermost, hops, mode, attitude, "
        "factuality, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_columns(document, position, attribution) for position, attribution in enumerate(reading.attributions, 1)),
    )
    if reading.checks:
        connection.run_many(
            "INSERT INTO document_checks VALUES (?, ?, ?, ?)",
            ((document, place, check.kind.value, check.level.value) for place, check in enumerate(reading.checks)),
        )
    put_vectors(connection, vectors)


def _columns(document: int, position: int, attribution: Attribution) -> tuple[object, ...]:
    chain = attribution.chain
    return (
        attribution.id,
        document,
        position,
        " … ".join(span.exact for span in attribution.content),
        _label(chain[-1]) if chain else None,
        chain[-1].naming.value if chain else None,
        _label(chain[0]) if chain else None,
        len(chain),
        attribution.mode.value,
        attribution.attitude.value,
        attribution.factuality.value,
        float(attribution.score),
    )


def _label(hop: Hop) -> str | None:
    return hop.name or (hop.source.exact if hop.source else None)


def forget(connection: Connection, document: int) -> None:
    """Take a document's reading away; nothing derived rests on it any more."""
    connection.run("DELETE FROM attributions WHERE document = ?", document)
    connection.run("DELETE FROM document_checks WHERE document = ?", document)
    connection.run("DELETE FROM readings WHERE document = ?", document)


def get(connection: Connection, number: int, document: Document) -> Reading:
    """The reading of a document."""
    record = connection.value("SELECT record FROM readings WHERE document = ?", number)
    with _undamaged(document):
        return read_reading_record(record, document)


def some(record: str, document: Document, positions: Sequence[int]) -> dict[int, Attribution]:
    """Attributions of a recorded reading, by their places from 0."""
    with _undamaged(document):
        return read_attribution_record(record, document, positions)


@contextmanager
def _undamaged(document: Document) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise StoreError(
            f"The reading of document {document.id} is damaged ({error}). Restore the store from a copy."
        ) from error


def documents_of(connection: Connection, attributions: Sequence[str]) -> dict[str, str]:
    """The id of the document that each attribution stands in."""
    return dict(
        connection.rows_in(
            "SELECT attributions.id, documents.id FROM attributions "
            "JOIN documents ON documents.number = attributions.document WHERE attributions.id IN ({})",
            attributions,
        )
    )


def put_vectors(connection: Connection, vectors: Mapping[str, Vector]) -> None:
    """Keep vectors, in the place of those that were there."""
    with connection.batch():
        numbers = attribution_numbers(connection, list(vectors))
        rows = [(numbers[attribution], pack(vector)) for attribution, vector in vectors.items()]
        connection.run_many("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)


def vectors(connection: Connection, attributions: Sequence[str]) -> dict[str, Vector]:
    """The vectors of these, in their order."""
    query = "SELECT id, vector FROM attributions JOIN vectors ON attribution = number WHERE id IN ({})"
    packed: dict[str, bytes] = dict(connection.rows_in(query, attributions))
    found = dict(zip(packed, unpack_all(list(packed.values())), strict=True))
    return {attribution: found[attribution] for attribution in attributions if attribution in found}


def cosines(connection: Connection, vector: Vector, numbers: Sequence[int]) -> dict[int, float]:
    """The cosine of a unit vector with that of each of these; those that have none of its width are left out."""
    rows = connection.rows_in("SELECT attribution, vector FROM vectors WHERE attribution IN ({})", numbers)
    rows = [row for row in rows if len(row[1]) == len(vector)]
    return dict(zip((number for number, _ in rows), cosines_with(vector, [packed for _, packed in rows]), strict=True))


def put_statements(connection: Connection, statements: Mapping[str, str]) -> None:
    """Keep what was worked out, in the place of what was there."""
    with connection.batch():
        numbers = attribution_numbers(connection, list(statements))
        rows = [(numbers[attribution], statement) for attribution, statement in statements.items()]
        connection.run_many("INSERT OR REPLACE INTO statements VALUES (?, ?)", rows)


def statements(connection: Connection, attributions: Sequence[str]) -> dict[str, str]:
    """What was worked out of these, in their order."""
    query = "SELECT id, statement FROM attributions JOIN statements ON attribution = number WHERE id IN ({})"
    found: dict[str, str] = dict(connection.rows_in(query, attributions))
    return {attribution: found[attribution] for attribution in attributions if attribution in found}


def forget_statements(connection: Connection) -> None:
    """Forget all that was worked out."""
    connection.run("DELETE FROM statements")
