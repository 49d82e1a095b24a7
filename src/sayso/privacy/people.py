"""The private persons of a reading: the names that each is called by, and what else would tell who it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sayso.domain.attribution import PartyKind
from sayso.domain.mention import MentionKind
from sayso.domain.party import Standing
from sayso.domain.reading import Reading
from sayso.privacy.words import Word, words_of
from sayso.registry.spelling import sounds

_GAP = re.compile(r"[ \u00a0](?=[^\W\d_a-zа-яё])")
_HYPHEN = re.compile(r"[-\u2010\u2011](?=[^\W\d_])")
_INITIAL = re.compile(r"\. ?(?=[^\W\d_a-zа-яё])")
_INITIALS = re.compile(r"\b[^\W\d_a-zа-яё]\. ?$")
_NAME = re.compile(r"[^\W\d_]+")
_NO_NAMES = frozenset(
    "street avenue road square lane boulevard prospekt ulitsa park bridge district region oblast village hospital school university "
    "institute ministry office group company bank monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december the a an in on at of and who he she it they".split()
)
"""Words with a capital that may stand behind a name and are no part of it."""
_AGE = re.compile(r"^,? \(?(?:aged )?(\d{1,3})\b(?!,? (?:people|men|women|000|per cent|%))")
SMALL = frozenset(
    "de la van von der den bin ibn al el du da di dos of the and a an in at on for to by from with mr mrs ms dr sir".split()
)


@dataclass(slots=True)
class Someone:
    """A private person: `given` and `family` are the words of the names; `document` and `party` say whose reading it is of.

    `also` are the lone words by which the text itself calls the person. The rest tells people of one name apart or together, as
    `sayso.persons` asks for it.
    """

    document: str
    party: str
    name: str
    why: str | None
    given: tuple[Word, ...] = ()
    family: Word | None = None
    also: set[str] = field(default_factory=set)
    bodies: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    widely: frozenset[str] = frozenset()
    age: int | None = None
    year: int | None = None
    at: int = 0
    public: bool = False
    told: bool = False
    """Whether the text says of a private person who it is: an age, kin, a trade."""
    offices: Mapping[frozenset[str], str] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()

    @property
    def introduced(self) -> str | None:
        """The words that introduce the person."""
        return self.why if self.why is not None and self.why.startswith("introduced") else None

    @property
    def sounds(self) -> tuple[str, ...]:
        """The name's words by sound."""
        return self.full or tuple(word.sound for word in (*self.given, *((self.family,) if self.family else ())))

    @property
    def full(self) -> tuple[str, ...]:
        """The name's words by sound, if there is more than one."""
        words = (*self.given, *((self.family,) if self.family else ()))
        return tuple(word.sound for word in words) if len(words) > 1 else ()


def private_people(reading: Reading) -> list[Someone]:
    """The private persons that a reading speaks of, in order of the text."""
    text = reading.document.text
    named = {p.id: p for p in reading.parties if p.kind is PartyKind.PERSON}
    # A lone word that the model takes for a body may be the surname ("Rukhshona" person, "Nazirova" body).
    taken = frozenset(
        mention.span.start
        for mention in reading.mentions
        if mention.kind is not MentionKind.ORGANISATION or not mention.span.exact.istitle() or " " in mention.span.exact
    )
    found: dict[str, Someone] = {}
    for mention in reading.mentions:
        party = named.get(mention.party or "")
        private = mention.private or (party is not None and party.standing is Standing.PRIVATE)
        if not private or mention.party is None:
            continue
        name = " ".join((mention.name or mention.span.exact).split())
        someone = found.get(mention.party)
        if someone is None:
            someone = Someone(reading.document.id, mention.party, name, party.why if party else None, at=mention.span.start)  # fmt: skip
            found[mention.party] = someone
            _take_name(someone, name)
        start, end = _widened(text, mention.span.start, mention.span.end, taken)
        words = " ".join(text[start:end].split())
        if len(words) > len(someone.name):
            someone.name = words
            _take_name(someone, words)
        alone = [word for word in words_of(mention.span.exact) if word.plain not in SMALL and len(word.plain) > 1]
        someone.also.update(word.plain for word in alone)
        if (age := _AGE.match(text[end : end + 20])) and someone.age is None:
            someone.age = int(age[1])
    for party in named.values():
        # Whom an analyst names need not stand in the text.
        if party.standing is Standing.PRIVATE and party.name and party.id not in found:
            found[party.id] = Someone(reading.document.id, party.id, party.name, party.why, at=len(text))
            _take_name(found[party.id], party.name)
    if reading.document.author and not reading.document.outlet:
        author = Someone(reading.document.id, "author", reading.document.author, "a text without an outlet", at=-1)
        _take_name(author, author.name)
        found.setdefault("author", author)
    for someone in found.values():
        someone.told = someone.age is not None or someone.introduced is not None
    _describe(found.values(), reading)
    return sorted(found.values(), key=lambda someone: someone.at)


