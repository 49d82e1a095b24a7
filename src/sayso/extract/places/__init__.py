"""Which places a text names, and which of those that bear a name it means."""

from sayso.extract.places.known import Places
from sayso.extract.places.resolving import resolve_places
from sayso.extract.places.spots import Spot, find_spots

__all__ = ["Places", "Spot", "find_spots", "resolve_places"]
