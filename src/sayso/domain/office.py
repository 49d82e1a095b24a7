"""Offices and who held them: an office, a body, a person, and a tenure, which is one person's holding of one office."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A date as exactly as it is known: "2012-05-21", "2012-05" or "2012" (EDTF). `first` and `last` are the days it can be."""

    words: str
    first: date
    last: date
    precision: Precision

    @classmethod
    def of(cls, words: str) -> KnownDate:
        """The date that is written so; ValueError for no date. A time after the day is left out."""
        match = _FORM.fullmatch(words[:10].strip())
        if match is None:
            raise ValueError(f"{words!r} is no date. Write 2012-05-21, 2012-05 or 2012.")
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        if day:
            known = date(year, month, day)
            return cls(match[0], known, known, Precision.DAY)
        if month:
            return cls(match[0], date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)
        return cls(match[0], date(year, 1, 1), date(year, 12, 31), Precision.YEAR)

    def __str__(self) -> str:
        return self.words


class Holding(StrEnum):
    """Whether somebody holds an office on a day, as far as a tenure tells."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, or who publishes: "the Investigative Committee of Russia", "Meduza".

    `kind` is state, armed, outlet, agency, think-tank, monitor or channel; `owner` who owns or pays it; `party` whose
    side it is on where it is itself a party to what it reports of ("Russia"), else None.
    """

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    kind: str
    owner: str | None = None
    party: str | None = None
    source: str | None = None
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post that one person holds at a time: "Minister of Internal Affairs of Russia".

    `titles` are the words for its holder ("minister", "head"), `bodies` what it is the top of ("MVD", "Internal
    Affairs"); the two together are how texts call it. `beside` are offices that its holder may have as well. `for_life`:
    whoever held it goes by its title afterwards too ("President Carter").
    """

    id: str
    name: str
    organisation: str | None
    country: str
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    beside: frozenset[str] = frozenset()
    for_life: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held an office; `names` are the ways in which the name is written."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held what, from when to when.

    `since` and `until` are None where they are not known. Without `until` the person was still in office on `seen`;
    what came after is not known. `source` says where it stands, `checked` on which day a person looked there; None is
    `unchecked`. `origin` is the file that it came from.
    """

    person: str
    office: str
    since: KnownDate | None
    until: KnownDate | None
    seen: KnownDate | None = None
    acting: bool = False
    source: str | None = None
    checked: str | None = None
    origin: str = "sayso"

    def on(self, day: date) -> Holding:
        """Whether it was held on `day`; the days that an imprecise date can be are unknown."""
        if self.since is not None and day < self.since.first:
            return Holding.BEFORE
        if self.until is not None and day > self.until.last:
            return Holding.AFTER
        begun = self.since is not None and day >= self.since.last
        last = self.until.first if self.until is not None else self.seen.first if self.seen is not None else None
        if begun and last is not None and day <= last:
            return Holding.DURING
        return Holding.UNKNOWN

    def near(self, day: date, days: int) -> bool:
        """Whether `day` is at most so many days from where it begins or ends: an announcement and a decree differ."""
        margin = timedelta(days=days)
        ends = [known for known in (self.since, self.until) if known is not None]
        return any(known.first - margin <= day <= known.last + margin for known in ends)


@dataclass(frozen=True, slots=True)
class RegistryLine:
    """A tenure with the names of its person and office, as it is shown for evidence."""

    person: str
    office: str
    tenure: Tenure

    @property
    def words(self) -> str:
        """ "Ana Rao: Minister of Harbours, 2012-05-21 to 2019" and where that stands."""
        tenure = self.tenure
        acting = "acting " if tenure.acting else ""
        return f"{self.person}: {acting}{self.office}, {period(tenure)} ({provenance(tenure)})"


def period(tenure: Tenure) -> str:
    """ "2012-05-21 to 2019", "since 2012-05-21, last seen 2025-11"."""
    if tenure.until is not None:
        return f"{tenure.since or 'unknown'} to {tenure.until}"
    since = f"since {tenure.since}" if tenure.since is not None else "beginning unknown"
    return f"{since}, last seen {tenure.seen}" if tenure.seen is not None else since


def provenance(tenure: Tenure) -> str:
    """Where a tenure stands and when somebody looked: "Wikipedia: Ana Rao, checked 2026-11-28"."""
    looked = f"checked {tenure.checked}" if tenure.checked else "unchecked"
    return f"{tenure.source}, {looked}" if tenure.source else looked
