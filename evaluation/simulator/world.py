"""The towns, people and outlets of one story."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from sayso.domain.attribution import Naming, PartyKind
from sayso.domain.claim import Access

from . import vocabulary
from .facts import Fact


class OutletKind(StrEnum):
    """What an outlet is, which decides how its texts look."""

    AGENCY = "agency"
    PAPER = "paper"
    SITE = "site"
    CHANNEL = "channel"
    INSTITUTE = "institute"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes."""

    name: str
    kind: OutletKind

    @property
    def address(self) -> str:
        """Its site."""
        return f"https://{slug(self.name)}.example"


@dataclass(frozen=True, slots=True)
class Party:
    """Where a claim comes from. `role` is a named person's ("the head of the police"); unnamed ones are called by `name`."""

    name: str
    role: str | None
    kind: PartyKind
    naming: Naming
    access: Access
    interested: bool

    def full(self, role: str | None, *, role_first: bool = False) -> str:
        """As it is introduced, with the role that it is given here."""
        if role is None:
            return self.name
        return f"{role}, {self.name}," if role_first else f"{self.name}, {role},"

    def short(self) -> str:
        """As it is named the second time, and in headlines."""
        if self.naming is Naming.NAMED:
            return self.name.split()[-1]
        return self.name


class World:
    """Names that are made up as they are asked for; none is given twice, but to those who are named in passing."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def town(self) -> str:
        """A town's name."""
        return self._new(self._town_name)

    def passing_town(self) -> str:
        """The name of a town where nothing happens."""
        return self._passing(self._town_name)

    def passing_person(self) -> str:
        """First and last name of somebody who has nothing to do with it."""
        return f"{self._pick(vocabulary.FIRST_NAMES)} {self._passing(self._last_name)}"

    def proper(self, *, numbered: bool = True) -> str:
        """A name for a hostel, a works, a school, which may have a number; a company's or a foundation's has none."""
        name = self._new(lambda: self._pick(vocabulary.PROPER))
        return (
            name
            if not numbered or "-" in name or self._chance.random() < 0.7
            else f"{name}-{self._chance.randrange(2, 30)}"
        )

    def person(self) -> str:
        """First and last name; no two people share the last."""
        return f"{self._pick(vocabulary.FIRST_NAMES)} {self._new(self._last_name)}"

    def outlet(self, kind: OutletKind) -> Outlet:
        """An outlet of this kind."""
        return Outlet(self._new(lambda: self._outlet_name(kind)), kind)

    def party(self, fact: Fact) -> Party:
        """Somebody who could know: two in three are named, and half of those speak for the actor about itself."""
        chance = self._chance
        if chance.random() < 0.66:
            interested = chance.random() < 0.5
            of = (
                fact.actor
                if interested
                else f"the {fact.place} {chance.choice(('prosecutor', 'trade union', 'council', 'aid group'))}"
            )
            role = f"{chance.choice(vocabulary.ROLES)} of {of}"
            access = Access.OFFICIAL if interested else Access.PARTY
            return Party(self.person(), role, PartyKind.PERSON, Naming.NAMED, access, interested)
        name = self._new(lambda: self._pick(vocabulary.UNNAMED).format(actor=fact.actor, place=fact.place))
        kind = PartyKind.DOCUMENT if "letter" in name or "memo" in name else PartyKind.PERSON
        access = (
            Access.DOCUMENT
            if kind is PartyKind.DOCUMENT
            else Access.EYEWITNESS
            if name == "an eyewitness"
            else Access.UNKNOWN
        )
        return Party(name, None, kind, Naming.UNNAMED, access, False)

    def _town_name(self) -> str:
        return self._pick(vocabulary.TOWN_STARTS) + self._pick(vocabulary.TOWN_ENDS)

    def _last_name(self) -> str:
        return self._pick(vocabulary.FAMILY_STARTS) + self._pick(vocabulary.FAMILY_ENDS)

    def _outlet_name(self, kind: OutletKind) -> str:
        town = self._town_name()
        if kind is OutletKind.AGENCY:
            return (
                self._pick(vocabulary.AGENCY_STARTS)
                + self._pick(vocabulary.AGENCY_ENDS)
                + self._chance.choice(("", " " + town))
            )
        if kind is OutletKind.PAPER:
            return f"{town} {self._pick(vocabulary.PAPERS)}"
        if kind is OutletKind.INSTITUTE:
            return self._pick(vocabulary.INSTITUTES).format(self._last_name())
        return f"{town} {self._pick(vocabulary.SITES)}"

    def _new(self, make: Callable[[], str]) -> str:
        for _ in range(100):
            name = make()
            if name not in self._taken:
                break
        else:  # the names have run out
            name = f"{name}-{len(self._taken)}"
        self._taken.add(name)
        return name

    def _passing(self, make: Callable[[], str]) -> str:
        return next((name for name in (make() for _ in range(100)) if name not in self._taken), make())

    def _pick(self, words: Sequence[str]) -> str:
        return self._chance.choice(words)


def slug(name: str) -> str:
    """A name as it stands in an address or a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
