"""A reading → what a store keeps of it besides: the vectors of its statements, and paragraphs where no model read it."""

from __future__ import annotations

from dataclasses import replace

from sayso.domain.reading import Reading
from sayso.domain.vector import Vector
from sayso.models.vectors import load_vector_model
from sayso.tracing.describing import choose, describe_unread, text_to_encode


def with_paragraphs(reading: Reading) -> Reading:
    """A reading that no model made, with its paragraphs of names and numbers as statements, so that claims can hold them."""
    if reading.attributions or reading.model is not None:
        return reading
    return replace(reading, attributions=tuple(item.attribution for item in describe_unread(reading.document, 0)))


def vectors_of(reading: Reading, threads: int | None = None) -> dict[str, Vector]:
    """A vector for every attribution that makes a statement, by its id; `threads` None means one a core."""
    chosen, _ = choose(reading)
    if not chosen:
        return {}
    vectors = load_vector_model(threads).encode([text_to_encode(item) for item in chosen])
    return {item.id: vector for item, vector in zip(chosen, vectors, strict=True)}
