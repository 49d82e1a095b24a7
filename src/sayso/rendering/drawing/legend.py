"""What the shapes and lines mean: only those that are drawn."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.domain.claim import Lineage
from sayso.rendering.drawing.ink import DASHES, tag, text
from sayso.rendering.drawing.layout import Layout
from sayso.rendering.drawing.steps import kinds_drawn
from sayso.rendering.drawing.widths import text_width
from sayso.rendering.graph import Graph, Sort
from sayso.rendering.sentences import relay_words

_SAMPLE = 30.0  # pixels of a line's sample
_BETWEEN = 18.0


def legend(lineage: Lineage, graph: Graph, layout: Layout, y: float) -> tuple[list[str], float]:
    """The legend from `y` down, and where it ends."""
    page = layout.page
    x, line = page.margin, page.small * 1.7
    y += line / 2
    written: list[str] = []
    for shape, wide, said in _entries(lineage, graph, layout):
        width = wide + 6 + text_width(said, page.small)
        if x > page.margin and x + width > page.width - page.margin:
            x, y = page.margin, y + line
        written += [f'<g transform="translate({x:.1f} {y:.1f})">{shape}</g>']
        written += [text(x + wide + 6, y + page.small * 0.35, said, "quiet", size=page.small)]
        x += width + _BETWEEN
    return written, y + line / 2


def _entries(lineage: Lineage, graph: Graph, layout: Layout) -> Iterator[tuple[str, float, str]]:
    """Shape, its width, and what it means."""
    rows = [placed.row for placed in layout.rows]
    sorts = {row.point.sort for row in rows if not row.shared}
    drift = [item for point in graph.points.values() for item in point.drift]
    if Sort.ROOT in sorts:
        yield tag("rect", x=0, y=-6, width=12, height=12, rx=2, class_="root"), 12, "root"
    if Sort.DOCUMENT in sorts:
        yield tag("circle", cx=6, cy=0, r=5.5, class_="document"), 12, "document"
    if Sort.HOP in sorts:
        shape = tag("circle", cx=6, cy=0, r=5, class_="hop", stroke_width=1.75, stroke_dasharray="3 2")
        yield shape, 12, "named, not held"
    if any(row.shared for row in rows):
        circles = (tag("circle", cx=at, cy=0, r=5.5, class_="document", stroke_width=1.5) for at in (10, 6))
        yield "".join(circles), 16, "several documents"
    if any(item.introduced for item in drift):
        yield _diamond("introduced"), 12, "changed here"
    if any(not item.introduced for item in drift):
        yield _diamond("inherited"), 12, "changed before"
    for kind in kinds_drawn(layout, graph):
        yield _line("step", DASHES[kind]), _SAMPLE, relay_words((kind,))
    if lineage.flags:
        yield _line("flagged", "1 4"), _SAMPLE, "not followed"
    if any(not collapse.certain for collapse in lineage.collapses):
        yield _line("doubt", "3 3"), _SAMPLE, "probably one root"


def _line(style: str, dash: str) -> str:
    return tag("line", x1=0, y1=0, x2=_SAMPLE, y2=0, class_=style, stroke_width=1.75, stroke_dasharray=dash)


def _diamond(style: str) -> str:
    return tag("path", d="M0.5 0l5.5 -5.5l5.5 5.5l-5.5 5.5z", class_=style, stroke_width=1.5)
