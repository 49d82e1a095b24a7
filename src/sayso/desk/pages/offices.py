"""The registry of offices: who held what, with dates and sources."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheDesk, page
from sayso.desk.pages.answers import COMMON
from sayso.domain.office import Holding, Organisation, RegistryLine
from sayso.readers.dates import iso_date
from sayso.registry import Registry
from sayso.serialise import organisation_record, tenure_record

router = APIRouter()
MOST = 100
"""Lines that are shown; whoever finds more is told how many there are, and asks more closely."""
Words = Annotated[str, Query(max_length=200, description="a person's, an office's or a body's name")]
Day = Annotated[str, Query(alias="as_of", max_length=30, description="only who may have held it on this day")]


@router.get("/registry", include_in_schema=False)
def registry(request: Request, desk: TheDesk, q: Words = "", as_of: Day = "") -> HTMLResponse:
    day = _day(as_of)
    bodies, lines, more = _find(desk.registry, q.strip(), day)
    doubtful = {line for line in lines if day is not None and line.tenure.on(day) is Holding.UNKNOWN}
    return page(
        request, "registry.html", q=q.strip(), as_of=as_of, bodies=bodies, lines=lines, doubtful=doubtful, more=more
    )


@router.get("/api/registry", responses=COMMON, tags=["registry"], summary="Tenures and bodies by name")
def registry_record(desk: TheDesk, q: Words = "", as_of: Day = "") -> dict[str, Any]:
    bodies, lines, more = _find(desk.registry, q.strip(), _day(as_of))
    return {
        "left_out": more,
        "bodies": [organisation_record(item) for item in bodies],
        "tenures": [tenure_record(line) for line in lines],
    }


def _find(registry: Registry, words: str, day: date | None) -> tuple[list[Organisation], list[RegistryLine], int]:
    """The bodies and tenures that are shown, and how many more there are."""
    if not any(character.isalnum() for character in words):
        return [], [], 0
    tenures = [
        item for item in registry.find(words) if day is None or item.on(day) in (Holding.DURING, Holding.UNKNOWN)
    ]
    bodies = list(registry.bodies_called(words))
    more = max(0, len(bodies) - MOST) + max(0, len(tenures) - MOST)
    return bodies[:MOST], [registry.line(item) for item in tenures[:MOST]], more


def _day(words: str) -> date | None:
    if not words.strip():
        return None
    found = iso_date(words)
    if found is None:
        raise RefusedError(422, f"{words!r} is no date. Write it as 2026-01-31.")
    return date.fromisoformat(found[:10])
