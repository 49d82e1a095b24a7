"""The journal: entries are added at its end, and nothing else is done to it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.domain.journal import Deed, Entry, next_entry
from sayso.store.sqlite.connection import Connection, Row

_COLUMNS = "number, at, who, what, about, detail, before, digest"
_AT_ONCE = 1000


def write(connection: Connection, *, at: str, who: str, what: Deed, about: str, detail: str) -> None:
    """Add an entry."""
    with connection.together():
        row = connection.row(f"SELECT {_COLUMNS} FROM journal ORDER BY number DESC LIMIT 1")
        # What SQLite cannot hold is written as it will be read, or the digest would not fit.
        who, about, detail = (_storable(words) for words in (who, about, detail))
        made = next_entry(None if row is None else _entry(row), at=at, who=who, what=what, about=about, detail=detail)
        connection.run(
            f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            made.number, made.at, made.who, made.what.value, made.about, made.detail, made.before, made.digest,
        )  # fmt: skip


def entries(connection: Connection, *, first: int, most: int | None, latest_first: bool) -> Iterator[Entry]:
    """Some of the entries, read a thousand at a time."""
    direction = "DESC" if latest_first else "ASC"
    left = -1 if most is None else most
    while left:
        some = _AT_ONCE if left < 0 else min(left, _AT_ONCE)
        rows = connection.rows(
            f"SELECT {_COLUMNS} FROM journal ORDER BY number {direction} LIMIT ? OFFSET ?", some, first
        )
        yield from map(_entry, rows)
        if len(rows) < some:
            return
        first += some
        left -= some if left > 0 else 0


def _storable(words: str) -> str:
    return words.encode("utf-8", "backslashreplace").decode()


def _entry(row: Row) -> Entry:
    number, at, who, what, *rest = row
    return Entry(number, at, who, Deed(what), *rest)
