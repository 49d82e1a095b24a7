"""Claims in the order in which a text may mean them, each with its reasons.

All wordings are scored at once by BM25 and by vectors; the claims of the first `MOST_COMPARED` are compared with the text sign by sign, each
in its own wording, which comes first, and in the others that are known. Nothing here runs a model: vectors are given, those of single words when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
import numpy.typing as npt

from sayso.domain.vector import Vector
from sayso.tracing.ranking.index import Index, Scores
from sayso.tracing.ranking.meeting import UNMET, Meant, meet
from sayso.tracing.ranking.signs import MUCH, OF_ITS_OWN, SIGNS, Likeness, Side, find_signs, join_signs
from sayso.tracing.ranking.weights import Weights
from sayso.tracing.ranking.wording import Wording, family, plain, read_wording

MOST_COMPARED = 50
MOST_OTHERS = 20
"""Other wordings of one claim that are compared, those that words and vectors bring nearest."""
MEANING_BESIDE_WORDS = 4.0
"""What the cosine counts in the first round, where BM25 counts a twentieth."""
LEAST_REASON = 0.3
MOST_REASONS = 4
MOST_NAMED = 6


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A wording of a claim: a text, the headline above it ("" where there is none), and a vector of each, where a model ran."""

    claim: str
    text: str
    headline: str = ""
    vector: Vector | None = None
    headline_vector: Vector | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A claim that a text may mean, and the wording of it that is nearest. `score`: 0 to 1, 0.5 where it is as likely as not.

    `also`: other claims that are told in the same words, quotation marks apart.
    """

    claim: str
    text: str
    score: float
    reasons: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A claim by the place of its own wording in `Ranking.told`, the place of the wording nearest to the text with that one's signs, what
    is counted of all its wordings (`signs.COUNTED`), and the weighed sum of that.
    """

    place: int
    nearest: int
    nearest_signs: tuple[float, ...]
    signs: tuple[float, ...]
    sum: float


class Ranking:
    """Wordings of claims, ready to be ranked for any number of texts."""

    def __init__(
        self,
        told: Sequence[Told],
        weights: Weights,
        *,
        meant: Callable[[str], Meant] | None = None,
        rarity_of: Ranking | None = None,
    ) -> None:
        """`meant`: gives the vectors of a text's words; asked for texts and for the claims compared with them. `rarity_of`: the ranking
        whose claims say how rare a word is, where `told` is a choice of them.
        """
        self.told = told
        self._meant = meant
        self.weights = weights
        self._same = _told_alike(told)
        self._own, self._others = _by_claim(told, self._same)
        self._sides = [Side.of(read_wording(item.text), read_wording(item.headline)) for item in told]
        self._words: Index = Index([_terms(side) for side in self._sides], rarity_of._words if rarity_of else None)
        self._families: Index = Index(
            [[family(term) for term in _terms(side)] for side in self._sides],
            rarity_of._families if rarity_of else None,
        )
        self._vectors = _stack([item.vector for item in told])
        self._headlines = _stack(
            [item.vector if item.headline_vector is None else item.headline_vector for item in told]
        )

    def alike(self, item: Compared) -> tuple[str, ...]:
        """The claims that are told in the same words as a compared claim, itself among them, the first first."""
        return self.alike_at(item.place)

    def alike_at(self, place: int) -> tuple[str, ...]:
        """The same of the claim that stands at a place of `told`."""
        return self._same[self.told[place].claim]

    def nearest(self, text: str, vectors: Sequence[Vector] = (), most: int = 5) -> list[Near]:
        """The claims that a text may mean, the likeliest first. `vectors` are those of the text, put in one or more ways."""
        side = _side(text)
        found = []
        for item in self.compare(text, vectors)[:most]:
            first, *also = self.alike(item)
            score = 1 / (1 + exp(min(50.0, self.weights.even - item.sum)))
            reasons = tuple(self._reasons(side, item))
            found.append(Near(first, self.told[item.nearest].text, round(score, 4), reasons, tuple(also)))
        return found

    def compare(self, text: str, vectors: Sequence[Vector] = (), *, without: str = "") -> list[Compared]:
        """The claims that words or vectors bring near a text, the likeliest first; those that are told in the same words are one.

        `without`: other wordings that read so do not count, as when the text itself is a known one.
        """
        if not self.told:
            return []
        side = _side(text)
        mine = side.wording
        words = self._words.scores(mine.terms)
        speaker = self._words.scores(mine.speaker - set(mine.terms))
        families = self._families.scores(map(family, mine.terms))
        meaning, headlines = _cosines(self._vectors, vectors), _cosines(self._headlines, vectors)
        first = (words + speaker) / MUCH["words"] + MEANING_BESIDE_WORDS * (meaning + headlines) / 2
        values = np.array(self.weights.values)
        shared = np.array([0.0 if sign in OF_ITS_OWN else value for sign, value in zip(SIGNS, values, strict=False)])
        columns = (words, families, speaker, meaning, headlines)
        asked = self._meant(text) if self._meant is not None else None

        def signs_of(place: int, own: int) -> tuple[float, ...]:
            met = UNMET
            if place == own and asked is not None and self._meant is not None:
                met = meet(asked, self._meant(self.told[place].text), self._words.rarity)
            likeness = Likeness(*(float(column[place]) for column in columns))
            return find_signs(side, self._sides[place], likeness, self._words.rarity, met)

        found = []
        counting = [place for place in _highest(first, MOST_COMPARED) if self._counts(place, without)]
        for claim in dict.fromkeys(self.alike_at(place)[0] for place in counting):
            own = self._own[claim]
            others = [place for place in self._others.get(claim, ()) if self._counts(place, without)]
            others = sorted(others, key=lambda place: (-first[place], place))[:MOST_OTHERS]
            signs = {place: signs_of(place, own) for place in (own, *others)}
            nearest = max(signs, key=lambda place: float(shared @ np.array(signs[place])))
            counted = join_signs(signs[own], [signs[place] for place in others])
            found.append(Compared(own, nearest, signs[nearest], counted, float(values @ np.array(counted))))
        return sorted(found, key=lambda item: (-item.sum, item.place))

    def _counts(self, place: int, without: str) -> bool:
        return not without or self.told[place].text != without or self._own[self.alike_at(place)[0]] == place

    def _reasons(self, text: Side, item: Compared) -> Iterator[str]:
        """What counted most, in words."""
        claim = self._sides[item.nearest]
        counted = sorted(
            zip(SIGNS, item.nearest_signs, self.weights.values[: len(SIGNS)], strict=True),
            key=lambda one: -abs(one[1] * one[2]),
        )
        shared = sorted(claim.terms & text.terms, key=lambda term: (-self._words.rarity(term), term))
        said: dict[str, None] = {}
        for sign, value, weight in counted:
            if abs(value * weight) < LEAST_REASON:
                break
            reason = _reason(sign, value, weight, shared, text.wording, claim.wording)
            if reason:
                said.setdefault(reason)
        yield from list(said)[:MOST_REASONS]


