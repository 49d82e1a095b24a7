"""Opening what is a store, what becomes one, and what is neither."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.interface import Turned
from sayso.store.opening import open_store
from sayso.store.sqlite import documents
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.schema import Step, bring_up_to_date, steps
from tests.store.builders import AT, READ_BY, add, article, page


def _rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_a_store_is_one_file(path: Path) -> None:
    with open_store(path) as store:
        add(store, article())
    assert [file.name for file in path.parent.iterdir()] == ["sayso.db"]


def test_every_step_is_recorded(path: Path) -> None:
    open_store(path).close()
    assert _rows(path, "SELECT step, name FROM upgrades ORDER BY step") == [(s.number, s.name) for s in steps()]
    assert [step.number for step in steps()] == list(range(1, len(steps()) + 1))
    assert _rows(path, "PRAGMA journal_mode") == [("wal",)]
    strict = _rows(path, "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'")
    assert strict == [("sqlite_schema",)]


@pytest.mark.parametrize("taken", range(1, len(steps())))
def test_an_older_file_is_upgraded(path: Path, taken: int) -> None:
    older = Connection(str(path), 1)
    bring_up_to_date(older, create=True, known=steps()[:taken])
    older.run("INSERT INTO turned_away (input, code, reason, at) VALUES ('a.pdf', 'kind', 'no text', ?)", AT)
    older.close()
    with open_store(path, create=False) as store:
        assert store.turned_away() == [Turned("a.pdf", "no text", "kind", AT)]
        assert list(store.list_claims()) == store.judgements() == []
        add(store, article())
    assert _rows(path, "SELECT count(*) FROM upgrades") == [(len(steps()),)]


def test_keys_and_members_of_an_older_file_are_taken_along(path: Path) -> None:
    reading = article()
    first, second = (attribution.id for attribution in reading.attributions)
    older = Connection(str(path), 1)
    bring_up_to_date(older, create=True, known=steps()[:6])
    documents.add(older, page(reading.document.text), reading, at=AT, read_by=READ_BY, vectors={})
    older.run("INSERT INTO keys VALUES (1, 'name:osipova', 2), (2, 'word:плотина', 1), (3, 'number:40', 1)")
    older.run("INSERT INTO attribution_keys VALUES (1, 1), (1, 2), (2, 1)")
    older.run("INSERT INTO document_keys VALUES (1, 3)")
    older.run("INSERT INTO traced_claims (id) VALUES ('clm_1')")
    older.run("INSERT INTO traced_members VALUES (1, 1), (2, 1)")
    older.close()
    with open_store(path, create=False) as store:
        keys = ["name:osipova", "word:плотина", "number:40"]
        assert store.with_keys(keys, most=2) == {
            "name:osipova": [first, second],
            "word:плотина": [first],
            "number:40": [reading.document.id],
        }
        assert store.first_members("clm_1") == [first, second]
        store.put_keys(first, [])
        assert store.with_keys(keys[:2], most=2) == {"name:osipova": [second]}


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    open_store(path).close()
    bad = Step(99, "bad", "CREATE TABLE half (a TEXT) STRICT;\nCREATE NONSENSE;\n")
    connection = Connection(str(path), 1)
    with pytest.raises(StoreError, match="NONSENSE"):
        bring_up_to_date(connection, create=False, known=(*steps(), bad))
    connection.close()
    assert _rows(path, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    assert _rows(path, "SELECT max(step) FROM upgrades") == [(steps()[-1].number,)]
    open_store(path).close()


def test_a_newer_file_is_refused(path: Path) -> None:
    open_store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO upgrades VALUES (99, 'of another day', '2031-01-01', '9.9')")
    with pytest.raises(StoreError, match=r"sayso 9\.9, which is newer .* step 99.*Upgrade sayso"):
        open_store(path)


def test_nothing_is_made_where_that_was_not_asked_for(path: Path) -> None:
    with pytest.raises(StoreError, match="no store .*sayso add"):
        open_store(path, create=False)
    assert not path.exists()
    path.touch()
    with pytest.raises(StoreError, match="no store .*sayso add"):
        open_store(path, create=False)


def test_who_was_stopped_while_making_a_store_left_the_beginning_of_one(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    open_store(path).close()


@pytest.mark.parametrize("content", [b"The dam held.\n", b"\0" * 5000, b"SQLite format 3\0" + b"x" * 5000])
def test_another_file_is_no_store(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"is no store of sayso's"):
        open_store(path)
    assert path.read_bytes() == content


def test_another_database_is_no_store(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE ships (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"a database, but no store of sayso's"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="is no folder"):
        open_store(tmp_path / "none" / "sayso.db")


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    for name in ("a\0b", "a" * 5000):
        with pytest.raises(StoreError, match="cannot be opened"):
            open_store(tmp_path / name)


@contextmanager
def _nobody() -> Iterator[None]:
    """As somebody to whom permissions apply: root may write anywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are another matter there")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o666, 0o555)])
