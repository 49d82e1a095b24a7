"""Whom "he" and "she" mean, where rules and signs are weighed."""

from __future__ import annotations

import re
import time

import numpy as np
import pytest

from sayso.extract.layout import lay_out
from sayso.extract.mentions import find_mentions
from sayso.extract.names import gather
from sayso.extract.parties import Parties
from sayso.extract.pronouns import Weighed
from sayso.extract.pronouns.described import find_described
from sayso.extract.pronouns.signs import SIGNS, case_of
from sayso.languages.pronouns import PronounWeights, load_pronoun_weights
from sayso.languages.syntax import load_syntax
from sayso.readers.plain import read_plain
from tests.extract.builders import (
    ENGLISH,
    Found,
    FoundAttribution,
    find,
    names,
    read,
    read_found,
    said,
    saying,
    sources,
)

TAIL = "that the dam broke"


def weigh(text: str, *people: str, weights: PronounWeights | None = None) -> list[Weighed]:
    document = read_plain(text.encode(), path="a.txt", language="en", furniture=ENGLISH.furniture)
    mentions = find_mentions(document.text, find(document.text, person=people).mentions, ENGLISH)
    named = gather(document.text, mentions, ENGLISH)
    return Parties(lay_out(document), mentions, named, ENGLISH, weights=weights).weigh_pronouns([])


def meant(text: str, *people: str) -> list[str | None]:
    return [item.party.name if item.party else None for item in weigh(text, *people)]


def test_the_shipped_weights_have_a_weight_for_every_sign() -> None:
    weights = load_pronoun_weights()
    assert weights.into.shape[0] == SIGNS
    assert weights.score(np.zeros((3, SIGNS), np.float32)).shape == (3,)


def test_every_candidate_has_every_sign() -> None:
    for item in weigh(
        "Ida Rao met Eva Lenz at “Kurier”. “She left,” a clerk told her. During his visit Ivo Orlov sang.",
        "Ida Rao",
        "Eva Lenz",
        "Ivo Orlov",
    ):
        assert len(item.rows) == len(item.candidates) > 0
        assert all(len(row) == SIGNS for row in item.rows)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ida Rao thanked Eva Lenz. She had lost her keys.", ["Ida Rao", "Ida Rao"]),
        ("Ida Rao and Jan Wu came. Wu brought his son, and she brought a cake.", ["Jan Wu", "Ida Rao"]),
        ("Ivo Orlov and his brother, Jan Wu, left.", ["Ivo Orlov"]),
        ("The rain stopped. He left.", [None]),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text: str, whom: list[str | None]) -> None:
    people = [name for name in ("Ida Rao", "Eva Lenz", "Ivo Orlov", "Jan Wu", "Wu") if name in text]
    assert meant(text, *people) == whom


def test_a_pronoun_that_speaks_can_be_somebody_who_is_only_described() -> None:
    text = f"A guard opened the gate and let the men in. He said {TAIL}."
    reading = read(text, said("He", "said", TAIL))
    hop = saying(reading, TAIL).chain[-1]
    assert (hop.called, hop.naming.value) == ("A guard", "unnamed")


def test_he_and_the_guard_are_one_party() -> None:
    text = f"A guard opened the gate. He said {TAIL}. The guard said that it rained."
    reading = read(text, said("He", "said", TAIL), said("The guard", "said", "that it rained"))
    assert saying(reading, TAIL).chain[-1].party == saying(reading, "it rained").chain[-1].party


def test_a_speaker_by_name_stays_one_beside_people_who_are_described() -> None:
    text = f"Ivo Orlov met a guard. “It rained,” Orlov said. He said {TAIL}."
    reading = read(
        text, said("[Orlov] said", "said", "“It rained,”"), said("He", "He [said]", TAIL), person=["Ivo Orlov", "Orlov"]
    )
    assert names(saying(reading, TAIL)) == ["Ivo Orlov"]
    assert sources(saying(reading, TAIL)) == ["He"]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("A clerk left. The clerk came back.", [["A clerk", "The clerk"]]),
        ("The clerk, Ivo Orlov, left.", []),
        ("The clerk Ivo Orlov left. The clerk came back.", [["The clerk"]]),
        ("Ivo Orlov, a clerk, left.", []),
        ("A clerk's brother left. He waved to the clerk.", [["A clerk's brother"], ["the clerk"]]),
        ("He said that the clerk left.", [["the clerk"]]),
        ("The clerks left; a 47-year-old stayed.", [["a 47-year-old"]]),
        ("A former senior port clerk met another clerk.", [["A former senior port clerk"], ["another clerk"]]),
    ],
)  # fmt: skip
def test_people_who_are_described(text: str, described: list[list[str]]) -> None:
    document = read_plain(text.encode(), path="a.txt", language="en", furniture=ENGLISH.furniture)
    mentions = find_mentions(
        document.text, find(document.text, person=["Ivo Orlov"] if "Ivo" in text else []).mentions, ENGLISH
    )
    people = sorted(gather(document.text, mentions, ENGLISH).items(), key=lambda item: item[0])
    found: dict[int, list[str]] = {}
    for place, party in find_described(lay_out(document), people, ENGLISH):
        found.setdefault(id(party), []).append(document.text[slice(*place)])
    assert list(found.values()) == described


@pytest.mark.parametrize(
    ("word", "follows", "case"),
    [("He", "left", "subject"), ("her", "keys", "possessive"), ("her", "that", "object"), ("her", ".", "object"),
     ("his", "keys", "possessive"), ("him", "keys", "object"), ("her", "was", "object"), ("Hers", "was", "object")],
)  # fmt: skip
def test_cases(word: str, follows: str, case: str) -> None:
    assert case_of(word, follows, ENGLISH, load_syntax("en")) == case


@pytest.mark.parametrize(
    "unit",
    [
        "Ivo Orlov met Jan Wu. He thanked him for his work, and he left. A guard saw him.\n\n",
        "A guard said that he saw her. ",
        "the clerk the clerk's clerk he ",
        "he she ",
    ],
)
def test_long_texts_end_soon(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    began = time.process_time()
    weigh(text, *(["Ivo Orlov", "Jan Wu"] if "Ivo" in unit else []))
    assert time.process_time() - began < 20  # some 2 seconds; quadratic takes minutes


def test_many_unnamed_speakers_end_soon() -> None:
    text = "".join(f"A guard said it rained in {n}. He said that it froze. " for n in range(800))
    found = [
        said_at(text, match) for match in re.finditer("(A guard|He) said (it rained in [0-9]+|that it froze)", text)
    ]
    began = time.process_time()
    reading = read_found(text, Found(found))
    assert len(reading.attributions) >= 1600
    assert time.process_time() - began < 30


def said_at(text: str, match: re.Match[str]) -> FoundAttribution:
    start = match.start() + len(match[1]) + 1
    return FoundAttribution((start, start + 4), (match.span(1),), (match.span(2),))
