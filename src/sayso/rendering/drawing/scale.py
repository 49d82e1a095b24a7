"""Time along the x axis, and the ticks under which it is read.

Where documents crowd (a burst on one day, copies weeks later) an even scale would put most of them on one spot; there the axis
is stretched: half of a place follows the time, half the order. It never turns back, and its ticks stand at true times.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_LAST = 253_402_300_799  # the end of the year 9999, in seconds
_FIRST = -62_135_596_800  # the beginning of the year 1

EVEN = 0.45
"""The part of a stretched axis that follows the time; the rest follows the order."""
_CROWDED = 14.0  # pixels: two times nearer to each other crowd
_MOST_CROWDED = 0.25  # part of the times that may crowd on an even axis
_MOST_CANDIDATES = 3000

# Coarse to fine; a step of months or years is written as a number of months.
_MONTHS = (12_000, 6_000, 2_400, 1_200, 600, 240, 120, 60, 24, 12, 6, 3, 1)
_SECONDS = (14 * _DAY, 7 * _DAY, 2 * _DAY, _DAY, 12 * _HOUR, 6 * _HOUR, 3 * _HOUR, _HOUR, 1800, 900, 300, _MINUTE)
_DAYS = len(_MONTHS) + _SECONDS.index(_DAY)
_MONDAY = 4 * _DAY  # 1970 began on a Thursday
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: `words` and, below it where that changes, the day or year it is in."""

    x: float
    words: str
    below: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Seconds to pixels, straight between `times` at `places`; `stretched` where that is not the same everywhere."""

    times: tuple[int, ...]
    places: tuple[float, ...]
    stretched: bool

    def place(self, time: float) -> float:
        """Where on the x axis a time stands; times before the first and after the last stand at its ends."""
        if time <= self.times[0]:
            return self.places[0]
        if time >= self.times[-1]:
            return self.places[-1]
        at = bisect_right(self.times, time)
        before, after = self.times[at - 1], self.times[at]
        left, right = self.places[at - 1], self.places[at]
        return left + (right - left) * (time - before) / (after - before)

    def ticks(self, room: float) -> tuple[Tick, ...]:
        """Ticks at least `room` pixels apart, the coarsest first choice."""
        chosen = self._coarse_to_fine(room) if self.stretched else self._one_step(room)
        return _labelled([(self.place(time), time, step) for time, step in sorted(chosen)])

    def _one_step(self, room: float) -> list[tuple[int, int]]:
        """The finest step whose ticks are all far enough apart."""
        best: list[tuple[int, int]] = []
        for step in range(len(_MONTHS) + len(_SECONDS)):
            times = _candidates(step, self.times[0], self.times[-1])
            if times is None or any(self.place(b) - self.place(a) < room for a, b in pairwise(times)):
                break
            best = [(time, step) for time in times]
        return best or [(self.times[0], len(_MONTHS) + len(_SECONDS) - 1)]

    def _coarse_to_fine(self, room: float) -> list[tuple[int, int]]:
        """Coarse ticks first; finer ones wherever there is still room between."""
        chosen: list[tuple[int, int]] = []
        gaps = [(self.times[0], self.times[-1], False, False)]
        for step in range(len(_MONTHS) + len(_SECONDS)):
            further = []
            for start, end, left, right in gaps:
                times = _candidates(step, start, end)
                if times is None:
                    continue
                at = self.place(start) + (room if left else 0)
                stop = self.place(end) - (room if right else 0)
                before, taken = (start, left), False
                # Places never turn back, so the next one with room is searched for by halves.
                next_ = bisect_left(times, at, key=self.place)
                while next_ < len(times) and self.place(time := times[next_]) <= stop:
                    chosen.append((time, step))
                    further.append((before[0], time, before[1], True))
                    before, taken = (time, True), True
                    at = self.place(time) + room
                    next_ = bisect_left(times, at, next_ + 1, key=self.place)
                further.append((before[0], end, before[1], right) if taken else (start, end, left, right))
            gaps = [gap for gap in further if self.place(gap[1]) - self.place(gap[0]) > room]
        return chosen or [(self.times[0], len(_MONTHS) + len(_SECONDS) - 1)]


def scale_of(times: Iterable[int], left: float, right: float) -> Scale:
    """A scale on which the first of `times` stands at `left` and the last at `right`."""
    known = sorted(set(times))
    if len(known) == 1:
        known = [max(known[0] - _HOUR, _FIRST), known[0], min(known[0] + _HOUR, _LAST)]
    span = known[-1] - known[0]
    even = [left + (right - left) * (time - known[0]) / span for time in known]
    crowded = sum(b - a < _CROWDED for a, b in pairwise(even)) / (len(known) - 1)
    if crowded <= _MOST_CROWDED:
        return Scale((known[0], known[-1]), (left, right), stretched=False)
    order = [left + (right - left) * place / (len(known) - 1) for place in range(len(known))]
    places = tuple(EVEN * a + (1 - EVEN) * b for a, b in zip(even, order, strict=True))
    return Scale(tuple(known), places, stretched=True)


def _candidates(step: int, start: int, end: int) -> Sequence[int] | None:
    """The times of a step between two others; None where they are too many to look at."""
    if step < len(_MONTHS):
        return _months(_MONTHS[step], start, end)
    seconds = _SECONDS[step - len(_MONTHS)]
    if (end - start) / seconds > _MOST_CANDIDATES:
        return None
    offset = _MONDAY if seconds >= 7 * _DAY else 0
    return range(-((offset - start) // seconds) * seconds + offset, end + 1, seconds)


def _months(step: int, start: int, end: int) -> list[int] | None:
    first, last = _time(start), _time(end)
    from_, to = first.year * 12 + first.month - 1, last.year * 12 + last.month
    if (to - from_) / step > _MOST_CANDIDATES:
        return None
    months = range(-(-from_ // step) * step, to, step)
    times = (_seconds(datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)) for month in months if month >= 12)
    return [time for time in times if start <= time <= end]


def _labelled(ticks: list[tuple[float, int, int]]) -> tuple[Tick, ...]:
    """The day or the year below a tick is said once, and again when it changes; of a day in the same year only the day."""
    finest = max(step for _, _, step in ticks)
    found = []
    before, year_before = "", 0
    for x, time, step in ticks:
        at = _time(time)
        month, year = _NAMES[at.month - 1], str(at.year)
        if step > _DAYS:
            words, below = f"{at.hour:02}:{at.minute:02}", f"{at.day} {month}"
            below += f" {year}" if at.year != year_before else ""
        elif finest >= len(_MONTHS):
            words, below = f"{at.day} {month}", year if at.year != year_before else ""
        elif _MONTHS[finest] < 12:
            words, below = month, year if at.year != year_before else ""
        else:
            words, below = year, ""
        day = f"{at.day} {month}"
        found.append(Tick(x, words, "" if below == before == day else below))
        before, year_before = day if step > _DAYS else "", at.year
    return tuple(found)


def _time(seconds: int) -> datetime:
    return _EPOCH + timedelta(seconds=seconds)


def _seconds(time: datetime) -> int:
    since = time - _EPOCH
    return since.days * _DAY + since.seconds
