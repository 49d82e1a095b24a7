"""The land under the map of events: a file for each window, which the browser keeps for good."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response

from sayso.desk.answers import RefusedError
from sayso.gazetteer import load_outlines, outlines_digest
from sayso.rendering.story import FORM, Window, draw_land, prepare_land

router = APIRouter()
KEPT = 48
"""Files that the server keeps, of 20 to 400 kB each."""
_EDGES = r"^\d(_-?\d{1,3}){4}$"


def land_address(window: Window) -> str:
    """Where the land of a window is. Its digest changes with the outlines, and with how they are drawn."""
    edges = "_".join(map(str, (window.grid, window.west, window.south, window.east, window.north)))
    return f"/land/{_digest()}/{edges}.svg"


@router.get("/land/{digest}/{edges}.svg", include_in_schema=False)
def land(digest: str, edges: Annotated[str, Path(pattern=_EDGES)]) -> Response:
    window = Window(*map(int, edges.split("_")))
    if digest != _digest() or not window.sound:
        raise RefusedError(404, "There is no such land. Load the page of events again.")
    return Response(_drawn(window), media_type="image/svg+xml", headers={"cache-control": "private, max-age=31536000, immutable"})  # fmt: skip


def get_ready() -> None:
    """Load the outlines, and put them on their grids."""
    prepare_land(load_outlines())
    _digest()


@lru_cache(maxsize=KEPT)
def _drawn(window: Window) -> bytes:
    return draw_land(load_outlines(), window).encode()


def _digest() -> str:
    return sha256(f"{FORM} {outlines_digest()}".encode()).hexdigest()[:10]
