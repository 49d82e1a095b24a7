"""Claims as they were drawn, kept while their lineage stands: of 1,100 documents, two drawings take 0.1 s, and each look at a claim asks for them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from sayso.domain.claim import Lineage
from sayso.domain.document import Document
from sayso.rendering.drawing import Drawn, draw_for_page
from sayso.rendering.graph import Graph, build_graph

MOST = 16
"""Claims that are kept, those that were looked at last; one of 1,100 documents takes some 10 MB."""


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
