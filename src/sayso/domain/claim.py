"""What several attributions say, across documents: claims, who took them from whom, and what changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.attribution import Factuality, Naming, PartyKind
from sayso.domain.correction import Correction


class RelayKind(StrEnum):
    """How we know that a document took a claim from another."""

    NAMES_IT = "names-it"
    LINK = "link"
    WIRE_CREDIT = "wire-credit"
    SAME_TEXT = "same-text"
    TRANSLATION = "translation"
    FORWARD = "forward"
    SHARED_ERROR = "shared-error"
    SAME_OWNER = "same-owner"


class Access(StrEnum):
    """How a root came to know what it says."""

    EYEWITNESS = "eyewitness"
    OFFICIAL = "official"
    PARTY = "party"
    DOCUMENT = "document"
    MEDIA = "media"
    UNKNOWN = "unknown"


class DriftKind(StrEnum):
    """What changed between a hop and the one that it took a claim from."""

    ATTRIBUTION_LOST = "attribution-lost"
    SOURCE_RAISED = "source-raised"
    HEDGE_LOST = "hedge-lost"
    HEDGE_ADDED = "hedge-added"
    STANCE_HARDENED = "stance-hardened"
    STANCE_SOFTENED = "stance-softened"
    POLARITY_FLIPPED = "polarity-flipped"
    NUMBER_BOUND_LOST = "number-bound-lost"
    NUMBER_CHANGED = "number-changed"
    UNIT_CHANGED = "unit-changed"
    ACTOR_CHANGED = "actor-changed"
    ROLE_CHANGED = "role-changed"
    PLACE_CHANGED = "place-changed"
    TIME_CHANGED = "time-changed"
    SCOPE_CHANGED = "scope-changed"
    HEADLINE_EXCEEDS_TEXT = "headline-exceeds-text"


class FlagKind(StrEnum):
    """What in a claim's graph was seen and not followed."""

    CYCLE = "cycle"
    EARLIER_THAN_SOURCE = "earlier-than-source"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a document: half-open code-point offsets into its text."""

    document: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An attribution as a claim shows it; `chain` names its hops, outermost first ("unnamed: a police source").

    `corrections` are what analysts put right in it, in its hops and in its document.
    """

    id: str
    document: str
    outlet: str | None
    published: str | None
    exact: str
    chain: tuple[str, ...]
    factuality: Factuality
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Relay:
    """A step by which `to` (a document, or a hop named in one) took the claim from `source`; `why` says in words how that is known.

    A node is a document (`doc_…`), a hop named in a text of which no document is held (`hop_…`), or a root (`root_…`).
    """

    source: str
    to: str
    how: RelayKind
    evidence: tuple[Passage, ...]
    score: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A hop that a text names and of which no document is held ("ISW report, not held")."""

    id: str
    name: str
    kind: PartyKind
    naming: Naming


@dataclass(frozen=True, slots=True)
class Root:
    """Where a claim is first said, as far as the documents tell; `documents` are those that lead back to it.

    `interested`: whether the claim is about the root itself; None where the text does not tell.
    """

    id: str
    name: str
    kind: PartyKind
    naming: Naming
    access: Access
    interested: bool | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collapse:
    """Two roots that are one: certainly (counted once in `roots_max` too), or probably (once in `roots_min` only)."""

    kept: str
    merged: str
    certain: bool
    why: str
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """One change; `source` is None where a headline is held against its own text.

    `introduced` is False where the document inherited it from the one that it relays.
    """

    kind: DriftKind
    source: Passage | None
    to: Passage
    introduced: bool
    why: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in the graph that was not followed, and why."""

    kind: FlagKind
    source: str
    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """The one thing that several attributions say; `text` is the wording nearest to the root."""

    id: str
    text: str
    documents: int
    outlets: int
    roots_min: int
    roots_max: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """A claim with everything that it rests on."""

    claim: Claim
    attributions: tuple[Occurrence, ...]
    relays: tuple[Relay, ...]
    hops: tuple[Node, ...]
    roots: tuple[Root, ...]
    collapses: tuple[Collapse, ...]
    drift: tuple[Drift, ...]
    flags: tuple[Flag, ...] = ()


def claim_id(first_attribution: str) -> str:
    """`clm_` and the digits of the claim's first attribution."""
    return "clm_" + first_attribution.removeprefix("att_")


def first_attribution(claim: str) -> str:
    """The attribution that a claim is called after."""
    return "att_" + claim.removeprefix("clm_")
