"""Holdings of another file → new lines of one's own registry. A line that somebody has checked is never overwritten."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.domain.office import Office, Organisation, Person, Tenure, period, provenance
from sayso.errors import RegistryError
from sayso.registry.entities import Entities, Holding
from sayso.registry.loading import UNCHECKED, overlap, same_holding, slug
from sayso.registry.registry import Registry, body_words, key_of

HANDOVER = 30
"""Days for which two holders of one office may both be written down."""


@dataclass(slots=True)
class Taken:
    """What an import adds, what was known already, and what contradicts lines that stay as they are."""

    persons: dict[str, Person] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    tenures: list[Tenure] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    known: int = 0
    replaced: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def take_in(registry: Registry, entities: Entities, origin: str) -> Taken:
    """What of `entities` is new to `registry`; writes nothing."""
    taken = Taken()
    for holding in entities.holdings:
        _take(registry, holding, origin, taken)
    for body in entities.organisations:
        if registry.bodies_called(body.name):
            taken.known += 1
        else:
            taken.organisations.append(body)
    return taken


def _take(registry: Registry, holding: Holding, origin: str, taken: Taken) -> None:
    people = registry.people_called(holding.person) if len(holding.person.split()) > 1 else ()
    if len(people) > 1:
        taken.conflicts.append(
            f"{holding.person}, {holding.office}: the registry knows {len(people)} people of that name; not taken."
        )
        return
    person = (
        people[0] if people else Person(slug(holding.person), holding.person, holding.names, holding.person_country)
    )
    if people and person.country and holding.person_country and person.country != holding.person_country:
        taken.conflicts.append(
            f"{holding.person}, {holding.office}: the registry's {person.name} is of another country ({person.country}); not taken."
        )
        return
    office = (
        _known_office(registry, holding) or taken.offices.get(slug(holding.office)) or _new_office(registry, holding)
    )
    tenure = Tenure(
        person.id, office.id, holding.since, holding.until, holding.seen, holding.acting, holding.source, None, origin
    )
    if not _agrees(registry, tenure, person, taken):
        return
    taken.tenures.append(tenure)
    if not people:
        taken.persons[person.id] = person
    if office.id not in registry.offices:
        taken.offices[office.id] = office


def _agrees(registry: Registry, tenure: Tenure, person: Person, taken: Taken) -> bool:
    """Whether a tenure may be added; what stands against it is listed."""
    for other in (*registry.holders(tenure.office), *(t for t in taken.tenures if t.office == tenure.office)):
        line = registry.line(other)
        if same_holding(tenure, other):
            if (tenure.since, tenure.until) in {(other.since, other.until), (None, None)}:
                taken.known += 1
                return False
            says = f"{person.name}, {line.office}: {period(tenure)} here, {period(other)} in the registry ({provenance(other)})"
            if other.checked or other.origin != "sayso":
                taken.conflicts.append(f"{says}; the registry's line stays.")
                return False
            taken.replaced.append(f"{says}; the registry's line was unchecked.")
        elif other.person != tenure.person and other.checked and overlap(tenure, other) > HANDOVER:
            taken.conflicts.append(
                f"{person.name}, {line.office}: {period(tenure)} here, but the registry has {line.words}; the registry's line stays."
            )
            return False
    return True


def _known_office(registry: Registry, holding: Holding) -> Office | None:
    if holding.office in registry.offices:
        return registry.offices[holding.office]
    key = key_of(holding.office)
    same = [office for office in registry.offices.values() if key_of(office.name) == key]
    if len(same) == 1:
        return same[0]
    title, rest = _title_and_body(registry, holding.office)
    if title is None:
        return None
    called = registry.offices_called(title, rest)
    fitting = [office for office in called if holding.office_country in (None, office.country)]
    return fitting[0] if len(fitting) == 1 else None


def _new_office(registry: Registry, holding: Holding) -> Office:
    title, rest = _title_and_body(registry, holding.office)
    body = " ".join(word for word in rest if word.lower() not in {"of", "the", "for"})
    return Office(
        slug(holding.office),
        holding.office,
        None,
        holding.office_country or "",
        (title,) if title else (),
        (body,) if body else (),
    )


def _title_and_body(registry: Registry, name: str) -> tuple[str | None, Sequence[str]]:
    """ "Minister of Harbours" → "minister", "Harbours"; "Harbour Minister" → the same words."""
    words = name.replace(",", " ").split()
    for size in range(min(4, len(words)), 0, -1):
        for start in (0, len(words) - size):
            title = " ".join(words[start : start + size]).lower()
            if title in registry.titles:
                rest = words[:start] + words[start + size :]
                return title, [word for word in rest if body_words([word])]
    return None, words


def write_own(folder: Path, taken: Taken) -> None:
    """Add lines to one's own registry, a folder of the same CSV files as the shipped one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = {person.id: person.name for person in taken.persons.values()}
        _append(folder / "persons.csv", ("name", "names", "country"),
                ((p.name, "; ".join(p.names), p.country or "") for p in taken.persons.values()))  # fmt: skip
        _append(folder / "offices.csv", ("id", "name", "organisation", "country", "titles", "bodies", "beside"),
                ((o.id, o.name, "", o.country, "; ".join(o.titles), "; ".join(o.bodies), "") for o in taken.offices.values()))  # fmt: skip
        _append(folder / "tenures.csv", ("person", "office", "since", "until", "seen", "acting", "source", "checked"),
                ((names.get(t.person, t.person), t.office, _cell(t.since), _cell(t.until), _cell(t.seen), "acting" if t.acting else "",
                  t.source or "", UNCHECKED) for t in taken.tenures))  # fmt: skip
        _append(folder / "organisations.csv", ("id", "name", "names", "country", "kind", "owner", "party", "source", "checked"),
                ((b.id, b.name, "; ".join(b.names), b.country or "", b.kind, "", "", b.source or "", UNCHECKED)
                 for b in taken.organisations))  # fmt: skip
    except OSError as error:
        raise RegistryError(f"{folder} cannot be written: {error.strerror or error}.") from error


def _cell(known: object | None) -> str:
    return "" if known is None else str(known)


def _append(place: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    lines = list(rows)
    if not lines:
        return
    fresh = not place.exists()
    with place.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if fresh:
            writer.writerow(head)
        writer.writerows(lines)
