"""The weighing itself: all names of a text at once, as arrays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.domain.place import KnownPlace, NameKind, PlaceKind
from sayso.extract.places.weights import Weights

Numbers = NDArray[np.float64]
ROUNDS = 4
KEPT = 12
"""Candidates of a name that are held against all others by distance, the likeliest by everything else."""
_SMALL = 100_000
"""People of a town below which it is hardly meant where a country has its name: Russia, Ohio, has 700."""
_LARGE = 500_000
"""People of a town from which it is the one that is meant where the text speaks of its country."""
_EARTH = 6371.0
_WIDER = {PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.LAND, PlaceKind.WATER}
_SPOTS = {PlaceKind.TOWN, PlaceKind.DISTRICT}


@dataclass(frozen=True, slots=True)
class Named:
    """One name: its bearers, the rows of areas named beside it, whether it is one of several counties, how often it stands there."""

    words: str
    places: Sequence[KnownPlace]
    holders: frozenset[int]
    among_counties: bool
    times: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Weight:
    """A bearer's share of belief, and what it rests on: support by others that lie near, in its area, in its country."""

    share: float
    beside: bool
    near: float
    in_area: float
    in_country: float
    largest: bool


def weigh(names: Sequence[Named], home: Sequence[Sequence[KnownPlace]], weights: Weights) -> list[list[Weight]]:
    """For each name the weight of each of its bearers."""
    if not names:
        return []
    every = [*(name.places for name in names), *home]
    group = np.repeat(np.arange(len(every)), [len(places) for places in every])
    flat = [place for places in every for place in places]
    own = np.zeros(len(flat))  # of the outlet's home nothing is asked
    told = _countries_told(names)
    scores = [_own(place, name, weights, told) for name in names for place in name.places]
    own[: len(scores)] = scores
    times = np.array([_times(name) for name in names] + [weights.home] * len(home))
    context = _Context(flat, group, times)
    own += _same_name(names, flat, own, weights, len(flat))
    near = in_area = in_country = np.zeros(len(flat))
    belief = context.shares(own)
    for turn in range(ROUNDS):
        in_country, in_area = context.within(belief)
        score = own + weights.in_country * np.log1p(in_country) + weights.in_area * np.log1p(in_area)
        if turn == 0:
            context.keep(score)
        near = context.near(belief, weights.reach)
        belief = context.shares(score + weights.near * np.log1p(near))
    found = []
    at = 0
    for name in names:
        most = max((place.population for place in name.places), default=0)
        found.append(
            [
                Weight(
                    float(belief[at + i]), bool(name.holders) and _is_held(place, name.holders), float(near[at + i]),
                    float(in_area[at + i]), float(in_country[at + i]), place.population == most,
                )
                for i, place in enumerate(name.places)
            ]
        )  # fmt: skip
        at += len(name.places)
    return found


def _times(name: Named) -> float:
    return min(2.0, math.sqrt(name.times)) * (1.0 if name.whole else 0.5)


def _countries_told(names: Sequence[Named]) -> frozenset[int]:
    """The countries that a text speaks of beyond doubt: whose people or adjective it names ("Polish"), whatever else is called Poland."""
    return frozenset(
        name.places[0].number
        for name in names
        if name.places and name.places[0].kind is PlaceKind.COUNTRY and name.places[0].known_as is NameKind.ADJECTIVE
    )


def _own(place: KnownPlace, name: Named, weights: Weights, told: frozenset[int]) -> float:
    """What a bearer has without the others, but for the countries that the text tells of."""
    score = weights.people * math.log10(place.population + 100)
    if place.kind is PlaceKind.COUNTRY:
        score += weights.country
    elif place.kind is PlaceKind.AREA:
        score += weights.area
    elif place.kind is PlaceKind.DISTRICT:
        score += weights.district
    elif place.kind in _WIDER:
        score += weights.wider
    if place.known_as is NameKind.OTHER:
        score += weights.other + weights.other_beside_own * any(p.known_as is NameKind.NAME for p in name.places)
    elif place.known_as is NameKind.BARE:
        score += weights.bare
    if place.population < _SMALL and any(
        p.kind is PlaceKind.COUNTRY and p.known_as is NameKind.NAME for p in name.places
    ):
        score += weights.small_beside_country
    if told and not (name.holders and _is_held(place, name.holders)):
        if any(p.kind is PlaceKind.COUNTRY and p.number in told for p in name.places):
            score += weights.small_beside_country_told if place.population < _SMALL else 0.0
        elif place.kind is PlaceKind.TOWN and place.population >= _LARGE and place.country in told:
            score += weights.large_in_country_told
    if name.among_counties and place.kind is PlaceKind.DISTRICT:
        score += weights.among_counties
    if name.holders and _is_held(place, name.holders):
        score += weights.beside
    return score


