"""Names as tracing compares them: keys for persons, bodies, peoples and places, and whether two keys may mean one.

A key is a name in plain small Latin letters without article, title and diacritics ("viktor sablin", "migration control
service"). A surname agrees with a full name, an abbreviation with what it abbreviates, a name with its misspelling by a letter
or two. Names in Cyrillic letters are spelled in Latin ones, so that texts in other languages meet.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sayso.domain.mention import Mention, MentionKind
from sayso.languages.language import Language, load_language
from sayso.languages.words import Words, load_words
from sayso.tracing.statement import Place

_WORD = re.compile(r"[^\W_]+(?:[-'.&][^\W_]+)*")
_SMALL = frozenset("of the for and on in de la von van bin al a an to at".split())
_CYRILLIC = dict(
    zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўј", "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i e g u j".split(" "), strict=True)
)  # fmt: skip
_FROM_CYRILLIC = str.maketrans(_CYRILLIC)
_CAPITALISED = re.compile(
    r"(?<![\w@#/.])[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][^\W\d_]+(?:-[^\W\d_]+)*(?:[ \u00a0](?:[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][^\W\d_]*\.?)(?:-[^\W\d_]+)*)*"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;»”\"\n])[\s«“„\"'—–-]*$")
_NO_CONSONANT = re.compile(r"[aeiouyj'\W]")
MOST_FOR_ONE_SLIP, MOST_FOR_TWO = 5, 9
"""Fewest letters of a name's word in which one letter may differ, and in which two may."""


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name's key: "the Ministry of Defence" → "ministry of defence", "Колокольцев" → "kolokoltsev"."""
    words = [re.sub(r"'s?$", "", word).removesuffix(".") for word in _WORD.findall(in_latin(name))]
    while len(words) > 1 and words[0] in {"the", "a", "an"}:
        words.pop(0)
    return " ".join(word for word in words if word)


def in_latin(text: str) -> str:
    """A text in small Latin letters without diacritics."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_FROM_CYRILLIC).replace("’", "'"))
    return plain if plain.isascii() else "".join(letter for letter in plain if not unicodedata.combining(letter))


def find_names(
    text: str, mentions: Sequence[Mention], start: int, end: int, language: Language
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The names (persons, bodies, peoples, capitals that act) and the places that stand in a range, each in order.

    `mentions` are in the order of the text.
    """
    words = load_words(language.code)
    names: list[Place] = []
    places: list[Place] = []
    low = bisect_left(mentions, start, key=lambda mention: mention.span.start)
    high = bisect_left(mentions, end, key=lambda mention: mention.span.start)
    within = [mention for mention in mentions[low:high] if mention.span.end <= end]
    for mention in within:
        span = mention.span
        located = _is_located(text, span.start, words)
        if mention.kind is MentionKind.PLACE:
            acts = span.exact in language.places_for_government and not located
            into = names if acts else places
            into.append(Place(place_key(span.exact, words), span.start, span.end))
        elif mention.kind is MentionKind.GROUP:
            country = language.demonyms.get(span.exact, span.exact)
            names.append(Place(body_key(country, words), span.start, span.end))
        elif mention.kind is MentionKind.PERSON:
            names.append(Place(_person_key(mention.name or span.exact, language), span.start, span.end))
        elif mention.kind is MentionKind.ORGANISATION:
            key = body_key(mention.name or span.exact, words)
            # A town that the model took for a body: "in Lugovsk".
            into = (
                places if located and " " not in key and not span.exact.isupper() and key not in _generic() else names
            )
            into.append(Place(key, span.start, span.end))
    names += _described_bodies(text, within, start, end, words)
    names.sort(key=lambda name: name.start)
    return tuple(name for name in names if name.key), tuple(place for place in places if place.key)


def find_capitalised(text: str, start: int, end: int) -> tuple[Place, ...]:
    """What looks like a name where no model read the text: capitalised words that begin no sentence."""
    found = []
    for match in _CAPITALISED.finditer(text, start, end):
        first, name = match.start(), match.group()
        if _SENTENCE_START.search(text, max(start, first - 8), first) or first == start:
            head, _, rest = name.partition(" ")
            if not rest:
                continue
            first, name = first + len(head) + 1, rest
        key = name_key(name)
        if len(key) > 2:
            found.append(Place(key, first, first + len(name)))
    return tuple(found)


def place_key(name: str, words: Words) -> str:
    """A place's key without "region", "city of" and the like: "Lugovsk region" → "lugovsk"."""
    key = words.bodies.get(name_key(name), name_key(name))
    kept = [word for word in key.split() if word not in words.geography]
    while kept and kept[0] in _SMALL:
        kept.pop(0)
    return " ".join(kept) or key


def body_key(name: str, words: Words) -> str:
    """A body's key, the same for all its names that the language's data know: "MVD" → "interior ministry"."""
    key = name_key(name)
    return words.bodies.get(key, key)


