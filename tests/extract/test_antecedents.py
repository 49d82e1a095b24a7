"""Whom a relative pronoun follows where that is no name: “officials who said”, “a clip that showed”."""

from __future__ import annotations

import pytest

from sayso.domain.attribution import Hop, Naming, PartyKind
from sayso.extract.antecedents import find_antecedent
from tests.extract.builders import ENGLISH, read, said, saying

TAIL = "the dam broke"


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("Tayga quoted officials who", "officials"),
        ("Tayga quoted two port officials, who", "two port officials"),
        ("Police told residents who", "residents"),
        ("She met a clerk at the port of Polje who", "a clerk at the port of Polje"),
        ("It was French officials who", "French officials"),
        ("They showed a leaked clip that", "a leaked clip"),
        ("It rests on a letter from the port which", "a letter from the port"),
        ("They knew the leader of the Port Party, who", "the leader of the Port Party"),
        ("It was Lenz who", None),
        ("They blocked the road that", None),
        ("The clerk left; it was he who", None),
    ],
)
def test_the_noun_phrase_before_a_relative_pronoun(before: str, phrase: str | None) -> None:
    place = find_antecedent(before, before.rindex(" ") + 1, 0, ENGLISH)
    assert (before[slice(*place)] if place else None) == phrase


def hop_of(text: str, pronoun: str, **names: list[str]) -> Hop:
    """Who says that the dam broke."""
    return saying(read(text, said(pronoun, "said", TAIL), **names), TAIL).chain[-1]


def test_who_are_those_whom_the_words_before_describe() -> None:
    hop = hop_of(f"The paper quoted officials who said {TAIL}.", "who")
    assert (hop.naming, hop.kind, hop.party is not None) == (Naming.COLLECTIVE, PartyKind.PERSON, True)


def test_which_is_the_paper_before_it() -> None:
    hop = hop_of(f"They found a letter which said {TAIL}.", "which")
    assert (hop.naming, hop.kind, hop.party is not None) == (Naming.UNNAMED, PartyKind.DOCUMENT, True)


def test_a_body_is_no_who() -> None:
    hop = hop_of(f"It was the Port Party who said {TAIL}.", "who", organisation=["Port Party"])
    assert hop.party is None


@pytest.mark.parametrize(
    ("text", "source", "described"),
    [
        (f"A clerk at the port said it rained. She said {TAIL}.", "She", "A clerk at the port"),
        (f"The paper quoted two officials who said {TAIL}.", "who", "two officials"),
        (f"Ida Lenz said it rained. She said {TAIL}.", "She", None),
    ],
)
def test_a_pronoun_without_a_name_is_shown_by_the_words_that_describe_it(
    text: str, source: str, described: str | None
) -> None:
    first = text.split(" said ")[0]
    found = [said(first, "said", "it rained")] if "it rained" in text else []
    reading = read(text, *found, said(source, f"{source} [said]", TAIL), person=["Ida Lenz"])
    hop = saying(reading, TAIL).chain[-1]
    assert (hop.described.exact if hop.described else None) == described
    assert hop.called == (described or "Ida Lenz")
