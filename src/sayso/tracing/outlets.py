"""Which held outlet a name in a text means: "the Quay newspaper", "quay.example", "Голос Харла" for "Golos Harla", "MIC".

An outlet is known by its name, by its site, by the short form of its name, and by the word of its name that says most. A
name that two outlets could bear means neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from sayso.domain.document import Document
from sayso.languages.language import load_language
from sayso.languages.words import load_words
from sayso.tracing.bodies import body_key, is_part, names_body
from sayso.tracing.names import agree, name_key, skeleton
from sayso.tracing.sounds import (
    FOREIGN_WORD,
    KINDS,
    MEDIA_WORDS,
    SHORTEST_SOUND,
    fold,
    is_named_at,
    sound_of,
    telling_sound,
)

_NEWS = frozenset("news press information telegraph media wire".split())
_TELLING = frozenset("times post herald tribune gazette courier star monitor observer chronicle mail express".split())
"""Last words of newspapers' names by which texts call them for short, "the Courier"; no proof that something is a newspaper."""

_SITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(?:/\S*)?", re.IGNORECASE)
_HANDLES = frozenset(
    {"t.me", "telegram.me", "x.com", "twitter.com", "vk.com", "facebook.com", "youtube.com", "instagram.com"}
)
_ENDINGS = frozenset("com org net co gov info edu ac news media press online site example invalid test int tv".split())
_CAPITALS = re.compile(
    r"@\w{3,}|(?:[\w-]+\.)+[a-z]{2,12}(?:/[\w-]+)?(?![\w@])|[^\W\d_a-z][\w’'&-]*(?:[ \u00a0](?:(?:of|for|the|and|de|al|in|on)[ ])?[^\W\d_a-z][\w’'&-]*)*"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
SHORTEST_ALIAS = 3
LONGEST_NAME = 8  # words
LONG_NAME = 9
"""Letters from which on a name of one word may be spelled a letter apart."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published documents: `key` is what its documents share, `name` tells it from others, `shown` is for people to read."""

    key: str
    name: str
    shown: str
    sites: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a text at which an outlet is named."""

    outlet: str
    start: int
    end: int


def site_of(url: str | None) -> str | None:
    """The site of an address, with its account where the site only houses others ("t.me/harllive")."""
    if not url:
        return None
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.removeprefix(prefix)
    account = next((part for part in parts.path.split("/") if part not in {"", "s"}), "")
    return f"{host}/{account.lower()}" if host in _HANDLES and account else host or None


def page_of(url: str) -> str:
    """What two addresses of one page share: no protocol, no "www.", no last slash, no fragment, no query that only counts visits."""
    place = url.partition("#")[0].partition("://")[2] or url
    place, _, query = place.partition("?")
    host, slash, path = place.partition("/")
    for prefix in ("www.", "m.", "mobile.", "amp."):
        host = host.lower().removeprefix(prefix)
    kept = "&".join(
        part for part in sorted(query.split("&")) if part and not re.match(r"(?:utm_|ref|fbclid|gclid|amp)", part)
    )
    return f"{host}{slash}{path.rstrip('/')}".rstrip("/") + (f"?{kept}" if kept else "")


def outlet_name(document: Document) -> str:
    """What tells an outlet from others: its name, else the site, else the path, else the document's id."""
    return document.outlet or site_of(document.url) or document.path or document.id


def shown_name(document: Document) -> str:
    """The outlet as it is shown: as `outlet_name`, without the folders of a path that tell whose machine it lay on."""
    return document.outlet or site_of(document.url) or document.shown_path or document.id


@lru_cache(maxsize=16384)
def core(name: str) -> str:
    """A name's key without words that only say what it is: "the Quay newspaper" → "quay", "Delta news agency" → "delta"."""
    name = re.sub(r"[«»“”\"„‘]", " ", name)
    site = _SITE.fullmatch(name.strip())
    if site:
        return _label(site.group(1).lower())
    if name.startswith("@"):
        return name[1:].lower()
    words = [word for word in name_key(name).split() if word not in {"the", "a", "an"}]
    kept = [
        word
        for place, word in enumerate(words)
        if word not in KINDS and not (word == "news" and set(words[place + 1 : place + 2]) & KINDS)
    ]
    return " ".join(kept or words)


def bare_name(words: str) -> str:
    """The name alone: "the Telegram channel Line 02" → "Line 02", "local site Sosnoyarsk Live" → "Sosnoyarsk Live"."""
    pieces = words.strip(' “”"«»„‘’.,()').split()
    kinds = [
        place for place, piece in enumerate(pieces[:-1]) if piece.lower() in KINDS and pieces[place + 1][:1].isupper()
    ]
    pieces = pieces[kinds[-1] + 1 :] if kinds else pieces
    while len(pieces) > 1 and (
        pieces[0][0].islower() and "." not in pieces[0] or pieces[0].lower() in KINDS or pieces[0] in {"The", "A", "An"}
    ):
        pieces.pop(0)
    while len(pieces) > 1 and pieces[-1].islower() and pieces[-1] in MEDIA_WORDS and "." not in pieces[-1]:
        pieces.pop()
    return " ".join(pieces).strip(' “”"«»„‘’.,()')


@lru_cache(maxsize=16384)
def is_media_name(words: str) -> bool:
    """Whether a name says itself that it is an outlet's: an agency or medium that is known, a site, or "Radio Polje"."""
    bare = _ARTICLE.sub("", words.strip(' “”"«».,'))
    if not any(letter.isupper() or letter in "@." for letter in bare):
        return False
    language = load_language("en")
    if bare in language.wire_agencies or bare in language.media or bare.startswith("@"):
        return True
    if _SITE.fullmatch(bare) and "." in bare:
        return True
    own = name_key(bare).split()
    if not set(own) & (MEDIA_WORDS - {"service", "press", "bureau", "network", "station", "online"}):
        return False
    if own[-1] == "agency" and len(own) > 2 and any(word in load_words("en").rarities for word in own[:-1]):
        return bool(set(own[:-1]) & _NEWS)  # "Migration Control Agency" is a body, "Polje News Agency" none
    # "Weekly note", "Media reports": the word that tells stands beside a name, or after one.
    names = [
        word
        for word in re.findall(r"[^\W\d_][\w’'-]*", bare)
        if word[0].isupper() and name_key(word) not in MEDIA_WORDS
    ]
    return bool(names) or (len(own) > 1 and bare.split()[-1][0].isupper())


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
        self._aliases = _unique(_aliases(self._outlets.values(), weak=False))
        self._credited: set[str] = set()
        self._plain = _unique(_plain_names(self._outlets.values()))
        weak = _unique(_aliases(self._outlets.values(), weak=True))
        self._weak = {alias: key for alias, key in weak.items() if alias not in self._aliases}
        self._spelled = tuple(_lower(alias) for alias in {**self._plain, **self._weak})
        self._bodies = {body_key(item.name): key for key, item in self._outlets.items() if names_body(item.name)}
        self._by_word: dict[str, list[str]] = {}
        for body in self._bodies:
            for word in body.split():
                self._by_word.setdefault(word, []).append(body)
        self._found: dict[str, str | None] = {}
        self._sounds = _unique(_sounds(self._outlets.values()))
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
        """The outlet that is the body with this key."""
        return self._bodies.get(body)

    def learn(self, names: Iterable[str]) -> None:
        """Take these for outlets too, though nothing of theirs is held: some text credits them."""
        self._credited |= {core(name) for name in names}

    def is_outlet(self, words: str) -> bool:
        """Whether a name is an outlet's: a held one's, one that a text credits, or one that says so itself."""
        return self.find(words) is not None or is_media_name(words) or core(words) in self._credited

    def find(self, words: str) -> str | None:
        """The outlet that a name means; None where it means none of these, or could mean two."""
        if words not in self._found:
            self._found[words] = self._find(words)
        return self._found[words]

    def _find(self, words: str) -> str | None:
        bare = _ARTICLE.sub("", words.strip(' “”"«»„‘’.,()—–-')).strip(' “”"«»„‘’')
        if not any(letter.isupper() or letter in "@." for letter in bare):
            return None
        key = core(bare)
        for alias in (bare.lower(), key, key.replace(" ", "")):
            if alias in self._aliases:
                return self._aliases[alias]
        near = [known for known in self._near.get(skeleton(fold(key)), ()) if _nearly(known, key)] or self._parts(bare)
        if len(near) == 1:
            return near[0]
        return self._weak.get(bare.lower()) if not near else None

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
        lowered = _lower(text[start:end])
        if not any(alias in lowered for alias in self._spelled):
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

    def _in_run(self, text: str, start: int, end: int) -> Iterator[Named]:
        pieces = [(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", text[start:end])]
        first = 0
        while first < len(pieces):
            for last in range(min(len(pieces), first + LONGEST_NAME), first, -1):
                words = text[pieces[first][0] : pieces[last - 1][1]]
                bare = words.rstrip("’'").removesuffix("'s").removesuffix("’s")
                key = self._plain.get(bare.lower()) or self._plain.get(bare.lower().partition("/")[0])
                if key is None and len(pieces) == 1:
                    key = self._weak.get(bare.lower()) if text[max(0, start - 4) : start].lower() == "the " else None
                if key is not None and not bare[0].islower() or key is not None and ("." in bare or "@" in bare):
                    yield Named(key, pieces[first][0], pieces[first][0] + len(bare))
                    first = last - 1
                    break
            first += 1


def _lower(words: str) -> str:
    """In small letters, the same whatever stands around: a sigma has two forms."""
    return words.lower().replace("ς", "σ")


def _plain_names(outlets: Iterable[Outlet]) -> Iterator[tuple[str, str]]:
    """Names under which an outlet is known wherever they stand, written with a capital, as a site, or as an account."""
    for outlet in outlets:
        bare = _ARTICLE.sub("", outlet.name)
        found = {bare.lower(), _acronym(bare) or ""}
        for site in outlet.sites:
            host, _, account = site.partition("/")
            found |= {f"@{account}", f"{host}/{account}"} if account else {host}
        yield from ((alias, outlet.key) for alias in found if len(alias) >= SHORTEST_ALIAS)


def _aliases(outlets: Iterable[Outlet], *, weak: bool) -> Iterator[tuple[str, str]]:
    for outlet in outlets:
        bare = _ARTICLE.sub("", outlet.name)
        if weak:
            yield from ((alias, outlet.key) for alias in _weak_aliases(bare))
            continue
        found = {bare.lower(), outlet.key, outlet.key.replace(" ", ""), name_key(bare)}
        short = _acronym(bare)
        if short:
            found.add(short)
        for site in outlet.sites:
            host, _, account = site.partition("/")
            found |= {account, f"@{account}"} if account else {host, _label(host)}
        yield from ((alias, outlet.key) for alias in found if len(alias) >= SHORTEST_ALIAS)


def _weak_aliases(name: str) -> Iterator[str]:
    """The word by which a long name is called for short ("the Courier"), and what it begins with ("Marnov Institute")."""
    words = name.lower().split()
    if len(words) > 1 and words[-1] in _TELLING:
        yield words[-1]
    kept = name_key(name).split()
    for count in range(2, len(kept)):
        yield " ".join(kept[:count])


def _acronym(name: str) -> str | None:
    """ "Institute for the Study of War" → "isw"; two words give too little to go by."""
    words = re.findall(r"[^\W_]+", name)
    big = "".join(word[0] for word in words if word[0].isupper())
    return big.lower() if len(words) > 2 and len(big) > 2 else None


def _sounds(outlets: Iterable[Outlet]) -> Iterator[tuple[str, str]]:
    """The consonants of the word of each name that says most."""
    for outlet in outlets:
        sound = telling_sound(outlet.name)
        if len(sound) >= SHORTEST_SOUND:
            yield sound, outlet.key


def _unique(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    owners: dict[str, set[str]] = {}
    for alias, key in pairs:
        owners.setdefault(alias, set()).add(key)
    return {alias: next(iter(keys)) for alias, keys in owners.items() if len(keys) == 1}


def _nearly(known: str, key: str) -> bool:
    """Whether two keys are spellings of one name; of names of several words every word must agree."""
    first, second = fold(known).split(), fold(key).split()
    if len(first) != len(second) or len(key) <= SHORTEST_ALIAS:
        return False
    if len(first) == 1 and len(key) < LONG_NAME:
        return first == second  # "Telegram" is no slip for "Telegraf"
    return all(agree(one, two) for one, two in zip(first, second, strict=True))


def _label(host: str) -> str:
    """A site's own word in its host: "quay" of "news.quay.co.uk"."""
    labels = host.split(".")
    while len(labels) > 1 and (labels[-1] in _ENDINGS or len(labels[-1]) == 2):
        labels.pop()
    return labels[-1]
