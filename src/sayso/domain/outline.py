"""Outlines of countries, as a map draws them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """One country or territory: its name, and its rings, each closed, a row of longitudes and latitudes."""

    name: str
    rings: tuple[npt.NDArray[np.float32], ...]
