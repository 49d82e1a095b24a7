"""What outlets are called by a text that does not give their names: "the town's newspaper", "a Telegram channel followed by dockers".

An outlet is of a kind by a word of its name ("Radio Polje"), by its site (t.me), or because a text calls it so ("Polje Insider, a news site").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.tracing.aliases import EDITIONS, JOINERS, TELLING, Outlet
from sayso.tracing.names import name_key

_NOUNS = {
    "newspaper": "newspaper paper daily weekly tabloid broadsheet gazette",
    "agency": "agency wire newswire",
    "channel": "channel",
    "radio": "radio station broadcaster",
    "television": "television tv channel station broadcaster",
    "site": "site website portal outlet blog",
    "magazine": "magazine",
    "institute": "tank institute centre center",
    "group": "ngo watchdog charity group monitor",
}
KINDS_OF_NOUN = {
    noun: frozenset(kind for kind, nouns in _NOUNS.items() if noun in nouns.split())
    for nouns in _NOUNS.values()
    for noun in nouns.split()
}
"""What a noun may mean: a "station" is one of radio or of television."""
_NAME_WORDS = KINDS_OF_NOUN | {word: frozenset({"newspaper"}) for word in TELLING | EDITIONS | {"journal", "news"}}
_NAME_WORDS |= {"online": frozenset({"site"}), "live": frozenset({"site"}), "fm": frozenset({"radio"})}
ANY_PAPER = frozenset({"newspaper", "site"})
"""What an outlet may be of whose name no word tells, where the words name its town."""
_BIG = r"[^\W\d_a-zа-яё]"
_NAME = rf"{_BIG}[\w’'&-]*(?:[ ](?:(?:{JOINERS})[ ])?{_BIG}[\w’'&-]*){{0,5}}"
_NOUN = "|".join(sorted((*KINDS_OF_NOUN, "think tank"), key=len, reverse=True))
_GLOSS = re.compile(
    rf"(?P<name>{_NAME}), (?:an?|the|one of) (?:[\w’'.-]+ ){{0,6}}?(?P<noun>{_NOUN})\b"
    rf"|\b(?P<before>{_NOUN}) [“\"«]?(?P<after>{_NAME})"
)


def kinds_of(outlet: Outlet) -> frozenset[str]:
    """The kinds that an outlet's name and site tell."""
    return frozenset({"channel"}) if any("/" in site for site in outlet.sites) else kinds_of_name(outlet.name)


@lru_cache(maxsize=4096)
def kinds_of_name(name: str) -> frozenset[str]:
    """The kinds that an outlet's name tells."""
    words = [word for word in name_key(name).split() if word in _NAME_WORDS]
    found = frozenset[str]().union(*(_NAME_WORDS[word] for word in words))
    if len(words) > 1 and "newspaper" in found and found & {"agency", "radio", "television"}:
        found -= {"newspaper"}  # "Kestrel News Agency"
    return found


@lru_cache(maxsize=1024)
def called_kinds(text: str) -> tuple[tuple[str, str], ...]:
    """Names in a text with the nouns that say what they are."""
    return tuple(_called(text))


def _called(text: str) -> Iterator[tuple[str, str]]:
    for match in _GLOSS.finditer(text):
        yield match["name"] or match["after"], (match["noun"] or match["before"]).split()[-1]
