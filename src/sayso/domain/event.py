"""Happenings that a text tells of: who did what to whom, where, when, how many, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sayso.domain.attribution import Factuality, Hedge, Hop
from sayso.domain.span import Span


class Reality(StrEnum):
    """Whether it happened, as whoever speaks puts it; only the first, and the last, are put as having happened."""

    HAPPENED = "happened"
    NEGATED = "negated"
    PLANNED = "planned"
    ORDERED = "ordered"
    FEARED = "feared"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


class TimePrecision(StrEnum):
    """How narrow a time is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class GeoPrecision(StrEnum):
    """How near coordinates are to where it was: ACLED's 1, 2 and 3."""

    EXACT = "exact"
    NEAR = "near"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or a recipient: its words, and the party and the name where the text tells whom they mean.

    `private`: a person who is named and holds no office (what is handed to others shows them by another name).
    """

    span: Span
    party: str | None = None
    name: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where: the words, and what a gazetteer makes of them; everything else is None where none was asked or it did not know."""

    span: Span
    name: str
    id: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: GeoPrecision | None = None


@dataclass(frozen=True, slots=True)
class EventTime:
    """When: the words and their EDTF, with the document's date as base; `edtf` is None where that date is wanted and not known."""

    span: Span
    edtf: str | None
    precision: TimePrecision | None


@dataclass(frozen=True, slots=True)
class EventNumber:
    """A number of the event: what is counted, and the least and the most that the words allow (None: no bound to that side).

    `value` is the number as it stands, `bound` how it is bounded ("about", "at-least" …).
    """

    span: Span
    what: str | None
    value: float
    low: float | None
    high: float | None
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening in one document, as one attribution has it.

    Attributes:
        attribution: the one whose words tell of it; its `chain`, `hedges` and `factuality` are the event's. None where
            the words are the outlet's own, around what somebody else says ("The governor denied …").
        pack, type: the domain pack, and the type's id in it.
        plover, mode, acled, contexts: the type's codes, as the pack has them.
        cue: the words that tell of it.
    """

    id: str
    attribution: str | None
    chain: tuple[Hop, ...]
    hedges: tuple[Hedge, ...]
    factuality: Factuality
    pack: str
    type: str
    plover: str
    mode: str | None
    acled: tuple[str, str] | None
    contexts: tuple[str, ...]
    cue: Span
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: EventPlace | None
    time: EventTime | None
    numbers: tuple[EventNumber, ...]
    reality: Reality

    @property
    def happened(self) -> bool:
        """Whether whoever speaks puts it as having happened."""
        return self.reality in (Reality.HAPPENED, Reality.HISTORICAL)


def event_id(document: str, type: str, cue: Span) -> str:
    """`evt_` and 16 hexadecimal digits of what identifies an event: its document, its type and its cue's place."""
    return "evt_" + sha256(f"{document}|{type}|{cue.start}:{cue.end}".encode()).hexdigest()[:16]
