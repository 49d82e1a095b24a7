"""Events of readings and of a store: found when they are asked for, from what the store holds, and merged by the claims they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from sayso.domain.happening import Account, Happening
from sayso.domain.pack import Pack
from sayso.domain.reading import Reading
from sayso.extract.events import find_events
from sayso.pipeline.corrected import Corrections
from sayso.pipeline.tracing import settle_all
from sayso.store.interface import Kept, Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which happenings are asked for. `since` and `until` are ISO dates; an event without a time counts by its first document's date.

    `everything`: those that nobody puts as having happened, too.
    """

    since: str | None = None
    until: str | None = None
    types: frozenset[str] = frozenset()
    place: str | None = None
    everything: bool = False

    def has(self, happening: Happening) -> bool:
        """Whether a happening is one of them."""
        if not self.everything and not happening.happened:
            return False
        if self.types and happening.first.type not in self.types:
            return False
        if self.place and not any(self.place.lower() in value.words.lower() for value in happening.values("place")):
            return False
        first, last = _days(happening)
        return (self.since is None or last is None or last >= self.since) and (
            self.until is None or first is None or first <= self.until
        )


EVERYTHING = Wanted(everything=True)


def of_readings(readings: Iterable[Reading]) -> Iterator[Happening]:
    """The events of readings that have them, each by itself: nothing is known of claims."""
    for reading in readings:
        document = reading.document
        for event in reading.events:
            yield Happening((Account(event, document.id, document.outlet, document.published),))


def of_store(
    store: Store, packs: Sequence[Pack], wanted: Wanted = EVERYTHING, newest: int | None = None
) -> list[Happening]:
    """The events of a store's documents; those of one claim and one type are one happening. Raises StoreError.

    `newest`: only of so many documents, those last published (undated: added). Claims that were put off then stay so, without
    their roots: to work out all of a large store takes minutes.
    """
    documents: Iterable[Kept] = store.documents()
    if newest is None:
        settle_all(store)
    else:
        latest = nlargest(newest, documents, key=lambda kept: (kept.document.published or kept.added, kept.number))
        documents = sorted(latest, key=lambda kept: kept.number)
    corrections = Corrections(store.judgements())
    accounts: list[Account] = []
    for kept in documents:
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
    happenings = (_happening(store, parts) for group in groups.values() for parts in _apart(group))
    return [happening for happening in happenings if wanted.has(happening)]


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
    """The first and the last day that it may have been, as ISO dates cut to what is known; of no time, the first publication's."""
    times = [
        account.event.time.edtf for account in happening.accounts if account.event.time and account.event.time.edtf
    ]
    if not times:
        published = [account.published[:10] for account in happening.accounts if account.published]
        return (min(published), min(published)) if published else (None, None)
    firsts = [time.partition("/")[0].rstrip("~?") for time in times]
    lasts = [(time.partition("/")[2] or time.partition("/")[0]).rstrip("~?") for time in times]
    return min(firsts), "9999" if ".." in lasts else max(f"{last}-99" if len(last) < 10 else last for last in lasts)
