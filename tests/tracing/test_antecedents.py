"""Whom "he", "they" and a transcript's "I" mean. All texts are invented."""

from __future__ import annotations

import pytest

from sayso.domain.span import Span
from sayso.tracing.antecedents import find_antecedent, find_introduced, find_label, find_other_than, is_open
from tests.tracing.making import page


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("A man who worked in the yard has an idea. In spring, he says, other paint came.", "he says", "A man who worked in the yard has an idea"),
        ("Jomar Orlan is nineteen and wears a borrowed shirt. On deck, he tells me, it was dark.", "he tells", "Jomar Orlan"),
        ("Wanda Orlan, an inspector, brought a counter.\n\n“I had it in my hand.” It was full, she said.", "she said", "Wanda Orlan"),
        ("The woman at the window is thirty. A policeman laughed. There, she said, sat a clerk.", "she said", "The woman at the window"),
        ("Two workers from the quay came in. It had run for hours, they said.", "they said", "Two workers from the quay"),
        ("It rained all day. There was no bus, he said.", "he said", None),
    ],
)  # fmt: skip
def test_an_open_word_means_whom_a_sentence_before_is_about(text: str, pronoun: str, expected: str | None) -> None:
    document = page("The Quay", text)
    word = pronoun.split()[0]
    start = document.text.index(f" {pronoun}") + 1
    found = find_antecedent(document, Span(start, start + len(word), word))
    assert expected is None and found is None or found is not None and expected.startswith(found[0].exact)


def test_which_words_leave_open_whom_they_mean() -> None:
    assert all(is_open(words) for words in ("he", "She", "they both", "the 51-year-old", "the woman"))
    assert not any(is_open(words) for words in ("the mayor", "Orlan", "it"))


def test_a_transcript_says_who_speaks_and_a_list_does_not() -> None:
    talk = page(
        "Harl Talks", "HOST: Who was there?\n\nGUEST: I was, and I saw forty men.\n\nHOST: And then?\n\nGUEST: Nothing."
    )
    found = find_label(talk, talk.text.index("I was"))
    assert found is not None and found.exact == "GUEST"
    house = page(
        "House Record",
        "Minister (Deputy Anna Berg): I thank him.\n\nDeputy Jan Orm: Well?\n\nDeputy Anna Berg: I said so.",
    )
    found = find_label(house, house.text.index("I thank"))
    assert found is not None and found.exact == "Deputy Anna Berg"
    check = page("Twice Checked", "CLAIM: Forty men were held.\n\nRATING: false\n\nWHY: They were not.")
    assert find_label(check, check.text.index("Forty")) is None


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("On 4 May we spoke for an hour with a nurse, a woman of 30. By her account nine left.", "By her", "a nurse"),
        ("Our man in the port: nine boats left at night.", "Our", "Our man in the port"),
        ("My cousin sweeps in the port. By her own telling nine boats left.", "By her", "My cousin"),
        ("Nine boats left at night: nobody saw them.", "Nine", None),
        ("By night nine boats left.", "By night", None),
    ],
)
def test_who_is_put_before_what_he_says_without_a_verb(text: str, at: str, expected: str | None) -> None:
    document = page("The Quay", text)
    found = find_introduced(document, document.text.index(at))
    assert (found[0].exact if found is not None else None) == expected


def test_whom_the_writer_met_is_meant_and_not_who_stands_behind_a_comma() -> None:
    text = "We spoke by telephone with a sailor. His number came from the aunt of a cook, a teacher from Orm. It sank, he said."
    document = page("The Quay", text)
    start = document.text.index("he said")
    found = find_antecedent(document, Span(start, start + 2, "he"))
    assert found is not None and found[0].exact == "a sailor"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was not Jan but the man who had slept beside him, with a cough. He said that nine left.", "the man who had slept beside him"),
        ("It was Jan. He said that nine left.", None),
        ("It was not Jan but the cook who rang. Jan rang later. He said that nine left.", None),
    ],
)  # fmt: skip
def test_who_is_set_against_a_name_is_meant(text: str, expected: str | None) -> None:
    document = page("The Quay", text)
    start = document.text.index("He said")
    found = find_other_than(document, Span(start, start + 2, "He"), "Jan")
    assert (found.exact if found is not None else None) == expected
