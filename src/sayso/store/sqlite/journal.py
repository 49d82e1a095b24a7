"""The journal: entries are added at its end, and nothing else is done to it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.domain.journal import Deed, Entry, ReadOn, next_entry
from sayso.store.cursors import Cursor, Page, page_of
from sayso.store.sqlite.connection import Connection, Row
from sayso.store.sqlite.walking import Walk

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


def entries(connection: Connection, *, most: int | None, latest_first: bool) -> Iterator[Entry]:
    """Some of the entries, read a thousand at a time."""
    walk = Walk(("number",), (int,), rising=not latest_first)
    left = -1 if most is None else most
    cursor = None
    while left:
        some = _AT_ONCE if left < 0 else min(left, _AT_ONCE)
        rows = _rows(connection, walk, cursor, some)
        yield from map(_entry, rows)
        if len(rows) < some:
            return
        cursor = Cursor((rows[-1][0],))
        left -= some if left > 0 else 0


def page(connection: Connection, *, cursor: Cursor | None, most: int) -> Page[Entry]:
    """A page of entries, the latest first."""
    walk = Walk(("number",), (int,))
    with connection.snapshot():
        total = connection.value("SELECT count(*) FROM journal")
        rows = _rows(connection, walk, cursor, most + 1)
    return page_of([(_entry(row), row[:1]) for row in rows], total, most, cursor)


def days(connection: Connection, *, most: int) -> list[ReadOn]:
    """Days on which something was read, with by whom."""
    return [
        ReadOn(*row)
        for row in connection.rows(
            "SELECT substr(at, 1, 10) AS day, who, sum(what = ?1), sum(what = ?2), max(at) FROM journal "
            "WHERE what IN (?1, ?2) GROUP BY day, who ORDER BY day DESC, max(at) DESC LIMIT ?3",
            Deed.ADD.value, Deed.TURN_AWAY.value, most,
        )
    ]  # fmt: skip


def _rows(connection: Connection, walk: Walk, cursor: Cursor | None, most: int) -> list[Row]:
    beyond, place = walk.beyond(cursor)
    return connection.rows(
        f"SELECT {_COLUMNS} FROM journal WHERE {beyond} ORDER BY {walk.by(cursor)} LIMIT ?", *place, most
    )


def _storable(words: str) -> str:
    return words.encode("utf-8", "backslashreplace").decode()


def _entry(row: Row) -> Entry:
    number, at, who, what, *rest = row
    return Entry(number, at, who, Deed(what), *rest)
