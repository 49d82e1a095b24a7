"""Names that so many documents of a store have that they tell nobody apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.joining.appearing import Facts

COMMON, FEW, TELLING = 0.25, 20, 2.0
"""Who is named in more than this share of the documents, in a store of that many or more, tells only those together who are named half as often."""


def shares_of(items: Iterable[Facts]) -> dict[str, float]:
    """In which share of the documents each full name stands, of those named in many; none in a small store."""
    texts: dict[str, set[str]] = defaultdict(set)
    documents: set[str] = set()
    for item in items:
        documents.add(item.shown.document)
        for name in (*item.bodies, *item.people, " ".join(item.sounds)):
            texts[name].add(item.shown.document)
    if len(documents) < FEW:
        return {}
    shares = {name: len(where) / len(documents) for name, where in texts.items()}
    return {name: share for name, share in shares.items() if share > COMMON / TELLING}


def shared_name(one: Facts, other: Facts, common: Mapping[str, float]) -> str | None:
    """Another party that both texts name in full and that not many texts name; of several the first by its key."""
    both = {
        key: name
        for named in (one.bodies, one.people)
        for key, name in named.items()
        if key in other.bodies or key in other.people
    }
    return next((both[key] for key in sorted(both) if common.get(key, 0.0) <= COMMON), None)
