"""The parties of a store as data: `sayso.parties/1`."""

from __future__ import annotations

from dataclasses import asdict

from sayso.domain.joined_party import Appearance, JoinedParty, Quoted
from sayso.serialise.parties import candidate_record
from sayso.serialise.record import Record

SCHEMA = "sayso.parties/1"


def joined_party_record(party: JoinedParty) -> Record:
    """One party with every appearance, why they were joined, and the questions that are left."""
    return {
        "schema": SCHEMA,
        "id": party.id,
        "name": party.name,
        "names": list(party.names),
        "kind": party.kind.value,
        "standing": party.standing.value if party.standing is not None else None,
        "why": party.why,
        "is": candidate_record(party.candidate) if party.candidate is not None else None,
        "quoted": _counts(party.quoted),
        "documents": len({item.document for item in party.appearances}),
        "outlets": list(party.outlets),
        "score": party.score,
        "joins": [{**asdict(join), "by": join.by.value} for join in party.joins],
        "doubts": [asdict(doubt) for doubt in party.doubts],
        "appearances": [_appearance(item) for item in party.appearances],
    }


def _appearance(item: Appearance) -> Record:
    return {
        "id": item.id,
        "document": item.document,
        "outlet": item.outlet,
        "published": item.published,
        "party": item.party,
        "kind": item.kind.value,
        "names": list(item.names),
        "words": item.words,
        "standing": item.standing.value if item.standing is not None else None,
        "why": item.why,
        "is": item.candidate.id if item.candidate is not None else None,
        "quoted": _counts(item.quoted),
        "attributions": [quoted.attribution for quoted in item.quoted],
    }


def _counts(quoted: tuple[Quoted, ...]) -> Record:
    """How often it is quoted: by its name and without, as who said it and as who passes it on."""
    named, said = sum(item.named for item in quoted), sum(item.said for item in quoted)
    return {
        "attributions": len(quoted),
        "named": named,
        "not_named": len(quoted) - named,
        "said": said,
        "passed_on": len(quoted) - said,
    }
