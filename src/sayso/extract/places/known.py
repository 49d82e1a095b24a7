"""What extract needs of a gazetteer: it is given one, so that this package opens no file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sayso.domain.place import Area, KnownPlace


class Places(Protocol):
    """Places by name."""

    def look_up(self, names: Sequence[str]) -> Sequence[Sequence[KnownPlace]]:
        """For each name the places that bear it."""
        ...

    def id(self, row: int) -> str:
        """`geonames:524901`, or `sayso:kotelniki` for a place that GeoNames does not lend."""
        ...

    def name(self, row: int) -> str:
        """The name under which a place is shown."""
        ...

    def areas(self, place: KnownPlace) -> tuple[Area, ...]:
        """What a place lies in, innermost first; not itself."""
        ...
