"""How near the vectors of a store's attributions are to one: those that were looked at are remembered while more is added."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.domain.vector import Vector
from sayso.store.interface import Store

REMEMBERED = 1_000_000
"""Vectors that stay in memory: some 500 bytes each. While a store grows from 5,000 attributions to 50,000, reading them would come to take four times as long:
of a document's statements a thousand are looked at, and mostly the same ones again."""
_ROOM = 4096

Packed = npt.NDArray[np.int8]


class Nearness:
    """Cosines with vectors of a store. One whose vector changed is to be forgotten."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.forget()

    def forget(self) -> None:
        """Read all anew."""
        self._rows: dict[int, int] = {}
        """Where an attribution's vector is; -1 where it is of another width."""
        self._owners: list[int] = []
        self._next = self._width = 0
        self._vectors = np.zeros((0, 0), np.int8)
        self._lengths = np.zeros(0, np.float32)

    def cosines(self, vector: Vector, numbers: Sequence[int]) -> dict[int, float]:
        """The cosine of a unit vector with that of each attribution of these numbers; those that have none of its width are left out."""
        if len(vector) != self._width:
            self.forget()
            self._width = len(vector)
            self._vectors = np.zeros((0, self._width), np.int8)
        rows, known, unknown = [], [], []
        for number in numbers:
            row = self._rows.get(number)
            if row is None:
                unknown.append(number)
            elif row >= 0:
                rows.append(row)
                known.append(number)
        found: dict[int, float] = {}
        if known:
            near = self._vectors[rows].astype(np.float32) @ vector / self._lengths[rows]
            found = dict(zip(known, near.tolist(), strict=True))
        if unknown:
            found |= self._read(vector, unknown)
        return found

    def _read(self, vector: Vector, numbers: Sequence[int]) -> dict[int, float]:
        packed = self._store.packed_vectors(numbers)
        self._rows |= {number: -1 for number, item in packed.items() if len(item) != self._width}
        those = [number for number in packed if len(packed[number]) == self._width]
        if not those:
            return {}
        vectors = np.frombuffer(b"".join(packed[number] for number in those), np.int8).reshape(-1, self._width)
        numbers32 = vectors.astype(np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", numbers32, numbers32))
        lengths[lengths == 0] = 1
        self._remember(those[-REMEMBERED:], vectors[-REMEMBERED:], lengths[-REMEMBERED:])
        return dict(zip(those, (numbers32 @ vector / lengths).tolist(), strict=True))

    def _remember(self, those: Sequence[int], vectors: Packed, lengths: Vector) -> None:
        """In the place of those that were read first, where there is no more room."""
        for place, number in enumerate(those):
            if self._next >= REMEMBERED:
                self._next = 0
            row = self._next
            if row < len(self._owners):
                self._rows.pop(self._owners[row], None)
                self._owners[row] = number
            else:
                self._owners.append(number)
            if row >= len(self._lengths):
                more = min(REMEMBERED, max(_ROOM, 2 * row)) - len(self._lengths)
                self._vectors = np.concatenate((self._vectors, np.zeros((more, self._width), np.int8)))
                self._lengths = np.concatenate((self._lengths, np.ones(more, np.float32)))
            self._vectors[row] = vectors[place]
            self._lengths[row] = lengths[place]
            self._rows[number] = row
            self._next += 1
