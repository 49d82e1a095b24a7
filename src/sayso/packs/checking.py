"""What is wrong with a pack's data, in sentences for whoever writes packs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.domain.pack import BEFORE, ITSELF, NOWHERE, OBJECT, PARTIES, PEOPLE, SUBJECT

CATEGORIES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
"""PLOVER's categories of events."""
PREPOSITIONS = frozenset(
    "by of against with to for from on in into at among between over about upon under involving outside through around across".split()
)
VERB_PLACES = frozenset({SUBJECT, OBJECT, NOWHERE}) | PREPOSITIONS
NOUN_PLACES = frozenset({BEFORE, ITSELF, NOWHERE}) | PREPOSITIONS
_KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PACK_KEYS = frozenset({"id", "title", "language", "type"})
_TYPE_KEYS = frozenset({"id", "plover", "acled", "contexts", "definition", "examples", "near_misses", "verb", "noun"})
_CUE_KEYS = ("words", "actor", "recipient", "objects", "parties", "needs", "bars", "alone", "who")


def split_words(text: str) -> tuple[str, ...]:
    """The words of a list: one string with commas between them, also over several lines."""
    return tuple(phrase for phrase in map(str.strip, text.replace("\n", " ").split(",")) if phrase)


def check_pack(data: Mapping[str, Any]) -> list[str]:
    """Every fault of a pack as TOML gives it, in the order of the file; empty where it can be used."""
    return list(_faults(data))


def _faults(data: Mapping[str, Any]) -> Iterator[str]:
    yield from _keys(data, _PACK_KEYS, "the pack")
    yield from _kebab(data.get("id"), "the pack's id")
    for key in ("title", "language"):
        yield from _words(data.get(key), f"the pack's {key}")
    types = data.get("type")
    if not isinstance(types, list) or not types:
        yield "the pack has no event type; write a table [[type]] for each"
        return
    seen: set[str] = set()
    for number, item in enumerate(types, 1):
        if not isinstance(item, dict):
            yield f"type {number} is no table; write [[type]]"
            continue
        name = f"type {item['id']!r}" if isinstance(item.get("id"), str) else f"type {number}"
        if isinstance(item.get("id"), str) and item["id"] in seen:
            yield f"{name} stands twice"
        seen.add(str(item.get("id")))
        yield from _type_faults(item, name)


def _type_faults(item: Mapping[str, Any], name: str) -> Iterator[str]:
    yield from _keys(item, _TYPE_KEYS, name)
    yield from _kebab(item.get("id"), f"the id of {name}")
    yield from _words(item.get("definition"), f"the definition of {name}")
    for key in ("examples", "near_misses"):
        given = item.get(key)
        sentences = given if isinstance(given, list) else []
        if not sentences or not all(isinstance(line, str) and line.strip() for line in sentences):
            yield f"{key} of {name}: give at least one sentence, as an array of strings"
    category, _, mode = str(item.get("plover", "")).partition("/")
    if category not in CATEGORIES:
        known = ", ".join(sorted(CATEGORIES))
        yield f"plover of {name} is {item.get('plover')!r}; write CATEGORY or CATEGORY/mode, with one of {known}"
    elif mode and not _MODE.fullmatch(mode):
        yield f"plover of {name}: the mode {mode!r} must be in small letters"
    acled = item.get("acled", "")
    parts = acled.split("/", 1) if isinstance(acled, str) else []
    if acled and (len(parts) != 2 or not all(map(str.strip, parts))):
        yield f"acled of {name} is {acled!r}; write 'Event type/Sub-event type', or leave it out"
    contexts = item.get("contexts", [])
    if not isinstance(contexts, list) or not all(isinstance(word, str) for word in contexts):
        yield f"contexts of {name}: write an array of words"
    cues = [(kind, cue) for kind in ("verb", "noun") for cue in _tables(item.get(kind))]
    if not cues:
        yield f"{name} has no cue; write [[type.verb]] or [[type.noun]] with words"
    for kind, cue in cues:
        yield from _cue_faults(cue, kind, name)


def _cue_faults(cue: Any, kind: str, name: str) -> Iterator[str]:
    where = f"a {kind} cue of {name}"
    if not isinstance(cue, dict):
        yield f"{where} is no table; write [[type.{kind}]]"
        return
    yield from _keys(cue, frozenset(_CUE_KEYS), where)
    yield from _words(cue.get("words"), f"words of {where}")
    places = VERB_PLACES if kind == "verb" else NOUN_PLACES
    for key in _CUE_KEYS[1:]:
        value = cue.get(key, "")
        if not isinstance(value, str):
            yield f"{key} of {where} is {value!r}; write words with commas between them, in one string"
        elif key in ("actor", "recipient"):
            for place in split_words(value):
                if place not in places:
                    yield f"{key} of {where}: {place!r} is no place; choose of {', '.join(sorted(places))}"
    for key in ("needs", "bars"):
        for words in split_words(value) if isinstance(value := cue.get(key, ""), str) else ():
            if words.split()[-1] in ("a", "an", "the") and " " in words:
                yield f"{key} of {where}: articles are passed over, so {words!r} says no more than {words.rsplit(' ', 1)[0]!r}"
    if kind == "noun" and cue.get("objects"):
        yield f"{where}: only a verb has objects"
    if cue.get("alone", "yes") != "yes" or (kind == "noun" and "alone" in cue):
        yield f"alone of {where}: write 'yes', and of a verb only; or leave it out"
    if cue.get("who", PEOPLE) not in (PEOPLE, PARTIES):
        yield f"who of {where}: write 'people' or 'parties', or leave it out"


def _tables(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _keys(data: Mapping[str, Any], known: frozenset[str], name: str) -> Iterator[str]:
    for key in data:
        if key not in known:
            yield f"{name} has an unknown key {key!r}; known are {', '.join(sorted(known))}"


def _kebab(value: Any, name: str) -> Iterator[str]:
    if not isinstance(value, str) or not _KEBAB.fullmatch(value):
        yield f"{name} is {value!r}; write small letters and hyphens, like 'case-reopened'"


def _words(value: Any, name: str) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip():
        yield f"{name} is missing or empty"
