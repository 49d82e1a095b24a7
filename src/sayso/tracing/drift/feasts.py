"""Days of the year that a text calls by the name of their feast: "by Christmas"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from sayso.domain.document import day_of
from sayso.languages.wording import load_wording
from sayso.tracing.statement import Place

DAYS_AHEAD = 60
"""A feast without "by" or "last" is the one gone by, unless the next one is within so many days."""


def find_feasts(text: str, start: int, end: int, published: str | None, code: str) -> Iterator[Place]:
    """The feasts named in a range of a text, as EDTF; about that day, for nobody means the very day by them."""
    wording = load_wording(code)
    if not wording.feasts:
        return
    today = day_of(published)
    for match in _pattern(code).finditer(text, start, end):
        day = wording.feasts[" ".join(match["feast"].lower().replace("’", "'").split())]
        before = (match["before"] or "").lower()
        year = match["year"]
        if year is None and today is not None:
            year = str(_year(day, today, before, code))
        yield Place(f"{year}-{day}~" if year is not None else f"--{day}", match.start("feast"), match.end())


def _year(day: str, today: date, before: str, code: str) -> int:
    month, number = map(int, day.split("-"))
    ahead = (date(today.year, month, number) - today).days
    if before in load_wording(code).until:
        return today.year + (ahead < 0)
    if before in load_wording(code).since:
        return today.year - (ahead > 0)
    if ahead < 0:
        following = (date(today.year + 1, month, number) - today).days
        return today.year + (following <= DAYS_AHEAD)
    return today.year - (ahead > DAYS_AHEAD)


@lru_cache(maxsize=8)
def _pattern(code: str) -> re.Pattern[str]:
    wording = load_wording(code)
    feasts = "|".join(re.escape(name).replace("\\ ", r"\s+").replace("'", "['’]") for name in _longest(wording.feasts))
    before = "|".join(map(re.escape, _longest((*wording.until, *wording.since))))
    return re.compile(
        rf"(?:\b(?P<before>{before}) (?:the )?)?\b(?P<feast>{feasts})\b(?: (?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE
    )


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)
