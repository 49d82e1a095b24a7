from datetime import date

import pytest

from sayso.readers.dates import agree, is_plausible, iso_date


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2026-01-02", "2026-01-02"),
        ("20260102", "2026-01-02"),
        ("2026-01-02T10:00:00+02:00", "2026-01-02T10:00:00+02:00"),
        (" 2026-01-02T10:00:00.123+0200 ", "2026-01-02T10:00:00+02:00"),
        ("2026-01-02 10:00 -05", "2026-01-02T10:00:00-05:00"),
        ("2026-01-02T10:00", "2026-01-02T10:00:00"),
        ("2026-01-02T10:00:00+00:00", "2026-01-02T10:00:00Z"),
        ("2026-01-02 10:00:00 UTC", "2026-01-02T10:00:00Z"),
        ("2026-01-02T10:00:00+02:00[Europe/Kyiv]", "2026-01-02T10:00:00+02:00"),
        ("Fri, 02 Jan 2026 10:00:00 GMT", "2026-01-02T10:00:00Z"),
        ("1767348000", "2026-01-02T10:00:00Z"),
        ("1767348000000", "2026-01-02T10:00:00Z"),
        ("January 2, 2026", "2026-01-02"),
        ("Friday, 2nd Jan. 2026, 10 am", "2026-01-02"),
        ("2026-01-02T99:99:99Z", "2026-01-02"),
    ],
)
def test_dates_are_written_in_one_form(said: str, iso: str) -> None:
    assert iso_date(said) == iso == iso_date(iso)


@pytest.mark.parametrize(
    "said",
    ["", "yesterday", "2026", "2026-01", "01/02/2026", "2026-02-30", "0000-00-00", "2 Smarch 2026", "1" * 10_000],
)
def test_what_is_no_day_is_no_date(said: str) -> None:
    assert iso_date(said) is None


@pytest.mark.parametrize(
    ("iso", "plausible"),
    [
        ("2026-06-01", True),
        ("2026-06-02T23:59:00+14:00", True),
        ("2026-06-03", False),
        ("0001-01-01T00:00:00Z", False),
        ("1970-01-01T00:00:00Z", False),
        ("1969-12-31T19:00:00-05:00", False),
        ("1923-05-17", True),
    ],
)
def test_dates_that_can_be(iso: str, plausible: bool) -> None:
    assert is_plausible(iso, date(2026, 6, 1)) is plausible


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2026-01-02", "2026-01-02T23:00:00Z", True),
        ("2026-01-02T10:00:00Z", "2026-01-02T12:00:00+02:00", True),
        ("2026-01-02T10:00:00", "2026-01-02T12:00:00+02:00", True),
        ("2026-01-02T10:00:00Z", "2026-01-02T12:00:00Z", False),
    ],
)
def test_agreement(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is agree(other, one) is same
