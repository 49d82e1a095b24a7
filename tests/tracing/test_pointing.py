"""Outlets and bodies that a text means without their names. All texts are invented."""

from __future__ import annotations

import pytest

from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.tracing.outlets import Outlets
from sayso.tracing.pointing import point
from sayso.tracing.voices import is_self_speaking, speakers
from tests.tracing.making import page

EARLY, LATE = "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z"
HERALD = page("Marnov Herald", "Forty men were held.", EARLY)
RADIO = page("Radio Polje", "Forty men were held.", EARLY)
CHANNEL = page("Dock Watch", "Forty men were held.", EARLY, url="https://t.me/dockwatch/12")
MAKER = page("Velda B.V.", "STATEMENT\n\nVelda is recalling forty bikes.\n\nAnna Berg, director", EARLY)
HEALTH = page("Western Health Authority", "Forty cases are known.\n\nDr Irma Toller, Director of Public Health", EARLY)


def meant(words: str, *held: Document, text: str = "") -> str | None:
    document = page("The Quay", f"It was so, {words} said. {text}", LATE)
    start = document.text.index(words)
    outlets = Outlets([*held, document])
    for one in (*held, document):
        outlets.describe(one.text)
    found = point(document, Span(start, start + len(words), words), outlets)
    return None if found is None else found[0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a local newspaper", "Marnov Herald"),
        ("a Marnov paper", "Marnov Herald"),
        ("the broadcaster", "Radio Polje"),
        ("a Telegram channel followed by dockers", "Dock Watch"),
        ("the environment agency", None),
        ("a think tank", None),
        ("the Vesna newspaper", None),
    ],
)
def test_an_outlet_is_meant_by_what_it_is(words: str, expected: str | None) -> None:
    assert meant(words, HERALD, RADIO, CHANNEL) == expected


def test_of_two_of_a_kind_neither_is_meant() -> None:
    assert meant("a local newspaper", HERALD, page("Harl Gazette", "Forty men were held.", EARLY)) is None


def test_what_others_call_an_outlet_tells_its_kind() -> None:
    insider = page("Polje Insider", "Forty men were held.", EARLY)
    other = page("Dnes", "The magazine Polje Insider was founded in May.", EARLY)
    assert meant("a magazine", insider, other) == "Polje Insider"
    assert meant("a magazine", insider) is None


def test_who_publishes_later_is_not_meant() -> None:
    assert meant("a local newspaper", page("Marnov Herald", "Forty men were held.", "2026-03-05")) is None


def test_the_company_is_the_one_that_the_text_names() -> None:
    assert meant("the company", MAKER, text="Velda makes bikes.") == "Velda B.V."
    assert meant("the company", MAKER) is None
    assert meant("health bosses", HEALTH) == "Western Health Authority"


def test_a_bodys_own_page_and_who_signs_it() -> None:
    assert is_self_speaking(MAKER) and speakers(MAKER) == {"anna berg"}
    assert is_self_speaking(HEALTH) and speakers(HEALTH) == {"irma toller"}
    assert not any(map(is_self_speaking, (HERALD, RADIO, page("Stepnoy Krai", "It rained."))))
