"""Countries under the marks: their outlines in a window around the view, as a file that maps refer to, and where their names may stand.

The outlines are half a megabyte where they were drawn into a page, twice, and took 290 ms for a view that was new. A window is coarser than a view: its edges
are whole degrees, its grid one of four, so that many views share one file, which browser and server keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.domain.outline import Outline
from sayso.rendering.drawing.ink import tag
from sayso.rendering.story.view import View

Points = npt.NDArray[np.float32]
Grid = npt.NDArray[np.int32]

GRIDS = (0.02, 0.05, 0.1, 0.2)
"""Degrees from point to point, from the finest down."""
CELLS = (2, 5, 10, 30)
"""Degrees that the edges of a window are multiples of, for each grid."""
FORM = 1
"""Of the file; with another one its address changes."""
_COARSEST = 1.5  # pixels from point to point
_BEYOND = 8.0  # pixels past the view's edge, where an outline's line is out of sight
_EAST, _NORTH = 180, 90
_FEWEST = 4  # points of a ring: a closed triangle
_NARROWEST = 40.0  # pixels: no country's name is shorter
_TRIED = 7  # places across, and down, where a name may stand
_SPREAD = np.array([((x + 0.5) / _TRIED, (y + 0.5) / _TRIED) for x in range(_TRIED) for y in range(_TRIED)])


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world in degrees, and on which of the grids its outlines are."""

    grid: int
    west: int
    south: int
    east: int
    north: int

    @property
    def sound(self) -> bool:
        """Whether a view may have asked for it: others are not drawn."""
        return (
            0 <= self.grid < len(GRIDS)
            and -_EAST <= self.west < self.east <= _EAST
            and -_NORTH <= self.south < self.north <= _NORTH
            and all(edge % CELLS[self.grid] == 0 for edge in (self.west, self.south, self.east, self.north))
        )


def window_on(views: Sequence[View]) -> Window:
    """The window that holds all of these views."""
    finest = max(view.scale for view in views)
    grid = max((at for at, degrees in enumerate(GRIDS) if degrees * finest <= _COARSEST), default=0)
    cell = CELLS[grid]
    edges = [_edges(view) for view in views]
    west, south = (floor(min(edge[at] for edge in edges) / cell) * cell for at in (0, 1))
    east, north = (ceil(max(edge[at] for edge in edges) / cell) * cell for at in (2, 3))
    west, south = (max(-far, min(edge, far - cell)) for far, edge in ((_EAST, west), (_NORTH, south)))
    return Window(grid, west, south, min(_EAST, max(east, west + cell)), min(_NORTH, max(north, south + cell)))


def _edges(view: View) -> tuple[float, float, float, float]:
    """Its west, south, east and north, and a little beyond."""
    across = (view.width / 2 + _BEYOND) / (view.scale * view.narrowing)
    up = (view.height / 2 + _BEYOND) / view.scale
    return view.longitude - across, view.latitude - up, view.longitude + across, view.latitude + up


def prepare_land(outlines: tuple[Outline, ...]) -> None:
    """Put the outlines on all grids now: about 50 ms each, which the first map would wait for."""
    for degrees in GRIDS:
        _rings(outlines, degrees)


def draw_land(outlines: tuple[Outline, ...], window: Window) -> str:
    """The file: one path, `land`, in steps of the grid east and south of 0° 0°."""
    degrees = GRIDS[window.grid]
    rings = _rings(outlines, degrees)
    low = np.array([window.west, -window.north]) / degrees
    high = np.array([window.east, -window.south]) / degrees
    seen = np.flatnonzero(np.all(rings.boxes[:, 2:] >= low, axis=1) & np.all(rings.boxes[:, :2] <= high, axis=1))
    whole = np.all(rings.boxes[:, :2] >= low, axis=1) & np.all(rings.boxes[:, 2:] <= high, axis=1)
    path = "".join(
        _line(rings.ring(at) if whole[at] else np.rint(_within(rings.ring(at).astype(np.float32), low, high)))
        for at in seen
    )
    left, top = np.rint(low).astype(int)
    width, height = np.rint(high - low).astype(int)
    land = tag("path", id="land", d=path, vector_effect="non-scaling-stroke") if path else '<g id="land"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}">{land}</svg>\n'


