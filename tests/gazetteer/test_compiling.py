"""Rows → table → places, with an invented country."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.domain.place import PlaceKind
from sayso.errors import GazetteerError
from sayso.gazetteer.compiling import Compiler
from sayso.gazetteer.gazetteer import Gazetteer
from sayso.gazetteer.overlay import Added, Alias, Centre, Overlay
from sayso.gazetteer.sources import AreaRow, CountryRow, TownRow
from sayso.gazetteer.table import open_table, read_fingerprint, write_table

COUNTRY = CountryRow(1, "XX", ("Lugovia",), 500_000)
AREA = AreaRow(10, 2, "XX-A", 1, ("Lugovskaya oblast", "Lugov"), None, "XX")
EMPTY = AreaRow(11, 3, "XX-B", 1, ("Nowhere Oblast",), None, "XX")
TOWNS = (
    TownRow(4, ("Ellmarsh", "Elmarsk"), 10.0, 20.0, 9_000, "XX", (10,)),
    TownRow(5, ("Ellmarsh",), 12.0, 22.0, 700, "XX", (10,)),
)
OVERLAY = Overlay(
    (Centre("XX", 11.0, 21.0, ("Lugovia",), ("Lugovian",)),),
    (Added("Harbour Quarter", PlaceKind.TOWN, 10.1, 20.1, "XX-A", ("Docks",), ()),),
    (Alias("Elly", "Ellmarsh", "XX", adjective=False),),
)


def compiled(folder: Path, overlay: Overlay = OVERLAY) -> Gazetteer:
    table = folder / "places.bin"
    write_table(table, Compiler([COUNTRY], [AREA, EMPTY], TOWNS, overlay).columns(), "print")
    return Gazetteer(table)


def test_towns_lie_in_their_area_and_country(tmp_path: Path) -> None:
    places = compiled(tmp_path)
    large, small = places.look_up(["Ellmarsh"])[0]
    assert (large.population, small.population) == (9_000, 700)
    assert [area.name for area in places.areas(large)] == ["Lugovskaya oblast", "Lugovia"]
    assert places.id(large.number) == "geonames:4"


def test_an_area_stands_in_the_middle_of_its_towns_and_one_without_any_is_left_out(tmp_path: Path) -> None:
    places = compiled(tmp_path)
    ((area,), none) = places.look_up(["Lugov", "Nowhere Oblast"])
    assert (area.latitude, area.longitude, area.kind) == (11.0, 21.0, PlaceKind.AREA)
    assert none == ()


def test_what_was_added_by_hand(tmp_path: Path) -> None:
    places = compiled(tmp_path)
    ((docks,), (elly,), (people,)) = places.look_up(["Docks", "Elly", "Lugovian"])
    assert places.id(docks.number) == "sayso:harbour-quarter"
    assert [area.name for area in places.areas(docks)] == ["Lugovskaya oblast", "Lugovia"]
    assert elly.population == 9_000
    assert people.kind is PlaceKind.COUNTRY


@pytest.mark.parametrize(
    ("alias", "says"),
    [(Alias("Elly", "Nosuch", "XX", False), "Nosuch"), (Alias("Elly", "Ellmarsh", "YY", False), "'YY'")],
)
def test_a_row_that_leads_nowhere_stops_the_build(tmp_path: Path, alias: Alias, says: str) -> None:
    with pytest.raises(GazetteerError, match=says):
        compiled(tmp_path, Overlay((), (), (alias,)))


def test_a_damaged_table_says_what_to_do(tmp_path: Path) -> None:
    table = tmp_path / "places.bin"
    table.write_bytes(b"something else")
    assert read_fingerprint(table) is None
    with pytest.raises(GazetteerError, match="Install sayso again"):
        open_table(table)


def test_nothing_is_left_beside_the_table(tmp_path: Path) -> None:
    compiled(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["places.bin"]
    assert read_fingerprint(tmp_path / "places.bin") == "print"
