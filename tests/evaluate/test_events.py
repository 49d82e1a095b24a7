"""Counting events against those that people marked."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.event import Participant
from sayso.domain.span import Span
from sayso.evaluate.events import same_party, score_events
from tests.extract.events.telling import events

TEXT = "Police detained 40 men in the yard."
GOLD = {"type": "detention", "actor": "Police", "recipient": "40 men", "reality": "happened"}


def party(words: str) -> Participant:
    return Participant(Span(0, len(words), words))


def test_a_right_event_is_right_in_everything() -> None:
    scores = score_events("x", [{"text": TEXT, "events": [GOLD]}], [events(TEXT)])
    figures = scores.figures()
    assert {figures[name] for name in ("type", "actor", "recipient", "happened or not", "reality")} == {1.0}


def test_an_event_put_as_having_happened_that_did_not_is_counted() -> None:
    gold = {**GOLD, "reality": "negated"}
    scores = score_events("x", [{"text": TEXT, "events": [gold]}], [events(TEXT)])
    assert (scores.reality, scores.misled) == ((0, 1), 1)


def test_a_missed_event_costs_its_parties() -> None:
    scores = score_events("x", [{"text": TEXT, "events": [GOLD]}], [[]])
    assert (scores.types.recall, scores.actors.recall, scores.recipients.recall) == (0, 0, 0)


def test_another_type_is_made_up_and_missed() -> None:
    wrong = [replace(event, type="raid") for event in events(TEXT)]
    scores = score_events("x", [{"text": TEXT, "events": [GOLD]}], [wrong])
    assert (scores.types.right, scores.types.predicted, scores.types.gold) == (0, 1, 1)


def test_parties_are_one_where_their_heads_are() -> None:
    assert same_party("40 men", party("men of the third company"))
    assert same_party("the owner of the shop", party("owner"))
    assert not same_party("the owner of the shop", party("the shop"))