def public_people(reading: Reading) -> list[Someone]:
    """The public persons that a reading names in full, with what would tell that another text's person is the same."""
    found = []
    for party in reading.parties:
        if party.kind is PartyKind.PERSON and party.standing is Standing.PUBLIC and party.name and " " in party.name:
            someone = Someone(reading.document.id, party.id, party.name, party.why, public=True)
            _take_name(someone, party.name)
            found.append(someone)
    _describe(found, reading)
    return found


def widely_known(reading: Reading) -> frozenset[str]:
    """Names in full of parties that the registry knows, by sound: texts that have nothing to do with each other name them."""
    return frozenset(" ".join(sounds(p.name)) for p in reading.parties if p.name and " " in p.name and p.candidates)


def _describe(people: Iterable[Someone], reading: Reading) -> None:
    """What else the text names in full, for each of its persons."""
    beside: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for party in reading.parties:
        if party.name and " " in party.name:
            beside[party.kind is PartyKind.PERSON].setdefault(" ".join(sounds(party.name)), party.name)
    year = (reading.document.published or "")[:4]
    for someone in people:
        family = someone.sounds[-1:]
        someone.bodies = beside[False]
        someone.people = {key: name for key, name in beside[True].items() if tuple(key.split()[-1:]) != family}
        someone.widely = widely_known(reading)
        someone.year = int(year) if year.isdigit() else None


def public_names(reading: Reading) -> Iterator[str]:
    """Names in full that stay: of persons in public posts, and of the registry's persons that checks speak of."""
    for party in reading.parties:
        if party.kind is PartyKind.PERSON and party.standing is Standing.PUBLIC and party.name:
            yield party.name
        if party.standing is Standing.PUBLIC:
            yield from (candidate.name for candidate in party.candidates)
    for check in reading.checks:
        yield from (line.person for line in check.registry)


def _take_name(someone: Someone, name: str) -> None:
    words = [
        word for word in words_of(name) if word.plain not in SMALL and not word.plain.isdigit() and word.plain != "s"
    ]
    someone.given = tuple(words[:-1])
    someone.family = words[-1] if words else None


def _widened(text: str, start: int, end: int, taken: frozenset[int]) -> tuple[int, int]:
    """A mention that the model cut inside a name: "Yury" of "Yury Tsapin", "Gainutdin" of "Gainutdin-uly", "R" of "I. R. Akhmetov"."""
    lone = len(text[start:end].split()) == 1
    for _ in range(3):
        hyphen = _HYPHEN.match(text, end)
        gap = (
            hyphen
            or (_GAP.match(text, end) if lone else None)
            or (_INITIAL.match(text, end) if end - start < 3 else None)
        )
        match = _NAME.match(text, gap.end()) if gap is not None else None
        if match is None or (not hyphen and (match.start() in taken or match.group().lower() in _NO_NAMES)):
            break
        end = match.end()
    while (before := _INITIALS.search(text, max(0, start - 6), start)) is not None:
        start = before.start()
    return start, end
