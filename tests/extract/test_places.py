"""Which places a text names, and which of those that bear a name it means; all with invented places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.domain.mention import Mention, MentionKind
from sayso.domain.place import Area, KnownPlace, NameKind, PlaceForm, PlaceKind, PlaceMention, Precision
from sayso.domain.span import Span
from sayso.extract.places import Spot, find_spots, home_of, resolve_places
from sayso.languages.language import load_language

ROWS: list[tuple[str, PlaceKind, float, float, int, tuple[int | None, int | None, int | None]]] = [
    ("Lugovia", PlaceKind.COUNTRY, 50.0, 30.0, 40_000_000, (0, None, None)),
    ("Ostmark", PlaceKind.COUNTRY, 10.0, 90.0, 60_000_000, (1, None, None)),
    ("Vale", PlaceKind.AREA, 50.5, 30.5, 2_000_000, (0, 2, None)),
    ("Ellmarsh", PlaceKind.TOWN, 50.6, 30.6, 4_000, (0, 2, None)),
    ("Ellmarsh", PlaceKind.TOWN, 10.1, 90.1, 900_000, (1, None, None)),
    ("Tarn", PlaceKind.TOWN, 50.61, 30.61, 2_000, (0, 2, None)),
    ("Quarry", PlaceKind.TOWN, 50.7, 30.5, 1_500, (0, 2, None)),
    ("Ferry", PlaceKind.DISTRICT, 50.5, 30.4, 9_000, (0, 2, 7)),
    ("Ferry", PlaceKind.TOWN, 10.5, 90.4, 80_000, (1, None, None)),
    ("Polara", PlaceKind.COUNTRY, -30.0, 20.0, 9_000_000, (9, None, None)),
    ("Polara", PlaceKind.TOWN, 50.62, 30.62, 700, (0, 2, None)),
    ("Karst", PlaceKind.TOWN, -31.0, 21.0, 2_000_000, (9, None, None)),
    ("Karst", PlaceKind.TOWN, 50.63, 30.62, 3_000, (0, 2, None)),
    ("Olympic", PlaceKind.TOWN, 10.7, 90.3, 600, (1, None, None)),
    ("Marches", PlaceKind.AREA, 10.8, 90.8, 400_000, (1, 14, None)),
]
PEOPLES = {"Lugovian": 0, "Valers": 2, "Polaran": 9}
SHORT = {"Act": 14}


class Invented:
    """A gazetteer of two countries."""

    def look_up(self, names: Sequence[str]) -> list[tuple[KnownPlace, ...]]:
        return [tuple(self._bearers(name)) for name in names]

    def _bearers(self, name: str) -> list[KnownPlace]:
        if name in PEOPLES:
            return [self._known(PEOPLES[name], NameKind.ADJECTIVE)]
        rows = [
            row for row, place in enumerate(ROWS) if place[0].casefold() == name.casefold() or SHORT.get(name) == row
        ]
        kinds = [NameKind.BARE if ROWS[row][1] is PlaceKind.DISTRICT else NameKind.NAME for row in rows]
        return [self._known(row, kind) for row, kind in zip(rows, kinds, strict=True)]

    def _known(self, row: int, known_as: NameKind) -> KnownPlace:
        _, kind, latitude, longitude, people, above = ROWS[row]
        return KnownPlace(row, kind, known_as, latitude, longitude, people, *above)

    def id(self, row: int) -> str:
        return f"invented:{row}"

    def name(self, row: int) -> str:
        return ROWS[row][0]

    def areas(self, place: KnownPlace) -> tuple[Area, ...]:
        above = [row for row in (place.district, place.area, place.country) if row not in (None, place.number)]
        return tuple(Area(self.id(row), self.name(row), ROWS[row][1]) for row in above if row is not None)


def resolved(text: str, *names: str) -> list[PlaceMention]:
    """`names` in `text`, in order, each from where the last one ended."""
    spots, at = [], 0
    for name in names:
        at = text.index(name, at)
        spots.append(Spot(at, at + len(name)))
        at += len(name)
    return list(resolve_places(text, spots, Invented()))


def chosen(mention: PlaceMention) -> str:
    assert mention.chosen is not None
    return mention.chosen.id


def test_alone_the_largest_bearer_is_meant_and_the_other_stays_a_candidate() -> None:
    (mention,) = resolved("Police in Ellmarsh said nothing.", "Ellmarsh")
    assert chosen(mention) == "invented:4"
    assert [c.id for c in mention.candidates] == ["invented:4", "invented:3"]
    assert sum(c.score for c in mention.candidates) == pytest.approx(1, abs=0.01)
    assert "the largest of that name" in mention.reason


@pytest.mark.parametrize(
    "text", ["Ellmarsh, Vale, is quiet.", "Ellmarsh (Vale) is quiet.", "Ellmarsh in Vale is quiet."]
)
def test_the_area_beside_a_name_decides(text: str) -> None:
    mention = resolved(text, "Ellmarsh")[0]
    assert chosen(mention) == "invented:3"
    assert "Vale stands beside it" in mention.reason


def test_what_was_said_once_holds_for_the_name_elsewhere() -> None:
    _, later = resolved("Ellmarsh, Vale, is quiet. Ellmarsh sleeps.", "Ellmarsh", "Ellmarsh")
    assert chosen(later) == "invented:3"


def test_places_near_each_other_support_each_other() -> None:
    mention = resolved("Ellmarsh beat Tarn and Quarry.", "Ellmarsh", "Tarn", "Quarry")[0]
    assert chosen(mention) == "invented:3"
    assert "other places of the text lie near it" in mention.reason


def test_one_unknown_place_empties_nothing() -> None:
    unknown, known = resolved("From Qwertopolis to Tarn.", "Qwertopolis", "Tarn")
    assert unknown.chosen is None and unknown.candidates == ()
    assert unknown.reason == "No place is known by the name “Qwertopolis”."
    assert chosen(known) == "invented:5"


def test_a_county_among_counties() -> None:
    mention = resolved("Flooding in Ferry and Moor counties.", "Ferry")[0]
    assert chosen(mention) == "invented:7"
    assert mention.chosen is not None and mention.chosen.precision is Precision.DISTRICT


def test_the_place_inside_a_longer_name() -> None:
    mention = resolved("The Tarn General Hospital closed.", "Tarn General Hospital")[0]
    assert chosen(mention) == "invented:5"
    assert mention.form is PlaceForm.PART
    assert "Only “Tarn” in it is known" in mention.reason


def test_a_lake_is_no_town() -> None:
    assert resolved("They swam in Lake Tarn.", "Lake Tarn")[0].chosen is None


def test_directions_and_possessives_are_no_part_of_a_name() -> None:
    assert [chosen(m) for m in resolved("In northern Vale and Tarn’s mill.", "northern Vale", "Tarn’s")] == [
        "invented:2",
        "invented:5",
    ]


def test_areas_above_a_place() -> None:
    place = resolved("Tarn slept.", "Tarn")[0].chosen
    assert place is not None
    assert [area.name for area in place.areas] == ["Vale", "Lugovia"]


def test_what_the_model_did_not_see() -> None:
    """Adjectives, countries inside the names of bodies; a person's name is none."""
    text = "The Lugovian army and the Bank of Ostmark met Ana Vale in Tarn."
    model = [
        Mention(Span.of(text, *found), kind)
        for found, kind in (
            ((text.index("Bank"), text.index(" met")), MentionKind.ORGANISATION),
            ((text.index("Ana"), text.index(" in Tarn")), MentionKind.PERSON),
            ((text.index("Tarn"), text.index("Tarn") + 4), MentionKind.PLACE),
        )
    ]
    spots = find_spots(text, model, Invented(), load_language("en"))
    assert [(text[s.start : s.end], s.form) for s in spots] == [
        ("Lugovian", PlaceForm.ADJECTIVE),
        ("Ostmark", PlaceForm.PART),
        ("Tarn", PlaceForm.NAME),
    ]


