"""What is known of a claim's documents, as the truth that tracing is held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.claim import DriftKind, FlagKind, RelayKind
from sayso.evaluate.story import (
    GoldClaim,
    GoldDrift,
    GoldFlag,
    GoldParty,
    GoldPassage,
    GoldRelay,
    GoldRoots,
    StoryDocument,
)
from sayso.languages.language import languages

from .growing import Credit, Node, Way
from .marking import Mark

_SLOTS = {
    DriftKind.NUMBER_BOUND_LOST: "quantity",
    DriftKind.NUMBER_CHANGED: "quantity",
    DriftKind.UNIT_CHANGED: "quantity",
    DriftKind.ACTOR_CHANGED: "actor",
    DriftKind.PLACE_CHANGED: "place",
    DriftKind.TIME_CHANGED: "time",
    DriftKind.SCOPE_CHANGED: "scope",
    DriftKind.POLARITY_FLIPPED: "verb",
}
"""The words that show a change; of what is not here it is the whole sentence."""

_HOW = {
    Credit.NAMED: {RelayKind.NAMES_IT},
    Credit.WIRE: {RelayKind.WIRE_CREDIT, RelayKind.SAME_TEXT},
    Credit.FORWARD: {RelayKind.FORWARD, RelayKind.SAME_TEXT},
    Credit.LINK: {RelayKind.LINK},
    Credit.LINE: {RelayKind.NAMES_IT, RelayKind.WIRE_CREDIT},
    Credit.NONE: {RelayKind.SHARED_ERROR, RelayKind.SAME_TEXT},
}
_LOUD = (DriftKind.NUMBER_BOUND_LOST, DriftKind.HEDGE_LOST, DriftKind.SCOPE_CHANGED)
"""What a headline that says more than its text may be said to change, too."""


@dataclass(frozen=True, slots=True)
class Written:
    """A node with the document that was made of it."""

    node: Node
    document: StoryDocument
    marks: tuple[Mark, ...]

    def slot(self, number: int, label: str | None) -> GoldPassage:
        """The words of a slot in the sentence that opens telling `number`, or the whole sentence."""
        lead = next(found for found in self.marks if found.label == f"lead{number}")
        inside = (found for found in self.marks if lead.start <= found.start and found.end <= lead.end)
        return make_passage(self.document, next((found for found in inside if found.label == label), lead))


def make_passage(document: StoryDocument, found: Mark) -> GoldPassage:
    """The words under a mark."""
    exact = document.document.text[found.start : found.end]
    unread = (document.document.language or "en") not in languages()
    return GoldPassage(document.file, found.start, found.end, exact, unread)


def claim_truth(
    claim: str,
    nodes: Sequence[Node],
    written: Mapping[Node, Written],
    *,
    main: bool,
    denials: tuple[GoldPassage, ...] = (),
) -> GoldClaim:
    """Passages, parties, relays, roots, drift and flags of the documents of one claim."""
    parties = {telling.party for node in nodes for telling in node.tellings}
    absent = [node for node in nodes if not node.held]
    return GoldClaim(
        name=claim,
        main=main,
        passages=tuple(
            make_passage(item.document, found)
            for item in written.values()
            for found in item.marks
            if found.label.startswith(f"k|{claim}|")
        ),
        denials=denials,
        parties=(
            *(
                GoldParty(party.name, (party.role,) if party.role else (), root=True)
                for party in sorted(parties, key=lambda p: p.name)
            ),
            *(GoldParty(node.outlet.name) for node in absent),
        ),
        relays=tuple(_relays(nodes, written)),
        roots=GoldRoots(len(parties), len(parties), len(parties)),
        drift=tuple(found for item in written.values() for found in _drift(item, written)),
        flags=tuple(
            GoldFlag(FlagKind.EARLIER_THAN_SOURCE, _name(node.sources[0], written), item.document.file)
            for node, item in written.items()
            if node.early
        ),
    )


def _name(node: Node, written: Mapping[Node, Written]) -> str:
    """A node's file, or its outlet where no document is held."""
    return written[node].document.file if node in written else node.outlet.name


def _relays(nodes: Sequence[Node], written: Mapping[Node, Written]) -> Iterable[GoldRelay]:
    for node in nodes:
        name = _name(node, written)
        if not node.sources:
            (telling,) = node.tellings
            yield GoldRelay((telling.party.name,), name, frozenset({RelayKind.NAMES_IT}))
        for source in dict.fromkeys(node.sources):
            others = [_name(other, written) for other in _as_good(node, source, nodes)]
            if node.credit is Credit.NONE and node.way is not Way.COPY:
                others += [telling.party.name for telling in node.tellings if telling.speaks]
            how = set(_HOW[node.credit])
            if node.way is Way.COPY:
                how.add(RelayKind.SAME_TEXT)
            if node.german or node.way is Way.BACK:
                how.add(RelayKind.TRANSLATION)
            sources = tuple(dict.fromkeys((_name(source, written), *others)))
            yield GoldRelay(sources, name, frozenset(how), optional=node.early)


def _as_good(node: Node, source: Node, nodes: Sequence[Node]) -> Iterable[Node]:
    """Documents that a careful reader could take for the source as well: the same text, the same mistake, an outlet named."""
    before = [other for other in nodes if other is not node and other.published <= node.published]
    if node.way is Way.COPY and node.credit is not Credit.WIRE:
        yield from (other for other in before if _original(other) is _original(node))
    if node.credit is Credit.NONE:
        yield from (other for other in before if _original(other) is _original(source))
        if node.tellings[0].garbled:
            yield from (other for other in before if other.tellings[0].fact.site == node.tellings[0].fact.site)
    if node.credit is not Credit.NAMED:
        named = {telling.raised_to for telling in node.tellings}
        yield from (other for other in before if other.outlet.name in named)


def _original(node: Node) -> Node:
    while node.way is Way.COPY:
        node = node.sources[0]
    return node


def _drift(item: Written, written: Mapping[Node, Written]) -> Iterable[GoldDrift]:
    node = item.node
    unclear = node.early or node.german
    found: dict[DriftKind, GoldDrift] = {}
    if node.exceeds:
        title = next(found for found in item.marks if found.label == "exceeds")
        to = make_passage(item.document, title)
        copied = node.way is Way.COPY
        found[DriftKind.HEADLINE_EXCEEDS_TEXT] = GoldDrift(
            DriftKind.HEADLINE_EXCEEDS_TEXT, None, to, not copied, unclear
        )
    for number, telling in enumerate(node.tellings):
        source = node.sources[min(number, len(node.sources) - 1)] if node.sources else None
        upstream = written.get(source) if source is not None else None
        place = number if upstream is not None and len(upstream.node.tellings) > number else 0
        taste = telling.matter_of_taste()
        for kind, introduced in {**taste, **telling.shown()}.items():
            if kind in found and not found[kind].optional:
                continue
            label = _SLOTS.get(kind)
            before = upstream.slot(place, label) if upstream is not None else None
            found[kind] = GoldDrift(
                kind, before, item.slot(number, label), introduced, unclear or kind not in telling.shown()
            )
    yield from found.values()
    if node.exceeds:
        for kind in _LOUD:
            if kind not in found:
                yield GoldDrift(kind, None, to, True, optional=True)
