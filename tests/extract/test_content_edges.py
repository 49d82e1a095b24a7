"""Contents whose edges the text tells."""

from __future__ import annotations

import pytest

from sayso.domain.reading import Reading
from tests.extract.builders import Found, FoundAttribution, read, read_found, said


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


@pytest.mark.parametrize(
    ("text", "cue", "parts", "expected"),
    [
        ("Kurow\n\nAugust 30, 2007\n\nThe dam broke at noon, Osten said.", "said", ("August 30, 2007", "The dam broke at noon"), ["The dam broke at noon"]),
        ("When asked about it, “we left the dam,” Osten said.", "said", ("When", "“we left the dam,”"), ["When asked about it, “we left the dam,”"]),
        ("Osten drew up a strategy to cut the fares.", "drew up", ("a", "to cut the fares"), ["a strategy to cut the fares"]),
        ("“The dam broke,” the guards said. The reproach was dismissed by Osten.", "was dismissed", ("[The] dam", "The reproach"), ["The reproach"]),
    ],
    ids=["a day", "a conjunction", "an article", "another sentence"],
)  # fmt: skip
def test_a_word_apart_begins_a_content_or_is_none_of_it(
    text: str, cue: str, parts: tuple[str, ...], expected: list[str]
) -> None:
    assert contents(read(text, said("Osten", cue, *parts))) == [expected]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Osten said to a nurse at the ward where she lay that the dam broke.", "said", "where she lay that the dam broke"),
        ("Osten voiced a concern in his letter that the dam broke.", "voiced a concern in", "his letter that the dam broke"),
    ],
)  # fmt: skip
def test_what_was_said_somewhere_begins_with_its_clause(text: str, cue: str, content: str) -> None:
    assert contents(read(text, said("Osten", cue, content))) == [["that the dam broke"]]


def test_a_content_ends_behind_its_bracket() -> None:
    text = "Osten criticised the guards (and the video)."
    assert contents(read(text, said("Osten", "criticised", "the guards (and the video"))) == [
        ["the guards (and the video)"]
    ]


def test_a_content_begins_with_its_currencys_sign() -> None:
    assert contents(read("Osten pledged $870 for the dam.", said("Osten", "pledged", "870 for the dam"))) == [
        ["$870 for the dam"]
    ]


def test_an_indirect_content_ends_with_its_sentence() -> None:
    text = "“I hope we will win. As long as it rains, we can,” Osten said."
    reading = read(
        text,
        said("Osten", "said", text[: text.index(" Osten")]),
        said("I", "hope", "we will win. As long as it rains"),
        person=["Osten"],
    )
    assert ["we will win"] in contents(reading)


def test_what_a_quotation_was_about_is_not_said() -> None:
    text = "Osten said, “We will stay,” on the topic of the dam."
    assert contents(read(text, said("Osten", "said", "“We will stay,” on the topic of the dam"))) == [
        ["“We will stay,”"]
    ]


def test_what_somebody_has_claimed_ends_before_as() -> None:
    text = "The town will be ruined, as Osten has claimed, and the council approved it."
    whole = said("Osten", "has claimed", "The town will be ruined", "and the council approved it")
    assert contents(read(text, whole)) == [["The town will be ruined"]]
    text = "The plan, as Osten has claimed, would ruin the town."
    assert contents(read(text, said("Osten", "has claimed", "The plan", "would ruin the town"))) == [
        ["The plan", "would ruin the town"]
    ]


def test_a_content_has_its_last_name_and_its_per_cent() -> None:
    text = "Osten said he was found upon his brother, Ivo. Halle said it grew by 5.5%."
    reading = read(
        text, said("Osten", "said", "he was found upon his brother"), said("Halle", "[said] it", "it grew by 5.5")
    )
    assert contents(reading) == [["he was found upon his brother, Ivo"], ["it grew by 5.5%"]]


def read_content(text: str, content: str) -> Reading:
    """A reading of "X suggest CONTENT": brackets in the content are the text's own."""
    start = text.index(content)
    cue, source = text.index("suggest"), text[: text.index(" suggest")]
    found = FoundAttribution((cue, cue + len("suggest")), ((0, len(source)),), ((start, start + len(content)),))
    return read_found(text, Found([found]))


@pytest.mark.parametrize("numbers", [" [17], [18]", " [12]–[15]", " [3]", " [4,5]"])
def test_a_papers_references_are_not_said(numbers: str) -> None:
    for broken_off in (numbers, numbers[:-1]):  # the model's labels often end before the last bracket
        text = f"Some studies suggest that the dam then settles{numbers}. It rained."
        reading = read_content(text, f"that the dam then settles{broken_off}")
        assert contents(reading) == [["that the dam then settles"]]


def test_brackets_that_are_no_references_are_said() -> None:
    text = "Some studies suggest that the dam held [the old one]. It rained."
    assert contents(read_content(text, "that the dam held [the old one]")) == [["that the dam held [the old one]"]]
