"""Two persons of two texts are one where the name agrees in full and something else that tells: never for the name alone.

What tells: an office, the words that introduce them, an age, another party that both texts name in full, and of somebody
public a place beside the name. A party that the registry knows ("Vladimir Putin", "the Interior Ministry") is named in half of all
texts and tells nothing of a private person. Another age speaks against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from sayso.domain.joined_party import JoinedBy
from sayso.registry.spelling import same_given

OFFICE, SURNAME_AND_OFFICE, INTRODUCED, AGE, PERSON, BODY, PLACE = 0.9, 0.8, 0.85, 0.85, 0.8, 0.75, 0.7
"""How sure it is that two of one full name are one person, by what else agrees; the second is for a surname without a given name."""

Key = tuple[str, ...]
"""What, the surname by sound, and the value that two persons share."""
Reason = tuple[float, JoinedBy, str]


class Described(Protocol):
    """A person as one text has him or her. Names are by sound; offices by their words, and as the text has them.

    `bodies`, `people` and `near` are what else the text names (`near`: places beside the name), each by how it is compared and as
    it stands; `widely` are those of them that the registry knows.
    """

    @property
    def document(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def sounds(self) -> tuple[str, ...]: ...
    @property
    def public(self) -> bool: ...
    @property
    def offices(self) -> Mapping[frozenset[str], str]: ...
    @property
    def introduced(self) -> str | None: ...
    @property
    def age(self) -> int | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def bodies(self) -> Mapping[str, str]: ...
    @property
    def people(self) -> Mapping[str, str]: ...
    @property
    def near(self) -> Mapping[str, str]: ...
    @property
    def widely(self) -> frozenset[str]: ...
    @property
    def countries(self) -> frozenset[str]: ...


def keys(item: Described, tells: Callable[[str], bool] = lambda name: True) -> Iterator[Key]:
    """What a person could share with another; `tells`: whether the name of another party tells people apart, where many texts have it."""
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
    for what, named in (("body", item.bodies), ("person", item.people)):
        for name in named:
            if tells(name):
                yield (what, family, name)
    for place in item.near:
        yield ("place", family, place)


def may_be_one(what: str, one: Described, other: Described) -> bool:
    """Whether the names let two be one, who share something of this kind."""
    if one.document == other.document:
        return False
    if len(one.sounds) > 1 and len(other.sounds) > 1:
        return agree_in_full(one.sounds, other.sounds)
    return what == "office"


def agree_in_full(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names, by sound, may be one person's: surname and given name agree."""
    return one[-1] == other[-1] and same_given(one[0], other[0])


def ages_differ(age: int | None, year: int | None, other: int | None, then: int | None) -> bool:
    """Whether two ages, in texts of these years, are no one person's."""
    if age is None or other is None:
        return False
    between = abs(year - then) if year is not None and then is not None else 0
    return abs(age - other) > 1 + between


def reason(key: Key, one: Described, other: Described) -> Reason | None:
    """How sure two are one who share this, by what, and why in words; None where it is not enough."""
    what, _, value = key
    name = max(one.name, other.name, key=len)
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
    if what == "place":
        if not (one.public or other.public):
            return None
        return PLACE, JoinedBy.PLACE, f"both are {name}, and both texts name {one.near[value]} beside the name"
    if value in one.widely | other.widely and not (one.public and other.public):
        return None
    if what == "person":
        return PERSON, JoinedBy.PERSON, f"both are {name}, and both texts speak of {one.people[value]}"
    return BODY, JoinedBy.BODY, f"both are {name}, and both texts speak of {one.bodies[value]}"


def same(one: Described, other: Described) -> Reason | None:
    """The surest reason for which two persons are one; None where there is none, or the ages speak against it."""
    if ages_differ(one.age, one.year, other.age, other.year):
        return None
    shared = {*keys(one)} & {*keys(other)}
    found = [reason(key, one, other) for key in sorted(shared) if may_be_one(key[0], one, other)]
    return max((item for item in found if item is not None), key=lambda item: item[0], default=None)


def _words(office: frozenset[str]) -> str:
    return " ".join(sorted(office))
