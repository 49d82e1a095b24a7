"""Rates say how much they tell."""

from __future__ import annotations

import pytest

from sayso.domain.rate import Rate


def test_without_occasion_there_is_no_rate() -> None:
    assert (Rate(0, 0).share, Rate(0, 0).interval) == (None, None)


def test_the_interval_of_wilson() -> None:
    assert Rate(8, 10).share == 0.8
    assert Rate(8, 10).interval == pytest.approx((0.490, 0.943), abs=0.001)  # Newcombe 1998, method 3
    low, high = Rate(3, 3).interval or (0, 0)
    assert low < 0.5
    assert high == 1.0
