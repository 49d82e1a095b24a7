"""Which bodies, documents and governments of several documents are one: by name in any spelling, and by acronym where it is one body's.

A name that many countries have a body of ("the interior ministry") needs a country or a body in common besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.attribution import PartyKind
from sayso.domain.joined_party import JoinedBy
from sayso.extract.names import acronyms
from sayso.joining.appearing import Facts, is_general
from sayso.joining.groups import Group, Groups
from sayso.joining.shared_names import shared_name
from sayso.languages.words import load_words
from sayso.registry.spelling import sounds
from sayso.tracing.bodies import body_key, generic

SAME_NAME, OTHER_ORDER, OTHER_SPELLING, SHORT, GENERAL = 0.9, 0.85, 0.8, 0.8, 0.7
"""How sure a name makes it: letter by letter, with its words in another order, by sound; by acronym; one that many countries' bodies bear."""
LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class _Name:
    index: int
    name: str


def full_keys(item: Facts) -> set[str]:
    """The keys of those of its names that have more than one word: two bodies with none in common are two, whatever their acronyms."""
    return {body_key(name) for name in item.shown.names if " " in name}


def join_bodies(groups: Groups, bodies: Sequence[int], common: Mapping[str, float]) -> None:
    """Join bodies by their names; those by acronym last, where both texts name somebody else besides."""
    _join_names(groups, bodies)
    acronyms_of = by_acronym(groups, bodies)
    for index, name in short_names(groups, bodies):
        known = long_forms(groups, acronyms_of, index, name)
        for first in known[0].members if len(known) == 1 else ():
            one = groups.items[first]
            if shared := shared_name(one, groups.items[index], common):
                why = (
                    f"{name} is short for {one.shown.name} and for no other body here, and both texts speak of {shared}"
                )
                groups.join(first, index, JoinedBy.ACRONYM, why, SHORT)
                break


def _join_names(groups: Groups, bodies: Sequence[int]) -> None:
    buckets: dict[str, list[_Name]] = defaultdict(list)
    for index in bodies:
        for name in groups.items[index].shown.names:
            for key in _keys(groups.items[index], name):
                buckets[key].append(_Name(index, name))
    for members in buckets.values():
        firsts: list[_Name] = []
        for place, second in enumerate(members):
            before = dict.fromkeys((*firsts, *members[max(0, place - 1) : place]))
            done = [_join(groups, first, second) for first in before]
            if not any(done):
                firsts.append(second)


def _keys(item: Facts, name: str) -> set[str]:
    """Under which names that are one meet. A single word is compared within one kind: "Varnholt" is a town, a firm and a person."""
    words = sounds(name)
    if len(words) > 1:
        return {" ".join(words), f"body {body_key(name)}"}
    if not words or len(words[0]) < 2 or (name.lower() in generic() and not name.isupper()):
        return set()
    known = load_words("en").bodies
    meant = known.get(name.lower()) or known.get(f"{name.lower()}.")
    return {f"{item.shown.kind} {words[0]}"} | ({f"body {body_key(meant)}"} if meant is not None else set())


def _join(groups: Groups, first: _Name, second: _Name) -> bool:
    if groups.of(first.index) is groups.of(second.index):
        return True
    one, other = groups.items[first.index], groups.items[second.index]
    if _is_short(first.name) or _is_short(second.name):
        full = groups.of(first.index).full, groups.of(second.index).full
        if full[0] and full[1] and full[0].isdisjoint(full[1]):
            return False
    if is_general(first.name) or is_general(second.name):
        shared = _shared(one, other)
        if shared is None:
            return False
        called = " and ".join(dict.fromkeys((first.name, second.name)))
        why, score = f"both are called {called}, and both texts speak of {shared}", GENERAL
        return groups.join(first.index, second.index, JoinedBy.NAME, why, score)
    if first.name.lower() == second.name.lower():
        why, by, score = f"both are called {second.name}", JoinedBy.NAME, SAME_NAME
    elif sounds(first.name) == sounds(second.name):
        why, by, score = f"{first.name} and {second.name} are one name in two spellings", JoinedBy.SPELLING, OTHER_SPELLING  # fmt: skip
    else:
        why, by, score = f"{first.name} and {second.name} are one name in other words", JoinedBy.NAME, OTHER_ORDER
    return groups.join(first.index, second.index, by, why, score)


def _shared(one: Facts, other: Facts) -> str | None:
    """What tells that two bodies of a general name are one: no country that only one text has, and a country or a body that both have."""
    if one.countries or other.countries:
        return "one country" if one.countries & other.countries else None
    both = sorted(key for key in one.bodies if key in other.bodies and not is_general(one.bodies[key]))
    return one.bodies[both[0]] if both else None


def _is_short(name: str) -> bool:
    return name.isupper() and name.isalpha() and 2 <= len(name) <= LONGEST_ACRONYM


def short_names(groups: Groups, bodies: Sequence[int]) -> list[tuple[int, str]]:
    """Bodies that their texts call by an acronym alone."""
    found = []
    for index in bodies:
        names = groups.items[index].shown.names
        if names and all(map(_is_short, names)) and groups.items[index].shown.kind is not PartyKind.PLACE_FOR_GOVERNMENT:  # fmt: skip
            found.append((index, names[0]))
    return found


def by_acronym(groups: Groups, bodies: Sequence[int]) -> dict[str, list[int]]:
    """Bodies with a name of several words, by the acronyms that it can have, in small letters."""
    found: dict[str, list[int]] = defaultdict(list)
    for index in bodies:
        for name in groups.items[index].shown.names:
            for short in acronyms(name) if " " in name else ():
                found[short].append(index)
    return found


def long_forms(groups: Groups, known: Mapping[str, Sequence[int]], index: int, name: str) -> list[Group]:
    """The groups of bodies with a name that an acronym can be short for; none where its own group has a full name already."""
    if groups.of(index).full:
        return []
    return list({id(groups.of(other)): groups.of(other) for other in known.get(name.lower(), ())}.values())
