"""Who is only called by an office of a body ("the mayor of Polje"): the one person whom texts of that time and country call so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.domain.document import day_of
from sayso.domain.joined_party import JoinedBy
from sayso.joining.appearing import Facts
from sayso.joining.groups import Group, Groups

SURE, IN_DOUBT = 0.7, 0.6
"""How sure it is that an office without a name is its one holder: where both texts name one country, and where a text names none."""
IN_OFFICE = 366
"""Days between two texts after which an office's holder without a name may be another."""
MOST_NEAR = 100
"""Texts before and after that are looked at, the nearest in time: with it, time grows with the number of texts alone."""

Office = frozenset[str]


class Holders:
    """The persons of a store by the offices that texts give them."""

    def __init__(self, groups: Groups, people: Iterable[int]) -> None:
        self._groups = groups
        self._dated: dict[Office, list[tuple[int, int]]] = defaultdict(list)
        for index in people:
            day = _day(groups.items[index])
            for office in groups.items[index].offices if day is not None else ():
                self._dated[office].append((day or 0, index))
        for dated in self._dated.values():
            dated.sort()

    def join(self) -> None:
        """Join everybody without a name to the one person who is called so, or else to others called so."""
        items = self._groups.items
        for office, index in self._nameless():
            near = self._near(office, index)
            named = self._named(near)
            if len(named) > 1:
                continue
            pool = set(named[0].members) if named else set(near)
            first = next((other for other in near if other in pool), None)
            if first is None:
                continue
            score = SURE if items[first].countries & items[index].countries else IN_DOUBT
            why = f"both are “{items[index].offices[office]}”, a year apart at most"
            self._groups.join(first, index, JoinedBy.OFFICE, why, score)

    def open(self) -> Iterator[tuple[int, Group]]:
        """Each one without a name with everybody who can be meant, where several can."""
        for office, index in self._nameless():
            named = self._named(self._near(office, index))
            if len(named) > 1 and self._groups.of(index) not in named:
                yield from ((index, group) for group in named)

    def _nameless(self) -> Iterator[tuple[Office, int]]:
        for office, dated in self._dated.items():
            for _, index in dated:
                if not self._groups.items[index].sounds:
                    yield office, index

    def _near(self, office: Office, index: int) -> list[int]:
        """Others called so in texts of the time and country, in order of time."""
        dated = self._dated[office]
        day = _day(self._groups.items[index]) or 0
        at = bisect_left(dated, (day, index))
        low = max(bisect_left(dated, (day - IN_OFFICE, -1)), at - MOST_NEAR)
        high = min(bisect_right(dated, (day + IN_OFFICE, len(self._groups.items))), at + MOST_NEAR)
        return [other for _, other in dated[low:high] if other != index and self._may_be_one(index, other)]

    def _may_be_one(self, index: int, other: int) -> bool:
        one, second = self._groups.items[index], self._groups.items[other]
        if one.countries and second.countries and one.countries.isdisjoint(second.countries):
            return False
        known = [item.shown.candidate.id for item in (one, second) if item.shown.candidate is not None]
        return len(set(known)) < 2

    def _named(self, indices: Sequence[int]) -> list[Group]:
        """The groups of those with a name, each once."""
        named = (index for index in indices if self._groups.items[index].sounds)
        return list({id(self._groups.of(index)): self._groups.of(index) for index in named}.values())


def _day(item: Facts) -> int | None:
    day = day_of(item.shown.published)
    return None if day is None else day.toordinal()
