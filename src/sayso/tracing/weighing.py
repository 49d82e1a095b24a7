"""What is measured of two statements, weighed in one sum.

Evidence that one takes from the other takes most of the weight from what differs: a copy whose number changed is the same claim drifted, while a
statement with another number that nobody took from it is another claim.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.tracing.alignment import Fit
from sayso.tracing.measuring import Measures
from sayso.tracing.names import is_body

WEIGHTS = {
    "likeness": 4.6,
    "wording": 0.4,
    "rare words": 0.4,
    "number": 0.3,
    "number in like words": 2.8,
    "number of something else": 1.5,
    "number in the headline": 2.0,
    "name": 0.2,
    "place": 0.1,
    "time": 0.7,
    "doing": 0.2,
    "source": 0.5,
    "taking": 0.5,
    "number taken": 1.5,
    "company": 0.2,
    "other doing": -0.5,
    "other source": -0.9,
    "other person": -2.4,
    "other body": -0.8,
    "other place": -1.5,
    "place elsewhere": -2.0,
    "other time": -1.6,
    "other number": -2.8,
    "later number": -1.2,
    "counted again": -1.5,
    "other count": -1.5,
    "strange name": -1.2,
    "all other": -1.4,
    "denial": -3.0,
    "rejected": -6.0,
    "other register": -5.0,
    "days apart": -1.3,
    "strange company": -2.0,
    "alone": -0.6,
    "little": -1.2,
}
"""What each of `weigh`'s numbers counts in the sum: set by hand after a logistic regression on `tests/tracing/pairs` and the invented stories."""
BIAS = -2.0
UNREAD_BIAS, UNREAD_NUMBER, UNREAD_NAME, UNREAD_TAKING = -3.2, 0.55, 1.1, 1.0
"""The same for a text in a language that is not read: there are numbers and names only."""
OF_TAKING, OF_SOURCE = 0.3, 0.65
"""What is left of the weight of a difference where one takes from the other, and where both name one source."""
WITHOUT_VECTOR = (0.3, 0.55)
"""Without vectors, the cosine that is reckoned with: this, and so much for the share of words that both have."""
DAYS_APART = 30
"""Days between two documents by which a claim is much likelier another one."""
USUAL_COMPANY = 0.2
"""Share of the names around two statements of one claim that usually is shared at least."""
COUNTED_AGAIN = 3
"""Days after which another number of the same speaker is a new count, and not the old one changed on the way."""
ENOUGH = 8.0
"""Weight of what two statements share from which it is enough to know a claim by: two rare words, or a name and a number."""
BESIDE_EQUAL = 0.4
"""What a number that differs counts beside one that is equal."""


def weigh(measures: Measures) -> dict[str, float]:
    """What speaks for one claim and against it, by the names in `WEIGHTS`: each from 0 to about 2."""
    m = measures
    cosine = m.cosine if m.cosine is not None else WITHOUT_VECTOR[0] + WITHOUT_VECTOR[1] * m.words.of_less
    like = min(1.0, max(0.0, cosine - 0.15) * 2)
    less = min(m.words.one_weight, m.words.other_weight)
    equal = min(6.0, sum(pair.weight for pair in m.numbers if pair.fit in (Fit.EQUAL, Fit.BOUND))) / 5
    changed = bool(m.fitting(Fit.CHANGED))
    taken = any(item.certain for item in m.taking)
    # Within one document it says nothing that source and surroundings are the same, and nothing drifts.
    sources = bool(m.sources) and not m.one_document
    company = USUAL_COMPANY if m.company is None or m.one_document else m.company
    counted_again = not taken and m.days >= COUNTED_AGAIN
    left = OF_TAKING if taken else OF_SOURCE if sources else 1.0
    others = bool(m.names.one_alone and m.names.other_alone)
    bodies = others and all(is_body(name.key) for name in (*m.names.one_alone, *m.names.other_alone))
    return {
        "likeness": max(0.0, cosine - 0.3),
        "wording": m.words.of_less * min(1.0, less / 8),
        "rare words": min(m.words.weight, 20.0) / 10,
        "number": equal,
        "number in like words": equal * like,
        "number of something else": like * bool(m.fitting(Fit.UNIT)),
        "number in the headline": min(1.0, equal) * m.headline,
        "name": min(2.0, len(m.names.shared)),
        "place": float(bool(m.places.shared)),
        "time": float(bool(m.times.shared)),
        "doing": float(m.doing > 0),
        "source": float(sources),
        "taking": float(taken),
        "number taken": equal * taken,
        "company": company,
        "other doing": float(m.doing < 0),
        "other source": float(m.strangers),
        "other person": (1.0 if m.both_named else left) * (others and not bodies),
        "other body": (1.0 if m.both_named else left) * bodies,
        "other place": (1.0 if m.both_placed else left) * m.places.differs,
        "place elsewhere": left * m.elsewhere,
        "other time": left * m.times.differs,
        "other number": (1.0 if m.both_told or (sources and counted_again) else left)
        * changed
        * (BESIDE_EQUAL if equal else 1.0),
        "later number": float(changed and m.updates),
        "counted again": float(changed and counted_again and not m.one_document),
        "other count": left * (m.uncounted and not m.one_document),
        "strange name": left * bool(m.strange and not m.elsewhere and not m.one_document),
        "all other": _all_other(m),
        "denial": (1.0 if m.rejected else left) * (m.flipped is not None),
        "rejected": float(m.rejected),
        "other register": float(m.registers[0] != m.registers[1]),
        "days apart": min(2.0, m.days / DAYS_APART) if m.days > DAYS_APART / 2 else 0.0,
        "strange company": max(0.0, USUAL_COMPANY - company) / USUAL_COMPANY,
        "alone": _alone(m, taken, named=bool(m.names.shared or m.places.shared or m.sources or equal)),
        "little": max(0.0, 1 - m.shared / ENOUGH),
    }


def _all_other(measures: Measures) -> float:
    """How much of who, where and when differs at once: one who passes a claim on changes one of them, so that all make another event. 0 to 2."""
    m = measures
    if not m.read or m.one_document or m.names.shared or m.places.shared:
        return 0.0
    mine, yours = (
        len(names) + len(places)
        for names, places in ((m.names.one_alone, m.places.one_alone), (m.names.other_alone, m.places.other_alone))
    )
    return float(min(mine, yours) > 1) + float(min(mine, yours) > 0 and m.times.differs)


def _alone(measures: Measures, taken: bool, named: bool) -> float:
    """How little stands by two statements that say little themselves ("nobody was detained"): 0 to 2."""
    if measures.around is None:
        return 0.0
    bare = max(0.0, 1 - measures.shared / (1.5 * ENOUGH)) if named else 1.0
    return 4 * max(0.0, 0.5 - measures.around) * bare * (OF_TAKING if taken else 1.0)


def total(measures: Measures, weighed: Mapping[str, float]) -> float:
    """The sum: over 0 where two statements make one claim."""
    if measures.read:
        return BIAS + sum(WEIGHTS[name] * value for name, value in weighed.items())
    numbers = sum(pair.weight for pair in measures.numbers)
    return (
        UNREAD_BIAS
        + UNREAD_NUMBER * min(numbers, 6.0)
        + UNREAD_NAME * min(3, len(measures.names.shared) + len(measures.places.shared))
        + UNREAD_TAKING * any(item.certain for item in measures.taking)
        + WEIGHTS["days apart"] * weighed["days apart"]
        + WEIGHTS["strange company"] * weighed["strange company"]
        + WEIGHTS["rejected"] * weighed["rejected"]
    )
