"""While documents are added, Python looks for waste less often: 700 things made, its own measure, are but a fifth of what one document takes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MADE_BETWEEN = 50_000
"""Things that are made before waste is looked for: a dozen documents' worth, some 10 MB."""

_lock = Lock()
_before: list[tuple[int, int, int]] = []
"""The measure as it was found, once for each who is at work now: the first one's is set again by the last."""


@contextmanager
def seldom_looked_for() -> Iterator[None]:
    """Look for waste seldom inside; whoever has set a larger measure, or none, keeps it."""
    with _lock:
        _before.append(gc.get_threshold())
        if 0 < _before[0][0] < MADE_BETWEEN:
            gc.set_threshold(MADE_BETWEEN)
    try:
        yield
    finally:
        with _lock:
            first = _before[0]
            _before.pop()
            if not _before and gc.get_threshold()[0] == MADE_BETWEEN:
                gc.set_threshold(*first)