def test_what_may_not_be_written_to_is_an_error(file_mode: int, folder_mode: int) -> None:
    # Not in pytest's own folder, which nobody else may enter.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sayso.db"
        open_store(path).close()
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        with _nobody(), pytest.raises(StoreError, match="may not be written to"):
            open_store(path)
        path.parent.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are another matter there")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o666, 0o555), (0o444, 0o555)])
def test_what_may_not_be_written_to_can_be_read(file_mode: int, folder_mode: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a store?.db"
        with open_store(path) as store:
            kept = add(store, article())
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        with _nobody(), open_store(path, create=False, reading=True) as store:
            assert not store.writable
            assert [item.document.id for item in store.documents()] == [kept.id]
            with pytest.raises(StoreError, match="may not be written to"):
                store.turn_away("a.pdf", "no text", "kind", at=AT)
        with _nobody(), pytest.raises(StoreError, match="may not be written to by you"):
            open_store(path)
        path.parent.chmod(0o755)
        with open_store(path) as store:
            assert store.writable
            assert [item.document.id for item in store.documents()] == [kept.id]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are another matter there")
def test_what_a_journal_still_holds_is_never_passed_over() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sayso.db"
        with open_store(path) as writer:
            kept = add(writer, article())
            assert Path(f"{path}-wal").stat().st_size
            for file in Path(folder).iterdir():
                file.chmod(0o444)
            path.parent.chmod(0o555)
            with _nobody(), open_store(path, create=False, reading=True) as store:
                assert [item.document.id for item in store.documents()] == [kept.id]
            path.parent.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are another matter there")
def test_an_older_store_that_may_only_be_read_has_to_be_copied() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sayso.db"
        older = Connection(str(path), 1)
        bring_up_to_date(older, create=True, known=steps()[:-1])
        older.close()
        path.parent.chmod(0o555)
        path.chmod(0o444)
        with _nobody(), pytest.raises(StoreError, match="older sayso .* Copy it"):
            open_store(path, create=False, reading=True)
        path.parent.chmod(0o755)


def test_a_store_that_is_locked_too_long_is_an_error(path: Path) -> None:
    with open_store(path) as writer, writer.batch(), open_store(path, wait=0.05) as other:
        with pytest.raises(StoreError, match=r"locked by another program for more than 0\.05 seconds"):
            add(other, article())
        assert list(other.documents()) == []  # reading waits for nobody
    with open_store(path) as store:
        add(store, article())


def test_a_new_store_that_is_locked_too_long_is_an_error(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked by another program"):
            open_store(path, wait=0.05)


def test_a_closed_store_says_so(path: Path) -> None:
    store = open_store(path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        store.find("doc_1")


def test_a_store_of_another_thread_says_so(path: Path) -> None:
    said: list[str] = []

    def ask() -> None:
        try:
            store.find("doc_1")
        except StoreError as error:
            said.append(str(error))

    with open_store(path) as store:
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert "another thread" in said[0]


def test_an_sqlite_that_is_too_old_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(StoreError, match="3.37 or newer"):
        open_store(path)


def test_a_store_may_be_handed_on_from_thread_to_thread(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
        store = one.submit(open_store, tmp_path / "sayso.db", handed_on=True).result()
        assert other.submit(store.counts).result().documents == 0
        one.submit(store.close).result()
