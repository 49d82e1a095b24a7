"""Which persons of several documents are one: by the registry, or by the full name and something else that both texts have.

The name alone joins nobody. Two private persons need what `sayso.privacy` asks for: an age, an introduction, or another party in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.domain.joined_party import JoinedBy
from sayso.joining.appearing import Facts
from sayso.joining.groups import Groups, agree_in_full
from sayso.joining.shared_names import COMMON, TELLING

OFFICE, SURNAME_AND_OFFICE, INTRODUCED, AGE, PERSON, BODY, PLACE = 0.9, 0.8, 0.85, 0.85, 0.8, 0.75, 0.7
"""How sure it is that two of one full name are one person, by what else agrees; the second is for a surname without a given name."""

Key = tuple[str, ...]


def join_people(groups: Groups, people: Sequence[int], common: Mapping[str, float]) -> None:
    """Join whatever has a reason, the surest reason first; `common` as `shares_of` has it."""
    items = groups.items
    reasons = sorted(_reasons(items, people, common), key=lambda reason: (-reason[0], reason[2], reason[3]))
    for score, by, one, other, why in reasons:
        groups.join(one, other, by, why, score)


Reason = tuple[float, JoinedBy, int, int, str]


def _reasons(items: Sequence[Facts], people: Sequence[int], common: Mapping[str, float]) -> Iterator[Reason]:
    """Pairs of appearances with what they share; of many that share one thing, each with the first of its name and with the one before it."""
    buckets: dict[Key, list[int]] = defaultdict(list)
    for index in people:
        for key in _keys(items[index], common):
            buckets[key].append(index)
    for key, members in buckets.items():
        firsts: list[int] = []
        for place, index in enumerate(members):
            before = dict.fromkeys((*firsts, *members[max(0, place - 1) : place]))
            known = [first for first in before if _may_be_one(key[0], items[first], items[index])]
            for first in known:
                if (reason := _reason(key, items[first], items[index])) is not None:
                    yield (*reason[:2], first, index, reason[2])
            if not known or not any(items[first].sounds == items[index].sounds for first in known):
                firsts.append(index)


def _keys(item: Facts, common: Mapping[str, float]) -> Iterator[Key]:
    if not item.sounds:
        return
    family = item.sounds[-1]
    if item.public:
        for office in item.offices:
            yield ("office", family, _words(office))
    if len(item.sounds) < 2:
        return
    if item.introduced:
        yield ("introduction", family, item.introduced)
    if item.age is not None:
        yield ("age", family, str(item.age))
        yield ("age", family, str(item.age + 1))
    own = common.get(" ".join(item.sounds), 0.0)
    for what, named in (("body", item.bodies), ("person", item.people)):
        for name in named:
            share = common.get(name, 0.0)
            if share <= COMMON or share <= TELLING * own:
                yield (what, family, name)
    for place in item.near:
        yield ("place", family, place)


def _may_be_one(what: str, one: Facts, other: Facts) -> bool:
    if one.shown.document == other.shown.document:
        return False
    if len(one.sounds) > 1 and len(other.sounds) > 1:
        return agree_in_full(one.sounds, other.sounds)
    return what == "office"


def _reason(key: Key, one: Facts, other: Facts) -> tuple[float, JoinedBy, str] | None:
    what, _, value = key
    name = max(one.shown.name, other.shown.name, key=len)
    if what == "office":
        if one.countries and other.countries and one.countries.isdisjoint(other.countries):
            return None
        full = min(len(one.sounds), len(other.sounds)) > 1
        post = next(post for office, post in one.offices.items() if _words(office) == value)
        return OFFICE if full else SURNAME_AND_OFFICE, JoinedBy.OFFICE, f"both are {name}, “{post}”"
    if what == "introduction":
        if one.offices and other.offices and one.offices.keys().isdisjoint(other.offices):
            return None  # mayor of one town, and of another
        return INTRODUCED, JoinedBy.INTRODUCTION, f"both are {name}, {value}"
    if what == "age":
        return AGE, JoinedBy.AGE, f"both are {name}, aged {one.age} and {other.age}"
    if what == "person":
        return PERSON, JoinedBy.PERSON, f"both are {name}, and both texts speak of {one.people[value]}"
    if what == "body":
        return BODY, JoinedBy.BODY, f"both are {name}, and both texts speak of {one.bodies[value]}"
    if not (one.public or other.public):
        return None
    return PLACE, JoinedBy.PLACE, f"both are {name}, and both texts name {one.near[value]} beside the name"


def _words(office: frozenset[str]) -> str:
    return " ".join(sorted(office))