def _reason(sign: str, value: float, weight: float, shared: Sequence[str], text: Wording, claim: Wording) -> str:
    if "meaning" in sign:
        return f"the meanings are near (cosine {value:.2f})" if sign == "best meaning" else ""
    if sign in ("best words met", "claim met", "text met"):
        return ""
    if sign == "of a post":
        return "it speaks of a post, and this is one" if value else ""
    if sign == "speaker":
        return (
            f"it speaks of {', '.join(sorted(text.speaker & set(claim.terms))[:MOST_NAMED])}, who wrote it"
            if value
            else ""
        )
    if sign == "names":
        named = sorted(claim.names & (set(text.terms) | text.speaker))
        return f"both name {', '.join(named[:MOST_NAMED])}" if named else ""
    if sign == "number":
        return (
            f"both have the number {', '.join(sorted(text.numbers & claim.numbers)[:MOST_NAMED])}"
            if text.numbers & claim.numbers
            else ""
        )
    if sign == "other number":
        return (
            f"but only one has the number {', '.join(sorted(claim.numbers - text.numbers)[:MOST_NAMED])}"
            if weight < 0
            else ""
        )
    if sign in ("year", "month"):
        return f"both are of one {sign}"
    own = [term for term in shared if term in claim.terms]
    if own:
        return f"both speak of {', '.join(own[:MOST_NAMED])}"
    return f"its headline speaks of {', '.join(shared[:MOST_NAMED])}" if shared else ""


def _told_alike(told: Sequence[Told]) -> dict[str, tuple[str, ...]]:
    """For each claim, all that are told in its words, in order, itself among them. The first wording of a claim is its own."""
    own: dict[str, str] = {}
    for item in told:
        own.setdefault(item.claim, plain(item.text))
    alike: dict[str, list[str]] = {}
    for claim, words in own.items():
        alike.setdefault(words, []).append(claim)
    return {claim: tuple(alike[words]) for claim, words in own.items()}


def _by_claim(told: Sequence[Told], same: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, int], dict[str, list[int]]]:
    """For the first of the claims that are told alike: the place of its own wording, and of what else is known of any of them."""
    own: dict[str, int] = {}
    others: dict[str, list[int]] = {}
    seen: set[str] = set()
    for place, item in enumerate(told):
        first = same[item.claim][0]
        if item.claim in seen:
            others.setdefault(first, []).append(place)
        seen.add(item.claim)
        own.setdefault(first, place)
    return own, others


def _side(text: str) -> Side:
    return Side.of(read_wording(text), read_wording(""))


def _terms(side: Side) -> list[str]:
    return [*side.wording.terms, *side.headline.terms, *side.wording.speaker]


def _stack(vectors: Sequence[Vector | None]) -> npt.NDArray[np.float32]:
    """The vectors as rows, noughts where there is none."""
    width = next((len(vector) for vector in vectors if vector is not None), 0)
    rows = np.zeros((len(vectors), width), np.float32)
    for row, vector in zip(rows, vectors, strict=True):
        if vector is not None:
            row[:] = vector
    return rows


def _cosines(rows: npt.NDArray[np.float32], vectors: Sequence[Vector]) -> Scores:
    """The mean over a text's vectors of their cosines with every row."""
    if not vectors or not rows.shape[1]:
        return np.zeros(len(rows))
    mean: Scores = (rows @ np.stack(vectors).T).mean(axis=1, dtype=np.float64)
    return mean


def _highest(scores: Scores, most: int) -> list[int]:
    """Places of the highest scores, in the order of the places."""
    if len(scores) <= most:
        return list(range(len(scores)))
    return sorted(np.argsort(-scores, kind="stable")[:most].tolist())
