"""Keys, by which candidates are found, and what tracing keeps beside an attribution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import StoreError
from sayso.store.interface import Store
from sayso.store.opening import open_store
from sayso.store.sqlite.store import SqliteStore
from tests.store.builders import AT, add, article

URL = "https://quay.example/dam"


def _fill(store: Store, count: int) -> list[str]:
    """Attributions of as many documents, one of each."""
    readings = [article(f"gate {number} was shut") for number in range(count)]
    for reading in readings:
        add(store, reading)
    return [reading.attributions[0].id for reading in readings]


def test_those_who_share_a_key_are_found(store: Store) -> None:
    one, two, three = _fill(store, 3)
    store.put_keys(two, ["name:osipova", "number:40"])
    store.put_keys(one, ["name:osipova", "word:плотина", "word:плотина"])
    assert store.with_keys(["name:osipova", "word:плотина", "none"], most=5) == {
        "name:osipova": [one, two],
        "word:плотина": [one],
    }
    assert store.with_keys([], most=5) == {}
    assert three not in store.with_keys(["number:40"], most=5)["number:40"]


def test_holders_are_found_by_their_numbers_too(store: Store) -> None:
    one, two, three = _fill(store, 3)
    store.put_keys(two, ["a", "b"])
    store.put_keys(one, ["a"])
    store.put_keys(three, ["c"])
    found = store.holders(["a", "b", "none"], most=2)
    ids = store.ids_of([number for those in found.values() for number in those])
    assert {key: [ids[number] for number in those] for key, those in found.items()} == {"a": [one, two], "b": [two]}
    assert store.holders(["a", "b"], most=1) == {"b": found["b"]}
    assert store.ids_of([10**9]) == {}


def test_a_documents_number_is_negative_and_comes_last(store: Store) -> None:
    (one,) = _fill(store, 1)
    unread = article(url=URL)
    add(store, unread)
    store.put_keys(unread.document.id, ["a"])
    store.put_keys(one, ["a"])
    attribution, document = store.holders(["a"], most=2)["a"]
    assert document < 0 < attribution
    assert store.ids_of([attribution, document]) == {attribution: one}


def test_a_key_that_too_many_share_is_left_out(store: Store) -> None:
    for attribution in _fill(store, 4):
        store.put_keys(attribution, ["often"])
    assert store.with_keys(["often"], most=3) == {}
    assert len(store.with_keys(["often"], most=4)["often"]) == 4


def test_keys_that_few_share_come_first_until_there_are_enough_holders(store: Store) -> None:
    one, two, three = _fill(store, 3)
    store.put_keys(one, ["all", "two", "own"])
    store.put_keys(two, ["all", "two"])
    store.put_keys(three, ["all"])
    wanted = ["all", "two", "own", "none"]
    assert set(store.with_keys(wanted, most=3)) == {"all", "two", "own"}
    assert store.with_keys(wanted, most=3, enough=1) == {"own": [one]}
    assert store.with_keys(wanted, most=3, enough=3) == {"own": [one], "two": [one, two]}


def test_keys_that_so_many_hold_already_can_be_left_out(store: Store) -> None:
    one, two, three = _fill(store, 3)
    store.put_keys(one, ["often", "seldom"])
    store.put_keys(two, ["often"])
    store.put_keys(three, ["often", "seldom", "new"], most=2)
    assert store.with_keys(["often", "seldom", "new"], most=9) == {
        "often": [one, two],
        "seldom": [one, three],
        "new": [three],
    }


def test_keys_are_put_in_the_place_of_those_before(store: Store) -> None:
    one, two = _fill(store, 2)
    store.put_keys(one, ["a", "b"])
    store.put_keys(two, ["b"])
    store.put_keys(one, ["b", "c"])
    assert store.with_keys("abc", most=2) == {"b": [one, two], "c": [one]}
    store.put_keys(two, [])
    assert store.with_keys("abc", most=1) == {"b": [one], "c": [one]}


def test_a_document_that_is_not_read_has_keys_of_its_own(store: Store) -> None:
    (one,) = _fill(store, 1)
    unread = article("nothing", title="Ohne Worte")
    add(store, unread)
    store.put_keys(unread.document.id, ["number:40"])
    store.put_keys(one, ["number:40"])
    assert store.with_keys(["number:40"], most=2) == {"number:40": [one, unread.document.id]}
    store.remove(unread.document.id, "a test", at=AT)
    assert store.with_keys(["number:40"], most=2) == {"number:40": [one]}


def test_removed_and_superseded_documents_leave_the_index(store: Store) -> None:
    old, new, other = article("it held", url=URL), article("it broke", url=URL), article("it leaked")
    for reading in (old, other):
        add(store, reading)
        store.put_keys(reading.attributions[0].id, ["word:dam"])
        store.put_keys(reading.attributions[1].id, ["word:dam"])
    assert store.with_keys(["word:dam"], most=3) == {}
    add(store, new)
    assert store.with_keys(["word:dam"], most=2)["word:dam"] == [item.id for item in other.attributions]
    store.remove(other.document.id, "a test", at=AT)
    assert store.with_keys(["word:dam"], most=9) == {}


def test_holders_that_are_not_there_are_an_error(store: Store) -> None:
    for holder in ("att_none", "doc_none"):
        with pytest.raises(StoreError, match=holder):
            store.put_keys(holder, ["a"])


KEYS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=2)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 4), st.lists(KEYS, max_size=4)), max_size=12), st.integers(0, 4))
def test_the_index_is_what_was_put(puts: Sequence[tuple[int, list[str]]], most: int) -> None:
    with open_store(":memory:") as store:
        attributions = _fill(store, 5)
        for number, keys in puts:
            store.put_keys(attributions[number], keys)
        held = dict(puts)
        every = {key for keys in held.values() for key in keys}
        shared = {key: [attributions[number] for number in sorted(held) if key in held[number]] for key in every}
        assert store.with_keys(every, most=most) == {
            k: holders for k, holders in shared.items() if len(holders) <= most
        }


def test_finding_takes_no_longer_in_a_larger_store(path: Path) -> None:
    store = SqliteStore(path, create=True, wait=1)
    rare = [f"rare {number}" for number in range(20)]
    holder = article("the dam leaked")
    add(store, holder)
    store.put_keys(holder.attributions[0].id, rare)
    work = []
    for size in (10, 400):
        with store.batch():
            for number, attribution in enumerate(_fill(store, size)):
                store.put_keys(attribution, ["often", f"own {size} {number}"])
        new = article(f"the sluice of {size} was shut")
        add(store, new)
        work.append(
            (
                _steps(store, lambda: store.with_keys([*rare, "often"], most=5)),
                _steps(store, lambda new=new: store.put_keys(new.attributions[0].id, ["often"])),
                _steps(store, lambda size=size: add(store, article(f"the weir of {size} was shut"))),
            )
        )
    assert len(store.with_keys([*rare, "often"], most=5)) == 20
    store.close()
    for small, large in zip(*work, strict=True):
        assert large <= small * 1.5


def _steps(store: SqliteStore, ask: Callable[[], object]) -> int:
    """How many steps of its own SQLite took: a count, where seconds would hang on the machine."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    store._connection._sqlite.set_progress_handler(count, 10)
    ask()
    store._connection._sqlite.set_progress_handler(None, 0)
    return steps


