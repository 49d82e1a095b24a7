"""Two statements → what speaks for and against that they make one claim, in numbers, with the words that each number rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.domain.attribution import Attitude, Naming, PartyKind, Stance
from sayso.domain.document import day_of
from sayso.languages.language import load_code
from sayso.languages.quantities import find_quantities
from sayso.languages.words import Words, load_words
from sayso.tracing.alignment import (
    Alignment,
    Fit,
    NumberPair,
    align_across,
    align_names,
    align_numbers,
    align_places,
    align_times,
    weight_of,
)
from sayso.tracing.knowing import date_words, find_strange, knows
from sayso.tracing.names import agree, name_key, skeleton
from sayso.tracing.overlap import Overlap, Rarity, company, doings, find_overlap, surroundings
from sayso.tracing.polarity import find_polarity, is_denial
from sayso.tracing.sounds import names_foreign
from sayso.tracing.statement import Statement

NAME_WEIGHT, PLACE_WEIGHT, TIME_WEIGHT = 4.0, 3.0, 1.5
"""What a shared name, place and time say, beside words, whose weight is 0.5 to 6."""
LONGEST_COUNTED = 20_000
"""Code points of a document in which its numbers are looked for."""
TELLING = 2.0
"""Weight of a number that is unlikely to stand in two texts by chance."""
LONGEST_SHOWN = 80
"""Code points of a content that a difference shows."""
FEWEST_NAMES = 2
FEWEST_AROUND = 4
"""Words of the surroundings below which they tell nothing."""


@dataclass(frozen=True, slots=True)
class Taking:
    """Evidence that one of two statements was taken from the other: a named source, a link, the same text; `why` in words."""

    why: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Measures:
    """What speaks for and against one claim. `cosine` and `around` are None where they cannot be told.

    `shared` is the weight of everything specific that both hold; `around` and
    `company` the share of the words, and of the names, in their surroundings that both have.
    `strangers`: whether two people of different names say it; `both_told`: whether a document tells both
    of two numbers that differ (asked where one takes from the other, or both name one source); `both_named` and `both_placed`: whether both documents know the names, or the places, that stand in
    one statement alone; `rejected`: whether
    somebody else denies it by the cue ("denied that"). `doing` is 1 where one's first verb is a word of the other, -1 where neither's is, and 0 where one has none. `flipped` holds the words by which one denies what the other says. `elsewhere` is 1 where each statement is about a place that the
    other's whole text does not know, 0.5 where only one is. `strange`: a word of a name of each of which the other's whole
    text knows nothing.
    `headline`: whether one is the headline above the other. `uncounted`: whether each has a telling number, and none of them has its like in the other.
    """

    cosine: float | None
    words: Overlap
    doing: int
    names: Alignment
    places: Alignment
    times: Alignment
    numbers: tuple[NumberPair, ...]
    shared: float
    around: float | None
    company: float | None
    days: int
    flipped: tuple[str, str] | None
    registers: tuple[str, str]
    sources: tuple[str, str] | None
    strangers: bool
    rejected: bool
    taking: tuple[Taking, ...]
    updates: bool
    both_told: bool
    both_named: bool
    both_placed: bool
    read: bool
    one_document: bool
    headline: bool
    elsewhere: float
    strange: tuple[str, str] | None
    uncounted: bool

    def fitting(self, fit: Fit) -> list[NumberPair]:
        """The pairs of numbers that go together so."""
        return [pair for pair in self.numbers if pair.fit is fit]


def measure(one: Statement, other: Statement, taking: Sequence[Taking] = (), rarity: Rarity | None = None) -> Measures:
    """Compare two statements part by part, and what stands around them. `rarity` replaces the built-in rarity of words."""
    return measure_around(one, other, with_taking(one, other, measure_alone(one, other, taking, rarity)))


def measure_around(one: Statement, other: Statement, measures: Measures) -> Measures:
    """With what stands around the statements in their documents, which takes as long as all the rest."""
    codes = load_code(one.document.language), load_code(other.document.language)
    words = load_words(codes[0] or codes[1] or "en")
    return replace(
        measures,
        around=_around(one, other, words) if measures.read else None,
        company=_company(one, other, words, measures.read),
        both_named=_names_both(one, other, measures.names),
        both_placed=_names_both(one, other, measures.places),
        elsewhere=_elsewhere(one, other, measures.places),
        strange=find_strange(one, other) if measures.read else None,
    )


def with_taking(one: Statement, other: Statement, measures: Measures, taking: Sequence[Taking] = ()) -> Measures:
    """With more evidence that one takes from the other, and with whether a document tells both of two numbers that differ.

    The latter takes a reading of both texts, and weighs nothing where a number that differs keeps all its weight anyway.
    """
    takings = (*taking, *measures.taking)
    excused = bool(takings or measures.sources)
    told = excused and _has_changed(measures.numbers) and _tells_both(one, other)
    return replace(measures, taking=takings, both_told=told) if taking or told else measures


def measure_alone(
    one: Statement, other: Statement, taking: Sequence[Taking] = (), rarity: Rarity | None = None
) -> Measures:
    """Compare two statements by their own words; neither what stands around them nor their whole texts are looked at."""
    codes = load_code(one.document.language), load_code(other.document.language)
    read = codes[0] == codes[1] and codes[0] is not None and bool(one.words and other.words)
    words = load_words(codes[0] or codes[1] or "en")
    names = align_names(one, other) if read else align_across(one, other)
    places, times = align_places(one, other), align_times(one, other)
    numbers = align_numbers(one, other, words if read else None)
    shared_words = find_overlap(one.words, other.words, words, rarity or words.rarity)
    same_source = _same_source(one, other)
    takings = (*taking, *_naming_the_outlet(one, other))
    equal = sum(pair.weight for pair in numbers if pair.fit is not Fit.CHANGED)
    return Measures(
        cosine=_cosine(one, other),
        words=shared_words,
        doing=_doing(one, other, words) if read else 0,
        names=names,
        places=places,
        times=times,
        numbers=numbers,
        shared=shared_words.weight
        + NAME_WEIGHT * len(names.shared)
        + PLACE_WEIGHT * len(places.shared)
        + TIME_WEIGHT * bool(times.shared)
        + equal,
        around=None,
        company=None,
        days=_days(one, other),
        flipped=_flipped(one, other, words) if read else None,
        registers=(_register(one), _register(other)),
        sources=same_source,
        strangers=_strangers(one, other),
        rejected=_rejects(one, other) and not same_source,
        taking=takings,
        updates=_updates(one, other, words),
        both_told=False,
        both_named=False,
        both_placed=False,
        read=read,
        one_document=one.document.id == other.document.id,
        headline=one.document.id == other.document.id and one.is_headline != other.is_headline,
        elsewhere=0.0,
        strange=None,
        uncounted=not numbers and read and _counts(one) and _counts(other),
    )


def _cosine(one: Statement, other: Statement) -> float | None:
    if one.vector is None or other.vector is None or one.vector.shape != other.vector.shape:
        return None
    return float(one.vector @ other.vector)


def _doing(one: Statement, other: Statement, words: Words) -> int:
    first, second = doings(one, words), doings(other, words)
    if not first or not second:
        return 0
    mine, yours = _kinds(one, words), _kinds(other, words)
    return 1 if words.kind(first[0]) in yours or words.kind(second[0]) in mine else -1


@lru_cache(maxsize=8192)  # a statement is compared with fifty others
def _kinds(statement: Statement, words: Words) -> frozenset[str]:
    return frozenset(words.kind(lemma) for lemma in statement.words)


def _around(one: Statement, other: Statement, words: Words) -> float | None:
    first, second = surroundings(one, words), surroundings(other, words)
    mine, yours = first.intersection(other.words), second.intersection(one.words)
    if min(len(first) - len(mine), len(second) - len(yours)) < FEWEST_AROUND:
        return None
    rarity = words.rarity
    less = min(
        _weight(first, words) - sum(map(rarity, mine)),
        _weight(second, words) - sum(map(rarity, yours)),
    )
    return sum(map(rarity, (first & second) - mine - yours)) / less if less > 0 else None


@lru_cache(maxsize=4096)
def _weight(group: frozenset[str], words: Words) -> float:
    return sum(map(words.rarity, group))


@lru_cache(maxsize=4096)
def _companions(statement: Statement, words: Words, read: bool) -> frozenset[str]:
    """The names around a statement that are no dates; only their consonants where the other's language is not known."""
    found = company(statement)
    return frozenset(name for name in (found if read else map(skeleton, found)) if name not in date_words(words))


