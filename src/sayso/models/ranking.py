"""The weights of the ranking of claims: a readable file of numbers, one a sign, checked by its digest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.domain.reading import Model
from sayso.errors import ModelError
from sayso.models.weights import ENGLISH, read_weights

FILE = "ranking-weights.json"


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """What each sign counts, by its name, and the sum at which it is as likely as not that a claim is meant."""

    model: Model
    weights: Mapping[str, float]
    even: float


@cache
def load_ranking_weights() -> RankingWeights:
    """The weights of this package. Raises ModelError."""
    return load_ranking_weights_from(ENGLISH)


def load_ranking_weights_from(folder: Path) -> RankingWeights:
    """Weights in `folder`, checked by the SHA-256 that ``ranking.json`` gives. Raises ModelError."""
    read = read_weights(folder / "ranking.json", (FILE,))
    try:
        written = json.loads(read.contents[FILE])
        weights = {str(sign): float(weight) for sign, weight in written["weights"].items()}
        even = float(written["even"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError(f"{folder / FILE} cannot be read ({error!r}); install sayso again.") from error
    return RankingWeights(Model(read.name, read.digests[FILE]), weights, even)
