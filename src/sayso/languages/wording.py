"""What sayso knows of how two wordings of one claim can differ: strength of cues, measure of words, kinds of actors, roles."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.domain.attribution import Stance


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Lower case throughout, names of countries and peoples too.

    Attributes:
        stances: how strongly a stance puts its content, 0 to 30.
        cues: cue's lemma → strength, where it is not its stance's.
        neutral: cues that say whose words they are and not how they were put ("according to").
        weak_claims: strength of cues that claim and weaken ("claim", "allege").
        hearsay: cues that are hedges rather than somebody's telling ("reportedly").
        deeds: cues that, inside what somebody tells, are what somebody does.
        opposites: lemma → lemmas of which one denies the other.
        converses: pairs of words that seem opposites and tell of one event, both ways round.
        ending: verbs that say no without a negation.
        standing: noun for a source → weight, 1 to 4.
        acting: descriptions of bodies that bear no name of their own.
        voices: nouns for who speaks for a body.
        papers: nouns for what can be seen and quoted, beside the language's document nouns.
        institutes: nouns for houses that report what others say.
        records: nouns for what a body writes down itself.
        media: nouns for newspapers, sites and channels.
        measures: word → how much it takes in, 1 (some) to 4 (all).
        parts: measures that make a part of what follows "of".
        not_after: words before a measure that make something else of it ("the most").
        everywhere: phrases for everywhere.
        across: words that widen a place.
        opposed: word → words that exclude it.
        circumstances: word that opens a phrase → whether it says "why" or "where" to.
        parts_of_years: nouns before "of 2026".
        feasts: name of a day of the year → month and day of its date.
        until: words before such a name that tell of the next one.
        since: words before it that tell of the last one.
        rates: phrases for how often ("a week").
        restrictive: adjectives that make a group smaller.
        samples: nouns for groups that are asked because they can be reached.
        unsettled: words for what is weighed and not decided.
        short: verbs that stop short of the deed ("offered to").
        regions: country or people → regions that hold it.
        ordering: verbs for telling somebody to do it.
        own_will: kind of what somebody does → kind of what would be done to him in its place.
        classes: noun for an actor → kinds of actors that it can be.
        anybody: nouns that fit any kind of people.
        bodies: kinds of actors that are bodies.
        vague_bodies: nouns by which a text may mean a body whatever its name.
        role_groups: title → the first title of those that contradict it not.
        portfolios: what a minister is minister of → the first of those that are one office.
        ranks: military titles.
        role_prefixes: words that change what a title means ("former").
        heading: verbs for having a post ("heads").
        units: noun that counts → the first noun of those that count the same.
        everybody: nouns by which any people may be counted.
    """

    stances: Mapping[Stance, int]
    cues: Mapping[str, int]
    neutral: frozenset[str]
    weak_claims: int
    hearsay: frozenset[str]
    deeds: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    converses: frozenset[tuple[str, str]]
    ending: frozenset[str]
    standing: Mapping[str, int]
    acting: tuple[str, ...]
    voices: frozenset[str]
    papers: frozenset[str]
    institutes: frozenset[str]
    records: frozenset[str]
    media: frozenset[str]
    measures: Mapping[str, int]
    parts: frozenset[str]
    not_after: frozenset[str]
    everywhere: tuple[str, ...]
    across: tuple[str, ...]
    opposed: Mapping[str, frozenset[str]]
    circumstances: Mapping[str, str]
    parts_of_years: frozenset[str]
    feasts: Mapping[str, str]
    until: frozenset[str]
    since: frozenset[str]
    rates: frozenset[str]
    restrictive: frozenset[str]
    samples: frozenset[str]
    unsettled: frozenset[str]
    short: frozenset[str]
    regions: Mapping[str, frozenset[str]]
    ordering: frozenset[str]
    own_will: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]
    anybody: frozenset[str]
    bodies: frozenset[str]
    vague_bodies: frozenset[str]
    role_groups: Mapping[str, str]
    portfolios: Mapping[str, str]
    ranks: frozenset[str]
    role_prefixes: frozenset[str]
    heading: frozenset[str]
    units: Mapping[str, str]
    everybody: frozenset[str]


