"""Events: what happened, on a map and on a time axis, each with whose word it is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheDesk, TheStore, page
from sayso.desk.pages.answers import COMMON
from sayso.desk.pages.inbox import day_of
from sayso.desk.pages.land import land_address
from sayso.desk.pages.paging import A_PAGE, Place, is_cut_short, paging, paging_record
from sayso.desk.templating import span_address, with_query
from sayso.domain.event import Participant
from sayso.domain.happening import Account, Happening
from sayso.domain.pack import EventType, Pack
from sayso.domain.span import Span
from sayso.gazetteer import load_outlines
from sayso.packs import find_packs, shipped_packs
from sayso.packs.loading import DEFAULT_PACK
from sayso.rendering.story import (
    KINDS,
    Kind,
    Leads,
    axis_of,
    draw_axis,
    draw_key,
    draw_maps,
    draw_strip,
    kind_of,
    kind_of_category,
)
from sayso.serialise.events import happening_record
from sayso.store.cursors import Cursor
from sayso.store.interface import Store
from sayso.store.overviews import EventCounts, HappeningsSeen, WantedEvents

router = APIRouter()
PATH = "/events"
MOST_ON_MAP = 200


class EventFilters:
    """What the address of the events asks for."""

    def __init__(
        self,
        pack: Annotated[
            str, Query(max_length=100, description="domain pack, one of those that come with sayso")
        ] = DEFAULT_PACK,
        type: Annotated[str, Query(max_length=100, description="event type of the pack")] = "",
        place: Annotated[str, Query(max_length=200, description="a place, or an area that it lies in")] = "",
        since: Annotated[str, Query(max_length=30, description="may have been on this day or later")] = "",
        until: Annotated[str, Query(max_length=30, description="may have been on this day or before")] = "",
        happened: Annotated[bool, Query(description="only what somebody puts as having happened")] = False,
    ) -> None:
        if pack not in shipped_packs():
            raise RefusedError(422, f"There is no pack {pack!r}; choose of {', '.join(shipped_packs())}.")
        self.pack: Pack = find_packs([pack])[0]
        if type and type not in {item.id for item in self.pack.types}:
            raise RefusedError(
                422,
                f"The pack {pack} has no event type {type!r}; choose of {', '.join(item.id for item in self.pack.types)}.",
            )
        self.type, self.place, self.happened = type, place.strip(), happened
        self.since, self.until = day_of("since", since), day_of("until", until)

    @property
    def wanted(self) -> WantedEvents:
        return WantedEvents(
            (self.pack.id,),
            since=self.since or None,
            until=self.until or None,
            types=frozenset([self.type] if self.type else []),
            place=self.place or None,
            everything=not self.happened,
        )

    @property
    def query(self) -> dict[str, Any]:
        """The filters that say something, as in the address."""
        named = {
            "pack": "" if self.pack.id == DEFAULT_PACK else self.pack.id, "type": self.type, "place": self.place,
            "since": self.since, "until": self.until, "happened": "true" if self.happened else "",
        }  # fmt: skip
        return {name: value for name, value in named.items() if value}


TheEventFilters = Annotated[EventFilters, Depends(EventFilters)]


@router.get(PATH, include_in_schema=False)
def events(request: Request, desk: TheDesk, store: TheStore, filters: TheEventFilters, place: Place) -> HTMLResponse:
    seen = _seen(store, filters, place, located=MOST_ON_MAP)
    found, counts, located = seen.page, seen.counts, seen.located
    axis = axis_of(found.items)
    outlines = load_outlines()
    leads = Leads(address_of, lambda name: with_query(PATH, {**filters.query, "place": name}), land_address)
    maps = desk.maps.get(with_query(PATH, filters.query), located, lambda: draw_maps(located, outlines, leads))
    kinds = _kinds(filters.pack, counts)
    hollow = next((kind for kind, happened in kinds if not happened), None)
    return page(
        request,
        "events.html",
        happenings=found.items,
        strips={item.id: draw_strip(item, axis, address_of(item), account_address) for item in found.items} if axis else {},
        axis=draw_axis(axis) if axis else "",
        maps=maps,
        outlined=bool(outlines),
        counts=counts,
        on_map=len(located),
        keys=[(draw_key(kind), words) for kind, words in KINDS.items() if kind in {kind for kind, _ in kinds}],
        hollow=draw_key(hollow, hollow=True) if hollow else "",
        mark_of={item.id: draw_key(kind_of(item.first), hollow=not item.happened) for item in found.items},
        filters=filters,
        types=_types(filters.pack.types),
        packs=find_packs(shipped_packs()),
        held=counts.total or store.counts().documents,
        unlooked=len(store.without_events()),
        paging=paging(found, PATH, filters.query),
        account_address=account_address,
        within=_within,
    )  # fmt: skip


@router.get(
    "/api/events",
    responses=COMMON,
    tags=["events"],
    summary="Events, the latest first, each with every value that its accounts give",
)
def events_record(store: TheStore, filters: TheEventFilters, place: Place) -> dict[str, Any]:
    seen = _seen(store, filters, place)
    return {
        **paging_record(seen.page),
        "happened": seen.counts.happened,
        "events": [happening_record(item) for item in seen.page.items],
    }


def _seen(store: Store, filters: EventFilters, place: Cursor | None, *, located: int = 0) -> HappeningsSeen:
    def ask(at: Cursor | None) -> HappeningsSeen:
        return store.happenings(filters.wanted, cursor=at, most=A_PAGE, located=located)

    found = ask(place)
    return ask(None) if is_cut_short(place, found.page) else found


def account_address(account: Account) -> str:
    """The passage in which an account tells of it."""
    return span_address(account.document, account.event.cue)


def address_of(happening: Happening) -> str:
    """The claim where several accounts are known to be one, else the passage."""
    if happening.claims and len(happening.accounts) + happening.more > 1:
        return f"/claims/{happening.claims[0]}"
    return account_address(happening.accounts[0])


def _within(span: Span, parties: tuple[Participant, ...]) -> bool:
    """Whether a party's words have it in them already."""
    return any(party.span.start <= span.start and span.end <= party.span.end for party in parties)


def _kinds(pack: Pack, counts: EventCounts) -> list[tuple[Kind, bool]]:
    """The groups of types among the events, each with whether one of it happened."""
    category = {item.id: item.plover for item in pack.types}
    # A type that the pack no longer has was kept by an older sayso.
    return [(kind_of_category(category.get(type, "")), happened) for _, type, happened in counts.types]


def _types(types: tuple[EventType, ...]) -> list[tuple[str, str]]:
    return sorted((item.id, item.id.replace("-", " ")) for item in types)
