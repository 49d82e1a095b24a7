"""Whether two documents tell of one story: something that both say, for sure.

Within a store of everything, two sentences that are a little alike are of two events. Of two documents that have told the same once already they more
likely are two wordings of one thing: a tabloid's, a specialist's, a headline's. It depends on the two documents alone, not on what else is held, so that it
comes out the same whenever it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sayso.tracing.measuring import cosine_of
from sayso.tracing.statement import Statement

SURE = 0.85
"""Score from which two statements show that their documents tell of one story."""
NEAR = 0.55
"""Cosine below which two statements are not looked at for that."""
MOST_LOOKED_AT = 6
"""Pairs of statements, the nearest first, that are looked at."""

ALIKE = 0.35
"""Cosine below which two statements of one story are not compared, if they share no key."""

Score = Callable[[Statement, Statement], float]


def find_shared(
    one: Sequence[Statement], other: Sequence[Statement], score: Score
) -> tuple[Statement, Statement] | None:
    """A statement of each that say the same for sure; the nearest ones are looked at first. None where there are none."""
    found: list[tuple[float, int, Statement, Statement]] = []
    for mine in one:
        for yours in other:
            cosine = cosine_of(mine, yours)
            if cosine is not None and cosine >= NEAR:
                found.append((-cosine, len(found), mine, yours))
    for _, _, mine, yours in sorted(found, key=lambda item: item[:2])[:MOST_LOOKED_AT]:
        if score(mine, yours) >= SURE:
            return mine, yours
    return None


def find_alike(statement: Statement, others: Iterable[Statement]) -> list[str]:
    """The ids of those of a story's statements that are a little like one, which may say the same in words that make no key."""
    return [item.id for item in others if (cosine_of(statement, item) or 0.0) >= ALIKE]
