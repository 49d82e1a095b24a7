"""One event as several documents have it: every value of every field with who says it, nothing averaged and nothing dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.domain.event import Event, EventNumber, EventPlace, EventTime, Participant

FIELDS = ("actor", "recipient", "place", "time", "number", "reality")
"""The fields whose values may differ between accounts."""


@dataclass(frozen=True, slots=True)
class Account:
    """An event as one document has it; `claim` is the claim that its attribution belongs to, if it does."""

    event: Event
    document: str
    outlet: str | None
    published: str | None
    claim: str | None = None

    @property
    def teller(self) -> str:
        """Who tells of it: the outlet, where it is known, and the hops from the outermost on ("Meridian › ISW › an insider")."""
        hops = [hop.called or "nobody named" for hop in self.event.chain]
        return " › ".join([*([self.outlet] if self.outlet else []), *hops]) or "the outlet"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, as it is compared (`key`), in the words of its first account, and the accounts that give it, by their places."""

    key: str
    words: str
    accounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """Accounts of one event. `roots_min` and `roots_max` are those of its claims, None where no claim is known.

    `id` is the first account's event's; `more` is how many accounts there are that are not here.
    """

    accounts: tuple[Account, ...]
    claims: tuple[str, ...] = ()
    roots_min: int | None = None
    roots_max: int | None = None
    more: int = 0

    @property
    def first(self) -> Event:
        """The first account's event."""
        return self.accounts[0].event

    @property
    def time(self) -> EventTime | None:
        """When the first account that says so puts it: a headline has no date, the text below it does."""
        return next((account.event.time for account in self.accounts if account.event.time is not None), None)

    @property
    def id(self) -> str:
        """The first account's event's id."""
        return self.first.id

    @property
    def happened(self) -> bool:
        """Whether any account puts it as having happened."""
        return any(account.event.happened for account in self.accounts)

    def values(self, field: str) -> tuple[Value, ...]:
        """The values that accounts give of a field, those with most accounts first; one that gives none is not counted."""
        found: dict[str, tuple[str, list[int]]] = {}
        for place, account in enumerate(self.accounts):
            for key, words in dict(_values(account.event, field)).items():
                found.setdefault(key, (words, []))[1].append(place)
        return tuple(
            sorted(
                (Value(key, words, tuple(at)) for key, (words, at) in found.items()),
                key=lambda value: -len(value.accounts),
            )
        )

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The fields of which accounts give different values."""
        return tuple(field for field in FIELDS if len(self.values(field)) > 1)


def _values(event: Event, field: str) -> Iterator[tuple[str, str]]:
    if field == "actor":
        yield from map(_party, event.actors)
    elif field == "recipient":
        yield from map(_party, event.recipients)
    elif field == "place" and event.place is not None:
        yield _place(event.place), event.place.name
    elif field == "time" and event.time is not None:
        yield _time(event.time), event.time.span.exact
    elif field == "number":
        yield from map(_number, event.numbers)
    elif field == "reality":
        yield event.reality.value, event.reality.value


def _party(participant: Participant) -> tuple[str, str]:
    words = participant.name or participant.span.exact
    return participant.party or " ".join(words.lower().split()).removeprefix("the "), words


def _place(place: EventPlace) -> str:
    return place.id or place.name.lower()


def _time(time: EventTime) -> str:
    return time.edtf or time.span.exact.lower()


def _number(number: EventNumber) -> tuple[str, str]:
    return f"{number.what}|{number.low}|{number.high}|{number.bound}", number.span.exact
