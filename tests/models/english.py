"""The shipped English weights, for the tests that need them; they are skipped where there are none."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

FOLDER = Path(str(files("sayso.models"))) / "en"
needs_weights = pytest.mark.skipif(
    not (FOLDER / "model.json").is_file(), reason=f"{FOLDER} holds no weights yet: they are trained"
)
