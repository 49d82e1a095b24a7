"""Signed distances between a cue and the words around it, in buckets that widen with distance."""

from __future__ import annotations

import numpy as np

from sayso.models.labels import DISTANCES
from sayso.models.pieces import Ints


def distance_buckets(cue: int, length: int) -> Ints:
    """For each of `length` pieces, the bucket of its distance from piece `cue`: exact to ±8, then log-spaced."""
    signed = np.arange(length) - cue
    size = np.abs(signed)
    half = DISTANCES // 2
    far = 8 + np.floor(np.log2(np.maximum(size, 8) / 8) * 3).astype(np.int64)
    bucket = np.minimum(np.where(size < 8, size, far), half - 1)
    result: Ints = np.where(signed < 0, bucket, half + bucket)
    return result