def _is_held(place: KnownPlace, holders: frozenset[int]) -> bool:
    return place.number not in holders and not holders.isdisjoint((place.country, place.area, place.district))


def _same_name(
    names: Sequence[Named], flat: Sequence[KnownPlace], own: Numbers, weights: Weights, length: int
) -> Numbers:
    """A name that once has its area beside it means that place where it stands alone, too."""
    told: dict[str, int] = {}
    at = 0
    for name in names:
        if name.holders and name.places:
            best = at + int(np.argmax(own[at : at + len(name.places)]))
            told.setdefault(name.words, flat[best].number)
        at += len(name.places)
    bonus = np.zeros(length)
    at = 0
    for name in names:
        number = told.get(name.words)
        if number is not None and not name.holders:
            for i, place in enumerate(name.places):
                if place.number == number:
                    bonus[at + i] = weights.same_name
        at += len(name.places)
    return bonus


class _Context:
    """All bearers of all names, and how each is supported by what the other names seem to mean."""

    def __init__(self, flat: Sequence[KnownPlace], group: NDArray[np.int64], times: Numbers) -> None:
        self._group, self._times = group, times
        self._starts = np.searchsorted(group, np.arange(len(times)))
        self._country, self._area = (
            np.unique([-1 if row is None else row for row in rows], return_inverse=True)
            for rows in ([place.country for place in flat], [place.area for place in flat])
        )
        latitude, longitude = np.radians([p.latitude for p in flat]), np.radians([p.longitude for p in flat])
        self._points = np.stack(
            [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
        )
        self._spot = np.array([place.kind in _SPOTS for place in flat])
        self._kept = np.arange(len(flat))

    def shares(self, score: Numbers) -> Numbers:
        """Scores of a name's bearers → shares that add up to one."""
        highest = np.maximum.reduceat(score, self._starts)[self._group]
        weight = np.exp(score - highest)
        return np.asarray(weight / np.add.reduceat(weight, self._starts)[self._group])

    def within(self, belief: Numbers) -> tuple[Numbers, Numbers]:
        """How much of what the other names mean lies in each one's country and area."""
        mass = belief * self._times[self._group]
        return self._shared(self._country, mass), self._shared(self._area, mass)

    def _shared(self, rows: tuple[NDArray[np.int64], NDArray[np.int64]], mass: Numbers) -> Numbers:
        values, place = rows
        table = np.zeros((len(self._times), len(values)))
        np.add.at(table, (self._group, place), mass)
        support = table.sum(axis=0)[place] - table[self._group, place]
        support[values[place] == -1] = 0.0
        return np.asarray(support)

    def keep(self, score: Numbers) -> None:
        """From now on only the likeliest `KEPT` of each name are held against all others by distance."""
        order = np.lexsort((-score, self._group))
        rank = np.arange(len(order)) - self._starts[self._group[order]]
        self._kept = np.sort(order[(rank < KEPT) & self._spot[order]])
        points = self._points[self._kept]
        apart = 2 * _EARTH * np.arcsin(np.sqrt(np.clip((1 - points @ points.T) / 2, 0, 1)))
        self._apart = np.where(self._group[self._kept][:, None] == self._group[self._kept][None, :], np.inf, apart)

    def near(self, belief: Numbers, reach: float) -> Numbers:
        """How much of what the other names mean lies within some `reach` kilometres."""
        found = np.zeros(len(belief))
        if len(self._kept):
            found[self._kept] = np.exp(-self._apart / reach) @ (belief * self._times[self._group])[self._kept]
        return found
