"""Who did it and to whom, through the constructions of news."""

from __future__ import annotations

import pytest

from tests.extract.events.telling import events, one, parties


@pytest.mark.parametrize(
    ("sentence", "type", "actor", "recipient"),
    [
        ("Officers detained 40 market workers.", "detention", "Officers", "40 market workers"),
        ("Forty workers were detained by officers.", "detention", "officers", "Forty workers"),
        ("Two men detained at the depot spoke of beatings.", "detention", None, "Two men"),
        ("The ministry's raid on the hostel was filmed.", "raid", "The ministry", "the hostel"),
        ("The detention of three cooks went unnoticed.", "detention", None, "three cooks"),
        ("Guards carried out searches of two warehouses with police officers.", "raid", "Guards", "two warehouses"),
        ("The imam, who was arrested at noon, is sixty.", "detention", None, "The imam"),
        ("Aziz was forced to sign contracts.", "coerced-contract", None, "Aziz"),
        ("The commander ordered the men to search every flat.", "raid", "the men", "every flat"),
        ("The region granted citizenship to 900 men.", "citizenship-granted", "The region", "900 men"),
        ("The students were handed draft notices.", "conscription-summons", None, "The students"),
        ("A case against two bakers, closed in spring, was resumed.", "case-reopened", None, "two bakers"),
        ("On Monday police raided the mill.", "raid", "police", "the mill"),
        ("After police raided the mill, nobody came.", "raid", "police", "the mill"),
        ("The consul met with the mothers.", "meeting", "The consul", "the mothers"),
    ],
)
def test_parties(sentence: str, type: str, actor: str | None, recipient: str | None) -> None:
    found = [event for event in events(sentence) if event.type == type]
    assert len(found) == 1
    assert parties(found[0]) == ([actor] if actor else [], [recipient] if recipient else [])


def test_verbs_joined_by_and_share_subject_and_voice() -> None:
    raid, detention = events("Police raided the hostel and detained nine men.")
    assert parties(raid) == (["Police"], ["the hostel"])
    assert parties(detention) == (["Police"], ["nine men"])
    held, freed = events("The men were arrested on Monday and released on Tuesday.")
    assert parties(held) == parties(freed) == ([], ["The men"])


def test_a_party_has_the_name_that_the_text_gives_it() -> None:
    event = one("Masked men detained Rustam Orlov in Kazan.", person=["Rustam Orlov"], place=["Kazan"])
    (recipient,) = event.recipients
    assert recipient.name == "Rustam Orlov"
    assert recipient.party is not None
    assert event.place is not None and event.place.name == "Kazan"


def test_nobody_is_named_where_the_text_only_guesses() -> None:
    event = one("Unspecified actors, possibly the FSB, ordered state media to report more crime.", organisation=["FSB"])
    assert event.actors[0].span.exact == "Unspecified actors, possibly the FSB"
    assert event.actors[0].name is None


def test_several_cues_of_one_event_are_one() -> None:
    event = one("Workers staged a protest.", pack="protest")
    assert (event.type, parties(event)[0]) == ("demonstration", ["Workers"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Drones raided the oil depot overnight.",
        "The museum opened a case of old rifles.",
        "The ministry released figures on accidents.",
        "He was expelled from the university.",
        "The plan met resistance.",
    ],
)
def test_near_misses_are_no_events(sentence: str) -> None:
    assert events(sentence) == []
