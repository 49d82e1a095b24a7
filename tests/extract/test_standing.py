"""Who is public and who is private, by the words that introduce a person. Everybody here is invented."""

from __future__ import annotations

import pytest

from sayso.domain.party import KnownParty, Standing
from tests.extract.builders import read

NAME = "Ana Rao"


def party(text: str, **names: list[str]) -> KnownParty:
    reading = read(text, person=[NAME], **names)
    return next(known for known in reading.parties if known.name == NAME)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Rao left.",
        "The mayor, Ana Rao, 61, left.",
        "Ana Rao, the mayor of Polje, left.",
        "Ana Rao, 61, a former deputy minister, left.",
        "Its regional spokeswoman, Ana Rao, left.",
        "The head of Polje's Harbour Service (PHS), Ana Rao, left.",
        "The chairman of the inquiry office, Colonel Ana Rao, left.",
        "The harbour service, headed by Ana Rao, left.",
        "Ana Rao, a member of parliament who left, spoke.",
        "Rep. Ana Rao (D-Polje) left.",
        "“We left,” said Ana Rao, president of the fishers' union.",
        "Judge Ana Rao ordered it.",
    ],
)
def test_an_office_makes_a_person_public(text: str) -> None:
    assert party(text).standing is Standing.PUBLIC


@pytest.mark.parametrize(
    "text",
    [
        "Demographer Ana Rao of the Halden Institute counted them.",
        "The demographer Ana Rao, of the Halden Institute, counted them.",
        "Ana Rao, a lawyer for the Halden Institute, left.",
        "Halden Institute analyst Ana Rao left.",
        "Ana Rao, speaking on behalf of the Halden Institute, left.",
        "Its operations manager, Ana Rao, left.",
    ],
)
def test_who_speaks_for_an_organisation_is_public(text: str) -> None:
    assert party(text, organisation=["Halden Institute"]).standing is Standing.PUBLIC


@pytest.mark.parametrize(
    "text",
    [
        "Ana Rao left.",
        "Ana Rao, 34, left.",
        "“They took him,” said Ana Rao, a cook, who left.",
        "The mayor's driver, Ana Rao, left.",
        "Ana Rao, the mayor's driver, left.",
        "The wife of the mayor, Ana Rao, left.",
        "Ana Rao, wife of the governor, left.",
        "Ana Rao, a driver for the ministry, left.",
        "Lawyer Ana Rao left.",
        "Sergeant Ana Rao, 29, is charged.",
        "His friend Ana Rao met the mayor.",
        "The schoolteacher, Ana Rao, met the minister, who left.",
    ],
)
def test_everybody_else_is_private(text: str) -> None:
    assert party(text).standing is Standing.PRIVATE


def test_a_standing_says_what_it_rests_on() -> None:
    known = party("On Monday the mayor, Ana Rao, left.")
    assert known.why == "introduced as “mayor”"
    assert [span.exact for span in known.rests_on] == ["mayor, Ana Rao"]


def test_doubt_has_nothing_to_rest_on_and_says_so() -> None:
    known = party("Ana Rao left.")
    assert (known.rests_on, known.why) == ((), "nothing in the text tells of an office or an organisation")
