"""Countries under the marks: what of their outlines lies in the view, as paths, and where their names may stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sayso.domain.outline import Outline
from sayso.rendering.drawing.ink import tag
from sayso.rendering.story.view import View

Ring = npt.NDArray[np.float32]
_BEYOND = 8.0  # pixels past the edge, where an outline's line is out of sight
_SMALLEST = 1.5  # pixels: a smaller island is no more than a speck
_FINE = 2  # steps a pixel
_TRIED = 7  # places across, and down, where a name may stand


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The largest part of a country in view, in pixels."""

    name: str
    ring: Ring

    @property
    def width(self) -> float:
        return float(np.ptp(self.ring[:, 0]))

    def inner(self) -> Iterator[tuple[float, float]]:
        """Where its name may stand: places inside, those nearest to its middle first."""
        middle = np.array(_middle(self.ring))
        low, size = self.ring.min(axis=0), np.ptp(self.ring, axis=0)
        tried = [
            middle,
            *(
                low + size * np.array([(x + 0.5) / _TRIED, (y + 0.5) / _TRIED])
                for x in range(_TRIED)
                for y in range(_TRIED)
            ),
        ]
        for x, y in sorted(tried, key=lambda place: float(np.hypot(*(place - middle)))):
            # Looked at one by one: the first is free more often than not.
            if _holds(self, float(x), float(y)):
                yield float(x), float(y)


@lru_cache(maxsize=4096)
def _holds(seen: Seen, place_x: float, place_y: float) -> bool:
    """Whether a place lies inside: a line from it to the right crosses the outline an odd number of times."""
    x, y = seen.ring[:, 0], seen.ring[:, 1]
    nx, ny = np.roll(x, -1), np.roll(y, -1)
    crosses = (y > place_y) != (ny > place_y)
    at = x + (place_y - y) * (nx - x) / np.where(ny == y, 1, ny - y)
    return bool(np.count_nonzero(crosses & (at > place_x)) % 2)


@lru_cache(maxsize=32)
def draw_land(outlines: tuple[Outline, ...], view: View) -> tuple[str, tuple[Seen, ...]]:
    """The paths, and of each country the largest part in view. The last few are remembered: half of what a page of events cost."""
    paths: list[str] = []
    largest: list[Seen] = []
    for outline in outlines:
        rings = [seen for at in _in_view(outline, view) if (seen := _seen(outline.rings[at], view)) is not None]
        if rings:
            paths.append(tag("path", d="".join(map(_line, rings))))
            largest.append(Seen(outline.name, max(rings, key=lambda ring: float(np.prod(np.ptp(ring, axis=0))))))
    return tag("g", "".join(paths), class_="land", transform=f"scale({1 / _FINE})"), tuple(largest)


def _in_view(outline: Outline, view: View) -> npt.NDArray[np.intp]:
    """Which of a country's rings may be seen, and are more than a speck."""
    low, high = _pixels(outline.boxes[:, [0, 3]], view), _pixels(outline.boxes[:, [2, 1]], view)
    edge = np.array([view.width + _BEYOND, view.height + _BEYOND], np.float32)
    seen = np.all(high >= -_BEYOND, axis=1) & np.all(low <= edge, axis=1) & np.any(high - low >= _SMALLEST, axis=1)
    return np.flatnonzero(seen)


def _seen(ring: Ring, view: View) -> Ring | None:
    """The part of a ring in view, in pixels; None where there is none."""
    points = _pixels(ring, view)
    edge = (view.width + _BEYOND, view.height + _BEYOND)
    for axis in (0, 1):
        for at, side in ((-_BEYOND, 1), (edge[axis], -1)):
            if len(points) and ((points[:, axis] - at) * side).min() < 0:
                points = _cut(points, axis, at, side)
    return points if len(points) > 2 else None


def _pixels(places: Ring, view: View) -> Ring:
    """Longitudes and latitudes as places on the map."""
    points = np.empty_like(places)
    points[:, 0] = view.width / 2 + (places[:, 0] - view.longitude) * (view.scale * view.narrowing)
    points[:, 1] = view.height / 2 - (places[:, 1] - view.latitude) * view.scale
    return points


def _cut(points: Ring, axis: int, at: float, side: int) -> Ring:
    """A polygon without what lies beyond a line across (Sutherland and Hodgman)."""
    following = np.roll(points, -1, axis=0)
    inside = (points[:, axis] - at) * side >= 0
    crosses = inside != np.roll(inside, -1)
    step = following[:, axis] - points[:, axis]
    part = (at - points[:, axis]) / np.where(step == 0, 1, step)
    met = points + (following - points) * part[:, None]
    both: Ring = np.stack([points, met], axis=1).reshape(-1, 2)[np.stack([inside, crosses], axis=1).reshape(-1)]
    return both


def _line(points: Ring) -> str:
    """A closed line in half pixels, each point from the one before; the same on both sides of a border."""
    fine = np.rint(points * _FINE).astype(int)
    keep = np.ones(len(fine), bool)
    keep[1:] = np.any(fine[1:] != fine[:-1], axis=1)
    fine = fine[keep]
    steps = np.diff(fine, axis=0)
    moves = " ".join(f"{x} {y}" for x, y in steps.tolist())
    return f"M{fine[0][0]} {fine[0][1]}l{moves}z" if moves else ""


def _middle(points: Ring) -> tuple[float, float]:
    """The centre of a polygon's area."""
    x, y = points[:, 0].astype(float), points[:, 1].astype(float)
    cross = x * np.roll(y, -1) - np.roll(x, -1) * y
    area = cross.sum()
    if abs(area) < 1:
        return float(x.mean()), float(y.mean())
    return float(((x + np.roll(x, -1)) * cross).sum() / (3 * area)), float(
        ((y + np.roll(y, -1)) * cross).sum() / (3 * area)
    )
