"""BM25 (Robertson and Zaragoza 2009) over claims: how much a claim's words tell, and how many of a text's words it has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log

import numpy as np
import numpy.typing as npt

from sayso.languages.words import RAREST, load_words

SATURATION, LENGTH = 1.2, 0.4
"""k1 and b. Claims are a sentence or two long, so that their length says little."""
BELIEVED = 300
"""News texts that the built-in table of words counts for beside the claims themselves: a store of five claims says little about what is rare."""
STOP = 0.3
"""Share of news texts in which a word is taken to stand that says nothing; the table leaves those out."""

Scores = npt.NDArray[np.float64]


class Index:
    """Claims by their terms. Nothing is added after it was made."""

    def __init__(self, claims: Sequence[Sequence[str]], rarity_of: Index | None = None) -> None:
        """`rarity_of`: the index whose claims say how rare a term is, where `claims` are a choice of them."""
        self._rarity_of = rarity_of
        self._size = len(claims)
        self._places: dict[str, list[int]] = defaultdict(list)
        self._counts: dict[str, list[int]] = defaultdict(list)
        self._rarities: dict[str, float] = {}
        lengths = np.array([len(terms) for terms in claims], np.float64)
        for place, terms in enumerate(claims):
            for term, count in Counter(terms).items():
                self._places[term].append(place)
                self._counts[term].append(count)
        average = lengths.mean() if self._size else 1.0
        self._made: dict[str, tuple[npt.NDArray[np.int64], Scores]] = {}
        self._damping = SATURATION * (1 - LENGTH + LENGTH * lengths / max(average, 1.0))

    def rarity(self, term: str) -> float:
        """How much it tells that two texts share a term, by the claims and by the built-in table."""
        if self._rarity_of is not None:
            return self._rarity_of.rarity(term)
        if term not in self._rarities:
            self._rarities[term] = self._rarity(term)
        return self._rarities[term]

    def _rarity(self, term: str) -> float:
        words = load_words("en")
        share = STOP if term in words.stop else exp(-words.rarity(term))
        if share <= RAREST * 1.001:  # the table does not hold it
            share = RAREST / 4
        return log(1 + (self._size + BELIEVED) / (len(self._places.get(term, ())) + BELIEVED * share + 0.5))

    def scores(self, terms: Iterable[str]) -> Scores:
        """The BM25 of every claim for the terms, each of which counts once."""
        scores = np.zeros(self._size, np.float64)
        for term in dict.fromkeys(terms):
            if term in self._places:
                places, weights = self._weights(term)
                scores[places] += weights
        return scores

    def _weights(self, term: str) -> tuple[npt.NDArray[np.int64], Scores]:
        if term not in self._made:
            places = np.array(self._places[term], np.int64)
            counts = np.array(self._counts[term], np.float64)
            weights = self.rarity(term) * counts * (SATURATION + 1) / (counts + self._damping[places])
            self._made[term] = places, weights
        return self._made[term]
