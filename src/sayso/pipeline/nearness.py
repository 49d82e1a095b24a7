"""How near the vectors of a store's attributions are to one: those that were looked at are remembered while more is added."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.vector import Vector
from sayso.store.interface import Store
from sayso.store.vectors import cosines_with

REMEMBERED = 200_000
"""Vectors that stay in memory: some 500 bytes each. While a store grows from 5,000 attributions to 50,000, reading them would come to take four times as long:
of a document's statements a thousand are looked at, and mostly the same ones again."""


class Nearness:
    """Cosines with vectors of a store. One whose vector changed is to be forgotten."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._packed: dict[int, bytes] = {}

    def cosines(self, vector: Vector, numbers: Sequence[int]) -> dict[int, float]:
        """The cosine of a unit vector with that of each attribution of these numbers; those that have none of its width are left out."""
        unknown = [number for number in numbers if number not in self._packed]
        if unknown:
            self._packed |= self._store.packed_vectors(unknown)
        found = [
            (number, packed)
            for number in numbers
            if (packed := self._packed.get(number)) is not None and len(packed) == len(vector)
        ]
        while len(self._packed) > REMEMBERED:
            del self._packed[next(iter(self._packed))]  # the one that was read first
        if not found:
            return {}
        those, packed_vectors = zip(*found, strict=True)
        return dict(zip(those, cosines_with(vector, packed_vectors), strict=True))

    def forget(self) -> None:
        """Read all anew."""
        self._packed.clear()
