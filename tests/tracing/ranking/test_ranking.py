"""Claims in the order in which a text may mean them. Claims and posts are invented."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sayso.tracing.ranking.ranking import Ranking, Told
from sayso.tracing.ranking.signs import SIGNS
from sayso.tracing.ranking.weights import HAND_SET, Weights

TOLD = [
    Told("pool", "The town of Varnholt will close its swimming pool in June 2026.", "Will Varnholt Close Its Pool?"),
    Told("ferry", "A ferry to Ostrand sank with 236 passengers.", "Did a Ferry Sink off Ostrand?"),
    Told("whale", "Harbour master Jonas Vik was fired for feeding a whale.", "Was Jonas Vik Fired Over a Whale?"),
    Told("bridge", "The Ostrand bridge cost 14 million crowns.", "Did the Ostrand Bridge Cost 14 Million?"),
]


@pytest.fixture(scope="module")
def ranking() -> Ranking:
    return Ranking(TOLD, HAND_SET)


@pytest.mark.parametrize(
    ("post", "meant"),
    [
        ("OMG they are closing the pool in #Varnholt", "pool"),
        ("236 people drowned?? #OstrandFerry pic.twitter.com/abc", "ferry"),
        ("Nobody has the right to fire me. I will feed whom I like — Jonas Vik (@JonasVik) May 1, 2026", "whale"),
        ("14 million for THAT bridge", "bridge"),
    ],
)
def test_the_claim_that_a_post_makes_comes_first(ranking: Ranking, post: str, meant: str) -> None:
    assert ranking.nearest(post)[0].claim == meant


def test_every_claim_comes_once_and_scores_fall(ranking: Ranking) -> None:
    found = ranking.nearest("The ferry to Ostrand")
    assert sorted(near.claim for near in found) == ["bridge", "ferry", "pool", "whale"]
    scores = [near.score for near in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_the_reasons_are_words_of_both(ranking: Ranking) -> None:
    reasons = " ".join(ranking.nearest("236 people drowned on the Ostrand ferry")[0].reasons)
    assert "236" in reasons
    assert "ostrand" in reasons


def test_a_word_that_stands_in_the_headline_alone_is_not_said_to_be_the_claims() -> None:
    told = [*TOLD, Told("quay", "Families are waiting.", "Herring Ship Sinks")]
    near = next(item for item in Ranking(told, HAND_SET).nearest("a herring ship sank") if item.claim == "quay")
    assert near.reasons == ("its headline speaks of sink, ship",)


def test_a_number_that_only_the_claim_has_speaks_against_it() -> None:
    told = [Told("many", "The ferry sank with 236 passengers."), Told("few", "The ferry sank with 12 passengers.")]
    assert Ranking(told, HAND_SET).nearest("12 passengers were on the ferry")[0].claim == "few"


def test_a_claim_is_as_near_as_its_nearest_wording() -> None:
    told = [*TOLD, Told("pool", "They take our kids' only place to swim away")]
    near = Ranking(told, HAND_SET).nearest("so our kids lose the only place to swim")[0]
    assert (near.claim, near.text) == ("pool", told[-1].text)


def test_a_known_post_of_another_claim_stands_in_no_claims_way() -> None:
    shared = "Disgraceful people, as always, are telling lies about the beautiful"
    told = [*TOLD, Told("pool", f"{shared} pool — Ada Vik (@AdaVik) May 1, 2026")]
    without_gain = Weights.named("own", {"share of the claim": 1.0, "names": 1.0}, even=1.0)
    post = f"{shared} bridge of Ostrand — Ada Vik (@AdaVik) May 2, 2026"
    assert Ranking(told, without_gain).nearest(post)[0].claim == "bridge"


def test_a_known_wording_may_be_left_out() -> None:
    post = "so our kids lose the only place to swim"
    ranking = Ranking([*TOLD, Told("pool", post)], HAND_SET)
    assert ranking.compare(post)[0].nearest == len(TOLD)
    assert all(item.nearest < len(TOLD) for item in ranking.compare(post, without=post))


def test_vectors_find_what_words_do_not() -> None:
    axes = np.eye(4, dtype=np.float32)
    told = [replace(item, vector=axis) for item, axis in zip(TOLD, axes, strict=True)]
    assert Ranking(told, HAND_SET).nearest("A bathing place shuts", [axes[0]])[0].claim == "pool"
    assert Ranking(told, HAND_SET).nearest("A bathing place shuts", [axes[3]])[0].claim == "bridge"


def test_nothing_to_rank_is_an_empty_order() -> None:
    assert Ranking([], HAND_SET).nearest("The ferry sank") == []


@pytest.mark.parametrize("text", ["", "https://t.co/x", "🛳", "a" * 10_000, "— (@) —", "“"])
def test_no_text_is_too_odd(ranking: Ranking, text: str) -> None:
    assert len(ranking.nearest(text)) == len(TOLD)


def test_weights_are_by_name_and_a_wrong_name_is_refused() -> None:
    weights = Weights.named("x", {"number": 2.0}, even=1.0)
    assert weights.values[SIGNS.index("number")] == 2.0
    assert sum(weights.values) == 2.0
    with pytest.raises(ValueError, match="'luck'"):
        Weights.named("x", {"luck": 1.0}, even=0.0)
