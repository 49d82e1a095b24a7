"""A text cut into pieces that do not overlap, each with all that is lit in it: what a page shows, piece by piece."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.domain.reading import Check, Level, Reading
from sayso.domain.span import Span
from sayso.rendering.layers import Layer, lit_stretches, numbered


@dataclass(frozen=True, slots=True)
class Segment:
    """Words in which nothing changes. `numbers` are the attributions whose content they are part of, the innermost last.

    `first` are those that begin here, `last` those that end here. `checks` are places in the reading's checks; `sought` is
    True for the passage that was asked for.
    """

    start: int
    words: str
    layers: frozenset[Layer] = frozenset()
    numbers: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    checks: tuple[int, ...] = ()
    sought: bool = False


def segments(reading: Reading, sought: Span | None = None) -> tuple[Segment, ...]:
    """The whole text of a reading in its order; the pieces' words make the text again."""
    text = reading.document.text
    edges = {0, len(text)}
    starts: dict[int, list[tuple[Layer, tuple[int, ...]]]] = {}
    ends: dict[int, list[tuple[Layer, tuple[int, ...]]]] = {}
    for lit in lit_stretches(reading):
        starts.setdefault(lit.start, []).append((lit.layer, lit.numbers))
        ends.setdefault(lit.end, []).append((lit.layer, lit.numbers))
        edges.update((lit.start, lit.end))
    alarms = [(place, check.span) for place, check in alarming(reading)]
    for span in [span for _, span in alarms] + ([sought] if sought else []):
        edges.update((span.start, span.end))
    begins, finishes = _ends_of_contents(reading)
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    layers: Counter[Layer] = Counter()
    open_numbers: list[int] = []
    found = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        for layer, numbers in ends.get(start, ()):
            layers[layer] -= 1
            if layer is Layer.CONTENT:
                open_numbers = [number for number in open_numbers if number not in numbers]
        for layer, numbers in starts.get(start, ()):
            layers[layer] += 1
            if layer is Layer.CONTENT:
                open_numbers += numbers
        found.append(
            Segment(
                start,
                text[start:end],
                frozenset(layer for layer, count in layers.items() if count > 0),
                tuple(open_numbers),
                tuple(begins.get(start, ())),
                tuple(finishes.get(end, ())),
                tuple(place for place, span in alarms if span.start <= start and end <= span.end),
                sought is not None and sought.start <= start and end <= sought.end,
            )
        )
    return tuple(found)


def alarming(reading: Reading) -> list[tuple[int, Check]]:
    """Checks that ask something of the reader, counted from 1."""
    asked = [check for check in reading.checks if check.level in (Level.RED, Level.AMBER)]
    return list(enumerate(asked, start=1))


def _ends_of_contents(reading: Reading) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    begins: dict[int, list[int]] = {}
    finishes: dict[int, list[int]] = {}
    for number, attribution in numbered(reading):
        if attribution.content:
            begins.setdefault(min(span.start for span in attribution.content), []).append(number)
            finishes.setdefault(max(span.end for span in attribution.content), []).append(number)
    return begins, finishes
