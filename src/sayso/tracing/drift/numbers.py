"""Numbers: bounds that are gone, values and units that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.claim import DriftKind, Passage
from sayso.languages.counting import load_counting
from sayso.languages.language import load_language
from sayso.languages.quantities import PERCENT, POINT
from sayso.languages.scales import knows_bounds
from sayso.tracing.drift.change import Change, passage, quote
from sayso.tracing.drift.view import View, lemmas_of
from sayso.tracing.statement import Quantity, Statement

TEN, LARGE = 10, 100
SMALL = 12
"""Numbers up to this are everywhere: the same one beside another noun says nothing unless what is done is the same, too."""
REACH = 5
"""Words on either side of a number among which what is done to those counted is looked for."""
CLOSE = 0.1
"""Share by which a number may pass the bound that it makes exact."""
ROUNDED = 0.05
"""Share by which a number may be rounded where it says that it is."""
BARELY = 0.02
"""Share by which a number of four digits or more may be rounded without saying so."""
FEWEST_TO_ROUND = 1000
FEWEST_FIGURES = 3
"""Figures of a number from which on another that differs in one is a slip of it."""
ALMOST = 0.015
"""Share by which a fraction and per cent may differ and be one ("a third", "33 per cent")."""
CLOSE_BY = 250
"""Code points around a number in which its text may call those counted by the other noun."""
_DIFFERENCE = re.compile(r"\s(?:\w+ )?(?:more|fewer|less|higher|lower) than\b")
_DOERS = ("er", "or", "ist")
"""Endings of nouns for who does something: "marchers" are people who march."""
_LOOSE = {"about", "almost"}
_LOW = {"at-least", "more-than"}
_HIGH = {"at-most", "less-than"}


@dataclass(frozen=True, slots=True)
class _Count:
    """A quantity and the kinds of the words around it, without its unit's."""

    quantity: Quantity
    around: frozenset[str]


def compare_numbers(upstream: View, downstream: View) -> Iterator[Change]:
    """Numbers of the one held against those of the other that count the same."""
    left, right = list(_counts(upstream)), list(_counts(downstream))
    pairs = list(_matched(left, right, upstream, downstream))
    rest = [item for item in left if all(item is not up for up, _ in pairs)]
    others = [item for item in right if all(item is not down for _, down in pairs)]
    pairs += [(up, down) for up in rest for down in others if _slipped(up, down)][:1]
    for up, down in pairs:
        yield from _changes(up.quantity, down.quantity, upstream, downstream)


def compare_unread(upstream: Statement, downstream: Statement) -> Iterator[Change]:
    """In languages of which only digits are read: the one number of one text, and the one of the other, where they differ."""
    ups = [item for item in upstream.quantities if item.value > SMALL]
    downs = [item for item in downstream.quantities if item.value > SMALL]
    values = {item.value for item in ups}
    if len(ups) == 1 and len(downs) == 1 and downs[0].value not in values and not _holds(ups[0], downs[0].value):
        yield _make(DriftKind.NUMBER_CHANGED, ups[0], downs[0], upstream, downstream, "the number is another")
    if not knows_bounds(upstream.document.language) or not knows_bounds(downstream.document.language):
        return
    for up in ups:
        same = [down for down in downs if down.value == up.value]
        if up.bound is not None and same and all(down.bound is None for down in same):
            yield _make(DriftKind.NUMBER_BOUND_LOST, up, same[0], upstream, downstream, "the bound is gone")


def _counts(view: View) -> Iterator[_Count]:
    for quantity in view.quantities:
        if _DIFFERENCE.match(view.statement.document.text, quantity.end):
            continue  # "83 more than the ship was allowed"
        inside = [word for word in view.words if quantity.start <= word.start < quantity.end]
        before = [word for word in view.words if word.end <= quantity.start][-REACH:]
        after = [word for word in view.words if word.start >= quantity.end][:REACH]
        unit = {word.kind for word in inside}
        yield _Count(
            quantity, frozenset(word.kind for word in (*before, *after) if word.kind and word.kind not in unit)
        )


def _matched(
    left: list[_Count], right: list[_Count], upstream: View, downstream: View
) -> Iterator[tuple[_Count, _Count]]:
    """Pairs of numbers of the same thing, the surest first; each number once."""
    for fits in (_equal, _same_value, _same_unit):
        ranked = sorted(
            ((-len(one.around & two.around), abs(one.quantity.value - two.quantity.value), i, j)
             for i, one in enumerate(left) for j, two in enumerate(right) if fits(one, two, upstream, downstream))
        )  # fmt: skip
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        for _, _, i, j in ranked:
            if i not in taken_left and j not in taken_right:
                taken_left.add(i)
                taken_right.add(j)
                yield left[i], right[j]
        left = [item for i, item in enumerate(left) if i not in taken_left]
        right = [item for j, item in enumerate(right) if j not in taken_right]


