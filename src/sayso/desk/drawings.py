"""What was drawn, kept while it is true: claims (of 1,100 documents, two drawings take 0.1 s, and each look at a claim asks for them), maps of events."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from sayso.domain.claim import Lineage
from sayso.domain.document import Document
from sayso.domain.happening import Happening
from sayso.rendering.drawing import Drawn, draw_for_page
from sayso.rendering.graph import Graph, build_graph

MOST = 16
"""Claims that are kept, those that were looked at last; one of 1,100 documents takes some 10 MB."""

MOST_MAPS = 32
"""Maps that are kept, those that were looked at last; one takes some 0.2 MB with its happenings."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A lineage with its graph and its drawings, as these documents had them made."""

    lineage: Lineage
    documents: Mapping[str, Document]
    graph: Graph
    drawn: Drawn


class Drawings:
    """Traced claims by their ids; one fits as long as its claim has the stamp that it had then. Threads share it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[int, Traced]] = OrderedDict()
        self._lock = Lock()

    def get(self, claim: str, stamp: int | None) -> Traced | None:
        """What was made of the lineage with this stamp, if it is still here."""
        with self._lock:
            before, traced = self._kept.get(claim, (None, None))
            if traced is None or before != stamp:
                return None
            self._kept.move_to_end(claim)
            return traced

    def make(self, stamp: int | None, lineage: Lineage, documents: Mapping[str, Document]) -> Traced:
        """Draw a lineage, and keep it where it has a stamp."""
        graph = build_graph(lineage, documents)
        traced = Traced(lineage, documents, graph, draw_for_page(lineage, graph))
        if stamp is not None:
            with self._lock:
                self._kept[lineage.claim.id] = stamp, traced
                self._kept.move_to_end(lineage.claim.id)
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return traced


class Maps:
    """Maps of events by the address of their list, all of whose pages have the same; one fits as long as the same happenings are on it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[tuple[Happening, ...], tuple[str, ...]]] = OrderedDict()
        self._lock = Lock()

    def get(
        self, address: str, happenings: Sequence[Happening], draw: Callable[[], tuple[str, ...]]
    ) -> tuple[str, ...]:
        """The map of these happenings, drawn where it is not here. A third of the time that a page of 200 happenings took went into it."""
        held = tuple(happenings)
        with self._lock:
            kept = self._kept.get(address)
            if kept is not None:
                self._kept.move_to_end(address)
        if kept is not None and kept[0] == held:
            return kept[1]
        drawn = draw()
        with self._lock:
            self._kept[address] = held, drawn
            self._kept.move_to_end(address)
            while len(self._kept) > MOST_MAPS:
                self._kept.popitem(last=False)
        return drawn
