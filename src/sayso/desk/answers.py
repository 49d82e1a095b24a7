"""What the desk says where it does not do what was asked: a sentence, as a page or as JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

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
    503: "The store does not answer",
}

LISTS = frozenset({"/events", "/search", "/sources", "/outlets", "/registry", "/runs", "/journal"})
"""Pages that can be asked for without any parameter: where one has no meaning, they are offered without."""

_WRONG = {
    "missing": "The parameter “{name}” is missing.",
    "string_too_long": "The parameter “{name}” has {length:,} characters; at most {max_length:,} are taken.",
    "bool_parsing": "The parameter “{name}” is {input}; it can be true or false.",
    "int_parsing": "The parameter “{name}” is {input}, which is no whole number.",
    "greater_than_equal": "The parameter “{name}” is {input}; it is {ge} or more.",
    "less_than_equal": "The parameter “{name}” is {input}; it is {le} or less.",
    "string_pattern_mismatch": "The parameter “{name}” is {input}, which is not written as it should be ({pattern}).",
}
"""By pydantic's kind of error: what it says, where no choice is to be told."""


class RefusedError(Exception):
    """What was asked is not done; `says` is a whole sentence that tells what to do next, `link` (words, address) where to do it."""

    def __init__(self, status: int, says: str, link: tuple[str, str] | None = None) -> None:
        super().__init__(says)
        self.status = status
        self.says = says
        self.link = link


def refusal(request: Request, status: int, says: str, link: tuple[str, str] | None = None) -> Response:
    """The answer to a request that is refused."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": says, "status": status}, status)
    title = TITLES.get(status, "Not done")
    begins_at = request.url.path if status == 422 and request.url.path in LISTS else None
    page = render("error.html", request, title=title, says=says, link=link, begins_at=begins_at)
    return Response(page, status, media_type="text/html")


def what_is_wrong(name: str, tried: Sequence[dict[str, Any]]) -> str:
    """What a parameter is, and what it may be; each of the types that it can have was tried."""
    first = tried[0]
    value = str(first["input"])
    expected = [
        choice for item in tried for choice in re.findall(r"'([^']+)'", item.get("ctx", {}).get("expected", ""))
    ]
    if expected:
        *others, last = expected
        choices = f"{', '.join(others)} or {last}" if others else last
        return f"The parameter “{name}” is {value[:100]!r}; it can be {choices}."
    if first["type"] in _WRONG:
        known = {**first.get("ctx", {}), "name": name, "input": repr(value[:100]), "length": len(value)}
        return _WRONG[first["type"]].format_map(known)
    return f"The parameter “{name}” is {value[:100]!r}, which the page does not understand ({first['msg']})."
