"""Bodies of several documents: by name in any spelling, by acronym, and with a question where a name is anybody's."""

from __future__ import annotations

import pytest

from sayso.domain.joined_party import JoinedBy, JoinedParty
from tests.extract.builders import said
from tests.joining.telling import Texts


def bodies(*each: tuple[str, list[str]]) -> list[JoinedParty]:
    found = Texts()
    for text, names in each:
        found.add(text, organisation=names)
    return found.join()


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        ("Halden Institute", "Halden Institute", JoinedBy.NAME),
        ("Golos Marnova", "Golos Marnowa", JoinedBy.SPELLING),
        ("Marnov Truth Committee", "Committee of Truth of Marnov", JoinedBy.NAME),
    ],
)
def test_a_name_in_any_form_makes_one(one: str, other: str, by: JoinedBy) -> None:
    (party,) = bodies((f"It was closed by {one} today.", [one]), (f"It was opened by {other} today.", [other]))
    assert [join.by for join in party.joins] == [by]
    assert {name for item in party.appearances for name in item.names} == {one, other}


def test_an_acronym_is_the_one_body_where_both_texts_name_another() -> None:
    one, short, other = "Institute for Quiet Rivers", "IQR", "Halden Press"
    found = bodies((f"It was closed by {one} today.", [one]), (f"It was opened by {short} today.", [short]))
    assert [doubt.question for party in found for doubt in party.doubts] == [
        f"Is IQR {one}? Both texts name nobody else in full."
    ] * 2
    found = bodies(
        (f"It was closed by {one}, said {other}.", [one, other]), (f"{other} named {short} today.", [short, other])
    )
    party = next(party for party in found if party.name == one)
    assert [join.by for join in party.joins] == [JoinedBy.ACRONYM]
    assert party.names == (one, short)


def test_an_acronym_of_two_bodies_is_a_question() -> None:
    found = bodies(
        ("It was closed by Institute for Quiet Rivers.", ["Institute for Quiet Rivers"]),
        ("It was closed by Index of Queer Rhymes.", ["Index of Queer Rhymes"]),
        ("It was closed by IQR today.", ["IQR"]),
    )
    assert len(found) == 3
    short = next(party for party in found if party.name == "IQR")
    assert len(short.doubts) == 2
    assert short.doubts[0].question == "Is IQR Institute for Quiet Rivers? It can be short for 2 bodies here."


def test_bodies_that_write_out_one_acronym_in_two_ways_stay_two() -> None:
    found = bodies(
        ("Institute for Quiet Rivers (IQR) closed it.", ["Institute for Quiet Rivers", "IQR"]),
        ("Index of Queer Rhymes (IQR) closed it.", ["Index of Queer Rhymes", "IQR"]),
    )
    assert len(found) == 2


def test_what_every_country_has_needs_more_than_its_name() -> None:
    name, institute = "Supreme Court", "Halden Institute"
    found = bodies((f"It went to {name} today.", [name]), (f"It left {name} today.", [name]))
    assert len(found) == 2
    assert found[0].doubts[0].other == found[1].id
    found = bodies(
        (f"{institute} went to {name} today.", [name, institute]), (f"{institute} left {name}.", [name, institute])
    )
    assert sorted(len(party.appearances) for party in found) == [2, 2]


def test_a_bare_noun_joins_nothing() -> None:
    found = bodies(("It was closed by Committee today.", ["Committee"]), ("It left Committee today.", ["Committee"]))
    assert len(found) == 2 and not found[0].doubts


def test_a_person_and_a_body_of_one_name_are_two() -> None:
    found = Texts()
    found.add("Halden closed.", organisation=["Halden"])
    found.add("Halden left.", person=["Halden"])
    assert len(found.join()) == 2


def test_what_it_is_quoted_for_is_counted_by_outlet() -> None:
    found = Texts()
    for words in ("it rained", "it snowed"):
        found.add(f"The Halden Institute said that {words}.", said("The Halden Institute", "said", f"that {words}"), organisation=["Halden Institute"])  # fmt: skip
    found.add("The Halden Institute is closed.", organisation=["Halden Institute"])
    (party,) = found.join()
    assert len(party.quoted) == 2 and all(item.named and item.said for item in party.quoted)
    assert party.outlets == ("Outlet 0", "Outlet 1")
    assert len(party.appearances) == 3
