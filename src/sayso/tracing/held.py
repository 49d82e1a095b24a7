"""A document of a claim with what is worked out of it alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.domain.claim import RelayKind
from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.tracing.copying import NO_GRAMS, Grams, grams
from sayso.tracing.credits import find_credits
from sayso.tracing.moments import Moment, moment
from sayso.tracing.outlet_names import page_of
from sayso.tracing.outlets import Outlets
from sayso.tracing.paths import Path, read_paths
from sayso.tracing.statement import Statement

UNDATED = 1 << 62


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A document, its statements of the claim, and the ways that they tell of; `outlet` is its outlet's key.

    `grams`: none of a claim's only document, which is compared with no other. `credits`: where it says whose words it gives; `linked`: the pages that it points to; `numbers`: those that its statements speak of.
    """

    document: Document
    statements: tuple[Statement, ...]
    paths: tuple[Path, ...]
    outlet: str
    moment: Moment | None
    grams: Grams
    credits: tuple[Span, ...]
    linked: frozenset[str]
    numbers: frozenset[float]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def order(self) -> int:
        """The document's number in the store."""
        return self.statements[0].order


def hold(statements: Sequence[Statement], outlets: Outlets) -> tuple[Held, ...]:
    """The documents of some statements in order of time, those without a date last, in the order in which they were kept."""
    documents = {statement.document.id: statement.document for statement in statements}
    for document in documents.values():
        credits = find_credits(document.text)
        outlets.learn(credit.name for credit in credits if credit.sure)
        for credit in credits:
            if credit.how is RelayKind.WIRE_CREDIT:
                outlets.sign(document, credit.name)
    for document in documents.values():
        outlets.explain(document.text)
        outlets.describe(document.text)
    for statement in statements:
        for hop in statement.attribution.chain:
            if hop.source is not None:
                outlets.meet(hop.source.exact)
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.document.id, []).append(statement)
    alone = len(groups) < 2
    found = [_hold(group, outlets, alone=alone) for group in groups.values()]
    return tuple(
        sorted(found, key=lambda held: (held.moment.sort_key if held.moment else UNDATED, held.order, held.id))
    )


def _hold(group: Sequence[Statement], outlets: Outlets, *, alone: bool) -> Held:
    document = group[0].document
    ordered = tuple(sorted(group, key=lambda statement: (statement.attribution.content[0].start, statement.id)))
    return Held(
        document, ordered, read_paths(document, ordered, outlets), outlets.key_of(document),
        moment(document.published),
        NO_GRAMS if alone else grams(document, _said(document, ordered)),
        credits=tuple(_credits(ordered)),
        linked=frozenset(page_of(link.href) for link in document.links),
        numbers=frozenset(quantity.value for statement in ordered for quantity in statement.quantities),
    )  # fmt: skip


def _said(document: Document, statements: Sequence[Statement]) -> list[Span]:
    """What a document says that somebody said, with the words for who it was, and its headline where that says it too."""
    found = list(_credits(statements))
    for statement in statements:
        if statement.attribution.chain:
            found += statement.attribution.content
    headline = document.headline
    if found and headline is not None and any(headline.overlaps(one.attribution.content[0]) for one in statements):
        found.append(headline)
    return found


def _credits(statements: Sequence[Statement]) -> Iterator[Span]:
    """The words for who said it, and the cues."""
    for statement in statements:
        for hop in statement.attribution.chain:
            if hop.source is not None:
                yield hop.source
            if hop.cue is not None:
                yield hop.cue.span
