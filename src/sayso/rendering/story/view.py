"""From longitude and latitude to pixels: even degrees, narrowed east to west as they are in the middle of the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, floor, log, radians

LEAST = 9.0
"""Degrees from west to east at least: nearer, the outlines' own roughness would show."""
AROUND = 0.16
"""Part of the map that stays free on each side."""
_STEP = 1.1
"""From one scale to the next. Scales and middles go in steps, so that one more event leaves the map as it was, and its land need not be drawn again."""
_FARTHEST_NORTH = 84.0
_FARTHEST_SOUTH = -60.0


@dataclass(frozen=True, slots=True)
class View:
    """The middle of a map, its size in pixels, and pixels a degree of latitude."""

    longitude: float
    latitude: float
    width: float
    height: float
    scale: float

    @property
    def narrowing(self) -> float:
        return max(0.3, cos(radians(self.latitude)))

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a spot stands, in pixels from the upper left."""
        return (
            self.width / 2 + (longitude - self.longitude) * self.scale * self.narrowing,
            self.height / 2 - (latitude - self.latitude) * self.scale,
        )


def view_on(spots: Iterable[tuple[float, float]], width: float, height: float) -> View:
    """A map of this size that shows all spots (longitude, latitude), with room around."""
    found = list(spots)
    west, east = min(spot[0] for spot in found), max(spot[0] for spot in found)
    south, north = min(spot[1] for spot in found), max(spot[1] for spot in found)
    latitude = (south + north) / 2
    narrowing = max(0.3, cos(radians(latitude)))
    room = 1 - 2 * AROUND
    wide = max((east - west) / room, LEAST / narrowing)
    high = max((north - south) / room, LEAST * height / width)
    scale = _STEP ** floor(log(min(width / (wide * narrowing), height / high), _STEP))
    half = height / 2 / scale
    latitude = _stepped(latitude, half)
    if half * 2 < _FARTHEST_NORTH - _FARTHEST_SOUTH:
        latitude = min(max(latitude, _FARTHEST_SOUTH + half), _FARTHEST_NORTH - half)
    return View(_stepped((west + east) / 2, half), latitude, width, height, scale)


def _stepped(middle: float, half: float) -> float:
    """A middle in steps of a sixteenth of half the map's height: less than the room around."""
    step = half / 16
    return round(middle / step) * step
