"""What each sign counts in choosing among places of one name; found on every second text of TR-News and LGL."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """All in the unit of one decimal digit of population times `people`."""

    people: float = 0.75
    country: float = 0.8
    area: float = 0.75
    district: float = -0.7
    wider: float = 0.5
    other: float = -3.0
    other_beside_own: float = -2.0
    small_beside_country: float = -2.0
    small_beside_country_told: float = -8.0
    large_in_country_told: float = 3.0
    bare: float = -3.0
    among_counties: float = 5.0
    beside: float = 10.0
    same_name: float = 8.0
    near: float = 3.0
    in_area: float = 3.2
    in_country: float = 1.0
    reach: float = 48.0
    home: float = 1.0


WEIGHTS = Weights()
