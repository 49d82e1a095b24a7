"""Kinds of differences from gold, on invented sentences."""

from __future__ import annotations

import json
import re

import pytest

from sayso.evaluate.differences import Difference, count_kinds, differences, draw, to_line
from sayso.evaluate.gold import GoldAttribution, GoldDocument
from sayso.evaluate.scores import PredictedAttribution

TEXT = "However, the ferry sank, the old captain said on Monday, and two men drowned. It was cold. Ann denied it all."
SUNK, DROWNED, ALL = (
    "the ferry sank",
    "two men drowned",
    "the ferry sank, the old captain said on Monday, and two men drowned",
)


def at(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def gold(source: str, cue: str, *content: str) -> GoldAttribution:
    return GoldAttribution(at(*[source] if source else ()), at(cue), at(*content))


def found(source: str, cue: str, *content: str) -> PredictedAttribution:
    return PredictedAttribution(at(*[source] if source else ()), at(cue), at(*content))


def compared(
    marked: list[GoldAttribution], ours: list[PredictedAttribution], *inner: PredictedAttribution
) -> list[Difference]:
    return differences(GoldDocument("a", "ours", TEXT, tuple(marked)), ours, inner)


CAPTAIN = gold("the old captain", "said", SUNK, DROWNED)


def test_what_is_the_same_is_no_difference() -> None:
    assert compared([CAPTAIN], [found("the old captain", "said", SUNK + ",", DROWNED)]) == []


@pytest.mark.parametrize(
    ("source", "cue", "role", "kind"),
    [
        ("captain", "said", "source", "shorter"),
        ("the ferry", "said", "source", "another one"),
        ("", "said", "source", "none found"),
        ("the old captain", "said on Monday", "cue", "longer"),
    ],
)
def test_an_edge_of_a_source_or_a_cue(source: str, cue: str, role: str, kind: str) -> None:
    (difference,) = compared([CAPTAIN], [found(source, cue, SUNK, DROWNED)])
    assert (difference.role, difference.kind) == (role, kind)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (["However, the ferry sank", DROWNED], "longer before, words"),
        (["ferry sank", DROWNED], "shorter before, words"),
        ([DROWNED], "shorter before, a part"),
        ([SUNK], "shorter behind, a part"),
        ([SUNK, "and two men drowned"], "longer between"),
        ([SUNK, "two men drowned. It was cold"], "longer behind, a sentence"),
        (["However, the ferry sank", "two men drowned. It was cold"], "several"),
        (["It was cold"], "another one"),
    ],
)
def test_an_edge_of_a_content(content: list[str], kind: str) -> None:
    (difference,) = compared([CAPTAIN], [found("the old captain", "said", *content)])
    assert (difference.role, difference.kind) == ("content", kind)


def test_missed_and_extra_attributions() -> None:
    denied = found("Ann", "denied", "it all")
    (extra,) = compared([], [denied])
    assert (extra.kind, extra.extra, extra.missing) == ("extra", at("it all"), ())
    (missed,) = compared([CAPTAIN], [])
    assert (missed.kind, missed.missing, missed.extra) == ("missed", at(SUNK, DROWNED), ())
    assert [item.kind for item in compared([CAPTAIN], [], found("the old captain", "said", SUNK))] == [
        "missed, found inside another"
    ]
    inside = gold("It", "was", "cold. Ann denied it all")
    assert sorted(item.kind for item in compared([inside], [denied])) == [
        "another one",
        "another one",
        "shorter before, words",
    ]
    assert "extra, inside a content" in {
        item.kind for item in compared([gold("It", "was", "cold. Ann denied")], [denied])
    }


def test_who_shares_a_cue_is_paired_before_who_shares_more_words() -> None:
    other = gold("Ann", "denied", SUNK, DROWNED)
    (extra,) = compared([CAPTAIN], [found("the old captain", "said", SUNK, DROWNED), found("Ann", "denied", ALL)])
    assert extra.kind == "extra"
    assert {item.role for item in compared([CAPTAIN, other], [found("Ann", "denied", SUNK)])} == {
        "attribution",
        "content",
    }


def test_a_line_holds_the_words_and_the_text_around_them() -> None:
    (difference,) = compared([CAPTAIN], [found("the old captain", "said", SUNK)])
    line = json.loads(to_line(difference))
    assert line["gold"] == {"source": ["the old captain"], "cue": ["said"], "content": [SUNK, DROWNED]}
    assert line["missing"] == [DROWNED] and line["extra"] == []
    assert line["text"] == TEXT
    assert TEXT[line["start"] : line["end"]].startswith(SUNK)


def test_a_sample_keeps_the_order_and_a_seed_draws_the_same() -> None:
    words = [match.group() for match in re.finditer(r"\w+", TEXT)]
    many = compared([], [found("", word, "cold") for word in dict.fromkeys(words) if TEXT.count(word) == 1])
    drawn = draw(many, 5, 3)
    assert drawn == draw(many, 5, 3) == [item for item in many if item in drawn]
    assert draw(many, 1000, 3) == many
    assert count_kinds(drawn) == [("attribution", "extra", 5)]
