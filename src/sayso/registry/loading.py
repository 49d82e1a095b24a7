"""The package's data files → a registry. Each is CSV that opens in a spreadsheet; several names in a cell stand apart by "; "."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sayso.domain.office import KnownDate, Office, Organisation, Person, Tenure
from sayso.errors import RegistryError
from sayso.registry.registry import Registry

UNCHECKED = "unchecked"
BARE = "-"
"""Among an office's bodies: its title alone, with the country, is enough ("the Ukrainian commander-in-chief")."""
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@cache
def load_registry(own: Path | None = None) -> Registry:
    """The registry that comes with sayso, and the lines of one's `own` folder. Raises RegistryError where a file is damaged."""
    shipped = _read(files("sayso.registry") / "data", "sayso")
    return shipped if own is None else _join(shipped, _read(own, str(own)))


def _read(folder: Traversable, origin: str) -> Registry:
    try:
        return Registry(
            map(_office, _rows(folder, "offices")),
            map(_person, _rows(folder, "persons")),
            [_tenure(row, origin) for row in _rows(folder, "tenures")],
            map(_organisation, _rows(folder, "organisations")),
            {row["code"]: _split(row["names"]) for row in _rows(folder, "countries")},
            {row["code"]: _split(row.get("seats", "")) for row in _rows(folder, "countries")},
        )
    except (KeyError, ValueError) as error:
        raise RegistryError(f"The registry in {folder} cannot be read: {error}.") from error


def _join(shipped: Registry, own: Registry) -> Registry:
    """Own lines stand beside the shipped ones, and in the place of those about the same time that nobody has checked."""
    kept = [
        tenure
        for tenure in shipped.tenures
        if tenure.checked or not any(same_holding(tenure, other) for other in own.tenures)
    ]
    return Registry(
        [*shipped.offices.values(), *own.offices.values()],
        [*shipped.persons.values(), *own.persons.values()],
        [*kept, *own.tenures],
        [*shipped.organisations.values(), *own.organisations.values()],
        {**shipped.countries, **own.countries},
        {**shipped.seats, **own.seats},
    )


def same_holding(one: Tenure, other: Tenure) -> bool:
    """Whether two lines tell of one person's one time in one office."""
    if (one.person, one.office) != (other.person, other.office):
        return False
    return overlap(one, other) > 0 or (
        one.since is not None and other.since is not None and one.since.first == other.since.first
    )


def overlap(one: Tenure, other: Tenure) -> int:
    """Days that two tenures certainly share; an open one is taken to last until it was last seen."""
    begin = max((t.since.last if t.since else date.min) for t in (one, other))
    end = min(_end(t) for t in (one, other))
    return (end - begin).days


def _end(tenure: Tenure) -> date:
    known = tenure.until or tenure.seen
    return known.first if known is not None else date.max


def slug(name: str) -> str:
    """The id that a name gives: "Ana Rao" → "ana-rao"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return _NOT_A_LETTER.sub("-", plain).strip("-")


def known_date(words: str) -> KnownDate | None:
    """A cell's date; None where it is empty."""
    return KnownDate.of(words) if words.strip() else None


def _rows(folder: Traversable, topic: str) -> Iterator[dict[str, str]]:
    place = folder / f"{topic}.csv"
    if not place.is_file():
        return
    text = place.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for number, row in enumerate(csv.DictReader(lines), 2):
        if None in row or None in row.values():
            raise RegistryError(f"Line {number} of the registry's {topic}.csv has too many or too few cells: {row}.")
        yield {key: value.strip() for key, value in row.items()}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split(";"))))


def _person(row: dict[str, str]) -> Person:
    return Person(slug(row["name"]), row["name"], _split(row["names"]), row["country"] or None)


def _office(row: dict[str, str]) -> Office:
    return Office(
        row["id"], row["name"], row["organisation"] or None, row["country"], _split(row["titles"]),
        tuple("" if body == BARE else body for body in _split(row["bodies"])), frozenset(_split(row["beside"])),
        row.get("for_life") == "yes",
    )  # fmt: skip


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        row["id"], row["name"], _split(row["names"]), row["country"] or None, row["kind"], row["owner"] or None,
        row["party"] or None, row["source"] or None, _checked(row),
    )  # fmt: skip


def _tenure(row: dict[str, str], origin: str) -> Tenure:
    return Tenure(
        slug(row["person"]), row["office"], known_date(row["since"]), known_date(row["until"]), known_date(row["seen"]),
        row["acting"] == "acting", row["source"] or None, _checked(row), origin,
    )  # fmt: skip


def _checked(row: dict[str, str]) -> str | None:
    return None if row["checked"] in {"", UNCHECKED} else row["checked"]
