"""Events of readings as rows: kept with the documents, and given as happenings, those of one claim and type as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sayso.domain.edtf import days_of
from sayso.domain.event import Event
from sayso.domain.folding import fold
from sayso.domain.happening import Account, Happening
from sayso.domain.reading import Reading
from sayso.errors import StoreError
from sayso.store.cursors import Cursor, Page, page_of
from sayso.store.overviews import EventCounts, HappeningsSeen, WantedEvents
from sayso.store.records import event_record, read_event_record
from sayso.store.sqlite import names
from sayso.store.sqlite.choosing import PLACE
from sayso.store.sqlite.connection import Connection, Row
from sayso.store.sqlite.numbers import attribution_numbers
from sayso.store.sqlite.quoting import CORRECTED
from sayso.store.sqlite.walking import Walk

MOST_ACCOUNTS = 60
"""Accounts of a happening on a page; of more, those that put it as having happened come first, and the rest is counted."""
_LATEST = Walk(("coalesce(moment, reported, '')", "head"), (str, int))


def put(connection: Connection, document: int, reading: Reading, events: Sequence[Event]) -> None:
    """Keep the events of a document's reading, in the place of those that were kept."""
    forget(connection, document)
    connection.run("DELETE FROM events_wanted WHERE document = ?", document)
    if events:
        _Writer(connection, document, reading).write(events)
    names.put_document(connection, document)


class _Writer:
    """Writes the events of one document."""

    def __init__(self, connection: Connection, document: int, reading: Reading) -> None:
        self._connection, self._document, self._reading = connection, document, reading

    def write(self, events: Sequence[Event]) -> None:
        told = [event.attribution for event in events if event.attribution is not None]
        numbers = attribution_numbers(self._connection, list(dict.fromkeys(told)))
        names.learn(self._connection, names.Sort.EVENT, (event.type for event in events))
        published = self._reading.document.published
        turns: dict[tuple[str | None, str, str], int] = defaultdict(int)
        for event in events:
            key = (event.attribution or event.id, event.pack, event.type)
            number = self._connection.run(
                "INSERT INTO found_events (document, attribution, pack, type, turn, joint, happened, spot, moment, first_day, "
                "last_day, reported, counts, record) VALUES (?1, ?2, ?3, ?4, ?5, "
                "coalesce((SELECT claim FROM traced_members WHERE attribution = ?2), 0), ?6, ?7, ?8, ?9, ?10, ?11, "
                "(SELECT state = 'current' FROM documents WHERE number = ?1), ?12)",
                self._document, None if event.attribution is None else numbers[event.attribution], event.pack, event.type, turns[key],
                event.happened, _spot(event), *_days(event), published[:10] if published else None, event_record(event),
            )  # fmt: skip
            turns[key] += 1
            self._put_places(number, event)
        self._connection.run("UPDATE found_events SET joint = -number WHERE document = ? AND joint = 0", self._document)

    def _put_places(self, number: int, event: Event) -> None:
        if event.place is None:
            return
        span = event.place.span
        mention = next((item for item in self._reading.places if item.span.overlaps(span)), None)
        called = {event.place.name, *(names.names_of(mention) if mention is not None and event.place.id else ())}
        names.learn(self._connection, names.Sort.PLACE, sorted(called))
        self._connection.run_many(
            "INSERT OR IGNORE INTO event_places SELECT number, ? FROM names WHERE sort = 'place' AND name = ?",
            [(number, name) for name in sorted(called)],
        )


def _spot(event: Event) -> str | None:
    place = event.place
    return None if place is None or place.latitude is None else f"{place.latitude} {place.longitude}"


def _days(event: Event) -> tuple[str | None, str | None, str | None]:
    """What it is ordered by, and the first and last day that it may have been; the first or last of all, where that end is open."""
    days = days_of(event.time.edtf) if event.time else None
    if days is None:
        return None, None, None
    first, last = days.first or date.min, days.last or date.max
    return (days.first or days.last or date.min).isoformat(), first.isoformat(), last.isoformat()


def forget(connection: Connection, document: int) -> None:
    """Take a document's events away."""
    connection.run("DELETE FROM found_events WHERE document = ?", document)


