"""The gazetteer that comes with sayso: names, areas above, what was added by hand, and what opening it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.domain.place import KnownPlace, NameKind, PlaceKind
from sayso.gazetteer import Gazetteer, load_gazetteer
from sayso.gazetteer.opening import TABLE
from sayso.gazetteer.spelling import key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def first(gazetteer: Gazetteer, name: str) -> tuple[KnownPlace, list[str]]:
    """The first bearer of a name, with the names of itself and all areas above."""
    place = gazetteer.look_up([name])[0][0]
    return place, [gazetteer.name(place.number), *(area.name for area in gazetteer.areas(place))]


def test_a_town_has_the_areas_above_it(gazetteer: Gazetteer) -> None:
    place, chain = first(gazetteer, "Kazan")
    assert place.kind is PlaceKind.TOWN
    assert chain[0] == "Kazan" and chain[-2:] == ["Tatarstan", "Russia"]
    assert abs(place.latitude - 55.8) < 0.2 and abs(place.longitude - 49.1) < 0.2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Yakutia", "Sakha"),
        ("Sakha", "Sakha"),
        ("Tula region", "Tula Oblast"),
        ("Primorye", "Primorsky Krai"),
        ("Calif.", "California"),
        ("Nfld.", "Newfoundland and Labrador"),
        ("U.S.", "United States"),
        ("the Netherlands", "Netherlands"),
        ("Donbass", "Donbas"),
        ("NORTH CAUCASUS", "North Caucasus"),
        ("Kiev", "Kyiv"),
        ("Nizhny Novgorod", "Nizhniy Novgorod"),
        ("Cote d’Ivoire", "Ivory Coast"),
    ],
)
def test_short_forms_and_other_spellings(gazetteer: Gazetteer, name: str, shown: str) -> None:
    bearers = gazetteer.look_up([name])[0]
    assert shown in [gazetteer.name(place.number) for place in bearers if place.known_as is NameKind.NAME]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Chuvash", "Chuvashia"), ("Dagestani", "Dagestan"), ("Yakuts", "Sakha"), ("Kurdish", "Kurdistan")],
)
def test_adjectives_and_peoples(gazetteer: Gazetteer, name: str, shown: str) -> None:
    place, chain = first(gazetteer, name)
    assert place.known_as is NameKind.ADJECTIVE
    assert chain[0] == shown


def test_kotelniki_lies_in_moscow_oblast(gazetteer: Gazetteer) -> None:
    place, chain = first(gazetteer, "Kotelniki")
    assert chain[1:] == ["Moscow Oblast", "Russia"]
    assert abs(place.latitude - 55.66) < 0.05


def test_every_bearer_of_a_name_is_found(gazetteer: Gazetteer) -> None:
    """Larger ones first among those whose own name it is."""
    bearers = [p for p in gazetteer.look_up(["Springfield"])[0] if p.known_as is NameKind.NAME]
    assert len(bearers) > 20
    assert [p.population for p in bearers] == sorted((p.population for p in bearers), reverse=True)


def test_a_county_is_known_without_the_word(gazetteer: Gazetteer) -> None:
    bearers = gazetteer.look_up(["Barrow"])[0]
    assert any(p.known_as is NameKind.BARE and p.kind is PlaceKind.DISTRICT for p in bearers)


def test_what_nobody_calls_a_place_finds_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up(["Qwertyuiopolis", "", "…"]) == [(), (), ()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. John’s", "Saint Johns"),
        ("MOSCOW", "Moscow"),
        ("Rostov-on-Don", "Rostov on Don"),
        ("the Hague", "Hague"),
        ("Zürich", "Zurich"),
    ],
)
def test_spellings_with_one_key(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


def test_the_table_is_small_and_opens_at_once() -> None:
    """60 MB and 100 ms are what is promised; processor time is measured, since the machine may be busy."""
    load_gazetteer()
    assert TABLE.stat().st_size < 30_000_000
    program = (
        "import resource, time\n"
        "from sayso.gazetteer import load_gazetteer\n"
        "held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "begin = time.process_time()\n"
        "places = load_gazetteer().look_up(['Yakutia', 'Springfield', 'Paris'])\n"
        "taken = time.process_time() - begin\n"
        "more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) / 1024\n"
        "print(taken, more, len(places[1]))\n"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    taken, more, bearers = map(float, printed.split())
    assert taken < 0.1
    assert more < 60
    assert bearers > 20
