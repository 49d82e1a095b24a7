"""Words of a claim that a text meets in meaning. The vectors are set by hand: a wig lies near a toupee."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.tracing.ranking.meeting import MUCH_MET, UNMET, Meant, meet
from sayso.tracing.ranking.ranking import Ranking, Told
from sayso.tracing.ranking.weights import Weights

PLACES = {"wig": (1.0, 0.0, 0.0), "toupee": (0.8, 0.6, 0.0), "whale": (0.0, 0.0, 1.0), "mayor": (0.0, 1.0, 0.0)}


def meant(*terms: str) -> Meant:
    return Meant(terms, np.array([PLACES[term] for term in terms], np.float16).reshape(len(terms), 3))


def rare(term: str) -> float:
    return MUCH_MET if term != "mayor" else MUCH_MET / 2


def test_a_word_is_met_by_the_nearest_of_the_other_side() -> None:
    met = meet(meant("wig", "whale"), meant("toupee"), rare)
    assert met.best == pytest.approx(0.8, abs=0.01)
    assert met.claim == pytest.approx(0.8, abs=0.01)
    assert met.text == pytest.approx(0.4, abs=0.01)


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    met = meet(meant("wig"), meant("wig", "mayor"), rare)
    assert met.claim == pytest.approx(2 / 3, abs=0.01)


def test_where_a_side_says_nothing_nothing_is_met() -> None:
    assert meet(meant(), meant("wig"), rare) == UNMET
    assert meet(meant("wig"), meant(), rare) == UNMET


def test_a_ranking_asks_for_the_words_of_what_it_compares() -> None:
    asked: list[str] = []

    def words_of(text: str) -> Meant:
        asked.append(text)
        return meant(*(word for word in text.lower().rstrip(".").split() if word in PLACES))

    told = [Told("one", "A whale."), Told("two", "His toupee."), Told("two", "It is a hat")]
    ranking = Ranking(told, Weights.named("met", {"best words met": 1.0}, even=0.0), meant=words_of)
    assert ranking.nearest("That wig")[0].claim == "two"
    assert sorted(asked) == ["A whale.", "His toupee.", "That wig"]
