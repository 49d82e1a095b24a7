"""Times that a text names, as keys that can be compared; a weekday or "yesterday" is reckoned from the date of publishing.

A key is EDTF: "2026-01-14", "2026-01", "2026", "2026-01-12/2026-01-18", "2026-21" (spring). A day reckoned from a weekday ends
in "?", one reckoned from "yesterday" or "two weeks ago" in "~": a copy with a later date reckons them wrong. Where the year or the
date of publishing is missing a key says what is known: "--01-14", "--01", "thursday", "yesterday".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sayso.domain.document import day_of
from sayso.domain.named import Place
from sayso.languages.language import Language, load_language
from sayso.languages.words import Words, load_words

DAYS_AHEAD = 120
"""A month without a year is the last one, unless it begins within so many days after the text was published."""

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)")
_DIGIT = re.compile(r"\d")
_LONE_YEAR = re.compile(rf"\b(?:in|since|by|until|from|during|before|after|late|early|as) {_YEAR}\b(?!-)")
FIRST_SEASON = 21
"""EDTF's number for spring."""
_STEP = {"last": -1, "this": 0, "next": 1}
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class _Patterns:
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    word: re.Pattern[str]
    ago: re.Pattern[str]
    span: re.Pattern[str]


def find_times(text: str, start: int, end: int, published: str | None, language: Language) -> tuple[Place, ...]:
    """The times named in a range of a text, in order; `published` is an ISO 8601 date or time, or None."""
    patterns, words, today = _patterns(language.code), load_words(language.code), day_of(published)
    found: list[Place] = []
    taken = bytearray(max(0, end - start))

    def keep(match: re.Match[str], key: str | None, group: int | str = 0) -> None:
        first, last = match.span(group)
        free = not any(taken[first - start : last - start])
        taken[first - start : last - start] = b"\1" * (last - first)
        if free and key is not None:  # a day that there is not ("31 February") is no month either
            found.append(Place(key, first, last))

    has_digits = _DIGIT.search(text, start, end) is not None  # three sentences of four have none
    for pattern in (_ISO, _DOTTED) if has_digits else ():
        for match in pattern.finditer(text, start, end):
            keep(match, _day(int(match["year"]), int(match["month"]), int(match["day"])))
    for pattern in (patterns.day_month, patterns.month_day) if has_digits else ():
        for match in pattern.finditer(text, start, end):
            month = words.months[match["month"].lower()] + 1
            keep(match, _dated(month, int(match["day"]), match["year"], today))
    days = {place.start for place in found}
    for match in patterns.month.finditer(text, start, end):
        key = _month(match, words, text, today)
        if key is not None:
            keep(match, key)
    for match in _LONE_YEAR.finditer(text, start, end) if has_digits else ():
        keep(match, match["year"], "year")
    for match in patterns.weekday.finditer(text, start, end) if text.find("day", start, end) >= 0 else ():
        if days & {match.end() + 1, match.end() + 2}:
            continue  # "Thursday, 14 January": the date says it
        keep(match, _weekday(match, words, today))
    for match in patterns.word.finditer(text, start, end):
        ahead = timedelta(words.days[match.group().lower()])
        keep(match, match.group().lower() if today is None else f"{today + ahead}~")
    for match in patterns.ago.finditer(text, start, end) if " ago" in text[start:end].lower() else ():
        keep(match, _ago(match, language, today))
    for match in patterns.span.finditer(text, start, end):
        keep(match, _span(match["step"].lower(), match["span"].lower(), words, today))
    return tuple(sorted(found, key=lambda place: place.start))


def agree_on_time(one: str, other: str) -> bool | None:
    """Whether two keys may mean one time: True where one holds the other, False where they exclude each other, else None."""
    if one == other:
        return True
    first, second = _interval(one), _interval(other)
    if first is None or second is None:
        return _agree_in_part(one, other)
    apart = max((second[0] - first[1]).days, (first[0] - second[1]).days)
    if apart <= 0:
        return True
    if "~" in (one[-1], other[-1]) and apart <= 1:
        return None
    if "?" in (one[-1], other[-1]) and apart % 7 == 0:
        return None
    return False


def _agree_in_part(one: str, other: str) -> bool | None:
    """Keys of which one lacks its year or its date: what both tell is compared."""
    weekdays = load_words("en").weekdays  # keys are in English whatever the text is in
    for key, against in ((one, other), (other, one)):
        interval = _interval(against)
        if key in weekdays:
            if against in weekdays:
                return weekdays[key] == weekdays[against]
            if interval is not None and interval[0] == interval[1]:
                return True if interval[0].weekday() == weekdays[key] else None if against[-1] == "~" else False
            return None
        if key.startswith("--"):
            wanted = key[2:]
            if against.startswith("--"):
                return against[2:].startswith(wanted) or wanted.startswith(against[2:])
            if interval is None:
                return None
            low, high = (f"{day.month:02}-{day.day:02}" for day in interval)
            if (interval[1] - interval[0]).days > 200:
                return None
            return low[: len(wanted)] <= wanted <= high if low <= high else None
    return None


