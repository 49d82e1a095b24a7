"""Which answers a page's twin may give, for its OpenAPI."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


class Problem(BaseModel):
    """Why something was not done, in a sentence."""

    error: str
    status: int


_SAID = {"model": Problem}
COMMON: dict[int | str, dict[str, Any]] = {
    400: {**_SAID, "description": "The request cannot be understood, or names another host."},
    401: {**_SAID, "description": "A password is set, and the request does not carry it."},
    422: {**_SAID, "description": "A parameter has no meaning."},
    429: {**_SAID, "description": "Too many requests."},
    503: {**_SAID, "description": "The store is busy or cannot be read."},
}
FINDS: dict[int | str, dict[str, Any]] = {**COMMON, 404: {**_SAID, "description": "The store does not hold it."}}
