"""Addressees, modes and ids."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import Mode
from tests.extract.builders import read, said, saying

TAIL = "the dam broke"


@pytest.mark.parametrize(
    ("text", "cue", "addressee"),
    [
        (f"Orlov told the BBC that {TAIL}.", "told", "the BBC"),
        (f"Orlov told the BBC on Monday that {TAIL}.", "told", "the BBC"),
        (f"Orlov told reporters in Minsk {TAIL}.", "told", "reporters"),
        (f"Orlov told them {TAIL}.", "told", "them"),
        (f"Orlov said to his wife that {TAIL}.", "said", "his wife"),
        (f"Orlov said in an interview with the Minsk Herald that {TAIL}.", "said", "the Minsk Herald"),
        (f"Orlov warned the board that {TAIL}.", "warned", "the board"),
        (f"Orlov said that {TAIL}.", "said", None),
        (f"Orlov told how {TAIL}.", "told", None),
        (f"Orlov said on Monday {TAIL}.", "said", None),
        (f"Orlov warned that {TAIL}.", "warned", None),
    ],
)
def test_whom_it_was_told(text: str, cue: str, addressee: str | None) -> None:
    found = saying(read(text, said("Orlov", cue, TAIL), person=["Orlov"], organisation=["BBC", "Minsk Herald"]), TAIL)
    to = found.chain[0].addressee
    assert (to.span.exact if to else None) == addressee


def test_a_named_addressee_is_a_party() -> None:
    reading = read(f"The BBC came. Orlov told the BBC that {TAIL}.", said("Orlov", "told", TAIL), organisation=["BBC"])
    to = saying(reading, TAIL).chain[0].addressee
    assert to is not None and to.party == reading.mentions[0].party


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        (f"“It rained and {TAIL},” Orlov said.", f"“It rained and {TAIL},”", Mode.DIRECT),
        (f"Orlov said it rained and {TAIL}.", f"it rained and {TAIL}", Mode.INDIRECT),
        (f"Orlov said it rained “and {TAIL}”.", f"it rained “and {TAIL}”", Mode.MIXED),
        (f"Orlov said that {TAIL}\n\nIt rained in town today.", f"that {TAIL}", Mode.HEADLINE),
    ],
)
def test_mode(text: str, content: str, mode: Mode) -> None:
    assert saying(read(text, said("Orlov", "said", content), person=["Orlov"]), TAIL).mode is mode


def test_reported_speech_inside_a_quotation_is_indirect() -> None:
    text = f"“The clerk said that {TAIL},” Orlov said."
    reading = read(
        text,
        said("Orlov", "Orlov [said]", f"“The clerk said that {TAIL},”"),
        said("The clerk", "clerk [said]", f"that {TAIL}"),
        person=["Orlov"],
    )
    assert {len(a.chain): a.mode for a in reading.attributions} == {1: Mode.DIRECT, 2: Mode.INDIRECT}


def test_a_quotation_inside_a_quotation_is_direct() -> None:
    text = f"“The clerk said ‘{TAIL} in two’ and left,” Orlov said."
    reading = read(
        text,
        said("Orlov", "Orlov [said]", f"“The clerk said ‘{TAIL} in two’ and left,”"),
        said("The clerk", "clerk [said]", f"‘{TAIL} in two’"),
        person=["Orlov"],
    )
    assert saying(reading, TAIL).mode is Mode.DIRECT


def test_equal_input_gives_equal_readings() -> None:
    text = f"Orlov told the BBC that {TAIL}. It rained on Monday too."
    one, two = (read(text, said("Orlov", "told", f"that {TAIL}"), person=["Orlov"]) for _ in range(2))
    assert one == two


def test_ids_are_unique_and_depend_on_the_document() -> None:
    text = f"ISW said Orlov told the BBC that {TAIL}. It rained on Monday too."
    found = (said("ISW", "said", f"Orlov told the BBC that {TAIL}"), said("Orlov", "told", f"that {TAIL}"))
    one, two = read(text, *found), read(text + " ", *found)
    ids = [a.id for a in one.attributions]
    assert len(set(ids)) == len(ids) == 3
    assert not set(ids) & {a.id for a in two.attributions}


def test_attributions_stand_in_the_order_of_the_text() -> None:
    text = "It rained all day. Orlov said it snowed. It froze at night."
    reading = read(text, said("Orlov", "said", "it snowed"), person=["Orlov"])
    starts = [a.content[0].start for a in reading.attributions]
    assert starts == sorted(starts) and len(starts) == 3


def test_the_score_of_a_chain_is_its_weakest_hops() -> None:
    from dataclasses import replace

    text = f"ISW said Orlov claimed that {TAIL}."
    sure = said("ISW", "said", f"Orlov claimed that {TAIL}")
    unsure = replace(said("Orlov", "claimed", f"that {TAIL}"), score=0.7)
    reading = read(text, sure, unsure)
    assert [a.score for a in sorted(reading.attributions, key=lambda a: len(a.chain))] == [0.9, 0.7]