def test_no_spot_no_place() -> None:
    assert resolve_places("Nothing here.", [], Invented()) == ()


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://news.example.co.uk/a", ("United Kingdom",)),
        ("https://example.com/uk", ()),
        (None, ()),
        ("https://x.ru:80/", ("Russia",)),
    ],
)
def test_the_country_of_an_address(url: str | None, home: tuple[str, ...]) -> None:
    assert home_of(url) == home


def test_a_country_whose_adjective_the_text_has_is_no_village_of_that_name() -> None:
    local = "From Tarn, Quarry and Ellmarsh, Vale, they drove to Polara."
    names = ("Tarn", "Quarry", "Ellmarsh", "Vale", "Polara")
    assert chosen(resolved(local, *names)[-1]) == "invented:10"
    assert chosen(resolved(local[:-1] + ", with Polaran papers.", *names, "Polaran")[-2]) == "invented:9"


def test_a_large_town_is_meant_where_the_text_has_its_countrys_adjective_unless_an_area_stands_beside_it() -> None:
    assert chosen(resolved("From Tarn they drove to Karst.", "Tarn", "Karst")[1]) == "invented:12"
    assert (
        chosen(resolved("From Tarn they drove to Karst, with Polaran papers.", "Tarn", "Karst", "Polaran")[1])
        == "invented:11"
    )
    beside = resolved("Karst, Vale, sells Polaran wine.", "Karst", "Vale", "Polaran")[0]
    assert chosen(beside) == "invented:12"


@pytest.mark.parametrize("name", ["the Olympic Stadium", "Olympic Palace Hotel"])
def test_a_building_stands_in_no_village_that_its_name_holds(name: str) -> None:
    (mention,) = resolved(f"They met at {name}.", name)
    assert mention.chosen is None
    assert "is a building or another site" in mention.reason
    (large,) = resolved("They met at the Ellmarsh Stadium.", "the Ellmarsh Stadium")
    assert chosen(large) == "invented:4" and large.form is PlaceForm.PART


@pytest.mark.parametrize("name", ["East", "the South-West", "northern"])
def test_a_direction_is_no_place(name: str) -> None:
    assert resolved(f"He looked {name} again.", name)[0].chosen is None


def test_a_word_that_looks_like_a_short_form_is_none_and_behind_a_comma_it_is() -> None:
    places, language = Invented(), load_language("en")
    assert find_spots("They broke the Act again.", [], places, language) == []
    assert [spot.start for spot in find_spots("They left Tarn, Act, early.", [], places, language)] == [16]
