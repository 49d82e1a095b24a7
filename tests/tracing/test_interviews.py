"""Pages of questions and answers, and texts that take from one. All people, outlets and texts are invented."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.attribution import PartyKind
from sayso.domain.claim import RelayKind
from sayso.tracing.interviews import find_answerer, is_interview
from tests.tracing.making import hop, page, statement, told
from tests.tracing.test_relays import edges, trace

ANSWER = "We have closed 340 wells since March."
ASKED = f"""Orla Vance: The wells are safe

The head of the Well Board talks to Delta about pumps and fences.

How many wells are closed?

{ANSWER} I regret each one.

Will you open them again?

In spring, if the pipes come.

And who pays?

The board does, out of its own pocket.
"""
interview = statement(page("Delta", ASKED, "2026-03-01T08:00:00Z", url="https://delta.example/talk/vance"), 1, ANSWER)
flash_page = page("Delta", "340 wells are closed, Orla Vance said in an interview with Delta.", "2026-03-01T09:00:00Z")
flash = statement(
    flash_page, 2, "340 wells are closed", hop(flash_page, "Orla Vance", cue="said", kind=PartyKind.PERSON)
)


def test_who_answers_says_what_stands_in_the_answers() -> None:
    document = interview.document
    answerer = find_answerer(document, document.text.index(ANSWER))
    assert answerer is not None and answerer.exact == "Orla Vance"
    assert find_answerer(document, document.text.index("How many")) is None
    assert edges(trace(interview)) == {("{Orla Vance}", "Delta"): {RelayKind.NAMES_IT}}


def test_an_opening_without_a_name_says_whom_it_asks() -> None:
    document = page("Delta", ASKED.replace("Orla Vance: The", "The"))
    answerer = find_answerer(document, document.text.index(ANSWER))
    assert answerer is not None and answerer.exact == "The head of the Well Board"


def test_questions_alone_make_no_interview() -> None:
    assert not is_interview(page("Delta", ASKED.replace("Orla Vance: ", "").replace("talks to Delta about", "has new")))
    assert not is_interview(page("Delta", "Orla Vance: Why?\n\nWho knows?\n\nNobody asked. Did they?\n\nWhat now?"))


def test_the_outlets_own_flash_is_from_its_interview() -> None:
    found = trace(interview, flash)
    assert [(relay.source, relay.to) for relay in found.relays if relay.source == interview.document.id] == [
        (interview.document.id, flash.document.id)
    ]


def test_an_outlets_later_report_that_speaks_of_no_interview_has_its_speaker_from_herself() -> None:
    document = page("Delta", "340 wells are closed, Orla Vance told farmers.", "2026-03-01T09:00:00Z")
    later = statement(
        document, 2, "340 wells are closed", hop(document, "Orla Vance", cue="told", kind=PartyKind.PERSON)
    )
    assert all(relay.source != interview.document.id for relay in trace(interview, later).relays)


def test_in_whose_interview_it_was_said_is_the_outlet_that_passes_on() -> None:
    for words in ("in a March 1 interview with the state-run wire Delta", "in an interview for Delta"):
        text = f"Orla Vance claimed {words} that 340 wells are closed."
        taken = told("The Quay", text, "340 wells are closed", "Orla Vance", order=2, published="2026-03-02T08:00:00Z")
        assert ("Delta", "The Quay") in edges(trace(interview, taken))


def test_a_later_sentence_says_where_the_figures_were_disclosed() -> None:
    text = "340 wells are closed, according to the board's head.\n\nOrla Vance, 51, disclosed the figures in an interview with the Delta agency."
    taken = told(
        "The Quay", text, "340 wells are closed", "the board's head", order=2, published="2026-03-02T08:00:00Z"
    )
    assert ("Delta", "The Quay") in edges(trace(interview, taken))
    other = text.replace("disclosed the figures", "praised her deputy")
    taken = told(
        "The Quay", other, "340 wells are closed", "the board's head", order=2, published="2026-03-02T08:00:00Z"
    )
    assert ("Delta", "The Quay") not in edges(trace(interview, taken))


def test_a_page_that_calls_itself_a_translation_is_from_its_outlets_page_in_the_other_language() -> None:
    first = told("Вереск", "Закрыто 340 колодцев.", "Закрыто 340 колодцев", order=1, published="2026-03-02T08:00:00Z")
    first = replace(first, document=replace(first.document, language="ru"))
    text = "This is a translation of an article first published in Russian.\n\n340 wells are closed, Orla Vance said."
    second = told(
        "Veresk in English", text, "340 wells are closed", "Orla Vance", order=2, published="2026-03-03T08:00:00Z"
    )
    found = trace(first, second)
    assert {(relay.source, relay.to, relay.how) for relay in found.relays} == {
        (first.document.id, second.document.id, RelayKind.TRANSLATION)
    }
    assert found.claim.outlets == 1
