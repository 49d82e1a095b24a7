"""Which names, places, times and numbers of two statements belong together, and which of them differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import log

from sayso.languages.language import load_language
from sayso.languages.times import agree_on_time
from sayso.languages.words import Words
from sayso.tracing.names import agree, name_key, skeleton
from sayso.tracing.statement import Place, Quantity, Statement

MOST = 40
"""Names, numbers or times of one statement that are looked at: a claim has few, a list may have thousands."""
PEOPLE = "person"
VAGUE = 2.0
"""How many times its lower end a range may come to and still tell a number."""
WITHIN = 1.1
"""How far a number may lie from one with a bound that tells the same."""
_RISES = frozenset({"at-least", "more-than"})
_FALLS = frozenset({"almost", "at-most", "less-than"})


class Fit(StrEnum):
    """How two numbers go together."""

    EQUAL = "equal"
    BOUND = "bound"
    """The same number with another bound."""
    UNIT = "unit"
    """The same number of something else."""
    CHANGED = "changed"
    """Another number of the same."""


@dataclass(frozen=True, slots=True)
class NumberPair:
    """Two numbers that belong together."""

    one: Quantity
    other: Quantity
    fit: Fit

    @property
    def weight(self) -> float:
        """How much it says that both have it."""
        return min(weight_of(self.one), weight_of(self.other))


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two statements' named parts have in common (`shared`) and what each has alone."""

    shared: tuple[tuple[Place, Place], ...]
    one_alone: tuple[Place, ...]
    other_alone: tuple[Place, ...]

    @property
    def differs(self) -> bool:
        """Whether each has what the other has not, and nothing is shared."""
        return bool(self.one_alone and self.other_alone and not self.shared)


NOTHING = Alignment((), (), ())


@dataclass(frozen=True, slots=True)
class _Parts:
    """A statement's names, places and times, each once, and the keys of those who say it and of the places."""

    names: tuple[Place, ...]
    places: tuple[Place, ...]
    times: tuple[Place, ...]
    told: tuple[str, ...]


@lru_cache(maxsize=8192)  # a statement is compared with fifty others
def _parts(statement: Statement) -> _Parts:
    names, places, times = (_unique(found) for found in (statement.names, statement.places, statement.times))
    return _Parts(tuple(names), tuple(places), tuple(times), (*_told(statement), *keys(statement.places)))


def align_numbers(one: Statement, other: Statement, words: Words | None) -> tuple[NumberPair, ...]:
    """Numbers that belong together: equal ones first, then those of the same unit, each at most once."""
    rest = list(other.quantities[:MOST])
    pairs: list[NumberPair] = []
    left: list[Quantity] = []
    for quantity in one.quantities[:MOST]:
        match = _best(quantity, rest, words)
        if match is None:
            left.append(quantity)
        else:
            rest.remove(match.other)
            pairs.append(match)
    for quantity in left if words is not None else ():
        changed = next(
            (item for item in rest if _same_unit(quantity, item, words) and not _holds(quantity, item)), None
        )
        if changed is not None:
            rest.remove(changed)
            pairs.append(NumberPair(quantity, changed, Fit.CHANGED))
    return tuple(pairs)


def align_names(one: Statement, other: Statement) -> Alignment:
    """Names that may mean one party; a name alone is one that stands nowhere in the other statement, its sources included."""
    return _align(_parts(one).names, _parts(other).names, agree, _parts(one).told, _parts(other).told)


def align_across(one: Statement, other: Statement) -> Alignment:
    """Names and places, of which one side was read by nobody: they may be spelled and inflected in another language's way."""
    return _align(
        _unique([*one.names, *one.places]),
        _unique([*other.names, *other.places]),
        _agree_across,
        _told(one),
        _told(other),
    )


def align_places(one: Statement, other: Statement) -> Alignment:
    """Places that may be one."""
    mine, yours = _parts(one), _parts(other)
    if not mine.places and not yours.places:
        return NOTHING
    return _align(mine.places, yours.places, agree, keys(one.names), keys(other.names))


def align_times(one: Statement, other: Statement) -> Alignment:
    """Times that may be one; a time alone is one that excludes every time of the other statement."""
    first, second = _parts(one).times, _parts(other).times
    if not first or not second:
        return NOTHING
    shared = [(mine, yours) for mine in first for yours in second if agree_on_time(mine.key, yours.key)]
    return Alignment(tuple(shared), tuple(_excluded(first, second)), tuple(_excluded(second, first)))


def keys(places: Iterable[Place]) -> list[str]:
    """The keys of named parts."""
    return [place.key for place in places]


def weight_of(quantity: Quantity) -> float:
    """How much it says that two statements share this number: 236 says more than 200, and 2 says little. 0.5 to 6."""
    return _weight(abs(quantity.value))


@lru_cache(maxsize=4096)
def _weight(value: float) -> float:
    if value != int(value):
        return 3.0
    digits = str(int(value)).rstrip("0")
    return min(6.0, 0.5 + 1.6 * len(digits) + 0.25 * log(1 + value)) if value > 2 else 0.5


