"""Keys of bodies: the same for "the Ministry of Defence", "Varland's Defence Ministry" and "the ministry" of a text that names no other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from sayso.domain.document import Document
from sayso.languages.language import load_language
from sayso.languages.words import load_words
from sayso.tracing.names import name_key

_SMALL = frozenset("of the for and on in at from with to a an by".split())
_SPELLING = {
    "defense": "defence",
    "center": "centre",
    "labor": "labour",
    "organization": "organisation",
    "affairs": "",
    "regional": "region",
    "authorities": "authority",
}
_CAPITAL = r"[^\W\d_a-zа-яё][\w&-]*"
_NOUNS = (
    "Ministry Committee Board Council Department Service Agency Institute Centre Center Commission Court Office University Police Union "
    "Group Party Bank Company Guard Authority Administration Inspectorate Bureau Directorate Prosecutor"
)
_ANY = "|".join(_NOUNS.split())
_BODIES = re.compile(
    rf"(?:{_CAPITAL}(?:[’']s)? ){{1,4}}(?P<last>{_ANY})\b(?! of| for)|\b(?P<first>{_ANY}) (?:of|for)(?: the)?(?: {_CAPITAL}){{1,4}}"
)


@lru_cache(maxsize=16384)
def body_key(words: str) -> str:
    """A body's key, whatever the order of its words: "Ministry of the Interior", "Interior Ministry" → "interior ministry"."""
    plain = re.sub(r"[’']s?(?=\s)", "", words)
    key = name_key(plain)
    key = load_words("en").bodies.get(key, key)
    kept = [_SPELLING.get(word, word) for word in key.split() if word not in _SMALL]
    if len(kept) > 2 and plain[:1].isupper() and re.match(r"\w+[’']s\s", words) and kept[-1] in generic():
        kept = kept[1:]  # "Varland's Interior Ministry": whose it is says no more than that it is the country's
    return " ".join(sorted(word for word in kept if word))


def body_in(words: str, document: Document) -> str:
    """The key of the body that words of a document mean; "the ministry" is the one ministry that the text names, if it names one."""
    key = body_key(words)
    if " " not in key and words[-1:].islower():
        return _named_bodies(document.text).get(key, key)
    return key


def names_body(words: str) -> bool:
    """Whether there is a noun for a body in the words."""
    lower = name_key(words).split()
    nouns = load_language("en").organisation_nouns
    return any(word in nouns or word.removesuffix("s") in nouns for word in lower) or any(
        " ".join(pair) in nouns for pair in zip(lower, lower[1:], strict=False)
    )


@lru_cache(maxsize=1)
def generic() -> frozenset[str]:
    """Nouns that many bodies' names share: "ministry"."""
    return frozenset(word for noun in load_language("en").organisation_nouns for word in noun.split())


def is_part(less: str, more: str) -> bool:
    """Whether one body's key says the same as another's and less: "institute marnov" of "conflict institute marnov"."""
    one, other = set(less.split()), set(more.split())
    return one < other and bool(one & generic()) and (len(one) > 1 or one <= _SPEAK_FOR_ALL)


_SPEAK_FOR_ALL = frozenset(
    "police government army prosecutors parliament cabinet ministry council court company plant hospital university".split()
)
"""Nouns that mean one body wherever a claim has only one of the kind: "police", "the city police"."""


@lru_cache(maxsize=1024)
def _named_bodies(text: str) -> Mapping[str, str]:
    """The one body that a text names with each noun: "ministry" → "energy ministry"; not where it names two."""
    found: dict[str, set[str]] = {}
    for match in _BODIES.finditer(text):
        key = body_key(match.group())
        if " " in key:
            found.setdefault((match["last"] or match["first"]).lower(), set()).add(key)
    return MappingProxyType({noun: next(iter(keys)) for noun, keys in found.items() if len(keys) == 1})
