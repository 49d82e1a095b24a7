"""Events of readings as rows: kept with the documents, and given as happenings, those of one claim and type as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from sayso.domain.edtf import days_of
from sayso.domain.event import Event
from sayso.domain.folding import fold
from sayso.domain.happening import Account, Happening
from sayso.domain.reading import Reading
from sayso.errors import StoreError
from sayso.store.cursors import Cursor, Page, page_of
from sayso.store.overviews import EventCounts, WantedEvents
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


def counts(connection: Connection, wanted: WantedEvents) -> EventCounts:
    """How many happenings there are."""
    joint, values = _joint(wanted)
    with connection.snapshot():
        rows = connection.rows(
            f"{joint} SELECT pack, type, happened, count(*), sum(spotted) FROM joint GROUP BY pack, type, happened",
            *values,
        )
    return EventCounts(
        sum(row[3] for row in rows),
        sum(row[3] for row in rows if row[2]),
        sum(row[4] for row in rows),
        tuple((pack, type, bool(happened)) for pack, type, happened, *_ in rows),
    )


def page(connection: Connection, wanted: WantedEvents, *, cursor: Cursor | None, most: int) -> Page[Happening]:
    """A page of happenings, the latest first."""
    joint, values = _joint(wanted)
    beyond, place = _LATEST.beyond(cursor)
    with connection.snapshot():
        rows = connection.rows(
            f"{joint} SELECT {', '.join(_LATEST.columns)}, (SELECT count(*) FROM joint) FROM joint WHERE {beyond} ORDER BY {_LATEST.by(cursor)} LIMIT ?",
            *values, *place, most + 1,
        )  # fmt: skip
        total = rows[0][-1] if rows else connection.value(f"{joint} SELECT count(*) FROM joint", *values)
        there = page_of([(head, (moment, head)) for moment, head, _ in rows], total, most, cursor)
        found = [_whole(connection, head, MOST_ACCOUNTS) for head in there.items]
    return Page(tuple(found), total, there.before, there.after)


def each(connection: Connection, wanted: WantedEvents) -> Iterator[Happening]:
    """All happenings with all accounts, in the order of their first documents."""
    joint, values = _joint(wanted)
    with connection.snapshot():
        heads = connection.rows(f"{joint} SELECT head FROM joint ORDER BY head", *values)
        found = [_whole(connection, head, None) for (head,) in heads]
    yield from found


def located(connection: Connection, wanted: WantedEvents, *, most: int) -> list[Happening]:
    """The latest happenings with coordinates, each with one account for each place that accounts give; the others are counted."""
    joint, values = _joint(wanted)
    with connection.snapshot():
        heads = [
            head
            for (head,) in connection.rows(
                f"{joint} SELECT head FROM joint WHERE spotted ORDER BY {_LATEST.by(None)} LIMIT ?", *values, most
            )
        ]
        # Of each place the account that puts it as having happened, where one does: `number` is that of the row with the largest.
        rows = connection.rows_in(
            "SELECT head.number, event.number, max(event.happened), count(*) FROM found_events AS head "
            f"CROSS JOIN found_events AS event ON {_SAME} WHERE head.number IN ({{}}) GROUP BY head.number, event.spot",
            heads,
        )
        accounts = _accounts(connection, [number for _, number, *_ in rows])
    told: dict[int, list[int]] = defaultdict(list)
    all_of: dict[int, int] = defaultdict(int)
    for head, number, _, those in rows:
        told[head].append(number)
        all_of[head] += those
    found = []
    for head in heads:
        held = [accounts[number] for number in sorted(told[head])]
        found.append(_happening(held, all_of[head] - len(held)))
    return found


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


def _whole(connection: Connection, head: int, most: int | None) -> Happening:
    numbers = [
        number
        for (number,) in connection.rows(
            f"SELECT event.number FROM found_events AS head CROSS JOIN found_events AS event ON {_SAME} "
            "WHERE head.number = ? ORDER BY event.number",
            head,
        )
    ]
    shown = numbers
    if most is not None and len(numbers) > most:
        happened = {
            n
            for (n,) in connection.rows_in("SELECT number FROM found_events WHERE happened AND number IN ({})", numbers)
        }
        shown = sorted(sorted(numbers, key=lambda number: (number not in happened, number))[:most])
    accounts = _accounts(connection, shown)
    return _happening([accounts[number] for number in shown], len(numbers) - len(shown))


Told = tuple[Account, int | None, int | None]
"""An account, with its claim's roots."""


def _accounts(connection: Connection, numbers: Sequence[int]) -> dict[int, Told]:
    rows = connection.rows_in(
        f"SELECT event.number, event.record, document.id, {CORRECTED.format(field='outlet')}, "
        f"{CORRECTED.format(field='published')}, claim.id, claim.roots_min, claim.roots_max FROM found_events AS event JOIN documents AS document ON document.number = event.document "
        "LEFT JOIN traced_claims AS claim ON claim.number = event.joint WHERE event.number IN ({})",
        numbers,
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
