"""Ids → the numbers of their rows."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.errors import StoreError
from sayso.store.sqlite.connection import Connection


def document_number(connection: Connection, id: str) -> int:
    """A document's number. Raises StoreError where there is no such document."""
    number = connection.value("SELECT number FROM documents WHERE id = ?", id)
    if number is None:
        raise StoreError(f"There is no document {id} in {connection.path}. List them: sayso documents")
    return int(number)


def attribution_numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of attributions, by their ids. Raises StoreError where one is not there."""
    asked = list(ids)
    found: dict[str, int] = dict(connection.rows_of("SELECT id, number FROM attributions WHERE id IN", asked))
    return {id: int(found[id]) if id in found else attribution_number(connection, id) for id in asked}


def attribution_number(connection: Connection, id: str) -> int:
    """An attribution's number. Raises StoreError where there is no such attribution."""
    number = connection.value("SELECT number FROM attributions WHERE id = ?", id)
    if number is None:
        raise StoreError(f"There is no attribution {id} in {connection.path}. Add its document first.")
    return int(number)
