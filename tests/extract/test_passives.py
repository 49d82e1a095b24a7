"""Who was ordered, asked or thought to do something is part of what is said; who was told that something is so has heard it."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import Stance
from tests.extract.builders import read, said, sources


@pytest.mark.parametrize(
    ("text", "source", "cue", "behind", "whole"),
    [
        ("Nine recruits were ordered to sign.", "Nine recruits", "were ordered", "to sign", "Nine recruits … to sign"),
        ("He had never been asked to sign.", "He", "had never been asked", "to sign", "He … to sign"),
        ("Brandt was told to wait.", "Brandt", "was told", "to wait", "Brandt … to wait"),
        ("Brandt was warned to wait.", "Brandt", "was warned", "to wait", "Brandt … to wait"),
        ("Brandt was offered money.", "Brandt", "was offered", "money", "Brandt … money"),
        ("The gang, thought to be from Osten, fled.", "The gang", "thought", "to be from Osten", "The gang … to be from Osten"),
        ("Brandt was expected to win.", "Brandt", "was expected", "to win", "Brandt … to win"),
        ("Brandt was later appointed mayor.", "Brandt", "appointed", "mayor", "Brandt … mayor"),
    ],
)  # fmt: skip
def test_the_subject_of_an_order_is_part_of_it(text: str, source: str, cue: str, behind: str, whole: str) -> None:
    (found,) = [a for a in read(text, said(source, cue, behind), person=["Brandt"]).attributions if a.chain]
    assert " … ".join(span.exact for span in found.content) == whole
    assert sources(found) == [None]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "left"),
    [
        ("Brandt was told that it rained.", "Brandt", "was told", "that it rained", "Brandt"),
        ("Brandt was never warned that it rained.", "Brandt", "was never warned", "that it rained", "Brandt"),
        ("Brandt thought to leave.", "Brandt", "thought to leave", "to leave", "Brandt"),
        ("Brandt asked to leave.", "Brandt", "asked", "to leave", "Brandt"),
        ("Brandt was adamant that it rained.", "Brandt", "was adamant", "that it rained", "Brandt"),
    ],
)  # fmt: skip
def test_who_was_told_something_is_the_one_through_whom_it_comes(
    text: str, source: str, cue: str, content: str, left: str | None
) -> None:
    found = next(a for a in read(text, said(source, cue, content), person=["Orlov", "Brandt"]).attributions if a.chain)
    assert sources(found) == [left]


@pytest.mark.parametrize("word", ["told", "warned", "assured", "informed"])
def test_what_somebody_was_told_is_hearsay_unless_it_says_by_whom(word: str) -> None:
    heard = read(
        f"Brandt was {word} that it rained.", said("Brandt", f"was {word}", "that it rained"), person=["Brandt"]
    )
    told = read(
        f"It was {word} by Brandt that it rained.", said("Brandt", f"was {word}", "that it rained"), person=["Brandt"]
    )
    stances = [next(a for a in reading.attributions if a.chain).chain[0].stance for reading in (heard, told)]
    assert stances[0] is Stance.RUMOURED
    assert stances[1] is not Stance.RUMOURED
