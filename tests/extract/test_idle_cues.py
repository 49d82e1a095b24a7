"""Cues that only look like somebody's saying."""

from __future__ import annotations

import pytest

from tests.extract.builders import read, said, saying, sources


def attributed(text: str, source: str | None, cue: str, content: str, **names: list[str]) -> bool:
    """Whether something is attributed in `text` if a model found this."""
    return any(a.chain for a in read(text, said(source, cue, content), **names).attributions)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("The ruling disappointed many in the port.", "The ruling", "disappointed", "many in the port", False),
        ("Lenz was disappointed that it rained.", "Lenz", "was disappointed", "that it rained", True),
        ("As far as the clerks were concerned, it rained.", "the clerks", "concerned", "it rained", False),
        ("The clerks were concerned that it rained.", "The clerks", "were concerned", "that it rained", True),
        ("The illness would explain his absence.", "The illness", "would explain", "his absence", False),
        ("The minister would explain his absence.", "The minister", "would explain", "his absence", True),
        ("Lenz is blamed for verbally harming the port.", "Lenz", "verbally", "harming the port", False),
        ("The allegations of Lenz shook the port.", None, "allegations of", "Lenz", False),
        ("Gas was to blame for the blast.", "Gas", "was to blame for", "the blast", False),
        ("Three horses showed flu-like symptoms.", "Three horses", "showed", "flu-like symptoms", False),
        ("The map showed that it rained.", "The map", "showed", "that it rained", True),
        ("Lenz conceded the race on Monday.", "Lenz", "conceded", "the race", False),
        ("Lenz conceded that it rained.", "Lenz", "conceded", "that it rained", True),
        ("The plan created controversy in the port.", "The plan", "created", "controversy in the port", False),
        ("Lenz came forward to confess.", "Lenz", "came forward", "to confess", False),
        ("Lenz received a letter on the fair.", "Lenz", "received a", "letter on the fair", False),
        ("Lenz was later named captain.", None, "was later named", "captain", False),
        ("Lenz was named as the thief.", None, "was named", "as the thief", True),
        ("The allegations of fraud shook the port.", None, "allegations of", "fraud", True),
    ],
)
def test_what_says_nothing_is_left_out(text: str, source: str | None, cue: str, content: str, kept: bool) -> None:
    assert attributed(text, source, cue, content, person=["Lenz"]) is kept


@pytest.mark.parametrize(
    ("text", "it", "cue", "content", "who"),
    [
        ("Tayga Bank is old. It is impossible to determine the cause.", "It", "impossible to determine", "the cause", None),
        ("Tayga Bank is old. The vault was empty, it has emerged.", "it", "has emerged", "The vault was empty", None),
        ("Tayga Bank is old. The vault was empty, it later transpired.", "it", "later transpired", "The vault was empty", None),
        ("Tayga Bank is old. The vault was empty, it has said.", "it", "has said", "The vault was empty", "it"),
    ],
)  # fmt: skip
def test_it_that_only_opens_a_sentence_is_nobody(text: str, it: str, cue: str, content: str, who: str | None) -> None:
    found = saying(read(text, said(it, cue, content), organisation=["Tayga Bank"]), content)
    assert sources(found) == [who]