def _agree_across(one: str, other: str) -> bool:
    mine, yours = skeleton(one), skeleton(other)
    return agree(one, other) or (len(mine) > 3 and mine == yours)


@lru_cache(maxsize=8192)
def _told(statement: Statement) -> tuple[str, ...]:
    """Keys of those who say it, to whom, and of the outlet."""
    told = [hop.name or (hop.source.exact if hop.source else "") for hop in statement.attribution.chain]
    told += [hop.addressee.span.exact for hop in statement.attribution.chain if hop.addressee is not None]
    told += [hop.source.exact for hop in statement.attribution.chain if hop.source is not None]
    return tuple(key for key in map(name_key, [*told, statement.document.outlet or ""]) if key)


def _unique(places: Sequence[Place]) -> list[Place]:
    return list({place.key: place for place in reversed(places[:MOST])}.values())[::-1]


def _align(
    first: Sequence[Place],
    second: Sequence[Place],
    agrees: Callable[[str, str], bool],
    told: Sequence[str],
    told_other: Sequence[str],
) -> Alignment:
    rest = list(second)
    shared: list[tuple[Place, Place]] = []
    alone: list[Place] = []
    for place in first:
        match = next((item for item in rest if item.key == place.key), None)
        match = match or next((item for item in rest if agrees(place.key, item.key)), None)
        if match is not None:
            rest.remove(match)
            shared.append((place, match))
        elif not any(_stands_in(place.key, key) for key in told_other):
            alone.append(place)
    others = [place for place in rest if not any(_stands_in(place.key, key) for key in told)]
    return Alignment(tuple(shared), tuple(alone), tuple(others))


def _stands_in(key: str, told: str) -> bool:
    return agree(key, told) or f" {key} " in f" {told} "


def _excluded(first: Sequence[Place], second: Sequence[Place]) -> list[Place]:
    verdicts = ((mine, [agree_on_time(mine.key, yours.key) for yours in second]) for mine in first)
    return [mine for mine, found in verdicts if found and all(verdict is False for verdict in found)]


def _best(quantity: Quantity, rest: Sequence[Quantity], words: Words | None) -> NumberPair | None:
    found = []
    for item in rest:
        if not _same_value(quantity, item):
            continue
        if _same_unit(quantity, item, words):
            found.append(NumberPair(quantity, item, Fit.EQUAL if quantity.bound == item.bound else Fit.BOUND))
        elif weight_of(quantity) > 3 and "percent" not in (quantity.unit, item.unit):
            found.append(NumberPair(quantity, item, Fit.UNIT))
    order = list(Fit)
    return min(found, key=lambda pair: order.index(pair.fit), default=None)


def _same_value(one: Quantity, other: Quantity) -> bool:
    """Equal, or a range or a bound that holds the other ("more than 60", 63)."""
    if one.value == other.value and one.high == other.high:
        return True
    if _bounds(one, other) or _bounds(other, one):
        return True
    if (one.value == one.high and other.value == other.high) or _is_vague(one) or _is_vague(other):
        return False
    low, high = max(one.value, other.value), min(one.high, other.high)
    return low <= high


def _is_vague(quantity: Quantity) -> bool:
    """Whether a range is too wide to be the number that it holds ("thousands", "dozens")."""
    return quantity.high > VAGUE * max(quantity.value, 1.0)


def _holds(one: Quantity, other: Quantity) -> bool:
    return one.value <= other.high and other.value <= one.high


def _figures(value: float) -> int:
    """How many figures a number has before its last noughts."""
    return len(f"{value:.0f}".rstrip("0")) if value == int(value) else len(f"{value:g}") - 1


def _bounds(loose: Quantity, exact: Quantity) -> bool:
    """Whether a number with a bound fits one without: a little more than "more than 60"."""
    if loose.bound is None or exact.bound is not None or not loose.value:
        return False
    if _figures(loose.value) >= _figures(exact.value) and loose.value != exact.value:
        return False  # who rounds makes it rounder: "nearly 132" is not 140
    ratio = exact.value / loose.value
    low, high = (
        (1.0, WITHIN) if loose.bound in _RISES else (1 / WITHIN, 1.0) if loose.bound in _FALLS else (1 / WITHIN, WITHIN)
    )
    return low <= ratio <= high


def _same_unit(one: Quantity, other: Quantity, words: Words | None) -> bool:
    if words is None:
        return True  # across languages units cannot be compared
    mine, yours = unit_of(one, words), unit_of(other, words)
    return mine == yours or (None in (mine, yours) and PEOPLE in (mine, yours))


def unit_of(quantity: Quantity, words: Words) -> str | None:
    """What a number counts; "person" for all nouns for people, None where the text does not say."""
    if quantity.unit is None:
        return None
    language = load_language(words.code)
    if (
        quantity.unit in language.person_nouns
        or quantity.unit in language.collective_nouns
        or quantity.unit in {"dead", "other"}
    ):
        return PEOPLE
    return words.kind(quantity.unit)
