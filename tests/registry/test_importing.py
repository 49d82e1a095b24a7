"""Other people's files: what is new is taken, what is known is counted, and what contradicts a checked line is listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import RegistryError
from sayso.registry.entities import read_entities
from sayso.registry.importing import take_in, write_own
from sayso.registry.loading import load_registry
from tests.registry.offices import POLJE


def ftm(person: str, post: str, since: str = "", until: str = "") -> str:
    entities = [
        {"id": "p", "schema": "Person", "properties": {"name": [person], "country": ["pj"]}},
        {"id": "o", "schema": "Position", "properties": {"name": [post], "country": ["pj"]}},
        {
            "id": "x",
            "schema": "Occupancy",
            "properties": {
                "holder": ["p"],
                "post": ["o"],
                "startDate": [since] if since else [],
                "endDate": [until] if until else [],
            },
        },
    ]
    return "\n".join(map(json.dumps, entities))


def test_somebody_new_in_a_known_office() -> None:
    taken = take_in(
        POLJE, read_entities(ftm("Mira Dolan", "Minister of Harbours", "1999", "2004-02"), "a.json"), "a.json"
    )
    (tenure,) = taken.tenures
    assert (tenure.person, tenure.office, tenure.checked, tenure.origin) == ("mira-dolan", "harbour", None, "a.json")
    assert not taken.conflicts and not taken.offices


def test_a_new_office_is_found_by_its_title_and_body() -> None:
    taken = take_in(
        POLJE, read_entities(ftm("Mira Dolan", "Director of the Fish Board", "1999", "2004"), "a.json"), "a.json"
    )
    (office,) = taken.offices.values()
    assert office.titles == ("director",) and office.bodies == ("Fish Board",)


def test_what_is_known_adds_nothing() -> None:
    taken = take_in(
        POLJE, read_entities(ftm("Wiktor Sablin", "Poljan harbour minister", "2012-05-21"), "a.json"), "a.json"
    )
    assert taken.known == 1 and not taken.tenures


@pytest.mark.parametrize(
    "text",
    [
        ftm("Viktor Sablin", "Minister of Harbours", "2013-01-01"),
        ftm("Mira Dolan", "Minister of Harbours", "2014-01-01"),
    ],
)
def test_a_checked_line_stays_and_the_contradiction_is_listed(text: str) -> None:
    taken = take_in(POLJE, read_entities(text, "a.json"), "a.json")
    assert taken.tenures == [] and len(taken.conflicts) == 1
    assert "stays" in taken.conflicts[0] and "2012-05-21" in taken.conflicts[0]


def test_csv_and_what_of_it_cannot_be_used() -> None:
    text = "person,office,since,until,source\nMira Dolan,Minister of Harbours,1999,2004-02,Gazette 12\n,Mayor,,,\nA B,Mayor,May,,\n"
    entities = read_entities(text, "a.csv")
    assert entities.holdings[0].source == "Gazette 12" and len(entities.skipped) == 2


@pytest.mark.parametrize("text", ["", "hello", "<html>"])
def test_another_kind_of_file(text: str) -> None:
    with pytest.raises(RegistryError, match="FollowTheMoney"):
        read_entities(text, "a.txt")


def test_an_occupancy_without_its_post_or_with_its_end_first_is_skipped() -> None:
    lines = ftm("Mira Dolan", "Mayor of Polje", "2004", "1999").splitlines()
    assert len(read_entities("\n".join(lines), "a").skipped) == 1
    assert len(read_entities(lines[2], "a").skipped) == 1
    assert len(read_entities("{}\n{", "a").skipped) == 2


def test_public_bodies_are_taken() -> None:
    line = json.dumps(
        {"id": "b", "schema": "PublicBody", "properties": {"name": ["Fish Board"], "alias": ["FB"], "country": ["pj"]}}
    )
    (body,) = take_in(POLJE, read_entities(line, "a"), "a").organisations
    assert (body.name, body.names, body.kind) == ("Fish Board", ("FB",), "state")


def test_own_lines_are_read_beside_the_shipped_ones(tmp_path: Path) -> None:
    taken = take_in(
        load_registry(), read_entities(ftm("Mira Dolan", "Director of the Fish Board", "1999", "2004"), "a"), "a"
    )
    write_own(tmp_path, taken)
    registry = load_registry(tmp_path)
    (tenure,) = registry.tenures_of("mira-dolan")
    assert tenure.office == "director-of-the-fish-board" and tenure.checked is None and tenure.origin == str(tmp_path)
    assert len(registry.tenures) == len(load_registry().tenures) + 1
    assert registry.offices_called("director", ["Fish", "Board"])


def test_an_unchecked_shipped_line_gives_way(tmp_path: Path) -> None:
    shipped = load_registry()
    old = next(t for t in shipped.tenures if not t.checked and t.until and t.since and not t.acting)
    text = f"person,office,since,until,source\n{shipped.persons[old.person].name},{old.office},{old.since},{old.until.first.year},Gazette\n"
    taken = take_in(shipped, read_entities(text, "a"), "a")
    assert len(taken.replaced) == len(taken.tenures) == 1
    write_own(tmp_path, taken)
    assert [
        t.source
        for t in load_registry(tmp_path).tenures
        if (t.person, t.office, t.since) == (old.person, old.office, old.since)
    ] == ["Gazette"]


def test_a_damaged_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "tenures.csv").write_text("person,office\nA,B,C\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="tenures.csv"):
        load_registry(tmp_path)
