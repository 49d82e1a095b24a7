"""What a stretch of text names: places, times and names by a key that can be compared, and numbers with their bounds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. `bound` is "about", "almost" (a little less), "at-least", "at-most", "more-than", "less-than" or None; `unit` the lemma that it counts.

    `start` and `end` are code points in the document's text and take in the bound's words and the unit.
    """

    value: float
    high: float
    bound: str | None
    unit: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A named part of a text: its normalised key ("kotelniki", "2026-01-14"), and where its words stand."""

    key: str
    start: int
    end: int
