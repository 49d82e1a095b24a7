"""One document's parties, with what could tell that another document's party is the same: office, introduction, age, what is named beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.domain.attribution import Hop, Naming, PartyKind
from sayso.domain.joined_party import Appearance, Quoted, appearance_id
from sayso.domain.party import By, Candidate, KnownParty, Standing
from sayso.domain.place import PlaceKind
from sayso.domain.reading import Reading
from sayso.extract.layout import Layout
from sayso.extract.roles import read_office, read_roles
from sayso.languages.language import Language
from sayso.privacy.people import private_people, widely_known
from sayso.registry.registry import key_of
from sayso.registry.spelling import sounds
from sayso.tracing.bodies import body_key, generic

NEAR = 250
"""Code points around a name in which a place tells two of one name together: a sentence or two; a whole text names too many."""
_BEFORE = re.compile(r"([^\W\d_a-zа-яё][^\W\d_]+)[ \u00a0]$")
_AFTER_NAME = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_NO_BODY = frozenset(
    "prime vice general executive financial operating officer first high regional state chief deputy leader whip".split()
)
"""Words of titles that name no body: "the prime minister" is some country's."""
_LANDS = frozenset("city country nation province region republic state town village".split())
"""Words that name no one place: "the region's governor"."""
_BY_DAY = frozenset({By.OFFICE, By.ROLE_NOUN})
"""What of a registry's candidate hangs on the day of the text."""


@dataclass(slots=True)
class Facts:
    """An appearance with what it can be compared by; `order` is its document's number.

    `offices` are posts that one person holds in a body, by their words in any order and as the text has them; `bodies` and `people` are who else the text names in full, `near` the places around the name, each by how it
    is compared and as it stands; `countries` are those that the text names or whose places it names, `widely` the names among them that the registry knows.
    """

    shown: Appearance
    order: int
    sounds: tuple[str, ...] = ()
    offices: dict[frozenset[str], str] = field(default_factory=dict)
    introduced: str | None = None
    age: int | None = None
    bodies: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    widely: frozenset[str] = frozenset()

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.shown.document

    @property
    def name(self) -> str:
        """The fullest name, or the words for somebody without one."""
        return self.shown.name

    @property
    def year(self) -> int | None:
        """Of the document's publication."""
        words = (self.shown.published or "")[:4]
        return int(words) if words.isdigit() else None

    @property
    def person(self) -> bool:
        """Whether it is a person, as far as the text tells."""
        return self.shown.kind is PartyKind.PERSON

    @property
    def public(self) -> bool:
        """Whether this text shows a person to be public."""
        return self.shown.standing is Standing.PUBLIC


def appear(reading: Reading, order: int, language: Language) -> list[Facts]:
    """The parties of a document, as analysts have put it right, in the order of its text.

    Where its date was put right, nobody is known by the office of another day.
    """
    found = _Appearing(reading, order, language)
    found.take()
    return found.facts()


