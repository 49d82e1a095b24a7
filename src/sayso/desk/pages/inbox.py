"""The inbox: claims by what is new, and by new roots."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheDesk, TheStore, page
from sayso.desk.pages.answers import COMMON
from sayso.desk.pages.paging import A_PAGE, Place, page_at, paging, paging_record
from sayso.domain.attribution import Naming
from sayso.packs import find_packs, shipped_packs
from sayso.readers.dates import iso_date
from sayso.rendering.sentences import gravest
from sayso.serialise.overviews import summary_record
from sayso.store.cursors import Cursor, Page
from sayso.store.interface import Store
from sayso.store.overviews import Order, Summary, Wanted

router = APIRouter()

SHARED = 2
"""Documents from which on a claim is shown unless all are asked for: of most claims there is one wording and nothing to trace."""

Words = Annotated[str, Query(max_length=200)]


class Filters:
    """What the address of an inbox asks for."""

    def __init__(
        self,
        q: Annotated[str, Query(max_length=200, description="words of the claim")] = "",
        since: Annotated[str, Query(max_length=30, description="published on this day or later")] = "",
        until: Annotated[str, Query(max_length=30, description="published on this day or before")] = "",
        outlet: Annotated[str, Query(max_length=200, description="part of an outlet's name")] = "",
        source: Annotated[str, Query(max_length=200, description="part of a root's or a hop's name")] = "",
        place: Annotated[
            str, Query(max_length=200, description="a place that the claim names, or an area that it lies in")
        ] = "",
        event: Annotated[str, Query(max_length=100, description="a type of events that the claim tells of")] = "",
        naming: Annotated[Naming | Literal[""], Query(description="how a root is named")] = "",
        all: Annotated[bool, Query(description="claims of one document too")] = False,
        order: Annotated[Order, Query(description="what comes first")] = Order.NEWS,
    ) -> None:
        self.q, self.outlet, self.source, self.place = (words.strip() for words in (q, outlet, source, place))
        if event and event not in event_types():
            raise RefusedError(422, f"There is no event type {event!r}; choose of {', '.join(event_types())}.")
        self.event = event
        self.since, self.until = (day_of(name, words) for name, words in (("since", since), ("until", until)))
        self.naming: Naming | None = naming or None
        self.all, self.order = all, order

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            since=self.since or None,
            until=self.until or None,
            outlet=self.outlet or None,
            source=self.source or None,
            place=self.place or None,
            event=self.event or None,
            naming=self.naming,
            words=self.q or None,
            min_documents=0 if self.all else SHARED,
        )

    @property
    def query(self) -> dict[str, Any]:
        """The filters that say something, as in the address."""
        named = {
            "q": self.q, "since": self.since, "until": self.until, "outlet": self.outlet, "source": self.source,
            "place": self.place, "event": self.event, "naming": self.naming.value if self.naming else "", "all": "true" if self.all else "",
            "order": self.order.value if self.order is not Order.NEWS else "",
        }  # fmt: skip
        return {name: value for name, value in named.items() if value}


@cache
def event_types() -> tuple[str, ...]:
    """The ids of all types of events that are kept."""
    return tuple(sorted({item.id for pack in find_packs(shipped_packs()) for item in pack.types}))


def day_of(name: str, words: str) -> str:
    """A day as it was typed; an empty field, as a browser's form sends it, is no day."""
    if not words.strip():
        return ""
    found = iso_date(words)
    if found is None:
        raise RefusedError(422, f"{words!r} is no date ({name}). Write it as 2026-01-31.")
    return found[:10]


TheFilters = Annotated[Filters, Depends(Filters)]


def _list(store: Store, filters: Filters, place: Cursor | None) -> Page[Summary]:
    return page_at(place, lambda at: store.summaries(filters.wanted, order=filters.order, cursor=at, most=A_PAGE))


@router.get("/", include_in_schema=False)
def inbox(request: Request, desk: TheDesk, store: TheStore, filters: TheFilters, place: Place) -> HTMLResponse:
    found = _list(store, filters, place)
    waiting = len(store.unsettled())
    if waiting:
        desk.additions.settle()
    return page(
        request,
        "inbox.html",
        summaries=found.items,
        verdicts=store.verdicts([item.claim.id for item in found.items]),
        worst={item.claim.id: gravest(item.introduced) for item in found.items},
        filters=filters,
        filtered=bool(filters.query.keys() - {"all", "order"}),
        counts=store.counts(),
        unlooked=len(store.without_events()) if filters.place or filters.event else 0,
        waiting=waiting,
        paging=paging(found, "/", filters.query),
        orders=list(Order),
        namings=list(Naming),
        types=[(id, id.replace("-", " ")) for id in event_types()],
    )


@router.get("/api/claims", responses=COMMON, tags=["claims"], summary="Claims, in the order of an inbox")
def inbox_record(store: TheStore, filters: TheFilters, place: Place) -> dict[str, Any]:
    found = _list(store, filters, place)
    verdicts = store.verdicts([item.claim.id for item in found.items])
    claims = [summary_record(item, verdicts.get(item.claim.id)) for item in found.items]
    return {**paging_record(found), "claims": claims}
