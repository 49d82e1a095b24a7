"""Where paragraphs begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.paragraphs import find_paragraphs


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


WRAPPED = (
    "The river rose above the second mark on Monday night and the\n"
    "lower streets were closed to all but the crews of the harbour\n"
    "who had come to carry sand."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("  One.  \n \n\tTwo. ", ["One.", "Two."]),
    ],
)
def test_line_breaks_end_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_lines_that_a_program_broke_are_one_paragraph() -> None:
    assert paragraphs(WRAPPED + "\n\nNext.") == [WRAPPED, "Next."]


def test_wrapped_lines_with_windows_ends_are_one_paragraph() -> None:
    assert len(find_paragraphs(WRAPPED.replace("\n", "\r\n"))) == 1


def test_lines_of_whole_sentences_stay_apart() -> None:
    lines = "The river rose above the second mark on Monday night.\nThe lower streets were closed to all but the crews.\nSand came."
    assert len(paragraphs(lines)) == 3


@given(st.text(alphabet="a. \n\r\t\u2028", max_size=80))
def test_nothing_but_blanks_is_left_out(text: str) -> None:
    found = list(find_paragraphs(text))
    assert all(not text[a].isspace() and not text[b - 1].isspace() for a, b in found)
    covered = {i for a, b in found for i in range(a, b)}
    assert not [i for i, char in enumerate(text) if not char.isspace() and i not in covered]
    assert found == sorted(found)
