"""Which private persons of several documents are one; without a reason they stay two, whatever their names."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.privacy.people import Someone


@dataclass(slots=True)
class Identity:
    """A private person across the documents of one output; `number` is 0 until the name is met. `reasons` say why people were joined."""

    people: list[Someone] = field(default_factory=list)
    number: int = 0
    reasons: list[str] = field(default_factory=list)


def join(identities: list[Identity], someone: Someone) -> Identity:
    """The identity of one more person: one that is there already, where the full name and something else agree."""
    for identity in identities:
        if (reason := _same(identity, someone)) is not None:
            identity.people.append(someone)
            identity.reasons.append(reason)
            return identity
    identity = Identity([someone])
    identities.append(identity)
    return identity


def _same(identity: Identity, someone: Someone) -> str | None:
    """Why a person is the same: the full name, and an age, an introduction or a name beside it in common. Another age speaks against it."""
    for known in identity.people:
        if known.document == someone.document or not someone.full or known.full != someone.full:
            continue
        if known.age and someone.age and abs(int(known.age) - int(someone.age)) > 1:
            return None
        if known.age and someone.age:
            return f"both are {known.name} and about {known.age} years old"
        if known.why == someone.why and known.why is not None and known.why.startswith("introduced"):
            return f"both are {known.name}, {known.why}"
        shared = known.known & someone.known
        if shared:
            return f"both are {known.name}, and both texts speak of {min(shared)}"
    return None
