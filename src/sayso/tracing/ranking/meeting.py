"""Words of a claim that a text meets in meaning: "toupee" where it says "wig". Each word is a vector that a model made of it in its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MUCH_MET = 8.0
"""Rarity of a word that counts as much."""
BEST = 3
"""Words of the claim whose meeting counts by itself: whom and what it is about."""

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """The words of one text that say something, as ranking counts them, with a vector of unit length each."""

    terms: tuple[str, ...]
    vectors: npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Met:
    """How well a text meets a claim's best words, all of its words, and how well the claim meets the text's: each from 0 to about 1."""

    best: float = 0.0
    claim: float = 0.0
    text: float = 0.0


UNMET = Met()


def meet(text: Meant, claim: Meant, rarity: Rarity) -> Met:
    """The nearest word of the other side is the one that a word meets; what it counts is how rare it is."""
    if not text.terms or not claim.terms:
        return UNMET
    cosines = claim.vectors.astype(np.float32) @ text.vectors.astype(np.float32).T
    theirs = np.array([rarity(term) for term in claim.terms])
    mine = np.array([rarity(term) for term in text.terms])
    met = cosines.max(axis=1)
    return Met(
        best=float(np.sort(met * theirs)[-BEST:].mean()) / MUCH_MET,
        claim=float(met @ theirs / theirs.sum()),
        text=float(cosines.max(axis=0) @ mine / mine.sum()),
    )
