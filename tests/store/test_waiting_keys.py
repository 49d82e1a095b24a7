"""Keys that wait to be sorted in: whoever looks finds them all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.store.interface import Store
from sayso.store.opening import open_store
from sayso.store.sqlite import index, tail
from sayso.store.sqlite.store import SqliteStore
from tests.store.builders import AT, add, article


@pytest.fixture
def other(path: Path, store: Store) -> Iterator[SqliteStore]:
    """The same file, opened once more."""
    with SqliteStore(path, create=False, wait=1) as opened:
        yield opened


def _fill(store: Store, count: int, words: str = "gate") -> list[str]:
    readings = [article(f"{words} {number} was shut") for number in range(count)]
    for reading in readings:
        add(store, reading)
    return [reading.attributions[0].id for reading in readings]


def _waiting(store: Store) -> int:
    assert isinstance(store, SqliteStore)
    (count,) = store._connection.row(
        "SELECT count(*) FROM held_keys WHERE holder > (SELECT sorted_in FROM keys_sorted)"
    ) or (0,)
    return int(count)


def test_keys_that_wait_are_found_here_and_by_others(store: Store, other: SqliteStore) -> None:
    one, two, three = _fill(store, 3)
    store.put_keys(one, ["a", "b"])
    assert other.with_keys("ab", most=5) == {"a": [one], "b": [one]}
    other.put_keys(two, ["b"])
    assert _waiting(store) == 2
    assert store.with_keys("ab", most=5) == {"a": [one], "b": [one, two]}
    store.sort_in_keys()
    assert _waiting(other) == 0
    for opened in (store, other):
        assert opened.with_keys("ab", most=5) == {"a": [one], "b": [one, two]}
    other.put_keys(three, "b")
    for opened in (store, other):
        assert opened.with_keys("ab", most=5) == {"a": [one], "b": [one, two, three]}
        assert opened.with_keys("ab", most=2) == {"a": [one]}


def test_keys_may_be_put_in_any_order(store: Store, other: SqliteStore) -> None:
    one, two, three = _fill(store, 3)
    with store.batch():
        store.put_keys(two, "a")
        store.put_keys(one, "a")
    assert other.with_keys("a", most=5) == {"a": [one, two]}
    store.put_keys(three, "a")
    store.sort_in_keys()
    late = _fill(store, 2, "sluice")
    other.put_keys(late[1], "a")
    assert store.with_keys("a", most=9) == {"a": [one, two, three, late[1]]}
    store.put_keys(late[0], "a")
    for opened in (store, other):
        assert opened.with_keys("a", most=9) == {"a": [one, two, three, *late]}


def test_a_batch_that_is_taken_back_takes_its_keys_along(store: Store) -> None:
    one, two = _fill(store, 2)
    with pytest.raises(ValueError, match="stopped"), store.batch():
        store.put_keys(one, "a")
        assert store.with_keys("a", most=5) == {"a": [one]}
        raise ValueError("stopped")
    assert store.with_keys("a", most=5) == {}
    with store.batch():
        store.put_keys(two, "a")
        with pytest.raises(ValueError, match="stopped"), store.batch():
            store.put_keys(one, "a")
            store.sort_in_keys()
            raise ValueError("stopped")
        assert store.with_keys("a", most=5) == {"a": [two]}
    assert store.with_keys("a", most=5) == {"a": [two]}


def test_what_no_longer_counts_is_not_found_while_its_keys_wait(store: Store, other: SqliteStore) -> None:
    readings = [article(f"weir {number} was shut") for number in range(2)]
    for reading in readings:
        add(store, reading)
        store.put_keys(reading.attributions[0].id, ["a"])
    one, two = (reading.attributions[0].id for reading in readings)
    assert other.with_keys("a", most=5) == {"a": [one, two]}
    store.remove(readings[0].document.id, "a test", at=AT)
    for opened in (store, other):
        assert opened.with_keys("a", most=5) == {"a": [two]}
    store.put_keys(two, "b")
    for opened in (store, other):
        assert opened.with_keys("ab", most=5) == {"b": [two]}


def test_many_that_wait_are_sorted_in(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "FEWEST_WAITING", 3)
    monkeypatch.setattr(tail, "FRESH", 2)
    attributions = _fill(store, 10)
    with store.batch():
        for number, attribution in enumerate(attributions):
            store.put_keys(attribution, ["all", f"own {number}"])
            assert _waiting(store) < 3
    assert store.with_keys(["all", "own 9"], most=10) == {"all": attributions, "own 9": attributions[9:]}


def test_a_key_of_very_many_holders_keeps_no_more(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    attributions = _fill(store, index.MOST_KEPT // 100 + 3)
    assert isinstance(store, SqliteStore)
    monkeypatch.setattr(index, "_ADD", index._ADD.replace(str(4 * index.MOST_KEPT), "20"))
    for attribution in attributions:
        store.put_keys(attribution, ["all"])
        store.sort_in_keys()
    assert store.with_keys(["all"], most=1000) == {"all": attributions[:5]}
    assert store.with_keys(["all"], most=4) == {}


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.integers(0, 1), st.integers(0, 5), st.lists(st.sampled_from("abc"), max_size=2), st.booleans()),
        max_size=14,
    )
)
def test_two_who_write_in_turn_both_find_what_was_put(puts: list[tuple[int, int, list[str], bool]]) -> None:
    with (
        TemporaryDirectory() as folder,
        open_store(Path(folder) / "a.db") as one,
        open_store(Path(folder) / "a.db") as two,
    ):
        attributions = _fill(one, 6)
        held: dict[int, list[str]] = {}
        for who, number, keys, sort_in in puts:
            (one, two)[who].put_keys(attributions[number], keys)
            held[number] = keys
            if sort_in:
                (one, two)[1 - who].sort_in_keys()
            shared = {key: [attributions[n] for n in sorted(held) if key in held[n]] for key in "abc"}
            expected = {key: those for key, those in shared.items() if those}
            assert one.with_keys("abc", most=9) == two.with_keys("abc", most=9) == expected
