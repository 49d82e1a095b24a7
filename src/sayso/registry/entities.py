"""Other people's files of offices → holdings: FollowTheMoney as JSON lines (OpenSanctions' files), and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from sayso.domain.office import KnownDate, Organisation
from sayso.errors import RegistryError
from sayso.registry.loading import known_date

BODIES = frozenset({"PublicBody", "Organization", "Company", "LegalEntity"})
COLUMNS = ("person", "office", "since", "until", "source")
"""What a CSV has to have, at least the first two; `names`, `country`, `seen` and `acting` are taken where they are there."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a file says: who held what, from when to when, and where that stands."""

    person: str
    names: tuple[str, ...]
    person_country: str | None
    office: str
    office_country: str | None
    since: KnownDate | None
    until: KnownDate | None
    seen: KnownDate | None = None
    acting: bool = False
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """What a file holds; `skipped` are its lines that could not be used, each with the reason."""

    holdings: list[Holding] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def read_entities(text: str, name: str) -> Entities:
    """The holdings and bodies of a file, by what it begins with. Raises RegistryError for another kind of file."""
    beginning = text.lstrip()[:1]
    if beginning == "{":
        return _from_ftm(text)
    if beginning and "person" in text.lstrip().split("\n", 1)[0].lower():
        return _from_csv(text)
    raise RegistryError(
        f"{name} is neither FollowTheMoney (one JSON object a line) nor CSV with the columns {', '.join(COLUMNS)}."
    )


def _from_ftm(text: str) -> Entities:
    found = Entities()
    entities: dict[str, dict[str, object]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            identity, properties = entity["id"], entity["properties"]
        except (ValueError, KeyError, TypeError):
            found.skipped.append(f"line {number}: no FollowTheMoney entity")
            continue
        if not isinstance(identity, str) or not isinstance(properties, dict):
            found.skipped.append(f"line {number}: no FollowTheMoney entity")
            continue
        entities[identity] = entity
    for identity, entity in entities.items():
        schema = entity.get("schema")
        if schema == "Occupancy":
            _add_occupancy(identity, entity, entities, found)
        elif schema in BODIES and (name := _first(entity, "name")):
            names = (*_values(entity, "name")[1:], *_values(entity, "alias"))
            country = _first(entity, "country") or _first(entity, "jurisdiction")
            kind = "state" if schema == "PublicBody" else "organisation"
            found.organisations.append(
                Organisation(identity, name, names, country, kind, source=_first(entity, "sourceUrl"))
            )
    return found


def _add_occupancy(
    identity: str, entity: dict[str, object], entities: dict[str, dict[str, object]], found: Entities
) -> None:
    person, post = (entities.get(_first(entity, key) or "") for key in ("holder", "post"))
    if person is None or post is None:
        found.skipped.append(f"{identity}: its holder or post is not in the file")
        return
    name, office = _first(person, "name"), _first(post, "name")
    if not name or not office:
        found.skipped.append(f"{identity}: its holder or post has no name")
        return
    try:
        since, until = _date(entity, "startDate", "periodStart"), _date(entity, "endDate", "periodEnd")
        if since is not None and until is not None and until.last < since.first:
            raise ValueError(f"it ends on {until}, before it begins on {since}")
    except ValueError as error:
        found.skipped.append(f"{identity}: {error}")
        return
    found.holdings.append(
        Holding(
            name, (*_values(person, "name")[1:], *_values(person, "alias")), _first(person, "country") or _first(person, "nationality"),
            office, _first(post, "country"), since, until, source=_first(entity, "sourceUrl") or _first(person, "sourceUrl"),
        )
    )  # fmt: skip


def _values(entity: dict[str, object], key: str) -> tuple[str, ...]:
    properties = entity.get("properties")
    values = properties.get(key, ()) if isinstance(properties, dict) else ()
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()


def _first(entity: dict[str, object], key: str) -> str | None:
    return next(iter(_values(entity, key)), None)


def _date(entity: dict[str, object], *keys: str) -> KnownDate | None:
    return next((KnownDate.of(value) for key in keys for value in sorted(_values(entity, key))), None)


def _from_csv(text: str) -> Entities:
    found = Entities()
    for number, row in enumerate(_csv_rows(text), 2):
        if not row.get("person") or not row.get("office"):
            found.skipped.append(f"line {number}: no person or no office")
            continue
        try:
            since, until, seen = (known_date(row.get(key, "")) for key in ("since", "until", "seen"))
        except ValueError as error:
            found.skipped.append(f"line {number}: {error}")
            continue
        names = tuple(filter(None, map(str.strip, row.get("names", "").split(";"))))
        country = row.get("country") or None
        found.holdings.append(
            Holding(
                row["person"], names, country, row["office"], country, since, until, seen,
                row.get("acting", "") in {"acting", "true", "yes"}, row.get("source") or None,
            )
        )  # fmt: skip
    return found


def _csv_rows(text: str) -> Iterator[dict[str, str]]:
    for row in csv.DictReader(StringIO(text)):
        yield {
            key.strip().lower(): (value or "").strip()
            for key, value in row.items()
            if key and not isinstance(value, list)
        }