def lay_land(window: Window, view: View, address: str) -> str:
    """The land of a window, at this address, where the view has it."""
    down = GRIDS[window.grid] * view.scale
    x, y = view.place(0, 0)
    return f'<use class="land" href="{address}#land" transform="matrix({down * view.narrowing:.6g} 0 0 {down:.6g} {x:.2f} {y:.2f})"/>'


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The largest part of a country in view, in pixels."""

    name: str
    ring: Points

    @property
    def width(self) -> float:
        return float(np.ptp(self.ring[:, 0]))

    def inner(self) -> Iterator[tuple[float, float]]:
        """Where its name may stand: places inside, those nearest to its middle first."""
        for x, y in _tried(self):
            # Looked at one by one: the first is free more often than not.
            if _holds(self, x, y):
                yield x, y


@lru_cache(maxsize=1024)
def _tried(seen: Seen) -> list[tuple[float, float]]:
    """Places in and around a country, those nearest to its middle first. Kept, as the countries in view are: to order them took 0.2 ms each."""
    middle = np.array(_middle(seen.ring))
    places = np.vstack([middle, seen.ring.min(axis=0) + np.ptp(seen.ring, axis=0) * _SPREAD])
    nearest = np.argsort(np.hypot(*(places - middle).T), kind="stable")
    return [(x, y) for x, y in places[nearest].tolist()]


@lru_cache(maxsize=4096)
def _holds(seen: Seen, place_x: float, place_y: float) -> bool:
    """Whether a place lies inside: a line from it to the right crosses the outline an odd number of times."""
    x, y, nx, ny, down = _sides(seen)
    crosses = (y > place_y) != (ny > place_y)
    at = x + (place_y - y) * (nx - x) / down
    return bool(np.count_nonzero(crosses & (at > place_x)) % 2)


@lru_cache(maxsize=1024)
def _sides(seen: Seen) -> tuple[npt.NDArray[np.float32], ...]:
    """Where each side of an outline begins and ends, and how far it goes down; a level one, which nothing crosses, by 1."""
    x, y = seen.ring[:, 0], seen.ring[:, 1]
    nx, ny = np.roll(x, -1), np.roll(y, -1)
    return x, y, nx, ny, np.where(ny == y, np.float32(1), ny - y)


@lru_cache(maxsize=64)
def countries_in(outlines: tuple[Outline, ...], view: View) -> tuple[Seen, ...]:
    """Of each country that is wide enough for a name, the largest part in view. Names need no fine outlines: they are read off the coarser ones."""
    degrees = next((grid for grid in GRIDS[1:] if grid * view.scale >= _COARSEST), GRIDS[-1])
    rings = _rings(outlines, degrees)
    size = np.array([degrees * view.scale * view.narrowing, degrees * view.scale], np.float32)
    start = np.array(view.place(0, 0), np.float32)
    low = np.full(2, -_BEYOND, np.float32)
    high = np.array([view.width + _BEYOND, view.height + _BEYOND], np.float32)
    boxes = np.clip(rings.boxes.reshape(-1, 2, 2) * size + start, low, high)
    room = boxes[:, 1] - boxes[:, 0]
    largest: dict[int, Points] = {}
    area: dict[int, float] = {}
    for at in np.flatnonzero((room[:, 0] >= _NARROWEST) & (room[:, 1] > 0)):
        points = _within(rings.ring(at) * size + start, low, high)
        if len(points) > 2:
            owner, taken = int(rings.owners[at]), float(np.prod(np.ptp(points, axis=0)))
            if taken > area.get(owner, 0.0):
                largest[owner], area[owner] = points, taken
    return tuple(Seen(outlines[owner].name, largest[owner]) for owner in sorted(largest))


@dataclass(frozen=True, slots=True, eq=False)
class _Rings:
    """All countries' rings on a grid: points east and south, one ring after the other; where each begins, whose it is, and its box."""

    points: Grid
    starts: npt.NDArray[np.intp]
    owners: npt.NDArray[np.intp]
    boxes: Grid

    def ring(self, at: int | np.integer[Any]) -> Grid:
        return self.points[self.starts[at] : self.starts[at + 1]]


