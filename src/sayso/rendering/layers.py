"""Which stretches of a text are lit, and as what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.attribution import Attribution
from sayso.domain.reading import Reading
from sayso.domain.span import Span
from sayso.rendering.words import all_hedges


class Layer(StrEnum):
    """What a lit stretch is."""

    HEADLINE = "headline"
    FURNITURE = "furniture"
    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Lit:
    """One lit stretch and the numbers of the attributions it belongs to."""

    start: int
    end: int
    layer: Layer
    numbers: tuple[int, ...] = ()


def numbered(reading: Reading) -> Iterator[tuple[int, Attribution]]:
    """The attributions that somebody other than the outlet made, counted from 1 in the order of the text."""
    sourced = [attribution for attribution in reading.attributions if attribution.chain]
    sourced.sort(key=lambda attribution: min((span.start for span in attribution.content), default=0))
    return enumerate(sourced, start=1)


def lit_stretches(reading: Reading) -> tuple[Lit, ...]:
    """All lit stretches, outer before inner.

    A stretch that several attributions share comes once, with all their numbers. A number stands at the innermost source and its cue only: outer hops have an attribution of their own.
    """
    found: dict[tuple[Layer, int, int], list[int]] = {}

    def light(layer: Layer, span: Span | None, *numbers: int) -> None:
        if span is not None and span.start < span.end:
            found.setdefault((layer, span.start, span.end), []).extend(numbers)

    light(Layer.HEADLINE, reading.document.headline)
    for span in reading.document.furniture:
        light(Layer.FURNITURE, span)
    for number, attribution in numbered(reading):
        for span in attribution.content:
            light(Layer.CONTENT, span, number)
        for hop in attribution.chain[:-1]:
            light(Layer.SOURCE, hop.source)
            light(Layer.CUE, hop.cue.span if hop.cue else None)
        last = attribution.chain[-1]
        light(Layer.SOURCE, last.source, number)
        light(Layer.CUE, last.cue.span if last.cue else None, number)
        for hedge in all_hedges(attribution):
            light(Layer.HEDGE, hedge.span)
    stretches = [Lit(start, end, layer, tuple(numbers)) for (layer, start, end), numbers in found.items()]
    order = list(Layer)
    return tuple(sorted(stretches, key=lambda lit: (lit.start, -lit.end, order.index(lit.layer))))
