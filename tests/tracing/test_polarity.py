"""Whether words deny what they speak of."""

from __future__ import annotations

import pytest

from sayso.tracing.polarity import find_polarity
from tests.tracing.pairs import state


@pytest.mark.parametrize(
    "text",
    [
        "nobody was detained",
        "No such instruction was given",
        "the men had not been inspected",
        "his officers have yet to catch them",
        "the ministry failed to warn them",
        "redundancies have been ruled out",
        "they didn't sign and didn't eat",
        "nor were they told",
    ],
)
def test_words_deny(text: str) -> None:
    assert find_polarity(text, "en").negated


@pytest.mark.parametrize(
    "text",
    [
        "the men were detained",
        "no fewer than twelve men were detained",
        "not only men were detained",
        "they did not fail to warn them",
        "redundancies cannot be ruled out",
        "those who did not sign were beaten",
        "the men, who had not signed, were beaten",
        "the gate had been inspected and that no faults were found",
        "",
    ],
)
def test_words_do_not_deny(text: str) -> None:
    assert not find_polarity(text, "en").negated


def test_it_is_known_what_is_denied() -> None:
    assert find_polarity("the samples contained no lead", "en").denied == ("lead",)


def test_a_cue_of_denial_turns_the_words_round() -> None:
    assert state("{S The board} {C denied} {X that anyone was detained at the market}.").negated
    assert not state("{S The board} {C said} {X that seven men were detained at the market}.").negated
    assert not state("{S The board} {C denied} {X that nobody was detained at the market}.").negated
