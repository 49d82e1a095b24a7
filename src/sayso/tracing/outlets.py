"""Which held outlet a name in a text means: "the Quay newspaper", "quay.example", "Голос Харла" for "Golos Harla", "MIC".

An outlet is known by its name, by its site, by the short form of its name, and by the word of its name that says most. A
name that two outlets could bear means neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from sayso.domain.document import Document
from sayso.languages.language import load_language
from sayso.languages.words import load_words
from sayso.tracing.aliases import (
    ARTICLE,
    JOINERS,
    SHORTEST_ALIAS,
    Outlet,
    explained_names,
    inflected,
    label,
    plain_names,
    sounds,
    stands_for,
    strong_aliases,
    unique,
    weak_aliases,
)
from sayso.tracing.bodies import body_key, is_part, names_body
from sayso.tracing.names import agree, in_latin, name_key, skeleton
from sayso.tracing.sounds import (
    FOREIGN_WORD,
    KINDS,
    MEDIA_WORDS,
    SHORTEST_SOUND,
    fold,
    is_named_at,
    sound_of,
)

_NEWS = frozenset("news press information telegraph media wire".split())

_SITE = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(?:/\S*)?", re.IGNORECASE)
_HANDLES = frozenset(
    {"t.me", "telegram.me", "x.com", "twitter.com", "vk.com", "facebook.com", "youtube.com", "instagram.com"}
)
_DESCRIBED = re.compile(r"(?:[^\W\d_A-Z][\w-]* ){0,2}(?P<kind>[^\W\d_A-Z][\w-]*) (?P<name>[^\W\d_a-z].*)")
_CAPITALS = re.compile(
    rf"@\w{{3,}}|(?:[\w-]+\.)+[a-z]{{2,12}}(?:/[\w-]+)?(?![\w@])|[^\W\d_a-z][\w’'&-]*(?:[ \u00a0](?:(?:{JOINERS})[ ])?[^\W\d_a-z][\w’'&-]*)*"
)
LONGEST_NAME = 8  # words
LONG_NAME = 9
"""Letters from which on a name of one word may be spelled a letter apart."""


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
        return label(site.group(1).lower())
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
    bare = ARTICLE.sub("", words.strip(' “”"«».,'))
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
        for alias in (bare.lower(), key, key.replace(" ", "")):
            if alias in self._aliases:
                return self._aliases[alias]
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
        lowered = _lower(text[start:end])
        searched = lowered if lowered.isascii() else f"{lowered}\n{in_latin(lowered)}"
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


def _lower(words: str) -> str:
    """In small letters, the same whatever stands around: a sigma has two forms."""
    return words.lower().replace("ς", "σ")


def _nearly(known: str, key: str) -> bool:
    """Whether two keys are spellings of one name; of names of several words every word must agree."""
    first, second = fold(known).split(), fold(key).split()
    if len(first) != len(second) or len(key) <= SHORTEST_ALIAS:
        return False
    if len(first) == 1 and len(key) < LONG_NAME:
        return first == second  # "Telegram" is no slip for "Telegraf"
    return all(agree(one, two) for one, two in zip(first, second, strict=True))
