"""The package's data files → a registry. Each is CSV that opens in a spreadsheet; several names in a cell stand apart by "; "."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sayso.domain.office import KnownDate, Office, Organisation, Person, Tenure
from sayso.errors import RegistryError
from sayso.registry.registry import Registry

UNCHECKED = "unchecked"
BARE = "-"
"""Among an office's bodies: its title alone, with the country, is enough ("the Ukrainian commander-in-chief")."""
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@cache
def load_registry() -> Registry:
    """The registry that comes with sayso. Raises RegistryError where a file is damaged."""
    return Registry(
        map(_office, _rows("offices")),
        map(_person, _rows("persons")),
        map(_tenure, _rows("tenures")),
        map(_organisation, _rows("organisations")),
        {row["code"]: _split(row["names"]) for row in _rows("countries")},
    )


def slug(name: str) -> str:
    """The id that a name gives: "Ana Rao" → "ana-rao"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return _NOT_A_LETTER.sub("-", plain).strip("-")


def known_date(words: str) -> KnownDate | None:
    """A cell's date; None where it is empty."""
    return KnownDate.of(words) if words.strip() else None


def _rows(topic: str) -> Iterator[dict[str, str]]:
    text = (files("sayso.registry") / "data" / f"{topic}.csv").read_text(encoding="utf-8")
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
    )  # fmt: skip


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        row["id"], row["name"], _split(row["names"]), row["country"] or None, row["kind"], row["owner"] or None,
        row["party"] or None, row["source"] or None, None if row["checked"] == UNCHECKED else row["checked"],
    )  # fmt: skip


def _tenure(row: dict[str, str]) -> Tenure:
    return Tenure(
        slug(row["person"]), row["office"], known_date(row["since"]), known_date(row["until"]), known_date(row["seen"]),
        row["acting"] == "acting", row["source"] or None, None if row["checked"] == UNCHECKED else row["checked"],
    )  # fmt: skip
