"""Whom the registry knows that a party of a text can be: by name, by office on the document's day, by acronym, by role noun.

Each candidate says why and how sure. Several are kept where the text does not tell; who is not found stays as the text has him.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from sayso.domain.attribution import Attribution, Hop, PartyKind
from sayso.domain.document import Document
from sayso.domain.mention import Mention, MentionKind
from sayso.domain.office import Holding, Office, Organisation, Person, Tenure, period
from sayso.domain.party import By, Candidate, KnownParty, Standing
from sayso.domain.span import Span
from sayso.extract.checks.offices import Offices, Said
from sayso.extract.names import Party, name_tokens
from sayso.extract.ranges import Range
from sayso.extract.roles import read_office
from sayso.extract.standing import Judged, Standings
from sayso.languages.language import Language

NAME_AND_OFFICE, NAME_AND_COUNTRY, FULL_NAME, SURNAME = 0.97, 0.85, 0.55, 0.3
"""How sure a name makes it: with an office that the text gives too, with the country named in the text, alone, without a given name."""
AGAINST = 0.2
"""The score of a name where the text introduces its bearer as somebody else ("a plumber", "34")."""
KNOWN_TO_ALL = 0.8
"""The score of the full name of whoever is or was head of a state or government, and of such a surname alone that only one in office
bears, in a text that names the country or where its government sits."""
HELD, MAY_HAVE_HELD, BARE_TITLE = 0.8, 0.45, 0.5
"""How sure an office makes it: held on the day, perhaps held then; the second factor is for a title without a body ("the minister")."""
BODY, BODY_ACRONYM = 0.9, 0.8
_IN_A_PLACE = re.compile(r"\b(?:in|near|(?:village|town|city|suburb) of)(?: the)? $", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"\b(?:confidence|faith|trust(?:s|ed)?|interest(?:ed)?|belief|believe[sd]?|disappointed|seen?|saw|found|changed?) in(?: the)? $",
    re.IGNORECASE,
)
"""Before "in", words after which a person may stand: "they put their trust in Rao"."""
_OWNED = re.compile(r"[’']s? ")
_FORWARDED = re.compile(r"Forwarded from:? $")
_HEADS = frozenset({"president", "prime minister", "chancellor"})
_KNOWN = _HEADS | {"vice president", "secretary of state"}
"""Posts whose holder's full name is known in every country."""
_SEAT_MARK = re.compile(r"[DRI]-[A-Z].*|[A-Z]\.?")
"""What stands behind a lawmaker's name ("D-Mont"), and a letter that was cut off a name."""


class Known(Offices, Protocol):
    """What this room needs of a registry beside what the checks need."""

    def bodies_called(self, words: str) -> tuple[Organisation, ...]: ...


