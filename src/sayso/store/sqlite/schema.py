"""The tables, as numbered steps that are each taken once and recorded in the table `upgrades`.

A step that was released is never changed: what comes later is a step of its own, a file in `steps/`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from sayso.domain.folding import fold
from sayso.errors import StoreError
from sayso.languages.untold import tells_who
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.index import key_number, packed_holders, packed_numbers
from sayso.store.sqlite.names import tells_party
from sayso.store.sqlite.search import index_words
from sayso.version import VERSION

APPLICATION = int.from_bytes(b"says")
"""The number in an SQLite file's header that says whose it is."""

OLDEST = (3, 37)  # of SQLite: STRICT tables


@dataclass(frozen=True, slots=True)
class Step:
    """One step from an older form of the tables to the next."""

    number: int
    name: str
    sql: str


@cache
def steps() -> tuple[Step, ...]:
    """All steps in order, from files named like "001_documents.sql"."""
    found = []
    for file in files(__package__).joinpath("steps").iterdir():
        number, _, name = file.name.removesuffix(".sql").partition("_")
        if number.isdecimal():
            found.append(Step(int(number), name, file.read_text(encoding="utf-8")))
    return tuple(sorted(found, key=lambda step: step.number))


def bring_up_to_date(connection: Connection, *, create: bool, known: Sequence[Step] | None = None) -> None:
    """Make the tables, or take the steps that the file has not taken yet. Raises StoreError."""
    _prepare(connection)
    known = steps() if known is None else known
    path = connection.path
    fresh = _is_empty(connection)
    if fresh and not create:
        raise StoreError(f"There is no store in {path} yet. Add a document to begin one: sayso add FILE")
    if not fresh and connection.value("PRAGMA application_id") != APPLICATION:
        raise StoreError(f"{path} is a database, but no store of sayso's. Name another file with --store.")
    if connection.value("PRAGMA journal_mode") not in {"wal", "memory"}:
        mode = connection.value("PRAGMA journal_mode = WAL")
        if mode not in {"wal", "memory"}:
            raise StoreError(f"{path} stands where SQLite can keep no journal beside it ({mode}). Use a local disk.")
    if not fresh and _last_step(connection, known) == known[-1].number:
        return
    with connection.batch():
        # Another process may have done it meanwhile.
        if _is_empty(connection):
            connection.run(f"PRAGMA application_id = {APPLICATION}")
            connection.run(_UPGRADES)
        last = _last_step(connection, known)
        for step in known:
            if step.number > last:
                for statement in _statements(step.sql):
                    connection.run(statement)
                at = datetime.now(UTC).isoformat(timespec="seconds")
                connection.run("INSERT INTO upgrades VALUES (?, ?, ?, ?)", step.number, step.name, at, VERSION)


def check_up_to_date(connection: Connection) -> None:
    """Of a store that may only be read: whether its tables are this sayso's. Raises StoreError."""
    _prepare(connection)
    path, known = connection.path, steps()
    if _is_empty(connection):
        raise StoreError(f"There is no store in {path} yet. Add a document to begin one: sayso add FILE")
    if connection.value("PRAGMA application_id") != APPLICATION:
        raise StoreError(f"{path} is a database, but no store of sayso's. Name another file with --store.")
    if _last_step(connection, known) != known[-1].number:
        raise StoreError(
            f"{path} was written by an older sayso and has to be brought up to date, but may not be written to. Copy it."
        )


def _prepare(connection: Connection) -> None:
    _check_library()
    # Steps 8, 13, 15 and 18 ask for them.
    for work in (key_number, packed_holders, packed_numbers, fold, index_words, tells_who, tells_party):
        connection.create_function(work.__name__, work)


_UPGRADES = """
CREATE TABLE upgrades (step INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, sayso TEXT NOT NULL) STRICT
"""


def _check_library() -> None:
    if sqlite3.sqlite_version_info < OLDEST:
        raise StoreError(
            f"This Python has SQLite {sqlite3.sqlite_version}; a store needs 3.37 or newer. Use a newer Python."
        )


def _is_empty(connection: Connection) -> bool:
    """Nothing in it yet: also where somebody was stopped while making it."""
    return connection.row("SELECT 1 FROM sqlite_master LIMIT 1") is None


def _last_step(connection: Connection, known: Sequence[Step]) -> int:
    last, sayso = connection.row("SELECT step, sayso FROM upgrades ORDER BY step DESC LIMIT 1") or (0, VERSION)
    if last > known[-1].number:
        raise StoreError(
            f"{connection.path} was written by sayso {sayso}, which is newer than this one ({VERSION}): its tables are "
            f"at step {last}, and this one knows {known[-1].number}. Upgrade sayso: pip install --upgrade sayso"
        )
    return int(last)


def _statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one: sqlite3's own executescript would end the batch first."""
    waiting = ""
    for line in sql.splitlines(keepends=True):
        waiting += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
