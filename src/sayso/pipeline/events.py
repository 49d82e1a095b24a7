"""Events of readings and of a store: kept by the packs that come with sayso, or found when they are asked for with others; merged by their claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sayso.domain.edtf import days_of
from sayso.domain.folding import has_words
from sayso.domain.happening import Account, Happening
from sayso.domain.pack import Pack
from sayso.domain.reading import Reading
from sayso.errors import UsageError
from sayso.extract.events import find_events
from sayso.packs import find_packs, shipped_packs
from sayso.pipeline.corrected import Corrections
from sayso.pipeline.shipped import events_of
from sayso.pipeline.tracing import settle_all
from sayso.store.interface import Store
from sayso.store.overviews import WantedEvents

TOGETHER = 32
"""Documents a transaction: some 0.3 seconds, in which another process waits."""


def of_readings(readings: Iterable[Reading]) -> Iterator[Happening]:
    """The events of readings that have them, each by itself: nothing is known of claims."""
    for reading in readings:
        document = reading.document
        for event in reading.events:
            yield Happening((Account(event, document.id, document.outlet, document.published),))


def of_store(store: Store, packs: Sequence[Pack], wanted: WantedEvents) -> list[Happening]:
    """The events of a store's documents; those of one claim and one type are one happening. Raises StoreError.

    By packs that come with sayso they are kept, and found only in documents that an older sayso added; by others, found in all.
    """
    settle_all(store)
    if all(pack in find_packs(shipped_packs()) for pack in packs):
        for _ in look_through_rest(store):
            pass
        return list(store.each_happening(wanted))
    return [item for item in _found_now(store, packs) if has(wanted, item)]


def look_through(store: Store, document: str, corrections: Corrections) -> None:
    """Keep the events and places of a document that is held, as analysts have put it right."""
    reading = corrections.reading(store.reading(document))
    store.put_events(reading, events_of(reading))


def look_through_rest(store: Store) -> Iterator[int]:
    """Do so for all documents of which it was not done, some in a batch; gives how many are done, from time to time. None of a store that may only be read."""
    waiting = store.without_events() if store.writable else ()
    corrections = Corrections(store.judgements())
    for first in range(0, len(waiting), TOGETHER):
        with store.batch():
            for document in waiting[first : first + TOGETHER]:
                look_through(store, document, corrections)
        yield min(first + TOGETHER, len(waiting))


def has(wanted: WantedEvents, happening: Happening) -> bool:
    """Whether a happening is one of those asked for; its pack is not looked at."""
    if not wanted.everything and not happening.happened:
        return False
    if wanted.types and happening.first.type not in wanted.types:
        return False
    places = [account.event.place for account in happening.accounts if account.event.place is not None]
    names = [name for place in places for name in (place.name, place.country) if name]
    if wanted.place and not any(has_words(name, wanted.place) for name in names):
        return False
    first, last = _days(happening)
    return (wanted.since is None or last is None or last >= wanted.since) and (
        wanted.until is None or first is None or first < wanted.until + "~"
    )


def _found_now(store: Store, packs: Sequence[Pack]) -> Iterator[Happening]:
    corrections = Corrections(store.judgements())
    accounts: list[Account] = []
    for kept in store.documents():
        reading = corrections.reading(store.reading(kept.document.id))
        events = find_events(reading, packs)
        claims = store.claims_of([event.attribution for event in events if event.attribution is not None])
        document = reading.document
        accounts += [
            Account(event, document.id, document.outlet, document.published, claims.get(event.attribution or ""))
            for event in events
        ]
    groups: dict[tuple[str, ...], list[Account]] = {}
    for account in accounts:
        alone = account.claim is None
        key = (account.event.id,) if alone else (account.claim or "", account.event.pack, account.event.type)
        groups.setdefault(key, []).append(account)
    return (_happening(store, parts) for group in groups.values() for parts in _apart(group))


def _apart(group: Sequence[Account]) -> list[list[Account]]:
    """Two events of one type in one attribution are two, and the second goes with others' second; what a document says twice is one."""
    parts: list[list[Account]] = []
    seen: dict[str, int] = {}
    for account in group:
        told = account.event.attribution or account.event.id
        number = seen.get(told, 0)
        seen[told] = number + 1
        if number == len(parts):
            parts.append([])
        parts[number].append(account)
    return parts


def _happening(store: Store, accounts: Sequence[Account]) -> Happening:
    claims = tuple(dict.fromkeys(account.claim for account in accounts if account.claim is not None))
    lineages = [lineage for claim in claims if (lineage := store.lineage(claim)) is not None]
    low = max((lineage.claim.roots_min for lineage in lineages), default=None)
    high = max((lineage.claim.roots_max for lineage in lineages), default=None)
    return Happening(tuple(accounts), claims, low, high)


def _days(happening: Happening) -> tuple[str | None, str | None]:
    """The first and the last day that it may have been, as ISO dates; of no time, the first publication's."""
    times = [
        days for account in happening.accounts if account.event.time and (days := days_of(account.event.time.edtf))
    ]
    if not times:
        published = [account.published[:10] for account in happening.accounts if account.published]
        return (min(published), min(published)) if published else (None, None)
    firsts, lasts = [days.first or date.min for days in times], [days.last or date.max for days in times]
    return min(firsts).isoformat(), max(lasts).isoformat()


def known_types(names: Sequence[str], packs: Sequence[Pack]) -> frozenset[str]:
    """These event types' ids. Raises UsageError where no pack has one."""
    known = [type.id for pack in packs for type in pack.types]
    for name in names:
        if name not in known:
            raise UsageError(
                f"There is no event type {name!r} in {', '.join(pack.id for pack in packs)}; choose of {', '.join(known)}."
            )
    return frozenset(names)