def agree(one: str, other: str) -> bool:
    """Whether two keys may mean one party or place: "sablin" and "viktor sablin"; "isw" and "institute for the study of war"."""
    return one == other or _agree(*sorted((one, other)))


def is_body(key: str) -> bool:
    """Whether a key is that of a body by its words ("ministry", "service")."""
    return any(word in _generic() for word in key.split())


def forms(key: str) -> tuple[str, ...]:
    """The shapes under which an index should hold a key so that keys that agree mostly share one."""
    words = [word for word in key.split() if word not in _SMALL]
    if not words:
        return ()
    if len(words) == 1:
        return (words[0],)
    last = words[-1]
    whole = " ".join(sorted(words))
    return (whole,) if last in _generic() or words[0] in _generic() else (whole, last)


@lru_cache(maxsize=16384)
def skeleton(key: str) -> str:
    """A name's first four consonants, the same in most languages and cases: "kotelniki", "kotelnikakh" → "ktln"."""
    word = max(key.split(), key=len, default="")
    folded = word.replace("kh", "h").replace("ts", "c").replace("shch", "s").replace("sh", "s").replace("ch", "c")
    folded = folded.replace("zh", "j").replace("w", "v").replace("ph", "f").replace("x", "ks").replace("q", "k")
    return folded[:1] + _NO_CONSONANT.sub("", folded[1:])[:3]


def agreeing(one: Iterable[str], other: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of keys that agree, each key at most once."""
    rest = list(dict.fromkeys(other))
    pairs = []
    for key in dict.fromkeys(one):
        match = key if key in rest else next((item for item in rest if agree(key, item)), None)
        if match is not None:
            rest.remove(match)
            pairs.append((key, match))
    return pairs


def _described_bodies(text: str, mentions: Sequence[Mention], start: int, end: int, words: Words) -> list[Place]:
    """Bodies written small ("the interior ministry"), which no model takes for names."""
    taken = bytearray(max(0, end - start))
    for mention in mentions:
        low, high = mention.span.start - start, mention.span.end - start
        taken[low:high] = b"\1" * (high - low)
    return [
        Place(body_key(match.group(), words), *match.span())
        for match in _bodies(words.code).finditer(text, start, end)
        if not any(taken[match.start() - start : match.end() - start])
    ]


@lru_cache(maxsize=8)
def _bodies(code: str) -> re.Pattern[str]:
    known = load_words(code).bodies
    phrases = sorted({name for pair in known.items() for name in pair if " " in name}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _is_located(text: str, start: int, words: Words) -> bool:
    before = text[max(0, start - 24) : start].lower().split()
    while before and before[-1] in {"the", *words.geography}:
        before.pop()
    return bool(before) and before[-1] in words.locating


def _person_key(name: str, language: Language) -> str:
    words = name_key(name).split()
    while len(words) > 1 and (words[0] in language.titles or words[0] + "." in language.titles):
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """Words that many bodies' names share: "ministry", "service"."""
    return frozenset(word for noun in load_language("en").organisation_nouns for word in noun.split())


@lru_cache(maxsize=65536)
def _agree(one: str, other: str) -> bool:
    first, second = ([word for word in key.split() if word not in _SMALL] for key in (one, other))
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        short, long = (first, second) if len(first) == 1 else (second, first)
        if len(long) == 1:
            return _one_word(short[0], long[0])
        whole = other if long is second else one
        return _abbreviates(short[0], whole) or (
            short[0] not in _generic()
            and (_one_word(short[0], long[-1]) or (short[0] == long[0] and long[-1] in _generic()))
        )
    if sorted(map(_root, first)) == sorted(map(_root, second)):
        return True
    if any(word in _generic() for word in (first[-1], second[-1], first[0], second[0])):
        # Bodies: one name is part of the other.
        less, more = sorted((first, second), key=len)
        return set(less) <= set(more)
    return _one_word(first[-1], second[-1]) and _given(first[0], second[0])


def _given(one: str, other: str) -> bool:
    """Whether two given names may be one: equal, an initial, or spelled a letter apart."""
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1 or _one_word(one, other) or one[:3] == other[:3])


def _root(word: str) -> str:
    return word.replace("defence", "defense").replace("centre", "center").replace("labour", "labor")


def _abbreviates(short: str, name: str) -> bool:
    words = name.split()
    big = "".join(word[0] for word in words if word not in _SMALL)
    return len(short) > 1 and short in {big, "".join(word[0] for word in words)}


def _one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    less, more = sorted((one, other), key=len)
    if less[0] != more[0] or len(less) < MOST_FOR_ONE_SLIP or more == less + "a":
        return False
    allowed = 2 if len(less) >= MOST_FOR_TWO else 1
    return len(more) - len(less) <= allowed and _distance_within(less, more, allowed)


def _distance_within(one: str, other: str, most: int) -> bool:
    """Whether so many letters put in, left out or changed make one word the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != against))
        if min(row) > most:
            return False
    return row[-1] <= most
