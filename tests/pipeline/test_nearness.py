"""Cosines with the vectors of a store's attributions, of which those that were read once are remembered."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from sayso.domain.vector import Vector
from sayso.pipeline import nearness
from sayso.pipeline.nearness import Nearness
from sayso.store.opening import open_store
from sayso.store.vectors import pack


def _unit(seed: int, width: int = 12) -> Vector:
    numbers = np.random.default_rng(seed).standard_normal(width).astype(np.float32)
    return numbers / np.linalg.norm(numbers)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[int]]:
    """What was asked of the store, whose vectors are numbered 1 to 5; the fifth has another width."""
    kept = {number: pack(_unit(number, 8 if number == 5 else 12)) for number in range(1, 6)}
    asked: list[Sequence[int]] = []

    def packed(_: object, numbers: Sequence[int]) -> dict[int, bytes]:
        asked.append(numbers)
        return {number: kept[number] for number in numbers if number in kept}

    monkeypatch.setattr("sayso.store.sqlite.store.SqliteStore.packed_vectors", packed)
    return asked


def test_each_vector_is_read_once(read: list[Sequence[int]]) -> None:
    with open_store(":memory:") as store:
        near = Nearness(store)
        first = near.cosines(_unit(2), [1, 2, 5, 9])
        assert list(first) == [1, 2]  # the fifth has another width, and there is no ninth
        assert first[2] == pytest.approx(1, abs=0.01)
        assert first[1] == pytest.approx(float(_unit(1) @ _unit(2)), abs=0.01)
        assert near.cosines(_unit(2), [2, 3]).keys() == {2, 3}
        assert near.cosines(_unit(2), [5]) == near.cosines(_unit(2), []) == {}
        assert read == [[1, 2, 5, 9], [3]]
        near.forget()
        assert near.cosines(_unit(2), [1, 2]) == pytest.approx(first)
        assert read[-1] == [1, 2]


def test_no_more_are_remembered_than_there_is_room_for(
    read: list[Sequence[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "REMEMBERED", 2)
    with open_store(":memory:") as store:
        near = Nearness(store)
        assert len(near.cosines(_unit(2), [1, 2, 3, 4])) == 4
        assert near.cosines(_unit(2), [3, 4]).keys() == {3, 4}
        near.cosines(_unit(2), [1])
        assert read == [[1, 2, 3, 4], [1]]
