"""Events that a store keeps, and claims found by their places and events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.domain.event import Event, Reality
from sayso.domain.reading import Reading
from sayso.store.cursors import Cursor
from sayso.store.interface import Store
from sayso.store.overviews import EventCounts, Wanted, WantedEvents
from tests.store.builders import AT, add, article, event, lineage, with_place

PACK = "coerced-recruitment"
ALL = WantedEvents((PACK,), everything=True)


def _raid(outlet: str, place: str = "Kazan", *areas: str) -> Reading:
    reading = article(
        f"police raided a hostel in {place} and the dam would hold", outlet=outlet, title=f"Dam ({outlet})"
    )
    return with_place(reading, place, *(areas or ("Tatarstan", "Russia")))


FIRST, SECOND, THIRD = _raid("The Quay"), _raid("The Pier"), _raid("The Gate", "Rome", "Lazio", "Italy")
CLAIM = lineage(FIRST, SECOND).claim.id


def _put(store: Store, reading: Reading, *events: Event) -> None:
    add(store, reading)
    store.put_events(reading, events)


@pytest.fixture
def told(store: Store) -> Store:
    """A raid in two documents that make one claim, and another one, that is only feared."""
    _put(store, FIRST, event(FIRST, "raided", edtf="2026-03-01"))
    _put(store, SECOND, event(SECOND, "raided", edtf="2026-03-02"))
    _put(store, THIRD, event(THIRD, "raided", reality=Reality.FEARED))
    for reading in (FIRST, SECOND):
        store.assign(reading.attributions[0].id, CLAIM)
    made = lineage(FIRST, SECOND)
    store.put_lineage(replace(made, claim=replace(made.claim, text="police raided a hostel in Kazan")))
    return store


def _documents(store: Store, wanted: WantedEvents = ALL) -> list[list[str]]:
    return [[account.document for account in item.accounts] for item in store.happenings(wanted).page.items]


def test_events_of_one_claim_and_one_type_are_one(told: Store) -> None:
    raid, feared = sorted(told.happenings(ALL).page.items, key=lambda item: -len(item.accounts))
    assert [account.event for account in raid.accounts] == [
        event(FIRST, "raided", edtf="2026-03-01"),
        event(SECOND, "raided", edtf="2026-03-02"),
    ]
    assert (raid.claims, raid.roots_min, raid.roots_max) == ((CLAIM,), 1, 2)
    assert (feared.claims, feared.happened) == ((), False)
    told.assign(SECOND.attributions[0].id, None)
    assert sorted(_documents(told)) == sorted([[item.document.id] for item in (FIRST, SECOND, THIRD)])


def test_they_are_counted_by_what_happened(told: Store) -> None:
    assert told.happenings(ALL).counts == EventCounts(2, 1, 2, ((PACK, "raid", False), (PACK, "raid", True)))
    assert told.happenings(WantedEvents((PACK,))).counts == EventCounts(1, 1, 1, ((PACK, "raid", True),))
    assert told.happenings(WantedEvents(("protest",))).counts == EventCounts(0, 0, 0, ())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"types": frozenset({"raid"})}, 2),
        ({"types": frozenset({"detention"})}, 0),
        ({"place": "kazan"}, 1),
        ({"place": "RUSSIA"}, 1),
        ({"place": "ital"}, 1),
        ({"place": "zan"}, 0),
        ({"place": "' OR 1 --"}, 0),
        ({"since": "2026-03-02"}, 2),
        ({"since": "2026-03-03"}, 0),
        ({"since": "2026-03"}, 2),
        ({"until": "2026-03-01"}, 1),
        ({"until": "2026-03"}, 2),
        ({"until": "2026-02"}, 0),
        ({"everything": False}, 1),
    ],
)
def test_they_are_chosen(told: Store, asked: dict[str, object], found: int) -> None:
    """The one that is feared has no time: it counts by its report's day, the second of March."""
    wanted = WantedEvents(**{"packs": (PACK,), "everything": True, **asked})  # type: ignore[arg-type]
    assert len(told.happenings(wanted).page.items) == found
    assert told.happenings(wanted).counts.total == found
    assert len(list(told.each_happening(wanted))) == found
    assert len(told.happenings(wanted, located=10).located) == found


