"""What lists of a store's claims, sources and outlets show, and what may be asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.attribution import Naming
from sayso.domain.claim import Claim, DriftKind, Root
from sayso.domain.happening import Happening
from sayso.domain.rate import Rate
from sayso.domain.reading import CheckKind, Level
from sayso.store.cursors import Page


class Order(StrEnum):
    """In which order claims are listed."""

    NEWS = "news"
    """By the day on which their newest root came in, those with most roots of that day first."""
    ROOTS = "roots"
    DOCUMENTS = "documents"
    DRIFT = "drift"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are asked for; days are ISO 8601.

    `outlet` and `source` are parts of names, in any case. `place` is a name, or whole words from its beginning or its middle, of a place
    that the claim's attributions name, or of an area that it lies in. `event` is the id of a type of events that they tell of.
    `words`: the claim's text has a word that begins with each of these.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    source: str | None = None
    naming: Naming | None = None
    place: str | None = None
    event: str | None = None
    words: str | None = None
    min_documents: int = 0
    ids: tuple[str, ...] | None = None
    """None: all."""


EVERY_CLAIM = Wanted()


@dataclass(frozen=True, slots=True)
class Summary:
    """A claim as an inbox shows it.

    `news_day` is the day on which its newest root came in, `new_roots` how many came that day; `introduced` are the kinds of
    changes made on the way, `checks` those of its documents that are red, and `amber` how many more are amber.
    """

    claim: Claim
    first_published: str | None
    last_published: str | None
    news_day: str | None
    new_roots: int
    roots: tuple[Root, ...]
    introduced: tuple[DriftKind, ...]
    checks: tuple[tuple[CheckKind, Level], ...]
    amber: int = 0


@dataclass(frozen=True, slots=True)
class WantedEvents:
    """Which events of the store are asked for, by these packs' types (their ids); days are ISO 8601, or cut to a month or a year.

    `place` as of claims; an event without a time counts by its first report's day. `everything`: those that nobody puts as
    having happened, too.
    """

    packs: tuple[str, ...]
    types: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    place: str | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class EventCounts:
    """Of the events asked for: how many there are, how many somebody puts as having happened, how many have coordinates; `types` are their
    packs, their types, and whether any of the type happened, each once."""

    total: int
    happened: int
    located: int
    types: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class HappeningsSeen:
    """Events of a store at one moment: a page of those asked for, how many there are in all, and the latest with coordinates, each of these with
    one account for each place that its accounts give."""

    page: Page[Happening]
    counts: EventCounts
    located: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source by the name that texts give it: in how many documents and by how many outlets it is quoted, and how often without a name."""

    name: str
    attributions: int
    documents: int
    outlets: int
    named: int


@dataclass(frozen=True, slots=True)
class SourceTold:
    """One source, and by which outlets it is quoted: each with how many of its documents, those with most first, so many at most."""

    line: SourceLine
    by_outlet: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Fared:
    """How many claims a source makes, and how many of them analysts found confirmed, refuted or open: a count with its base, and no score."""

    claims: int
    confirmed: int
    refuted: int
    open: int

    @property
    def judged(self) -> int:
        """On how many there is a verdict."""
        return self.confirmed + self.refuted + self.open


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement of a source: where it stands, and in which claim."""

    attribution: str
    document: str
    outlet: str | None
    title: str | None
    published: str | None
    content: str
    naming: Naming
    outermost: str | None
    claim: str | None


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet: how much of it is held, and of the claims that it took from another document, how often the attribution and the hedges were kept."""

    name: str
    documents: int
    attributions: int
    kept_attribution: Rate
    kept_hedges: Rate
    untold: int = 0
    """Of its attributions, those by somebody of whom its texts tell nothing: a bare pronoun, or nobody at all."""
