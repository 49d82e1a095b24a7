"""What the desk says where it does not do what was asked: a sentence, as a page or as JSON."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.desk.templating import render

TITLES = {
    400: "That cannot be asked",
    401: "Who are you?",
    403: "Not done",
    404: "Not here",
    405: "Not that way",
    409: "Not done",
    410: "Gone",
    413: "Too much at once",
    422: "That cannot be asked",
    429: "Too fast",
    500: "A fault in sayso",
    503: "The store is busy",
}


class RefusedError(Exception):
    """What was asked is not done; `says` is a whole sentence that tells what to do next."""

    def __init__(self, status: int, says: str) -> None:
        super().__init__(says)
        self.status = status
        self.says = says


def refusal(request: Request, status: int, says: str) -> Response:
    """The answer to a request that is refused."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": says, "status": status}, status)
    title = TITLES.get(status, "Not done")
    return Response(render("error.html", request, title=title, says=says), status, media_type="text/html")
