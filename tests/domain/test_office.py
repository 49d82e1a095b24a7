"""Dates as exactly as they are known, and what a tenure tells of a day."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.domain.office import Holding, KnownDate, Precision, Tenure, period
from tests.registry.offices import tenure


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("2012-05-21", date(2012, 5, 21), date(2012, 5, 21), Precision.DAY),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29), Precision.MONTH),
        ("2012", date(2012, 1, 1), date(2012, 12, 31), Precision.YEAR),
        ("2012-05-21T10:00:00", date(2012, 5, 21), date(2012, 5, 21), Precision.DAY),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(words: str, first: date, last: date, precision: Precision) -> None:
    known = KnownDate.of(words)
    assert (known.first, known.last, known.precision) == (first, last, precision)


@pytest.mark.parametrize("words", ["", "May 2012", "2012-13", "2012-02-30", "12"])
def test_what_is_no_date_is_turned_away(words: str) -> None:
    with pytest.raises(ValueError):
        KnownDate.of(words)


@pytest.mark.parametrize(
    ("day", "holding"),
    [
        ("2004-02-29", Holding.BEFORE),
        ("2004-03-01", Holding.DURING),
        ("2012-05-21", Holding.DURING),
        ("2012-05-22", Holding.AFTER),
    ],
)
def test_a_tenure_with_both_days(day: str, holding: Holding) -> None:
    assert tenure("a", "b", "2004-03-01", "2012-05-21").on(date.fromisoformat(day)) is holding


@pytest.mark.parametrize(
    ("day", "holding"),
    [
        ("2011-12-31", Holding.BEFORE),
        ("2012-06-01", Holding.UNKNOWN),
        ("2013-01-01", Holding.DURING),
        ("2025-09-02", Holding.UNKNOWN),
    ],
)
def test_a_year_and_a_last_sighting_leave_days_open(day: str, holding: Holding) -> None:
    assert tenure("a", "b", "2012", seen="2025-09-01").on(date.fromisoformat(day)) is holding


def test_an_open_tenure_says_when_it_was_last_seen() -> None:
    assert period(tenure("a", "b", "2012", seen="2025-09")) == "since 2012, last seen 2025-09"
    assert period(Tenure("a", "b", None, KnownDate.of("2012"))) == "unknown to 2012"
