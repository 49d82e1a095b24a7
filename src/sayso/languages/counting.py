"""What sayso knows about counting in a language: bounds, vague numbers, fractions, units."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True, eq=False)
class Counting:
    """Words that go with numbers, in lower case.

    Attributes:
        bounds: phrase before a number → "about", "almost", "at-least", "at-most", "more-than" or "less-than".
        bounds_after: phrase after a number, or after what it counts ("40 people or more") → bound.
        particles: words after which "over" bounds nothing.
        vague: plural without a number → what it says at least and at most ("dozens" → 24, 99).
        several: words that make a scale vague ("several hundred").
        collections: nouns for a small number, followed by "of" ("a couple of").
        ordinals: number words that count nothing ("second").
        scales: word → what it multiplies by ("million", "bn").
        fractions: noun → what it divides by ("third" → 3).
        percent, points: words for a hundredth, and for a difference of shares.
        fraction_leads: words before a fraction that take it for a share ("by a third").
        currencies: sign or word → unit ("£" → "pound").
        uncounted: nouns that count without a plural ending ("personnel").
        states: those of them that say what became of persons ("dead").
        attributive: those that may stand before another noun ("police officers").
        irregular: plural → singular where the ending does not tell.
        singular_s: words that end in "s" and are no plurals.
        stops: words that end the words between a number and what it counts.
        passed: words passed over after a number ("236 of the men").
        no_one_after, no_one_before: beside "one", words with which it counts nothing ("one of", "no one").
        durations: units of time.
        since: after a duration, words that make a date of it ("ago").
        amounts: nouns before what is counted ("number of detainees").
        labels: words whose number is a name ("Article 205").
        changes: words by which "from 30 to 40" tells of two numbers and no range.
    """

    bounds: Mapping[str, str]
    bounds_after: Mapping[str, str]
    particles: frozenset[str]
    vague: Mapping[str, tuple[float, float]]
    several: frozenset[str]
    collections: frozenset[str]
    ordinals: frozenset[str]
    scales: Mapping[str, float]
    fractions: Mapping[str, int]
    percent: frozenset[str]
    points: frozenset[str]
    fraction_leads: frozenset[str]
    currencies: Mapping[str, str]
    uncounted: frozenset[str]
    states: frozenset[str]
    attributive: frozenset[str]
    irregular: Mapping[str, str]
    singular_s: frozenset[str]
    stops: frozenset[str]
    passed: frozenset[str]
    no_one_after: frozenset[str]
    no_one_before: frozenset[str]
    durations: frozenset[str]
    since: frozenset[str]
    amounts: frozenset[str]
    labels: frozenset[str]
    changes: frozenset[str]

    def is_plural(self, word: str) -> bool:
        """Whether a word (lower case) looks like the plural of a noun."""
        if word in self.irregular or word in self.uncounted or word.endswith("children"):
            return True
        return (
            len(word) > 3
            and word.endswith("s")
            and not word.endswith(("ss", "us", "is", "'s"))
            and word not in self.singular_s
        )

    def singular(self, word: str) -> str:
        """The singular of a noun in lower case; a singular stays as it is."""
        if word in self.irregular:
            return self.irregular[word]
        if word.endswith("men") and len(word) > 4:
            return word[:-3] + "man"
        if word.endswith("children"):
            return word[:-3]
        if word in self.uncounted or not self.is_plural(word):
            return word
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
            return word[:-2]
        return word[:-1]


@cache
def load_counting(code: str = "en") -> Counting:
    """Counting in the language with this ISO 639-1 code."""
    data = tomllib.loads((files("sayso.languages") / code / "counting.toml").read_text(encoding="utf-8"))
    numerals, units, labels, vague = data["numerals"], data["units"], data["labels"], data["vague"]
    return Counting(
        bounds=_bounds(data["bounds"]),
        bounds_after=_bounds(data["bounds_after"]),
        particles=_set(data["particles"]["over"]),
        vague=MappingProxyType({word: (float(low), float(high)) for word, low, high in _rows(vague["words"])}),
        several=_set(vague["several"]),
        collections=_set(vague["collections"]),
        ordinals=_set(numerals["ordinals"]),
        scales=MappingProxyType({word: float(value) for word, value in _rows(numerals["scales"])}),
        fractions=MappingProxyType({word: int(value) for word, value in _rows(numerals["fractions"])}),
        percent=_set(numerals["percent"]),
        points=_set(numerals["points"]),
        fraction_leads=_set(numerals["fraction_leads"]),
        currencies=_pairs(units["currencies"]),
        uncounted=_set(units["uncounted"]),
        states=_set(units["states"]),
        attributive=_set(units["attributive"]),
        irregular=_pairs(units["irregular"]),
        singular_s=_set(units["singular_s"]),
        stops=_set(units["stops"]),
        passed=_set(units["passed"]),
        no_one_after=_set(units["no_one_after"]),
        no_one_before=_set(units["no_one_before"]),
        durations=_set(units["durations"]),
        since=_set(units["since"]),
        amounts=_set(units["amounts"]),
        labels=_set(labels["words"]),
        changes=_set(labels["changes"]),
    )


def _split(text: str) -> Iterator[str]:
    return (phrase for phrase in map(str.strip, text.replace("\n", " ").split(",")) if phrase)


def _set(text: str) -> frozenset[str]:
    return frozenset(_split(text))


def _rows(text: str) -> Iterator[tuple[str, ...]]:
    return (tuple(row.split(" ")) for row in _split(text))


def _pairs(text: str) -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in _rows(text)})


def _bounds(groups: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({phrase: bound for bound, phrases in groups.items() for phrase in _split(phrases)})
