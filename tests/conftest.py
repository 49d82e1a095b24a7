"""Settings that all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

# A busy machine is no fault of the code's: hangs are caught by pytest-timeout.
# The same examples every time: what fails in CI fails here. To search further: HYPOTHESIS_PROFILE=default.
settings.register_profile("sayso", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "sayso"))
