"""A lineage as a graph that can be shown: every node once, under the one it was most surely taken from.

What a node is shown under is its best step: not from what is dated later, from a document or a hop rather than from a
root, with the highest score, by the strongest kind of evidence, from the earliest. All its other steps are kept beside it. Nothing here trusts a lineage to be
sound: ids that are named nowhere get a node, and a circle is cut at its earliest node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import inf

from sayso.domain.claim import Drift, Lineage, Node, Occurrence, Relay, RelayKind, Root
from sayso.domain.document import Document
from sayso.rendering.moments import Moment, moment
from sayso.rendering.safe import safe_line
from sayso.rendering.sentences import party_name

_KINDS = list(RelayKind)
_RANK_OF_KIND = {kind: place for place, kind in enumerate(_KINDS)}


def _surest_first(relay: Relay) -> tuple[float, int]:
    return -relay.score, _RANK_OF_KIND[relay.how]


class Sort(StrEnum):
    """What a node of the graph is."""

    ROOT = "root"
    HOP = "hop"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Point:
    """A node with what is shown of it. `number` counts the roots from 1 in the order of time; it is 0 for others."""

    id: str
    sort: Sort
    name: str
    number: int = 0
    root: Root | None = None
    hop: Node | None = None
    title: str | None = None
    published: str | None = None
    moment: Moment | None = None
    language: str | None = None
    occurrences: tuple[Occurrence, ...] = ()
    drift: tuple[Drift, ...] = ()

    @property
    def introduced(self) -> tuple[Drift, ...]:
        """What changed here first."""
        return tuple(drift for drift in self.drift if drift.introduced)

    @property
    def inherited(self) -> tuple[Drift, ...]:
        """What had changed before."""
        return tuple(drift for drift in self.drift if not drift.introduced)

    @property
    def occurrence(self) -> Occurrence | None:
        """The statement that tells most about where it comes from: the one with the longest chain, the first of several."""
        return max(self.occurrences, key=lambda occurrence: len(occurrence.chain), default=None)


@dataclass(frozen=True, slots=True)
class Step:
    """All that shows that `to` took the claim from `source`, the best first; empty where only the root's list says so."""

    source: str
    to: str
    relays: tuple[Relay, ...]

    @property
    def kinds(self) -> tuple[RelayKind, ...]:
        """How we know, each kind once."""
        return tuple(dict.fromkeys(relay.how for relay in self.relays))


@dataclass(frozen=True, slots=True)
class Graph:
    """Points by id; `tops` have nothing above them. `shown_under` holds each point's best step, `others` the rest."""

    points: Mapping[str, Point]
    tops: tuple[str, ...]
    shown_under: Mapping[str, Step]
    others: tuple[Step, ...]
    below: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    pointers: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    earliest: Mapping[str, float] = field(default_factory=dict)


def build_graph(lineage: Lineage, documents: Mapping[str, Document]) -> Graph:
    """The graph of a lineage; `documents` are held documents by id, those of other claims are passed over."""
    return _Builder(lineage, documents).graph()


