"""Ids → the numbers of their rows, and back."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import StoreError
from sayso.store.sqlite.connection import Connection


def document_number(connection: Connection, id: str) -> int:
    """A document's number. Raises StoreError where there is no such document."""
    number = connection.value("SELECT number FROM documents WHERE id = ?", id)
    if number is None:
        raise StoreError(f"There is no document {id} in {connection.path}. List them: sayso documents")
    return int(number)


def attribution_number(connection: Connection, id: str) -> int:
    """An attribution's number. Raises StoreError where there is no such attribution."""
    return attribution_and_document(connection, id)[0]


def attribution_and_document(connection: Connection, id: str) -> tuple[int, int]:
    """An attribution's number and its document's. Raises StoreError where there is no such attribution."""
    known = connection.numbers
    if id not in known:
        # With one of a document's the others are asked for, too.
        rows = connection.rows(
            "SELECT id, number, document FROM attributions WHERE document = (SELECT document FROM attributions WHERE id = ?)",
            id,
        )
        known |= {row[0]: (row[1], row[2]) for row in rows}
    if id not in known:
        raise StoreError(f"There is no attribution {id} in {connection.path}. Add its document first.")
    return known[id]


def attribution_numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The numbers of some attributions. Raises StoreError where one is not there."""
    return {id: attribution_and_document(connection, id)[0] for id in ids}


def attribution_ids(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The ids of the attributions with these numbers; those that are none's are left out."""
    return dict(connection.rows_in("SELECT number, id FROM attributions WHERE number IN ({})", numbers))
