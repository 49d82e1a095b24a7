"""How often Python looks for waste while documents are added."""

from __future__ import annotations

import gc

import pytest

from sayso.pipeline.waste import MADE_BETWEEN, seldom_looked_for


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_waste_is_looked_for_seldom_inside_and_as_before_after() -> None:
    gc.set_threshold(700, 10, 10)
    with seldom_looked_for(), seldom_looked_for():
        assert gc.get_threshold() == (MADE_BETWEEN, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_one_who_stops_first_leaves_it_to_the_other() -> None:
    gc.set_threshold(700, 10, 10)
    first, second = seldom_looked_for(), seldom_looked_for()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] == MADE_BETWEEN
    second.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("measure", [0, 2 * MADE_BETWEEN])
def test_whoever_looks_for_it_less_still_does(measure: int) -> None:
    gc.set_threshold(measure, 10, 10)
    with seldom_looked_for():
        assert gc.get_threshold() == (measure, 10, 10)
    assert gc.get_threshold() == (measure, 10, 10)