def forget_all(connection: Connection) -> None:
    """Take all events away."""
    for table in ("event_places", "found_events"):
        connection.run(f"DELETE FROM {table}")
    connection.run("INSERT OR IGNORE INTO events_wanted SELECT number FROM documents")


def wanted(connection: Connection) -> list[str]:
    """The ids of documents that count and whose events nobody looked for yet, the oldest first."""
    rows = connection.rows(
        "SELECT id FROM events_wanted CROSS JOIN documents ON number = document WHERE state = 'current' ORDER BY number"
    )
    return [id for (id,) in rows]


def seen(
    connection: Connection, wanted: WantedEvents, *, cursor: Cursor | None, most: int, located: int
) -> HappeningsSeen:
    """A page of happenings, how many there are in all, and the latest with coordinates.

    The happenings asked for are put together once for all three: three queries took 20 ms of CPU for 3,400 events, this takes 10.
    """
    joint, values = _joint(wanted)
    beyond, place = _LATEST.beyond(cursor)
    moment, head = _LATEST.columns
    with connection.snapshot():
        rows = connection.rows(
            f"{joint} SELECT 'counts', pack, type, happened, count(*), sum(spotted) FROM joint GROUP BY pack, type, happened "
            f"UNION ALL SELECT 'page', {moment}, {head}, 0, 0, 0 FROM "
            f"(SELECT * FROM joint WHERE {beyond} ORDER BY {_LATEST.by(cursor)} LIMIT ?) "
            f"UNION ALL SELECT 'located', {moment}, {head}, 0, 0, 0 FROM "
            f"(SELECT * FROM joint WHERE spotted ORDER BY {_LATEST.by(None)} LIMIT ?)",
            *values, *place, most + 1, located,
        )  # fmt: skip
        parts: dict[str, list[Row]] = defaultdict(list)
        for part, *row in rows:
            parts[part].append(tuple(row))
        counts = _counts(parts["counts"])
        # What a compound query gives is in no promised order.
        listed = sorted((row[:2] for row in parts["page"]), reverse=cursor is None or not cursor.back)
        there = page_of([(head, (moment, head)) for moment, head in listed], counts.total, most, cursor)
        heads = [head for _, head, *_ in sorted(parts["located"], reverse=True)]
        told = _told(connection, [*there.items, *heads])
        shown = {head: _shown(told[head], MOST_ACCOUNTS) for head in there.items}
        placed = {head: _one_a_place(told[head]) for head in heads}
        accounts = _accounts(connection, {number for held in (*shown.values(), *placed.values()) for number in held})

    def made(held: dict[int, list[int]], head: int) -> Happening:
        return _happening([accounts[number] for number in held[head]], len(told[head]) - len(held[head]))

    page = Page(tuple(made(shown, head) for head in there.items), there.total, there.before, there.after)
    return HappeningsSeen(page, counts, tuple(made(placed, head) for head in heads))


def _counts(rows: Sequence[Row]) -> EventCounts:
    return EventCounts(
        sum(row[3] for row in rows),
        sum(row[3] for row in rows if row[2]),
        sum(row[4] for row in rows),
        tuple(sorted((pack, type, bool(happened)) for pack, type, happened, *_ in rows)),
    )


def each(connection: Connection, wanted: WantedEvents) -> Iterator[Happening]:
    """All happenings with all accounts, in the order of their first documents."""
    joint, values = _joint(wanted)
    with connection.snapshot():
        heads = [head for (head,) in connection.rows(f"{joint} SELECT head FROM joint ORDER BY head", *values)]
        told = _told(connection, heads)
        accounts = _accounts(connection, [one.number for held in told.values() for one in held])
    for head in heads:
        yield _happening([accounts[one.number] for one in told[head]], 0)


_SAME = (
    "event.pack = head.pack AND event.joint = head.joint AND event.type = head.type AND event.turn = head.turn "
    "AND event.counts = 1"
)
"""Which events are one with `head`."""


