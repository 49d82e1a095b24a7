"""How sure each hop and the whole is."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import Attitude, Attribution, Factuality, Stance
from tests.extract.builders import hedges, own, read, said, saying


def one(text: str, source: str | None, cue: str, *content: str, hedge: tuple[str, ...] = ()) -> Attribution:
    """The one attribution of a text."""
    reading = read(text, said(source, cue, *content), hedges=hedge, person=["Orlov"], organisation=["ISW", "MVD"])
    return saying(reading, content[-1])


@pytest.mark.parametrize(
    ("cue", "stance", "attitude", "hop", "whole", "weak"),
    [
        ("said", "says", "assertion", "CT+", "CT+", False),
        ("has said", "says", "assertion", "CT+", "CT+", False),
        ("reported", "reports", "assertion", "CT+", "CT+", False),
        ("pointed out", "points-out", "fact", "CT+", "CT+", False),
        ("points out", "points-out", "fact", "CT+", "CT+", False),
        ("denied", "denies", "assertion", "CT-", "CT-", False),
        ("believes", "believes", "belief", "PR+", "PR+", True),
        ("is convinced", "believes", "belief", "PR+", "PR+", False),
        ("suspects", "believes", "belief", "PS+", "PS+", True),
        ("doubts", "doubts", "belief", "PR-", "PR-", False),
        ("did not say", "says", "assertion", "Uu", "Uu", False),
        ("never said", "says", "assertion", "Uu", "Uu", False),
        ("wondered whether", "asks", "assertion", "Uu", "Uu", False),
    ],
)
def test_what_a_cue_tells(cue: str, stance: str, attitude: str, hop: str, whole: str, weak: bool) -> None:
    found = one(f"Orlov {cue} it rained.", "Orlov", cue, "it rained")
    assert (found.chain[0].stance, found.attitude) == (Stance(stance), Attitude(attitude))
    assert (found.chain[0].factuality, found.factuality) == (Factuality(hop), Factuality(whole))
    assert hedges(found) == ({cue: None} if weak else {})


def test_claimed_is_a_hedge_and_steps_down() -> None:
    claimed = one("Orlov claimed it rained.", "Orlov", "claimed", "it rained")
    said_so = one("Orlov said it rained.", "Orlov", "said", "it rained")
    assert "claimed" in hedges(claimed)
    assert said_so.factuality is Factuality.CERTAIN
    assert claimed.factuality is Factuality.PROBABLE


def test_a_weak_cue_further_out_weakens_what_is_said_inside() -> None:
    text = "ISW claimed that Orlov said it rained."
    reading = read(
        text,
        said("ISW", "claimed", "that Orlov said it rained"),
        said("Orlov", "said", "it rained"),
        person=["Orlov"],
        organisation=["ISW"],
    )
    inner = saying(reading, "it rained")
    assert [hop.factuality for hop in inner.chain] == [Factuality.UNKNOWN, Factuality.CERTAIN]
    assert "claimed" in hedges(inner)


def test_who_uses_a_factive_word_vouches_for_what_it_brings() -> None:
    text = "ISW said that Orlov pointed out that it rained."
    reading = read(
        text,
        said("ISW", "said", "that Orlov pointed out that it rained"),
        said("Orlov", "pointed out", "[that it rained]."),
        person=["Orlov"],
        organisation=["ISW"],
    )
    assert [hop.factuality for hop in saying(reading, "it rained").chain] == [Factuality.CERTAIN, Factuality.CERTAIN]


def test_who_denies_that_it_was_said_is_sure_that_it_is_not_so() -> None:
    text = "ISW denied that Orlov said it rained."
    reading = read(
        text,
        said("ISW", "denied", "that Orlov said it rained"),
        said("Orlov", "said", "it rained"),
        person=["Orlov"],
        organisation=["ISW"],
    )
    assert saying(reading, "it rained").chain[0].factuality is Factuality.CERTAINLY_NOT


def test_reportedly_is_a_hedge_of_the_whole() -> None:
    found = one("Orlov is reportedly leaving.", None, "reportedly", "Orlov is", "leaving")
    assert found.factuality is Factuality.PROBABLE
    assert hedges(found) == {"reportedly": None}


def test_is_understood_to_is_one_hedge() -> None:
    found = one("Orlov is understood to leave.", None, "is understood", "Orlov", "to leave")
    assert "is understood to" in hedges(found)
    assert found.factuality in {Factuality.PROBABLE, Factuality.POSSIBLE}
    assert found.attitude is not Attitude.EVENTUALITY


def test_a_hedge_of_one_actor_leaves_the_order_certain() -> None:
    text = "Orlov said that unknown actors, possibly the MVD, ordered a raid."
    found = one(text, "Orlov", "said", "that unknown actors, possibly the MVD, ordered a raid")
    assert hedges(found) == {"possibly": "the MVD"}
    assert found.factuality is Factuality.CERTAIN


def test_a_hedge_of_the_verb_weakens_the_clause() -> None:
    found = one("Orlov said that the MVD possibly ordered a raid.", "Orlov", "said", "that the MVD possibly ordered a raid")  # fmt: skip
    assert hedges(found) == {"possibly": "ordered"}
    assert found.factuality is Factuality.POSSIBLE


@pytest.mark.parametrize(("words", "number"), [("about 40", "40"), ("about forty", "forty"), ("nearly 3,000", "3,000")])
def test_a_hedge_of_a_number_leaves_the_clause_certain(words: str, number: str) -> None:
    text = f"Orlov said {words} men were held."
    found = one(text, "Orlov", "said", f"{words} men were held", hedge=(words.split()[0],))
    assert hedges(found) == {words.split()[0]: number}
    assert found.factuality is Factuality.CERTAIN


def test_about_a_subject_is_no_bound_of_a_number() -> None:
    found = one("Orlov said they spoke about rain.", "Orlov", "said", "they spoke about rain")
    assert hedges(found) == {}


def test_hedges_lower_to_the_weakest() -> None:
    found = one("Orlov said it probably rained and perhaps snowed.", "Orlov", "said", "it probably rained and perhaps snowed", hedge=("perhaps",))  # fmt: skip
    assert list(hedges(found)) == ["probably", "perhaps"]
    assert found.factuality is Factuality.POSSIBLE


def test_a_hedge_belongs_to_the_innermost_speaker() -> None:
    text = "ISW said that Orlov said it probably rained."
    reading = read(
        text,
        said("ISW", "said", "that Orlov said it probably rained"),
        said("Orlov", "Orlov [said]", "it probably rained"),
        person=["Orlov"],
        organisation=["ISW"],
    )
    assert hedges(saying(reading, "it probably")) == {"probably": "rained"}
    assert hedges(saying(reading, "that Orlov said")) == {}


def test_a_hedge_beside_the_cue_weakens_the_saying() -> None:
    found = one("Orlov apparently said it rained.", "Orlov", "said", "it rained")
    assert [(h.span.exact, h.weakens.exact) for h in found.chain[0].hedges if h.weakens] == [("apparently", "said")]
    assert found.factuality is Factuality.PROBABLE


def test_a_hedge_elsewhere_weakens_nothing_here() -> None:
    reading = read("Orlov said it rained. It probably snowed all night.", said("Orlov", "said", "it rained"), person=["Orlov"])  # fmt: skip
    assert saying(reading, "it rained").factuality is Factuality.CERTAIN


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [("told", "to leave", "orders"), ("asked", "to leave", None), ("wants", "to leave", "intends"), ("vowed", "to leave", "promises")],
)  # fmt: skip
def test_an_infinitive_is_a_plan_or_an_order(cue: str, content: str, stance: str | None) -> None:
    found = one(f"Orlov {cue} them {content}.", "Orlov", cue, content)
    assert found.attitude is Attitude.EVENTUALITY
    assert stance is None or found.chain[0].stance is Stance(stance)


def test_a_plan_is_the_outlets_statement_too() -> None:
    reading = read("Orlov plans to leave town.", said("Orlov", "plans", "to leave town"), person=["Orlov"])
    assert saying(reading, "to leave").attitude is Attitude.EVENTUALITY
    assert own(reading) == ["Orlov plans to leave town."]


def test_a_hedge_before_a_name_that_is_the_point_weakens_the_clause() -> None:
    found = one("ISW said the attacker was probably Orlov.", "ISW", "said", "the attacker was probably Orlov")
    assert found.factuality is Factuality.PROBABLE


def test_a_hedge_before_an_article_weakens_more_than_the_article() -> None:
    found = one("Orlov said it was possibly the worst flood.", "Orlov", "said", "it was possibly the worst flood")
    assert hedges(found)["possibly"] != "the"
    assert found.factuality is Factuality.POSSIBLE


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance", "attitude"),
    [
        ("Orlov wants to make it absolutely clear that it rained.", None, "absolutely clear", "that it rained", "says", "assertion"),
        ("Both had determined was false what he said.", "Both", "had determined", "was false", "finds", "fact"),
        ("Orlov pleaded guilty to charges of theft.", "Orlov", "pleaded guilty", "to charges of theft", "claims", "assertion"),
        ("The letters tell him to “go home” now.", "The letters", "tell", "him to “go home”", "orders", "eventuality"),
        ("The letters tell him that he is to go.", "The letters", "tell", "that he is to go", "says", "assertion"),
        ("The bank raised its forecast of growth.", "The bank", "raised its forecast of", "growth", "predicts", "belief"),
        ("The fault is known as the long gap.", None, "is known as", "the long gap", "says", "assertion"),
    ],
)  # fmt: skip
def test_cues_whose_words_mean_another_thing_elsewhere(
    text: str, source: str | None, cue: str, content: str, stance: str, attitude: str
) -> None:
    found = one(text, source, cue, content)
    assert (found.chain[-1].stance, found.attitude) == (Stance(stance), Attitude(attitude))


def test_said_to_be_is_said_by_nobody_who_is_named() -> None:
    text = "Orlov has yet to find the pistol, said to be black."
    found = one(text, "Orlov", "said", "the pistol", "to be black")
    assert found.chain[0].source is None
    assert (found.chain[0].stance, found.factuality) == (Stance.RUMOURED, Factuality.PROBABLE)
    text = "Orlov, she said to be heard, is black."
    assert one(text, "she", "said", "to be heard").chain[0].source is not None


def test_that_kind_of_thing_is_no_hedge() -> None:
    assert hedges(one("Orlov said that kind of thing ends.", "Orlov", "said", "that kind of thing ends")) == {}
    assert "kind of" in hedges(one("Orlov said it was kind of late.", "Orlov", "said", "it was kind of late"))


def test_the_same_cannot_be_said_is_no_saying() -> None:
    text = "The same cannot be said for the traders."
    assert not [a for a in read(text, said("the traders", "cannot be said", "The same")).attributions if a.chain]


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance", "attitude", "factuality"),
    [
        ("Orlov denied their request.", "denied", "their request", "declines", "eventuality", "Uu"),
        ("Orlov rejected repeated calls for a vote.", "rejected", "repeated calls for a vote", "declines", "eventuality", "Uu"),
        ("Orlov denied that a request was made.", "denied", "that a request was made", "denies", "assertion", "CT-"),
        ("Orlov denied the theft.", "denied", "the theft", "denies", "assertion", "CT-"),
        ("Orlov allowed schools to close.", "allowed", "schools to close", "orders", "eventuality", "Uu"),
        ("Orlov granted a stay.", "granted", "a stay", "orders", "eventuality", "Uu"),
        ("Orlov allowed that it rained.", "allowed", "that it rained", "points-out", "fact", "CT+"),
    ],
)  # fmt: skip
def test_what_is_refused_or_granted_is_no_statement(
    text: str, cue: str, content: str, stance: str, attitude: str, factuality: str
) -> None:
    found = one(text, "Orlov", cue, content)
    assert (found.chain[0].stance, found.attitude) == (Stance(stance), Attitude(attitude))
    assert found.factuality is Factuality(factuality)


def test_in_a_way_that_is_no_hedge() -> None:
    assert (
        hedges(one("Orlov said he did it in a way that hurt.", "Orlov", "said", "he did it in a way that hurt")) == {}
    )
    assert "in a way" in hedges(one("Orlov said it hurt in a way.", "Orlov", "said", "it hurt in a way"))


def test_a_court_that_hears_a_case_finds_nothing() -> None:
    text = "The court will hear the long case in July."
    assert not [a for a in read(text, said("The court", "will hear", "the long case")).attributions if a.chain]
    text = "The court will hear the roof leak in July."
    assert [a for a in read(text, said("The court", "will hear", "the roof leak")).attributions if a.chain]


def test_who_was_told_to_do_it_has_an_order() -> None:
    found = one("Residents were told not to enter the dam.", "Residents", "were told", "not to enter the dam")
    assert (found.chain[0].stance, found.attitude) == (Stance.ORDERS, Attitude.EVENTUALITY)
    assert found.chain[0].source is None


def test_a_person_indicates_by_saying_and_a_figure_shows() -> None:
    found = one("Orlov indicated that it rained.", "Orlov", "indicated", "that it rained")
    assert (found.chain[0].stance, found.attitude) == (Stance.SAYS, Attitude.ASSERTION)
    found = one("The figures indicated that it rained.", "The figures", "indicated", "that it rained")
    assert found.chain[0].stance is Stance.FINDS
    found = one("Orlov showed his support saying “it rained”.", "Orlov", "showed his support saying", "“it rained”")
    assert found.chain[0].stance is Stance.SAYS


def test_agreeing_with_it_is_no_promise_and_an_injunction_no_statement() -> None:
    assert one("Orlov agreed with the report.", "Orlov", "agreed with", "the report").attitude is Attitude.BELIEF
    found = one("Orlov issued an injunction against the fair.", "Orlov", "issued an injunction against", "the fair")
    assert found.attitude is Attitude.EVENTUALITY


def test_an_adverb_before_a_passive_is_no_part_of_its_hedge() -> None:
    text = "The army meanwhile is understood to need recruits."
    found = one(text, None, "meanwhile is understood", "The army", "to need recruits")
    assert list(hedges(found)) == ["is understood to"]
