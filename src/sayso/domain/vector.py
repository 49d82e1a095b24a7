"""The vector of a statement's words."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Vector: TypeAlias = npt.NDArray[np.float32]
"""Unit length, as many numbers as the model that made it is wide."""
