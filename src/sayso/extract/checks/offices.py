"""Which registered office a text means, and which registered persons; what it does not tell stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sayso.domain.mention import Mention
from sayso.domain.office import Office, Person, RegistryLine, Tenure
from sayso.extract.layout import Layout
from sayso.extract.roles import Role, read_roles
from sayso.languages.language import Language

_ACRONYM = re.compile(r"[A-ZА-Я]{3,}s?")
_HISTORY = re.compile(
    r"\b(?:then|when|while|former|formerly|previously|ex|at the time|once|served|serving as|became|becom\w+|appoint\w*|named|nominat\w*|elect\w*|"
    r"replac\w+|succe[ed]\w*|resign\w*|dismiss\w*|sack\w*|fired|oust\w*|until|toppled|overthrown|fled|died|dead|killed|late|assassinat\w+|"
    r"years? (?:ago|earlier|later)|months? ago|decades? ago|last year|anniversary|history|histor\w+|used to|"
    r"had been(?! (?:\w+(?:ed|en)|told|sent|held|put|shot|made|found|brought|caught|kept|paid|under|in|on|at)\b)|"
    r"(?:in|since|from|of|by) (?:\w+ )?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of the past or of a change: who held what then is not who holds it now."""


class Offices(Protocol):
    """What the checks need from a registry of offices: it is given, so that this package reads no files."""

    @property
    def titles(self) -> frozenset[str]: ...
    def offices_called(self, title: str, words: Sequence[str]) -> tuple[Office, ...]: ...
    def names_country(self, words: Sequence[str]) -> bool: ...
    def countries_in(self, text: str) -> frozenset[str]: ...
    def people_called(self, name: str) -> tuple[Person, ...]: ...
    def bearers_of_surname(self, name: str) -> tuple[Person, ...]: ...
    def tenures_of(self, person: str) -> tuple[Tenure, ...]: ...
    def holders(self, office: str, day: date | None = None) -> tuple[Tenure, ...]: ...
    def line(self, tenure: Tenure) -> RegistryLine: ...


@dataclass(frozen=True, slots=True)
class Said:
    """A role that a text gives somebody, the office and the persons that it can be; `past` where the sentence tells of the past."""

    role: Role
    office: Office | None
    persons: tuple[Person, ...]
    past: bool

    @property
    def name(self) -> str:
        """The fullest name that the text gives the person."""
        return self.role.person.name or self.role.person.span.exact

    @property
    def is_full_name(self) -> bool:
        """Whether the text gives a given name too, so that the person can be told from others."""
        return len(self.name.split()) > 1

    @property
    def present(self) -> bool:
        """Whether the text says that the office is held now."""
        role = self.role
        return not (role.former or role.acting or role.then or self.past)


def find_offices(layout: Layout, mentions: Sequence[Mention], language: Language, offices: Offices) -> list[Said]:
    """Every role of a text with what it can mean."""
    roles = read_roles(layout, mentions, offices.titles, language)
    if not roles:
        return []
    persons_of = [offices.people_called(role.person.name or "") for role in roles]
    # A full name with the office that its bearer holds names the country as well: "Interior Minister Vladimir Kolokoltsev".
    countries = offices.countries_in(layout.text) | {
        office.country
        for role, persons in zip(roles, persons_of, strict=True)
        if (office := _by_full_name(role, persons, offices)) is not None
    }
    said = []
    for role, persons in zip(roles, persons_of, strict=True):
        sentence = layout.sentences[max(0, layout.sentence_at(role.span.start))]
        around = layout.text[sentence[0] : role.span.start] + " " + layout.text[role.span.end : sentence[1]]
        office = _office(role, persons, countries, offices)
        said.append(Said(role, office, persons, bool(_HISTORY.search(around))))
    return said


def _by_full_name(role: Role, persons: Sequence[Person], offices: Offices) -> Office | None:
    """The one office that the role can mean and somebody of that full name held."""
    if len((role.person.name or "").split()) < 2 or not (role.words or " " in role.title):
        return None
    held = {tenure.office for person in persons for tenure in offices.tenures_of(person.id)}
    fitting = [office for office in offices.offices_called(role.title, role.words) if office.id in held]
    return fitting[0] if len(fitting) == 1 else None


def _office(role: Role, persons: Sequence[Person], countries: frozenset[str], offices: Offices) -> Office | None:
    """The one office that is meant, if the text tells: by its country, by its bearer, or by an acronym that only one country named has."""
    fitting = offices.offices_called(role.title, role.words)
    if role.acronym is not None:
        by_acronym = offices.offices_called(role.title, (role.acronym,))
        fitting = tuple(o for o in fitting if o in by_acronym) or fitting or by_acronym
    if not fitting:
        return None
    if offices.names_country(role.words):
        return fitting[0] if len(fitting) == 1 else None
    held = {tenure.office for person in persons for tenure in offices.tenures_of(person.id)}
    known = [office for office in fitting if office.id in held and office.country in countries]
    if known:
        return known[0] if len(known) == 1 else None
    named = [office for office in fitting if office.country in countries]
    by_person = [office for office in named if any(office.country == person.country for person in persons)]
    acronym = any(_ACRONYM.fullmatch(word) for word in role.words)
    if len(by_person) == 1 and role.words and (acronym or len(countries) == 1):
        return by_person[0]
    return named[0] if len(named) == 1 and acronym else None
