"""Two documents of one story: what shows it, and what it changes for a pair of statements that would be in doubt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sayso.domain.span import Span
from sayso.tracing.clustering import JOINS
from sayso.tracing.comparison import compare
from sayso.tracing.kinship import find_alike, find_shared
from sayso.tracing.statement import Statement
from tests.tracing.making import page, statement
from tests.tracing.pairs import with_cosine

FERRY = "The harbour office kept the ferry at its berth.", "The ferry stayed tied up on orders from the port."


def doubted(one: str = FERRY[0], other: str = FERRY[1], cosine: float = 0.7) -> tuple[Statement, Statement]:
    """Two statements of two documents that are a little alike."""
    pair = statement(page("The Quay", one), 1, one), statement(page("The Pier", other), 2, other)
    return with_cosine(*pair, cosine)


def test_what_is_in_doubt_is_one_claim_where_the_documents_tell_of_one_story() -> None:
    one, other = doubted()
    assert not compare(one, other).same
    told = compare(one, other, kin=lambda: "the captain has been suspended")
    assert told.same
    assert "the documents tell of one story: both say “the captain has been suspended”" in told.reasons
    assert not compare(one, other, kin=lambda: None).same


def test_a_story_makes_nothing_certain_and_keeps_the_nearer_one_nearer() -> None:
    near, nearer = (compare(*doubted(cosine=cosine), kin=lambda: "so it is") for cosine in (0.69, 0.74))
    assert near.same
    assert near.score < nearer.score < JOINS + 0.02


def test_another_number_is_another_claim_in_one_story_too() -> None:
    one, other = doubted("The fire destroyed 340 boats overnight.", "The fire destroyed 510 boats overnight.", 0.7)
    assert compare(one, other, kin=lambda: "so it is").score == compare(one, other).score


def test_a_sentence_without_a_number_does_not_join_a_count_by_its_story_alone() -> None:
    one, other = doubted(FERRY[0], "The ferry stayed tied up with 236 on board.", 0.75)
    assert not compare(one, other, kin=lambda: "so it is").same


def test_a_headline_is_nearer_to_the_sentence_with_which_its_text_begins() -> None:
    text = (
        f"{FERRY[1]}\n\n{FERRY[0]}\n\n" + "Nobody at the quay wanted to say any more about it. " * 9 + f"\n\n{FERRY[0]}"
    )
    document = replace(page("The Quay", text), headline=Span(0, len(FERRY[1]), FERRY[1]))
    headline, lead = with_cosine(statement(document, 1, FERRY[1]), statement(document, 1, FERRY[0]), 0.62)
    at = text.rindex(FERRY[0])
    below = replace(lead, attribution=replace(lead.attribution, content=(Span(at, at + len(FERRY[0]), FERRY[0]),)))
    assert compare(headline, lead).score > compare(headline, below).score


def test_documents_share_what_is_sure_among_what_is_nearest() -> None:
    one, other = doubted(cosine=0.7)
    asked: list[tuple[str, str]] = []

    def score(mine: Statement, yours: Statement) -> float:
        asked.append((mine.id, yours.id))
        return 0.9 if yours.id == other.id else 0.2

    far = replace(other, attribution=replace(other.attribution, id="att_far"), vector=-other.vector)  # type: ignore[operator]
    assert find_shared([one], [far, other], score) == (one, other)
    assert asked == [(one.id, other.id)]
    assert find_shared([one], [other], lambda mine, yours: 0.8) is None
    assert find_shared([replace(one, vector=None)], [other], score) is None


def test_only_what_is_a_little_alike_is_looked_at_besides() -> None:
    one, other = doubted(cosine=0.4)
    far = replace(other, vector=np.zeros_like(other.vector))
    assert find_alike(one, [other]) == [other.id]
    assert find_alike(one, [far]) == []