def _company(one: Statement, other: Statement, words: Words, read: bool) -> float | None:
    first, second = _companions(one, words, read), _companions(other, words, read)
    if min(len(first), len(second)) < FEWEST_NAMES:
        return None
    return sum(map(words.rarity, first & second)) / min(_weight(first, words), _weight(second, words))


def _elsewhere(one: Statement, other: Statement, places: Alignment) -> float:
    if places.shared:
        return 0.0
    unknown = [
        bool(alone) and not any(knows(statement.document.text, place.key) for place in alone)
        for alone, statement in ((places.one_alone, other), (places.other_alone, one))
    ]
    return sum(unknown) / 2


def _counts(statement: Statement) -> bool:
    return any(weight_of(number) > TELLING for number in statement.quantities)


def _days(one: Statement, other: Statement) -> int:
    """Days between the two documents; 0 where a date is missing."""
    first, second = (day_of(item.document.published) for item in (one, other))
    return abs((first - second).days) if first is not None and second is not None else 0


@lru_cache(maxsize=8192)
def _register(statement: Statement) -> str:
    """Whether it is said, asked or planned."""
    attribution = statement.attribution
    if attribution.attitude is Attitude.EVENTUALITY:
        return "planned"
    asks = bool(attribution.chain) and attribution.chain[-1].stance is Stance.ASKS
    if asks or attribution.content[-1].exact.rstrip("”\"' ").endswith("?"):
        return "asked"
    return "said"


