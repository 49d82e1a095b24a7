"""How often one address may ask."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

REMEMBERED = 4096


class Rates:
    """A bucket for each address that fills evenly: so many requests at once, and so many a minute in the long run."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = a_minute
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> float:
        """0 where the request may go on, else the seconds to wait."""
        now = self._clock()
        left, before = self._left.pop(address, (float(self._most), now))
        left = min(self._most, left + (now - before) * self._most / 60)
        wait = 0.0 if left >= 1 else (1 - left) * 60 / self._most
        self._left[address] = (left - 1 if not wait else left, now)
        while len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return wait
