"""Outlines of countries, as a map draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """One country or territory: its name, and its rings, each a row of longitudes and latitudes.

    `boxes` has for each ring its least longitude and latitude, and its greatest.
    """

    name: str
    rings: tuple[npt.NDArray[np.float32], ...]
    boxes: npt.NDArray[np.float32]

    @classmethod
    def of(cls, name: str, rings: Sequence[npt.NDArray[np.float32]]) -> Outline:
        """A country with its rings."""
        return cls(name, tuple(rings), np.array([(*ring.min(axis=0), *ring.max(axis=0)) for ring in rings], np.float32))
