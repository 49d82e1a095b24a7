"""Who a hop's words mean, and which hops are one party."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import Naming, PartyKind
from sayso.tracing.outlets import Outlets
from sayso.tracing.parties import Parties
from sayso.tracing.sources import Source, describe_source, described_medium, may_be_one, through
from tests.tracing.making import page

TEXT = (
    "The Defence Ministry's spokeswoman Hana Rusk said so. Their lawyer, Vera Lomova, told us. Interior Minister Pavel Drozd denied it. "
    "The head of the Investigative Board, Anton Belov, laughed. Drozd left."
)


def source(words: str, name: str | None = None, kind: PartyKind = PartyKind.UNKNOWN, text: str = TEXT) -> Source:
    document = page("The Quay", text if words in text else f"{text} {words}.")
    naming = Naming.NAMED if name else Naming.UNNAMED
    return describe_source(words, document.text.index(words), name, kind, naming, document)


PERSON, BODY, PLACE = PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.PLACE_FOR_GOVERNMENT


@pytest.mark.parametrize(
    ("words", "name", "kind", "expected"),
    [
        ("The Defence Ministry's spokeswoman Hana Rusk", "Hana Rusk", PERSON, ("hana rusk", "defence ministry", None, True)),
        ("the press service of the Defence Ministry", None, BODY, (None, "defence ministry", None, True)),
        ("the ministry", None, BODY, (None, "defence ministry", None, True)),
        ("an Interior Ministry official", None, PERSON, (None, "interior ministry", None, False)),
        ("Interior Minister Pavel Drozd", "Pavel Drozd", PERSON, ("pavel drozd", "interior ministry", "interior minister", False)),
        ("the interior minister", None, PERSON, (None, "interior ministry", "interior minister", False)),
        ("The head of the Investigative Board, Anton Belov", "Anton Belov", PERSON, ("anton belov", "board investigative", "head | board investigative", False)),
        ("Anton Belov, the head of the Investigative Board", "Anton Belov", PLACE, ("anton belov", "board investigative", "head | board investigative", False)),
        ("Inna Zubova, the legal adviser of the Investigative Board", None, BODY, ("inna zubova", "board investigative", None, False)),
        ("Their lawyer", None, PERSON, ("vera lomova", None, None, False)),
        ("the Vesna newspaper", None, BODY, (None, "vesna", None, True)),
        ("a worshipper", None, PERSON, (None, None, None, False)),
        ("Drozd", None, PartyKind.UNKNOWN, ("drozd", None, None, False)),
        ("reports from the country", None, PartyKind.DOCUMENT, (None, None, None, False)),
        ("an account on the committee's website", None, PartyKind.DOCUMENT, (None, "committee", None, True)),
    ],
)  # fmt: skip
def test_words_for_a_party(
    words: str, name: str | None, kind: PartyKind, expected: tuple[str | None, str | None, str | None, bool]
) -> None:
    found = source(words, name, kind)
    assert (found.person, found.body, found.office, found.voice) == expected


def test_a_name_that_the_words_contradict_is_not_taken() -> None:
    assert source("the rescue service", "ORM", BODY).body == "rescue service"
    assert source("the service", "Migration Service", BODY).body == "migration service"


def test_two_ends_of_a_phrase() -> None:
    assert through("a statement seen by Delta") == ("a statement", "Delta")
    assert through("An audit report that Radio Polje has seen") == ("An audit report", "Radio Polje")
    assert through("an official") is None


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("an official", "an Interior Ministry official", True),
        ("a source in the police", "a source in law enforcement agencies", True),
        ("a Defence Ministry official", "an Interior Ministry official", False),
        ("a widow", "a gravedigger", False),
    ],
)
def test_parties_without_a_name_may_be_one(one: str, other: str, are_one: bool) -> None:
    assert may_be_one(source(one, kind=PERSON), source(other, kind=PERSON)) is are_one


def test_two_people_and_an_official_are_not_one_witness() -> None:
    two, one = source("two people familiar with it", kind=PERSON), source("an official", kind=PERSON)
    assert may_be_one(two, one) and not may_be_one(two, one, strict=True)


def keys(*sources: Source) -> list[str]:
    parties = Parties(sources, Outlets([page("The Quay", TEXT)]))
    return [parties.key(item, f"doc_{place}") for place, item in enumerate(sources)]


def test_a_surname_a_name_and_an_office_are_one() -> None:
    named = source("Interior Minister Pavel Drozd", "Pavel Drozd", PERSON)
    assert len(set(keys(named, source("Drozd"), source("the interior minister", kind=PERSON)))) == 1


def test_a_name_that_a_reading_took_for_a_body_is_the_person_who_bears_it() -> None:
    named = source("Inna Zubova", "Inna Zubova", PERSON)
    assert len(set(keys(named, source("Zubova", "Zubova", PLACE), source("Inna Zubova", "Inna Zubova", BODY)))) == 1
    assert len(set(keys(named, source("the Zubova committee", "Zubova", BODY)))) == 2


def test_two_bearers_of_a_surname_stay_two() -> None:
    petr, milan = source("Petr Novak", "Petr Novak", PERSON), source("Milan Novak", "Milan Novak", PERSON)
    assert len(set(keys(petr, milan, source("Novak", "Novak", PERSON)))) == 3


def test_short_names_and_spokesmen_are_their_bodies() -> None:
    whole = source("the Marnov Institute for Conflict", "Marnov Institute for Conflict", BODY)
    assert len(set(keys(whole, source("the MIC", "MIC", BODY)))) == 1
    ministry = source("the Defence Ministry", "Defence Ministry", BODY)
    assert len(set(keys(ministry, source("The Defence Ministry's spokeswoman Hana Rusk", "Hana Rusk", PERSON)))) == 1


def test_a_short_name_that_two_bodies_could_have_is_neither() -> None:
    first = source("the Marnov Institute for Conflict", "Marnov Institute for Conflict", BODY)
    second = source("the Ministry of Internal Commerce", "Ministry of Internal Commerce", BODY)
    assert len(set(keys(first, second, source("MIC", "MIC", BODY)))) == 3


def test_who_bears_no_name_is_somebody_else_in_every_document() -> None:
    assert len(set(keys(source("an official", kind=PERSON), source("an official", kind=PERSON)))) == 2


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("a local Telegram channel", "channel"),
        ("one Perm paper", "paper"),
        ("a US think tank", "tank"),
        ("Local media", "media"),
        ("the Vesna newspaper", None),
        ("an account on the committee's website", None),
        ("a lawyer", None),
    ],
)
def test_words_that_tell_what_an_outlet_is_name_none(words: str, noun: str | None) -> None:
    assert described_medium(words) == noun