@cache
def load_wording(code: str) -> Wording:
    """The wording of a language that there is data for."""
    data = tomllib.loads((files("sayso.languages") / code / "wording.toml").read_text(encoding="utf-8"))
    stance, standing, scope, actors, roles = (data[key] for key in ("stance", "standing", "scope", "actors", "roles"))
    cues = {
        cue: stance[strength]
        for strength in ("considered", "light", "proving")
        for cue in _split(stance[f"{strength}_cues"])
    }
    weights = {noun: weight for weight, key in ((1, "anybody"), (2, "knowing")) for noun in _split(standing[key])}
    return Wording(
        stances=MappingProxyType({Stance(word): int(level) for word, level in _pairs(stance["levels"])}),
        cues=MappingProxyType(cues),
        neutral=frozenset(_split(stance["neutral"])),
        weak_claims=stance["weak_claims"],
        hearsay=frozenset(_split(stance["hearsay"])),
        deeds=frozenset(_split(stance["deeds"])),
        opposites=_both_ways(_pairs(data["polarity"]["opposites"])),
        converses=frozenset(
            pair for one, two in _pairs(data["polarity"]["converses"]) for pair in ((one, two), (two, one))
        ),
        ending=frozenset(_split(data["polarity"]["ending"])),
        standing=MappingProxyType(weights),
        acting=tuple(_split(standing["acting"])),
        voices=frozenset(_split(standing["voices"])),
        papers=frozenset(_split(standing["papers"])),
        institutes=frozenset(_split(standing["institutes"])),
        records=frozenset(_split(standing["records"])),
        media=frozenset(_split(standing["media"])),
        measures=MappingProxyType({word: int(key) for key, words in _lines(scope["levels"]) for word in words}),
        parts=frozenset(_split(scope["parts"])),
        not_after=frozenset(_split(scope["not_after"])),
        everywhere=tuple(_split(scope["everywhere"])),
        across=tuple(_split(scope["across"])),
        opposed=_both_ways(_pairs(scope["opposed"])),
        circumstances=MappingProxyType(
            {word: sort for sort, words in _lines(scope["circumstances"]) for word in words}
        ),
        parts_of_years=frozenset(_split(scope["parts_of_years"])),
        feasts=MappingProxyType(dict(_pairs(data["times"]["feasts"]))),
        until=frozenset(_split(data["times"]["until"])),
        since=frozenset(_split(data["times"]["since"])),
        rates=frozenset(_split(data["times"]["rates"])),
        restrictive=frozenset(_split(scope["restrictive"])),
        samples=frozenset(_split(scope["samples"])),
        unsettled=frozenset(_split(scope["unsettled"])),
        short=frozenset(_split(scope["short"])),
        regions=_turned(_lines(scope["regions"].lower())),
        ordering=frozenset(_split(actors["ordering"])),
        own_will=MappingProxyType(dict(_pairs(actors["own_will"]))),
        classes=_turned(_lines(actors["classes"])),
        anybody=frozenset(_split(actors["anybody"])),
        bodies=frozenset(_split(actors["bodies"])),
        vague_bodies=frozenset(_split(roles["vague_bodies"])),
        role_groups=_groups(roles["groups"]),
        portfolios=_groups(roles["portfolios"]),
        ranks=frozenset(_split(roles["ranks"])),
        role_prefixes=frozenset(_split(roles["prefixes"])),
        heading=frozenset(_split(roles["heading"])),
        units=_groups(data["units"]["same"]),
        everybody=frozenset(_split(data["units"]["everybody"])),
    )


def _split(text: str) -> list[str]:
    return [phrase for phrase in map(str.strip, text.replace("\n", " ").split(",")) if phrase]


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (pair.rpartition(" ") for pair in _split(text))]


def _lines(text: str) -> list[tuple[str, list[str]]]:
    """`key: word, word` on each line."""
    rows = (line.partition(": ") for line in text.strip().split("\n"))
    return [(key, _split(words)) for key, _, words in rows]


def _groups(text: str) -> Mapping[str, str]:
    rows = (_split(line) for line in text.strip().split("\n"))
    return MappingProxyType({word: row[0] for row in rows for word in row})


def _turned(lines: list[tuple[str, list[str]]]) -> Mapping[str, frozenset[str]]:
    turned: dict[str, set[str]] = {}
    for key, words in lines:
        for word in words:
            turned.setdefault(word, set()).add(key)
    return MappingProxyType({word: frozenset(keys) for word, keys in turned.items()})


def _both_ways(pairs: list[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    both: dict[str, set[str]] = {}
    for one, other in pairs:
        both.setdefault(one, set()).add(other)
        both.setdefault(other, set()).add(one)
    return MappingProxyType({word: frozenset(others) for word, others in both.items()})
