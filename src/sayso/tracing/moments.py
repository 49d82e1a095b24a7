"""When documents were published, as far as their dates tell: some bear a day, some a time, some a zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """`first` and `last` are the days that it may be, as written; `minute` the minute, in UTC where `zoned`."""

    first: int
    last: int
    minute: int | None
    zoned: bool

    @property
    def sort_key(self) -> int:
        """A place in time for putting things in an order; a day without a time stands at its noon."""
        return self.minute if self.minute is not None else self.first * _MINUTES + _MINUTES // 2


@lru_cache(maxsize=8192)
def moment(published: str | None) -> Moment | None:
    """The moment that a document's date tells; None where there is none that can be read."""
    found = _DAY.match((published or "").strip())
    if published is None or found is None:
        return None
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month), int(day or 1)).toordinal()
    except ValueError:
        return None
    if day is None:
        return Moment(first, first + 27, None, zoned=False)
    try:
        at = datetime.fromisoformat(published.strip().rstrip("~?"))
    except ValueError:
        return Moment(first, first, None, zoned=False)
    if len(published.strip()) <= len("2026-01-02"):
        return Moment(first, first, None, zoned=False)
    if at.tzinfo is None:
        return Moment(first, first, first * _MINUTES + at.hour * 60 + at.minute, zoned=False)
    try:
        at = at.astimezone(UTC)
    except OverflowError:  # the first hours of the year 1
        return Moment(first, first, None, zoned=False)
    return Moment(first, first, at.date().toordinal() * _MINUTES + at.hour * 60 + at.minute, zoned=True)


def is_before(one: Moment | None, other: Moment | None) -> bool:
    """Whether `one` is certainly earlier. Times are held against times where both have a zone or neither has, else days."""
    if one is None or other is None:
        return False
    if one.minute is not None and other.minute is not None and one.zoned == other.zoned:
        return one.minute < other.minute
    return one.last < other.first
