"""Vectors at one byte a number."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.domain.vector import Vector
from sayso.errors import StoreError
from sayso.store.interface import Store
from sayso.store.vectors import cosines_with, pack, unpack, unpack_all
from tests.store.builders import add, article


def _unit(seed: int, width: int = 384) -> Vector:
    vector = np.random.default_rng(seed).normal(size=width).astype(np.float32)
    return vector / np.linalg.norm(vector)


@pytest.mark.parametrize("seed", range(20))
def test_a_packed_vector_points_where_it_did(seed: int) -> None:
    one, two = _unit(seed), _unit(seed + 100)
    assert len(pack(one)) == 384
    assert unpack(pack(one)) @ one > 0.999
    assert abs(unpack(pack(one)) @ unpack(pack(two)) - one @ two) < 0.002
    assert abs(np.linalg.norm(unpack(pack(one))) - 1) < 1e-6


@pytest.mark.parametrize("seed", range(20))
def test_packing_what_was_unpacked_changes_nothing(seed: int) -> None:
    packed = pack(_unit(seed, width=1 + seed * 7))
    assert pack(unpack(packed)) == packed


def test_vectors_that_are_none() -> None:
    assert unpack(pack(np.zeros(3, np.float32))).tolist() == [0, 0, 0]
    for bad in (np.array([np.nan, 1.0], np.float32), np.eye(2, dtype=np.float32)):
        with pytest.raises(StoreError, match="row of finite numbers"):
            pack(bad)


def test_vectors_are_kept_by_attribution(store: Store) -> None:
    reading = article()
    first, second = (attribution.id for attribution in reading.attributions)
    add(store, reading, vectors={first: _unit(1)})
    found = store.vectors([second, first, "att_none"])
    assert list(found) == [first]
    assert found[first] @ _unit(1) > 0.999
    store.put_vectors({first: _unit(2), second: _unit(3)})
    assert store.vectors([first])[first] @ _unit(2) > 0.999
    with pytest.raises(StoreError, match="att_none"):
        store.put_vectors({"att_none": _unit(1)})


def test_many_are_unpacked_as_each_is() -> None:
    packed = [pack(np.array(numbers, np.float32)) for numbers in ([1, 2, 3], [-4, 0, 1], [0, 0, 0])]
    for together, alone in zip(unpack_all(packed), map(unpack, packed), strict=True):
        assert np.allclose(together, alone, atol=1e-6)
    assert [len(vector) for vector in unpack_all([*packed, packed[0] * 2])] == [3, 3, 3, 6]
    assert unpack_all([]) == []


def test_cosines_are_those_of_the_vectors_themselves(store: Store) -> None:
    packed = [pack(_unit(seed)) for seed in range(5)]
    assert cosines_with(_unit(9), packed) == pytest.approx(
        [float(_unit(9) @ unpack(item)) for item in packed], abs=1e-5
    )
    assert cosines_with(_unit(9), []) == []
    assert cosines_with(np.ones(3, np.float32), [pack(np.zeros(3, np.float32))]) == [0.0]
    reading = article()
    first, second = (attribution.id for attribution in reading.attributions)
    add(store, reading, vectors={first: _unit(1), second: _unit(2, width=8)})
    store.put_keys(first, ["a", "b"])
    store.put_keys(second, ["a"])
    numbers = store.holders(["a"], most=2)["a"]
    found = store.packed_vectors([*numbers, -1])
    assert [len(found[number]) for number in numbers] == [384, 8]
    assert len(found) == 2
    assert store.packed_vectors([]) == {}
