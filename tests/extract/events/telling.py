"""Events of a sentence, found as the pipeline would with what a model had found."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.event import Event
from sayso.extract.events import find_events
from sayso.packs import load_pack
from tests.extract.builders import Said, read

PUBLISHED = "2026-01-15"  # a Thursday


def events(text: str, *said: Said, pack: str = "coerced-recruitment", **names: list[str]) -> list[Event]:
    """The events of a text that was published on a Thursday."""
    reading = read(text, *said, **names)
    reading = replace(reading, document=replace(reading.document, published=PUBLISHED))
    found = list(find_events(reading, (load_pack(pack),)))
    for event in found:
        parties = (party.span for party in (*event.actors, *event.recipients))
        whole = [event.cue, *parties, *(n.span for n in event.numbers)]
        for span in [*whole, *(part.span for part in (event.place, event.time) if part)]:
            assert text[span.start : span.end] == span.exact
    return found


def one(text: str, *said: Said, pack: str = "coerced-recruitment", **names: list[str]) -> Event:
    """The only event of a text."""
    found = events(text, *said, pack=pack, **names)
    assert len(found) == 1, [(event.type, event.cue.exact) for event in found]
    return found[0]


def parties(event: Event) -> tuple[list[str], list[str]]:
    """The words of its actors and of its recipients."""
    return [party.span.exact for party in event.actors], [party.span.exact for party in event.recipients]
