"""A graph as rows from its roots down: what the tree on a terminal and the drawing have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import Generic, TypeVar

from sayso.domain.claim import Lineage, RelayKind
from sayso.rendering.graph import Graph, Point, Sort, Step

FEWEST = 4
"""Documents that one row may stand for; three are shown in full."""
NO_END = 1_000_000
_T = TypeVar("_T")


class Folding(IntEnum):
    """Which points under one node may share a row; each takes in the ones before it."""

    NOTHING = 0
    COPIES = 1
    """Copies of one text in which nothing changed, and that nobody took the claim from."""
    ALIKE = 2
    """Others that nobody took it from, where they took it in one way and changed nothing."""
    UNCHANGED = 3
    """Those that changed nothing, with all below them if nothing changed there either."""
    LEAVES = 4
    """All that nobody took it from, whatever they changed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One point, or several that share the row. `depth` counts from 0; `last`: nothing more follows under the same node.

    `above` is the number of the row that it hangs under, -1 for none. `copies`: what shares the row are copies of one
    text. A pointer stands where a point was taken from here too, and is shown in full elsewhere.
    """

    point: Point
    depth: int
    last: bool
    step: Step | None = None
    shared: tuple[Point, ...] = ()
    kinds: tuple[RelayKind, ...] = ()
    copies: bool = False
    pointer: bool = False
    above: int = -1

    @property
    def points(self) -> tuple[Point, ...]:
        """All that the row stands for."""
        return self.shared or (self.point,)


def outline(
    lineage: Lineage,
    graph: Graph,
    folding: Folding,
    *,
    fewest: int = FEWEST,
    deepest: int = NO_END,
    pointers: bool = False,
) -> Iterator[Row]:
    """The rows, each node's own before the next node's; within a node by time, pointers last.

    At least `fewest` points share a row. From the depth of `deepest` on, all that hangs under a node does.
    """
    return _Outline(lineage, graph, folding, fewest, deepest, pointers).rows()


class _Outline:
    def __init__(
        self, lineage: Lineage, graph: Graph, folding: Folding, fewest: int, deepest: int, pointers: bool
    ) -> None:
        self._graph = graph
        self._folding = folding
        self._fewest = fewest
        self._deepest = deepest
        self._pointers = pointers
        self._kept, unchanged = _kept_and_unchanged(_Same(lineage), _Same(graph))
        self._unchanged = unchanged if folding >= Folding.UNCHANGED else frozenset()

    def rows(self) -> Iterator[Row]:
        tops = self._graph.tops
        waiting = [Row(self._graph.points[id], 0, id == tops[-1]) for id in reversed(tops)]
        number = 0
        while waiting:
            row = waiting.pop()
            yield row
            if not row.pointer and not row.shared:
                waiting.extend(reversed(self._under(row, number)))
            number += 1

    def _under(self, row: Row, number: int) -> list[Row]:
        steps = self._graph.below.get(row.point.id, ())
        groups: dict[str, list[Step]] = {}
        keys = [self._likeness(step, row.depth + 1) or step.to for step in steps]
        for step, key in zip(steps, keys, strict=True):
            groups.setdefault(key, []).append(step)
        found = []
        for step, key in zip(steps, keys, strict=True):
            group = groups.get(key)
            if group is None:
                continue  # in the row of the first of its group
            shared = self._all_of(group) if key != step.to else ()
            if len(shared) < self._fewest:
                found.append(
                    Row(self._graph.points[step.to], row.depth + 1, False, step, kinds=step.kinds, above=number)
                )
                continue
            del groups[key]
            kinds = tuple(dict.fromkeys(kind for one in group for kind in one.kinds[:1]))
            point = self._graph.points[step.to]
            found.append(Row(point, row.depth + 1, False, step, shared, kinds, key == "copies", above=number))
        if self._pointers:
            for step in self._graph.pointers.get(row.point.id, ()):
                point = self._graph.points[step.to]
                found.append(Row(point, row.depth + 1, False, step, kinds=step.kinds, pointer=True, above=number))
        if found:
            found[-1] = replace(found[-1], last=True)
        return found

    def _likeness(self, step: Step, depth: int) -> str | None:
        """What points that may share a row have in common; None for one that has a row of its own."""
        point, folding = self._graph.points[step.to], self._folding
        if depth >= self._deepest:
            return "deep"
        if folding is Folding.NOTHING or point.id in self._kept or point.sort is Sort.ROOT:
            return None
        if point.id in self._graph.below:
            return "unchanged" if point.id in self._unchanged else None
        if point.sort is not Sort.DOCUMENT:
            return None
        if RelayKind.SAME_TEXT in step.kinds and not point.introduced:
            return "copies"
        if folding >= Folding.LEAVES:
            return "leaves"
        if folding >= Folding.UNCHANGED and not point.introduced:
            return "unchanged"
        if folding >= Folding.ALIKE and not point.introduced:
            return f"alike {step.kinds[:1]}"
        return None

    def _all_of(self, group: Sequence[Step]) -> tuple[Point, ...]:
        """What the steps lead to, with all below, in the order of time."""
        found: dict[str, None] = {}
        waiting = [step.to for step in group]
        while waiting:
            id = waiting.pop()
            if id not in found:
                found[id] = None
                waiting.extend(step.to for step in self._graph.below.get(id, ()))
        order = self._graph.earliest
        return tuple(self._graph.points[id] for id in sorted(found, key=lambda id: (id not in order, order.get(id, 0))))


@dataclass(frozen=True, slots=True, eq=False)
class _Same(Generic[_T]):
    """A value known by its identity: comparing whole lineages would cost what is saved."""

    value: _T

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


@lru_cache(maxsize=1)
def _kept_and_unchanged(lineage: _Same[Lineage], graph: _Same[Graph]) -> tuple[frozenset[str], frozenset[str]]:
    """What keeps a row of its own, since a flag or a second step speaks of it; and points at and below which nothing changed, and of which
    nothing else speaks. The last ones are remembered: a drawing tries up to fourteen outlines of one graph."""
    flags, graph_ = lineage.value.flags, graph.value
    kept = {id for flag in flags for id in (flag.source, flag.to)}
    kept |= {id for step in graph_.others for id in (step.source, step.to)}
    order: list[str] = []
    waiting = list(graph_.tops)
    while waiting:
        id = waiting.pop()
        order.append(id)
        waiting.extend(step.to for step in graph_.below.get(id, ()))
    unchanged: set[str] = set()
    for id in reversed(order):
        below = graph_.below.get(id, ())
        if not graph_.points[id].introduced and id not in kept and all(step.to in unchanged for step in below):
            unchanged.add(id)
    return frozenset(kept), frozenset(unchanged)


def outlets_of(points: Sequence[Point]) -> tuple[str, ...]:
    """Names, each once, in the order of the points."""
    return tuple(dict.fromkeys(point.name for point in points))
