"""Events: what happened, on a map and on a time axis, each with whose word it is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheDesk, TheStore, page
from sayso.desk.happenings import NEWEST
from sayso.desk.pages.answers import COMMON
from sayso.desk.pages.inbox import day_of
from sayso.desk.pages.paging import A_PAGE, PageNumber, PageOf, Paging, first_of
from sayso.desk.templating import span_address, with_query
from sayso.domain.edtf import days_of
from sayso.domain.event import Participant
from sayso.domain.happening import Account, Happening
from sayso.domain.pack import EventType, Pack
from sayso.domain.span import Span
from sayso.gazetteer import load_outlines
from sayso.packs import find_packs, shipped_packs
from sayso.packs.loading import DEFAULT_PACK
from sayso.pipeline.events import Wanted
from sayso.rendering.story import KINDS, axis_of, draw_axis, draw_key, draw_map, draw_strip, kind_of
from sayso.serialise.events import happening_record

router = APIRouter()
PATH = "/events"
MOST_ON_MAP = 500


class EventFilters:
    """What the address of the events asks for."""

    def __init__(
        self,
        pack: Annotated[
            str, Query(max_length=100, description="domain pack, one of those that come with sayso")
        ] = DEFAULT_PACK,
        type: Annotated[str, Query(max_length=100, description="event type of the pack")] = "",
        place: Annotated[str, Query(max_length=200, description="part of a place's name")] = "",
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
    def wanted(self) -> Wanted:
        return Wanted(
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


def _found(desk: TheDesk, store: TheStore, filters: EventFilters) -> list[Happening]:
    """Those wanted, the latest first; those without any date last."""
    found = [item for item in desk.happenings.of(store, filters.pack.id) if filters.wanted.has(item)]
    return sorted(found, key=_moment, reverse=True)


def _moment(happening: Happening) -> str:
    """The first day that it may have been, else its first report's."""
    days = [
        known.first or known.last or date.min
        for item in happening.accounts
        if item.event.time and (known := days_of(item.event.time.edtf))
    ]
    reports = [account.published[:10] for account in happening.accounts if account.published]
    return min(days).isoformat() if days else min(reports, default="")


@router.get(PATH, include_in_schema=False)
def events(
    request: Request, desk: TheDesk, store: TheStore, filters: TheEventFilters, number: PageOf = 1
) -> HTMLResponse:
    found = _found(desk, store, filters)
    axis = axis_of(found)
    shown = found[first_of(number) : first_of(number) + A_PAGE]
    outlines = load_outlines()
    located = [item for item in found if any(_on_map(account) for account in item.accounts)]
    maps = [
        draw_map(located[:MOST_ON_MAP], outlines, address_of, lambda name: with_query(PATH, {**filters.query, "place": name}), narrow=narrow)
        for narrow in (False, True)
    ]  # fmt: skip
    present = {kind_of(item.first) for item in found}
    return page(
        request,
        "events.html",
        happenings=shown,
        strips={item.id: draw_strip(item, axis, address_of(item), account_address) for item in shown} if axis else {},
        axis=draw_axis(axis) if axis else "",
        maps=maps,
        outlined=bool(outlines),
        located=len(located),
        on_map=min(len(located), MOST_ON_MAP),
        total=len(found),
        happened=sum(item.happened for item in found),
        keys=[(draw_key(kind), words) for kind, words in KINDS.items() if kind in present],
        hollow=draw_key(kind_of(next(item.first for item in found if not item.happened)), hollow=True) if any(not item.happened for item in found) else "",
        mark_of={item.id: draw_key(kind_of(item.first), hollow=not item.happened) for item in shown},
        filters=filters,
        types=_types(filters.pack.types),
        packs=find_packs(shipped_packs()),
        held=store.counts().documents,
        newest=NEWEST,
        paging=Paging(number, len(found), PATH, filters.query),
        account_address=account_address,
        within=_within,
    )  # fmt: skip


@router.get(
    "/api/events",
    responses=COMMON,
    tags=["events"],
    summary="Events, the latest first, each with every value that its accounts give",
)
def events_record(desk: TheDesk, store: TheStore, filters: TheEventFilters, page: PageNumber = 1) -> dict[str, Any]:
    found = _found(desk, store, filters)
    shown = found[first_of(page) : first_of(page) + A_PAGE]
    return {
        "total": len(found),
        "happened": sum(item.happened for item in found),
        "page": page,
        "events": [happening_record(item) for item in shown],
    }


def account_address(account: Account) -> str:
    """The passage in which an account tells of it."""
    return span_address(account.document, account.event.cue)


def address_of(happening: Happening) -> str:
    """The claim where several accounts are known to be one, else the passage."""
    if happening.claims and len(happening.accounts) > 1:
        return f"/claims/{happening.claims[0]}"
    return account_address(happening.accounts[0])


def _within(span: Span, parties: tuple[Participant, ...]) -> bool:
    """Whether a party's words have it in them already."""
    return any(party.span.start <= span.start and span.end <= party.span.end for party in parties)


def _on_map(account: Account) -> bool:
    return account.event.place is not None and account.event.place.latitude is not None


def _types(types: tuple[EventType, ...]) -> list[tuple[str, str]]:
    return sorted((item.id, item.id.replace("-", " ")) for item in types)
