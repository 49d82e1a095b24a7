"""What is known of offices, found by a person's name, by how a text calls an office, by body, and by date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.domain.office import Holding, Office, Organisation, Person, RegistryLine, Tenure
from sayso.registry.spelling import name_words, same_given, sound, sounds

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]+(?:[’']s)?")
_POSSESSIVE = re.compile(r"[’']s$")
_SMALL = frozenset("the of for and on in at a an".split())
_SPELLINGS = {"defense": "defence", "centre": "center", "oblast": "region", "krai": "territory", "kray": "territory"}

Key = frozenset[str]


def body_words(words: Iterable[str]) -> Key:
    """The words of a body's or office's name in the form in which they are compared; their order does not count."""
    found = set()
    for word in words:
        lower = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'").replace(".", "")
        if lower and lower not in _SMALL:
            found.add(_SPELLINGS.get(lower, lower))
    return frozenset(found)


def key_of(name: str) -> Key:
    """`body_words` of a name as written."""
    return body_words(_WORD.findall(name))


class Registry:
    """Frozen values and the ways to find them. Give it to the checks; it does no I/O itself."""

    def __init__(
        self,
        offices: Iterable[Office],
        persons: Iterable[Person],
        tenures: Iterable[Tenure],
        organisations: Iterable[Organisation] = (),
        countries: dict[str, tuple[str, ...]] | None = None,
        seats: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.offices = {office.id: office for office in offices}
        self.persons = {person.id: person for person in persons}
        self.organisations = {body.id: body for body in organisations}
        self.tenures = tuple(sorted(tenures, key=_by_beginning))
        self.countries = dict(countries or {})
        self.seats = dict(seats or {})
        self._country_of = {
            word: code for code, names in self.countries.items() for name in names for word in (key_of(name),) if word
        }
        named = [(name, code) for of in (self.countries, self.seats) for code, names in of.items() for name in names]
        self._country_words = {name: code for name, code in named if " " not in name}
        self._country_phrases = {name: code for name, code in named if " " in name}
        self._with_offices = frozenset(office.country for office in self.offices.values())
        self._by_surname: dict[str, dict[str, Person]] = defaultdict(dict)
        for person in self.persons.values():
            for name in (person.name, *person.names):
                if words := sounds(name):
                    self._by_surname[words[-1]][person.id] = person
        self._of_person: dict[str, list[Tenure]] = defaultdict(list)
        self._in_office: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            self._of_person[tenure.person].append(tenure)
            self._in_office[tenure.office].append(tenure)
        self._by_title: dict[str, list[tuple[Key, Office]]] = defaultdict(list)
        for office in self.offices.values():
            for title in office.titles:
                for body in office.bodies or ("",):
                    self._by_title[title].append((key_of(body), office))
        self.titles = frozenset(self._by_title)
        self._bodies: dict[Key, dict[str, Organisation]] = defaultdict(dict)
        for organisation in self.organisations.values():
            for called in (organisation.name, *organisation.names):
                self._bodies[key_of(called)][organisation.id] = organisation

    # Persons

    def people_called(self, name: str) -> tuple[Person, ...]:
        """Everybody who can be meant by a name: surname and given names agree as far as they are given."""
        written = name_words(name)
        if not written:
            return ()
        found = []
        for person in self._by_surname.get(sound(written[-1]), {}).values():
            for known in (person.name, *person.names):
                words = name_words(known)
                if sound(words[-1]) == sound(written[-1]) and (
                    len(written) == 1 or len(words) == 1 or same_given(words[0], written[0])
                ):
                    found.append(person)
                    break
        return tuple(found)

    def bearers_of_surname(self, name: str) -> tuple[Person, ...]:
        """Everybody with the surname that a name ends in, whatever the given name."""
        written = name_words(name)
        return tuple(self._by_surname.get(sound(written[-1]), {}).values()) if written else ()

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """What a person held, in order."""
        return tuple(self._of_person.get(person, ()))

    # Offices

    def offices_called(self, title: str, words: Sequence[str]) -> tuple[Office, ...]:
        """The offices that a text can mean by a title and the other words of its phrase ("minister", "Russian", "MVD").

        Without a country among the words several countries' offices may fit; who is said to hold it then decides. "Interior minister"
        in one is "minister" of "interior" as well.
        """
        key = body_words(words)
        country, rest = self._take_country(key)
        found = {}
        for body, office in self._by_title.get(title, ()):
            # "President of Russia" needs nothing but the country; "Russia's MVD" needs both.
            if (body == rest and (country is None or office.country == country)) or (body and body == key):
                found[office.id] = office
        if not found and " " in title:
            *of, title = title.split()
            return self.offices_called(title, [*of, *words])
        return tuple(found.values())

    def names_country(self, words: Sequence[str]) -> bool:
        """Whether a country stands among the words."""
        return self._take_country(body_words(words))[0] is not None

    def countries_in(self, text: str) -> frozenset[str]:
        """The codes of the countries that a text names, by name, adjective or where its government sits ("the Kremlin")."""
        words = {_POSSESSIVE.sub("", word) for word in _CAPITALISED.findall(text)}
        words |= {word.capitalize() for word in words if word.isupper() and len(word) > 3}  # "MOSCOW, 14 January"
        found = {code for word, code in self._country_words.items() if word in words}
        found.update(code for phrase, code in self._country_phrases.items() if code not in found and phrase in text)
        return frozenset(found) & self._with_offices

    def holders(self, office: str, day: date | None = None) -> tuple[Tenure, ...]:
        """Who held an office, in order; with a day, those who held it or may have held it then."""
        tenures = self._in_office.get(office, ())
        if day is None:
            return tuple(tenures)
        return tuple(tenure for tenure in tenures if tenure.on(day) in (Holding.DURING, Holding.UNKNOWN))

    def line(self, tenure: Tenure) -> RegistryLine:
        """A tenure with the names that belong to it."""
        person, office = self.persons.get(tenure.person), self.offices.get(tenure.office)
        return RegistryLine(person.name if person else tenure.person, office.name if office else tenure.office, tenure)

    def find(self, words: str) -> tuple[Tenure, ...]:
        """The tenures of whoever or whatever a person asks for: a name, an office, a body or its acronym."""
        key = key_of(words)
        people = {person.id for person in self.people_called(words)}
        offices = set()
        for office in self.offices.values():
            body = self.organisations.get(office.organisation or "")
            names = {office.name, *office.bodies, *((body.name, *body.names) if body else ())}
            called = {key_of(name) for name in names} | {
                key_of(f"{title} {name}") for title in office.titles for name in (*office.bodies, "")
            }
            country, rest = self._take_country(key)
            if (
                key in called
                or (country == office.country and rest in called)
                or (rest == frozenset() and country == office.country)
            ):
                offices.add(office.id)
        return tuple(t for t in self.tenures if t.person in people or t.office in offices)

    def bodies_called(self, words: str) -> tuple[Organisation, ...]:
        """Bodies, outlets, think tanks and channels by any of their names."""
        return tuple(self._bodies.get(key_of(words), {}).values())

    def _take_country(self, key: Key) -> tuple[str | None, Key]:
        """The country named among words, and the other words; the longest name counts ("Russian Federation")."""
        best = max((name for name in self._country_of if name <= key), key=len, default=None)
        if best is None:
            return None, key
        code = self._country_of[best]
        rest = key - best
        for name, other in self._country_of.items():  # "Russia's Ministry of Defence of the Russian Federation"
            if other == code and name <= rest:
                rest -= name
        return code, rest


def _by_beginning(tenure: Tenure) -> tuple[str, date, str]:
    return tenure.office, tenure.since.first if tenure.since else date.min, tenure.person
