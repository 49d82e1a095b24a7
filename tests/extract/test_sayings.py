"""One saying found twice, two found as one, and one that the layout alone makes sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.builders import names, own, read, said, saying, sources

QUOTE = "“We leave the old mill as it is,”"


def test_a_quotation_with_its_speaker_beside_it_needs_no_more_than_half_a_guess() -> None:
    text = f"{QUOTE} Velda said in a statement Monday, and closed the door."
    unsure = replace(said("Velda", "said in a statement Monday", QUOTE), score=0.6)
    assert sources(saying(read(text, unsure, organisation=["Velda"]), "old mill")) == ["Velda"]
    assert saying(read(text, replace(unsure, content=("We leave the old mill as it is",))), "old mill").chain


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (f"{QUOTE} he wrote, and Velda said so.", "Velda [said]", QUOTE),
        ("They leave the old mill as it is, Velda said.", "said", "They leave the old mill as it is"),
        (f"{QUOTE} Velda wanted.", "wanted", QUOTE),
    ],
    ids=["others between", "no quotation", "no saying"],
)
def test_an_unsure_saying_that_no_layout_supports_is_left_out(text: str, cue: str, content: str) -> None:
    assert not [a for a in read(text, replace(said("Velda", cue, content), score=0.6)).attributions if a.chain]


def test_a_verb_of_saying_behind_reportedly_is_a_saying_of_its_own() -> None:
    text = "Osten reportedly told the nurses that the gate was open."
    reading = read(text, said(None, "reportedly told", "Osten", "that the gate was open"), person=["Osten"])
    inner = saying(reading, "the gate was open")
    assert sources(inner) == [None, "Osten"]
    assert names(inner) == [None, "Osten"]
    text = "Osten is reportedly building a gate."
    assert sources(saying(read(text, said(None, "reportedly building", "Osten", "a gate")), "a gate")) == [None]


@pytest.mark.parametrize(
    ("text", "first", "second", "cue"),
    [
        (f"{QUOTE} Osten further said.", "further", "said", "further said"),
        (f"Osten was quoted in the Kurier as saying {QUOTE}", "was quoted", "saying", "saying"),
        (f"Osten was quoted as saying {QUOTE}", "was quoted", "saying", "was quoted as saying"),
    ],
)
def test_one_saying_found_twice_is_one(text: str, first: str, second: str, cue: str) -> None:
    reading = read(text, said("Osten", first, QUOTE), said("Osten", second, QUOTE), person=["Osten"])
    (found,) = [a for a in reading.attributions if a.chain]
    assert found.chain[0].cue is not None
    assert found.chain[0].cue.span.exact == cue


def test_two_sayings_of_one_thing_stay_two() -> None:
    text = "Osten said, and repeated, that the gate was open."
    content = "that the gate was open"
    reading = read(text, said("Osten", "said", content), said("Osten", "repeated", content))
    assert len([a for a in reading.attributions if a.chain]) == 2
    assert own(reading) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Two boats reportedly sank off the cape, and nobody came.", "Two boats / sank off the cape"),
        ("The men were sent to the coast, where they allegedly build huts.", "where they / build huts"),
    ],
)
def test_a_hearsay_adverb_that_no_cue_holds_makes_its_clause_hearsay(text: str, content: str) -> None:
    (found,) = [a for a in read(text).attributions if a.chain]
    assert " / ".join(span.exact for span in found.content) == content
    assert sources(found) == [None]


@pytest.mark.parametrize("text", ["Velda said that two boats reportedly sank.", "“Reportedly” is a word."])
def test_a_hearsay_adverb_in_what_is_said_or_alone_makes_none(text: str) -> None:
    items = [said("Velda", "said", "that two boats reportedly sank")] if "Velda" in text else []
    assert len([a for a in read(text, *items).attributions if a.chain]) == len(items)


def test_claims_by_somebody_are_somebodys() -> None:
    text = "The gate was open, according to claims by Osten."
    reading = read(text, said("claims by Osten", "according to", "The gate was open"), person=["Osten"])
    assert names(saying(reading, "The gate was open")) == ["Osten"]
