"""The index that candidates come from: who holds a key, with how many share it beside the key itself."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.numbers import attribution_number, document_number

_TABLES = (("attribution", "attributions"), ("document", "documents"))


def put(connection: Connection, holder: str, keys: Iterable[str]) -> None:
    """Give an attribution, or a document, these keys in the place of those it had."""
    with connection.batch():
        if holder.startswith("doc_"):
            kind, number = "document", document_number(connection, holder)
        else:
            kind, number = "attribution", attribution_number(connection, holder)
        _drop(connection, kind, number)
        numbers = [
            connection.value(
                "INSERT INTO keys (key, shared) VALUES (?, 1) "
                "ON CONFLICT (key) DO UPDATE SET shared = shared + 1 RETURNING number",
                key,
            )
            for key in dict.fromkeys(keys)
        ]
        connection.run_many(f"INSERT INTO {kind}_keys VALUES (?, ?)", ((number, key) for key in numbers))


def with_keys(connection: Connection, keys: Iterable[str], *, most: int) -> dict[str, list[str]]:
    """Who holds each key, unless more than `most` do: no key costs more than that many rows."""
    with connection.snapshot():
        known = connection.rows_of("SELECT number, key, shared FROM keys WHERE key IN", keys)
        wanted = {number: (key, shared) for number, key, shared in known if 0 < shared <= most}
        holders: dict[int, list[str]] = {number: [] for number in wanted}
        for kind, table in _TABLES:
            short = [number for number, (_, shared) in wanted.items() if len(holders[number]) < shared]
            query = f"SELECT key, number, id FROM {kind}_keys JOIN {table} ON number = {kind} WHERE key IN"
            for key, _, id in sorted(connection.rows_of(query, short)):
                holders[key].append(id)
    return {key: holders[number] for number, (key, _) in wanted.items()}


def leave(connection: Connection, document: int) -> None:
    """Take the keys of a document and of its attributions away."""
    _drop(connection, "document", document)
    for (number,) in connection.rows("SELECT number FROM attributions WHERE document = ?", document):
        _drop(connection, "attribution", number)


def forget(connection: Connection) -> None:
    """Take all keys away."""
    connection.run("DELETE FROM attribution_keys")
    connection.run("DELETE FROM document_keys")
    connection.run("DELETE FROM keys")


def _drop(connection: Connection, kind: str, number: int) -> None:
    held = connection.rows(f"SELECT key FROM {kind}_keys WHERE {kind} = ?", number)
    if held:
        connection.run(f"DELETE FROM {kind}_keys WHERE {kind} = ?", number)
        connection.run_many("UPDATE keys SET shared = shared - 1 WHERE number = ?", held)
        connection.run_many("DELETE FROM keys WHERE number = ? AND shared = 0", held)
