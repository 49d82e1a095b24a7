"""Signs of several wordings become those of a claim."""

from __future__ import annotations

from sayso.tracing.ranking.signs import COUNTED, SIGNS, TOLD_OTHERWISE, join_signs


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
