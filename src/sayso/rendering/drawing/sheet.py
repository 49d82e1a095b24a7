"""The whole drawing: heading, legend, axis, lines, nodes with their labels, and what is said below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.domain.claim import Lineage
from sayso.domain.document import Document
from sayso.languages.language import is_read
from sayso.rendering.drawing.ink import number, style_sheet, tag, text, tooltip, words
from sayso.rendering.drawing.layout import NARROW, WIDE, Layout, Page, Placed, lay_out, rows_of
from sayso.rendering.drawing.legend import legend
from sayso.rendering.drawing.steps import Steps
from sayso.rendering.drawing.widths import text_width, wrapped
from sayso.rendering.graph import Graph, Point, Sort, build_graph
from sayso.rendering.moments import when
from sayso.rendering.outline import Row
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import (
    collapse_words,
    counted,
    drift_words,
    flag_words,
    headline,
    inherited_words,
    relay_words,
    root_words,
    told_by,
    why_title,
)
from sayso.rendering.words import certainty, shortened

_TALL = 900.0  # pixels of rows below which the axis stands at the bottom too
_LISTED = 12  # collapses and flags that are told below
_SHARED_TOLD = 40  # documents that a shared row's tooltip names
_FEET = 26.0
MOST_ON_PAGE = 48
"""Rows of a drawing in a page, which has it twice; a file has up to eighty."""


def draw(lineage: Lineage, documents: Mapping[str, Document], *, narrow: bool = False, bare: bool = False) -> str:
    """A lineage as one SVG file: no script, no font, no address outside; the same lineage gives the same characters.

    1280 pixels wide, or 390 with `narrow`. `documents` are those held, by id. Colours follow the reader's light or dark.
    `bare` leaves out the heading and the lists below, for a page that says these itself.
    """
    graph = build_graph(lineage, documents)
    return _Sheet(lineage, graph, NARROW if narrow else WIDE, rows_of(lineage, graph), bare=bare).svg()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lineage at both widths, bare; how many documents, and how many lines beside the tree's own, are not drawn."""

    wide: str
    narrow: str
    documents_left_out: int
    lines_left_out: int


def draw_for_page(lineage: Lineage, graph: Graph) -> Drawn:
    """The drawings that a page holds, from a graph that it has built already."""
    rows = rows_of(lineage, graph, MOST_ON_PAGE)
    wide, narrow = (_Sheet(lineage, graph, page, rows, bare=True) for page in (WIDE, NARROW))
    return Drawn(wide.svg(), narrow.svg(), wide.documents_left_out, wide.lines_left_out)


