"""EDTF as sayso writes it, as days."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.domain.edtf import Days, days_of


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2026-03-02", Days(date(2026, 3, 2), date(2026, 3, 2))),
        ("2026-03-02?", Days(date(2026, 3, 2), date(2026, 3, 2), True)),
        ("2026-02", Days(date(2026, 2, 1), date(2026, 2, 28))),
        ("2026", Days(date(2026, 1, 1), date(2026, 12, 31))),
        ("2026-21", Days(date(2026, 3, 1), date(2026, 5, 31))),
        ("2026-24", Days(date(2026, 12, 1), date(2027, 2, 28))),
        ("2026-03-02/2026-03-08", Days(date(2026, 3, 2), date(2026, 3, 8))),
        ("2024/..", Days(date(2024, 1, 1), None)),
        ("../2024-05", Days(None, date(2024, 5, 31))),
    ],
)
def test_an_expression_is_days(edtf: str, days: Days) -> None:
    assert days_of(edtf) == days


@pytest.mark.parametrize(
    "edtf",
    [None, "", "--01-14", "thursday", "2026-02-31", "2026-13", "2026-25", "../..", "2026/yesterday", "2026/2025"],
)
def test_what_names_no_days_is_none(edtf: str | None) -> None:
    assert days_of(edtf) is None
