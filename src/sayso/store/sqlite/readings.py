"""Readings: whole as a record, their attributions as rows for people, vectors beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sayso.domain.attribution import Attribution, Hop
from sayso.domain.document import Document
from sayso.domain.party import Standing
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.errors import StoreError
from sayso.languages.untold import tells_who
from sayso.store.records import read_attribution_record, read_reading_record, reading_record
from sayso.store.sqlite import happenings
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.numbers import attribution_numbers
from sayso.store.vectors import pack, unpack_all


def put(connection: Connection, document: int, reading: Reading, vectors: Mapping[str, Vector]) -> None:
    """Keep the reading of a document that has none."""
    model = reading.model
    connection.run(
        "INSERT INTO readings VALUES (?, ?, ?, ?)",
        document, model and model.name, model and model.sha256, reading_record(reading),
    )  # fmt: skip
    columns = (*_SHOWN, "id", "document", "position", "factuality", "score", "attitude")
    connection.run_many(
        f"INSERT INTO attributions ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        (
            (
                *_shown(attribution), attribution.id, document, position, attribution.factuality.value,
                float(attribution.score), attribution.attitude.value,
            )
            for position, attribution in enumerate(reading.attributions, 1)
        ),
    )  # fmt: skip
    _mark_private(connection, reading)
    if reading.checks:
        connection.run_many(
            "INSERT INTO document_checks VALUES (?, ?, ?, ?)",
            ((document, place, check.kind.value, check.level.value) for place, check in enumerate(reading.checks)),
        )
    put_vectors(connection, vectors)


_SHOWN = ("content", "source", "naming", "outermost", "hops", "mode")
"""Columns that follow corrections."""


def _shown(attribution: Attribution) -> tuple[object, ...]:
    """The values of `_SHOWN`."""
    chain = attribution.chain
    content = " … ".join(span.exact for span in attribution.content)
    if not chain:
        return content, None, None, None, 0, attribution.mode.value
    last = chain[-1]
    return content, _party(last), last.naming.value, _party(chain[0]), len(chain), attribution.mode.value


def _party(hop: Hop) -> str | None:
    """What a list of sources calls it; None where the text tells nothing of who it is ("we", "who")."""
    called = hop.called
    return called if called is None or hop.name is not None or tells_who(called) else None


def _mark_private(connection: Connection, reading: Reading) -> None:
    """Mark the attributions whose source is a private person."""
    private = {party.id for party in reading.parties if party.standing is Standing.PRIVATE}
    found = [(item.id,) for item in reading.attributions if item.chain and item.chain[-1].party in private]
    if found:
        connection.run_many("UPDATE attributions SET private = 1 WHERE id = ?", found)


def relabel(connection: Connection, reading: Reading) -> None:
    """Let the rows of a reading's attributions show them as this reading has them; the recorded reading stays as it is."""
    settings = ", ".join(f"{column} = ?" for column in _SHOWN)
    with connection.batch():
        connection.run_many(
            f"UPDATE attributions SET {settings}, private = 0 WHERE id = ?",
            ((*_shown(attribution), attribution.id) for attribution in reading.attributions),
        )
        _mark_private(connection, reading)


def forget(connection: Connection, document: int) -> None:
    """Take a document's reading away; nothing derived rests on it any more."""
    happenings.forget(connection, document)
    connection.turn_over()
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
    with connection.together():
        numbers = attribution_numbers(connection, list(vectors))
        rows = [(numbers[attribution], pack(vector)) for attribution, vector in vectors.items()]
        connection.run_many("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)


def vectors(connection: Connection, attributions: Sequence[str]) -> dict[str, Vector]:
    """The vectors of these, in their order."""
    query = "SELECT id, vector FROM attributions JOIN vectors ON attribution = number WHERE id IN ({})"
    packed: dict[str, bytes] = dict(connection.rows_in(query, attributions))
    found = dict(zip(packed, unpack_all(list(packed.values())), strict=True))
    return {attribution: found[attribution] for attribution in attributions if attribution in found}


def packed_vectors(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """The vectors of these as they are kept; those that have none are left out."""
    # One query for any number of them: with a place for each, SQLite reads a new query for every length of the list.
    query = "SELECT attribution, vector FROM vectors WHERE attribution IN (SELECT value FROM json_each(?))"
    return dict(connection.rows(query, json.dumps(list(numbers))))


def put_statements(connection: Connection, statements: Mapping[str, str]) -> None:
    """Keep what was worked out, in the place of what was there."""
    with connection.together():
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
