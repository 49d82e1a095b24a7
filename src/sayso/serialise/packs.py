"""Domain packs as data."""

from __future__ import annotations

from sayso.domain.pack import EventType, Pack
from sayso.serialise.record import Record


def pack_record(pack: Pack) -> Record:
    """A pack without its cues: what its types mean."""
    return {
        "id": pack.id,
        "title": pack.title,
        "language": pack.language,
        "origin": pack.origin,
        "types": [_type(item) for item in pack.types],
    }


def _type(item: EventType) -> Record:
    return {
        "id": item.id,
        "plover": item.plover,
        "mode": item.mode,
        "acled": None if item.acled is None else {"event_type": item.acled[0], "sub_event_type": item.acled[1]},
        "contexts": list(item.contexts),
        "definition": item.definition,
        "examples": list(item.examples),
        "near_misses": list(item.near_misses),
    }
