"""Signs of several wordings become those of a claim."""

from __future__ import annotations

from sayso.tracing.ranking.signs import (
    COUNTED,
    OF_ITS_OWN,
    SIGNS,
    TOLD_OTHERWISE,
    Likeness,
    Side,
    find_signs,
    join_signs,
)
from sayso.tracing.ranking.wording import read_wording


def test_a_claim_in_one_wording_has_that_ones_signs_and_no_gain() -> None:
    own = tuple(float(place) for place in range(len(SIGNS)))
    joined = join_signs(own, [])
    assert len(joined) == len(COUNTED)
    assert joined[: len(SIGNS)] == own
    assert not any(joined[len(SIGNS) :])


def test_other_wordings_count_by_what_the_best_has_more() -> None:
    own = (0.5,) * len(SIGNS)
    more, less = (0.75,) + (0.25,) * (len(SIGNS) - 1), (0.0,) * len(SIGNS)
    counted = dict(zip(COUNTED, join_signs(own, [less, more]), strict=True))
    assert counted[SIGNS[0]] == 0.5
    assert counted[f"{SIGNS[0]}, {TOLD_OTHERWISE}"] == 0.25
    assert counted[f"{SIGNS[1]}, {TOLD_OTHERWISE}"] == 0.0
    assert counted[TOLD_OTHERWISE] == 1.0
    assert not any(f"{sign}, {TOLD_OTHERWISE}" in counted for sign in OF_ITS_OWN)


def test_a_claim_about_a_post_is_near_a_post_and_not_near_a_sentence() -> None:
    def of_a_post(text: str) -> float:
        post, claim = (
            Side.of(read_wording(one), read_wording("")) for one in (text, "Ada Vik tweeted that the whale is hers.")
        )
        signs = find_signs(post, claim, Likeness(0, 0, 0, 0, 0), lambda term: 1.0)
        return dict(zip(SIGNS, signs, strict=True))["of a post"]

    assert of_a_post("That whale is mine — Ada Vik (@adavik) May 1, 2026") == 1.0
    assert of_a_post("Vik said that the whale is hers.") == 0.0
