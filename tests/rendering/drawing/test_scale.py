"""Time on the x axis."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.rendering.drawing.scale import scale_of

_TIMES = st.lists(st.integers(-62_135_596_800, 253_402_300_799), min_size=1, max_size=30)
_NEAR = st.lists(st.integers(1_772_000_000, 1_772_400_000), min_size=1, max_size=30)


def _seconds(words: str) -> int:
    return int(datetime.fromisoformat(words).replace(tzinfo=UTC).timestamp())


def _ticks(*times: str, width: float = 1000) -> list[tuple[str, str]]:
    return [(tick.words, tick.below) for tick in scale_of(map(_seconds, times), 0, width).ticks(84)]


@pytest.mark.parametrize(
    ("times", "ticks"),
    [
        (("1998-05-04", "2026-05-04"), [("2000", ""), ("2005", ""), ("2010", ""), ("2015", ""), ("2020", ""), ("2025", "")]),
        (("2024-10-20", "2026-05-02"), [("Jan", "2025"), ("Apr", ""), ("Jul", ""), ("Oct", ""), ("Jan", "2026"), ("Apr", "")]),
        (("2026-03-02", "2026-03-05"), [
            ("00:00", "2 Mar 2026"), ("12:00", ""), ("00:00", "3 Mar"), ("12:00", ""), ("00:00", "4 Mar"), ("12:00", ""),
            ("00:00", "5 Mar"),
        ]),
        (("2026-03-02T06:12", "2026-03-02T06:18"), [
            ("06:12", "2 Mar 2026"), ("06:13", ""), ("06:14", ""), ("06:15", ""), ("06:16", ""), ("06:17", ""), ("06:18", ""),
        ]),
    ],
)  # fmt: skip
def test_ticks_stand_at_round_times(times: tuple[str, ...], ticks: list[tuple[str, str]]) -> None:
    assert _ticks(*times) == ticks


def test_an_even_spread_has_an_even_axis() -> None:
    times = [_seconds(f"2026-03-{day:02}") for day in range(1, 11)]
    scale = scale_of(times, 0, 900)
    assert not scale.stretched
    assert [round(scale.place(time)) for time in times] == list(range(0, 1000, 100))


def test_a_burst_is_stretched_and_its_ticks_are_finer() -> None:
    burst = [f"2026-03-02T{hour:02}:00" for hour in range(6, 18)]
    scale = scale_of(map(_seconds, [*burst, "2026-09-01"]), 0, 1000)
    assert scale.stretched
    assert scale.place(_seconds(burst[-1])) > 400
    words = [tick.words for tick in scale.ticks(84)]
    assert "12:00" in words and any(month in " ".join(words) for month in ("Jun", "Jul", "Aug"))


def test_one_moment_stands_in_the_middle() -> None:
    assert scale_of([_seconds("2026-03-02")], 0, 100).place(_seconds("2026-03-02")) == 50


@given(st.one_of(_TIMES, _NEAR))
def test_time_never_turns_back_and_ticks_keep_their_distance(times: list[int]) -> None:
    scale = scale_of(times, 100, 900)
    places = [scale.place(time) for time in sorted(times)]
    assert all(a <= b for a, b in pairwise(places))
    assert all(100 <= place <= 900 for place in places)
    ticks = scale.ticks(84)
    assert ticks
    assert all(b.x - a.x >= 84 - 1e-6 for a, b in pairwise(ticks))
