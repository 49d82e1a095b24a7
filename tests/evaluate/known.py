"""A small story with its truth, and the lineages that a perfect tracer would give for any story."""

from __future__ import annotations

from typing import Any

from sayso.domain.attribution import Factuality, Naming, PartyKind
from sayso.domain.claim import Access, Claim, Drift, Flag, Lineage, Node, Occurrence, Passage, Relay, Root
from sayso.evaluate.story import GoldClaim, GoldPassage, Story, make_document, read_claims

TEXTS = {
    "quay.txt": "The ferry lost about 40 crates, the clerk told The Quay.\n",
    "wire.txt": "PORT, May 2 (Wire) - The ferry lost 40 crates, The Quay reported. The captain denied it.\n",
    "echo.txt": "The ferry lost 40 crates at sea. The harbour will close on Sunday, the mayor said.\n",
    "note.txt": "The captain denied that the ferry lost 40 crates.\n",
}

TRUTH: list[dict[str, Any]] = [
    {
        "name": "crates",
        "main": True,
        "passages": [
            {"file": "quay.txt", "exact": "The ferry lost about 40 crates"},
            {"file": "wire.txt", "exact": "The ferry lost 40 crates"},
            {"file": "echo.txt", "exact": "The ferry lost 40 crates at sea"},
        ],
        "denials": [{"file": "note.txt", "exact": "that the ferry lost 40 crates"}],
        "parties": [{"name": "the clerk", "also": ["harbour clerk"], "root": True}],
        "relays": [
            {"from": "the clerk", "to": "quay.txt", "how": ["names-it"]},
            {"from": "quay.txt", "to": "wire.txt", "how": ["names-it"]},
            {"from": "wire.txt", "or": ["quay.txt"], "to": "echo.txt", "how": ["same-text"]},
        ],
        "roots": {"count": 1, "min": 1, "max": 1},
        "drift": [
            {
                "kind": "number-bound-lost",
                "from": {"file": "quay.txt", "exact": "about 40 crates"},
                "to": {"file": "wire.txt", "exact": "40 crates"},
                "introduced": True,
            },
            {
                "kind": "number-bound-lost",
                "from": {"file": "wire.txt", "exact": "40 crates"},
                "to": {"file": "echo.txt", "exact": "40 crates"},
                "introduced": False,
            },
            {
                "kind": "place-changed",
                "from": {"file": "wire.txt", "exact": "40 crates"},
                "to": {"file": "echo.txt", "exact": "at sea"},
                "introduced": True,
                "optional": True,
            },
        ],
    },
    {
        "name": "closed",
        "passages": [{"file": "echo.txt", "exact": "The harbour will close on Sunday"}],
        "parties": [{"name": "the mayor", "root": True}],
        "relays": [{"from": "the mayor", "to": "echo.txt", "how": ["names-it"]}],
        "roots": {"count": 1, "min": 1, "max": 1},
    },
]


def ferry() -> Story:
    """The small story."""
    documents = tuple(
        make_document(file, text.encode(), {"outlet": file.removesuffix(".txt"), "language": "en"})
        for file, text in TEXTS.items()
    )
    return Story("ferry", documents, read_claims("ferry", TRUTH, documents))


def perfect(story: Story) -> list[Lineage]:
    """What a tracer would give that knows the truth: mandatory relays and drift, the true number of roots."""
    return [_lineage(story, number, claim) for number, claim in enumerate(story.claims)]


def _lineage(story: Story, number: int, claim: GoldClaim) -> Lineage:
    ids = {item.file: item.document.id for item in story.documents}
    kinds = {party.name: "root" if party.root else "hop" for party in claim.parties if party.document is None}
    ids |= {name: f"{kind}_{place}" for place, (name, kind) in enumerate(kinds.items())}
    ids |= {party.name: ids[party.document] for party in claim.parties if party.document}

    def passage(gold: GoldPassage) -> Passage:
        return Passage(ids[gold.file], gold.start, gold.end, gold.exact)

    count = claim.roots.count if claim.roots else 1
    return Lineage(
        claim=Claim(f"clm_{number}", claim.passages[0].exact, len(claim.passages), 1, count, count),
        attributions=tuple(
            Occurrence(f"att_{number}_{place}", ids[gold.file], None, None, gold.exact, (), Factuality.CERTAIN)
            for place, gold in enumerate(claim.passages)
            if not gold.unread
        ),
        relays=tuple(
            Relay(ids[relay.sources[0]], ids[relay.to], min(relay.how), (), 0.9)
            for relay in claim.relays or ()
            if not relay.optional
        ),
        hops=tuple(
            Node(ids[party.name], party.name, PartyKind.UNKNOWN, Naming.UNNAMED)
            for party in claim.parties
            if not party.root
        ),
        roots=tuple(
            Root(
                ids[party.name],
                party.name,
                PartyKind.UNKNOWN,
                Naming.UNNAMED,
                Access.UNKNOWN,
                None,
                _below(story, party.document),
            )
            for party in claim.parties
            if party.root
        ),
        collapses=(),
        drift=tuple(
            Drift(drift.kind, drift.source and passage(drift.source), passage(drift.to), drift.introduced, "known")
            for drift in claim.drift or ()
            if not drift.optional
        ),
        flags=tuple(Flag(flag.kind, ids[flag.source], ids[flag.to], "known") for flag in claim.flags),
    )


def _below(story: Story, file: str | None) -> tuple[str, ...]:
    return tuple(item.document.id for item in story.documents if file in (None, item.file))
