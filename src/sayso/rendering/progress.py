"""How far the reading is, on one line of the terminal that is wiped before anything else is printed."""

from __future__ import annotations

import time
from typing import TextIO

_EVERY = 0.1  # seconds; a terminal over a slow line must not hold up the reading


class Progress:
    """Counts inputs on `stream`; says nothing where that is not a terminal."""

    def __init__(self, stream: TextIO, total: int | None) -> None:
        self._stream = stream
        self._total = total
        self._shown = False
        self._last = 0.0
        self._live = stream.isatty()

    def show(self, done: int) -> None:
        """Say that `done` inputs are finished."""
        now = time.monotonic()
        if not self._live or (self._shown and now - self._last < _EVERY):
            return
        of = "" if self._total is None else f" of {self._total}"
        self._stream.write(f"\r\x1b[KReading … {done}{of}")
        self._stream.flush()
        self._shown, self._last = True, now

    def wipe(self) -> None:
        """Leave the line empty for other words."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
