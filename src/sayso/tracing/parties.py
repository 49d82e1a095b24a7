"""Which hops of different documents are one party: by name, by short name, by office, as a body and those who speak for it.

Only what is certain is joined here. A surname joins the one full name of the claim that has it, a short form the one body that
it shortens, an office the one person who is said to hold it. Where two could be meant, nothing is joined.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from sayso.tracing.bodies import is_part, names_body
from sayso.tracing.names import agree, name_key, skeleton
from sayso.tracing.outlets import Outlets
from sayso.tracing.sources import Source
from sayso.tracing.steps import outlet_of

PARTY = "party:"
"""What the key of a party that no held outlet is begins with; an outlet's key begins with `OUTLET`."""
OUTLET = "outlet:"
MOST_NAMES = 400
"""Bodies with one noun in common that are held against each other, word by word; a claim never speaks of so many."""


class Parties:
    """The parties of one claim's sources."""

    def __init__(self, sources: Iterable[Source], outlets: Outlets) -> None:
        self._outlets = outlets
        known = list(dict.fromkeys(source for source in sources if source.is_known))
        self._bodies = _join_bodies(source for source in known if source.body is not None and source.voice)
        self._speakers = {
            source.person: source.body for source in known if source.person and source.body and source.voice
        }
        names = {source.person for source in known if source.person}
        # A person's own channel is an outlet that bears the name.
        self._people = _join_people(
            names | {name_key(name) for name in outlets.names if 2 <= len(name.split()) <= 3} if names else names
        )
        self._offices = self._join_offices(known)
        self._misread = self._people_among_bodies(known, names)

    def key(self, source: Source, place: str, *, of_outlets: bool = True) -> str:
        """The party of a source; `place` tells apart those whom only one document can mean.

        `of_outlets`: whether a person who signs a body's own page is that body.
        """
        outlet = outlet_of(source, self._outlets)
        if outlet is not None:
            return OUTLET + outlet
        named = source.person or self._misread.get(source.body or "") if source.office is None else source.person
        if named is not None:
            person = self._people.get(named, named)
            outlet = self._outlets.find(person.title()) or (self._outlets.speaker(person) if of_outlets else None)
            if outlet is not None:
                return OUTLET + outlet
            body = self._speakers.get(named) or self._speakers.get(person)
            outlet = self._outlets.of_body(body) if body is not None and of_outlets else None
            if outlet is not None and self._outlets.has_own_page(outlet):
                return OUTLET + outlet
            if body is not None:
                return f"{PARTY}body:{self._bodies.get(body, body)}"
            return f"{PARTY}person:{person}"
        if source.office is not None:
            return self._office_key(source.office)
        if source.body is not None and source.voice:
            return f"{PARTY}body:{self._bodies.get(source.body, source.body)}"
        words = source.noun or " ".join(re.findall(r"\w+", source.words.lower()))
        return f"{PARTY}{place}:{words or 'nobody'}"

    def _office_key(self, office: str) -> str:
        person = self._offices.get(office)
        if person is None and " | " not in office:
            holders = {self._offices[known] for known in self._offices if known.split(" | ")[0] == office}
            person = next(iter(holders)) if len(holders) == 1 else None
        return f"{PARTY}person:{person}" if person is not None else f"{PARTY}office:{office}"

    def _people_among_bodies(self, known: Iterable[Source], names: set[str]) -> dict[str, str]:
        """Bodies that are people whom a reading took for bodies: nothing calls them one, and a person of this name speaks for the claim."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for name in names:
            if " " in name:
                bearers[name.split()[-1]].add(self._people.get(name, name))
        found: dict[str, str] = {}
        for source in known:
            if source.person is not None or source.body is None or source.name is None or names_body(source.words):
                continue
            key = name_key(source.name)
            same = {self._people[key]} if key in names else bearers.get(key, set())
            if len(same) == 1:
                found[source.body] = next(iter(same))
        return found

    def _join_offices(self, known: Iterable[Source]) -> dict[str, str]:
        holders: dict[str, set[str]] = defaultdict(set)
        for source in known:
            if source.office is not None and source.person is not None:
                holders[source.office].add(self._people.get(source.person, source.person))
        return {office: next(iter(people)) for office, people in holders.items() if len(people) == 1}


def _join_people(names: Iterable[str]) -> dict[str, str]:
    """Each name's fullest form, where the claim has only one that it can be."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    full = sorted((name for name in names if " " in name), key=lambda name: (-len(name), name))
    joined: dict[str, str] = {}
    for name in full:
        family = by_surname[skeleton(name.split()[-1])]
        same = [known for known in family if agree(known, name)]
        joined[name] = joined[same[0]] if same else name
        family.append(name)
    for name in sorted(names):
        if " " in name:
            continue
        family = [known for known in by_surname.get(skeleton(name), ()) if agree(name, known.split()[-1])]
        bearers = {joined[known] for known in family}
        if len(bearers) == 1:
            joined[name] = next(iter(bearers))
        elif not bearers:
            near = [known for known in by_surname.get(f"1:{skeleton(name)}", ()) if agree(name, known)]
            joined[name] = joined[near[0]] if near else name
            by_surname[f"1:{skeleton(name)}"].append(name)
    return joined


def _join_bodies(sources: Iterable[Source]) -> dict[str, str]:
    """Each body's key under which all its forms meet: short for long, part for whole, one spelling for another."""
    names: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        if source.body:
            names[source.body].add(source.name or source.words)
    keys = sorted(names)
    joined = {key: key for key in keys}
    long_forms: dict[str, set[str]] = defaultdict(set)
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        for name in names[key]:
            for short in _short_forms(name):
                long_forms[short].add(key)
        for word in key.split():
            by_word[word].append(key)
    for key in keys:
        if " " not in key:
            meant = long_forms.get(key, set()) - {key} if any(name.isupper() for name in names[key]) else set()
        else:
            meant = set()
        rarest = min(key.split(), key=lambda word: len(by_word[word]), default="")
        wholes = {other for other in by_word[rarest][:MOST_NAMES] if is_part(key, other)}
        meant |= {whole for whole in wholes if not any(is_part(whole, other) for other in wholes)}
        if not meant:
            meant = {other for other in by_word_near(key, keys, by_word) if other < key}
        if len(meant) == 1:
            joined[key] = next(iter(meant))
    return {key: _end(key, joined) for key in keys}


def by_word_near(key: str, keys: list[str], by_word: dict[str, list[str]]) -> set[str]:
    """Other spellings of a name that share all words but one ("golos marnova", "golos marnowa")."""
    words = key.split()
    near: set[str] = set()
    for word in words:
        for other in by_word[word][:MOST_NAMES]:
            theirs = other.split()
            if other != key and len(theirs) == len(words):
                left = [item for item in words if item not in theirs]
                right = [item for item in theirs if item not in words]
                if len(left) == 1 and len(right) == 1 and agree(left[0], right[0]):
                    near.add(other)
    return near


def _end(key: str, joined: dict[str, str]) -> str:
    seen = {key}
    while joined[key] != key and joined[key] not in seen:
        key = joined[key]
        seen.add(key)
    return key


def _short_forms(name: str) -> set[str]:
    words = re.findall(r"[^\W_]+", name)
    if len(words) < 2:
        return set()
    big = "".join(word[0] for word in words if word[0].isupper()).lower()
    return {form for form in (big, "".join(word[0] for word in words).lower()) if len(form) > 1}
