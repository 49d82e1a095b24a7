"""Sources: who is quoted, for what, by whom. Outlets: how much is held of each, and how often they keep what they took over."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheStore, page
from sayso.desk.pages.answers import COMMON, FINDS
from sayso.desk.pages.paging import A_PAGE, Place, page_at, paging, paging_record
from sayso.pipeline.namesakes import Namesake, namesakes_of
from sayso.pipeline.rating import LETTERS, Rated, rating
from sayso.serialise.overviews import fared_record, outlet_record, quoted_record, source_record
from sayso.store.cursors import Cursor, Page
from sayso.store.interface import Store
from sayso.store.overviews import SourceLine, Wanted

router = APIRouter()


class Called(StrEnum):
    """Which sources are listed: those that bear a name, or those that the texts only describe."""

    NAMED = "named"
    DESCRIBED = "described"


Part = Annotated[str, Query(max_length=200, description="part of a name")]
Name = Annotated[str, Query(max_length=1000, description="a source's name, exactly as it is listed")]


CalledSo = Annotated[Called, Query(description="those with a name, or those that the texts only describe")]


def _list(store: Store, place: Cursor | None, q: str, called: Called) -> Page[SourceLine]:
    named = called is Called.NAMED
    return page_at(place, lambda at: store.sources(q.strip(), named=named, cursor=at, most=A_PAGE))


@router.get("/sources", include_in_schema=False)
def sources(
    request: Request, store: TheStore, place: Place, q: Part = "", called: CalledSo = Called.NAMED
) -> HTMLResponse:
    found = _list(store, place, q, called)
    others = store.sources(q.strip(), named=called is not Called.NAMED, most=1).total
    totals = {called.value: found.total, next(item.value for item in Called if item is not called): others}
    query = {"q": q, "called": called.value if called is not Called.NAMED else ""}
    return page(
        request, "sources.html", sources=found.items, q=q, called=called.value, totals=totals, chosen=query, untold=store.untold(),
        paging=paging(found, "/sources", query),
    )  # fmt: skip


@router.get("/api/sources", responses=COMMON, tags=["sources"], summary="Who is quoted, the most quoted first")
def sources_record(store: TheStore, place: Place, q: Part = "", called: CalledSo = Called.NAMED) -> dict[str, Any]:
    found = _list(store, place, q, called)
    return {**paging_record(found), "untold": store.untold(), "sources": [source_record(line) for line in found.items]}


@router.get("/source", include_in_schema=False)
def source(request: Request, store: TheStore, name: Name, place: Place) -> HTMLResponse:
    found = page_at(place, lambda at: store.quoted(name, cursor=at, most=A_PAGE))
    told = store.source(name)
    if told is None or not found.total:
        raise RefusedError(
            404,
            f"No document that counts quotes anybody called {name[:100]!r}. The page “Sources” lists who is quoted.",
            ("Who is quoted", "/sources"),
        )
    claims = tuple(dict.fromkeys(item.claim for item in found.items if item.claim))
    listed = store.summaries(Wanted(ids=claims), most=A_PAGE).items
    return page(
        request, "source.html", name=name, told=told, namesakes=_namesakes(store, told.line), fared=store.fared(name), verdicts=store.verdicts(claims), rating=rating(store, Rated.SOURCE, name), letters=LETTERS, quoted=found.items, summaries={item.claim.id: item for item in listed},
        paging=paging(found, "/source", {"name": name}),
    )  # fmt: skip


@router.get("/api/source", responses=FINDS, tags=["sources"], summary="What one source is quoted with")
def source_quoted(store: TheStore, name: Name, place: Place) -> dict[str, Any]:
    found = page_at(place, lambda at: store.quoted(name, cursor=at, most=A_PAGE))
    told = store.source(name)
    if told is None or not found.total:
        raise RefusedError(404, f"No document that counts quotes anybody called {name[:100]!r}.")
    return {
        **source_record(told.line),
        "maybe_same": [{**source_record(item.line), "why": item.why} for item in _namesakes(store, told.line)],
        "by_outlet": [{"outlet": outlet, "documents": documents} for outlet, documents in told.by_outlet],
        **paging_record(found),
        "fared": fared_record(store.fared(name)),
        "quoted": [quoted_record(item) for item in found.items],
    }


def _namesakes(store: Store, line: SourceLine) -> tuple[Namesake, ...]:
    """Of a source that is called by name; words that describe ("the mayor") are anybody's."""
    return namesakes_of(store, line.name) if line.named else ()


@router.get("/outlets", include_in_schema=False)
def outlets(request: Request, store: TheStore, place: Place, q: Part = "") -> HTMLResponse:
    found = page_at(place, lambda at: store.outlets(q.strip(), cursor=at, most=A_PAGE))
    return page(
        request,
        "outlets.html",
        ratings={line.name: rating(store, Rated.OUTLET, line.name) for line in found.items},
        outlets=found.items,
        q=q,
        paging=paging(found, "/outlets", {"q": q}),
    )


@router.get(
    "/api/outlets",
    responses=COMMON,
    tags=["sources"],
    summary="Outlets, and how often they keep attributions and hedges",
)
def outlets_record(store: TheStore, place: Place, q: Part = "") -> dict[str, Any]:
    found = page_at(place, lambda at: store.outlets(q.strip(), cursor=at, most=A_PAGE))
    return {**paging_record(found), "outlets": [outlet_record(line) for line in found.items]}
