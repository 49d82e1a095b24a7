"""Which statements of a claim make it, once analysts' corrections are applied: denials of it are another claim's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.domain.attribution import Attribution, Hop, Naming, PartyKind, Stance
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.domain.span import Span
from sayso.tracing.statement import Statement

DATES = frozenset({"date", "published"})
SPEAKERS = frozenset({"speaker", "party", "source"})


def standing(statements: Sequence[Statement], judgements: Iterable[Judgement]) -> tuple[Statement, ...]:
    """The statements that make the claim, corrected, in order of their documents' numbers."""
    corrected = corrections(statements, judgements)
    ordered = sorted(
        corrected, key=lambda item: (item.order, item.document.id, item.attribution.content[0].start, item.id)
    )
    return tuple(_without_denials(ordered))


def corrections(statements: Sequence[Statement], judgements: Iterable[Judgement]) -> list[Statement]:
    """The statements as analysts have corrected them: a document's outlet and date, an attribution's speaker."""
    said: dict[str, dict[str, str]] = {}
    for judgement in judgements:
        if (
            judgement.kind is JudgementKind.CORRECT
            and judgement.undone is None
            and judgement.field
            and judgement.value is not None
        ):
            said.setdefault(judgement.subject, {})[judgement.field] = judgement.value
    if not said:
        return list(statements)
    return [
        _corrected(statement, said.get(statement.document.id, {}), said.get(statement.id, {}))
        for statement in statements
    ]


def _corrected(statement: Statement, of_document: dict[str, str], of_attribution: dict[str, str]) -> Statement:
    document: Document = statement.document
    for field, value in of_document.items():
        if field == "outlet":
            document = replace(document, outlet=value)
        elif field in DATES:
            document = replace(document, published=value)
    attribution = statement.attribution
    for field, value in of_attribution.items():
        if field in SPEAKERS:
            attribution = _spoken_by(attribution, value)
    if document is statement.document and attribution is statement.attribution:
        return statement
    return replace(statement, document=document, attribution=attribution)


def _spoken_by(attribution: Attribution, name: str) -> Attribution:
    """The innermost party is who an analyst says it is."""
    if attribution.chain:
        hop = attribution.chain[-1]
        span = Span(hop.source.start, hop.source.end, name) if hop.source is not None else None
        hop = replace(hop, name=name, naming=Naming.NAMED, source=span or _at(attribution, name))
        return replace(attribution, chain=(*attribution.chain[:-1], hop))
    hop = Hop(
        _at(attribution, name), None, name, PartyKind.UNKNOWN, Naming.NAMED, None, Stance.SAYS, attribution.factuality
    )
    return replace(attribution, chain=(hop,))


def _at(attribution: Attribution, name: str) -> Span:
    start = attribution.content[0].start
    return Span(start, start, name)


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
    return any(hop.stance is Stance.DENIES for hop in statement.attribution.chain)


def _speakers(statement: Statement) -> set[str]:
    return {hop.name.lower() for hop in statement.attribution.chain[-1:] if hop.name}
