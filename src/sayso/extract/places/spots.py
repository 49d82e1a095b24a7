"""Where a text names places: what the model found, and what only a gazetteer tells (inside names of bodies, adjectives)."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.place import PlaceForm


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention of a place, not yet resolved."""

    start: int
    end: int
    form: PlaceForm = PlaceForm.NAME


def find_spots() -> list[Spot]:
    return []
