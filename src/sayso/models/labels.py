"""What the heads of the model predict: the order of their outputs, shared by training and reading."""

from __future__ import annotations

from typing import Final

CUE: Final = ("O", "B", "I")
"""Cue words, at any depth."""

ARGUMENT: Final = ("O", "BS", "IS", "BC", "IC", "EC")
"""For one cue and one word: outside, first or further word of its source; first, further or last word of a content span."""

MENTION_KINDS: Final = (
    "person",
    "organisation",
    "place",
    "group",
    "document",
    "title",
    "date",
    "number",
)
MENTION: Final = ("O", *(f"{prefix}-{kind}" for kind in MENTION_KINDS for prefix in "BI"))
HEDGE: Final = ("O", "B", "I")

HEADS: Final = {"cue": CUE, "argument": ARGUMENT, "mention": MENTION, "hedge": HEDGE}
"""The unary outputs, side by side in this order; ``argument`` is added to the pair scores."""

DISTANCES: Final = 48
"""Buckets of the signed distance in pieces between a cue and a word."""
