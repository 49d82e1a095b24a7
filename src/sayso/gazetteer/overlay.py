"""What was written by hand: rows of the TOML files in `data/`, cells apart by "|"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from sayso.domain.place import PlaceKind
from sayso.errors import GazetteerError

_FILES = ("countries", "areas", "russia", "regions")
_GENERIC = {
    "Oblast": ("region", "province", "oblast"),
    "Krai": ("region", "territory", "province", "kray"),
    "Okrug": ("region", "district"),
    "Region": ("oblast", "province"),
}


@dataclass(frozen=True, slots=True)
class Centre:
    """Where the middle of a country or first-level area is taken to be, its names and its people's."""

    code: str
    latitude: float
    longitude: float
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """A place that the packages lack; `within` is the code of the country or area that it lies in."""

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    within: str | None
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a town in the packages: the largest of the name `town` in `within`."""

    name: str
    town: str
    within: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class Overlay:
    """Everything that was written by hand."""

    centres: tuple[Centre, ...]
    added: tuple[Added, ...]
    aliases: tuple[Alias, ...]


def read_overlay() -> Overlay:
    """The package's files. Raises GazetteerError where a row is damaged."""
    centres: list[Centre] = []
    added: list[Added] = []
    aliases: list[Alias] = []
    for name in _FILES:
        for section, rows in tomllib.loads(_data(name).decode()).items():
            for cells in _rows(rows, f"{name}.toml, {section}"):
                try:
                    if section in {"towns", "townspeople"}:
                        short, town, within = cells
                        aliases.append(Alias(short, town, within, section == "townspeople"))
                    elif len(cells) == 4:
                        centres.append(_centre(cells))
                    else:
                        added.append(_added(cells))
                except (ValueError, TypeError) as error:
                    raise GazetteerError(
                        f"{name}.toml, {section}: {' | '.join(cells)!r} cannot be read: {error}."
                    ) from error
    return Overlay(tuple(centres), tuple(added), tuple(aliases))


def fingerprint() -> str:
    """The digest of all that was written by hand: a table compiled from other rows is out of date."""
    digest = sha256()
    for name in _FILES:
        digest.update(_data(name))
    return digest.hexdigest()


def _data(name: str) -> bytes:
    return (files("sayso.gazetteer") / "data" / f"{name}.toml").read_bytes()


def _rows(text: str, where: str) -> Iterator[list[str]]:
    for line in filter(None, map(str.strip, text.splitlines())):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) not in {3, 4, 6}:
            raise GazetteerError(f"{where}: {line!r} has {len(cells)} cells; a row has 3, 4 or 6.")
        yield cells


def _centre(cells: list[str]) -> Centre:
    latitude, longitude = map(float, cells[1].split())
    return Centre(cells[0], latitude, longitude, _generic(_split(cells[2])), _split(cells[3]))


def _added(cells: list[str]) -> Added:
    latitude, longitude = map(float, cells[2].split())
    within = None if cells[3] == "-" else cells[3]
    return Added(cells[0], PlaceKind(cells[1]), latitude, longitude, within, _split(cells[4]), _split(cells[5]))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split(","))))


def _generic(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, and "Tula region" for "Tula Oblast"."""
    found = list(names)
    for name in names:
        stem, _, last = name.rpartition(" ")
        if stem:
            found += [f"{stem} {word}" for word in _GENERIC.get(last, ())]
    return tuple(dict.fromkeys(found))
