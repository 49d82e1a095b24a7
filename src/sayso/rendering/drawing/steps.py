"""The lines of the drawing: who took it from whom, how we know, and the marks of what changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.domain.claim import Drift, Flag, Lineage, RelayKind
from sayso.rendering.drawing.ink import DASHES, number, tag, tooltip
from sayso.rendering.drawing.layout import MARK, Layout, Placed
from sayso.rendering.graph import Graph, Point, Sort, Step
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import aside, drift_change, drift_words, flag_words, relay_words

_CURVE = 12.0  # radius of a line's turn
_UP = 26.0  # pixels of the line downwards on which marks may stand too
_SIDE_MARKS = 3
_BESIDE = 5.0  # pixels between a line of the tree and one that runs beside it
MOST_SIDE_STEPS = 40
"""Lines beside the tree's own that are drawn; more of them would hide everything else."""
_MOST_MARKS = 40  # of one line
_LOOKED_AT = 200  # changes of one row whose words are looked at for its marks


@dataclass(frozen=True, slots=True)
class _Mark:
    """A change, with the tooltip's words."""

    introduced: bool
    says: str


class Steps:
    """Writes the lines of one drawing."""

    def __init__(self, lineage: Lineage, graph: Graph, layout: Layout) -> None:
        self._graph = graph
        self._lineage = lineage
        self._rows = layout.rows
        self._where = {point.id: placed for placed in layout.rows for point in placed.row.points}
        self._side = {(step.source, step.to) for step in graph.others}
        self._arrived: Counter[float] = Counter()
        self._marks_on: dict[int, tuple[_Mark, ...]] = {}
        self._names = {id: point.name for id, point in graph.points.items()}

    def write(self) -> Iterator[str]:
        """All lines, those of the tree above those beside it."""
        for step in self._beside_the_tree[:MOST_SIDE_STEPS]:
            yield from self._side_step(step)
        for flag in self._lineage.flags[:MOST_SIDE_STEPS]:
            yield from self._flag(flag)
        yield from self._doubts()
        yield from self._trunks()
        for placed in self._rows:
            yield from self._branch(placed)

    def side_steps_left_out(self) -> int:
        """Lines beside the tree that are not drawn."""
        return max(0, len(self._beside_the_tree) - MOST_SIDE_STEPS)

    @cached_property
    def _beside_the_tree(self) -> list[Step]:
        """Steps that have a line of their own beside the tree's: of those between the same two rows the first, over which the others would lie."""
        found: dict[tuple[int, int], Step] = {}
        for step in self._graph.others:
            source, to = self._where.get(step.source), self._where.get(step.to)
            if source is not None and to is not None and source is not to:
                found.setdefault((id(source), id(to)), step)
        return list(found.values())

    # the tree's own lines

    def _trunks(self) -> Iterator[str]:
        """The lines downwards, one for each node however much hangs under it."""
        under: dict[int, list[Placed]] = defaultdict(list)
        for placed in self._rows:
            if placed.row.above >= 0:
                under[placed.row.above].append(placed)
        for above, found in under.items():
            parent, last = self._rows[above], found[-1]
            dashes = {_dash(placed.row.kinds) for placed in found}
            yield tag(
                "path",
                d=f"M{number(parent.x)} {number(parent.y)}V{number(last.y - _radius(parent, last))}",
                class_="step",
                stroke_width=1.75,
                stroke_dasharray=dashes.pop() if len(dashes) == 1 else None,
            )

    def _branch(self, placed: Placed) -> Iterator[str]:
        row = placed.row
        marks = self._marks(placed)
        if row.above < 0:
            yield from self._stub(placed, marks)
            return
        parent = self._rows[row.above]
        radius = _radius(parent, placed)
        side = -1 if placed.x < parent.x else 1
        path = (
            f"M{number(parent.x)} {number(placed.y - radius)}"
            f"Q{number(parent.x)} {number(placed.y)} {number(parent.x + side * radius)} {number(placed.y)}"
            f"H{number(placed.x)}"
        )
        yield tag(
            "path",
            tooltip(self._step_words(row.step) if row.step else []),
            d=path,
            class_="step",
            stroke_width=1.75,
            stroke_dasharray=_dash(row.kinds),
        )
        run = abs(placed.x - parent.x)
        for place, mark in enumerate(marks):
            back = MARK * (place + 1) + (6 if placed.row.shared else 1)
            if back > run + _UP:
                break
            x = placed.x - side * min(back, run)
            yield _diamond(x, placed.y - max(0.0, back - run), mark)

    def _stub(self, placed: Placed, marks: Sequence[_Mark]) -> Iterator[str]:
        """A node above which nothing is known: a dotted line that comes from nowhere."""
        if placed.row.point.sort is Sort.ROOT:
            return
        start = placed.x - 22 - MARK * len(marks[:_SIDE_MARKS])
        yield tag(
            "path",
            tooltip(["Where this was taken from is not known."]),
            d=f"M{number(start)} {number(placed.y)}H{number(placed.x)}",
            class_="step",
            stroke_width=1.75,
            stroke_dasharray="1 5",
        )
        for place, mark in enumerate(marks[:_SIDE_MARKS]):
            yield _diamond(placed.x - MARK * (place + 1) - 1, placed.y, mark)

    def _marks(self, placed: Placed) -> tuple[_Mark, ...]:
        """What changed on the way to a row, what it introduced first; each once."""
        found = self._marks_on.get(id(placed))
        if found is None:
            drift = [item for point in placed.row.points for item in point.drift if not self._is_beside(point, item)]
            found = self._marks_on[id(placed)] = _each_once(drift, _MOST_MARKS)
        return found

    def _is_beside(self, point: Point, drift: Drift) -> bool:
        """Whether the change came by a line beside the tree's own."""
        return drift.source is not None and (drift.source.document, point.id) in self._side

    # lines beside the tree

    def _side_step(self, step: Step) -> Iterator[str]:
        source, to = self._where.get(step.source), self._where.get(step.to)
        if source is None or to is None or source is to:
            return
        marks = _each_once(
            [
                item
                for item in self._graph.points[step.to].drift
                if item.source is not None and item.source.document == step.source
            ],
            _SIDE_MARKS,
        )
        yield from self._beside(source, to, self._step_words(step), "step", _dash(step.kinds), marks)

    def _flag(self, flag: Flag) -> Iterator[str]:
        source, to = self._where.get(flag.source), self._where.get(flag.to)
        if source is None or to is None or source is to:
            return
        said = [f"Seen and not followed: {flag_words(flag, self._names)}", safe_line(flag.why)]
        yield from self._beside(source, to, said, "flagged", "1 4", ())

    def _beside(
        self, source: Placed, to: Placed, said: list[str], style: str, dash: str | None, marks: Sequence[_Mark]
    ) -> Iterator[str]:
        """A line that runs beside the tree's own: out of the left of a node, and in above the line of the other."""
        place = self._arrived[to.y]
        self._arrived[to.y] += 1
        y = to.y - _BESIDE * (1 + place % 3)
        x = source.x - _BESIDE
        down = 1 if y > source.y else -1
        side = 1 if to.x > x else -1
        radius = min(_CURVE, abs(to.x - x), abs(y - source.y))
        end = to.x - side * 4
        yield tag(
            "path",
            tooltip(said),
            d=(
                f"M{number(x)} {number(source.y)}V{number(y - down * radius)}"
                f"Q{number(x)} {number(y)} {number(x + side * radius)} {number(y)}H{number(end)}L{number(to.x)} {number(to.y)}"
            ),
            class_=style,
            stroke_width=1.25,
            stroke_dasharray=dash,
        )
        before = len(self._marks(to))
        for at, mark in enumerate(marks[:_SIDE_MARKS], start=before + 1):
            if MARK * at < abs(to.x - x):
                yield _diamond(to.x - side * MARK * at - 1, y, mark)

    def _doubts(self) -> Iterator[str]:
        """Brackets at the left that join roots which are probably one."""
        place = 0
        for collapse in self._lineage.collapses:
            kept, merged = self._where.get(collapse.kept), self._where.get(collapse.merged)
            if collapse.certain or kept is None or merged is None or kept is merged:
                continue
            x = min(kept.x, merged.x)
            out = max(3.0, x - 14 - 4 * (place % 3))
            place += 1
            path = f"M{number(kept.x)} {number(kept.y)}C{number(out)} {number(kept.y)} {number(out)} {number(merged.y)} {number(merged.x)} {number(merged.y)}"
            said = ["Probably one root", safe_line(collapse.why)]
            yield tag("path", tooltip(said), d=path, class_="doubt", stroke_width=1.25, stroke_dasharray="3 3")

    def _step_words(self, step: Step) -> list[str]:
        lines = [f"{self._names[step.source]} → {self._names[step.to]}"]
        for relay in step.relays:
            evidence = " … ".join(f"“{safe_line(passage.exact)}”" for passage in relay.evidence)
            lines.append(f"{relay_words((relay.how,))}{': ' if evidence else ''}{evidence}")
        return lines


