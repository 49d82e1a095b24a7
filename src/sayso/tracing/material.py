"""What there is to tell one claim's relays by: its documents by id, outlet and address, and what has been found so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.domain.claim import Flag, FlagKind, RelayKind
from sayso.tracing.graph import Evidence, Graph
from sayso.tracing.held import Held
from sayso.tracing.identities import hop_id, root_id
from sayso.tracing.moments import is_before
from sayso.tracing.outlet_names import page_of
from sayso.tracing.outlets import Outlets
from sayso.tracing.parties import Parties
from sayso.tracing.sources import Source
from sayso.tracing.steps import Step

MOST_OF_ONE_OUTLET = 12
"""Documents of an outlet, the first, the last before another and the next after it, among which the one that it means is looked for."""


@dataclass(slots=True)
class Candidate:
    """A node that a document may have the claim from, and why. `tail`: the nodes behind it on the same way, each with its step.

    `inner`: the parties that the document itself names behind a held one. `passes`: whether it is a document, or an outlet, or has another behind it, and is not just who said it.
    """

    node: str
    evidence: list[Evidence]
    steps: list[Step] = field(default_factory=list)
    tail: list[tuple[str, Step]] = field(default_factory=list)
    inner: frozenset[str] = frozenset()
    is_document: bool = False
    passes: bool = False

    @property
    def whole(self) -> bool:
        """Whether a credit of the whole text names it."""
        return any(item.how in {RelayKind.WIRE_CREDIT, RelayKind.FORWARD} for item in self.evidence)

    @property
    def source(self) -> Source:
        """The party as the document speaks of it."""
        return self.steps[0].source


Chosen = dict[str, Candidate]
"""Candidates by node."""


def document_candidate(other: Held, evidence: Evidence) -> Candidate:
    """A held document as what another may have it from."""
    return Candidate(other.id, [evidence], is_document=True, passes=True)


def any_passes(chosen: Chosen) -> bool:
    """Whether more than first speakers is among them."""
    return any(candidate.passes for candidate in chosen.values())


class Material:
    """The documents of a claim in order of time, and the graph that grows while they are gone through.

    `named`: what each document says itself; `misdated`: documents that bear an earlier date than the text that they copy, with that;
    `weak`: documents in their own voice without a credit, with the text that theirs resembles too little to be certain.
    """

    def __init__(
        self,
        claim: str,
        held: Sequence[Held],
        outlets: Outlets,
        parties: Parties,
        barred: frozenset[tuple[str, str]] = frozenset(),
        owners: Mapping[str, str] | None = None,
    ) -> None:
        self._claim, self._barred = claim, barred
        self.held, self.outlets, self.parties = held, outlets, parties
        self.by_id = {item.id: item for item in held}
        self.places = {item.id: place for place, item in enumerate(held)}
        self.owners = {outlets.find(name) or name: owner for name, owner in (owners or {}).items()}
        self.by_page: dict[str, Held] = {}
        self._by_house: dict[str, list[int]] = {}
        for place, item in enumerate(held):
            houses = {item.outlet, f"owner:{self.owners.get(item.outlet, item.outlet)}"}
            for house in houses:
                self._by_house.setdefault(house, []).append(place)
            if item.document.url:
                self.by_page.setdefault(page_of(item.document.url), item)
        self.graph = Graph()
        self.named: dict[str, Chosen] = {}
        self.sources: dict[str, list[tuple[str, Source]]] = {}
        self.flags: dict[tuple[str, str], Flag] = {}
        self.misdated: dict[str, str] = {}
        self.weak: dict[str, str] = {}
        self._mentions: dict[str, frozenset[str]] = {}
        self._speakers: dict[str, list[tuple[str, Step]]] | None = None

    @property
    def is_alone(self) -> bool:
        """Whether there is but one document: nothing that compares documents finds anything."""
        return len(self.held) < 2

    def of_outlet(self, outlet: str, item: Held) -> list[Held]:
        """Documents of an outlet, in order of time, that are near another one in it; not that one, and none ruled out."""
        return self._near(self._by_house.get(outlet, []), item)

    def of_house(self, item: Held) -> list[Held]:
        """Documents of the same outlet or owner."""
        return self._near(self._by_house.get(f"owner:{self.owners.get(item.outlet, item.outlet)}", []), item)

    def has_outlet(self, outlet: str) -> bool:
        """Whether anything of an outlet is held."""
        return outlet in self._by_house

    def has_others(self, outlet: str) -> bool:
        """Whether anything of another outlet than this one is held."""
        return any(item.outlet != outlet for item in self.held)

    def _near(self, places: Sequence[int], item: Held) -> list[Held]:
        at = bisect_left(places, self.places[item.id])
        first = places[: min(MOST_OF_ONE_OUTLET, at)]
        near = places[max(len(first), at - MOST_OF_ONE_OUTLET) : at + MOST_OF_ONE_OUTLET]
        return [
            self.held[place]
            for place in (*first, *near)
            if self.held[place] is not item and not self.is_barred(self.held[place].id, item)
        ]

    def is_barred(self, node: str, item: Held) -> bool:
        """Whether an analyst has ruled out that a document has it from there; a party is known by its ids as hop and as root."""
        if not self._barred:
            return False
        claim = self._claim
        ids = (node, hop_id(claim, node), root_id(claim, node), root_id(claim, node, item.id))
        return any((one, item.id) in self._barred for one in ids)

    def links_to(self, item: Held, other: Held) -> bool:
        """Whether one document points to the other's address."""
        url = other.document.url
        return url is not None and page_of(url) in item.linked

    def mentions(self, item: Held) -> frozenset[str]:
        """The outlets that a document's text names anywhere."""
        if item.id not in self._mentions:
            self._mentions[item.id] = frozenset(named.outlet for named in self.outlets.scan(item.document.text))
        return self._mentions[item.id]

    def speakers(self, name: str) -> Sequence[tuple[str, Step]]:
        """The nodes of a person of this name who says it in some document, each with the step that names him there."""
        if self._speakers is None:
            self._speakers = {}
            for other in self.held:
                for candidate in self.named[other.id].values():
                    for node, step in [(candidate.node, candidate.steps[0]), *candidate.tail]:
                        if step.source.person is not None:
                            self._speakers.setdefault(step.source.person, []).append((node, step))
        return self._speakers.get(name, ())

    def is_translated(self, item: Held, other: Held) -> bool:
        """Whether two documents are in two languages."""
        first, second = item.document.language, other.document.language
        return bool(first and second and first.split("-")[0] != second.split("-")[0])

    def names(self, other: Held, node: str) -> bool:
        """Whether a document names a node itself, or leads back to it."""
        return node in self.named[other.id] or self.graph.leads(other.id, node)

    def may_follow(self, item: Held, other: Held) -> bool:
        """Whether one document may have it from another, by date, or else by the order in which they were kept."""
        if (
            self.is_barred(other.id, item)
            or is_before(item.moment, other.moment)
            or self.graph.leads(other.id, item.id)
        ):
            return False
        return is_before(other.moment, item.moment) or self.places[other.id] < self.places[item.id]

    def flag(self, kind: FlagKind, source: str, to: str, why: str) -> None:
        """Note something that is not followed."""
        self.flags.setdefault((source, to), Flag(kind, source, to, why))
