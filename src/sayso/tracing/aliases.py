"""The names by which texts call an outlet: its own, its site and account, short forms, and what a text says that it is called.

Some hold wherever they stand (`strong`), some only where nothing else fits ("the Courier"); two outlets with one alias have none. An agency
signs its datelines with letters of its name ("TCP"), and a text explains a name in brackets ("the Institute of Good Hope (Instytut Dobrej Nadziei)").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.tracing.bodies import names_body
from sayso.tracing.names import in_latin, name_key
from sayso.tracing.sounds import KINDS, MEDIA_WORDS, SHORTEST_SOUND, telling_sound

TELLING = frozenset(
    "times post herald tribune gazette courier star monitor observer chronicle mail express ledger echo argus advertiser dispatch sentinel examiner "
    "enquirer inquirer record reporter globe sun mirror standard telegraph guardian independent journal leader mercury voice comet citizen".split()
)
"""Last words of newspapers' names by which texts call them for short, "the Courier"; no proof that something is a newspaper."""
EDITIONS = frozenset("daily morning evening sunday weekly national".split())
"""First words of newspapers' names that texts leave out, whatever the last one is: "the Lantern"."""
_ENDINGS = frozenset("com org net co gov info edu ac news media press online site example invalid test int tv".split())
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
COMPANY_SUFFIX = re.compile(
    r",? (?:Inc|Ltd|Limited|LLC|PLC|plc|GmbH|AG|S\.?A|B\.?V|N\.?V|Oy|AB|ASA?|S\.?p\.?A|Co|Corp)\.?$"
)
"""What texts leave out of a company's name."""
SHORTEST_ALIAS = 3
SHORTEST_STEM = 5
"""Letters of a word from which on its ending may differ."""
LONGEST_SHORT = 6
"""Letters of a short form; more are a name of their own."""

JOINERS = "of|for|the|and|de|al|in|on|do|da|dos|das|del|della|di|du|des|la|el|van|von|der|den|&"
"""Small words inside names."""
_BIG = r"[^\W\d_a-zа-яё]"
_NAME = rf"{_BIG}[\w’'-]*(?:[ ](?:(?:{JOINERS})[ ]){{0,2}}{_BIG}[\w’'-]*){{0,7}}"
_GLOSS = re.compile(rf"(?P<name>{_NAME}) \([“\"«]?(?P<other>{_NAME})[”\"»]?\)")
"""A name and, in brackets, the same in short or in another language."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published documents: `key` is what its documents share, `name` tells it from others, `shown` is for people to read."""

    key: str
    name: str
    shown: str
    sites: frozenset[str]


def plain_names(outlets: Iterable[Outlet]) -> Iterator[tuple[str, str]]:
    """Names under which an outlet is known wherever they stand, written with a capital, as a site, or as an account."""
    for outlet in outlets:
        yield from ((alias, outlet.key) for alias in _plain(outlet))


@lru_cache(maxsize=4096)  # an outlet publishes documents of many claims
def _plain(outlet: Outlet) -> tuple[str, ...]:
    bare = ARTICLE.sub("", outlet.name)
    found = {
        bare.lower(),
        COMPANY_SUFFIX.sub("", bare).lower(),
        in_latin(bare),
        in_latin(bare).replace("&", "and"),
        _acronym(bare) or "",
    }
    for site in outlet.sites:
        host, _, account = site.partition("/")
        found |= {f"@{account}", f"{host}/{account}"} if account else {host}
    return tuple(alias for alias in found if len(alias) >= SHORTEST_ALIAS)


def strong_aliases(outlets: Iterable[Outlet]) -> Iterator[tuple[str, str]]:
    """All names that mean an outlet by themselves."""
    for outlet in outlets:
        yield from ((alias, outlet.key) for alias in _strong(outlet))


@lru_cache(maxsize=4096)
def _strong(outlet: Outlet) -> tuple[str, ...]:
    bare = ARTICLE.sub("", outlet.name)
    found = {
        bare.lower(),
        COMPANY_SUFFIX.sub("", bare).lower(),
        outlet.key,
        outlet.key.replace(" ", ""),
        name_key(bare),
        name_key(bare.replace("&", "and")),
    }
    short = _acronym(bare)
    if short:
        found.add(short)
    for site in outlet.sites:
        host, _, account = site.partition("/")
        found |= {account, f"@{account}"} if account else {host, label(host)}
    return tuple(alias for alias in found if len(alias) >= SHORTEST_ALIAS)


