"""When, where, and how many."""

from __future__ import annotations

import pytest

from sayso.domain.event import TimePrecision
from tests.extract.events.telling import events, one


@pytest.mark.parametrize(
    ("sentence", "edtf", "precision"),
    [
        ("Police raided the mill on Tuesday.", "2026-01-13", TimePrecision.DAY),
        ("Police raided the mill on 3 January.", "2026-01-03", TimePrecision.DAY),
        ("Police raided the mill last week.", "2026-01-05/2026-01-11", TimePrecision.WEEK),
        ("Police raided the mill in December.", "2025-12", TimePrecision.MONTH),
        ("Police raided the mill in 2024.", "2024", TimePrecision.YEAR),
        ("Police will raid the mill on Tuesday.", "2026-01-20", TimePrecision.DAY),
    ],
)
def test_times_are_reckoned_from_the_document(sentence: str, edtf: str, precision: TimePrecision) -> None:
    time = one(sentence).time
    assert time is not None
    assert (time.edtf, time.precision) == (edtf, precision)


def test_each_event_has_its_own_time() -> None:
    held, freed = events("The men were arrested on Monday and released on Tuesday.")
    assert held.time and freed.time
    assert (held.time.edtf, freed.time.edtf) == ("2026-01-12", "2026-01-13")


@pytest.mark.parametrize(
    ("words", "low", "high", "bound"),
    [
        ("40 men", 40, 40, None),
        ("at least 40 men", 40, None, "at-least"),
        ("up to 40 men", None, 40, "at-most"),
        ("about 40 men", 40, 40, "about"),
        ("almost 40 men", 40, 40, "almost"),
    ],
)
def test_numbers_keep_their_bounds(words: str, low: float | None, high: float | None, bound: str | None) -> None:
    (number,) = one(f"Police detained {words} there.").numbers
    assert (number.low, number.high, number.bound, number.what) == (low, high, bound, "man")


def test_a_place_is_named_or_a_site() -> None:
    named, site = one("Police detained men in Kazan.", place=["Kazan"]).place, one("Men were held in a cell.").place
    assert named is not None and (named.name, named.latitude) == ("Kazan", None)
    assert site is not None and site.name == "cell"
