"""A reading → statements: which attributions make one, and what it holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sayso.domain.attribution import Attribution, Mode
from sayso.domain.document import Document
from sayso.domain.reading import Reading
from sayso.tracing.describing import choose, describe, describe_unread, text_to_encode
from sayso.tracing.statement import Statement
from tests.extract.builders import read, said

NESTED = "ISW reported that the insider claimed that officers raided six hostels in Lugovsk."


def nested() -> Reading:
    """A statement of ISW's that is mostly the insider's."""
    return read(
        NESTED,
        said("ISW", "reported", "that the insider claimed that officers raided six hostels in Lugovsk"),
        said("the insider", "claimed", "that officers raided six hostels in Lugovsk"),
        organisation=["ISW"],
        place=["Lugovsk"],
    )


def undescribed(reading: Reading) -> dict[str, str]:
    """Contents that make no statement, and why."""
    return {item.attribution.content[0].exact: item.why for item in choose(reading)[1]}


def one(reading: Reading) -> Statement:
    """The only statement with a speaker."""
    (statement,) = [item for item in describe(reading, 1).statements if item.attribution.chain]
    return statement


def test_a_dateline_makes_no_statement() -> None:
    reading = read("SOSNOYARSK, February 4. /TELEGRAF/. Officers took forty men from a hostel in Lugovsk.")
    assert undescribed(reading) == {
        "SOSNOYARSK, February 4. /TELEGRAF/.": "it is the dateline, which says where the text is from"
    }
    assert [item.attribution.content[0].exact[:8] for item in describe(reading, 1).statements] == ["Officers"]


def test_a_statement_holds_lemmas_names_places_times_and_numbers() -> None:
    text = "Traders said that officers of the Migration Control Service seized at least 40 men in Lugovsk on 15 January 2026."
    reading = read(
        text,
        said("Traders", "said", text[13:-1]),
        organisation=["Migration Control Service"],
        place=["Lugovsk"],
    )
    statement = one(reading)
    assert statement.words == ("officer", "seize", "man")
    assert [name.key for name in statement.names] == ["migration control service"]
    assert [place.key for place in statement.places] == ["lugovsk"]
    assert [time.key for time in statement.times] == ["2026-01-15"]
    (quantity,) = statement.quantities
    assert (quantity.value, quantity.bound) == (40, "at-least")
    assert not statement.negated and statement.vector is None and statement.order == 1
    for place in (*statement.names, *statement.places, *statement.times):
        assert place.key.split()[0][:3] in text[place.start : place.end].lower() or place.key.startswith("2026")


def test_an_outer_attribution_is_left_to_the_inner_one_that_it_mostly_is() -> None:
    reading = nested()
    statement = one(reading)
    assert len(statement.attribution.chain) == 2
    (why,) = undescribed(reading).values()
    assert why == f"its content is mostly what the insider said ({statement.id})"


def test_an_outer_attribution_with_words_of_its_own_is_a_statement_too() -> None:
    text = "ISW reported that raids grew in four towns, that hostels stood empty and that a clerk said buses were full."
    reading = read(
        text,
        said("ISW", "reported", text[13:-1]),
        said("a clerk", "said", "buses were full"),
        organisation=["ISW"],
    )
    assert sorted(len(item.attribution.chain) for item in describe(reading, 1).statements) == [1, 2]


def test_an_order_inside_a_statement_is_left_to_the_statement() -> None:
    text = "The insider claimed that the MVD ordered broadcasters to cover crimes of migrants."
    reading = read(
        text,
        said("The insider", "claimed", "that the MVD ordered broadcasters to cover crimes of migrants"),
        said("the MVD", "ordered", "broadcasters to cover crimes of migrants"),
        organisation=["MVD"],
    )
    statement = one(reading)
    assert statement.text.startswith("that the MVD")
    (why,) = undescribed(reading).values()
    assert why.startswith("the plan or order is part of what The insider said")


def test_words_that_say_too_little_make_no_statement_and_a_denial_does() -> None:
    reading = read(
        "Orlov wanted to comment. The board denied any order.",
        said("Orlov", "wanted", "to comment"),
        said("The board", "denied", "any order"),
        person=["Orlov"],
    )
    assert undescribed(reading)["to comment"] == "too little is said to be found again"
    assert one(reading).text == "any order"


def test_own_sentences_and_headlines_are_statements() -> None:
    reading = read("Hostels stand empty in Lugovsk\n\nBuses to Tashkent leave full every evening.")
    modes = {item.attribution.mode for item in describe(reading, 1).statements}
    assert modes == {Mode.HEADLINE, Mode.OWN_VOICE}


def test_vectors_go_to_their_attributions() -> None:
    reading = nested()
    (inner,) = [item for item in reading.attributions if len(item.chain) == 2]
    vector = np.array([1, 0], np.float32)
    (statement,) = [item for item in describe(reading, 1, {inner.id: vector}).statements if item.attribution.chain]
    assert statement.vector is vector


def test_a_vector_is_made_of_the_words_without_marks_and_that() -> None:
    reading = read(
        "“It rained for six days,” Orlov said, “and then it snowed.”",
        said("Orlov", "said", "“It rained for six days,”", "“and then it snowed.”"),
        person=["Orlov"],
    )
    (attribution,) = [item for item in reading.attributions if item.chain]
    assert text_to_encode(attribution) == "It rained for six days … and then it snowed"
    (inner,) = [item for item in nested().attributions if len(item.chain) == 2]
    assert text_to_encode(inner) == "officers raided six hostels in Lugovsk"


def test_every_attribution_is_described_or_says_why_not() -> None:
    reading = nested()
    description = describe(reading, 1)
    told: list[Attribution] = [item.attribution for item in (*description.statements, *description.undescribed)]
    assert {item.id for item in told} == {item.id for item in reading.attributions}


def test_a_text_that_is_not_read_gives_its_names_and_numbers() -> None:
    text = "Прокурор Аркадий Веляминов заявил, что поймали более 14 тысяч граждан в Заречинске. Потом был дождь."
    document = Document(id="doc_1", text=text, language="ru")
    (statement,) = describe(Reading(document, (), (), (), None), 7).statements
    assert [name.key for name in statement.names] == ["arkadiy velyaminov", "zarechinske"]
    assert [quantity.value for quantity in statement.quantities] == [14000]
    assert statement.words == () and statement.attribution.score == 0 and statement.order == 7
    assert describe_unread(document, 7)[0].id == statement.id
    assert choose(Reading(document, (), (), (), None)) == ((), ())


def test_number_words_of_a_text_that_is_not_read_count_and_ordinals_do_not() -> None:
    text = "Рейды прошли в одиннадцати регионах, двадцать пять человек задержаны. Одиннадцатый автобус ушёл. В 3 домах пусто."
    document = Document(id="doc_1", text=text, language="ru")
    found = [[number.value for number in statement.quantities] for statement in describe_unread(document, 1)]
    assert found == [[11, 25], [3]]
    unlisted = replace(document, language="xx")
    assert [[number.value for number in statement.quantities] for statement in describe_unread(unlisted, 1)] == [[3]]


def test_a_text_that_is_not_read_keeps_the_statements_that_it_was_stored_with() -> None:
    document = Document(id="doc_1", text="В 3 домах пусто. Рейды прошли в одиннадцати регионах.", language="ru")
    first, second = describe_unread(document, 1)
    stored = Reading(document, (first.attribution,), (), (), None)
    assert [item.id for item in describe(stored, 1).statements] == [first.id] != [second.id]
