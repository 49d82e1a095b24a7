"""Lineages built by hand: `Story().root("a clerk").document("The Quay", …)`; every outlet and event is invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from sayso.domain.attribution import Factuality, Naming, PartyKind
from sayso.domain.claim import (
    Access,
    Claim,
    Collapse,
    Drift,
    DriftKind,
    Flag,
    FlagKind,
    Lineage,
    Node,
    Occurrence,
    Passage,
    Relay,
    RelayKind,
    Root,
)
from sayso.domain.document import Document


def _id(prefix: str, name: str) -> str:
    return f"{prefix}_{sha256(name.encode(errors='replace')).hexdigest()[:16]}"


def doc(name: str) -> str:
    """The id that a document of this name has in a story."""
    return _id("doc", name)


def passage(name: str, exact: str, start: int = 0) -> Passage:
    """Words of the document of this name."""
    return Passage(doc(name), start, start + len(exact), exact)


@dataclass
class Story:
    """Grows a lineage; a node is spoken of by its name."""

    text: str = "About 40 men were possibly made to sign contracts"
    names: dict[str, str] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    occurrences: list[Occurrence] = field(default_factory=list)
    relays: list[Relay] = field(default_factory=list)
    hops: list[Node] = field(default_factory=list)
    roots: list[Root] = field(default_factory=list)
    collapses: list[Collapse] = field(default_factory=list)
    drift: list[Drift] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def root(
        self,
        name: str,
        *,
        access: Access = Access.UNKNOWN,
        interested: bool | None = None,
        kind: PartyKind = PartyKind.PERSON,
        naming: Naming = Naming.NAMED,
    ) -> Story:
        """A root; documents that are given it as their `source` are added to its list."""
        self.names[name] = _id("root", name)
        self.roots.append(Root(self.names[name], name, kind, naming, access, interested, ()))
        return self

    def hop(self, name: str, source: str | None = None, how: RelayKind = RelayKind.NAMES_IT) -> Story:
        """A hop of which no document is held."""
        self.names[name] = _id("hop", name)
        self.hops.append(Node(self.names[name], name, PartyKind.ORGANISATION, Naming.NAMED))
        if source is not None:
            self.relay(source, name, how)
        return self

    def document(
        self,
        name: str,
        published: str | None,
        source: str | None = None,
        how: RelayKind = RelayKind.NAMES_IT,
        *,
        exact: str = "about 40 men were made to sign",
        chain: tuple[str, ...] = (),
        factuality: Factuality = Factuality.CERTAIN,
        outlet: str | None = None,
    ) -> Story:
        """A document of the outlet `name` (or `outlet`), taken from `source`."""
        id = self.names[name] = doc(name)
        self.documents[id] = Document(id, exact, title=f"{name}: {exact}", outlet=outlet or name, published=published)
        self.occurrences.append(Occurrence(_id("att", name), id, outlet or name, published, exact, chain, factuality))
        if source is not None:
            self.relay(source, name, how)
        return self

    def relay(self, source: str, to: str, how: RelayKind = RelayKind.NAMES_IT, score: float = 0.9) -> Story:
        """One more step; its evidence is a passage of the later document."""
        evidence = (passage(to, f"{source} reported"),) if self.names[to].startswith("doc_") else ()
        self.relays.append(Relay(self.names[source], self.names[to], how, evidence, score))
        return self

    def changed(
        self,
        kind: DriftKind,
        source: str | None,
        to: str,
        before: str,
        after: str,
        *,
        introduced: bool = True,
        why: str = "",
    ) -> Story:
        """Something that changed between two documents; `source` None: between a headline and its own text."""
        came = None if source is None else passage(source, before)
        self.drift.append(Drift(kind, came, passage(to, after), introduced, why))
        return self

    def collapsed(self, kept: str, merged: str, why: str, *, certain: bool = True) -> Story:
        """Two roots that are one; `merged` may be one that is in the lineage no more."""
        ids = (self.names.get(name, _id("root", name)) for name in (kept, merged))
        self.collapses.append(Collapse(*ids, certain, why))
        return self

    def flagged(self, kind: FlagKind, source: str, to: str, why: str) -> Story:
        """A step that was not followed."""
        self.flags.append(Flag(kind, self.names[source], self.names[to], why))
        return self

    def lineage(self, roots_min: int | None = None) -> Lineage:
        """The lineage; every root leads to what hangs under it."""
        roots = tuple(
            Root(root.id, root.name, root.kind, root.naming, root.access, root.interested, self._led_by(root.id))
            for root in self.roots
        )
        outlets = {occurrence.outlet for occurrence in self.occurrences}
        least = len(roots) if roots_min is None else roots_min
        claim = Claim("clm_0123456789abcdef", self.text, len(self.documents), len(outlets), least, len(roots))
        return Lineage(
            claim,
            tuple(self.occurrences),
            tuple(self.relays),
            tuple(self.hops),
            roots,
            tuple(self.collapses),
            tuple(self.drift),
            tuple(self.flags),
        )

    def _led_by(self, root: str) -> tuple[str, ...]:
        below: dict[str, list[str]] = {}
        for relay in self.relays:
            below.setdefault(relay.source, []).append(relay.to)
        found = {root}
        waiting = [root]
        while waiting:
            fresh = [to for to in below.get(waiting.pop(), ()) if to not in found]
            found.update(fresh)
            waiting += fresh
        return tuple(id for id in self.documents if id in found)


def sluice() -> Story:
    """Two roots, a hop that is not held, a copy with two upstreams, drift on the way, and a copy dated before its source."""
    return (
        Story("the sluice at Varn was possibly opened by about 40 men on the governor's orders")
        .root("a relative of a lock keeper", naming=Naming.UNNAMED, access=Access.EYEWITNESS, interested=False)
        .root("Oleg Tarn", access=Access.OFFICIAL, interested=True)
        .hop("Harbour Institute report", "a relative of a lock keeper")
        .document(
            "Channel Lantern", "2026-03-02T06:12:00Z", "a relative of a lock keeper",
            exact="possibly about 40 men opened the sluice", chain=("unnamed: a relative of a lock keeper",),
            factuality=Factuality.POSSIBLE,
        )
        .document(
            "The Quay", "2026-03-02T09:40:00Z", "Channel Lantern",
            exact="about 40 men opened the sluice", chain=("Channel Lantern", "unnamed: a relative"),
        )
        .relay("Channel Lantern", "The Quay", RelayKind.LINK, 0.8)
        .document(
            "Port News", "2026-03-02T10:15:00Z", "The Quay", RelayKind.WIRE_CREDIT,
            exact="40 men opened the sluice on the governor's orders", chain=("The Quay",),
        )
        .document("Upriver Post", "2026-03-02", "The Quay", RelayKind.SAME_TEXT,
                  exact="about 40 men opened the sluice", chain=("Channel Lantern", "unnamed: a relative"))
        .document("Delta Herald", "2026-03-05T08:00:00Z", "Port News", RelayKind.TRANSLATION,
                  exact="40 soldiers opened the sluice on the governor's orders")
        .relay("Harbour Institute report", "Delta Herald", RelayKind.NAMES_IT, 0.5)
        .document("Marsh Weekly", "2026-03-04T17:30:00Z", "Harbour Institute report",
                  exact="the sluice was probably opened by men in uniform", chain=("Harbour Institute",),
                  factuality=Factuality.PROBABLE)
        .document("Varn Mirror", None, "Port News", RelayKind.SHARED_ERROR,
                  exact="40 men opened the sluice on the governor's orders", chain=("The Quay",))
        .document("Regional Gazette", "2026-03-03T12:00:00Z", "Oleg Tarn",
                  exact="nobody opened the sluice", chain=("Oleg Tarn",), factuality=Factuality.CERTAINLY_NOT)
        .changed(DriftKind.HEDGE_LOST, "Channel Lantern", "The Quay", "possibly", "about 40 men opened the sluice")
        .changed(DriftKind.NUMBER_BOUND_LOST, "The Quay", "Port News", "about 40", "40")
        .changed(DriftKind.ATTRIBUTION_LOST, "The Quay", "Port News", "a relative", "on the governor's orders")
        .changed(DriftKind.HEDGE_LOST, "Channel Lantern", "Port News", "possibly", "40 men", introduced=False)
        .changed(DriftKind.ACTOR_CHANGED, "Port News", "Delta Herald", "40 men", "40 soldiers")
        .changed(DriftKind.NUMBER_BOUND_LOST, "The Quay", "Delta Herald", "about 40", "40", introduced=False)
        .changed(DriftKind.HEDGE_LOST, "Channel Lantern", "Delta Herald", "possibly", "40 men", introduced=False)
        .changed(DriftKind.HEDGE_LOST, "Channel Lantern", "Upriver Post", "possibly", "40 men", introduced=False)
        .changed(DriftKind.HEADLINE_EXCEEDS_TEXT, None, "Marsh Weekly", "", "Soldiers opened sluice",
                 why="the headline names soldiers, the text “men in uniform”")
        .collapsed("a relative of a lock keeper", "a resident", "both name the same post of 2 March")
        .collapsed("a relative of a lock keeper", "Oleg Tarn", "the relative works in his office", certain=False)
        .flagged(FlagKind.EARLIER_THAN_SOURCE, "Delta Herald", "Marsh Weekly", "it is dated a day before what it names")
    )  # fmt: skip
