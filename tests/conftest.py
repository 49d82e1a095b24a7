"""Settings that all tests share."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no fault of the code's: hangs are caught by pytest-timeout.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")
