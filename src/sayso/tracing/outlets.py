"""Which held outlet a name in a text means: "the Quay newspaper", "quay.example", "Голос Харла" for "Golos Harla", "MIC".

An outlet is known by its name, by its site, by the short form of its name, and by the word of its name that says most. A
name that two outlets could bear means neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sayso.domain.document import Document
from sayso.languages.language import load_language
from sayso.tracing.aliases import (
    ARTICLE,
    JOINERS,
    SHORTEST_ALIAS,
    Outlet,
    explained_names,
    inflected,
    plain_names,
    sounds,
    stands_for,
    strong_aliases,
    unique,
    weak_aliases,
)
from sayso.tracing.bodies import body_key, generic, is_part, names_body
from sayso.tracing.kinds import ANY_PAPER, KINDS_OF_NOUN, called_kinds, kinds_of
from sayso.tracing.moments import Moment, is_before, moment
from sayso.tracing.names import agree, in_latin, name_key, skeleton
from sayso.tracing.outlet_names import bare_name, core, is_media_name, outlet_name, shown_name, site_of
from sayso.tracing.sounds import (
    FOREIGN_WORD,
    MEDIA_WORDS,
    SHORTEST_SOUND,
    fold,
    is_named_at,
    sound_of,
)
from sayso.tracing.voices import is_self_speaking, speakers

_DESCRIBED = re.compile(r"(?:[^\W\d_A-Z][\w-]* ){0,2}(?P<kind>[^\W\d_A-Z][\w-]*) (?P<name>[^\W\d_a-z].*)")
_CAPITALS = re.compile(
    rf"@\w{{3,}}|(?:[\w-]+\.)+[a-z]{{2,12}}(?:/[\w-]+)?(?![\w@])|[^\W\d_a-z][\w’'&-]*(?:[ \u00a0](?:(?:{JOINERS})[ ])?[^\W\d_a-z][\w’'&-]*)*"
)
_BODY_PHRASE = re.compile(
    r"(?:\b[Tt]he |\b[A-Z][\w-]+[’']s )(?P<body>(?:[\w-]+ ){0,3}?(?:"
    + "|".join(sorted(map(re.escape, load_language("en").organisation_nouns), key=len, reverse=True))
    + r"))\b"
)
LONGEST_NAME = 8  # words
SHORTEST_FOLDER = 6
"""Letters of a folder of an address by which a programme's name is known."""
LONG_NAME = 9
"""Letters from which on a name of one word may be spelled a letter apart."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a text at which an outlet is named."""

    outlet: str
    start: int
    end: int


