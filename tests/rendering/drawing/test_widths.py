"""How wide words are taken to be."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.rendering.drawing.widths import ELLIPSIS, fitted, text_width, wrapped


def test_words_that_fit_stay_as_they_are() -> None:
    assert fitted("The Quay", 14, 200) == "The Quay"


def test_words_that_do_not_fit_end_in_an_ellipsis() -> None:
    words = fitted("The Quay and Harbour Observer", 14, 100)
    assert words.endswith(ELLIPSIS)
    assert text_width(words, 14) <= 100


def test_marks_without_width_take_no_room() -> None:
    assert text_width("e\u0301\u0301", 10) == text_width("e", 10)


def test_lines_break_between_words() -> None:
    assert wrapped("one two three four", 10, text_width("one two ", 10), lines=3) == ("one two", "three", "four")


def test_the_last_line_says_that_there_is_more() -> None:
    assert wrapped("one two three four", 10, text_width("one two ", 10), lines=2) == ("one two", f"three f{ELLIPSIS}")


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert "".join(wrapped("W" * 10, 10, 40, lines=9)) == "W" * 10


@given(st.text(), st.floats(20, 400), st.integers(1, 5))
def test_no_line_is_wider_than_its_room(text: str, room: float, lines: int) -> None:
    found = wrapped(text, 10, room, lines=lines)
    assert len(found) <= lines
    assert all(text_width(line, 10) <= room + 1e-6 for line in found)
