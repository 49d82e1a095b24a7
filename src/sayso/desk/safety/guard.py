"""Everything that a request must pass before a page sees it, and the headers that every answer carries.

Written against ASGI itself: it must also hold for what no page answers.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.desk.answers import refusal
from sayso.desk.safety.passwords import Lock
from sayso.desk.safety.rates import Rates
from sayso.desk.safety.sessions import Session, Sessions
from sayso.desk.settings import Settings
from sayso.rendering.drawing.ink import style_sheet

SMALL = 1_000_000
"""Bytes that a form without files may have."""
SIGN_IN = "/sign-in"
UPLOAD = "/add"
_OPEN = (SIGN_IN, "/static/")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def policy() -> str:
    """The content security policy. The drawing's own style sheet is let in by its digest; no other inline style, and no inline script, is."""
    drawing = style_sheet().removeprefix("<style>").removesuffix("</style>")
    digest = base64.b64encode(sha256(drawing.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'self' 'sha256-{digest}'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


class Guard:
    """Host, size, rate, session, cross-site requests; in this order, the cheapest first."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self._app = app
        self._settings = settings
        self._sessions = sessions
        self._lock = Lock(settings.password) if settings.password else None
        self._cookie = f"sayso_desk_{settings.port}"
        self._pages = Rates(settings.pages_a_minute)
        self._posts = Rates(settings.posts_a_minute)
        self._sign_ins = Rates(settings.sign_ins_a_minute)
        self._headers = (
            ("content-security-policy", policy()),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        request = Request(scope)
        answered = self._with_headers(scope, send)
        refused = self._refused(request)
        if refused is not None:
            await refused(scope, receive, answered)
            return
        session, new = self._session(request)
        scope.setdefault("state", {})["session"] = session
        refused = self._unknown(request, session)
        if refused is not None:
            await refused(scope, receive, answered)
            return
        limited = _Limited(receive, self._most(request))
        if new and session is not None:
            answered = self._with_headers(scope, send, session)
        try:
            await self._app(scope, limited.receive, answered)
        except TooMuchError:
            await self._too_much(request)(scope, receive, answered)

    def _refused(self, request: Request) -> Response | None:
        settings, headers = self._settings, request.headers
        host = headers.get("host", "")
        if _without_port(host) not in settings.hosts:
            names = ", ".join(sorted(settings.hosts))
            return refusal(request, 400, f"This desk is not called {host[:100]!r}. Open it under one of: {names}.")
        client = request.client.host if request.client else ""
        is_post = request.method not in _SAFE
        rates = [self._pages] + ([self._posts] if is_post else [])
        if is_post and request.url.path == SIGN_IN:
            rates.append(self._sign_ins)
        if wait := max(rate.take(client) for rate in rates):
            seconds = int(wait) + 1
            answer = refusal(request, 429, f"That was too much at once. Wait {seconds} seconds and try again.")
            answer.headers["retry-after"] = str(seconds)
            return answer
        size = headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > self._most(request):
            return self._too_much(request)
        if is_post and _is_cross_site(headers, host):
            return refusal(
                request, 403, "This form was sent by another site, so nothing was done. Send it from the desk itself."
            )
        return None

    def _too_much(self, request: Request) -> Response:
        most = f"{self._most(request):,}"
        return refusal(
            request, 413, f"That is more than {most} bytes, the most that is taken at once. Add it in parts."
        )

    def _most(self, request: Request) -> int:
        return self._settings.most_bytes if request.url.path == UPLOAD else SMALL

    def _session(self, request: Request) -> tuple[Session | None, bool]:
        found = self._sessions.find(_cookie(request.headers, self._cookie))
        if found is not None:
            return found, False
        path = request.url.path
        if path.startswith(("/api/", "/static/")) or request.method != "GET":
            return None, False
        return self._sessions.begin(None if self._lock else self._settings.analyst), True

    def _unknown(self, request: Request, session: Session | None) -> Response | None:
        """Where a password is set, only who has signed in, or sends the password as a token, gets further."""
        if self._lock is None or request.url.path.startswith(_OPEN) or (session and session.analyst):
            return None
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and request.url.path.startswith("/api/"):
            client = request.client.host if request.client else ""
            if self._lock.opens(token):
                return None
            self._sign_ins.take(client)
        if request.method == "GET" and not request.url.path.startswith("/api/"):
            return RedirectResponse(SIGN_IN, 303)
        return refusal(request, 401, "Sign in first; a program sends the password as 'Authorization: Bearer …'.")

    def opens(self, password: str) -> bool:
        """Whether this is the desk's password."""
        return self._lock is not None and self._lock.opens(password)

    def _with_headers(self, scope: Scope, send: Send, session: Session | None = None) -> Send:
        static = str(scope["path"]).startswith("/static/")

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers:
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-cache" if static else "no-store")
                if session is not None:
                    headers.append("set-cookie", self.cookie(session))
            await send(message)

        return answered

    def cookie(self, session: Session) -> str:
        """The cookie of a session: not for scripts, not sent along from other sites."""
        return f"{self._cookie}={session.key}; HttpOnly; SameSite=Strict; Path=/"


class TooMuchError(Exception):
    """A body went past its limit."""


class _Limited:
    """Counts a body that does not say its size, and cuts it off."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise TooMuchError
        return message


def _without_port(host: str) -> str:
    name, _, port = host.lower().rpartition(":")
    return name if name and port.isdecimal() and (not name.count(":") or name.endswith("]")) else host.lower()


def _is_cross_site(headers: Headers, host: str) -> bool:
    """What a browser says of where a request comes from; a program that says nothing has no cookies that it was tricked into sending."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2].lower() != host.lower()


def _cookie(headers: Headers, name: str) -> str | None:
    jar: SimpleCookie = SimpleCookie()
    for header in _all(headers, "cookie"):
        try:
            jar.load(header)
        except CookieError:
            continue
    return jar[name].value if name in jar else None


def _all(headers: Headers, name: str) -> Iterable[str]:
    return headers.getlist(name)
