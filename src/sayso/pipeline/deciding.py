"""What an analyst decides about claims, steps, roots and documents: checked against what the store shows, then recorded as a judgement.

Corrections are in `correcting`, verdicts on claims in `verdicts`, letters of sources in `rating`.
"""

from __future__ import annotations

from sayso.domain.claim import Lineage
from sayso.domain.judgement import Judgement, JudgementKind
from sayso.errors import JudgementError
from sayso.pipeline.keeping import judge
from sayso.pipeline.parties import decide as on_parties
from sayso.pipeline.pointing import attribution_of
from sayso.pipeline.tracing import Tracer
from sayso.store.interface import Store


def same(store: Store, one: str, other: str, *, why: str | None = None, analyst: str) -> Judgement:
    """Record that two attributions (`att_…`, or `clm_…` for a claim's first) make one claim. Raises JudgementError."""
    return _on_statements(store, JudgementKind.SAME, one, other, why, analyst)


def differ(store: Store, one: str, other: str, *, why: str | None = None, analyst: str) -> Judgement:
    """Record that they do not. Raises JudgementError."""
    return _on_statements(store, JudgementKind.DIFFER, one, other, why, analyst)


def remove(store: Store, document: str, *, why: str | None, analyst: str) -> Judgement:
    """Record that a document (id or address) no longer counts, with the reason. Raises JudgementError."""
    why = (why or "").strip()
    if not why:
        raise JudgementError(f"Say why {document} should not count: its tombstone keeps the reason.")
    kept = store.find(document)
    if kept is None:
        raise JudgementError(f"The store holds no document {document!r}. 'sayso documents' lists them.")
    if kept.removed is not None:
        raise JudgementError(f"{kept.document.id} was removed already, on {kept.removed}: {kept.why_removed}")
    return judge(store, JudgementKind.REMOVE, kept.document.id, why=why, analyst=analyst)


def unlink(store: Store, source: str, to: str, *, why: str | None = None, analyst: str) -> Judgement:
    """Record that document `to` (id or address) did not take a claim from `source`: a document, or a hop or root of its lineage.

    Raises JudgementError where no such step is shown, or another name of the same party holds it up.
    """
    document, source = _document(store, to), _node(store, source)
    if not any(_joins(lineage, source, document) for lineage in _lineages_in(store, document)):
        raise JudgementError(
            f"No step leads from {source} to {document}. 'sayso trace {document} --json' lists the steps ('relays')."
        )
    with store.batch():
        made = judge(store, JudgementKind.NOT_A_RELAY, source, document, why=why, analyst=analyst)
        if any(_joins(lineage, source, document) for lineage in _lineages_in(store, document)):
            raise JudgementError(f"{source} is one root for several documents; split it first: 'sayso split'.")
    return made


def merge(store: Store, one: str, other: str, *, why: str | None = None, analyst: str) -> Judgement:
    """Record that two roots of a claim (`root_…`), or two parties (`pty_…`), are one. Raises JudgementError."""
    if _are_parties(one, other):
        return on_parties(store, JudgementKind.ONE_PARTY, one, other, why=why, analyst=analyst)
    return _on_roots(store, JudgementKind.ONE_ROOT, one, other, why, analyst)


def split(store: Store, one: str, other: str, *, why: str | None = None, analyst: str) -> Judgement:
    """Record that two roots of a claim, or two parties, which were taken for one, are two. Raises JudgementError."""
    if _are_parties(one, other):
        return on_parties(store, JudgementKind.TWO_PARTIES, one, other, why=why, analyst=analyst)
    return _on_roots(store, JudgementKind.TWO_ROOTS, one, other, why, analyst)


def _are_parties(one: str, other: str) -> bool:
    return one.startswith("pty_") and other.startswith("pty_")


def _on_statements(store: Store, kind: JudgementKind, one: str, other: str, why: str | None, analyst: str) -> Judgement:
    first, second = (attribution_of(store, item) for item in (one, other))
    if first == second:
        raise JudgementError(f"{one} and {other} are one and the same statement of the store. Give two.")
    return judge(store, kind, first, second, why=why, analyst=analyst)


def _on_roots(store: Store, kind: JudgementKind, one: str, other: str, why: str | None, analyst: str) -> Judgement:
    if one == other:
        raise JudgementError(f"{one} is one root already; give two.")
    claims = [set(store.claims_with(root)) for root in (one, other)]
    for root, known in zip((one, other), claims, strict=True):
        if not root.startswith("root_") or not known:
            raise JudgementError(
                f"The store shows no root {root!r}. 'sayso trace … --json' lists roots, and those that were merged ('collapses')."
            )
    if not claims[0] & claims[1]:
        raise JudgementError(f"{one} and {other} are roots of two claims; only roots of one claim can be one.")
    return judge(store, kind, one, other, why=why, analyst=analyst)


def _document(store: Store, id_or_url: str) -> str:
    kept = store.find(id_or_url)
    if kept is None:
        raise JudgementError(f"The store holds no document {id_or_url!r}. 'sayso documents' lists them.")
    return kept.document.id


def _node(store: Store, id_or_url: str) -> str:
    """A hop's or a root's id as it stands; else a document's."""
    return id_or_url if id_or_url.startswith(("hop_", "root_")) else _document(store, id_or_url)


def _lineages_in(store: Store, document: str) -> list[Lineage]:
    found = (store.lineage(claim) for claim in Tracer(store).claims_in(document))
    return [lineage for lineage in found if lineage is not None]


def _joins(lineage: Lineage, source: str, to: str) -> bool:
    return any(relay.source == source and relay.to == to for relay in lineage.relays)
