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
    row = connection.row("SELECT number, document FROM attributions WHERE id = ?", id)
    if row is None:
        raise StoreError(f"There is no attribution {id} in {connection.path}. Add its document first.")
    return int(row[0]), int(row[1])


def attribution_numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The numbers of some attributions. Raises StoreError where one is not there."""
    found: dict[str, int] = dict(connection.rows_in("SELECT id, number FROM attributions WHERE id IN ({})", ids))
    for id in ids:
        if id not in found:
            raise StoreError(f"There is no attribution {id} in {connection.path}. Add its document first.")
    return found


def attribution_ids(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The ids of the attributions with these numbers; those that are none's are left out."""
    return dict(connection.rows_in("SELECT number, id FROM attributions WHERE number IN ({})", numbers))
