"""A byline between a headline and the first paragraph."""

from __future__ import annotations

import pytest

from sayso.domain.reading import Reading
from tests.extract.builders import read, said

SENTENCE = "The dam will hold until May, the mayor told the Quay."


def contents(reading: Reading) -> list[list[str]]:
    return [[span.exact for span in a.content] for a in reading.attributions if a.chain]


@pytest.mark.parametrize("byline", ["Ana Orr", "By Ana Orr", "By Ana Orr and Jan Eik", "Ana Orr, Quay"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_byline_is_not_what_was_said(byline: str, whole: bool) -> None:
    found = f"{byline}\n\nThe dam will hold until May" if whole else byline
    reading = read(f"Dam to hold\n\n{byline}\n\n{SENTENCE}\n", said("the mayor", "told", found))
    assert contents(reading) == [["The dam will hold until May"]]


@pytest.mark.parametrize("above", ["Nobody knows when it will rain", "“Ana Orr will go.”", "Ana Orr has gone to Quay"])
def test_what_is_no_byline_stays(above: str) -> None:
    reading = read(f"Dam to hold\n\n{above}\n\n{SENTENCE}\n", said("the mayor", "told", above))
    assert contents(reading) == [[above]]


def test_a_headline_of_names_is_no_byline() -> None:
    reading = read(f"Ana Orr\n\n{SENTENCE}\n", said("the mayor", "told", "Ana Orr"))
    assert contents(reading) == [["Ana Orr"]]
