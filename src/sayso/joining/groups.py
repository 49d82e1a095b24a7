"""Appearances put together one pair at a time, the surest first; a pair that something speaks against stays apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.domain.joined_party import Join, JoinedBy
from sayso.joining.appearing import Facts
from sayso.persons import ages_differ, agree_in_full

OVERRULING = frozenset({JoinedBy.JUDGEMENT, JoinedBy.REGISTRY})
"""What joins two names of one text as well."""


@dataclass(frozen=True, slots=True)
class Against:
    """What speaks against one party: why, and whether a question is left."""

    why: str
    open: bool


@dataclass(slots=True)
class Group:
    """Appearances that are one party so far, by their places in the list."""

    members: list[int]
    documents: set[str] = field(default_factory=set)
    registry: set[str] = field(default_factory=set)
    ages: list[tuple[int, int | None]] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)
    full: set[str] = field(default_factory=set)
    """Keys of names of more than one word, of bodies."""
    apart: set[int] = field(default_factory=set)
    joins: list[Join] = field(default_factory=list)


class Groups:
    """The groups of a store's appearances; `apart` are pairs that an analyst holds to be two."""

    def __init__(
        self, items: Sequence[Facts], apart: Iterable[tuple[int, int]] = (), full: Mapping[int, set[str]] | None = None
    ) -> None:
        self.items = items
        self._of: list[Group] = [self._alone(index, (full or {}).get(index, set())) for index in range(len(items))]
        for one, other in apart:
            self._of[one].apart.add(other)
            self._of[other].apart.add(one)

    def _alone(self, index: int, full: set[str]) -> Group:
        item = self.items[index]
        candidate = item.shown.candidate
        return Group(
            [index],
            {item.shown.document} if item.shown.names else set(),
            {candidate.id} if candidate is not None else set(),
            [(item.age, item.year)] if item.age is not None else [],
            {item.sounds} if item.person and len(item.sounds) > 1 else set(),
            set(full),
        )

    def of(self, index: int) -> Group:
        """The group of an appearance."""
        return self._of[index]

    def all(self) -> list[Group]:
        """Every group once, in the order of their first members."""
        return list({id(group): group for group in self._of}.values())

    def join(self, one: int, other: int, by: JoinedBy, why: str, score: float) -> bool:
        """Make two appearances' groups one, unless something speaks against it; whether they are one now."""
        kept, merged = self._of[one], self._of[other]
        if kept is merged:
            return True
        if self.against(kept, merged, by) is not None:
            return False
        if len(merged.members) > len(kept.members):
            kept, merged = merged, kept
        kept.members += merged.members
        kept.documents |= merged.documents
        kept.registry |= merged.registry
        kept.ages += merged.ages
        kept.names |= merged.names
        kept.full |= merged.full
        kept.apart |= merged.apart
        first, second = sorted((one, other))
        kept.joins += [*merged.joins, Join(self.items[first].shown.id, self.items[second].shown.id, by, why, score)]
        for index in merged.members:
            self._of[index] = kept
        return True

    def against(self, one: Group, other: Group, by: JoinedBy | None = None) -> Against | None:
        """What speaks against two groups' being one party."""
        if one.apart.intersection(other.members):
            return Against("an analyst says that they are two", open=False)
        if by is JoinedBy.JUDGEMENT:
            return None
        if one.registry and other.registry and one.registry.isdisjoint(other.registry):
            return Against("the registry knows them as two", open=False)
        if by not in OVERRULING and not one.documents.isdisjoint(other.documents):
            return Against("one text speaks of both", open=False)
        if not _names_agree(one.names, other.names):
            return Against("the names differ", open=False)
        for age, year in one.ages:
            for second, then in other.ages:
                if ages_differ(age, year, second, then):
                    return Against(f"the ages {age} and {second} differ", open=True)
        return None


def _names_agree(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    return all(agree_in_full(left, right) for left in one for right in other)
