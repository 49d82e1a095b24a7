"""TOML → packs. In the files a list of words is one string with commas between the words, as in the languages' data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sayso.domain.pack import BEFORE, OBJECT, SUBJECT, EventCue, EventType, Pack
from sayso.errors import PackError
from sayso.packs.checking import check_pack, split_words

DEFAULT_PACK = "coerced-recruitment"
"""The pack of the domain that sayso began with."""


@cache
def shipped_packs() -> tuple[str, ...]:
    """Ids of the packs that come with sayso."""
    names = (place.name for place in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_pack(name: str) -> Pack:
    """The pack that comes with sayso under this id, or the one in this file. Raises PackError with every fault."""
    if name in shipped_packs():
        return read_pack((_folder() / f"{name}.toml").read_text(encoding="utf-8"), name, origin="sayso")
    place = Path(name)
    if not place.is_file():
        known = ", ".join(shipped_packs())
        raise PackError(f"There is no pack {name!r}: it is no file, and sayso comes with: {known}.")
    try:
        text = place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"The pack {name} cannot be read: {error}.") from error
    return read_pack(text, name, origin=name)


def find_packs(names: Iterable[str]) -> tuple[Pack, ...]:
    """Packs by id or file, each once. Raises PackError."""
    return tuple(dict.fromkeys(load_pack(name) for name in names))


def read_pack(text: str, name: str, *, origin: str) -> Pack:
    """The pack that a TOML text holds. Raises PackError with every fault that it has."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"The pack {name} is no TOML: {error}.") from error
    if faults := check_pack(data):
        raise PackError("\n".join([f"The pack {name} cannot be used:", *(f"  {fault}" for fault in faults)]))
    return Pack(data["id"], data["title"], data["language"], tuple(map(_type, data["type"])), origin)


def _folder() -> Traversable:
    return files("sayso.packs")


def _type(item: Mapping[str, Any]) -> EventType:
    category, _, mode = item["plover"].partition("/")
    kind, _, sub = item.get("acled", "").partition("/")
    cues = (_cue(cue, noun=key == "noun") for key in ("verb", "noun") for cue in item.get(key, ()))
    return EventType(
        id=item["id"],
        plover=category,
        mode=mode or None,
        contexts=tuple(item.get("contexts", ())),
        acled=(kind.strip(), sub.strip()) if kind else None,
        definition=item["definition"],
        examples=tuple(item["examples"]),
        near_misses=tuple(item["near_misses"]),
        cues=tuple(cues),
    )


def _cue(cue: Mapping[str, str], *, noun: bool) -> EventCue:
    return EventCue(
        words=split_words(cue["words"]),
        noun=noun,
        actor=split_words(cue.get("actor", f"{BEFORE}, by" if noun else SUBJECT)),
        recipient=split_words(cue.get("recipient", "of" if noun else OBJECT)),
        objects=frozenset(split_words(cue.get("objects", ""))),
        parties=frozenset(split_words(cue.get("parties", ""))),
        needs=split_words(cue.get("needs", "")),
        bars=split_words(cue.get("bars", "")),
        alone=cue.get("alone") == "yes",
        who=cue.get("who", ""),
    )
