"""Nothing in a text may drive the terminal."""

import pytest

from sayso.rendering.safe import safe, safe_line


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x00", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800", "\u2028"])
def test_a_dangerous_character_becomes_one_visible_one(character: str) -> None:
    made = safe(f"a{character}b")
    assert len(made) == 3
    assert made.isprintable()


def test_escape_is_shown_as_its_picture() -> None:
    assert safe("\x1b[31mred") == "␛[31mred"


def test_line_ends_and_tabs_stay() -> None:
    assert safe("a\r\nb\tc\n") == "a\nb\tc\n"


def test_a_lone_carriage_return_cannot_overwrite_the_line() -> None:
    assert safe("safe\rfake") == "safe␍fake"


def test_accents_and_right_to_left_marks_stay() -> None:
    assert safe("é\u0301 \u200fעברית 👩‍🚒") == "é\u0301 \u200fעברית 👩‍🚒"


def test_a_line_has_single_blanks() -> None:
    assert safe_line(" a\n\n b\tc ") == "a b c"


def test_a_letter_has_two_marks_at_most() -> None:
    assert safe_line("zo" + "\u0301" * 200 + "e\u0323\u0302") == "zo\u0301\u0301e\u0323\u0302"
