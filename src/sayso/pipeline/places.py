"""Places with the gazetteer that comes with sayso."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.place import PlaceMention
from sayso.extract.places import Spot, home_of, resolve_places
from sayso.gazetteer import load_gazetteer
from sayso.languages.language import load_language


def resolve_spans(text: str, spans: Sequence[tuple[int, int]], url: str | None = None) -> tuple[PlaceMention, ...]:
    """What the places mean that stand at `spans` of a text. Raises GazetteerError."""
    spots = [Spot(start, end) for start, end in spans]
    return resolve_places(text, spots, load_gazetteer(), home_of(url), load_language("en").not_places)


def bearers_of(name: str) -> list[tuple[float, float]]:
    """Where the gazetteer has places of a name."""
    return [(place.latitude, place.longitude) for place in load_gazetteer().look_up([name])[0]]
