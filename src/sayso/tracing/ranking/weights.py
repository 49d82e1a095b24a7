"""What each sign counts. Those here were set by hand; the trained ones come with the package's weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.tracing.ranking.signs import SIGNS


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each of `SIGNS`, in their order, and the sum at which it is as likely as not that a claim is meant."""

    name: str
    values: tuple[float, ...]
    even: float

    @staticmethod
    def named(name: str, weights: Mapping[str, float], even: float) -> Weights:
        """Weights by the names of signs; a sign that is not named counts nothing. ValueError for a name that is no sign's."""
        unknown = sorted(set(weights) - set(SIGNS))
        if unknown:
            raise ValueError(f"there is no sign {unknown[0]!r}")
        return Weights(name, tuple(float(weights.get(sign, 0.0)) for sign in SIGNS), even)


HAND_SET = Weights.named(
    "hand-set",
    {
        "words": 3.0,
        "families": 1.0,
        "speaker": 2.0,
        "meaning": 4.0,
        "headline's meaning": 4.0,
        "best meaning": 4.0,
        "share of the claim": 0.5,
        "share of the headline": 1.5,
        "share of the text": 2.0,
        "rarest word": 2.0,
        "second word": 0.5,
        "phrases": 1.0,
        "names": 1.0,
        "number": 1.0,
        "other number": -2.0,
        "quoted": 1.5,
        "year": 0.5,
        "month": 0.5,
    },
    even=10.0,
)
"""By reasoning: meaning and words count alike, what is shared counts by its rarity, and a number that only the claim has speaks against it."""
