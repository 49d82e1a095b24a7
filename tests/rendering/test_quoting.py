"""Words in quotation marks, once."""

from __future__ import annotations

import pytest

from sayso.rendering.words import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it would hold", "“it would hold”"),
        ("“It holds”", "“It holds”"),
        ("“I do …", "“I do …"),
        ("it “would” hold", "“it “would” hold”"),
        ("the workers’", "“the workers’”"),
        ("'It holds'", "'It holds'"),
        ("", "“”"),
    ],
)
def test_words_that_bring_marks_get_no_others(words: str, shown: str) -> None:
    assert quoted(words) == shown