class _Appearing:
    def __init__(self, reading: Reading, order: int, language: Language) -> None:
        self._reading, self._order, self._language = reading, order, language
        self._redated = any(item.field == "published" for item in reading.document.corrections)
        self._text = reading.document.text
        self._known = {party.id: party for party in reading.parties}
        self._at: dict[str, int] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._quoted: dict[str, dict[str, Quoted]] = {}
        self._unnamed: dict[str, Hop] = {}
        self._countries = self._places_of(PlaceKind.COUNTRY)
        self._places = self._all_places()
        self._titles = frozenset(title for title in language.offices if " " not in title)
        self._posts: dict[str, dict[frozenset[str], str]] = {}
        for role in read_roles(Layout(self._text, None, (), (), ()), reading.mentions, frozenset(), language):
            key = self._office(role.title, role.words)
            if key and role.person.party and not (role.former or role.acting or role.then):
                post = _without(role.span.exact, (role.person.span.exact,))
                self._posts.setdefault(role.person.party, {}).setdefault(key, post)
        self._people = {someone.party: someone for someone in private_people(reading)}
        countries = frozenset(language.demonyms.values())
        self._beside = {True: dict[str, str](), False: dict[str, str]()}
        self._widely = widely_known(reading)
        for party in reading.parties:
            if party.name and " " in party.name and party.name not in countries:
                self._beside[party.kind is PartyKind.PERSON].setdefault(key_text(party.name), party.name)

    # what is where

    def take(self) -> None:
        """Go through mentions and hops once."""
        for mention in self._reading.mentions:
            if mention.party is None or mention.party not in self._known:
                continue
            place = (mention.span.start, mention.span.end)
            self._at.setdefault(mention.party, place[0])
            self._spans.setdefault(mention.party, []).append(place)
            name = _plain(mention.span.exact)
            if self._known[mention.party].kind is PartyKind.PERSON and " " not in name:
                name = self._with_given(name, place[0])
            self._names.setdefault(mention.party, {}).setdefault(name)
        for attribution in self._reading.attributions:
            last = len(attribution.chain) - 1
            for index, hop in enumerate(attribution.chain):
                self._take_hop(hop, attribution.id, said=index == last)

    def _take_hop(self, hop: Hop, attribution: str, *, said: bool) -> None:
        if hop.party is None:
            return
        if hop.party not in self._known:
            if (hop.source is None and hop.name is None) or hop.naming is Naming.NONE:
                return
            self._unnamed.setdefault(hop.party, hop)
        if hop.source is not None:
            self._at[hop.party] = min(self._at.get(hop.party, hop.source.start), hop.source.start)
        named = hop.naming is Naming.NAMED
        before = self._quoted.setdefault(hop.party, {}).get(attribution)
        said = said or (before is not None and before.said)
        self._quoted[hop.party][attribution] = Quoted(attribution, named, said)

    def _with_given(self, name: str, at: int) -> str:
        """A surname with the given name that the model cut off before it ("Arkady" read as a body, "Velyaminov" as a person)."""
        before = _BEFORE.search(self._text, max(0, at - 24), at)
        given = before is not None and before[1] in self._language.first_names
        return f"{before[1]} {name}" if before is not None and given else name

    def _all_places(self) -> list[tuple[int, str, str]]:
        """Towns, districts and areas that the text names, by where; those that the gazetteer lacks by their name."""
        found = []
        for place in self._reading.places:
            chosen = place.chosen
            if chosen is None or chosen.kind in {PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.AREA}:
                found.append((place.span.start, chosen.id if chosen else key_text(place.span.exact), place.span.exact))
        return found

    def _places_of(self, kind: PlaceKind) -> frozenset[str]:
        found: set[str] = set()
        for place in self._reading.places:
            if place.chosen is not None:
                areas = [(area.id, area.kind) for area in place.chosen.areas]
                found.update(id for id, of in [(place.chosen.id, place.chosen.kind), *areas] if of is kind)
        return frozenset(found)

    def _office(self, title: str, words: Sequence[str]) -> frozenset[str]:
        """The words of a post with its body ("mayor", "Lugovsk"); none where it names none, nor a country: "the mayor" is any town's.

        A country is no word of it: "Russia's prosecutor general" is "the prosecutor general" in a text of that country.
        """
        demonyms = self._language.demonyms
        countries = frozenset(demonyms.values())
        bodies = [word for word in words if word not in demonyms and word not in countries and word != "country"]
        if len(bodies) == 1 and (bodies[0] in generic() or bodies[0] in _LANDS):
            return frozenset()  # "the chairman of the committee"
        key = key_of(f"{title} {' '.join(bodies)}")
        return key if len(bodies) < len(words) or key - self._titles - _NO_BODY else frozenset()

    # what comes of it

    def facts(self) -> list[Facts]:
        """Every party with what it can be compared by."""
        ids = sorted({*self._known, *self._unnamed}, key=lambda id: (self._at.get(id, 0), id))
        places = [self._at.get(id, 0) for id in ids]
        return [self._facts(id, places[:nth].count(places[nth])) for nth, id in enumerate(ids)]

    def _facts(self, id: str, nth: int) -> Facts:
        party = self._known.get(id)
        hop = self._unnamed.get(id)
        if party is not None:
            kind, standing, why = party.kind, party.standing, party.why
            words = party.rests_on[0].exact if party.rests_on and not party.name else party.name or ""
        else:
            assert hop is not None
            kind, standing, why = hop.kind, None, None
            words = _plain(hop.source.exact if hop.source is not None else hop.name or "")
        names = self._names_of(id, party)
        document = self._reading.document
        shown = Appearance(
            appearance_id(self._reading.document.id, self._at.get(id, 0), nth), self._reading.document.id, document.outlet, document.published,
            id, kind, names, words, standing, why, self._candidate(party), tuple(self._quoted.get(id, {}).values()),
        )  # fmt: skip
        heard = sounds(_AFTER_NAME.sub("", names[0])) if names else ()
        found = Facts(shown, self._order, heard, countries=self._countries, widely=self._widely)
        if kind is PartyKind.PERSON:
            self._describe(found, id, party, words)
        if kind is PartyKind.PERSON:
            family = found.sounds[-1:]
            found.people = {key: name for key, name in self._beside[True].items() if tuple(key.split()[-1:]) != family}
        own = " ".join(found.sounds)
        found.bodies = {key: name for key, name in self._beside[False].items() if key != own}
        return found

    def _names_of(self, id: str, party: KnownParty | None) -> tuple[str, ...]:
        if party is None:
            return ()
        someone = self._people.get(id)
        names = dict.fromkeys((*self._names.get(id, {}), *((party.name,) if party.name else ())))
        if someone is not None and someone.full:
            names.setdefault(someone.name)
        return tuple(sorted(names, key=lambda name: (-len(name.split()), names_order(names, name))))

    def _candidate(self, party: KnownParty | None) -> Candidate | None:
        """Whom the registry is sure of. A private person's name alone is nobody in it."""
        if party is None:
            return None
        found = party.resolved
        if found is None or (self._redated and found.by in _BY_DAY):
            return None
        if party.name and is_general(party.name) and not self._names_country_of(found):
            return None
        return None if party.standing is Standing.PRIVATE else found

    def _names_country_of(self, candidate: Candidate) -> bool:
        """Whether the text names the country that a body's name has in it: "National Guard" is Russia's only where Russia is spoken of."""
        demonyms = self._language.demonyms
        meant = {country for country in demonyms.values() if country in candidate.name}
        words = {*meant, *(word for word, country in demonyms.items() if country in meant)}
        return not meant or any(re.search(rf"\b{re.escape(word)}\b", self._text) for word in words)

    def _describe(self, found: Facts, id: str, party: KnownParty | None, words: str) -> None:
        someone = self._people.get(id)
        if someone is not None and someone.age is not None:
            found.age = someone.age
        if party is not None and party.name:
            found.offices = dict(self._posts.get(id, {}))
            found.introduced = party.why if party.why is not None and party.why.startswith("introduced") else None
        else:
            phrase = read_office(words.strip(" ,"), self._language.offices)
            held = phrase is not None and not phrase.former and not phrase.acting
            office = self._office(phrase.title, phrase.words) if phrase is not None and held else frozenset[str]()
            if office:
                found.offices[office] = words
        for start, end in self._spans.get(id, ()):
            for at, key, shown in self._places:
                if start - NEAR <= at <= end + NEAR:
                    found.near[key] = shown


