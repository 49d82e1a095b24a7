"""Times in a text and whether two of them may be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.languages.language import load_language
from sayso.languages.times import agree_on_time, find_times

ENGLISH = load_language("en")
TUESDAY = "2026-01-20T10:00:00Z"


def times(text: str, published: str | None = TUESDAY) -> list[str]:
    """The keys of the times in a text."""
    return [time.key for time in find_times(text, 0, len(text), published, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("on 14 January 2026", "2026-01-14"),
        ("on January 14", "2026-01-14"),
        ("on Jan. 14", "2026-01-14"),
        ("on the 3rd of March", "2026-03-03"),
        ("on 2 December", "2025-12-02"),
        ("in February", "2026-02"),
        ("in late November", "2025-11"),
        ("in May 2024", "2024-05"),
        ("since 2023", "2023"),
        ("on 2026-01-03", "2026-01-03"),
        ("03.01.2026", "2026-01-03"),
        ("on Thursday", "2026-01-15?"),
        ("on Tuesday", "2026-01-20?"),
        ("last Tuesday", "2026-01-13?"),
        ("next Monday", "2026-01-26?"),
        ("yesterday", "2026-01-19~"),
        ("two weeks ago", "2026-01-06~"),
        ("a year ago", "2025"),
        ("last week", "2026-01-12/2026-01-18"),
        ("last month", "2025-12"),
        ("this winter", "2025-24"),
        ("last summer", "2025-22"),
        ("next spring", "2026-21"),
    ],
)
def test_times_are_reckoned_from_the_date_of_publishing(text: str, key: str) -> None:
    assert times(text) == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [("on 14 January", "--01-14"), ("in February", "--02"), ("on Thursday", "thursday"), ("yesterday", "yesterday")],
)
def test_without_that_date_a_key_says_what_is_known(text: str, key: str) -> None:
    assert times(text, None) == [key]


def test_a_weekday_before_its_date_is_one_time_with_it() -> None:
    assert times("on Thursday, 15 January") == ["2026-01-15"]


@pytest.mark.parametrize(
    "text", ["They may march.", "a sum of 2026 roubles", "31 February 2026", "May be", "in Marchmont"]
)
def test_words_and_numbers_that_only_look_like_times_are_none(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2026-01-14", "2026-01", True),
        ("2026-01-14", "--01-14", True),
        ("2026-12-30", "2026-24", True),
        ("thursday", "2026-01-15", True),
        ("--01", "--01-14", True),
        ("2026-01-14", "2026-01-15", False),
        ("thursday", "friday", False),
        ("thursday", "2026-01-16", False),
        ("2026-01-15?", "2026-01-16?", False),
        ("--01", "--02", False),
        ("2026-01-15?", "2026-01-22?", None),
        ("2026-01-15~", "2026-01-16", None),
        ("yesterday", "2026-01-16", None),
    ],
)
def test_agreement_is_known_or_not(one: str, other: str, agree: bool | None) -> None:
    assert agree_on_time(one, other) is agree
    assert agree_on_time(other, one) is agree


@given(st.text(max_size=200), st.sampled_from([None, TUESDAY, "soon"]))
def test_any_text_has_times_in_order_that_do_not_overlap(text: str, published: str | None) -> None:
    found = find_times(text, 0, len(text), published, ENGLISH)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(time.key and 0 <= time.start < time.end <= len(text) for time in found)
