"""Other names under which a source may be listed: the list goes by the names that texts give, and a name alone joins nobody."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.persons.namesakes import likeness
from sayso.store.interface import Store
from sayso.store.overviews import SourceLine


@dataclass(frozen=True, slots=True)
class Namesake:
    """A source that may be the same, and what about its name tells so."""

    line: SourceLine
    why: str


def namesakes_of(store: Store, name: str) -> tuple[Namesake, ...]:
    """The named sources that may be the one of this name, those quoted most first."""
    found = ((line, likeness(name, line.name)) for line in store.namesakes(name))
    return tuple(Namesake(line, why) for line, why in found if why is not None)
