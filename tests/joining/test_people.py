"""Persons of several documents: what makes them one, and what never does."""

from __future__ import annotations

import pytest

from sayso.domain.joined_party import JoinedBy
from sayso.domain.party import Standing
from sayso.joining import Judged
from tests.extract.builders import said
from tests.joining.telling import Texts, people, texts

MARN = ["Ida Marn"]


def test_two_private_people_are_two_on_the_name_alone_and_leave_a_question() -> None:
    found = texts(("Ida Marn left.", MARN), ("Ida Marn came.", MARN))
    assert people(found) == [("Ida Marn", 1), ("Ida Marn", 1)]
    (doubt,) = found[0].doubts
    assert doubt.other == found[1].id
    assert doubt.question.startswith("Are they one? Ida Marn: ") and "nothing but the name" in doubt.question


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        ("Ida Marn, 34, left.", "Ida Marn, 35, came.", JoinedBy.AGE),
        ("Welder Ida Marn left.", "Welder Ida Marn came.", JoinedBy.INTRODUCTION),
        ("The mayor of Lugovsk, Ida Marn, left.", "Lugovsk mayor Ida Marn came.", JoinedBy.OFFICE),
    ],
)
def test_the_full_name_and_something_else_make_one(one: str, other: str, by: JoinedBy) -> None:
    (party,) = texts((one, MARN), (other, MARN))
    (join,) = party.joins
    assert (join.by, len(party.appearances), party.doubts) == (by, 2, ())
    assert "Ida Marn" in join.why and 0.5 < join.score < 1


def test_a_body_that_both_texts_name_makes_one() -> None:
    found = Texts()
    for words in ("left", "came"):
        found.add(f"Ida Marn {words}. The Halden Institute was closed.", person=MARN, organisation=["Halden Institute"])
    assert people(found.join()) == [("Ida Marn", 2)]


def test_ages_speak_against_it_whatever_else_agrees() -> None:
    found = texts(("Welder Ida Marn, 34, left.", MARN), ("Welder Ida Marn, 71, came.", MARN))
    assert people(found) == [("Ida Marn", 1), ("Ida Marn", 1)]
    assert "the ages 34 and 71 differ" in found[0].doubts[0].question


def test_mayors_of_two_towns_are_two() -> None:
    found = texts(("Lugovsk mayor Ida Marn left.", MARN), ("Narev mayor Ida Marn came.", MARN))
    assert people(found) == [("Ida Marn", 1), ("Ida Marn", 1)]
    assert found[0].doubts


def test_one_name_in_two_spellings() -> None:
    (party,) = texts(
        ("Lugovsk mayor Andriy Wolkow left.", ["Andriy Wolkow"]),
        ("Lugovsk mayor Andrei Volkov came.", ["Andrei Volkov"]),
    )
    assert set(party.names) == {"Andriy Wolkow", "Andrei Volkov"}


def test_a_post_is_one_with_its_country_and_without() -> None:
    one = ("Russia's interior minister, Ida Marn, left Russia.", MARN)
    assert people(texts(one, ("Interior minister Ida Marn came.", MARN))) == [("Ida Marn", 2)]
    bare = ("The head of the committee, Ida Marn, left.", MARN), ("The head of the committee, Marn, came.", ["Marn"])
    assert people(texts(*bare)) == [("Ida Marn", 1), ("Marn", 1)]


def test_two_texts_that_name_the_same_two_people() -> None:
    both = ["Ida Marn", "Oleg Brant"]
    found = texts(("Ida Marn met Oleg Brant.", both), ("Oleg Brant left Ida Marn.", both))
    assert people(found) == [("Ida Marn", 2), ("Oleg Brant", 2)]
    assert {join.by for party in found for join in party.joins} == {JoinedBy.PERSON}


def test_other_given_names_are_other_people() -> None:
    found = texts(("Lugovsk mayor Oleg Petrov left.", ["Oleg Petrov"]), ("Lugovsk mayor Ivan Petrov came.", ["Ivan Petrov"]))  # fmt: skip
    assert people(found) == [("Ivan Petrov", 1), ("Oleg Petrov", 1)]
    assert not any(party.doubts for party in found)


