"""Whether two statements make one claim, with the reasons, and what differs between them.

What speaks for it and what speaks against it is measured (`measuring`) and weighed in one sum. Evidence that one takes from
the other takes most of the weight from what differs: a copy whose number changed is the same claim drifted, while a statement with
another number that nobody took from it is another claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp

from sayso.domain.claim import DriftKind
from sayso.tracing.alignment import Alignment, Fit, NumberPair
from sayso.tracing.measuring import Measures, Taking, measure_alone, measure_around, with_taking
from sayso.tracing.overlap import Rarity
from sayso.tracing.statement import Place, Quantity, Statement
from sayso.tracing.weighing import WEIGHTS, total, weigh

HOPELESS = -1.5
"""Sum of the statements alone below which their documents cannot make them one claim: they add 0.2 at most."""
SETTLED = -2.5
"""Sum below which it changes nothing to know more: its score, 0.08, speaks against a claim (`clustering.OPPOSED`)."""
MOST_WORDS = 6
"""Words that a reason names."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, in the words of drift, and the words of both; `other` is "" where it has none."""

    kind: DriftKind
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two statements make one claim. `score` is 0 to 1, over 0.5 where they do; `reasons` are for people, the weightiest first."""

    same: bool
    score: float
    reasons: tuple[str, ...]
    differences: tuple[Difference, ...] = ()


def compare(
    one: Statement,
    other: Statement,
    *,
    taking: Sequence[Taking] | Callable[[], Sequence[Taking]] = (),
    rarity: Rarity | None = None,
    explain_all: bool = True,
) -> Verdict:
    """Whether two statements make one claim. Which of the two comes first makes no difference to `same` and `score`.

    `taking` is what the caller knows of one taking from the other (the same text, a wire credit, a forward); that one names the other's
    outlet or links to it is seen here. A function that finds it is asked only where it could make them one claim. `rarity` says how much a shared word tells, where the built-in table should not.
    Without `explain_all` there are reasons only where they make one claim; that takes a quarter of the time off.
    """
    measures = measure_alone(one, other, () if callable(taking) else taking, rarity)
    weighed = weigh(measures)
    points = total(measures, weighed)
    hopeful = points > SETTLED or (callable(taking) and _could_be(measures))
    if hopeful or explain_all:
        # Elsewhere it is not worth while to go through two whole texts, for their numbers and for what one took from the other.
        measures = with_taking(one, other, measures, taking() if callable(taking) and hopeful else ())
        weighed = weigh(measures)
        points = total(measures, weighed)
    if points > HOPELESS:
        measures = measure_around(one, other, measures)
        weighed = weigh(measures)
        points = total(measures, weighed)
    differences = tuple(_differences(one, other, measures))
    reasons: list[tuple[float, str]] = []
    if explain_all or points > 0:
        reasons = sorted(_reasons(one, other, measures, weighed, differences), key=lambda item: -abs(item[0]))
    return Verdict(
        same=points > 0,
        score=round(1 / (1 + exp(-points)), 4),
        reasons=tuple(words for _, words in reasons),
        differences=differences,
    )


def _could_be(measures: Measures) -> bool:
    """Whether two statements could make one claim, or hardly oppose each other, if one took from the other: nothing counts less for that."""
    taken = replace(measures, taking=(*measures.taking, Taking("")))
    return total(taken, weigh(taken)) > SETTLED


def _reasons(
    one: Statement,
    other: Statement,
    measures: Measures,
    weighed: dict[str, float],
    differences: Sequence[Difference],
) -> Iterator[tuple[float, str]]:
    """Weight and words of everything that counted."""
    m = measures

    def counts(*names: str) -> float:
        return sum(WEIGHTS[name] * weighed[name] for name in names)

    for item in m.taking:
        yield WEIGHTS["taking"], f"one takes from the other: {item.why}"
    if m.cosine is not None:
        yield (
            counts("likeness"),
            f"the contents are {'near' if m.cosine > 0.5 else 'far from'} each other (cosine {m.cosine:.2f})",
        )
    if m.words.words:
        shown = [mine if mine == yours else f"{mine}/{yours}" for mine, yours in m.words.words]
        yield counts("wording", "rare words"), f"both speak of {', '.join(shown[:MOST_WORDS])}"
    for pair in m.numbers:
        if pair.fit is not Fit.CHANGED:
            yield (
                counts("number", "number in like words", "number in the headline"),
                f"both have the number: {_number(one, pair.one)} – {_number(other, pair.other)}",
            )
    for name, alignment, what in (
        ("name", m.names, "both name"),
        ("place", m.places, "both speak of"),
        ("time", m.times, "both date it"),
    ):
        for mine, yours in alignment.shared:
            yield counts(name), f"{what} {_both(_words(one, mine), _words(other, yours))}"
    if m.sources is not None:
        yield counts("source"), f"both are words of {_both(*m.sources)}"
    if m.strangers:
        yield counts("other source"), f"but they are words of {_speaker(one)} and of {_speaker(other)}"
    if m.registers[0] != m.registers[1]:
        yield counts("other register"), f"but one is {m.registers[0]} and the other {m.registers[1]}"
    if weighed["days apart"]:
        yield counts("days apart"), f"but their documents are {m.days} days apart"
    if weighed["place elsewhere"] and not m.places.differs:
        place = (*m.places.one_alone, *m.places.other_alone)[0]
        yield counts("place elsewhere"), f"but one of the documents does not know {place.key}"
    if weighed["strange company"] > 0.5:
        yield counts("strange company"), "but their documents name nobody and no place in common"
    if weighed["alone"] > 0.5:
        yield counts("alone"), "but what stands around them has little in common, and they say little by themselves"
    if m.updates and m.fitting(Fit.CHANGED):
        yield counts("later number"), "but one tells a later number"
    if weighed["counted again"]:
        yield counts("counted again"), f"but the number is another one {m.days} days later"
    if weighed["other count"]:
        yield counts("other count"), "but each counts something that the other does not"
    if m.strange and weighed["strange name"]:
        yield counts("strange name"), f"but the documents do not know each other's {' and '.join(m.strange)}"
    opposed = {
        DriftKind.NUMBER_CHANGED: "other number",
        DriftKind.ACTOR_CHANGED: "other person" if weighed["other person"] else "other body",
        DriftKind.PLACE_CHANGED: "other place",
        DriftKind.TIME_CHANGED: "other time",
        DriftKind.POLARITY_FLIPPED: "denial",
    }
    for difference in differences:
        if difference.kind in opposed:
            words = f"but {difference.kind.value.replace('-', ' ')}: {difference.one} – {difference.other}"
            yield counts(opposed[difference.kind]), words


def _differences(one: Statement, other: Statement, measures: Measures) -> Iterator[Difference]:
    for pair in measures.numbers:
        kind = _number_kind(pair)
        if kind is not None:
            yield Difference(kind, _number(one, pair.one), _number(other, pair.other))
    if measures.names.one_alone and measures.names.other_alone:
        yield _alone(DriftKind.ACTOR_CHANGED, one, other, measures.names)
    if measures.places.differs:
        yield _alone(DriftKind.PLACE_CHANGED, one, other, measures.places)
    if measures.times.differs:
        yield _alone(DriftKind.TIME_CHANGED, one, other, measures.times)
    if measures.flipped is not None:
        yield Difference(DriftKind.POLARITY_FLIPPED, *measures.flipped)


def _number_kind(pair: NumberPair) -> DriftKind | None:
    if pair.fit is Fit.CHANGED:
        return DriftKind.NUMBER_CHANGED
    if pair.fit is Fit.UNIT:
        return DriftKind.UNIT_CHANGED
    return DriftKind.NUMBER_BOUND_LOST if (pair.one.bound is None) != (pair.other.bound is None) else None


def _alone(kind: DriftKind, one: Statement, other: Statement, alignment: Alignment) -> Difference:
    mine = ", ".join(_words(one, place) for place in alignment.one_alone)
    return Difference(kind, mine, ", ".join(_words(other, place) for place in alignment.other_alone))


def _words(statement: Statement, place: Place) -> str:
    return statement.document.text[place.start : place.end] or place.key


def _number(statement: Statement, quantity: Quantity) -> str:
    return " ".join(statement.document.text[quantity.start : quantity.end].split()) or f"{quantity.value:g}"


def _both(mine: str, yours: str) -> str:
    return mine if mine == yours else f"{mine} – {yours}"


def _speaker(statement: Statement) -> str:
    return statement.attribution.chain[-1].name or "somebody"
