"""A claim with all that it rests on as data: the JSON record `sayso.lineage/1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sayso.domain.claim import Claim, Collapse, Drift, Flag, Lineage, Node, Occurrence, Passage, Relay, Root
from sayso.domain.judgement import Judgement
from sayso.serialise.record import Record, corrections_record

SCHEMA = "sayso.lineage/1"
_NO_VERDICTS: Mapping[str, Judgement] = MappingProxyType({})


def lineage_records(lineages: Iterable[Lineage], verdicts: Mapping[str, Judgement] = _NO_VERDICTS) -> list[Record]:
    """The records of several lineages, with analysts' verdicts by claim. `sayso.lineage/1` is always an array: tracing a document gives every claim in it."""
    return [lineage_record(lineage, verdicts.get(lineage.claim.id)) for lineage in lineages]


def lineage_record(lineage: Lineage, verdict: Judgement | None = None) -> Record:
    """The record of one lineage, its keys in the order of the format; the claim has a `verdict` where an analyst gave one."""
    return {
        "schema": SCHEMA,
        "claim": {**_claim(lineage.claim), **verdict_record(verdict)},
        "attributions": [_occurrence(occurrence) for occurrence in lineage.attributions],
        "relays": [_relay(relay) for relay in lineage.relays],
        "hops": [_hop(hop) for hop in lineage.hops],
        "roots": [_root(root) for root in lineage.roots],
        "collapses": [_collapse(collapse) for collapse in lineage.collapses],
        "drift": [_drift(drift) for drift in lineage.drift],
        "flags": [_flag(flag) for flag in lineage.flags],
    }


def _claim(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "text": claim.text,
        "documents": claim.documents,
        "outlets": claim.outlets,
        "roots_min": claim.roots_min,
        "roots_max": claim.roots_max,
    }


def verdict_record(verdict: Judgement | None) -> Record:
    """The key `verdict` of a claim, where an analyst gave one."""
    if verdict is None:
        return {}
    told = {name: getattr(verdict, name) for name in ("why", "analyst", "made")}
    return {"verdict": {"verdict": verdict.value, **told, "judgement": verdict.id}}


def _occurrence(occurrence: Occurrence) -> Record:
    return {
        "id": occurrence.id,
        "document": occurrence.document,
        "outlet": occurrence.outlet,
        "published": occurrence.published,
        "exact": occurrence.exact,
        "chain": list(occurrence.chain),
        "factuality": occurrence.factuality.value,
        **corrections_record(occurrence.corrections),
    }


def _relay(relay: Relay) -> Record:
    return {
        "from": relay.source,
        "to": relay.to,
        "how": relay.how.value,
        "evidence": [_passage(passage) for passage in relay.evidence],
        # A model's float32 is no JSON number.
        "score": float(relay.score),
        "why": relay.why,
    }


def _hop(hop: Node) -> Record:
    return {"id": hop.id, "name": hop.name, "kind": hop.kind.value, "naming": hop.naming.value}


def _root(root: Root) -> Record:
    return {
        "id": root.id,
        "name": root.name,
        "kind": root.kind.value,
        "naming": root.naming.value,
        "access": root.access.value,
        "interested": root.interested,
        "documents": list(root.documents),
    }


def _collapse(collapse: Collapse) -> Record:
    return {
        "kept": collapse.kept,
        "merged": collapse.merged,
        "certain": collapse.certain,
        "why": collapse.why,
        "evidence": [_passage(passage) for passage in collapse.evidence],
    }


def _drift(drift: Drift) -> Record:
    return {
        "kind": drift.kind.value,
        "from": None if drift.source is None else _passage(drift.source),
        "to": _passage(drift.to),
        "introduced": drift.introduced,
        "why": drift.why,
    }


def _flag(flag: Flag) -> Record:
    return {"kind": flag.kind.value, "from": flag.source, "to": flag.to, "why": flag.why}


def _passage(passage: Passage) -> Record:
    return {"document": passage.document, "start": passage.start, "end": passage.end, "exact": passage.exact}
