"""Dates as exactly as they tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.rendering.moments import moment, on_day, when


@pytest.mark.parametrize(
    ("published", "words", "minutes"),
    [
        ("2026-03-02T06:12:30Z", "2026-03-02 06:12", 1),
        ("2026-03-02T06:12:30.123456+03:00", "2026-03-02 03:12", 1),
        ("2026-03-02 06:12", "2026-03-02 06:12", 1),
        ("2026-03-02T01:00-0530", "2026-03-02 06:30", 1),
        ("2026-03-02", "2026-03-02", 24 * 60),
        ("2026-02", "2026-02", 28 * 24 * 60),
        ("2024~", "2024", 366 * 24 * 60),
        ("0033", "0033", 365 * 24 * 60),
    ],
)
def test_a_date_is_as_long_as_what_it_leaves_open(published: str, words: str, minutes: int) -> None:
    known = moment(published)
    assert known is not None
    assert (known.words, known.end - known.start) == (words, minutes * 60)


@pytest.mark.parametrize("published", [None, "", "yesterday", "2026-02-30", "2026-03-02T24:00", "12026-01-01", "9999"])
def test_what_is_no_date_is_unknown(published: str | None) -> None:
    assert moment(published) is None


def test_what_is_no_date_is_shown_as_it_was_written() -> None:
    assert (when("yesterday"), when(None), when("2026-03-02T06:12Z")) == (
        "dated “yesterday”",
        "date unknown",
        "2026-03-02 06:12",
    )


def test_the_day_of_a_date_is_cut_from_a_date_only() -> None:
    dates = ("2026-03-02T06:12Z", "2026-03-02T23:00-05:00", "2026-03", None, "yesterday evening")
    assert [on_day(date) for date in dates] == [
        "2026-03-02", "2026-03-03", "2026-03", "date unknown", "dated “yesterday evening”",
    ]  # fmt: skip


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    known = moment(text)
    assert known is None or known.start < known.end
