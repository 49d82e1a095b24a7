"""An id that a person gives → the attribution or claim of today that it means, or a sentence that says why there is none.

Ids stand in notes and reports longer than claims stand: a claim that was joined to another is found by its first
attribution, whose digits it bears; what no longer counts is said to be so, and not to be unknown.
"""

from __future__ import annotations

from sayso.errors import JudgementError, StoreError
from sayso.store.interface import Kept, State, Store


def claim_of(store: Store, id: str) -> str:
    """The claim that `clm_…` is, or has become part of, or that `att_…` is in. Raises StoreError."""
    if id.startswith("clm_") and store.members(id, most=1):
        return id
    attribution = _first(id)
    claim = store.claim_of(attribution)
    if claim is None:
        raise StoreError(_why_none(store, id, attribution))
    return claim


def attribution_of(store: Store, id: str) -> str:
    """An attribution's id, or the first attribution of a claim, whatever that claim is part of now. Raises JudgementError."""
    if id.startswith("clm_"):
        members = store.members(id, most=1)
        if members:
            return members[0]
    if not id.startswith(("att_", "clm_")):
        raise JudgementError(f"The store holds no statement {id!r}. Give an attribution (att_…) or a claim (clm_…).")
    attribution = _first(id)
    if store.claim_of(attribution) is None:
        raise JudgementError(_why_none(store, id, attribution))
    return attribution


def why_no_claim(kept: Kept) -> str:
    """Why a document that is held is in no claim."""
    id = kept.document.id
    if kept.state is State.REMOVED:
        return f"{id} was removed ({kept.why_removed}) and no longer counts. 'sayso show {id}' shows it; 'sayso undo' takes a removal back."
    if kept.state is State.SUPERSEDED:
        return (
            f"{id} is an older version and no longer counts: its page has become {kept.superseded_by}. Trace that one."
        )
    return f"Nothing that {id} says can be followed: it has no statement of more than a few words. 'sayso show {id}' shows what was read in it."


def _first(id: str) -> str:
    return "att_" + id.removeprefix("clm_").removeprefix("att_")


def _why_none(store: Store, id: str, attribution: str) -> str:
    document = store.document_of(attribution)
    kept = store.find(document) if document is not None else None
    if kept is None:
        lists = "'sayso claims' lists them" if id.startswith("clm_") else "'sayso show DOCUMENT' lists a document's"
        return f"The store holds no {'claim' if id.startswith('clm_') else 'statement'} {id!r}. {lists}."
    if kept.state is State.CURRENT:
        return f"{id} is in {kept.document.id}, but makes no claim: it is a plan or an attempt, or too short to be told from others."
    return f"{id} is in a document that does not count: {why_no_claim(kept)}"
