"""Eighty-nine small stories, read by the shipped model and traced: floors, since readings get better and worse by the sentence."""

from __future__ import annotations

import pytest

from tests.tracing.story_sets import Score, all_sets, f1, score


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {story.name: score(story) for story in all_sets()}


def test_who_took_it_from_whom(scores: dict[str, Score]) -> None:
    assert f1(list(scores.values())) >= 0.95


def test_the_interval_of_roots_holds_the_truth(scores: dict[str, Score]) -> None:
    assert sum(item.holds for item in scores.values()) >= 0.95 * len(scores)
    assert sum(item.interval[1] - item.interval[0] for item in scores.values()) <= 0.3 * len(scores)


def test_what_cannot_be_is_flagged(scores: dict[str, Score]) -> None:
    flagged = {story.name for story in all_sets() if story.early or story.cycle}
    assert {name for name, item in scores.items() if item.lineage.flags} == flagged