def test_one_look_sees_every_page_the_counts_and_the_places(told: Store) -> None:
    """Each page of one beside the same counts and the same latest with coordinates, forwards and back."""
    every = {item.id: item for item in told.each_happening(ALL)}
    first = told.happenings(ALL, most=1, located=1)
    assert first.page.after is not None
    second = told.happenings(ALL, most=1, located=10, cursor=first.page.after)
    assert second.page.before is not None
    assert second.page.after is None
    back = told.happenings(ALL, most=1, cursor=second.page.before)
    assert (back.page.items, back.located) == (first.page.items, ())
    assert {item.id for seen in (first, second) for item in seen.page.items} == set(every)
    assert first.counts == second.counts == back.counts
    assert first.page.total == first.counts.total == len(every)
    assert [item.id for item in second.located] == [seen.page.items[0].id for seen in (first, second)]
    assert [item.id for item in first.located] == [first.page.items[0].id]
    beyond = told.happenings(ALL, most=1, cursor=Cursor(("", 0)))
    assert (beyond.page.items, beyond.counts) == ((), first.counts)


def test_a_document_that_does_not_count_tells_of_nothing(told: Store) -> None:
    told.remove(FIRST.document.id, "a test", at=AT)
    assert [FIRST.document.id] not in _documents(told)
    assert len(_documents(told)) == 2
    told.restore(FIRST.document.id)
    assert [FIRST.document.id] in _documents(told)


def test_a_new_reading_takes_its_events_with_it(told: Store) -> None:
    told.reread(replace(THIRD, attributions=(), places=()), read_by="sayso 0.2")
    assert told.happenings(ALL).counts.total == 1
    assert told.without_events() == [THIRD.document.id]


def test_of_many_accounts_those_that_say_it_happened_are_shown(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.sqlite.happenings.MOST_ACCOUNTS", 2)
    for reading, reality in ((FIRST, Reality.FEARED), (SECOND, Reality.FEARED), (THIRD, Reality.HAPPENED)):
        _put(store, reading, event(reading, "raided", reality=reality))
        store.assign(reading.attributions[0].id, CLAIM)
    (item,) = store.happenings(ALL).page.items
    assert [account.document for account in item.accounts] == [FIRST.document.id, THIRD.document.id]
    assert (item.more, item.happened) == (1, True)
    (located,) = store.happenings(ALL, located=10).located
    assert len(located.accounts) + located.more == 3
    (mark,) = located.accounts  # all stand on one spot here
    assert mark.document == THIRD.document.id


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Wanted(place="Kazan"), True), (Wanted(place="tatar"), True), (Wanted(place="rome"), False), (Wanted(place="zan"), False),
        (Wanted(event="raid"), True), (Wanted(event="rai"), False), (Wanted(event="Kazan"), False),
        (Wanted(words="hostel raid"), True), (Wanted(words="ostel"), False), (Wanted(words="—"), False),
        (Wanted(place="russia", event="raid", source="insider", words="police"), True),
    ],
)  # fmt: skip
def test_claims_are_found_by_place_and_event(told: Store, asked: Wanted, found: bool) -> None:
    assert bool(told.summaries(asked).items) is found
    assert told.summaries(asked).total == int(found)
    assert bool(list(told.list_claims(asked))) is found


def test_a_claim_is_found_by_what_it_is_and_no_longer_by_what_it_was(told: Store) -> None:
    told.assign(THIRD.attributions[0].id, CLAIM)
    assert told.summaries(Wanted(words="hostel")).total == 0
    made = lineage(FIRST, SECOND)
    told.put_lineage(replace(made, claim=replace(made.claim, text="officers searched a hostel")))
    assert told.summaries(Wanted(words="police")).total == 0
    assert told.summaries(Wanted(words="officers", place="Rome")).total == 1


def test_events_that_are_found_later_lead_to_claims_that_are_there(store: Store) -> None:
    add(store, FIRST)
    add(store, SECOND)
    for reading in (FIRST, SECOND):
        store.assign(reading.attributions[0].id, CLAIM)
    store.put_lineage(lineage(FIRST, SECOND))
    assert store.without_events() == [FIRST.document.id, SECOND.document.id]
    assert store.summaries(Wanted(event="raid")).total == 0
    store.put_events(FIRST, [event(FIRST, "raided")])
    assert store.without_events() == [SECOND.document.id]
    assert store.summaries(Wanted(event="raid")).total == 1
    assert store.happenings(ALL).page.items[0].claims == (CLAIM,)
