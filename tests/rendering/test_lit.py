"""The text lit in colour."""

import pytest

from sayso.rendering.lit import lit_lines
from tests.builders import TEXT, Text, flood


def _style_of(words: str) -> str:
    for line in lit_lines(flood()):
        for span in line.spans:
            if line.plain[span.start : span.end].strip() == words:
                return str(span.style)
    return ""


def test_not_one_character_changes() -> None:
    assert "\n".join(line.plain for line in lit_lines(flood())) + "\n" == TEXT


@pytest.mark.parametrize("text", ["", "\n", "a", "a\n\n b\t c \n\n"])
def test_blank_lines_and_blanks_stay(text: str) -> None:
    lines = [line.plain for line in lit_lines(Text(text).reading())]
    assert "".join(f"{line}\n" for line in lines).removesuffix("\n") == text.removesuffix("\n")


def test_content_inside_content_is_underlined() -> None:
    assert "underline" in _style_of("that the mayor,")
    assert "underline" not in _style_of("that")


def test_a_source_inside_a_content_looks_like_a_source() -> None:
    assert _style_of("the insider").endswith("cyan")


def test_furniture_is_dimmed() -> None:
    assert _style_of("Leave a Reply") == "dim"


def test_escape_codes_are_held_back() -> None:
    assert [line.plain for line in lit_lines(Text("a\x1b]8;;x\x07b\x9b31m").reading())] == ["a␛]8;;x␇b\ufffd31m"]
