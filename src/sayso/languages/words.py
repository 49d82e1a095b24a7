"""What a language's words mean to somebody who compares statements: dictionary forms, words that say nothing, kinship, rarity."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import log
from types import MappingProxyType

from sayso.languages.language import load_language

RAREST = 1 / 400
"""Share of news texts in which a word stands that the table does not hold."""
RAREST_SAYS = -log(RAREST)

_FORM = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SILENT_E = re.compile(
    r"(?:[^aeiou][uv]|[aeiou][cvszu]|[^aeiouwy][aiou][tdklmnr]|[iu]at|[ln]c|[rd]g|ang|[bdgtpkc]l|rs|ns|ps|rc|uir|.rib|.plet|..ag)$"
)
_IZE = re.compile(r"(?<=\w{3}[^aeiou])iz(?=(?:e[ds]?|ing|ations?)$)")  # American "organize"
_VOWELS = frozenset("aeiouy")
_VOWEL_RUN = re.compile("[aeiouy]+")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Everything that a comparison knows about a language's words. Lower case throughout.

    Attributes:
        code: ISO 639-1, "en".
        irregular: inflected form → dictionary form, of nouns and verbs.
        stop: forms and lemmas that say nothing about what is said; verbs of telling among them.
        failing: words that deny a verb with "to" after them ("fail", "refuse", "yet").
        denying: phrases, by lemmas, that deny what they speak of ("rule out").
        harmless: words that take a negation's sting ("not only", "no more than").
        subordinating: words that begin a clause that is no main clause.
        kin: lemma → the first word of its group ("arrest" → "detain").
        opposites: pairs of `kin` groups, both ways round, of which one denies the other ("increase", "drop").
        rarities: lemma → minus the logarithm of the share of news texts in which it stands; the rarest are missing.
        updating: words that tell that a number is a later one ("rise", "now").
        geography: nouns that stand by the name of a place and are no part of it ("region").
        locating: words before the name of a place that say where something was.
        bodies: name of a body → the name that is used for it here ("mvd" → "interior ministry").
        days: word for a day → days from today ("yesterday" → -1).
        months, weekdays, seasons: name or short form → its place in the year or the week, from 0.
        loose_months: names of months that are words too.
        before_month: words that stand before such a month where it is one.
        spans: words for stretches of time that "last" and "next" count in.
    """

    code: str
    irregular: Mapping[str, str]
    stop: frozenset[str]
    failing: frozenset[str]
    denying: frozenset[str]
    harmless: frozenset[str]
    subordinating: frozenset[str]
    kin: Mapping[str, str]
    opposites: frozenset[tuple[str, str]]
    rarities: Mapping[str, float]
    updating: frozenset[str]
    geography: frozenset[str]
    locating: frozenset[str]
    bodies: Mapping[str, str]
    days: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    loose_months: frozenset[str]
    before_month: frozenset[str]
    spans: frozenset[str]

    def lemma(self, form: str) -> str:
        """The dictionary form of a word, or what all its forms have in common: "raided" → raid, "cities" → city."""
        return _lemma(form, self)

    def kind(self, lemma: str) -> str:
        """The word that stands for all that mean nearly the same; the lemma itself where none does."""
        return self.kin.get(lemma, lemma)

    def rarity(self, lemma: str) -> float:
        """How much it says that two statements share this word: minus the logarithm of its share of texts, 1 to 6."""
        return self.rarities.get(lemma, RAREST_SAYS)


@cache
def load_words(code: str) -> Words:
    """The words of a language that there is data for; ValueError where there is none."""
    language = load_language(code)
    folder = files("sayso.languages") / code
    data = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    frequencies = tomllib.loads((folder / "frequencies.toml").read_text(encoding="utf-8"))
    return Words(
        code=code,
        irregular=MappingProxyType({**language.irregular, **dict(_pairs(data["irregular"]))}),
        stop=_set(data["stop"]),
        failing=_set(data["failing"]),
        denying=_set(data["denying"]),
        harmless=_set(data["harmless"]),
        subordinating=_set(data["subordinating"]),
        kin=MappingProxyType({word: group[0] for group in _groups(data["kin"]) for word in group}),
        opposites=frozenset(pair for one, two in _pairs(data["opposites"]) for pair in ((one, two), (two, one))),
        rarities=MappingProxyType(
            {word: -log(tier["share"]) for tier in frequencies["tier"] for word in _split(tier["words"])}
        ),
        updating=_set(data["updating"]),
        geography=_set(data["geography"]),
        locating=_set(data["locating"]),
        bodies=MappingProxyType(dict(_bodies(data["bodies"]))),
        days=MappingProxyType({word: int(days) for word, days in _pairs(data["days"])}),
        months=_in_order(data["months"]),
        weekdays=_in_order(data["weekdays"]),
        seasons=_in_order(data["seasons"]),
        loose_months=_set(data["loose_months"]),
        before_month=_set(data["before_month"]),
        spans=_set(data["spans"]),
    )


def _split(text: str) -> list[str]:
    return [phrase for phrase in map(str.strip, text.replace("\n", " ").split(",")) if phrase]


def _set(text: str) -> frozenset[str]:
    return frozenset(_split(text))


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (pair.rpartition(" ") for pair in _split(text))]


def _groups(text: str) -> list[list[str]]:
    return [_split(line) for line in text.strip().split("\n")]


def _in_order(text: str) -> Mapping[str, int]:
    return MappingProxyType({name: at for at, names in enumerate(_split(text)) for name in names.split()})


def _bodies(text: str) -> list[tuple[str, str]]:
    lines = (line.partition(": ") for line in text.strip().split("\n"))
    return [(alias, name) for name, _, aliases in lines for alias in _split(aliases)]


@lru_cache(maxsize=65536)  # a text's words come again in the next text
def _lemma(form: str, words: Words) -> str:
    """Rules for endings, after the table; no rule leaves less than three letters or none that sounds."""
    word = _IZE.sub("is", form.lower().replace("’", "'"))
    if word in words.irregular:
        return words.irregular[word]
    if "'" in word:
        stem = re.sub(r"'s?$", "", word)
        return _lemma(stem, words) if stem != word else word
    if "-" in word:
        head, _, tail = word.rpartition("-")
        return f"{head}-{_lemma(tail, words) if len(tail) > 3 else tail.removesuffix('s')}"
    if len(word) < 4 or word.isdigit():
        return word
    stem = _stem(word)
    return words.irregular.get(stem, stem)


def _stem(word: str) -> str:
    if word.endswith(("ied", "ies")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if word.endswith("ed") and not word.endswith("eed"):
        return _verb(word, word[:-2])
    if word.endswith("ing"):
        return _verb(word, word[:-3])
    return word


def _verb(word: str, stem: str) -> str:
    """The verb whose "-ed" or "-ing" was taken off; the word itself where nothing that sounds is left."""
    if len(stem) < 2 or not _VOWELS & set(stem):
        return word
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiousfz":
        # "planned", and "patrolled", but "called"
        return stem[:-1] if stem[-1] != "l" or len(_VOWEL_RUN.findall(stem)) > 1 else stem
    return stem + "e" if _SILENT_E.search(stem) else stem


def find_forms(text: str) -> list[re.Match[str]]:
    """The words of a text as they stand, with their places; numbers written in digits too."""
    return list(_FORM.finditer(text))
