"""A content ends where a second cue of its source begins; a source does not take in the day of the saying."""

from __future__ import annotations

import pytest

from tests.extract.builders import read, said


def contents(text: str, *attributions, **names) -> list[tuple[str, ...]]:
    reading = read(text, *attributions, **names)
    return [tuple(span.exact for span in item.content) for item in reading.attributions if item.chain]


@pytest.mark.parametrize(
    ("text", "first", "second", "expected"),
    [
        (
            "Karimova noted that he had gone, and wondered aloud where the others were.",
            said("Karimova", "noted", "that he had gone, and wondered aloud where the others were"),
            said("Karimova", "wondered aloud", "where the others were"),
            "that he had gone",
        ),
        (
            "The clinic denied the charge, calling it absurd.",
            said("The clinic", "denied", "the charge, calling it absurd"),
            said("The clinic", "calling", "it absurd"),
            "the charge",
        ),
        (
            "The mayor promised new roofs but refused to name a date.",
            said("The mayor", "promised", "new roofs but refused to name a date"),
            said("The mayor", "refused", "to name a date"),
            "new roofs",
        ),
        (
            "Halle, the mayor, said the dam was sound and called the report absurd.",
            said("Halle, the mayor", "said", "the dam was sound and called the report absurd"),
            said("Halle", "called", "the report absurd"),
            "the dam was sound",
        ),
    ],
)
def test_the_first_content_ends_before_the_second_cue(text, first, second, expected):
    found = contents(text, first, second)
    assert (expected,) in found
    assert len(found) == 2


def test_what_directly_follows_its_cue_stays_inside():
    text = "She denied planning and ordering the raid."
    found = contents(text, said("She", "denied", "planning and ordering the raid"), said("She", "ordering", "the raid"))
    assert ("planning and ordering the raid",) in found


def test_another_source_inside_is_no_coordination():
    text = "She said that he had gone, and he said that she had stayed."
    whole = "that he had gone, and he said that she had stayed"
    found = contents(text, said("She", "said", whole), said("[he] said", "[said] that she", "that she had stayed"))
    assert (whole,) in found


def test_the_day_of_the_saying_is_no_part_of_its_source():
    text = "The agency quoted a captain on Friday as saying the gate was shut."
    reading = read(text, said("a captain on Friday", "saying", "the gate was shut"), date=["Friday"])
    source = reading.attributions[0].chain[0].source
    assert source is not None
    assert source.exact == "a captain"


def test_a_date_that_the_model_cut_is_whole():
    text = "Its note of 9 January adds that the raids go on."
    reading = read(text, said("Its note of 9", "adds", "that the raids go on"), date=["9 January"])
    source = reading.attributions[0].chain[0].source
    assert source is not None
    assert source.exact == "Its note of 9 January"


def test_a_participle_of_telling_behind_a_passive_has_no_teller() -> None:
    text = "A lawyer reported that two clients had been shown contracts and told that cases could be reopened."
    content = "that two clients had been shown contracts and told that cases could be reopened"
    reading = read(
        text, said("A lawyer", "reported", content), said("A lawyer", "told", "that cases could be reopened")
    )
    outer, inner = (item for item in reading.attributions if item.chain)
    assert outer.content[0].exact == content
    assert [hop.source.exact if hop.source else None for hop in inner.chain] == ["A lawyer", None]


@pytest.mark.parametrize(
    ("text", "outer", "expected"),
    [
        ("Osten excused the delay this week saying it was short.", "the delay this week", ["the delay this week", "it was short"]),
        ("Osten excused the delay, saying it was short.", "the delay", ["the delay", "it was short"]),
        ("Osten excused a letter saying it was short.", "a letter saying it was short", ["a letter saying it was short", "it was short"]),
        ("Osten excused himself by saying it was short.", "himself by saying it was short", ["himself by saying it was short", "it was short"]),
    ],
    ids=["behind a day", "behind a comma", "a letter's", "a means"],
)  # fmt: skip
def test_saying_has_the_subject_of_the_verb_before_it(text: str, outer: str, expected: list[str]) -> None:
    first = said("Osten", "excused", text.removeprefix("Osten excused ").removesuffix("."))
    reading = read(text, first, said(None, "saying", "it was short"), person=["Osten"])
    found = [a for a in reading.attributions if a.chain]
    assert [a.content[0].exact for a in found] == expected
    speaks = [[hop.source.exact if hop.source else None for hop in a.chain] for a in found]
    assert speaks == ([["Osten"], ["Osten"]] if outer != first.content[0] else [["Osten"], ["Osten", None]])


def test_a_participle_that_heads_a_sentence_has_the_subject_of_its_main_clause() -> None:
    text = "It rained. Describing the long raid, Osten said that it was cold."
    reading = read(text, said(None, "Describing", "the long raid"), said("Osten", "said", "that it was cold"))
    assert [[hop.source.exact for hop in a.chain if hop.source] for a in reading.attributions] == [["Osten"], ["Osten"]]
    text = "It rained. Describing the long raid is hard. Osten said that it was cold."
    reading = read(text, said(None, "Describing", "the long raid"), said("Osten", "said", "that it was cold"))
    assert [[hop.source.exact for hop in a.chain if hop.source] for a in reading.attributions if a.chain] == [
        [],
        ["Osten"],
    ]


def test_half_a_clause_is_not_all_that_is_said() -> None:
    found = contents(
        "Osten said that he rejects and condemns the raid.",
        said("Osten", "said", "that he rejects and condemns the raid"),
        said("Osten", "condemns", "the raid"),
    )
    assert ("that he rejects and condemns the raid",) in found
