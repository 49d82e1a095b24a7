"""The table, asked: which places have this name, and what do they lie in?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.domain.place import Area, KnownPlace, NameKind, PlaceKind
from sayso.gazetteer.spelling import key, key_number
from sayso.gazetteer.table import NONE, open_table

_KINDS = tuple(PlaceKind)
_NAME_KINDS = tuple(NameKind)
ABOVE = ("country", "area", "district")
MOST = 80
"""Places that one name finds: its own bearers before those that have it as another name, larger ones first. "San Antonio" has 400."""


class Gazetteer:
    """Places by name. Holds a mapped file; cheap to keep, safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._columns = open_table(path)
        self._keys = self._columns["key"]
        self._area = lru_cache(maxsize=4096)(
            self._read_area
        )  # the same few hundred lie above most of what a desk reads

    def __len__(self) -> int:
        """How many places it knows."""
        return len(self._columns["kind"])

    def look_up(self, names: Sequence[str]) -> list[tuple[KnownPlace, ...]]:
        """For each name the places that bear it, at most `MOST`."""
        numbers = np.array([key_number(key(name)) for name in names], np.uint64)
        begins = np.searchsorted(self._keys, numbers, "left")
        ends = np.minimum(np.searchsorted(self._keys, numbers, "right"), begins + MOST)
        hits = np.flatnonzero(begins < ends)
        found: list[tuple[KnownPlace, ...]] = [()] * len(names)
        if len(hits):
            at = np.concatenate([np.arange(begins[hit], ends[hit]) for hit in hits])
            known = self._known(at)
            begin = 0
            for hit, count in zip(hits.tolist(), (ends - begins)[hits].tolist(), strict=True):
                found[hit] = tuple(known[begin : begin + count])
                begin += count
        return found

    def id(self, row: int) -> str:
        """`geonames:524901`, or `sayso:kotelniki` for a place that was added by hand."""
        geoname = int(self._columns["geoname"][row])
        return f"geonames:{geoname}" if geoname else "sayso:" + key(self.name(row)).replace(" ", "-")

    def name(self, row: int) -> str:
        """The name under which a place is shown."""
        ends = self._columns["name_end"]
        begin = int(ends[row - 1]) if row else 0
        return self._columns["names"][begin : int(ends[row])].tobytes().decode()

    def areas(self, place: KnownPlace) -> tuple[Area, ...]:
        """What a place lies in, innermost first; not itself."""
        above = (place.district, place.area, place.country)
        return tuple(self._area(row) for row in above if row is not None and row != place.number)

    def _read_area(self, row: int) -> Area:
        return Area(self.id(row), self.name(row), _KINDS[int(self._columns["kind"][row])])

    def _known(self, at: NDArray[np.int64]) -> list[KnownPlace]:
        columns = self._columns
        rows = columns["key_row"][at]
        kinds = [_NAME_KINDS[kind] for kind in columns["key_kind"][at].tolist()]
        facts = [columns[name][rows].tolist() for name in ("latitude", "longitude", "population")]
        above = [[None if row == NONE else row for row in columns[name][rows].tolist()] for name in ABOVE]
        return [
            KnownPlace(row, _KINDS[kind], known_as, *rest)
            for row, kind, known_as, *rest in zip(
                rows.tolist(), columns["kind"][rows].tolist(), kinds, *facts, *above, strict=True
            )
        ]
