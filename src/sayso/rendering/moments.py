"""When something was published, as exactly as its date tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# ISO 8601 as pages write it, from a year to fractions of a second; EDTF's marks of doubt are passed over.
_WRITTEN = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?"
    r" ?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?[~?%]?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A stretch of time, in seconds since 1970, UTC: a minute, a day, a month or a year, whichever the date tells.

    `words` is how it is written: "2026-03-02 06:12", "2026-03-02", "2026-03", "2026".
    """

    start: int
    end: int
    words: str

    @property
    def has_time(self) -> bool:
        """Whether the time of day is known."""
        return self.end - self.start == 60


@lru_cache(maxsize=8192)
def moment(published: str | None) -> Moment | None:
    """Kept, since a drawing asks for each date five times. The moment that a date in ISO 8601 tells, in UTC; one without a zone is taken as UTC. None for anything else."""
    match = _WRITTEN.fullmatch(published.strip()) if published else None
    if match is None:
        return None
    year, month, day, hour, minute, _, zone = match.groups()
    try:
        start = datetime(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), tzinfo=UTC)
        start -= _offset(zone)
        if hour:
            end = start + timedelta(minutes=1)
        elif day:
            end = start + timedelta(days=1)
        elif month:
            end = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
        else:
            end = start.replace(year=start.year + 1)
    except (ValueError, OverflowError):  # a 30th of February, an hour 24, the end of the year 9999
        return None
    words = start.replace(tzinfo=None).isoformat(" ", "minutes")
    return Moment(_seconds(start), _seconds(end), words[: 16 if hour else 10 if day else 7 if month else 4])


def when(published: str | None) -> str:
    """A date as people are shown it; what cannot be read as one is shown as it was written; "date unknown"."""
    known = moment(published)
    if known is not None:
        return known.words
    written = " ".join((published or "").split())
    return f"dated “{written[:40]}”" if written else "date unknown"


def on_day(published: str | None) -> str:
    """The day of a date, without its time; what is no date, whole."""
    known = moment(published)
    return known.words[:10] if known is not None else when(published)


def _offset(zone: str | None) -> timedelta:
    if not zone or zone in "Zz":
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -offset if zone[0] == "-" else offset


def _seconds(time: datetime) -> int:
    since = time - _EPOCH
    return since.days * 86_400 + since.seconds
