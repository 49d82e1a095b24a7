"""What each sign counts. Those here were set by hand; the trained ones come with the package's weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.tracing.ranking.signs import COUNTED, GAINING, TOLD_OTHERWISE


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each of `COUNTED`, in their order, and the sum at which it is as likely as not that a claim is meant."""

    name: str
    values: tuple[float, ...]
    even: float

    @staticmethod
    def named(name: str, weights: Mapping[str, float], even: float) -> Weights:
        """Weights by the names of signs; a sign that is not named counts nothing. ValueError for a name that is no sign's."""
        unknown = sorted(set(weights) - set(COUNTED))
        if unknown:
            raise ValueError(f"there is no sign {unknown[0]!r}")
        return Weights(name, tuple(float(weights.get(sign, 0.0)) for sign in COUNTED), even)


_BY_HAND = {
    "words": 3.0,
    "families": 1.0,
    "speaker": 2.0,
    "meaning": 11.0,
    "headline's meaning": 11.0,
    "best meaning": 11.0,
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
    "best words met": 6.0,
    "claim met": 6.0,
    "text met": 6.0,
    "of a post": 1.0,
}
HAND_SET = Weights.named(
    "hand-set",
    {
        **_BY_HAND,
        **{f"{sign}, {TOLD_OTHERWISE}": weight for sign in GAINING if (weight := _BY_HAND.get(sign, 0.0)) > 0},
    },
    even=32.0,
)
"""By reasoning: what is shared counts by its rarity, a number that only the claim has speaks against it, and another wording's gain counts as
the claim's own sign does. Meaning counts 11: over the claims compared with a post its three cosines, at 4 each, spread 0.82, all other
signs 2.24, which is 2.7 times as much (on posts without their answers), so that at 11 words and meaning count alike.
That 4 is too little was noticed with the answers of the train part; see docs/ranking.md. Words met in meaning tell again what both tell:
at 6 their three signs spread 1.21, half as much as either.
"""