def test_a_surname_joins_by_its_office_alone() -> None:
    found = texts(
        ("Lugovsk mayor Ida Marn left.", MARN), ("Lugovsk mayor Marn came.", ["Marn"]), ("Marn sang.", ["Marn"])
    )
    assert people(found) == [("Ida Marn", 2), ("Marn", 1)]


def test_who_the_registry_knows_is_one_by_name_and_by_office_on_the_day() -> None:
    found = Texts()
    found.add("MHP Minister Viktor Sablin of Polje left.", person=["Viktor Sablin"])
    found.add("The Poljan president said that it rained.", said("The Poljan president", "said", "that it rained"))
    found.add("Pavel Orlov of Polje came.", person=["Pavel Orlov"])
    found.add("The Poljan president said that it rained.", said("The Poljan president", "said", "that it rained"), day="2020-01-01")  # fmt: skip
    parties = {party.name: party for party in found.join() if party.kind == "person"}
    assert len(parties["Pavel Orlov"].appearances) == 2
    assert parties["Pavel Orlov"].joins[0].by is JoinedBy.REGISTRY
    (quoted,) = parties["Pavel Orlov"].quoted
    assert (quoted.named, quoted.said) == (False, True)
    assert len(parties["Viktor Sablin"].appearances) == 1
    assert [party for party in found.join() if party.candidate is not None and party.candidate.name == "Ana Rao"]


def test_an_office_of_a_body_joins_who_is_called_so_and_a_bare_role_nobody() -> None:
    found = Texts()
    found.add("Lugovsk mayor Ida Marn left.", person=MARN)
    for who in ("The mayor of Lugovsk", "The mayor", "A spokeswoman"):
        found.add(f"{who} said that it rained.", said(who, "said", "that it rained"))
    found.add("The mayor of Lugovsk said that it rained.", said("The mayor of Lugovsk", "said", "that it rained"), day="2030-01-01")  # fmt: skip
    sizes = {party.name: len(party.appearances) for party in found.join() if party.kind == "person"}
    assert sizes.pop("Ida Marn") == 2
    assert set(sizes.values()) == {1}


def test_an_office_that_two_hold_is_a_question() -> None:
    found = Texts()
    found.add("Lugovsk mayor Ida Marn left.", person=MARN)
    found.add("Lugovsk mayor Ivan Petrov left.", person=["Ivan Petrov"])
    found.add("The mayor of Lugovsk said that it rained.", said("The mayor of Lugovsk", "said", "that it rained"))
    asked = next(party for party in found.join() if not party.names)
    assert {doubt.question for doubt in asked.doubts} == {
        "Is “The mayor of Lugovsk” Ida Marn? More than one person is called so.",
        "Is “The mayor of Lugovsk” Ivan Petrov? More than one person is called so.",
    }


def test_public_in_one_text_is_public() -> None:
    found = Texts()
    found.add("Mayor Ida Marn left. The Halden Institute was closed.", person=MARN, organisation=["Halden Institute"])
    found.add("Ida Marn left. The Halden Institute was closed.", person=MARN, organisation=["Halden Institute"])
    party = next(party for party in found.join() if party.kind == "person")
    assert (party.standing, party.why) == (Standing.PUBLIC, "introduced as “mayor”")
    assert [item.standing for item in party.appearances] == [Standing.PUBLIC, Standing.PRIVATE]


def test_what_an_analyst_says_outranks_all() -> None:
    found = Texts()
    for text in ("Ida Marn, 34, left.", "Ida Marn, 71, came.", "Ida Marn, 34, sang."):
        found.add(text, person=MARN)
    first, second, third = (facts.shown.id for facts in found.facts())
    assert people(found.join()) == [("Ida Marn", 1), ("Ida Marn", 2)]
    decided = found.join(Judged(one=[(first, second)], two=[(first, third)]))
    assert sorted([item.document for item in party.appearances] for party in decided) == [["doc_0", "doc_1"], ["doc_2"]]
    joined = next(party for party in decided if party.joins)
    assert [(join.by, join.score) for join in joined.joins] == [(JoinedBy.JUDGEMENT, 1.0)]
    assert found.join(Judged(one=[("pty_gone", first)]))
