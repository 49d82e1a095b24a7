"""One time axis for a page of happenings: when it was, as a bar, and apart from it when each document reported it.

Places are parts of the width, so that a strip is as wide as the page lets it be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sayso.domain.document import day_of
from sayso.domain.edtf import Days, days_of
from sayso.domain.happening import Account, Happening
from sayso.rendering.drawing.ink import tag, tooltip, words
from sayso.rendering.moments import when
from sayso.rendering.story.kinds import kind_of

_LEAST = timedelta(days=6)
_FAR = 4  # times the span of the reports that the axis goes back; what was before is told by an arrow
_NEAR = timedelta(days=45)
_PAD = 0.02
_MOST_TICKS = 7
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 600, 1200, 12_000)
_EVENT, _REPORT, HEIGHT = 9.0, 24.0, 32.0
_THINNEST = 0.9  # per cent
_EDGE = 11.0  # per cent: half of a day's words on a phone


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day to the last."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Per cent of the width; below 0 and above 100 for days outside."""
        return 100 * (day - self.first).days / max(1, (self.last - self.first).days)

    def ticks(self) -> list[tuple[float, str]]:
        """At most seven days with what is written at them."""
        return list(_ticks(self))

    def days(self, step: int) -> list[date] | None:
        """Every so-manieth day; None where they are too many, which is known before they are counted off."""
        first = self.first if step < 7 else _shifted(self.first, timedelta(days=-self.first.weekday() % 7))
        count = 1 + (self.last - first).days // step
        return [first + timedelta(days=step * at) for at in range(count)] if count <= _MOST_TICKS else None

    def months(self, step: int) -> list[date] | None:
        """The first day of every so-manieth month; None where they are too many."""
        if (self.last.year - self.first.year) * 12 // step > _MOST_TICKS + 1:
            return None
        found = list(self._months(step))
        return found if len(found) <= _MOST_TICKS else None

    def _months(self, step: int) -> Iterator[date]:
        at = -(-(self.first.year * 12 + self.first.month - (self.first.day == 1)) // step) * step
        while at // 12 <= min(self.last.year, 9999) and (day := date(at // 12, at % 12 + 1, 1)) <= self.last:
            yield day
            at += step


@lru_cache(maxsize=64)
def _ticks(axis: Axis) -> tuple[tuple[float, str], ...]:
    """Kept, since every strip of a page has the same; on an axis of 10,000 years, 3,650,000 days were counted off for each."""
    for step in _DAYS:
        if (days := axis.days(step)) is not None:
            return tuple((axis.place(day), f"{day.day} {day:%b %Y}") for day in days)
    for step in _MONTHS:
        if (days := axis.months(step)) is not None:
            return tuple((axis.place(day), str(day.year) if step >= 12 else f"{day:%b %Y}") for day in days)
    return ()


def axis_of(happenings: Iterable[Happening]) -> Axis | None:
    """The axis that holds all reports, and the events around them; None where nothing has a date."""
    found = list(happenings)
    reports = [day for item in found for account in item.accounts if (day := day_of(account.published))]
    events = [day for item in found for days, _ in _times(item) for day in (days.first, days.last) if day]
    if not reports and not events:
        return None
    first, last = min(reports or events), max(reports or events)
    far = max(_FAR * (last - first), _NEAR)
    near = [day for day in events if _shifted(first, -far) <= day <= _shifted(last, far)]
    first, last = min([first, *near]), max([last, *near])
    pad = max((last - first) * _PAD, (_LEAST - (last - first)) / 2, timedelta(days=1))
    return Axis(_shifted(first, -pad), _shifted(last, pad))


def _shifted(day: date, by: timedelta) -> date:
    """A day later or earlier; not before the first day that there is, nor after the last."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def draw_axis(axis: Axis) -> str:
    """The days at the top of the list."""
    parts = [
        tag("text", words(said), x=f"{place:.2f}%", y=14, class_="tick" if at % 2 == 0 else "tick odd", font_size=12, text_anchor=_anchor(place))
        for at, (place, said) in enumerate(axis.ticks())
    ]  # fmt: skip
    return f'<svg class="strip days" width="100%" height="20" aria-hidden="true">{"".join(parts)}</svg>'


def draw_strip(happening: Happening, axis: Axis, event: str, report: Callable[[Account], str]) -> str:
    """One happening's times: a bar a time that accounts give, and below a mark a report; `event` and `report` are where they lead."""
    parts = [_net(axis)]
    times = _times(happening)
    kind = kind_of(happening.first).value + ("" if happening.happened else " hollow")
    for at, (days, said) in enumerate(times):
        high = 10.0 / len(times)
        parts.append(
            _linked(event, _bar(days, axis, _EVENT - 5 + at * high, max(2.5, high - 1), kind), f"Event: {said}")
        )
    for account in happening.accounts:
        day = day_of(account.published)
        if day is not None:
            mark = tag(
                "line",
                x1=f"{axis.place(day):.2f}%",
                x2=f"{axis.place(day):.2f}%",
                y1=_REPORT - 5,
                y2=_REPORT + 5,
                class_="report",
            )
            parts.append(_linked(report(account), mark, f"Reported {when(account.published)}: {account.teller}"))
    return f'<svg class="strip" width="100%" height="{HEIGHT:.0f}" role="group" aria-label="{words(_told(happening, times))}">{"".join(parts)}</svg>'


@lru_cache(maxsize=64)
def _net(axis: Axis) -> str:
    """A line down at each day that is written above; the same in every strip."""
    return "".join(
        tag("line", x1=f"{place:.2f}%", x2=f"{place:.2f}%", y1=0, y2=HEIGHT, class_="net") for place, _ in axis.ticks()
    )


def _bar(days: Days, axis: Axis, y: float, high: float, kind: str) -> str:
    """From the beginning of the first day to the end of the last; an arrow where it goes on past the axis, or is open."""
    left = axis.place(days.first) if days.first else -1.0
    right = axis.place(days.last + timedelta(days=1)) if days.last and days.last < date.max else 101.0
    style = f"event {kind}{' vague' if days.about or days.first is None or days.last is None else ''}"
    if right <= 0 or left >= 100:
        place, sign, anchor = ("0%", "◂", "start") if right <= 0 else ("100%", "▸", "end")
        return tag("text", sign, x=place, y=y + high, class_=f"beyond {kind}", font_size=13, text_anchor=anchor)
    left, right = max(0.0, left), min(100.0, right)
    width = max(_THINNEST, right - left)
    return tag("rect", x=f"{left:.2f}%", y=y, width=f"{width:.2f}%", height=high, rx=1.5, class_=style)


def _anchor(place: float) -> str:
    """Which end of a day's words stands at its place: none of them runs out of the page."""
    return "start" if place < _EDGE else "end" if place > 100 - _EDGE else "middle"


def _linked(address: str, mark: str, told: str) -> str:
    """What the list says in words with links too is no stop of its own for the keyboard."""
    return f'<a href="{words(address)}" tabindex="-1" aria-label="{words(told)}">{tooltip([told])}{mark}</a>'


def _told(happening: Happening, times: Sequence[tuple[Days, str]]) -> str:
    event = " or ".join(said for _, said in times) or "no date"
    reports = sorted(day for account in happening.accounts if (day := day_of(account.published)))
    if not reports:
        return f"Event: {event}. Report: date unknown."
    last = f" to {reports[-1].isoformat()}" if reports[-1] != reports[0] else ""
    return f"Event: {event}. Reported {reports[0].isoformat()}{last}."


def _times(happening: Happening) -> list[tuple[Days, str]]:
    """The times that accounts give, each once, with the EDTF they were written in."""
    given = dict.fromkeys(a.event.time.edtf for a in happening.accounts if a.event.time is not None)
    return [(days, edtf) for edtf in given if edtf and (days := days_of(edtf)) is not None]
