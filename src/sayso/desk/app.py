"""The web application: the pages behind the guard, and what is said where something goes wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import ASGIApp

from sayso.desk.answers import RefusedError, refusal, what_is_wrong
from sayso.desk.desk import Desk
from sayso.desk.heads import Heads
from sayso.desk.pages import (
    adding,
    claim,
    deciding,
    document,
    entrance,
    events,
    inbox,
    land,
    offices,
    runs,
    searching,
    sources,
)
from sayso.desk.safety.guard import Guard
from sayso.desk.settings import Settings, check
from sayso.desk.templating import compile_templates
from sayso.errors import JudgementError, SaysoError, StoreError
from sayso.store.opening import open_store
from sayso.version import VERSION

PAGES = (inbox, claim, deciding, document, events, land, adding, searching, sources, offices, runs, entrance)


def make_app(settings: Settings) -> FastAPI:
    """The desk on one store, which is made where there is none. Raises DeskError, StoreError."""
    check(settings)
    open_store(settings.store).close()
    desk = Desk(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        get_ready()
        yield
        desk.additions.close()

    app = FastAPI(
        title="sayso desk", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json", lifespan=lifespan,
        description="What the store holds, as JSON: a twin of each page. Reading only; decisions are made in the pages. "
        "Each address answers HEAD too, with the head of what GET answers.",
    )  # fmt: skip
    app.state.desk = desk
    for module in PAGES:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=str(files("sayso.desk").joinpath("static"))))
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(SaysoError, _sayso_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _fault)
    guards: list[Guard] = []

    def guarded(inner: ASGIApp) -> Guard:
        guards.append(Guard(inner, settings, desk.sessions))
        return guards[-1]

    app.add_middleware(guarded)
    app.add_middleware(Heads)
    app.state.guard = lambda: guards[-1]
    return app


@cache
def get_ready() -> None:
    """Do once, before the first request, what else the first pages would wait for: half a second in all."""
    compile_templates()
    inbox.event_types()
    land.get_ready()


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    return refusal(request, error.status, error.says, error.link)


def _sayso_error(request: Request, error: Exception) -> Response:
    status = 409 if isinstance(error, JudgementError) else 503 if isinstance(error, StoreError) else 422
    return refusal(request, status, str(error))


def _invalid(request: Request, error: Exception) -> Response:
    """Which parameter, and what is wrong with it."""
    assert isinstance(error, RequestValidationError)
    # Behind the name may stand which of its types was tried: ("query", "naming", "str-enum[Naming]").
    where, name = (str(part) for part in (*error.errors()[0]["loc"], "")[:2])
    if where == "path":
        return refusal(
            request,
            404 if not request.url.path.startswith("/api/") else 422,
            "There is no such page. Check the address, or begin at the inbox.",
        )
    tried = [item for item in error.errors() if name in item["loc"]]
    return refusal(request, 422, f"{what_is_wrong(name, tried or list(error.errors()))} Go back, and change it.")


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return refusal(request, 404, "There is no such page. Check the address, or begin at the inbox.")
    if error.status_code == 405:
        answer = refusal(request, 405, "This address does not take that. Go back, load the page again, and repeat it.")
        answer.headers["allow"] = ", ".join(_taken(request)) or (error.headers or {}).get("allow", "")
        return answer
    return refusal(request, error.status_code, f"{error.detail.rstrip('.')}. Go back, and try it another way.")


def _taken(request: Request) -> list[str]:
    """The methods that an address takes: those of all its pages, for the framework tells only the first one's."""
    routes = [route for module in PAGES for route in module.router.routes if isinstance(route, APIRoute)]
    found = {
        name for route in routes if route.matches(request.scope)[0] is not Match.NONE for name in route.methods or ()
    }
    return sorted(found | ({"HEAD"} if "GET" in found else set()))


def _fault(request: Request, error: Exception) -> Response:
    return refusal(
        request,
        500,
        f"A fault in sayso itself ({type(error).__name__}). Nothing that was recorded is lost. Start the desk with --debug to see where, and please report it.",
    )
