"""Sentences and what stands where."""

from __future__ import annotations

import pytest

from sayso.extract.layout import Layout, lay_out
from sayso.readers.plain import read_plain
from tests.extract.builders import ENGLISH


def layout(text: str) -> Layout:
    return lay_out(read_plain(text.encode(), language="en", furniture=ENGLISH.furniture))


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in layout(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Did it rain? It did! So…  Yes.", ["Did it rain?", "It did!", "So…", "Yes."]),
        ("Gen. Orlov met Dr. Wu on Jan. 5 in St. Ives. It rained.", ["Gen. Orlov met Dr. Wu on Jan. 5 in St. Ives.", "It rained."]),
        ("J. R. Orlov of the U.S. Navy came.", ["J. R. Orlov of the U.S. Navy came."]),
        ("It was built (c. 1230) by monks, ca. 40 of them. It fell.", ["It was built (c. 1230) by monks, ca. 40 of them.", "It fell."]),
        ("He had vitamin c. Nobody knew.", ["He had vitamin c.", "Nobody knew."]),
        ("It fell 3.5 metres at 5 p.m. on Monday.", ["It fell 3.5 metres at 5 p.m. on Monday."]),
        ("“It rained.” He left.", ["“It rained.”", "He left."]),
        ('"It rained." "It did."', ['"It rained."', '"It did."']),
        ("“Did it rain?” he asked.", ["“Did it rain?” he asked."]),
        ("No stop at the end", ["No stop at the end"]),
        ("One line\nTwo lines", ["One line", "Two lines"]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_wrapped_paragraph_breaks_at_stops_and_not_at_lines() -> None:
    text = (
        "The river rose above the second mark on Monday night and the\n"
        "lower streets were closed. Crews came from the harbour to help\n"
        "and carried sand."
    )
    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "The river rose above the second mark on Monday night and the lower streets were closed.",
        "Crews came from the harbour to help and carried sand.",
    ]


def test_furniture_is_no_paragraph() -> None:
    text = "It rained all day long in the town.\n\nLeave a Reply\n"
    assert sentences(text) == ["It rained all day long in the town."]


def test_where_an_offset_stands() -> None:
    text = "Rain hits town\n\nIt rained. It stopped.\n\n“A ‘b’ c.”"
    page = layout(text)
    assert [page.paragraph_at(text.index(word)) for word in ("Rain", "It rained", "“A")] == [0, 1, 2]
    assert page.sentence_at(text.index("stopped")) == 2
    assert page.in_headline(3) and not page.in_headline(text.index("It rained"))
    assert [q.depth for q in page.quotations_over(text.index("b"), text.index("b") + 1)] == [0, 1]
    assert page.quotations_over(0, 5) == []


def test_a_paragraph_longer_than_any_prose_is_one_sentence() -> None:
    assert len(sentences("It rained. " * 3000)) == 1


@pytest.mark.parametrize(
    "unit", ["." * 19_000 + "x", "a" * 19_000, ". " * 9_000, "!" * 19_000, "." + " " * 19_000 + "a"]
)
def test_paragraphs_of_marks_are_split_fast(unit: str) -> None:
    text = "\n\n".join([unit] * 2)
    layout(text)