def _equal(one: _Count, two: _Count, upstream: View, downstream: View) -> bool:
    return _values_meet(one.quantity, two.quantity) and _units_agree(one.quantity, two.quantity, upstream, downstream)


def _same_value(one: _Count, two: _Count, upstream: View, downstream: View) -> bool:
    """The same number beside another noun."""
    if one.quantity.value != two.quantity.value or one.quantity.unit is None or two.quantity.unit is None:
        return False
    if {one.quantity.unit, two.quantity.unit} & {PERCENT, POINT, "year-old"}:
        return False
    return one.quantity.value > SMALL or bool(one.around & two.around)


def _same_unit(one: _Count, two: _Count, upstream: View, downstream: View) -> bool:
    """Another number of what seems to be the same."""
    if not _units_agree(one.quantity, two.quantity, upstream, downstream):
        return False
    if one.around & two.around or _is_a_digit_off(one.quantity, two.quantity):
        return True
    alone = len(upstream.quantities) == 1 and len(downstream.quantities) == 1
    return alone and one.quantity.unit is not None and one.quantity.unit == two.quantity.unit


def _is_a_digit_off(one: Quantity, two: Quantity) -> bool:
    """Whether two numbers of one noun differ in one figure or in two that changed places: "240 people", "340 people"."""
    first, second = f"{one.value:.0f}", f"{two.value:.0f}"
    if one.unit is None or one.unit != two.unit or len(first) != len(second) or len(first) < FEWEST_FIGURES:
        return False
    apart = [place for place, figure in enumerate(first) if figure != second[place]]
    return len(apart) == 1 or (len(apart) == 2 and sorted(first) == sorted(second))


def _slipped(one: _Count, two: _Count) -> bool:
    """The digits of the one with a nought more or less, beside another noun: "236 rulings", "2,360 people"."""
    first, second = one.quantity, two.quantity
    if first.unit is None or second.unit is None or min(first.value, second.value) <= SMALL:
        return False
    digits = [f"{item.value:.0f}".rstrip("0") for item in (first, second)]
    return (
        first.value != second.value and digits[0] == digits[1] and len(digits[0]) > 1 and bool(one.around & two.around)
    )


def _units_agree(one: Quantity, two: Quantity, upstream: View, downstream: View) -> bool:
    """Whether two numbers may count the same things; a number without a noun may count anything but a share or money."""
    first, second = one.unit, two.unit
    if first == second:
        return True
    counting, wording, language = load_counting(upstream.code), upstream.wording, upstream.language
    special = {PERCENT, POINT, "year-old", *counting.currencies.values(), *counting.durations}
    if first is None or second is None:
        return not {first, second} & special
    if "time" in (first, second):
        return not {first, second} & special  # "nine raids", "raided nine times"
    if wording.units.get(first, first) == wording.units.get(second, second):
        return True
    lexicon = upstream.lexicon
    if lexicon.kind(first) == lexicon.kind(second):
        return True
    if first in counting.states or second in counting.states:
        return _is_person(first, upstream) and _is_person(second, upstream) and not {first, second} <= counting.states
    if not (_is_person(first, upstream) and _is_person(second, upstream)):
        return False
    if second in wording.everybody and (second == "person" or first in wording.everybody):
        return True  # "40 migrants" are "40 people"
    if (
        first not in wording.everybody
        and second not in language.person_nouns
        and second not in language.collective_nouns
    ):
        return True  # "workers", "shipbuilders": a word that is not known may be a kind of them
    return _called_so(one, second, upstream)


def _is_person(unit: str, view: View) -> bool:
    known = unit in view.language.person_nouns or unit in _peoples(view.code) or unit in load_counting(view.code).states
    return known or unit in view.wording.everybody or unit.endswith(_DOERS)


@lru_cache(maxsize=8)
def _peoples(code: str) -> frozenset[str]:
    counting = load_counting(code)
    return frozenset(counting.singular(word.lower()) for word in load_language(code).demonyms)


def _called_so(quantity: Quantity, unit: str, view: View) -> bool:
    """Whether the text close by calls those that it counts by the other noun: "40 men … All 40 workers"."""
    text = view.statement.document.text
    near = lemmas_of(text[max(0, quantity.start - CLOSE_BY) : quantity.end + CLOSE_BY], view.code)
    done = next((unit.removesuffix(ending) for ending in _DOERS if unit.endswith(ending)), unit)
    return unit in near or done in near or done + "e" in near


