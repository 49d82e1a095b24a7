"""Words that do not tell who somebody is."""

import pytest

from sayso.languages.untold import tells_who


@pytest.mark.parametrize(
    "words", ["who", "We", "we", "She", "None of them", "some of us", "those who", "Nobody", "“They”", "Our"]
)
def test_pronouns_alone_tell_nobody(words: str) -> None:
    assert not tells_who(words)


@pytest.mark.parametrize("words", ["WHO", "US", "My husband", "one of the callers", "who runs a channel", "Мы", "5", "A", "", "nobody at the depot"])  # fmt: skip
def test_names_and_descriptions_tell_somebody(words: str) -> None:
    assert tells_who(words)
