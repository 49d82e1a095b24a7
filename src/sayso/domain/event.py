"""What is reported to have happened: actor, action, recipient, place, time, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sayso.domain.attribution import Factuality
from sayso.domain.span import Span


class Reality(StrEnum):
    """Whether the text says that it came about. Only the first and the last count as having happened."""

    HAPPENED = "happened"
    NEGATED = "negated"
    PLANNED = "planned"
    ORDERED = "ordered"
    FEARED = "feared"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"

    @property
    def came_about(self) -> bool:
        """Whether it counts as having happened."""
        return self in (Reality.HAPPENED, Reality.HISTORICAL)


class TimePrecision(StrEnum):
    """How exactly a time is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EventParty:
    """Who did it, or to whom: the words, and the party that they mean where the text tells."""

    span: Span
    party: str | None = None
    name: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where: the words. What the place is stands with the mention at the same span."""

    span: Span


@dataclass(frozen=True, slots=True)
class EventTime:
    """When: the words, and EDTF reckoned from the document's date; None where the words alone do not tell."""

    span: Span
    edtf: str | None
    precision: TimePrecision


@dataclass(frozen=True, slots=True)
class EventNumber:
    """A number that goes with it: what is counted, at least `low`, at most `high`; None where that side is open.

    `value` is the figure that the text gives; of "80 to 100" it is None.
    """

    span: Span
    what: str | None
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one attribution tells it.

    `attribution` is the one that it comes from; where `act` is true the event is the very saying ("denied"), and
    the last hop of that attribution's chain is its actor and no witness of it. `why` are reasons in words.
    """

    id: str
    pack: str
    type: str
    plover: str
    mode: str | None
    contexts: tuple[str, ...]
    action: Span
    reality: Reality
    factuality: Factuality
    attribution: str | None
    act: bool = False
    actors: tuple[EventParty, ...] = ()
    recipients: tuple[EventParty, ...] = ()
    place: EventPlace | None = None
    time: EventTime | None = None
    numbers: tuple[EventNumber, ...] = ()
    why: tuple[str, ...] = ()


def event_id(document: str, pack: str, type: str, action: Span) -> str:
    """`evt_` and 16 hexadecimal digits of what identifies an event: its document, its type and its action words."""
    return "evt_" + sha256(f"{document}|{pack}|{type}|{action.start}:{action.end}".encode()).hexdigest()[:16]
