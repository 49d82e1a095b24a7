"""Speakers that layout alone tells: turns of a transcript, credit lines under a quotation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.domain.attribution import Factuality, Stance
from sayso.domain.reading import Reading
from tests.extract.builders import own, read, said

PANEL = """Panel on the raid

HALLE: Let us start with the raid in Kurow. Minister, who ordered it?

MINISTER OSTEN (PDP): The police of the town say that they did. I was not asked.

HALLE: But the ministry was asked, and it was asked twice.
"""


def chains(reading: Reading) -> list[tuple[Sequence[str | None], str]]:
    """Each attribution's sources with the words that it holds, the outlet's own left out."""
    return [
        ([hop.source.exact if hop.source else None for hop in a.chain], a.content[0].exact)
        for a in reading.attributions
        if a.chain
    ]


def test_a_turn_of_a_transcript_is_its_speakers() -> None:
    reading = read(PANEL)
    assert [source for source, _ in chains(reading)] == [["HALLE"], ["MINISTER OSTEN (PDP)"], ["HALLE"]]
    assert chains(reading)[1][1] == "The police of the town say that they did. I was not asked."


def test_who_is_quoted_in_a_turn_stands_inside_it() -> None:
    reading = read(PANEL, said("The police of the town", "say", "that they did"))
    assert (["MINISTER OSTEN (PDP)", "The police of the town"], "that they did") in chains(reading)


def test_a_link_that_takes_the_next_speaker_for_its_source_gives_way() -> None:
    wrong = said("MINISTER OSTEN", "asked", "Let us start with the raid in Kurow.")
    text = PANEL.replace("Minister, who", "Minister, I asked who")
    assert [source for source, _ in chains(read(text, wrong))].count(["MINISTER OSTEN (PDP)"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Price: twelve marks and forty pence\n\nPlace: the hall behind the mill\n\nTime: on Sunday after the market closes\n",
        "Votes\n\nHalle: 1,769.\n\nOsten: 547.\n\nHalle: 12.\n",
        "Q: Did you see him on that day?\n\nA: I saw him twice on that day.\n\nIt was a quiet day in the end.\n",
        "Halle: The raid was never ordered by anybody.\n\nIt was a quiet day.\n",
    ],
    ids=["a list", "a table", "a single question", "a single line"],
)
def test_labels_that_are_no_speakers(text: str) -> None:
    assert chains(read(text)) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“He scares me, and I am not alone.” ― Edwin Monroy\n", "Edwin Monroy"),
        ("“He scares me, and I am not alone.”—Edwin Monroy.\n", "Edwin Monroy"),
        ("“He scares me, and I am not alone.”\n\n-- Ana Rao, a baker from Graz\n", "Ana Rao, a baker from Graz"),
    ],
)
def test_a_credit_line_names_who_said_the_quotation(text: str, source: str) -> None:
    found = chains(read(text))
    assert [chain for chain, _ in found] == [[source]]
    assert found[0][1] == "“He scares me, and I am not alone.”"


@pytest.mark.parametrize(
    "text",
    [
        "“He scares me, and I am not alone.” — and nobody laughed at it.\n",
        "“He scares me, and I am not alone.” — The hall fell silent. Then it rained.\n",
        "The film “The Long Way Down There” — Edwin Monroy\n",
        "“No way” — Edwin Monroy\n",
    ],
    ids=["the sentence goes on", "a sentence follows", "a title", "two words"],
)
def test_a_dash_that_credits_nobody(text: str) -> None:
    assert chains(read(text)) == []


QUOTED = """Partial transcript as follows:

"HALLE: Let us start with the raid in Kurow, Minister.

"(CROSSTALK.)

"OSTEN: I was never asked about it, Ms Halle.

"HALLE: But the ministry was asked, and it was asked twice."
"""


def test_a_transcript_may_stand_in_quotation_marks() -> None:
    assert [source for source, _ in chains(read(QUOTED))] == [["HALLE"], ["OSTEN"], ["HALLE"]]


INTERVIEW = """Interview

Gitta Halle: Who ordered the raid in Kurow that night?

Jan Osten: The police of the town did, and not we.

Halle: Were you not asked before it began?

Osten: We were told when it was over, in the morning.
"""


def test_a_full_name_and_its_surname_are_one_speaker() -> None:
    assert [source for source, _ in chains(read(INTERVIEW))] == [["Gitta Halle"], ["Jan Osten"], ["Halle"], ["Osten"]]


def test_who_speaks_once_between_others_is_a_speaker_and_a_lone_label_is_none() -> None:
    guest = (
        INTERVIEW
        + "\nRadu Enescu: And nobody asked the residents of it.\n\nIt was late.\n\nPrice: four marks at the door\n"
    )
    assert [source for source, _ in chains(read(guest))][4:] == [["Radu Enescu"]]


def test_a_credit_line_under_a_quotation_whose_first_mark_is_the_wrong_way_round() -> None:
    text = "”He scares me, and I am not alone.” ― Edwin Monroy\n\n”We are afraid of him as well.” ― Ana Rao\n"
    assert [source for source, _ in chains(read(text))] == [["Edwin Monroy"], ["Ana Rao"]]


EXCHANGE = """On the night of the raid

Q: Did you see him on that day?

A: Yes, twice.

Q. And where did you see him?

A. At the gate. He said that it was open.

It was a quiet day in the end.
"""


def test_questions_and_answers_without_names_are_turns() -> None:
    reading = read(EXCHANGE, said("He", "said", "that it was open"))
    assert [source for source, _ in chains(reading)] == [["Q"], ["A"], ["Q"], ["A"], ["A", "He"]]
    assert own(reading)[-1] == "It was a quiet day in the end."


def test_letters_of_a_list_are_nobodys() -> None:
    text = "Choose one\n\nA: The gate was open all night.\n\nB: The gate was shut all night.\n\nQ: Which is it then?\n"
    assert chains(read(text)) == []


def test_a_turn_that_is_a_question_asks() -> None:
    asked, answered, again, *_ = [a.chain[0] for a in read(EXCHANGE).attributions if a.chain]
    assert (asked.stance, asked.factuality) == (Stance.ASKS, Factuality.UNKNOWN)
    assert (again.stance, again.factuality) == (Stance.ASKS, Factuality.UNKNOWN)  # "Q." as "Q:"
    assert (answered.stance, answered.factuality) == (Stance.SAYS, Factuality.CERTAIN)


PERSON_ABOVE = """On the night of the raid

The Kurier spoke with Ida Osten, a warden. Gitta Halle was there too.

""" + EXCHANGE.partition("\n\n")[2].replace("A: Yes, twice.", "A: Yes, twice.\n\nI was at home then.")


def test_who_answers_is_whom_the_text_names_above() -> None:
    reading = read(PERSON_ABOVE, person=["Ida Osten", "Gitta Halle"])
    called = [(a.chain[0].source.exact, a.chain[0].name) for a in reading.attributions if a.chain and a.chain[0].source]
    assert called == [("Q", None), ("A", "Ida Osten"), ("Q", None), ("A", "Ida Osten")]


def test_an_answer_goes_on_up_to_the_next_question() -> None:
    contents = [[span.exact for span in a.content] for a in read(PERSON_ABOVE).attributions if a.chain]
    assert ["Yes, twice.", "I was at home then."] in contents
    assert own(read(PERSON_ABOVE))[-1] == "It was a quiet day in the end."
