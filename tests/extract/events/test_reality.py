"""What is put as having happened, and what is not."""

from __future__ import annotations

import pytest

from sayso.domain.event import Reality
from tests.extract.builders import said
from tests.extract.events.telling import events, one


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        ("Police raided the hostel.", Reality.HAPPENED),
        ("Police regularly raid the hostel.", Reality.HAPPENED),
        ("Police did not raid the hostel.", Reality.NEGATED),
        ("Nobody was detained.", Reality.NEGATED),
        ("There were no raids.", Reality.NEGATED),
        ("The president has yet to sign the decree.", Reality.NEGATED),
        ("The court refused to release the driver.", Reality.NEGATED),
        ("Police will raid the hostel again.", Reality.PLANNED),
        ("The ministry plans to deport 2,000 people.", Reality.PLANNED),
        ("The mayor ordered the police to raid the hostel.", Reality.ORDERED),
        ("Residents fear that police will raid the hostel.", Reality.FEARED),
        ("They could be deported at any time.", Reality.HYPOTHETICAL),
        ("If the bill fails, the men will be deported.", Reality.HYPOTHETICAL),
        ("Did the police raid the hostel?", Reality.HYPOTHETICAL),
        ("In 1937 police arrested the poet.", Reality.HISTORICAL),
    ],
)
def test_reality(sentence: str, reality: Reality) -> None:
    event = one(sentence)
    assert event.reality is reality
    assert event.happened is (reality in (Reality.HAPPENED, Reality.HISTORICAL))


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        ("The union called off its strike.", Reality.NEGATED),
        ("The strike was averted.", Reality.NEGATED),
        ("The strike ended on Monday.", Reality.HAPPENED),
        ("Drivers are planning a strike.", Reality.PLANNED),
        ("There were calls for a strike.", Reality.PLANNED),
        ("A strike is unlikely.", Reality.HYPOTHETICAL),
    ],
)
def test_reality_of_nouns(sentence: str, reality: Reality) -> None:
    assert one(sentence, pack="protest").reality is reality


def test_what_a_source_denies_did_not_happen_and_the_denial_did() -> None:
    text = "The ministry denied that police had raided the mosque."
    denial, raid = events(text, said("The ministry", "denied", "that police had raided the mosque"))
    assert (denial.type, denial.reality, denial.attribution) == ("denial", Reality.HAPPENED, None)
    assert (raid.type, raid.reality) == ("raid", Reality.NEGATED)


def test_an_event_has_the_chain_and_the_hedges_of_whoever_tells_of_it() -> None:
    text = "An insider claimed that police possibly raided the mosque."
    event = one(
        text,
        said("An insider", "claimed", "that police possibly raided the mosque"),
    )
    assert [hop.source.exact for hop in event.chain if hop.source] == ["An insider"]
    assert "claimed" in [hedge.span.exact for hedge in event.hedges]
    assert event.happened


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        ("The board is to meet the clerks on Monday.", Reality.PLANNED),
        ("The men are to be deported.", Reality.PLANNED),
        ("He will not be robbed or put under any form of house arrest.", Reality.NEGATED),
        ("He was put under house arrest in Sula.", Reality.HAPPENED),
    ],
)
def test_what_is_to_be_is_planned_and_any_of_none_is_none(sentence: str, reality: Reality) -> None:
    assert one(sentence).reality is reality


@pytest.mark.parametrize(
    "sentence",
    [
        "In a press release earlier today, the clerks praised the vote.",
        "The threat of floods must be met through cooperation.",
    ],
)
def test_nobody_is_let_go_in_a_press_release_and_a_threat_meets_nobody(sentence: str) -> None:
    assert events(sentence) == []


def test_according_to_whom_is_not_to_whom() -> None:
    for behind in ("on Friday, according to Tayga", "to last 30 days"):
        assert one(f"The search was announced {behind}.", organisation=["Tayga"]).recipients == ()
    told = one("The minister announced the plan to reporters.")
    assert [party.span.exact for party in told.recipients] == ["reporters"]


def test_nobody_is_under_house_arrest_by_a_house() -> None:
    assert one("The house arrest of Ivo Brandt in Sula ended.", person=["Ivo Brandt"]).actors == ()


def test_who_was_found_by_the_dead_is_not_found_dead() -> None:
    assert events("Ivo was found beside his dead brother.") == []
    assert one("Ivo was found dead in Sula.").type == "death"
