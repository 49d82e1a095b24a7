"""The days that an EDTF expression covers, as far as sayso writes them: days, months, seasons, years, intervals, open ends."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SINGLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_SPRING = 21
_SEASONS = 4


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included; None where that end is open. `about`: the text, or its date, leaves it uncertain."""

    first: date | None
    last: date | None
    about: bool = False


def days_of(edtf: str | None) -> Days | None:
    """The days of an expression; None where it says no year, or is none that sayso writes."""
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    begins = _single(first)
    ends = _single(last) if slash else begins
    if begins is None and ends is None:
        return None
    if any(
        found is None and part not in ("", "..") for found, part in ((begins, first), (ends, last if slash else first))
    ):
        return None
    days = Days(begins and begins[0], ends and ends[1], edtf.rstrip()[-1] in "~?%" or first[-1:] in ("~", "?", "%"))
    return None if days.first and days.last and days.first > days.last else days


def _single(words: str) -> tuple[date, date] | None:
    known = _SINGLE.fullmatch(words)
    if known is None:
        return None
    year, month, day = (int(part) if part else None for part in known.groups())
    try:
        if not month:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day:
            return (date(year or 0, month, day),) * 2
        if month >= _SPRING:
            return _season(year or 0, month - _SPRING)
        return date(year or 0, month, 1), date(year or 0, month, monthrange(year or 0, month)[1])
    except ValueError:
        return None


def _season(year: int, place: int) -> tuple[date, date] | None:
    """Three months from March on; winter is the one that begins in the year."""
    if place >= _SEASONS:
        return None
    begins, after = 3 + 3 * place, 6 + 3 * place
    return date(year, begins, 1), date(year + after // 12, (after - 1) % 12 + 1, 1) - timedelta(days=1)
