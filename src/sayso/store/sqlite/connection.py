"""One connection to an SQLite file: whole batches, patience with other writers, errors as sentences."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from sayso.errors import StoreError

Row: TypeAlias = tuple[Any, ...]
_T = TypeVar("_T")

TURN = 0.25
"""Seconds that SQLite itself waits for a lock: Ctrl-C is heard between two turns."""

CACHE = 256 << 20  # bytes; SQLite's own 2 MB are too few for an index whose rows lie anywhere
WAL_KEPT = 64 << 20  # bytes of the journal that stay for the next batch
CHECKPOINT = 16_384
"""Pages of the journal from which on it is written into the file: a page that many batches change is written there once."""
MOST_NUMBERS = 50_000
"""Attributions whose numbers are remembered."""
IN_A_QUERY = 500
"""Values of a list in one query."""

RUN = 500
"""Values of a list in one query; an old SQLite takes 999."""

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SAID = {
    sqlite3.SQLITE_READONLY: "{path} may not be written to. Change its permissions and its folder's, or copy it.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened. Check the name, and that its folder is there and may be written to.",
    sqlite3.SQLITE_NOTADB: "{path} is no store of sayso's. Name another file with --store.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged ({error}). Restore it from a copy.",
    sqlite3.SQLITE_FULL: "There is no room left for {path}; nothing of the batch was kept. Make room and begin again.",
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written ({error}). Check the disk.",
    sqlite3.SQLITE_TOOBIG: "What is to be kept in {path} is larger than SQLite allows (1 GB). Split it.",
}
_OTHERWISE = "{path} does not take this ({error}). If the file is sayso's own, please report it."


class Connection:
    """Runs SQL. Values are bound, never written into it. Raises StoreError."""

    def __init__(self, path: str, wait: float, *, handed_on: bool = False, writable: bool = True) -> None:
        self.path = path
        self._wait = wait
        self._depth = 0
        self._began = self._taken_back = 0
        self._numbers: dict[str, tuple[int, int]] = {}
        self._numbers_of = (0, 0)
        self._sqlite = self._connect(path if writable else None, handed_on)
        try:
            if not writable and not self._can_read():
                self._sqlite.close()
                self._sqlite = self._connect(None, handed_on, immutable=True)
            self._set_up()
        except BaseException:
            self._sqlite.close()
            raise

    def _connect(self, path: str | None, handed_on: bool, *, immutable: bool = False) -> sqlite3.Connection:
        """Without `path`, for reading only."""
        name = path or Path(self.path).absolute().as_uri() + ("?mode=ro&immutable=1" if immutable else "?mode=ro")
        return self._patiently(
            lambda: sqlite3.connect(
                name,
                timeout=min(self._wait, TURN),
                isolation_level=None,
                cached_statements=256,
                check_same_thread=not handed_on,
                uri=path is None,
            )
        )

    def _can_read(self) -> bool:
        """Whether SQLite can read beside a journal; where it can make none, the file is read as one that nobody changes.

        A journal with what is not in the file yet may not be passed over: that is SQLite's own error.
        """
        journal = Path(f"{self.path}-wal")
        if journal.exists() and journal.stat().st_size:
            return True
        try:
            self._sqlite.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
        except sqlite3.OperationalError as error:
            return _code(error) not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}
        return True

    def _set_up(self) -> None:
        self._sqlite.create_function("casefold", 1, _casefold, deterministic=True)
        # A batch that was reported outlives a power cut too: "full" is one fsync a batch.
        self.run("PRAGMA synchronous = FULL")
        self.run("PRAGMA foreign_keys = ON")
        # Without this, INSERT OR REPLACE deletes past the triggers that refuse it.
        self.run("PRAGMA recursive_triggers = ON")
        self.run(f"PRAGMA cache_size = -{CACHE >> 10}")
        self.run(f"PRAGMA journal_size_limit = {WAL_KEPT}")
        self.run(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")

    @property
    def in_batch(self) -> bool:
        """Whether a batch is open: nobody else writes meanwhile."""
        return self._depth > 0

    @property
    def turn(self) -> tuple[int, int]:
        """How many batches were begun, and how many of them or of their parts were taken back: what is remembered of the file between two of the
        same numbers, inside one batch, still holds; and with another second number what was written meanwhile may not be there."""
        return self._began, self._taken_back

    def turn_over(self) -> None:
        """Let whoever remembers something of the file look at it anew."""
        self._began += 1

    @property
    def numbers(self) -> dict[str, tuple[int, int]]:
        """Of attributions their numbers and their documents', as far as they were asked for in this batch; outside of one nothing is remembered."""
        if self._numbers_of != self.turn or not self.in_batch or len(self._numbers) > MOST_NUMBERS:
            self._numbers, self._numbers_of = {}, self.turn
        return self._numbers

    def create_function(self, name: str, work: Callable[[Any], str | bytes | int | float | None]) -> None:
        """Let SQL call a function of one value."""
        self._sqlite.create_function(name, 1, work, deterministic=True)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query."""
        self._check_whole()
        return self._patiently(lambda: self._sqlite.execute(sql, _bindable(values)).fetchall())

    def rows_in(self, sql: str, values: Sequence[object]) -> list[Row]:
        """All rows of a query in which `{}` stands for a list of values, however long."""
        found = []
        for first in range(0, len(values), IN_A_QUERY):
            part = values[first : first + IN_A_QUERY]
            found += self.rows(sql.format(", ".join("?" * len(part))), *part)
        return found

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of a query."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def value(self, sql: str, *values: object) -> Any:
        """The first value of the first row; None where there is none."""
        found = self.rows(sql, *values)
        return found[0][0] if found else None

    def run(self, sql: str, *values: object) -> int:
        """Run a statement; gives the number of the row that it inserted."""
        self._check_whole()
        return self._patiently(lambda: self._sqlite.execute(sql, _bindable(values)).lastrowid or 0)

    def run_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run a statement for each row of values; in a batch only."""
        self._check_whole()
        bound = [_bindable(row) for row in rows]
        self._patiently(lambda: self._sqlite.executemany(sql, bound))

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Everything inside is written together or not at all; whatever ends it early takes it back."""
        self._depth += 1
        # Each part has a name of its own, so that one which did not begin takes nothing of its whole back.
        part = "" if self._depth == 1 else f"part{self._depth}"
        try:
            if part:
                self.run(f"SAVEPOINT {part}")
            else:
                self._patiently(lambda: self._sqlite.execute("BEGIN IMMEDIATE"))
                self._began += 1
            yield
            self.run(f"RELEASE {part}" if part else "COMMIT")
        except BaseException:
            self._take_back(part)
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def together(self) -> Iterator[None]:
        """A batch, or a piece of the one that is open which cannot be taken back alone: for what looks before it writes.

        Of the statements that adding a document took, three in eight began and ended parts of its batch.
        """
        if self._depth:
            yield
            return
        with self.batch():
            yield

    def _take_back(self, part: str) -> None:
        self._taken_back += 1
        with contextlib.suppress(sqlite3.Error):
            if part:
                self._sqlite.execute(f"ROLLBACK TO {part}")
                self._sqlite.execute(f"RELEASE {part}")
            elif self._sqlite.in_transaction:
                self._sqlite.execute("ROLLBACK")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All queries inside see one state of the file, whoever writes meanwhile."""
        if self._patiently(lambda: self._sqlite.in_transaction):
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._sqlite.execute("ROLLBACK")

    def close(self) -> None:
        """What was not finished is taken back."""
        self._sqlite.close()

    def _check_whole(self) -> None:
        """After a full disk, SQLite has taken the batch back: nothing of the rest may be written alone."""
        if self._depth and not self._sqlite.in_transaction:
            raise StoreError(f"The batch was taken back after an error; {self.path} is as it was before. Begin again.")

    def _patiently(self, work: Callable[[], _T]) -> _T:
        """Wait for other writers as long as was asked, and say what went wrong otherwise."""
        began = time.monotonic()
        while True:
            try:
                return work()
            except sqlite3.Error as error:
                if _code(error) not in _BUSY:
                    raise self._said(error) from error
                if time.monotonic() - began >= self._wait:
                    raise StoreError(
                        f"{self.path} has been locked by another program for more than {self._wait:g} seconds. "
                        "Try again when it has finished."
                    ) from error
            # Not all at the same moment.
            time.sleep(random.uniform(0.001, 0.02))

    def _said(self, error: sqlite3.Error) -> Exception:
        if "closed database" in str(error):
            return StoreError(f"The store {self.path} was closed. Open it again.")
        if "created in a thread" in str(error):
            return StoreError(f"The store {self.path} was opened in another thread. Open it once in each.")
        if "no such module: fts5" in str(error):
            return StoreError("This Python's SQLite has no full-text search (FTS5), which a store needs. Use another.")
        if isinstance(error, (sqlite3.ProgrammingError, sqlite3.InterfaceError)):
            return error
        return StoreError(_SAID.get(_code(error), _OTHERWISE).format(path=self.path, error=error))


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where the error is the module's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _casefold(text: object) -> str | None:
    return text.casefold() if isinstance(text, str) else None


def _bindable(values: tuple[object, ...]) -> tuple[object, ...]:
    """Values that SQLite takes: a file name that is not valid UTF-8 holds lone surrogates, which are written out."""
    for value in values:
        if isinstance(value, str) and not value.isascii():
            break
    else:
        return values
    return tuple(
        value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value for value in values
    )
