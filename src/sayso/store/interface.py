"""What a store does, whatever it is made of.

Documents, readings, vectors and judgements are recorded. Keys, statements, claims and lineages are derived from them: they
can be forgotten and worked out again. A claim's lineage is there only while it fits the claim's members: whatever
changes the members takes the lineage away, and `unsettled` lists the claims whose lineage is to be worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from sayso.domain.attribution import Attribution
from sayso.domain.claim import Claim, Lineage
from sayso.domain.document import Document
from sayso.domain.event import Event
from sayso.domain.happening import Happening
from sayso.domain.journal import Deed, Entry, ReadOn
from sayso.domain.judgement import Judgement
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.store.cursors import Cursor, Page
from sayso.store.overviews import (
    EVERY_CLAIM,
    Fared,
    HappeningsSeen,
    Order,
    OutletLine,
    Quoted,
    SourceLine,
    SourceTold,
    Summary,
    Wanted,
    WantedEvents,
)


class State(StrEnum):
    """Whether a document counts."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Kept:
    """A document in the store. `number` grows with every document added; `added` and `removed` are UTC times (ISO 8601).

    `version` counts the versions of its address from 1; `superseded_by` is the id of the one that the page had next. `returned` is when the page
    was last found to be back at this version, which keeps its number.
    """

    document: Document
    number: int
    added: str
    state: State
    version: int
    superseded_by: str | None
    removed: str | None
    why_removed: str | None
    read_by: str
    returned: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: `new` is False where the very document was there already; `supersedes` the id of the older version.

    `state` is how the document stands now: one that was there already may have been removed or superseded. `returned`: it was superseded, and
    is its page's current version again. `alike`: another document that counts has the very same bytes, and one of the two has no address, so that
    they may be one that was added under two names.
    """

    id: str
    new: bool
    supersedes: str | None = None
    state: State = State.CURRENT
    returned: bool = False
    alike: str | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """An input that was turned away, kept with its reason."""

    input: str
    reason: str
    code: str
    at: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim as a list of claims shows it; `drift` counts the changes that a document introduced."""

    claim: Claim
    first_published: str | None
    last_published: str | None
    drift: int


