"""What the signs weigh by which it is told whom a pronoun means: numbers that `training.pronouns` has learned."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class PronounWeights:
    """A perceptron with one hidden layer: signs (candidates × signs) → a score each; above 0 rather this one than nobody."""

    into: Array
    bias: Array
    out: Array

    def score(self, rows: Array) -> Array:
        """Scores of the candidates of one pronoun."""
        scores: Array = np.maximum(rows @ self.into + self.bias, 0) @ self.out
        return scores


@cache
def load_pronoun_weights(code: str = "en") -> PronounWeights:
    """The weights for a language."""
    written = json.loads((files(__package__) / code / "pronouns.json").read_text(encoding="utf-8"))
    return PronounWeights(*(np.array(written[name], np.float32) for name in ("into", "bias", "out")))
