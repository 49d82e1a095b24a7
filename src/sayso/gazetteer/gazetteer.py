"""The table, asked: which places have this name, and what do they lie in?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.domain.place import Area, KnownPlace, NameKind, PlaceKind
from sayso.gazetteer.spelling import key, key_number
from sayso.gazetteer.table import NONE, open_table

_KINDS = tuple(PlaceKind)
_NAME_KINDS = tuple(NameKind)
MOST = 80
"""Places that one name finds: its own bearers before those that have it as another name, larger ones first. "San Antonio" has 400."""


class Gazetteer:
    """Places by name. Holds a mapped file; cheap to keep, safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._columns = open_table(path)
        self._keys = self._columns["key"]

    def __len__(self) -> int:
        """How many places it knows."""
        return len(self._columns["kind"])

    def look_up(self, names: Sequence[str]) -> list[tuple[KnownPlace, ...]]:
        """For each name the places that bear it, at most `MOST`."""
        numbers = np.array([key_number(key(name)) for name in names], np.uint64)
        begins = np.searchsorted(self._keys, numbers, "left").tolist()
        ends = np.searchsorted(self._keys, numbers, "right").tolist()
        return [
            tuple(map(self._known, range(begin, min(end, begin + MOST)))) if begin < end else ()
            for begin, end in zip(begins, ends, strict=True)
        ]

    def name(self, row: int) -> str:
        """The name under which a place is shown."""
        ends = self._columns["name_end"]
        begin = int(ends[row - 1]) if row else 0
        return bytes(self._columns["names"][begin : int(ends[row])]).decode()

    def areas(self, place: KnownPlace) -> tuple[Area, ...]:
        """What a place lies in, innermost first; not itself."""
        above = (place.district, place.area, place.country)
        return tuple(self._area(row) for row in above if row is not None and row != place.number)

    def _area(self, row: int) -> Area:
        return Area(self._id(row), self.name(row), _KINDS[self._columns["kind"][row]])

    def _id(self, row: int) -> str:
        geoname = int(self._columns["geoname"][row])
        return f"geonames:{geoname}" if geoname else "sayso:" + key(self.name(row)).replace(" ", "-")

    def _known(self, at: int) -> KnownPlace:
        columns = self._columns
        row = int(columns["key_row"][at])
        return KnownPlace(
            row, self._id(row), _KINDS[columns["kind"][row]], _NAME_KINDS[columns["key_kind"][at]],
            float(columns["latitude"][row]), float(columns["longitude"][row]), int(columns["population"][row]),
            _row(columns["country"][row]), _row(columns["area"][row]), _row(columns["district"][row]),
        )  # fmt: skip


def _row(value: int) -> int | None:
    return None if value == NONE else int(value)