@lru_cache(maxsize=8)
def _rings(outlines: tuple[Outline, ...], degrees: float) -> _Rings:
    """On a grid, so that a border is one line on both of its sides; without points that the next ones repeat or go straight on from."""
    lengths = np.array([len(ring) for outline in outlines for ring in outline.rings], np.intp)
    owners = np.repeat(np.arange(len(outlines)), [len(outline.rings) for outline in outlines])
    if not len(lengths):
        return _Rings(np.empty((0, 2), np.int32), np.zeros(1, np.intp), owners, np.empty((0, 4), np.int32))
    places = np.concatenate([ring for outline in outlines for ring in outline.rings]) / np.float32(degrees)
    points: Grid = np.rint(places * np.array([1, -1], np.float32)).astype(np.int32)
    first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    points, first = _kept(points, first, _moves(points, first))
    points, first = _kept(points, first, _turns(points, first))
    lengths = np.diff([*first, len(points)])
    real = lengths >= _FEWEST
    points = points[np.repeat(real, lengths)]
    first = np.concatenate([[0], np.cumsum(lengths[real])])
    if not len(points):
        return _Rings(points, np.zeros(1, np.intp), owners[:0], np.empty((0, 4), np.int32))
    boxes = np.hstack([np.minimum.reduceat(points, first[:-1]), np.maximum.reduceat(points, first[:-1])])
    return _Rings(points, first, owners[real], boxes)


def _moves(points: Grid, first: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """Which points are not where the one before is; of each ring the first is kept."""
    keep = np.ones(len(points), bool)
    keep[1:] = np.any(points[1:] != points[:-1], axis=1)
    keep[first] = True
    return keep


def _turns(points: Grid, first: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """Between which points the line does not go straight on; of each ring the ends are kept."""
    keep = np.ones(len(points), bool)
    if len(points) > 2:
        came, goes = points[1:-1] - points[:-2], points[2:] - points[1:-1]
        keep[1:-1] = (came[:, 0] * goes[:, 1] != came[:, 1] * goes[:, 0]) | (np.sum(came * goes, axis=1) <= 0)
    keep[first] = True
    keep[first[1:] - 1] = True
    keep[-1:] = True
    return keep


def _kept(points: Grid, first: npt.NDArray[np.intp], keep: npt.NDArray[np.bool_]) -> tuple[Grid, npt.NDArray[np.intp]]:
    lengths = np.add.reduceat(keep, first, dtype=np.intp)
    return points[keep], np.concatenate([[0], np.cumsum(lengths)[:-1]])


def _within(points: Points, low: npt.NDArray[np.floating], high: npt.NDArray[np.floating]) -> Points:
    """The part of a ring between these corners; empty where there is none."""
    for axis in (0, 1):
        for at, side in ((float(low[axis]), 1), (float(high[axis]), -1)):
            if len(points) and ((points[:, axis] - at) * side).min() < 0:
                points = _cut(points, axis, at, side)
    return points


def _cut(points: Points, axis: int, at: float, side: int) -> Points:
    """A polygon without what lies beyond a line across (Sutherland and Hodgman)."""
    following = np.roll(points, -1, axis=0)
    inside = (points[:, axis] - at) * side >= 0
    crosses = inside != np.roll(inside, -1)
    step = following[:, axis] - points[:, axis]
    part = (at - points[:, axis]) / np.where(step == 0, 1, step)
    met = points + (following - points) * part[:, None]
    both: Points = np.stack([points, met], axis=1).reshape(-1, 2)[np.stack([inside, crosses], axis=1).reshape(-1)]
    return both


def _line(points: npt.NDArray[np.generic]) -> str:
    """A closed line, each point from the one before."""
    if len(points) < _FEWEST - 1:
        return ""
    whole = points.astype(np.int32)
    moves = " ".join(map(str, np.diff(whole, axis=0).ravel().tolist()))
    return f"M{whole[0][0]} {whole[0][1]}l{moves}z"


def _middle(points: Points) -> tuple[float, float]:
    """The centre of a polygon's area."""
    x, y = points[:, 0].astype(float), points[:, 1].astype(float)
    cross = x * np.roll(y, -1) - np.roll(x, -1) * y
    area = cross.sum()
    if abs(area) < 1:
        return float(x.mean()), float(y.mean())
    return float(((x + np.roll(x, -1)) * cross).sum() / (3 * area)), float(
        ((y + np.roll(y, -1)) * cross).sum() / (3 * area)
    )