def _values_meet(one: Quantity, two: Quantity) -> bool:
    """Whether two numbers may be one, bounds aside."""
    if one.value == two.value and one.high == two.high:
        return True
    if one.bound in _LOW | _HIGH and two.bound is None and two.value == two.high and _is_more_exact(one, two):
        return True
    if one.unit == PERCENT and two.unit == PERCENT:
        return abs(one.value - two.value) <= 100 * ALMOST and abs(one.high - two.high) <= 100 * ALMOST
    if _is_vague(one) or _is_vague(two):
        return one.value <= two.high and two.value <= one.high
    if one.high > one.value or two.high > two.value:  # a range and one of its ends, or a number inside it
        return one.value <= two.high and two.value <= one.high
    off = abs(one.value - two.value)
    if _is_rounder(two.value, one.value):
        if two.bound is not None and off <= ROUNDED * one.value:
            return _holds(two, one.value)
        return one.value >= FEWEST_TO_ROUND and off <= BARELY * one.value
    if _is_rounder(one.value, two.value) and one.bound in _LOOSE:
        return _holds(one, two.value)
    return False


def _is_more_exact(bounded: Quantity, exact: Quantity) -> bool:
    """Whether a number is what a bound left open: "just under half", "48 percent"; "more than 60", "63"."""
    return _holds(bounded, exact.value) and abs(exact.value - bounded.value) <= CLOSE * max(bounded.value, 1)


def _is_round(value: float) -> bool:
    """Whether a number is large and ends in a nought: who puts "about" before it adds no doubt."""
    return value >= LARGE and value % TEN == 0


def _is_vague(quantity: Quantity) -> bool:
    """ "dozens"."""
    return quantity.high > 2.5 * quantity.value


def _is_rounder(one: float, other: float) -> bool:
    return len(f"{one:.0f}".rstrip("0")) < len(f"{other:.0f}".rstrip("0"))


def _holds(quantity: Quantity, value: float) -> bool:
    """Whether a bounded number leaves room for a value."""
    if quantity.bound in _LOW:
        return value >= quantity.value
    if quantity.bound in _HIGH:
        return value <= quantity.high
    if quantity.bound == "almost" and value > quantity.high:
        return False
    return abs(value - quantity.value) <= ROUNDED * max(quantity.value, 1)


def _changes(up: Quantity, down: Quantity, upstream: View, downstream: View) -> Iterator[Change]:
    """Unit, number and bound of a pair, each by itself."""
    one, two = upstream.statement, downstream.statement
    if up.unit and down.unit and not _units_agree(up, down, upstream, downstream):
        yield _make(DriftKind.UNIT_CHANGED, up, down, one, two, "it counts something else")
    if not _values_meet(up, down):
        yield _make(DriftKind.NUMBER_CHANGED, up, down, one, two, "the number is another")
        if up.bound is not None and down.bound is None and not _is_vague(up) and not _is_vague(down):
            yield _make(DriftKind.NUMBER_BOUND_LOST, up, down, one, two, "the bound is gone")
        return
    ranged, point = up.high > up.value and not _is_vague(up), down.high == down.value
    if ranged and point and down.bound is None:
        yield _make(DriftKind.NUMBER_BOUND_LOST, up, down, one, two, "a range became one number")
    elif up.bound != down.bound and not (_is_vague(up) or _is_vague(down) or up.high > up.value):
        yield from _bounds(up, down, one, two)


def _bounds(up: Quantity, down: Quantity, one: Statement, two: Statement) -> Iterator[Change]:
    was, now = up.bound, down.bound
    if now is None:
        if was is not None and up.value == down.value:
            yield _make(DriftKind.NUMBER_BOUND_LOST, up, down, one, two, "the bound is gone")
    elif was is None:
        if up.value != down.value:
            return  # rounded, and said so
        if now in {"more-than", "less-than"}:
            yield _make(DriftKind.NUMBER_CHANGED, up, down, one, two, "the number became a bound that leaves it out")
        elif now != "at-least" and not _is_round(up.value):
            yield _make(DriftKind.HEDGE_ADDED, up, down, one, two, "a bound is added")
    elif not ({was, now} <= _LOW or {was, now} <= _HIGH or now in _LOOSE):
        yield _make(DriftKind.NUMBER_CHANGED, up, down, one, two, "the bound says something else")


def _make(kind: DriftKind, up: Quantity, down: Quantity, one: Statement, two: Statement, why: str) -> Change:
    source, to = _words(up, one), _words(down, two)
    was, now = _facet(kind, up), _facet(kind, down)
    return Change(kind, source, to, f"{quote(source)} became {quote(to)}: {why}.", was, now)


def _facet(kind: DriftKind, quantity: Quantity) -> str:
    """What of a number a change is of: a copy that changes the unit inherits the value."""
    if kind is DriftKind.UNIT_CHANGED:
        return quantity.unit or ""
    high = f"-{quantity.high:g}" if quantity.high != quantity.value else ""
    if kind is DriftKind.NUMBER_CHANGED:
        return f"{quantity.value:g}{high} {quantity.bound or ''}".strip()
    return f"{quantity.bound or ''}{high}"


def _words(quantity: Quantity, statement: Statement) -> Passage:
    return passage(statement.document, quantity.start, quantity.end)
