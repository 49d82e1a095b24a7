"""What sayso finds in one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.event import Event
from sayso.domain.mention import Mention
from sayso.domain.office import RegistryLine
from sayso.domain.party import KnownParty
from sayso.domain.place import PlaceMention
from sayso.domain.span import Span


class Level(StrEnum):
    """How much a check asks of the reader."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    UNKNOWN = "unknown"


class CheckKind(StrEnum):
    """What a check looks at."""

    HEADLINE_QUOTE = "headline-quote"
    HEADLINE_SURER = "headline-surer"
    UNINTRODUCED_SOURCE = "unintroduced-source"
    LOST_ATTRIBUTION = "lost-attribution"
    ROLE_IN_TEXT = "role-in-text"
    ROLE_REGISTRY = "role-registry"


@dataclass(frozen=True, slots=True)
class Check:
    """Something that the reader should not take on trust: where, why in a sentence, and the words it rests on.

    `registry` are the lines of the registry of offices that it rests on besides.
    """

    kind: CheckKind
    level: Level
    span: Span
    says: str
    evidence: tuple[Span, ...]
    registry: tuple[RegistryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """Which weights were run."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one document; `notes` are sentences for the person (language not read, say)."""

    document: Document
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    checks: tuple[Check, ...]
    model: Model | None
    notes: tuple[str, ...] = ()
    parties: tuple[KnownParty, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    events: tuple[Event, ...] = ()
