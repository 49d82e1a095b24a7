"""Which private persons of several documents are one, by the rule of `sayso.persons`; without a reason they stay two, whatever their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.persons import ages_differ, same
from sayso.privacy.people import Someone


@dataclass(slots=True)
class Identity:
    """A private person across the documents of one output; `number` is 0 until the name is met. `reasons` say why people were joined."""

    people: list[Someone] = field(default_factory=list)
    number: int = 0
    reasons: list[str] = field(default_factory=list)


class Identities:
    """Those of one output, found by surname. `public` are persons whom some document of it shows to be public."""

    def __init__(self) -> None:
        self._private: dict[str, list[Identity]] = defaultdict(list)
        self._public: dict[str, list[Someone]] = defaultdict(list)

    def publish(self, people: Iterable[Someone]) -> None:
        """Know of persons who are public in a document."""
        for someone in people:
            self._public[someone.sounds[-1] if someone.sounds else ""].append(someone)

    def is_public(self, someone: Someone) -> bool:
        """Whether another document shows to be public who is only not introduced in this one; who is introduced as somebody else is not."""
        if someone.told or not someone.full:
            return False
        return any(same(known, someone) is not None for known in self._public[someone.sounds[-1]])

    def join(self, someone: Someone) -> Identity:
        """The identity of one more person: one that is there already for a reason, or a new one."""
        known = self._private[someone.sounds[-1] if someone.sounds else ""]
        for identity in known if someone.full else ():
            if (why := _same(identity, someone)) is not None:
                identity.people.append(someone)
                identity.reasons.append(why)
                return identity
        known.append(Identity([someone]))
        return known[-1]


def _same(identity: Identity, someone: Someone) -> str | None:
    """Why a person is the same as those of an identity; None where a text speaks of both, or the age of one of them speaks against it."""
    if any(
        known.document == someone.document or ages_differ(known.age, known.year, someone.age, someone.year)
        for known in identity.people
    ):
        return None
    found = (same(known, someone) for known in identity.people)
    return next((reason[2] for reason in found if reason is not None), None)
