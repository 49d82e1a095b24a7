"""Quotations that a noun brings in."""

from __future__ import annotations

import pytest

from tests.extract.builders import read, said, saying, sources


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The clerk's response was “We were never asked of it.”", "The clerk's", "response was"),
        ("He left. His only answer to the town was: “We were never asked.”", "His", "only answer to the town was"),
        ("Lenz got a letter with the message: “You will regret it all.”", "a letter", "with the message"),
        ("A banner in red with the words “No bridge without us” hung there.", "A banner in red", "with the words"),
    ],
)
def test_a_quotation_is_said_by_whom_its_noun_names(text: str, source: str, cue: str) -> None:
    found = saying(read(text), text[text.index("“") : text.index("”") + 1])
    assert sources(found) == [source]
    hop = found.chain[0]
    assert hop.cue is not None and hop.cue.span.exact == cue


def test_what_somebody_says_already_is_said_once() -> None:
    text = "The clerk's response was “We were never asked of it,” Osten said."
    quoted = text[text.index("“") : text.index("”") + 1]
    reading = read(text, said("Osten", "said", quoted), person=["Osten"])
    assert [sources(a) for a in reading.attributions if a.chain] == [["Osten"]]


def test_a_name_in_marks_is_no_speech() -> None:
    assert not any(a.chain for a in read("The clerk's answer was “no”.").attributions)