class _Builder:
    def __init__(self, lineage: Lineage, documents: Mapping[str, Document]) -> None:
        self._lineage = lineage
        self._documents = documents
        self._roots = {root.id: root for root in lineage.roots}
        self._hops = {hop.id: hop for hop in lineage.hops}
        self._occurrences: dict[str, list[Occurrence]] = defaultdict(list)
        for occurrence in lineage.attributions:
            self._occurrences[occurrence.document].append(occurrence)
        self._drift: dict[str, list[Drift]] = defaultdict(list)
        for drift in lineage.drift:
            self._drift[drift.to.document].append(drift)

    def graph(self) -> Graph:
        steps = self._steps
        shown_under = self._shown_under()
        order = self._order.__getitem__
        tops = tuple(sorted((id for id in self._ids if id not in shown_under), key=order))
        numbers = {id: place for place, id in enumerate((id for id in tops if id in self._roots), start=1)}
        for id in self._roots:
            numbers.setdefault(id, len(numbers) + 1)
        # By what they join: comparing whole steps looks through all their evidence.
        best = {(step.source, step.to) for step in shown_under.values()}
        others = tuple(step for step in steps if (step.source, step.to) not in best)
        return Graph(
            points={id: self._point(id, numbers.get(id, 0)) for id in self._ids},
            tops=tops,
            shown_under=shown_under,
            others=others,
            below=self._grouped(shown_under.values()),
            pointers=self._grouped(others),
            earliest=self._earliest,
        )

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        """Every node that is spoken of, roots first."""
        named: dict[str, None] = dict.fromkeys((*self._roots, *self._hops, *self._occurrences))
        for root in self._lineage.roots:
            named.update(dict.fromkeys(root.documents))
        for relay in self._lineage.relays:
            named.update(dict.fromkeys((relay.source, relay.to)))
        for flag in self._lineage.flags:
            named.update(dict.fromkeys((flag.source, flag.to)))
        named.update(dict.fromkeys(self._drift))
        return tuple(named)

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        between: dict[tuple[str, str], list[Relay]] = {}
        for relay in self._lineage.relays:
            if relay.source != relay.to:
                between.setdefault((relay.source, relay.to), []).append(relay)
        taken = {to for _, to in between}
        for root in self._lineage.roots:
            for document in root.documents:
                if document not in taken:
                    between.setdefault((root.id, document), [])
        return tuple(
            Step(source, to, tuple(sorted(relays, key=_surest_first) if len(relays) > 1 else relays))
            for (source, to), relays in between.items()
        )

    @cached_property
    def _moments(self) -> dict[str, Moment | None]:
        return {id: moment(self._published(id)) for id in self._ids}

    @cached_property
    def _earliest(self) -> dict[str, float]:
        """When each node is first heard of: its own date, else the first date below it."""
        above: dict[str, list[str]] = defaultdict(list)
        for step in self._steps:
            above[step.to].append(step.source)
        dated = [(known.start, id) for id, known in self._moments.items() if known is not None]
        earliest: dict[str, float] = {id: start for start, id in dated}
        for start, id in sorted(dated):
            waiting = [id]
            while waiting:
                for source in above[waiting.pop()]:
                    if source not in earliest:
                        earliest[source] = start
                        waiting.append(source)
        return earliest

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self._ids)}

    @cached_property
    def _order(self) -> dict[str, tuple[bool, float, int]]:
        """Roots before others, then by time, what has none last."""
        roots, earliest = self._roots, self._earliest
        return {id: (id not in roots, earliest.get(id, inf), place) for place, id in enumerate(self._ids)}

    def _shown_under(self) -> dict[str, Step]:
        best: dict[str, Step] = {}
        ranks: dict[str, tuple[bool, bool, float, int, float, int]] = {}
        moments, earliest, places = self._moments, self._earliest, self._places
        for step in self._steps:
            source, to = step.source, step.to
            dated, since = moments.get(to), earliest.get(source)
            relay = step.relays[0] if step.relays else None
            rank = (
                dated is not None and since is not None and since >= dated.end,
                source in self._roots,
                -relay.score if relay else inf,
                _RANK_OF_KIND[relay.how] if relay else len(_KINDS),
                inf if since is None else since,
                places[source],
            )
            if to not in best or rank < ranks[to]:
                best[to], ranks[to] = step, rank
        done: set[str] = set()
        for start in self._ids:
            way: dict[str, None] = {}
            id = start
            while id not in done and id not in way:
                way[id] = None
                if id not in best:
                    break
                id = best[id].source
            if id in way and id in best:  # the way bit its own tail
                circle = list(way)[list(way).index(id) :]
                del best[min(circle, key=self._order.__getitem__)]
            done.update(way)
        return best

    def _grouped(self, steps: Iterable[Step]) -> dict[str, tuple[Step, ...]]:
        groups: dict[str, list[Step]] = defaultdict(list)
        for step in steps:
            groups[step.source].append(step)
        order = self._order
        return {
            source: tuple(sorted(group, key=lambda step: order[step.to]) if len(group) > 1 else group)
            for source, group in groups.items()
        }

    def _published(self, id: str) -> str | None:
        written = [occurrence.published for occurrence in self._occurrences.get(id, ()) if occurrence.published]
        held = self._documents.get(id)
        return written[0] if written else held.published if held else None

    def _point(self, id: str, number: int) -> Point:
        if id in self._roots:
            root = self._roots[id]
            return Point(id, Sort.ROOT, party_name(root.name), number, root=root)
        if id in self._hops or id.startswith(("hop_", "root_")):
            hop = self._hops.get(id)
            return Point(id, Sort.HOP, party_name(hop.name if hop else id), hop=hop)
        held = self._documents.get(id)
        occurrences = tuple(self._occurrences.get(id, ()))
        outlets = [occurrence.outlet for occurrence in occurrences if occurrence.outlet]
        title = safe_line(held.title or "") if held else ""
        name = safe_line((outlets[0] if outlets else held.outlet if held else "") or "")
        where = safe_line((held.url or held.shown_path or "") if held else "")
        return Point(
            id,
            Sort.DOCUMENT,
            name or title or where or safe_line(id),
            title=title or None,
            published=self._published(id),
            moment=self._moments[id],
            language=held.language if held else None,
            occurrences=occurrences,
            drift=tuple(self._drift.get(id, ())),
        )
