"""Ids of the nodes of a claim's graph that are no documents: hashes of the claim and of who it is."""

from __future__ import annotations

from hashlib import sha256


def hop_id(claim: str, party: str) -> str:
    """`hop_` and 16 hexadecimal digits of the claim and the party's key."""
    return "hop_" + sha256(f"{claim}|{party}".encode()).hexdigest()[:16]


def root_id(claim: str, party: str, to: str | None = None) -> str:
    """`root_` and 16 hexadecimal digits of the claim and the party's key, and of the node that it leads to where that tells two apart."""
    key = party if to is None else f"{party}|{to}"
    return "root_" + sha256(f"{claim}|{key}".encode()).hexdigest()[:16]
