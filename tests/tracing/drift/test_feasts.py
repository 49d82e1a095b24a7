"""Days called by their feast."""

from __future__ import annotations

import pytest

from sayso.domain.claim import DriftKind
from sayso.tracing.drift import compare
from sayso.tracing.drift.feasts import find_feasts
from tests.tracing.drift.built import told


@pytest.mark.parametrize(
    ("words", "published", "key"),
    [
        ("the works will close by Christmas", "2026-03-12", "2026-12-25~"),
        ("nobody has been paid since Christmas", "2026-03-12", "2025-12-25~"),
        ("the bridge fell on New Year’s Eve", "2026-01-04T10:00:00Z", "2025-12-31~"),
        ("the fair opens at Christmas", "2026-11-20", "2026-12-25~"),
        ("the ship sank at Christmas 2019", "2026-11-20", "2019-12-25~"),
        ("nobody has been paid since the New Year", None, "--01-01"),
        ("the works will close", "2026-03-12", None),
    ],
)
def test_which_year_is_meant(words: str, published: str | None, key: str | None) -> None:
    found = [place.key for place in find_feasts(words, 0, len(words), published, "en")]
    assert found == ([key] if key is not None else [])


def test_a_deadline_that_became_christmas() -> None:
    up = told("a", "Varnholt will cut 1,200 jobs by the end of 2027", by="a manager")
    down = told("b", "Varnholt will cut 1,200 jobs by Christmas 2026", by="a manager")
    (change,) = compare(up, down)
    assert change.kind is DriftKind.TIME_CHANGED
    assert change.to.exact == "Christmas 2026"
    assert compare(up, told("b", "Varnholt will cut 1,200 jobs by Christmas 2027", by="a manager")) == ()
