"""Which places a text names, and which of those that bear a name it means."""

from sayso.extract.places.home import home_of
from sayso.extract.places.known import Places
from sayso.extract.places.resolving import resolve_places
from sayso.extract.places.spots import Spot, find_spots

__all__ = ["Places", "Spot", "find_spots", "home_of", "resolve_places"]
