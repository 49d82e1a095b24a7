"""Which happenings stand where: those at one place, or too near to be told apart, share a spot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin, sqrt

from sayso.domain.event import EventPlace
from sayso.domain.happening import Happening
from sayso.rendering.story.view import View

_APART = 22.0  # pixels
_STEP = 8.0  # pixels: marks of one spot are so far from its middle, times the root of their number
_TURN = pi * (3 - sqrt(5))


@dataclass(slots=True)
class Spot:
    """One place of the map: where it stands, the places in it, and what is told of there, with whether other accounts put it elsewhere."""

    x: float
    y: float
    places: dict[str, EventPlace] = field(default_factory=dict)
    held: list[tuple[Happening, bool]] = field(default_factory=list)

    def marks(self, most: int) -> Iterator[tuple[float, float, Happening, bool]]:
        """Where each mark stands, as seeds in a sunflower."""
        for at, (happening, elsewhere) in enumerate(self.held[:most]):
            far = _STEP * sqrt(at)
            yield self.x + far * cos(at * _TURN), self.y + far * sin(at * _TURN), happening, elsewhere

    def reach(self, most: int) -> float:
        """How far its outermost mark's middle is."""
        return _STEP * sqrt(max(0, min(len(self.held), most) - 1))


def located(happening: Happening) -> tuple[EventPlace, ...]:
    """The places with coordinates that accounts give, each once."""
    found: dict[tuple[float, float], EventPlace] = {}
    for account in happening.accounts:
        place = account.event.place
        if place is not None and place.latitude is not None and place.longitude is not None:
            found.setdefault((place.longitude, place.latitude), place)
    return tuple(found.values())


def spots_of(happenings: Iterable[Happening], view: View) -> list[Spot]:
    """The spots, those with most first."""
    exact: dict[tuple[float, float], Spot] = {}
    for happening in happenings:
        places = located(happening)
        for place in places:
            assert place.longitude is not None and place.latitude is not None
            at = view.place(place.longitude, place.latitude)
            spot = exact.setdefault(at, Spot(*at))
            spot.places.setdefault(place.name, place)
            spot.held.append((happening, len(places) > 1))
    merged: list[Spot] = []
    for spot in sorted(exact.values(), key=lambda spot: (-len(spot.held), spot.x, spot.y)):
        near = next((other for other in merged if hypot(other.x - spot.x, other.y - spot.y) < _APART), None)
        if near is None:
            merged.append(spot)
        else:
            near.places.update({name: place for name, place in spot.places.items() if name not in near.places})
            near.held += spot.held
    return merged
