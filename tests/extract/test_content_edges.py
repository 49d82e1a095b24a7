"""Contents whose edges the text tells."""

from __future__ import annotations

import pytest

from sayso.domain.reading import Reading
from tests.extract.builders import read, said


def contents(reading: Reading) -> list[list[str]]:
    return [[span.exact for span in a.content] for a in reading.attributions if a.chain]


def test_the_outlets_own_step_on_is_not_said() -> None:
    text = "It rained.\n\nHowever, the dam is sound, she noted. Still, he said, the valley floods.\n"
    reading = read(
        text,
        said("she", "noted", "However, the dam is sound"),
        said("he", "said", "Still", "the valley floods"),
    )
    assert contents(reading) == [["the dam is sound"], ["the valley floods"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "However high the dam, it leaks, she noted.",
        "But the dam is sound, she noted.",
        "“However, the dam is sound,” she noted.",
        "She noted that, however, the dam is sound.",
    ],
)
def test_what_only_looks_like_a_step_on_stays(sentence: str) -> None:
    content = sentence.removesuffix(", she noted.").removesuffix(" she noted.").removeprefix("She noted ").rstrip(".")
    subject = "She" if sentence.startswith("She") else "she"
    assert contents(read(f"It rained.\n\n{sentence}\n", said(subject, "noted", content))) == [[content]]


BLOCK = "It rained.\n\nThe governor added:\n\nThe dam is sound. Nobody need leave tonight.\n\nIt rained on.\n"


def test_a_paragraph_behind_a_colon_is_said_whole() -> None:
    reading = read(BLOCK, said("The governor", "added", "The dam is sound"))
    assert contents(reading) == [["The dam is sound. Nobody need leave tonight."]]


def test_without_the_colon_it_is_not() -> None:
    reading = read(BLOCK.replace("added:", "added."), said("The governor", "added", "The dam is sound"))
    assert contents(reading) == [["The dam is sound"]]
