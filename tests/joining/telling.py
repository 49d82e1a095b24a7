"""Documents of several parties, built by hand and joined. All is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.domain.joined_party import JoinedParty
from sayso.domain.reading import Reading
from sayso.extract.extraction import extract
from sayso.joining import Facts, Judged, appear, join_parties
from sayso.readers.plain import read_plain
from tests.extract.builders import ENGLISH, MODEL, Said, find
from tests.registry.offices import POLJE


def told(
    number: int, text: str, *attributions: Said, day: str | None = "2024-06-01", **names: Sequence[str]
) -> Reading:
    """The reading of one document of an outlet of its own."""
    document = read_plain(text.encode(), path=f"{number}.txt", language="en", furniture=ENGLISH.furniture)
    document = replace(document, id=f"doc_{number}", published=day, outlet=f"Outlet {number}")
    return extract(document, find(text, *attributions, **names), ENGLISH, MODEL, offices=POLJE)


@dataclass
class Texts:
    """Documents in order; `join` says which of their parties are one."""

    readings: list[Reading] = field(default_factory=list)

    def add(self, text: str, *attributions: Said, day: str | None = "2024-06-01", **names: Sequence[str]) -> Reading:
        """One more document."""
        self.readings.append(told(len(self.readings), text, *attributions, day=day, **names))
        return self.readings[-1]

    def facts(self) -> list[Facts]:
        """Every appearance."""
        return [facts for order, reading in enumerate(self.readings) for facts in appear(reading, order, ENGLISH)]

    def join(self, judged: Judged | None = None) -> list[JoinedParty]:
        """The parties of all documents."""
        return join_parties(self.facts(), judged)


def texts(*each: tuple[str, Sequence[str]]) -> list[JoinedParty]:
    """The parties of documents in which these persons are named."""
    found = Texts()
    for text, people in each:
        found.add(text, person=list(people))
    return found.join()


def people(parties: Sequence[JoinedParty]) -> list[tuple[str, int]]:
    """Persons with the number of their appearances."""
    return sorted((party.name, len(party.appearances)) for party in parties if party.kind == "person")
