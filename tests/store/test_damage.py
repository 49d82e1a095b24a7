"""What was changed under the store's hands is told, with the document's name; and nothing written once is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.digests import compress
from sayso.store.interface import Store
from sayso.store.opening import open_store
from tests.store.builders import AT, add, article, page


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _flip(path: Path, words: bytes) -> None:
    """Rot: other bytes on the disk, and the file none the wiser."""
    content = path.read_bytes()
    assert content.count(words) == 1
    path.write_bytes(content.replace(words, words[:-1] + bytes([words[-1] ^ 1])))


def test_a_damaged_text_says_which_document(path: Path) -> None:
    sound, damaged = article("the sluice was shut"), article("the weir was open")
    with open_store(path) as store:
        add(store, sound)
        add(store, damaged)
    _flip(path, b"institute said that the weir was open. It rained".replace(b"institute", b"Institute"))
    with open_store(path) as store:
        assert store.reading(sound.document.id) == sound
        for ask in (store.reading, store.find, store.versions):
            with pytest.raises(StoreError, match=f"text of document {damaged.document.id} is damaged"):
                ask(damaged.document.id)
        with pytest.raises(StoreError, match=damaged.document.id):
            list(store.documents())
        assert store.data(damaged.document.id) == page(damaged.document.text)


def test_damaged_bytes_say_which_document(path: Path) -> None:
    reading = article()
    with open_store(path) as store:
        add(store, reading)
    _flip(path, compress(page(reading.document.text)))
    with open_store(path) as store:
        with pytest.raises(StoreError, match=f"bytes of document {reading.document.id} are damaged"):
            store.data(reading.document.id)
        assert store.reading(reading.document.id) == reading


@pytest.mark.parametrize(("table", "says"), [("documents", "What is known of"), ("readings", "The reading of")])
def test_a_damaged_record_says_which_document(path: Path, table: str, says: str) -> None:
    reading = article()
    with open_store(path) as store:
        add(store, reading)
    _change(path, f"UPDATE {table} SET record = '{{'")
    with open_store(path) as store, pytest.raises(StoreError, match=f"{says} document {reading.document.id}"):
        store.reading(reading.document.id)


def test_a_file_with_a_damaged_page_is_an_error(path: Path) -> None:
    with open_store(path) as store:
        for number in range(40):
            add(store, article(f"gate {number} was shut"))
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged"), open_store(path) as store:
        list(store.documents())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE originals SET zlib = x'00'",
        "DELETE FROM originals",
        "INSERT INTO originals SELECT sha256, 0, x'00' FROM originals",
        "INSERT OR REPLACE INTO originals SELECT sha256, 0, x'00' FROM originals",
        "UPDATE texts SET text = 'other'",
        "DELETE FROM texts",
        "INSERT OR REPLACE INTO texts SELECT sha256, 'other' FROM texts",
        "DELETE FROM documents",
    ],
)
def test_what_is_written_once_stays(store: Store, path: Path, statement: str) -> None:
    reading = article()
    add(store, reading)
    with pytest.raises(sqlite3.IntegrityError, match="stay|never"):
        _change(path, statement)
    assert store.reading(reading.document.id) == reading
    assert store.data(reading.document.id) == page(reading.document.text)
    store.remove(reading.document.id, "bytes stay for a removed document too", at=AT)
    assert store.data(reading.document.id) == page(reading.document.text)
