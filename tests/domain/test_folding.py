import pytest

from sayso.domain.folding import fold, has_words


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Rostov-on-Don", "rostov on don"),
        ("  São Tomé ", "sao tome"),
        ("Орёл", "орел"),
        ("N'Djamena", "n djamena"),
        ("Straße", "strasse"),
        ("", ""),
        (None, ""),
    ],
)
def test_names_are_compared_without_marks_and_signs(name: str | None, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("New York", "new yo", True),
        ("New York", "york", True),
        ("Romania", "oman", False),
        ("Rostov-on-Don", "Don", True),
    ],
)
def test_words_stand_in_a_name_from_their_beginning(name: str, words: str, found: bool) -> None:
    assert has_words(name, words) is found
