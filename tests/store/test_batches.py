"""A batch is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.interface import Store
from sayso.store.opening import open_store
from sayso.store.sqlite.store import SqliteStore
from tests.store.builders import AT, READ_BY, add, article

ONE, TWO, THREE = (article(f"gate {number} was shut") for number in range(3))


def _held(store: Store) -> list[str]:
    return [kept.document.id for kept in store.documents(state=None)]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_ends_a_batch_early_takes_it_back(store: Store, error: type[BaseException]) -> None:
    add(store, ONE)
    with pytest.raises(error), store.batch():
        add(store, TWO)
        store.remove(ONE.document.id, "a test", at=AT)
        raise error
    assert _held(store) == [ONE.document.id]
    add(store, THREE)
    assert _held(store) == [ONE.document.id, THREE.document.id]


def test_nobody_sees_a_batch_before_its_end(store: Store, path: Path) -> None:
    with open_store(path) as other:
        with store.batch():
            add(store, ONE)
            assert _held(other) == []
        assert _held(other) == [ONE.document.id]


def test_a_batch_in_a_batch_fails_alone(store: Store) -> None:
    with store.batch():
        add(store, ONE)
        with pytest.raises(ValueError, match="inner"), store.batch():
            add(store, TWO)
            raise ValueError("inner")
        add(store, THREE)
    assert _held(store) == [ONE.document.id, THREE.document.id]


def test_what_looks_before_it_writes_leaves_the_batch_as_it_was(store: Store) -> None:
    said = ONE.attributions[0].id
    with store.batch():
        add(store, ONE)
        for refused in (
            lambda: store.put_statements({said: "words", "att_unknown": "words"}),
            lambda: store.put_keys("att_unknown", ["key"]),
            lambda: store.assign("att_unknown", "clm_1"),
        ):
            with pytest.raises(StoreError, match="att_unknown"):
                refused()
        store.assign(said, "clm_1")
    assert store.statements([said]) == {}
    assert list(store.claims()) == ["clm_1"]
    assert store.members("clm_1") == [said]


def test_a_batch_in_a_batch_ends_with_it(store: Store) -> None:
    with pytest.raises(ValueError, match="outer"), store.batch():
        with store.batch():
            add(store, ONE)
        raise ValueError("outer")
    assert _held(store) == []


def test_a_refused_document_leaves_nothing_in_the_batch(store: Store) -> None:
    with store.batch():
        with pytest.raises(StoreError, match="att_none"):
            add(store, ONE, vectors={"att_none": [1.0]})
        add(store, TWO)
    assert _held(store) == [TWO.document.id]
    assert list(store.documents(search='"gate 0"')) == []


def test_nothing_follows_a_batch_that_a_full_disk_ended(path: Path) -> None:
    store = SqliteStore(path, create=True, wait=1)
    add(store, ONE)
    pages = store._connection.value("PRAGMA page_count")
    store._connection.run(f"PRAGMA max_page_count = {pages + 8}")
    with pytest.raises(StoreError, match="no room left|taken back"), store.batch():
        for number in range(50):
            try:
                add(store, article(f"weir {number} was open, " * 100))
            except StoreError as error:
                assert "no room left" in str(error)
                add(store, TWO)
    store.close()
    with open_store(path) as again:
        assert _held(again) == [ONE.document.id]


def test_what_is_remembered_in_a_batch_does_not_outlive_another_reading(store: Store) -> None:
    first, second = article("gate 1 was shut"), article("gate 2 was shut")
    said = first.attributions[0].id
    with store.batch():
        add(store, first)
        add(store, second)
        store.put_keys(said, ["a"])
        store.reread(first, read_by=READ_BY)  # its attributions have other numbers now
        store.put_keys(said, ["b"])
        store.assign(said, "clm_1")
        assert store.members("clm_1") == [said]
    assert store.with_keys(["a", "b"], most=2) == {"b": [said]}


def test_what_is_remembered_in_a_batch_is_forgotten_when_it_is_taken_back(store: Store) -> None:
    first, second = article("gate 1 was shut"), article("gate 2 was shut")
    with pytest.raises(ValueError, match="stopped"), store.batch():
        add(store, first)
        store.assign(first.attributions[0].id, "clm_1")
        raise ValueError("stopped")
    with pytest.raises(StoreError, match="no attribution"):
        store.assign(first.attributions[0].id, "clm_1")
    with store.batch():
        add(store, second)
        store.assign(second.attributions[0].id, "clm_2")
    assert store.members("clm_2") == [second.attributions[0].id]