def _flipped(one: Statement, other: Statement, words: Words) -> tuple[str, str] | None:
    """The words by which one denies what the other says: a negation, or a word and its opposite."""
    mine, yours = _kinds(one, words), _kinds(other, words)
    able = _with_opposites(words)
    for first in sorted((mine - yours) & able):
        for second in sorted((yours - mine) & able):
            if (first, second) in words.opposites:
                return first, second
    if one.negated == other.negated:
        return None
    denying, stating = (one, other) if one.negated else (other, one)
    denied = {words.kind(lemma) for lemma in find_polarity(denying.text, words.code).denied}
    stated = _kinds(stating, words)
    also = {words.kind(lemma) for lemma in find_polarity(stating.text, words.code).denied}
    if denied and not denied & stated and (denied or also):
        # What it denies is not spoken of by the other ("without a tender", "by no means").
        return None
    if denied and denied <= also:
        return None
    return one.text[:LONGEST_SHOWN], other.text[:LONGEST_SHOWN]


@lru_cache(maxsize=8)
def _with_opposites(words: Words) -> frozenset[str]:
    return frozenset(word for pair in words.opposites for word in pair)


def _same_source(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The innermost named source that both have."""
    for mine, key in _named(one):
        for yours, other_key in _named(other):
            if agree(key, other_key):
                return mine, yours
    return None


def _rejects(one: Statement, other: Statement) -> bool:
    return one.negated != other.negated and is_denial(one.attribution) != is_denial(other.attribution)


def _strangers(one: Statement, other: Statement) -> bool:
    """Whether two people who bear different names say it."""
    if not one.attribution.chain or not other.attribution.chain:
        return False
    mine, yours = one.attribution.chain[-1], other.attribution.chain[-1]
    people = mine.kind is PartyKind.PERSON and yours.kind is PartyKind.PERSON
    return (
        people and bool(mine.name and yours.name) and not agree(name_key(mine.name or ""), name_key(yours.name or ""))
    )


@lru_cache(maxsize=8192)
def _named(statement: Statement) -> tuple[tuple[str, str], ...]:
    """The named sources, the innermost first, each with its key."""
    hops = reversed(statement.attribution.chain)
    return tuple((hop.name, name_key(hop.name)) for hop in hops if hop.name and hop.naming is Naming.NAMED)


def _naming_the_outlet(one: Statement, other: Statement) -> list[Taking]:
    """One's document names the other's outlet, or links to its address."""
    found = []
    for taker, taken in ((one, other), (other, one)):
        outlet, url = taken.document.outlet, taken.document.url
        if outlet and outlet != taker.document.outlet and _stands(outlet, taker.document.text):
            found.append(Taking(f"the text names {outlet}"))
        if url and any(link.href == url for link in taker.document.links):
            found.append(Taking(f"the text links to {url}"))
    return found


@lru_cache(maxsize=16384)
def _stands(outlet: str, text: str) -> bool:
    name = outlet.removeprefix("The ")
    return len(name) > 3 and (name in text or names_foreign(name, text))


def _has_changed(numbers: Sequence[NumberPair]) -> bool:
    return any(pair.fit is Fit.CHANGED for pair in numbers)


def _tells_both(one: Statement, other: Statement) -> bool:
    """Whether one's document tells, beside its own number, the other's: it knows of both, and did not change one into the other."""
    return any(
        number.value in _numbers_in(teller.document.text)
        for teller, told in ((one, other), (other, one))
        for number in told.quantities
        if weight_of(number) > TELLING and number.value not in {own.value for own in teller.quantities}
    )


def _names_both(one: Statement, other: Statement, alignment: Alignment) -> bool:
    """Whether both documents name what stands in one statement alone: then it was not exchanged on the way."""
    sides = ((other.document.text, alignment.one_alone), (one.document.text, alignment.other_alone))
    return all(alone and any(knows(text, place.key) for place in alone) for text, alone in sides)


@lru_cache(maxsize=256)
def _numbers_in(text: str) -> frozenset[float]:
    return frozenset(quantity.value for quantity in find_quantities(text, 0, min(len(text), LONGEST_COUNTED)))


def _updates(one: Statement, other: Statement, words: Words) -> bool:
    """Whether one tells a later count than the other ("had risen to 14")."""
    marked = [_has_update(item, words) for item in (one, other)]
    return marked[0] != marked[1]


@lru_cache(maxsize=8192)
def _has_update(statement: Statement, words: Words) -> bool:
    text = f" {statement.text.lower()} "
    told = any(f" {word} " in text for word in words.updating)
    return told or any(lemma in words.updating for lemma in statement.words)