def test_statements_are_kept_in_words_of_the_caller_s(store: Store) -> None:
    one, two, three = _fill(store, 3)
    store.put_statements({one: '{"words": ["плотина"]}', two: "two"})
    store.put_statements({two: "another"})
    assert store.statements([three, two, one]) == {two: "another", one: '{"words": ["плотина"]}'}


def test_attributions_come_with_what_comparing_them_takes(store: Store) -> None:
    one, two = article("gate 1 was shut"), article("gate 2 was shut")
    vectors = {one.attributions[0].id: np.array([0.6, 0.8], np.float32)}
    for reading in (one, two):
        add(store, reading, vectors=vectors if reading is one else {})
    store.put_statements({one.attributions[1].id: "rain"})
    first, second, third = one.attributions[0], one.attributions[1], two.attributions[1]
    found = store.noted([third.id, "att_none", second.id, first.id])
    assert set(found) == {first.id, second.id, third.id}
    assert [found[item.id].attribution for item in (first, second, third)] == [first, second, third]
    assert [found[item.id].document for item in (second, third)] == [one.document, two.document]
    assert [found[item.id].number for item in (second, third)] == [1, 2]
    assert [found[item.id].statement for item in (first, second)] == [None, "rain"]
    assert found[first.id].vector == pytest.approx(np.array([0.6, 0.8]), abs=0.01)
    assert found[second.id].vector is None


def test_what_is_derived_is_forgotten_and_all_else_stays(store: Store) -> None:
    reading = article()
    one = reading.attributions[0].id
    add(store, reading)
    store.put_keys(one, ["a"])
    store.put_statements({one: "statement"})
    store.assign(one, "clm_1")
    store.forget_derived()
    assert store.with_keys(["a"], most=9) == store.statements([one]) == {}
    assert list(store.claims()) == []
    assert store.reading(reading.document.id) == reading
    store.put_keys(one, ["a"])
    assert store.with_keys(["a"], most=9) == {"a": [one]}
