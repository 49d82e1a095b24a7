"""The graph of one claim while it is being worked out: documents and parties, and who took it from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.domain.claim import Passage, RelayKind

MOST_PASSAGES = 6
"""Passages that are kept as evidence of one kind for one step; more say nothing new."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe a step, in a sentence, with the words that it rests on."""

    how: RelayKind
    passages: tuple[Passage, ...]
    score: float
    why: str


class Graph:
    """Steps from node to node, each with its evidence. Nodes are documents' ids and parties' keys."""

    def __init__(self) -> None:
        self._up: dict[str, dict[str, list[Evidence]]] = defaultdict(dict)

    def add(self, source: str, to: str, evidence: Iterable[Evidence]) -> None:
        """Put a step in, or more evidence for one that is there."""
        known = self._up[to].setdefault(source, [])
        for item in evidence:
            same = next((place for place, other in enumerate(known) if other.how is item.how), None)
            if same is None:
                known.append(item)
            else:
                passages = tuple(dict.fromkeys((*known[same].passages, *item.passages)))[:MOST_PASSAGES]
                best = max(known[same], item, key=lambda one: one.score)
                known[same] = Evidence(best.how, passages, best.score, best.why)

    def remove(self, source: str, to: str) -> None:
        """Take a step out."""
        del self._up[to][source]

    def sources(self, node: str) -> tuple[str, ...]:
        """The nodes that `node` took it from."""
        return tuple(self._up.get(node, ()))

    def evidence(self, source: str, to: str) -> tuple[Evidence, ...]:
        """What is known of a step, the surest first."""
        return tuple(sorted(self._up[to][source], key=lambda item: -item.score))

    def steps(self) -> tuple[tuple[str, str], ...]:
        """All steps, as (source, to)."""
        return tuple((source, to) for to, sources in self._up.items() for source in sources)

    def above(self, node: str) -> dict[str, None]:
        """Every node that `node` leads back to, the nearest first."""
        found: dict[str, None] = {}
        waiting = [node]
        for place in waiting:
            for source in self._up.get(place, ()):
                if source not in found and source != node:
                    found[source] = None
                    waiting.append(source)
        return found

    def leads(self, node: str, back_to: str) -> bool:
        """Whether `node` leads back to another node."""
        if node not in self._up:
            return False
        seen = {node}
        waiting = [node]
        while waiting:
            for source in self._up.get(waiting.pop(), ()):
                if source == back_to:
                    return True
                if source not in seen:
                    seen.add(source)
                    waiting.append(source)
        return False
