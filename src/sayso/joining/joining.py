"""Appearances in many documents → parties, each with why it is one, and a question where two may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.attribution import PartyKind
from sayso.domain.joined_party import Appearance, Doubt, JoinedBy, JoinedParty
from sayso.joining.appearing import Facts, is_general
from sayso.joining.bodies import by_acronym, full_keys, join_bodies, long_forms, short_names
from sayso.joining.groups import Group, Groups
from sayso.joining.holders import Holders
from sayso.joining.people import join_people
from sayso.joining.shared_names import shares_of
from sayso.persons import agree_in_full

NAMED_BY_ANALYST = 0.9
MOST_DOUBTS = 3
"""Questions that are told of one party: of a name that forty people bear, the first three."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What analysts decided: pairs of appearances, by their ids, that are one party or two; an id that is not there counts for nothing."""

    one: Sequence[tuple[str, str]] = ()
    two: Sequence[tuple[str, str]] = ()


def join_parties(items: Sequence[Facts], judged: Judged | None = None) -> list[JoinedParty]:
    """The parties of all these appearances; those that are quoted most come first."""
    judged = judged or Judged()
    places = {item.shown.id: index for index, item in enumerate(items)}
    apart = [(places[a], places[b]) for a, b in judged.two if a in places and b in places]
    people = [index for index, item in enumerate(items) if item.person]
    bodies = [index for index, item in enumerate(items) if not item.person and item.shown.kind is not PartyKind.UNKNOWN]
    groups = Groups(items, apart, {index: full_keys(items[index]) for index in bodies})
    for one, other in judged.one:
        if one in places and other in places:
            groups.join(places[one], places[other], JoinedBy.JUDGEMENT, "an analyst says that they are one", 1.0)
    _join_known(groups)
    common = shares_of(items)
    join_people(groups, people, common)
    holders = Holders(groups, people)
    holders.join()
    join_bodies(groups, bodies, common)
    _join_named_by_analyst(groups)
    doubts: dict[int, dict[int, str]] = defaultdict(dict)
    for left, right, question in _doubts(groups, people, bodies, holders):
        doubts[left].setdefault(right, question)
        doubts[right].setdefault(left, question)
    return _parties(groups, doubts)


def _join_known(groups: Groups) -> None:
    """Who is the same in the registry is one: by name, or as an office's holder on the documents' days."""
    known: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(groups.items):
        if item.shown.candidate is not None:
            known[item.shown.candidate.id].append(index)
    for members in known.values():
        members.sort(key=lambda index: -_sure(groups.items[index]))
        for index in members[1:]:
            one, other = groups.items[members[0]].shown.candidate, groups.items[index].shown.candidate
            assert one is not None and other is not None
            why = f"both are {one.name} in the registry: {one.why}" + (f"; {other.why}" if other.why != one.why else "")
            groups.join(members[0], index, JoinedBy.REGISTRY, why, min(one.score, other.score))


def _sure(item: Facts) -> float:
    return item.shown.candidate.score if item.shown.candidate is not None else 0.0


def _join_named_by_analyst(groups: Groups) -> None:
    """Who an analyst says said it joins the one party of that name."""
    by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(groups.items):
        if item.sounds:
            by_name[item.sounds].append(index)
    for index, item in enumerate(groups.items):
        if item.shown.kind is PartyKind.UNKNOWN and item.sounds:
            bearers = {id(groups.of(other)): other for other in by_name[item.sounds] if other != index}
            if len(bearers) == 1:
                first = next(iter(bearers.values()))
                groups.join(first, index, JoinedBy.NAME, f"an analyst says that it was {item.shown.name}", NAMED_BY_ANALYST)  # fmt: skip


# questions


def _doubts(
    groups: Groups, people: Sequence[int], bodies: Sequence[int], holders: Holders
) -> Iterator[tuple[int, int, str]]:
    """Pairs of groups, by the number of each, that may be one, each with its question."""
    yield from _namesakes(groups, people)
    for index, group in holders.open():
        words = groups.items[index].shown.words
        yield id(groups.of(index)), id(group), f"Is “{words}” {_name(groups, group)}? More than one person is called so."  # fmt: skip
    known = by_acronym(groups, bodies)
    for index, name in short_names(groups, bodies):
        meant = [group for group in long_forms(groups, known, index, name) if group is not groups.of(index)]
        for group in meant:
            why = f"It can be short for {len(meant)} bodies here" if len(meant) > 1 else "Both texts name nobody else in full"  # fmt: skip
            yield id(groups.of(index)), id(group), f"Is {name} {_name(groups, group)}? {why}."
    yield from _general(groups, bodies)


def _namesakes(groups: Groups, people: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    by_surname: dict[str, dict[int, Group]] = defaultdict(dict)
    for index in people:
        if len(groups.items[index].sounds) > 1:
            by_surname[groups.items[index].sounds[-1]][id(groups.of(index))] = groups.of(index)
    for found in by_surname.values():
        for one, other in _pairs(list(found.values())):
            if not any(agree_in_full(a, b) for a in one.names for b in other.names):
                continue
            against = groups.against(one, other)
            if against is not None and not against.open:
                continue
            names = " and ".join(dict.fromkeys((_name(groups, one), _name(groups, other))))
            ends = f"; {against.why}" if against is not None else "; nothing but the name tells that they are"
            yield id(one), id(other), f"Are they one? {names}: {_who(groups, one)}; {_who(groups, other)}{ends}."


def _general(groups: Groups, bodies: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    by_name: dict[tuple[str, ...], dict[int, Group]] = defaultdict(dict)
    for index in bodies:
        item = groups.items[index]
        if len(item.sounds) > 1 and is_general(item.shown.name):
            by_name[item.sounds][id(groups.of(index))] = groups.of(index)
    for found in by_name.values():
        for one, other in _pairs(list(found.values())):
            if groups.against(one, other) is None:
                yield id(one), id(other), f"Are they one? Bodies of many countries are called {_name(groups, one)}, and no country or other body is named in both texts."  # fmt: skip


def _pairs(found: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    """Each group with the next ones, so that the number of questions stays within bounds."""
    for place, one in enumerate(found):
        for other in found[place + 1 : place + 1 + MOST_DOUBTS]:
            yield one, other


def _name(groups: Groups, group: Group) -> str:
    return max((groups.items[index].shown for index in group.members), key=lambda shown: len(shown.name)).name


def _who(groups: Groups, group: Group) -> str:
    first = groups.items[min(group.members)].shown
    where = first.outlet or first.document
    told = first.why if first.why is not None and not first.why.startswith("nothing in the text") else "not introduced"
    return f"{told} ({where})"


# what comes of it


def _parties(groups: Groups, doubts: Mapping[int, Mapping[int, str]]) -> list[JoinedParty]:
    appearances: dict[int, tuple[Appearance, ...]] = {}
    orders: dict[int, int] = {}
    for group in groups.all():
        members = sorted(group.members, key=lambda index: (groups.items[index].order, index))
        appearances[id(group)] = tuple(groups.items[index].shown for index in members)
        orders[id(group)] = members[0]
    found = []
    for group in groups.all():
        shown = appearances[id(group)]
        asked = [Doubt(appearances[other][0].id, text) for other, text in doubts.get(id(group), {}).items()]
        found.append((orders[id(group)], JoinedParty(shown, tuple(group.joins), tuple(asked[:MOST_DOUBTS]))))
    found.sort(key=lambda item: (-len(item[1].quoted), item[0]))
    return [party for _, party in found]
