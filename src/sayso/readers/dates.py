"""Dates as pages write them → ISO 8601, with the time and zone that the page gives and no others."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

LONGEST_DATE = 100
EARLIEST_YEAR = 1600
"""No newspaper is older; what says so left a field empty."""
_DEFAULTS = frozenset(("1899-12-30", "1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01"))
"""What machines write where they know no date."""

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:(?:\s*T\s*|,?\s+)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?)?",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")
_MAIL = re.compile(
    r"(?:[a-z]{3,9},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?(?:\s+[a-z]{1,5}|\s*[+-]\d{4})?", re.I
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_WORDS = re.compile(
    r"(?:[a-z]+,\s*)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})\.?,?"
    r"|(?P<first>[a-z]{3,9})\.?\s+(?P<second>\d{1,2})(?:st|nd|rd|th)?,?)\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_MONTHS = "january february march april may june july august september october november december".split()


def iso_date(said: str) -> str | None:
    """The date in the form `2026-01-02` or, where a time is given too, `2026-01-02T10:00:00+02:00`; None for no date.

    A zone is written as in the page, UTC as Z, and none where the page gives none; parts of a second are left out.
    """
    text = " ".join(said[: LONGEST_DATE * 2].split())
    if not text or len(text) > LONGEST_DATE:
        return None
    for form in _FORMS:
        try:
            found = form(text)
        except (ValueError, OverflowError, OSError):
            continue
        if found is not None:
            return found
    return None


def day_of(iso: str) -> str:
    """The day of a date in the form of `iso_date`, in the zone in which it is written."""
    return iso[:10]


def is_plausible(iso: str, today: date) -> bool:
    """Whether something can have been published then: no date that machines write for none, and none after tomorrow."""
    day = day_of(iso)
    return int(day[:4]) >= EARLIEST_YEAR and day not in _DEFAULTS and day <= (today + timedelta(days=1)).isoformat()


def agree(one: str, other: str) -> bool:
    """Whether two dates can be the same moment; of a day and a time, whether that is the time's day."""
    if len(one) == 10 or len(other) == 10:
        return day_of(one) == day_of(other)
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return day_of(one) == day_of(other)
    return first == second


def _iso(text: str) -> str | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return date(int(year), int(month), int(day)).isoformat()
    moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=_zone(zone))
    return _written(moment)


def _zone(said: str | None) -> timezone | None:
    if said is None:
        return None
    if said[0] not in "+-":
        return UTC
    digits = said[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if said[0] == "-" else offset)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _mail(text: str) -> str | None:
    return _written(parsedate_to_datetime(text)) if _MAIL.fullmatch(text) else None


def _epoch(text: str) -> str | None:
    return _written(datetime.fromtimestamp(int(text[:10]), UTC)) if _EPOCH.fullmatch(text) else None


def _in_words(text: str) -> str | None:
    """Of "5 March 2024, 10 am" the day alone: times in words are not read."""
    found = _WORDS.match(text)
    if found is None:
        return None
    name = (found["month"] or found["first"]).lower()
    months = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return date(int(found["year"]), months[0], int(found["day"] or found["second"])).isoformat() if months else None


def _iso_day(text: str) -> str | None:
    """The day alone of what begins with one and goes on in a form that is not read."""
    found = _ISO_DAY.match(text)
    return date.fromisoformat(found[1]).isoformat() if found else None


_FORMS: tuple[Callable[[str], str | None], ...] = (_iso, _mail, _epoch, _in_words, _iso_day)