_GENERAL = frozenset(
    "interior defence foreign health education finance justice supreme constitutional central national federal state regional local general human rights "
    "internal external security city district high public prosecutor prosecutors investigative migration emergency emergencies border".split()
)


@lru_cache(maxsize=16384)
def is_general(name: str) -> bool:
    """Whether many countries have a body of this name: "Interior Ministry", "Supreme Court"."""
    words = body_key(name).split()
    return any(word in generic() for word in words) and all(word in generic() or word in _GENERAL for word in words)


def key_text(name: str) -> str:
    """A place's name as it is compared."""
    return " ".join(sounds(name))


def names_order(names: Mapping[str, None], name: str) -> int:
    """Where a name stands among those of a text: earlier ones come first."""
    return list(names).index(name)


def _plain(words: str) -> str:
    plain = re.sub(r"[’']s?$", "", " ".join(words.split()))
    return re.sub(r"^(?:[Tt]he|[Aa]n?)\s+(?=[^\W\d_a-zа-яё])", "", plain)


def _without(words: str, names: Iterable[str]) -> str:
    """An introduction without the name: "mayor of Polje" of "Ana Rao, the mayor of Polje"."""
    for name in sorted(names, key=len, reverse=True):
        if name in words:
            return " ".join(words.replace(name, " ").split()).strip(" ,")
    return words
