"""Ranking with the shipped vectors and weights: what is encoded is kept, and both forms of the weights load."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.errors import SaysoError
from sayso.models.vectors import load_vector_model
from sayso.pipeline.ranking import Ranker, WordVectors, encode_once, ranking_weights, ways_of
from sayso.tracing.ranking.ranking import Told
from sayso.tracing.ranking.weights import HAND_SET

TOLD = [
    Told("pool", "The town of Varnholt will close its swimming pool.", "Will Varnholt Close Its Pool?"),
    Told("ferry", "A ferry to Ostrand sank.", "Did a Ferry Sink?"),
]


@pytest.mark.parametrize("trained", [True, False])
def test_a_paraphrase_finds_its_claim(trained: bool) -> None:
    ranker = Ranker(TOLD, ranking_weights(trained=trained))
    near = ranker.nearest("No more bathing: the baths shut for good")[0]
    assert near.claim == "pool"
    assert any("cosine" in reason for reason in near.reasons)


def test_both_forms_of_the_weights_have_names() -> None:
    assert ranking_weights(trained=False) is HAND_SET
    assert ranking_weights().name != HAND_SET.name


def test_vectors_are_kept_and_made_once(tmp_path: Path) -> None:
    model, kept = load_vector_model(), tmp_path / "vectors.npz"
    first = encode_once(["a ferry", "a pool"], model, kept)
    written = kept.read_bytes()
    again = encode_once(["a pool"], model, kept)
    assert np.array_equal(again[0], first[1])
    assert kept.read_bytes() == written
    encode_once(["a whale"], model, kept)
    assert len(kept.read_bytes()) > len(written)


def test_many_texts_have_the_vectors_of_each_alone() -> None:
    model, texts = load_vector_model(1), ["a ferry", "", "the pool of Varnholt closes", "a ferry"]
    for alone, shared in zip(model.encode(texts), model.encode_many(texts, 3), strict=True):
        assert np.array_equal(alone, shared)


def test_a_file_that_holds_no_vectors_is_named(tmp_path: Path) -> None:
    kept = tmp_path / "vectors.npz"
    kept.write_bytes(b"nothing")
    with pytest.raises(SaysoError, match=r"vectors\.npz"):
        encode_once(["a ferry"], load_vector_model(), kept)


def test_a_post_is_put_in_two_ways_and_a_sentence_in_one() -> None:
    assert ways_of("The ferry sank.") == ("The ferry sank.",)
    assert ways_of("It sank — Ada Vik (@adavik) May 1, 2026")[1] == "Ada Vik: It sank."


def test_words_have_vectors_and_small_ones_none() -> None:
    meant = WordVectors(load_vector_model(1)).meant("The mayor's toupee is in Varnholt — Ada Vik (@adavik) May 1, 2026")
    assert meant.terms == ("ada", "vik", "mayor", "toupee", "varnholt")
    assert np.allclose(np.linalg.norm(meant.vectors.astype(np.float32), axis=1), 1, atol=0.01)
    assert WordVectors(load_vector_model(1)).meant("").terms == ()