@lru_cache(maxsize=8)
def _patterns(code: str) -> _Patterns:
    language, words = load_language(code), load_words(code)
    names = sorted((name.capitalize() for name in words.months), key=len, reverse=True)
    month = rf"(?P<month>{'|'.join(names)})\b(?:\.(?= \d))?"
    weekdays = "|".join(day.capitalize() for day in words.weekdays)
    numbers, units = "|".join(language.number_words), "|".join(_UNITS)
    return _Patterns(
        day_month=re.compile(rf"\b{_DAY} (?:of )?{month}(?:,? {_YEAR}\b)?"),
        month_day=re.compile(rf"\b{month} {_DAY}\b(?!\d|[:.]\d|,\d)(?:,? {_YEAR}\b)?"),
        month=re.compile(rf"\b{month}(?:,? {_YEAR}\b)?"),
        weekday=re.compile(rf"(?:\b(?P<step>[Ll]ast|[Nn]ext) )?\b(?P<day>{weekdays})\b"),
        word=re.compile(rf"\b(?:{'|'.join(words.days)})\b", re.IGNORECASE),
        ago=re.compile(rf"\b(?P<count>\d{{1,3}}|a|{numbers}) (?P<unit>{units})s? ago\b", re.IGNORECASE),
        span=re.compile(rf"\b(?P<step>{'|'.join(_STEP)}) (?P<span>{'|'.join(words.spans)})\b", re.IGNORECASE),
    )


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _dated(month: int, day: int, year: str | None, today: date | None) -> str | None:
    if not 1 <= day <= monthrange(2024, month)[1]:
        return None
    if year:
        return _day(int(year), month, day)
    if today is None:
        return f"--{month:02}-{day:02}"
    return _day(_year_of(month, today), month, day)


def _year_of(month: int, today: date) -> int:
    """The year of a month that is named without one."""
    ahead = (date(today.year, month, 1) - today).days
    if ahead > DAYS_AHEAD:
        return today.year - 1
    return today.year + 1 if ahead + 365 <= DAYS_AHEAD else today.year


def _month(match: re.Match[str], words: Words, text: str, today: date | None) -> str | None:
    name = match["month"].lower()
    before = text[max(0, match.start() - 10) : match.start()].lower().replace("-", " ").split()
    if (
        (name in words.loose_months or len(name) < 4)
        and not match["year"]
        and not (before and before[-1] in words.before_month)
    ):
        return None
    month = words.months[name] + 1
    if match["year"]:
        return f"{match['year']}-{month:02}"
    return f"--{month:02}" if today is None else f"{_year_of(month, today)}-{month:02}"


def _weekday(match: re.Match[str], words: Words, today: date | None) -> str:
    name, step = match["day"].lower(), (match["step"] or "").lower()
    if today is None:
        return name
    back = (today.weekday() - words.weekdays[name]) % 7
    if step == "next":
        return f"{today + timedelta(7 - back)}?"
    return f"{today - timedelta(back + (7 if step == 'last' and back == 0 else 0))}?"


def _ago(match: re.Match[str], language: Language, today: date | None) -> str:
    if today is None:
        return match.group().lower()
    words = match["count"].lower()
    count = int(words) if words.isdigit() else language.number_words.get(words, 1)
    unit = match["unit"].lower()
    if unit == "year":
        return str(today.year - count)
    if unit == "month":
        months = today.year * 12 + today.month - 1 - count
        return f"{months // 12}-{months % 12 + 1:02}"
    return f"{today - timedelta(min(count, 9999) * _UNITS[unit])}~"


def _span(step: str, span: str, words: Words, today: date | None) -> str | None:
    if today is None:
        return f"{step} {span}"
    move = _STEP[step]
    if span in ("week", "weekend"):
        monday = today - timedelta(today.weekday()) + timedelta(7 * move)
        first = monday + timedelta(5) if span == "weekend" else monday
        return f"{first}/{monday + timedelta(6)}"
    if span == "month":
        months = today.year * 12 + today.month - 1 + move
        return f"{months // 12}-{months % 12 + 1:02}"
    if span == "year":
        return str(today.year + move)
    if span == "night":
        return f"{today + timedelta(move)}~" if move < 0 else None
    year = today.year - (1 if span == "winter" and today.month < 3 else 0)
    number = words.seasons[span] + FIRST_SEASON
    if step == "last" and _season_begins(number, year) + timedelta(90) > today:
        year -= 1
    if step == "next" and _season_begins(number, year) <= today:
        year += 1
    return f"{year}-{number}"


def _season_begins(number: int, year: int) -> date:
    return date(year, 3 * (number - FIRST_SEASON + 1), 1)


@lru_cache(maxsize=16384)
def _interval(key: str) -> tuple[date, date] | None:
    """The first and the last day that a key may mean; None where it lacks the year."""
    first, _, last = key.rstrip("?~").partition("/")
    if last:
        low, high = _interval(first), _interval(last)
        return (low[0], high[1]) if low and high else None
    parts = first.split("-")
    if not all(part.isdigit() for part in parts):
        return None
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            day = date(*numbers)
            return day, day
        if len(numbers) == 2 and numbers[1] >= FIRST_SEASON:
            begins = _season_begins(numbers[1], numbers[0])
            return begins, begins + timedelta(91)
        if len(numbers) == 2:
            return date(numbers[0], numbers[1], 1), date(numbers[0], numbers[1], monthrange(*numbers)[1])
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    except ValueError:
        return None
