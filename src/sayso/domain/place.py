"""Places that a text names: what each mention may mean, what it was taken to mean, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.span import Span


class PlaceKind(StrEnum):
    """What sort of place a name stands for."""

    CONTINENT = "continent"
    REGION = "region"  # a stretch of land without one government: "the North Caucasus"
    COUNTRY = "country"
    AREA = "area"  # the first level below a country: state, province, oblast
    DISTRICT = "district"  # the second: county, rayon
    TOWN = "town"
    LAND = "land"  # island, mountains, desert
    WATER = "water"  # sea, lake, river


class PlaceForm(StrEnum):
    """How a text names a place."""

    NAME = "name"
    ADJECTIVE = "adjective"  # "Chuvash", "Russians"
    PART = "part"  # inside the name of something else: "Kazan Federal University"


class Precision(StrEnum):
    """What the coordinates stand for: a spot, or the middle of something that large."""

    TOWN = "town"
    DISTRICT = "district"
    AREA = "area"
    COUNTRY = "country"
    WIDER = "wider"


class NameKind(StrEnum):
    """How a place is known by the words with which it was looked up."""

    NAME = "name"
    OTHER = "other"  # another spelling, language or time
    BARE = "bare"  # a county without the word: "Jackson and Barrow counties"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Area:
    """An area that holds a place."""

    id: str
    name: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer, as one name finds it.

    `number` is its row, `country`, `area` and `district` the rows of what it lies in (its own, where it is that).
    """

    number: int
    kind: PlaceKind
    known_as: NameKind
    latitude: float
    longitude: float
    population: int
    country: int | None = None
    area: int | None = None
    district: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One place that a mention may mean: the areas above it, innermost first, and what speaks for it.

    `score` is its share of belief among all candidates, 0 to 1.
    """

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    areas: tuple[Area, ...]
    score: float
    reasons: tuple[str, ...]

    @property
    def precision(self) -> Precision:
        """What the coordinates stand for."""
        return _PRECISION[self.kind]


_PRECISION = {
    PlaceKind.TOWN: Precision.TOWN,
    PlaceKind.DISTRICT: Precision.DISTRICT,
    PlaceKind.AREA: Precision.AREA,
    PlaceKind.COUNTRY: Precision.COUNTRY,
    PlaceKind.CONTINENT: Precision.WIDER,
    PlaceKind.REGION: Precision.WIDER,
    PlaceKind.LAND: Precision.WIDER,
    PlaceKind.WATER: Precision.WIDER,
}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's mention in a text; `candidates` begin with the one chosen, and are none where nothing has that name.

    `reason` says in a sentence why it is that one, or why it is none.
    """

    span: Span
    form: PlaceForm
    candidates: tuple[PlaceCandidate, ...]
    reason: str

    @property
    def chosen(self) -> PlaceCandidate | None:
        """What it was taken to mean; None where the gazetteer has nothing by that name."""
        return self.candidates[0] if self.candidates else None
