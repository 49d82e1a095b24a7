"""The SQLite store: one file, whose rooms are joined here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from sayso.domain.claim import Lineage
from sayso.domain.event import Event
from sayso.domain.happening import Happening
from sayso.domain.journal import Deed, Entry, ReadOn
from sayso.domain.judgement import Judgement
from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.store.cursors import Cursor, Page
from sayso.store.interface import Added, Counts, Kept, Listed, Noted, State, Turned
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
from sayso.store.sqlite import (
    claims,
    documents,
    happenings,
    index,
    journal,
    judgements,
    lineages,
    names,
    quoting,
    readings,
    summaries,
    verdicts,
)
from sayso.store.sqlite.connection import Connection
from sayso.store.sqlite.files import check_file
from sayso.store.sqlite.numbers import attribution_ids, document_number
from sayso.store.sqlite.schema import bring_up_to_date, check_up_to_date


class SqliteStore:
    """What `interface.Store` says, in one file."""

    def __init__(
        self, path: str | os.PathLike[str], *, create: bool, wait: float, handed_on: bool = False, reading: bool = False
    ) -> None:
        name = os.fspath(path)
        self.writable = check_file(name, create=create, reading=reading)
        self._connection = Connection(name, wait, handed_on=handed_on, writable=self.writable)
        try:
            if self.writable:
                bring_up_to_date(self._connection, create=create)
            else:
                check_up_to_date(self._connection)
        except BaseException:
            self._connection.close()
            raise
        self._index = index.Index(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def batch(self) -> AbstractContextManager[None]:
        return self._connection.batch()

    def close(self) -> None:
        self._connection.close()

    def counts(self) -> Counts:
        states = "SELECT count(*) FROM documents WHERE state ="
        row = self._connection.row(
            f"SELECT ({states} 'current'), ({states} 'superseded'), ({states} 'removed'), "
            "(SELECT count(*) FROM attributions), (SELECT count(*) FROM traced_claims), "
            "(SELECT count(*) FROM judgements WHERE undone IS NULL), (SELECT count(*) FROM turned_away)"
        )
        assert row is not None
        return Counts(*row)

    def add(
        self, data: bytes, reading: Reading, *, at: str, read_by: str, vectors: Mapping[str, Vector] | None = None
    ) -> Added:
        return documents.add(self._connection, data, reading, at=at, read_by=read_by, vectors=vectors or {})

    def bring_back(self, id: str, *, at: str) -> str | None:
        return documents.bring_back(self._connection, id, at=at)

    def reread(self, reading: Reading, *, read_by: str, vectors: Mapping[str, Vector] | None = None) -> None:
        documents.reread(self._connection, reading, read_by=read_by, vectors=vectors or {})

    def relabel(self, reading: Reading) -> None:
        readings.relabel(self._connection, reading)

    def turn_away(self, input: str, reason: str, code: str, *, at: str) -> None:
        documents.turn_away(self._connection, input, reason, code, at=at)

    def turned_away(self) -> Sequence[Turned]:
        return documents.turned_away(self._connection)

    def turned_away_page(self, *, cursor: Cursor | None = None, most: int = 50) -> Page[Turned]:
        return documents.turned_away_page(self._connection, cursor=cursor, most=most)

    def documents(
        self, *, state: State | None = State.CURRENT, search: str | None = None, most: int | None = None
    ) -> Iterator[Kept]:
        return documents.select(self._connection, state=state, search=search, most=most)

    def find(self, id_or_url: str) -> Kept | None:
        return documents.find(self._connection, id_or_url)

    def versions(self, id: str) -> Sequence[Kept]:
        return documents.versions(self._connection, id)

    def number_of(self, id: str) -> int:
        return document_number(self._connection, id)

    def reading(self, id: str) -> Reading:
        return documents.reading(self._connection, id)

    def data(self, id: str) -> bytes:
        return documents.data(self._connection, id)

    def remove(self, id: str, why: str, *, at: str) -> None:
        documents.remove(self._connection, id, why, at=at)

    def restore(self, id: str) -> None:
        documents.restore(self._connection, id)

    def document_of(self, attribution: str) -> str | None:
        return self.documents_of([attribution]).get(attribution)

    def documents_of(self, attributions: Sequence[str]) -> dict[str, str]:
        return readings.documents_of(self._connection, attributions)

    def noted(self, attributions: Sequence[str]) -> dict[str, Noted]:
        return documents.noted(self._connection, attributions)

    def vectors(self, attributions: Sequence[str]) -> dict[str, Vector]:
        return readings.vectors(self._connection, attributions)

    def put_vectors(self, vectors: Mapping[str, Vector]) -> None:
        readings.put_vectors(self._connection, vectors)

    def put_statements(self, statements: Mapping[str, str]) -> None:
        readings.put_statements(self._connection, statements)

    def statements(self, attributions: Sequence[str]) -> dict[str, str]:
        return readings.statements(self._connection, attributions)

    def put_keys(self, holder: str, keys: Iterable[str], *, most: int | None = None) -> None:
        self._index.put(holder, keys, most=most)

    def sort_in_keys(self) -> None:
        self._index.sort_in()

    def with_keys(self, keys: Iterable[str], *, most: int, enough: int | None = None) -> dict[str, list[str]]:
        return self._index.with_keys(keys, most=most, enough=enough)

    def holders(self, keys: Iterable[str], *, most: int, enough: int | None = None) -> dict[str, list[int]]:
        return self._index.holders(keys, most=most, enough=enough)

    def ids_of(self, numbers: Sequence[int]) -> dict[int, str]:
        return attribution_ids(self._connection, numbers)

    def packed_vectors(self, numbers: Sequence[int]) -> dict[int, bytes]:
        return readings.packed_vectors(self._connection, numbers)

    def claim_of(self, attribution: str) -> str | None:
        return self.claims_of([attribution]).get(attribution)

    def claims_of(self, attributions: Sequence[str]) -> dict[str, str]:
        return claims.claims_of(self._connection, attributions)

    def members(self, claim: str, *, most: int | None = None) -> Sequence[str]:
        return claims.members(self._connection, claim, most=most)

    def members_of(self, several: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
        return claims.members_of(self._connection, several)

    def sizes(self, several: Sequence[str], *, most: int) -> dict[str, int]:
        return claims.sizes(self._connection, several, most=most)

    def first_members(self, claim: str) -> Sequence[str]:
        return claims.first_members(self._connection, claim)

    def assign(self, attribution: str, claim: str | None) -> None:
        claims.assign(self._connection, attribution, claim)

    def claims(self) -> Iterator[str]:
        return claims.claims(self._connection)

    def unsettled(self, *, put_off: bool = True) -> Sequence[str]:
        return claims.unsettled(self._connection, put_off=put_off)

    def put_off(self, claim: str) -> None:
        claims.put_off(self._connection, claim)

    def list_claims(self, wanted: Wanted = EVERY_CLAIM) -> Iterator[Listed]:
        return claims.list_claims(self._connection, wanted)

    def claims_with(self, node: str) -> Sequence[str]:
        return lineages.claims_with(self._connection, node)

    def put_lineage(self, lineage: Lineage) -> None:
        lineages.put(self._connection, [lineage])

    def put_lineages(self, several: Iterable[Lineage]) -> None:
        lineages.put(self._connection, several)

    def lineage(self, claim: str) -> Lineage | None:
        return lineages.get(self._connection, claim)

    def lineage_stamp(self, claim: str) -> int | None:
        return lineages.stamp(self._connection, claim)

    def forget_derived(self) -> None:
        with self._connection.batch():
            claims.forget(self._connection)
            index.forget(self._connection)
            readings.forget_statements(self._connection)
            happenings.forget_all(self._connection)

    def judge(self, judgement: Judgement) -> None:
        judgements.judge(self._connection, judgement)

    def judgements(self, *, about: str | None = None, undone: bool = False) -> Sequence[Judgement]:
        return judgements.judgements(self._connection, about=about, undone=undone)

    def undo(self, id: str | None = None, *, at: str, analyst: str | None = None) -> Judgement | None:
        return judgements.undo(self._connection, id, at=at, analyst=analyst)

    def verdicts(self, claims: Sequence[str]) -> dict[str, Judgement]:
        return verdicts.verdicts(self._connection, claims)

    def summaries(
        self, wanted: Wanted, *, order: Order = Order.NEWS, cursor: Cursor | None = None, most: int = 50
    ) -> Page[Summary]:
        return summaries.summaries(self._connection, wanted, order=order, cursor=cursor, most=most)

    def put_events(self, reading: Reading, events: Sequence[Event]) -> None:
        with self._connection.batch():
            number = document_number(self._connection, reading.document.id)
            names.forget_places(self._connection, number)
            names.put_places(self._connection, number, reading)
            happenings.put(self._connection, number, reading, events)

    def without_events(self) -> Sequence[str]:
        return happenings.wanted(self._connection)

    def fared(self, source: str) -> Fared | None:
        return verdicts.fared(self._connection, source)

    def happenings(
        self, wanted: WantedEvents, *, cursor: Cursor | None = None, most: int = 50, located: int = 0
    ) -> HappeningsSeen:
        return happenings.seen(self._connection, wanted, cursor=cursor, most=most, located=located)

    def each_happening(self, wanted: WantedEvents) -> Iterator[Happening]:
        return happenings.each(self._connection, wanted)

    def sources(
        self, words: str = "", *, named: bool | None = None, cursor: Cursor | None = None, most: int = 50
    ) -> Page[SourceLine]:
        return quoting.sources(self._connection, words, named=named, cursor=cursor, most=most)

    def source(self, name: str, *, outlets: int = 12) -> SourceTold | None:
        return quoting.source(self._connection, name, outlets=outlets)

    def namesakes(self, name: str, *, most: int = 500) -> Sequence[SourceLine]:
        return quoting.namesakes(self._connection, name, most=most)

    def untold(self) -> int:
        return quoting.untold(self._connection)

    def quoted(self, source: str, *, cursor: Cursor | None = None, most: int = 50) -> Page[Quoted]:
        return quoting.quoted(self._connection, source, cursor=cursor, most=most)

    def outlets(self, words: str = "", *, cursor: Cursor | None = None, most: int = 50) -> Page[OutletLine]:
        return quoting.outlets(self._connection, words, cursor=cursor, most=most)

    def write_journal(self, *, at: str, who: str, what: Deed, about: str, detail: str = "") -> None:
        journal.write(self._connection, at=at, who=who, what=what, about=about, detail=detail)

    def journal(self, *, most: int | None = None, latest_first: bool = False) -> Iterator[Entry]:
        return journal.entries(self._connection, most=most, latest_first=latest_first)

    def journal_page(self, *, cursor: Cursor | None = None, most: int = 50) -> Page[Entry]:
        return journal.page(self._connection, cursor=cursor, most=most)

    def days_of_reading(self, *, most: int = 30) -> Sequence[ReadOn]:
        return journal.days(self._connection, most=most)