@dataclass(frozen=True, slots=True)
class Noted:
    """An attribution with its document, the document's number, and what was kept beside it; `statement` and `vector` may not be there."""

    attribution: Attribution
    document: Document
    number: int
    statement: str | None
    vector: Vector | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds; `documents`, `superseded` and `removed` are apart."""

    documents: int
    superseded: int
    removed: int
    attributions: int
    claims: int
    judgements: int
    turned_away: int


class Store(Protocol):
    """Documents with their bytes, readings and vectors; claims derived from them; judgements that outrank both.

    Everything inside one `batch()` is written together or not at all; a batch inside a batch is part of it, and can
    fail alone. Raises StoreError.
    """

    writable: bool
    """Whether it may be written to; what waits to be worked out stays so where it may not."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def batch(self) -> AbstractContextManager[None]: ...
    def close(self) -> None: ...
    def counts(self) -> Counts: ...

    # documents
    def add(
        self, data: bytes, reading: Reading, *, at: str, read_by: str, vectors: Mapping[str, Vector] | None = None
    ) -> Added:
        """Keep a document. The same address with other bytes is a new version; the one before no longer counts."""

    def bring_back(self, id: str, *, at: str) -> str | None:
        """Let a superseded version be its page's current one again; the id of the one that it takes the place of, if that counted."""

    def reread(self, reading: Reading, *, read_by: str, vectors: Mapping[str, Vector] | None = None) -> None:
        """Put a new reading of a document that is held in the place of its last one; its text may be another, too."""

    def relabel(self, reading: Reading) -> None:
        """Let lists and counts of attributions show them as this reading has them: it is a recorded one that analysts put right.

        The recorded reading stays as it is.
        """

    def turn_away(self, input: str, reason: str, code: str, *, at: str) -> None:
        """Keep what was turned away, and why. The same again only moves its time."""

    def turned_away(self) -> Sequence[Turned]: ...
    def turned_away_page(self, *, cursor: Cursor | None = None, most: int = 50) -> Page[Turned]:
        """The latest first."""

    def documents(
        self, *, state: State | None = State.CURRENT, search: str | None = None, most: int | None = None
    ) -> Iterator[Kept]:
        """In order of their numbers, so many at most; with `search`, those in which all its words stand, the best first.

        `search` takes words, "several words together", and the beginning of a word with an asterisk (migrant*).
        """

    def find(self, id_or_url: str) -> Kept | None:
        """By id, or by address: its current version, else its last."""

    def versions(self, id: str) -> Sequence[Kept]:
        """All versions of the document's address, the oldest first."""

    def number_of(self, id: str) -> int: ...
    def reading(self, id: str) -> Reading: ...
    def data(self, id: str) -> bytes: ...

    def remove(self, id: str, why: str, *, at: str) -> None:
        """The document no longer counts: its attributions leave the claims and the index. Its tombstone stays."""

    def restore(self, id: str) -> None:
        """Take a removal back. What was derived of the document is to be derived again."""

    # attributions
    def document_of(self, attribution: str) -> str | None: ...
    def documents_of(self, attributions: Sequence[str]) -> dict[str, str]:
        """`document_of` for many; those that are not there are left out."""

    def noted(self, attributions: Sequence[str]) -> dict[str, Noted]:
        """These attributions with all that comparing them takes, without the rest of their documents' readings; in no order."""

    def vectors(self, attributions: Sequence[str]) -> dict[str, Vector]:
        """As they are kept: each rounded to a byte a number. Those without one are left out."""

    def put_vectors(self, vectors: Mapping[str, Vector]) -> None: ...

    # derived: what was worked out of an attribution, in words of the caller's own
    def put_statements(self, statements: Mapping[str, str]) -> None: ...
    def statements(self, attributions: Sequence[str]) -> dict[str, str]: ...

    # derived: the index that candidates come from
    def put_keys(self, holder: str, keys: Iterable[str], *, most: int | None = None) -> None:
        """`keys` become the keys of an attribution, or of a document that has none (a language not read yet).

        Those that `most` hold already are left out.
        """

    def sort_in_keys(self) -> None:
        """Bring keys that were put lately to the others, at the end of an addition: until then whoever opens the store reads them first.

        Of very many that happens while they are put.
        """

    def with_keys(self, keys: Iterable[str], *, most: int, enough: int | None = None) -> dict[str, list[str]]:
        """The holders of each key that at most `most` share, the oldest first. Takes no longer in a larger store.

        Keys that few share come before those that many share; there are no more once they have `enough` holders together.
        """

    def holders(self, keys: Iterable[str], *, most: int, enough: int | None = None) -> dict[str, list[int]]:
        """`with_keys` by the holders' numbers, which take a fraction of the time; a document's is negative."""

    def ids_of(self, numbers: Sequence[int]) -> dict[int, str]:
        """The ids of attributions by their numbers."""

    def packed_vectors(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """The vectors of attributions by their numbers, as `store.vectors` packs them; those that have none are left out."""

    # derived: claims
    def claim_of(self, attribution: str) -> str | None: ...
    def claims_of(self, attributions: Sequence[str]) -> dict[str, str]:
        """`claim_of` for many; those in no claim are left out."""

    def members(self, claim: str, *, most: int | None = None) -> Sequence[str]:
        """A claim's attributions, or its first ones, in the order of their documents."""

    def members_of(self, several: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
        """The attributions of several claims, each with its document, as `members` has them; a claim that has none is left out."""

    def sizes(self, several: Sequence[str], *, most: int) -> dict[str, int]:
        """How many attributions each claim has, counted up to `most`; a claim that has none is left out."""

    def first_members(self, claim: str) -> Sequence[str]:
        """A claim's attributions in the oldest of its documents. Takes no longer for a larger claim."""

    def assign(self, attribution: str, claim: str | None) -> None:
        """Move an attribution to a claim, or out of its claim. A claim without members is no more."""

    def claims(self) -> Iterator[str]: ...
    def unsettled(self, *, put_off: bool = True) -> Sequence[str]:
        """Claims without a lineage: they are new, or their members have changed; with those that were put off, or without."""

    def put_off(self, claim: str) -> None:
        """Leave a claim without a lineage until somebody asks for it, or until its members or its documents change."""

    def list_claims(self, wanted: Wanted = EVERY_CLAIM) -> Iterator[Listed]:
        """Claims that have a lineage, in order of their making."""

    def claims_with(self, node: str) -> Sequence[str]:
        """Claims in whose lineage a hop or a root stands, also one that was merged into another."""

    def put_lineage(self, lineage: Lineage) -> None: ...
    def put_lineages(self, several: Iterable[Lineage]) -> None:
        """The same of several claims, which takes less than one after the other."""

    def lineage(self, claim: str) -> Lineage | None: ...
    def lineage_stamp(self, claim: str) -> int | None:
        """Another number whenever the claim's lineage is put anew; None where it has none."""

    def forget_derived(self) -> None:
        """Forget statements, keys, claims, lineages and events; documents, readings, vectors and judgements stay."""

    # judgements
    def judge(self, judgement: Judgement) -> None:
        """Record a judgement. One that removes a document does so."""

    def judgements(self, *, about: str | None = None, undone: bool = False) -> Sequence[Judgement]:
        """In the order in which they were made; `about` is an id that is their subject or object."""

    def undo(self, id: str | None = None, *, at: str, analyst: str | None = None) -> Judgement | None:
        """Take back a judgement, or the last one (of `analyst`); None where there is none. A removal is restored."""

    def verdicts(self, claims: Sequence[str]) -> dict[str, Judgement]:
        """What analysts found of these claims: the last that stands of each; those without one are left out."""

    # derived: events, found by the rules of packs
    def put_events(self, reading: Reading, events: Sequence[Event]) -> None:
        """Keep the events of a document's reading, in the place of those that were kept, and the places that its attributions name."""

    def without_events(self) -> Sequence[str]:
        """The documents that count and whose events were not put yet, the oldest first."""

    def happenings(
        self, wanted: WantedEvents, *, cursor: Cursor | None = None, most: int = 50, located: int = 0
    ) -> HappeningsSeen:
        """Events of documents that count, the latest first; those of one claim and one type are one. A happening has at most 60 accounts.

        Beside the page, the latest `located` of those with coordinates.
        """

    def each_happening(self, wanted: WantedEvents) -> Iterator[Happening]:
        """All of them with all their accounts, in the order of their first documents."""

    # overviews: pages of lists, with how many there are in all. A page begins behind a cursor, and costs the same wherever that is.
    # Raises ListError where a cursor is another list's.
    def summaries(
        self, wanted: Wanted, *, order: Order = Order.NEWS, cursor: Cursor | None = None, most: int = 50
    ) -> Page[Summary]:
        """Claims that have a lineage, a page of them."""

    def sources(
        self, words: str = "", *, named: bool | None = None, cursor: Cursor | None = None, most: int = 50
    ) -> Page[SourceLine]:
        """Who is quoted in documents that count, by the names that the texts give, the most quoted first.

        `named` are those who are called so by name somewhere, else those of whom there are only such words as "the source".
        """

    def source(self, name: str, *, outlets: int = 12) -> SourceTold | None:
        """How often the source of exactly this name is quoted, and by whom; None where nobody quotes it."""

    def namesakes(self, name: str, *, most: int = 500) -> Sequence[SourceLine]:
        """Other sources that are called by name, and whose name ends as this one does; is one word of its ends; or has this one word at an end.

        Those quoted most first. Letters are compared, small or capital; whether they may be one is not looked at.
        """

    def untold(self) -> int:
        """How many attributions in documents that count are by nobody who is named or described: these stand under no source."""

    def quoted(self, source: str, *, cursor: Cursor | None = None, most: int = 50) -> Page[Quoted]:
        """What one source is quoted with, the latest document first."""

    def fared(self, source: str) -> Fared | None:
        """How the claims of a source of exactly this name fared; None of one that may be a private person, or that no text names."""

    def outlets(self, words: str = "", *, cursor: Cursor | None = None, most: int = 50) -> Page[OutletLine]:
        """Outlets with documents that count, those with most documents first."""

    # the journal
    def write_journal(self, *, at: str, who: str, what: Deed, about: str, detail: str = "") -> None:
        """Add an entry; in the caller's batch it is written with what it tells of, or not at all."""

    def journal(self, *, most: int | None = None, latest_first: bool = False) -> Iterator[Entry]: ...
    def journal_page(self, *, cursor: Cursor | None = None, most: int = 50) -> Page[Entry]:
        """The latest first."""

    def days_of_reading(self, *, most: int = 30) -> Sequence[ReadOn]:
        """How much was read and turned away on each day and by whom, as the journal tells, the latest first."""
