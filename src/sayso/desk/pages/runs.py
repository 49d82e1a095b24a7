"""What was done: additions, what was turned away and why, judgements, exports; and whether the journal's chain holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.desk import TheDesk, TheStore, page
from sayso.desk.pages.answers import COMMON
from sayso.desk.pages.paging import A_PAGE, Place, page_at, paging, paging_record
from sayso.domain.journal import find_break
from sayso.pipeline.corrected import corrected_documents
from sayso.serialise.kept import judgement_record
from sayso.serialise.overviews import entry_record

router = APIRouter()


@router.get("/runs", include_in_schema=False)
def runs(request: Request, desk: TheDesk, store: TheStore, place: Place) -> HTMLResponse:
    turned = page_at(place, lambda at: store.turned_away_page(cursor=at, most=A_PAGE))
    return page(
        request, "runs.html", counts=store.counts(), days=store.days_of_reading(), additions=desk.additions.latest()[:20], turned=turned.items,
        paging=paging(turned, "/runs", {}),
    )  # fmt: skip


@router.get("/api/runs", responses=COMMON, tags=["runs"], summary="How much the store holds, and what was turned away")
def runs_record(store: TheStore, place: Place) -> dict[str, Any]:
    turned = page_at(place, lambda at: store.turned_away_page(cursor=at, most=A_PAGE))
    counts = store.counts()
    return {
        "counts": {name: getattr(counts, name) for name in counts.__slots__},
        "days": [asdict(item) for item in store.days_of_reading()],
        **paging_record(turned),
        "turned_away": [
            {"input": item.input, "reason": item.reason, "code": item.code, "at": item.at} for item in turned.items
        ],
    }


@router.get("/journal", include_in_schema=False)
def journal(request: Request, store: TheStore, place: Place, verify: bool = False) -> HTMLResponse:
    entries = page_at(place, lambda at: store.journal_page(cursor=at, most=A_PAGE))
    latest = next(iter(store.journal(most=1, latest_first=True)), None)
    held = corrected_documents(store, [item.about for item in entries.items if item.about.startswith("doc_")])
    return page(
        request, "journal.html", documents=held, entries=entries.items, latest=latest, verified=verify, broken=find_break(store.journal()) if verify else None,
        judgements={item.id: item for item in store.judgements(undone=True)}, paging=paging(entries, "/journal", {}),
    )  # fmt: skip


@router.get("/api/journal", responses=COMMON, tags=["runs"], summary="Who did what, the latest first")
def journal_record(store: TheStore, place: Place) -> dict[str, Any]:
    entries = page_at(place, lambda at: store.journal_page(cursor=at, most=A_PAGE))
    return {**paging_record(entries), "entries": [entry_record(entry) for entry in entries.items]}


@router.get("/api/judgements", responses=COMMON, tags=["runs"], summary="What analysts decided")
def judgements_record(
    store: TheStore, undone: Annotated[bool, Query(description="those taken back too")] = False
) -> dict[str, Any]:
    return {"judgements": [judgement_record(item) for item in store.judgements(undone=undone)]}
