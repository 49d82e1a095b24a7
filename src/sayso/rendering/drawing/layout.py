"""Where everything stands: every row has a height of its own, every node its place in time, every label the room to its right.

Rows run from each root down through all that hangs under it. What was taken from a node stands to its right and below it, so
that a node's line downwards crosses no label: labels begin to the right of their node, and all that is under it is later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import inf

from sayso.domain.claim import Drift, Lineage
from sayso.rendering.drawing.scale import Scale, scale_of
from sayso.rendering.drawing.widths import fitted, text_width, wrapped
from sayso.rendering.graph import Graph, Sort
from sayso.rendering.moments import when
from sayso.rendering.outline import FEWEST, Folding, Row, outlets_of, outline
from sayso.rendering.sentences import counted, drift_label, relay_words, root_nature

MOST_ROWS = 80
"""Rows that are drawn; what is beyond them is counted."""
_DEEPEST = 8
# As little is folded as fits: which points may share a row, from how many on, and the rows that this may give.
_FOLDINGS = (
    (Folding.NOTHING, FEWEST, 24),
    (Folding.COPIES, FEWEST, 48),
    (Folding.COPIES, 2, 60),
    (Folding.ALIKE, 2, 60),
    (Folding.UNCHANGED, 2, 72),
    (Folding.LEAVES, 2, MOST_ROWS),
)
_DRIFT_LINES = 3  # changes that are told beside a node
_GAP = 12.0  # pixels at least between a node and what hangs under it
MARK = 13.0
"""Pixels that a mark of drift takes of a line."""
_MARKS = 2  # marks that a line is made longer for
_OVER = 60.0  # pixels that nodes may be pushed to the right of the last moment


@dataclass(frozen=True, slots=True)
class Page:
    """Sizes in pixels. `labels`: the room to the right of the last moment."""

    width: float
    margin: float
    roots: float
    lane: float
    labels: float
    text: float
    small: float
    heading: float
    ticks: float
    name_lines: int
    drift_lines: int


WIDE = Page(1280, 32, 46, 104, 300, 14, 12, 21, 84, 1, 2)
NARROW = Page(390, 14, 22, 36, 180, 13, 11.5, 17, 60, 2, 2)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label; `style` is "name", "quiet" or "drift"."""

    words: str
    style: str
    size: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its place. `lines` begin at (`text_x`, `text_y`), a baseline; `spots` are the documents that share the row."""

    row: Row
    x: float
    y: float
    lines: tuple[Line, ...]
    text_x: float
    text_y: float
    spots: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed; `scale` is None where no document has a date. `left_out` counts documents that are not drawn."""

    page: Page
    rows: tuple[Placed, ...]
    scale: Scale | None
    lane: float | None
    top: float
    bottom: float
    left_out: int

    def moved(self, down: float) -> Layout:
        """The same, so much further down."""
        rows = tuple(replace(placed, y=placed.y + down, text_y=placed.text_y + down) for placed in self.rows)
        return replace(self, rows=rows, top=self.top + down, bottom=self.bottom + down)


def lay_out(graph: Graph, page: Page, rows: Sequence[Row], top: float) -> Layout:
    """The rows placed from a height down."""
    return _Placing(graph, page, rows).layout(top)


def rows_of(lineage: Lineage, graph: Graph, most: int = MOST_ROWS) -> list[Row]:
    """The rows with as little folding as fits; never more than `most`."""
    rows: list[Row] = []
    for folding, fewest, fit in _FOLDINGS:
        fit = min(fit, most)
        rows = list(islice(outline(lineage, graph, folding, fewest=fewest), fit + 1))
        if len(rows) <= fit:
            return rows
    for deepest in range(_DEEPEST, 0, -1):
        rows = list(islice(outline(lineage, graph, Folding.LEAVES, fewest=2, deepest=deepest), most + 1))
        if len(rows) <= most:
            break
    return rows[:most]


