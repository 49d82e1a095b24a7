"""One claim's statements → its lineage: relays, hops, roots, what was merged and why, drift, flags."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.domain.attribution import Naming
from sayso.domain.claim import Claim, Lineage, Node, Occurrence, Relay
from sayso.domain.correction import Correction
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.tracing.clues import RETOLD
from sayso.tracing.drift import find_drift
from sayso.tracing.held import Held, hold
from sayso.tracing.identities import hop_id
from sayso.tracing.material import Material
from sayso.tracing.outlets import Outlets
from sayso.tracing.parties import Parties
from sayso.tracing.relays import Relays, find_relays
from sayso.tracing.roots import Roots, find_roots
from sayso.tracing.sources import Source, read_source
from sayso.tracing.standing import as_judged, standing
from sayso.tracing.statement import Statement

_THAT = re.compile(r"^(?:that|whether)\s+", re.IGNORECASE)


def trace_claim(
    claim_id: str,
    statements: Sequence[Statement],
    judgements: Sequence[Judgement] = (),
    *,
    aside: Sequence[Statement] = (),
    owners: Mapping[str, str] | None = None,
) -> Lineage:
    """The lineage of a claim from all its statements; `aside` are other statements of the same documents, in which what
    changed may stand; `owners` says to whom outlets belong, by their names.

    Statements are as analysts have put them right; of `judgements`, those on relays and roots count that were not undone. The order of `statements` does not matter.
    """
    counted = standing(statements)
    outlets = Outlets([statement.document for statement in counted])
    held = hold(counted, outlets)
    parties = Parties([step.source for item in held for path in item.paths for step in path.steps], outlets)
    relays = find_relays(Material(claim_id, held, outlets, parties, _barred(judgements), owners))
    roots = find_roots(claim_id, held, relays, outlets, judgements)
    names = _Names(claim_id, relays, roots, {item.id for item in held})
    steps = tuple(_relays(relays, names, held))
    flags = tuple(
        replace(flag, source=names.of(flag.source, flag.to), to=names.of(flag.to, "")) for flag in relays.flags
    )
    listed = tuple(_occurrence(as_judged(statement)) for statement in sorted(statements, key=_place))
    return Lineage(
        claim=Claim(
            id=claim_id,
            text=_nearest_wording(held, relays, roots, statements),
            documents=len(held),
            outlets=len({item.outlet for item in held}),
            roots_min=roots.least,
            roots_max=len(roots.roots),
        ),
        attributions=listed,
        relays=steps,
        hops=tuple(names.hops()),
        roots=roots.roots,
        collapses=roots.collapses,
        drift=find_drift(
            [(step.source, step.to) for step in steps],
            counted,
            [as_judged(item) for item in aside],
            guessed={(step.source, step.to) for step in steps if step.score <= RETOLD},
        ),
        flags=flags,
    )


def _barred(judgements: Sequence[Judgement]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (item.subject, item.object)
        for item in judgements
        if item.kind is JudgementKind.NOT_A_RELAY and item.undone is None and item.object is not None
    )


def _place(statement: Statement) -> tuple[int, str, int, str]:
    return statement.order, statement.document.id, statement.attribution.content[0].start, statement.id


def _occurrence(statement: Statement) -> Occurrence:
    document = statement.document
    return Occurrence(
        id=statement.id,
        document=document.id,
        outlet=document.outlet,
        published=document.published,
        exact=statement.text,
        chain=tuple(_shown(read_source(hop, document)) for hop in statement.attribution.chain),
        factuality=statement.attribution.factuality,
        corrections=_corrections(statement),
    )


def _corrections(statement: Statement) -> tuple[Correction, ...]:
    attribution = statement.attribution
    of_hops = (item for hop in attribution.chain for item in hop.corrections)
    return (*statement.document.corrections, *of_hops, *attribution.corrections)


def _shown(source: Source) -> str:
    if source.naming is Naming.NONE:
        return "nobody named"
    return source.shown if source.naming is Naming.NAMED else f"{source.naming}: {source.words}"


class _Names:
    """Ids of nodes as a lineage shows them."""

    def __init__(self, claim: str, relays: Relays, roots: Roots, documents: set[str]) -> None:
        self._claim, self._relays, self._roots, self._documents = claim, relays, roots, documents
        self._used: dict[str, str] = {}

    def of(self, node: str, to: str) -> str:
        """The id of a node on its way to another."""
        if node in self._documents:
            return node
        root = self._roots.of.get((node, to))
        if root is not None:
            return root
        self._used[node] = hop_id(self._claim, node)
        return self._used[node]

    def hops(self) -> list[Node]:
        """The hops that were given an id."""
        found = []
        for node, identity in self._used.items():
            sources = [source for _, source in self._relays.sources.get(node, ())]
            best = max(
                sources,
                key=lambda source: (source.naming is Naming.NAMED, source.name is not None, len(source.shown)),
                default=None,
            )
            if best is not None:
                found.append(Node(identity, best.shown, best.kind, best.naming))
        return sorted(found, key=lambda hop: hop.id)


def _relays(relays: Relays, names: _Names, held: Sequence[Held]) -> list[Relay]:
    places = {item.id: place for place, item in enumerate(held)}
    found = []
    for source, to in relays.graph.steps():
        first = names.of(source, to)
        second = to if to in places else names.of(to, "")
        for item in relays.graph.evidence(source, to):
            found.append(
                (places.get(to, -1), Relay(first, second, item.how, item.passages, item.score, _sentence(item.why)))
            )
    return [relay for _, relay in sorted(found, key=lambda pair: (pair[0], pair[1].to, pair[1].source, -pair[1].score))]


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:].rstrip('.')}." if why else ""


def _nearest_wording(held: Sequence[Held], relays: Relays, roots: Roots, statements: Sequence[Statement]) -> str:
    """What is said in the document nearest to the root that most documents lead back to; of a claim that nobody makes, its first words."""
    if not held:
        first = min(statements, key=_place, default=None)
        return _tidy(first.text) if first is not None else ""
    widest = max(roots.roots, key=lambda root: len(root.documents))
    depth = {item.id: len(relays.graph.above(item.id)) for item in held if item.id in set(widest.documents)}
    nearest = min((item for item in held if item.id in depth), key=lambda item: depth[item.id])

    def rank(statement: Statement) -> tuple[bool, int, int]:
        headline = nearest.document.headline
        is_headline = headline is not None and headline.covers(statement.attribution.content[0])
        return not is_headline, len(statement.attribution.chain), len(statement.words)

    return _tidy(max(nearest.statements, key=rank).text)


def _tidy(text: str) -> str:
    text = _THAT.sub("", " ".join(text.split()))
    return text.strip(' ,;:“”"«»„')
