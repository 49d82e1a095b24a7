"""HEAD: answered as GET is, without the body, and without what a GET does beside answering. Every page has it so, and none has to know.

Written against ASGI itself, outside of everything: what the guard or nobody answers is no different.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Lets HEAD in as GET, and what comes of it out as its head; `Content-Length` stays that of the body that GET sends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def head(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
            elif message["type"] == "http.response.body" and not message.get("more_body", False):
                await send({"type": "http.response.body", "body": b""})

        # The server keeps its own scope, by which it knows that no body follows.
        state = {**scope.get("state", {}), "only_head": True}
        await self._app({**scope, "method": "GET", "state": state}, receive, head)


def only_head(request: Request) -> bool:
    """Whether nobody will read the page: nothing is told by it, and nothing is taken out."""
    return bool(getattr(request.state, "only_head", False))