class _Sheet:
    def __init__(self, lineage: Lineage, graph: Graph, page: Page, rows: Sequence[Row], *, bare: bool = False) -> None:
        self._bare = bare
        self._rows = rows
        self.documents_left_out = self.lines_left_out = 0
        self._lineage = lineage
        self._graph = graph
        self._page = page
        self._room = page.width - 2 * page.margin
        self._headline = headline(lineage, {id: point.number for id, point in graph.points.items()})

    def svg(self) -> str:
        page = self._page
        heading, y = ([], 0.0) if self._bare else self._heading(page.margin)
        y += 4 if self._bare else 18
        layout = lay_out(self._graph, page, self._rows, 0.0)
        legend_, low = legend(self._lineage, self._graph, layout, y)
        layout = layout.moved(low + 62)
        steps = Steps(self._lineage, self._graph, layout)
        self.documents_left_out, self.lines_left_out = layout.left_out, steps.side_steps_left_out()
        below, bottom = self._below(layout, steps)
        parts = [
            tag("rect", width=page.width, height=bottom, class_="paper"),
            *heading,
            tag("g", "\n".join(legend_)),
            *self._axis(layout),
            tag("g", "\n".join(steps.write())),
            *(self._node(placed) for placed in layout.rows),
            *below,
        ]
        id = re.sub(r"[^A-Za-z0-9_-]", "", self._lineage.claim.id) or "claim"
        form = "narrow" if page is NARROW else "wide"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(page.width)} {number(bottom)}"'
            f' width="{number(page.width)}" height="{number(bottom)}" class="sayso-lineage" role="img"'
            f' aria-labelledby="{id}-{form}-title {id}-{form}-desc">'
        )
        titles = tag("title", words(self._headline), id=f"{id}-{form}-title")
        told = tag("desc", words(self._description()), id=f"{id}-{form}-desc")
        return "\n".join((head, titles, told, style_sheet(), *parts, "</svg>")) + "\n"

    def _heading(self, y: float) -> tuple[list[str], float]:
        page = self._page
        written = []
        for line in wrapped(self._headline, page.heading, self._room, lines=8, bold=True):
            y += page.heading * 1.3
            written.append(text(page.margin, y - 4, line, "heading", size=page.heading))
        y += 4
        claim = safe_line(self._lineage.claim.text)
        for line in wrapped(f"“{claim}”", page.text + 1, self._room, lines=4) if claim else ():
            y += (page.text + 1) * 1.4
            written.append(text(page.margin, y - 4, line, "claim", size=page.text + 1))
        return written, y

    def _description(self) -> str:
        """The drawing in words, for whoever does not see it."""
        parts = [f"“{shortened(safe_line(self._lineage.claim.text))}”"]
        roots = sorted((point for point in self._graph.points.values() if point.root), key=lambda point: point.number)
        for point in islice(roots, _LISTED):
            if point.root is not None:
                led = counted(len(set(point.root.documents)), "document")
                parts.append(f"Root {point.number}: {root_words(point.root)}, {led}.")
        for point in islice((p for p in self._graph.points.values() if p.introduced), _LISTED):
            parts.append(f"{point.name}, {when(point.published)}: {inherited_words(point.introduced)}.")
        parts.append("Time runs from left to right; each line leads from a source to who took the claim from it.")
        return " ".join(parts)

    # the axis

    def _axis(self, layout: Layout) -> Iterator[str]:
        page, top, bottom = self._page, layout.top - 24, layout.bottom
        if layout.lane is not None:
            right = layout.lane + page.lane * 0.8
            yield text(page.margin, top - 18, "date unknown ↓", "quiet", size=page.small)
            yield tag("line", x1=right, y1=top - 14, x2=right, y2=bottom, class_="grid", stroke_dasharray="2 4")
        if layout.scale is None:
            return
        for tick in layout.scale.ticks(page.ticks):
            yield tag("line", x1=tick.x, y1=top + 14, x2=tick.x, y2=bottom, class_="grid")
            for y in (top, bottom + 14) if bottom - top > _TALL else (top,):
                yield text(tick.x, y - 4, tick.words, "quiet", size=page.small, anchor="middle")
                if tick.below:
                    yield text(tick.x, y + 9, tick.below, "quiet", size=page.small, anchor="middle")

    # the nodes

    def _node(self, placed: Placed) -> str:
        parts = [tooltip(self._told(placed)), *self._shape(placed)]
        y = placed.text_y
        for line in placed.lines:
            parts.append(text(placed.text_x, y, line.words, line.style, size=line.size))
            y += line.size * 1.4
        return tag("g", "".join(parts), class_="label")

    def _shape(self, placed: Placed) -> Iterator[str]:
        x, y = placed.x, placed.y
        sort = placed.row.point.sort
        if sort is Sort.ROOT:
            yield tag("rect", x=x - 7, y=y - 7, width=14, height=14, rx=2, class_="root", stroke_width=1.5)
        elif sort is Sort.HOP:
            yield tag("circle", cx=x, cy=y, r=5.5, class_="hop", stroke_width=1.75, stroke_dasharray="3 2")
        elif placed.row.shared:
            if len(placed.spots) > 1:
                yield tag("line", x1=x, y1=y, x2=placed.spots[-1], y2=y, class_="step", stroke_width=1)
            for spot in placed.spots[1:]:
                yield tag("circle", cx=spot, cy=y, r=3, class_="document", stroke_width=1)
            yield tag("circle", cx=x + 4, cy=y, r=6, class_="document", stroke_width=1.5)
            yield tag("circle", cx=x, cy=y, r=6, class_="document", stroke_width=1.5)
        else:
            yield tag("circle", cx=x, cy=y, r=6, class_="document", stroke_width=1.5)

    def _told(self, placed: Placed) -> list[str]:
        """The tooltip of a node."""
        row, point = placed.row, placed.row.point
        if row.shared:
            lines = [f"{p.name} · {when(p.published)}" for p in row.shared[:_SHARED_TOLD]]
            rest = len(row.shared) - len(lines)
            return [*lines, f"and {rest:,} more"] if rest else lines
        if point.root is not None:
            return [f"Root {point.number}: {root_words(point.root)}"]
        if point.sort is Sort.HOP:
            return [f"{point.name}, not held"]
        return self._document_told(point)

    def _document_told(self, point: Point) -> list[str]:
        lines = [f"{point.name} · {when(point.published)}", point.title or ""]
        told = point.occurrence
        if told is not None:
            sure = f" · {certainty(told.factuality)}" if told.chain or is_read(point.language) else ""
            lines.append(f"{told_by(told, point.language)}: “{shortened(safe_line(told.exact))}”{sure}")
        step = self._graph.shown_under.get(point.id)
        if step is not None and step.kinds:
            lines.append(f"taken from {self._graph.points[step.source].name}: {relay_words(step.kinds)}")
        lines += [f"changed here: {drift_words(drift)}" for drift in point.introduced]
        if point.inherited:
            lines.append(f"changed before: {inherited_words(point.inherited)}")
        return lines

    # below the drawing

    def _below(self, layout: Layout, steps: Steps) -> tuple[list[str], float]:
        page = self._page
        y = layout.bottom + (_FEET * 1.6 if layout.bottom - layout.top > _TALL else _FEET)
        written: list[str] = []
        for title, said in () if self._bare else self._lists():
            if said:
                rest = [f"and {len(said) - _LISTED:,} more"] if len(said) > _LISTED else []
                y = self._list(written, title, [*said[:_LISTED], *rest], y)
        for note in self._notes(layout, steps):
            for line in wrapped(note, page.small, self._room, lines=3):
                y += page.small * 1.4
                written.append(text(page.margin, y, line, "quiet", size=page.small))
        return written, y + page.margin

    def _lists(self) -> tuple[tuple[str, list[str]], ...]:
        """What was counted as one, and what was not followed, with why."""
        lineage = self._lineage
        names = {id: shortened(point.name, 80) for id, point in self._graph.points.items()}
        collapses = [
            f"{collapse_words(collapse, names)}{': ' if collapse.why else ''}{safe_line(collapse.why)}"
            for collapse in lineage.collapses
        ]
        flags = [f"{flag_words(flag, names)}{': ' if flag.why else ''}{safe_line(flag.why)}" for flag in lineage.flags]
        return (why_title(lineage.claim), collapses), ("Seen and not followed", flags)

    def _list(self, written: list[str], title: str, said: list[str], y: float) -> float:
        page = self._page
        y += page.text * 1.4
        written.append(text(page.margin, y, title, "name", size=page.text))
        indent = text_width("•  ", page.small)
        for item in said:
            for place, line in enumerate(wrapped(item, page.small + 1, self._room - indent, lines=4)):
                y += (page.small + 1) * 1.45
                if place == 0:
                    written.append(text(page.margin, y, "•", "quiet", size=page.small + 1))
                written.append(text(page.margin + indent, y, line, "said", size=page.small + 1))
        return y + 8

    def _notes(self, layout: Layout, steps: Steps) -> Iterator[str]:
        moments = [point.moment for point in self._graph.points.values() if point.moment is not None]
        if any(moment.has_time for moment in moments):
            yield "Times are UTC."
        if any(not moment.has_time for moment in moments):
            yield "A document without a time of day stands at the beginning of its date, but not before what it was taken from."
        if layout.scale is not None and layout.scale.stretched:
            yield "The time axis is stretched where documents crowd."
        if layout.scale is None:
            yield "No document has a date, so the drawing has no time axis."
        if any(placed.row.shared for placed in layout.rows):
            copies = all(placed.row.copies for placed in layout.rows if placed.row.shared)
            share = (
                "Copies of one text" if copies else "Copies of one text, and documents of which there is less to tell,"
            )
            yield f"{share} share a row; point at it to see which they are."
        if self._bare:
            return  # the page says what is left out, with links to it
        if left_out := self.documents_left_out:
            yield f"{counted(left_out, 'document')} more did not fit; sayso trace --json has all of them."
        if left_out := self.lines_left_out:
            yield f"{counted(left_out, 'further line')} between documents did not fit; sayso trace --json has all of them."
