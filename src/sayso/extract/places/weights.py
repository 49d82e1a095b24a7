"""What each sign counts in choosing among places of one name; found on every second text of TR-News and LGL."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """All in the unit of one decimal digit of population times `people`."""

    people: float = 1.0
    country: float = 1.0
    area: float = 1.0
    district: float = -1.5
    wider: float = 0.5
    other: float = -3.0
    bare: float = -3.0
    among_counties: float = 6.0
    beside: float = 8.0
    same_name: float = 8.0
    near: float = 3.0
    in_area: float = 2.0
    in_country: float = 1.0
    reach: float = 60.0
    home: float = 1.0


WEIGHTS = Weights()
