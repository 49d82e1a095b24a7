"""What two wordings have in common and what not."""

from __future__ import annotations

import pytest

from sayso.rendering.changes import MOST_WORDS, Change, Piece, have_common_words, text_changes, word_changes, word_sides


def _said(before: str, after: str) -> str:
    marks = {Change.KEPT: "{}", Change.GONE: "[-{}]", Change.NEW: "[+{}]"}
    return "".join(marks[piece.change].format(piece.words) for piece in word_changes(before, after))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("about 40 men", "40 men", "[-about ]40 men"),
        ("it may fall", "it will fall", "it [-may][+ will] fall"),
        ("The dam holds", "the dam holds", "the dam holds"),
        ("", "new words", "[+new words]"),
        ("old words", "", "[-old words]"),
        ("same", "same", "same"),
    ],
)
def test_word_by_word(before: str, after: str, said: str) -> None:
    assert _said(before, after) == said


def test_words_changed_together_are_read_together() -> None:
    assert _said("the mayor hid the flood", "a clerk saw the flood") == "[-the mayor hid][+ a clerk saw] the flood"


def test_very_long_wordings_are_shown_whole() -> None:
    long = "word " * MOST_WORDS
    gone, new = word_changes(long, "short")
    assert (gone.change, gone.words.strip()) == (Change.GONE, long.strip())
    assert (new.change, new.words.strip()) == (Change.NEW, "short")


@pytest.mark.parametrize(
    ("before", "after", "then", "here"),
    [
        ("about 40 men", "40 men", "[-about ]40 men", "40 men"),
        ("The dam may fall", "the dam will fall, he said", "The dam [-may] fall", "the dam [+will] fall[+, he said]"),
        ("the mayor hid it", "a clerk saw it", "[-the mayor hid] it", "[+a clerk saw] it"),
        ("same", "same", "same", "same"),
        ("", "new", "", "[+new]"),
    ],
)
def test_side_by_side_each_text_has_all_its_characters(before: str, after: str, then: str, here: str) -> None:
    marks = {Change.KEPT: "{}", Change.GONE: "[-{}]", Change.NEW: "[+{}]"}
    one, other = word_sides(before, after)
    assert "".join(marks[piece.change].format(piece.words) for piece in one) == then
    assert "".join(marks[piece.change].format(piece.words) for piece in other) == here
    assert ("".join(piece.words for piece in one), "".join(piece.words for piece in other)) == (before, after)


def test_of_two_versions_only_what_differs_is_shown() -> None:
    before = "One.\n\nTwo men.\n\nThree.\n\nFour."
    after = "One.\n\nTwo women.\n\nThree.\n\nFour.\n\nFive."
    one, other = text_changes(before, after)
    assert (one.skipped, [piece.change for piece in one.pieces][1:3]) == (1, [Change.GONE, Change.NEW])
    assert (other.skipped, other.pieces) == (2, (Piece(Change.NEW, "Five."),))
    assert text_changes(before, before) == ()


def test_wordings_in_two_languages_have_no_word_in_common() -> None:
    assert not have_common_words(word_changes("The dam, he said, would hold.", "Плотина, сказал он, выдержит."))
    assert have_common_words(word_changes("The dam would hold.", "A dam, then."))