def kinds_drawn(layout: Layout, graph: Graph) -> tuple[RelayKind, ...]:
    """The kinds whose dashes are to be seen."""
    used = {placed.row.kinds[0] for placed in layout.rows if placed.row.kinds}
    used |= {step.relays[0].how for step in graph.others if step.relays}
    return tuple(kind for kind in RelayKind if kind in used)


def _dash(kinds: Sequence[RelayKind]) -> str | None:
    """The pattern of the best evidence; dotted where there is none but the root's list."""
    return (DASHES[kinds[0]] or None) if kinds else "1 5"


def _radius(above: Placed, below: Placed) -> float:
    return max(0.0, min(_CURVE, abs(below.x - above.x), below.y - above.y))


def _each_once(drift: Sequence[Drift], most: int) -> tuple[_Mark, ...]:
    """The marks of these changes, so many at most: a row may stand for a thousand documents, and a line has room for few."""
    found: dict[_Mark, None] = {}
    for item in sorted(drift, key=lambda item: not item.introduced)[:_LOOKED_AT]:
        found[_Mark(item.introduced, _says(item))] = None
        if len(found) == most:
            break
    return tuple(found)


def _says(drift: Drift) -> str:
    why = aside(drift.why) if drift_change(drift) else ""
    return f"{'Changed here' if drift.introduced else 'Changed before'}: {drift_words(drift)}{why}"


def _diamond(x: float, y: float, mark: _Mark) -> str:
    d = f"M{number(x - 5.5)} {number(y)}l5.5 -5.5l5.5 5.5l-5.5 5.5z"
    style = "introduced" if mark.introduced else "inherited"
    return tag("path", tooltip([mark.says]), d=d, class_=style, stroke_width=1.5)