def weak_aliases(outlets: Iterable[Outlet]) -> Iterator[tuple[str, str]]:
    """The word by which a long name is called for short ("the Courier"), and what it begins with ("Marnov Institute")."""
    for outlet in outlets:
        yield from ((alias, outlet.key) for alias in _weak(outlet.name))


@lru_cache(maxsize=4096)
def _weak(name: str) -> tuple[str, ...]:
    name = ARTICLE.sub("", name)
    words = name.lower().split()
    kept = name_key(name).split()
    found = [" ".join(kept[:count]) for count in range(2, len(kept))]
    if len(words) > 1 and (words[-1] in TELLING or (len(words) == 2 and words[0] in EDITIONS)):
        found.append(words[-1])
    return tuple(alias for alias in found if len(alias) >= SHORTEST_ALIAS)


def sounds(outlets: Iterable[Outlet]) -> Iterator[tuple[str, str]]:
    """The consonants of the word of each name that says most."""
    for outlet in outlets:
        sound = telling_sound(outlet.name)
        if len(sound) >= SHORTEST_SOUND:
            yield sound, outlet.key


def inflected(outlets: Iterable[Outlet]) -> Iterator[tuple[str, str]]:
    """Patterns of names of several words in any case of a language that has cases: "Instytutu Dobrych Rad" for Instytut Dobrych Rad."""
    for outlet in outlets:
        words = ARTICLE.sub("", outlet.name).split()
        if len(words) > 1 and all(word.isalpha() for word in words):
            stems = (
                word if len(word) < SHORTEST_STEM else word[: max(SHORTEST_STEM - 1, len(word) - 2)] for word in words
            )
            yield r"\s+".join(rf"{stem}\w{{0,4}}" for stem in stems), outlet.key


def unique(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Aliases that one outlet alone has."""
    owners: dict[str, set[str]] = {}
    for alias, key in pairs:
        owners.setdefault(alias, set()).add(key)
    return {alias: next(iter(keys)) for alias, keys in owners.items() if len(keys) == 1}


def stands_for(short: str, name: str) -> bool:
    """Whether some capitals are letters of a name, in order, the first of each word among them: "TCP" for "Transcaspian Press"."""
    if not (2 <= len(short) <= LONGEST_SHORT and short.isalpha() and short.isupper()):
        return False
    words = [word for word in name_key(name).split() if word not in JOINERS.split("|")]
    letters = in_latin(short)
    return len(words) > 1 and _spelled_by(letters, words)


def explained_names(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of names of which a text says that they mean one: short and long, or one in two languages."""
    for match in _GLOSS.finditer(text):
        name, other = match["name"], match["other"]
        words = name.split()
        for first in range(len(words)):
            # "In Warsaw the Institute …" is no name; the shortest tail that fits is.
            tail = " ".join(words[first:])
            if stands_for(other, tail):
                yield tail, other
        if " " in name and " " in other and (names_body(name) or names_body(other) or _is_medium(name, other)):
            yield ARTICLE.sub("", name), other


def label(host: str) -> str:
    """A site's own word in its host: "quay" of "news.quay.co.uk"."""
    labels = host.split(".")
    while len(labels) > 1 and (labels[-1] in _ENDINGS or len(labels[-1]) == 2):
        labels.pop()
    return labels[-1]


def _is_medium(one: str, other: str) -> bool:
    return bool((KINDS | MEDIA_WORDS).intersection((*name_key(one).split(), *name_key(other).split())))


def _spelled_by(letters: str, words: list[str]) -> bool:
    """Whether the letters can be read off the words from left to right, each word's first letter before its others."""
    at = 0
    for place, word in enumerate(words):
        if at >= len(letters) or letters[at] != word[0]:
            return False
        at += 1
        rest = words[place + 1 :]
        for letter in word[1:]:
            if (
                at < len(letters)
                and letters[at] == letter
                and not (rest and letters[at] == rest[0][0] and len(letters) - at <= len(rest))
            ):
                at += 1
    return at == len(letters)


def _acronym(name: str) -> str | None:
    """ "Institute for the Study of War" → "isw"; two words give too little to go by."""
    words = re.findall(r"[^\W_]+", name)
    big = "".join(word[0] for word in words if word[0].isupper())
    return big.lower() if len(words) > 2 and len(big) > 2 else None
