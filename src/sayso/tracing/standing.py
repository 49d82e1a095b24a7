"""Which statements of a claim make it, by whom analysts say that they were said: denials of it are another claim's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.domain.attribution import Hop, Stance
from sayso.domain.span import Span
from sayso.tracing.statement import Statement

LONGEST_VERDICT = 60
_IS_FALSE = re.compile(
    r"[\w ,’”\"]{0,12}\b(?:is|are|was|were) (?:\w+ )?(?:not (?:correct|true|right|so|the case|accurate)|false|wrong|untrue|incorrect|baseless|nonsense|a lie)\b"
)
"""What follows where somebody says that it is not so: "That we knew of it is simply not correct"."""


def standing(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that make the claim, in order of their documents' numbers; speakers are as `as_judged` has them."""
    ordered = sorted(
        map(as_judged, statements),
        key=lambda item: (item.order, item.document.id, item.attribution.content[0].start, item.id),
    )
    return tuple(_without_denials(ordered))


def as_judged(statement: Statement) -> Statement:
    """A statement whose corrected speakers are known by the name that an analyst gave: it outranks the text's own words for them."""
    attribution = statement.attribution
    if not any(hop.corrections for hop in attribution.chain):
        return statement
    chain = tuple(_by_name(hop, attribution.content[0].start) for hop in attribution.chain)
    return replace(statement, attribution=replace(attribution, chain=chain))


def _by_name(hop: Hop, at: int) -> Hop:
    if not hop.corrections or hop.name is None:
        return hop
    start, end = (hop.source.start, hop.source.end) if hop.source is not None else (at, at)
    return replace(hop, source=Span(start, end, hop.name))


def _without_denials(statements: Sequence[Statement]) -> list[Statement]:
    """Leaves out what others than the claim's own sources say against it; a claim that is all denial stands as it is."""
    polarity = [_denies(statement) for statement in statements]
    if not any(polarity) or all(polarity):
        return list(statements)
    affirmed = [statement for statement, denies in zip(statements, polarity, strict=True) if not denies]
    speakers = {key for statement in affirmed for key in _speakers(statement)}
    return [
        statement
        for statement, denies in zip(statements, polarity, strict=True)
        if not denies or (_speakers(statement) and _speakers(statement) <= speakers)
    ]


def _denies(statement: Statement) -> bool:
    text, end = statement.document.text, statement.attribution.content[-1].end
    return _IS_FALSE.match(text, end, end + LONGEST_VERDICT) is not None or any(
        hop.stance is Stance.DENIES for hop in statement.attribution.chain
    )


def _speakers(statement: Statement) -> set[str]:
    return {hop.name.lower() for hop in statement.attribution.chain[-1:] if hop.name}
