"""Mentions as the model found them, put right where the text decides. All names are invented."""

from __future__ import annotations

import pytest

from sayso.extract.mentions import find_mentions
from tests.extract.builders import ENGLISH, Found, FoundMention, read

GIVEN_AND_SURNAME = "The chairman, Arkady Orlov, said the dam broke. “It fell,” Orlov told the Quay."


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        (GIVEN_AND_SURNAME, {"place": ["Arkady"], "person": ["Orlov"]}, "Arkady Orlov"),
        (GIVEN_AND_SURNAME, {"person": ["Arkady", "Orlov"]}, "Arkady Orlov"),
        ("In Florence Orlov said the dam broke.", {"place": ["Florence"], "person": ["Orlov"]}, None),
        ("The news came from Arkady Orlov. He said the dam broke.", {"place": ["Arkady"], "person": ["Orlov"]}, None),
        ("In Polje Orlov said the dam broke.", {"place": ["Polje"], "person": ["Orlov"]}, None),
        ("Leave it to Arkady, Orlov said of the dam.", {"place": ["Arkady"], "person": ["Orlov"]}, None),
        ("The Florence Harbour Board said the dam broke.", {"place": ["Florence"], "organisation": ["Harbour Board"]}, None),
    ],
)  # fmt: skip
def test_a_given_name_that_was_taken_for_a_town_belongs_to_its_surname(
    text: str, found: dict[str, list[str]], whole: str | None
) -> None:
    mentions = read(text, **found).mentions
    words = [mention.span.exact for mention in mentions]
    if whole is None:
        assert words[:2] == [name for names in found.values() for name in names]
    else:
        assert words[0] == whole
        assert {(mention.span.exact, mention.name) for mention in mentions} == {(whole, whole), ("Orlov", whole)}


def test_a_given_name_behind_a_preposition_belongs_to_the_name_that_is_whole_elsewhere() -> None:
    text = "Arkady Orlov said the dam broke. The news came from Arkady Orlov."
    first, second = text.index("Arkady"), text.rindex("Arkady")
    found = Found(mentions=[
        FoundMention(first, first + 12, "person"), FoundMention(second, second + 6, "place"),
        FoundMention(second + 7, second + 12, "person"),
    ])  # fmt: skip
    assert [mention.span.exact for mention in find_mentions(text, found.mentions, ENGLISH)] == ["Arkady Orlov"] * 2