class _Placing:
    def __init__(self, graph: Graph, page: Page, rows: Sequence[Row]) -> None:
        self._graph = graph
        self._page = page
        self._rows = rows
        points = [point for row in rows for point in row.points]
        drawn = {point.id for point in points}
        everything = graph.points.values()
        self._left_out = sum(point.sort is Sort.DOCUMENT and point.id not in drawn for point in everything)
        starts = [point.moment.start for point in points if point.moment is not None]
        undated = any(self._is_undated(row) for row in rows)
        self._lane = page.roots + page.lane / 2 if undated else None
        left = page.roots + (page.lane * 1.5 if undated else page.lane / 2)
        self._scale = scale_of(starts, left, page.width - page.margin - page.labels) if starts else None

    def layout(self, top: float) -> Layout:
        placed: list[Placed] = []
        y = top
        for row in self._rows:
            above = placed[row.above] if row.above >= 0 else None
            x = self._x(row, above)
            if row.depth == 0 and placed:
                y += 16
            found, y = self._place(row, x, y, backwards=above is not None and x < above.x - 1)
            placed.append(found)
        return Layout(self._page, tuple(placed), self._scale, self._lane, top, y, self._left_out)

    def _is_undated(self, row: Row) -> bool:
        """Whether a row stands in the lane: a document without a date, or a hop that nothing dated was taken from."""
        point = row.point
        if point.sort is Sort.HOP:
            return point.id not in self._graph.earliest
        return point.sort is Sort.DOCUMENT and all(shared.moment is None for shared in row.points)

    def _x(self, row: Row, above: Placed | None) -> float:
        page, point = self._page, row.point
        if point.sort is Sort.ROOT:
            at = page.roots
        elif self._is_undated(row):
            at = self._lane or page.roots
        else:
            at = self._place_in_time(row)
        if above is None:
            return at
        if not self._is_before(row, above.row):
            at = max(at, above.x + _GAP + MARK * min(len(point.introduced), _MARKS))
        return min(at, page.width - page.margin - page.labels + _OVER)

    def _is_before(self, row: Row, above: Row) -> bool:
        """Whether a row is to stand to the left of what it hangs under: by its date, or for want of one."""
        dated = above.point.sort is not Sort.ROOT and not self._is_undated(above)
        if self._is_undated(row):
            return dated
        return dated and row.point.moment is not None and row.point.moment.end <= self._graph.earliest[above.point.id]

    def _place_in_time(self, row: Row) -> float:
        if self._scale is None:
            return self._page.roots
        point = row.point
        time = min(self._graph.earliest.get(shared.id, inf) for shared in row.points)
        # Nobody knows when a hop that is not held was written: before the first that names it.
        return self._scale.place(time) - (2 * _GAP if point.sort is Sort.HOP else 0)

    def _place(self, row: Row, x: float, top: float, *, backwards: bool) -> tuple[Placed, float]:
        page = self._page
        spots = self._spots(row, x)
        text_x = x if spots else x + 13
        lines = self._lines(row, page.width - page.margin - text_x)
        heights = [line.size * 1.4 for line in lines]
        first = heights[0] if heights else 0.0
        if backwards:  # the line comes from the right: the words stand above it
            y = top + sum(heights) + 4
            return Placed(row, x, y, lines, text_x, top + first * 0.75, spots), y + 14
        y = top + 9
        if spots:
            return Placed(row, x, y, lines, text_x, y + 10 + first * 0.75, spots), y + 10 + sum(heights) + 10
        return Placed(row, x, y, lines, text_x, y + 5, spots), y - 5 + sum(heights) + 11

    def _spots(self, row: Row, x: float) -> tuple[float, ...]:
        """Where the documents that share a row stand, the node itself first."""
        scale = self._scale
        if not row.shared or scale is None:
            return ()
        places = sorted({round(scale.place(p.moment.start), 1) for p in row.shared if p.moment is not None})
        spots = [x]
        for place in places:
            # A mark is six pixels wide: those that would lie on one another are drawn once, a thousand of them else.
            if place > x + 8 and place >= spots[-1] + 2:
                spots.append(place)
        return tuple(spots) if places else ()

    def _lines(self, row: Row, room: float) -> tuple[Line, ...]:
        page = self._page
        name, quiet = self._words(row, room)
        bold = wrapped(name, page.text, room, lines=page.name_lines, bold=True)
        lines = [Line(words, "name", page.text) for words in bold]
        for part in quiet:
            lines += [Line(words, "quiet", page.small) for words in wrapped(part, page.small, room, lines=2)]
        introduced = _each_once(drift for point in row.points for drift in point.introduced)
        shown = introduced if len(introduced) <= _DRIFT_LINES else introduced[: _DRIFT_LINES - 1]
        for words in shown:
            told = wrapped(words, page.small, room, lines=page.drift_lines)
            lines += [Line(part, "drift", page.small) for part in told]
        if rest := len(introduced) - len(shown):
            lines.append(Line(fitted(f"and {counted(rest, 'more change')}", page.small, room), "drift", page.small))
        return tuple(lines)

    def _words(self, row: Row, room: float) -> tuple[str, tuple[str, ...]]:
        point = row.point
        how = relay_words(row.kinds)
        if row.shared:
            dates = [p.moment.words for p in row.shared if p.moment is not None]
            noun = "copies" if row.copies else "documents"
            count = sum(p.sort is Sort.DOCUMENT for p in row.shared)
            span = " – ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else "date unknown"
            outlets = ", ".join(outlets_of(row.shared))
            return f"× {count:,} {noun}", (*self._on_one_line(room, span, how), outlets)
        if point.root is not None:
            documents = counted(len(set(point.root.documents)), "document")
            nature = " · ".join(part for part in (root_nature(point.root), documents) if part)
            return f"Root {point.number}: {point.name}", (nature,)
        if point.sort is Sort.HOP:
            return point.name, (" · ".join(part for part in ("not held", how) if part),)
        return point.name, self._on_one_line(room, when(point.published), how)

    def _on_one_line(self, room: float, date: str, how: str) -> tuple[str, ...]:
        """Date and evidence beside each other where they fit, else one below the other."""
        quiet = " · ".join(part for part in (date, how) if part)
        return (date, how) if how and text_width(quiet, self._page.small) > room else (quiet,)


def _each_once(drift: Iterable[Drift]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(drift_label(item) for item in drift))
