"""Which persons of several documents are one: whoever shares something by the rule of `sayso.persons`, found without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.domain.joined_party import JoinedBy
from sayso.joining.appearing import Facts
from sayso.joining.groups import Groups
from sayso.joining.shared_names import COMMON, TELLING
from sayso.persons import Key, keys, may_be_one, reason


def join_people(groups: Groups, people: Sequence[int], common: Mapping[str, float]) -> None:
    """Join whatever has a reason, the surest reason first; `common` as `shares_of` has it."""
    items = groups.items
    reasons = sorted(_reasons(items, people, common), key=lambda found: (-found[0], found[2], found[3]))
    for score, by, one, other, why in reasons:
        groups.join(one, other, by, why, score)


Reason = tuple[float, JoinedBy, int, int, str]


def _reasons(items: Sequence[Facts], people: Sequence[int], common: Mapping[str, float]) -> Iterator[Reason]:
    """Pairs of appearances with what they share; of many that share one thing, each with the first of its name and with the one before it."""
    buckets: dict[Key, list[int]] = defaultdict(list)
    for index in people:
        for key in keys(items[index], _telling(items[index], common)):
            buckets[key].append(index)
    for key, members in buckets.items():
        firsts: list[int] = []
        for place, index in enumerate(members):
            before = dict.fromkeys((*firsts, *members[max(0, place - 1) : place]))
            known = [first for first in before if may_be_one(key[0], items[first], items[index])]
            for first in known:
                if (found := reason(key, items[first], items[index])) is not None:
                    yield (*found[:2], first, index, found[2])
            if not known or not any(items[first].sounds == items[index].sounds for first in known):
                firsts.append(index)


def _telling(item: Facts, common: Mapping[str, float]) -> Callable[[str], bool]:
    """Whether another party's name tells people apart in this store, beside the person's own."""
    own = common.get(" ".join(item.sounds), 0.0)

    def tells(name: str) -> bool:
        share = common.get(name, 0.0)
        return share <= COMMON or share <= TELLING * own

    return tells