@dataclass(slots=True)
class Identities:
    """Finds candidates for the parties of one text, of `day` where that is known; without `registry` there are none."""

    text: str
    registry: Known | None
    day: date | None
    _countries: frozenset[str] | None = field(default=None, init=False)

    @property
    def countries(self) -> frozenset[str]:
        """The countries that the text names, also by where their government sits."""
        if self._countries is None:
            self._countries = self.registry.countries_in(self.text) if self.registry is not None else frozenset()
        return self._countries

    def of_person(self, party: Party, judged: Judged) -> list[Candidate]:
        """Whom a named person can be, by the name; roles that the text gives are added by `with_roles`."""
        if self.registry is None or not party.name:
            return []
        if len(party.name.split()) > 1:
            people: Iterable[Person] = self.registry.people_called(party.name)
        else:
            people = self.registry.bearers_of_surname(party.name)
        found = [self._by_name(person, party.name, judged) for person in people]
        if len(found) > 1 and len(party.name.split()) == 1:
            found = [_scored(item, item.score / len(found)) for item in found]
        return _ranked(found)

    def _by_name(self, person: Person, name: str, judged: Judged) -> Candidate:
        assert self.registry is not None
        career = self.registry.tenures_of(person.id)
        now = [tenure for tenure in career if self._is_in_office(tenure)]
        tenure = (now or list(career))[-1] if career else None
        line = self.registry.line(tenure) if tenure is not None else None
        at_home = person.country in self.countries
        if judged.introduced and judged.standing is Standing.PRIVATE:
            why, score = f"the registry has a {person.name}, but the text {_tells(judged)}", AGAINST
        elif len(name.split()) > 1 and at_home:
            why, score = f"the registry has {person.name}, whose country the text names", NAME_AND_COUNTRY
        elif len(name.split()) > 1 and (known := [held for held in career if _is_post(held, self.registry, _KNOWN)]):
            why, score = f"the registry has {person.name}: {self.registry.line(known[-1]).office}", KNOWN_TO_ALL
        elif len(name.split()) > 1:
            why, score = f"the registry has {person.name}", FULL_NAME
        elif at_home and any(_is_post(held, self.registry, _HEADS) for held in now):
            when = f"on {self.day}" if self.day is not None else "as far as the registry knows"
            why, score = f"{person.name} bears this surname and is head of state or government {when}", KNOWN_TO_ALL
        else:
            why, score = f"{person.name} bears this surname", SURNAME
        return Candidate(person.id, person.name, By.NAME, why, score, line)

    def _is_in_office(self, tenure: Tenure) -> bool:
        """Whether a tenure goes on, on the text's day or as far as the registry knows."""
        begun = self.day is None or tenure.since is None or self.day >= tenure.since.last
        return begun and (tenure.until is None or (self.day is not None and tenure.on(self.day) is Holding.DURING))

    def with_roles(self, candidates: Sequence[Candidate], said: Iterable[Said]) -> tuple[Candidate, ...]:
        """A person's candidates with the offices that the text gives that person."""
        assert self.registry is not None
        found = {item.id: item for item in candidates}
        for item in said:
            if item.office is None:
                continue
            for person in item.persons:
                held = [tenure for tenure in self.registry.tenures_of(person.id) if tenure.office == item.office.id]
                if held:
                    why = f"name and office agree: {item.office.name}, {period(held[-1])}"
                    line = self.registry.line(held[-1])
                    found[person.id] = Candidate(person.id, person.name, By.NAME, why, NAME_AND_OFFICE, line)
        return tuple(_ranked(found.values()))

    def of_body(self, name: str) -> tuple[Candidate, ...]:
        """Which bodies a name or acronym can mean."""
        if self.registry is None:
            return ()
        bodies = self.registry.bodies_called(name)
        named = [body for body in bodies if body.country in self.countries]
        found = []
        for body in bodies:
            short = name.isupper() and len(name) <= 6 and name != body.name
            score = (BODY_ACRONYM if short else BODY) / (
                len(named or bodies) if body in named or not named else 3 * len(bodies)
            )
            why = f"{'an acronym' if short else 'a name'} of {body.name}"
            why += ", whose country the text names" if body in named and len(bodies) > 1 else ""
            found.append(Candidate(body.id, body.name, By.ACRONYM if short else By.NAME, why, score))
        return tuple(_ranked(found))

    def of_office(self, span: Span) -> tuple[Candidate, ...]:
        """Who held the office that a phrase without a name means ("the interior minister"), on the document's day."""
        registry = self.registry
        if registry is None or self.day is None:
            return ()
        phrase = read_office(span.exact, registry.titles)
        if phrase is None or phrase.former or phrase.acting:
            return ()
        offices = self._offices(phrase.title, phrase.words)
        by = By.OFFICE if phrase.words else By.ROLE_NOUN
        factor = (1.0 if phrase.words else BARE_TITLE / HELD) / max(1, len(offices))
        found = []
        for office in offices:
            holders = registry.holders(office.id, self.day)
            sure = [tenure for tenure in holders if tenure.on(self.day) is Holding.DURING]
            for tenure in sure or holders:
                line = registry.line(tenure)
                held = HELD if sure else MAY_HAVE_HELD
                why = f"{'held' if sure else 'may have held'} it on {self.day}: {office.name}, {period(tenure)}"
                score = held * factor / len(sure or holders)
                found.append(Candidate(tenure.person, line.person, by, why, score, line))
        return tuple(_ranked(found))

    def _offices(self, title: str, words: Sequence[str]) -> Sequence[Office]:
        """The offices that a phrase can mean; one without a country is of those that the text names, if it names any."""
        assert self.registry is not None
        found = self.registry.offices_called(title, words)
        if self.registry.names_country(words):
            return found
        return [office for office in found if office.country in self.countries]


def judge_people(
    document: Document,
    mentions: Sequence[Mention],
    named: Mapping[Range, Party],
    identities: Identities,
    language: Language,
) -> tuple[dict[int, Judged], dict[int, list[Candidate]]]:
    """The standing of every person, and whom the registry knows by the name; who is private is marked so on the party."""
    bodies = [(m.span.start, m.span.end) for m in mentions if m.kind is MentionKind.ORGANISATION]
    standings = Standings(document.text, bodies, language)
    author = name_tokens(document.author or "") if document.outlet else ()
    judged: dict[int, Judged] = {}
    by_name: dict[int, list[Candidate]] = {}
    for party in named.values():
        if party.kind is not PartyKind.PERSON or id_of(party) in judged:
            continue
        if _is_no_person(party, document.text, language):
            judged[id_of(party)] = Judged(Standing.PUBLIC, "the name is a place's, a people's or a body's")
            continue
        found = standings.of(party)
        candidates = identities.of_person(party, found)
        if found.standing is Standing.PRIVATE and candidates and candidates[0].score >= KNOWN_TO_ALL:
            found = Judged(Standing.PUBLIC, candidates[0].why)
        elif found.standing is Standing.PRIVATE and author and party.tokens == author:
            found = Judged(Standing.PUBLIC, "the document names this person as its author")
        judged[id_of(party)], by_name[id_of(party)] = found, candidates
    for surname, found in _surnames_of_public(named.values(), judged):
        judged[id_of(surname)] = found
    for party in named.values():
        if id_of(party) in by_name:
            party.private = judged[id_of(party)].standing is Standing.PRIVATE
    return judged, by_name


