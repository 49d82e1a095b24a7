"""What the outlet states itself."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import Factuality, Mode
from tests.extract.builders import hedges, own, read, said


def test_a_sentence_without_a_speaker_is_the_outlets() -> None:
    reading = read("It rained all day. Orlov said it snowed.", said("Orlov", "said", "it snowed"))
    assert own(reading) == ["It rained all day."]
    (sentence,) = [a for a in reading.attributions if not a.chain]
    assert (sentence.mode, sentence.factuality) == (Mode.OWN_VOICE, Factuality.CERTAIN)


def test_a_sentence_that_is_mostly_attributed_is_not() -> None:
    text = "On Monday Orlov said that it snowed all night in the hills."
    assert own(read(text, said("Orlov", "said", "that it snowed all night in the hills"))) == []


def test_a_sentence_that_is_mostly_the_outlets_is() -> None:
    text = "The town, which Orlov called dead, has twelve schools, two harbours and a railway."
    assert own(read(text, said("Orlov", "called", "dead"))) == [text]


def test_the_headline_is_the_outlets_too() -> None:
    reading = read("Dam breaks in Minsk\n\nOrlov said it broke.", said("Orlov", "said", "it broke"))
    (headline,) = [a for a in reading.attributions if not a.chain]
    assert (headline.content[0].exact, headline.mode) == ("Dam breaks in Minsk", Mode.HEADLINE)


def test_a_question_is_not_certain() -> None:
    (question,) = read("Did the dam break on Monday?").attributions
    assert question.factuality is Factuality.UNKNOWN


def test_a_hedge_weakens_the_outlets_own_words() -> None:
    (sentence,) = read("It probably rained all day.").attributions
    assert hedges(sentence) == {"probably": "rained"} and sentence.factuality is Factuality.PROBABLE


@pytest.mark.parametrize(
    "line", ["By Marina Wu", "Reporting by Marina Wu; Editing by Pavel Orlov", "Photograph by Marina Wu"]
)
def test_a_byline_states_nothing(line: str) -> None:
    assert own(read(f"Rain\n\n{line}\n\nIt rained all day.")) == ["It rained all day."]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    text = "By Monday the river had risen over the second mark."
    assert own(read(text)) == [text]


def test_two_words_state_nothing() -> None:
    assert own(read("Share this\nIt rained all day.")) == ["It rained all day."]


def test_furniture_states_nothing() -> None:
    text = "It rained all day long.\n\nLeave a Reply\n\nYour email address will not be published.\n"
    reading = read(text)
    assert own(reading) == ["It rained all day long."]
    assert [item.exact for item in reading.document.removed] == [
        "Leave a Reply",
        "Your email address will not be published.",
    ]


def test_what_a_model_finds_in_furniture_is_dropped() -> None:
    text = "It rained all day long.\n\nLeave a Reply\n\nYour email address will not be published.\n"
    reading = read(text, said(None, "will not be", "published"), organisation=["Your"], hedges=["Leave"])
    assert own(reading) == ["It rained all day long."] and len(reading.attributions) == 1 and reading.mentions == ()


@pytest.mark.parametrize("day", ["August 25, 2007", "Tuesday, 3 March 2026", "MAY 4"])
def test_a_day_alone_is_no_statement(day: str) -> None:
    assert own(read(f"The dam broke on the river.\n\n{day}\n\nNobody in the valley was hurt.")) == [
        "The dam broke on the river.",
        "Nobody in the valley was hurt.",
    ]
