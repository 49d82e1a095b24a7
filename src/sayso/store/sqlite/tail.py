"""Keys that were put lately, in memory: what `held_keys` has of attributions that are not yet sorted in.

They are a function of the table: whatever another process adds, sorts in or takes away shows when they are next looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from sayso.store.sqlite.connection import Connection

Numbers = npt.NDArray[np.int64]
Holders = npt.NDArray[np.int32]

FRESH = 100_000
"""Keys that are looked up one by one; of more, arrays are made, which take a tenth of the memory."""
_NOBODY = np.zeros(0, np.int32)


class Tail:
    """Who holds a key, of attributions that are not sorted in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: tuple[int, int] | None = None
        self._empty()

    def _empty(self) -> None:
        self.sorted_in = self._changed = self._last = self._bound = self.count = 0
        self._put_here: set[int] = set()
        self._keys: Numbers = np.zeros(0, np.int64)
        self._holders: Holders = _NOBODY
        self._first: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}
        self._fresh = 0

    def look(self) -> None:
        """See what the table has now. Inside a batch nobody else writes."""
        connection = self._connection
        if connection.turn == self._seen and connection.in_batch:
            return
        fits = self._seen is not None and self._seen[1] == connection.turn[1]
        sorted_in, changed = connection.row("SELECT sorted_in, changed FROM keys_sorted") or (0, 0)
        if not fits or changed != self._changed or sorted_in != self.sorted_in:
            self._empty()
            self.sorted_in = self._last = self._bound = sorted_in
            self._changed = changed
        rows = connection.rows(
            "SELECT holder, keys FROM held_keys WHERE holder > ? ORDER BY holder", max(0, self._last)
        )
        if rows:
            keys = [np.frombuffer(packed, "<i8") for _, packed in rows]
            self._take(
                np.concatenate(keys), np.repeat(np.array([row[0] for row in rows], np.int32), list(map(len, keys)))
            )
            self.count += len(rows)
            self._last = rows[-1][0]
        self._bound = self._last
        self._put_here.clear()
        self._seen = connection.turn

    def is_new(self, holder: int) -> bool:
        """Whether an attribution comes after all that were there when the batch began, and has no keys: whoever reads on from those will not miss it."""
        return holder > self._bound and holder not in self._put_here

    def put(self, holder: int, keys: Sequence[int]) -> None:
        """The keys of a new attribution, which were written down."""
        self._last = max(self._last, holder)
        self._put_here.add(holder)
        self.count += 1
        self._fresh += len(keys)
        first, more = self._first, self._more
        for key in keys:
            if first.setdefault(key, holder) != holder:
                more.setdefault(key, []).append(holder)
        if self._fresh > FRESH:
            self._take(*self._of_fresh())

    def holders(self, keys: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """The keys that somebody holds, with all who do, the oldest first."""
        low = high = None
        if len(self._keys):
            wanted = np.array(keys, np.int64)
            low, high = self._keys.searchsorted(wanted), self._keys.searchsorted(wanted, side="right")
        for place, key in enumerate(keys):
            found: list[int] = []
            if low is not None and high is not None and low[place] < high[place]:
                found = self._holders[low[place] : high[place]].tolist()
            newer = self._first.get(key)
            if newer is not None:
                found = [*found, newer, *self._more.get(key, ())]
            if found:
                yield key, found

    def every(self) -> Iterator[tuple[int, bytes]]:
        """All keys in order, with their holders as they are packed."""
        if self._first:
            self._take(*self._of_fresh())
        if not len(self._keys):
            return
        begins = np.flatnonzero(np.concatenate(([True], self._keys[1:] != self._keys[:-1])))
        packed = self._holders.astype("<i4").tobytes()
        ends = [*begins[1:].tolist(), len(self._keys)]
        for key, begin, end in zip(self._keys[begins].tolist(), begins.tolist(), ends, strict=True):
            yield key, packed[4 * begin : 4 * end]

    def clear(self) -> int:
        """Nothing is left of it: all is sorted in; gives the last attribution that was."""
        last, changed = self._last, self._changed
        self._empty()
        self.sorted_in = self._last = self._bound = last
        self._changed = changed
        return last

    def _of_fresh(self) -> tuple[Numbers, Holders]:
        pairs = [*self._first.items(), *((key, holder) for key, those in self._more.items() for holder in those)]
        self._first, self._more, self._fresh = {}, {}, 0
        keys, holders = zip(*pairs, strict=True)
        return np.array(keys, np.int64), np.array(holders, np.int32)

    def _take(self, keys: Numbers, holders: Holders) -> None:
        if self._first:
            more_keys, more_holders = self._of_fresh()
            keys, holders = np.concatenate((more_keys, keys)), np.concatenate((more_holders, holders))
        order = np.lexsort((holders, keys))
        keys, holders = keys[order], holders[order]
        places = self._keys.searchsorted(keys, side="right")
        self._keys, self._holders = np.insert(self._keys, places, keys), np.insert(self._holders, places, holders)
