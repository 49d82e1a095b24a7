"""Texts come in: files, or pasted; with what was turned away, and why."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.desk.adding import Addition, named
from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheDesk, TheForm, go, page
from sayso.desk.pages.answers import COMMON, FINDS
from sayso.pipeline.inputs import Facts
from sayso.readers.dates import iso_date

router = APIRouter()
PASTED = "pasted.txt"
ADDING = ("Add texts", "/add")
BACK = "Go back, and change it: what you chose and typed is still there."
AdditionId = Annotated[str, Path(pattern=r"^[0-9a-f]{16}$", description="an addition's id")]


@router.get("/add", include_in_schema=False)
def form(request: Request, desk: TheDesk) -> HTMLResponse:
    return page(request, "add.html", settings=desk.settings, latest=desk.additions.latest()[:10])


@router.post("/add", include_in_schema=False)
def add(desk: TheDesk, form: TheForm) -> RedirectResponse:
    """The body's size and the number of its files were held to their limits before."""
    items = [(item.filename or "", item.file.read()) for item in (*form.files("files"), *form.files("folder"))]
    pasted = form.form.get("text")
    if isinstance(pasted, str) and pasted.strip():
        items.append((PASTED, pasted.encode("utf-8", "surrogatepass")))
    if not items:
        raise RefusedError(422, "There is nothing to add. Choose a file or a folder, or paste a text.", ADDING)
    date = form.text("published")
    published = iso_date(date) if date else None
    if date and published is None:
        raise RefusedError(422, f"{date!r} is no date. Write it as 2026-01-31, or 2026-01-31T09:30:00+03:00. {BACK}")
    facts = Facts(form.text("outlet") or None, published, form.text("url") or None)
    if facts.url and not facts.url.startswith(("http://", "https://")):
        raise RefusedError(
            422, f"{facts.url[:100]!r} is no address of a page. It begins with https:// or http://. {BACK}"
        )
    if facts.url and len(items) > 1:
        raise RefusedError(422, "An address belongs to one document, and several were given. Add that one by itself.")
    return go(f"/add/{desk.additions.begin(list(named(items)), facts, form.analyst).id}")


@router.get(
    "/api/additions",
    responses=COMMON,
    tags=["adding"],
    summary="What was added since the desk was opened, the latest first",
)
def additions_record(desk: TheDesk) -> dict[str, Any]:
    return {"additions": [_record(item) for item in desk.additions.latest()]}


@router.get("/add/{id}", include_in_schema=False)
def progress(request: Request, desk: TheDesk, id: AdditionId) -> HTMLResponse:
    return page(request, "addition.html", addition=_find(desk, id))


@router.get(
    "/api/additions/{id}", responses=FINDS, tags=["adding"], summary="How far an addition is, and what was turned away"
)
def progress_record(desk: TheDesk, id: AdditionId) -> dict[str, Any]:
    return _record(_find(desk, id))


def _record(found: Addition) -> dict[str, Any]:
    return {
        "id": found.id,
        "total": found.total,
        "done": found.done,
        "finished": found.finished,
        "failed": found.failed,
        "added": [
            {"input": name, "document": doc, "title": title, "what": what} for name, doc, title, what in found.taken
        ],
        "turned_away": [{"input": name, "reason": reason} for name, reason in found.skipped],
    }


def _find(desk: TheDesk, id: str) -> Addition:
    found = desk.additions.find(id)
    if found is None:
        raise RefusedError(
            404,
            "That addition was made before the desk was opened last. The page “Runs” lists what was added and what was turned away.",
        )
    return found
