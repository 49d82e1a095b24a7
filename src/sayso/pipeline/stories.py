"""Which documents of a store tell of one story, as far as it helps to tell whether two of their statements make one claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sayso.pipeline.statements import Statements
from sayso.tracing.kinship import NEAR, SURE, Score, find_shared
from sayso.tracing.measuring import cosine_of
from sayso.tracing.statement import Statement

MOST: Final = 12
"""Documents of a new one's story whose statements are compared with its own though they share no key: those that say most of what it says."""
SHOWN: Final = 80
"""Code points of what two documents share that a reason shows."""


class Stories:
    """Asks documents for what they share; what was found is remembered until `clear`."""

    def __init__(self, statements: Statements, score: Score) -> None:
        self._statements = statements
        self._score = score
        self._shared: dict[tuple[str, str], str | None] = {}

    def clear(self) -> None:
        """Forget what was found."""
        self._shared.clear()

    def shared(self, one: Statement, other: Statement) -> str | None:
        """What the documents of two statements both say for sure; None where they are one document, or share nothing."""
        pair = min(one.document.id, other.document.id), max(one.document.id, other.document.id)
        if pair[0] == pair[1]:
            return None
        if pair not in self._shared:
            mine, yours = (tuple(self._statements.of_document(id).values()) for id in pair)
            found = find_shared(mine, yours, self._score)
            self._shared[pair] = None if found is None else " ".join(found[0].text.split())[:SHOWN]
        return self._shared[pair]

    def told_with(
        self, statements: Sequence[Statement], like: Callable[[Statement], Iterable[Statement]]
    ) -> list[Statement]:
        """All statements of the documents that say something that these say, for sure. `like` gives those that share a key with one."""
        sure: Counter[tuple[int, str]] = Counter()
        for statement in statements:
            sure.update(
                (item.order, item.document.id)
                for item in _nearest_of_each(statement, like(statement))
                if self._score(statement, item) >= SURE
            )
        nearest = sorted(sure, key=lambda key: (-sure[key], key))[:MOST]
        return [item for _, id in nearest for item in self._statements.of_document(id).values()]


def _nearest_of_each(statement: Statement, others: Iterable[Statement]) -> list[Statement]:
    """Of other statements the nearest of each other document, where it is near enough to say the same for sure."""
    best: dict[str, tuple[float, Statement]] = {}
    for item in others:
        cosine = cosine_of(statement, item) or 0.0
        known = best.get(item.document.id)
        if item.document.id != statement.document.id and cosine >= NEAR and (known is None or cosine > known[0]):
            best[item.document.id] = cosine, item
    return [item for _, item in best.values()]