def _joint(wanted: WantedEvents) -> tuple[str, tuple[object, ...]]:
    """The happenings asked for as a table `joint`, a row each; with its values."""
    values: list[object] = list(wanted.packs)
    chosen = [f"pack IN ({', '.join('?' * len(wanted.packs))})"]
    if wanted.types:
        chosen.append(f"type IN ({', '.join('?' * len(wanted.types))})")
        values += sorted(wanted.types)
    having = ["1"]
    if not wanted.everything:
        having.append("max(happened)")
    if wanted.place:
        having.append(
            "max(number IN (SELECT event FROM names CROSS JOIN event_places ON event_places.name = names.number "
            f"WHERE names.sort = 'place' AND {PLACE}))"
        )
        values.append(f" {fold(wanted.place)}")
    if wanted.since:
        having.append("coalesce(max(last_day), min(reported), ?) >= ?")
        values += [wanted.since] * 2
    if wanted.until:  # the whole of that day, month or year
        having.append("coalesce(min(first_day), min(reported), ?) < ?")
        values += [wanted.until, wanted.until + "~"]
    sql = (
        "WITH joint AS MATERIALIZED (SELECT pack, type, min(number) AS head, max(happened) AS happened, "
        "max(spot IS NOT NULL) AS spotted, min(moment) AS moment, min(reported) AS reported "
        f"FROM found_events WHERE counts = 1 AND {' AND '.join(chosen)} GROUP BY pack, joint, type, turn "
        f"HAVING {' AND '.join(having)})"
    )
    return sql, tuple(values)


class _Telling(NamedTuple):
    """An event that is one with others: its number, whether it is put as having happened, and where."""

    number: int
    happened: bool
    spot: str | None


def _told(connection: Connection, heads: Sequence[int]) -> dict[int, list[_Telling]]:
    """Of each happening, by its first event, all of its events in their order."""
    told: dict[int, list[_Telling]] = defaultdict(list)
    for head, number, happened, spot in connection.rows_in(
        "SELECT head.number, event.number, event.happened, event.spot FROM found_events AS head "
        f"CROSS JOIN found_events AS event ON {_SAME} WHERE head.number IN ({{}}) ORDER BY event.number",
        list(dict.fromkeys(heads)),
    ):
        told[head].append(_Telling(number, bool(happened), spot))
    return told


def _shown(told: Sequence[_Telling], most: int) -> list[int]:
    """So many at most: those that put it as having happened come first."""
    chosen = sorted(told, key=lambda one: (not one.happened, one.number))[:most]
    return sorted(one.number for one in chosen)


def _one_a_place(told: Sequence[_Telling]) -> list[int]:
    """One for each place that is given: the one that puts it as having happened, where one does."""
    of_spot: dict[str | None, _Telling] = {}
    for one in told:
        if one.spot not in of_spot or one.happened > of_spot[one.spot].happened:
            of_spot[one.spot] = one
    return sorted(one.number for one in of_spot.values())


Told = tuple[Account, int | None, int | None]
"""An account, with its claim's roots."""


def _accounts(connection: Connection, numbers: Collection[int]) -> dict[int, Told]:
    rows = connection.rows_in(
        f"SELECT event.number, event.record, document.id, {CORRECTED.format(field='outlet')}, "
        f"{CORRECTED.format(field='published')}, claim.id, claim.roots_min, claim.roots_max FROM found_events AS event JOIN documents AS document ON document.number = event.document "
        "LEFT JOIN traced_claims AS claim ON claim.number = event.joint WHERE event.number IN ({})",
        list(numbers),
    )
    return {row[0]: _account(row) for row in rows}


def _account(row: Row) -> Told:
    _, record, document, outlet, published, claim, low, high = row
    try:
        event = _read(record)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"An event of document {document} is damaged ({error}). Run: sayso rebuild") from error
    return Account(event, document, outlet, published, claim), low, high


_read = lru_cache(maxsize=4096)(read_event_record)
"""Events stay as they are: the few hundred of a page are read from their records once (0.15 ms each)."""


def _happening(told: Iterable[Told], more: int) -> Happening:
    told = tuple(told)
    claims = tuple(dict.fromkeys(account.claim for account, _, _ in told if account.claim is not None))
    low = max((low for _, low, _ in told if low is not None), default=None)
    high = max((high for _, _, high in told if high is not None), default=None)
    return Happening(tuple(account for account, _, _ in told), claims, low, high, more)