class Outlets:
    """The outlets of some documents. `key_of` is the same for documents of one outlet, by name or by site."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._keys: dict[str, str] = {}
        names: dict[str, tuple[str, str]] = {}
        sites: dict[str, set[str]] = {}
        named_by_site: dict[str, str] = {}
        for document in documents:
            site = site_of(document.url)
            if document.outlet and site and "/" not in site:
                named_by_site.setdefault(site, core(document.outlet))
        for document in documents:
            site = site_of(document.url)
            key = (
                core(document.outlet)
                if document.outlet
                else named_by_site.get(site or "") or core(outlet_name(document))
            )
            self._keys[document.id] = key
            if document.outlet or key not in names:
                names.setdefault(key, (outlet_name(document), shown_name(document)))
            if site:
                sites.setdefault(key, set()).add(site)
        self._outlets = {key: Outlet(key, *name, frozenset(sites.get(key, ()))) for key, name in names.items()}
        self._aliases = dict(unique(strong_aliases(self._outlets.values())))
        self._credited: set[str] = set()
        self._signed: dict[str, str | None] = {}
        self._plain = dict(unique(plain_names(self._outlets.values())))
        weak = unique(weak_aliases(self._outlets.values()))
        self._weak = {alias: key for alias, key in weak.items() if alias not in self._aliases}
        self._spelled = tuple(_lower(alias) for alias in {**self._plain, **self._weak})
        self._bodies = {body_key(item.name): key for key, item in self._outlets.items() if names_body(item.name)}
        self._by_word: dict[str, list[str]] = {}
        for body in self._bodies:
            for word in body.split():
                self._by_word.setdefault(word, []).append(body)
        self._found: dict[str, str | None] = {}
        self._sounds = unique(sounds(self._outlets.values()))
        self._kinds = {key: kinds_of(outlet) for key, outlet in self._outlets.items()}
        self._first: dict[str, Moment] = {}
        for document in documents:
            at, key = moment(document.published), self._keys[document.id]
            if at is not None and (key not in self._first or at.sort_key < self._first[key].sort_key):
                self._first[key] = at
        self._programmes = unique(
            (part.replace("-", ""), self._keys[document.id])
            for document in documents
            for part in _folders(document.url)
        )
        self._own_pages = {self._keys[document.id] for document in documents if is_self_speaking(document)}
        self._speakers = unique(
            (name, self._keys[document.id])
            for document in documents
            if self._keys[document.id] in self._own_pages
            for person in speakers(document)
            for name in {person, person.split()[-1]}
        )
        self._near: dict[str, list[str]] = {}
        for key in self._outlets:
            self._near.setdefault(skeleton(fold(key)), []).append(key)

    def key_of(self, document: Document) -> str:
        """The outlet that published it."""
        return self._keys[document.id]

    def outlet(self, key: str) -> Outlet:
        """The outlet with this key."""
        return self._outlets[key]

    @property
    def names(self) -> tuple[str, ...]:
        """The outlets' names as they are shown."""
        return tuple(outlet.name for outlet in self._outlets.values())

    def of_body(self, body: str) -> str | None:
        """The outlet that is the body with this key, or the one of whose name it is a part: "health ministry" for the Ministry of Health and Sport."""
        if body not in self._bodies and " " in body:
            wholes = [
                other for other in self._by_word.get(min(body.split(), key=self._holders), ()) if is_part(body, other)
            ]
            return self._bodies[wholes[0]] if len(wholes) == 1 else None
        return self._bodies.get(body)

    def meet(self, words: str) -> None:
        """Take up that a body's own page is meant by other words for it: "the coast guard's Orlin district" for Maritime Guard, Orlin District."""
        body = body_key(words)
        if self.of_body(body) is not None or not names_body(words):
            return
        mine = set(body.split())
        near = {other for word in mine - generic() for other in self._by_word.get(word, ())}
        fit = [
            self._bodies[other]
            for other in sorted(near)
            if self._bodies[other] in self._own_pages and _share_a_name(mine, set(other.split()), words)
        ]
        if len(set(fit)) == 1:
            self._bodies[body] = fit[0]
            for word in mine:
                self._by_word.setdefault(word, []).append(body)

    def is_own_page(self, document: Document) -> bool:
        """Whether a document is a body's own, and not a paper's."""
        return self._keys[document.id] in self._own_pages

    def has_own_page(self, key: str) -> bool:
        """Whether an outlet is a body that publishes its own pages, and not a paper."""
        return key in self._own_pages

    def speaker(self, person: str) -> str | None:
        """The body for whose own page a person speaks who signs it, by the key of the name."""
        return self._speakers.get(person)

    def own_page_of(self, field: str, document: Document) -> str | None:
        """The one body with pages of its own of whose name a word is a part: "health bosses" are the health authority's."""
        fit = [key for key in self._own_pages if field in name_key(self._outlets[key].name).split()]
        return self._outlets[fit[0]].name if len(fit) == 1 and fit[0] != self._keys[document.id] else None

    def own_page_in(self, document: Document) -> str | None:
        """The one body with a page of its own that a document's text names, by its name."""
        named = {item.outlet for item in self.scan(document.text)} & self._own_pages - {self._keys[document.id]}
        return self._outlets[next(iter(named))].name if len(named) == 1 else None

    def scan_bodies(self, text: str, start: int, end: int) -> Iterator[Named]:
        """Where a stretch of a text speaks of bodies that have pages of their own: "the health authority has 212 cases on its books"."""
        for match in _BODY_PHRASE.finditer(text, start, end):
            key = self.of_body(body_key(match["body"]))
            if key is not None and key in self._own_pages:
                yield Named(key, match.start("body"), match.end("body"))

    def _holders(self, word: str) -> int:
        return len(self._by_word.get(word, ()))

    def learn(self, names: Iterable[str]) -> None:
        """Take these for outlets too, though nothing of theirs is held: some text credits them."""
        self._credited |= {core(name) for name in names}

    def sign(self, document: Document, name: str) -> None:
        """Take letters by which a document signs itself ("PERM, Feb 13 (TCP) -") for its outlet's, where its name has them."""
        key = self.key_of(document)
        if stands_for(name, self._outlets[key].name):
            self._call(name, key)

    def explain(self, text: str) -> None:
        """Take up under which other names a text says that outlets are known: "the Institute of Good Hope (Instytut Dobrej Nadziei)"."""
        for name, other in explained_names(text):
            one, two = self.find(name), self.find(other)
            if one is not None and two is None:
                self._call(other, one)
            elif two is not None and one is None:
                self._call(name, two)

    def describe(self, text: str) -> None:
        """Take up what a text says that outlets are: "the station Polje", "Polje Insider, a news site"."""
        for name, noun in called_kinds(text):
            key = self.find(name)
            if key is not None:
                self._kinds[key] |= KINDS_OF_NOUN[noun]

    def of_kind(self, noun: str, names: frozenset[str], document: Document, *, loosely: bool = False) -> str | None:
        """The one other outlet of a kind that published before a document, with all of these words in its name.

        `loosely`: the words may tell where it is instead ("a Manila paper").
        """
        kinds, own, now = KINDS_OF_NOUN[noun], self._keys[document.id], moment(document.published)
        fit = [
            key
            for key, known in self._kinds.items()
            if key != own and (known or ANY_PAPER) & kinds and not is_before(now, self._first.get(key))
        ]
        if names:
            fit = [key for key in fit if names <= set(name_key(self._outlets[key].name).split())] or (
                fit if loosely else []
            )
        else:
            fit = [key for key in fit if self._kinds[key]]
        return self._outlets[fit[0]].name if len(fit) == 1 else None

    def _call(self, name: str, key: str) -> None:
        known = self._signed.setdefault(name, key)
        if known != key:
            self._signed[name] = None  # two bear it
        self._found.clear()

    def is_outlet(self, words: str) -> bool:
        """Whether a name is an outlet's: a held one's, one that a text credits, or one that says so itself."""
        return self.find(words) is not None or is_media_name(words) or core(words) in self._credited

    def find(self, words: str) -> str | None:
        """The outlet that a name means; None where it means none of these, or could mean two."""
        if words not in self._found:
            self._found[words] = self._find(words)
        return self._found[words]

    def _find(self, words: str) -> str | None:
        bare = ARTICLE.sub("", words.strip(' “”"«»„‘’.,()—–-')).strip(' “”"«»„‘’')
        if not any(letter.isupper() or letter in "@." for letter in bare):
            return None
        if bare in self._signed:
            return self._signed[bare]
        key = core(bare)
        name = bare_name(bare)  # "Harl daily Delta Post"
        for alias in (bare.lower(), key, key.replace(" ", ""), name.lower(), core(name)):
            if alias in self._aliases:
                return self._aliases[alias]
        programme = self._programmes.get("".join(key.split())) if " " in key else None
        if programme is not None:
            return programme
        near = [known for known in self._near.get(skeleton(fold(key)), ()) if _nearly(known, key)] or self._parts(bare)
        if len(near) == 1:
            return near[0]
        return (self._weak.get(bare.lower()) or self._described(bare)) if not near else None

    def _described(self, words: str) -> str | None:
        """The outlet whose name stands behind what it is: "the rights group Open Door"."""
        found = _DESCRIBED.fullmatch(words)
        if found is None or not (found["kind"] in MEDIA_WORDS or names_body(found["kind"])):
            return None
        name = found["name"]
        return self._aliases.get(name.lower()) or self._aliases.get(core(name)) or self._signed.get(name)

    def _parts(self, name: str) -> list[str]:
        """Outlets that are bodies and of whose name this one is a part, or it of this."""
        body = body_key(name)
        if body in self._bodies:
            return [self._bodies[body]]
        words = [word for word in body.split() if word in self._by_word]
        known = min((self._by_word[word] for word in words), key=len, default=[])
        return [self._bodies[other] for other in known if is_part(other, body) or is_part(body, other)]

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Named]:
        """Where the outlets are named in a text, by a name that begins with a capital, or by site or account."""
        end = len(text) if end is None else end
        searched = _searched(text, start, end)
        if not any(alias in searched for alias in self._spelled) and not any(name in text for name in self._signed):
            return
        for match in _CAPITALS.finditer(text, start, end):
            yield from self._in_run(text, match.start(), match.end())

    def scan_foreign(self, text: str) -> Iterator[Named]:
        """Where the outlets are named in a text in other letters: "агентству «Телеграф»", "Центра Олдергроув"."""
        for match in FOREIGN_WORD.finditer(text):
            sound = sound_of(match.group())
            key = next(
                (
                    self._sounds[sound[:size]]
                    for size in range(len(sound), SHORTEST_SOUND - 1, -1)
                    if sound[:size] in self._sounds
                ),
                None,
            )
            if key is not None and is_named_at(text, match.start()):
                yield Named(key, match.start(), match.end())

    def scan_inflected(self, text: str) -> Iterator[Named]:
        """Where the outlets are named in a text in a language that is not read, in whatever case their names stand."""
        for pattern, key in self._inflected:
            yield from (Named(key, *match.span()) for match in pattern.finditer(text))

    @cached_property
    def _inflected(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        found = unique(inflected(self._outlets.values()))
        return tuple((re.compile(rf"\b{pattern}\b"), key) for pattern, key in found.items())

    def _in_run(self, text: str, start: int, end: int) -> Iterator[Named]:
        pieces = [(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", text[start:end])]
        first = 0
        while first < len(pieces):
            for last in range(min(len(pieces), first + LONGEST_NAME), first, -1):
                words = text[pieces[first][0] : pieces[last - 1][1]]
                bare = words.rstrip("’'").removesuffix("'s").removesuffix("’s")
                key = self._signed.get(bare) or self._plain.get(bare.lower()) or self._plain.get(in_latin(bare))
                key = key or self._plain.get(bare.lower().partition("/")[0])
                at = pieces[first][0]
                if key is None and last - first == 1 == len(pieces) - first < 3:
                    key = self._weak.get(bare.lower()) if text[max(0, at - 4) : at].lower() == "the " else None
                if key is not None and not bare[0].islower() or key is not None and ("." in bare or "@" in bare):
                    yield Named(key, pieces[first][0], pieces[first][0] + len(bare))
                    first = last - 1
                    break
            first += 1


def _folders(url: str | None) -> Iterator[str]:
    """The folders in an address: a programme has one ("radiovier.example/opdekorrel/…"), and a page's own words are the last."""
    parts = (url or "").partition("://")[2].split("/")[1:-1]
    yield from (part.lower() for part in parts if len(part) > SHORTEST_FOLDER and not part.isdigit())


def _share_a_name(mine: set[str], theirs: set[str], words: str) -> bool:
    """Whether two bodies' keys share a word of a name, one for what they are, and three in all."""
    shared = mine & theirs
    names = {name_key(word) for word in re.findall(r"[^\W\d_a-z][\w-]+", words)} - generic()
    return len(shared) > 2 and bool(shared & names) and bool(shared & generic())


def _lower(words: str) -> str:
    """In small letters, the same whatever stands around: a sigma has two forms."""
    return words.lower().replace("ς", "σ")


@lru_cache(maxsize=256)  # a text is looked through in each claim that it makes
def _searched(text: str, start: int, end: int) -> str:
    """A stretch of a text in small letters, and the same in Latin ones."""
    lowered = _lower(text[start:end])
    return lowered if lowered.isascii() else f"{lowered}\n{in_latin(lowered)}"


def _nearly(known: str, key: str) -> bool:
    """Whether two keys are spellings of one name; of names of several words every word must agree."""
    first, second = fold(known).split(), fold(key).split()
    if len(first) != len(second) or len(key) <= SHORTEST_ALIAS:
        return False
    if len(first) == 1 and len(key) < LONG_NAME:
        return first == second  # "Telegram" is no slip for "Telegraf"
    return all(agree(one, two) for one, two in zip(first, second, strict=True))
