"""Look-up by person, office, body and date, in an invented country and in the shipped files."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.registry import load_registry
from tests.registry.offices import POLJE


@pytest.mark.parametrize(
    ("title", "words", "office"),
    [
        ("minister", ["Poljan", "Harbour"], ["harbour"]),
        ("minister", ["Harbours", "Polje"], ["harbour"]),
        ("head", ["MHP"], ["harbour"]),
        ("minister", ["Harbour"], ["harbour", "crown-harbour"]),
        ("president", ["Lugovian"], ["crown-president"]),
        ("minister", ["Poljan", "Fish"], []),
        ("mayor", ["Polje"], []),
    ],
)
def test_an_office_by_the_words_of_a_text(title: str, words: list[str], office: list[str]) -> None:
    assert [found.id for found in POLJE.offices_called(title, words)] == office


def test_people_by_surname_and_given_name() -> None:
    assert [p.id for p in POLJE.people_called("Rao")] == ["ana-rao", "lena-rao"]
    assert [p.id for p in POLJE.people_called("Lena Rao")] == ["lena-rao"]
    assert [p.id for p in POLJE.people_called("Саблин")] == ["viktor-sablin"]
    assert POLJE.people_called("Igor Sablin") == ()
    assert [p.id for p in POLJE.bearers_of_surname("Igor Sablin")] == ["viktor-sablin"]


def test_holders_on_a_day() -> None:
    assert [t.person for t in POLJE.holders("harbour", date(2010, 1, 1))] == ["pavel-orlov"]
    assert [t.person for t in POLJE.holders("harbour", date(2026, 1, 1))] == [
        "viktor-sablin"
    ]  # last seen before: may be


@pytest.mark.parametrize(
    "words", ["Sablin", "harbour minister of Polje", "MHP head", "Ministry of Harbours", "minister Harbours"]
)
def test_what_a_person_asks_for(words: str) -> None:
    assert "viktor-sablin" in {tenure.person for tenure in POLJE.find(words)}


def test_a_body_by_its_acronym() -> None:
    (body,) = POLJE.bodies_called("MHP")
    assert body.party == "Polje"


# The shipped files


def test_every_line_points_to_what_there_is() -> None:
    registry = load_registry()
    assert len(registry.tenures) >= 150
    for tenure in registry.tenures:
        assert tenure.person in registry.persons and tenure.office in registry.offices
    for office in registry.offices.values():
        assert office.organisation is None or office.organisation in registry.organisations


def test_no_source_without_the_day_of_looking_and_no_day_without_a_source() -> None:
    for tenure in load_registry().tenures:
        assert (tenure.source is None) == (tenure.checked is None), tenure


def test_nobody_ends_before_beginning_and_no_office_has_two_holders_for_long() -> None:
    registry = load_registry()
    for tenure in registry.tenures:
        assert tenure.until is not None or tenure.seen is not None, tenure
        if tenure.since is not None and tenure.until is not None:
            assert tenure.since.first <= tenure.until.last, tenure
    for office in registry.offices:
        holders = [t for t in registry.holders(office) if not t.acting]
        for one, other in zip(holders, holders[1:], strict=False):
            assert one.until is not None and other.since is not None, (one, other)
            assert one.until.first <= other.since.last, (one, other)


@pytest.mark.parametrize(
    "name", ["Колокольцев", "Kolokoltsev", "Kolokolzew", "Kolokoltsew", "Vladimir Kolokoltsev", "Владимир Колокольцев"]
)
def test_one_minister_by_all_his_spellings(name: str) -> None:
    assert [person.name for person in load_registry().people_called(name)] == ["Vladimir Kolokoltsev"]


@pytest.mark.parametrize(
    "words", ["MVD head", "Russian interior minister", "Minister of Internal Affairs of Russia", "MVD"]
)
def test_one_office_by_several_names(words: str) -> None:
    assert "ru-interior-minister" in {tenure.office for tenure in load_registry().find(words)}


def test_a_country_is_named_by_where_its_government_sits() -> None:
    registry = load_registry()
    assert registry.countries_in("MINSK, 3 May. It rained.") == {"by"}
    assert registry.countries_in("The Kremlin said nothing to the White House.") == {"ru", "us"}
    assert registry.countries_in("The white house on the hill stands in New Moscowville.") == frozenset()
