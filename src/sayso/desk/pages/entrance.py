"""Signing in and out, where a password is set; and the help."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.desk.answers import RefusedError
from sayso.desk.desk import TheDesk, TheForm, go, page
from sayso.desk.safety.sessions import Session

router = APIRouter()
LONGEST_NAME = 80


@router.get("/help", include_in_schema=False)
def help_page(request: Request) -> HTMLResponse:
    return page(request, "help.html")


@router.get("/sign-in", include_in_schema=False)
def entrance(request: Request, desk: TheDesk) -> HTMLResponse:
    return page(
        request, "sign_in.html", needed=desk.settings.password is not None, analyst=desk.settings.analyst, wrong=False
    )


@router.post("/sign-in", include_in_schema=False, response_model=None)
async def sign_in(request: Request, desk: TheDesk) -> HTMLResponse | RedirectResponse:
    """A new session begins, so that one that somebody else began is worth nothing."""
    session: Session | None = getattr(request.state, "session", None)
    form = await request.form(max_files=0, max_fields=10)
    if session is None or form.get("csrf") != session.csrf:
        raise RefusedError(403, "The page that you sent this from is too old. Load it again, and sign in.")
    password, name = str(form.get("password", "")), " ".join(str(form.get("analyst", "")).split())[:LONGEST_NAME]
    guard = request.app.state.guard
    if desk.settings.password is not None and not guard().opens(password):
        return page(request, "sign_in.html", 403, needed=True, analyst=name, wrong=True)
    if not name:
        raise RefusedError(422, "Say who you are: your name stands on what you decide.")
    desk.sessions.end(session)
    begun = desk.sessions.begin(name)
    answer = go("/")
    answer.headers.append("set-cookie", guard().cookie(begun))
    return answer


@router.post("/sign-out", include_in_schema=False)
def sign_out(desk: TheDesk, form: TheForm) -> RedirectResponse:
    desk.sessions.end(form.session)
    return go("/sign-in")
