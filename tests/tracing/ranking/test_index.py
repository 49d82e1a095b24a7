"""BM25 over few and many claims."""

from __future__ import annotations

import numpy as np

from sayso.tracing.ranking.index import Index

CLAIMS = [["ferry", "sink"], ["ferry", "late"], ["ferry", "ostrand", "whale"]]


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    index = Index([*CLAIMS, *([["ferry"]] * 500)])
    assert index.rarity("whale") > 2 * index.rarity("ferry")
    assert index.rarity("never-seen") >= index.rarity("whale")


def test_in_a_small_store_the_built_in_table_says_what_is_rare() -> None:
    index = Index([["people", "man", "whale"]])
    assert index.rarity("whale") > index.rarity("man") > index.rarity("people")


def test_the_claim_with_the_most_telling_words_scores_highest() -> None:
    scores = Index(CLAIMS).scores(["whale", "ferry", "whale"])
    assert int(np.argmax(scores)) == 2
    assert np.all(scores > 0)


def test_words_that_no_claim_has_score_nothing() -> None:
    assert not Index(CLAIMS).scores(["zebra"]).any()
    assert Index([]).scores(["ferry"]).shape == (0,)


def test_rarity_may_be_that_of_a_larger_index() -> None:
    large = Index([*CLAIMS, *([["ferry"]] * 500)])
    assert Index(CLAIMS, large).rarity("ferry") == large.rarity("ferry")
