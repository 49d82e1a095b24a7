"""What was done: additions, what was turned away and why, judgements, exports; and whether the journal's chain holds."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.desk import TheDesk, TheStore, page
from sayso.desk.pages.answers import COMMON
from sayso.desk.pages.paging import A_PAGE, PageNumber, PageOf, Paging, first_of
from sayso.domain.journal import find_break
from sayso.serialise.kept import judgement_record
from sayso.serialise.overviews import entry_record

router = APIRouter()


@router.get("/runs", include_in_schema=False)
def runs(request: Request, desk: TheDesk, store: TheStore, number: PageOf = 1) -> HTMLResponse:
    turned = list(reversed(store.turned_away()))
    first = first_of(number)
    return page(
        request, "runs.html", counts=store.counts(), additions=desk.additions.latest()[:20], turned=turned[first : first + A_PAGE],
        paging=Paging(number, len(turned), "/runs", {}),
    )  # fmt: skip


@router.get("/api/runs", responses=COMMON, tags=["runs"], summary="How much the store holds, and what was turned away")
def runs_record(store: TheStore, page: PageNumber = 1) -> dict[str, Any]:
    turned = list(reversed(store.turned_away()))
    counts, first = store.counts(), first_of(page)
    return {
        "counts": {name: getattr(counts, name) for name in counts.__slots__},
        "total": len(turned),
        "page": page,
        "turned_away": [
            {"input": item.input, "reason": item.reason, "code": item.code, "at": item.at}
            for item in turned[first : first + A_PAGE]
        ],
    }


@router.get("/journal", include_in_schema=False)
def journal(request: Request, store: TheStore, verify: bool = False, number: PageOf = 1) -> HTMLResponse:
    latest = next(iter(store.journal(most=1, latest_first=True)), None)
    entries = list(store.journal(first=first_of(number), most=A_PAGE, latest_first=True))
    return page(
        request, "journal.html", entries=entries, latest=latest, verified=verify, broken=find_break(store.journal()) if verify else None,
        judgements={item.id: item for item in store.judgements(undone=True)},
        paging=Paging(number, latest.number if latest else 0, "/journal", {}),
    )  # fmt: skip


@router.get("/api/journal", responses=COMMON, tags=["runs"], summary="Who did what, the latest first")
def journal_record(store: TheStore, page: PageNumber = 1) -> dict[str, Any]:
    entries = store.journal(first=first_of(page), most=A_PAGE, latest_first=True)
    return {"page": page, "entries": [entry_record(entry) for entry in entries]}


@router.get("/api/judgements", responses=COMMON, tags=["runs"], summary="What analysts decided")
def judgements_record(
    store: TheStore, undone: Annotated[bool, Query(description="those taken back too")] = False
) -> dict[str, Any]:
    return {"judgements": [judgement_record(item) for item in store.judgements(undone=undone)]}