def _surnames_of_public(named: Iterable[Party], judged: Mapping[int, Judged]) -> Iterator[tuple[Party, Judged]]:
    """Lone surnames that several persons of the text bear in full, all of them public: whoever is meant is public."""
    people = [party for party in {id_of(p): p for p in named}.values() if id_of(party) in judged and party.name]
    bearers: dict[str, list[Party]] = {}
    for party in people:
        words = (party.name or "").split()
        if len(words) > 1:
            bearers.setdefault(words[-1], []).append(party)
    for party in people:
        of = bearers.get(party.name or "", ())
        alone = judged[id_of(party)]
        if alone.standing is Standing.PUBLIC or alone.introduced or not of:
            continue
        if all(judged[id_of(bearer)].standing is Standing.PUBLIC for bearer in of):
            names = " and ".join(bearer.name or "" for bearer in of)
            why = f"the surname of {names}, who {'are' if len(of) > 1 else 'is'} public"
            yield party, Judged(Standing.PUBLIC, why)


def known_parties(
    named: Iterable[Party],
    judged: Mapping[int, Judged],
    by_name: Mapping[int, Sequence[Candidate]],
    said: Sequence[Said],
    attributions: Iterable[Attribution],
    identities: Identities,
    document: str,
) -> tuple[KnownParty, ...]:
    """Every party of a text that bears a name, and every unnamed one that an office tells; in the order of the text."""
    found: dict[str, tuple[int, KnownParty]] = {}
    roles: dict[str, list[Said]] = {}
    for item in said:
        roles.setdefault(item.role.person.party or "", []).append(item)
    for party in named:
        id = party.party_id(document)
        if id in found:
            continue
        if party.kind is PartyKind.PERSON:
            standing = judged[id_of(party)]
            candidates = tuple(by_name.get(id_of(party), ()))
            if roles.get(id) and identities.registry is not None:
                candidates = identities.with_roles(candidates, roles[id])
            known = KnownParty(
                id, party.name, party.kind, standing.standing, standing.why, standing.rests_on, candidates
            )
        else:
            candidates = identities.of_body(party.name or "") if party.kind is PartyKind.ORGANISATION else ()
            known = KnownParty(id, party.name, party.kind, candidates=candidates)
        found[id] = (party.at, known)
    for hop in (hop for attribution in attributions for hop in attribution.chain):
        if hop.party is None or hop.source is None or hop.party in found or not _may_be_office(hop):
            continue
        if candidates := identities.of_office(hop.source):
            why = "speaks as the holder of an office"
            known = KnownParty(hop.party, None, hop.kind, Standing.PUBLIC, why, (hop.source,), candidates)
            found[hop.party] = (hop.source.start, known)
    return tuple(known for _, known in sorted(found.values(), key=lambda item: item[0]))


def id_of(party: Party) -> int:
    """What tells two parties of one text apart while it is read."""
    return id(party)


def _is_no_person(party: Party, text: str, language: Language) -> bool:
    """A lone word that the model takes for a person, and that the text or the language shows to be something else."""
    name = party.name or ""
    if any(_FORWARDED.search(text, max(0, start - 20), start) for start, _ in party.places):
        return True
    if _SEAT_MARK.fullmatch(name):
        return True
    if " " in name or name in language.first_names:
        return False
    if name.lower() in language.not_names:
        return True
    if name in language.demonyms or name.lower() in language.organisation_nouns:
        return True
    # A blank stands before it, so no \b has to: what begins with its letters is searched for several times as fast.
    return name[:1].isalnum() and any(
        _IN_A_PLACE.search(text, max(0, at.start() - 16), at.start())
        and not _NO_PLACE.search(text, max(0, at.start() - 24), at.start())
        and not _OWNED.match(text, at.end())
        for at in re.finditer(rf"{re.escape(name)}\b", text)
    )


def _may_be_office(hop: Hop) -> bool:
    return hop.name is None and hop.kind is PartyKind.PERSON and hop.source is not None and len(hop.source.exact) < 120


def _is_post(tenure: Tenure, registry: Offices, titles: frozenset[str]) -> bool:
    name = registry.line(tenure).office.lower()
    return any(name.startswith(f"{title} of ") for title in titles)


def _tells(judged: Judged) -> str:
    return "gives an age and no office" if "age" in judged.why else f"has this person {judged.why}"


def _scored(candidate: Candidate, score: float) -> Candidate:
    return Candidate(candidate.id, candidate.name, candidate.by, candidate.why, score, candidate.line)


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted((_scored(item, round(item.score, 3)) for item in candidates), key=lambda item: (-item.score, item.id))
