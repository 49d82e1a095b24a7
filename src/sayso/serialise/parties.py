"""The parties of a document as data: whom the registry knows that they can be, and who is private."""

from __future__ import annotations

from sayso.domain.party import Candidate, KnownParty
from sayso.serialise.offices import tenure_record
from sayso.serialise.record import Record, span_record


def party_record(party: KnownParty) -> Record:
    """One party; `standing` is null for what is no person, `candidates` are empty where the registry knows nobody."""
    resolved = party.resolved
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind.value,
        "standing": party.standing.value if party.standing is not None else None,
        "why": party.why,
        "rests_on": [span_record(span) for span in party.rests_on],
        "is": resolved.id if resolved is not None else None,
        "candidates": [candidate_record(candidate) for candidate in party.candidates],
    }


def candidate_record(candidate: Candidate) -> Record:
    """Somebody of the registry, with the line that it rests on."""
    return {
        "id": candidate.id,
        "name": candidate.name,
        "by": candidate.by.value,
        "why": candidate.why,
        "score": candidate.score,
        "registry": None if candidate.line is None else tenure_record(candidate.line),
    }
