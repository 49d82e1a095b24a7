"""The rule for one person in two texts, on descriptions made by hand; and that privacy and joining go by it alike."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from sayso.domain.joined_party import JoinedBy
from sayso.persons import same
from sayso.privacy import Redaction
from tests.joining.telling import Texts, people


@dataclass(frozen=True)
class Told:
    document: str
    name: str = "Ida Marn"
    sounds: tuple[str, ...] = ("ida", "marn")
    public: bool = False
    offices: dict[frozenset[str], str] = field(default_factory=dict)
    introduced: str | None = None
    age: int | None = None
    year: int | None = None
    bodies: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    widely: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


ONE = Told("one")
HALDEN = {"halden institut": "Halden Institute"}


@pytest.mark.parametrize(
    ("told", "by"),
    [
        (ONE, None),
        (replace(ONE, introduced="introduced as “welder”"), JoinedBy.INTRODUCTION),
        (replace(ONE, age=34), JoinedBy.AGE),
        (replace(ONE, bodies=HALDEN), JoinedBy.BODY),
        (replace(ONE, people={"yan rao": "Yan Rao"}), JoinedBy.PERSON),
        (replace(ONE, bodies=HALDEN, widely=frozenset(HALDEN)), None),
        (replace(ONE, bodies=HALDEN, widely=frozenset(HALDEN), public=True), JoinedBy.BODY),
        (replace(ONE, near={"tarn": "Tarn"}), None),
        (replace(ONE, near={"tarn": "Tarn"}, public=True), JoinedBy.PLACE),
    ],
)
def test_what_makes_two_of_one_name_one_person(told: Told, by: JoinedBy | None) -> None:
    found = same(told, replace(told, document="two"))
    assert (found[1] if found else None) == by


def test_an_age_grows_with_the_years_and_another_one_speaks_against_everything() -> None:
    welder = replace(ONE, introduced="introduced as “welder”", age=34, year=2016)
    assert same(welder, replace(welder, document="two", age=44, year=2026)) is not None
    assert same(welder, replace(welder, document="two", age=44, year=2016)) is None


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("Ida Marn left.", "Ida Marn came.", 2),
        ("Ida Marn, 34, left.", "Ida Marn, 35, came.", 1),
        ("Ida Marn, 34, left.", "Ida Marn, 71, came.", 2),
        ("Welder Ida Marn left.", "Welder Ida Marn came.", 1),
        ("Ida Marn left. The Halden Institute was shut.", "The Halden Institute knew Ida Marn.", 1),
        ("Ida Marn left Polje. The MHP Ministry of Harbours was shut.", "The Ministry of Harbours knew Ida Marn.", 2),
    ],
)
def test_privacy_and_joining_count_the_same_persons(one: str, other: str, number: int) -> None:
    found = Texts()
    for text in (one, other):
        bodies = [name for name in ("Halden Institute", "Ministry of Harbours") if name in text]
        found.add(text, person=["Ida Marn"], organisation=bodies)
    assert len(people(found.join())) == number
    redaction = Redaction()
    for reading in found.readings:
        redaction.redact(reading)
    assert len(redaction.identities) == number
